//! 好差评: one rating for a matter once it is accepted or decided, one additional rating once it is closed, and what follows a bad one.

use super::applications::{own, KIND};
use super::exchange::Exchange;
use super::guides::reference;
use super::localize::text;
use super::progress::Progress;
use super::rating_rules::{Level, Step};
use super::reply::{Outcome, Refusal, Success};
use super::service::Service;
use super::words::Say;
use crate::model::date::{Date, Moment};
use crate::model::rating::{Stars, TEXT_LIMIT};
use crate::words::{fill, Words};
use serde_json::{json, Map, Value};

/// What a new rating would count as: `closed`, `first` or `additional`. A matter that a person still looks at is accepted (阶段 2), so it
/// can be rated, and is not closed (阶段 3), so nothing can be added yet.
pub(super) fn can(p: &Progress<'_>, application: &Value) -> &'static str {
    let given = application["ratings"].as_array().map_or(0, Vec::len);
    state(p.status != "checking", matches!(p.status, "approved" | "rejected"), given)
}

/// The same by what has been reached: accepted or decided, and closed.
pub(super) fn state(is_ratable: bool, is_closed: bool, given: usize) -> &'static str {
    match given {
        0 if is_ratable => "first",
        1 if is_closed => "additional",
        _ => "closed",
    }
}

/// `GET /applications/{id}/rating`
pub(super) fn sheet(x: &mut Exchange<'_>, id: &str) -> Outcome {
    let application = own(x, id)?;
    let p = Progress::of(x, &application).ok_or_else(Refusal::not_found)?;
    Ok(Success::ok(sheet_of(x, can(&p, &application), p.service, &application)))
}

/// `RatingSheet` of what keeps its ratings so.
pub(super) fn sheet_of(x: &Exchange<'_>, can: &str, service: &Service, rated: &Value) -> Value {
    let levels: Vec<Value> = x.catalogue.rating.levels.iter().map(|level| level_view(x, level)).collect();
    let ratings: Vec<Value> = rated["ratings"].as_array().into_iter().flatten().map(|r| rating_view(x, r)).collect();
    json!({
        "can": can,
        "service": reference(service, x.lang),
        "version": x.catalogue.rating.version,
        "levels": levels,
        "ratings": ratings,
    })
}

/// `POST /applications/{id}/ratings`
pub(super) fn rate(x: &mut Exchange<'_>, id: &str) -> Outcome {
    let mut application = own(x, id)?;
    let body = x.body()?;
    let rating = add(x, &mut application, &body)?;
    x.store.put(KIND, id, &application);
    Ok(Success::created(rating_view(x, &rating), Some(format!("/applications/{id}/rating"))))
}

/// Checks a `NewRating` and puts it with the application; answers it as kept.
pub(super) fn add(x: &Exchange<'_>, application: &mut Value, body: &Map<String, Value>) -> Result<Value, Refusal> {
    let can = can(&Progress::of(x, application).ok_or_else(Refusal::not_found)?, application);
    add_to(x, application, can, body)
}

/// The same where it is known whether it can be rated.
pub(super) fn add_to(x: &Exchange<'_>, rated: &mut Value, can: &str, body: &Map<String, Value>) -> Result<Value, Refusal> {
    let kind = x.text(body, "kind", 20)?;
    if !matches!(kind.as_str(), "first" | "additional") {
        return Err(Refusal::wrong("/kind", Say::UnknownValue, x.lang));
    }
    if x.text(body, "version", 100)? != x.catalogue.rating.version {
        return Err(Refusal::new(409, "rating-changed", Say::TagsChangedTitle, Say::TagsChangedDetail));
    }
    let stars = body.get("level").and_then(Value::as_u64).and_then(|n| u8::try_from(n).ok()).and_then(Stars::new);
    let level = stars.and_then(|s| x.catalogue.rating.level(s)).ok_or_else(|| Refusal::wrong("/level", Say::UnknownValue, x.lang))?;
    let mut tags = x.texts(body, "tags")?;
    if let Some(i) = tags.iter().position(|code| !level.tags.iter().any(|t| t.code == *code)) {
        return Err(Refusal::wrong(&format!("/tags/{i}"), Say::UnknownValue, x.lang));
    }
    tags.sort();
    tags.dedup();
    let text = match body.get("text") {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.trim().to_owned(),
        Some(_) => return Err(Refusal::wrong("/text", Say::WrongShape, x.lang)),
    };
    if text.chars().count() > TEXT_LIMIT {
        let words = fill(Say::TextTooLong.text(x.lang), &[("n", &TEXT_LIMIT.to_string())]);
        return Err(Refusal::invalid(vec![("/text".to_owned(), words)]));
    }
    let named = body.get("named").and_then(Value::as_bool).ok_or_else(|| Refusal::wrong("/named", Say::WrongShape, x.lang))?;
    let was_rated = rated["ratings"].as_array().is_some_and(|r| !r.is_empty());
    if can != kind {
        return Err(match was_rated {
            true => Refusal::new(409, "already-rated", Say::AlreadyRatedTitle, Say::AlreadyRatedDetail),
            false if can == "closed" => Refusal::new(409, "not-yet-decided", Say::TryAgainTitle, Say::NotYetRatedDetail),
            false => Refusal::wrong("/kind", Say::UnknownValue, x.lang),
        });
    }
    let rating =
        json!({"kind": kind, "version": x.catalogue.rating.version, "level": level.stars.get(), "tags": tags, "text": text, "named": named, "at": x.now.0});
    if let Some(list) = rated["ratings"].as_array_mut() {
        list.push(rating.clone());
    }
    Ok(rating)
}

fn level_view(x: &Exchange<'_>, level: &Level) -> Value {
    let tags: Vec<Value> = level.tags.iter().map(|t| json!({"code": t.code, "text": text(&t.text, x.lang)})).collect();
    json!({
        "level": level.stars.get(),
        "name": text(&level.name, x.lang),
        "bad": level.bad,
        "tags": tags,
        "follow_up": level.follow_up.iter().map(|step| step_view(x, step, x.today())).collect::<Vec<_>>(),
    })
}

pub(super) fn rating_view(x: &Exchange<'_>, rating: &Value) -> Value {
    let at = Moment(rating["at"].as_i64().unwrap_or(0));
    let named = rating["named"] == true;
    let level = rating["level"].as_u64().and_then(|n| u8::try_from(n).ok()).and_then(Stars::new).and_then(|s| x.catalogue.rating.level(s));
    let steps = level.into_iter().flat_map(|l| &l.follow_up).filter(|step| named || !step.named_only);
    let tags: Vec<Value> = rating["tags"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        // A tag of an older version keeps its code where its words are gone.
        .map(|code| json!({"code": code, "text": x.catalogue.rating.tag(code).map_or_else(|| code.to_owned(), |t| text(&t.text, x.lang))}))
        .collect();
    json!({
        "kind": rating["kind"],
        "level": rating["level"],
        "tags": tags,
        "text": rating["text"],
        "named": named,
        "at": at.to_string(),
        "follow_up": steps.map(|step| step_view(x, step, at.date_in_china())).collect::<Vec<_>>(),
    })
}

/// A step with its day, counted in working days from the rating; what takes no day is done at once.
fn step_view(x: &Exchange<'_>, step: &Step, from: Date) -> Value {
    let mut view = json!({"text": text(&step.text, x.lang), "done": step.working_days == Some(0)});
    if let Some(days) = step.working_days {
        view["by"] = json!(x.catalogue.workdays.after(from, days).to_string());
    }
    view
}
