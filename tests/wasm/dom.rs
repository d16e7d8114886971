//! Every example in Chinese and English: what must hold of any markup of this app.

use crate::stand::{all, Stand};
use miaoban::preview::example::Example;
use miaoban::preview::{examples, mistakes};
use miaoban::words::Lang;
use std::collections::BTreeSet;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

#[wasm_bindgen_test]
async fn no_component_loses_its_names_ids_or_policy() {
    check(&examples::components()).await;
}

#[wasm_bindgen_test]
async fn no_page_loses_its_heading_its_hooks_or_its_language() {
    check(&examples::pages()).await;
}

#[wasm_bindgen_test]
fn no_two_examples_share_a_name() {
    let all = examples::all();
    let names: BTreeSet<&str> = all.iter().map(|e| e.name).collect();
    assert_eq!(names.len(), all.len());
}

/// People's names stay as they are in every language.
const NAMES: [&str; 6] = [
    "\u{7f57}\u{6000}\u{5c71}",
    "\u{6797}\u{77e5}\u{4e88}",
    "\u{9673}\u{555f}\u{6717}",
    "\u{5510}\u{8fdc}\u{821f}",
    "\u{4f55}\u{6dd1}\u{4e91}",
    "\u{9ad8}\u{4e88}\u{5b89}",
];

async fn check(examples: &[Example]) {
    let mut faults = Vec::new();
    for example in examples {
        for lang in [Lang::Hans, Lang::En] {
            for fault in look(*example, lang).await {
                faults.push(format!("{} in {}: {fault}", example.name, lang.tag()));
            }
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

async fn look(example: Example, lang: Lang) -> Vec<String> {
    let stand = Stand::of(lang, example.draw);
    let drawn = stand.settled().await;
    let mut faults = mistakes::take();
    let mut fault = |what: String| faults.push(what);
    if !drawn {
        fault("never stood still".to_owned());
    }
    let root: &Element = &stand.root;
    if example.has_frame() {
        let headings = all(root, "h1").len();
        let mains = all(root, "main[data-page]").len();
        if (headings, mains) != (1, 1) {
            fault(format!("{headings} h1, {mains} main[data-page]"));
        }
    }
    if example.is_page() && all(root, &format!("main[data-page='{}']", example.subject())).is_empty() {
        fault("is another page than its name says".to_owned());
    }
    if stand.all("*").is_empty() {
        fault("draws nothing".to_owned());
    }
    for field in all(root, "[data-field]") {
        if !field.has_attribute("data-state") {
            fault(format!("no data-state at {}", told(&field)));
        }
    }
    for styled in all(root, "[style]").into_iter().filter(|e| !only_properties(e)) {
        fault(format!("a style attribute at {}", told(&styled)));
    }
    // A drawing that says something has a name; icons never speak.
    for icon in all(root, "svg:not([role='img'][aria-label])") {
        if icon.get_attribute("aria-hidden").as_deref() != Some("true") {
            fault(format!("an icon that is read out at {}", told(&icon)));
        }
    }
    for image in all(root, "img") {
        if !image.has_attribute("alt") {
            fault(format!("an image without words at {}", told(&image)));
        }
    }
    for control in all(root, "input:not([type='hidden']), select, textarea, button, a, summary") {
        if name(root, &control).trim().is_empty() {
            fault(format!("no accessible name at {}", told(&control)));
        }
    }
    let mut ids = BTreeSet::new();
    for element in all(root, "[id]") {
        if !ids.insert(element.id()) {
            fault(format!("the id {} twice", element.id()));
        }
    }
    for (attribute, element) in
        ["for", "aria-labelledby", "aria-describedby", "aria-controls"].iter().flat_map(|a| all(root, &format!("[{a}]")).into_iter().map(move |e| (a, e)))
    {
        for id in element.get_attribute(attribute).unwrap_or_default().split_whitespace() {
            if !ids.contains(id) {
                fault(format!("{attribute} names {id}, which is not there, at {}", told(&element)));
            }
        }
    }
    if example.is_page() && lang == Lang::En {
        for text in chinese(root) {
            fault(format!("says “{text}” in English"));
        }
    }
    let text = stand.text();
    for left in ["{{", "undefined", "NaN", "zh-Hant\""].into_iter().filter(|t| text.contains(t)) {
        fault(format!("shows {left}"));
    }
    faults
}

/// What a screen reader calls it, as far as this app's markup goes.
fn name(root: &Element, element: &Element) -> String {
    if let Some(label) = element.get_attribute("aria-label").filter(|l| !l.trim().is_empty()) {
        return label;
    }
    let by_id = |id: &str| root.query_selector(&format!("[id='{id}']")).ok().flatten().and_then(|e| e.text_content()).unwrap_or_default();
    if let Some(ids) = element.get_attribute("aria-labelledby") {
        return ids.split_whitespace().map(by_id).collect();
    }
    if matches!(element.tag_name().as_str(), "INPUT" | "SELECT" | "TEXTAREA") {
        let labels = all(root, &format!("label[for='{}']", element.id()));
        let around = element.closest("label").ok().flatten();
        return labels.into_iter().chain(around).filter_map(|l| l.text_content()).collect();
    }
    element.text_content().unwrap_or_default()
}

/// Whether a style attribute holds custom properties only. Those are set by script, which the policy allows; anything else is left
/// to the stylesheet, and markup with it would be refused.
fn only_properties(element: &Element) -> bool {
    let style = element.get_attribute("style").unwrap_or_default();
    style.split(';').all(|part| part.trim().is_empty() || part.trim_start().starts_with("--"))
}

/// Texts with Chinese characters that are not marked as such, and not a name or another datum.
fn chinese(root: &Element) -> Vec<String> {
    let leaf = |e: &Element| e.child_element_count() == 0;
    let marked = |e: &Element| e.closest("[lang^='zh'], [translate='no'], [aria-hidden='true'], input, textarea").ok().flatten().is_some();
    all(root, "*")
        .into_iter()
        .filter(|e| leaf(e) && !marked(e))
        .filter_map(|e| e.text_content())
        .filter(|t| without_names(t).chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)))
        .collect()
}

/// The text without people's names, whole or masked to the surname.
fn without_names(text: &str) -> String {
    let rest = NAMES.iter().fold(text.to_owned(), |rest, name| rest.replace(name, ""));
    let mut parts = rest.split("**").map(str::to_owned).collect::<Vec<_>>();
    let last = parts.len().saturating_sub(1);
    for surname in parts.iter_mut().take(last) {
        surname.pop();
    }
    parts.concat()
}

/// The beginning of an element's markup.
fn told(element: &Element) -> String {
    element.outer_html().chars().take(140).collect()
}
