//! Mounting things and looking at them.

use leptos::prelude::AnyView;
use miaoban::platform::clock;
use miaoban::platform::document::set_root;
use miaoban::preview::desk::Desk;
use miaoban::preview::mounted::Mounted;
use miaoban::preview::scene::{self, Scene};
use miaoban::preview::{act, settle};
use miaoban::state::locale::Locale;
use miaoban::words::Lang;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

thread_local! {
    static PANICS: Cell<u32> = const { Cell::new(0) };
    /// What is mounted. A test that panics never drops its stand, and what it left would go on answering clicks on links: the stand of the
    /// next test would find them answered already, and lead nowhere.
    static MOUNTED: RefCell<Option<Mounted>> = const { RefCell::new(None) };
}

/// Counts panics from now on. One in a task of its own stops no test, and would stop the app for a citizen.
fn count_panics() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            PANICS.set(PANICS.get() + 1);
            before(info);
        }));
    });
}

/// Something mounted; unmounted when dropped.
pub struct Stand {
    pub root: HtmlElement,
    pub locale: Locale,
}

impl Stand {
    /// Mounts a view under an owner with a `Locale`, in a document with that language.
    pub fn of(lang: Lang, draw: impl FnOnce() -> AnyView + 'static) -> Self {
        MOUNTED.take();
        let document = web_sys::window().and_then(|w| w.document()).expect("a document");
        if let Some(old) = document.get_element_by_id("app") {
            old.remove();
        }
        let root: HtmlElement = document.create_element("div").expect("a div").unchecked_into();
        root.set_id("app");
        document.body().expect("a body").append_child(&root).expect("to append");
        set_root("lang", lang.tag());
        settle::begin(0);
        count_panics();
        PANICS.set(0);
        let mounted = Mounted::new(root.clone(), move || Locale::new(lang), draw);
        let locale = mounted.locale;
        MOUNTED.set(Some(mounted));
        Self { root, locale }
    }

    /// Mounts a page over its desk in Chinese and waits until it is drawn.
    pub async fn page(scene: impl FnOnce() -> Scene + 'static) -> (Self, Rc<Desk>) {
        let stand = Self::of(Lang::Hans, move || scene().draw());
        let desk = scene::desk().expect("a desk");
        assert!(stand.settled().await, "the page never stood still");
        (stand, desk)
    }

    /// Presses it once it is there.
    pub async fn press(&self, selector: &str) {
        self.until(selector).await;
        assert!(act::click(&self.root, selector));
    }

    /// Types into it, without leaving it.
    pub async fn enter(&self, selector: &str, text: &str) {
        self.until(selector).await;
        assert!(act::input(&self.root, selector, text), "cannot be typed into: {selector}");
    }

    pub async fn leave(&self, selector: &str) {
        assert!(act::leave(&self.root, selector), "nothing to leave: {selector}");
        self.settled().await;
    }

    /// Waits until a selector names something.
    pub async fn until(&self, selector: &str) -> HtmlElement {
        // Patient: a machine that does much else at once is no reason to fail.
        for _ in 0..750 {
            if let Some(found) = act::find(&self.root, selector) {
                return found;
            }
            clock::sleep(20).await;
        }
        panic!("nothing at {selector}: {}", self.text().chars().take(300).collect::<String>());
    }

    /// What the browser's focus is on, by id.
    pub fn focused(&self) -> String {
        web_sys::window().and_then(|w| w.document()).and_then(|d| d.active_element()).map(|e| e.id()).unwrap_or_default()
    }

    pub async fn settled(&self) -> bool {
        settle::settled(&self.root).await
    }

    pub fn all(&self, selector: &str) -> Vec<Element> {
        all(&self.root, selector)
    }

    pub fn find(&self, selector: &str) -> HtmlElement {
        act::find(&self.root, selector).unwrap_or_else(|| panic!("nothing at {selector}: {}", self.text().chars().take(300).collect::<String>()))
    }

    pub fn has(&self, selector: &str) -> bool {
        act::find(&self.root, selector).is_some()
    }

    /// The value of an input.
    pub fn value(&self, selector: &str) -> String {
        self.find(selector).unchecked_into::<web_sys::HtmlInputElement>().value()
    }

    pub fn text(&self) -> String {
        self.root.inner_text()
    }
}

impl Drop for Stand {
    fn drop(&mut self) {
        MOUNTED.take();
        self.root.remove();
        assert_eq!(PANICS.replace(0), 0, "the app panicked");
    }
}

/// Everything that a selector names, in the order of the document.
pub fn all(root: &Element, selector: &str) -> Vec<Element> {
    let ask: js_sys::Function = js_sys::Reflect::get(root, &"querySelectorAll".into()).expect("a method").unchecked_into();
    let list = ask.call1(root, &selector.into()).expect("a valid selector");
    js_sys::Array::from(&list).iter().map(|e| e.unchecked_into()).collect()
}
