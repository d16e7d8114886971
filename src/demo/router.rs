//! Which operation a method and a path name, and what each needs before it runs.

use super::exchange::{decode, Exchange};
use super::reply::{Outcome, Refusal};
use super::words::Say;
use super::{
    acting, applications, attachments, bundles, checks, consents, device_links, drafts, eligibility, guardian, guides, identity, matters, passkeys, prefill,
    provider, ratings, records, sessions, shares, uploads,
};
use crate::backend::transport::Method;

/// An operation of the contract, with what its path carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Op {
    ListServices,
    ListThemes,
    ListDivisions,
    GetService(String),
    GetEligibility(String),
    GetConsentTerms(String),
    GetForm(String),
    CreateConsent,
    ListConsents,
    ListRecords,
    WithdrawConsent(String),
    OpenIdentitySession,
    GetIdentitySession(String),
    ConfirmIdentity(String),
    GetSession,
    EndSession,
    ListRepresented,
    BeginActing,
    EndActing,
    ReadSource(String, String),
    CheckValue(String, String),
    ListDrafts,
    GetDraft(String),
    SaveDraft(String),
    DeleteDraft(String),
    UploadAttachment,
    OpenUpload,
    GetUpload(String),
    SendPart(String, String),
    CancelUpload(String),
    SubmitApplication,
    ListApplications,
    GetApplication(String),
    GetFullDocument(String),
    GetRatingSheet(String),
    Rate(String),
    PasskeyChallenge,
    CreatePasskey,
    ListPasskeys,
    DeletePasskey(String),
    DemoSignIn,
    DemoPeople,
    DemoProvider(String),
    DemoOutcome(String),
    LinkDevice(String),
    GetDeviceLink(String),
    OpenDeviceLink(String),
    FinishDeviceLink(String),
    RefuseDeviceLink(String),
    AskGuardian(String),
    GetGuardianAsk(String),
    AgreeAsGuardian(String),
    RefuseAsGuardian(String),
    ListBundles,
    GetBundle(String),
    GetKnown(String),
    GetBundleForms(String),
    SubmitMatter,
    ListMatters,
    GetMatter(String),
    RetryPart(String, String),
    ChooseDelivery(String),
    GetMatterRatingSheet(String),
    RateMatter(String),
    GetShare(String),
    ConfirmShare(String),
    RefuseShare(String),
}

/// The operation, or why there is none: 404 for a path nobody knows, 405 for a method it does not take.
pub(super) fn route(method: Method, path: &str) -> Result<Op, Refusal> {
    let parts = split(path).ok_or_else(Refusal::not_found)?;
    if let Some(op) = find(method, &borrowed(&parts)) {
        return Ok(op);
    }
    let allowed: Vec<&str> = methods(path).into_iter().map(Method::as_str).collect();
    if allowed.is_empty() {
        return Err(Refusal::not_found());
    }
    let allowed = allowed.join(", ");
    Err(Refusal::new(405, "method-not-allowed", Say::NotAllowedTitle, Say::NotAllowedDetail).value("methods", &allowed).header("Allow", allowed))
}

/// What can be done at a path (without its query): for the `Allow` of a host that met a method of no operation. Empty for a path that
/// nobody knows.
pub fn methods(path: &str) -> Vec<Method> {
    let Some(parts) = split(path) else { return Vec::new() };
    [Method::Get, Method::Post, Method::Put, Method::Delete].into_iter().filter(|m| find(*m, &borrowed(&parts)).is_some()).collect()
}

/// The segments of a path, decoded; `None` where one is empty or broken.
fn split(path: &str) -> Option<Vec<String>> {
    let segments: Vec<String> = path.strip_prefix('/')?.split('/').map(decode).collect::<Option<_>>()?;
    segments.iter().all(|part| !part.is_empty()).then_some(segments)
}

fn borrowed(parts: &[String]) -> Vec<&str> {
    parts.iter().map(String::as_str).collect()
}

fn find(method: Method, parts: &[&str]) -> Option<Op> {
    use Method::{Delete, Get, Post, Put};
    let own = |text: &str| text.to_owned();
    Some(match (method, parts) {
        (Get, ["services"]) => Op::ListServices,
        (Get, ["themes"]) => Op::ListThemes,
        (Get, ["divisions"]) => Op::ListDivisions,
        (Get, ["services", id]) => Op::GetService(own(id)),
        (Get, ["services", id, "eligibility"]) => Op::GetEligibility(own(id)),
        (Get, ["services", id, "consent-terms"]) => Op::GetConsentTerms(own(id)),
        (Get, ["services", id, "form"]) => Op::GetForm(own(id)),
        (Get, ["services", id, "prefill", source]) => Op::ReadSource(own(id), own(source)),
        (Post, ["consents"]) => Op::CreateConsent,
        (Get, ["consents"]) => Op::ListConsents,
        (Get, ["records"]) => Op::ListRecords,
        (Delete, ["consents", id]) => Op::WithdrawConsent(own(id)),
        (Post, ["identity-sessions"]) => Op::OpenIdentitySession,
        (Get, ["identity-sessions", id]) => Op::GetIdentitySession(own(id)),
        (Post, ["identity-sessions", id, "confirm"]) => Op::ConfirmIdentity(own(id)),
        (Get, ["session"]) => Op::GetSession,
        (Delete, ["session"]) => Op::EndSession,
        (Get, ["represented"]) => Op::ListRepresented,
        (Put, ["session", "acting"]) => Op::BeginActing,
        (Delete, ["session", "acting"]) => Op::EndActing,
        (Post, ["services", id, "checks", name]) => Op::CheckValue(own(id), own(name)),
        (Get, ["drafts"]) => Op::ListDrafts,
        (Get, ["drafts", service]) => Op::GetDraft(own(service)),
        (Put, ["drafts", service]) => Op::SaveDraft(own(service)),
        (Delete, ["drafts", service]) => Op::DeleteDraft(own(service)),
        (Post, ["attachments"]) => Op::UploadAttachment,
        (Post, ["uploads"]) => Op::OpenUpload,
        (Get, ["uploads", id]) => Op::GetUpload(own(id)),
        (Put, ["uploads", id, "parts", offset]) => Op::SendPart(own(id), own(offset)),
        (Delete, ["uploads", id]) => Op::CancelUpload(own(id)),
        (Post, ["applications"]) => Op::SubmitApplication,
        (Get, ["applications"]) => Op::ListApplications,
        (Get, ["applications", id]) => Op::GetApplication(own(id)),
        (Get, ["applications", id, "document"]) => Op::GetFullDocument(own(id)),
        (Get, ["applications", id, "rating"]) => Op::GetRatingSheet(own(id)),
        (Post, ["applications", id, "ratings"]) => Op::Rate(own(id)),
        (Post, ["passkeys", "challenge"]) => Op::PasskeyChallenge,
        (Post, ["passkeys"]) => Op::CreatePasskey,
        (Get, ["passkeys"]) => Op::ListPasskeys,
        (Delete, ["passkeys", id]) => Op::DeletePasskey(own(id)),
        (Post, ["demo", "session"]) => Op::DemoSignIn,
        (Get, ["demo", "people"]) => Op::DemoPeople,
        (Get, ["demo", "provider", ticket]) => Op::DemoProvider(own(ticket)),
        (Post, ["demo", "provider", ticket, "outcome"]) => Op::DemoOutcome(own(ticket)),
        (Post, ["identity-sessions", id, "link"]) => Op::LinkDevice(own(id)),
        (Get, ["device-links", code]) => Op::GetDeviceLink(own(code)),
        (Post, ["device-links", code, "open"]) => Op::OpenDeviceLink(own(code)),
        (Post, ["device-links", code, "finish"]) => Op::FinishDeviceLink(own(code)),
        (Post, ["device-links", code, "refuse"]) => Op::RefuseDeviceLink(own(code)),
        (Post, ["identity-sessions", id, "guardian"]) => Op::AskGuardian(own(id)),
        (Get, ["guardian-asks", code]) => Op::GetGuardianAsk(own(code)),
        (Post, ["guardian-asks", code, "agree"]) => Op::AgreeAsGuardian(own(code)),
        (Post, ["guardian-asks", code, "refuse"]) => Op::RefuseAsGuardian(own(code)),
        (Get, ["bundles"]) => Op::ListBundles,
        (Get, ["bundles", id]) => Op::GetBundle(own(id)),
        (Get, ["bundles", id, "known"]) => Op::GetKnown(own(id)),
        (Get, ["bundles", id, "forms"]) => Op::GetBundleForms(own(id)),
        (Post, ["matters"]) => Op::SubmitMatter,
        (Get, ["matters"]) => Op::ListMatters,
        (Get, ["matters", id]) => Op::GetMatter(own(id)),
        (Post, ["matters", id, "parts", service, "retry"]) => Op::RetryPart(own(id), own(service)),
        (Put, ["matters", id, "delivery"]) => Op::ChooseDelivery(own(id)),
        (Get, ["matters", id, "rating"]) => Op::GetMatterRatingSheet(own(id)),
        (Post, ["matters", id, "ratings"]) => Op::RateMatter(own(id)),
        (Get, ["shares", code]) => Op::GetShare(own(code)),
        (Post, ["shares", code, "confirm"]) => Op::ConfirmShare(own(code)),
        (Post, ["shares", code, "refuse"]) => Op::RefuseShare(own(code)),
        _ => return None,
    })
}

impl Op {
    /// Creates something: needs an Idempotency-Key.
    pub fn creates(&self) -> bool {
        matches!(
            self,
            Op::CreateConsent
                | Op::OpenIdentitySession
                | Op::UploadAttachment
                | Op::OpenUpload
                | Op::SubmitApplication
                | Op::Rate(_)
                | Op::CreatePasskey
                | Op::LinkDevice(_)
                | Op::OpenDeviceLink(_)
                | Op::AskGuardian(_)
                | Op::SubmitMatter
                | Op::RateMatter(_)
        )
    }

    /// Nothing for somebody who is not verified.
    pub fn needs_verification(&self) -> bool {
        matches!(
            self,
            Op::ListConsents
                | Op::ListRecords
                | Op::ListRepresented
                | Op::BeginActing
                | Op::ReadSource(..)
                | Op::CheckValue(..)
                | Op::ListDrafts
                | Op::GetDraft(_)
                | Op::SaveDraft(_)
                | Op::DeleteDraft(_)
                | Op::UploadAttachment
                | Op::OpenUpload
                | Op::GetUpload(_)
                | Op::SendPart(..)
                | Op::CancelUpload(_)
                | Op::SubmitApplication
                | Op::ListApplications
                | Op::GetApplication(_)
                | Op::GetFullDocument(_)
                | Op::GetRatingSheet(_)
                | Op::Rate(_)
                | Op::PasskeyChallenge
                | Op::CreatePasskey
                | Op::ListPasskeys
                | Op::DeletePasskey(_)
                | Op::AgreeAsGuardian(_)
                | Op::RefuseAsGuardian(_)
                | Op::SubmitMatter
                | Op::ListMatters
                | Op::GetMatter(_)
                | Op::RetryPart(..)
                | Op::ChooseDelivery(_)
                | Op::GetMatterRatingSheet(_)
                | Op::RateMatter(_)
                | Op::ConfirmShare(_)
                | Op::RefuseShare(_)
        )
    }

    /// Reads of the catalogue and of applications: what the fault `server-error` breaks unless it says otherwise.
    pub fn is_broken_by_default(&self) -> bool {
        matches!(
            self,
            Op::ListServices
                | Op::ListThemes
                | Op::GetService(_)
                | Op::GetEligibility(_)
                | Op::GetConsentTerms(_)
                | Op::GetForm(_)
                | Op::ListApplications
                | Op::GetApplication(_)
                | Op::ListBundles
                | Op::GetBundle(_)
                | Op::GetBundleForms(_)
                | Op::ListMatters
                | Op::GetMatter(_)
        )
    }

    /// Hands something in: what the faults `rate-limited` and `lost-response` meet unless they say otherwise.
    pub fn submits(&self) -> bool {
        matches!(self, Op::SubmitApplication | Op::SubmitMatter)
    }

    /// Exists only in the demo: the stage hands of a scenario, which faults leave alone unless they name them.
    pub fn is_demo(&self) -> bool {
        matches!(self, Op::DemoSignIn | Op::DemoPeople | Op::DemoProvider(_) | Op::DemoOutcome(_))
    }
}

/// Runs the operation.
pub(super) fn run(op: &Op, x: &mut Exchange<'_>) -> Outcome {
    match op {
        Op::ListServices => guides::list(x),
        Op::ListThemes => guides::themes(x),
        Op::ListDivisions => guides::divisions(x),
        Op::GetService(id) => guides::guide(x, id),
        Op::GetEligibility(id) => eligibility::get(x, id),
        Op::GetConsentTerms(id) => consents::terms(x, id),
        Op::GetForm(id) => guides::form(x, id),
        Op::CreateConsent => consents::create(x),
        Op::ListConsents => consents::list(x),
        Op::ListRecords => records::list(x),
        Op::WithdrawConsent(id) => consents::withdraw(x, id),
        Op::OpenIdentitySession => identity::open(x),
        Op::GetIdentitySession(id) => identity::get(x, id),
        Op::ConfirmIdentity(id) => identity::confirm(x, id),
        Op::GetSession => sessions::get(x),
        Op::EndSession => sessions::end(x),
        Op::ListRepresented => acting::list(x),
        Op::BeginActing => acting::begin(x),
        Op::EndActing => acting::end(x),
        Op::ReadSource(id, source) => prefill::read(x, id, source),
        Op::CheckValue(id, name) => checks::check(x, id, name),
        Op::ListDrafts => drafts::list(x),
        Op::GetDraft(service) => drafts::get(x, service),
        Op::SaveDraft(service) => drafts::save(x, service),
        Op::DeleteDraft(service) => drafts::delete(x, service),
        Op::UploadAttachment => attachments::upload(x),
        Op::OpenUpload => uploads::open(x),
        Op::GetUpload(id) => uploads::get(x, id),
        Op::SendPart(id, offset) => uploads::part(x, id, offset),
        Op::CancelUpload(id) => uploads::cancel(x, id),
        Op::SubmitApplication => applications::submit(x),
        Op::ListApplications => applications::list(x),
        Op::GetApplication(id) => applications::get(x, id),
        Op::GetFullDocument(id) => applications::document(x, id),
        Op::GetRatingSheet(id) => ratings::sheet(x, id),
        Op::Rate(id) => ratings::rate(x, id),
        Op::PasskeyChallenge => passkeys::challenge(x),
        Op::CreatePasskey => passkeys::create(x),
        Op::ListPasskeys => passkeys::list(x),
        Op::DeletePasskey(id) => passkeys::delete(x, id),
        Op::DemoSignIn => sessions::demo_sign_in(x),
        Op::DemoPeople => provider::list_people(x),
        Op::DemoProvider(ticket) => provider::arrive(x, ticket),
        Op::DemoOutcome(ticket) => provider::report(x, ticket),
        Op::LinkDevice(id) => device_links::create(x, id),
        Op::GetDeviceLink(code) => device_links::get(x, code),
        Op::OpenDeviceLink(code) => device_links::open(x, code),
        Op::FinishDeviceLink(code) => device_links::finish(x, code),
        Op::RefuseDeviceLink(code) => device_links::refuse(x, code),
        Op::AskGuardian(id) => guardian::ask(x, id),
        Op::GetGuardianAsk(code) => guardian::get(x, code),
        Op::AgreeAsGuardian(code) => guardian::agree(x, code),
        Op::RefuseAsGuardian(code) => guardian::refuse(x, code),
        Op::ListBundles => bundles::list(x),
        Op::GetBundle(id) => bundles::get(x, id),
        Op::GetKnown(id) => bundles::known(x, id),
        Op::GetBundleForms(id) => bundles::forms(x, id),
        Op::SubmitMatter => matters::submit(x),
        Op::ListMatters => matters::list(x),
        Op::GetMatter(id) => matters::get(x, id),
        Op::RetryPart(id, service) => matters::retry(x, id, service),
        Op::ChooseDelivery(id) => matters::deliver(x, id),
        Op::GetMatterRatingSheet(id) => matters::sheet(x, id),
        Op::RateMatter(id) => matters::rate(x, id),
        Op::GetShare(code) => shares::get(x, code),
        Op::ConfirmShare(code) => shares::confirm(x, code),
        Op::RefuseShare(code) => shares::refuse(x, code),
    }
}
