//! The certificate or notice that was issued, drawn as the dignified sheet that it is; printed alone on its page.

use super::button::{Action, Look};
use super::icon::{Icon, IconName};
use super::{say, unique};
use crate::model::application::{Document, DocumentKind};
use crate::state::locale::use_locale;
use crate::words::format;
use crate::words::ui::Ui;
use leptos::prelude::*;

/// The sheet. Its words are the agency's: what a browser would translate in it is left alone.
#[component]
pub fn DocumentSheet(document: Document, #[prop(optional, into)] on_print: Option<Callback<()>>) -> AnyView {
    let locale = use_locale();
    let Document { kind, title, number, issuer, issued_on, valid_until, body, fields, verify_code, masked: _ } = document;
    let class = match kind {
        DocumentKind::Certificate => "mb-document mb-document--certificate",
        DocumentKind::Notice => "mb-document mb-document--notice",
    };
    let body: Vec<AnyView> = body.into_iter().map(|p| view! { <p class="mb-document__text">{p}</p> }.into_any()).collect();
    let fields: Vec<AnyView> =
        fields.into_iter().map(|f| view! { <div class="mb-document__field"><dt>{f.label}</dt><dd>{f.value}</dd></div> }.into_any()).collect();
    let fields = (!fields.is_empty()).then(|| view! { <dl class="mb-document__fields">{fields}</dl> }.into_any());
    let day = move |iso: String| Signal::derive(move || format::date(&iso, locale.lang.get()));
    let line = |label: Ui, value: Signal<String>| view! { <div class="mb-document__field"><dt>{say(label)}</dt><dd>{value}</dd></div> }.into_any();
    let title_id = unique("document");
    view! {
        <article class=class aria-labelledby=title_id data-document=number>
            <h3 class="mb-document__title" id=title_id.clone()>{title}</h3>
            <p class="mb-document__number" translate="no">{say(Ui::DocNumber)}" "{number.clone()}</p>
            {fields}
            <div class="mb-document__body">{body}</div>
            <dl class="mb-document__foot">
                {line(Ui::DocIssued, day(issued_on))}
                {valid_until.map(|iso| line(Ui::DocValid, day(iso)))}
                {verify_code.map(|code| line(Ui::DocVerify, Signal::stored(code)))}
            </dl>
            <p class="mb-document__issuer">
                <span class="mb-document__agency">{issuer}</span>
                <span class="mb-document__seal"><Icon name=IconName::StarFilled/><span>{say(Ui::DocSeal)}</span></span>
            </p>
        </article>
        {on_print.map(|on_press| view! { <Action label=say(Ui::DocPrint) on_press look=Look::Quiet icon=IconName::Print hook="print"/> }.into_any())}
    }
    .into_any()
}
