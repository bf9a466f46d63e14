//! What is written comes back, and acts keep to what they say.

use super::catalogue::Catalogue;
use super::change;
use super::contact::{self, About, Contact};
use super::decode::{self, ActorSheet};
use super::draft::{ContactDraft, ContactSheet};
use super::fixture::{catalogue, id, link, write, write_as};
use super::known::{Ecosystem, Origin};
use super::model::{ActorKind, LinkKind, Mission, Territory};
use crate::records::{Key, RecordId, Tables};
use proptest::prelude::*;

fn known(tables: &Tables) -> Ecosystem {
    Ecosystem::of(&catalogue(), tables)
}

fn own_key() -> Key {
    id("0192f").key().unwrap()
}

fn contact_key(text: &str) -> Key {
    contact::key(&RecordId::new(text).unwrap()).unwrap()
}

fn delivered(catalogue: &Catalogue) -> ActorSheet {
    ActorSheet::of(catalogue.actor(&id("relay")).unwrap())
}

fn sheets() -> impl Strategy<Value = ActorSheet> {
    let text = || "[a-zA-Zé’ ]{1,20}".prop_map(|text| format!("x{}", text.trim()));
    let missions = prop::collection::btree_set(prop::sample::select(Mission::ALL.to_vec()), 1..5);
    let kind = prop::sample::select(ActorKind::ALL.to_vec());
    let territory = prop::sample::select(Territory::ALL.to_vec());
    let maybe = || prop_oneof![Just(String::new()), text()];
    (text(), kind, text(), missions, territory, maybe(), maybe()).prop_map(
        |(name, kind, role, missions, territory, ask_for, note)| ActorSheet {
            name,
            kind,
            role,
            missions,
            territory,
            ask_for,
            note,
        },
    )
}

proptest! {
    #[test]
    fn an_actor_that_is_added_then_changed_comes_back(first in sheets(), second in sheets()) {
        let mut tables = Tables::default();
        write(&mut tables, &change::add_actor(&own_key(), &first));
        let shown = known(&tables).actor(&id("0192f")).unwrap().sheet();
        prop_assert_eq!(&shown, &first);
        write(&mut tables, &change::correct_actor(&own_key(), None, &shown, &second));
        let found = known(&tables);
        let actor = found.actor(&id("0192f")).unwrap();
        prop_assert_eq!((actor.sheet(), actor.origin), (second.clone(), Origin::Added));
        prop_assert!(change::correct_actor(&own_key(), None, &second, &second).is_empty());
    }

    #[test]
    fn a_correction_comes_back_and_taking_it_back_leaves_nothing(wanted in sheets()) {
        let catalogue = catalogue();
        let base = delivered(&catalogue);
        let key = id("relay").key().unwrap();
        let mut tables = Tables::default();
        write(&mut tables, &change::correct_actor(&key, Some(&base), &base, &wanted));
        let found = known(&tables);
        let actor = found.actor(&id("relay")).unwrap();
        prop_assert_eq!((actor.sheet(), actor.origin), (wanted.clone(), Origin::Corrected));
        // By hand, field by field, or at once: nothing of the correction is left.
        let mut again = tables.clone();
        write(&mut again, &change::correct_actor(&key, Some(&base), &wanted, &base));
        prop_assert_eq!(known(&again), known(&Tables::default()));
        let taken_back = change::as_delivered(&key, tables.get(&key).unwrap());
        write(&mut tables, &taken_back);
        prop_assert_eq!(known(&tables), known(&Tables::default()));
    }
}

#[test]
fn two_people_correct_different_lines_of_one_actor() {
    let catalogue = catalogue();
    let base = delivered(&catalogue);
    let key = id("relay").key().unwrap();
    let here = ActorSheet { role: "Prête.".to_owned(), ..base.clone() };
    let there = ActorSheet { missions: [Mission::Equip, Mission::Teach].into(), ..base.clone() };
    let [mut first, mut second] = [Tables::default(), Tables::default()];
    write_as(&mut first, "r1", &change::correct_actor(&key, Some(&base), &base, &here));
    write_as(&mut second, "r2", &change::correct_actor(&key, Some(&base), &base, &there));
    first.merged_with(&second).into_iter().for_each(|(key, record)| first.put(key, record));
    let found = known(&first);
    let sheet = found.actor(&id("relay")).unwrap().sheet();
    assert_eq!(sheet, ActorSheet { role: here.role, ..there });
    assert_eq!(first.get(&key).unwrap().conflicts().count(), 0);
}

#[test]
fn an_actor_set_aside_leaves_lists_and_links_and_keeps_its_corrections() {
    let key = id("relay").key().unwrap();
    let base = delivered(&catalogue());
    let wanted = ActorSheet { note: "Fermé en août.".to_owned(), ..base.clone() };
    let mut tables = Tables::default();
    write(&mut tables, &change::correct_actor(&key, Some(&base), &base, &wanted));
    write(&mut tables, &change::hide_actor(&key, true));
    let found = known(&tables);
    assert_eq!(found.hidden().map(|known| known.id()).collect::<Vec<_>>(), [&id("relay")]);
    assert_eq!(found.shown_links().count(), 0);
    assert!(found.shown().all(|known| known.id() != &id("relay")));
    let taken_back = change::as_delivered(&key, tables.get(&key).unwrap());
    write(&mut tables, &taken_back);
    assert!(known(&tables).actor(&id("relay")).unwrap().is_hidden, "that is another act");
    write(&mut tables, &change::hide_actor(&key, false));
    assert_eq!(known(&tables), known(&Tables::default()));
}

#[test]
fn what_no_version_wrote_is_kept_and_not_shown() {
    let mut tables = Tables::default();
    for (kind, name, value) in [
        ("actor", "name", serde_json::json!(7)),
        ("actor", "mission/later", serde_json::json!(true)),
        ("actor_link", "from", serde_json::json!("relay")),
        ("contact", "about", serde_json::json!({ "planet": "x" })),
    ] {
        let key = Key::parse(&format!("{kind}/strange")).unwrap();
        let mut changes = crate::records::ChangeSet::new();
        changes.set_named(&key, name, value).unwrap();
        write(&mut tables, &changes);
    }
    let found = known(&tables);
    assert_eq!((&found.actors, &found.links), (&known(&Tables::default()).actors, &known(&Tables::default()).links));
    let today = "2026-11-28".parse().unwrap();
    assert_eq!(found.to_complete(today).astray.len(), 1, "somebody may be named there: it can be erased");
}

#[test]
fn a_link_is_added_once_and_goes_and_comes_back() {
    let mut tables = Tables::default();
    let count = |tables: &Tables| known(tables).links.len();
    let delivered = count(&tables);
    let key = |text: &str| decode::link_key(&RecordId::new(text).unwrap()).unwrap();
    let mut own = link("target", "works_with", "all");
    own.since = super::when::When::new("2022-04").ok();
    write(&mut tables, &change::add_link(&key("l1"), &own));
    let added = known(&tables).links.last().cloned().unwrap();
    assert_eq!((&added.link, added.record.as_ref().map(RecordId::as_str)), (&own, Some("l1")));
    for (name, again) in [
        ("l2", own.clone()),
        ("l3", link("all", "funds", "relay")),
        ("l4", link("all", "funds", "nobody")),
        ("l5", link("all", "funds", "all")),
    ] {
        write(&mut tables, &change::add_link(&key(name), &again));
        assert_eq!(count(&tables), delivered + 1, "{name}");
    }
    write(&mut tables, &change::delete(&key("l2")));
    write(&mut tables, &change::delete(&key("l1")));
    assert_eq!(count(&tables), delivered);
    write(&mut tables, &change::restore(&key("l1")));
    assert_eq!(count(&tables), delivered + 1);
}

#[test]
fn a_succession_is_a_link() {
    let found = known(&Tables::default());
    let kinds: Vec<LinkKind> = found.links_to(&id("old-relay")).map(|known| known.link.kind).collect();
    assert_eq!(kinds, [LinkKind::Replaces]);
    assert_eq!(found.formers(&id("relay")).map(|known| known.id()).collect::<Vec<_>>(), [&id("old-relay")]);
}

fn someone() -> ContactSheet {
    let draft = ContactDraft {
        name: "Camille Fictif".to_owned(),
        function: "Accueil".to_owned(),
        reach: "01 99 00 00 01".to_owned(),
        source: "Réunion du 3 mars".to_owned(),
        as_of: "2026-03-03".to_owned(),
        informed_on: String::new(),
    };
    draft.read("2026-11-28".parse().unwrap()).unwrap()
}

#[test]
fn an_interlocutor_is_kept_changed_and_erased_without_a_trace() {
    let mut tables = Tables::default();
    let key = contact_key("c1");
    let about = About::Actor(id("relay"));
    write(&mut tables, &change::add_contact(&key, &about, &someone()));
    let shown = |tables: &Tables| known(tables).contacts_of(&about).next().cloned();
    let contact = shown(&tables).unwrap();
    assert_eq!((ContactSheet::of(&contact), contact.is_to_inform()), (someone(), true));
    assert_eq!(ContactDraft::from(&contact).read("2026-11-28".parse().unwrap()), Ok(someone()));
    write(&mut tables, &change::inform(&key, "2026-03-04".parse().unwrap()));
    write(&mut tables, &change::confirm(&key, "2026-09-01".parse().unwrap()));
    let other = ContactSheet { reach: "par le standard".to_owned(), ..ContactSheet::of(&shown(&tables).unwrap()) };
    let changes = change::change_contact(&key, &shown(&tables).unwrap(), &other);
    assert_eq!(changes.changes.len(), 1, "what stays is not written");
    write(&mut tables, &changes);
    assert_eq!(shown(&tables).map(|contact| ContactSheet::of(&contact)), Some(other));

    let elsewhere = tables.clone();
    let erase = change::erase_contact(&tables, &key);
    write(&mut tables, &erase);
    assert_eq!(shown(&tables), None);
    tables.merged_with(&elsewhere).into_iter().for_each(|(key, record)| tables.put(key, record));
    assert_eq!(shown(&tables), None, "an older file does not bring them back");
    assert!(!serde_json::to_string(tables.get(&key).unwrap()).unwrap().contains("Camille"));
}

#[test]
fn what_is_left_to_do_about_interlocutors_is_listed() {
    let mut tables = Tables::default();
    let today = "2026-11-28".parse().unwrap();
    let day = |text: &str| text.parse().ok();
    let told = |name: &str, as_of: &str| ContactSheet {
        name: name.to_owned(),
        as_of: day(as_of),
        informed_on: day("2026-03-04"),
        ..someone()
    };
    for (record, about, sheet) in [
        ("c1", About::Actor(id("relay")), told("Sacha Fictif", "2026-03-03")),
        ("c2", About::Actor(id("all")), told("", "2025-03-03")),
        ("c3", About::Actor(id("all")), told("Lou Fictif", "2024-03-03")),
        ("c4", About::Actor(id("gone")), someone()),
    ] {
        write(&mut tables, &change::add_contact(&contact_key(record), &about, &sheet));
    }
    let left = known(&tables).to_complete(today);
    let ids = |contacts: &[Contact]| contacts.iter().map(|contact| contact.id.to_string()).collect::<Vec<_>>();
    assert_eq!(left.without, [(ActorKind::Target, vec![id("target")])].into());
    assert_eq!(
        (ids(&left.to_inform), ids(&left.to_check), ids(&left.to_erase), ids(&left.astray)),
        (vec!["c4".to_owned()], vec!["c2".to_owned()], vec!["c3".to_owned()], vec!["c4".to_owned()])
    );
    let all = [(ActorKind::Institution, "all"), (ActorKind::Association, "relay"), (ActorKind::Target, "target")];
    let all = all.map(|(kind, actor)| (kind, vec![id(actor)]));
    assert_eq!(known(&Tables::default()).to_complete(today).without, all.into());
}
