use super::super::fixture::{answer, response};
use super::*;
use crate::records::DELETED;
use proptest::prelude::*;
use serde_json::json;

fn number(drawn: u64) -> SecretNumber {
    SecretNumber::new(drawn)
}

fn store(tables: &mut Tables, changes: &ChangeSet, replica: &str) {
    let author = Author {
        replica: ReplicaId::new(replica).unwrap(),
        device: DeviceId::new("portable-de-nadia").unwrap(),
        at_ms: 1_646_316_123_456,
    };
    changes.apply(tables, &author).into_iter().for_each(|(key, record)| tables.put(key, record));
}

fn take(tables: &mut Tables, response: &Response, replica: &str) -> Arrival {
    let arrival = receive(tables, response);
    if let Arrival::New(changes) | Arrival::Later(changes) = &arrival {
        store(tables, changes, replica);
    }
    arrival
}

fn bytes(tables: &Tables) -> String {
    let records = tables.iter().map(|(kind, id, record)| json!([kind, id, record]));
    serde_json::to_string(&records.collect::<Vec<_>>()).unwrap()
}

/// What the file that leaves the machine says, beside what was answered.
#[test]
fn nothing_of_the_machine_of_other_writes_nor_of_the_hour_is_stored() {
    let mut tables = Tables::default();
    store(
        &mut tables,
        &ChangeSet::one(&Key::parse("session/s").unwrap(), "place", Some("Salle")),
        "replica-of-the-page",
    );
    // In the order of the room: what is drawn is not.
    for (nth, drawn) in [9_u64 << 40, 3 << 40, 7 << 40, 1 << 40].into_iter().enumerate() {
        take(&mut tables, &response(drawn, "s", nth), "replica-of-the-page");
    }
    let text = bytes(&tables);
    assert_eq!(text.matches("portable-de-nadia").count(), 1, "only the session's own write names the machine");
    assert_eq!(text.matches("1646316123456").count(), 2, "only the session's own write tells the hour");
    let mut replicas = BTreeMap::new();
    for (kind, id, record) in tables.iter().filter(|(kind, ..)| kind.as_str() == RESPONSE_KIND) {
        for (replica, seen) in record.seen.iter() {
            assert_eq!((seen.seq, &seen.device), (1, &DeviceId::unnamed()));
            assert_eq!(replicas.insert(replica.clone(), id.clone()), None, "{kind}/{id}");
        }
        let entries = record.fields.values().flatten();
        let noon = NaiveDate::from_ymd_opt(2022, 3, 3).unwrap().and_hms_opt(12, 0, 0).unwrap();
        entries.for_each(|entry| assert_eq!(entry.stamp.at_ms, noon.and_utc().timestamp_millis()));
    }
    assert_eq!(replicas.len(), 4);
    assert!(!replicas.contains_key(&ReplicaId::new("replica-of-the-page").unwrap()));
    let order: Vec<_> = Response::all(&tables).iter().map(|one| one.number.bits() >> 40).collect();
    assert_eq!(order, [1, 3, 7, 9], "by number, whatever order they came in");
}

#[test]
fn the_same_answer_is_the_same_bytes_whoever_receives_it() {
    let (mut one, mut other) = (Tables::default(), Tables::default());
    take(&mut one, &response(5, "s", 0), "r1");
    take(&mut other, &response(5, "s", 0), "r2");
    assert_eq!(bytes(&one), bytes(&other));
    assert_eq!(one.merged_with(&other), []);
    assert_eq!(take(&mut one, &response(5, "s", 0), "r3"), Arrival::Again);
}

#[test]
fn a_later_edition_takes_the_place_of_the_former_and_leaves_nothing_of_it() {
    let mut tables = Tables::default();
    let mut first = response(5, "s", 0);
    first.answers.insert(QuestionId::new("free").unwrap(), answer("text", "La salle était froide"));
    take(&mut tables, &first, "r1");
    let later = response(5, "s", 1).after(&first);
    assert!(matches!(take(&mut tables, &later, "r1"), Arrival::Later(_)));
    assert_eq!(Response::all(&tables), std::slice::from_ref(&later));
    assert!(!bytes(&tables).contains("froide"));
    assert_eq!(take(&mut tables, &first, "r1"), Arrival::Again);
    let mut changed = later.clone();
    changed.answers.clear();
    let Arrival::Differs(next) = take(&mut tables, &changed, "r1") else { panic!() };
    assert_eq!((next.edition, next.answers.len()), (3, 0));
    assert!(matches!(take(&mut tables, &next, "r1"), Arrival::Later(_)));
}

#[test]
fn several_at_once_count_once_each() {
    let tables = Tables::default();
    let one = response(5, "s", 0);
    let later = response(5, "s", 1).after(&one);
    let mut differs = one.clone();
    differs.answers.clear();
    let come = [one.clone(), one.clone(), differs, later.clone(), one, response(6, "s", 2)];
    let (arrivals, changes) = receive_all(&tables, &come);
    let told: Vec<_> = arrivals.iter().map(std::mem::discriminant).collect();
    let of = |arrival: Arrival| std::mem::discriminant(&arrival);
    let none = ChangeSet::new;
    let expected = [
        of(Arrival::New(none())),
        of(Arrival::Again),
        of(Arrival::Differs(later.clone())),
        of(Arrival::Later(none())),
        of(Arrival::Again),
        of(Arrival::New(none())),
    ];
    assert_eq!(told, expected);
    let mut tables = tables;
    store(&mut tables, &changes, "r1");
    assert_eq!(Response::all(&tables).len(), 2);
    assert_eq!(Response::find(&tables, number(5)), Some(later));
}

#[test]
fn what_was_taken_away_or_erased_does_not_come_back() {
    let mut tables = Tables::default();
    take(&mut tables, &response(5, "s", 0), "r1");
    let place = key(number(5)).unwrap();
    store(&mut tables, &ChangeSet::one(&place, DELETED, Some(&true)), "r1");
    assert_eq!(take(&mut tables, &response(5, "s", 0), "r1"), Arrival::Gone);
    store(&mut tables, &ChangeSet { changes: vec![Change::Erase { key: place }] }, "r1");
    let later = response(5, "s", 1).after(&response(5, "s", 0));
    assert_eq!(take(&mut tables, &later, "r1"), Arrival::Gone);
    assert_eq!(Response::all(&tables), []);
}

#[test]
fn what_cannot_be_read_or_bears_another_number_is_left_out() {
    let mut tables = Tables::default();
    take(&mut tables, &response(5, "s", 0), "r1");
    let other = ChangeSet::one(&key(number(6)).unwrap(), field::RESPONSE, Some(&response(7, "s", 0)));
    store(&mut tables, &other, "r1");
    store(&mut tables, &ChangeSet::one(&key(number(8)).unwrap(), field::RESPONSE, Some("nothing")), "r1");
    assert_eq!(Response::all(&tables).len(), 1);
    let record = tables.get(&key(number(5)).unwrap()).unwrap();
    let (of_it, other) = (RecordId::new("s").unwrap(), RecordId::new("t").unwrap());
    assert!(is_of(record, &of_it) && !is_of(record, &other));
}

proptest! {
    /// Two machines that receive the same answers in any order, and meet at any time, hold the same.
    #[test]
    fn two_machines_that_collect_apart_agree(
        acts in prop::collection::vec((any::<bool>(), 0..4_u64, 1..4_u16, 0..3_usize), 0..20),
        meets_after in 0..20_usize,
    ) {
        let mut machines = [Tables::default(), Tables::default()];
        let meet = |machines: &mut [Tables; 2]| {
            for (from, to) in [(0, 1), (1, 0)] {
                let merged = machines[to].merged_with(&machines[from]);
                merged.into_iter().for_each(|(key, record)| machines[to].put(key, record));
            }
        };
        for (nth, (at, drawn, edition, said)) in acts.iter().enumerate() {
            let one = Response { edition: *edition, ..response(*drawn, "s", *said) };
            take(&mut machines[usize::from(*at)], &one, "r1");
            if nth == meets_after {
                meet(&mut machines);
            }
        }
        meet(&mut machines);
        prop_assert_eq!(Response::all(&machines[0]), Response::all(&machines[1]));
        prop_assert_eq!(bytes(&machines[0]), bytes(&machines[1]));
        let latest = |drawn: u64| acts.iter().filter(|act| act.1 == drawn).map(|act| act.2).max();
        for drawn in 0..4 {
            let held = Response::find(&machines[0], number(drawn)).map(|one| one.edition);
            prop_assert_eq!(held, latest(drawn));
        }
    }
}

/// Two devices took in two texts under one number, then met.
#[test]
fn two_versions_of_one_edition_wait_for_somebody_and_meet_again_once_settled() {
    let [mut one, mut other] = [Tables::default(), Tables::default()];
    take(&mut one, &response(5, "s", 0), "r1");
    take(&mut other, &response(5, "s", 2), "r2");
    take(&mut one, &response(6, "s", 1), "r1");
    assert_eq!(Response::in_conflict(&one), Vec::<Vec<Response>>::new());
    let meet = |to: &mut Tables, from: &Tables| {
        to.merged_with(from).into_iter().for_each(|(key, record)| to.put(key, record));
    };
    meet(&mut one, &other);
    meet(&mut other, &one);
    let conflicts = Response::in_conflict(&one);
    assert_eq!((conflicts.len(), conflicts[0].len()), (1, 2));
    assert_eq!(Response::in_conflict(&other), conflicts);
    assert_eq!(Response::find(&one, number(5)).as_ref(), conflicts[0].last(), "one of them is read meanwhile");
    for version in &conflicts[0] {
        assert_eq!(receive(&one, version), Arrival::Again, "each is here already");
    }
    let chosen = conflicts[0][0].clone();
    let changes = replace(&one, &chosen);
    store(&mut one, &changes, "r1");
    meet(&mut other, &one);
    for tables in [&one, &other] {
        assert_eq!(Response::in_conflict(tables), Vec::<Vec<Response>>::new());
        let kept = Response::find(tables, number(5)).unwrap();
        assert_eq!((kept.edition, &kept.answers), (2, &chosen.answers));
    }
    let place = key(number(5)).unwrap();
    store(&mut one, &ChangeSet { changes: vec![Change::Erase { key: place }] }, "r1");
    assert!(replace(&one, &chosen).is_empty(), "what was erased stays so");
}

proptest! {
    /// Whatever two machines took in apart, settling what waits on one of them leaves nothing to settle on either.
    #[test]
    fn what_is_settled_on_one_machine_is_settled_everywhere(
        acts in prop::collection::vec((any::<bool>(), 0..3_u64, 1..3_u16, 0..4_usize, 0..2_usize), 0..12),
        picks in prop::collection::vec(0..4_usize, 3),
    ) {
        let mut machines = [Tables::default(), Tables::default()];
        let meet = |machines: &mut [Tables; 2]| {
            for (from, to) in [(0, 1), (1, 0)] {
                let merged = machines[to].merged_with(&machines[from]);
                merged.into_iter().for_each(|(key, record)| machines[to].put(key, record));
            }
        };
        for (at, drawn, edition, said, session) in acts {
            let one = Response { edition, ..response(drawn, ["s", "t"][session], said) };
            let machine = &mut machines[usize::from(at)];
            let before = Response::find(machine, one.number).map(|one| one.session);
            take(machine, &one, "r1");
            let after = Response::find(machine, one.number).map(|one| one.session);
            prop_assert!(before.is_none() || before == after, "an answer changed session by itself");
        }
        meet(&mut machines);
        let conflicts = Response::in_conflict(&machines[0]);
        prop_assert_eq!(&conflicts, &Response::in_conflict(&machines[1]));
        for (versions, pick) in conflicts.iter().zip(picks) {
            let chosen = &versions[pick % versions.len()];
            let changes = replace(&machines[0], chosen);
            store(&mut machines[0], &changes, "r1");
            let kept = Response::find(&machines[0], chosen.number).unwrap();
            prop_assert_eq!((&kept.answers, &kept.session), (&chosen.answers, &chosen.session));
        }
        meet(&mut machines);
        prop_assert!(Response::in_conflict(&machines[0]).is_empty());
        prop_assert_eq!(bytes(&machines[0]), bytes(&machines[1]));
    }
}
