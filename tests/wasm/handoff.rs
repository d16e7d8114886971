//! What comes back from the identity provider is a hint, and only the right hint is asked about.

use crate::stand::Stand;
use miaoban::backend::transport::Method;
use miaoban::platform::stage;
use miaoban::preview::desk::Desk;
use miaoban::preview::scene::Scene;
use miaoban::state::handoff::PendingHandoff;
use wasm_bindgen_test::wasm_bindgen_test;

const SERVICE: &str = "no-criminal-record";

fn confirmed(desk: &Desk) -> usize {
    desk.calls().iter().filter(|c| c.method == Method::Post && c.path.ends_with("/confirm")).count()
}

/// Guards against a link, made by somebody else, that signs a person in as somebody else.
#[wasm_bindgen_test]
async fn a_forged_state_is_refused_without_asking_the_backend() {
    let (stand, desk) = Stand::page(|| {
        Scene::after(|desk| {
            let ticket = desk.hand_off(SERVICE, "face", &[]);
            let returned = desk.report(&ticket, "tang", "success");
            returned.replace("state-0123456789abcdef", "state-of-somebody-else")
        })
    })
    .await;
    assert_eq!(confirmed(&desk), 0);
    assert!(stand.has("[data-page='handoff']"));
    assert!(PendingHandoff::kept().is_none(), "a second try with the right state must not follow the forged one");
}

/// Guards against a return that nobody left for.
#[wasm_bindgen_test]
async fn a_return_without_a_departure_is_refused_without_asking_the_backend() {
    let (stand, desk) = Stand::page(|| Scene::at("/handoff?session=s&state=state-0123456789abcdef&code=c")).await;
    assert_eq!(confirmed(&desk), 0);
    assert!(stand.has("[data-page='handoff']"));
}

/// Guards against a code that stays in the address, the history and the next person's screenshot.
#[wasm_bindgen_test]
async fn a_good_return_is_confirmed_once_cleared_from_the_address_and_opens_the_form() {
    let (stand, desk) = Stand::page(|| {
        Scene::after(|desk| {
            let ticket = desk.hand_off(SERVICE, "face", &[]);
            desk.report(&ticket, "lin", "success")
        })
    })
    .await;
    stand.until("[data-page='form'] [data-field]").await;
    assert_eq!(confirmed(&desk), 1);
    assert_eq!(stage::address().as_deref(), Some("/services/no-criminal-record/form"));
}

/// Guards against believing the address: it says nothing of how the check ended.
#[wasm_bindgen_test]
async fn a_failed_check_opens_no_form() {
    let (stand, _) = Stand::page(|| {
        Scene::after(|desk| {
            let ticket = desk.hand_off(SERVICE, "face", &[]);
            desk.report(&ticket, "lin", "failed:mismatch")
        })
    })
    .await;
    assert!(stand.has("[data-page='handoff']"));
}
