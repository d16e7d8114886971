//! How far an application is, by the clock: rule n settles when the time of all rules up to it has passed, so that each look shows a
//! little more, and the same look at the same time always shows the same.

use super::acting;
use super::context::{Facts, Hidden};
use super::decision_rules::Outcome;
use super::disputes;
use super::document;
use super::exchange::Exchange;
use super::guides::reference;
use super::localize::text;
use super::ratings;
use super::service::Service;
use super::template::{render_list, render_text};
use super::words::Say;
use crate::model::date::{Date, Moment};
use crate::words::{Lang, Words};
use serde_json::{json, Value};

/// An application as of now.
pub(super) struct Progress<'a> {
    pub service: &'a Service,
    pub submitted: Moment,
    pub decided: Moment,
    /// `checking`, or the outcome.
    pub status: &'static str,
    /// What texts are filled from.
    context: Value,
    pub today: Date,
    reasons: usize,
}

impl<'a> Progress<'a> {
    /// `None` where the catalogue no longer has the service or the person.
    pub fn of(x: &Exchange<'a>, application: &Value) -> Option<Self> {
        Self::in_language(x, application, x.lang)
    }

    fn in_language(x: &Exchange<'a>, application: &Value, lang: Lang) -> Option<Self> {
        let service = x.catalogue.service(application["service"].as_str()?)?;
        let person = x.catalogue.person(application["person"].as_str()?)?;
        let submitted = Moment(application["at"].as_i64()?);
        let findings = application["findings"].as_array()?;
        let takes = application["takes_ms"].as_i64().unwrap_or(0);
        let decided = submitted.plus_ms(findings.iter().filter_map(|f| f["ms"].as_i64()).sum::<i64>().saturating_add(takes));
        let status = match application["outcome"].as_str()? {
            _ if x.now < decided || application["settle"].is_u64() => "checking",
            "approved" => "approved",
            "rejected" => "rejected",
            _ => "manual",
        };
        let hidden: Hidden = serde_json::from_value(application["hidden"].clone()).unwrap_or_default();
        let today = submitted.date_in_china();
        let facts =
            Facts { service, person, hidden: &hidden, application: &application["data"], count_this_year: application["count"].as_u64().unwrap_or(0), today };
        let reasons = findings.iter().filter(|f| f["status"] == "failed").count();
        Some(Self { service, submitted, decided, status, context: facts.context(lang), today, reasons })
    }

    /// What its outcome is called.
    pub fn title(&self, lang: Lang) -> String {
        self.render(&self.outcome().title, lang)
    }

    /// What its outcome means, in words.
    pub fn words(&self, lang: Lang) -> String {
        self.render(&self.outcome().text, lang)
    }

    fn outcome(&self) -> &'a Outcome {
        match self.status {
            "approved" => &self.service.outcomes.approved,
            "rejected" => &self.service.outcomes.rejected,
            _ => &self.service.outcomes.manual,
        }
    }

    fn render(&self, value: &Value, lang: Lang) -> String {
        render_text(value, lang, &self.context, self.today)
    }
}

/// `Application`
pub(super) fn view(x: &Exchange<'_>, id: &str, application: &Value) -> Option<Value> {
    let p = Progress::of(x, application)?;
    let mut view = json!({
        "id": id,
        "service": reference(p.service, x.lang),
        "submitted_at": p.submitted.to_string(),
        "status": p.status,
        "rules": rules(x, &p, application),
        "timeline": timeline(x, &p, application),
        "rating": ratings::can(&p, application),
        "acting": acting::view(x, &application["person"], &application["agent"], &application["relation"]),
    });
    if p.status != "checking" {
        view["decision"] = decision(x, &p, application);
    }
    Some(view)
}

/// `ApplicationSummary`
pub(super) fn summary(x: &Exchange<'_>, id: &str, application: &Value) -> Option<Value> {
    let p = Progress::of(x, application)?;
    let text = match p.status {
        "checking" => {
            let rules = rules(x, &p, application);
            let done = rules.iter().filter(|r| r["status"] != "pending").count();
            x.say(Say::CheckingText, &[("done", &done.to_string()), ("total", &rules.len().to_string())])
        }
        "manual" => x.say(Say::ManualText, &[("date", &day(until(x, &p).date_in_china(), x.lang))]),
        _ => p.render(&p.outcome().title, x.lang),
    };
    let service = reference(p.service, x.lang);
    Some(json!({
        "id": id, "service": service, "submitted_at": p.submitted.to_string(), "status": p.status, "text": text, "rating": ratings::can(&p, application),
        "acting": acting::view(x, &application["person"], &application["agent"], &application["relation"]),
    }))
}

fn rules(x: &Exchange<'_>, p: &Progress<'_>, application: &Value) -> Vec<Value> {
    let mut at = p.submitted;
    let mut out = Vec::new();
    // An application of the data that stays half-way, for those who want to look at that.
    let most = application["settle"].as_u64().and_then(|n| usize::try_from(n).ok()).unwrap_or(usize::MAX);
    for (i, finding) in application["findings"].as_array().into_iter().flatten().enumerate() {
        at = at.plus_ms(finding["ms"].as_i64().unwrap_or(0));
        if finding["id"] == disputes::FINDING {
            let mut told = disputes::rule(x, p.service, application);
            if at <= x.now && i < most {
                told["status"] = finding["status"].clone();
                told["at"] = json!(at.to_string());
            } else if let Some(told) = told.as_object_mut() {
                told.remove("explain");
            }
            out.push(told);
            continue;
        }
        let Some(rule) = p.service.rules.iter().find(|r| finding["id"] == r.id.as_str()) else { continue };
        let mut result = json!({"id": rule.id, "text": p.render(&rule.text, x.lang), "status": "pending"});
        if let Some(source) = &rule.source {
            result["source"] = json!(x.catalogue.source_name(source, x.lang));
        }
        if at <= x.now && i < most {
            result["status"] = finding["status"].clone();
            result["at"] = json!(at.to_string());
            if let Some(why) = explain(x, p, finding, &rule.failed, &rule.unsure, application) {
                result["explain"] = json!(why);
            }
        }
        out.push(result);
    }
    out
}

fn explain(x: &Exchange<'_>, p: &Progress<'_>, finding: &Value, failed: &Value, unsure: &Value, application: &Value) -> Option<String> {
    if let Some(source) = finding["missing"].as_str() {
        let say = if application["hidden"][source] == "refused" { Say::RuleRefused } else { Say::RuleDown };
        return Some(x.say(say, &[("name", &x.catalogue.source_name(source, x.lang))]));
    }
    let (own, fallback) = match finding["status"].as_str()? {
        "failed" => (failed, Say::RuleFailed),
        "unsure" => (unsure, Say::RuleUnsure),
        _ => return None,
    };
    Some(p.render(own, x.lang)).filter(|text| !text.is_empty()).or_else(|| Some(fallback.text(x.lang).to_owned()))
}

fn decision(x: &Exchange<'_>, p: &Progress<'_>, application: &Value) -> Value {
    let outcome = p.outcome();
    let mut decision = json!({
        "title": p.render(&outcome.title, x.lang),
        "text": p.render(&outcome.text, x.lang),
        "at": p.decided.to_string(),
        "elapsed_ms": p.decided.0 - p.submitted.0,
        "next": render_list(&outcome.next, x.lang, &p.context, p.today),
    });
    if p.status == "manual" {
        decision["manual"] = json!({"by": office(x, p), "until": until(x, p).to_string()});
    } else if let Some(plan) = &outcome.document {
        decision["document"] = document::issue(plan, application, &p.context, p.decided.date_in_china(), x.lang, false);
    }
    decision
}

/// The document of a decided application with nothing masked, if one was issued.
pub(super) fn full_document(x: &Exchange<'_>, application: &Value) -> Option<Value> {
    issued(x, application, x.lang, true)
}

/// The same in a language, masked unless all of it `is_full`.
pub(super) fn issued(x: &Exchange<'_>, application: &Value, lang: Lang, is_full: bool) -> Option<Value> {
    let p = Progress::in_language(x, application, lang)?;
    let plan = p.outcome().document.as_ref().filter(|_| p.status != "checking" && p.status != "manual")?;
    Some(document::issue(plan, application, &p.context, p.decided.date_in_china(), lang, is_full))
}

fn timeline(x: &Exchange<'_>, p: &Progress<'_>, application: &Value) -> Vec<Value> {
    let line = |at: Moment, text: String| json!({"at": at.to_string(), "text": text});
    let checked = application["findings"].as_array().map_or(0, Vec::len).to_string();
    let mut lines = vec![line(p.submitted, x.say(Say::LineSubmitted, &[])), line(p.submitted, x.say(Say::LineChecking, &[("n", &checked)]))];
    if p.status != "checking" {
        let title = p.outcome().document.as_ref().map(|d| text(&d.title, x.lang)).unwrap_or_default();
        let (n, date) = (p.reasons.to_string(), day(until(x, p).date_in_china(), x.lang));
        let say = match (p.status, title.is_empty()) {
            ("approved", false) => Say::LineApproved,
            ("approved", true) => Say::LineApprovedBare,
            ("rejected", false) => Say::LineRejected,
            ("rejected", true) => Say::LineRejectedBare,
            _ => Say::LineManual,
        };
        lines.push(line(p.decided, x.say(say, &[("title", &title), ("n", &n), ("by", &office(x, p)), ("date", &date)])));
    }
    for rating in application["ratings"].as_array().into_iter().flatten() {
        let say = if rating["kind"] == "additional" { Say::LineRatedAgain } else { Say::LineRated };
        let stars = rating["level"].as_u64().unwrap_or(0).to_string();
        lines.push(line(Moment(rating["at"].as_i64().unwrap_or(0)), x.say(say, &[("n", &stars)])));
    }
    lines
}

/// Who looks at it.
fn office(x: &Exchange<'_>, p: &Progress<'_>) -> String {
    let by = p.render(&p.service.outcomes.manual.by, x.lang);
    if by.is_empty() {
        Say::Office.text(x.lang).to_owned()
    } else {
        by
    }
}

/// When a person answers at the latest: the end of the office's hours (18:00 in China) on the last working day.
fn until(x: &Exchange<'_>, p: &Progress<'_>) -> Moment {
    let last = x.catalogue.workdays.after(p.decided.date_in_china(), p.service.outcomes.manual.working_days);
    Moment(last.to_days() * 86_400_000 + 10 * 3_600_000)
}

/// A day as it stands in a sentence.
fn day(date: Date, lang: Lang) -> String {
    const MONTHS: [&str; 12] = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    match lang {
        Lang::En => format!("{} {} {}", date.day(), MONTHS.get(usize::from(date.month()).saturating_sub(1)).copied().unwrap_or_default(), date.year()),
        _ => format!("{} 年 {} 月 {} 日", date.year(), date.month(), date.day()),
    }
}
