//! The rating scale as data: levels, their tags, and what follows a bad rating (domain: 国办发〔2019〕51号; deadlines are local).

use super::reader::{Node, Read};
use crate::model::rating::Stars;
use serde_json::Value;

/// One version of the scale.
pub(super) struct RatingRules {
    pub version: String,
    /// Best first, as people read it.
    pub levels: Vec<Level>,
}

pub(super) struct Level {
    pub stars: Stars,
    pub name: Value,
    pub bad: bool,
    pub tags: Vec<Tag>,
    pub follow_up: Vec<Step>,
}

pub(super) struct Tag {
    pub code: String,
    pub text: Value,
}

/// One thing that happens after a bad rating.
pub(super) struct Step {
    pub text: Value,
    /// Working days after the rating; none where no day is promised.
    pub working_days: Option<u64>,
    /// Only where the person gave a name: nobody else can be called back.
    pub named_only: bool,
}

impl RatingRules {
    pub fn read(node: &Node<'_>) -> Read<Self> {
        let shared = node.list("follow_up")?.iter().map(Step::read).collect::<Read<Vec<_>>>()?;
        let mut levels = Vec::new();
        for level in node.at("levels")?.items()? {
            levels.push(Level::read(&level, &shared)?);
        }
        if Stars::all().iter().any(|stars| levels.iter().filter(|l| l.stars == *stars).count() != 1) {
            return Err(node.wrong_at("/levels", "has to have each level from 1 to 5 once"));
        }
        Ok(Self { version: node.at("version")?.text()?, levels })
    }

    pub fn level(&self, stars: Stars) -> Option<&Level> {
        self.levels.iter().find(|l| l.stars == stars)
    }

    /// A tag by its code, of whatever level.
    pub fn tag(&self, code: &str) -> Option<&Tag> {
        self.levels.iter().flat_map(|l| &l.tags).find(|t| t.code == code)
    }
}

impl Level {
    fn read(node: &Node<'_>, shared: &[Step]) -> Read<Self> {
        let at = node.at("level")?;
        let stars = u8::try_from(at.number()?).ok().and_then(Stars::new).ok_or_else(|| at.wrong("has to be 1 to 5"))?;
        let bad = node.maybe("bad").map_or(stars.get() <= 2, |n| n.value.as_bool().unwrap_or(false));
        let tags = node.list("tags")?.iter().map(|tag| Ok(Tag { code: code(&tag.at("code")?)?, text: tag.at("text")?.words()? })).collect::<Read<_>>()?;
        let mut follow_up = node.list("follow_up")?.iter().map(Step::read).collect::<Read<Vec<_>>>()?;
        if bad && follow_up.is_empty() {
            follow_up = shared.iter().map(Step::copy).collect();
        }
        Ok(Self { stars, name: node.at("name")?.words()?, bad, tags, follow_up })
    }
}

impl Step {
    fn read(node: &Node<'_>) -> Read<Self> {
        Ok(Self {
            text: node.at("text")?.words()?,
            working_days: node.maybe("working_days").map(|n| n.number()).transpose()?,
            named_only: node.maybe("named_only").or_else(|| node.maybe("named")).is_some_and(|n| n.value.as_bool().unwrap_or(false)),
        })
    }

    fn copy(&self) -> Self {
        Self { text: self.text.clone(), working_days: self.working_days, named_only: self.named_only }
    }
}

/// Codes are digits, and JSON lets one write them as numbers.
fn code(node: &Node<'_>) -> Read<String> {
    match node.value {
        Value::Number(n) => Ok(n.to_string()),
        _ => node.text(),
    }
}
