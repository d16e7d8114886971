//! A demo service's form in a page that is not the app (`/?form=SERVICE&person=NAME`): it comes in by the door that scripts use, with
//! options as a script gives them. Beside it stands what the page hears, and what the handle answers.

use super::desk::Desk;
use super::mistakes;
use super::words::Hosting;
use crate::embed::{mount_form, MountedForm};
use crate::form::{Form, Pointer};
use crate::model::prefill::{Edit, SourcePrefill, TrustLevel};
use crate::platform::script;
use crate::state::effect::effect;
use crate::state::locale::use_locale;
use crate::ui::{Action, Card, DisplayMenu, Look};
use crate::words::Lang;
use js_sys::Reflect;
use leptos::html::Div;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::{json, Map, Value};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{File, HtmlElement};

/// The services whose forms can be shown, each with somebody of whom its sources know a lot.
pub const SERVICES: &[(&str, &str)] = &[
    ("no-criminal-record", "lin"),
    ("car-quota-extension", "lin"),
    ("senior-allowance", "he"),
    ("residence-permit", "zhao"),
    ("graduate-settlement", "gao"),
    ("company-setup", "wen"),
];

/// How much of what was heard stands there.
const LINES: usize = 20;

/// What the page heard and was answered, the latest first.
type Heard = RwSignal<Vec<String>>;

/// The page around the form; `None` where there is no such service.
pub fn page(service: &str, person: Option<String>) -> Option<AnyView> {
    let (service, known) = SERVICES.iter().find(|(id, _)| *id == service)?;
    let person = person.unwrap_or_else(|| (*known).to_owned());
    let locale = use_locale();
    let place = NodeRef::<Div>::new();
    let (name, heard) = (RwSignal::new(String::new()), Heard::new(Vec::new()));
    let host = StoredValue::new_local(None::<Host>);
    effect(move || {
        let (Some(place), lang) = (place.get(), locale.lang.get()) else { return };
        let person = person.clone();
        // Outside of every owner, as a script stands: a form belongs to whoever unmounts it.
        spawn_local(async move {
            let Some(before) = host.try_update_value(Option::take) else { return };
            // Another language means another form, with what stands in this one.
            let kept = before.as_ref().and_then(Host::data);
            drop(before);
            let (called, options) = Options::of(service, &person, lang, kept);
            name.set(called);
            match Host::mount(place.into(), options, heard) {
                Ok(mounted) => drop(host.try_set_value(Some(mounted))),
                Err(error) => tell(heard, "mountForm", &json!(message(&error))),
            }
        });
    });
    on_cleanup(move || drop(host.try_update_value(Option::take)));
    let ask = move |what: fn(&Host, Heard)| {
        Callback::new(move |()| {
            // With nothing borrowed: what is called tells the page, which may draw anew.
            let Some(Some(mounted)) = host.try_update_value(Option::take) else { return };
            what(&mounted, heard);
            drop(host.try_set_value(Some(mounted)));
        })
    };
    let shown = move || heard.get().into_iter().map(|line| view! { <pre class="pv-form__line">{line}</pre> }.into_any()).collect::<Vec<_>>();
    let label = |words: &'static str| Signal::stored(words.to_owned());
    Some(
        view! {
            <main class="pv-form">
                <header class="pv-list__head pv-form__head">
                    <h1 class="pv-list__title">{name}</h1>
                    <DisplayMenu/>
                </header>
                <p class="mb-quiet">{move || locale.say(Hosting::Lead)}</p>
                <div class="pv-form__two">
                    <div node_ref=place></div>
                    <Card title=Signal::derive(move || locale.say(Hosting::Heard).to_owned())>
                        <div class="pv-form__asks">
                            <Action look=Look::Quiet label=label("data()") on_press=ask(Host::tell_data) hook="data"/>
                            <Action look=Look::Quiet label=label("validate()") on_press=ask(Host::tell_problems) hook="validate"/>
                            <Action look=Look::Quiet label=label("setData()") on_press=ask(Host::set_data) hook="set-data"/>
                        </div>
                        <div class="pv-form__heard" role="log" tabindex="0" aria-label=move || locale.say(Hosting::Heard)>{shown}</div>
                    </Card>
                </div>
                <p><a class="pv-list__link" href="?">{move || locale.say(super::words::Gallery::ToAll)}</a></p>
            </main>
        }
        .into_any(),
    )
}

fn tell(heard: Heard, what: &str, value: &Value) {
    let written = serde_json::to_string_pretty(value).unwrap_or_default();
    let _ = heard.try_update(|lines| {
        lines.insert(0, format!("{what} {written}"));
        lines.truncate(LINES);
    });
}

fn message(error: &JsValue) -> String {
    error.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message())).unwrap_or_default()
}

/// What `mountForm` is given.
struct Options {
    schema: Value,
    data: Value,
    provenance: Value,
    lang: Lang,
}

impl Options {
    /// A service's form with what its sources know of a person, or with `kept` in place of that; and what the service is called.
    fn of(service: &str, person: &str, lang: Lang, kept: Option<Value>) -> (String, Self) {
        let desk = Desk::new(lang);
        let consent = desk.verify(person, service, &[]);
        let schema = desk.form(service)["schema"].take();
        let said = desk.prefills(service, &consent).into_iter().map(with_first_choice).collect::<Vec<_>>();
        let filled = filled(&schema, &said);
        let data = kept.unwrap_or(filled);
        let provenance = provenance(&said, &data);
        (desk.name(service), Self { schema, data, provenance, lang })
    }

    /// As a script writes them.
    fn to_script(&self) -> JsValue {
        script::script_of(&json!({"schema": self.schema, "data": self.data, "provenance": self.provenance, "lang": self.lang.tag()}))
    }
}

/// Where a person holds several certificates, the first that may be picked.
fn with_first_choice(said: SourcePrefill) -> SourcePrefill {
    let first = said.choice.as_ref().and_then(|choice| choice.held.iter().filter(|held| held.unusable.is_none()).find_map(|held| choice.value_of(held)));
    match first.cloned() {
        Some(picked) => said.picking(&picked),
        None => said,
    }
}

fn filled(schema: &Value, said: &[SourcePrefill]) -> Value {
    let mut data = json!({});
    match Form::load("", schema) {
        Ok(form) => {
            for field in said.iter().flat_map(|said| &said.fields).filter(|f| form.field(&f.pointer).is_some()) {
                let _ = Pointer::parse(&field.pointer).map(|pointer| pointer.set(&mut data, field.value.clone()));
            }
        }
        Err(problem) => mistakes::note(problem.to_string()),
    }
    data
}

/// Who said what stands in the data; what somebody changed is nobody else's.
fn provenance(said: &[SourcePrefill], data: &Value) -> Value {
    let mut all = Map::new();
    for (source, field) in said.iter().flat_map(|said| said.fields.iter().map(move |field| (said, field))) {
        if data.pointer(&field.pointer) != Some(&field.value) {
            continue;
        }
        let level = match field.level {
            TrustLevel::A => "A",
            TrustLevel::B => "B",
            TrustLevel::C => "C",
            TrustLevel::D => "D",
        };
        let edit = if field.edit == Edit::Locked { "locked" } else { "allowed" };
        let entry = json!({"source": source.source, "name": source.name, "level": level, "edit": edit, "masked": field.masked, "note": field.note});
        all.insert(field.pointer.clone(), entry);
    }
    Value::Object(all)
}

/// What a page keeps of a form: its handle, and the functions that it hears by.
struct Host {
    form: MountedForm,
    options: Options,
    _on_change: Closure<dyn Fn(JsValue)>,
    _on_submit: Closure<dyn Fn(JsValue, JsValue)>,
    _on_file: Closure<dyn Fn(File, JsValue) -> JsValue>,
}

impl Host {
    fn mount(place: HtmlElement, options: Options, heard: Heard) -> Result<Self, JsValue> {
        let of = |value: &JsValue| script::value_of(value, "it").unwrap_or_default();
        let on_change = Closure::<dyn Fn(JsValue)>::new(move |change| tell(heard, "onChange", &of(&change)));
        let on_submit = Closure::<dyn Fn(JsValue, JsValue)>::new(move |data, provenance| {
            tell(heard, "onSubmit", &json!([of(&data), of(&provenance)]));
        });
        // As a page that stores every file under its name.
        let on_file = Closure::<dyn Fn(File, JsValue) -> JsValue>::new(move |file: File, about| {
            tell(heard, "onFile", &json!([{"name": file.name(), "type": file.type_(), "size": file.size()}, of(&about)]));
            JsValue::from(file.name())
        });
        let given = options.to_script();
        Reflect::set(&given, &"onChange".into(), on_change.as_ref())?;
        Reflect::set(&given, &"onSubmit".into(), on_submit.as_ref())?;
        Reflect::set(&given, &"onFile".into(), on_file.as_ref())?;
        let form = mount_form(place.into(), given)?;
        Ok(Self { form, options, _on_change: on_change, _on_submit: on_submit, _on_file: on_file })
    }

    fn data(&self) -> Option<Value> {
        script::value_of(&self.form.data().ok()?, "data").ok()
    }

    fn tell_data(&self, heard: Heard) {
        tell(heard, "data()", &self.data().unwrap_or_default());
    }

    fn tell_problems(&self, heard: Heard) {
        let problems = self.form.validate().ok().and_then(|told| script::value_of(&told, "problems").ok());
        tell(heard, "validate()", &problems.unwrap_or_default());
    }

    /// As it was in the beginning.
    fn set_data(&self, heard: Heard) {
        if let Err(error) = self.form.set_data(script::script_of(&self.options.data)) {
            tell(heard, "setData()", &json!(message(&error)));
        }
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.form.unmount();
    }
}
