//! What a matter ends with: everything that the person gets, in one delivery, and what comes after.

use super::context::{Facts, Hidden};
use super::exchange::Exchange;
use super::localize::{localize, text};
use super::matter_course::Standing;
use super::matter_view::State;
use super::progress;
use super::template::render_text;
use crate::model::date::Moment;
use crate::words::Lang;
use serde_json::{json, Map, Value};

/// `Package`; null as long as something may still come of it, and where nothing was issued.
pub(super) fn package(x: &Exchange<'_>, state: &State<'_, '_>) -> Option<Value> {
    if !state.is_settled() {
        return None;
    }
    let delivery = &state.bundle.delivery;
    let mut documents = Vec::new();
    let mut is_sent = false;
    for stage in state.stages.iter().filter(|s| s.standing == Standing::Done) {
        let service = stage.part["service"].as_str().unwrap_or_default();
        let Some(document) = stage.application.as_ref().and_then(|a| progress::issued(x, a, x.lang, false)) else { continue };
        let electronic = delivery.electronic.iter().any(|id| id == service);
        is_sent |= !electronic;
        documents.push(json!({"service": service, "document": document, "electronic": electronic}));
    }
    if documents.is_empty() {
        return None;
    }
    let ways = delivery.ways.iter().filter(|_| is_sent);
    let ways: Vec<Value> = ways.map(|w| json!({"id": w.id, "name": text(&w.name, x.lang), "text": text(&w.text, x.lang)})).collect();
    let confirmed = state.matter["confirmed"].as_i64().map(|ms| Moment(ms).to_string());
    Some(json!({"documents": documents, "ways": ways, "way": state.matter["way"], "confirmed_at": confirmed}))
}

/// `NextStep`s once something is done: what everybody is told, and the policies that this person qualifies for.
pub(super) fn next(x: &Exchange<'_>, state: &State<'_, '_>) -> Vec<Value> {
    let (Some(done), Some(mut context)) = (state.done.map(Moment::date_in_china), context(x, state)) else { return Vec::new() };
    context["parts"] = parts(x, state);
    context["answers"] = state.matter["answers"].clone();
    let told = |value: &Value| Some(render_text(value, x.lang, &context, done)).filter(|text| !text.is_empty());
    let steps = state.bundle.next.iter().filter(|n| n.when.as_ref().is_none_or(|when| when.truthy(&context, done)));
    steps
        .map(|step| {
            let due = step.after_days.and_then(|days| i64::try_from(days).ok()).map(|days| done.plus_days(days.min(36_500)).to_string());
            json!({"title": told(&step.title), "text": told(&step.text).unwrap_or_default(), "due": due, "because": told(&step.because), "basis": told(&step.basis)})
        })
        .collect()
}

/// `{person, records}` in zh-CN, in which the data's conditions are written, without what no part was allowed to look at.
fn context(x: &Exchange<'_>, state: &State<'_, '_>) -> Option<Value> {
    let person = x.catalogue.person(state.matter["person"].as_str()?)?;
    let mut hidden: Hidden = person.records.keys().map(|source| (source.clone(), "refused".to_owned())).collect();
    for stage in &state.stages {
        for source in stage.part["granted"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            if stage.part["hidden"].get(source).is_none() {
                hidden.remove(source);
            }
        }
    }
    let facts = Facts {
        service: &state.bundle.service,
        person,
        hidden: &hidden,
        application: &Value::Null,
        count_this_year: 0,
        today: state.submitted.date_in_china(),
    };
    Some(localize(&facts.context(Lang::Hans), Lang::Hans))
}

/// By service: where it stands, its data and its document.
fn parts(x: &Exchange<'_>, state: &State<'_, '_>) -> Value {
    let each = state.stages.iter().map(|stage| {
        let service = stage.part["service"].as_str().unwrap_or_default().to_owned();
        let document = stage.application.as_ref().and_then(|a| progress::issued(x, a, Lang::Hans, true));
        let data = stage.application.as_ref().map_or(&stage.part["data"], |a| &a["data"]);
        (service, json!({"is_done": stage.standing == Standing::Done, "application": data, "document": document}))
    });
    Value::Object(each.collect::<Map<_, _>>())
}
