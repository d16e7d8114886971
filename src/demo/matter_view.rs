//! A matter as the contract shows it: where each department is, in words, and what it comes to.

use super::bundles::Bundle;
use super::exchange::Exchange;
use super::guides::reference;
use super::localize::text;
use super::matter_after;
use super::matter_course::{stages, Stage, Standing};
use super::progress::Progress;
use super::ratings;
use super::shares;
use super::words::Say;
use crate::model::date::Moment;
use crate::words::Lang;
use serde_json::{json, Value};

/// A matter as of now.
pub(super) struct State<'x, 'm> {
    pub bundle: &'x Bundle,
    pub matter: &'m Value,
    pub stages: Vec<Stage<'m>>,
    /// `running`, `needs_you`, `partly` or `done`.
    pub status: &'static str,
    pub submitted: Moment,
    /// When the last part was done, once nothing more happens.
    pub done: Option<Moment>,
}

impl<'x, 'm> State<'x, 'm> {
    /// `None` where the data no longer has the bundle.
    pub fn of(x: &Exchange<'x>, matter: &'m Value) -> Option<Self> {
        let bundle = x.catalogue.bundle(matter["bundle"].as_str()?)?;
        let stages = stages(x, bundle, matter);
        let any = |is: fn(&Standing) -> bool| stages.iter().any(|s| is(&s.standing));
        let status = if any(|s| matches!(s, Standing::Asking(_) | Standing::NotSent)) {
            "needs_you"
        } else if any(|s| !s.is_lost() && *s != Standing::Done) {
            "running"
        } else if any(Standing::is_lost) {
            "partly"
        } else {
            "done"
        };
        let is_settled = matches!(status, "partly" | "done");
        let done = stages.iter().filter(|s| is_settled && s.standing == Standing::Done).filter_map(|s| s.ended).max();
        Some(Self { bundle, matter, stages, status, submitted: Moment(matter["at"].as_i64()?), done })
    }

    /// Whether nothing more happens by itself.
    pub fn is_settled(&self) -> bool {
        matches!(self.status, "partly" | "done")
    }

    pub fn can_rate(&self) -> &'static str {
        ratings::state(self.is_settled(), self.is_settled(), self.matter["ratings"].as_array().map_or(0, Vec::len))
    }

    /// Everything that has changed by now: what was done, and what the clock did.
    fn revision(&self) -> u64 {
        let by_clock = self.stages.iter().map(|s| {
            let has_begun = s.application.is_some();
            u64::from(has_begun) + u64::from(has_begun && s.standing != Standing::Running)
        });
        1 + self.matter["steps"].as_u64().unwrap_or(0) + by_clock.sum::<u64>()
    }

    fn done_parts(&self) -> usize {
        self.stages.iter().filter(|s| s.standing == Standing::Done).count()
    }
}

/// `Matter`
pub(super) fn view(x: &Exchange<'_>, id: &str, state: &State<'_, '_>) -> Value {
    let minutes = state.matter["minutes"].as_i64().unwrap_or(0);
    json!({
        "id": id, "bundle": state.bundle.reference(x.lang), "submitted_at": state.submitted.to_string(),
        "promised_by": state.submitted.plus_ms(minutes.saturating_mul(60_000)).to_string(), "done_at": state.done.map(|at| at.to_string()),
        "status": state.status, "parts": state.stages.iter().map(|s| part(x, state, s)).collect::<Vec<_>>(),
        "parties": state.matter["parties"].as_array().into_iter().flatten().map(|p| shares::party(x, state, p)).collect::<Vec<_>>(),
        "package": matter_after::package(x, state), "next": matter_after::next(x, state), "rating": state.can_rate(), "revision": state.revision(),
    })
}

/// `MatterSummary`
pub(super) fn summary(x: &Exchange<'_>, id: &str, state: &State<'_, '_>) -> Value {
    let (done, total) = (state.done_parts(), state.stages.len());
    let lost = state.stages.iter().filter(|s| s.standing.is_lost()).count();
    let say = match state.status {
        "needs_you" => Say::MatterNeedsYou,
        "partly" => Say::MatterPartly,
        "done" => Say::MatterDone,
        _ => Say::MatterRunning,
    };
    let words = x.say(say, &[("done", &done.to_string()), ("total", &total.to_string()), ("n", &lost.to_string())]);
    json!({
        "id": id, "bundle": state.bundle.reference(x.lang), "submitted_at": state.submitted.to_string(), "status": state.status, "text": words,
        "done": done, "total": total,
    })
}

/// `Part`
fn part(x: &Exchange<'_>, state: &State<'_, '_>, stage: &Stage<'_>) -> Value {
    let part = stage.part;
    let service = part["service"].as_str().and_then(|id| x.catalogue.single(id));
    let moment = |ms: &Value| ms.as_i64().map(|ms| Moment(ms).to_string());
    let waits = match &stage.standing {
        Standing::Waiting(ids) => ids.clone(),
        _ => Vec::new(),
    };
    json!({
        "service": service.map(|s| reference(s, x.lang)), "status": word(&stage.standing), "text": words(x, stage), "after": part["after"],
        "waits_for": waits, "received": received(x, state, part), "application_id": stage.application.as_ref().map(|_| &part["application"]),
        "began_at": moment(&part["began"]), "ended_at": stage.ended.map(|at| at.to_string()), "minutes": part["minutes"],
    })
}

fn word(standing: &Standing) -> &'static str {
    match standing {
        Standing::Waiting(_) | Standing::Due(_) => "waiting",
        Standing::Asking(_) => "needs_you",
        Standing::NotSent => "not_sent",
        Standing::Running | Standing::Manual => "running",
        Standing::Done => "done",
        Standing::Rejected | Standing::Refused => "failed",
        Standing::Blocked(_) => "blocked",
    }
}

fn words(x: &Exchange<'_>, stage: &Stage<'_>) -> String {
    let service = stage.part["service"].as_str().and_then(|id| x.catalogue.single(id));
    let agency = service.map(|s| text(&s.agency, x.lang)).unwrap_or_default();
    let name = |id: &String| x.catalogue.single(id).map_or_else(|| id.clone(), |s| text(&s.name, x.lang));
    let progress = stage.application.as_ref().and_then(|a| Progress::of(x, a));
    match &stage.standing {
        Standing::Waiting(ids) => {
            let names: Vec<String> = ids.iter().map(name).collect();
            x.say(Say::PartWaiting, &[("names", &names.join(if x.lang == Lang::En { ", " } else { "、" }))])
        }
        Standing::Asking(n) => x.say(Say::PartAsking, &[("n", &n.to_string())]),
        Standing::NotSent => x.say(Say::PartNotSent, &[("agency", &agency)]),
        Standing::Refused => x.say(Say::PartRefused, &[]),
        Standing::Blocked(by) => x.say(Say::PartBlocked, &[("name", &name(by))]),
        Standing::Running | Standing::Due(_) => x.say(Say::PartRunning, &[("agency", &agency)]),
        Standing::Manual => progress.map(|p| p.words(x.lang)).unwrap_or_default(),
        Standing::Done | Standing::Rejected => progress.map(|p| p.title(x.lang)).unwrap_or_default(),
    }
}

fn received(x: &Exchange<'_>, state: &State<'_, '_>, part: &Value) -> Vec<Value> {
    let definition = state.bundle.definition(x.lang);
    let member = part["service"].as_str().and_then(|id| definition?.member(definition?.place_of(id)?));
    let told = part["received"].as_array().into_iter().flatten();
    told.filter_map(|told| {
        let flow = member?.flows.get(usize::try_from(told["flow"].as_u64()?).ok()?)?;
        Some(json!({"from": flow.from, "name": flow.name, "value": told["value"]}))
    })
    .collect()
}
