//! The fields of a list's items or of a group, read at once, or where a definition nests in itself only as deep as answers go.

use super::condition::Matcher;
use super::field::Field;
use super::load;
use super::pointer::Pointer;
use super::schema::Schema;
use serde_json::Value;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

/// A list of fields with pointers that start at the item; cheap to clone, and a slice to whoever reads it.
#[derive(Debug, Clone, Default)]
pub struct Items(Arc<Inner>);

#[derive(Debug, Default)]
struct Inner {
    fields: OnceLock<Vec<Field>>,
    again: Option<Again>,
}

/// The place of a definition around this one, which the items are like: a person's children are persons.
#[derive(Debug, Clone)]
pub(super) struct Again {
    pub(super) definition: Definition,
    pub(super) place: Pointer,
}

/// A definition, as it is read again.
#[derive(Debug, Clone)]
pub(super) struct Definition {
    pub(super) document: Arc<Value>,
    pub(super) schema: Arc<Schema>,
    pub(super) patterns: Matcher,
}

impl Items {
    pub(super) fn of(fields: Vec<Field>) -> Self {
        Self(Arc::new(Inner { fields: OnceLock::from(fields), again: None }))
    }

    pub(super) fn again(again: Again) -> Self {
        Self(Arc::new(Inner { fields: OnceLock::new(), again: Some(again) }))
    }

    /// Whether they are like a group around them, and so have been looked at there.
    pub(super) fn is_again(&self) -> bool {
        self.0.again.is_some()
    }

    /// Whether the items are values rather than groups: texts, numbers.
    pub fn is_plain(&self) -> bool {
        matches!(self.deref(), [only] if only.pointer.as_str().is_empty())
    }
}

impl Deref for Items {
    type Target = [Field];

    fn deref(&self) -> &[Field] {
        self.0.fields.get_or_init(|| {
            // The same place has been read without a fault before there was any form.
            self.0.again.as_ref().and_then(|again| load::items_at(&again.definition, &again.place).ok()).unwrap_or_default()
        })
    }
}
