//! What people call the device that asks: from its User-Agent, of which only known words are ever repeated.

use super::exchange::Exchange;
use super::words::Say;
use crate::words::Words;
use serde_json::{json, Value};

/// What a User-Agent has in it, and what the browser is called; the first that fits, since later ones claim to be earlier ones too.
const BROWSERS: [(&str, &str); 9] = [
    ("MicroMessenger/", "WeChat"),
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("HuaweiBrowser/", "Huawei Browser"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("CriOS/", "Chrome"),
    ("Safari/", "Safari"),
];
const SYSTEMS: [(&str, &str, Kind); 8] = [
    ("iPhone", "iPhone", Kind::Phone),
    ("iPad", "iPad", Kind::Phone),
    ("Android", "Android", Kind::Phone),
    ("HarmonyOS", "HarmonyOS", Kind::Phone),
    ("Windows", "Windows", Kind::Computer),
    ("CrOS", "ChromeOS", Kind::Computer),
    ("Mac OS X", "Mac", Kind::Computer),
    ("Linux", "Linux", Kind::Computer),
];

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Phone,
    Computer,
}

/// What is kept of a User-Agent, in no language.
pub(super) fn read(agent: &str) -> Value {
    let browser = BROWSERS.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name);
    let system = SYSTEMS.iter().find(|(mark, ..)| agent.contains(mark));
    json!({"browser": browser, "system": system.map(|(_, name, _)| *name), "phone": system.is_some_and(|(.., kind)| *kind == Kind::Phone)})
}

/// The same in words: 电脑（Windows）上的 Chrome.
pub(super) fn say(x: &Exchange<'_>, device: &Value) -> String {
    match (device["browser"].as_str(), device["system"].as_str()) {
        (Some(browser), Some(system)) => {
            let words = if device["phone"] == true { Say::DevicePhone } else { Say::DeviceComputer };
            x.say(words, &[("browser", browser), ("system", system)])
        }
        _ => Say::DeviceUnknown.text(x.lang).to_owned(),
    }
}
