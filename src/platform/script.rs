//! Talking with scripts of a host page: values in, errors and calls out.

use js_sys::{Promise, Reflect, JSON};
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::AbortController;

pub use js_sys::Function;

/// An `Error` for a script: what is wrong in plain words, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thrown {
    message: String,
    /// A JSON Pointer, where one place is at fault.
    pointer: Option<String>,
}

impl Thrown {
    pub fn new(message: &str) -> Self {
        Self { message: message.to_owned(), pointer: None }
    }

    /// With `.pointer`.
    pub fn at(pointer: &str, message: &str) -> Self {
        Self { message: message.to_owned(), pointer: Some(pointer.to_owned()) }
    }
}

impl From<Thrown> for JsValue {
    fn from(thrown: Thrown) -> Self {
        let error = js_sys::Error::new(&thrown.message);
        if let Some(pointer) = thrown.pointer {
            // A fresh object takes it.
            let _ = Reflect::set(&error, &"pointer".into(), &pointer.into());
        }
        error.into()
    }
}

/// A member of an object, `None` where it is missing, undefined or null.
fn member(object: &JsValue, name: &str) -> Result<Option<JsValue>, Thrown> {
    let value = Reflect::get(object, &name.into()).map_err(|_| Thrown::new(&format!("{name} cannot be read")))?;
    Ok((!value.is_undefined() && !value.is_null()).then_some(value))
}

/// A member as JSON.
///
/// # Errors
/// Where it cannot be written as JSON: a circle, a BigInt, more nesting than a document may have.
pub fn json(object: &JsValue, name: &str) -> Result<Option<Value>, Thrown> {
    member(object, name)?.map(|value| value_of(&value, name)).transpose()
}

/// A script's value as JSON; `name` is what an error calls it.
///
/// # Errors
/// As [`json`].
pub fn value_of(value: &JsValue, name: &str) -> Result<Value, Thrown> {
    let wrong = || Thrown::new(&format!("{name} is not JSON: it must be made of plain objects, arrays, strings, numbers and booleans"));
    let text = JSON::stringify(value).ok().filter(|text| text.is_string()).ok_or_else(wrong)?;
    serde_json::from_str(&String::from(text)).map_err(|_| wrong())
}

/// JSON as a script's value; undefined where it cannot be.
pub fn script_of(value: &Value) -> JsValue {
    JSON::parse(&value.to_string()).unwrap_or(JsValue::UNDEFINED)
}

/// A member that is a string.
///
/// # Errors
/// Where it is something else.
pub fn text(object: &JsValue, name: &str) -> Result<Option<String>, Thrown> {
    let wrong = |value: JsValue| value.as_string().ok_or_else(|| Thrown::new(&format!("options.{name} must be a string")));
    member(object, name)?.map(wrong).transpose()
}

/// A member that is a function.
///
/// # Errors
/// Where it is something else.
pub fn function(object: &JsValue, name: &str) -> Result<Option<Function>, Thrown> {
    let wrong = |value: JsValue| value.dyn_into::<Function>().map_err(|_| Thrown::new(&format!("options.{name} must be a function")));
    member(object, name)?.map(wrong).transpose()
}

/// The same object with one more member.
pub fn with_member(object: &JsValue, name: &str, value: &JsValue) -> JsValue {
    // A fresh object takes it.
    let _ = Reflect::set(object, &name.into(), value);
    object.clone()
}

/// Ends what a host was asked to do, when dropped: the host hears of it by the signal.
pub struct Ending(AbortController);

impl Ending {
    /// `None` where the browser has no such thing.
    pub fn new() -> Option<Self> {
        AbortController::new().ok().map(Self)
    }

    /// An `AbortSignal`.
    pub fn signal(&self) -> JsValue {
        self.0.signal().into()
    }
}

impl Drop for Ending {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// What a script's value comes to: of a promise what it is kept or broken with.
///
/// # Errors
/// What it was broken with.
pub async fn settled(value: JsValue) -> Result<JsValue, JsValue> {
    wasm_bindgen_futures::JsFuture::from(Promise::resolve(&value)).await
}

/// Calls back. What it throws is the host's own, and told as an uncaught error is: without stopping the form.
pub fn call(function: &Function, arguments: &[JsValue]) -> JsValue {
    let list = arguments.iter().collect::<js_sys::Array>();
    function.apply(&JsValue::NULL, &list).unwrap_or_else(|error| {
        web_sys::console::error_1(&error);
        JsValue::UNDEFINED
    })
}
