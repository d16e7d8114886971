//! Bundles: what is refused, and what a plan holds.

use miaoban::bundle::{Definition, Plan, Prior};
use miaoban::model::bundle::{Bundle, GuideAnswers};
use miaoban::model::date::Date;
use proptest::prelude::*;
use serde_json::{json, Value};
use std::collections::BTreeSet;

const TODAY: &str = "2026-11-25";

pub fn today() -> Date {
    Date::parse(TODAY).unwrap()
}

/// A service of a bundle, as the contract has it.
pub fn member(id: &str, more: Value) -> Value {
    let mut member = json!({"service": {"id": id, "name": id, "agency": format!("{id} office"), "icon": ""}, "minutes": 10});
    for (key, value) in more.as_object().unwrap() {
        member[key] = value.clone();
    }
    member
}

pub fn bundle(more: Value) -> Value {
    let mut bundle = json!({
        "id": "company", "version": "1", "name": "Company", "services": [
            member("registration", json!({})),
            member("seals", json!({"after": [{"service": "registration", "satisfied": "licence"}]})),
            member("insurance", json!({"when": "staff", "after": [{"service": "registration", "satisfied": "licence"}]})),
        ],
        "questions": [
            {"id": "licence", "text": "Is there a licence?", "kind": "yes_no"},
            {"id": "staff", "text": "Is there staff?", "kind": "yes_no"},
            {"id": "room", "text": "Whose room?", "kind": "choice", "when": "!licence", "options": [{"value": "own", "title": "Mine"}, {"value": "rented", "title": "Rented"}]},
        ],
        "materials": [
            {"id": "id-card", "name": "ID card", "how": "certificate", "services": ["registration", "seals", "insurance"]},
            {"id": "lease", "name": "Lease", "how": "upload", "services": ["registration", "insurance"]},
        ],
    });
    for (key, value) in more.as_object().unwrap() {
        bundle[key] = value.clone();
    }
    bundle
}

fn parsed(value: Value) -> Bundle {
    serde_json::from_value(value).unwrap()
}

pub fn definition(value: Value) -> Definition {
    Definition::check(parsed(value)).unwrap()
}

fn answers(value: Value) -> GuideAnswers {
    value.as_object().unwrap().clone().into_iter().collect()
}

fn ids(definition: &Definition, plan: &Plan) -> Vec<String> {
    plan.ids(definition).map(str::to_owned).collect()
}

#[test]
fn a_definition_that_does_not_hold_together_is_refused_with_the_place() {
    let circle = json!({"services": [member("a", json!({"after": [{"service": "b"}]})), member("b", json!({"after": [{"service": "c"}]})), member("c", json!({"after": [{"service": "a"}]}))], "materials": []});
    let alone = |more: Value| json!({"services": [member("a", more)], "materials": []});
    let fact =
        |places: Value| json!({"services": [member("a", json!({})), member("b", json!({}))], "materials": [], "facts": [{"id": "name", "places": places}]});
    for (more, pointer, reason) in [
        (circle, "/services/0/after", "goes in a circle: a → b → c → a"),
        (alone(json!({"after": [{"service": "a"}]})), "/services/0/after", "goes in a circle: a → a"),
        (alone(json!({"after": [{"service": "ghost"}]})), "/services/0/after/0/service", "names the service “ghost”"),
        (alone(json!({"when": "staff &&"})), "/services/0/when", "is not a JMESPath expression"),
        (alone(json!({"when": "weather"})), "/services/0/when", "reads “weather”"),
        (alone(json!({"when": "length(@) > `0`"})), "/services/0/when", "reads everything at once"),
        (alone(json!({"sections": {"one/two": "nowhere"}})), "/services/0/sections/one~1two", "names the subject “nowhere”"),
        (json!({"services": [], "materials": []}), "/services", "has no service"),
        (json!({"services": [member("facts", json!({}))], "materials": []}), "/services/0/service/id", "the shared answers"),
        (json!({"services": [member("a", json!({})), member("a", json!({}))], "materials": []}), "/services/1/service/id", "a second time"),
        (json!({"services": [member("", json!({}))], "materials": []}), "/services/0/service/id", "is empty"),
        (fact(json!([{"service": "ghost", "pointer": "/name"}])), "/facts/0/places/0/service", "names the service “ghost”"),
        (fact(json!([{"service": "a", "pointer": "name"}])), "/facts/0/places/0/pointer", "is not a JSON Pointer"),
        (fact(json!([{"service": "a", "pointer": "/name/first"}])), "/facts/0/places/0/pointer", "has to name a question"),
        (fact(json!([{"service": "a", "pointer": "/name"}, {"service": "a", "pointer": "/name"}])), "/facts/0/places/1", "of another fact too"),
        (fact(json!([])), "/facts/0/places", "names no place"),
        (
            json!({"services": [member("a", json!({})), member("b", json!({"flows": [{"from": "a", "name": "code", "to": "/code"}]}))], "materials": []}),
            "/services/1/flows/0/from",
            "is not done before",
        ),
        (json!({"materials": [{"id": "m", "name": "M", "how": "upload", "services": ["ghost"]}]}), "/materials/0/services/0", "names the service “ghost”"),
        (
            json!({"questions": [{"id": "q", "text": "?", "kind": "choice", "options": [{"value": "a", "title": "A"}, {"value": "a", "title": "B"}]}], "services": [member("a", json!({}))], "materials": []}),
            "/questions/0/options",
            "two options",
        ),
        (
            json!({"questions": [{"id": "q", "text": "?", "kind": "yes_no", "when": "later"}, {"id": "later", "text": "?", "kind": "yes_no"}], "services": [member("a", json!({}))], "materials": []}),
            "/questions/0/when",
            "reads “later”",
        ),
    ] {
        let problem = Definition::check(parsed(bundle(more.clone()))).expect_err(&more.to_string());
        assert_eq!(problem.pointer, pointer, "{problem}");
        assert!(problem.reason.contains(reason), "{problem}");
    }
}

#[test]
fn what_a_flow_brings_may_come_from_further_back() {
    let services = json!([
        member("a", json!({})),
        member("b", json!({"after": [{"service": "a"}]})),
        member("c", json!({"after": [{"service": "b"}], "flows": [{"from": "a", "name": "code", "to": "/code"}]})),
    ]);
    definition(bundle(json!({"services": services, "materials": []})));
}

#[test]
fn answers_choose_the_services_and_a_prior_one_that_is_there_already_is_not_repeated() {
    let definition = definition(bundle(json!({"services": [
        member("registration", json!({"when": "!licence", "minutes": 60})),
        member("seals", json!({"minutes": 100, "after": [{"service": "registration", "satisfied": "licence"}]})),
        member("insurance", json!({"when": "staff", "minutes": 120, "after": [{"service": "registration", "satisfied": "licence"}]})),
    ]})));
    let founding = definition.plan(&answers(json!({"licence": false, "staff": true, "room": "rented"})), today());
    assert_eq!(ids(&definition, &founding), ["registration", "seals", "insurance"]);
    assert_eq!(founding.services.iter().map(|s| s.stage).collect::<Vec<_>>(), [0, 1, 1]);
    assert_eq!((founding.minutes, founding.minutes_alone), (180, 280));
    // One lease instead of an ID card for each of three and a lease for each of two.
    assert_eq!((founding.to_hand_in, founding.to_hand_in_alone), (1, 5));
    let later = definition.plan(&answers(json!({"licence": true, "staff": false})), today());
    assert_eq!(ids(&definition, &later), ["seals"]);
    assert_eq!(later.services[0].after, [Prior::Satisfied(0)]);
    assert_eq!(later.left_out.iter().map(|l| l.at).collect::<Vec<_>>(), [0, 2]);
    assert_eq!((later.to_hand_in, later.to_hand_in_alone), (0, 1));
}

#[test]
fn a_service_that_another_one_needs_is_in_for_its_sake() {
    let definition = definition(bundle(json!({"services": [
        member("registration", json!({"when": "licence && staff"})),
        member("seals", json!({"after": [{"service": "registration"}]})),
    ], "materials": []})));
    let plan = definition.plan(&GuideAnswers::new(), today());
    assert_eq!(ids(&definition, &plan), ["registration", "seals"]);
    assert_eq!(plan.services[0].needed_by, Some(1));
}

#[test]
fn the_guide_asks_what_is_open_and_forgets_what_was_answered_on_another_turn() {
    let definition = definition(bundle(json!({})));
    assert_eq!(definition.next(&answers(json!({})), today()), Some(0));
    // Known or answered before: skipped.
    assert_eq!(definition.next(&answers(json!({"licence": false})), today()), Some(1));
    assert_eq!(definition.next(&answers(json!({"licence": false, "staff": true})), today()), Some(2));
    assert_eq!(definition.next(&answers(json!({"licence": true, "staff": true})), today()), None);
    let all = answers(json!({"licence": true, "staff": true, "room": "own", "ghost": 1}));
    assert_eq!(definition.meant(&all, today()), answers(json!({"licence": true, "staff": true})));
    // No answer to this question: it is asked again, not passed on.
    assert_eq!(definition.next(&answers(json!({"licence": "perhaps"})), today()), Some(0));
    assert_eq!(definition.next(&answers(json!({"licence": false, "staff": true, "room": "tent"})), today()), Some(2));
}

/// Bundles of up to a dozen services that come after earlier ones, some conditionally, with answers to their questions.
fn some() -> impl Strategy<Value = (Value, GuideAnswers)> {
    let service = (any::<u16>(), any::<u16>(), 0..4u8, 0..90u32);
    (prop::collection::vec(service, 1..12), any::<u8>(), any::<u64>()).prop_map(|(services, said, turn)| {
        let questions: Vec<Value> = (0..4).map(|n| json!({"id": format!("q{n}"), "text": "?", "kind": "yes_no"})).collect();
        let mut members: Vec<Value> = services
            .iter()
            .enumerate()
            .map(|(at, (after, satisfied, when, minutes))| {
                let after: Vec<Value> = (0..at)
                    .filter(|n| after >> n & 1 == 1)
                    .map(|n| {
                        if satisfied >> n & 1 == 1 {
                            json!({"service": format!("s{n}"), "satisfied": format!("q{}", n % 4)})
                        } else {
                            json!({"service": format!("s{n}")})
                        }
                    })
                    .collect();
                let mut more = json!({"after": after, "minutes": minutes});
                if *when > 0 {
                    more["when"] = json!(format!("q{when}"));
                }
                member(&format!("s{at}"), more)
            })
            .collect();
        // The order of the definition is not the order of the work.
        let by = turn as usize % members.len();
        members.rotate_left(by);
        let answers = (0..4).filter(|n| said >> (n + 4) & 1 == 1).map(|n| (format!("q{n}"), json!(said >> n & 1 == 1))).collect();
        (bundle(json!({"services": members, "questions": questions, "materials": []})), answers)
    })
}

proptest! {
    #[test]
    fn every_service_of_a_plan_has_what_comes_before_it((value, answers) in some()) {
        let definition = definition(value);
        let plan = definition.plan(&answers, today());
        let mut done = BTreeSet::new();
        for planned in &plan.services {
            let member = definition.member(planned.at).unwrap();
            prop_assert_eq!(planned.after.len(), member.after.len());
            for (prior, after) in planned.after.iter().zip(&member.after) {
                let place = definition.place_of(&after.service).unwrap();
                match prior {
                    // In the plan, and before it.
                    Prior::Waits(at) => prop_assert!(*at == place && done.contains(at)),
                    // Only where the answers say so.
                    Prior::Satisfied(at) => {
                        prop_assert!(*at == place && !plan.has(*at));
                        let question = after.satisfied.as_deref().unwrap();
                        prop_assert_eq!(answers.get(question), Some(&Value::Bool(true)));
                    }
                }
            }
            prop_assert!(done.insert(planned.at));
        }
        prop_assert!(plan.services.iter().all(|s| s.ends <= plan.minutes) && plan.minutes <= plan.minutes_alone);
        prop_assert_eq!(plan.services.len() + plan.left_out.len(), definition.bundle().services.len());
    }

    #[test]
    fn the_same_answers_give_the_same_plan((value, answers) in some(), stray in any::<bool>()) {
        let definition = definition(value.clone());
        let plan = definition.plan(&answers, today());
        prop_assert_eq!(&plan, &self::definition(value).plan(&answers, today()));
        // What no question asks changes nothing.
        let mut more = answers.clone();
        more.insert("ghost".to_owned(), json!(stray));
        prop_assert_eq!(&plan, &definition.plan(&more, today()));
    }

    #[test]
    fn whatever_is_tied_in_a_circle_is_refused(size in 1..8usize, extra in any::<u16>()) {
        let members: Vec<Value> = (0..size)
            .map(|at| {
                let mut after = vec![json!({"service": format!("s{}", (at + 1) % size)})];
                after.extend((0..at).filter(|n| extra >> n & 1 == 1 && *n != (at + 1) % size).map(|n| json!({"service": format!("s{n}")})));
                member(&format!("s{at}"), json!({"after": after}))
            })
            .collect();
        let problem = Definition::check(parsed(bundle(json!({"services": members, "materials": []})))).unwrap_err();
        prop_assert!(problem.reason.starts_with("goes in a circle: "), "{}", problem);
    }
}
