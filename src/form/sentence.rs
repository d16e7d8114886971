//! A problem as a sentence that says what to do.

use super::field::{Form, Kind};
use super::problem::{Problem, Rule};
use crate::model::identifier::{IdentifierFault as Fault, IdentifierKind as Id};
use crate::words::problem::FieldWords as W;
use crate::words::{fill, Lang, Words};

/// The sentence for a problem: the schema's own words where it has some.
pub fn sentence(problem: &Problem, lang: Lang) -> String {
    say(problem, words(problem.rule), lang)
}

/// [`sentence`], that also knows how the field is answered: "choose one" instead of "fill this in".
pub fn sentence_for(problem: &Problem, form: &Form, lang: Lang) -> String {
    let kind = form.field_at(&problem.pointer).or_else(|| form.field_of_part(&problem.pointer)).map(|f| &f.kind);
    let better = match (problem.rule, kind) {
        (Rule::Required, Some(Kind::Choice { .. } | Kind::YesNo)) => W::RequiredChoice,
        (Rule::Required, Some(Kind::MultiChoice { .. })) => W::RequiredChoices,
        (Rule::Required, Some(Kind::File { .. })) => W::RequiredFile,
        (Rule::Required, Some(Kind::Signature)) => W::RequiredSignature,
        (Rule::Required, Some(Kind::Repeat { .. })) => W::RequiredItem,
        (Rule::Required, Some(Kind::Date | Kind::DateRange(_))) => W::RequiredDate,
        (Rule::Required, Some(Kind::Address(_))) => address(&problem.pointer),
        (Rule::Required, Some(Kind::Time { .. })) => W::RequiredTime,
        (Rule::Required, Some(Kind::DateTime)) => W::NotADateTime,
        (Rule::Required, Some(Kind::Identifier(id))) => identifier(*id, Fault::Length),
        (rule, _) => words(rule),
    };
    say(problem, better, lang)
}

fn say(problem: &Problem, words: W, lang: Lang) -> String {
    if let Some(own) = &problem.message {
        return own.clone();
    }
    let number = match problem.rule {
        Rule::TooShort(n) | Rule::TooLong(n) | Rule::TooFew(n) | Rule::TooMany(n) => n.to_string(),
        Rule::TooSmall(n) | Rule::TooLarge(n) | Rule::Above(n) | Rule::Below(n) | Rule::NotAMultiple(n) => n.to_string(),
        _ => return words.text(lang).to_owned(),
    };
    fill(words.text(lang), &[("n", &number)])
}

fn words(rule: Rule) -> W {
    match rule {
        Rule::Required => W::Required,
        Rule::TooShort(_) => W::TooShort,
        Rule::TooLong(_) => W::TooLong,
        Rule::TooSmall(_) => W::TooSmall,
        Rule::TooLarge(_) => W::TooLarge,
        Rule::Above(_) => W::Above,
        Rule::Below(_) => W::Below,
        Rule::NotAMultiple(_) => W::NotAMultiple,
        Rule::Twice => W::Twice,
        Rule::Other(_) => W::Other,
        Rule::NotANumber => W::NotANumber,
        Rule::NotAnInteger => W::NotAnInteger,
        Rule::Pattern => W::Pattern,
        Rule::NotAChoice => W::NotAChoice,
        Rule::TooFew(_) => W::TooFew,
        Rule::TooMany(_) => W::TooMany,
        Rule::MustAgree => W::MustAgree,
        Rule::NotADate => W::NotADate,
        Rule::NotATime => W::NotATime,
        Rule::NotADateTime => W::NotADateTime,
        Rule::EndsBefore => W::EndsBefore,
        Rule::NotAnEmail => W::NotAnEmail,
        Rule::NotAUri => W::NotAUri,
        Rule::Identifier(kind, fault) => identifier(kind, fault),
        Rule::WrongType => W::WrongType,
        Rule::NotAsOnRecord => W::NotAsOnRecord,
        Rule::Miscomputed => W::Miscomputed,
        Rule::NotAsked => W::NotAsked,
    }
}

fn identifier(kind: Id, fault: Fault) -> W {
    match (kind, fault) {
        (Id::ResidentId, Fault::Length | Fault::Characters) => W::ResidentId,
        (Id::ResidentId, Fault::Shape) => W::ResidentIdPlace,
        (Id::ResidentId | Id::AnyId, Fault::Date) => W::ResidentIdBirth,
        (Id::ResidentId | Id::AnyId, Fault::CheckDigit) => W::ResidentIdCheck,
        (Id::AnyId, Fault::Length) => W::AnyIdLength,
        (Id::AnyId, Fault::Characters) => W::AnyIdCharacters,
        (Id::AnyId, Fault::Shape) => W::AnyId,
        (Id::Uscc, Fault::Characters) => W::UsccCharacters,
        (Id::Uscc, Fault::CheckDigit) => W::UsccCheck,
        (Id::Uscc, Fault::Length | Fault::Date | Fault::Shape) => W::Uscc,
        (Id::Mobile, Fault::Characters) => W::MobileCharacters,
        (Id::Mobile, Fault::Shape) => W::MobileShape,
        (Id::Mobile, Fault::Length | Fault::Date | Fault::CheckDigit) => W::Mobile,
        (Id::Plate, Fault::Characters) => W::PlateCharacters,
        (Id::Plate, Fault::Length | Fault::Date | Fault::CheckDigit | Fault::Shape) => W::Plate,
        (Id::BankCard, Fault::Characters) => W::BankCardCharacters,
        (Id::BankCard, Fault::CheckDigit) => W::BankCardCheck,
        (Id::BankCard, Fault::Length | Fault::Date | Fault::Shape) => W::BankCard,
        (Id::TravelPermit, Fault::Characters) => W::TravelPermitCharacters,
        (Id::TravelPermit, Fault::Length | Fault::Date | Fault::CheckDigit | Fault::Shape) => W::TravelPermit,
    }
}

/// What is missing of an address: the detail is typed, all else is picked.
fn address(pointer: &str) -> W {
    match pointer.rsplit('/').next() {
        Some("detail") => W::RequiredDetail,
        Some("province" | "city" | "district" | "street") => W::RequiredDivision,
        _ => W::RequiredAddress,
    }
}
