//! How a session is carried: what the demo backend asks for, and what the client keeps and sends.

use crate::demo_desk::{case, json_of, Desk};
use miaoban::backend::credential::TOKEN;
use miaoban::backend::transport::{header, Call, Method, Reply};
use miaoban::model::session::Carrying;
use serde_json::json;

const CSRF: &str = "X-CSRF-Token";

fn protected() -> Carrying {
    Carrying::Cookie { csrf: Some(CSRF.to_owned()) }
}

fn desk(session: Carrying) -> Desk {
    let mut desk = Desk::new();
    desk.session = session;
    desk
}

fn send(desk: &mut Desk, method: Method, path: &str, body: &str, more: &[(&str, &str)]) -> Reply {
    let own = [("X-Requested-With", "miaoban"), ("Content-Type", "application/json")];
    let headers = own.iter().chain(more).map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
    desk.send(&Call { method, path: path.to_owned(), headers, body: body.as_bytes().to_vec() }).response
}

fn sign_in(desk: &mut Desk, more: &[(&str, &str)]) -> Reply {
    send(desk, Method::Post, "/demo/session", r#"{"person":"lin","level":"verified"}"#, more)
}

fn cookie(reply: &Reply) -> String {
    header(&reply.headers, "Set-Cookie").and_then(|set| set.split(';').next()).expect("a cookie").to_owned()
}

/// Guards against a bearer backend that also believes cookies, which another site can have sent along.
#[test]
fn a_bearer_session_is_carried_by_its_token_and_by_nothing_else() {
    let mut desk = desk(Carrying::Bearer);
    let reply = sign_in(&mut desk, &[]);
    assert_eq!(header(&reply.headers, "Set-Cookie"), None);
    let token = header(&reply.headers, TOKEN).expect("a token").to_owned();
    assert!(!String::from_utf8_lossy(&reply.body).contains(&token), "the token is part of what pages read");
    let level = |desk: &mut Desk, name: &str, value: &str| json_of(&send(desk, Method::Get, "/session", "", &[(name, value)]))["level"].clone();
    assert_eq!(level(&mut desk, "Authorization", &format!("Bearer {token}")), "verified");
    assert_eq!(level(&mut desk, "Authorization", &format!("bearer  {token} ")), "verified");
    for (name, value) in [("Cookie", format!("miaoban_session={token}")), ("Authorization", format!("Basic {token}")), ("Authorization", token.clone())] {
        assert_eq!(level(&mut desk, name, &value), "none", "{name}: {value}");
    }
    let refused = send(&mut desk, Method::Get, "/drafts", "", &[]);
    assert_eq!((refused.status, header(&refused.headers, "WWW-Authenticate")), (401, Some("Bearer")));
    // Another sign-in ends the first one; signing out ends the last.
    let authorization = format!("Bearer {token}");
    let next = sign_in(&mut desk, &[("Authorization", &authorization)]);
    let next = format!("Bearer {}", header(&next.headers, TOKEN).expect("a token"));
    assert_eq!(level(&mut desk, "Authorization", &authorization), "none");
    assert_eq!(send(&mut desk, Method::Delete, "/session", "", &[("Authorization", &next)]).status, 204);
    assert_eq!(level(&mut desk, "Authorization", &next), "none");
}

/// Guards against a backend by cookie that takes its secret in a header, out of a log or a link.
#[test]
fn a_session_by_cookie_is_not_carried_by_a_header() {
    let mut desk = desk(Carrying::default());
    let reply = sign_in(&mut desk, &[]);
    assert_eq!(header(&reply.headers, TOKEN), None);
    let secret = cookie(&reply).replace("miaoban_session=", "Bearer ");
    assert_eq!(json_of(&send(&mut desk, Method::Get, "/session", "", &[("Authorization", &secret)]))["level"], "none");
    assert_eq!(header(&send(&mut desk, Method::Get, "/session", "", &[]).headers, CSRF), None);
}

/// Guards against a token that is asked for and not looked at: missing, empty, wrong, or that of another cookie.
#[test]
fn without_the_token_that_belongs_to_its_cookie_nothing_is_changed() {
    let mut desk = desk(protected());
    let bare = sign_in(&mut desk, &[]);
    assert_eq!((bare.status, case(&bare).as_str()), (403, "csrf-needed"));
    let asked = send(&mut desk, Method::Get, "/session", "", &[]);
    let (guest, token) = (cookie(&asked), header(&asked.headers, CSRF).expect("a token").to_owned());
    let other = header(&send(&mut desk, Method::Get, "/session", "", &[]).headers, CSRF).expect("a token").to_owned();
    assert_ne!(token, other, "two strangers share a token");
    for wrong in ["", "x", other.as_str(), guest.as_str()] {
        assert_eq!(case(&sign_in(&mut desk, &[("Cookie", &guest), (CSRF, wrong)])), "csrf-needed", "{wrong}");
    }
    assert_eq!(case(&sign_in(&mut desk, &[(CSRF, &token)])), "csrf-needed", "a token without its cookie");
    let signed_in = sign_in(&mut desk, &[("Cookie", &guest), (CSRF, &token)]);
    assert_eq!(signed_in.status, 200);
    let session = cookie(&signed_in);
    let draft = json!({"form_version": "1", "values": {}}).to_string();
    let old = send(&mut desk, Method::Put, "/drafts/no-criminal-record", &draft, &[("Cookie", &session), (CSRF, &token)]);
    assert_eq!(case(&old), "csrf-needed", "a stranger's token outlives the sign-in");
    let asked = send(&mut desk, Method::Get, "/session", "", &[("Cookie", &session)]);
    assert_eq!(header(&asked.headers, "Set-Cookie"), None);
    let token = header(&asked.headers, CSRF).expect("a token").to_owned();
    let new = send(&mut desk, Method::Put, "/drafts/no-criminal-record", &draft, &[("Cookie", &session), (CSRF, &token)]);
    assert!((200..300).contains(&new.status), "{}", new.status);
    assert!(!session.contains(&token), "the token is the cookie");
}

/// Guards against a check of the one who may read: what only reads needs no token, and a provider has none.
#[test]
fn what_only_reads_needs_no_token() {
    let mut desk = desk(protected());
    assert_eq!(send(&mut desk, Method::Get, "/services", "", &[]).status, 200);
    let outcome = send(&mut desk, Method::Post, "/demo/provider/nobody/outcome", r#"{"person":"lin","outcome":"success"}"#, &[]);
    assert_ne!(outcome.status, 403);
}
