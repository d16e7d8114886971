//! The identity check as a machine of states: only the backend's word makes it passed, in whatever order things happen.

use miaoban::model::handoff::{Away, Event, Handoff};
use miaoban::model::identity::{Ask, AskKind, Elsewhere, FailReason, IdentitySession, IdentityStatus};
use proptest::prelude::*;

fn session(status: IdentityStatus, ask: Option<AskKind>) -> IdentitySession {
    let ask = ask.map(|kind| Ask { kind, sent_to: None, length: Some(6), again_in_s: None, hint: None, passkey: None });
    let url = ask.is_none().then(|| "https://provider.example/".to_owned());
    IdentitySession { id: "i".to_owned(), status, url, ask, provider: None, reason: None, expires_at: None, elsewhere: None, guardian: false }
}

fn statuses() -> impl Strategy<Value = IdentityStatus> {
    use IdentityStatus::{Cancelled, Done, Expired, Failed, Opened, Waiting};
    prop::sample::select(vec![Waiting, Opened, Done, Failed, Cancelled, Expired])
}

fn events() -> impl Strategy<Value = Event> {
    let asks = prop::option::of(prop::sample::select(vec![AskKind::Phone, AskKind::Code, AskKind::Password, AskKind::Passkey, AskKind::Other]));
    let elsewhere = prop::option::of(prop::sample::select(vec![Elsewhere::Offered, Elsewhere::Taken, Elsewhere::Other]));
    let cases = prop::sample::select(vec!["", "identity-forged", "identity-replayed", "identity-expired", "invalid", "done", "verified"]);
    prop_oneof![
        (any::<bool>(), prop::option::of(any::<bool>())).prop_map(|(pending, returned)| Event::Arrived { pending, returned }),
        (statuses(), asks, elsewhere).prop_map(|(status, ask, elsewhere)| Event::Told(IdentitySession { elsewhere, ..session(status, ask) })),
        (cases, any::<bool>()).prop_map(|(case, is_unknown)| Event::Refused { case: case.to_owned(), is_unknown }),
        Just(Event::Lost),
        Just(Event::Again),
        Just(Event::Linked),
        Just(Event::Unlinked),
        Just(Event::Tired),
        Just(Event::Handed),
        Just(Event::HostSaid),
        Just(Event::Unhosted),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    /// Guards against any way into the form that the backend did not open: a hint, a lost answer, a repeated press.
    #[test]
    fn only_the_backends_word_makes_it_passed(all in prop::collection::vec(events(), 0..40)) {
        let mut stage = Handoff::Nothing;
        for event in all {
            let said_so = matches!(&event, Event::Told(session) if session.status == IdentityStatus::Done && session.elsewhere != Some(Elsewhere::Taken));
            let before = stage.clone();
            stage = stage.after(event);
            if stage == Handoff::Passed {
                prop_assert!(said_so || before == Handoff::Passed, "{before:?}");
            }
        }
    }

    /// Guards against a check that has ended and comes back to life by an answer that was under way.
    #[test]
    fn what_has_ended_stays_ended_until_somebody_arrives_anew(all in prop::collection::vec(events(), 0..40)) {
        let mut stage = Handoff::Checking;
        for event in all {
            let arrives = matches!(event, Event::Arrived { .. });
            let before = stage.clone();
            stage = stage.after(event);
            if before.is_over() && !arrives {
                prop_assert_eq!(&stage, &before);
            }
        }
    }
}

/// Guards against a forged or foreign return that is asked about at all.
#[test]
fn a_return_that_does_not_belong_here_is_refused_at_once() {
    let arrive = |pending, returned| Handoff::Nothing.after(Event::Arrived { pending, returned });
    assert_eq!(arrive(false, None), Handoff::Nothing);
    assert_eq!(arrive(false, Some(true)), Handoff::Forged);
    assert_eq!(arrive(true, Some(false)), Handoff::Forged);
    assert_eq!(arrive(true, Some(true)), Handoff::Checking);
    assert_eq!(arrive(true, None), Handoff::Checking);
}

/// Guards against a typed code that is lost because an answer was.
#[test]
fn a_question_stays_open_while_the_network_is_away() {
    let asked = Handoff::Checking.after(Event::Told(session(IdentityStatus::Opened, Some(AskKind::Code))));
    assert!(matches!(asked, Handoff::Asked(_)));
    assert_eq!(asked.clone().after(Event::Lost), asked);
    assert_eq!(asked.clone().after(Event::Refused { case: "invalid".to_owned(), is_unknown: false }), asked);
    assert_eq!(asked.clone().after(Event::Refused { case: "identity-expired".to_owned(), is_unknown: false }), Handoff::Expired);
    let failed = IdentitySession { reason: Some(FailReason::TooManyTries), ..session(IdentityStatus::Failed, None) };
    assert_eq!(asked.after(Event::Told(failed)), Handoff::Failed(FailReason::TooManyTries));
    assert_eq!(Handoff::Checking.after(Event::Lost), Handoff::Trouble);
    assert_eq!(Handoff::Trouble.after(Event::Again), Handoff::Checking);
}

/// Guards against another device's end that counts here before the backend was asked to let it, and against a watch that one lost
/// answer, or a code that nobody has opened yet, ends.
#[test]
fn another_device_is_watched_until_its_end_is_confirmed_here() {
    let told = |status, elsewhere| Event::Told(IdentitySession { elsewhere, ..session(status, None) });
    let offered = told(IdentityStatus::Waiting, Some(Elsewhere::Offered));
    let taken = |status| told(status, Some(Elsewhere::Taken));
    let waiting = Handoff::Checking.after(offered.clone());
    assert!(matches!(waiting, Handoff::Waiting { elsewhere: true, .. }));
    assert!(matches!(Handoff::Checking.after(told(IdentityStatus::Waiting, None)).after(Event::Linked), Handoff::Waiting { elsewhere: false, .. }));
    let shown = waiting.after(Event::Linked);
    assert_eq!(shown, Handoff::Elsewhere(Away::Shown));
    for harmless in [Event::Lost, Event::Again, Event::Linked, offered.clone()] {
        assert_eq!(shown.clone().after(harmless), shown);
    }
    let opened = shown.clone().after(taken(IdentityStatus::Opened));
    assert_eq!(opened, Handoff::Elsewhere(Away::Opened));
    let finished = opened.clone().after(taken(IdentityStatus::Done));
    assert_eq!(finished, Handoff::Elsewhere(Away::Finished));
    assert_eq!(finished.clone().after(Event::Lost), finished);
    assert_eq!(finished.after(told(IdentityStatus::Done, None)), Handoff::Passed);
    assert_eq!(opened.clone().after(Event::Tired), Handoff::Elsewhere(Away::Quiet));
    assert_eq!(Handoff::Elsewhere(Away::Quiet).after(taken(IdentityStatus::Opened)), opened);
    assert_eq!(opened.after(told(IdentityStatus::Cancelled, None)), Handoff::Cancelled);
    assert_eq!(shown.after(Event::Unlinked), Handoff::Checking);
    // After a reload.
    assert_eq!(Handoff::Checking.after(taken(IdentityStatus::Opened)), Handoff::Elsewhere(Away::Opened));
}

/// Guards against a wrapper whose word counts, one that a question to the backend takes the check from, and a check that is stuck in it.
#[test]
fn a_wrapper_carries_it_out_and_the_backend_says_how_it_ended() {
    let waiting = Handoff::Checking.after(Event::Told(session(IdentityStatus::Waiting, None)));
    let hosted = waiting.after(Event::Handed);
    assert_eq!(hosted, Handoff::Hosted { url: "https://provider.example/".to_owned() });
    for harmless in [Event::Lost, Event::Again, Event::Handed, Event::Told(session(IdentityStatus::Opened, None))] {
        assert_eq!(hosted.clone().after(harmless), hosted);
    }
    let said = hosted.clone().after(Event::HostSaid);
    assert_eq!(said, Handoff::Checking, "a hint is a question to the backend");
    assert!(matches!(said.clone().after(Event::Told(session(IdentityStatus::Waiting, None))), Handoff::Waiting { .. }));
    assert_eq!(said.after(Event::Told(session(IdentityStatus::Done, None))), Handoff::Passed);
    assert!(matches!(hosted.clone().after(Event::Unhosted), Handoff::Waiting { url: Some(_), elsewhere: false }));
    assert_eq!(hosted.after(Event::Told(session(IdentityStatus::Cancelled, None))), Handoff::Cancelled);
    for other in [Handoff::Nothing, Handoff::Trouble, Handoff::Elsewhere(Away::Shown)] {
        for event in [Event::Handed, Event::HostSaid, Event::Unhosted] {
            assert_eq!(other.clone().after(event), other);
        }
    }
}
