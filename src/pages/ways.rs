//! The choice of a way to prove who one is, and what a face needs beyond: on the consent page, and where a surer check is needed.

use super::say;
use crate::model::consent::{IdentityMethod, MethodKind, SeparateConsent};
use crate::platform::passkey;
use crate::state::locale::use_locale;
use crate::state::setup::use_setup;
use crate::ui::{CheckRow, MethodChoice};
use crate::words::consent::Consent;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What the person has chosen so far; it survives a switch of language.
#[derive(Clone, Copy)]
pub struct Ways {
    pub method: RwSignal<Option<String>>,
    /// The separate consent to a face.
    face: RwSignal<bool>,
    /// Whether this device can check its owner: the way of that kind is offered then.
    pub device: RwSignal<bool>,
    /// Shown once the person has tried to go on without what is needed.
    asked: RwSignal<bool>,
}

impl Ways {
    pub fn new() -> Self {
        let ways = Self { method: RwSignal::default(), face: RwSignal::new(false), device: RwSignal::new(false), asked: RwSignal::new(false) };
        let is_shared = use_setup().is_shared();
        spawn_local(async move {
            if !is_shared && passkey::available().await {
                let _ = ways.device.try_set(true);
            }
        });
        ways
    }

    /// The chosen one of these; tracks it.
    pub fn chosen(self, methods: &[IdentityMethod]) -> Option<IdentityMethod> {
        let id = self.method.get()?;
        methods.iter().find(|m| m.id == id).cloned()
    }

    /// Whether the person may go on with this; what is missing is shown.
    pub fn hold(self, chosen: Option<&IdentityMethod>) -> bool {
        let complete = chosen.is_some_and(|m| m.separate_consent.is_none() || self.face.get_untracked());
        self.asked.set(!complete);
        complete
    }
}

/// The ways, all alike; what a face needs is asked right below them.
pub fn draw(legend: Signal<String>, methods: Signal<Vec<IdentityMethod>>, ways: Ways) -> AnyView {
    let locale = use_locale();
    let problem = Signal::derive(move || (ways.asked.get() && ways.method.get().is_none()).then(|| locale.say(Consent::ChooseMethod).to_owned()));
    let separate = move || methods.with(|all| ways.chosen(all)).and_then(|m| m.separate_consent);
    let offered = Signal::derive(move || {
        let device = ways.device.get();
        methods.with(|all| all.iter().filter(|m| device || m.kind != MethodKind::Device).cloned().collect::<Vec<_>>())
    });
    let face_problem = Signal::derive(move || (ways.asked.get() && !ways.face.get()).then(|| locale.say(Consent::FaceNeeded).to_owned()));
    view! {
        <MethodChoice
            legend
            methods=offered
            value=ways.method
            on_change=Callback::new(move |id| ways.method.set(Some(id)))
            problem
        />
        {move || separate().map(|terms| self::separate(terms, say(Consent::FaceAgree), ways.face, face_problem))}
    }
    .into_any()
}

/// What is agreed to separately, point by point, and the box that says so.
pub fn separate(terms: SeparateConsent, label: Signal<String>, on: RwSignal<bool>, problem: Signal<Option<String>>) -> AnyView {
    let points: Vec<AnyView> = terms.points.into_iter().map(|p| view! { <li>{p}</li> }.into_any()).collect();
    view! {
        <div class="mb-separate">
            <h3 class="mb-separate__title">{terms.title}</h3>
            <ul class="mb-lines">{points}</ul>
            <CheckRow label on on_change=Callback::new(move |now| on.set(now)) problem />
        </div>
    }
    .into_any()
}
