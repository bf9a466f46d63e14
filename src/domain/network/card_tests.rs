use super::*;
use crate::content::communes::communes;
use crate::domain::form::{Filled, InputId};
use crate::domain::network::forms::CARD;
use crate::domain::network::pairs;
use crate::domain::programme::erasure;
use crate::domain::programme::fixture::{Fixture, day};
use crate::domain::programme::person::Restriction;
use crate::records::{Author, DeviceId, ReplicaId};
use proptest::prelude::*;

fn filled(until: &str, on: &str) -> Filled {
    let mut filled = Filled::default();
    for (field, part, typed) in [
        ("given_name", "", "Camille"),
        ("family_name", "", "Martin"),
        ("structure", "", "Relais"),
        ("reach", "email", "camille@exemple.fr"),
        ("until", "", until),
        ("consent", "wording", "1"),
        ("consent", "on", on),
    ] {
        filled.set(InputId::part(field, part), typed);
    }
    filled
}

fn card_id(id: &str) -> CardId {
    CardId::new(id).unwrap()
}

fn add(fixture: &mut Fixture, id: &str) -> Key {
    let key = card_id(id).key().unwrap();
    fixture.commit(&CARD.create(&key, &filled("2023-03-01", "2022-03-01")).unwrap());
    key
}

fn ids(cards: &[Card]) -> Vec<&str> {
    cards.iter().map(|card| card.id.as_str()).collect()
}

#[test]
fn a_card_is_shown_until_its_last_day() {
    let mut fixture = Fixture::new();
    add(&mut fixture, "c");
    let tables = &fixture.tables;
    assert_eq!(ids(&shown(tables, day("2023-03-01"))), ["c"]);
    assert_eq!(due(tables, day("2023-03-01")), []);
    assert_eq!(shown(tables, day("2023-03-02")), []);
    assert_eq!(ids(&due(tables, day("2023-03-02"))), ["c"]);
}

#[test]
fn an_agreement_does_not_last_for_ever() {
    let mut fixture = Fixture::new();
    let key = card_id("c").key().unwrap();
    fixture.commit(&CARD.create(&key, &filled("2222-03-01", "2022-03-01")).unwrap());
    assert_eq!(ids(&shown(&fixture.tables, day("2025-03-01"))), ["c"]);
    assert_eq!(shown(&fixture.tables, day("2025-03-02")), []);
}

#[test]
fn without_an_agreement_that_can_be_read_nothing_is_shown() {
    let mut fixture = Fixture::new();
    let key = add(&mut fixture, "c");
    for wrong in [serde_json::Value::Null, serde_json::json!("1"), serde_json::json!({ "wording": "1" })] {
        let mut changes = ChangeSet::new();
        changes.set_named(&key, field::CONSENT, wrong).unwrap();
        fixture.commit(&changes);
        assert_eq!(shown(&fixture.tables, day("2022-03-02")), []);
        assert_eq!(due(&fixture.tables, day("2022-03-02"))[0].standing(day("2022-03-02")), Standing::NoConsent);
    }
}

#[test]
fn a_form_needs_an_agreement_and_a_way_to_reach_its_author() {
    let key = card_id("c").key().unwrap();
    let whole = filled("2023-03-01", "2022-03-01");
    for (input, typed) in [
        (InputId::part("consent", "wording"), ""),
        (InputId::part("consent", "wording"), "0"),
        (InputId::part("consent", "on"), ""),
        (InputId::part("reach", "email"), ""),
        (InputId::alone("until"), ""),
    ] {
        let mut filled = whole.clone();
        filled.set(input, typed);
        let faults = CARD.create(&key, &filled).unwrap_err();
        assert_eq!(faults.iter().map(|fault| fault.input).collect::<Vec<_>>(), [input]);
    }
    let mut by_phone = whole;
    by_phone.set(InputId::part("reach", "email"), "");
    by_phone.set(InputId::part("reach", "phone"), "01 00 00 00 00");
    assert!(CARD.create(&key, &by_phone).is_ok());
}

#[test]
fn a_card_goes_with_the_person_it_comes_from() {
    let mut fixture = Fixture::new();
    let person = fixture.person("p", None);
    let key = add(&mut fixture, "c");
    fixture.commit(&about(&key, &person));
    let today = day("2022-03-02");
    assert_eq!(of_person(&fixture.tables, &person), Some(card_id("c")));
    let restriction = Restriction { until: day("2022-12-31"), reason: "Preuve".to_owned() };
    fixture.commit(&erasure::restrict(&person, Some(&restriction)));
    assert_eq!(shown(&fixture.tables, today), [], "whose use is restricted is shown to nobody");
    // Nor once it is over.
    let after = day("2030-01-01");
    assert_eq!((open(&fixture.tables, &card_id("c")), due(&fixture.tables, after)), (None, Vec::new()));
    fixture.commit(&erasure::restrict(&person, None));
    assert_eq!(ids(&shown(&fixture.tables, today)), ["c"]);
    assert_eq!(ids(&due(&fixture.tables, after)), ["c"]);
    assert!(open(&fixture.tables, &card_id("c")).is_some());
    let changes = erasure::erase(&fixture.tables, &person, &communes().unwrap().communes, today);
    fixture.commit(&changes);
    assert_eq!(fixture.tables.get(&key), Some(&Record::erasure()));
    assert_eq!(of_person(&fixture.tables, &person), None);
}

#[test]
fn who_withdraws_is_in_no_pair_any_more() {
    let mut fixture = Fixture::new();
    let key = add(&mut fixture, "a");
    add(&mut fixture, "b");
    let groups = [vec![card_id("a"), card_id("b")]];
    fixture.commit(&pairs::keep(None, &groups, day("2022-03-01")));
    let changes = withdraw(&fixture.tables, &card_id("a"));
    fixture.commit(&changes);
    assert_eq!(fixture.tables.get(&key), Some(&Record::erasure()));
    assert_eq!(pairs::drawn(&fixture.tables, None).groups, [[card_id("b")]]);
}

/// A write of one of three devices, each with its own copy, or a file that one hands to another.
#[derive(Clone, Copy, Debug)]
enum Act {
    Write { device: usize },
    Withdraw { device: usize },
    Keep { device: usize },
    Import { device: usize, file: usize },
}

fn act() -> impl Strategy<Value = Act> {
    let device = 0_usize..3;
    prop_oneof![
        4 => device.clone().prop_map(|device| Act::Write { device }),
        1 => device.clone().prop_map(|device| Act::Withdraw { device }),
        3 => device.clone().prop_map(|device| Act::Keep { device }),
        4 => (device, 0_usize..64).prop_map(|(device, file)| Act::Import { device, file }),
    ]
}

fn store(tables: &mut Tables, changes: &ChangeSet, device: usize, at_ms: i64) {
    let replica = ReplicaId::new(format!("r{device}")).unwrap();
    let author = Author { replica, device: DeviceId::unnamed(), at_ms };
    changes.apply(tables, &author).into_iter().for_each(|(key, record)| tables.put(key, record));
}

fn import(tables: &mut Tables, file: &Tables) {
    tables.merged_with(file).into_iter().for_each(|(key, record)| tables.put(key, record));
}

proptest! {
    #[test]
    fn whatever_file_comes_after_a_withdrawal_the_card_stays_gone(acts in proptest::collection::vec(act(), 1..40)) {
        let key = card_id("c").key().unwrap();
        let today = day("2022-03-02");
        let mut devices = [Tables::default(), Tables::default(), Tables::default()];
        let mut files: Vec<Tables> = Vec::new();
        for (at_ms, act) in (1_650_000_000_000..).zip(acts) {
            match act {
                Act::Write { device } => {
                    let changes = CARD.create(&key, &filled("2023-03-01", "2022-03-01")).unwrap();
                    store(&mut devices[device], &changes, device, at_ms);
                }
                Act::Withdraw { device } => {
                    let changes = withdraw(&devices[device], &card_id("c"));
                    store(&mut devices[device], &changes, device, at_ms);
                }
                Act::Keep { device } => files.push(devices[device].clone()),
                Act::Import { device, file } if !files.is_empty() => {
                    let file = &files[file % files.len()];
                    let was_gone = devices[device].get(&key).is_some_and(|record| record.erased);
                    let brings_it = file.get(&key).is_some_and(|record| record.erased);
                    import(&mut devices[device], file);
                    let is_gone = devices[device].get(&key).is_some_and(|record| record.erased);
                    prop_assert_eq!(is_gone, was_gone || brings_it);
                }
                Act::Import { .. } => {}
            }
        }
        // Every device that imports the withdrawal loses the card, with all the older files, in whatever order.
        if let Some(withdrawal) = devices.iter().find(|tables| tables.get(&key).is_some_and(|record| record.erased)).cloned() {
            for (place, device) in devices.iter_mut().enumerate() {
                import(device, &withdrawal);
                let shift = place.min(files.len());
                files.rotate_left(shift);
                files.iter().for_each(|file| import(device, file));
                prop_assert_eq!(device.get(&key), Some(&Record::erasure()));
                prop_assert!(shown(device, today).is_empty());
            }
        }
    }
}
