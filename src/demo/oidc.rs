//! OpenID Connect, authorisation code with PKCE: this core makes and checks what travels through the browser; the host alone speaks to
//! the provider, and hands back what it has verified. Nothing counts before that.

use super::exchange::Exchange;
use super::identity::{self, forged, KIND};
use super::providers::{Provider, ProviderKind, Verdict};
use super::reply::{Outcome, Refusal, Success};
use super::words::Say;
use crate::backend::client::encode;
use crate::model::base64url;
use serde_json::{json, Map, Value};
use sha2::{Digest, Sha256};

/// The provider that the host is configured with, and what came of an exchange with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Oidc {
    pub issuer: String,
    pub client_id: String,
    /// From the provider's metadata; `None` where it cannot be reached.
    pub authorization_endpoint: Option<String>,
    /// Whether it says with every answer who it is (RFC 9207).
    pub names_issuer: bool,
    /// What the host has to report of the exchange that this request waits for.
    pub exchanged: Option<Exchanged>,
}

/// What the host has to exchange at the token endpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeExchange {
    /// Id of the identity session.
    pub session: String,
    pub code: String,
    pub verifier: String,
    /// What the ID token has to carry.
    pub nonce: String,
    /// The return address, exactly as it was asked for.
    pub redirect_uri: String,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exchanged {
    /// Of the [`CodeExchange`].
    pub session: String,
    pub code: String,
    pub result: Result<Claims, NotExchanged>,
}

/// What an ID token says whose signature, issuer, audience, time and nonce the host has verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claims {
    pub issuer: String,
    pub subject: String,
    pub nonce: String,
}

/// Why there are no claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotExchanged {
    /// Nothing was settled; the same can be tried again.
    Unreachable,
    /// The provider does not know the code, or its token does not hold.
    Refused,
}

/// What a new session keeps for the way back: nobody but the host is told.
pub(super) fn secrets(x: &mut Exchange<'_>) -> Result<Value, Refusal> {
    if x.oidc.is_none_or(|oidc| oidc.authorization_endpoint.is_none()) {
        return Err(unavailable());
    }
    // 256 bits in 64 characters; RFC 7636 asks for at least 43.
    Ok(json!({"verifier": format!("{}{}", x.secret(), x.secret()), "nonce": x.secret()}))
}

/// Where the person goes: the authorisation request.
pub(super) fn address(x: &Exchange<'_>, provider: &Provider, session: &Value) -> Option<String> {
    let (oidc, ProviderKind::Oidc { scope, .. }) = (x.oidc?, &provider.kind) else { return None };
    let endpoint = oidc.authorization_endpoint.as_deref()?;
    let challenge = base64url::encode(&Sha256::digest(session["oidc"]["verifier"].as_str()?.as_bytes()));
    let parameters = [
        ("response_type", "code"),
        ("client_id", &oidc.client_id),
        ("redirect_uri", session["return_url"].as_str()?),
        ("scope", scope),
        ("state", session["state"].as_str()?),
        ("nonce", session["oidc"]["nonce"].as_str()?),
        ("code_challenge", &challenge),
        ("code_challenge_method", "S256"),
        // Who is at the device now is asked, not who signed in there last; and whoever was somebody else can say so.
        ("prompt", "login"),
    ];
    let query: Vec<String> = parameters.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect();
    Some(format!("{endpoint}{}{}", if endpoint.contains('?') { "&" } else { "?" }, query.join("&")))
}

/// What came back with the right state, while the session is open: a code to exchange, or why there is none.
pub(super) fn confirm(x: &mut Exchange<'_>, id: &str, mut session: Value, body: &Map<String, Value>) -> Outcome {
    let provider = session["method"].as_str().and_then(|method| x.catalogue.providers.of(method));
    let (Some(oidc), Some(provider)) = (x.oidc, provider) else { return Err(unavailable()) };
    // An answer of another provider than the one that was asked (RFC 9207).
    let iss = body.get("iss").and_then(Value::as_str);
    if iss.map_or(oidc.names_issuer, |iss| iss != oidc.issuer) {
        return Err(forged());
    }
    if body.contains_key("error") {
        let error = x.text(body, "error", 200)?;
        let (status, reason) = match provider.verdict(&error) {
            Verdict::Status(status @ ("cancelled" | "expired")) => (status, None),
            Verdict::Failed(reason) => ("failed", Some(reason)),
            Verdict::Status(_) => ("failed", Some("other")),
        };
        return Ok(end(x, id, session, status, reason));
    }
    let code = x.text(body, "code", 2_000)?;
    let waits = session["exchanging"].as_str().map(str::to_owned);
    let told = oidc.exchanged.as_ref().filter(|told| told.session == id && told.code == code && waits.as_deref() == Some(told.code.as_str()));
    let Some(told) = told else {
        // A code is good for one exchange, and a session for one at a time.
        if waits.is_some() {
            return Err(identity::replayed());
        }
        let own = |member: &str| session["oidc"][member].as_str().unwrap_or_default().to_owned();
        let redirect_uri = session["return_url"].as_str().unwrap_or_default().to_owned();
        x.exchange = Some(CodeExchange { session: id.to_owned(), code: code.clone(), verifier: own("verifier"), nonce: own("nonce"), redirect_uri });
        session["exchanging"] = json!(code);
        x.store.put(KIND, id, &session);
        return Err(unavailable());
    };
    session["exchanging"] = Value::Null;
    match &told.result {
        Ok(claims) if claims.issuer == oidc.issuer && session["oidc"]["nonce"] == claims.nonce.as_str() => {
            let ProviderKind::Oidc { subjects, .. } = &provider.kind else { return Err(unavailable()) };
            match subjects.get(&claims.subject) {
                Some(person) => {
                    session["status"] = json!("done");
                    session["person"] = json!(person);
                    session["oidc"] = Value::Null;
                    identity::pass(x, id, session, person)
                }
                // An account of nobody whom this backend knows.
                None => Ok(end(x, id, session, "failed", Some("other"))),
            }
        }
        Err(NotExchanged::Unreachable) => {
            x.store.put(KIND, id, &session);
            Err(unavailable())
        }
        Ok(_) | Err(NotExchanged::Refused) => {
            // A code that was slipped in, or a token that is not for this session: nothing more can come of it (RFC 9700).
            session["used"] = json!(true);
            end(x, id, session, "failed", Some("other"));
            Err(forged())
        }
    }
}

fn end(x: &mut Exchange<'_>, id: &str, mut session: Value, status: &str, reason: Option<&str>) -> Success {
    session["status"] = json!(status);
    session["reason"] = json!(reason);
    session["oidc"] = Value::Null;
    x.store.put(KIND, id, &session);
    Success::ok(identity::view(x, id, &session))
}

fn unavailable() -> Refusal {
    Refusal::new(503, "provider-unavailable", Say::ProviderDownTitle, Say::ProviderDownDetail)
}
