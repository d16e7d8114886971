//! Every answer of the demo backend in every native test, the arbitrary requests included, is one that public/openapi.json lists: the
//! operation's status, the case of the problem, and the headers that belong to it.

use miaoban::backend::transport::{header, Call, Reply};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::OnceLock;

/// What one operation may answer: the cases of each status; none for a success.
struct Operation {
    method: String,
    segments: Vec<String>,
    answers: BTreeMap<u16, BTreeSet<String>>,
}

fn operations() -> &'static [Operation] {
    static ALL: OnceLock<Vec<Operation>> = OnceLock::new();
    ALL.get_or_init(|| {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/public/openapi.json");
        let document: Value = serde_json::from_str(&std::fs::read_to_string(path).expect("public/openapi.json")).expect("JSON");
        let paths = document["paths"].as_object().expect("paths");
        let all = paths.iter().flat_map(|(path, methods)| methods.as_object().into_iter().flatten().map(move |(method, operation)| (path, method, operation)));
        all.map(|(path, method, operation)| Operation {
            method: method.to_uppercase(),
            segments: path.trim_start_matches('/').split('/').map(str::to_owned).collect(),
            answers: operation["responses"]
                .as_object()
                .expect("responses")
                .iter()
                .map(|(status, response)| (status.parse().expect("a status"), cases(&document, response)))
                .collect(),
        })
        .collect()
    })
}

fn cases(document: &Value, response: &Value) -> BTreeSet<String> {
    let response = match response["$ref"].as_str() {
        Some(to) => document.pointer(to.trim_start_matches('#')).unwrap_or_else(|| panic!("no {to}")),
        None => response,
    };
    let Some(problem) = response["content"].get("application/problem+json") else { return BTreeSet::new() };
    let types = problem["schema"]["allOf"][1]["properties"]["type"]["enum"].as_array().expect("the types of a problem");
    let types: BTreeSet<String> = types.iter().filter_map(Value::as_str).map(case_of).collect();
    let shown: BTreeSet<String> = problem["examples"].as_object().expect("examples").keys().cloned().collect();
    assert_eq!(types, shown, "each case has an example, and no other has one");
    types
}

fn case_of(kind: &str) -> String {
    kind.rsplit('/').next().unwrap_or_default().to_owned()
}

/// The operation that a path names: literal segments before parameters.
fn find<'a>(call: &Call) -> Option<&'a Operation> {
    let path = call.path.split(['?', '#']).next().unwrap_or_default();
    let parts: Vec<&str> = path.strip_prefix('/')?.split('/').collect();
    let fits = |operation: &&Operation| {
        operation.method == call.method.as_str()
            && operation.segments.len() == parts.len()
            && operation.segments.iter().zip(&parts).all(|(wanted, part)| if wanted.starts_with('{') { !part.is_empty() } else { wanted == part })
    };
    operations().iter().filter(fits).min_by_key(|operation| operation.segments.iter().filter(|s| s.starts_with('{')).count())
}

/// Fails where the contract does not list the answer.
pub fn hold(call: &Call, reply: &Reply) {
    let spoilt = header(&call.headers, "X-Demo-Fault").unwrap_or_default();
    if ["malformed", "html", "empty-body"].iter().any(|fault| spoilt.contains(fault)) {
        return;
    }
    let told = || format!("{} {}: {} {}", call.method.as_str(), call.path, reply.status, String::from_utf8_lossy(&reply.body));
    let problem = (reply.status >= 400).then(|| {
        assert_eq!(header(&reply.headers, "Content-Type"), Some("application/problem+json"), "{}", told());
        let problem: Value = serde_json::from_slice(&reply.body).expect("a problem is JSON");
        assert_eq!(problem["status"], reply.status, "{}", told());
        assert!(
            problem["title"].as_str().is_some_and(|t| !t.is_empty()) && problem["detail"].as_str().is_some_and(|t| !t.is_empty() && !t.contains('{')),
            "{}",
            told()
        );
        case_of(problem["type"].as_str().unwrap_or_default())
    });
    match find(call) {
        Some(operation) => {
            let listed = operation.answers.get(&reply.status).unwrap_or_else(|| panic!("openapi.json lists no such status: {}", told()));
            assert!(problem.is_none_or(|case| listed.contains(&case)), "openapi.json lists no such case: {}", told());
        }
        None => assert!(matches!(reply.status, 404 | 405), "openapi.json has no such operation: {}", told()),
    }
    match reply.status {
        405 => assert!(header(&reply.headers, "Allow").is_some_and(|allow| !allow.is_empty()), "{}", told()),
        429 => assert!(header(&reply.headers, "Retry-After").is_some_and(|s| s.parse::<u32>().is_ok()), "{}", told()),
        201 => assert!(header(&call.headers, "Idempotency-Key").is_some(), "{}", told()),
        _ => {}
    }
}

/// Guards against cases that only the source knows, and against cases in the document that nothing answers any more.
#[test]
fn the_document_and_the_source_name_the_same_cases() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/demo");
    let mut named = BTreeSet::new();
    for file in std::fs::read_dir(root).expect("src/demo") {
        let text = std::fs::read_to_string(file.expect("a file").path()).expect("a source file");
        for call in ["Refusal::new(", "Self::new("] {
            for (at, _) in text.match_indices(call) {
                let rest = text.get(at + call.len()..).unwrap_or_default();
                let Some((status, rest)) = rest.split_once(", \"") else { continue };
                let (Ok(status), Some((case, _))) = (status.parse::<u16>(), rest.split_once('"')) else { continue };
                named.insert((status, case.to_owned()));
            }
        }
    }
    assert!(named.len() >= 25, "the source is read wrongly: {named:?}");
    let listed: BTreeSet<(u16, String)> =
        operations().iter().flat_map(|o| &o.answers).flat_map(|(status, cases)| cases.iter().map(move |case| (*status, case.clone()))).collect();
    assert_eq!(named, listed);
}
