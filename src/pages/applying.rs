//! The pages of an application, in a file of their own: who only looks something up never downloads them.
//!
//! Release builds are compiled with `--cfg split`, and .ci/split/wasm-bindgen cuts what only these pages need out of the finished wasm. Elsewhere
//! everything is one file and nothing is fetched.

use super::ending::SessionEnding;
use super::kiosk::KioskWatch;
use super::waiting::until_loaded;
use super::{
    board, bundle, bundles, camera, consent, continue_here, decision, drafts, form, guardian, guide, handoff, passkeys, plan, rating, records, review, say,
    share,
};
use crate::backend::ApiError;
use crate::platform::fetch::DEADLINE_MS;
use crate::platform::{address, clock, focus, network};
use crate::route::Route;
use crate::state::effect::memo;
use crate::state::load::Loading;
use crate::ui::{live, Back, Page};
use crate::words::frame::Frame;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::Cell;
use std::future::{poll_fn, Future};
use std::pin::pin;
use std::rc::Rc;
use std::task::Poll;
#[cfg(split)]
use std::task::{Context, Waker};

#[cfg(split)]
impl From<leptos::wasm_split::SplitLoaderError> for ApiError {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self::Unreachable
    }
}

/// The page of a step, or what is beside every page of a shared terminal. What they alone need is what the file holds.
#[cfg_attr(split, leptos::wasm_split::wasm_split(applying, wasm_split_path = leptos::wasm_split, fallible, preload(file)))]
fn page(route: Option<Route>) -> Result<AnyView, ApiError> {
    let Some(route) = route else { return Ok(view! { <KioskWatch /> }.into_any()) };
    let page = match route {
        Route::Consent { service } => view! { <consent::ConsentPage service /> }.into_any(),
        Route::Camera => view! { <camera::CameraPage /> }.into_any(),
        Route::Handoff => view! { <handoff::HandoffPage /> }.into_any(),
        Route::Continue => view! { <continue_here::ContinuePage /> }.into_any(),
        Route::Share => view! { <share::SharePage /> }.into_any(),
        Route::Guardian => view! { <guardian::GuardianPage /> }.into_any(),
        Route::Form { service, part } => view! { <form::FormPage service part /> }.into_any(),
        Route::Review { service } => view! { <review::ReviewPage service /> }.into_any(),
        Route::Records => view! { <records::RecordsPage /> }.into_any(),
        Route::Drafts => view! { <drafts::DraftsPage /> }.into_any(),
        Route::Passkeys => view! { <passkeys::PasskeysPage /> }.into_any(),
        Route::Bundles => view! { <bundles::BundlesPage /> }.into_any(),
        Route::Bundle { id } => view! { <bundle::BundlePage id /> }.into_any(),
        Route::Guide { bundle, question } => view! { <guide::GuidePage bundle question /> }.into_any(),
        Route::Plan { bundle } => view! { <plan::PlanPage bundle /> }.into_any(),
        Route::Board { matter } => view! { <board::BoardPage matter /> }.into_any(),
        Route::BoardRating { matter } => view! { <rating::RatingPage of=rating::Rated::Matter(matter) /> }.into_any(),
        Route::Decision { application } => view! { <decision::DecisionPage application /> }.into_any(),
        Route::Rating { application } => view! { <rating::RatingPage of=rating::Rated::Application(application) /> }.into_any(),
        _ => ().into_any(),
    };
    Ok(view! { {page}<SessionEnding /> }.into_any())
}

#[cfg(not(split))]
async fn file() -> Result<(), ApiError> {
    Ok(())
}

/// The page, of which the file is known to be there.
fn page_now(route: Option<Route>) -> Option<AnyView> {
    #[cfg(not(split))]
    return page(route).ok();
    #[cfg(split)]
    match pin!(page(route)).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(page) => page.ok(),
        Poll::Pending => None,
    }
}

thread_local! {
    /// Whether the file is there: pages are drawn at once from then on.
    static FETCHED: Cell<bool> = const { Cell::new(cfg!(not(split))) };
}

async fn fetch() -> Result<(), ApiError> {
    let fetching = async {
        file().await?;
        Ok(())
    };
    // A connection that stands still gives no error of its own.
    let (mut fetching, mut deadline) = (pin!(fetching), pin!(clock::sleep(DEADLINE_MS)));
    poll_fn(|cx| match fetching.as_mut().poll(cx) {
        Poll::Ready(came) => Poll::Ready(came),
        Poll::Pending => deadline.as_mut().poll(cx).map(|()| Err(ApiError::TimedOut)),
    })
    .await?;
    FETCHED.set(true);
    Ok(())
}

/// Fetches the file ahead of need. Where that fails, the page that needs it says so.
pub fn fetch_ahead() {
    if !FETCHED.get() {
        spawn_local(async {
            let _ = fetch().await;
        });
    }
}

/// What is beside every page of a shared terminal. Its file is asked for until it has come: nobody is left alone with it before.
pub fn beside() -> AnyView {
    let come = RwSignal::new(FETCHED.get());
    if !come.get_untracked() {
        spawn_local(async move {
            while fetch().await.is_err() {
                clock::sleep(DEADLINE_MS / 4).await;
            }
            let _ = come.try_set(true);
        });
    }
    live(move || come.get().then(|| page_now(None)).flatten().unwrap_or_else(|| ().into_any()))
}

/// Draws the page of a step, and until its file has come, a frame that waits for it.
pub fn draw(route: Route) -> AnyView {
    if FETCHED.get() {
        return page_now(Some(route)).unwrap_or_else(|| ().into_any());
    }
    let tried = Rc::new(Cell::new(false));
    let fetching = Loading::start(move || {
        let tried = tried.clone();
        async move {
            let came = fetch().await;
            // Since this page was loaded, a newer version may have given the file another name, which only a reload finds.
            if came.is_err() && tried.replace(true) && network::is_online() {
                address::reload();
            }
            came
        }
    });
    // A memo, so that the frame stays, and keeps the focus, while the fetch goes from slow to failed.
    let came = memo(move || fetching.ready().is_some());
    live(move || {
        if came.get() {
            // The frame that waited had the focus.
            request_animation_frame(|| focus::quietly("main"));
            page_now(Some(route.clone())).unwrap_or_else(|| ().into_any())
        } else {
            view! { <Opening fetching back=route.before() /> }.into_any()
        }
    })
}

/// The frame of a page whose file is not there yet.
#[component]
pub fn Opening(fetching: Loading<()>, back: Route) -> impl IntoView {
    view! {
        <Page name="opening" title=say(Frame::Opening) back=Back::to(back.path())>
            {until_loaded(fetching, |_| ().into_any())}
        </Page>
    }
}
