//! Who is told of which change of a form being filled.

use crate::form::Change;
use leptos::prelude::*;

/// A handle: copies share everything.
#[derive(Clone, Copy)]
pub(super) struct Telling(StoredValue<Bells>);

#[derive(Default)]
struct Bells {
    any: ArcTrigger,
    whole: ArcTrigger,
    layout: ArcTrigger,
    count: ArcTrigger,
    problems: ArcTrigger,
    /// By index; there once somebody listens.
    fields: Vec<Option<ArcTrigger>>,
}

impl Default for Telling {
    fn default() -> Self {
        Self(StoredValue::new(Bells::default()))
    }
}

impl Telling {
    /// Listens to every change of an answer.
    pub fn any(&self) {
        self.track(|b| b.any.clone());
    }

    /// Listens to answers that change without being typed.
    pub fn whole(&self) {
        self.track(|b| b.whole.clone());
    }

    /// Listens to fields that come and go, and to answers that come from elsewhere than before.
    pub fn layout(&self) {
        self.track(|b| b.layout.clone());
    }

    pub fn count(&self) {
        self.track(|b| b.count.clone());
    }

    /// Listens to shown problems, all of them.
    pub fn problems(&self) {
        self.track(|b| b.problems.clone());
    }

    /// Listens to one field, by index: its answer, what it is computed to, its problems. Of a pointer that no field has, to everything.
    pub fn field(&self, index: Option<usize>) {
        let Some(index) = index else { return self.any() };
        let there = self.0.try_with_value(|b| b.fields.get(index).cloned().flatten()).flatten();
        let make = || {
            self.0.try_update_value(|b| {
                if b.fields.len() <= index {
                    b.fields.resize(index + 1, None);
                }
                Some(b.fields.get_mut(index)?.get_or_insert_default().clone())
            })
        };
        if let Some(bell) = there.or_else(|| make().flatten()) {
            bell.track();
        }
    }

    /// One answer has changed, by its field's index. `moved`: it comes from elsewhere than before.
    pub fn change(&self, index: usize, change: &Change, moved: bool) {
        self.ring(|b| b.any.clone());
        self.tell_field(index);
        change.computed.iter().filter(|other| **other != index).for_each(|other| self.tell_field(*other));
        if change.shown || moved {
            self.ring(|b| b.layout.clone());
        }
        if change.count {
            self.ring(|b| b.count.clone());
        }
    }

    pub fn tell_field(&self, index: usize) {
        if let Some(bell) = self.0.try_with_value(|b| b.fields.get(index).cloned().flatten()).flatten() {
            bell.notify();
        }
    }

    pub fn tell_problems(&self) {
        self.ring(|b| b.problems.clone());
    }

    /// Anything may have changed.
    pub fn all(&self) {
        for bell in self.0.try_with_value(|b| b.fields.iter().flatten().cloned().collect::<Vec<_>>()).unwrap_or_default() {
            bell.notify();
        }
        self.ring(|b| b.whole.clone());
        self.ring(|b| b.any.clone());
        self.ring(|b| b.layout.clone());
        self.ring(|b| b.count.clone());
    }

    fn track(&self, bell: fn(&Bells) -> ArcTrigger) {
        if let Some(bell) = self.0.try_with_value(bell) {
            bell.track();
        }
    }

    /// With nothing borrowed: who is told may ask at once.
    fn ring(&self, bell: fn(&Bells) -> ArcTrigger) {
        if let Some(bell) = self.0.try_with_value(bell) {
            bell.notify();
        }
    }
}
