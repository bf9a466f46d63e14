use super::*;
use crate::content::communes::communes;
use crate::domain::programme::fixture::Fixture;

fn session(fixture: &mut Fixture, id: &str, typed: &[(&'static str, &str)]) -> Vec<String> {
    fixture.session_with(id, typed);
    rows(&fixture.programme(), &communes().unwrap().communes).pop().unwrap().warnings
}

#[test]
fn a_row_says_all_that_one_compares() {
    let mut fixture = Fixture::new();
    fixture.trainer("Essai");
    let typed = [
        ("held_on", "2022-03-01"),
        ("place", "Maison fictive"),
        ("room", "Salle 2"),
        ("commune", "93008"),
        ("trainers", "Essai"),
        ("capacity", "2"),
    ];
    let id = fixture.session_with("s", &typed);
    let people = ["a", "b", "c"].map(|name| fixture.person(name, None));
    fixture.register(&id, &people);
    let row = rows(&fixture.programme(), &communes().unwrap().communes).remove(0);
    assert_eq!(row.name, "Session 1");
    assert_eq!(row.when, "Mardi 1er\u{a0}mars 2022");
    assert_eq!(row.place, "Maison fictive, Salle 2, Bobigny");
    assert_eq!(row.trainers, "Sacha ESSAI");
    assert_eq!(row.seats, "2\u{a0}inscriptions sur 2\u{a0}places, 1 en attente");
    assert_eq!(row.fit, "Il manque 8\u{a0}personnes pour un groupe de 10 à 15");
    assert_eq!(row.status, "À planifier");
    assert_eq!(row.warnings, [] as [&str; 0]);
    fixture.commit(&crate::domain::programme::session::set_status(&id, &Status::Held));
    let held = rows(&fixture.programme(), &communes().unwrap().communes).remove(0);
    assert_eq!(held.fit, "Moins que les 10 à 15\u{a0}personnes commandées");
}

#[test]
fn what_is_to_check_is_said() {
    let mut fixture = Fixture::new();
    fixture.trainer("Essai");
    let shared = [("held_on", "2022-03-01"), ("place", "Maison"), ("trainers", "Essai")];
    assert_eq!(session(&mut fixture, "a", &shared), [] as [&str; 0]);
    assert_eq!(
        session(&mut fixture, "b", &shared),
        ["Sacha ESSAI anime aussi la session 1 au même moment.", "La session 1 occupe la même salle au même moment."]
    );
    let short = [("held_on", "2022-07-05"), ("afternoon/to", "16:00")];
    let said = session(&mut fixture, "c", &short);
    assert_eq!(said[0], "Journée trop courte\u{a0}: 6\u{a0}h de formation pour 7\u{a0}h commandées.");
    assert!(said[1].starts_with("Hors des dates du cycle\u{a0}: du 1er"), "{said:?}");
    let none = [("morning/from", ""), ("morning/to", ""), ("afternoon/from", ""), ("afternoon/to", "")];
    assert_eq!(session(&mut fixture, "d", &none), ["Les horaires sont à fixer."]);
    let crossed = [("held_on", "2022-04-05"), ("afternoon/from", "12:00")];
    let id = fixture.session_with("e", &crossed);
    let said = |fixture: &Fixture| {
        let programme = fixture.programme();
        warnings(&programme, programme.session(&id).unwrap(), &clashes(&programme.sessions))
    };
    assert_eq!(said(&fixture), ["L’après-midi commence avant la fin du matin."]);
    let cancelled = fixture.programme().cancel(&id, "");
    fixture.commit(&cancelled);
    assert_eq!(said(&fixture), [] as [&str; 0], "nothing is to check in a session that is cancelled");
}

#[test]
fn hours_read_well() {
    let mut fixture = Fixture::new();
    let id = fixture.session_with("s", &[("morning/pause", "15")]);
    let programme = fixture.programme();
    let session = programme.session(&id).unwrap();
    assert_eq!(half_day(session.hours.morning.unwrap()), "De 9\u{a0}h à 12\u{a0}h\u{a0}30, dont 15\u{a0}min de pause");
    assert_eq!(half_day(session.hours.afternoon.unwrap()), "De 13\u{a0}h\u{a0}30 à 17\u{a0}h");
    assert_eq!(
        duration(&programme, session),
        "6\u{a0}h\u{a0}45 sans les pauses, pour 7\u{a0}h commandées\u{a0}: trop court"
    );
}

#[test]
fn what_goes_with_a_session_is_counted() {
    let mut fixture = Fixture::new();
    let id = fixture.session_with("s", &[("held_on", "2022-03-01"), ("capacity", "2")]);
    assert_eq!(going_with(&fixture.programme(), &id), "Personne n’y est inscrit ni n’attend de place.");
    let people = ["a", "b", "c"].map(|name| fixture.person(name, None));
    fixture.register(&id, &people[..1]);
    assert_eq!(going_with(&fixture.programme(), &id), "1\u{a0}inscription sera annulée avec elle.");
    fixture.register(&id, &people[1..]);
    let both = "2\u{a0}inscriptions et 1\u{a0}place en attente seront annulées avec elle.";
    assert_eq!(going_with(&fixture.programme(), &id), both);
    assert_eq!(staying_cancelled(0), None);
    assert!(staying_cancelled(2).unwrap().starts_with("2\u{a0}inscriptions annulées avec elle le restent"));
}

#[test]
fn a_list_is_filtered_by_where_sessions_stand() {
    let mut fixture = Fixture::new();
    let id = fixture.session("s", "2022-03-01");
    fixture.session("t", "2022-03-08");
    let cancelled = fixture.programme().cancel(&id, "Salle inondée");
    fixture.commit(&cancelled);
    let rows = rows(&fixture.programme(), &communes().unwrap().communes);
    assert_eq!(rows.iter().map(|row| row.state).collect::<Vec<_>>(), ["Annulée", "À planifier"]);
    assert!(rows.iter().all(|row| states().contains(&row.state)));
    assert_eq!([found(1, 2), found(2, 2)], ["1\u{a0}session sur 2", "2\u{a0}sessions"]);
}

#[test]
fn what_a_room_lacks_is_said() {
    assert_eq!(checked(Equipment::Sockets, true), "Prises électriques\u{a0}: vérifié");
    assert_eq!(checked(Equipment::Sockets, false), "Prises électriques\u{a0}: à vérifier, indispensable");
    assert_eq!(checked(Equipment::Board, false), "Tableau\u{a0}: à vérifier");
}

#[test]
fn the_length_of_the_day_is_said_while_one_types() {
    use crate::domain::form::{Filled, InputId};
    use crate::domain::programme::session::typed_hours as typed;
    let said = |inputs: &[(&'static str, &'static str, &str)]| {
        let mut filled = Filled::default();
        inputs.iter().for_each(|(field, part, text)| filled.set(InputId::part(field, part), *text));
        typed_hours(typed(&filled), 420).replace(['\u{a0}', '\u{202f}'], " ")
    };
    let day = |to, pause| {
        [
            ("morning", "from", "9h"),
            ("morning", "to", "12:30"),
            ("morning", "pause", "15"),
            ("afternoon", "from", "13:30"),
            ("afternoon", "to", to),
            ("afternoon", "pause", pause),
        ]
    };
    assert_eq!(said(&day("17:30", "15")), "7 h de formation, pauses déduites.");
    assert_eq!(said(&day("17:00", "15")), "6 h 30 de formation, pauses déduites. Il manque 30 min pour 7 h.");
    assert_eq!(said(&day("17:30", "")), "7 h 15 de formation, pauses déduites.");
    assert_eq!(said(&day("17:30", "15")[..3]), "3 h 15 de formation, pauses déduites. Il manque 3 h 45 pour 7 h.");
    assert_eq!(said(&[]), "");
    let unfinished = "Complétez ou corrigez les horaires pour connaître la durée.";
    assert_eq!(said(&day("17", "15")), unfinished);
    assert_eq!(said(&day("13:00", "15")), unfinished, "it ends before it begins");
    let crossed =
        [("morning", "from", "9h"), ("morning", "to", "13h"), ("afternoon", "from", "12h"), ("afternoon", "to", "17h")];
    assert_eq!(said(&crossed), "L’après-midi commence avant la fin du matin.");
}
