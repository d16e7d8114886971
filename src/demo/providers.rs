//! The ways of proving who one is and the providers behind them: data, so that another one needs no code.

use super::address;
use super::methods;
use super::people::Person;
use super::reader::{Node, Read};
use crate::model::identity::FailReason;
use crate::model::read::Read as _;
use crate::model::session::Level;
use serde_json::Value;
use std::collections::BTreeMap;

/// What `providers.json` holds.
pub(super) struct Providers {
    all: Vec<Provider>,
    /// In the order in which they are offered.
    pub methods: Vec<Method>,
}

/// Somebody who checks who a person is.
pub(super) struct Provider {
    pub id: String,
    pub name: Value,
    pub kind: ProviderKind,
    /// How long a check may take.
    pub life_ms: i64,
    /// What it adds to the return address beside `session`, `state` and `code`: name and template.
    pub returns: Vec<(String, String)>,
    /// What it says while it is asked, in our words.
    statuses: BTreeMap<String, String>,
    /// Why it says that a check did not pass, in our words.
    codes: BTreeMap<String, String>,
}

pub(super) enum ProviderKind {
    /// The person goes to this address, and comes back.
    Redirect { address: String },
    /// The same by OpenID Connect, at the issuer that the host is configured with.
    Oidc {
        scope: String,
        /// From the `sub` of an account to the person whose it is.
        subjects: BTreeMap<String, String>,
    },
}

/// A way of proving who one is.
pub(super) struct Method {
    pub id: String,
    /// `MethodKind` of the contract.
    pub kind: String,
    pub name: Value,
    pub text: Value,
    pub separate_consent: Value,
    /// How surely it tells who somebody is.
    pub level: Level,
    /// Id of who checks it; `None` where it is answered in the app, or at a window.
    pub provider: Option<String>,
}

/// What a provider has said of a check.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Verdict<'a> {
    Status(&'a str),
    Failed(&'a str),
}

const STATUSES: [&str; 6] = ["waiting", "opened", "done", "failed", "cancelled", "expired"];
/// The kinds of method, and what kind of provider each needs.
const KINDS: [(&str, Option<&str>); 6] =
    [("face", Some("redirect")), ("sms", None), ("password", None), ("device", None), ("window", None), ("oidc", Some("oidc"))];
/// 24 hours: nothing about a check is kept longer.
const LONGEST_S: u64 = 86_400;
/// What the return address has anyway.
const OURS: [&str; 5] = ["session", "state", "code", "error", "iss"];

impl Providers {
    pub fn read(node: &Node<'_>, people: &[Person]) -> Read<Self> {
        let mut all: Vec<Provider> = Vec::new();
        for node in node.at("providers")?.items()? {
            let provider = Provider::read(&node, people)?;
            if all.iter().any(|p| p.id == provider.id) {
                return Err(node.wrong_at("/id", "is there twice"));
            }
            all.push(provider);
        }
        let list = node.at("methods")?;
        let mut methods: Vec<Method> = Vec::new();
        for node in list.items()? {
            let method = Method::read(&node, &all)?;
            if method.id == "session" || methods.iter().any(|m| m.id == method.id) {
                return Err(node.wrong_at("/id", "is there twice, or “session”, which is a consent's in a verified session"));
            }
            methods.push(method);
        }
        // 人脸识别技术应用安全管理办法; a provider that a host may not have is no other way.
        if !methods.iter().any(|m| !matches!(m.kind.as_str(), "face" | "oidc")) {
            return Err(list.wrong("has to have another way beside a face and an account"));
        }
        let by_face = |level| methods.iter().filter(|m| m.level >= level && m.kind != "oidc").all(|m| m.kind == "face");
        if [Level::Verified, Level::Strong].into_iter().any(by_face) {
            return Err(list.wrong("offers nothing but a face for some level"));
        }
        Ok(Self { all, methods })
    }

    pub fn provider(&self, id: &str) -> Option<&Provider> {
        self.all.iter().find(|p| p.id == id)
    }

    pub fn method(&self, id: &str) -> Option<&Method> {
        self.methods.iter().find(|m| m.id == id)
    }

    /// Who checks this way of proving who one is.
    pub fn of(&self, method: &str) -> Option<&Provider> {
        self.provider(self.method(method)?.provider.as_deref()?)
    }
}

impl Provider {
    fn read(node: &Node<'_>, people: &[Person]) -> Read<Self> {
        let kind = node.at("kind")?;
        let kind = match kind.text()?.as_str() {
            "redirect" => {
                let at = node.at("address")?;
                let address = address::read(&at, &["page", "ticket"])?;
                if !["{+page}", "https://", "http://"].iter().any(|start| address.starts_with(start)) {
                    return Err(at.wrong("has to start with {+page}, the demo's own page, or be an http or https address"));
                }
                ProviderKind::Redirect { address }
            }
            "oidc" => ProviderKind::Oidc { scope: read_scope(node)?, subjects: read_subjects(node, people)? },
            _ => return Err(kind.wrong("has to be redirect or oidc")),
        };
        let life = node.at("life_s")?;
        let life_s = life.number().ok().filter(|s| (1..=LONGEST_S).contains(s)).ok_or_else(|| life.wrong("has to be 1 to 86400 seconds"))?;
        let mut returns = Vec::new();
        for (name, template) in members(node, "returns")? {
            if OURS.contains(&name) {
                return Err(template.wrong("is what the return address has anyway"));
            }
            returns.push((name.to_owned(), address::read(&template, &["ticket"])?));
        }
        let mut statuses = BTreeMap::new();
        for (theirs, ours) in members(node, "statuses")? {
            let word = ours.text()?;
            if !STATUSES.contains(&word.as_str()) {
                return Err(ours.wrong(format!("has to be one of {}", STATUSES.join(", "))));
            }
            statuses.insert(theirs.to_owned(), word);
        }
        let mut codes = BTreeMap::new();
        for (theirs, ours) in members(node, "codes")? {
            let word = ours.text()?;
            if word != "other" && !is_reason(&word) {
                return Err(ours.wrong("is no FailReason of the contract"));
            }
            if statuses.contains_key(theirs) {
                return Err(ours.wrong("is a status already"));
            }
            codes.insert(theirs.to_owned(), word);
        }
        Ok(Self { id: node.at("id")?.text()?, name: node.at("name")?.words()?, kind, life_ms: life_s as i64 * 1_000, returns, statuses, codes })
    }

    /// What something that it says means. A code that the data does not know is a failure that nobody can explain.
    pub fn verdict(&self, theirs: &str) -> Verdict<'_> {
        match (self.statuses.get(theirs), self.codes.get(theirs)) {
            (Some(status), _) => Verdict::Status(status),
            (None, Some(reason)) => Verdict::Failed(reason),
            (None, None) => Verdict::Failed("other"),
        }
    }

    /// Its codes and the reasons that they stand for.
    pub fn codes(&self) -> impl Iterator<Item = (&str, &str)> {
        self.codes.iter().map(|(code, reason)| (code.as_str(), reason.as_str()))
    }
}

impl Method {
    fn read(node: &Node<'_>, providers: &[Provider]) -> Read<Self> {
        let at = node.at("kind")?;
        let kind = at.text()?;
        let Some((_, needed)) = KINDS.iter().find(|(k, _)| *k == kind) else {
            return Err(at.wrong(format!("has to be one of {}", KINDS.map(|(k, _)| k).join(", "))));
        };
        let provider = node.maybe("provider").map(|n| n.text()).transpose()?;
        let found = provider.as_ref().and_then(|id| providers.iter().find(|p| p.id == *id)).map(|p| match p.kind {
            ProviderKind::Redirect { .. } => "redirect",
            ProviderKind::Oidc { .. } => "oidc",
        });
        if found != *needed || provider.is_some() != needed.is_some() {
            let wanted = needed.map_or_else(|| "has to be absent".to_owned(), |kind| format!("has to name a provider of the kind {kind}"));
            return Err(node.wrong_at("/provider", format!("{wanted} for a method of this kind")));
        }
        let separate = node.maybe("separate_consent");
        if separate.is_some() != (kind == "face") {
            return Err(node.wrong_at("/separate_consent", "has to be there for a face, and for nothing else"));
        }
        if let Some(separate) = &separate {
            separate.at("title")?.words()?;
            separate.word_list("points")?;
        }
        Ok(Self {
            id: node.at("id")?.text()?,
            kind,
            name: node.at("name")?.words()?,
            text: node.at("text")?.words()?,
            level: methods::level(&node.at("level")?)?,
            separate_consent: separate.map_or(Value::Null, |n| n.value.clone()),
            provider,
        })
    }
}

fn members<'a>(node: &Node<'a>, key: &str) -> Read<Vec<(&'a str, Node<'a>)>> {
    node.maybe(key).map_or_else(|| Ok(Vec::new()), |n| n.members())
}

fn read_scope(node: &Node<'_>) -> Read<String> {
    let Some(at) = node.maybe("scope") else { return Ok("openid".to_owned()) };
    let scope = at.text()?;
    if !scope.split(' ').any(|word| word == "openid") {
        return Err(at.wrong("has to have “openid” in it"));
    }
    Ok(scope)
}

fn read_subjects(node: &Node<'_>, people: &[Person]) -> Read<BTreeMap<String, String>> {
    let mut subjects = BTreeMap::new();
    for (subject, person) in node.at("subjects")?.members()? {
        let id = person.text()?;
        if people.iter().all(|p| p.id != id) {
            return Err(person.wrong("names a person that the index does not list"));
        }
        subjects.insert(subject.to_owned(), id);
    }
    Ok(subjects)
}

/// Whether the contract has such a word, `other` aside.
pub(super) fn is_reason(word: &str) -> bool {
    FailReason::read(&mut Value::from(word)).is_ok_and(|reason| reason != FailReason::Other)
}
