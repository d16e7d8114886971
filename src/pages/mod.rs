//! One route a file, in walking order.

mod broken;
mod step_up;
mod taking_away;
pub mod trouble;
pub mod waiting;
mod way_out;
mod ways;

pub mod applications;
pub mod applying;
pub mod board;
pub mod bundle;
pub mod bundles;
pub mod camera;
pub mod consent;
pub mod continue_here;
pub mod decision;
pub mod drafts;
pub mod ending;
pub mod form;
pub mod guardian;
pub mod guide;
pub mod handoff;
pub mod home;
pub mod kiosk;
pub mod passkeys;
pub mod plan;
pub mod rating;
pub mod records;
pub mod review;
pub mod service;
pub mod share;
pub mod theme;

pub mod misconfigured;
pub mod not_found;

use crate::state::locale::use_locale;
use crate::ui::say_of as say;
use crate::ui::{StepList, Steps};
use crate::words::frame::Frame;
use leptos::prelude::*;

/// The steps of an application; all journeys have the same.
const STEPS: [Frame; 4] = [Frame::StepConsent, Frame::StepForm, Frame::StepReview, Frame::StepDecision];

/// The steps of an application with the current one, counted from 1.
fn steps(current: usize) -> AnyView {
    let locale = use_locale();
    let steps = Signal::derive(move || Steps { current, names: STEPS.iter().map(|&step| locale.say(step).to_owned()).collect() });
    view! { <StepList steps /> }.into_any()
}
