use super::*;
use crate::domain::network::card::Reach;
use crate::domain::programme::fixture::{Fixture, day};
use proptest::prelude::*;

fn card(id: &str, structure: &str) -> Card {
    Card {
        id: CardId::new(id).unwrap(),
        given_name: String::new(),
        family_name: id.to_owned(),
        structure: structure.to_owned(),
        can_help: String::new(),
        looks_for: String::new(),
        reach: Reach::default(),
        met_in: None,
        until: None,
        consent: None,
    }
}

/// « a:X b:Y »: people, each with their structure.
fn cards(text: &str) -> Vec<Card> {
    text.split_whitespace().map(|one| one.split_once(':').map(|(id, structure)| card(id, structure)).unwrap()).collect()
}

fn said(groups: &[Group]) -> String {
    let group = |group: &Group| group.iter().map(CardId::as_str).collect::<Vec<_>>().join("-");
    groups.iter().map(group).collect::<Vec<_>>().join(" ")
}

fn groups(text: &str) -> Vec<Group> {
    text.split_whitespace().map(|group| group.split('-').map(|id| CardId::new(id).unwrap()).collect()).collect()
}

#[test]
fn pairs_are_made_across_structures() {
    for (people, expected) in [
        ("", ""),
        ("a:X", ""),
        ("a:X b:X", "a-b"),
        ("a:X b:X c:Y d:Y", "a-c b-d"),
        ("a:X b:X c:X d:Y e:Z f:Z", "a-e b-f c-d"),
        ("a:Relais b:RELAIS c:Pôle d:pole", "c-a d-b"),
        // One too many comes from the structure that has most people, and goes where nobody else is of it.
        ("a:X b:X c:Y d:Z e:V", "e-c-a b-d"),
        ("a:X b:X c:X", "b-c-a"),
    ] {
        assert_eq!(said(&draw(&cards(people), &[])), expected, "{people}");
    }
}

#[test]
fn pairs_already_made_stay() {
    for (people, made, expected) in [
        ("a:X b:Y c:Z d:V", "a-d", "a-d b-c"),
        ("a:X b:Y c:Z", "a-b", "a-b-c"),
        ("a:X b:Y c:Z", "a-b-c", "a-b-c"),
        // Whoever came since takes the third with them.
        ("a:X b:Y c:Z d:V", "a-b-c", "a-b d-c"),
        // One withdrew: the other one joins another pair.
        ("b:Y c:Z d:V", "a-b c-d", "c-d-b"),
        ("a:X b:Y c:Z d:V e:W f:U", "a-b-c d-e-f", "a-b d-e f-c"),
        // Nobody is in two pairs, nor twice in one.
        ("a:X b:Y c:Z d:V", "a-b b-c d-d", "a-b d-c"),
    ] {
        let cards = cards(people);
        let drawn = draw(&cards, &groups(made));
        assert_eq!(said(&drawn), expected, "{people}, {made}");
        assert!(is_whole(&drawn, &cards));
    }
}

#[test]
fn what_is_not_whole_is_said() {
    let people = cards("a:X b:Y c:Z d:V");
    for (made, expected) in [("a-b c-d", true), ("a-b", false), ("a-b c d", false), ("a-b-e c-d", false), ("", false)] {
        assert_eq!(is_whole(&groups(made), &people), expected, "{made}");
    }
}

#[test]
fn pairs_are_kept_by_session() {
    let mut fixture = Fixture::new();
    let session = SessionId::new("s").unwrap();
    fixture.commit(&keep(Some(&session), &groups("a-b"), day("2022-03-01")));
    fixture.commit(&keep(None, &groups("c-d-e"), day("2022-03-02")));
    let of_session = Drawn { groups: groups("a-b"), on: Some(day("2022-03-01")) };
    assert_eq!(drawn(&fixture.tables, Some(&session)), of_session);
    assert_eq!(drawn(&fixture.tables, None).groups, groups("c-d-e"));
    assert_eq!(drawn(&fixture.tables, SessionId::new("other").ok().as_ref()), Drawn::default());
}

fn people() -> impl Strategy<Value = Vec<Card>> {
    proptest::collection::vec(0_u8..6, 0..24).prop_map(|structures| {
        let name = |kind: u8| if kind == 0 { String::new() } else { format!("s{kind}") };
        structures.into_iter().enumerate().map(|(nth, kind)| card(&format!("c{nth:02}"), &name(kind))).collect()
    })
}

proptest! {
    #[test]
    fn nobody_is_alone_and_everybody_is_in_one_group(people in people(), made in people(), shift in 0_usize..24) {
        let former = draw(&made, &[]);
        for kept in [&former[..], &[]] {
            let drawn = draw(&people, kept);
            if people.len() < 2 {
                prop_assert!(drawn.is_empty());
                continue;
            }
            prop_assert!(is_whole(&drawn, &people));
            let trios = drawn.iter().filter(|group| group.len() > 2).count();
            prop_assert!(drawn.iter().all(|group| group.len() <= 3) && trios == people.len() % 2);
            let mut turned = people.clone();
            turned.rotate_left(shift % people.len());
            prop_assert_eq!(&draw(&turned, kept), &drawn, "whatever the order");
            prop_assert_eq!(&draw(&people, &drawn), &drawn, "made again, they are the same");
        }
    }

    #[test]
    fn no_group_has_one_structure_twice_when_it_can_be_helped(people in people()) {
        let of = |id: &CardId| people.iter().find(|card| card.id == *id).map(|card| card.structure.clone()).unwrap();
        let number = |name: &str| people.iter().filter(|card| card.structure == name).count();
        let drawn = draw(&people, &[]);
        let can_be_helped = people.iter().all(|card| card.structure.is_empty() || number(&card.structure) <= drawn.len());
        let repeats = drawn.iter().any(|group| {
            let named: Vec<String> = group.iter().map(of).filter(|name| !name.is_empty()).collect();
            named.iter().collect::<BTreeSet<_>>().len() < named.len()
        });
        prop_assert!(!(can_be_helped && repeats), "{}", said(&drawn));
    }
}
