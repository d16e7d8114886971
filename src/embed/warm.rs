//! Warming up. A browser compiles a wasm function when it is first called: half of what the first form of a page took. `init` has the time,
//! since pages await it while they fetch their schema, and the person who waits for a form does not.

use super::door::Mounted;
use super::options::Options;
use crate::platform::{document, script};
use serde_json::{json, Map};

/// More questions than are drawn at once: the ways of a long form are warmed too.
const QUESTIONS: usize = 48;

/// How often the form is read.
const READINGS: usize = 12;

/// Draws a form of common kinds beside the document, and takes it away again.
pub(super) fn up() {
    let Some(place) = document::detached() else { return };
    let kinds = [
        (json!({"type": "string", "maxLength": 9, "description": "a"}), json!("a")),
        (json!({"type": "number", "minimum": 0}), json!(1)),
        (json!({"type": "boolean"}), json!(true)),
        (json!({"type": "string", "enum": ["1", "2", "3", "4", "5", "6", "7", "8", "9"]}), json!("1")),
        (json!({"type": "string", "format": "date"}), json!("2026-01-01")),
        (json!({"type": "string", "maxLength": 99, "x-widget": "textarea"}), json!("f")),
    ];
    let (mut properties, mut data) = (Map::new(), Map::new());
    for (at, (schema, value)) in kinds.iter().cycle().take(QUESTIONS).enumerate() {
        properties.insert(at.to_string(), schema.clone());
        data.insert(at.to_string(), value.clone());
    }
    // As a host hands it over.
    let options = script::script_of(&json!({"schema": {"type": "object", "required": ["0"], "properties": properties}, "data": data, "lang": "en"}));
    // What runs often is compiled once more, and better; reading a schema of thousands of questions is worth that.
    for _ in 1..READINGS {
        let _ = Options::read(&options);
    }
    let Ok(options) = Options::read(&options) else { return };
    let mounted = Mounted::new(place, options);
    mounted.look();
}
