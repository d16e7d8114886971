//! Consents: what is asked, what a person granted and refused, and what that allows.

use super::acting::Party;
use super::exchange::Exchange;
use super::localize::{localize, text};
use super::methods;
use super::paging::page;
use super::reply::{Outcome, Refusal, Success};
use super::service::Service;
use super::words::Say;
use crate::model::date::Moment;
use crate::words::Words;
use serde_json::{json, Map, Value};

pub(super) const KIND: &str = "consent";
/// One day: long enough for one application, the shortest that does not interrupt it.
pub(super) const LIFE_MS: i64 = 24 * 3_600_000;
/// A consent given in a verified session.
const BY_SESSION: &str = "session";

/// `GET /services/{id}/consent-terms`
pub(super) fn terms(x: &mut Exchange<'_>, id: &str) -> Outcome {
    let service = x.service(id)?;
    let asked = x.catalogue.bundle_of(id).map(|bundle| x.services_asked(bundle)).transpose()?.flatten();
    let narrowed = x.narrowed(service, asked.as_deref());
    let service = narrowed.as_ref().unwrap_or(service);
    // Nobody is asked about a certificate that people like them do not have.
    let known = x.party_known().map(|party| party.applicant());
    let sources: Vec<Value> = service
        .terms
        .sources_for(known, x.today())
        .into_iter()
        .filter_map(|asked| {
            let source = x.catalogue.sources.get(&asked.id)?;
            let fields: Vec<Value> = asked.fields.iter().map(|f| localize(f, x.lang)).collect();
            Some(json!({
                "id": asked.id,
                "name": text(&source.name, x.lang),
                "agency": text(&source.agency, x.lang),
                "fields": fields,
                "purpose": text(&asked.purpose, x.lang),
                "retention": text(&source.retention, x.lang),
                "refusal": text(&asked.refusal, x.lang),
            }))
        })
        .collect();
    let terms = json!({
        "version": service.terms.version, "purpose": text(&service.terms.purpose, x.lang), "sources": sources, "methods": methods::offered(x),
        "represent": service.represent, "level_to_submit": service.level_to_submit,
    });
    Ok(Success::shared(terms))
}

/// What is said of a face before anybody agrees to its use.
pub(super) fn face_points(x: &Exchange<'_>) -> Value {
    let face = x.catalogue.providers.methods.iter().find(|method| method.kind == "face");
    face.map_or_else(|| json!([]), |method| localize(&method.separate_consent["points"], x.lang))
}

/// `POST /consents`
pub(super) fn create(x: &mut Exchange<'_>) -> Outcome {
    let body = x.body()?;
    let service_id = x.text(&body, "service_id", 100)?;
    let service = x.catalogue.service(&service_id).ok_or_else(|| Refusal::wrong("/service_id", Say::UnknownValue, x.lang))?;
    let services = services(x, &body, &service_id)?;
    let narrowed = x.narrowed(service, services.as_deref());
    let service = narrowed.as_ref().unwrap_or(service);
    if x.text(&body, "terms_version", 100)? != service.terms.version {
        return Err(Refusal::new(409, "terms-changed", Say::TermsChangedTitle, Say::TermsChangedDetail));
    }
    let (granted, refused) = (x.texts(&body, "granted")?, x.texts(&body, "refused")?);
    for (key, list) in [("granted", &granted), ("refused", &refused)] {
        for (i, source) in list.iter().enumerate() {
            let contradicts = key == "refused" && granted.contains(source);
            if !service.terms.ask_for(source) || contradicts {
                return Err(Refusal::wrong(&format!("/{key}/{i}"), Say::UnknownValue, x.lang));
            }
        }
    }
    let method = x.text(&body, "method", 50)?;
    // Whoever has just proved who they are need not do it again for the next service.
    let by_session = method == BY_SESSION && x.visitor.verified().is_some();
    if !by_session && methods::reach(x, &method).is_none() {
        return Err(Refusal::wrong("/method", Say::UnknownValue, x.lang));
    }
    let face = body.get("face").and_then(Value::as_bool).ok_or_else(|| Refusal::wrong("/face", Say::WrongShape, x.lang))?;
    if face != methods::is_face(x, &method) {
        return Err(face_needed(x));
    }
    // Whoever is verified agrees for whom their page says; whoever is not can only say that it is somebody else, who is not named yet.
    let party = if by_session { Some(x.party_in(service, &body)?) } else { None };
    let for_other = for_other(x, &body, &granted, by_session)?;
    // What was neither granted nor refused was not granted.
    let known = x.party_known().map(|party| party.applicant());
    let unnamed = service.terms.sources_for(known, x.today()).into_iter().map(|s| &s.id).filter(|id| !granted.contains(id) && !refused.contains(id)).cloned();
    let refused: Vec<String> = refused.iter().cloned().chain(unnamed).collect();
    let id = x.secret();
    let expires = x.now.plus_ms(LIFE_MS);
    let consent = json!({
        "service_id": service_id, "services": services, "answers": answers(x, &body)?, "terms_version": service.terms.version, "granted": granted, "refused": refused, "method": method, "face": face,
        "person": x.visitor.verified(), "at": x.now.0, "expires": expires.0, "withdrawn": false,
        "for": party.as_ref().map_or(Value::Null, Party::acts_for), "relation": party.and_then(|p| p.bond).map(|b| b.relation),
        "for_other": for_other,
    });
    x.store.put(KIND, &id, &consent);
    Ok(Success::created(view(&id, &consent), None))
}

/// The services of a bundle that the person was asked about; `None` for all of them, and for a service.
fn services(x: &Exchange<'_>, body: &Map<String, Value>, service_id: &str) -> Result<Option<Vec<String>>, Refusal> {
    if body.get("services").is_none_or(Value::is_null) {
        return Ok(None);
    }
    let ids = x.texts(body, "services")?;
    let bundle = x.catalogue.bundle_of(service_id);
    if let Some(at) = ids.iter().position(|id| bundle.is_none_or(|b| b.member(id).is_none())) {
        return Err(Refusal::wrong(&format!("/services/{at}"), Say::UnknownValue, x.lang));
    }
    Ok(Some(ids).filter(|ids| !ids.is_empty()))
}

/// The guide's answers of a bundle, so that whoever comes back from a provider has the same plan.
fn answers(x: &Exchange<'_>, body: &Map<String, Value>) -> Result<Value, Refusal> {
    match body.get("answers") {
        None | Some(Value::Null) => Ok(Value::Null),
        Some(answers @ Value::Object(all)) if all.len() <= 200 => Ok(answers.clone()),
        Some(_) => Err(Refusal::wrong("/answers", Say::WrongShape, x.lang)),
    }
}

/// The services of a bundle that a consent was given for; `None` for all of them, and for a service.
pub(super) fn named(x: &Exchange<'_>, id: Option<&str>) -> Option<Vec<String>> {
    let consent = x.store.get(KIND, id?)?;
    Some(consent["services"].as_array()?.iter().filter_map(|v| v.as_str().map(str::to_owned)).collect())
}

/// Whether only the identity check was agreed to, since the person will act for somebody else: nothing of their own is read then.
fn for_other(x: &Exchange<'_>, body: &Map<String, Value>, granted: &[String], by_session: bool) -> Result<bool, Refusal> {
    match body.get("for_other") {
        None | Some(Value::Null | Value::Bool(false)) => Ok(false),
        Some(Value::Bool(true)) if granted.is_empty() && !by_session => Ok(true),
        Some(Value::Bool(true)) => Err(Refusal::wrong("/granted", Say::ForOtherGrants, x.lang)),
        Some(_) => Err(Refusal::wrong("/for_other", Say::WrongShape, x.lang)),
    }
}

/// Notes the consent to a face for a step-up: it lasts as long as that check may take, and nothing is read on it. Answers its id.
pub(super) fn agree_to_face(x: &mut Exchange<'_>, person: &str, service_id: &str, method: &str, expires: i64) -> String {
    let id = x.secret();
    let consent = json!({
        "service_id": service_id, "terms_version": null, "granted": [], "refused": [], "method": method, "face": true,
        "person": person, "at": x.now.0, "expires": expires, "withdrawn": false, "for": null, "relation": null, "step_up": true,
    });
    x.store.put(KIND, &id, &consent);
    id
}

/// Whether a consent has been withdrawn.
pub(super) fn is_withdrawn(x: &Exchange<'_>, id: &str) -> bool {
    x.store.get(KIND, id).is_none_or(|consent| consent["withdrawn"] == true)
}

/// What was agreed to has been done: it is over.
pub(super) fn fulfil(x: &mut Exchange<'_>, id: &str) {
    if let Some(mut consent) = x.store.get(KIND, id).filter(|consent| active(consent, x.now)) {
        consent["expires"] = json!(x.now.0);
        x.store.put(KIND, id, &consent);
    }
}

/// A face needs a consent of its own, and nothing else has one.
pub(super) fn face_needed(x: &Exchange<'_>) -> Refusal {
    Refusal::new(422, "face-consent-needed", Say::FaceConsentTitle, Say::FaceConsentDetail).error("/face", Say::FaceConsentDetail.text(x.lang))
}

/// A consent to every source of a service, in force now: for scenarios of the demo.
pub(super) fn agree_to_all(x: &mut Exchange<'_>, service: &Service) -> Result<(), Refusal> {
    let party = x.party()?;
    let granted: Vec<&String> = service.terms.sources_for(Some(party.applicant()), x.today()).into_iter().map(|s| &s.id).collect();
    let consent = json!({
        "service_id": service.id, "terms_version": service.terms.version, "granted": granted, "refused": [], "method": BY_SESSION, "face": false,
        "person": party.signed_in.id, "at": x.now.0, "expires": x.now.plus_ms(LIFE_MS).0, "withdrawn": false,
        "for": party.acts_for(), "relation": party.bond.map(|bond| bond.relation),
    });
    let id = x.secret();
    x.store.put(KIND, &id, &consent);
    Ok(())
}

/// `GET /consents`
pub(super) fn list(x: &mut Exchange<'_>) -> Outcome {
    let party = x.party()?;
    let service = x.query("service_id");
    let mut mine = of(x, &party.signed_in.id);
    mine.retain(|(_, c)| active(c, x.now) && is_of(c, &party) && service.as_ref().is_none_or(|s| c["service_id"] == s.as_str()));
    let items = mine.into_iter().map(|(id, c)| (id.clone(), view(&id, &c))).collect();
    Ok(Success::ok(page(x, items)?))
}

/// Every consent of a person, and every one that somebody gave for them, newest first, also those that are over or withdrawn.
pub(super) fn of(x: &Exchange<'_>, person: &str) -> Vec<(String, Value)> {
    let mut mine = x.store.list(KIND);
    mine.retain(|(_, consent)| consent["person"] == person || consent["for"] == person);
    mine.sort_by(|a, b| b.1["at"].as_i64().cmp(&a.1["at"].as_i64()).then(b.0.cmp(&a.0)));
    mine
}

/// `DELETE /consents/{id}`: the owner withdraws it, or the person for whom it was given; one that is nobody's yet, whoever knows its id.
pub(super) fn withdraw(x: &mut Exchange<'_>, id: &str) -> Outcome {
    let mut consent = x.store.get(KIND, id).ok_or_else(Refusal::not_found)?;
    if let Some(owner) = consent["person"].as_str() {
        let person = x.applicant()?;
        if person != owner && consent["for"] != person.as_str() {
            return Err(Refusal::not_found());
        }
    }
    consent["withdrawn"] = json!(true);
    consent["withdrawn_at"] = json!(x.now.0);
    x.store.put(KIND, id, &consent);
    Ok(Success::nothing())
}

/// The sources that this person may be asked about for this service; refused where the consent is not theirs, over or withdrawn.
pub(super) fn granted(x: &Exchange<'_>, id: Option<&str>, service: &str, party: &Party<'_>) -> Result<Vec<String>, Refusal> {
    let consent = id.and_then(|id| x.store.get(KIND, id)).ok_or_else(Refusal::consent_needed)?;
    if !is_of(&consent, party) || consent["service_id"] != service || !active(&consent, x.now) {
        return Err(Refusal::consent_needed());
    }
    Ok(consent["granted"].as_array().map(|list| list.iter().filter_map(|v| v.as_str().map(str::to_owned)).collect()).unwrap_or_default())
}

/// Given by this person for whom they act now, themselves or another, and not for an identity check alone.
fn is_of(consent: &Value, party: &Party<'_>) -> bool {
    consent["person"] == party.signed_in.id.as_str() && consent["for"] == party.acts_for() && consent["for_other"] != true && consent["step_up"] != true
}

/// Binds a consent that is nobody's yet to the person who was verified with it.
pub(super) fn bind(x: &mut Exchange<'_>, id: &str, person: &str) {
    if let Some(mut consent) = x.store.get(KIND, id).filter(|c| c["person"].is_null()) {
        consent["person"] = json!(person);
        x.store.put(KIND, id, &consent);
    }
}

/// Neither withdrawn nor over.
pub(super) fn active(consent: &Value, now: Moment) -> bool {
    consent["withdrawn"] == false && consent["expires"].as_i64().is_some_and(|expires| expires > now.0)
}

fn view(id: &str, consent: &Value) -> Value {
    let mut view = json!({
        "id": id,
        "service_id": consent["service_id"],
        "granted": consent["granted"],
        "refused": consent["refused"],
        "method": consent["method"],
        "expires_at": consent["expires"].as_i64().map(|ms| Moment(ms).to_string()),
    });
    for member in ["services", "answers"] {
        if !consent[member].is_null() {
            view[member] = consent[member].clone();
        }
    }
    view
}
