//! Rating: stars, tags, words, and what follows.

use crate::model::rating::{FollowUpStep, RatingLevel, RatingTag, Stars};
use crate::preview::example::Example;
use crate::ui::*;
use leptos::prelude::*;

pub fn examples() -> Vec<Example> {
    vec![
        Example::new("ui/stars/none", || stars(None, None)),
        Example::new("ui/stars/two", || stars(Stars::new(2), None)),
        Example::new("ui/stars/five", || stars(Stars::new(5), None)),
        Example::new("ui/stars/problem", || stars(None, Some("请先选择星级"))),
        Example::new("ui/tag-choice/some", tags),
        Example::new("ui/long-text/empty", || text("")),
        Example::new("ui/long-text/over", || text(&"字".repeat(153))),
        Example::new("ui/follow-up/dated", || {
            let step = |text: &str, by: Option<&str>, done| FollowUpStep { text: text.into(), by: by.map(String::from), done };
            let steps =
                vec![step("收到您的评价", None, true), step("回电核实情况", Some("2026-11-24"), false), step("整改并答复您", Some("2026-12-14"), false)];
            view! { <FollowUp steps=Signal::stored(steps)/> }.into_any()
        }),
    ]
}

fn levels() -> Vec<RatingLevel> {
    ["非常不满意", "不满意", "基本满意", "满意", "非常满意"]
        .into_iter()
        .zip(Stars::all())
        .map(|(name, level)| RatingLevel { level, name: name.into(), bad: level.get() <= 2, tags: Vec::new(), follow_up: Vec::new() })
        .collect()
}

fn stars(chosen: Option<Stars>, problem: Option<&'static str>) -> AnyView {
    let value = RwSignal::new(chosen);
    view! {
        <Card>
            <StarChoice legend="这次办事，您满意吗？" levels=Signal::stored(levels()) value=value on_change=move |s| value.set(Some(s)) problem=Signal::stored(problem.map(str::to_string))/>
        </Card>
    }
    .into_any()
}

fn tags() -> AnyView {
    let value = RwSignal::new(vec!["late".to_string()]);
    let tag = |code: &str, text: &str| RatingTag { code: code.into(), text: text.into() };
    let all = vec![tag("late", "未在承诺时间内办结"), tag("sample", "没有提供材料样本"), tag("again", "The same certificate was asked for several times")];
    view! { <Card><TagChoice legend="哪里没做好？" note="（可多选）" tags=Signal::stored(all) value=value on_change=move |v| value.set(v)/></Card> }.into_any()
}

fn text(start: &str) -> AnyView {
    let value = RwSignal::new(start.to_string());
    view! { <Card><LongText label="想说的话" hint="150 字以内" value=value on_input=move |t| value.set(t) pointer="/text"/></Card> }.into_any()
}
