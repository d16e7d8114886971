//! Every kind of field, in every state. The fields come from a schema, as they do in the app.

use crate::form::Form;
use crate::preview::example::Example;
use crate::ui::field::{FieldInput, FileDesk, FileItem, FileState, FilledBy};
use crate::ui::*;
use leptos::prelude::*;
use serde_json::{json, Value};

pub fn examples() -> Vec<Example> {
    vec![
        Example::new("ui/field/text/empty", || field("/name", Value::Null)),
        Example::new("ui/field/text/typed", || field("/name", json!("林晓舟"))),
        Example::new("ui/field/text/problem", || problem("/name", Value::Null, "请输入姓名，与证件一致")),
        Example::new("ui/field/text/filled", || filled("/name", json!("林晓舟"), false)),
        Example::new("ui/field/text/locked", || filled("/name", json!("林晓舟"), true)),
        Example::new("ui/field/email/problem", || problem("/email", json!("name@"), "请输入完整的邮箱，例如 name@example.com")),
        Example::new("ui/field/uri/empty", || field("/site", Value::Null)),
        Example::new("ui/field/long-text/typed", || field("/reason", json!("因出国留学需要提供。"))),
        Example::new("ui/field/long-text/over", || problem("/reason", json!("字".repeat(205)), "请缩短到 200 字以内")),
        Example::new("ui/field/identifier/implied", || field("/id", json!("44030519851215019X"))),
        Example::new("ui/field/identifier/problem", || problem("/id", json!("44030519851215019"), "请输入 18 位身份证号码，最后一位可以是 X")),
        Example::new("ui/field/identifier/mobile", || field("/phone", Value::Null)),
        Example::new("ui/field/number/typed", || field("/months", json!(24))),
        Example::new("ui/field/number/problem", || problem("/months", json!("两年"), "请输入数字，例如 24")),
        Example::new("ui/field/money/typed", || field("/income", json!(12_345.5))),
        Example::new("ui/field/date/empty", || field("/born", Value::Null)),
        Example::new("ui/field/date/typed", || field("/born", json!("1985-12-15"))),
        Example::new("ui/field/yes-no/empty", || field("/married", Value::Null)),
        Example::new("ui/field/yes-no/no", || field("/married", json!(false))),
        Example::new("ui/field/declaration/off", || field("/agree", Value::Null)),
        Example::new("ui/field/declaration/problem", || problem("/agree", Value::Null, "请确认后再提交")),
        Example::new("ui/field/choice/radios", || field("/purpose", json!("study"))),
        Example::new("ui/field/choice/problem", || problem("/purpose", Value::Null, "请选择一项")),
        Example::new("ui/field/choice/select", || field("/district", Value::Null)),
        Example::new("ui/field/choice/select-chosen", || field("/district", json!("4"))),
        Example::new("ui/field/multi-choice/two", || field("/countries", json!(["uk", "jp"]))),
        Example::new("ui/field/file/empty", || file(Vec::new())),
        Example::new("ui/field/file/states", || {
            file(vec![
                item("1", "租赁合同第一页.jpg", FileState::Done),
                item("2", "租赁合同第二页.jpg", FileState::Uploading(Some(40))),
                item("3", "a-very-long-file-name-that-somebody-gave-to-a-scan-2026-11-23.pdf", FileState::Failed("网络断开了，请再试一次".into())),
            ])
        }),
        Example::new("ui/field/repeat/empty", || field("/holders", Value::Null)),
        Example::new("ui/field/repeat/two", || field("/holders", json!([{ "name": "林晓舟", "share": 60 }, { "name": "王一诺", "share": 40 }]))),
        Example::new("ui/field/read-only/masked", || filled("/id", json!("44030519851215019X"), true)),
    ]
}

/// A form with one field of every kind.
fn form() -> Option<Form> {
    let districts = ["福田区", "罗湖区", "南山区", "盐田区", "宝安区", "龙岗区", "龙华区"];
    let districts: Vec<Value> = districts.iter().enumerate().map(|(i, name)| json!({ "const": i.to_string(), "title": name })).collect();
    let schema = json!({
        "type": "object",
        "required": ["name", "email", "id", "phone", "months", "income", "born", "married", "agree", "purpose", "district", "lease", "holders"],
        "properties": {
            "name": { "type": "string", "title": "姓名", "description": "与证件一致", "x-autocomplete": "name" },
            "email": { "type": "string", "format": "email", "title": "接收证明的邮箱", "description": "电子证明会同时存入您的卡包", "x-placeholder": "name@example.com" },
            "site": { "type": "string", "format": "uri", "title": "公司网站" },
            "reason": { "type": "string", "title": "补充说明", "maxLength": 200, "x-widget": "textarea" },
            "id": { "type": "string", "format": "cn-resident-id", "title": "身份证号码" },
            "phone": { "type": "string", "format": "cn-mobile", "title": "手机号码" },
            "months": { "type": "integer", "title": "社保月数", "minimum": 0 },
            "income": { "type": "number", "title": "月收入", "minimum": 0, "x-widget": "money" },
            "born": { "type": "string", "format": "date", "title": "出生日期" },
            "married": { "type": "boolean", "title": "是否已婚", "x-widget": "yesno" },
            "agree": { "const": true, "type": "boolean", "title": "我承诺以上内容真实，愿意承担不实承诺的责任。", "x-widget": "declaration" },
            "purpose": { "type": "string", "title": "证明用途", "description": "请选择最接近的一项", "oneOf": [
                { "const": "study", "title": "出国（境）留学" }, { "const": "work", "title": "境外工作" }, { "const": "other", "title": "其他用途" }
            ] },
            "district": { "type": "string", "title": "居住的区", "oneOf": districts },
            "countries": { "type": "array", "title": "要去的国家", "uniqueItems": true, "x-widget": "checkboxes", "items": { "oneOf": [
                { "const": "uk", "title": "英国" }, { "const": "us", "title": "美国" }, { "const": "jp", "title": "日本" }
            ] } },
            "lease": { "type": "array", "title": "租赁合同", "description": "每一页都要拍清楚", "x-widget": "file", "items": { "type": "string", "format": "attachment" },
                "x-accept": ["image/jpeg", "image/png", "application/pdf"], "x-max-bytes": 5_242_880 },
            "holders": { "type": "array", "title": "股东", "x-item-title": "股东", "maxItems": 3, "x-widget": "repeat", "items": {
                "type": "object", "required": ["name", "share"], "properties": {
                    "name": { "type": "string", "title": "姓名" }, "share": { "type": "number", "title": "出资比例(%)", "minimum": 0, "maximum": 100 }
                } } }
        }
    });
    Form::load("1", &schema).ok()
}

fn draw(pointer: &str, value: Value, problem: Option<String>, filled_by: Option<FilledBy>, files: Option<FileDesk>) -> AnyView {
    let form = match form() {
        Some(form) => form,
        None => return view! { <Notice tone=Tone::Bad text="the example's schema does not load"/> }.into_any(),
    };
    let Some(field) = form.field(pointer).cloned() else {
        return view! { <Notice tone=Tone::Bad text=format!("the example has no field {pointer}")/> }.into_any();
    };
    let value = RwSignal::new(value);
    let id = pointer.replace('/', "example-");
    let problem = Signal::stored(problem);
    let filled_by = Signal::stored(filled_by);
    match files {
        Some(files) => {
            view! { <Card><FieldInput field value=value on_change=move |v| value.set(v) on_leave=|()| {} problem id filled_by files=Some(files)/></Card> }
                .into_any()
        }
        None => view! { <Card><FieldInput field value=value on_change=move |v| value.set(v) on_leave=|()| {} problem id filled_by/></Card> }.into_any(),
    }
}

fn field(pointer: &str, value: Value) -> AnyView {
    draw(pointer, value, None, None, None)
}

fn problem(pointer: &str, value: Value, words: &str) -> AnyView {
    draw(pointer, value, Some(words.into()), None, None)
}

fn filled(pointer: &str, value: Value, locked: bool) -> AnyView {
    let by = FilledBy {
        source: "resident-id".into(),
        name: "居民身份证".into(),
        locked,
        masked: locked.then(|| if pointer == "/id" { "4403 **** **** **9X" } else { "林**" }.to_string()),
        note: Some(if locked { "有误请到派出所更正" } else { "改动只用于这次申请" }.into()),
    };
    draw(pointer, value, None, Some(by), None)
}

fn item(id: &str, name: &str, state: FileState) -> FileItem {
    FileItem { id: id.into(), name: name.into(), size: 431_000, state }
}

fn file(items: Vec<FileItem>) -> AnyView {
    let items = StoredValue::new(items);
    let desk = FileDesk {
        items: Callback::new(move |_: String| items.get_value()),
        on_pick: Callback::new(|_| {}),
        on_remove: Callback::new(|_| {}),
        on_retry: Callback::new(|_| {}),
    };
    draw("/lease", Value::Null, None, None, Some(desk))
}
