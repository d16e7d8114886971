//! Finds patterns that can take a backtracking engine exponential time, by their shape alone.
//!
//! An unbounded repetition whose body can be nothing but another unbounded repetition, as in `(a+)+` or `(\w+\s?)*`, reads a run of
//! n characters in 2ⁿ ways and tries them all before it gives up. Every pattern that is refused is of that kind; not every bad pattern
//! is refused: repetitions of overlapping alternatives, as in `(a|ab?)*`, need the sets of characters to be compared.

/// So many repetitions are as bad as unbounded ones.
const MANY: usize = 10;

/// What is known of a group, or of the whole pattern, while it is read.
#[derive(Default)]
struct Group {
    /// Of the current alternative: pieces that cannot be empty, those that repeat, and those that do both.
    solid: usize,
    loops: usize,
    both: usize,
    /// Of the alternatives before: whether one can be empty, and whether one is little but a repetition.
    nullable: bool,
    looping: bool,
    /// `(?=…)` and its like: matches nothing by itself.
    looks_around: bool,
}

impl Group {
    fn end_alternative(&mut self) {
        self.nullable |= self.solid == 0;
        self.looping |= self.loops > 0 && (self.solid == 0 || self.solid == 1 && self.both == 1);
        (self.solid, self.loops, self.both) = (0, 0, 0);
    }

    fn add(&mut self, nullable: bool, loops: bool) {
        self.solid += usize::from(!nullable);
        self.loops += usize::from(loops);
        self.both += usize::from(loops && !nullable);
    }
}

/// Whether the pattern is surely one of those. Patterns that are no patterns are nobody's concern here.
pub(super) fn is_exponential(pattern: &str) -> bool {
    let mut outer: Vec<Group> = Vec::new();
    let mut here = Group::default();
    let mut rest = pattern;
    while let Some(c) = rest.chars().next() {
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
        let (mut nullable, mut looping, mut asserts) = (false, false, false);
        match c {
            '(' => {
                let looks_around = ["?=", "?!", "?<=", "?<!"].iter().any(|open| rest.starts_with(open));
                outer.push(std::mem::replace(&mut here, Group { looks_around, ..Group::default() }));
                // What stands between ( and the group's own pattern is no piece of it.
                rest = match rest.strip_prefix('?') {
                    Some(after) if after.starts_with('<') && !looks_around => after.split_once('>').map_or("", |(_, after)| after),
                    Some(after) => after.trim_start_matches('<').get(1..).unwrap_or_default(),
                    None => rest,
                };
                continue;
            }
            '|' => {
                here.end_alternative();
                continue;
            }
            ')' => {
                let Some(before) = outer.pop() else { return false };
                let mut group = std::mem::replace(&mut here, before);
                group.end_alternative();
                (nullable, looping, asserts) = (group.nullable, group.looping, group.looks_around);
            }
            '[' => rest = after_class(rest),
            '\\' => {
                let Some(escaped) = rest.chars().next() else { return false };
                rest = rest.get(escaped.len_utf8()..).unwrap_or_default();
                if matches!(escaped, 'p' | 'P' | 'u') && rest.starts_with('{') {
                    rest = rest.split_once('}').map_or("", |(_, after)| after);
                }
                asserts = matches!(escaped, 'b' | 'B');
            }
            '^' | '$' => asserts = true,
            _ => {}
        }
        let (least, most, after) = quantifier(rest);
        rest = after;
        if asserts {
            // It ties a repetition to a place, so nothing is certain any more.
            here.add(false, false);
            continue;
        }
        if looping && most >= MANY {
            return true;
        }
        here.add(nullable || least == 0, looping || most == usize::MAX);
    }
    false
}

/// How often the piece before may come, and what follows.
fn quantifier(rest: &str) -> (usize, usize, &str) {
    let read = match rest.chars().next() {
        Some('*') => Some((0, usize::MAX, 1)),
        Some('+') => Some((1, usize::MAX, 1)),
        Some('?') => Some((0, 1, 1)),
        Some('{') => counted(rest),
        _ => None,
    };
    let Some((least, most, length)) = read else { return (1, 1, rest) };
    let after = rest.get(length..).unwrap_or_default();
    (least, most, after.strip_prefix('?').unwrap_or(after))
}

/// `{n}`, `{n,}` or `{n,m}`, with its length.
fn counted(rest: &str) -> Option<(usize, usize, usize)> {
    let end = rest.find('}')?;
    let inside = rest.get(1..end)?;
    let (least, most) = inside.split_once(',').unwrap_or((inside, inside));
    let number = |text: &str| text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().unwrap_or(usize::MAX));
    Some((number(least)?, number(most)?, end + 1))
}

/// What follows the `]` of a class.
fn after_class(class: &str) -> &str {
    let mut escaped = false;
    for (at, b) in class.bytes().enumerate() {
        match b {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b']' => return class.get(at + 1..).unwrap_or_default(),
            _ => {}
        }
    }
    ""
}
