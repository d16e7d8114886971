//! Tasks that end with whoever wanted them.

use leptos::task::spawn_local;
use std::cell::Cell;
use std::future::{poll_fn, Future};
use std::pin::Pin;
use std::rc::Rc;
use std::task::Poll;

/// A running task. Dropping this ends it where it stands, and with it the request that it waits for.
pub struct Task(Rc<Slot>);

#[derive(Default)]
struct Slot {
    /// Empty while it runs: it may drop its own handle then.
    work: Cell<Option<Pin<Box<dyn Future<Output = ()>>>>>,
    is_over: Cell<bool>,
}

impl Task {
    pub fn spawn(work: impl Future<Output = ()> + 'static) -> Self {
        let slot = Rc::new(Slot::default());
        slot.work.set(Some(Box::pin(work)));
        let running = slot.clone();
        spawn_local(poll_fn(move |context| {
            let Some(mut work) = running.work.take() else { return Poll::Ready(()) };
            if work.as_mut().poll(context).is_ready() || running.is_over.get() {
                return Poll::Ready(());
            }
            running.work.set(Some(work));
            Poll::Pending
        }));
        Self(slot)
    }
}

impl Drop for Task {
    fn drop(&mut self) {
        self.0.is_over.set(true);
        drop(self.0.work.take());
    }
}
