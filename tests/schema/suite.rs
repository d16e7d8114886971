//! Runs the official JSON Schema Test Suite, draft 2020-12, as the JSON Schema organisation publishes it and `.ci/setup suite` fetches it.
//!
//! JSON_SCHEMA_SUITE names a directory other than the one it is fetched to: with `tests` and `remotes` of the suite, and
//! `metaschemas`. Prints each case that fails; closes with how many required cases passed, of how many. Fails where the suite is missing or
//! smaller than it was.

use miaoban::form::schema::Schema;
use miaoban::form::Patterns;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// So many cases the suite has; fewer mean that something was not found.
const REQUIRED: usize = 1_257;
const OPTIONAL: usize = 507;
/// Formats that are asserted.
const FORMATS: [&str; 16] = [
    "date",
    "date-time",
    "duration",
    "email",
    "hostname",
    "idn-email",
    "ipv4",
    "ipv6",
    "iri",
    "iri-reference",
    "json-pointer",
    "regex",
    "time",
    "uri",
    "uri-reference",
    "uuid",
];
/// What of the optional behaviour is held, besides.
const ALSO: [&str; 10] =
    ["anchor", "bignum", "dynamicRef", "ecmascript-regex", "float-overflow", "id", "no-schema", "non-bmp-regex", "refOfUnknownKeyword", "unknownKeyword"];
/// May fail: vocabularies are not read, and nothing is fetched. They are run nevertheless.
const EXEMPT: [&str; 3] = ["dynamicRef.json", "refRemote.json", "vocabulary.json"];

struct Ecma;

impl Patterns for Ecma {
    fn matches(&self, pattern: &str, text: &str) -> Option<bool> {
        Some(regress::Regex::with_flags(pattern, "u").ok()?.find(text).is_some())
    }
}

/// What a run came to: passed, failed, failed though exempt.
#[derive(Default)]
struct Counts {
    passed: usize,
    failed: usize,
    exempt: usize,
}

impl Counts {
    fn total(&self) -> usize {
        self.passed + self.failed + self.exempt
    }
}

fn main() -> ExitCode {
    let fetched = || Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/.cache/json-schema-suite");
    let suite = std::env::var_os("JSON_SCHEMA_SUITE").map_or_else(fetched, PathBuf::from);
    let draft = suite.join("tests/draft2020-12");
    let required = files(&draft, false);
    if required.is_empty() {
        eprintln!("The JSON Schema Test Suite is not at {}: `make schema-suite` fetches it.", suite.display());
        return ExitCode::FAILURE;
    }
    let others = others(&suite);
    let mut optional = Counts::default();
    for format in FORMATS {
        file(&draft.join(format!("optional/format/{format}.json")), true, &others, &mut optional);
    }
    for name in ALSO {
        file(&draft.join(format!("optional/{name}.json")), false, &others, &mut optional);
    }
    let mut cases = Counts::default();
    for path in required {
        file(&path, false, &others, &mut cases);
    }
    println!("optional: {} / {}", optional.passed, optional.total());
    println!("{} / {}", cases.passed, cases.total());
    let whole = cases.total() >= REQUIRED && optional.total() >= OPTIONAL;
    if !whole {
        eprintln!("The suite is smaller than it was: {REQUIRED} required cases and {OPTIONAL} optional ones are expected.");
    }
    if whole && cases.failed + optional.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// The JSON files of a directory, in order of their names; with those of its directories where `deep`.
fn files(directory: &Path, deep: bool) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for path in std::fs::read_dir(directory).into_iter().flatten().flatten().map(|entry| entry.path()) {
        if path.is_dir() && deep {
            found.extend(files(&path, true));
        } else if path.is_file() && (deep || path.extension().is_some_and(|e| e == "json")) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn read(path: &Path) -> Option<Value> {
    serde_json::from_slice(&std::fs::read(path).ok()?).ok()
}

/// What the suite refers to: its own server's documents by their address there, the meta-schemas by their `$id`.
fn others(suite: &Path) -> Vec<(String, Value)> {
    let remotes = suite.join("remotes");
    let mut all = Vec::new();
    for path in files(&remotes, true) {
        let Some(value) = read(&path) else { continue };
        let name = path.strip_prefix(&remotes).map(|p| p.to_string_lossy().replace('\\', "/")).unwrap_or_default();
        all.push((format!("http://localhost:1234/{name}"), value));
    }
    for value in files(&suite.join("metaschemas"), true).iter().filter_map(|path| read(path)) {
        if let Some(id) = value.get("$id").and_then(Value::as_str) {
            all.push((id.to_owned(), value.clone()));
        }
    }
    all
}

fn file(path: &Path, formats: bool, others: &[(String, Value)], counts: &mut Counts) {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let others: Vec<(&str, &Value)> = others.iter().map(|(uri, value)| (uri.as_str(), value)).collect();
    let groups = read(path).unwrap_or_default();
    for group in groups.as_array().into_iter().flatten() {
        let schema = Schema::compile_with(&group["schema"], &others);
        for test in group["tests"].as_array().into_iter().flatten() {
            let got = schema.as_ref().map(|schema| schema.validate(&test["data"], &Ecma, formats));
            if got.as_ref().is_ok_and(|outcome| outcome.is_valid() == test["valid"] && outcome.limit.is_none()) {
                counts.passed += 1;
                continue;
            }
            let exempt = EXEMPT.contains(&name.as_ref());
            if exempt {
                counts.exempt += 1;
            } else {
                counts.failed += 1;
            }
            let word = if exempt { "exempt" } else { "failed" };
            println!("{word}: {name} › {} › {}: {got:?}", group["description"], test["description"]);
        }
    }
}
