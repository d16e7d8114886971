//! What happens to a bundle once it is received: the answers give the plan again, each part is checked by the same code as an application of its own,
//! and only where all of it is right something is kept.

use super::bundles::Bundle;
use super::codes;
use super::consents;
use super::disputes;
use super::exchange::Exchange;
use super::filing;
use super::matters::{changed, under};
use super::methods;
use super::reply::Refusal;
use super::service::Service;
use super::shares;
use super::template::spoken;
use super::words::Say;
use crate::bundle::{Definition, Plan, Planned, Prior};
use crate::model::application::Dispute;
use crate::model::bundle::GuideAnswers;
use crate::model::session::Level;
use serde_json::{json, Map, Value};

/// A part as it was sent.
struct Sent<'a, 'b> {
    service: &'a Service,
    data: Value,
    provenance: Map<String, Value>,
    disputes: Vec<Dispute>,
    /// As it was sent.
    body: &'b Map<String, Value>,
    /// Sources that may be read for it.
    granted: Vec<String>,
    /// What other services of the plan fill.
    given: Vec<String>,
}

/// Checks a `MatterSubmission`; answers the document to be kept.
///
/// # Errors
/// 409 `bundle-changed` and `form-changed`; 422 `invalid` and `locked-value` of all parts together; 403 `step-up-needed` last.
pub(super) fn file(x: &mut Exchange<'_>, body: &Map<String, Value>) -> Result<Value, Refusal> {
    let bundle_id = x.text(body, "bundle_id", 100)?;
    let bundle = x.catalogue.bundle(&bundle_id).ok_or_else(|| Refusal::wrong("/bundle_id", Say::UnknownValue, x.lang))?;
    let party = x.party_in(&bundle.service, body)?;
    let person = party.applicant();
    let definition = bundle.definition(x.lang).ok_or_else(Refusal::internal)?;
    let version = x.text(body, "bundle_version", 100)?;
    if version != definition.bundle().version {
        return Err(changed());
    }
    let answers = answers(x, body, definition)?;
    let plan = definition.plan(&answers, x.today());
    let consent_id = match body.get("consent_id") {
        None | Some(Value::Null) => None,
        Some(_) => Some(x.text(body, "consent_id", 100)?),
    };
    let granted = match &consent_id {
        Some(id) => consents::granted(x, Some(id), &bundle.service.id, &party)?,
        None => Vec::new(),
    };
    let named = consents::named(x, consent_id.as_deref());
    let mut sent = read_parts(x, body, definition, &plan)?;
    for part in &mut sent {
        // A consent covers the services that it was asked for.
        if named.as_ref().is_none_or(|ids| ids.contains(&part.service.id)) {
            part.granted.clone_from(&granted);
        }
        part.disputes = disputes::read(x, part.body, part.service, &part.granted).map_err(|refusal| refusal.within(&part.service.id))?;
    }
    let mut errors = Vec::new();
    for part in &sent {
        let given: Vec<&str> = part.given.iter().map(String::as_str).collect();
        errors.extend(under(&part.service.id, filing::wrong(x, part.service, &person.id, &part.data, &given)?));
    }
    if !errors.is_empty() {
        return Err(Refusal::invalid(errors));
    }
    for part in &mut sent {
        errors.extend(under(&part.service.id, filing::differing(x, part.service, person, &part.granted, &mut part.data, &part.provenance)));
    }
    if !errors.is_empty() {
        return Err(filing::locked(errors));
    }
    let level = sent.iter().map(|p| p.service.level_to_submit).max().unwrap_or(Level::Verified);
    methods::hold(x, &person.id, x.visitor.level(), level)?;
    let mut parts = Vec::new();
    for part in sent {
        let id = part.service.id.as_str();
        let application = format!("a{}", x.secret().get(..20).unwrap_or_default());
        let planned = plan.services.iter().find(|p| definition.member(p.at).is_some_and(|m| m.service.id == id));
        parts.push(json!({
            "service": id, "form_version": part.service.form_version, "hidden": filing::hidden(x, part.service, person, &part.granted),
            "granted": part.granted, "application": application, "secret": x.secret(), "after": planned.map(|p| before(definition, &plan, p)),
            "minutes": planned.and_then(|p| definition.member(p.at)).map(|m| m.minutes), "data": part.data, "provenance": part.provenance, "disputes": part.disputes,
            "began": null, "not_sent": null, "received": [],
        }));
    }
    Ok(json!({
        "person": person.id, "bundle": bundle.id, "version": version, "answers": answers, "at": x.now.0, "lang": x.lang.tag(), "consent_id": consent_id,
        "minutes": plan.minutes, "parts": parts, "parties": [], "way": null, "confirmed": null, "ratings": [], "steps": 0,
    }))
}

/// The guide's answers that count, all of them given.
fn answers(x: &Exchange<'_>, body: &Map<String, Value>, definition: &Definition) -> Result<GuideAnswers, Refusal> {
    let given = body.get("answers").and_then(Value::as_object).ok_or_else(|| Refusal::wrong("/answers", Say::WrongShape, x.lang))?;
    let answers: GuideAnswers = given.iter().map(|(question, answer)| (question.clone(), answer.clone())).collect();
    if let Some(open) = definition.next(&answers, x.today()).and_then(|at| definition.bundle().questions.get(at)) {
        return Err(Refusal::wrong(&format!("/answers/{}", open.id), Say::WrongShape, x.lang));
    }
    Ok(definition.meant(&answers, x.today()))
}

/// The services that a part comes after, by id: those of the definition, and those whose results it takes.
fn before(definition: &Definition, plan: &Plan, planned: &Planned) -> Vec<String> {
    let id = |at: usize| definition.member(at).map(|m| m.service.id.clone());
    let waits = planned.after.iter().filter_map(|prior| match prior {
        Prior::Waits(at) => id(*at),
        Prior::Satisfied(_) => None,
    });
    let mut all: Vec<String> = waits.collect();
    for flow in definition.member(planned.at).into_iter().flat_map(|m| &m.flows) {
        if definition.place_of(&flow.from).is_some_and(|at| plan.has(at)) && !all.contains(&flow.from) {
            all.push(flow.from.clone());
        }
    }
    all
}

/// The parts in the plan's order: one for each of its services, in the version that the person filled in.
fn read_parts<'a, 'b>(x: &Exchange<'a>, body: &'b Map<String, Value>, definition: &Definition, plan: &Plan) -> Result<Vec<Sent<'a, 'b>>, Refusal> {
    let wrong = |pointer: &str| Refusal::wrong(pointer, Say::WrongShape, x.lang);
    let listed = body.get("parts").and_then(Value::as_array).filter(|l| l.len() <= 200).ok_or_else(|| wrong("/parts"))?;
    let mut by_id: Vec<(String, usize, &Map<String, Value>)> = Vec::new();
    for (at, part) in listed.iter().enumerate() {
        let part = part.as_object().ok_or_else(|| wrong(&format!("/parts/{at}")))?;
        by_id.push((x.text(part, "service_id", 100)?, at, part));
    }
    let mut sent = Vec::new();
    for planned in &plan.services {
        let member = definition.member(planned.at).ok_or_else(Refusal::internal)?;
        let place = by_id.iter().position(|(id, ..)| *id == member.service.id).ok_or_else(changed)?;
        let (id, at, part) = by_id.swap_remove(place);
        let service = x.catalogue.single(&id).ok_or_else(Refusal::internal)?;
        if x.text(part, "form_version", 100)? != service.form_version {
            return Err(Refusal::new(409, "form-changed", Say::FormChangedTitle, Say::FormChangedDetail));
        }
        let mut data = part.get("data").filter(|d| d.is_object()).cloned().ok_or_else(|| wrong(&format!("/parts/{at}/data")))?;
        let mut provenance = match part.get("provenance") {
            None | Some(Value::Null) => Map::new(),
            Some(Value::Object(all)) if all.values().all(Value::is_string) => all.clone(),
            Some(_) => return Err(wrong(&format!("/parts/{at}/provenance"))),
        };
        // A fact that a source gave to one service stands in the others' parts too, where nobody can say of what it is: there it counts as typed.
        let fills =
            |service: &Service, source: &str, pointer: &str| service.prefill.get(source).is_some_and(|all| all.iter().any(|f| f.pointer.as_str() == pointer));
        provenance.retain(|pointer, source| {
            let source = source.as_str().unwrap_or_default();
            let fact = definition.bundle().facts.iter().find(|fact| fact.places.iter().any(|p| p.service == id && p.pointer == *pointer));
            let elsewhere = fact.is_some_and(|f| f.places.iter().any(|p| x.catalogue.single(&p.service).is_some_and(|other| fills(other, source, &p.pointer))));
            fills(service, source, pointer) || !elsewhere
        });
        let is_in = |from: &str| definition.place_of(from).is_some_and(|at| plan.has(at));
        let given: Vec<String> = member.flows.iter().filter(|f| is_in(&f.from)).filter_map(|f| f.to.clone()).collect();
        for to in &given {
            // What another department will give is not taken from the person.
            if let (Some(name), Some(members)) = (to.get(1..), data.as_object_mut()) {
                members.remove(name);
            }
            provenance.remove(to);
        }
        sent.push(Sent { service, data, provenance, disputes: Vec::new(), body: part, granted: Vec::new(), given });
    }
    if by_id.is_empty() {
        Ok(sent)
    } else {
        Err(changed())
    }
}

/// Makes a code for everybody who has to confirm their share.
pub(super) fn ask_parties(x: &mut Exchange<'_>, id: &str, matter: &mut Value) -> Result<(), Refusal> {
    let bundle: &Bundle = x.bundle(matter["bundle"].as_str().unwrap_or_default())?;
    let Some(parties) = &bundle.parties else { return Ok(()) };
    let today = x.today();
    let own = matter["person"].as_str().and_then(|p| x.catalogue.person(p)).map(|p| p.value["id_number"].clone()).unwrap_or_default();
    let data = super::matters::parts(matter).find(|p| p["service"] == parties.service.as_str()).map(|p| p["data"].clone());
    let Some(found) = data.and_then(|data| parties.each.eval(&data, today).ok()) else { return Ok(()) };
    let mut asked = Vec::new();
    for item in found.as_array().into_iter().flatten().take(50) {
        let number = parties.id_number.eval(item, today).unwrap_or_default();
        // Whoever submits has agreed by that, and nobody is asked twice.
        if !number.is_string() || number == own || asked.iter().any(|a: &Value| a["id_number"] == number) {
            continue;
        }
        let code = codes::unused(x, shares::KIND);
        x.store.put(shares::KIND, &code, &json!({"matter": id, "at": x.now.0}));
        let name = parties.name.eval(item, today).map(|name| spoken(&name)).unwrap_or_default();
        asked.push(json!({"code": code, "id_number": number, "name": name, "item": item, "status": "waiting", "at": null}));
    }
    matter["parties"] = Value::Array(asked);
    Ok(())
}
