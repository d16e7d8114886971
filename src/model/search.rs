//! Search in the catalogue: answered in the page, on every key press.

use super::order::sorted;
use super::service::ServiceSummary;

/// The services that match, best first; all by popularity when nothing is typed.
///
/// Words are separated by blanks and must all match. A name that starts with the query comes before one that contains it,
/// and that before a match in pinyin initials or everyday words.
pub fn search<'a>(services: &'a [ServiceSummary], query: &str) -> Vec<&'a ServiceSummary> {
    let query = fold(query);
    let words: Vec<&str> = query.split_whitespace().collect();
    let hits: Vec<(u8, &ServiceSummary)> =
        services.iter().filter_map(|s| words.iter().map(|w| rank(s, w)).try_fold(0, |worst, r| Some(worst.max(r?))).map(|r| (r, s))).collect();
    sorted(hits, |(rank, service)| (u64::from(*rank) << 32) + u64::from(u32::MAX - service.popularity)).into_iter().map(|(_, s)| s).collect()
}

fn rank(service: &ServiceSummary, word: &str) -> Option<u8> {
    let name = fold(&service.name);
    if name.starts_with(word) {
        return Some(0);
    }
    if name.contains(word) {
        return Some(1);
    }
    if service.search.iter().any(|term| fold(term).starts_with(word)) {
        return Some(2);
    }
    (service.search.iter().any(|term| fold(term).contains(word)) || fold(&service.agency).contains(word)).then_some(3)
}

/// Lower case, full-width forms narrowed.
fn fold(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
            '\u{3000}' => ' ',
            _ => c,
        })
        .flat_map(char::to_lowercase)
        .collect()
}
