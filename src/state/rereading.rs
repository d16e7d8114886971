//! Reading a source again: what it says otherwise than before is asked about, and never taken in silence.

use super::journey::Journey;
use crate::form::Difference;
use crate::model::prefill::{SourcePrefill, SourceStatus};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What reading a source again came to.
#[derive(Debug, Clone, PartialEq)]
pub enum Reread {
    Asking,
    /// It says what it said.
    Same,
    /// It could not be read; what it said before stands.
    Failed,
    Other {
        prefill: SourcePrefill,
        differences: Vec<Difference>,
    },
}

impl Journey {
    /// Reads a source again whose values stand in the form.
    pub fn read_again(&self, source: &str) {
        let (journey, source) = (*self, source.to_owned());
        if journey.reread.with_untracked(|r| matches!(r, Some((_, Reread::Asking)))) {
            return;
        }
        journey.reread.set(Some((source.clone(), Reread::Asking)));
        spawn_local(async move {
            let came = match journey.read_source(&source).await {
                Ok(prefill) if prefill.status == SourceStatus::Filled => {
                    let differences = journey.peek(|a| a.differences(&prefill)).unwrap_or_default();
                    if differences.is_empty() {
                        journey.put_source(&source, Ok(prefill));
                        Reread::Same
                    } else {
                        Reread::Other { prefill, differences }
                    }
                }
                // Expired meanwhile, or empty: its card says so.
                Ok(prefill) if prefill.status != SourceStatus::Unavailable => {
                    journey.put_source(&source, Ok(prefill));
                    Reread::Same
                }
                _ => Reread::Failed,
            };
            let _ = journey.reread.try_set(Some((source, came)));
        });
    }

    /// Takes what was read again, but for the values at `keep`.
    pub fn take_reread(&self, keep: &[String]) {
        let Some(Some((source, Reread::Other { prefill, .. }))) = self.reread.try_update(Option::take) else { return };
        let Some(form) = self.form.try_get_untracked().flatten() else { return };
        let _ = self.change(|a| a.merge_but(&form, &prefill, keep));
        self.put_source(&source, Ok(prefill));
        self.saver.touch();
    }
}
