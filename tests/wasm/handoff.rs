//! What comes back from the identity provider is a hint, and only the right hint is asked about.

use crate::stand::Stand;
use miaoban::backend::transport::{Method, TransportError};
use miaoban::platform::stage;
use miaoban::preview::desk::Desk;
use miaoban::preview::scene::Scene;
use miaoban::state::handoff::{PendingAsk, PendingHandoff, PendingLink};
use miaoban::words::Lang;
use std::collections::BTreeSet;
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
            desk.report(&ticket, "lin", "2006")
        })
    })
    .await;
    assert!(stand.has("[data-page='handoff']"));
}

/// Guards against an account whose provider keeps to its own protocol: nothing of ours but the state comes back.
#[wasm_bindgen_test]
async fn a_return_by_openid_connect_is_known_by_its_state_and_opens_the_form() {
    let (stand, desk) = Stand::page(|| {
        Scene::after(|desk| {
            desk.hand_off(SERVICE, "account", &[]);
            desk.back_from_account("code=account-lin")
        })
    })
    .await;
    stand.until("[data-page='form'] [data-field]").await;
    assert_eq!(confirmed(&desk), 1);
    assert_eq!(stage::address().as_deref(), Some("/services/no-criminal-record/form"));
    assert!(PendingHandoff::kept().is_none());
    let told = desk.calls().iter().find(|c| c.path.ends_with("/confirm")).map(|c| String::from_utf8_lossy(&c.body).into_owned()).unwrap_or_default();
    assert!(told.contains(r#""iss":"https://id.example""#) && told.contains(r#""code":"account-lin""#), "{told}");
}

/// Guards against a cancelled sign-in that is taken for a forged return, or for one that never came.
#[wasm_bindgen_test]
async fn what_a_provider_says_instead_of_a_code_is_told_and_leaves_the_address() {
    let (stand, desk) = Stand::page(|| {
        Scene::after(|desk| {
            desk.hand_off(SERVICE, "account", &[]);
            desk.back_from_account("error=access_denied&error_description=no")
        })
    })
    .await;
    stand.until("[data-page='handoff'] [data-action='primary']").await;
    assert!(stand.text().contains("取消"), "{}", stand.text());
    assert_eq!(confirmed(&desk), 1);
    assert_eq!(stage::address().as_deref(), Some("/handoff"));
    assert!(PendingHandoff::kept().is_none());
}

/// Guards against an error that somebody else's link brings: it is not even told to the backend.
#[wasm_bindgen_test]
async fn an_error_with_another_state_or_none_is_refused_without_asking_the_backend() {
    for query in ["error=access_denied&state=state-of-somebody-else", "code=account-lin&iss=https%3A%2F%2Fid.example"] {
        let (stand, desk) = Stand::page(move || {
            Scene::after(move |desk| {
                desk.hand_off(SERVICE, "account", &[]);
                format!("/handoff?{query}")
            })
        })
        .await;
        assert_eq!(confirmed(&desk), 0);
        assert!(stand.text().contains("没有被接受"), "{}", stand.text());
        assert_eq!(stage::address().as_deref(), Some("/handoff"));
    }
}

/// Whoever is at the app opens a check by SMS; answered as its page does.
async fn by_sms() -> (Stand, std::rc::Rc<Desk>) {
    Stand::page(|| {
        Scene::after(|desk| {
            desk.sign_in("lin");
            desk.hand_off(SERVICE, "sms", &[]);
            "/handoff".to_owned()
        })
    })
    .await
}

const PRIMARY: &str = "[data-page='handoff'] [data-action='primary']";

/// Guards against a code that must be typed exactly as a machine would, and against digits that are lost with a wrong one.
#[wasm_bindgen_test]
async fn a_code_by_sms_is_asked_for_told_when_wrong_and_opens_the_form() {
    let (stand, desk) = by_sms().await;
    stand.press(PRIMARY).await;
    assert_eq!(confirmed(&desk), 0, "nothing was typed");
    stand.until("[data-field='/phone'][data-state='problem']").await;
    stand.enter("[data-field='/phone'] input", "+86 166 0000 0011").await;
    stand.press(PRIMARY).await;
    let input = stand.until("[data-field='/code'] input").await;
    assert_eq!(input.get_attribute("autocomplete").as_deref(), Some("one-time-code"));
    let told = stand.text();
    let code = told.split(|c: char| !c.is_ascii_digit()).find(|run| run.len() == 6).unwrap_or_default().to_owned();
    assert_eq!(code.len(), 6, "{told}");
    let wrong = if code == "111111" { "222222" } else { "111111" };
    stand.enter("[data-field='/code'] input", wrong).await;
    stand.press(PRIMARY).await;
    stand.until("[data-field='/code'][data-state='problem']").await;
    assert_eq!(stand.value("[data-field='/code'] input"), wrong);
    // With blanks and in full width, as keyboards and clipboards bring it.
    let odd: String = code.chars().flat_map(|c| [char::from_u32(c as u32 + 0xfee0).unwrap_or(c), ' ']).collect();
    stand.enter("[data-field='/code'] input", &odd).await;
    stand.press(PRIMARY).await;
    stand.until("[data-page='form'] [data-field]").await;
    assert!(PendingHandoff::kept().is_none());
}

/// Guards against a number and a code that are gone when the network is.
#[wasm_bindgen_test]
async fn what_was_typed_survives_a_lost_answer() {
    let (stand, desk) = by_sms().await;
    stand.enter("[data-field='/phone'] input", "16600000011").await;
    desk.break_wire(Some(|call| call.path.ends_with("/confirm").then_some(Err(TransportError::Unreachable))));
    stand.press(PRIMARY).await;
    stand.until(".mb-notice--bad").await;
    assert_eq!(stand.value("[data-field='/phone'] input"), "16600000011");
    desk.break_wire(None);
    stand.press(PRIMARY).await;
    stand.until("[data-field='/code']").await;
}

/// Guards against the next person who goes on with what the last one did for another device, or was to answer for a child.
#[wasm_bindgen_test]
async fn nothing_that_was_under_way_outlasts_a_sign_out() {
    let (stand, _) = Stand::page(|| {
        Scene::after(|desk| {
            desk.verify("lin", SERVICE, &[]);
            let ticket = desk.hand_off(SERVICE, "face", &[]);
            desk.open_link(&desk.link(&ticket));
            PendingAsk { code: "4F7KQ9TC".to_owned(), share: false }.keep();
            "/applications".to_owned()
        })
    })
    .await;
    assert!(PendingHandoff::kept().is_some() && PendingLink::kept().is_some());
    stand.press("[data-action='sign-out']").await;
    stand.until("[data-page='home']").await;
    assert!(PendingHandoff::kept().is_none() && PendingLink::kept().is_none() && PendingAsk::take().is_none());
}

/// Every way of not passing, as the contract has it and in the providers' own codes, and whether the service's windows are shown with it.
const REASONS: [(&str, bool); 17] = [
    ("cancelled", false),
    ("15", false),
    ("17", false),
    ("3003", false),
    ("3004", false),
    ("3001", false),
    ("3005", false),
    ("1002", false),
    ("2006", false),
    ("2016", true),
    ("16", true),
    ("2018", true),
    ("failed:source_down", false),
    ("failed:no_photo", true),
    ("failed:guardian_needed", true),
    ("failed:other", false),
    ("failed:something_new", false),
];
/// Those that are told alike: two codes for one thing.
const ALIKE: usize = 3;

/// Guards against a failure without words or a next step of its own, in any language.
#[wasm_bindgen_test]
async fn each_way_of_not_passing_has_its_own_words_and_a_next_step_in_every_language() {
    for lang in Lang::ALL {
        let mut told = BTreeSet::new();
        for (outcome, windows) in REASONS {
            let stand = Stand::of(lang, move || {
                Scene::after(move |desk| {
                    let ticket = desk.hand_off(SERVICE, "face", &[]);
                    desk.report(&ticket, "luo", outcome)
                })
                .draw()
            });
            let words = stand.until("[data-page='handoff'] .mb-failed").await.inner_text();
            assert!(stand.settled().await);
            assert_eq!(stand.has(".mb-wayout"), windows, "{outcome} in {}", lang.tag());
            let next = stand.find("[data-action='primary']");
            assert!(!next.inner_text().trim().is_empty(), "{outcome} in {}", lang.tag());
            // A check that goes on leads back to it; whatever has ended leads to the choice of ways.
            let href = next.get_attribute("href");
            assert_eq!(href.as_deref(), (outcome != "17").then_some("/services/no-criminal-record/consent"), "{outcome} in {}", lang.tag());
            assert!(words.chars().count() > 12, "{outcome} in {}: {words}", lang.tag());
            told.insert(words);
        }
        assert_eq!(told.len(), REASONS.len() - ALIKE, "in {}: {told:#?}", lang.tag());
    }
}
