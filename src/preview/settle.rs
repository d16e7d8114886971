//! Knowing when an example is drawn: its steps are done and its document has stood still for a moment.

use crate::platform::clock;
use std::cell::Cell;

/// How long the document must stand still, in looks of [`LOOK_MS`].
const STILL: u32 = 4;
const LOOK_MS: u32 = 15;
/// Something that waits for an answer is drawn as waiting only after half a second.
const SLOW_MS: u32 = 700;
const LONGEST_MS: u32 = 8_000;

thread_local! {
    static STEPS: Cell<u32> = const { Cell::new(0) };
    static HANGS: Cell<bool> = const { Cell::new(false) };
}

/// A new example: nothing is left to do of an earlier one.
pub fn begin(steps: u32) {
    STEPS.set(steps);
    HANGS.set(false);
}

pub(super) fn step_done() {
    STEPS.set(STEPS.get().saturating_sub(1));
}

/// A call is under way that will never be answered.
pub(super) fn hangs() {
    HANGS.set(true);
}

/// Waits until the example under `root` is drawn and its steps are done. Returns whether it ever was.
pub async fn settled(root: &web_sys::Element) -> bool {
    until(root, || STEPS.get() == 0).await
}

/// Waits until the document stands still, whatever steps are left.
pub(super) async fn still(root: &web_sys::Element) -> bool {
    until(root, || true).await
}

async fn until(root: &web_sys::Element, done: impl Fn() -> bool) -> bool {
    let (mut waited, mut same, mut last) = (0, 0, None);
    while waited < LONGEST_MS {
        clock::sleep(LOOK_MS).await;
        waited += LOOK_MS;
        let now = root.inner_html();
        same = if last.as_ref() == Some(&now) { same + 1 } else { 0 };
        last = Some(now);
        if same >= STILL && done() && (!HANGS.get() || waited > SLOW_MS) {
            return true;
        }
    }
    false
}
