//! The camera, tried before a face check.

use crate::backend::transport::TransportError;
use crate::model::camera::{CameraFault, Light};
use crate::platform::stage;
use crate::preview::example::Example;
use crate::preview::scene::Scene;

const TRY: &str = "[data-page='camera'] [data-action='primary']";

pub fn examples() -> Vec<Example> {
    vec![
        Example::new("page/camera/untried", || with(Ok(Light::Fine)).draw()),
        Example::new("page/camera/fine", || with(Ok(Light::Fine)).click(TRY).draw()),
        Example::new("page/camera/dark", || with(Ok(Light::Dark)).click(TRY).draw()),
        Example::new("page/camera/glaring", || with(Ok(Light::Glaring)).click(TRY).draw()),
        Example::new("page/camera/refused", || with(Err(CameraFault::Refused)).click(TRY).draw()),
        Example::new("page/camera/missing", || with(Err(CameraFault::Missing)).click(TRY).draw()),
        Example::new("page/camera/busy", || with(Err(CameraFault::Busy)).click(TRY).draw()),
        Example::new("page/camera/unsupported", || with(Err(CameraFault::Unsupported)).click(TRY).draw()),
        Example::new("page/camera/unreachable", || {
            with(Ok(Light::Fine)).wire(|call| call.path.starts_with("/identity-sessions/").then_some(Err(TransportError::Unreachable))).draw()
        }),
    ]
}

/// Somebody who has agreed to a face check, and what comes of turning the camera on.
fn with(camera: Result<Light, CameraFault>) -> Scene {
    Scene::after(move |desk| {
        stage::set_camera(camera);
        desk.hand_off("no-criminal-record", "face", &[]);
        "/camera".to_owned()
    })
}
