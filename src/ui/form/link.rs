//! From a problem to where it is mended.

use super::field_id;
use crate::form::{is_at_or_in, sentence_for, Field, Form, Items, Kind, Problem};
use crate::ui::field::target_id;
use crate::ui::ErrorLink;
use crate::words::Lang;

/// A problem of a form as the error summary links to it; `ids` is what the ids of the form's controls begin with.
pub fn link(form: &Form, problem: &Problem, ids: &str, lang: Lang) -> ErrorLink {
    let text = sentence_for(problem, form, lang);
    let Some(field) = form.field_around(&problem.pointer) else { return ErrorLink { target: String::new(), inside: None, label: String::new(), text } };
    let inside = problem.pointer.strip_prefix(field.pointer.as_str()).unwrap_or_default();
    let target = target_id(field, &field_id(ids, field.pointer.as_str()), inside);
    let nests = matches!(field.kind, Kind::Repeat { .. } | Kind::Group { .. });
    let inner = (nests && !inside.is_empty()).then(|| problem.pointer.clone());
    ErrorLink { target, inside: inner, label: label(field, inside), text }
}

/// What a problem is about; inside a list, the row and the field in it.
fn label(field: &Field, inside: &str) -> String {
    let own = field.label.clone();
    match &field.kind {
        Kind::Group { fields, .. } if !inside.is_empty() => [Some(own), within(fields, inside)].into_iter().flatten().collect::<Vec<_>>().join(" \u{b7} "),
        Kind::Repeat { fields, item_title, .. } => {
            let Some(inside) = inside.strip_prefix('/') else { return own };
            let (row, rest) = inside.split_at(inside.find('/').unwrap_or(inside.len()));
            let Ok(row) = row.parse::<usize>() else { return own };
            let inner = within(fields, rest).filter(|_| !fields.is_plain());
            [Some(format!("{item_title} {}", row + 1)), inner].into_iter().flatten().collect::<Vec<_>>().join(" \u{b7} ")
        }
        _ => own,
    }
}

fn within(fields: &Items, inside: &str) -> Option<String> {
    let field = fields.iter().find(|f| is_at_or_in(inside, f.pointer.as_str()))?;
    Some(label(field, inside.strip_prefix(field.pointer.as_str()).unwrap_or_default()))
}
