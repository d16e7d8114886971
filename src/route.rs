//! Every address of the app.

use crate::backend::client::encode;
use crate::model::bundle::{bundle_of, service_id};

/// A page and what it shows.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Route {
    Home,
    /// What somebody wants to get done (我要…).
    Theme {
        id: String,
    },
    Service {
        id: String,
    },
    /// Everything that can be done as one thing (一件事), and every theme.
    Bundles,
    Bundle {
        id: String,
    },
    /// The questions of a bundle, one a page; the first that is open without one.
    Guide {
        bundle: String,
        question: Option<String>,
    },
    /// Which services it takes.
    Plan {
        bundle: String,
    },
    /// A submitted bundle (联办件): how far each department is.
    Board {
        matter: String,
    },
    /// Its one rating.
    BoardRating {
        matter: String,
    },
    /// Where somebody confirms their share of a matter that another one has submitted.
    Share,
    /// Of a bundle, which is a service by its [`service_id`], as of any other service.
    Consent {
        service: String,
    },
    /// The camera, tried before a face check.
    Camera,
    /// Where the identity provider sends the person back to.
    Handoff,
    /// Where a phone takes over what a computer shows a code for.
    Continue,
    /// Where a guardian takes over what a child's device shows a code for.
    Guardian,
    Form {
        service: String,
        /// The section that is asked, of a form that is asked a section at a time; its first without it.
        part: Option<String>,
    },
    Review {
        service: String,
    },
    Applications,
    /// What was not finished.
    Drafts,
    /// What was agreed to, and what was read on it.
    Records,
    /// Devices that prove who is back.
    Passkeys,
    Decision {
        application: String,
    },
    Rating {
        application: String,
    },
    NotFound,
}

impl Route {
    /// Where a service's form begins.
    pub fn form(service: impl Into<String>) -> Self {
        Self::Form { service: service.into(), part: None }
    }

    /// What a service is about, before one begins: its guide, or the plan of a bundle.
    pub fn about(service: &str) -> Self {
        match bundle_of(service) {
            Some(bundle) => Self::Plan { bundle: bundle.to_owned() },
            None => Self::Service { id: service.to_owned() },
        }
    }

    /// Reads a path (no query, no fragment). Anything unknown is [`Route::NotFound`].
    pub fn parse(path: &str) -> Self {
        let parts: Vec<String> = path.split('/').filter(|p| !p.is_empty()).map(decode).collect();
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        match parts.as_slice() {
            [] | ["index.html"] => Self::Home,
            ["themes", id] => Self::Theme { id: (*id).into() },
            ["services", id] => Self::Service { id: (*id).into() },
            ["bundles"] => Self::Bundles,
            ["bundles", id] => Self::Bundle { id: (*id).into() },
            ["bundles", id, "guide"] => Self::Guide { bundle: (*id).into(), question: None },
            ["bundles", id, "guide", question] => Self::Guide { bundle: (*id).into(), question: Some((*question).into()) },
            ["bundles", id, "plan"] => Self::Plan { bundle: (*id).into() },
            ["bundles", id, "consent"] => Self::Consent { service: service_id(id) },
            ["bundles", id, "form"] => Self::form(service_id(id)),
            ["bundles", id, "form", part] => Self::Form { service: service_id(id), part: Some((*part).into()) },
            ["bundles", id, "review"] => Self::Review { service: service_id(id) },
            ["matters", id] => Self::Board { matter: (*id).into() },
            ["matters", id, "rating"] => Self::BoardRating { matter: (*id).into() },
            ["share"] => Self::Share,
            ["services", id, "consent"] => Self::Consent { service: (*id).into() },
            ["camera"] => Self::Camera,
            ["handoff"] => Self::Handoff,
            ["continue"] => Self::Continue,
            ["guardian"] => Self::Guardian,
            ["services", id, "form"] => Self::form(*id),
            ["services", id, "form", part] => Self::Form { service: (*id).into(), part: Some((*part).into()) },
            ["services", id, "review"] => Self::Review { service: (*id).into() },
            ["drafts"] => Self::Drafts,
            ["records"] => Self::Records,
            ["passkeys"] => Self::Passkeys,
            ["applications"] => Self::Applications,
            ["applications", id] => Self::Decision { application: (*id).into() },
            ["applications", id, "rating"] => Self::Rating { application: (*id).into() },
            _ => Self::NotFound,
        }
    }

    /// The service that this page is a step of, where it is one.
    pub fn service(&self) -> Option<&str> {
        match self {
            Self::Service { id: s } | Self::Consent { service: s } | Self::Form { service: s, .. } | Self::Review { service: s } => Some(s),
            _ => None,
        }
    }

    /// Whether the page shows what one person answered, typed or submitted.
    pub fn is_personal(&self) -> bool {
        matches!(
            self,
            Self::Guide { .. }
                | Self::Plan { .. }
                | Self::Form { .. }
                | Self::Review { .. }
                | Self::Applications
                | Self::Drafts
                | Self::Records
                | Self::Passkeys
                | Self::Decision { .. }
                | Self::Rating { .. }
                | Self::Board { .. }
                | Self::BoardRating { .. }
                | Self::Share
        )
    }

    /// Where the way back leads while the page itself cannot say.
    pub fn before(&self) -> Self {
        match self {
            Self::Consent { service: id } | Self::Form { service: id, .. } | Self::Review { service: id } => Self::about(id),
            Self::Guide { bundle, .. } | Self::Plan { bundle } => Self::Bundle { id: bundle.clone() },
            Self::Bundle { .. } => Self::Bundles,
            Self::BoardRating { matter } => Self::Board { matter: matter.clone() },
            Self::Decision { .. } | Self::Rating { .. } | Self::Records | Self::Passkeys | Self::Board { .. } => Self::Applications,
            _ => Self::Home,
        }
    }

    /// The path, percent-encoded.
    pub fn path(&self) -> String {
        match self {
            Self::Home | Self::NotFound => "/".to_owned(),
            Self::Theme { id } => format!("/themes/{}", encode(id)),
            Self::Service { id } => format!("/services/{}", encode(id)),
            Self::Bundles => "/bundles".to_owned(),
            Self::Bundle { id } => format!("/bundles/{}", encode(id)),
            Self::Guide { bundle, question: None } => format!("/bundles/{}/guide", encode(bundle)),
            Self::Guide { bundle, question: Some(question) } => format!("/bundles/{}/guide/{}", encode(bundle), encode(question)),
            Self::Plan { bundle } => format!("/bundles/{}/plan", encode(bundle)),
            Self::Board { matter } => format!("/matters/{}", encode(matter)),
            Self::BoardRating { matter } => format!("/matters/{}/rating", encode(matter)),
            Self::Share => "/share".to_owned(),
            Self::Consent { service } => format!("{}/consent", base(service)),
            Self::Camera => "/camera".to_owned(),
            Self::Handoff => "/handoff".to_owned(),
            Self::Continue => "/continue".to_owned(),
            Self::Guardian => "/guardian".to_owned(),
            Self::Form { service, part: None } => format!("{}/form", base(service)),
            Self::Form { service, part: Some(part) } => format!("{}/form/{}", base(service), encode(part)),
            Self::Review { service } => format!("{}/review", base(service)),
            Self::Applications => "/applications".to_owned(),
            Self::Drafts => "/drafts".to_owned(),
            Self::Records => "/records".to_owned(),
            Self::Passkeys => "/passkeys".to_owned(),
            Self::Decision { application } => format!("/applications/{}", encode(application)),
            Self::Rating { application } => format!("/applications/{}/rating", encode(application)),
        }
    }
}

/// What the pages of an application have their addresses below.
fn base(service: &str) -> String {
    match bundle_of(service) {
        Some(bundle) => format!("/bundles/{}", encode(bundle)),
        None => format!("/services/{}", encode(service)),
    }
}

/// Undoes percent-encoding; bytes that are no UTF-8 become U+FFFD.
pub fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let pair = (first == b'%').then(|| after.get(..2)).flatten().and_then(|p| std::str::from_utf8(p).ok());
        match pair.and_then(|p| u8::from_str_radix(p, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
