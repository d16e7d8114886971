//! What a host page hands over, read with care: every mistake is named.

use super::files;
use crate::form::{Answers, Form};
use crate::model::prefill::{Edit, FieldPrefill, SourcePrefill, SourceStatus, TrustLevel};
use crate::platform::script::{self, Thrown};
use crate::words::Lang;
use serde_json::Value;
use std::collections::BTreeMap;
use wasm_bindgen::JsValue;

/// What `mountForm` was given beside the element.
pub(super) struct Options {
    pub form: Form,
    pub data: Value,
    pub provenance: Provenance,
    pub lang: Lang,
    pub on_change: Option<script::Function>,
    pub on_submit: Option<script::Function>,
    pub on_file: Option<script::Function>,
}

/// Who said what, by JSON Pointer.
pub(super) type Provenance = BTreeMap<String, Said>;

/// Where one value comes from.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Said {
    pub source: String,
    /// As people know it; the source's id where nobody says.
    pub name: String,
    pub level: TrustLevel,
    pub locked: bool,
    pub masked: Option<String>,
    pub note: Option<String>,
}

impl Options {
    /// Reads the options.
    ///
    /// # Errors
    /// The first mistake; of a schema with the place in it.
    pub fn read(options: &JsValue) -> Result<Self, Thrown> {
        if !options.is_object() {
            return Err(Thrown::new("the second argument of mountForm must be an object with a schema"));
        }
        let schema = script::json(options, "schema")?.ok_or_else(|| Thrown::new("options.schema is missing: mountForm needs a JSON Schema"))?;
        let form = Form::load("", &schema).map_err(|problem| Thrown::at(&problem.pointer, &format!("the schema cannot be drawn: {problem}")))?;
        let data = checked(script::json(options, "data")?)?;
        let lang = match script::text(options, "lang")? {
            None => Lang::Hans,
            Some(tag) => Lang::parse(&tag).ok_or_else(|| Thrown::new("options.lang must be \"zh-CN\", \"zh-Hant\" or \"en\""))?,
        };
        let provenance = provenance(script::json(options, "provenance")?)?;
        let function = |name: &str| script::function(options, name);
        let (on_change, on_submit, on_file) = (function("onChange")?, function("onSubmit")?, function("onFile")?);
        // A question that nobody could answer is no question.
        if let Some(pointer) = files::asked_for(&form).filter(|_| on_file.is_none()) {
            return Err(Thrown::new(&format!("options.onFile is missing: the schema asks for a file at \"{pointer}\", and the page has to take it")));
        }
        Ok(Self { form, data, provenance, lang, on_change, on_submit, on_file })
    }
}

/// Answers as a host gives them, `{}` where it gives none.
///
/// # Errors
/// Where it is no object.
pub(super) fn checked(data: Option<Value>) -> Result<Value, Thrown> {
    match data {
        None => Ok(Value::Object(Default::default())),
        Some(data) if data.is_object() => Ok(data),
        Some(_) => Err(Thrown::new("data must be an object")),
    }
}

fn provenance(given: Option<Value>) -> Result<Provenance, Thrown> {
    let mut told = Provenance::new();
    let given = match given {
        None => return Ok(told),
        Some(Value::Object(given)) => given,
        Some(_) => return Err(Thrown::new("options.provenance must be an object of sources by JSON Pointer")),
    };
    for (pointer, entry) in given {
        let wrong = |what: &str| Thrown::at(&pointer, &format!("options.provenance[\"{pointer}\"] {what}"));
        let text = |key: &str| match entry.get(key) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.clone())),
            Some(_) => Err(wrong(&format!("has a {key} that is no string"))),
        };
        let source = match &entry {
            Value::String(source) => source.clone(),
            _ => text("source")?.ok_or_else(|| wrong("must be the name of a source, or an object with one in source"))?,
        };
        let level = match text("level")?.as_deref() {
            None | Some("A") => TrustLevel::A,
            Some("B") => TrustLevel::B,
            Some("C") => TrustLevel::C,
            Some("D") => TrustLevel::D,
            Some(_) => return Err(wrong("has a level other than A, B, C and D")),
        };
        let locked = match text("edit")?.as_deref() {
            None | Some("allowed") => false,
            Some("locked") => true,
            Some(_) => return Err(wrong("has an edit other than \"allowed\" and \"locked\"")),
        };
        let name = text("name")?.unwrap_or_else(|| source.clone());
        let said = Said { source, name, level, locked, masked: text("masked")?, note: text("note")? };
        told.insert(pointer, said);
    }
    Ok(told)
}

/// The answers that a host starts with: what sources said as theirs, the rest as the person's own.
pub(super) fn answers(form: &Form, data: &Value, provenance: &Provenance) -> Answers {
    let mut answers = Answers::new(form);
    for field in &form.fields {
        let Some(value) = field.pointer.get(data).filter(|value| !value.is_null()) else { continue };
        let pointer = field.pointer.as_str();
        let said = provenance.get(pointer);
        // What only a source can answer came from one, named or not.
        if said.is_some() || (field.read_only && field.computed.is_none()) {
            answers.merge(&prefill(pointer, value.clone(), said));
        } else {
            let _ = answers.type_in(field, value.clone());
        }
    }
    answers
}

fn prefill(pointer: &str, value: Value, said: Option<&Said>) -> SourcePrefill {
    let field = FieldPrefill {
        pointer: pointer.to_owned(),
        value,
        masked: said.and_then(|s| s.masked.clone()),
        level: said.map_or(TrustLevel::A, |s| s.level),
        edit: if said.is_none_or(|s| s.locked) { Edit::Locked } else { Edit::Allowed },
        note: said.and_then(|s| s.note.clone()),
    };
    let (source, name) = said.map(|s| (s.source.clone(), s.name.clone())).unwrap_or_default();
    SourcePrefill { source, name, status: SourceStatus::Filled, certificate: None, fields: vec![field], message: None, correct_at: None, choice: None }
}
