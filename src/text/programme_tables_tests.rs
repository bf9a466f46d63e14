use super::*;
use crate::content::communes::communes;
use crate::domain::programme::attendance::Presence::Present;
use crate::domain::programme::fixture::{Fixture, day};
use crate::domain::programme::forms;
use crate::domain::programme::session::{Status, set_status};
use crate::domain::programme::structure::StructureKind;

fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

fn cell(listed: &Listed, row: usize, column: usize) -> String {
    match &listed.table.rows[row][column] {
        Cell::Text(text) => plain(text),
        Cell::Number(number) => number.to_string(),
        Cell::Empty => String::new(),
    }
}

fn row(listed: &Listed, row: usize) -> Vec<String> {
    (0..listed.table.heads.len()).map(|column| cell(listed, row, column)).collect()
}

/// A session held with two people, another to come with one.
fn cycle() -> Fixture {
    let mut fixture = Fixture::new();
    let mission = fixture.structure("mission", StructureKind::MissionLocale);
    let held = fixture.session_with("s1", &[("held_on", "2022-02-01"), ("place", "Maison des Essais")]);
    let next = fixture.session("s2", "2022-03-01");
    let people = ["a", "b", "c"].map(|id| fixture.person(id, Some(&mission)));
    fixture.register(&held, &people[..2]);
    fixture.register(&next, &people[2..]);
    for person in &people[..2] {
        fixture.note(&held, person, [Present, Present]);
    }
    fixture.commit(&set_status(&held, &Status::Held));
    fixture
}

fn gauge(programme: &Programme, on: &str) -> Gauge {
    Gauge::of(programme, &communes().unwrap().communes, day(on))
}

#[test]
fn the_tables_hold_what_the_gauge_counts() {
    let programme = cycle().programme();
    let today = gauge(&programme, "2022-02-15");
    let indicators = indicators(&programme, &today);
    assert_eq!(row(&indicators, 0), ["Personnes formées", "100 à 150", "2", "3", "Encore 97 à prévoir"]);
    assert_eq!(row(&indicators, 1), ["Sessions tenues", "10 à 15", "1", "2", "Encore 8 à prévoir"]);
    assert_eq!(
        row(&indicators, 2),
        ["Heures de formation", "7 h par session", "7 h", "14 h", "14 heures suivies en tout"]
    );
    let groups_today = groups(&programme, &today);
    let first = ["1", "1er février 2022", "Maison des Essais", "Tenue", "2", "0", "2", "7 h", "8 de moins que prévu"];
    assert_eq!(row(&groups_today, 0), first);
    let before = groups(&programme, &gauge(&programme, "2022-01-15"));
    assert_eq!((cell(&before, 0, 3).as_str(), cell(&before, 0, 6).as_str()), ("À venir", "0"));
    let kinds = kinds(&today);
    assert_eq!(kinds.table.rows.len(), 10, "each of the ten kinds has its line");
    assert_eq!(row(&kinds, 4), ["Mission locale", "2", "1", "3", "100 %"]);
    let territories = territories(&today);
    let est = territories.table.rows.iter().position(|row| row[0] == text("Est Ensemble")).unwrap();
    assert_eq!(row(&territories, est), ["Est Ensemble", "2", "1", "3", "100 %"]);
    for listed in [&indicators, &groups_today, &kinds, &territories] {
        assert!(listed.table.rows.iter().all(|row| row.len() == listed.table.heads.len()), "{}", listed.caption);
    }
}

#[test]
fn where_a_number_stands_is_said() {
    let target = Some(Range { least: 10, most: 15 });
    for (done, expected, said) in [
        (3, 8, "Encore 2 à prévoir"),
        (3, 12, "Sera atteint avec ce qui est prévu"),
        (3, 16, "Ce qui est prévu dépasse la commande"),
        (10, 10, "Atteint"),
        (15, 16, "Atteint ; ce qui est prévu dépasse la commande"),
        (16, 16, "Plus que ce qui est commandé"),
    ] {
        assert_eq!(plain(&standing(Measure { done, expected, target })), said);
    }
    assert_eq!(standing(Measure { done: 1, expected: 1, target: None }), "Aucun nombre commandé");
}

#[test]
fn time_and_money_are_said() {
    let mut fixture = cycle();
    let on = |fixture: &Fixture, on| elapsed(&gauge(&fixture.programme(), on)).map(|said| plain(&said));
    assert_eq!(on(&fixture, "2022-02-10").as_deref(), Some("41 sur 181 jours du cycle commencés, soit 23 %."));
    assert_eq!(budget(&fixture.programme()), None);
    let key = fixture.cycle.key().unwrap();
    for (committed, said) in [
        ("12 000", "Plafond hors taxes : 39 999 € ; engagé : 12 000 € ; il reste 27 999 €."),
        ("40 000", "Plafond hors taxes : 39 999 € ; engagé : 40 000 € ; 1 € de plus que le plafond."),
    ] {
        let typed = [
            ("title", "Cycle"),
            ("window/from", "2022-01-01"),
            ("window/to", "2022-06-30"),
            ("budget/ceiling", "39 999"),
            ("budget/committed", committed),
        ];
        fixture.fill(&forms::CYCLE, &key, &typed);
        assert_eq!(budget(&fixture.programme()).map(|said| plain(&said)).as_deref(), Some(said));
    }
}

#[test]
fn whom_it_reaches_is_said() {
    assert_eq!(priorities(Priorities::default()), "Personne n’a encore de place.");
    let counts = Priorities { first: 90, unknown: 2, not_first: 1, decided: 1 };
    assert_eq!(
        plain(&priorities(counts)),
        "90 personnes du public prioritaire, 2 dont la situation reste à préciser et 1 hors de ce public, sur 93 qui ont une place ou ont été formées. La priorité de 1 personne a été décidée à part, avec un motif."
    );
    let counts = Answers { structures: 12, reached: 8, taking: 1, offered: 20, taken: 5 };
    assert_eq!(
        plain(&answers(counts)),
        "Structures contactées : 8 sur 12 ; avec au moins une personne inscrite : 1. Places proposées : 20 ; prises : 5."
    );
    let nobody_yet = Answers { structures: 12, reached: 8, taking: 0, offered: 0, taken: 0 };
    assert_eq!(
        plain(&answers(nobody_yet)),
        "Structures contactées : 8 sur 12 ; avec au moins une personne inscrite : 0."
    );
}

#[test]
fn a_file_is_named_after_what_it_holds() {
    assert_eq!(file_name("jauge-sessions", day("2022-03-01"), "csv"), "jauge-sessions-2022-03-01.csv");
}
