//! Services (事项) and what a person is told about them before starting.

use super::read::{reads, says};

/// How a service is handled; shown as a tag beside its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// 秒报: the form is filled from certificates and registries.
    AutoFill,
    /// 秒批: decided by rules without a person.
    Instant,
    /// 主动服务: the backend offers it before one asks.
    Proactive,
    /// Decided by an officer.
    Manual,
    /// A mode this build does not know yet; drawn as nothing.
    Other,
}

says!(Mode: "auto_fill" = AutoFill, "instant" = Instant, "proactive" = Proactive, "manual" = Manual; "other" = Other);

/// A line of the catalogue.
#[derive(Debug, Clone, PartialEq)]
pub struct ServiceSummary {
    pub id: String,
    pub name: String,
    pub agency: String,
    pub icon: String,
    pub modes: Vec<Mode>,
    /// About how long the person will be busy, in minutes.
    pub minutes: Option<u32>,
    pub count: Option<Count>,
    /// What search compares beside the name: pinyin initials, names in other languages, everyday words.
    pub search: Vec<String>,
    /// Higher is asked for more often.
    pub popularity: u32,
}

reads!(ServiceSummary: id, name, agency; icon, modes, minutes, count, search, popularity);

/// How many items a form has and how many of them are known already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    pub total: u32,
    pub known: u32,
}

reads!(Count: total, known;);

/// What somebody wants to get done (我要…), and the services that do it.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    pub id: String,
    pub name: String,
    pub icon: String,
    pub services: Vec<String>,
}

reads!(Theme: id, name; icon, services);

/// The guide of a service (办事指南), in the reader's language.
#[derive(Debug, Clone, PartialEq)]
pub struct Guide {
    pub id: String,
    pub name: String,
    pub agency: String,
    pub icon: String,
    pub summary: String,
    pub modes: Vec<Mode>,
    /// Who can use it, one plain sentence each.
    pub audience: Vec<String>,
    /// How long until the result, in words.
    pub duration: String,
    /// What it costs, in words.
    pub cost: String,
    pub count: Option<Count>,
    pub needs: Vec<Need>,
    /// What the person gets, one sentence each.
    pub results: Vec<String>,
    /// The rules that it rests on, by name and number.
    pub basis: Vec<String>,
    pub hotline: Option<String>,
    pub windows: Vec<Window>,
}

reads!(Guide: id, name, agency, summary, duration, cost; icon, modes, audience, count, needs, results, basis, hotline, windows);

/// One thing that the service needs, and how it is obtained.
#[derive(Debug, Clone, PartialEq)]
pub struct Need {
    pub name: String,
    pub how: NeedHow,
    /// Where it comes from or what to do, in words.
    pub text: String,
}

reads!(Need: name, how; text);

/// Who brings a needed thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NeedHow {
    /// Read from a certificate or registry; nothing to do.
    Shared,
    /// The person answers a question.
    Asked,
    /// The person uploads a file.
    Upload,
    Other,
}

says!(NeedHow: "shared" = Shared, "asked" = Asked, "upload" = Upload; "other" = Other);

/// A service window (办事窗口) for those who would rather go there.
#[derive(Debug, Clone, PartialEq)]
pub struct Window {
    pub name: String,
    pub address: String,
    pub hours: String,
    pub phone: Option<String>,
}

reads!(Window: name, address, hours; phone);

/// Whether the signed-in person may use a service.
#[derive(Debug, Clone, PartialEq)]
pub struct Eligibility {
    pub outcome: EligibilityOutcome,
    pub checks: Vec<EligibilityCheck>,
    /// What else the person can do when not eligible.
    pub instead: Vec<Alternative>,
    /// Counted for this person's own records.
    pub count: Option<Count>,
    /// Whether it can be done for somebody else here (代办), also by a person who may not use it themselves.
    pub represent: bool,
}

reads!(Eligibility: outcome; checks, instead, count, represent);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EligibilityOutcome {
    Eligible,
    Ineligible,
    /// Nobody is signed in, or a source could not be asked.
    Unknown,
}

says!(EligibilityOutcome: "eligible" = Eligible, "ineligible" = Ineligible; "unknown" = Unknown);

#[derive(Debug, Clone, PartialEq)]
pub struct EligibilityCheck {
    pub text: String,
    /// Absent where it cannot be known yet.
    pub passed: Option<bool>,
    /// Why it failed, in words the person can act on.
    pub explain: Option<String>,
}

reads!(EligibilityCheck: text; passed, explain);

/// Another way to reach what the person wants.
#[derive(Debug, Clone, PartialEq)]
pub struct Alternative {
    pub text: String,
    /// A service of this catalogue that does it.
    pub service_id: Option<String>,
}

reads!(Alternative: text; service_id);
