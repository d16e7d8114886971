//! Carries the app's calls to a [`Desk`]: at once, and what a fault makes slow never comes, so that waiting states stand still.

use super::desk::Desk;
use super::settle;
use crate::backend::transport::{Call, Sending, Transport, TransportError};
use crate::platform::clock;
use std::future::{pending, ready, Future};
use std::pin::Pin;
use std::rc::Rc;

/// How often a held call looks whether it may go on.
const LOOK_MS: u32 = 5;

/// The wire between the app and its desk.
pub struct DeskTransport(pub Rc<Desk>);

impl Transport for DeskTransport {
    fn send(&self, call: Call) -> Sending<'_> {
        Box::pin(async move {
            self.0.hear(&call);
            while self.0.is_held(&call) {
                clock::sleep(LOOK_MS).await;
            }
            let answer = self.0.answer_app(call)?;
            if answer.delay_ms > 0 {
                settle::hangs();
                pending::<()>().await;
            }
            if answer.dropped {
                Err(TransportError::Unreachable)
            } else {
                Ok(answer.response)
            }
        })
    }

    fn pause(&self, _ms: u32) -> Pin<Box<dyn Future<Output = ()> + '_>> {
        Box::pin(ready(()))
    }
}
