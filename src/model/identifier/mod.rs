//! Identifiers with their check digits: the rules of GB 11643, GB 32100, GB/T 36904 and their kin, one family a file.
//!
//! Everything here takes text as people type it. [`clean`] first, then [`check`], [`group`] or [`mask()`].

pub mod bank;
pub mod certificate;
pub mod company;
mod mask;
pub mod phone;
pub mod resident;
mod text;
pub mod travel;
pub mod vehicle;

use super::date::Date;

pub use mask::{mask_address, mask_name};

/// Which rule a text has to follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum IdentifierKind {
    /// 公民身份号码 (GB 11643): resident identity cards and the residence permits of Hong Kong, Macao and Taiwan residents.
    ResidentId,
    /// Any document that a natural person may show: [`Self::ResidentId`], [`Self::TravelPermit`] or a permanent residence card.
    AnyId,
    /// 统一社会信用代码 (GB 32100).
    Uscc,
    Mobile,
    Plate,
    BankCard,
    /// Mainland travel permits of Hong Kong, Macao and Taiwan residents.
    TravelPermit,
}

impl IdentifierKind {
    /// Every kind, for tables and tests.
    pub const ALL: [IdentifierKind; 7] = [Self::ResidentId, Self::AnyId, Self::Uscc, Self::Mobile, Self::Plate, Self::BankCard, Self::TravelPermit];

    /// The kind that a JSON Schema `format` of the contract names.
    pub fn of_format(format: &str) -> Option<Self> {
        Some(match format {
            "cn-resident-id" => Self::ResidentId,
            "cn-any-id" => Self::AnyId,
            "cn-uscc" => Self::Uscc,
            "cn-mobile" => Self::Mobile,
            "cn-plate" => Self::Plate,
            "cn-bank-card" => Self::BankCard,
            "cn-travel-permit" => Self::TravelPermit,
            _ => return None,
        })
    }
}

/// What an identifier says about its holder.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Known {
    pub birth: Option<Date>,
    pub sex: Option<Sex>,
}

/// As identity cards record it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sex {
    Male,
    Female,
}

/// What is wrong with an identifier, the first thing found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum IdentifierFault {
    /// Too many or too few characters.
    Length,
    /// A character that cannot occur.
    Characters,
    /// The birth date in it does not exist.
    Date,
    /// The check digit does not fit: most likely a typing error.
    CheckDigit,
    /// Right length and characters, in an order that does not occur.
    Shape,
}

impl IdentifierFault {
    /// Every fault, for tables and tests.
    pub const ALL: [IdentifierFault; 5] = [Self::Length, Self::Characters, Self::Date, Self::CheckDigit, Self::Shape];
}

/// Checks a cleaned identifier; text that [`clean`] would change does not pass.
///
/// # Errors
/// The first [`IdentifierFault`] found.
pub fn check(kind: IdentifierKind, text: &str) -> Result<Known, IdentifierFault> {
    match kind {
        IdentifierKind::ResidentId => resident::check(text),
        IdentifierKind::AnyId => any(text),
        IdentifierKind::Uscc => company::check(text),
        IdentifierKind::Mobile => phone::check(text),
        IdentifierKind::Plate => vehicle::check(text),
        IdentifierKind::BankCard => bank::check(text),
        IdentifierKind::TravelPermit => travel::check(text),
    }
}

/// The rule is chosen by how the text begins and how long it is, so that the fault is about the document in hand.
fn any(text: &str) -> Result<Known, IdentifierFault> {
    let length = text.chars().count();
    match text.chars().next() {
        Some('H' | 'M') if length < 15 => travel::check(text),
        Some(c) if c.is_ascii_uppercase() => resident::check_old_foreign_card(text),
        Some('9') if length == 18 => resident::check_foreign_card(text),
        _ if length == 8 => travel::check(text),
        _ => resident::check(text),
    }
}

/// What a person meant who typed or pasted this: blanks, hyphens and dots dropped, full-width forms narrowed, letters in
/// upper case, a country code before a mobile number dropped. Idempotent.
pub fn clean(kind: IdentifierKind, text: &str) -> String {
    let clean = text::clean(text);
    match kind {
        IdentifierKind::Mobile => phone::without_country(&clean).to_owned(),
        IdentifierKind::Plate => vehicle::simplified(&clean),
        _ => clean,
    }
}

/// Blanks put in for reading: `4403 0519 8512 1501 9X`, `138 0013 8000`, `粤B·12345`. [`clean`] takes them out again.
pub fn group(kind: IdentifierKind, text: &str) -> String {
    let clean = clean(kind, text);
    match kind {
        IdentifierKind::Mobile => text::group(&clean, &[3, 4], ' '),
        IdentifierKind::Plate => text::group(&clean, &[2, usize::MAX], '·'),
        _ if clean.chars().count() <= 11 => clean,
        _ => text::group(&clean, &[4], ' '),
    }
}

/// Most of it hidden: mobile numbers keep 3 + 4 characters, bank cards and long numbers 6 + 4, short ones 1 + 1.
pub fn mask(kind: IdentifierKind, text: &str) -> String {
    let clean = clean(kind, text);
    let (head, tail) = match kind {
        IdentifierKind::Mobile => (3, 4),
        IdentifierKind::Plate => (2, 1),
        IdentifierKind::TravelPermit => (1, 1),
        _ => (6, 4),
    };
    text::mask(&clean, head, tail)
}
