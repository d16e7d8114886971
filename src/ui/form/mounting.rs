//! When the parts of a long form are drawn, and when they come to life.

use crate::platform::idle::{elapsed, is_awaited, rest, seen, Watch};
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use leptos::web_sys::Element;
use std::collections::{BTreeMap, VecDeque};

/// How long drawing may keep a key or a finger waiting, in milliseconds: two frames.
const SLICE_MS: f64 = 32.0;
/// How long it may go on where the browser says that none waits: each rest has the browser lay out a longer page once more.
const UNDISTURBED_MS: f64 = 400.0;
/// Where a part's element says which it is (see `part`).
const PART: &str = "data-part";

/// A section being drawn: how many of its parts are there, and how many there will be.
type Growing = (RwSignal<usize>, usize);

fn has_time(spent_ms: f64) -> bool {
    spent_ms < SLICE_MS || (spent_ms < UNDISTURBED_MS && is_awaited() == Some(false))
}

/// A handle: copies share everything.
#[derive(Clone, Copy)]
pub(super) struct Mounting {
    growing: StoredValue<VecDeque<Growing>>,
    is_drawing: StoredValue<bool>,
    /// Which part is alive, by the index of its first field.
    alive: StoredValue<BTreeMap<usize, RwSignal<bool>>>,
    watch: StoredValue<Option<Watch>, LocalStorage>,
}

impl Mounting {
    /// Call it under the owner of the whole form.
    pub fn new() -> Self {
        let alive = StoredValue::<BTreeMap<usize, RwSignal<bool>>>::default();
        let watch = Watch::new(move |element| {
            let part = element.get_attribute(PART).and_then(|at| at.parse::<usize>().ok());
            if let Some(awake) = alive.try_with_value(|all| all.get(&part?).copied()).flatten() {
                let _ = awake.try_set(true);
            }
        });
        Self { growing: StoredValue::default(), is_drawing: StoredValue::new(false), alive, watch: StoredValue::new_local(watch) }
    }

    /// Whether a part is alive: at once, or when it comes near the screen.
    pub fn awake(&self, part: usize, at_once: bool) -> RwSignal<bool> {
        let awake = RwSignal::new(at_once);
        let _ = self.alive.try_update_value(|all| all.insert(part, awake));
        awake
    }

    /// Tells of an element when it comes near the screen.
    pub fn watch(&self, element: &Element) {
        let _ = self.watch.try_with_value(|watch| watch.as_ref().map(|w| w.add(element)));
    }

    /// How many parts of a section are there: `from` at once, and more from the top down in slices between frames.
    pub fn grow(&self, from: usize, all: usize) -> RwSignal<usize> {
        let there = RwSignal::new(from);
        if from < all {
            let _ = self.growing.try_update_value(|growing| growing.push_back((there, all)));
            self.draw();
        }
        there
    }

    fn draw(&self) {
        let Self { growing, is_drawing, .. } = *self;
        if is_drawing.try_get_value() != Some(false) {
            return;
        }
        is_drawing.set_value(true);
        spawn_local(async move {
            seen().await;
            loop {
                let began = elapsed();
                while has_time(elapsed() - began) {
                    let Some(Some((there, all))) = growing.try_with_value(|growing| growing.front().copied()) else {
                        let _ = is_drawing.try_set_value(false);
                        return;
                    };
                    if there.try_get_untracked().is_none_or(|now| now >= all) {
                        let _ = growing.try_update_value(VecDeque::pop_front);
                        continue;
                    }
                    let _ = there.try_update(|now| *now += 1);
                    tick().await;
                }
                rest().await;
            }
        });
    }
}
