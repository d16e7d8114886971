//! How often the backend is asked how something stands that happens elsewhere: soon at first, more rarely later, and not for ever.

/// The first pause.
const FIRST_MS: u32 = 2_000;
const LONGEST_MS: u32 = 10_000;
/// However long something lives, nobody watches a page for longer.
const LIMIT_MS: i64 = 10 * 60_000;

/// How long to wait before asking again; `None` once it is for the person to say when.
///
/// `asked` counts the questions since the person last came to the page, `elapsed_ms` is the time since the first, `life_ms` how long there
/// is something to wait for. `jitter` in 0..=1 spreads devices that began at the same moment by a fifth to either side.
pub fn pause(asked: u32, elapsed_ms: i64, life_ms: i64, jitter: f64) -> Option<u32> {
    if elapsed_ms >= life_ms.min(LIMIT_MS) {
        return None;
    }
    // Half as long again each time.
    let grown = (0..asked.min(10)).fold(FIRST_MS, |ms, _| (ms + ms / 2).min(LONGEST_MS));
    let spread = 0.8 + 0.4 * jitter.clamp(0.0, 1.0);
    Some((f64::from(grown) * spread) as u32)
}
