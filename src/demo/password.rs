//! The password of the account, answered in the app. Kept is a salted slow hash alone; who has no account is told what a wrong password is.

use super::carried::same;
use super::exchange::Exchange;
use super::fingerprint;
use super::identity;
use super::provider::too_many;
use super::reader::{Node, Read};
use super::reply::Outcome;
use super::words::Say;
use crate::model::base64url;
use crate::model::identifier::{self, IdentifierKind};
use serde_json::{json, Map, Value};
use sha2::Sha256;

/// What every demo person chose; its hash is in the data, salted for each.
const DEMO: &str = "Demo-2026-miaoban";
const KIND_OF_HASH: &str = "pbkdf2-sha256";
const BYTES: usize = 32;
/// More rounds would keep a page of the demo waiting; who keeps real passwords takes more.
const MOST_ROUNDS: u32 = 1_000_000;

/// What a person signs in to the account with.
pub(super) struct Account {
    pub name: String,
    hash: Hash,
}

/// PBKDF2 with SHA-256.
#[derive(Clone)]
struct Hash {
    rounds: u32,
    salt: Vec<u8>,
    key: [u8; BYTES],
}

impl Account {
    pub fn read(node: &Node<'_>) -> Read<Self> {
        let at = node.at("password")?;
        let hash = Hash::parse(&at.text()?).ok_or_else(|| at.wrong("has to be pbkdf2-sha256$ROUNDS$SALT$KEY, both in base64url"))?;
        Ok(Self { name: node.at("name")?.text()?, hash })
    }
}

impl Hash {
    fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('$');
        let (kind, rounds, salt, key) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        let rounds = rounds.parse().ok().filter(|n| (1..=MOST_ROUNDS).contains(n))?;
        let salt = base64url::decode(salt).filter(|salt| salt.len() >= 16)?;
        let key = base64url::decode(key)?.try_into().ok()?;
        (kind == KIND_OF_HASH && parts.next().is_none()).then_some(Self { rounds, salt, key })
    }

    fn fits(&self, password: &str) -> bool {
        let mut key = [0; BYTES];
        pbkdf2::pbkdf2_hmac::<Sha256>(password.as_bytes(), &self.salt, self.rounds, &mut key);
        same(&key, &self.key)
    }
}

/// What the person is asked: `Ask` of the contract.
pub(super) fn ask(x: &Exchange<'_>, session: &Value) -> Value {
    let known = session["opened_by"].as_str().and_then(|id| x.catalogue.person(id)).or(x.catalogue.people.first());
    let name = known.and_then(|p| p.account.as_ref()).map_or("", |account| account.name.as_str());
    json!({"kind": "password", "hint": x.say(Say::PasswordDemo, &[("account", name), ("password", DEMO)])})
}

/// Takes an answer: `account`, its name or its mobile number, and `password`.
pub(super) fn answer(x: &mut Exchange<'_>, id: &str, mut session: Value, body: &Map<String, Value>) -> Outcome {
    let named = x.text(body, "account", 100)?.trim().to_lowercase();
    let password = x.text(body, "password", 200)?;
    // Counted by what was typed, which may be a password in the wrong field: whoever tries one name in many checks is slowed down as well.
    if too_many(x, &fingerprint::of(format!("account {named}").as_bytes())) {
        return identity::tried_too_often(x, id, session);
    }
    if let Some(person) = holder(x, &named, &password) {
        session["status"] = json!("done");
        session["person"] = json!(person);
        return identity::pass(x, id, session, &person);
    }
    identity::wrong(x, id, session, "/password", Say::PasswordWrong)
}

/// Whose account it is, if the password is theirs. Somebody who has none costs as much time.
fn holder(x: &Exchange<'_>, named: &str, password: &str) -> Option<String> {
    let phone = identifier::clean(IdentifierKind::Mobile, named);
    let people = || x.catalogue.people.iter().filter_map(|p| Some((p, p.account.as_ref()?)));
    let found = people().find(|(p, account)| account.name == named || (!phone.is_empty() && p.value["phone"] == phone.as_str()));
    let (person, account) = found.or_else(|| people().next())?;
    let fits = account.hash.fits(password);
    (fits && found.is_some()).then(|| person.id.clone())
}
