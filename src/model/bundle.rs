//! Bundles (一件事一次办): services of several departments, done as one thing.
//!
//! A bundle in the making counts as a service whose id is [`service_id`] of it: consent, prefill, checks and drafts are asked for under that id, and
//! pointers into its data begin with the id of the member service that they belong to.

use super::application::ServiceRef;
use super::read::{reads, says};
use super::service::Window;
use serde_json::Value;
use std::collections::BTreeMap;

const PREFIX: &str = "bundle:";

/// What a bundle in the making is called where a service is expected.
pub fn service_id(bundle: &str) -> String {
    format!("{PREFIX}{bundle}")
}

/// The bundle that a service id stands for; `None` for a service.
pub fn bundle_of(service_id: &str) -> Option<&str> {
    service_id.strip_prefix(PREFIX)
}

/// For whom a bundle is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    Person,
    Company,
    Other,
}

says!(Audience: "person" = Person, "company" = Company; "other" = Other);

/// A line of the index of bundles.
#[derive(Debug, Clone, PartialEq)]
pub struct BundleSummary {
    pub id: String,
    pub name: String,
    pub summary: String,
    pub icon: String,
    pub audience: Audience,
    /// The event in life or business that it belongs to, in words.
    pub event: String,
    /// The departments that take part, each once.
    pub agencies: Vec<String>,
    /// How many services there are in it.
    pub services: u32,
    /// What search compares beside the name.
    pub search: Vec<String>,
    /// Higher is asked for more often.
    pub popularity: u32,
}

reads!(BundleSummary: id, name, audience; summary, icon, event, agencies, services, search, popularity);

/// The definition of a bundle, in the reader's language.
#[derive(Debug, Clone, PartialEq)]
pub struct Bundle {
    pub id: String,
    /// Changes when anything in the definition does.
    pub version: String,
    pub name: String,
    pub icon: String,
    pub summary: String,
    /// Who can use it, one plain sentence each.
    pub who: Vec<String>,
    /// What it costs, in words.
    pub cost: String,
    /// How long all of it takes at most, in words.
    pub promise: String,
    pub results: Vec<String>,
    pub basis: Vec<String>,
    pub hotline: Option<String>,
    pub windows: Vec<Window>,
    pub questions: Vec<Question>,
    pub services: Vec<Member>,
    pub facts: Vec<Fact>,
    pub subjects: Vec<Subject>,
    pub materials: Vec<Material>,
}

reads!(Bundle: id, version, name, services; icon, summary, who, cost, promise, results, basis, hotline, windows, questions, facts, subjects, materials);

/// A question of the guide: plain, and one a screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    pub id: String,
    pub text: String,
    pub hint: Option<String>,
    pub kind: QuestionKind,
    pub options: Vec<QuestionOption>,
    /// JMESPath over the answers to the questions before it; asked always where it is absent.
    pub when: Option<String>,
}

reads!(Question: id, text, kind; hint, options, when);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuestionKind {
    /// One of the options; the answer is its `value`.
    Choice,
    /// The answer is true or false.
    YesNo,
    Other,
}

says!(QuestionKind: "choice" = Choice, "yes_no" = YesNo; "other" = Other);

#[derive(Debug, Clone, PartialEq)]
pub struct QuestionOption {
    pub value: String,
    pub title: String,
    pub hint: Option<String>,
}

reads!(QuestionOption: value, title; hint);

/// A service of the bundle, and what it has to do with the others.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    pub service: ServiceRef,
    /// JMESPath over the guide's answers; part of every plan where it is absent.
    pub when: Option<String>,
    /// Why it is in the plan, in words.
    pub included: String,
    /// Why it is not, in words.
    pub excluded: String,
    pub after: Vec<After>,
    pub flows: Vec<Flow>,
    /// How long the department takes at most, in minutes of the clock.
    pub minutes: u32,
    /// Section of the service's form → subject of the bundle's.
    pub sections: BTreeMap<String, String>,
}

reads!(Member: service; when, included, excluded, after, flows, minutes, sections);

/// What has to be done before.
#[derive(Debug, Clone, PartialEq)]
pub struct After {
    /// The id of another service of the bundle.
    pub service: String,
    /// JMESPath over the guide's answers: while it holds, what the other service would give is there already.
    pub satisfied: Option<String>,
    /// What is there already, in words.
    pub satisfied_by: Option<String>,
}

reads!(After: service; satisfied, satisfied_by);

/// A result of one service that another one goes on with.
#[derive(Debug, Clone, PartialEq)]
pub struct Flow {
    /// The id of the service that gives it.
    pub from: String,
    /// What it is, in words.
    pub name: String,
    /// JSON Pointer into the form of the service that takes it. Nobody is asked for it while the service that gives it is in the plan.
    pub to: Option<String>,
}

reads!(Flow: from, name; to);

/// What several services ask alike: asked once.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    pub id: String,
    /// What it is called instead of as the first service calls it.
    pub title: Option<String>,
    pub hint: Option<String>,
    /// The subject that it is asked under; that of its first place where it is absent.
    pub subject: Option<String>,
    pub places: Vec<Place>,
}

reads!(Fact: id, places; title, hint, subject);

/// A field of a service's form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub service: String,
    /// JSON Pointer into the service's data.
    pub pointer: String,
}

reads!(Place: service, pointer;);

/// What a part of the one form is about.
#[derive(Debug, Clone, PartialEq)]
pub struct Subject {
    pub id: String,
    pub title: String,
    pub hint: Option<String>,
}

reads!(Subject: id, title; hint);

/// A material, and which services want it.
#[derive(Debug, Clone, PartialEq)]
pub struct Material {
    pub id: String,
    pub name: String,
    pub how: MaterialHow,
    /// Where it comes from or what to do, in words.
    pub text: String,
    pub services: Vec<String>,
}

reads!(Material: id, name, how, services; text);

/// How a material reaches the departments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MaterialHow {
    /// Nothing to do: data is shared.
    Shared,
    /// An e-certificate takes its place (免证办).
    Certificate,
    /// A result of another service of the bundle.
    Result,
    Upload,
    Other,
}

says!(MaterialHow: "shared" = Shared, "certificate" = Certificate, "result" = Result, "upload" = Upload; "other" = Other);

/// What the backend knows of the guide's answers, for whoever asks.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Known {
    pub answers: Vec<KnownAnswer>,
}

reads!(Known: ; answers);

#[derive(Debug, Clone, PartialEq)]
pub struct KnownAnswer {
    pub question: String,
    pub value: Value,
    /// The source that says so, by name.
    pub source: String,
}

reads!(KnownAnswer: question, value, source;);

/// The forms of a bundle's services.
#[derive(Debug, Clone, PartialEq)]
pub struct MemberForm {
    pub service_id: String,
    pub version: String,
    pub schema: Value,
}

reads!(MemberForm: service_id, version, schema;);

/// By question.
pub type GuideAnswers = BTreeMap<String, Value>;

impl Question {
    /// Whether it can be answered so.
    pub fn takes(&self, value: &Value) -> bool {
        match self.kind {
            QuestionKind::YesNo => value.is_boolean(),
            QuestionKind::Choice | QuestionKind::Other => value.as_str().is_some_and(|v| self.options.iter().any(|o| o.value == v)),
        }
    }
}
