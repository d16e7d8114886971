//! A door of its own: the form engine as a script that any page can load (`make embed`), without the app around it.
//!
//! `mountForm(element, options)` draws a form into an element and answers a handle. What it takes and gives is typed in
//! `miaoban-form.d.ts` beside this file.

mod door;
mod files;
mod options;
mod validation;
mod view;
mod warm;

pub use door::{mount_form, start, MountedForm};
pub use validation::validate_data;
