//! The rules of a decision, ticking off one by one as the backend reports them.

use super::icon::{Icon, IconName};
use super::say;
use crate::model::application::{RuleResult, RuleStatus};
use crate::state::locale::use_locale;
use crate::words::format;
use crate::words::ui::Ui;
use leptos::prelude::*;

/// Every rule with what it was compared with and when. Only a rule that changed is drawn anew, so only it moves.
#[component]
pub fn RuleList(#[prop(into)] rules: Signal<Vec<RuleResult>>) -> AnyView {
    let locale = use_locale();
    let said = move || {
        rules.with(|rules| {
            let done = rules.iter().filter(|r| r.status != RuleStatus::Pending).count();
            locale.say_with(Ui::RulesDone, &[("done", &done.to_string()), ("n", &rules.len().to_string())])
        })
    };
    let key = |rule: &RuleResult| format!("{}|{:?}|{}", rule.id, rule.status, rule.text);
    view! {
        <ol class="mb-rules" role="list"><For each=move || rules.get() key=key children=rule/></ol>
        <p class="mb-hidden" role="status">{move || said()}</p>
    }
    .into_any()
}

fn rule(rule: RuleResult) -> AnyView {
    let RuleResult { text, source, status, at, explain, .. } = rule;
    let (class, words) = match status {
        RuleStatus::Pending => ("mb-rule mb-rule--pending", Ui::RulePending),
        RuleStatus::Passed => ("mb-rule mb-rule--passed", Ui::RulePassed),
        RuleStatus::Failed => ("mb-rule mb-rule--failed", Ui::RuleFailed),
        RuleStatus::Unsure => ("mb-rule mb-rule--unsure", Ui::RuleUnsure),
    };
    let mark = match status {
        RuleStatus::Pending => view! { <span class="mb-spin" aria-hidden="true"></span> }.into_any(),
        RuleStatus::Passed => view! { <Icon name=IconName::CheckCircle/> }.into_any(),
        RuleStatus::Failed => view! { <Icon name=IconName::CrossCircle/> }.into_any(),
        RuleStatus::Unsure => view! { <Icon name=IconName::Clock/> }.into_any(),
    };
    let meta: Vec<String> = source.into_iter().chain(at.map(|at| format::clock(&at))).collect();
    view! {
        <li class=class data-rule=format!("{status:?}").to_ascii_lowercase()>
            <span class="mb-rule__mark">{mark}</span>
            <span class="mb-rule__words">
                <span class="mb-rule__text">{text}</span>
                <span class="mb-rule__meta"><b class="mb-rule__status">{say(words)}</b>{(!meta.is_empty()).then(|| format!(" · {}", meta.join(" · ")))}</span>
                {explain.map(|explain| view! { <span class="mb-rule__explain">{explain}</span> }.into_any())}
            </span>
        </li>
    }
    .into_any()
}
