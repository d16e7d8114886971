//! The examples, one file a subject.

pub mod page_acting;
pub mod page_after;
pub mod page_applying;
pub mod page_board;
pub mod page_bundle;
pub mod page_camera;
pub mod page_drafts;
pub mod page_elsewhere;
pub mod page_guardian;
pub mod page_identity;
pub mod page_passkeys;
pub mod page_records;
pub mod page_setup;
pub mod page_start;
pub mod page_step_up;
pub mod ui_basics;
pub mod ui_decision;
pub mod ui_fields;
pub mod ui_form;
pub mod ui_frame;
pub mod ui_lists;
pub mod ui_rating;
pub mod ui_sources;

use super::example::Example;

/// Every example of the components, in the order of the gallery.
pub fn components() -> Vec<Example> {
    [
        ui_basics::examples(),
        ui_frame::examples(),
        ui_lists::examples(),
        ui_fields::examples(),
        ui_form::examples(),
        ui_sources::examples(),
        page_records::cards(),
        ui_decision::examples(),
        ui_rating::examples(),
    ]
    .concat()
}

/// Every example of the pages, in walking order.
pub fn pages() -> Vec<Example> {
    [
        page_start::examples(),
        page_bundle::examples(),
        page_identity::examples(),
        page_camera::examples(),
        page_elsewhere::examples(),
        page_guardian::examples(),
        page_applying::examples(),
        page_acting::examples(),
        page_step_up::examples(),
        page_drafts::examples(),
        page_records::examples(),
        page_passkeys::examples(),
        page_setup::examples(),
        page_board::examples(),
        page_after::examples(),
    ]
    .concat()
}

/// All of them.
pub fn all() -> Vec<Example> {
    [pages(), components()].concat()
}
