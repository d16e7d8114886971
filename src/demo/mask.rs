//! How a personal value is shown until the person asks for the whole of it.

use crate::model::identifier::{mask_address, mask_name};

/// The masked text; `None` where nothing is to be hidden.
pub(super) fn masked(kind: &str, text: &str) -> Option<String> {
    let length = text.chars().count();
    match kind {
        "name" => Some(mask_name(text)),
        "address" => Some(mask_address(text)),
        // Long numbers keep their region and end; short ones (permits, passports) would show too much of themselves.
        "id" if length >= 15 => Some(ends(text, 6, 4)),
        "id" => Some(ends(text, 1, 1)),
        "phone" => Some(ends(text, 3, 4)),
        "card" => Some(ends(text, 6, 4)),
        _ => None,
    }
}

/// Keeps `head` and `tail` characters and hides what is between; everything where there is nothing between.
fn ends(text: &str, head: usize, tail: usize) -> String {
    let characters: Vec<char> = text.chars().collect();
    let hidden = characters.len().saturating_sub(head + tail);
    if hidden == 0 {
        return "*".repeat(characters.len());
    }
    characters.iter().enumerate().map(|(i, c)| if i < head || i >= head + hidden { *c } else { '*' }).collect()
}
