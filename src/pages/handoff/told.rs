//! How a check stands, where nothing is to be answered here.

use super::super::say;
use crate::model::handoff::Handoff;
use crate::model::identity::FailReason;
use crate::ui::{Failed, IconName, Skeleton};
use crate::words::handoff::Handoff as Words;
use leptos::prelude::*;

pub fn draw(stage: &Handoff) -> AnyView {
    let told = |title: Words, text: Words, icon: IconName| view! { <Failed title=say(title) text=say(text) icon /> }.into_any();
    match stage {
        Handoff::Checking | Handoff::Passed => view! {
            <div role="status" class="mb-handoff">
                <h2 class="mb-handoff__title">{say(Words::Checking)}</h2>
                <p>{say(Words::CheckingText)}</p>
                <Skeleton />
            </div>
        }
        .into_any(),
        Handoff::Waiting { .. } => told(Words::WaitingTitle, Words::WaitingText, IconName::Clock),
        Handoff::Cancelled => told(Words::CancelledTitle, Words::CancelledText, IconName::Info),
        Handoff::Expired => told(Words::ExpiredTitle, Words::ExpiredText, IconName::Clock),
        Handoff::Failed(reason) => told(Words::FailedTitle, reason_words(*reason), IconName::Warning),
        Handoff::Forged => told(Words::RefusedTitle, Words::ForgedText, IconName::Shield),
        Handoff::Replayed => told(Words::RefusedTitle, Words::ReplayedText, IconName::Shield),
        Handoff::Nothing => told(Words::NothingTitle, Words::NothingText, IconName::Info),
        Handoff::Trouble | Handoff::Asked(_) | Handoff::Elsewhere(_) | Handoff::Hosted { .. } => {
            told(Words::FailedTitle, Words::OtherReason, IconName::Warning)
        }
    }
}

/// What to do about each way of not passing.
fn reason_words(reason: FailReason) -> Words {
    match reason {
        FailReason::Interrupted => Words::Interrupted,
        FailReason::NoCamera => Words::NoCamera,
        FailReason::NoRecording => Words::NoRecording,
        FailReason::NotLive => Words::NotLive,
        FailReason::Mismatch => Words::Mismatch,
        FailReason::NotSamePerson => Words::NotSamePerson,
        FailReason::TooManyTries => Words::TooManyTries,
        FailReason::SourceDown => Words::SourceDown,
        FailReason::NoPhoto => Words::NoPhoto,
        FailReason::GuardianNeeded => Words::GuardianNeeded,
        FailReason::OtherPerson => Words::OtherPerson,
        FailReason::Other => Words::OtherReason,
    }
}

/// Whether trying again is not all that can be done: a person has to look (Tencent 203 is for manual review), or this way is closed for a while.
pub fn needs_somebody(stage: &Handoff) -> bool {
    use FailReason::{GuardianNeeded, NoPhoto, NotSamePerson, TooManyTries};
    matches!(stage, Handoff::Failed(NoPhoto | NotSamePerson | TooManyTries | GuardianNeeded))
}
