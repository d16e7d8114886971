//! How a matter goes on: a part begins when all that it waits for is done, becomes an application that is decided by its own rules, and gives its results
//! to those that come after it.

use super::applications;
use super::bundles::Bundle;
use super::exchange::Exchange;
use super::filing::{self, Accepted};
use super::matters::{count, parts};
use super::progress::{self, Progress};
use super::template::spoken;
use crate::form::Pointer;
use crate::model::date::Moment;
use crate::words::Lang;
use serde_json::{json, Value};

/// How much longer a part takes with the fault `part-slow`.
const SLOW_MS: i64 = 60_000;

/// Where a part stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Standing {
    /// For these services.
    Waiting(Vec<String>),
    /// So many people have to confirm.
    Asking(usize),
    /// Since then; only until it is begun, which is at once.
    Due(Moment),
    NotSent,
    Running,
    /// A person at the department looks at it.
    Manual,
    Done,
    /// By the department.
    Rejected,
    /// By somebody who had to confirm.
    Refused,
    /// This service failed before.
    Blocked(String),
}

impl Standing {
    pub fn is_lost(&self) -> bool {
        matches!(self, Self::Rejected | Self::Refused | Self::Blocked(_))
    }
}

/// A part as of now.
pub(super) struct Stage<'m> {
    pub part: &'m Value,
    /// The application that it became.
    pub application: Option<Value>,
    pub standing: Standing,
    /// When it was done or failed.
    pub ended: Option<Moment>,
}

/// Every part, in the plan's order: none before what it waits for.
pub(super) fn stages<'m>(x: &Exchange<'_>, bundle: &Bundle, matter: &'m Value) -> Vec<Stage<'m>> {
    let mut all: Vec<Stage<'m>> = Vec::new();
    for part in parts(matter) {
        let application = part["application"].as_str().filter(|_| !part["began"].is_null()).and_then(|id| x.store.get(applications::KIND, id));
        let (standing, ended) = match &application {
            Some(application) => decided(x, application),
            None => undecided(bundle, matter, part, &all),
        };
        all.push(Stage { part, application, standing, ended });
    }
    all
}

fn decided(x: &Exchange<'_>, application: &Value) -> (Standing, Option<Moment>) {
    let Some(p) = Progress::of(x, application) else { return (Standing::Running, None) };
    match p.status {
        "approved" => (Standing::Done, Some(p.decided)),
        "rejected" => (Standing::Rejected, Some(p.decided)),
        "manual" => (Standing::Manual, None),
        _ => (Standing::Running, None),
    }
}

fn undecided(bundle: &Bundle, matter: &Value, part: &Value, before: &[Stage<'_>]) -> (Standing, Option<Moment>) {
    let submitted = Moment(matter["at"].as_i64().unwrap_or(0));
    let asked = bundle.parties.as_ref().filter(|p| part["service"] == p.service.as_str());
    let parties = || matter["parties"].as_array().into_iter().flatten().filter(|_| asked.is_some());
    let at = |party: &Value| party["at"].as_i64().map(Moment);
    if let Some(refused) = parties().filter(|p| p["status"] == "refused").filter_map(at).min() {
        return (Standing::Refused, Some(refused));
    }
    let after = || part["after"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let stage = |id: &str| before.iter().find(|s| s.part["service"] == id);
    if let Some(lost) = after().find(|id| stage(id).is_some_and(|s| s.standing.is_lost())) {
        return (Standing::Blocked(lost.to_owned()), None);
    }
    if !part["not_sent"].is_null() {
        return (Standing::NotSent, None);
    }
    let waits: Vec<String> = after().filter(|id| stage(id).is_some_and(|s| s.standing != Standing::Done)).map(str::to_owned).collect();
    if !waits.is_empty() {
        return (Standing::Waiting(waits), None);
    }
    let open = parties().filter(|p| p["status"] == "waiting").count();
    if open > 0 {
        return (Standing::Asking(open), None);
    }
    let ready = after().filter_map(|id| stage(id)?.ended).chain(parties().filter_map(at)).max();
    (Standing::Due(ready.unwrap_or(submitted).max(submitted)), None)
}

/// Begins everything that is due by now, in the order in which it became due; whether anything was.
pub(super) fn advance(x: &mut Exchange<'_>, id: &str, matter: &mut Value) -> bool {
    let Some(bundle) = matter["bundle"].as_str().and_then(|id| x.catalogue.bundle(id)) else { return false };
    let mut went_on = false;
    // Each turn begins a part or finds that it cannot be sent, so that there are no more turns than parts.
    for _ in 0..parts(matter).count() {
        let stages = stages(x, bundle, matter);
        let due = stages.iter().enumerate().filter_map(|(at, s)| match s.standing {
            Standing::Due(moment) => Some((moment, at)),
            _ => None,
        });
        let Some((moment, at)) = due.min() else { break };
        begin(x, bundle, id, matter, at, moment);
        went_on = true;
    }
    went_on
}

/// Tries again to hand over a part that could not be.
pub(super) fn send_again(x: &mut Exchange<'_>, id: &str, matter: &mut Value, service: &str) {
    let Some(bundle) = matter["bundle"].as_str().and_then(|id| x.catalogue.bundle(id)) else { return };
    let stages = stages(x, bundle, matter);
    if let Some(at) = stages.iter().position(|s| s.part["service"] == service && s.standing == Standing::NotSent) {
        begin(x, bundle, id, matter, at, x.now);
    }
}

fn begin(x: &mut Exchange<'_>, bundle: &Bundle, id: &str, matter: &mut Value, at: usize, moment: Moment) {
    let Some(part) = parts(matter).nth(at).cloned() else { return };
    let service_id = part["service"].as_str().unwrap_or_default();
    let known = x.catalogue.single(service_id).zip(matter["person"].as_str().and_then(|p| x.catalogue.person(p)));
    let Some((service, person)) = known.filter(|_| !x.faults.concerns("not-sent", service_id)) else {
        keep(matter, at, &[("not_sent", json!(moment.0))]);
        count(matter);
        return;
    };
    let (data, received) = received(x, bundle, matter, &part);
    // As it would have been had somebody looked at that moment, and in the language that the answers are in.
    let (now, lang) = (x.now, x.lang);
    x.now = moment;
    x.lang = matter["lang"].as_str().and_then(Lang::parse).unwrap_or(lang);
    let accepted = Accepted {
        service,
        person,
        agent: None,
        relation: None,
        consent_id: matter["consent_id"].as_str().map(str::to_owned),
        granted: serde_json::from_value(part["granted"].clone()).unwrap_or_default(),
        hidden: serde_json::from_value(part["hidden"].clone()).unwrap_or_default(),
        data,
        provenance: part["provenance"].as_object().cloned().unwrap_or_default(),
        disputes: serde_json::from_value(part["disputes"].clone()).unwrap_or_default(),
        secret: part["secret"].as_str().unwrap_or_default().to_owned(),
    };
    let mut application = filing::rule(x, accepted);
    (x.now, x.lang) = (now, lang);
    let slow = if x.faults.concerns("part-slow", service_id) { SLOW_MS } else { 0 };
    application["matter_id"] = json!(id);
    application["takes_ms"] = json!(bundle.member(service_id).map_or(0, |m| m.demo_ms) + slow);
    x.store.put(applications::KIND, part["application"].as_str().unwrap_or_default(), &application);
    keep(matter, at, &[("began", json!(moment.0)), ("not_sent", Value::Null), ("received", received)]);
}

fn keep(matter: &mut Value, at: usize, members: &[(&str, Value)]) {
    if let Some(part) = matter["parts"].get_mut(at) {
        for (name, value) in members {
            part[*name] = value.clone();
        }
    }
}

/// The data of a part with what other parts gave, and what that was: whole for the department, and as the person is shown it.
fn received(x: &Exchange<'_>, bundle: &Bundle, matter: &Value, part: &Value) -> (Value, Value) {
    let mut data = part["data"].clone();
    let mut told = Vec::new();
    let service = part["service"].as_str().unwrap_or_default();
    let place = bundle.definition(x.lang).and_then(|d| d.member(d.place_of(service)?));
    let flows = place.into_iter().flat_map(|m| &m.flows).zip(bundle.member(service).into_iter().flat_map(|m| &m.flows));
    for (n, (flow, rule)) in flows.enumerate() {
        let giver = parts(matter).find(|p| p["service"] == flow.from.as_str());
        let Some(given) = giver.and_then(|p| x.store.get(applications::KIND, p["application"].as_str()?)) else { continue };
        let value = |is_full: bool| {
            let document = progress::issued(x, &given, Lang::Hans, is_full);
            rule.value.eval(&json!({"document": document, "application": given["data"]}), x.today()).unwrap_or_default()
        };
        let whole = value(true);
        if whole.is_null() {
            continue;
        }
        told.push(json!({"flow": n, "value": spoken(&value(false))}));
        if let Some(to) = flow.to.as_ref().and_then(|to| Pointer::parse(to).ok()) {
            to.set(&mut data, whole);
        }
    }
    (data, Value::Array(told))
}
