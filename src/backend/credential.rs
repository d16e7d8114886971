//! What calls are believed by: nothing that this program sees, or what the backend gave it for as long as this page lives.
//!
//! It is never kept, drawn, logged or told to anybody but the backend, which is why it is no part of any answer that pages read.

use super::transport::{header, Method};
use crate::model::session::Carrying;
use std::cell::RefCell;

/// The header in which the answer that verifies a person carries the token of a bearer session.
pub const TOKEN: &str = "Session-Token";

/// The credential of one page. It has no `Debug`.
pub(super) struct Credential {
    carrying: Carrying,
    /// The bearer's token, or the one against forged requests.
    secret: RefCell<Option<String>>,
}

impl Credential {
    pub fn new(carrying: Carrying) -> Self {
        Self { carrying, secret: RefCell::default() }
    }

    pub fn is_bearer(&self) -> bool {
        self.carrying == Carrying::Bearer
    }

    /// What a call has to carry.
    pub fn header(&self, method: Method) -> Option<(String, String)> {
        let secret = self.secret.borrow().clone()?;
        match &self.carrying {
            Carrying::Bearer => Some(("Authorization".to_owned(), format!("Bearer {secret}"))),
            Carrying::Cookie { csrf } => csrf.clone().filter(|_| method != Method::Get).map(|name| (name, secret)),
        }
    }

    /// Takes what an answer carries, and with it the place of an earlier one.
    pub fn hear(&self, headers: &[(String, String)]) {
        let name = match &self.carrying {
            Carrying::Bearer => TOKEN,
            Carrying::Cookie { csrf: Some(name) } => name,
            Carrying::Cookie { csrf: None } => return,
        };
        if let Some(secret) = header(headers, name).filter(|s| !s.is_empty()) {
            *self.secret.borrow_mut() = Some(secret.to_owned());
        }
    }

    /// A call that carried this was answered 401. Forgets it, unless there is a newer one by now: some backends would refuse even what
    /// anybody may ask, for as long as it came along.
    pub fn refuse(&self, method: Method, carried: Option<&(String, String)>) {
        if self.is_bearer() && carried.is_some() && self.header(method).as_ref() == carried {
            self.forget();
        }
    }

    /// Whether a refusal with this case means that the token against forged requests is missing or old.
    pub fn is_outdated(&self, case: &str) -> bool {
        case == "csrf-needed" && matches!(self.carrying, Carrying::Cookie { csrf: Some(_) })
    }

    /// The session is over.
    pub fn forget(&self) {
        *self.secret.borrow_mut() = None;
    }
}
