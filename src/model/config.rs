//! `config.json`: what the deployer decides without recompiling.

use super::host::Host;
use super::idling::Kiosk;
use super::read::{self, may, Misread};
use super::session::Carrying;
use crate::words::Lang;
use serde_json::Value;

/// As read at the start of the app. Described by `config.schema.json`.
#[derive(Debug, Clone, PartialEq)]
pub struct Config {
    /// Base address of the backend, absolute http(s) or starting with `/`; `None` means the embedded demo.
    pub backend: Option<String>,
    /// Offered languages, the first is the default. Never empty.
    pub languages: Vec<Lang>,
    pub session: Carrying,
    /// A shared terminal.
    pub kiosk: Option<Kiosk>,
    /// An app that this one is wrapped in, which can check who somebody is.
    pub host: Option<Host>,
}

/// What is wrong with a configuration, for whoever deploys it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigProblem {
    /// JSON Pointer, or empty for the whole file.
    pub pointer: String,
    pub reason: String,
}

/// The members that a configuration may have.
const MEMBERS: [&str; 7] = ["$schema", "backend", "languages", "features", "session", "kiosk", "host"];

impl Config {
    /// Reads the file's text. `demo` tells whether this build has the embedded backend.
    ///
    /// # Errors
    /// The first thing that is wrong, with its pointer (or line and column where the text is no JSON).
    pub fn read(text: &str, demo: bool) -> Result<Self, ConfigProblem> {
        let problem = |pointer: &str, reason: String| ConfigProblem { pointer: pointer.to_owned(), reason };
        let mut raw: Value = read::text(text.as_bytes()).map_err(|reason| problem("", reason))?;
        read::object(&raw).map_err(misread)?;
        if let Some(unknown) = raw.as_object().and_then(|o| o.keys().find(|k| !MEMBERS.contains(&k.as_str()))) {
            return Err(problem(&format!("/{unknown}"), format!("{unknown} is none of {}", MEMBERS.join(", "))));
        }
        let backend: Option<String> = may(&mut raw, "backend").map_err(misread)?;
        let backend = backend.filter(|b| !b.is_empty());
        match &backend {
            Some(b) if b.starts_with("https://") || b.starts_with("http://") || (b.starts_with('/') && !b.starts_with("//")) => {}
            Some(b) => return Err(problem("/backend", format!("\"{b}\" is neither an http(s) address nor a path that starts with /"))),
            None if demo => {}
            None => return Err(problem("/backend", "this build has no embedded backend, so an address is needed".to_owned())),
        }
        let mut languages = Vec::new();
        let offered: Option<Vec<String>> = may(&mut raw, "languages").map_err(misread)?;
        for (i, tag) in offered.unwrap_or_default().iter().enumerate() {
            match Lang::parse(tag) {
                Some(lang) if !languages.contains(&lang) => languages.push(lang),
                Some(_) => {}
                None => return Err(problem(&format!("/languages/{i}"), format!("the app does not speak \"{tag}\""))),
            }
        }
        if languages.is_empty() {
            languages = Lang::ALL.to_vec();
        }
        let part = |name: &str| raw.get(name).filter(|part| !part.is_null());
        let session = part("session").map_or(Ok(Carrying::default()), Carrying::of).map_err(|e| misread(e.at("session")))?;
        let kiosk = part("kiosk").map(Kiosk::of).transpose().map_err(|e| misread(e.at("kiosk")))?;
        let host = part("host").map(Host::of).transpose().map_err(|e| misread(e.at("host")))?;
        Ok(Self { backend, languages, session, kiosk, host })
    }
}

fn misread(fault: Misread) -> ConfigProblem {
    ConfigProblem { pointer: fault.pointer, reason: fault.reason.to_owned() }
}
