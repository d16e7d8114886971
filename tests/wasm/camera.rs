//! The camera is tried before a face check, and what does not work is told with a way on.

use crate::stand::Stand;
use miaoban::model::camera::{CameraFault, Light};
use miaoban::platform::stage;
use miaoban::preview::scene::Scene;
use wasm_bindgen_test::wasm_bindgen_test;

const PRIMARY: &str = "[data-page='camera'] [data-action='primary']";

async fn page(camera: Result<Light, CameraFault>) -> Stand {
    let (stand, _) = Stand::page(move || {
        Scene::after(move |desk| {
            stage::set_camera(camera);
            desk.hand_off("no-criminal-record", "face", &[]);
            "/camera".to_owned()
        })
    })
    .await;
    stand.until(PRIMARY).await;
    stand
}

/// Guards against a person who is sent away before they have seen that it works, and one who cannot go.
#[wasm_bindgen_test]
async fn a_camera_that_works_is_said_to_and_leads_to_the_provider() {
    let stand = page(Ok(Light::Dark)).await;
    stand.press(PRIMARY).await;
    stand.until("[data-camera='poor'] [role='status']").await;
    assert_eq!(stage::left_for(), None);
    stand.press(PRIMARY).await;
    assert!(stage::left_for().is_some_and(|url| url.contains("ticket=")));
}

/// Guards against a camera that must be tried: who cannot or would rather not goes on, or chooses another way.
#[wasm_bindgen_test]
async fn nobody_has_to_try() {
    let stand = page(Ok(Light::Fine)).await;
    stand.press("[data-page='camera'] [data-action='go-on']").await;
    assert!(stage::left_for().is_some());
}

/// Guards against a dead end for each thing that can be wrong.
#[wasm_bindgen_test]
async fn what_is_wrong_is_told_with_another_way() {
    for fault in [CameraFault::Refused, CameraFault::Missing, CameraFault::Busy, CameraFault::Unsupported] {
        let stand = page(Err(fault)).await;
        stand.press(PRIMARY).await;
        stand.until("[data-page='camera'] [role='alert']").await;
        let way = stand.until("[data-page='camera'] [data-action='another-way']").await;
        assert_eq!(way.get_attribute("href").as_deref(), Some("/services/no-criminal-record/consent"), "{fault:?}");
        assert!(stand.has("[data-page='camera'] [data-action='go-on']"));
    }
}

/// Guards against a phone that offers, for a computer's check, another way that only the computer has.
#[wasm_bindgen_test]
async fn a_phone_tries_its_camera_for_a_computer_and_starts_over_there() {
    for (camera, goes) in [(Ok(Light::Dark), true), (Err(CameraFault::Missing), false)] {
        let (stand, _) = Stand::page(move || {
            Scene::after(move |desk| {
                stage::set_camera(camera);
                let ticket = desk.hand_off("no-criminal-record", "face", &[]);
                desk.open_link(&desk.link(&ticket));
                "/camera".to_owned()
            })
        })
        .await;
        stand.press(PRIMARY).await;
        if goes {
            stand.until("[data-camera='poor'] [role='status']").await;
            stand.press(PRIMARY).await;
            assert!(stage::left_for().is_some_and(|url| url.contains("ticket=")));
        } else {
            stand.until("[data-page='camera'] [role='alert']").await;
            assert!(stand.text().contains("请在电脑上重新开始"), "{}", stand.text());
            assert!(stand.has("[data-page='camera'] [data-action='go-on']"));
        }
        assert!(!stand.has("[data-action='another-way']"));
    }
}

/// Guards against a page that waits for a check that there is none of.
#[wasm_bindgen_test]
async fn without_a_check_the_page_leads_to_where_that_is_said() {
    let (stand, _) = Stand::page(|| Scene::at("/camera")).await;
    stand.until("[data-page='handoff']").await;
}
