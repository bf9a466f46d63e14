use super::*;
use crate::domain::programme::attendance::Presence;
use crate::domain::programme::erasure::restrict;
use crate::domain::programme::fixture::{Fixture, day};
use crate::domain::programme::person::Restriction;
use crate::domain::programme::registration::{Why, set_status};
use crate::domain::programme::whole::Programme;

#[test]
fn why_somebody_who_is_only_kept_gave_a_place_up_goes_with_everything_only() {
    let mut fixture = Fixture::new();
    let [held, coming] = [("s1", "2022-02-01"), ("s2", "2022-03-01")].map(|(id, on)| fixture.session(id, on));
    let [kept, came, here] = ["kept", "came", "here"].map(|id| fixture.person(id, None));
    fixture.register(&held, [&came, &here]);
    fixture.note(&held, &came, [Presence::Present; 2]);
    fixture.register(&coming, [&kept]);
    let give_up = |fixture: &mut Fixture, session, note: &str| {
        let place = fixture.programme().places(session)[0].clone();
        let status = Status::Cancelled { why: Why::Other, note: note.to_owned() };
        fixture.commit(&set_status(&place, &status));
    };
    give_up(&mut fixture, &coming, "hospitalisation");
    give_up(&mut fixture, &held, "arrêt de travail");
    let session = Scope::Session(held.0.clone());
    let text =
        |tables: &Tables| serde_json::to_string(&tables.iter().map(|(_, _, it)| it).collect::<Vec<_>>()).unwrap();
    assert!(text(&select(&fixture.tables, &Scope::Programme)).contains("hospitalisation"), "everybody's else");
    for person in [&kept, &came] {
        let until = Restriction { until: day("2030-01-01"), reason: "preuve".to_owned() };
        fixture.commit(&restrict(person, Some(&until)));
    }
    let counts = |tables: &Tables| {
        let programme = Programme::read(tables, &fixture.cycle).unwrap();
        let held = programme.session(&held).unwrap();
        let trained = programme.places(&held.id).iter().filter(|it| programme.is_trained_in(held, &it.person)).count();
        (programme.group(held), trained, programme.minutes_in(held))
    };
    for scope in [&Scope::Programme, &session] {
        let selected = select(&fixture.tables, scope);
        let said = text(&selected);
        assert!(!said.contains("hospitalisation") && !said.contains("arrêt de travail"), "{said}");
        assert_eq!(counts(&selected), counts(&fixture.tables), "{scope:?}");
    }
    assert_eq!(select(&fixture.tables, &Scope::Everything), fixture.tables);
}
