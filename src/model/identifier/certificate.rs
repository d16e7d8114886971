//! Identifiers of e-certificates (GB/T 36904).

use super::IdentifierFault;

/// The object identifier that all of them begin with.
const OID: &str = "1.2.156.3005.2.";

/// `1.2.156.3005.2.<type>.<issuer>.<serial>.<version>.<check>`, whose check character is ISO 7064 hybrid MOD 37,36 over the
/// segments before it, without dots and without the object identifier.
///
/// # Errors
/// Shape (prefix or number of segments), characters or check digit.
pub fn check(text: &str) -> Result<(), IdentifierFault> {
    let rest = text.strip_prefix(OID).ok_or(IdentifierFault::Shape)?;
    let segments: Vec<&str> = rest.split('.').collect();
    let [body @ .., check] = segments.as_slice() else { return Err(IdentifierFault::Shape) };
    if body.len() != 4 || check.len() != 1 || body.iter().any(|s| s.is_empty()) {
        return Err(IdentifierFault::Shape);
    }
    let mut product = 36;
    for c in body.iter().flat_map(|s| s.chars()) {
        let sum = (product + value(c)?) % 36;
        product = if sum == 0 { 36 } else { sum } * 2 % 37;
    }
    let check = check.chars().next().map_or(Err(IdentifierFault::Shape), value)?;
    if (product + check) % 36 == 1 {
        Ok(())
    } else {
        Err(IdentifierFault::CheckDigit)
    }
}

/// 0–9, then A–Z.
fn value(c: char) -> Result<u32, IdentifierFault> {
    if c.is_ascii_lowercase() {
        Err(IdentifierFault::Characters)
    } else {
        c.to_digit(36).ok_or(IdentifierFault::Characters)
    }
}
