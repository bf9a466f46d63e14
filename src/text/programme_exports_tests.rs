use super::*;
use crate::content::communes::communes;
use crate::domain::programme::attendance::Presence;
use crate::domain::programme::fixture::Fixture;
use crate::domain::programme::structure::StructureKind;

fn written(fixture: &Fixture, export: Export) -> String {
    let listed = export.table(&fixture.programme(), &communes().unwrap().communes);
    assert!(listed.table.rows.iter().all(|row| row.len() == listed.table.heads.len()), "{export:?}");
    String::from_utf8(listed.table.to_csv()).unwrap()
}

#[test]
fn each_table_holds_what_it_says_and_contacts_only_where_they_are_said() {
    let mut fixture = Fixture::new();
    let mission = fixture.structure("Mission", StructureKind::MissionLocale);
    let session = fixture.session("s1", "2022-02-01");
    let typed = [
        ("family_name", "Durand"),
        ("given_name", "Ada"),
        ("structure", mission.as_str()),
        ("email", "ada@exemple.fr"),
        ("commune", "93008"),
    ];
    let person = fixture.person_with("p1", &typed);
    fixture.register(&session, [&person]);
    fixture.note(&session, &person, [Presence::Present, Presence::Partial { late: 10, early: 0 }]);
    for export in Export::ALL {
        let csv = written(&fixture, export);
        assert_eq!(csv.contains("ada@exemple.fr"), export == Export::PeopleWithContacts, "{export:?}");
        let names = [Export::People, Export::PeopleWithContacts, Export::Registrations, Export::Attendance];
        assert_eq!(csv.contains("Durand"), names.contains(&export), "{export:?}");
    }
    assert!(written(&fixture, Export::Sessions).contains("\"1\";\"2022-02-01\";\"À planifier\";\"09:00-12:30\""));
    assert!(written(&fixture, Export::People).contains("\"Bobigny\";\"Est Ensemble\";\"non\""));
    assert!(written(&fixture, Export::Attendance).contains("\"saisie à l’écran\";\"410\""));
    assert!(written(&fixture, Export::Structures).contains("\"A des inscrites ou des inscrits\""));
}
