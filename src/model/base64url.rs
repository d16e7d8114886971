//! Base64url without padding (RFC 4648 § 5): how WebAuthn's bytes travel in JSON.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Bytes as text.
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let bits = group.iter().fold(0u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - group.len()));
        for place in 0..=group.len() {
            let six = (bits >> (18 - 6 * place)) & 63;
            text.extend(ALPHABET.get(six as usize).map(|c| char::from(*c)));
        }
    }
    text
}

/// The bytes of a text; `None` for anything that [`encode`] does not write, so that one value has one text.
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 2);
    for group in text.as_bytes().chunks(4) {
        let mut bits = 0u32;
        for letter in group {
            bits = bits << 6 | u32::try_from(ALPHABET.iter().position(|c| c == letter)?).ok()?;
        }
        bits <<= 6 * (4 - group.len());
        let whole = group.len().checked_sub(1).filter(|whole| *whole > 0)?;
        let [_, all @ ..] = bits.to_be_bytes();
        let (read, spare) = all.split_at(whole);
        if spare.iter().any(|byte| *byte != 0) {
            return None;
        }
        bytes.extend_from_slice(read);
    }
    Some(bytes)
}
