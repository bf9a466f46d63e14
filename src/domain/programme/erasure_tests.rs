use super::super::attendance::Presence::{Absent, Partial, Present};
use super::super::fixture::{Fixture, day};
use super::super::structure::StructureKind;
use super::*;
use crate::content::communes::communes;
use crate::domain::retention::Hold;

fn rule(months: Option<u32>) -> Rule {
    Rule { proof_months: months, ..Rule::default() }
}

#[test]
fn the_proof_of_attendance_is_kept_as_long_as_was_decided() {
    let mut fixture = Fixture::new();
    let session = fixture.session("s1", "2022-02-01");
    let person = fixture.person("a", None);
    let today = day("2022-06-01");
    let held_by = |fixture: &Fixture, rule: &Rule, today| held(&fixture.tables, &person, rule, today);
    fixture.register(&session, [&person]);
    assert_eq!(held_by(&fixture, &rule(Some(60)), today), None, "nothing says that they came");
    fixture.note(&session, &person, [Absent, Absent]);
    assert_eq!(held_by(&fixture, &rule(Some(60)), today), None);
    fixture.note(&session, &person, [Absent, Present]);
    let proof = Held::Proof { attended_on: day("2022-02-01"), until: day("2027-02-01") };
    assert_eq!(held_by(&fixture, &rule(Some(60)), today), Some(proof.clone()));
    assert_eq!(held_by(&fixture, &rule(Some(60)), day("2027-02-01")), Some(proof.clone()));
    assert_eq!(held_by(&fixture, &rule(Some(60)), day("2027-02-02")), None);
    assert_eq!(held_by(&fixture, &rule(None), today), None, "nobody decided");
    let longer = Hold { until: day("2030-01-01"), reason: "contrôle".to_owned() };
    let both = Rule { hold: Some(longer), ..rule(Some(60)) };
    assert_eq!(held_by(&fixture, &both, today).map(|held| held.until()), Some(day("2030-01-01")));
}

#[test]
fn whoever_is_only_kept_leaves_the_lists_and_is_due_afterwards() {
    let mut fixture = Fixture::new();
    let session = fixture.session("s1", "2022-02-01");
    let people = ["a", "b"].map(|id| fixture.person(id, None));
    fixture.register(&session, &people);
    let restriction = Restriction { until: day("2027-02-01"), reason: "preuve".to_owned() };
    fixture.commit(&restrict(&people[0], Some(&restriction)));
    let programme = fixture.programme();
    assert_eq!((programme.people.len(), programme.restricted.len()), (1, 1));
    assert_eq!(programme.registered(&session).len(), 1);
    assert_eq!(programme.group(programme.session(&session).unwrap()).registered, 2, "the count stays");
    assert_eq!(due(&fixture.tables, day("2027-02-01")), []);
    assert_eq!(due(&fixture.tables, day("2027-02-02")).len(), 1);
}

#[test]
fn what_is_counted_stays_and_an_older_file_brings_nobody_back() {
    let mut fixture = Fixture::new();
    let session = fixture.session("s1", "2022-02-01");
    let structure = fixture.structure("mission", StructureKind::MissionLocale);
    let people = ["a", "b"].map(|id| fixture.person(id, Some(&structure)));
    fixture.register(&session, &people);
    fixture.note(&session, &people[0], [Present, Present]);
    let older = fixture.tables.clone();
    let before = fixture.programme();
    let erased = erase(&fixture.tables, &people[0], &communes().unwrap().communes, day("2022-03-01"));
    fixture.commit(&erased);
    let brought = fixture.tables.merged_with(&older);
    assert_eq!(brought, [], "an older file says nothing new");
    let programme = fixture.programme();
    let held = programme.session(&session).unwrap();
    let tally = held.tallies.values().next().unwrap();
    assert_eq!((tally.kind, tally.minutes), (Some(StructureKind::MissionLocale), 420));
    assert!(tally.is_registered && tally.is_trained);
    assert!(Half::ALL.into_iter().all(|half| tally.was_there(half)));
    assert_eq!(tally.territory.as_ref().map(|name| name.as_str()), Some("Est Ensemble"));
    assert_eq!(programme.group(held).registered, before.group(before.session(&session).unwrap()).registered);
    assert_eq!(programme.places(&session).len(), 1);
    let all = serde_json::to_string(&fixture.tables.iter().map(|(_, _, record)| record).collect::<Vec<_>>()).unwrap();
    assert!(!all.contains("\"a\"") && !all.contains("subject/a"), "nothing names them");
    // Erased on two machines, they are counted once.
    let mut twice = older;
    let again = erase(&twice, &people[0], &communes().unwrap().communes, day("2022-03-01"));
    let author = crate::records::Author {
        replica: crate::records::ReplicaId::new("other").unwrap(),
        device: crate::records::DeviceId::new("autre").unwrap(),
        at_ms: 1_700_000_000_000,
    };
    again.apply(&twice, &author).into_iter().for_each(|(key, record)| twice.put(key, record));
    for (key, record) in fixture.tables.merged_with(&twice) {
        fixture.tables.put(key, record);
    }
    assert_eq!(fixture.programme().session(&session).unwrap().tallies.len(), 1);
}

#[test]
fn a_place_in_a_session_to_come_is_free_again() {
    let mut fixture = Fixture::new();
    let [past, coming] = [("s1", "2022-02-01"), ("s2", "2022-03-01")].map(|(id, on)| fixture.session(id, on));
    let people = ["a", "b"].map(|id| fixture.person(id, None));
    fixture.register(&past, [&people[0]]);
    fixture.commit(&session::set_status(&past, &session::Status::Held));
    fixture.register(&coming, &people);
    let registered = |fixture: &Fixture, session: &SessionId| {
        let programme = fixture.programme();
        programme.group(programme.session(session).unwrap()).registered
    };
    let restriction = Restriction { until: day("2027-02-01"), reason: "preuve".to_owned() };
    fixture.commit(&restrict_from(&fixture.tables, &people[0], &restriction, day("2022-02-10")));
    assert_eq!((registered(&fixture, &past), registered(&fixture, &coming)), (1, 1));
    fixture.commit(&erase(&fixture.tables, &people[1], &communes().unwrap().communes, day("2022-02-10")));
    assert_eq!(registered(&fixture, &coming), 0);
    fixture.commit(&erase(&fixture.tables, &people[0], &communes().unwrap().communes, day("2022-02-10")));
    assert_eq!(registered(&fixture, &past), 1);
}

#[test]
fn halves_of_a_day_stay_counted_and_tallies_written_before_are_read() {
    let mut fixture = Fixture::new();
    let session = fixture.session("s1", "2022-02-01");
    let person = fixture.person("a", None);
    fixture.register(&session, [&person]);
    fixture.note(&session, &person, [Absent, Partial { late: 10, early: 0 }]);
    fixture.commit(&erase(&fixture.tables, &person, &communes().unwrap().communes, day("2022-03-01")));
    let programme = fixture.programme();
    let tally = programme.session(&session).unwrap().tallies.values().next().unwrap();
    assert_eq!(Half::ALL.map(|half| tally.was_there(half)), [false, true]);
    let before = serde_json::json!({
        "kind": null, "territory": null, "is_registered": true, "is_trained": true, "minutes": 420
    });
    let before: Tally = serde_json::from_value(before).unwrap();
    assert!(Half::ALL.into_iter().all(|half| before.was_there(half)));
}

#[test]
fn those_removed_long_ago_are_to_erase_unless_they_are_kept_as_a_proof() {
    let mut fixture = Fixture::new();
    let [gone, kept, here] = ["gone", "kept", "here"].map(|id| fixture.person(id, None));
    let until = Restriction { until: day("2022-06-01"), reason: String::new() };
    fixture.commit(&restrict(&kept, Some(&until)));
    for person in [&gone, &kept] {
        fixture.commit(&delete(person));
    }
    let removed_on = day("2021-12-20");
    let ids = |fixture: &Fixture, on: &str| {
        let due = due(&fixture.tables, day(on)).into_iter();
        due.map(|due| (due.person.id.as_str().to_owned(), due.why)).collect::<Vec<_>>()
    };
    assert_eq!(ids(&fixture, "2022-01-19"), [], "thirty days are given");
    let removed = |id: &str| (id.to_owned(), DueWhy::Removed { on: removed_on });
    assert_eq!(ids(&fixture, "2022-01-20"), [removed("gone")]);
    assert_eq!(ids(&fixture, "2022-06-02"), [removed("gone"), removed("kept")]);
    fixture.commit(&put_back(&gone));
    assert_eq!(ids(&fixture, "2022-01-20"), []);
    assert!(fixture.programme().person(&gone).is_some() && fixture.programme().person(&here).is_some());
}
