//! A small questionnaire for tests.

use super::answer::{Answer, Answers, Basis, SkillLevel};
use super::id::{ItemId, OptionId};
use super::questionnaire::Questionnaire;

pub const SMALL: &str = r#"{
  "version": "t",
  "blocks": [
    { "id": "gear", "title": "Gear", "intro": "i", "intro_self": "i" },
    { "id": "deeds", "title": "Deeds", "intro": "i", "intro_self": "i" },
    { "id": "end", "title": "End", "intro": "i", "intro_self": "i" }
  ],
  "items": [
    { "id": "device", "block": "gear", "axis": "access", "short": "s", "text": "t", "text_self": "t", "in_short": true,
      "kind": { "many": { "options": [
        { "id": "phone", "label": "phone" }, { "id": "laptop", "label": "laptop" },
        { "id": "none", "label": "none", "exclusive": true } ] } } },
    { "id": "state", "block": "gear", "axis": "access", "short": "s", "text": "t", "text_self": "t",
      "show_if": { "answer": { "item": "device", "in": ["phone", "laptop"] } },
      "kind": { "one": { "options": [ { "id": "good", "label": "good" }, { "id": "bad", "label": "bad" } ] } } },
    { "id": "repair", "block": "gear", "axis": "access", "short": "s", "text": "t", "text_self": "t",
      "show_if": { "answer": { "item": "state", "in": ["bad"] } },
      "kind": { "one": { "options": [ { "id": "yes", "label": "yes" }, { "id": "no", "label": "no" } ] } } },
    { "id": "switch-on", "block": "deeds", "axis": "basics", "short": "s", "text": "t", "text_self": "t", "in_short": true,
      "hide_if": { "answer": { "item": "device", "in": ["none"] } }, "kind": { "skill": { "crcn": "environment" } } },
    { "id": "write", "block": "deeds", "axis": "basics", "short": "s", "text": "t", "text_self": "t",
      "hide_if": { "answer": { "item": "device", "in": ["none"] } }, "kind": { "skill": { "crcn": "content" } } },
    { "id": "wish", "block": "end", "axis": "motivation", "short": "s", "text": "t", "text_self": "t", "in_short": true,
      "kind": { "one": { "options": [ { "id": "learn", "label": "learn" }, { "id": "not", "label": "not" } ] } } }
  ]
}"#;

pub fn small() -> Questionnaire {
    serde_json::from_str(SMALL).unwrap()
}

pub fn item(id: &str) -> ItemId {
    ItemId::new(id).unwrap()
}

pub fn one(option: &str) -> Answer {
    Answer::One(OptionId::new(option).unwrap())
}

pub fn many(options: &[&str]) -> Answer {
    Answer::Many(options.iter().map(|option| OptionId::new(option).unwrap()).collect())
}

pub fn skill(level: SkillLevel) -> Answer {
    Answer::Skill { level, basis: Some(Basis::Declared) }
}

pub fn answers(given: &[(&str, Answer)]) -> Answers {
    given.iter().map(|(id, answer)| (item(id), answer.clone())).collect()
}
