//! Codes that arrive by SMS, read by the browser where it can (WebOTP). Everywhere else they are typed, pasted or offered by the keyboard.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{spawn_local, JsFuture};
use web_sys::AbortController;

/// Listening for a code; ends when dropped.
pub struct Listening(AbortController);

impl Drop for Listening {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Calls `then` with the code, once, if one comes. `None` where the browser cannot.
pub fn listen(then: impl FnOnce(String) + 'static) -> Option<Listening> {
    let window = super::document::window()?;
    Reflect::get(&window, &"OTPCredential".into()).ok().filter(|c| !c.is_undefined())?;
    let credentials = Reflect::get(&window.navigator(), &"credentials".into()).ok().filter(JsValue::is_object)?;
    let get: Function = Reflect::get(&credentials, &"get".into()).ok()?.dyn_into().ok()?;
    let controller = AbortController::new().ok()?;
    let (otp, options) = (Object::new(), Object::new());
    let set = |on: &Object, key: &str, value: &JsValue| Reflect::set(on, &key.into(), value).ok();
    set(&otp, "transport", &js_sys::Array::of1(&"sms".into()))?;
    set(&options, "otp", &otp)?;
    set(&options, "signal", &controller.signal())?;
    let promise: Promise = get.call1(&credentials, &options).ok()?.dyn_into().ok()?;
    spawn_local(async move {
        // Aborted, refused or too late: the person types it.
        let Ok(credential) = JsFuture::from(promise).await else { return };
        if let Some(code) = Reflect::get(&credential, &"code".into()).ok().and_then(|code| code.as_string()) {
            then(code);
        }
    });
    Some(Listening(controller))
}
