//! Files of the form: what is under way, what has arrived, what failed.

use super::super::trouble;
use crate::model::prefill::HeldCertificate;
use crate::state::files::arrived;
use crate::state::journey::Journey;
use crate::state::locale::{use_locale, Locale};
use crate::state::uploads::Upload;
use crate::ui::field::{CertificateDesk, CertificateOption, DivisionsDesk, FileDesk, FileItem, FileState};
use crate::words::form::FormWords;
use crate::words::format;
use crate::words::ui::Ui;
use leptos::prelude::*;
use serde_json::Value;

/// Takes picked files to the journey's uploads, and tells the field how far they are.
pub fn desk(journey: Journey) -> FileDesk {
    let locale = use_locale();
    let uploads = journey.uploads;
    let items = move |pointer: String| {
        let done = journey.answer(&pointer, |a| a.map(|answer| arrived(&answer.value)).unwrap_or_default());
        let done = done.into_iter().map(|f| FileItem { id: f.id, name: f.name, size: f.size, state: FileState::Done });
        let running = uploads.running.get().into_iter().filter(|u| u.pointer == pointer).map(|u| {
            let state = state_of(locale, &u);
            FileItem { id: u.id, name: u.name, size: u.size, state }
        });
        done.chain(running).collect::<Vec<_>>()
    };
    FileDesk {
        items: Callback::new(items),
        on_pick: Callback::new(move |(pointer, file)| uploads.start(journey, pointer, file)),
        on_remove: Callback::new(move |(pointer, id): (String, String)| {
            uploads.cancel(journey, &id);
            journey.remove_file(&pointer, &id);
        }),
        on_retry: Callback::new(move |(_, id): (String, String)| uploads.retry(journey, &id)),
    }
}

fn state_of(locale: Locale, upload: &Upload) -> FileState {
    let Some(error) = &upload.failed else { return FileState::Uploading(upload.share()) };
    FileState::Failed(match upload.share() {
        Some(share) if upload.waits => locale.say_with(FormWords::UploadWaitsAt, &[("n", &share.to_string())]),
        None if upload.waits => locale.say(FormWords::UploadWaits).to_owned(),
        _ => locale.say_with(FormWords::UploadFailed, &[("why", &trouble::words_for(locale, error).1)]),
    })
}

/// Administrative divisions for addresses.
pub fn divisions(journey: Journey) -> DivisionsDesk {
    let book = journey.divisions;
    DivisionsDesk { below: Callback::new(move |parent: String| book.below(&parent)), retry: Callback::new(move |parent| book.retry(parent)) }
}

/// Certificates to pick from, as the sources offer them.
pub fn certificates(journey: Journey) -> CertificateDesk {
    let locale = use_locale();
    let option = move |value: &Value, held: &HeldCertificate| {
        let certificate = &held.certificate;
        let issued = certificate.issued_on.as_deref().map(|day| format::date(day, locale.lang.get()));
        let issuer = match issued {
            Some(date) => locale.say_with(Ui::CertificateIssued, &[("name", &certificate.issuer), ("date", &date)]),
            None => certificate.issuer.clone(),
        };
        let number = value.as_str().unwrap_or_default();
        CertificateOption {
            value: value.clone(),
            title: held.summary.clone().unwrap_or_else(|| certificate.name.clone()),
            text: held.unusable.clone().unwrap_or_else(|| format!("{number}\n{issuer}")),
            is_usable: held.unusable.is_none(),
        }
    };
    let held = move |pointer: String| {
        let options = journey.offered(&pointer, |prefill| {
            let choice = prefill.choice.iter();
            choice.flat_map(|c| c.held.iter().filter_map(|held| Some(option(c.value_of(held)?, held)))).collect::<Vec<_>>()
        });
        options.unwrap_or_default()
    };
    CertificateDesk { held: Callback::new(held) }
}
