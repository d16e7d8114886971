//! Questions that are drawn together.

use super::mould::{self, Moulds};
use super::mounting::Mounting;
use super::{question, within, Asking};
use crate::form::Form;
use crate::state::effect::{effect, memo};
use crate::state::locale::use_locale;
use crate::ui::focus::focus_id;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use leptos::web_sys::{Element, Node};
use std::ops::Range;
use std::sync::Arc;

/// Questions of one part: a phone's screenful.
const PART_FIELDS: usize = 10;

/// The questions of a range of fields.
pub(super) fn questions(asking: Asking, form: Arc<Form>, range: Range<usize>, asked: Signal<Vec<usize>>) -> AnyView {
    let mine = memo(move || asked.with(|asked| within(asked, &range).to_vec()));
    view! { <For each=move || mine.get() key=|i| *i children=move |i| question::question(asking, form.clone(), i) /> }.into_any()
}

/// What the parts of one form share.
#[derive(Clone, Copy)]
pub(super) struct Parts {
    asking: Asking,
    asked: Signal<Vec<usize>>,
    mounting: Mounting,
    moulds: Moulds,
    /// The field that is there first.
    first: Option<usize>,
}

impl Parts {
    pub fn new(asking: Asking, asked: Signal<Vec<usize>>) -> Self {
        let first = asked.with_untracked(|asked| asked.first().copied());
        Self { asking, asked, mounting: Mounting::new(), moulds: Moulds::new(), first }
    }

    /// The questions of a long section, in parts of their own: those that come first at once, a place for the others.
    pub fn draw(self, form: &Arc<Form>, range: Range<usize>) -> AnyView {
        let Self { asking, asked, mounting, first, .. } = self;
        let all = range.len().div_ceil(PART_FIELDS);
        let at_once = first.filter(|first| range.contains(first)).map_or(0, |first| (first - range.start) / PART_FIELDS + 1);
        let grown = mounting.grow(at_once, all);
        let there = move || if asking.filling.wanted.get() { all } else { grown.get() };
        let of = move |part: usize| {
            let start = range.start + part * PART_FIELDS;
            start..range.end.min(start + PART_FIELDS)
        };
        let later = asked.with_untracked(|asked| (at_once..all).filter(|part| !within(asked, &of(*part)).is_empty()).count());
        let form = form.clone();
        let rest = move |element: Element, ()| {
            for _ in 0..later {
                if let Ok(place) = document().create_element("div") {
                    place.set_class_name("mb-part mb-part--later");
                    let _ = element.append_child(&place);
                }
            }
            effect(move || {
                while element.child_element_count() as usize > all - there() {
                    element.first_element_child().map_or_else(|| element.set_text_content(None), |first| first.remove());
                }
            });
        };
        view! {
            <For each=move || 0..there() key=|part| *part children=move |part| self.part(form.clone(), of(part)) />
            <div use:rest=()></div>
        }
        .into_any()
    }

    /// A part is its questions as they look, and comes to life when somebody is near.
    fn part(self, form: Arc<Form>, range: Range<usize>) -> AnyView {
        let Self { asking, asked, mounting, first, .. } = self;
        let start = range.start;
        let is_first = first.is_some_and(|first| range.contains(&first));
        let mine = {
            let range = range.clone();
            memo(move || asked.with(|asked| within(asked, &range).to_vec()))
        };
        let any = memo(move || !mine.with(Vec::is_empty));
        let awake = mounting.awake(start, is_first);
        let is_castable = form.fields.get(range.clone()).is_some_and(|fields| fields.iter().all(mould::is_castable));
        let is_awake = {
            let range = range.clone();
            let woken = StoredValue::new(!is_castable || is_first);
            // Once awake, it stays so: somebody may be typing in it.
            memo(move || {
                if awake.get() || asking.filling.is_troubled(&range) {
                    woken.set_value(true);
                }
                woken.get_value()
            })
        };
        let drawn = move || match is_awake.get() {
            true => questions(asking, form.clone(), range.clone(), asked),
            false => self.asleep(form.clone(), mine, awake),
        };
        let place = move |element: Element, ()| mounting.watch(&element);
        let shown = move || {
            let drawn = drawn.clone();
            any.get().then(|| view! { <div class="mb-part" data-part=start.to_string() use:place=()>{move || drawn()}</div> }.into_any())
        };
        shown.into_any()
    }

    /// Questions as they look. Cast anew when answers changed that nobody typed; one that has to be alive wakes them all.
    fn asleep(self, form: Arc<Form>, mine: Memo<Vec<usize>>, awake: RwSignal<bool>) -> AnyView {
        let Self { asking, moulds, .. } = self;
        let locale = use_locale();
        let cast = move |element: Element, ()| {
            let form = form.clone();
            effect(move || {
                asking.filling.whole();
                locale.lang.track();
                let fields: Vec<usize> = mine.get();
                let fields = fields.into_iter().filter_map(|index| form.fields.get(index));
                let Some(nodes) = fields.map(|field| mould::cast(asking, moulds, field)).collect::<Option<Vec<Node>>>() else { return awake.set(true) };
                element.set_text_content(None);
                for node in nodes {
                    let _ = element.append_child(&node);
                }
            });
        };
        let focused = move |ev: leptos::ev::FocusEvent| {
            let id = event_target::<Element>(&ev).id();
            awake.set(true);
            spawn_local(async move {
                tick().await;
                focus_id(&id);
            });
        };
        view! { <div use:cast=() on:focusin=focused on:pointerover=move |_| awake.set(true)></div> }.into_any()
    }
}
