//! Faults that a test or a scenario address asks for, so that every failed state can be seen on demand.

use crate::backend::transport::Method;

/// Faults in force for one request: those of the host and those of its `X-Demo-Fault` header.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Faults(Vec<Fault>);

/// One fault: `name[:detail][@METHOD /path-prefix]`.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Fault {
    name: String,
    detail: String,
    only: Option<(String, String)>,
}

impl Faults {
    /// Reads a comma-separated list. What it does not know has no effect, so that an older build meets newer tests.
    pub fn parse(list: &str) -> Self {
        Self(list.split(',').filter_map(Fault::parse).collect())
    }

    /// Both lists.
    pub fn and(&self, other: Faults) -> Self {
        Self(self.0.iter().cloned().chain(other.0).collect())
    }

    /// Those that concern this request; a fault without `@` concerns every one.
    pub(super) fn here(&self, method: Method, path: &str) -> Here<'_> {
        Here(
            self.0
                .iter()
                .filter(|fault| fault.only.as_ref().is_none_or(|(m, prefix)| m.eq_ignore_ascii_case(method.as_str()) && path.starts_with(prefix.as_str())))
                .collect(),
        )
    }
}

impl Fault {
    fn parse(text: &str) -> Option<Self> {
        let (what, place) = match text.trim().split_once('@') {
            Some((what, place)) => (what, Some(place.trim())),
            None => (text.trim(), None),
        };
        let (name, detail) = what.split_once(':').unwrap_or((what, ""));
        let only = place.map(|place| place.split_once(' ').unwrap_or((place, "/"))).map(|(m, p)| (m.to_owned(), p.trim().to_owned()));
        (!name.is_empty()).then(|| Self { name: name.trim().to_owned(), detail: detail.trim().to_owned(), only })
    }
}

/// The faults of one request; none by default.
#[derive(Default)]
pub(super) struct Here<'a>(Vec<&'a Fault>);

impl Here<'_> {
    /// Whether a fault of this name is asked for.
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|fault| fault.name == name)
    }

    /// Whether it is asked for at exactly this kind of request, by a `@` suffix.
    pub fn narrowed(&self, name: &str) -> bool {
        self.0.iter().any(|fault| fault.name == name && fault.only.is_some())
    }

    /// Whether it is asked for with this detail (a source).
    pub fn concerns(&self, name: &str, detail: &str) -> bool {
        self.0.iter().any(|fault| fault.name == name && (fault.detail == detail || fault.detail == "*"))
    }
}
