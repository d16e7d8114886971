//! The parts as a list in stages; on a wide screen the stages stand side by side with lines between what leads to what. To a screen reader it is the
//! same list on both.

use super::part;
use super::Board;
use crate::bundle::{spots, ways, Spot};
use crate::model::matter::Part;
use crate::pages::say;
use crate::platform::layout;
use crate::state::effect::{effect, memo};
use crate::ui::{live, say_of_with};
use crate::words::board::Board as Words;
use leptos::prelude::*;

/// The shape of the board: which parts there are and what comes after what. While it stays, parts change in place and keep the focus.
fn shape(parts: &[Part]) -> Vec<(String, Vec<String>)> {
    parts.iter().map(|p| (p.service.id.clone(), p.after.clone())).collect()
}

pub fn draw(board: Board) -> AnyView {
    let shape = memo(move || board.part(|m| shape(&m.parts)).unwrap_or_default());
    let drawn = move || {
        // Read, since a memo that nobody reads tells nothing.
        let _ = shape.get();
        let parts = untrack(|| board.part(|m| m.parts.clone())).unwrap_or_default();
        let spots = spots(&parts);
        let last = spots.iter().map(|s| s.stage).max().unwrap_or(0);
        let stages: Vec<AnyView> = (0..=last).map(|stage| draw_stage(board, stage, &spots, &parts)).collect();
        view! {
            <div class="mb-board__stages">
                <ol class="mb-board__list" role="list">{stages}</ol>
                {lines(board, &parts)}
            </div>
        }
        .into_any()
    };
    view! {
        <section class="mb-block mb-board">
            <h2 class="mb-block__title">{say(Words::Parts)}</h2>
            {live(drawn)}
        </section>
    }
    .into_any()
}

fn draw_stage(board: Board, stage: usize, spots: &[Spot], parts: &[Part]) -> AnyView {
    let here = spots.iter().filter(|s| s.stage == stage).filter_map(|s| parts.get(s.part));
    let rows: Vec<AnyView> = here.map(|part| part::draw(board, part.service.id.clone())).collect();
    let title = say_of_with(Words::Stage, vec![("n", Signal::stored((stage + 1).to_string()))]);
    view! {
        <li class="mb-board__stage">
            <h3 class="mb-board__stage-title">{title}</h3>
            <ul class="mb-board__lane" role="list">{rows}</ul>
        </li>
    }
    .into_any()
}

/// Lines from what comes first to what comes after, measured from where the cards stand. Words in the cards say the same.
fn lines(board: Board, parts: &[Part]) -> AnyView {
    let ids: Vec<String> = parts.iter().map(|p| part::element_id(&p.service.id)).collect();
    let ways: Vec<(String, String)> = ways(parts).into_iter().filter_map(|(from, to)| Some((ids.get(from)?.clone(), ids.get(to)?.clone()))).collect();
    let paths = RwSignal::new(Vec::<String>::new());
    let measure = move || {
        let drawn = ways.iter().filter_map(|(from, to)| layout::curve("board-lines", from, to)).collect();
        let _ = paths.try_set(drawn);
    };
    let again = measure.clone();
    let watching = layout::on_resize("board-lines", again);
    let watching = StoredValue::new_local(watching);
    on_cleanup(move || watching.dispose());
    effect(move || {
        // A card that says more is taller.
        board.shown.track();
        request_animation_frame(measure.clone());
    });
    let drawn = move || paths.get().into_iter().map(|d| view! { <path d=d></path> }.into_any()).collect::<Vec<_>>();
    view! { <svg class="mb-board__lines" id="board-lines" aria-hidden="true" focusable="false">{move || drawn()}</svg> }.into_any()
}
