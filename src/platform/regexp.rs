//! `pattern` through the browser's own engine: ECMA-262 is the dialect that JSON Schema names.

use crate::form::Patterns;
use js_sys::RegExp;
use wasm_bindgen::JsCast;

/// The browser's regular expressions, in Unicode mode.
pub struct BrowserPatterns;

impl Patterns for BrowserPatterns {
    fn matches(&self, pattern: &str, text: &str) -> Option<bool> {
        // `new RegExp` throws on a bad pattern, so it is made through Reflect, which hands the exception back.
        let made = js_sys::Reflect::construct(
            js_sys::Reflect::get(&js_sys::global(), &"RegExp".into()).ok()?.unchecked_ref::<js_sys::Function>(),
            &js_sys::Array::of2(&pattern.into(), &"u".into()),
        );
        Some(made.ok()?.unchecked_into::<RegExp>().test(text))
    }
}
