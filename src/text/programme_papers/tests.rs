use super::*;
use crate::content::communes::communes;
use crate::content::objectives::objectives;
use crate::domain::curriculum::fixture as curriculum;
use crate::domain::programme::attendance::Presence;
use crate::domain::programme::erasure;
use crate::domain::programme::fixture::{Fixture, day};
use crate::domain::programme::forms;
use crate::domain::programme::id::{ProfessionalId, SessionId};
use crate::domain::programme::person::Restriction;
use crate::domain::programme::provider::key;
use crate::domain::programme::registration;
use crate::domain::programme::structure::StructureKind;

struct Day {
    fixture: Fixture,
    session: SessionId,
    people: Vec<ProfessionalId>,
}

/// Three people of one structure: there all day, late in the morning, away.
fn a_day() -> Day {
    let mut fixture = Fixture::new();
    let trainer = fixture.trainer("zoe");
    let typed = [
        ("held_on", "2022-03-01"),
        ("place", "Maison fictive"),
        ("address", "1 rue des Essais"),
        ("commune", "93008"),
        ("trainers", trainer.as_str()),
    ];
    let session = fixture.session_with("s", &typed);
    let structure = fixture.structure("mission-fictive", StructureKind::MissionLocale);
    let people = ["ali", "bo", "cy"].map(|id| fixture.person(id, Some(&structure))).to_vec();
    fixture.register(&session, &people);
    fixture.note(&session, &people[0], [Presence::Present; 2]);
    fixture.note(&session, &people[1], [Presence::Partial { late: 30, early: 0 }, Presence::Present]);
    fixture.note(&session, &people[2], [Presence::Absent; 2]);
    Day { fixture, session, people }
}

fn made(day: &Day, paper: Paper, is_blank: bool) -> Vec<Sheet> {
    made_with(day, paper, is_blank, None)
}

fn made_with(day: &Day, paper: Paper, is_blank: bool, curriculum: Option<&Curriculum>) -> Vec<Sheet> {
    let programme = day.fixture.programme();
    let wording = Wording::read(&day.fixture.tables);
    let source = Source {
        programme: &programme,
        session: programme.session(&day.session).unwrap(),
        communes: &communes().unwrap().communes,
        objectives: objectives().unwrap(),
        wording: &wording,
        curriculum,
        today: "2022-03-02".parse().unwrap(),
        is_blank,
    };
    sheets(paper, source)
}

/// All that is said, as one text.
fn said(sheets: &[Sheet]) -> String {
    format!("{sheets:?}").replace(['\u{a0}', '\u{202f}'], " ").replace("\\u{a0}", " ").replace("\\u{202f}", " ")
}

fn cell<'a>(sheet: &'a Sheet, row: &str) -> Option<&'a Vec<String>> {
    sheet.blocks.iter().find_map(|block| match block {
        Block::Table(table) => table.rows.iter().find(|cells| cells.iter().any(|cell| cell.contains(row))),
        _ => None,
    })
}

#[test]
fn each_person_has_a_page_of_what_concerns_them() {
    let day = a_day();
    for (paper, pages) in
        [(Paper::Invitations, 3), (Paper::Certificates, 2), (Paper::Attestations, 2), (Paper::Report, 1)]
    {
        assert_eq!(made(&day, paper, false).len(), pages, "{paper:?}");
        assert_eq!(made(&day, paper, true).len(), 1, "{paper:?}");
    }
    let certificates = made(&day, Paper::Certificates, false);
    assert!(said(&certificates[..1]).contains("Camille ALI") && said(&certificates[..1]).contains("\"7 h\""));
    assert!(said(&certificates[1..]).contains("6 h 30"), "{}", said(&certificates[1..]));
    assert!(!said(&certificates).contains("CY"), "who was away followed nothing");
}

#[test]
fn the_programme_lists_the_day_that_the_session_follows_from_its_own_hour() {
    let day = a_day();
    let version = curriculum::Stored::default().versions().remove(0);
    let without = made(&day, Paper::Programme, false);
    let made = made_with(&day, Paper::Programme, false, Some(&version));
    assert!(said(&made).contains("référentiel « La journée »"), "{}", said(&made));
    let from = day.fixture.programme().session(&day.session).unwrap().hours.span().unwrap().0;
    assert_eq!(cell(&made[0], "Séquence a").unwrap()[0], format::time(from));
    assert_eq!(cell(&made[0], "Séquence b").unwrap()[3], words::minutes(30));
    assert!(!said(&without).contains("Déroulé de la journée"));
}

#[test]
fn hours_are_those_of_each_and_of_all() {
    let day = a_day();
    let invoice = &made(&day, Paper::Invoice, false)[0];
    assert_eq!(cell(invoice, "BO").unwrap().last().unwrap(), &words::minutes(390));
    assert_eq!(cell(invoice, "Total").unwrap().last().unwrap(), &words::minutes(810));
    assert!(cell(invoice, "CY").is_none());
    let report = said(&made(&day, Paper::Report, false));
    for expected in
        ["(\"Inscriptions\", \"3\")", "(\"Présences en partie\", \"0\")", "(\"Absences\", \"1\")", "13 h 30"]
    {
        assert!(report.contains(expected), "{expected} in {report}");
    }
    assert!(report.contains("CY Camille (toute la journée)"));
}

#[test]
fn nobody_whose_use_is_restricted_or_who_is_erased_is_named() {
    let mut one = a_day();
    let until = Restriction { until: day("2030-01-01"), reason: String::new() };
    one.fixture.commit(&erasure::restrict(&one.people[0], Some(&until)));
    let erased = erasure::erase(&one.fixture.tables, &one.people[1], &communes().unwrap().communes, day("2022-12-31"));
    one.fixture.commit(&erased);
    for paper in Paper::ALL {
        for is_blank in [false, true] {
            let said = said(&made(&one, paper, is_blank));
            assert!(!said.contains("ALI") && !said.contains("BO ") && !said.contains("BO\""), "{paper:?}: {said}");
        }
    }
    assert!(said(&made(&one, Paper::Participants, false)).contains("CY Camille"));
    let invoice = &made(&one, Paper::Invoice, false)[0];
    assert_eq!(cell(invoice, "Total").unwrap().last().unwrap(), &words::minutes(810), "their hours are counted");
    assert_eq!(cell(invoice, "n’est plus affiché").unwrap().last().unwrap(), &words::minutes(810));
}

#[test]
fn a_blank_document_names_nobody() {
    let day = a_day();
    for paper in Paper::ALL {
        let said = said(&made(&day, paper, true));
        assert!(!["ALI", "CY C"].iter().any(|name| said.contains(name)), "{paper:?}: {said}");
    }
    let Block::Table(table) = &made(&day, Paper::Attendance(Half::Morning), true)[0].blocks[2] else { panic!() };
    assert_eq!(table.rows.len(), 15);
}

#[test]
fn the_sheet_that_is_signed_has_everybody_and_two_lines_more() {
    let day = a_day();
    let sheet = &made(&day, Paper::Attendance(Half::Afternoon), false)[0];
    let Block::Table(table) = &sheet.blocks[2] else { panic!("{sheet:?}") };
    assert_eq!(table.rows.len(), 5);
    assert!(table.rows.iter().all(|row| row.len() == table.heads.len() && row.last().unwrap().is_empty()));
    assert!(said(std::slice::from_ref(sheet)).contains("De 13 h 30 à 17 h, 3 h 30 de formation"));
    assert!(cell(sheet, "ZOE").is_some());
}

#[test]
fn the_declaration_is_said_with_its_number_only() {
    let mut day = a_day();
    assert!(!said(&made(&day, Paper::Certificates, false)).contains("agrément"));
    let typed = [
        ("name", "Organisme fictif"),
        ("siret", "73282932000074"),
        ("declaration", "11930000000"),
        ("prefecture", "Île-de-France"),
        ("rules", &"Une règle. ".repeat(60)),
    ];
    day.fixture.fill(&forms::PROVIDER, &key().unwrap(), &typed);
    let said_once = said(&made(&day, Paper::Certificates, false));
    let mention = "Déclaration d’activité enregistrée sous le numéro 11930000000 auprès du préfet de région Île-de-France ; cet enregistrement ne vaut pas agrément de l’État.";
    assert!(said_once.contains(mention), "{said_once}");
    assert!(said_once.contains("SIRET 732 829 320 00074"));
    assert_eq!(made(&day, Paper::Invitations, false).len(), 4, "long rules have a sheet of their own");
}

#[test]
fn what_somebody_wrote_is_on_the_document() {
    use crate::text::programme_wording::adjust;
    let mut day = a_day();
    assert!(said(&made(&day, Paper::Invitations, false)).contains(Part::Bring.usual()));
    day.fixture.commit(&adjust(Part::Bring, "Deux crayons."));
    let said = said(&made(&day, Paper::Invitations, false));
    assert!(said.contains("Deux crayons.") && !said.contains(Part::Bring.usual()));
}

#[test]
fn every_adjustable_text_is_on_a_document() {
    let day = a_day();
    let programme = day.fixture.programme();
    let wording = Wording::default();
    let source = Source {
        programme: &programme,
        session: programme.session(&day.session).unwrap(),
        communes: &communes().unwrap().communes,
        objectives: objectives().unwrap(),
        wording: &wording,
        curriculum: None,
        today: "2022-03-02".parse().unwrap(),
        is_blank: false,
    };
    let all: Vec<Sheet> = Paper::ALL.into_iter().flat_map(|paper| sheets(paper, source)).collect();
    let all = format!("{} {}", said(&all), foot(source));
    for part in Part::ALL {
        let usual = part.usual().replace(['\u{a0}', '\u{202f}'], " ");
        assert!(all.contains(&usual), "{part:?}");
    }
}

#[test]
fn what_a_room_has_is_said_with_its_capitals() {
    let mut day = a_day();
    let session = day.session.clone();
    day.fixture.fill(&forms::SESSION, &session.key().unwrap(), &[("equipment", "wifi projector")]);
    let said = said(&made(&day, Paper::Invitations, false));
    assert!(said.contains("Wi-Fi et vidéoprojecteur"), "{said}");
}

#[test]
fn whoever_is_not_noted_is_not_away() {
    let mut one = a_day();
    let absences = |day: &Day, expected: &str| {
        let report = said(&made(day, Paper::Report, false));
        assert!(report.contains(&format!("(\"Absences\", \"{expected}\")")), "{expected} in {report}");
    };
    let late = one.fixture.person("dee", None);
    one.fixture.register(&one.session, [&late]);
    absences(&one, "1");
    // Who gave their place up is not expected.
    let place = one.fixture.programme().places(&one.session)[2].clone();
    let why = registration::Status::Cancelled { why: registration::Why::ByPerson, note: String::new() };
    one.fixture.commit(&registration::set_status(&place, &why));
    absences(&one, "0");
    one.fixture.note(&one.session, &late, [Presence::Absent, Presence::Present]);
    absences(&one, "0");
    one.fixture.note(&one.session, &late, [Presence::Absent; 2]);
    absences(&one, "1");
    let erased = erasure::erase(&one.fixture.tables, &late, &communes().unwrap().communes, day("2022-12-31"));
    one.fixture.commit(&erased);
    absences(&one, "1");
}
