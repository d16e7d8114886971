//! Members of browser objects by name, for what few pages need and whose bindings are large.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A member that is there: neither undefined nor null.
pub(super) fn member(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok().filter(is_there)
}

/// What a method answers, which may be undefined; `None` where there is no such method, or it throws.
pub(super) fn call(of: &JsValue, name: &str, arguments: &Array) -> Option<JsValue> {
    member(of, name)?.dyn_into::<Function>().ok()?.apply(of, arguments).ok()
}

pub(super) fn is_there(value: &JsValue) -> bool {
    !value.is_undefined() && !value.is_null()
}
