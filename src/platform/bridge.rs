//! The app that this one is wrapped in: how a request reaches it, and what it says comes back. Everything that is said is a text to be read
//! with suspicion (`model::host`); here it is only seen that it comes from where it may.

use super::address;
use super::document::{on_window, window, Listening};
use crate::model::host::{Deaf, Host, HostRequest};
use js_sys::{Function, Reflect, JSON};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Window};

type Ear = Rc<dyn Fn(&str)>;

thread_local! {
    /// Who listens to the wrapper's function at present, by turn.
    static EAR: RefCell<Option<(u32, Ear)>> = const { RefCell::new(None) };
    static TURNS: Cell<u32> = const { Cell::new(0) };
    /// What the wrapper's function is given to answer with. One for the life of the page: a wrapper that answers late, or for ever, must find
    /// something that can be called.
    static ANSWER: Closure<dyn Fn(JsValue)> = Closure::new(|said: JsValue| {
        let ear = EAR.with_borrow(|ear| ear.as_ref().map(|(_, ear)| ear.clone()));
        match (ear, text_of(&said)) {
            (Some(ear), Some(text)) => ear(&text),
            (None, _) => ignored(Deaf::Again),
            (_, None) => ignored(Deaf::Shape),
        }
    });
}

/// A request that was made; the wrapper is not listened to any more when this is dropped.
pub struct Bridge {
    turn: u32,
    _listening: Option<Listening>,
}

impl Drop for Bridge {
    fn drop(&mut self) {
        // Dropped late, it must not take the ear of the next request.
        let mine = EAR.with_borrow(|ear| ear.as_ref().is_some_and(|(turn, _)| *turn == self.turn));
        if mine {
            EAR.set(None);
        }
    }
}

impl Bridge {
    /// Asks the wrapper, and has `heard` what it says. `None` where there is none, or it throws.
    pub fn call(host: &Host, request: &HostRequest, heard: impl Fn(&str) + 'static) -> Option<Self> {
        let text = serde_json::to_string(request).ok()?;
        let message = JSON::parse(&text).ok()?;
        match host {
            Host::Function(name) => Self::by_function(name, &message, Rc::new(heard)),
            Host::Message(origin) => Self::by_message(origin, &message, text, heard),
        }
    }

    fn by_function(name: &str, message: &JsValue, heard: Ear) -> Option<Self> {
        let window = window()?;
        let function: Function = Reflect::get(&window, &name.into()).ok()?.dyn_into().ok()?;
        let turn = TURNS.get() + 1;
        TURNS.set(turn);
        // Before the call: it may answer at once.
        EAR.set(Some((turn, heard)));
        let bridge = Self { turn, _listening: None };
        ANSWER.with(|answer| function.call2(&window, message, answer.as_ref())).ok()?;
        Some(bridge)
    }

    fn by_message(origin: &str, message: &JsValue, own: String, heard: impl Fn(&str) + 'static) -> Option<Self> {
        let there = counterpart(origin)?;
        let (from, wanted) = (JsValue::from(&there), origin.to_owned());
        let listening = on_window("message", move |event| {
            let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
            if event.origin() != wanted || event.source().is_none_or(|source| JsValue::from(source) != from) {
                return ignored(Deaf::Stranger);
            }
            match text_of(&event.data()) {
                // Where the wrapper is this very window, the request comes by too.
                Some(text) if text == own => {}
                Some(text) => heard(&text),
                None => ignored(Deaf::Shape),
            }
        })?;
        // Only a window of that origin is given it.
        there.post_message(message, origin).ok()?;
        Some(Self { turn: 0, _listening: Some(listening) })
    }
}

/// The window that frames this one, or opened it; this one itself where the wrapper is a script of its own origin.
fn counterpart(origin: &str) -> Option<Window> {
    let window = window()?;
    let parent = window.parent().ok().flatten().filter(|parent| JsValue::from(parent) != JsValue::from(&window));
    let opener = || window.opener().ok().filter(JsValue::is_object).map(|opener| opener.unchecked_into());
    let own = || (address::origin() == origin).then(|| window.clone());
    parent.or_else(opener).or_else(own)
}

/// A message as text: wrappers give objects, native ones often text.
fn text_of(said: &JsValue) -> Option<String> {
    // What cannot be written down (a circle, a getter that throws) is no message.
    said.as_string().or_else(|| JSON::stringify(said).ok()?.as_string())
}

/// Tells whoever develops the wrapper that something was not listened to, and nothing of what it was.
pub fn ignored(why: Deaf) {
    web_sys::console::warn_1(&format!("miaoban: a message of the host app was ignored: {}", why.words()).into());
}
