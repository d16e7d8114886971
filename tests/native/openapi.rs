//! public/openapi.json and the Rust types say the same: a member that is renamed, added or made optional on one side only fails here.

use miaoban::model::{
    acting, application, bundle, check, consent, device_link, division, draft, guardian, identity, matter, page::Page, passkey, prefill, problem, rating,
    record, service, session, upload,
};
use serde::de::{self, DeserializeOwned, Deserializer, Visitor};
use serde_json::{json, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

fn document() -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/public/openapi.json");
    serde_json::from_str(&std::fs::read_to_string(path).expect("public/openapi.json")).expect("JSON")
}

fn schema<'a>(document: &'a Value, name: &str) -> &'a Value {
    document.pointer(&format!("/components/schemas/{name}")).unwrap_or_else(|| panic!("no schema {name}"))
}

fn example<'a>(document: &'a Value, name: &str) -> &'a Value {
    &schema(document, name)["examples"][0]
}

fn strings(value: &Value) -> BTreeSet<String> {
    value.as_array().into_iter().flatten().filter_map(|v| v.as_str().map(str::to_owned)).collect()
}

/// What serde asks for when it deserialises a type: the members of a struct, or the variants of an enum.
struct Asked(&'static [&'static str]);

impl fmt::Display for Asked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.0)
    }
}

impl fmt::Debug for Asked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Asked {}

impl de::Error for Asked {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Asked(&[])
    }
}

struct Curious;

impl<'de> Deserializer<'de> for Curious {
    type Error = Asked;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Asked> {
        Err(Asked(&[]))
    }

    fn deserialize_struct<V: Visitor<'de>>(self, _: &'static str, members: &'static [&'static str], _: V) -> Result<V::Value, Asked> {
        Err(Asked(members))
    }

    fn deserialize_enum<V: Visitor<'de>>(self, _: &'static str, variants: &'static [&'static str], _: V) -> Result<V::Value, Asked> {
        Err(Asked(variants))
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct newtype_struct seq tuple
        tuple_struct map identifier ignored_any
    }
}

fn names_of<T: DeserializeOwned>() -> BTreeSet<String> {
    match T::deserialize(Curious) {
        Err(Asked(names)) => names.iter().map(|n| (*n).to_owned()).collect(),
        Ok(_) => panic!("a type that asks for nothing"),
    }
}

/// A struct that the app reads: its members are the schema's, the example is read, and exactly the required members cannot be missing.
fn reads<T: DeserializeOwned>(document: &Value, name: &str) -> Vec<String> {
    let mut problems = Vec::new();
    let (schema, example) = (schema(document, name), example(document, name));
    let described: BTreeSet<String> = schema["properties"].as_object().into_iter().flat_map(|p| p.keys().cloned()).collect();
    let members = names_of::<T>();
    // The status of a problem is that of the response; the app does not read it twice.
    let ignored: BTreeSet<String> = if name == "ProblemDetails" { ["status".to_owned()].into() } else { BTreeSet::new() };
    if members != described.difference(&ignored).cloned().collect() {
        problems.push(format!("{name}: Rust has {members:?}, openapi.json {described:?}"));
    }
    if let Err(e) = serde_json::from_value::<T>(example.clone()) {
        problems.push(format!("{name}: its example is not read: {e}"));
    }
    let required = strings(&schema["required"]);
    for member in &members {
        let mut without = example.clone();
        if without.as_object_mut().and_then(|o| o.remove(member)).is_none() {
            problems.push(format!("{name}: the example lacks {member}"));
        }
        if serde_json::from_value::<T>(without).is_err() != required.contains(member) {
            problems.push(format!("{name}.{member}: required on one side only"));
        }
        // What may be left out as `null` has to be read as `null`.
        let mut null = example.clone();
        null[member.as_str()] = Value::Null;
        let nullable = is_nullable(&schema["properties"][member.as_str()]);
        let untyped = schema["properties"][member.as_str()].get("type").is_none() && schema["properties"][member.as_str()].get("$ref").is_none();
        if nullable && !untyped && serde_json::from_value::<T>(null).is_err() {
            problems.push(format!("{name}.{member}: may be null in openapi.json, but is not read"));
        }
    }
    problems
}

fn is_nullable(schema: &Value) -> bool {
    let in_type = schema["type"].as_array().is_some_and(|kinds| kinds.iter().any(|k| k == "null"));
    in_type || schema["oneOf"].as_array().is_some_and(|options| options.iter().any(|o| o["type"] == "null"))
}

/// An enum: every word of the schema is a variant and the other way round. `catch_all` is the variant that stands for words of later
/// versions, and is never sent.
fn says<T: DeserializeOwned + PartialEq>(document: &Value, name: &str, catch_all: Option<&str>) -> Vec<String> {
    let words = strings(&schema(document, name)["enum"]);
    let variants: BTreeSet<String> = names_of::<T>().into_iter().filter(|v| Some(v.as_str()) != catch_all).collect();
    let read = words.iter().filter(|w| serde_json::from_value::<T>(json!(w)).is_err());
    let mut problems: Vec<String> = read.map(|w| format!("{name}: {w} is not read")).collect();
    if words != variants {
        problems.push(format!("{name}: Rust has {variants:?}, openapi.json {words:?}"));
    }
    problems
}

/// A struct that the app sends: it sends all required members and no others than the schema's.
fn sends(document: &Value, name: &str, sent: &Value) -> Vec<String> {
    let schema = schema(document, name);
    let described: BTreeSet<String> = schema["properties"].as_object().into_iter().flat_map(|p| p.keys().cloned()).collect();
    let sent: BTreeSet<String> = sent.as_object().into_iter().flat_map(|o| o.keys().cloned()).collect();
    if sent == described && strings(&schema["required"]).is_subset(&sent) {
        return Vec::new();
    }
    vec![format!("{name}: Rust sends {sent:?}, openapi.json has {described:?}")]
}

fn none(problems: Vec<Vec<String>>) {
    let problems: Vec<String> = problems.into_iter().flatten().collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn what_the_app_reads_is_what_the_contract_describes() {
    let d = &document();
    none(vec![
        reads::<Page<service::ServiceSummary>>(d, "ServicePage"),
        reads::<Page<service::Theme>>(d, "ThemePage"),
        reads::<Page<consent::Consent>>(d, "ConsentPage"),
        reads::<Page<application::ApplicationSummary>>(d, "ApplicationPage"),
        reads::<service::ServiceSummary>(d, "ServiceSummary"),
        reads::<service::Count>(d, "Count"),
        reads::<service::Theme>(d, "Theme"),
        reads::<division::Division>(d, "Division"),
        reads::<service::Guide>(d, "Guide"),
        reads::<service::Need>(d, "Need"),
        reads::<service::Window>(d, "Window"),
        reads::<service::Eligibility>(d, "Eligibility"),
        reads::<service::EligibilityCheck>(d, "EligibilityCheck"),
        reads::<service::Alternative>(d, "Alternative"),
        reads::<consent::ConsentTerms>(d, "ConsentTerms"),
        reads::<consent::ConsentSource>(d, "ConsentSource"),
        reads::<consent::IdentityMethod>(d, "IdentityMethod"),
        reads::<consent::SeparateConsent>(d, "SeparateConsent"),
        reads::<consent::Consent>(d, "Consent"),
        reads::<identity::IdentitySession>(d, "IdentitySession"),
        reads::<identity::Ask>(d, "Ask"),
        reads::<record::ConsentRecord>(d, "ConsentRecord"),
        reads::<record::Reading>(d, "Reading"),
        reads::<device_link::LinkCode>(d, "LinkCode"),
        reads::<device_link::DeviceLink>(d, "DeviceLink"),
        reads::<guardian::GuardianAsk>(d, "GuardianAsk"),
        reads::<passkey::PasskeyAsk>(d, "PasskeyAsk"),
        reads::<passkey::PasskeyOptions>(d, "PasskeyOptions"),
        reads::<passkey::Passkey>(d, "Passkey"),
        reads::<Page<passkey::Passkey>>(d, "PasskeyPage"),
        reads::<session::Session>(d, "Session"),
        reads::<session::PersonBrief>(d, "PersonBrief"),
        reads::<acting::ActingFor>(d, "ActingFor"),
        reads::<acting::Represented>(d, "Represented"),
        reads::<Page<acting::Represented>>(d, "RepresentedPage"),
        reads::<acting::Acting>(d, "Acting"),
        reads::<prefill::SourcePrefill>(d, "SourcePrefill"),
        reads::<prefill::CertificateRef>(d, "CertificateRef"),
        reads::<prefill::CertificateChoice>(d, "CertificateChoice"),
        reads::<prefill::HeldCertificate>(d, "HeldCertificate"),
        reads::<prefill::FieldPrefill>(d, "FieldPrefill"),
        reads::<prefill::CorrectAt>(d, "CorrectAt"),
        reads::<application::Dispute>(d, "Dispute"),
        reads::<check::CheckResult>(d, "CheckResult"),
        reads::<draft::Draft>(d, "Draft"),
        reads::<draft::DraftSummary>(d, "DraftSummary"),
        reads::<Page<draft::DraftSummary>>(d, "DraftPage"),
        reads::<upload::Upload>(d, "Upload"),
        reads::<application::Application>(d, "Application"),
        reads::<application::ApplicationSummary>(d, "ApplicationSummary"),
        reads::<application::ServiceRef>(d, "ServiceRef"),
        reads::<application::RuleResult>(d, "RuleResult"),
        reads::<application::Decision>(d, "Decision"),
        reads::<application::Document>(d, "Document"),
        reads::<application::FullDocument>(d, "FullDocument"),
        reads::<application::DocumentField>(d, "DocumentField"),
        reads::<application::Manual>(d, "Manual"),
        reads::<application::TimelineEntry>(d, "TimelineEntry"),
        reads::<rating::RatingSheet>(d, "RatingSheet"),
        reads::<rating::RatingLevel>(d, "RatingLevel"),
        reads::<rating::RatingTag>(d, "RatingTag"),
        reads::<rating::FollowUpStep>(d, "FollowUpStep"),
        reads::<rating::Rating>(d, "Rating"),
        reads::<Page<bundle::BundleSummary>>(d, "BundleSummaryPage"),
        reads::<bundle::BundleSummary>(d, "BundleSummary"),
        reads::<bundle::Bundle>(d, "Bundle"),
        reads::<bundle::Question>(d, "Question"),
        reads::<bundle::QuestionOption>(d, "QuestionOption"),
        reads::<bundle::Member>(d, "Member"),
        reads::<bundle::After>(d, "After"),
        reads::<bundle::Flow>(d, "Flow"),
        reads::<bundle::Fact>(d, "Fact"),
        reads::<bundle::Place>(d, "Place"),
        reads::<bundle::Subject>(d, "Subject"),
        reads::<bundle::Material>(d, "Material"),
        reads::<bundle::Known>(d, "Known"),
        reads::<bundle::KnownAnswer>(d, "KnownAnswer"),
        reads::<bundle::MemberForm>(d, "FormDefinition"),
        reads::<Page<matter::MatterSummary>>(d, "MatterSummaryPage"),
        reads::<matter::MatterSummary>(d, "MatterSummary"),
        reads::<matter::Matter>(d, "Matter"),
        reads::<matter::BundleRef>(d, "BundleRef"),
        reads::<matter::Part>(d, "Part"),
        reads::<matter::Received>(d, "Received"),
        reads::<matter::Party>(d, "Party"),
        reads::<matter::Share>(d, "Share"),
        reads::<matter::ShareLine>(d, "ShareLine"),
        reads::<matter::Package>(d, "Package"),
        reads::<matter::PackageDocument>(d, "PackageDocument"),
        reads::<matter::DeliveryWay>(d, "DeliveryWay"),
        reads::<matter::NextStep>(d, "NextStep"),
        reads::<problem::ProblemDetails>(d, "ProblemDetails"),
        reads::<problem::FieldError>(d, "FieldError"),
    ]);
}

#[test]
fn every_word_of_an_enum_is_a_variant() {
    let d = &document();
    none(vec![
        says::<service::Mode>(d, "Mode", Some("other")),
        says::<service::NeedHow>(d, "NeedHow", Some("other")),
        says::<service::EligibilityOutcome>(d, "EligibilityOutcome", None),
        says::<consent::MethodKind>(d, "MethodKind", Some("other")),
        says::<identity::IdentityStatus>(d, "IdentityStatus", None),
        says::<record::ConsentState>(d, "ConsentState", None),
        says::<record::ReadingWhy>(d, "ReadingWhy", Some("other")),
        says::<identity::Elsewhere>(d, "Elsewhere", Some("other")),
        says::<identity::AskKind>(d, "AskKind", Some("other")),
        says::<identity::FailReason>(d, "FailReason", None),
        says::<session::Level>(d, "Level", None),
        says::<guardian::AskStatus>(d, "AskStatus", None),
        says::<acting::Relation>(d, "Relation", Some("other")),
        says::<prefill::SourceStatus>(d, "SourceStatus", None),
        says::<prefill::TrustLevel>(d, "TrustLevel", None),
        says::<prefill::Edit>(d, "Edit", None),
        says::<application::Status>(d, "Status", None),
        says::<application::RuleStatus>(d, "RuleStatus", None),
        says::<application::DocumentKind>(d, "DocumentKind", None),
        says::<application::RatingState>(d, "RatingState", None),
        says::<bundle::Audience>(d, "Audience", Some("other")),
        says::<bundle::QuestionKind>(d, "QuestionKind", Some("other")),
        says::<bundle::MaterialHow>(d, "MaterialHow", Some("other")),
        says::<matter::MatterStatus>(d, "MatterStatus", None),
        says::<matter::PartStatus>(d, "PartStatus", None),
        says::<matter::PartyStatus>(d, "PartyStatus", None),
        says::<rating::RatingKind>(d, "RatingKind", None),
    ]);
}

#[test]
fn what_the_app_sends_is_what_the_contract_describes() {
    let d = &document();
    let text = || "x".to_owned();
    let consent = consent::ConsentGiven {
        service_id: text(),
        terms_version: text(),
        granted: vec![],
        refused: vec![],
        method: text(),
        face: false,
        services: vec![text()],
        answers: BTreeMap::from([(text(), json!(true))]),
        acting_for: Some(text()),
        for_other: true,
    };
    let request = identity::IdentityRequest {
        service_id: text(),
        consent_id: Some(text()),
        method: text(),
        return_url: text(),
        state: text(),
        level: Some(session::Level::Strong),
        face: Some(true),
    };
    let proof = passkey::PasskeyProof { id: text(), client_data: text(), authenticator_data: text(), signature: text(), user_handle: Some(text()) };
    let returned = identity::IdentityReturn {
        state: text(),
        code: Some(text()),
        error: Some(text()),
        iss: Some(text()),
        phone: Some(text()),
        passkey: Some(proof.clone()),
        account: Some(text()),
        password: Some(identity::Secret(text())),
    };
    let made = passkey::NewPasskey { id: text(), client_data: text(), authenticator_data: text(), public_key: text(), algorithm: -7, label: Some(text()) };
    let dispute = application::Dispute { pointer: text(), source: text(), note: Some(text()) };
    let submission = application::Submission {
        service_id: text(),
        form_version: text(),
        consent_id: Some(text()),
        data: json!({}),
        provenance: BTreeMap::new(),
        disputes: vec![dispute.clone()],
        acting_for: Some(text()),
    };
    let rating =
        rating::NewRating { kind: rating::RatingKind::First, version: text(), level: rating::Stars::all()[4], tags: vec![], text: text(), named: true };
    let labels = BTreeMap::from([(text(), text())]);
    let draft = draft::Draft {
        form_version: text(),
        values: BTreeMap::new(),
        labels,
        disputes: vec![dispute.clone()],
        submission_key: Some(text()),
        answers: BTreeMap::from([(text(), json!(true))]),
        acting_for: Some(text()),
    };
    let part = matter::MatterPart { service_id: text(), form_version: text(), data: json!({}), provenance: BTreeMap::new(), disputes: vec![dispute.clone()] };
    let matter =
        matter::MatterSubmission { bundle_id: text(), bundle_version: text(), answers: BTreeMap::new(), consent_id: Some(text()), parts: vec![part.clone()] };
    none(vec![
        sends(d, "MatterPart", &json!(part)),
        sends(d, "MatterSubmission", &json!(matter)),
        sends(d, "GuardianAgreement", &json!(guardian::GuardianAgreement { face: true })),
        sends(d, "ActingChoice", &json!(acting::ActingChoice { id: text() })),
        sends(d, "ConsentGiven", &json!(consent)),
        sends(d, "IdentityRequest", &json!(request)),
        sends(d, "IdentityReturn", &json!(returned)),
        sends(d, "PasskeyProof", &json!(proof)),
        sends(d, "NewPasskey", &json!(made)),
        sends(d, "LinkRequest", &json!(device_link::LinkRequest { state: text() })),
        sends(d, "DeviceOpening", &json!(device_link::DeviceOpening { return_url: text(), state: text() })),
        sends(d, "DeviceReturn", &json!(device_link::DeviceReturn { state: text(), code: text() })),
        sends(d, "Submission", &json!(submission)),
        sends(d, "NewRating", &json!(rating)),
        sends(d, "Dispute", &json!(dispute)),
        sends(d, "CheckRequest", &json!(check::CheckRequest { value: json!("x"), data: BTreeMap::from([(text(), json!(1))]) })),
        sends(d, "Draft", &json!(draft)),
        sends(d, "NewUpload", &json!(upload::NewUpload { name: text(), kind: text(), size: 1 })),
    ]);
}

#[test]
fn stars_and_text_have_the_same_bounds() {
    let d = document();
    let stars = schema(&d, "Stars");
    assert_eq!((&stars["minimum"], &stars["maximum"]), (&json!(1), &json!(5)));
    for n in 0..=6_u8 {
        assert_eq!(serde_json::from_value::<rating::Stars>(json!(n)).is_ok(), (1..=5).contains(&n), "{n} stars");
    }
    assert_eq!(schema(&d, "NewRating")["properties"]["text"]["maxLength"], json!(rating::TEXT_LIMIT));
}
