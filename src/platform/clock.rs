//! Time, by the device's clock.

use crate::model::date::{Date, Moment};
use gloo_timers::future::TimeoutFuture;

pub fn now() -> Moment {
    #[cfg(feature = "preview")]
    if let Some(now) = super::stage::now() {
        return now;
    }
    Moment(js_sys::Date::now() as i64)
}

/// Today in China.
pub fn today() -> Date {
    now().date_in_china()
}

/// Waits.
pub async fn sleep(ms: u32) {
    TimeoutFuture::new(ms).await;
}
