//! The camera, for a look at whether it works. Its picture goes nowhere. By reflection, since one page needs it and the bindings are large.

use super::document::{document, window};
use super::reflect::{call, member};
#[cfg(feature = "preview")]
use super::stage;
use crate::model::camera::{CameraFault, Light};
use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement};

/// Sides of the picture that is measured, in pixels: enough for its brightness.
const SIDE: u32 = 32;

/// A camera that is on; off when dropped.
pub struct Camera {
    stream: JsValue,
    #[cfg(feature = "preview")]
    staged: Option<Light>,
}

impl Camera {
    /// Turns it on: the browser may ask the person. Call it from a press.
    ///
    /// # Errors
    /// [`CameraFault`]
    pub async fn open() -> Result<Self, CameraFault> {
        #[cfg(feature = "preview")]
        if let Some(staged) = stage::camera() {
            return staged.map(|light| Self { stream: JsValue::UNDEFINED, staged: Some(light) });
        }
        let promise = asked().ok_or(CameraFault::Unsupported)?;
        let name = |error: JsValue| member(&error, "name").and_then(|name| name.as_string()).unwrap_or_default();
        let stream = JsFuture::from(promise).await.map_err(|error| CameraFault::named(&name(error)))?;
        Ok(Self {
            stream,
            #[cfg(feature = "preview")]
            staged: None,
        })
    }

    /// Shows its picture in a `<video>`.
    pub fn show(&self, video: &Element) {
        let _ = Reflect::set(video, &"srcObject".into(), &self.stream);
    }

    /// How bright a `<video>` is that shows its picture; `None` before there is one.
    pub fn light(&self, video: &Element) -> Option<Light> {
        #[cfg(feature = "preview")]
        if self.staged.is_some() {
            return self.staged;
        }
        // HAVE_CURRENT_DATA: there is a picture.
        if member(video, "readyState")?.as_f64()? < 2.0 {
            return None;
        }
        let canvas: HtmlCanvasElement = document()?.create_element("canvas").ok()?.dyn_into().ok()?;
        canvas.set_width(SIDE);
        canvas.set_height(SIDE);
        let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        let side = JsValue::from(SIDE);
        call(&context, "drawImage", &Array::of5(video, &0.into(), &0.into(), &side, &side))?;
        let picture = call(&context, "getImageData", &Array::of4(&0.into(), &0.into(), &side, &side))?;
        let bytes = js_sys::Uint8ClampedArray::new(&member(&picture, "data")?);
        Light::of(&bytes.to_vec())
    }
}

impl Drop for Camera {
    fn drop(&mut self) {
        let Some(tracks) = call(&self.stream, "getTracks", &Array::new()).and_then(|t| t.dyn_into::<Array>().ok()) else { return };
        for track in tracks.iter() {
            let _ = call(&track, "stop", &Array::new());
        }
    }
}

fn asked() -> Option<Promise> {
    let devices = member(&window()?.navigator(), "mediaDevices")?;
    let (front, wanted) = (Object::new(), Object::new());
    // `user` is the camera that looks at the person; a device with another one only still gives it.
    Reflect::set(&front, &"facingMode".into(), &"user".into()).ok()?;
    Reflect::set(&wanted, &"video".into(), &front).ok()?;
    call(&devices, "getUserMedia", &Array::of1(&wanted))?.dyn_into().ok()
}
