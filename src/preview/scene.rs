//! A state of a page, drawn by the app's own frame over a [`Desk`]: what happened before, the address, and what the person does then.

use super::desk::{Desk, Intercept};
use super::transport::DeskTransport;
use super::{act, mistakes, settle};
use crate::app::Frame;
use crate::backend::Client;
use crate::platform::{clock, document, stage};
use crate::state::locale::use_locale;
use crate::state::setup::Setup;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::RefCell;
use std::rc::Rc;

/// How long a step waits for what it acts on.
const LOOKS: u32 = 100;
const LOOK_MS: u32 = 20;

thread_local! {
    static DESK: RefCell<Option<Rc<Desk>>> = const { RefCell::new(None) };
}

/// The desk of the scene that was drawn last.
pub fn desk() -> Option<Rc<Desk>> {
    DESK.with_borrow(Clone::clone)
}

/// Something that happens once the page stands still.
enum Step {
    Click(&'static str),
    Type(&'static str, &'static str),
    Wait(u32),
    Behind(Box<dyn Fn(&Desk)>),
    Visit(&'static str),
}

/// A page state in the making.
pub struct Scene {
    desk: Rc<Desk>,
    address: String,
    setup: Setup,
    steps: Vec<Step>,
}

impl Scene {
    /// The page at an address of the app, query and scenario included (`/services/x/form?person=lin&fault=source-down:contact`).
    pub fn at(address: &str) -> Self {
        Self::after(|_| address.to_owned())
    }

    /// The page at the address that `prepare` answers, after what it did.
    pub fn after(prepare: impl FnOnce(&Desk) -> String) -> Self {
        let desk = Desk::new(use_locale().lang.get_untracked());
        let address = prepare(&desk);
        Self { desk, address, setup: Setup::default(), steps: Vec::new() }
    }

    /// The page opened anew at an address, by the same person at the same desk: a reload, or another tab.
    pub fn reload(desk: Rc<Desk>, address: &str) -> Self {
        Self { desk, address: address.to_owned(), setup: Setup::default(), steps: Vec::new() }
    }

    /// As a deployer has set the app up.
    pub fn set_up(mut self, setup: Setup) -> Self {
        self.setup = setup;
        self
    }

    /// From the beginning, what `intercept` answers never reaches the backend.
    pub fn wire(self, intercept: Intercept) -> Self {
        self.desk.break_wire(Some(intercept));
        self
    }

    pub fn click(self, selector: &'static str) -> Self {
        self.then(Step::Click(selector))
    }

    /// Types and leaves the field.
    pub fn fill(self, selector: &'static str, text: &'static str) -> Self {
        self.then(Step::Type(selector, text))
    }

    /// For what happens by the clock, such as saving once typing rests.
    pub fn wait(self, ms: u32) -> Self {
        self.then(Step::Wait(ms))
    }

    /// Something happens at the backend meanwhile.
    pub fn behind(self, act: impl Fn(&Desk) + 'static) -> Self {
        self.then(Step::Behind(Box::new(act)))
    }

    /// Follows a link of the app to an address.
    pub fn visit(self, address: &'static str) -> Self {
        self.then(Step::Visit(address))
    }

    fn then(mut self, step: Step) -> Self {
        self.steps.push(step);
        self
    }

    /// Draws it under an owner with a `Locale`.
    pub fn draw(self) -> AnyView {
        let Self { desk, address, setup, steps } = self;
        stage::set_address(&address);
        DESK.set(Some(desk.clone()));
        settle::begin(u32::try_from(steps.len()).unwrap_or_default());
        let client = Client::new(Rc::new(DeskTransport(desk.clone())), use_locale().lang.get_untracked(), desk.carrying());
        spawn_local(play(desk, steps));
        view! { <Frame client setup/> }.into_any()
    }
}

async fn play(desk: Rc<Desk>, steps: Vec<Step>) {
    for step in steps {
        let Some(root) = document::mount_point() else { return };
        settle::still(&root).await;
        if let Step::Click(selector) | Step::Type(selector, _) = &step {
            until_there(&root, selector).await;
        }
        let done = match &step {
            Step::Click(selector) => act::click(&root, selector),
            Step::Type(selector, text) => act::input(&root, selector, text) && act::leave(&root, selector),
            Step::Wait(ms) => {
                clock::sleep(*ms).await;
                true
            }
            Step::Visit(address) => {
                stage::set_address(address);
                document::announce("popstate");
                true
            }
            Step::Behind(act) => {
                act(&desk);
                true
            }
        };
        if !done {
            let (Step::Click(selector) | Step::Type(selector, _)) = step else { return };
            mistakes::note(format!("nothing to act on: {selector}"));
        }
        settle::step_done();
    }
}

/// What a step acts on may be drawn by an effect of the step before.
async fn until_there(root: &web_sys::Element, selector: &str) {
    for _ in 0..LOOKS {
        if act::find(root, selector).is_some() {
            return;
        }
        clock::sleep(LOOK_MS).await;
    }
}
