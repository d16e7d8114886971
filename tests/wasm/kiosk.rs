//! A shared terminal: whoever has gone leaves nothing, and whoever is there is not thrown out.

use crate::stand::Stand;
use leptos::prelude::*;
use miaoban::backend::transport::{Call, Method, Reply, TransportError};
use miaoban::model::idling::Kiosk;
use miaoban::platform::{clock, document, stage, vault};
use miaoban::preview::desk::Desk;
use miaoban::preview::scene::Scene;
use miaoban::preview::{act, device};
use miaoban::state::handoff::PendingHandoff;
use miaoban::state::locale::{TextSize, Theme};
use miaoban::state::setup::Setup;
use miaoban::words::Lang;
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;

const SERVICE: &str = "no-criminal-record";
const FORM: &str = "/services/no-criminal-record/form";
const ASKED: &str = "dialog.mb-overlay[open]";
const STAY: &str = "dialog.mb-overlay[open] [data-action='primary']";

fn shared() -> Setup {
    Setup { kiosk: Some(Kiosk { idle_s: 90 }), ..Setup::default() }
}

async fn at_form() -> (Stand, Rc<Desk>) {
    at_form_of(shared()).await
}

async fn at_form_of(setup: Setup) -> (Stand, Rc<Desk>) {
    Stand::page(|| {
        Scene::after(|desk| {
            desk.verify("lin", SERVICE, &[]);
            FORM.to_owned()
        })
        .set_up(setup)
    })
    .await
}

async fn until_gone(stand: &Stand, selector: &str) {
    for _ in 0..250 {
        if !stand.has(selector) {
            return;
        }
        clock::sleep(20).await;
    }
    panic!("{selector} stays: {}", stand.text());
}

/// Guards against a person who is thrown out while reading, and against a lean on the screen that answers for them.
#[wasm_bindgen_test]
async fn who_is_still_there_says_so_and_goes_on() {
    let (stand, desk) = at_form().await;
    desk.wait(89_000);
    clock::sleep(1_200).await;
    assert!(!stand.has(ASKED), "asked too early");
    desk.wait(3_000);
    let asked = stand.until(ASKED).await;
    assert!(asked.inner_text().contains("28"), "{}", asked.inner_text());
    document::announce("pointerdown");
    desk.wait(4_000);
    clock::sleep(1_200).await;
    assert!(stand.has(ASKED) && stand.text().contains("24"), "{}", stand.text());
    stand.press(STAY).await;
    until_gone(&stand, ASKED).await;
    desk.wait(80_000);
    clock::sleep(1_200).await;
    assert!(!stand.has(ASKED), "the answer did not count as a touch");
    assert!(stand.has("[data-page='form'] [data-field='/purpose']"));
}

/// Guards against anything of the last person that the next one finds: on the screen, on the device, or by the session.
#[wasm_bindgen_test]
async fn who_has_gone_leaves_nothing() {
    let (stand, desk) = at_form().await;
    assert!(vault::keep("draft/x", "something", 60_000).await);
    let pending = PendingHandoff {
        session: "s".to_owned(),
        state: "t".to_owned(),
        service: SERVICE.to_owned(),
        camera: false,
        for_other: false,
        asked: None,
        back: None,
    };
    pending.keep();
    stand.enter("[data-field='/purpose'] select", "0").await;
    clock::sleep(900).await;
    let at = desk.count(Method::Delete, "/session");
    desk.wait(121_000);
    stand.until("[data-page='home']").await;
    for _ in 0..100 {
        if desk.count(Method::Delete, "/session") > at {
            break;
        }
        clock::sleep(20).await;
    }
    assert_eq!(desk.count(Method::Delete, "/session"), at + 1);
    assert!(vault::kept_on("draft").await.is_empty());
    assert!(PendingHandoff::kept().is_none());
    stage::set_address(FORM);
    document::announce("popstate");
    stand.until("[data-page='form']").await;
    stand.settled().await;
    assert!(!stand.has("[data-field]"), "the form of somebody who has gone: {}", stand.text());
}

fn away(call: &Call) -> Option<Result<Reply, TransportError>> {
    (call.method == Method::Delete && call.path == "/session").then_some(Err(TransportError::Unreachable))
}

/// Guards against a session that lives on because the network was away when it was to end.
#[wasm_bindgen_test]
async fn nobody_uses_it_before_the_backend_knows() {
    let (stand, desk) = at_form().await;
    desk.break_wire(Some(away));
    desk.wait(121_000);
    stand.until("[data-page='home']").await;
    let stuck = stand.until(ASKED).await;
    assert!(stuck.inner_text().contains("还没有完全退出"), "{}", stuck.inner_text());
    drop(stand);
    // Not by loading the page anew either.
    let again = desk.clone();
    let (stand, _) = Stand::page(move || Scene::reload(again, FORM).set_up(shared())).await;
    stand.until(ASKED).await;
    desk.break_wire(None);
    until_gone(&stand, ASKED).await;
    assert!(!stand.has("[data-field]"), "{}", stand.text());
}

/// Guards against a terminal that asks an empty room, for ever.
#[wasm_bindgen_test]
async fn where_nobody_is_nobody_is_asked() {
    let (stand, desk) = Stand::page(|| Scene::at("/").set_up(shared())).await;
    desk.wait(500_000);
    clock::sleep(1_200).await;
    assert!(!stand.has(ASKED) && desk.count(Method::Delete, "/session") == 0);
    drop(stand);
    // Who has only begun, without a name yet, is somebody.
    let (stand, desk) = Stand::page(|| Scene::at("/services/no-criminal-record/consent").set_up(shared())).await;
    desk.wait(91_000);
    stand.until(ASKED).await;
}

/// Guards against a terminal that speaks to the next person as the last one wanted it to, whether or not it knew who that was.
#[wasm_bindgen_test]
async fn the_next_person_reads_as_the_terminal_is_set_up() {
    let setup = || Setup { lang: Some(Lang::Hant), ..shared() };
    let reads = |stand: &Stand| (stand.locale.lang.get_untracked(), stand.locale.size.get_untracked(), stand.locale.theme.get_untracked());
    let want = |stand: &Stand| {
        stand.locale.lang.set(Lang::En);
        stand.locale.size.set(TextSize::Elder);
        stand.locale.theme.set(Theme::Dark);
    };
    let anew = (Lang::Hant, TextSize::Standard, Theme::Auto);
    // Nobody is known, and nobody is asked.
    let (stand, desk) = Stand::page(move || Scene::at("/").set_up(setup())).await;
    want(&stand);
    desk.wait(100_000);
    clock::sleep(1_200).await;
    assert_eq!(reads(&stand), (Lang::En, TextSize::Elder, Theme::Dark), "before anybody could have gone");
    desk.wait(30_000);
    until(|| reads(&stand) == anew).await;
    assert!(!stand.has(ASKED));
    drop(stand);
    // Somebody, who has gone.
    let (stand, desk) = at_form_of(setup()).await;
    want(&stand);
    desk.wait(121_000);
    stand.until("[data-page='home']").await;
    until(|| reads(&stand) == anew).await;
    drop(stand);
    // And somebody who says so.
    let (stand, _) = Stand::page(move || {
        Scene::after(|desk| {
            desk.verify("lin", SERVICE, &[]);
            "/applications".to_owned()
        })
        .set_up(setup())
    })
    .await;
    want(&stand);
    stand.press("[data-action='sign-out']").await;
    stand.until("[data-page='home']").await;
    until(|| reads(&stand) == anew).await;
    drop(stand);
    // A device of one's own keeps to its person.
    let (stand, _) = Stand::page(|| {
        Scene::after(|desk| {
            desk.verify("lin", SERVICE, &[]);
            "/applications".to_owned()
        })
    })
    .await;
    want(&stand);
    stand.press("[data-action='sign-out']").await;
    stand.until("[data-page='home']").await;
    assert_eq!(reads(&stand), (Lang::En, TextSize::Elder, Theme::Dark));
}

async fn until(holds: impl Fn() -> bool) {
    for _ in 0..250 {
        if holds() {
            return;
        }
        clock::sleep(20).await;
    }
    panic!("it never came to that");
}

/// Guards against what stays on a device that others use: drafts, passkeys, answers carried over a check.
#[wasm_bindgen_test]
async fn nothing_is_offered_to_be_kept_here() {
    let (stand, _) = Stand::page(|| {
        Scene::after(|desk| {
            desk.verify("lin", SERVICE, &[]);
            format!("{FORM}?fault=no-drafts")
        })
        .set_up(shared())
    })
    .await;
    stand.enter("[data-field='/purpose'] select", "0").await;
    clock::sleep(900).await;
    stand.until("footer [role='status'], .mb-foot [role='status']").await;
    assert!(!stand.has("[data-action='keep']"), "{}", stand.text());
    assert!(vault::kept_on("draft").await.is_empty());
    drop(stand);
    let (stand, _) = Stand::page(|| {
        Scene::after(|desk| {
            desk.verify("lin", SERVICE, &[]);
            device::willing();
            "/passkeys".to_owned()
        })
        .set_up(shared())
    })
    .await;
    stand.until(".mb-notice").await;
    assert!(!act::find(&stand.root, "[data-page='passkeys'] [data-action='primary']").is_some_and(|b| b.inner_text().contains("登记这台设备")));
    drop(stand);
    let (stand, _) = Stand::page(|| {
        Scene::after(|_| {
            device::willing();
            "/services/no-criminal-record/consent".to_owned()
        })
        .set_up(shared())
    })
    .await;
    assert!(stand.has("input[value='sms']") && !stand.has("input[value='device']"));
}
