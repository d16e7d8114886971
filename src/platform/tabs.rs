//! What the tabs of one browser tell each other.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::JsCast;
use web_sys::{BroadcastChannel, MessageEvent};

/// A channel that all tabs of this app hear, but for the one that speaks. Closed when dropped.
pub struct Channel {
    channel: BroadcastChannel,
    _heard: Closure<dyn Fn(MessageEvent)>,
}

impl Channel {
    /// Calls `heard` with each word of another tab. `None` where the browser has no such channels.
    pub fn open(name: &str, heard: impl Fn(&str) + 'static) -> Option<Self> {
        // The examples of a gallery are no tabs of each other.
        #[cfg(feature = "preview")]
        if super::stage::address().is_some() {
            return None;
        }
        let channel = BroadcastChannel::new(name).ok()?;
        let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(word) = event.data().as_string() {
                heard(&word);
            }
        });
        channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        Some(Self { channel, _heard: heard })
    }

    pub fn tell(&self, word: &str) {
        // A channel that is closed has nobody to tell.
        let _ = self.channel.post_message(&word.into());
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        self.channel.set_onmessage(None);
        self.channel.close();
    }
}
