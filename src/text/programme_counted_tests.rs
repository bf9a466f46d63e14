use super::*;
use crate::content::communes::communes;
use crate::domain::programme::erasure;
use crate::domain::programme::fixture::{Fixture, day as on};
use crate::domain::programme::gauge::Gauge;
use crate::domain::programme::person::Restriction;
use crate::domain::programme::registration;
use crate::domain::programme::session::{Status, set_status};
use crate::domain::programme::structure::StructureKind;

/// A cell of a line, by the name of its column.
fn cell<'t>(table: &'t Table, row: &'t [Cell], head: &str) -> &'t Cell {
    let nth = table.heads.iter().position(|one| one == head).unwrap();
    &row[nth]
}

fn number(cell: &Cell) -> u64 {
    match cell {
        Cell::Number(number) => u64::try_from(*number).unwrap(),
        _ => 0,
    }
}

/// Two days held, one of which somebody left at noon, one to come: of their people one is erased, one only kept as a proof,
/// one came without a place.
fn lived() -> Fixture {
    use Presence::{Absent, Partial, Present};
    let mut fixture = Fixture::new();
    let mission = fixture.structure("Mission", StructureKind::MissionLocale);
    let held = ["2022-02-01", "2022-02-15"].map(|day| fixture.session(day, day));
    let coming = fixture.session("next", "2022-04-01");
    let [erased, kept, passing, stays, late, next] =
        ["Effacee", "Limitee", "Passage", "Durand", "Retard", "Venir"].map(|id| fixture.person(id, Some(&mission)));
    fixture.register(&held[0], [&erased, &kept, &passing, &stays]);
    fixture.register(&held[1], [&late]);
    fixture.note(&held[0], &erased, [Present, Partial { late: 20, early: 0 }]);
    fixture.note(&held[0], &kept, [Present, Present]);
    fixture.note(&held[0], &passing, [Present, Absent]);
    fixture.note(&held[0], &stays, [Present, Present]);
    fixture.note(&held[1], &late, [Absent, Present]);
    let place = fixture.programme().places(&held[0]).iter().find(|place| place.person == passing).unwrap().clone();
    fixture.commit(&registration::set_status(&place, &Place::Waiting));
    for session in &held {
        fixture.commit(&set_status(session, &Status::Held));
    }
    fixture.register(&coming, [&next]);
    let until = Restriction { until: on("2030-01-01"), reason: String::new() };
    fixture.commit(&erasure::restrict(&kept, Some(&until)));
    let content = communes().unwrap();
    for person in [&erased, &late] {
        let changes = erasure::erase(&fixture.tables, person, &content.communes, on("2022-03-01"));
        fixture.commit(&changes);
    }
    fixture
}

#[test]
fn the_tables_count_what_the_gauge_counts_and_name_nobody_who_was_erased() {
    let fixture = lived();
    let communes = &communes().unwrap().communes;
    let programme = fixture.programme();
    let gauge = Gauge::of(&programme, communes, on("2022-03-01"));
    let registered = registrations(&programme, communes);
    let seated = |number_of: u64| {
        let rows = registered.rows.iter();
        let of = rows.filter(|row| number(cell(&registered, row, "Session")) == number_of);
        of.filter(|row| *cell(&registered, row, "Inscription") == text(words::place(&Place::Registered))).count()
    };
    for (nth, group) in gauge.groups.iter().enumerate() {
        assert_eq!(seated(nth as u64 + 1), group.registered as usize, "session {}", nth + 1);
    }
    let there = attendance(&programme, communes);
    let people = there.rows.iter().filter(|row| *cell(&there, row, "Rôle") != text(TRAINING));
    let minutes: u64 = people.clone().map(|row| number(cell(&there, row, "Minutes suivies"))).sum();
    assert_eq!(minutes, gauge.person_minutes);
    let mission = gauge.kinds.iter().find(|(kind, _)| *kind == Some(StructureKind::MissionLocale)).unwrap().1;
    let whole_day = |row: &&Vec<Cell>| {
        let is_there = |head| {
            let cell = cell(&there, row, head);
            *cell != Cell::Empty && *cell != text(words::presence(Presence::Absent))
        };
        is_there("Matin") && is_there("Après-midi")
    };
    let kind = text(words::structure_kind(StructureKind::MissionLocale));
    let of_kind = people.clone().filter(|row| *cell(&there, row, "Type de structure") == kind);
    assert_eq!(of_kind.filter(whole_day).count(), mission.trained as usize);
    let erased: Vec<_> = people.filter(|row| *cell(&there, row, "Nom") == text(ERASED)).collect();
    let told = |row: &Vec<Cell>| ["Matin", "Après-midi", "Minutes suivies"].map(|head| cell(&there, row, head).clone());
    let present = || text("Présente ou présent");
    assert_eq!(
        erased.into_iter().map(told).collect::<Vec<_>>(),
        [[present(), present(), figure(400)], [Cell::Empty, present(), figure(210)]]
    );
    for table in [&registered, &there] {
        assert!(table.rows.iter().all(|row| row.len() == table.heads.len()));
        let csv = String::from_utf8(table.to_csv()).unwrap();
        assert!(csv.contains("\"Durand\""), "{csv}");
        assert!(csv.contains(RESTRICTED) && csv.contains(ERASED) && csv.contains("Est Ensemble"), "{csv}");
        for name in ["Effacee", "Limitee", "Retard"] {
            assert!(!csv.contains(&format!("\"{name}\"")), "{name}");
        }
    }
    assert!(there.rows.iter().any(|row| *cell(&there, row, "Rôle") == text(WITHOUT_PLACE)));
}

#[test]
fn whoever_left_the_lists_is_a_line_without_a_name_where_they_sat() {
    let mut fixture = lived();
    let stays = ProfessionalId::new("Durand").unwrap();
    fixture.commit(&erasure::delete(&stays));
    let communes = &communes().unwrap().communes;
    let programme = fixture.programme();
    let gauge = Gauge::of(&programme, communes, on("2022-03-01"));
    let (registered, there) = (registrations(&programme, communes), attendance(&programme, communes));
    let seated = text(words::place(&Place::Registered));
    let seated = registered.rows.iter().filter(|row| *cell(&registered, row, "Inscription") == seated).count();
    assert_eq!(seated, gauge.groups.iter().map(|group| group.registered as usize).sum::<usize>());
    let minutes: u64 = there.rows.iter().map(|row| number(cell(&there, row, "Minutes suivies"))).sum();
    assert_eq!(minutes, gauge.person_minutes);
    for table in [&registered, &there] {
        let csv = String::from_utf8(table.to_csv()).unwrap();
        assert!(csv.contains(REMOVED) && !csv.contains("\"Durand\""), "{csv}");
    }
}
