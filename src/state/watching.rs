//! Asking the backend again and again how something stands that happens elsewhere: more and more rarely, not while nobody looks, and not
//! for ever. A question that gets lost ends nothing.

use crate::model::polling::pause;
use crate::platform::document::{self, Listening};
use crate::platform::{clock, network, random};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::{Cell, RefCell};
use std::future::{poll_fn, Future};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Poll, Waker};

/// A question under way; whether there is something left to wait for.
pub type Asking = Pin<Box<dyn Future<Output = bool>>>;

/// Wakes the one who waits.
#[derive(Default)]
struct Bell {
    rung: Cell<bool>,
    waits: RefCell<Option<Waker>>,
}

impl Bell {
    fn ring(&self) {
        self.rung.set(true);
        if let Some(waker) = self.waits.take() {
            waker.wake();
        }
    }

    /// Waits for a ring, and no longer than so many milliseconds where a number is given.
    async fn heard(&self, within: Option<u32>) {
        let mut timer = within.map(|ms| Box::pin(clock::sleep(ms)));
        poll_fn(|cx| {
            let late = timer.as_mut().is_some_and(|timer| timer.as_mut().poll(cx).is_ready());
            if late || self.rung.take() {
                return Poll::Ready(());
            }
            *self.waits.borrow_mut() = Some(cx.waker().clone());
            Poll::Pending
        })
        .await;
    }
}

/// Asks until `ask` answers that there is nothing left to wait for, or for so long that only the person can say when to ask again: then
/// `tired` is called. Rests while the page is hidden or the device without network, and asks at once when both are over.
///
/// `life_ms` is how long there is something to wait for; with `at_once` the first question is not waited for. Ends with its owner.
pub fn watch(life_ms: i64, at_once: bool, ask: impl Fn() -> Asking + 'static, tired: impl FnOnce() + 'static) {
    let bell = Rc::new(Bell::default());
    let (seen, net) = (bell.clone(), bell.clone());
    let listening: Vec<Listening> =
        document::on_document("visibilitychange", move |_| seen.ring()).into_iter().chain(network::on_change(move |_| net.ring())).collect();
    let kept = StoredValue::new_local((bell.clone(), listening));
    on_cleanup(move || {
        // Who waits without a timer must learn that nobody needs it any more.
        kept.try_with_value(|(bell, _)| bell.ring());
        kept.dispose();
    });
    spawn_local(run(bell, move || kept.is_disposed(), life_ms, at_once, Box::new(ask), Box::new(tired)));
}

async fn run(bell: Rc<Bell>, is_left: impl Fn() -> bool, life_ms: i64, at_once: bool, ask: Box<dyn Fn() -> Asking>, tired: Box<dyn FnOnce()>) {
    let since = clock::now();
    let (mut asked, mut due) = (0, at_once);
    loop {
        if !std::mem::take(&mut due) {
            let Some(ms) = pause(asked, clock::now().0 - since.0, life_ms, random::fraction()) else { return tired() };
            bell.heard(Some(ms)).await;
        }
        while !is_left() && (document::is_hidden() || !network::is_online()) {
            bell.heard(None).await;
            asked = 0;
        }
        if is_left() || !ask().await || is_left() {
            return;
        }
        asked += 1;
    }
}
