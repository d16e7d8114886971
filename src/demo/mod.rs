//! The embedded demo backend: a pure core that answers [`Call`]s from a [`Store`], and knows nothing of its host.
//!
//! | file | holds |
//! |---|---|
//! | [`catalogue`], `people`, `seeds`, `providers`, `address`, `service`, `decision_rules`, `rating_rules`, `workdays` | the demo data, parsed and checked by `reader` |
//! | [`localize`], `template`, `context`, `words` | what is said, in which language, from which facts |
//! | `router`, `exchange`, `reply`, `paging`, `idempotency`, [`faults`] | what every operation goes through |
//! | `guides`, `eligibility`, `consents`, `records`, `methods`, `identity`, `codes`, `device_links`, `device_name`, `guardian`, `provider`, `oidc`, `sms`, `password`, `passkeys`, [`webauthn`], `sessions`, `carried`, `acting` | the way to a verified person |
//! | `prefill`, `mask`, `checks`, `drafts`, `attachments`, `uploads` | the form that fills itself |
//! | `applications`, `filing`, `submitted`, `disputes`, `decide`, `progress`, `document`, `ratings` | the decision, and what people think of it |
//! | `bundles`, `bundle_reader`, `bundle_terms`, `bundle_service` | bundles (一件事): their definitions, and how one counts as a service in the making |
//! | `matters`, `matter_filing`, `matter_course`, `matter_view`, `matter_after`, `shares` | bundles that were submitted, and what others have to confirm of them |
//! | [`authenticator`] | a device of examples and tests |
//!
//! Hosts: the page (feature `demo`), tests, and `tests/backend` (axum over SQLite). All the same given the clock and the random numbers.

// A request is refused once: how large a refusal is costs nothing that anybody could feel.
#![allow(clippy::result_large_err)]

mod acting;
mod address;
mod answer;
mod applications;
mod attachments;
pub mod authenticator;
mod bundle_reader;
mod bundle_service;
mod bundle_terms;
mod bundles;
mod carried;
mod catalogue;
mod checks;
mod codes;
mod consents;
mod context;
mod decide;
mod decision_rules;
mod device_links;
mod device_name;
mod disputes;
mod document;
mod drafts;
mod eligibility;
mod exchange;
pub mod faults;
mod filing;
mod fingerprint;
mod guardian;
mod guides;
mod idempotency;
mod identity;
pub mod localize;
mod mask;
mod matter_after;
mod matter_course;
mod matter_filing;
mod matter_view;
mod matters;
mod methods;
mod oidc;
mod paging;
mod passkeys;
mod password;
mod people;
mod prefill;
mod progress;
mod provider;
mod providers;
mod rating_rules;
mod ratings;
mod reader;
mod records;
mod reply;
mod router;
mod seeds;
mod service;
mod sessions;
mod shares;
mod sms;
pub mod store;
mod submitted;
mod sweep;
mod template;
mod uploads;
pub mod webauthn;
pub mod words;
mod workdays;

pub use answer::{Answer, Backend, Conditions};
pub use catalogue::Catalogue;
pub use faults::Faults;
pub use oidc::{Claims, CodeExchange, Exchanged, NotExchanged, Oidc};
pub use people::people;
pub use reader::CatalogueProblem;
pub use router::methods;
pub use store::{MemoryStore, Store};

#[cfg(doc)]
use crate::backend::transport::Call;
