//! What a call is believed by, whichever way sessions are carried: an HttpOnly cookie, with a token against forged requests where the host
//! asks for one, or a bearer token (RFC 6750).

use crate::backend::credential::TOKEN;
use crate::backend::transport::{header, Call, Reply};
use crate::model::session::Carrying;
use sha2::{Digest, Sha256};

const COOKIE: &str = "miaoban_session";
/// What the cookie of somebody who is not signed in begins with: it is there so that their requests cannot be forged either.
const GUEST: &str = "guest-";

/// The credential of a call.
#[derive(Debug)]
pub(super) struct Carried<'a> {
    carrying: &'a Carrying,
    /// The cookie's value, or the bearer's token; never empty.
    secret: Option<String>,
}

impl<'a> Carried<'a> {
    /// What came in another way than the host's is not looked at.
    pub fn new(carrying: &'a Carrying, call: &Call) -> Self {
        let secret = match carrying {
            Carrying::Cookie { .. } => cookie(call),
            Carrying::Bearer => bearer(call),
        };
        Self { carrying, secret }
    }

    /// Names a session; not that of a guest, who has none.
    pub fn token(&self) -> Option<&str> {
        self.secret.as_deref().filter(|secret| !secret.starts_with(GUEST))
    }

    /// The header that gives a new session to whoever called.
    pub fn give(&self, token: &str) -> (String, String) {
        match self.carrying {
            Carrying::Cookie { .. } => set_cookie(token),
            Carrying::Bearer => (TOKEN.to_owned(), token.to_owned()),
        }
    }

    /// Whether a session is lost on the way to a provider and back: a token lives in the page's memory.
    pub fn is_lost_on_the_way(&self) -> bool {
        *self.carrying == Carrying::Bearer
    }

    /// The header that takes it away.
    pub fn take(&self) -> Option<(String, String)> {
        let emptied = || ("Set-Cookie".to_owned(), format!("{COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"));
        matches!(self.carrying, Carrying::Cookie { .. }).then(emptied)
    }

    /// The headers of `GET /session` that let the app change something: the token that belongs to the cookie, and a cookie for whoever has
    /// none. Another cookie, another token: that of a stranger is worth nothing after signing in.
    pub fn protect(&self, fresh: impl FnOnce() -> String) -> Vec<(String, String)> {
        let Carrying::Cookie { csrf: Some(name) } = self.carrying else { return Vec::new() };
        match &self.secret {
            Some(secret) => vec![(name.clone(), token_of(secret))],
            None => {
                let secret = format!("{GUEST}{}", fresh());
                vec![(name.clone(), token_of(&secret)), set_cookie(&secret)]
            }
        }
    }

    /// Whether a call that changes something comes from the app: nobody else could read the token that belongs to its cookie.
    pub fn is_genuine(&self, call: &Call) -> bool {
        let Carrying::Cookie { csrf: Some(name) } = self.carrying else { return true };
        let Some(secret) = &self.secret else { return false };
        header(&call.headers, name).is_some_and(|sent| same(sent.trim().as_bytes(), token_of(secret).as_bytes()))
    }

    /// Says how to sign in where that is what is missing.
    pub fn mark(&self, reply: &mut Reply) {
        if reply.status == 401 && *self.carrying == Carrying::Bearer {
            reply.headers.push(("WWW-Authenticate".to_owned(), "Bearer".to_owned()));
        }
    }
}

fn set_cookie(secret: &str) -> (String, String) {
    ("Set-Cookie".to_owned(), format!("{COOKIE}={secret}; Path=/; HttpOnly; SameSite=Lax"))
}

/// Says nothing of the cookie that it belongs to.
fn token_of(secret: &str) -> String {
    Sha256::digest(format!("csrf {secret}").as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Takes the same time wherever they differ.
pub(super) fn same(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && one.iter().zip(other).fold(0, |differs, (a, b)| differs | (a ^ b)) == 0
}

fn cookie(call: &Call) -> Option<String> {
    let jar = header(&call.headers, "Cookie")?;
    jar.split(';').find_map(|pair| {
        let (name, value) = pair.split_once('=')?;
        // An emptied cookie is none: who signed out is a stranger, not somebody whose session ran out.
        (name.trim() == COOKIE && !value.trim().is_empty()).then(|| value.trim().to_owned())
    })
}

fn bearer(call: &Call) -> Option<String> {
    let (scheme, token) = header(&call.headers, "Authorization")?.split_once(' ')?;
    (scheme.eq_ignore_ascii_case("bearer") && !token.trim().is_empty()).then(|| token.trim().to_owned())
}
