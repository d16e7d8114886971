//! Verifies what a browser brings of a passkey (WebAuthn Level 3, § 7.1 and § 7.2): ES256 alone, and no attestation, since nobody here needs to
//! know the make of a device. Pure: bytes in, a verdict out.

use p256::ecdsa::signature::Verifier;
use p256::ecdsa::{Signature, VerifyingKey};
use p256::pkcs8::DecodePublicKey;
use serde_json::Value;
use sha2::{Digest, Sha256};

/// COSE number of ECDSA over P-256 with SHA-256.
pub const ES256: i64 = -7;
/// A person was there, and it was the device's owner: face, fingerprint or screen lock.
const PRESENT: u8 = 0x01;
const VERIFIED: u8 = 0x04;
/// A new key is described.
const ATTESTED: u8 = 0x40;
/// SHA-256 of the site, flags, counter.
const HEAD: usize = 32 + 1 + 4;
/// Before the length of the id: which model of authenticator.
const MODEL: usize = 16;
/// A P-256 key in COSE's canonical CBOR: `{1: 2, 3: -7, -1: 1, -2: x, -3: y}`.
const COSE: [&[u8]; 2] = [&[0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20], &[0x22, 0x58, 0x20]];

/// What is being done, as client data names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ceremony {
    Create,
    Get,
}

/// What has to have been signed.
#[derive(Debug, Clone, Copy)]
pub struct Expected<'a> {
    pub ceremony: Ceremony,
    /// As it was given out.
    pub challenge: &'a str,
    /// The site: a host name.
    pub rp_id: &'a str,
    /// Origins of the app; only those of the site count.
    pub origins: &'a [String],
}

/// What is wrong with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Not what a browser or a device writes.
    Malformed,
    WrongCeremony,
    WrongChallenge,
    WrongOrigin,
    /// Made for another site.
    WrongSite,
    /// Nobody was there.
    NotPresent,
    /// The device did not check who was there.
    NotVerified,
    /// The key is not the one that the device describes, or of another kind.
    WrongKey,
    WrongSignature,
    /// The device has signed more often than this answer says: there are two with the same key.
    Cloned,
}

/// Checks a new key; answers how often it has signed.
///
/// # Errors
/// The first [`Fault`].
pub fn created(expected: &Expected<'_>, id: &[u8], client_data: &[u8], data: &[u8], spki: &[u8]) -> Result<u32, Fault> {
    client(expected, client_data)?;
    let (flags, counter, rest) = device(expected, data)?;
    if flags & ATTESTED == 0 {
        return Err(Fault::Malformed);
    }
    let rest = rest.get(MODEL..).ok_or(Fault::Malformed)?;
    let (length, rest) = rest.split_first_chunk::<2>().ok_or(Fault::Malformed)?;
    let (described, rest) = rest.split_at_checked(usize::from(u16::from_be_bytes(*length))).ok_or(Fault::Malformed)?;
    if described != id {
        return Err(Fault::WrongKey);
    }
    let key = key_of(spki).ok_or(Fault::WrongKey)?;
    if point(rest).ok_or(Fault::WrongKey)? != *key.to_sec1_point(false).as_bytes() {
        return Err(Fault::WrongKey);
    }
    Ok(counter)
}

/// Checks that the owner of a key has used it now; answers how often it has signed.
///
/// # Errors
/// The first [`Fault`].
pub fn proved(expected: &Expected<'_>, client_data: &[u8], data: &[u8], signature: &[u8], spki: &[u8], seen: u32) -> Result<u32, Fault> {
    client(expected, client_data)?;
    let (_, counter, _) = device(expected, data)?;
    let key = key_of(spki).ok_or(Fault::WrongKey)?;
    let signature = Signature::from_der(signature).map_err(|_| Fault::WrongSignature)?;
    let signed = [data, Sha256::digest(client_data).as_slice()].concat();
    key.verify(&signed, &signature).map_err(|_| Fault::WrongSignature)?;
    // Devices that do not count say 0 each time.
    if (counter != 0 || seen != 0) && counter <= seen {
        return Err(Fault::Cloned);
    }
    Ok(counter)
}

/// Client data: written by the browser, which no page can talk into another origin.
fn client(expected: &Expected<'_>, client_data: &[u8]) -> Result<(), Fault> {
    let said: Value = serde_json::from_slice(client_data).map_err(|_| Fault::Malformed)?;
    let kind = match expected.ceremony {
        Ceremony::Create => "webauthn.create",
        Ceremony::Get => "webauthn.get",
    };
    if said["type"] != kind {
        return Err(Fault::WrongCeremony);
    }
    if said["challenge"] != expected.challenge {
        return Err(Fault::WrongChallenge);
    }
    let ours = expected.origins.iter().any(|origin| said["origin"] == origin.as_str() && host(origin) == Some(expected.rp_id));
    // In a frame of another site somebody else decides what the person believes to confirm.
    if !ours || said["crossOrigin"] == true || said.get("topOrigin").is_some() {
        return Err(Fault::WrongOrigin);
    }
    Ok(())
}

/// Authenticator data: the flags, the counter, and what follows them.
fn device<'a>(expected: &Expected<'_>, data: &'a [u8]) -> Result<(u8, u32, &'a [u8]), Fault> {
    let (head, rest) = data.split_first_chunk::<HEAD>().ok_or(Fault::Malformed)?;
    let [site @ .., flags, a, b, c, d] = head;
    if *site != Sha256::digest(expected.rp_id.as_bytes()).as_slice() {
        return Err(Fault::WrongSite);
    }
    if flags & PRESENT == 0 {
        return Err(Fault::NotPresent);
    }
    if flags & VERIFIED == 0 {
        return Err(Fault::NotVerified);
    }
    Ok((*flags, u32::from_be_bytes([*a, *b, *c, *d]), rest))
}

fn key_of(spki: &[u8]) -> Option<VerifyingKey> {
    VerifyingKey::from_public_key_der(spki).ok()
}

/// The point of a COSE key, uncompressed; what follows the key (extensions) is not looked at.
fn point(cose: &[u8]) -> Option<Vec<u8>> {
    let [before_x, before_y] = COSE;
    let (x, rest) = cose.strip_prefix(before_x)?.split_at_checked(32)?;
    let (y, _) = rest.strip_prefix(before_y)?.split_at_checked(32)?;
    Some([&[0x04], x, y].concat())
}

/// The host of an origin, without its port: what a browser takes for the site unless it is told otherwise.
pub fn host(origin: &str) -> Option<&str> {
    let (_, rest) = origin.split_once("://")?;
    let host = rest.split(':').next()?;
    (!host.is_empty() && !host.starts_with('[')).then_some(host)
}
