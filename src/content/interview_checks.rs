//! The checks of the interview's content find every kind of mistake, and its French follows the house rules.

use super::questionnaire::questionnaire;
use super::rules::rulebook;
use crate::domain::interview::questionnaire::Questionnaire;
use crate::domain::interview::rulebook::Rulebook;
use serde_json::{Value, json};

fn file(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn questionnaire_file() -> Value {
    file(include_str!("questionnaire.json"))
}

fn rules_file() -> Value {
    file(include_str!("rules.json"))
}

/// The entry of a list that has this identifier.
fn entry<'a>(file: &'a mut Value, list: &str, id: &str) -> &'a mut Value {
    file[list].as_array_mut().unwrap().iter_mut().find(|entry| entry["id"] == id).unwrap()
}

#[test]
fn every_mistake_in_a_questionnaire_is_found() {
    type Spoil = fn(&mut Value);
    let cases: [(&str, Spoil); 17] = [
        ("DuplicateBlock", |file| file["blocks"][1]["id"] = json!("demand")),
        ("EmptyBlock", |file| entry(file, "blocks", "supports")["id"] = json!("other")),
        ("UnknownBlock", |file| entry(file, "items", "helper")["block"] = json!("nowhere")),
        ("OutOfBlockOrder", |file| entry(file, "items", "wish")["block"] = json!("demand")),
        ("DuplicateItem", |file| entry(file, "items", "helper")["id"] = json!("wish")),
        ("DuplicateOption", |file| {
            entry(file, "items", "wish")["kind"]["one"]["options"][1]["id"] = json!("learn");
        }),
        ("OptionCount", |file| {
            entry(file, "items", "protection")["kind"]["one"]["options"].as_array_mut().unwrap().truncate(1);
        }),
        ("MisplacedExclusive", |file| {
            entry(file, "items", "wish")["kind"]["one"]["options"][0]["exclusive"] = json!(true);
        }),
        ("AxisAndKindDisagree", |file| entry(file, "items", "wish")["axis"] = json!("basics")),
        ("EmptyText", |file| entry(file, "items", "wish")["text_self"] = json!(" ")),
        ("NotAskedBefore", |file| {
            entry(file, "items", "devices")["show_if"] = json!({"unknown": "wish"});
        }),
        ("NotAskedBefore", |file| {
            entry(file, "items", "devices")["show_if"] = json!({"unknown": "devices"});
        }),
        ("NotInShort", |file| {
            entry(file, "items", "wish")["show_if"] = json!({"unknown": "budget"});
        }),
        ("UnknownOption", |file| {
            entry(file, "items", "project")["hide_if"] = json!({"answer": {"item": "wish", "in": ["fly"]}});
        }),
        ("WrongKind", |file| {
            entry(file, "items", "project")["hide_if"] = json!({"skill": {"item": "wish", "in": ["alone"]}});
        }),
        ("NotAnAnswer", |file| {
            entry(file, "items", "project")["hide_if"] = json!({"finding": "no-device"});
        }),
        ("ItemCount", |file| entry(file, "items", "helper")["in_short"] = json!(true)),
    ];
    for (expected, spoil) in cases {
        let mut file = questionnaire_file();
        spoil(&mut file);
        let spoiled: Questionnaire = serde_json::from_value(file).unwrap();
        let faults = format!("{:?}", spoiled.check());
        assert!(faults.contains(expected), "{expected}: {faults}");
    }
    let mut file = questionnaire_file();
    file["items"].as_array_mut().unwrap().retain(|item| item["axis"] != "safety");
    let spoiled: Questionnaire = serde_json::from_value(file).unwrap();
    assert!(format!("{:?}", spoiled.check()).contains("AxisWithoutItem(Safety)"));
}

#[test]
fn a_skill_without_its_reference_domain_is_not_read() {
    let mut file = questionnaire_file();
    entry(&mut file, "items", "send-mail")["kind"] = json!({"skill": {}});
    assert!(serde_json::from_value::<Questionnaire>(file).is_err());
}

#[test]
fn every_mistake_in_a_rulebook_is_found() {
    type Spoil = fn(&mut Value);
    let cases: [(&str, Spoil); 15] = [
        ("AxisTexts", |file| drop(file["axes"].as_array_mut().unwrap().remove(0))),
        ("LevelTexts", |file| file["axes"][0]["levels"] = file["axes"][2]["levels"].clone()),
        ("DuplicateFinding", |file| entry(file, "findings", "school")["id"] = json!("no-demand")),
        ("FindingOnSkillAxis", |file| entry(file, "findings", "school")["axis"] = json!("safety")),
        ("FindingReadsFinding", |file| {
            entry(file, "findings", "school")["when"] = json!({"not": {"finding": "no-demand"}});
        }),
        ("DuplicateOrientation", |file| entry(file, "orientations", "pix")["id"] = json!("abc-pix")),
        ("OrientationWithoutRule", |file| entry(file, "orientations", "pix")["id"] = json!("pix-2")),
        ("EmptyFilter", |file| entry(file, "orientations", "pix")["filter"] = json!({})),
        ("DuplicateRule", |file| entry(file, "rules", "school")["id"] = json!("stays-home")),
        ("UnknownOrientation", |file| entry(file, "rules", "school")["orientation"] = json!("nowhere")),
        ("UnknownItem", |file| entry(file, "rules", "school")["unless"] = json!({"unknown": "nothing"})),
        ("UnknownFinding", |file| entry(file, "rules", "school")["when"] = json!({"finding": "nothing"})),
        ("LevelOfSituation", |file| {
            entry(file, "rules", "school")["when"] = json!({"level": {"axis": "access", "in": ["beginner"]}});
        }),
        ("UnknownOption", |file| {
            file["framing"]["agrees"] = json!({"answer": {"item": "consent", "in": ["maybe"]}});
        }),
        ("Thresholds", |file| file["levels"]["beginner"]["done_percent"] = json!(90)),
    ];
    for (expected, spoil) in cases {
        let mut file = rules_file();
        spoil(&mut file);
        let spoiled: Rulebook = serde_json::from_value(file).unwrap();
        let faults = format!("{:?}", spoiled.check(questionnaire().unwrap()));
        assert!(faults.contains(expected), "{expected}: {faults}");
    }
}

/// Every text that people read, with the name of its field. Labels of the national standard are not ours.
fn texts(value: &Value, field: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(map) => {
            for (name, inner) in map.iter().filter(|(name, _)| name.as_str() != "filter") {
                texts(inner, name, found);
            }
        }
        Value::Array(list) => list.iter().for_each(|inner| texts(inner, field, found)),
        Value::String(text) if text.contains(' ') => found.push((field.to_owned(), text.clone())),
        _ => {}
    }
}

fn all_texts() -> Vec<(String, String)> {
    let mut found = Vec::new();
    texts(&questionnaire_file(), "", &mut found);
    texts(&rules_file(), "", &mut found);
    found
}

#[test]
fn the_french_follows_the_house_rules() {
    let texts = all_texts();
    assert!(texts.len() > 250);
    for (_, text) in texts {
        for (sign, space) in [(';', '\u{202f}'), ('?', '\u{202f}'), ('»', '\u{202f}'), (':', '\u{a0}')] {
            for (at, _) in text.match_indices(sign) {
                assert!(text[..at].ends_with(space), "the space before {sign}: {text}");
            }
        }
        for (at, sign) in text.match_indices('«') {
            assert!(text[at + sign.len()..].starts_with('\u{202f}'), "the space after «: {text}");
        }
        assert!(!text.contains('\'') && !text.contains("..."), "typography: {text}");
        assert!(!text.contains('!') && !text.contains('·'), "tone: {text}");
        let folded = text.to_lowercase();
        for word in ["anonym", "en difficulté", "exclu", "illettré", "fracture", "niveau faible", "analphab"] {
            assert!(!folded.contains(word), "{word}: {text}");
        }
    }
}

#[test]
fn what_the_person_reads_is_short() {
    for (field, text) in all_texts() {
        let bound = match field.as_str() {
            "text_self" | "action" => 16,
            "hint_self" | "intro_self" | "ask_for" => 14,
            "label" | "label_self" => 10,
            _ => continue,
        };
        for sentence in text.split(['.', '?']) {
            let words = sentence.split_whitespace().count();
            assert!(words <= bound, "{words} words, {field}: {sentence}");
        }
    }
}

#[test]
fn no_item_asks_for_what_must_not_be_kept() {
    for item in &questionnaire().unwrap().items {
        let asked = format!("{} {} ", item.text, item.text_self).to_lowercase().replace(['\u{202f}', '\u{a0}'], " ");
        for word in ["nom ", "date de naissance", "santé", "handicap", "nationalité", "revenu", "salaire", "religion"]
        {
            assert!(!asked.contains(word), "{word}: {asked}");
        }
    }
}

#[test]
fn every_kept_orientation_has_what_a_sheet_needs() {
    for orientation in &rulebook().unwrap().orientations {
        assert!(orientation.action.ends_with('.'), "{}", orientation.id);
        assert!(!orientation.ask_for.is_empty() && !orientation.what.is_empty(), "{}", orientation.id);
    }
}
