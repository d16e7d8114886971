//! Whole forms: questions that come and go with answers, alternatives, definitions within themselves, lists of values.

use crate::form::{self, Form};
use crate::preview::example::Example;
use crate::state::effect::memo;
use crate::state::filling::Filling;
use crate::ui::{Asking, Notice, Questions, Tone};
use leptos::prelude::*;
use serde_json::{json, Value};

pub fn examples() -> Vec<Example> {
    vec![
        Example::new("ui/form/condition/open", || draw(delivery(), json!({}))),
        Example::new("ui/form/condition/post", || draw(delivery(), json!({"/way": "post"}))),
        Example::new("ui/form/alternatives/open", || draw(applicant(), json!({}))),
        Example::new("ui/form/alternatives/company", || draw(applicant(), json!({"/kind": "company", "/name": "深圳市晨星贸易有限公司"}))),
        Example::new("ui/form/choice-beside", || draw(contact(), json!({"/(oneOf)": 1}))),
        Example::new("ui/form/nested", || {
            draw(family(), json!({"/name": "林晓舟", "/children": [{"name": "林一", "children": [{"name": "林小一"}]}], "/partner": {"name": "王一诺"}}))
        }),
        Example::new("ui/form/values", || draw(values(), json!({"/names": ["林晓舟", "Xiaozhou Lin"], "/place": [22.54]}))),
    ]
}

fn delivery() -> Value {
    json!({
        "type": "object", "required": ["way"],
        "properties": { "way": { "title": "怎样领取证明", "oneOf": [{ "const": "post", "title": "邮寄" }, { "const": "mail", "title": "电子证明" }] }, "note": { "type": "string", "title": "备注" } },
        "if": { "properties": { "way": { "const": "post" } }, "required": ["way"] },
        "then": { "required": ["street", "note"], "properties": { "street": { "type": "string", "title": "邮寄地址" } } },
        "else": { "properties": { "email": { "type": "string", "format": "email", "title": "接收证明的邮箱" } } }
    })
}

fn applicant() -> Value {
    json!({
        "type": "object", "properties": { "kind": { "title": "谁来申请" } },
        "oneOf": [
            { "title": "个人", "required": ["name", "id"], "properties": { "kind": { "const": "person" }, "name": { "type": "string", "title": "姓名" }, "id": { "type": "string", "format": "cn-resident-id", "title": "身份证号码" } } },
            { "title": "公司", "required": ["name", "code"], "properties": { "kind": { "const": "company" }, "name": { "type": "string", "title": "公司名称" }, "code": { "type": "string", "format": "cn-uscc", "title": "统一社会信用代码" } } }
        ]
    })
}

fn contact() -> Value {
    json!({
        "type": "object", "x-choice-title": "怎样联系您",
        "oneOf": [
            { "title": "写信", "required": ["street"], "properties": { "street": { "type": "string", "title": "地址" } } },
            { "title": "打电话", "required": ["phone"], "properties": { "phone": { "type": "string", "format": "cn-mobile", "title": "手机号码" } } }
        ]
    })
}

fn family() -> Value {
    json!({
        "$ref": "#/$defs/person",
        "$defs": { "person": { "type": "object", "title": "家人", "required": ["name"], "properties": {
            "name": { "type": "string", "title": "姓名" },
            "partner": { "$ref": "#/$defs/person", "title": "配偶" },
            "children": { "type": "array", "title": "子女", "x-item-title": "子女", "items": { "$ref": "#/$defs/person" } }
        } } }
    })
}

fn values() -> Value {
    json!({
        "type": "object", "properties": {
            "names": { "type": "array", "title": "曾用名和外文名", "x-item-title": "名字", "maxItems": 3, "items": { "type": "string", "maxLength": 40 } },
            "place": { "type": "array", "title": "位置", "minItems": 2, "prefixItems": [{ "type": "number", "title": "纬度" }, { "type": "number", "title": "经度" }] }
        }
    })
}

fn draw(schema: Value, answers: Value) -> AnyView {
    let form = match Form::load("1", &schema) {
        Ok(form) => form,
        Err(problem) => return view! { <Notice tone=Tone::Bad text=problem.to_string()/> }.into_any(),
    };
    let filling = Filling::default();
    filling.take(form);
    let Some(form) = filling.form.get_untracked() else { return ().into_any() };
    for (pointer, value) in answers.as_object().into_iter().flatten() {
        if let Some(field) = form.field(pointer) {
            let _ = filling.type_in(field, value.clone());
        }
    }
    let with = {
        let form = form.clone();
        move |index: usize, then: &dyn Fn(&form::Field)| form.fields.get(index).into_iter().for_each(then)
    };
    let asking = Asking {
        filling,
        ids: StoredValue::new("example".to_owned()),
        on_change: Callback::new({
            let with = with.clone();
            move |(index, value): (usize, Value)| {
                with(index, &|field| {
                    let _ = filling.type_in(field, value.clone());
                })
            }
        }),
        on_leave: Callback::new(move |index| with(index, &|field| filling.leave(field))),
        filled_by: Callback::new(|_| None),
        files: None,
        divisions: None,
        certificates: None,
        checks: None,
    };
    let asked = memo(move || filling.visible().iter().enumerate().filter(|(_, shown)| **shown).map(|(index, _)| index).collect::<Vec<_>>());
    view! { <Questions asking form asked rest=Signal::stored("请填写".to_owned()) /> }.into_any()
}
