//! What all identifiers share: clean-up, grouping and masking of text.

/// Narrows full-width forms, drops what people and programs put between characters, and raises letters.
pub(super) fn clean(text: &str) -> String {
    text.chars().map(narrow).filter(|c| !is_filler(*c)).map(|c| c.to_ascii_uppercase()).collect()
}

/// A full-width form of ASCII as ASCII.
pub(super) fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// Blanks of every width, invisible marks that come with pasted text, hyphens and dots.
fn is_filler(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '-' | '_' | '.' | '·' | '•' | '・' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Puts `gap` between groups of the given sizes; the last size repeats.
pub(super) fn group(text: &str, sizes: &[usize], gap: char) -> String {
    let mut out = String::with_capacity(text.len() * 5 / 4 + 2);
    let mut sizes = sizes.iter();
    let mut size = sizes.next().copied().unwrap_or(usize::MAX);
    let mut filled = 0;
    for c in text.chars() {
        if filled == size {
            out.push(gap);
            filled = 0;
            size = sizes.next().copied().unwrap_or(size);
        }
        out.push(c);
        filled += 1;
    }
    out
}

/// Keeps `head` and `tail` characters; where that would show half or more, one at each end at most.
pub(super) fn mask(text: &str, head: usize, tail: usize) -> String {
    let length = text.chars().count();
    let (head, tail) = match length {
        0..=2 => (length.min(1), 0),
        _ if (head + tail) * 3 > length * 2 => (1, 1),
        _ => (head, tail),
    };
    text.chars().enumerate().map(|(i, c)| if i < head || i + tail >= length { c } else { '*' }).collect()
}

/// The digits' values; `None` where anything else occurs.
pub(super) fn digits(text: &str) -> Option<Vec<u32>> {
    text.chars().map(|c| c.to_digit(10)).collect()
}
