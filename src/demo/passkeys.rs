//! Passkeys: devices that a verified person has enrolled, and the proof by one of them. It says that an enrolled person is back; who somebody
//! is, it cannot say.

use super::exchange::Exchange;
use super::identity::{self, KIND as SESSIONS};
use super::localize;
use super::methods;
use super::paging::page;
use super::reply::{Outcome, Refusal, Success};
use super::webauthn::{self, Ceremony, Expected, Fault, ES256};
use super::words::Say;
use crate::model::base64url;
use crate::model::date::Moment;
use crate::model::identifier::mask_name;
use crate::model::session::Level;
use crate::words::Words;
use serde_json::{json, Map, Value};

pub(super) const KIND: &str = "passkey";
/// Challenges for new keys, by themselves.
pub(super) const CHALLENGES: &str = "passkey-challenge";
/// What a person is called by their devices: random, and nothing else.
const HANDLES: &str = "passkey-user";
/// 5 minutes.
const LIFE_MS: i64 = 5 * 60_000;
/// Proofs that do not hold, after which the check has failed.
const MOST_WRONG: u64 = 5;
/// Devices of one person.
const MOST: usize = 20;
/// Of text that a browser writes; ids have at most 1,023 bytes.
const LONGEST: usize = 4_096;
const LONGEST_ID: usize = 1_364;

/// `POST /passkeys/challenge`: what a device is to make.
pub(super) fn challenge(x: &mut Exchange<'_>) -> Outcome {
    let person = x.applicant()?;
    let known = x.catalogue.person(&person).ok_or_else(Refusal::internal)?;
    // The page's own origin where the browser names it: two names of one machine are two sites.
    let origin =
        x.header("Origin").filter(|origin| x.allowed_origins.iter().any(|allowed| allowed == origin)).or(x.allowed_origins.first().map(String::as_str));
    let rp_id = origin.and_then(webauthn::host).ok_or_else(Refusal::internal)?.to_owned();
    let (challenge, user) = (random(x), handle(x, &person));
    let document = json!({"person": person, "rp_id": rp_id, "expires": x.now.plus_ms(LIFE_MS).0});
    x.store.put(CHALLENGES, &challenge, &document);
    let mine: Vec<String> = of(x, &person).into_iter().filter(|(_, kept)| kept["rp_id"] == rp_id.as_str()).map(|(id, _)| id).collect();
    Ok(Success::ok(json!({
        "challenge": challenge, "rp_id": rp_id, "rp_name": Say::PasskeySite.text(x.lang), "user_id": user,
        "user_name": mask_name(&localize::text(&known.name, x.lang)), "algorithms": [ES256], "exclude": mine, "timeout_ms": LIFE_MS,
    })))
}

/// `POST /passkeys`: keeps the public half of what was made.
pub(super) fn create(x: &mut Exchange<'_>) -> Outcome {
    let person = x.applicant()?;
    let body = x.body()?;
    let id = x.text(&body, "id", LONGEST_ID)?;
    let [raw, client_data, data, spki] = ["id", "client_data", "authenticator_data", "public_key"].map(|member| bytes(x, &body, member));
    let (raw, client_data, data, spki) = (raw?, client_data?, data?, spki?);
    if body.get("algorithm").and_then(Value::as_i64) != Some(ES256) {
        return Err(Refusal::wrong("/algorithm", Say::UnknownValue, x.lang));
    }
    let label = match body.get("label") {
        None | Some(Value::Null) => None,
        Some(_) => Some(x.text(&body, "label", 50)?),
    };
    // One answer to one challenge, whatever comes of it.
    let said = serde_json::from_slice::<Value>(&client_data).ok().and_then(|said| said["challenge"].as_str().map(str::to_owned)).unwrap_or_default();
    let given = x.store.get(CHALLENGES, &said).filter(|given| given["person"] == person.as_str()).ok_or_else(refused)?;
    x.store.delete(CHALLENGES, &said);
    let rp_id = given["rp_id"].as_str().unwrap_or_default();
    if is_over(&given, x.now) {
        return Err(refused());
    }
    let expected = Expected { ceremony: Ceremony::Create, challenge: &said, rp_id, origins: x.allowed_origins };
    let counter = webauthn::created(&expected, &raw, &client_data, &data, &spki).map_err(|_| refused())?;
    if x.store.get(KIND, &id).is_some() {
        return Err(Refusal::new(409, "passkey-exists", Say::PasskeyExistsTitle, Say::PasskeyExistsDetail));
    }
    if of(x, &person).len() >= MOST {
        return Err(Refusal::new(422, "too-many-passkeys", Say::PasskeysManyTitle, Say::PasskeysManyDetail).value("limit", MOST));
    }
    let kept = json!({
        "handle": handle(x, &person), "person": person, "rp_id": rp_id, "key": base64url::encode(&spki), "counter": counter,
        "label": label, "at": x.now.0, "used": null, "level": x.visitor.level(),
    });
    x.store.put(KIND, &id, &kept);
    Ok(Success::created(view(&id, &kept), None))
}

/// `GET /passkeys`: newest first.
pub(super) fn list(x: &mut Exchange<'_>) -> Outcome {
    let person = x.applicant()?;
    let items = of(x, &person).into_iter().map(|(id, kept)| (id.clone(), view(&id, &kept))).collect();
    Ok(Success::ok(page(x, items)?))
}

/// `DELETE /passkeys/{id}`: the device proves nothing any more.
pub(super) fn delete(x: &mut Exchange<'_>, id: &str) -> Outcome {
    let person = x.applicant()?;
    x.store.get(KIND, id).filter(|kept| kept["person"] == person.as_str()).ok_or_else(Refusal::not_found)?;
    x.store.delete(KIND, id);
    Ok(Success::nothing())
}

/// What an identity session asks a device: a new challenge, for the site that the person comes from. Of a person who is known by the account,
/// only their own devices count; of anybody else, any that is enrolled here.
/// For a step-up only those count that were set up as surely as it needs.
pub(super) fn ask(x: &mut Exchange<'_>, rp_id: &str, needed: Option<Level>) -> Value {
    let mine = x.visitor.person().map(|person| of(x, person)).unwrap_or_default();
    let counts = |kept: &Value| kept["rp_id"] == rp_id && needed.is_none_or(|level| level_of(kept) >= level);
    let mine: Vec<String> = mine.into_iter().filter(|(_, kept)| counts(kept)).map(|(id, _)| id).collect();
    json!({"challenge": random(x), "rp_id": rp_id, "timeout_ms": LIFE_MS, "credentials": mine, "expires": x.now.plus_ms(LIFE_MS).0})
}

/// The same question with a new challenge.
fn again(x: &mut Exchange<'_>, asked: &Value) -> Value {
    let mut next = asked.clone();
    next["challenge"] = json!(random(x));
    next["expires"] = json!(x.now.plus_ms(LIFE_MS).0);
    next
}

/// A question that nobody answered in time is asked anew.
pub(super) fn renew(x: &mut Exchange<'_>, id: &str, session: &mut Value) {
    if is_over(&session["passkey"], x.now) {
        session["passkey"] = again(x, &session["passkey"]);
        x.store.put(SESSIONS, id, session);
    }
}

/// Takes the proof of a device. Its challenge counts once, whatever comes of it.
pub(super) fn answer(x: &mut Exchange<'_>, id: &str, mut session: Value, body: &Map<String, Value>) -> Outcome {
    let proof = match body.get("passkey") {
        Some(Value::Object(proof)) => Proof::read(x, proof).map_err(|member| Refusal::wrong(&format!("/passkey/{member}"), Say::WrongShape, x.lang))?,
        _ => return Err(Refusal::wrong("/passkey", Say::WrongShape, x.lang)),
    };
    let asked = session["passkey"].clone();
    match holder(x, &asked, &proof) {
        Ok((person, level)) => {
            session["status"] = json!("done");
            session["person"] = json!(person);
            identity::pass_as(x, id, session, &person, level)
        }
        Err(refusal) => {
            let wrong = session["wrong"].as_u64().unwrap_or_default() + 1;
            session["wrong"] = json!(wrong);
            session["passkey"] = again(x, &asked);
            if wrong >= MOST_WRONG {
                session["status"] = json!("failed");
                session["reason"] = json!("too_many_tries");
                x.store.put(SESSIONS, id, &session);
                return Ok(Success::ok(identity::view(x, id, &session)));
            }
            x.store.put(SESSIONS, id, &session);
            Err(refusal)
        }
    }
}

/// Whose device it is, if the proof holds, and how surely its owner was known when it was set up: it proves no more than that.
fn holder(x: &mut Exchange<'_>, asked: &Value, proof: &Proof) -> Result<(String, Level), Refusal> {
    let unknown = || Refusal::new(422, "passkey-unknown", Say::PasskeyUnknownTitle, Say::PasskeyUnknownDetail);
    let mut kept = x.store.get(KIND, &proof.id).filter(|kept| kept["rp_id"] == asked["rp_id"]).ok_or_else(unknown)?;
    let person = kept["person"].as_str().filter(|person| x.catalogue.person(person).is_some()).ok_or_else(unknown)?.to_owned();
    let listed = asked["credentials"].as_array().map(Vec::as_slice).unwrap_or_default();
    let counts = listed.is_empty() || listed.iter().any(|one| *one == proof.id.as_str());
    let belongs = proof.user_handle.as_ref().map_or(!listed.is_empty(), |handle| kept["handle"] == handle.as_str());
    let key = kept["key"].as_str().and_then(base64url::decode).ok_or_else(refused)?;
    if !counts || !belongs || is_over(asked, x.now) {
        return Err(refused());
    }
    let text = |member: &str| asked[member].as_str().unwrap_or_default();
    let expected = Expected { ceremony: Ceremony::Get, challenge: text("challenge"), rp_id: text("rp_id"), origins: x.allowed_origins };
    let seen = kept["counter"].as_u64().and_then(|n| u32::try_from(n).ok()).unwrap_or_default();
    let counter = webauthn::proved(&expected, &proof.client_data, &proof.data, &proof.signature, &key, seen).map_err(|fault| match fault {
        Fault::Cloned => Refusal::new(422, "passkey-refused", Say::PasskeyRefusedTitle, Say::PasskeyClonedDetail),
        _ => refused(),
    })?;
    kept["counter"] = json!(counter);
    kept["used"] = json!(x.now.0);
    x.store.put(KIND, &proof.id, &kept);
    Ok((person, level_of(&kept)))
}

/// What a device has proved, its bytes read.
struct Proof {
    id: String,
    client_data: Vec<u8>,
    data: Vec<u8>,
    signature: Vec<u8>,
    user_handle: Option<String>,
}

impl Proof {
    /// Reads it, or names the member that is wrong.
    fn read(x: &Exchange<'_>, proof: &Map<String, Value>) -> Result<Self, &'static str> {
        let bytes = |member: &'static str| bytes(x, proof, member).map_err(|_| member);
        let user_handle = match proof.get("user_handle") {
            None | Some(Value::Null) => None,
            Some(_) => Some(x.text(proof, "user_handle", 100).map_err(|_| "user_handle")?),
        };
        Ok(Self {
            id: x.text(proof, "id", LONGEST_ID).map_err(|_| "id")?,
            client_data: bytes("client_data")?,
            data: bytes("authenticator_data")?,
            signature: bytes("signature")?,
            user_handle,
        })
    }
}

fn bytes(x: &Exchange<'_>, body: &Map<String, Value>, member: &str) -> Result<Vec<u8>, Refusal> {
    base64url::decode(&x.text(body, member, LONGEST)?).ok_or_else(|| Refusal::wrong(&format!("/{member}"), Say::WrongShape, x.lang))
}

fn refused() -> Refusal {
    Refusal::new(422, "passkey-refused", Say::PasskeyRefusedTitle, Say::PasskeyRefusedDetail)
}

fn is_over(document: &Value, now: Moment) -> bool {
    document["expires"].as_i64().is_none_or(|expires| expires <= now.0)
}

/// Whether one of a person's devices was set up as surely as that.
pub(super) fn reaches(x: &Exchange<'_>, person: &str, level: Level) -> bool {
    of(x, person).iter().any(|(_, kept)| level_of(kept) >= level)
}

fn level_of(kept: &Value) -> Level {
    kept["level"].as_str().and_then(methods::named).unwrap_or(Level::Verified)
}

/// A person's devices, newest first.
fn of(x: &Exchange<'_>, person: &str) -> Vec<(String, Value)> {
    let mut mine = x.store.list(KIND);
    mine.retain(|(_, kept)| kept["person"] == person);
    mine.sort_by(|a, b| b.1["at"].as_i64().cmp(&a.1["at"].as_i64()).then(a.0.cmp(&b.0)));
    mine
}

fn view(id: &str, kept: &Value) -> Value {
    let at = |member: &str| kept[member].as_i64().map(|ms| Moment(ms).to_string());
    json!({"id": id, "label": kept["label"], "created_at": at("at"), "last_used_at": at("used")})
}

fn handle(x: &mut Exchange<'_>, person: &str) -> String {
    if let Some(known) = x.store.get(HANDLES, person).and_then(|kept| kept.as_str().map(str::to_owned)) {
        return known;
    }
    let new = random(x);
    x.store.put(HANDLES, person, &json!(new));
    new
}

/// 32 bytes that nobody can guess.
fn random(x: &mut Exchange<'_>) -> String {
    let numbers = [(x.random)(), (x.random)(), (x.random)(), (x.random)()];
    base64url::encode(&numbers.map(u64::to_be_bytes).concat())
}
