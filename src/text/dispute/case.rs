//! The fields of a case written here, and their values, as people read them.

use super::Wording;
use crate::domain::exercise::written_case::{Verdict, WrittenAnswer, WrittenOrientation, WrittenTopic, field as name};
use crate::domain::interview::id::{ItemId, OrientationId};
use crate::domain::interview::model::AgeBand;
use crate::domain::interview::questionnaire::{Item, Voice};
use crate::text::interview;
use serde::Deserialize;
use serde_json::Value;

/// A field in words.
pub fn field(wording: Wording<'_>, field: &str) -> Option<String> {
    let words = match field {
        name::TITLE => "Titre du cas",
        name::NAME => "Prénom de la personne du cas",
        name::AGE_BAND => "Tranche d’âge",
        name::COMMUNE => "Commune",
        name::CONTEXT => "Situation, en quelques mots",
        name::STORY => "Récit à lire",
        name::DISCUSS => "Questions pour la salle",
        _ if field.starts_with(name::TOPIC) => "Question posée à la personne",
        _ => return of_family(wording, field),
    };
    Some(words.to_owned())
}

fn of_family(wording: Wording<'_>, field: &str) -> Option<String> {
    if let Some(id) = field.strip_prefix(name::READING) {
        return Some(format!("Lecture de référence\u{a0}: {}", item(wording, id)?.short));
    }
    let id = OrientationId::new(field.strip_prefix(name::ORIENTATION)?).ok()?;
    Some(format!("Orientation du cas\u{a0}: {}", wording.rulebook?.orientation(&id)?.title))
}

fn item<'a>(wording: Wording<'a>, id: &str) -> Option<&'a Item> {
    wording.questionnaire?.item(&ItemId::new(id).ok()?)
}

/// A value in words.
pub fn value(wording: Wording<'_>, field: &str, value: &Value) -> Option<String> {
    match field {
        name::AGE_BAND => AgeBand::deserialize(value).ok().map(|band| interview::age_band(band).to_owned()),
        _ if field.starts_with(name::TOPIC) => {
            let topic = WrittenTopic::deserialize(value).ok()?;
            let when = if topic.hidden.is_some() { "si on le demande" } else { "sans qu’on insiste" };
            Some(format!("{} {} ({when})", topic.question, topic.reply))
        }
        _ if field.starts_with(name::ORIENTATION) => {
            let orientation = WrittenOrientation::deserialize(value).ok()?;
            Some(format!("{}\u{a0}: {}", verdict(orientation.verdict), orientation.why))
        }
        _ => {
            let item = item(wording, field.strip_prefix(name::READING)?)?;
            let read = WrittenAnswer::deserialize(value).ok()?;
            let says = |answer| interview::answer(item, Some(answer), Voice::Professional);
            read.answer.suits(item).then(|| format!("{}\u{a0}: {}", says(&read.answer), read.why))
        }
    }
}

fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Keep => "À retenir",
        Verdict::Leave => "À écarter",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::questionnaire::questionnaire;
    use crate::content::rules::rulebook;
    use serde_json::json;

    #[test]
    fn each_part_has_its_words() {
        let wording = Wording { questionnaire: questionnaire().ok(), rulebook: rulebook().ok(), ..Wording::default() };
        let plain = |text: Option<String>| text.map(|text| text.replace('\u{a0}', " "));
        let topic =
            json!({ "rank": 1, "about": ["devices"], "question": "Un appareil ?", "reply": "Oui.", "hidden": "x" });
        let answer = json!({ "answer": { "many": ["smartphone"] }, "why": "Elle le dit." });
        for (name, stored, words, shown) in [
            ("title", json!("Ici"), "Titre du cas", None),
            ("age_band", json!("26_39"), "Tranche d’âge", Some(interview::age_band(AgeBand::From26To39))),
            ("topic/a", topic, "Question posée à la personne", Some("Un appareil ? Oui. (si on le demande)")),
            (
                "orientation/pix",
                json!({ "verdict": "leave", "why": "Trop tôt." }),
                "Orientation du cas : ",
                Some("À écarter : Trop tôt."),
            ),
            ("reading/devices", answer, "Lecture de référence : ", Some(" : Elle le dit.")),
        ] {
            assert!(plain(field(wording, name)).unwrap().starts_with(words), "{name}");
            let said = plain(value(wording, name, &stored));
            match shown {
                Some(shown) => assert!(said.unwrap().ends_with(&plain(Some(shown.to_owned())).unwrap()), "{name}"),
                None => assert_eq!(said, None),
            }
        }
        assert_eq!((field(wording, "later"), field(wording, "reading/fax")), (None, None));
    }
}
