//! In which order things that come after one another are done.

/// An order in which each of `count` things stands after everything in `after` of it, as near to the given one as can be.
///
/// # Errors
/// The things of a circle, the first one at both ends.
pub(super) fn order(count: usize, after: impl Fn(usize) -> Vec<usize>) -> Result<Vec<usize>, Vec<usize>> {
    let mut states = vec![State::New; count];
    let mut ordered = Vec::with_capacity(count);
    for start in 0..count {
        // What is still to be looked at before each thing on the way here, the next one last.
        let mut path: Vec<(usize, Vec<usize>)> = Vec::new();
        enter(start, &after, &mut states, &mut path);
        while let Some((at, left)) = path.last_mut() {
            let at = *at;
            match left.pop() {
                Some(next) if states.get(next) == Some(&State::Open) => {
                    let around = path.iter().map(|(at, _)| *at).skip_while(|at| *at != next);
                    return Err(around.chain([next]).collect());
                }
                Some(next) => enter(next, &after, &mut states, &mut path),
                None => {
                    set(&mut states, at, State::Done);
                    ordered.push(at);
                    path.pop();
                }
            }
        }
    }
    Ok(ordered)
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    New,
    /// Something that comes before it is being looked at.
    Open,
    Done,
}

fn enter(at: usize, after: &impl Fn(usize) -> Vec<usize>, states: &mut [State], path: &mut Vec<(usize, Vec<usize>)>) {
    if states.get(at) == Some(&State::New) {
        set(states, at, State::Open);
        let mut left = after(at);
        left.reverse();
        path.push((at, left));
    }
}

fn set(states: &mut [State], at: usize, state: State) {
    if let Some(place) = states.get_mut(at) {
        *place = state;
    }
}
