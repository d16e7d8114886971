//! What scripts see: `mountForm` and the handle that it answers.

use super::files::Files;
use super::options::{self, Options, Provenance};
use super::view::{listed, Drawn};
use super::warm;
use crate::platform::document;
use crate::platform::script::{self, Thrown};
use crate::state::filling::Filling;
use crate::state::locale::Locale;
use crate::ui::unique;
use crate::words::Lang;
use leptos::prelude::*;
use serde_json::Value;
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// Draws a form into an element, below what is in it already.
///
/// # Errors
/// An `Error` in plain English for the developer; of a schema that cannot be drawn with `.pointer`, the JSON Pointer at fault.
#[wasm_bindgen(js_name = mountForm, skip_typescript)]
pub fn mount_form(element: JsValue, options: JsValue) -> Result<MountedForm, JsValue> {
    let place = element.dyn_into::<web_sys::HtmlElement>().map_err(|_| Thrown::new("the first argument of mountForm must be an element of the page"))?;
    let mounted = Rc::new(Mounted::new(place, Options::read(&options)?));
    let number = LAST.replace(LAST.get() + 1);
    MOUNTED.with_borrow_mut(|all| all.insert(number, mounted));
    Ok(MountedForm { number })
}

thread_local! {
    /// The forms on the page. Their handles own nothing: a browser clears away a handle that its host did not keep, and a person may be typing into its form.
    static MOUNTED: RefCell<BTreeMap<u32, Rc<Mounted>>> = const { RefCell::new(BTreeMap::new()) };
    static LAST: Cell<u32> = const { Cell::new(0) };
}

/// A form on a page. The form stays until `unmount`, whether its handle is kept or not.
#[wasm_bindgen(skip_typescript)]
pub struct MountedForm {
    number: u32,
}

#[wasm_bindgen]
impl MountedForm {
    /// Takes the form out of the page and frees all that it held. Once is enough.
    pub fn unmount(&self) {
        let mounted = MOUNTED.with_borrow_mut(|all| all.remove(&self.number));
        drop(mounted);
    }

    /// What would be submitted now: the answers to what is asked, computed ones included.
    ///
    /// # Errors
    /// After `unmount`, as everywhere below.
    pub fn data(&self) -> Result<JsValue, JsValue> {
        self.with(|m| Ok(script::script_of(&untrack(|| m.drawn.filling.data()))))
    }

    /// Checks everything and shows what is wrong; answers it as `[{pointer, message, severity}]` in page order, warnings included.
    pub fn validate(&self) -> Result<JsValue, JsValue> {
        self.with(|m| {
            let (filling, form) = (m.drawn.filling, m.drawn.filling.form.get_untracked());
            filling.check();
            let problems = match filling.valid() {
                Some(Ok(valid)) => valid.warnings().to_vec(),
                Some(Err(problems)) => problems,
                None => Vec::new(),
            };
            Ok(form.map_or(JsValue::UNDEFINED, |form| script::script_of(&listed(&form, &problems, m.lang))))
        })
    }

    /// Puts other answers in place of all that there are. Those that `options.provenance` names count as their sources'.
    #[wasm_bindgen(js_name = setData)]
    pub fn set_data(&self, data: JsValue) -> Result<(), JsValue> {
        self.with(|m| {
            let data = options::checked(Some(script::value_of(&data, "data")?))?;
            m.fill(&data);
            Ok(())
        })
    }

    /// Scrolls to the field at a JSON Pointer and focuses it; answers whether the form asks for it now.
    pub fn focus(&self, pointer: &str) -> Result<bool, JsValue> {
        self.with(|m| {
            let Some(form) = m.drawn.filling.form.get_untracked() else { return Ok(false) };
            let Some(field) = form.field_around(pointer) else { return Ok(false) };
            let shown = untrack(|| m.drawn.filling.visible()).get(field.index).copied().unwrap_or(false);
            if shown {
                m.drawn.filling.want();
                let target = m.drawn.target(field);
                request_animation_frame(move || crate::ui::focus::reveal(&target));
            }
            Ok(shown)
        })
    }
}

impl MountedForm {
    fn with<T>(&self, then: impl FnOnce(&Mounted) -> Result<T, JsValue>) -> Result<T, JsValue> {
        // With nothing borrowed: what is called may call the host, and the host may unmount this form or mount another.
        match MOUNTED.with_borrow(|all| all.get(&self.number).cloned()) {
            Some(mounted) => then(&mounted),
            None => Err(Thrown::new("the form was unmounted").into()),
        }
    }
}

/// Everything that goes when a form does.
pub(super) struct Mounted {
    drawn: Drawn,
    lang: Lang,
    provenance: Provenance,
    owner: Owner,
    handle: Option<Box<dyn Any>>,
}

impl Mounted {
    pub(super) fn new(place: web_sys::HtmlElement, options: Options) -> Self {
        let Options { form, data, provenance, lang, on_change, on_submit, on_file } = options;
        let names: BTreeMap<String, String> = provenance.values().map(|said| (said.source.clone(), said.name.clone())).collect();
        let answers = options::answers(&form, &data, &provenance);
        let owner = Owner::new();
        let (drawn, handle) = owner.with(|| {
            provide_context(Locale::new(lang));
            let filling = Filling::default();
            filling.take(form);
            filling.change(|all| *all = answers);
            let drawn = Drawn {
                filling,
                ids: StoredValue::new(unique("mb")),
                names: StoredValue::new(names),
                tried: RwSignal::new(0),
                on_change: StoredValue::new_local(on_change),
                on_submit: StoredValue::new_local(on_submit),
                files: Files::new(on_file),
            };
            (drawn, leptos::mount::mount_to(place, move || drawn.draw()))
        });
        Self { drawn, lang, provenance, owner, handle: Some(Box::new(handle)) }
    }

    /// Works out what its answers come to, as the first key does.
    pub(super) fn look(&self) {
        self.drawn.filling.prepare();
    }

    fn fill(&self, data: &Value) {
        let Some(form) = self.drawn.filling.form.get_untracked() else { return };
        let answers = options::answers(&form, data, &self.provenance);
        self.drawn.filling.change(|all| *all = answers);
        self.drawn.filling.clear_problems();
        let _ = self.drawn.tried.try_set(0);
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.handle = None;
        self.owner.cleanup();
    }
}

/// Tells of a panic where developers look, and has the browser compile what a form needs; nothing is seen before one is mounted.
pub fn start() {
    document::report_panics();
    warm::up();
}
