//! How surely each way of proving who one is tells that. What needs a surer one than the session has is refused with the way up.

use super::exchange::Exchange;
use super::localize::{localize, text};
use super::passkeys;
use super::providers::Method;
use super::reader::{Node, Read};
use super::reply::Refusal;
use super::words::Say;
use crate::model::session::Level;
use crate::words::Lang;
use serde_json::{json, Value};

/// `verified` or `strong`: what a check can reach, and what a service can need.
pub(super) fn level(node: &Node<'_>) -> Read<Level> {
    named(&node.text()?).filter(|level| *level >= Level::Verified).ok_or_else(|| node.wrong("has to be verified or strong"))
}

pub(super) fn named(word: &str) -> Option<Level> {
    serde_json::from_value(json!(word)).ok()
}

/// `IdentityMethod` of the contract, one for each way that the host can carry out.
pub(super) fn offered(x: &Exchange<'_>) -> Vec<Value> {
    carried_out(x).map(|method| described(method, x.lang)).collect()
}

fn carried_out<'a>(x: &Exchange<'a>) -> impl Iterator<Item = &'a Method> + use<'a> {
    let speaks_oidc = x.oidc.is_some();
    x.catalogue.providers.methods.iter().filter(move |method| speaks_oidc || method.kind != "oidc")
}

fn described(method: &Method, lang: Lang) -> Value {
    let mut told = json!({"id": method.id, "kind": method.kind, "name": text(&method.name, lang), "text": text(&method.text, lang), "level": method.level});
    if !method.separate_consent.is_null() {
        told["separate_consent"] = localize(&method.separate_consent, lang);
    }
    told
}

/// How surely a way tells who somebody is; `None` where it is not offered.
pub(super) fn reach(x: &Exchange<'_>, method: &str) -> Option<Level> {
    carried_out(x).find(|m| m.id == method).map(|m| m.level)
}

/// Whether it is by the face, which needs a consent of its own.
pub(super) fn is_face(x: &Exchange<'_>, method: &str) -> bool {
    x.catalogue.providers.method(method).is_some_and(|m| m.kind == "face")
}

/// Whether a verified person can reach a level by a way: by a device only with one that was set up as surely.
pub(super) fn can_reach(x: &Exchange<'_>, person: &str, method: &str, level: Level) -> bool {
    let by_device = x.catalogue.providers.method(method).is_some_and(|m| m.kind == "device");
    reach(x, method).is_some_and(|reached| reached >= level) && (!by_device || passkeys::reaches(x, person, level))
}

/// 403 unless the person is known as surely as that. Asked last, of what is right in everything else.
pub(super) fn hold(x: &Exchange<'_>, person: &str, known: Level, level: Level) -> Result<(), Refusal> {
    if known >= level {
        return Ok(());
    }
    let ways: Vec<&str> = carried_out(x).map(|m| m.id.as_str()).filter(|id| can_reach(x, person, id, level)).collect();
    Err(Refusal::new(403, "step-up-needed", Say::StepUpTitle, Say::StepUpDetail).member("level", json!(level)).member("methods", ways))
}
