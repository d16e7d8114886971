//! Shares of a matter: somebody else has to confirm what is theirs of it before a part begins. They are given a code, prove who they are, and see their
//! own share and nothing else.

use super::codes;
use super::exchange::Exchange;
use super::localize::text;
use super::matter_course::Standing;
use super::matter_view::State;
use super::matters::{self, count, look};
use super::reply::{Outcome, Refusal, Success};
use super::template::{render_text, spoken};
use super::words::Say;
use crate::model::identifier::mask_name;
use serde_json::{json, Value};

pub(super) const KIND: &str = "share";

/// `GET /shares/{code}`
pub(super) fn get(x: &mut Exchange<'_>, code: &str) -> Outcome {
    if x.applicant().is_err() {
        return outside(x, code);
    }
    let found = find(x, code)?;
    view(x, &found)
}

/// What whoever has the code may see before they prove who they are: who asks, about what thing, and nothing of the share.
fn outside(x: &mut Exchange<'_>, typed: &str) -> Outcome {
    let Found { matter, at, .. } = kept(x, typed)?;
    let bundle = matter["bundle"].as_str().and_then(|id| x.catalogue.bundle(id)).ok_or_else(Refusal::not_found)?;
    let status = matter["parties"].get(at).map_or(&Value::Null, |p| &p["status"]);
    Ok(Success::ok(json!({"bundle": bundle.reference(x.lang), "asks": asks(x, &matter), "what": "", "lines": [], "status": status})))
}

/// The matter that a code is of, and the place of its party.
fn kept(x: &mut Exchange<'_>, typed: &str) -> Result<Found, Refusal> {
    let unknown = || Refusal::new(404, "link-unknown", Say::LinkUnknownTitle, Say::ShareUnknownDetail);
    let (code, kept) = codes::look_up(x, KIND, typed)?.ok_or_else(unknown)?;
    let id = kept["matter"].as_str().unwrap_or_default().to_owned();
    let matter = x.store.get(matters::KIND, &id).ok_or_else(unknown)?;
    let at = matter["parties"].as_array().and_then(|all| all.iter().position(|p| p["code"] == code.as_str())).ok_or_else(unknown)?;
    Ok(Found { id, matter, at })
}

fn asks(x: &Exchange<'_>, matter: &Value) -> Option<String> {
    matter["person"].as_str().and_then(|id| x.catalogue.person(id)).map(|p| mask_name(&text(&p.name, x.lang)))
}

/// `POST /shares/{code}/confirm`
pub(super) fn confirm(x: &mut Exchange<'_>, code: &str) -> Outcome {
    answer(x, code, "confirmed")
}

/// `POST /shares/{code}/refuse`
pub(super) fn refuse(x: &mut Exchange<'_>, code: &str) -> Outcome {
    answer(x, code, "refused")
}

/// `Party` of a matter, for its applicant.
pub(super) fn party(x: &Exchange<'_>, state: &State<'_, '_>, party: &Value) -> Value {
    let name = mask_name(party["name"].as_str().unwrap_or_default());
    // Once the part that asks is lost, nobody has to confirm anything.
    let asks = state.bundle.parties.as_ref().and_then(|p| state.stages.iter().find(|s| s.part["service"] == p.service.as_str()));
    let is_open = party["status"] == "waiting" && asks.is_some_and(|s| matches!(s.standing, Standing::Waiting(_) | Standing::Asking(_)));
    json!({"name": name, "what": what(x, state, party), "status": party["status"], "code": is_open.then_some(&party["code"])})
}

struct Found {
    id: String,
    matter: Value,
    at: usize,
}

/// The share of a code, for the verified person whose it is: 403 for anybody else.
fn find(x: &mut Exchange<'_>, typed: &str) -> Result<Found, Refusal> {
    let person = x.applicant()?;
    let mut found = kept(x, typed)?;
    let number = x.catalogue.person(&person).map(|p| &p.value["id_number"]).filter(|n| n.is_string());
    if number != found.matter["parties"].get(found.at).map(|p| &p["id_number"]) {
        return Err(Refusal::new(403, "not-party", Say::NotPartyTitle, Say::NotPartyDetail));
    }
    look(x, &found.id, &mut found.matter);
    Ok(found)
}

fn answer(x: &mut Exchange<'_>, code: &str, word: &str) -> Outcome {
    let mut found = find(x, code)?;
    let Some(party) = found.matter["parties"].get_mut(found.at) else { return Err(Refusal::internal()) };
    if party["status"] != "waiting" {
        return Err(Refusal::new(409, "link-over", Say::LinkOverTitle, Say::ShareOverDetail));
    }
    party["status"] = json!(word);
    party["at"] = json!(x.now.0);
    count(&mut found.matter);
    x.store.put(matters::KIND, &found.id, &found.matter);
    view(x, &found)
}

/// `Share`
fn view(x: &Exchange<'_>, found: &Found) -> Outcome {
    let state = State::of(x, &found.matter).ok_or_else(Refusal::not_found)?;
    let party = found.matter["parties"].get(found.at).ok_or_else(Refusal::not_found)?;
    let rules = state.bundle.parties.iter().flat_map(|p| &p.lines);
    let lines = rules.filter_map(|line| {
        let value = spoken(&line.value.eval(&party["item"], x.today()).ok()?);
        (!value.is_empty()).then(|| json!({"label": text(&line.label, x.lang), "value": value}))
    });
    Ok(Success::ok(json!({
        "bundle": state.bundle.reference(x.lang), "asks": asks(x, &found.matter), "what": what(x, &state, party), "lines": lines.collect::<Vec<_>>(), "status": party["status"],
    })))
}

fn what(x: &Exchange<'_>, state: &State<'_, '_>, party: &Value) -> String {
    state.bundle.parties.as_ref().map(|p| render_text(&p.what, x.lang, &party["item"], x.today())).unwrap_or_default()
}
