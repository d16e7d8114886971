//! Every kind of field, in every state. The fields come from a schema, as they do in the app.

use crate::form::Form;
use crate::model::division::{Division, Divisions};
use crate::preview::example::Example;
use crate::ui::field::{CertificateDesk, CertificateOption, DivisionsDesk, FieldInput, FileDesk, FileItem, FileState, FilledBy};
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
        Example::new("ui/field/time/empty", || field("/visit", Value::Null)),
        Example::new("ui/field/time/typed", || field("/visit", json!("09:30"))),
        Example::new("ui/field/time/problem", || problem("/visit", json!("25:00"), "请填写 0:00 至 23:59 之间的时间，例如 9:30 或 15:05")),
        Example::new("ui/field/date-time/typed", || field("/born_at", json!("2026-11-20T03:05:00+08:00"))),
        Example::new("ui/field/date-time/problem", || problem("/born_at", json!("2026-11-20"), "请填写日期和时间，例如 2026-11-23 和 9:30")),
        Example::new("ui/field/date-range/empty", || field("/stay", Value::Null)),
        Example::new("ui/field/date-range/problem", || {
            inside("/stay", json!({ "from": "2026-11-20", "to": "2026-11-02" }), "/stay/to", "结束日期不能早于开始日期，请检查两个日期")
        }),
        Example::new("ui/field/date-range/locked", || filled("/stay", json!({ "from": "2021-09-01", "to": "2026-06-30" }), true)),
        Example::new("ui/field/yes-no/empty", || field("/married", Value::Null)),
        Example::new("ui/field/yes-no/no", || field("/married", json!(false))),
        Example::new("ui/field/declaration/off", || field("/agree", Value::Null)),
        Example::new("ui/field/declaration/problem", || problem("/agree", Value::Null, "请确认后再提交")),
        Example::new("ui/field/choice/radios", || field("/purpose", json!("study"))),
        Example::new("ui/field/choice/problem", || problem("/purpose", Value::Null, "请选择一项")),
        Example::new("ui/field/choice/select", || field("/district", Value::Null)),
        Example::new("ui/field/choice/select-chosen", || field("/district", json!("4"))),
        Example::new("ui/field/combobox/empty", || field("/department", Value::Null)),
        Example::new("ui/field/combobox/chosen", || field("/department", json!("d-3"))),
        Example::new("ui/field/combobox/problem", || problem("/department", json!("火星局"), "请从给出的选项中选择")),
        Example::new("ui/field/multi-choice/searched", || field("/departments", json!(["d-3", "d-17"]))),
        Example::new("ui/field/multi-choice/two", || field("/countries", json!(["uk", "jp"]))),
        Example::new("ui/field/file/empty", || file(Vec::new())),
        Example::new("ui/field/file/states", || {
            file(vec![
                item("1", "租赁合同第一页.jpg", FileState::Done),
                item("2", "租赁合同第二页.jpg", FileState::Uploading(Some(40))),
                item(
                    "3",
                    "a-very-long-file-name-that-somebody-gave-to-a-scan-2026-11-23.pdf",
                    FileState::Failed("网络不通，已上传 40%，恢复后会自动继续".into()),
                ),
                item("4", "租赁合同第三页.jpg", FileState::Uploading(None)),
            ])
        }),
        Example::new("ui/field/signature/empty", || files("/sign", Vec::new())),
        Example::new("ui/field/signature/sent", || files("/sign", vec![item("1", "signature.png", FileState::Done)])),
        Example::new("ui/field/repeat/empty", || field("/holders", Value::Null)),
        Example::new("ui/field/repeat/two", || field("/holders", json!([{ "name": "林晓舟", "share": 60 }, { "name": "王一诺", "share": 40 }]))),
        Example::new("ui/field/repeat/ordered", || field("/wishes", json!([{ "name": "南山区" }, { "name": "福田区" }, { "name": "宝安区" }]))),
        Example::new("ui/field/repeat/long", || field("/wishes", (1..=64).map(|n| json!({ "name": format!("第 {n} 项") })).collect())),
        Example::new("ui/field/address/empty", || address(Value::Null, known)),
        Example::new("ui/field/address/picking", || address(json!({ "province": "广东省", "city": "深圳市" }), known)),
        Example::new("ui/field/address/typed", || {
            let shenzhen =
                json!({ "province": "广东省", "city": "深圳市", "city_code": "440300", "district": "南山区", "street": "粤海街道", "detail": "科技路 1 号" });
            address(shenzhen, known)
        }),
        Example::new("ui/field/address/failed", || {
            address(json!({ "province": "广东省" }), |parent| if parent.is_empty() { known(parent) } else { Divisions::Failed })
        }),
        Example::new("ui/field/address/loading", || address(Value::Null, |_| Divisions::Loading)),
        Example::new("ui/field/certificate/offered", || certificates(Value::Null)),
        Example::new("ui/field/certificate/picked", || certificates(json!("粤（2021）第0137741号"))),
        Example::new("ui/field/certificate/other", || certificates(json!("粤（2008）第0000512号"))),
        Example::new("ui/field/certificate/none", || field("/property", Value::Null)),
        Example::new("ui/field/read-only/masked", || filled("/id", json!("44030519851215019X"), true)),
    ]
}

/// A form with one field of every kind.
fn form() -> Option<Form> {
    let districts = ["福田区", "罗湖区", "南山区", "盐田区", "宝安区", "龙岗区", "龙华区"];
    let districts: Vec<Value> = districts.iter().enumerate().map(|(i, name)| json!({ "const": i.to_string(), "title": name })).collect();
    let departments = ["公安局", "民政局", "司法局", "人力资源和社会保障局", "住房和建设局", "交通运输局", "卫生健康委员会", "市场监督管理局", "税务局"];
    let department = |i: usize, name: &str| json!({ "const": format!("d-{i}"), "title": format!("{name}{}", ["", "（福田分局）", "（南山分局）"][i / departments.len() % 3]) });
    let departments: Vec<Value> = departments.iter().cycle().take(27).enumerate().map(|(i, name)| department(i, name)).collect();
    let mut schema = json!({
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
            "visit": { "type": "string", "title": "到窗口的时间", "description": "可以写 9:30、0930 或下午3点", "x-widget": "time" },
            "born_at": { "type": "string", "format": "date-time", "title": "出生时间" },
            "stay": { "type": "object", "title": "居住时间", "x-widget": "date-range", "required": ["from", "to"], "properties": {
                "from": { "type": "string", "format": "date", "title": "从" }, "to": { "type": "string", "format": "date", "title": "到" } } },
            "married": { "type": "boolean", "title": "是否已婚", "x-widget": "yesno" },
            "agree": { "const": true, "type": "boolean", "title": "我承诺以上内容真实，愿意承担不实承诺的责任。", "x-widget": "declaration" },
            "purpose": { "type": "string", "title": "证明用途", "description": "请选择最接近的一项", "oneOf": [
                { "const": "study", "title": "出国（境）留学" }, { "const": "work", "title": "境外工作" }, { "const": "other", "title": "其他用途" }
            ] },
            "district": { "type": "string", "title": "居住的区", "oneOf": districts },
            "department": { "type": "string", "title": "办理部门", "oneOf": departments.clone() },
            "departments": { "type": "array", "title": "要通知的部门", "uniqueItems": true, "items": { "oneOf": departments } },
            "countries": { "type": "array", "title": "要去的国家", "uniqueItems": true, "x-widget": "checkboxes", "items": { "oneOf": [
                { "const": "uk", "title": "英国" }, { "const": "us", "title": "美国" }, { "const": "jp", "title": "日本" }
            ] } },
            "lease": { "type": "array", "title": "租赁合同", "description": "每一页都要拍清楚", "x-widget": "file", "items": { "type": "string", "format": "attachment" },
                "x-accept": ["image/jpeg", "image/png", "application/pdf"], "x-max-bytes": 5_242_880 },
            "wishes": { "type": "array", "title": "志愿", "description": "按先后排列", "x-item-title": "志愿", "x-ordered": true, "items": {
                "type": "object", "required": ["name"], "properties": { "name": { "type": "string", "title": "名称" } } } },
            "holders": { "type": "array", "title": "股东", "x-item-title": "股东", "maxItems": 3, "x-widget": "repeat", "items": {
                "type": "object", "required": ["name", "share"], "properties": {
                    "name": { "type": "string", "title": "姓名" }, "share": { "type": "number", "title": "出资比例(%)", "minimum": 0, "maximum": 100 }
                } } }
        }
    });
    // By itself: one `json!` can hold only so much.
    schema["properties"]["sign"] = json!({ "type": "string", "format": "attachment", "title": "申请人签名", "x-widget": "signature" });
    schema["properties"]["home"] = json!({ "type": "object", "title": "现在的住址", "description": "可以把整个地址粘贴到最后一格", "x-widget": "address",
                "required": ["province", "city", "detail"], "properties": { "province": { "type": "string" }, "city": { "type": "string" },
                "city_code": { "type": "string" }, "district": { "type": "string" }, "street": { "type": "string" }, "detail": { "type": "string" } } });
    schema["properties"]["property"] =
        json!({ "type": "string", "title": "不动产权证", "description": "选一本，注册地址会照证填好", "x-widget": "certificate" });
    Form::load("1", &schema).ok()
}

#[derive(Default)]
struct Told {
    problem: Option<String>,
    /// Inside the answer, by pointer.
    inside: Option<(String, String)>,
    filled_by: Option<FilledBy>,
    files: Option<FileDesk>,
    divisions: Option<DivisionsDesk>,
    certificates: Option<CertificateDesk>,
}

fn draw(pointer: &str, value: Value, told: Told) -> AnyView {
    let form = match form() {
        Some(form) => form,
        None => return view! { <Notice tone=Tone::Bad text="the example's schema does not load"/> }.into_any(),
    };
    let Some(field) = form.field(pointer).cloned() else {
        return view! { <Notice tone=Tone::Bad text=format!("the example has no field {pointer}")/> }.into_any();
    };
    let value = RwSignal::new(value);
    let id = pointer.replace('/', "example-");
    let Told { problem, inside, filled_by, files, divisions, certificates } = told;
    let (problem, filled_by) = (Signal::stored(problem), Signal::stored(filled_by));
    let problems = Some(Callback::new(move |at: String| inside.as_ref().filter(|(pointer, _)| *pointer == at).map(|(_, words)| words.clone())));
    view! { <Card><FieldInput field value=value on_change=move |v| value.set(v) on_leave=|()| {} problem id filled_by files divisions certificates problems/></Card> }
        .into_any()
}

fn field(pointer: &str, value: Value) -> AnyView {
    draw(pointer, value, Told::default())
}

fn problem(pointer: &str, value: Value, words: &str) -> AnyView {
    draw(pointer, value, Told { problem: Some(words.into()), ..Told::default() })
}

/// Below each code, as a backend serves them.
fn known(parent: &str) -> Divisions {
    let list: &[(&str, &str)] = match parent {
        "" => &[("440000", "广东省"), ("810000", "香港特别行政区"), ("820000", "澳门特别行政区")],
        "440000" => &[("440100", "广州市"), ("440300", "深圳市"), ("440400", "珠海市")],
        "440300" => &[("440303", "罗湖区"), ("440304", "福田区"), ("440305", "南山区")],
        _ => &[],
    };
    Divisions::Ready(list.iter().map(|(code, name)| Division { code: (*code).into(), name: (*name).into() }).collect())
}

fn address(value: Value, below: fn(&str) -> Divisions) -> AnyView {
    let desk = DivisionsDesk { below: Callback::new(move |parent: String| below(&parent)), retry: Callback::new(|_| {}) };
    draw("/home", value, Told { divisions: Some(desk), ..Told::default() })
}

fn certificates(value: Value) -> AnyView {
    let option =
        |number: &str, title: &str, text: &str, is_usable| CertificateOption { value: json!(number), title: title.into(), text: text.into(), is_usable };
    let held = vec![
        option("粤（2019）第0091273号", "龙岗区云谷路 6 号云谷中心 B 座 1502", "粤（2019）第0091273号\n深圳市不动产登记中心 · 2019年3月27日 签发", true),
        option("粤（2021）第0137741号", "坪山区锦绣西路 18 号坪创园 2 栋 601", "粤（2021）第0137741号\n深圳市不动产登记中心 · 2021年8月16日 签发", true),
        option("粤（2006）第0000007号", "罗湖区春风路 3 号", "已于 2026-11-01 过期，不能选用", false),
    ];
    let held = StoredValue::new(held);
    let desk = CertificateDesk { held: Callback::new(move |_: String| held.get_value()) };
    draw("/property", value, Told { certificates: Some(desk), ..Told::default() })
}

fn inside(pointer: &str, value: Value, at: &str, words: &str) -> AnyView {
    draw(pointer, value, Told { inside: Some((at.into(), words.into())), ..Told::default() })
}

fn filled(pointer: &str, value: Value, locked: bool) -> AnyView {
    let by = FilledBy {
        source: "resident-id".into(),
        name: "居民身份证".into(),
        locked,
        masked: match pointer {
            "/id" => Some("4403 **** **** **9X"),
            "/name" => Some("林**"),
            _ => None,
        }
        .filter(|_| locked)
        .map(str::to_string),
        note: Some(if locked { "有误请到派出所更正" } else { "改动只用于这次申请" }.into()),
    };
    draw(pointer, value, Told { filled_by: Some(by), ..Told::default() })
}

fn item(id: &str, name: &str, state: FileState) -> FileItem {
    FileItem { id: id.into(), name: name.into(), size: 431_000, state }
}

fn file(items: Vec<FileItem>) -> AnyView {
    files("/lease", items)
}

fn files(pointer: &str, items: Vec<FileItem>) -> AnyView {
    let items = StoredValue::new(items);
    let desk = FileDesk {
        items: Callback::new(move |_: String| items.get_value()),
        on_pick: Callback::new(|_| {}),
        on_remove: Callback::new(|_| {}),
        on_retry: Callback::new(|_| {}),
    };
    draw(pointer, Value::Null, Told { files: Some(desk), ..Told::default() })
}
