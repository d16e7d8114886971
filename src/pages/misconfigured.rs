//! The app cannot start because `config.json` is wrong: a way on for the citizen, the place of the mistake for whoever deploys it.

use super::say;
use crate::model::config::ConfigProblem;
use crate::platform::address;
use crate::ui::{Action, Card, Failed, Page};
use crate::words::frame::Frame;
use leptos::prelude::*;

#[component]
pub fn Misconfigured(problem: ConfigProblem) -> impl IntoView {
    let place = format!("config.json {} — {}", problem.pointer, problem.reason);
    let footer = || view! { <Action label=say(Frame::Reload) on_press=Callback::new(|()| address::reload()) /> }.into_any();
    view! {
        <Page name="misconfigured" title=say(Frame::AppName) footer=footer>
            <Failed title=say(Frame::ConfigTitle) text=say(Frame::ConfigText) />
            <Card title=say(Frame::ForMaintainer)>
                <p class="mb-code" lang="en">{place}</p>
            </Card>
        </Page>
    }
}
