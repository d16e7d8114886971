//! What everybody may read: the catalogue, themes, guides and forms.

use super::exchange::Exchange;
use super::localize::{localize, text};
use super::paging::page;
use super::reply::{Outcome, Refusal, Success};
use super::service::Service;
use crate::form::{visible, Answers};
use crate::model::date::Date;
use crate::words::Lang;
use serde_json::{json, Value};

/// `GET /services`
pub(super) fn list(x: &mut Exchange<'_>) -> Outcome {
    let (lang, today) = (x.lang, x.today());
    let mut services: Vec<&Service> = x.catalogue.services.iter().collect();
    services.sort_by_key(|s| std::cmp::Reverse(s.popularity));
    let items = services.into_iter().map(|s| (s.id.clone(), summary(s, lang, today))).collect();
    Ok(Success::shared(page(x, items)?))
}

/// `GET /themes`
pub(super) fn themes(x: &mut Exchange<'_>) -> Outcome {
    let item = |t: &super::catalogue::Theme| (t.id.clone(), json!({"id": t.id, "name": text(&t.name, x.lang), "icon": t.icon, "services": t.services}));
    let items = x.catalogue.themes.iter().map(item).collect();
    Ok(Success::shared(page(x, items)?))
}

/// `GET /divisions`: names are the same in every language, and where a division has none below it the list is empty.
pub(super) fn divisions(x: &mut Exchange<'_>) -> Outcome {
    let parent = x.query("parent").unwrap_or_default();
    if !parent.is_empty() && !x.catalogue.divisions.iter().any(|d| d.code == parent) {
        return Err(Refusal::not_found());
    }
    let below = x.catalogue.divisions.iter().filter(|d| d.parent == parent);
    Ok(Success::shared(json!({"items": below.map(|d| json!({"code": d.code, "name": d.name})).collect::<Vec<_>>()})))
}

/// `GET /services/{id}`
pub(super) fn guide(x: &mut Exchange<'_>, id: &str) -> Outcome {
    let service = x.single(id)?;
    let mut guide = localize(&service.guide, x.lang);
    guide["id"] = json!(service.id);
    guide["icon"] = json!(service.icon);
    guide["modes"] = service.modes.clone();
    guide["count"] = count(service, x.lang, x.today());
    let windows = service.windows.iter().filter_map(|id| x.catalogue.windows.get(id)).map(|w| localize(w, x.lang)).collect();
    guide["windows"] = Value::Array(windows);
    Ok(Success::shared(guide))
}

/// `GET /services/{id}/form`
pub(super) fn form(x: &mut Exchange<'_>, id: &str) -> Outcome {
    Ok(Success::shared(form_of(x, x.single(id)?)))
}

/// `FormDefinition`
pub(super) fn form_of(x: &Exchange<'_>, service: &Service) -> Value {
    let mut schema = localize(&service.schema, x.lang);
    if x.faults.has("bad-definition") {
        // A definition that does not parse: the app has to name the field.
        if let Some(field) = schema.get_mut("properties").and_then(Value::as_object_mut).and_then(|fields| fields.values_mut().next()) {
            *field = json!({"type": "wormhole", "title": field.get("title").cloned().unwrap_or_default()});
        }
    }
    json!({"service_id": service.id, "version": service.form_version, "schema": schema})
}

/// The service as other answers refer to it.
pub(super) fn reference(service: &Service, lang: Lang) -> Value {
    json!({"id": service.id, "name": text(&service.name, lang), "agency": text(&service.agency, lang), "icon": service.icon})
}

/// How many items the form has for somebody of whom nothing is known yet, and how many of them sources can fill. Counted as the
/// form itself counts: an optional question that nothing fills is not a thing to do.
pub(super) fn count(service: &Service, lang: Lang, today: Date) -> Value {
    let Some(form) = service.form(lang) else { return Value::Null };
    let shown = visible(form, &Answers::new(form), today);
    let fields = || form.fields.iter().zip(&shown).filter(|(_, shown)| **shown).map(|(field, _)| field);
    let known = fields().filter(|field| service.fillable(field.pointer.as_str())).count();
    let asked = fields().filter(|field| field.required && !service.fillable(field.pointer.as_str())).count();
    json!({"total": known + asked, "known": known})
}

fn summary(service: &Service, lang: Lang, today: Date) -> Value {
    let mut line = reference(service, lang);
    line["modes"] = service.modes.clone();
    line["minutes"] = json!(service.minutes);
    line["count"] = count(service, lang, today);
    line["search"] = service.search.iter().map(|term| localize(term, lang)).collect();
    line["popularity"] = json!(service.popularity);
    line
}
