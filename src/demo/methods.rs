//! The ways of proving who one is, and how surely each tells: data. What needs a surer one than the session has is refused with the way up.

use super::exchange::Exchange;
use super::passkeys;
use super::reader::{Node, Read};
use super::reply::Refusal;
use super::words::Say;
use crate::model::session::Level;
use crate::words::Words;
use serde_json::{json, Value};

/// What this backend can carry out.
const KNOWN: [&str; 5] = ["face", "sms", "password", "device", "window"];

/// A way that is offered.
pub(super) struct Method {
    pub id: String,
    pub level: Level,
}

/// All of them, in the order in which they are offered. A face is never the only one of a level (人脸识别技术应用安全管理办法).
pub(super) fn read(node: &Node<'_>) -> Read<Vec<Method>> {
    let mut all: Vec<Method> = Vec::new();
    for item in node.items()? {
        let at = item.at("id")?;
        let id = at.text()?;
        if !KNOWN.contains(&id.as_str()) || all.iter().any(|m| m.id == id) {
            return Err(at.wrong("has to be face, sms, password, device or window, each once"));
        }
        all.push(Method { id, level: level(&item.at("level")?)? });
    }
    let by_face = |level| all.iter().filter(|m| m.level >= level).all(|m| m.id == "face");
    if [Level::Verified, Level::Strong].into_iter().any(by_face) {
        return Err(node.wrong("offers nothing but a face for some level"));
    }
    Ok(all)
}

/// `verified` or `strong`: what a check can reach, and what a service can need.
pub(super) fn level(node: &Node<'_>) -> Read<Level> {
    named(&node.text()?).filter(|level| *level >= Level::Verified).ok_or_else(|| node.wrong("has to be verified or strong"))
}

pub(super) fn named(word: &str) -> Option<Level> {
    serde_json::from_value(json!(word)).ok()
}

/// `IdentityMethod` of the contract, one for each way.
pub(super) fn offered(x: &Exchange<'_>) -> Vec<Value> {
    let say = |s: Say| s.text(x.lang);
    let shown = |method: &Method| {
        let (name, text) = match method.id.as_str() {
            "face" => (Say::FaceName, Say::FaceText),
            "sms" => (Say::SmsName, Say::SmsText),
            "password" => (Say::PasswordName, Say::PasswordText),
            "device" => (Say::DeviceName, Say::DeviceText),
            _ => (Say::WindowName, Say::WindowText),
        };
        let mut view = json!({"id": method.id, "kind": method.id, "name": say(name), "text": say(text), "level": method.level});
        if method.id == "face" {
            let points = [Say::FaceUse, Say::FaceKept, Say::FaceRights, Say::FaceGuardian].map(say);
            view["separate_consent"] = json!({"title": say(Say::FaceConsent), "points": points});
        }
        view
    };
    x.catalogue.methods.iter().map(shown).collect()
}

/// How surely a way tells who somebody is; `None` where it is not offered.
pub(super) fn reach(x: &Exchange<'_>, method: &str) -> Option<Level> {
    x.catalogue.methods.iter().find(|m| m.id == method).map(|m| m.level)
}

/// Whether a verified person can reach a level by a way: by a device only with one that was set up as surely.
pub(super) fn can_reach(x: &Exchange<'_>, person: &str, method: &str, level: Level) -> bool {
    reach(x, method).is_some_and(|reached| reached >= level) && (method != "device" || passkeys::reaches(x, person, level))
}

/// 403 unless the session is as sure as that. Asked last, of what is right in everything else.
pub(super) fn hold(x: &Exchange<'_>, person: &str, level: Level) -> Result<(), Refusal> {
    if x.visitor.level() >= level {
        return Ok(());
    }
    let ways: Vec<&str> = x.catalogue.methods.iter().map(|m| m.id.as_str()).filter(|id| can_reach(x, person, id, level)).collect();
    Err(Refusal::new(403, "step-up-needed", Say::StepUpTitle, Say::StepUpDetail).member("level", json!(level)).member("methods", ways))
}
