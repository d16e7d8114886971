//! The preview's page: a list of every example, one of them alone (`?example=NAME&lang=en&size=elder&theme=dark`), or a service's form in
//! a page that is not the app (`?form=SERVICE&person=NAME`).

use super::example::Example;
use super::mounted::Mounted;
use super::words::{Gallery, Hosting};
use super::{examples, hosted, mistakes, settle};
use crate::platform::{address, document, stage};
use crate::state::locale::{Locale, TextSize, Theme};
use crate::ui::{Card, DisplayMenu, SearchBox};
use crate::words::Lang;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::HtmlElement;

/// Mounts what the address asks for, now and whenever the address changes. `data-ready="true"` on the root element says that it is
/// drawn and stands still.
pub fn start() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        document::announce("miaoban:panic");
    }));
    let Some(place) = document::mount_point() else { return };
    let shown = Rc::new(RefCell::new(None::<Shown>));
    show(&place, &shown);
    document::announce("miaoban:ready");
    // Back and Forward between examples; tests go from one to the next without loading the program anew.
    std::mem::forget(document::on_window("popstate", move |_| show(&place, &shown)));
}

/// What is mounted, for which query.
struct Shown {
    query: String,
    _mounted: Mounted,
}

/// Mounts what the address asks for, unless it is there already: pages of an example say `popstate` too, of addresses of their own.
fn show(place: &HtmlElement, shown: &Rc<RefCell<Option<Shown>>>) {
    let query = web_sys::window().and_then(|w| w.location().search().ok()).unwrap_or_default();
    if shown.borrow().as_ref().is_some_and(|s| s.query == query) {
        return;
    }
    document::set_root("data-ready", "false");
    // The old one goes before the new one comes: both would answer to the same clicks.
    shown.replace(None);
    stage::close();
    settle::begin(0);
    mistakes::take();
    let (wanted, look) = (address::query("example"), Look::read());
    let form = address::query("form").filter(|_| wanted.is_none());
    let person = address::query("person").filter(|_| form.is_some());
    let name = form.as_ref().map(|service| format!("form/{service}")).or(wanted.clone());
    document::set_root("data-preview", name.as_deref().unwrap_or("list"));
    let draw = move || {
        dress(expect_context::<Locale>());
        match (form, wanted) {
            (Some(service), _) => hosted::page(&service, person).unwrap_or_else(|| unknown(&service)),
            (None, None) => list(),
            (None, Some(name)) => match examples::all().into_iter().find(|e| e.name == name) {
                Some(example) => one(example),
                None => unknown(&name),
            },
        }
    };
    let mounted = Mounted::new(place.clone(), move || look.locale(), draw);
    shown.replace(Some(Shown { query: query.clone(), _mounted: mounted }));
    let (place, shown) = (place.clone(), shown.clone());
    spawn_local(async move {
        let drawn = settle::settled(&place).await;
        if shown.borrow().as_ref().is_some_and(|s| s.query == query) {
            // An example that made a mistake is none, even where what it drew stands still.
            document::set_root("data-ready", if drawn && mistakes::take().is_empty() { "true" } else { "never" });
        }
    });
}

/// What the address says of language, size and theme.
struct Look {
    lang: Lang,
    size: TextSize,
    theme: Theme,
}

impl Look {
    fn read() -> Self {
        Self {
            lang: address::query("lang").and_then(|tag| Lang::parse(&tag)).unwrap_or(Lang::Hans),
            size: if address::query("size").as_deref() == Some("elder") { TextSize::Elder } else { TextSize::Standard },
            theme: match address::query("theme").as_deref() {
                Some("dark") => Theme::Dark,
                Some("light") => Theme::Light,
                _ => Theme::Auto,
            },
        }
    }

    /// Call it under the owner of what is mounted.
    fn locale(&self) -> Locale {
        let locale = Locale::new(self.lang);
        locale.size.set(self.size);
        locale.theme.set(self.theme);
        locale
    }
}

/// As the app does, without keeping anything.
fn dress(locale: Locale) {
    Effect::new(move |_| {
        document::set_root("lang", locale.lang.get().tag());
        document::set_root("data-size", if locale.size.get() == TextSize::Elder { "elder" } else { "standard" });
        let theme = match locale.theme.get() {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        };
        document::set_root("data-theme", theme);
    });
}

/// One example alone. A page brings its own frame; a component gets a margin and, where it has none, a heading for axe and ears.
fn one(example: Example) -> AnyView {
    if example.is_page() {
        return (example.draw)();
    }
    document::set_title(example.name);
    let drawn = (example.draw)();
    if example.has_frame() {
        return drawn;
    }
    view! { <main class="pv-one"><h1 class="mb-hidden">{example.name}</h1>{drawn}</main> }.into_any()
}

fn unknown(name: &str) -> AnyView {
    let locale = expect_context::<Locale>();
    let words = locale.say_with(Gallery::Unknown, &[("name", name)]);
    view! { <main class="pv-one"><h1>{words}</h1><p><a href="?">{move || locale.say(Gallery::ToAll)}</a></p></main> }.into_any()
}

/// Links to all, by subject.
fn list() -> AnyView {
    let locale = expect_context::<Locale>();
    Effect::new(move |_| document::set_title(locale.say(Gallery::Title)));
    let all = StoredValue::new(examples::all());
    let filter = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        let wanted = filter.with(|f| f.trim().to_lowercase());
        all.with_value(|all| all.iter().map(|e| e.name).filter(|name| name.contains(&wanted)).collect::<Vec<_>>())
    });
    let told = move || locale.say_with(Gallery::Shown, &[("n", &found.with(Vec::len).to_string())]);
    let filter_words = Signal::derive(move || locale.say(Gallery::Filter).to_owned());
    view! {
        <main class="pv-list">
            <header class="pv-list__head">
                <h1 class="pv-list__title">{move || locale.say(Gallery::Title)}</h1>
                <DisplayMenu/>
            </header>
            <p class="mb-quiet">{move || locale.say(Gallery::Lead)}</p>
            <SearchBox label=filter_words value=filter on_input=move |text| filter.set(text)/>
            <p class="mb-found" role="status">{told}</p>
            <div class="pv-list__groups">{move || groups(locale, &found.get())}</div>
            {forms(locale)}
        </main>
    }
    .into_any()
}

/// How the list is read now, as an address says it.
fn look(locale: Locale) -> String {
    format!(
        "lang={}&size={}&theme={}",
        locale.lang.get().tag(),
        if locale.size.get() == TextSize::Elder { "elder" } else { "standard" },
        match locale.theme.get() {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    )
}

/// A card with the forms that can be shown in a page that is not the app.
fn forms(locale: Locale) -> AnyView {
    let link = move |service: &'static str| {
        let address = move || format!("?form={service}&{}", look(locale));
        view! { <li><a class="pv-list__link" href=address>{service}</a></li> }.into_any()
    };
    let links: Vec<AnyView> = hosted::SERVICES.iter().map(|(service, _)| link(service)).collect();
    let title = Signal::derive(move || locale.say(Hosting::Title).to_owned());
    view! { <Card title class="pv-list__forms"><ul class="pv-list__links" role="list">{links}</ul></Card> }.into_any()
}

/// A card for each component or page, in the order of the examples.
fn groups(locale: Locale, names: &[&'static str]) -> Vec<AnyView> {
    let look = look(locale);
    let group = |name: &str| name.split('/').take(2).collect::<Vec<_>>().join("/");
    names
        .chunk_by(|a, b| group(a) == group(b))
        .map(|same| {
            let title = same.first().map(|name| group(name)).unwrap_or_default();
            let links: Vec<AnyView> = same
                .iter()
                .map(|name| {
                    let state = name.splitn(3, '/').nth(2).unwrap_or(name);
                    view! { <li><a class="pv-list__link" href=format!("?example={name}&{look}")>{state}</a></li> }.into_any()
                })
                .collect();
            view! { <Card title=Signal::stored(title)><ul class="pv-list__links" role="list">{links}</ul></Card> }.into_any()
        })
        .collect()
}
