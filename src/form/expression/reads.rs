//! What an expression reads: the places of the data on which its outcome rests.

use super::Pointer;
use jmespath::ast::Ast;

/// What a part of an expression stands for.
#[derive(Clone)]
enum Part {
    /// What is at a place of the data. Not noted as read before something is made of it: `a.b` rests on `/a/b`, not on all of `/a`.
    Place(Pointer),
    /// Something new; what it was made of has been noted.
    Made,
}

/// The places, none of them within another; and those of which it matters whether they are there at all, whatever is in them.
pub(super) fn reads(ast: &Ast) -> (Vec<Pointer>, Vec<Pointer>) {
    let mut reading = Reading { used: Vec::new(), there: Vec::new() };
    reading.used(ast, &Part::Place(Pointer::root()));
    let all = reading.used;
    let outermost = |place: &Pointer| !all.iter().any(|other| other != place && place.is_within(other));
    let mut places: Vec<Pointer> = Vec::new();
    for place in all.iter().filter(|place| outermost(place)) {
        if !places.contains(place) {
            places.push(place.clone());
        }
    }
    (places, reading.there)
}

struct Reading {
    used: Vec<Pointer>,
    there: Vec<Pointer>,
}

impl Reading {
    /// A part whose value matters.
    fn used(&mut self, ast: &Ast, here: &Part) -> Part {
        if let Part::Place(place) = self.part(ast, here) {
            self.used.push(place);
        }
        Part::Made
    }

    fn part(&mut self, ast: &Ast, here: &Part) -> Part {
        match ast {
            Ast::Identity { .. } | Ast::Index { .. } | Ast::Slice { .. } => here.clone(),
            Ast::Literal { .. } => Part::Made,
            Ast::Field { name, .. } => match here {
                Part::Place(place) => Part::Place(place.child(name)),
                Part::Made => Part::Made,
            },
            Ast::Flatten { node, .. } => self.part(node, here),
            // Which members there are is what matters, whatever is then made of them.
            Ast::ObjectValues { node, .. } => self.used(node, here),
            Ast::Subexpr { lhs, rhs, .. } | Ast::Projection { lhs, rhs, .. } => {
                let inner = self.part(lhs, here);
                self.part(rhs, &inner)
            }
            Ast::Condition { predicate, then, .. } => {
                self.used(predicate, here);
                self.part(then, here)
            }
            Ast::Comparison { lhs, rhs, .. } | Ast::And { lhs, rhs, .. } | Ast::Or { lhs, rhs, .. } => {
                self.used(lhs, here);
                self.used(rhs, here)
            }
            Ast::Not { node, .. } => self.used(node, here),
            Ast::Function { args, .. } => self.all(args.iter(), here),
            Ast::MultiList { elements, .. } => self.all_of(elements.iter(), here),
            Ast::MultiHash { elements, .. } => self.all_of(elements.iter().map(|pair| &pair.value), here),
            // `&price` in `sort_by(items, &price)` is read within what the other argument has named already.
            Ast::Expref { ast, .. } => self.used(ast, &Part::Made),
        }
    }

    /// `a.[b, c]` is null without an `a`, and a list with one.
    fn all_of<'a>(&mut self, parts: impl Iterator<Item = &'a Ast>, here: &Part) -> Part {
        if let Part::Place(place) = here {
            self.there.push(place.clone());
        }
        self.all(parts, here)
    }

    fn all<'a>(&mut self, parts: impl Iterator<Item = &'a Ast>, here: &Part) -> Part {
        for part in parts {
            self.used(part, here);
        }
        Part::Made
    }
}
