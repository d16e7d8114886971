//! A guardian's consent to a child's face check (人脸识别技术应用安全管理办法: under 14). The child's device shows a code; the guardian opens it,
//! proves who they are, and agrees or refuses. The household register says who is a guardian, and nobody else.

use super::acting;
use super::codes;
use super::consents;
use super::exchange::Exchange;
use super::identity::{self, forged, KIND};
use super::localize::text;
use super::people::Person;
use super::reply::{Outcome, Refusal, Success};
use super::words::Say;
use crate::model::date::Moment;
use crate::model::identifier::mask_name;
use crate::words::Words;
use serde_json::{json, Value};

pub(super) const ASKS: &str = "guardian_ask";
/// Below it a guardian has to agree to a face check.
const AGE: u16 = 14;
/// Long enough for a guardian who is elsewhere.
const LIFE_MS: i64 = 30 * 60_000;
/// The page of the app that takes a code.
const PAGE: &str = "/guardian";

/// Whether a face check of this person needs a guardian, who has not agreed to it for this service or has withdrawn that.
pub(super) fn is_missing(x: &Exchange<'_>, person: &Person, service: &Value) -> bool {
    let covers = |c: &Value| c["guardian"] == true && c["for"] == person.id.as_str() && c["service_id"] == *service && consents::active(c, x.now);
    person.born.age_on(x.today()) < AGE && !x.store.list(consents::KIND).iter().any(|(_, c)| covers(c))
}

/// Whether the app can ask a guardian: the check ended for want of one, at a backend that another device reaches.
pub(super) fn can_ask(x: &Exchange<'_>, session: &Value) -> bool {
    x.caller.is_some() && session["reason"] == "guardian_needed" && session["child"].is_string()
}

/// `POST /identity-sessions/{id}/guardian`: the same code however often it is asked for, as long as it is good.
pub(super) fn ask(x: &mut Exchange<'_>, id: &str) -> Outcome {
    let mut session = x.store.get(KIND, id).ok_or_else(Refusal::not_found)?;
    let body = x.body()?;
    if session["state"] != x.text(&body, "state", 500)?.as_str() {
        return Err(forged());
    }
    if !can_ask(x, &session) {
        return Err(Refusal::new(409, "guardian-not-needed", Say::GuardianNotNeededTitle, Say::GuardianNotNeededDetail));
    }
    let kept = session["guardian"].as_str().and_then(|code| Some((code.to_owned(), x.store.get(ASKS, code)?)));
    let (code, asked) = match kept.filter(|(_, asked)| status(asked, x.now) == "waiting") {
        Some(kept) => kept,
        None => {
            let code = codes::unused(x, ASKS);
            let asked = json!({
                "child": session["child"], "service_id": session["service_id"], "status": "waiting", "at": x.now.0, "expires": x.now.plus_ms(LIFE_MS).0,
            });
            x.store.put(ASKS, &code, &asked);
            session["guardian"] = json!(code);
            x.store.put(KIND, id, &session);
            (code, asked)
        }
    };
    let origin = session["return_url"].as_str().and_then(identity::origin).unwrap_or_default();
    let expires = asked["expires"].as_i64().map(|ms| Moment(ms).to_string());
    Ok(Success::created(json!({"code": code, "url": format!("{origin}{PAGE}"), "expires_at": expires}), Some(format!("/guardian-asks/{code}"))))
}

/// `GET /guardian-asks/{code}`: for the guardian, who asks for what; for the child's device, how it stands.
pub(super) fn get(x: &mut Exchange<'_>, code: &str) -> Outcome {
    let (_, asked) = find(x, code)?;
    Ok(Success::ok(view(x, &asked)))
}

/// `POST /guardian-asks/{code}/agree`: separate consent to the child's face, by the one whom the register names.
pub(super) fn agree(x: &mut Exchange<'_>, code: &str) -> Outcome {
    let body = x.body()?;
    if body.get("face") != Some(&Value::Bool(true)) {
        return Err(
            Refusal::new(422, "face-consent-needed", Say::FaceConsentTitle, Say::GuardianFaceDetail).error("/face", Say::GuardianFaceDetail.text(x.lang))
        );
    }
    let (code, mut asked) = open(x, code)?;
    let guardian = guardian(x, &asked)?;
    let version = asked["service_id"].as_str().and_then(|id| x.catalogue.service(id)).map(|service| &service.terms.version);
    let consent = json!({
        "service_id": asked["service_id"], "terms_version": version, "granted": [], "refused": [], "method": "session", "face": true,
        "person": guardian, "for": asked["child"], "relation": "child", "guardian": true, "for_other": true, "at": x.now.0,
        "expires": x.now.plus_ms(consents::LIFE_MS).0, "withdrawn": false,
    });
    let id = x.secret();
    x.store.put(consents::KIND, &id, &consent);
    close(x, &code, &mut asked, "agreed")
}

/// `POST /guardian-asks/{code}/refuse`
pub(super) fn refuse(x: &mut Exchange<'_>, code: &str) -> Outcome {
    let (code, mut asked) = open(x, code)?;
    guardian(x, &asked)?;
    close(x, &code, &mut asked, "refused")
}

fn close(x: &mut Exchange<'_>, code: &str, asked: &mut Value, status: &str) -> Outcome {
    asked["status"] = json!(status);
    x.store.put(ASKS, code, asked);
    Ok(Success::ok(view(x, asked)))
}

/// The verified person, where the register names them as a guardian of the child who asks: 403 for anybody else.
fn guardian(x: &Exchange<'_>, asked: &Value) -> Result<String, Refusal> {
    let person = x.applicant()?;
    let known = x.catalogue.person(&person).ok_or_else(Refusal::not_found)?;
    if acting::is_child_of(x, &asked["child"], known) {
        return Ok(person);
    }
    Err(Refusal::new(403, "not-guardian", Say::NotGuardianTitle, Say::NotGuardianDetail))
}

fn find(x: &mut Exchange<'_>, code: &str) -> Result<(String, Value), Refusal> {
    codes::look_up(x, ASKS, code)?.ok_or_else(|| Refusal::new(404, "link-unknown", Say::LinkUnknownTitle, Say::LinkUnknownDetail))
}

/// One that nobody has answered yet.
fn open(x: &mut Exchange<'_>, code: &str) -> Result<(String, Value), Refusal> {
    let found = find(x, code)?;
    if status(&found.1, x.now) == "waiting" {
        return Ok(found);
    }
    Err(Refusal::new(409, "link-over", Say::LinkOverTitle, Say::LinkOverDetail))
}

fn status(asked: &Value, now: Moment) -> &str {
    match asked["status"].as_str().unwrap_or_default() {
        "waiting" if asked["expires"].as_i64().is_none_or(|ms| ms <= now.0) => "expired",
        other => other,
    }
}

fn view(x: &Exchange<'_>, asked: &Value) -> Value {
    let child = asked["child"].as_str().and_then(|id| x.catalogue.person(id));
    let service = asked["service_id"].as_str().and_then(|id| x.catalogue.service(id));
    let moment = |member: &str| asked[member].as_i64().map(|ms| Moment(ms).to_string());
    json!({
        "status": status(asked, x.now), "child": child.map(|child| mask_name(&text(&child.name, x.lang))), "service_id": asked["service_id"],
        "service_name": service.map(|service| text(&service.name, x.lang)), "requested_at": moment("at"), "expires_at": moment("expires"),
        "separate_consent": {"title": Say::GuardianConsent.text(x.lang), "points": consents::face_points(x)},
    })
}
