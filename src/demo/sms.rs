//! A code by SMS, answered in the app: first the number, then what was sent to it. Nothing is sent in the demo: its words stand in the hint.

use super::exchange::Exchange;
use super::identity::{self, KIND};
use super::provider::too_many;
use super::reply::{Outcome, Refusal, Success};
use super::words::Say;
use crate::model::identifier::{self, IdentifierKind};
use serde_json::{json, Map, Value};

/// Between two codes, in milliseconds.
const PAUSE_MS: i64 = 60_000;
const DIGITS: usize = 6;

/// Takes an answer of the person: `phone`, or `code`.
pub(super) fn answer(x: &mut Exchange<'_>, id: &str, mut session: Value, body: &Map<String, Value>) -> Outcome {
    if body.contains_key("phone") {
        send(x, id, &mut session, body)?;
        return Ok(Success::ok(identity::view(x, id, &session)));
    }
    let code = x.text(body, "code", 20)?;
    let sent = session["sms_code"].as_str().filter(|_| session["phone"].is_string());
    if sent != Some(code.as_str()) {
        return identity::wrong(x, id, session, "/code", Say::SmsWrong);
    }
    let phone = session["phone"].as_str().unwrap_or_default().to_owned();
    // No code is sent to a number that is registered for nobody, so none can be right.
    let Some(person) = holder(x, &phone) else { return Err(Refusal::internal()) };
    session["status"] = json!("done");
    session["person"] = json!(person);
    identity::pass(x, id, session, &person)
}

/// Sends a code, unless one has just been sent. Whether the number is registered is told to nobody.
fn send(x: &mut Exchange<'_>, id: &str, session: &mut Value, body: &Map<String, Value>) -> Result<(), Refusal> {
    let phone = identifier::clean(IdentifierKind::Mobile, &x.text(body, "phone", 30)?);
    if identifier::check(IdentifierKind::Mobile, &phone).is_err() {
        return Err(Refusal::wrong("/phone", Say::SmsPhone, x.lang));
    }
    let waits = session["sent_at"].as_i64().is_some_and(|at| x.now.0 - at < PAUSE_MS) && session["phone"] == phone.as_str();
    if waits {
        return Ok(());
    }
    if too_many(x, &phone) {
        session["status"] = json!("failed");
        session["reason"] = json!("too_many_tries");
    } else {
        session["status"] = json!("opened");
        session["sms_code"] = json!(format!("{:06}", (x.random)() % 1_000_000));
        session["phone"] = json!(phone);
        session["sent_at"] = json!(x.now.0);
    }
    x.store.put(KIND, id, session);
    Ok(())
}

/// What the person is asked now: `Ask` of the contract.
pub(super) fn ask(x: &Exchange<'_>, session: &Value) -> Value {
    let Some(phone) = session["phone"].as_str() else {
        let known = session["opened_by"].as_str().and_then(|id| x.catalogue.person(id)).or(x.catalogue.people.first());
        let known = known.and_then(|p| p.value["phone"].as_str()).unwrap_or_default();
        return json!({"kind": "phone", "hint": x.say(Say::SmsDemoPhone, &[("phone", known)])});
    };
    let hint = match holder(x, phone) {
        Some(_) => x.say(Say::SmsDemoCode, &[("code", session["sms_code"].as_str().unwrap_or_default())]),
        None => x.say(Say::SmsDemoNobody, &[]),
    };
    let again = session["sent_at"].as_i64().map_or(0, |at| (at + PAUSE_MS - x.now.0).max(0));
    json!({
        "kind": "code", "length": DIGITS, "sent_to": identifier::mask(IdentifierKind::Mobile, phone),
        "again_in_s": u64::try_from(again).unwrap_or_default().div_ceil(1_000), "hint": hint,
    })
}

/// Whose number it is.
fn holder(x: &Exchange<'_>, phone: &str) -> Option<String> {
    x.catalogue.people.iter().find(|p| !p.is_company() && p.value["phone"] == phone).map(|p| p.id.clone())
}
