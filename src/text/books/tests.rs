use super::*;
use crate::domain::curriculum::coverage::Items;
use crate::domain::curriculum::finding::Finding;
use crate::domain::curriculum::version::{CurriculumId, Day};
use serde_json::json;

fn read<T: serde::de::DeserializeOwned>(value: serde_json::Value) -> T {
    serde_json::from_value(value).unwrap()
}

fn version() -> Curriculum {
    let day: Day = read(json!({ "starts_at": "09:00", "sequences": [
        { "id": "a", "root": "a", "title": "Accueil", "method": "frame", "minutes": 20, "materials": "Badges\nFeutres" },
        { "id": "b", "root": "b", "title": "Pause", "method": "break", "minutes": 15 },
        { "id": "c", "root": "c", "title": "Pix", "method": "practice", "minutes": 60, "least": 45, "active": { "pix": 40 },
          "assessed": ["pix"], "means": ["quiz"], "materials": "feutres\nTablettes", "trainer": "Montrez <Pix>." },
    ]}));
    Curriculum {
        id: CurriculumId::new("v").unwrap(),
        title: "Essai".to_owned(),
        note: String::new(),
        copied_from: None,
        day,
        state: State::Delivered,
    }
}

fn made(make: impl Fn(Source<'_>) -> Book) -> Book {
    made_with(make, vec![])
}

fn made_with(make: impl Fn(Source<'_>) -> Book, findings: Vec<Finding>) -> Book {
    let objectives: Objectives = read(json!({ "groups": [
        { "id": "stakes", "title": "Enjeux", "objectives": [{ "id": "define", "title": "Définir", "said": "Je définis." }] },
        { "id": "tools", "title": "Outils", "objectives": [{ "id": "pix", "title": "Proposer Pix", "said": "Je propose Pix." }] },
    ]}));
    let question = |number: u8| {
        json!({ "id": format!("pix-{number}"), "text": format!("Question {number}\u{202f}?"), "choices": [
            { "text": "Oui.", "is_right": true, "why": "En effet." }, { "text": "Non.", "why": "Au contraire." }] })
    };
    let tools: ToolBook = read(json!({ "version": "1", "as_of": "2026", "sources": [
        { "id": "page", "title": "Page de Pix", "read_on": "2026-10" }], "tools": [{
        "id": "pix", "title": "Pix", "what": "Un test.", "what_for": ["Se situer"], "for_whom": ["Tous"], "when_not": ["Jamais"],
        "steps": ["Un", "Deux", "Trois", "Quatre", "Cinq"], "say": ["« Essayons. »"],
        "exercise": { "title": "Essai", "minutes": 15, "situation": "Une personne.", "online": ["Ouvrir"], "offline": ["Lire"],
                      "expected": ["Le niveau"] },
        "quiz": [question(1)],
        "facts": [{ "text": "Seize compétences.", "on": "2022", "source": "page", "status": "holds" }] }] }));
    let glossary: Glossary = read(json!({ "version": "1", "as_of": "2026", "sources": [], "terms": [
        { "id": "pie", "term": "PIE", "meaning": "Un service.", "to": "2023", "today": "ali", "source": "page" },
        { "id": "ali", "term": "ALI", "meaning": "Une agence.", "source": "page" }] }));
    let version = version();
    let items = Items::of(&objectives, 0, &tools);
    let coverage = Coverage { findings, ..Coverage::of(&version.day, &objectives, &items) };
    make(Source {
        version: &version,
        objectives: &objectives,
        tools: &tools,
        glossary: &glossary,
        coverage: &coverage,
        provider: "Organisme",
        today: NaiveDate::from_ymd_opt(2026, 3, 1).unwrap(),
    })
}

fn told(book: &Book) -> String {
    format!("{book:?}")
}

#[test]
fn the_day_is_told_with_its_hours_and_its_objectives() {
    let book = made(curriculum);
    let Some(Part::Table(table)) = book.chapters.iter().find_map(|one| match one.title.as_str() {
        "Le déroulé" => one.parts.first(),
        _ => None,
    }) else {
        panic!("no table of the day");
    };
    let hours = |from: &str, to: &str| format!("{from} – {to}");
    assert_eq!(
        table.rows.last().unwrap(),
        &[
            hours("9\u{a0}h\u{a0}35", "10\u{a0}h\u{a0}35"),
            "Pix".to_owned(),
            "Pratique d’un outil".to_owned(),
            "1\u{a0}h".to_owned(),
            "2.1".to_owned()
        ]
    );
    assert_eq!(table.rows.len(), 3, "breaks are told");
}

#[test]
fn sequences_are_numbered_without_the_breaks() {
    let book = told(&made(curriculum));
    assert!(book.contains("2. Pix") && !book.contains("3. Pix"), "{book}");
    assert!(book.contains("Reste à revoir").eq(&false));
    let short = Finding::ShortDay(60);
    let said = format!("{:?}", teaching_curriculum::told(&short));
    assert!(told(&made_with(curriculum, vec![short])).contains(&said));
}

#[test]
fn what_to_bring_is_said_once() {
    let book = made(guide);
    let boxes = book.chapters.iter().flat_map(|one| &one.parts).find_map(|part| match part {
        Part::Boxes(boxes) => Some(boxes.clone()),
        _ => None,
    });
    assert_eq!(boxes.unwrap(), ["Badges", "Feutres", "Tablettes"]);
}

#[test]
fn the_guide_gives_the_answers_and_the_booklet_does_not() {
    assert!(told(&made(guide)).contains("Oui. En effet."));
    let booklet = told(&made(booklet));
    assert!(!booklet.contains("En effet") && booklet.contains("Je propose Pix."), "{booklet}");
    assert!(booklet.contains("On dit aujourd’hui"), "{booklet}");
}
