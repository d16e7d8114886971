//! What doing it as one thing saves: time, materials and submissions, beside what they come to one by one.

use crate::bundle::Plan;
use crate::pages::say;
use crate::state::locale::Locale;
use crate::ui::Card;
use crate::words::bundle::PlanWords as Words;
use crate::words::format;
use leptos::prelude::*;

pub fn draw(locale: Locale, plan: &Plan) -> AnyView {
    let lang = locale.lang.get_untracked();
    let sum = move |words: Words, together: String, alone: String| {
        // Where it saves nothing, nothing is compared.
        let compared = (alone != together).then(|| locale.say_with(Words::Alone, &[("n", &alone)]));
        view! {
            <div class="mb-sum">
                <dt>{say(words)}</dt>
                <dd>
                    <b class="mb-sum__whole">{together}</b>
                    {compared.map(|text| view! { <span class="mb-quiet">{text}</span> }.into_any())}
                </dd>
            </div>
        }
        .into_any()
    };
    let sums = [
        sum(Words::Time, format::span(plan.minutes, lang), format::span(plan.minutes_alone, lang)),
        sum(Words::HandIn, plan.to_hand_in.to_string(), plan.to_hand_in_alone.to_string()),
        sum(Words::Submissions, 1.to_string(), plan.services.len().to_string()),
    ];
    view! { <Card><dl class="mb-facts">{sums.into_iter().collect::<Vec<_>>()}</dl></Card> }.into_any()
}
