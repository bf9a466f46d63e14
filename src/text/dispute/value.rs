//! The values of a field, as people read them.

use super::{Wording, case, ecosystem, programme};
use crate::domain::commune::InseeCode;
use crate::domain::directory::edition::{CurrentEdition, DIRECTORY_KIND};
use crate::domain::directory::field::PlaceField;
use crate::domain::directory::local::decode::field as of_place;
use crate::domain::directory::local::identity::{PLACE_KIND, PlaceTrace};
use crate::domain::directory::local::model::{Closure, Correction, Note};
use crate::domain::exercise::case::CASE_KIND;
use crate::domain::exercise::written_case::field as of_case;
use crate::domain::interview::answer::Answer;
use crate::domain::interview::decision::{Decision, Referral};
use crate::domain::interview::decode::field as name;
use crate::domain::interview::id::ItemId;
use crate::domain::interview::model::{AgeBand, Informed, KIND, Presentation, Residence, Restriction};
use crate::domain::interview::questionnaire::{Length, Voice};
use crate::domain::map::base_map::{self, BASE_MAP_KIND, CurrentBaseMap};
use crate::domain::retention::{SETTINGS_KIND, field as rule};
use crate::text::{base_map as of_base_map, format, interview, local, places, retention};
use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The longest shape shown.
const MAX_RAW_CHARS: usize = 300;

/// A value in words; a shape that is not known, as it is stored.
pub fn value(wording: Wording<'_>, kind: &str, field: &str, value: &Value) -> String {
    let known = match (kind, value) {
        (KIND, Value::Null) => Some(emptied(field).to_owned()),
        (PLACE_KIND, Value::Null) => Some(emptied_of_place(field).to_owned()),
        (_, Value::Null) => Some("Vide".to_owned()),
        (KIND, _) => of_interview(wording, field, value),
        (DIRECTORY_KIND, _) if field == "current" => {
            parse(value).map(|edition: CurrentEdition| places::edition(&edition))
        }
        (BASE_MAP_KIND, _) if field == base_map::CURRENT => {
            parse(value).map(|current: CurrentBaseMap| of_base_map::whole(&current))
        }
        (PLACE_KIND, _) => of_a_place(field, value),
        (CASE_KIND, _) if field == of_case::COMMUNE => parse(value).map(|code| commune(wording, &code)),
        (CASE_KIND, _) => case::value(wording, field, value),
        (SETTINGS_KIND, _) => of_settings(field, value),
        _ if programme::is_known(kind) => programme::value(wording, kind, field, value),
        _ => ecosystem::value(wording, kind, field, value),
    };
    known.unwrap_or_else(|| raw(value))
}

/// A value that cannot be read, as it is stored; where it holds what people answered, in words.
pub fn unreadable(kind: &str, field: &str, value: &Value) -> String {
    let hidden =
        programme::holds_answers(kind, field).then(|| programme::value(Wording::default(), kind, field, value));
    hidden.flatten().unwrap_or_else(|| raw(value))
}

/// A value as it is stored: a text as it is, any other shape as JSON, cut when it is long.
pub fn raw(value: &Value) -> String {
    let Value::String(text) = value else { return cut(&value.to_string()) };
    text.clone()
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(MAX_RAW_CHARS) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// What an empty field means.
fn emptied(field: &str) -> &'static str {
    match field {
        name::CONCLUDED_ON => "Entretien en cours",
        name::RESTRICTED => "Usage non limité",
        name::COMMUNE | name::AGE_BAND => "Non abordé",
        name::PERSON_INFORMED => "Pas encore informée",
        _ if field.starts_with(name::ANSWER) => "Non abordé",
        _ if field.starts_with(name::NOTE) => "Aucune note",
        _ if field.starts_with(name::ASK_ANYWAY) => "Non",
        _ if field.starts_with(name::ORIENTATION) => interview::decision(None),
        _ if field.starts_with(name::REFERRAL) => "Aucun lieu",
        _ => "Vide",
    }
}

fn emptied_of_place(field: &str) -> &'static str {
    match field {
        of_place::CLOSED => "Lieu ouvert",
        of_place::ATTACHED_TO => "Aucun autre lieu",
        _ if field.starts_with(of_place::NOTE) => "Aucune note",
        _ if field.starts_with(of_place::CORRECTION) => "Aucune correction",
        _ => "Vide",
    }
}

fn of_a_place(field: &str, value: &Value) -> Option<String> {
    match field {
        of_place::CLOSED => parse(value).map(|closure: Closure| local::closed(&closure)),
        of_place::ATTACHED_TO => parse(value).map(|place: PlaceTrace| local::place(&place)),
        _ if field.starts_with(of_place::NOTE) => {
            parse(value).map(|note: Note| format!("{}\u{a0}: {}", local::note_head(&note), note.text))
        }
        _ => {
            let corrected = PlaceField::of_column(field.strip_prefix(of_place::CORRECTION)?)?;
            let correction: Correction = parse(value)?;
            Some(format!("{} ({})", local::value(corrected, &correction.value), local::corrected(&correction)))
        }
    }
}

fn of_settings(field: &str, value: &Value) -> Option<String> {
    match field {
        rule::MONTHS | rule::PROOF_MONTHS => value.as_u64().map(|months| format::count(months, "mois", "mois")),
        rule::HOLD_UNTIL => parse(value).map(format::date),
        _ => None,
    }
}

fn of_interview(wording: Wording<'_>, field: &str, value: &Value) -> Option<String> {
    match field {
        name::COMMUNE => parse(value).map(|residence| self::residence(wording, &residence)),
        name::STARTING_COMMUNE => parse(value).map(|code| commune(wording, &code)),
        name::AGE_BAND => parse(value).map(|band: AgeBand| interview::age_band(band).to_owned()),
        name::LENGTH => parse(value).map(|length: Length| interview::length(length).to_owned()),
        name::PRESENTATION => parse(value).map(|shown: Presentation| interview::presentation(shown).to_owned()),
        name::STARTED_ON | name::KEEP_UNTIL => parse(value).map(format::date),
        name::RESTRICTED => parse(value).map(|restriction: Restriction| retention::restriction(&restriction)),
        name::CONCLUDED_ON => parse(value).map(|on: NaiveDate| format!("Terminé le {}", format::date(on))),
        name::PERSON_INFORMED => parse(value).map(informed),
        name::EMPLOYEE | name::HABILITATED => parse(value).map(yes_or_no),
        _ if field.starts_with(name::ASK_ANYWAY) => parse(value).map(yes_or_no),
        _ if field.starts_with(name::ORIENTATION) => parse(value).map(|decision| self::decision(&decision)),
        _ if field.starts_with(name::REFERRAL) => parse(value).map(|referral| self::referral(&referral)),
        _ => answer(wording, field.strip_prefix(name::ANSWER)?, value),
    }
}

fn answer(wording: Wording<'_>, item: &str, value: &Value) -> Option<String> {
    let item = wording.questionnaire?.item(&ItemId::new(item).ok()?)?;
    let answer: Answer = parse(value)?;
    // An option that is not known here has no words: two of them must not look alike.
    answer.suits(item).then(|| interview::answer(item, Some(&answer), Voice::Professional))
}

fn residence(wording: Wording<'_>, residence: &Residence) -> String {
    match residence {
        Residence::Code(code) => commune(wording, code),
        Residence::Elsewhere => "Ailleurs qu’en Seine-Saint-Denis".to_owned(),
        Residence::NotSaid => "Ne souhaite pas le dire".to_owned(),
    }
}

fn commune(wording: Wording<'_>, code: &InseeCode) -> String {
    let known = wording.communes.and_then(|communes| communes.by_code(code));
    known.map_or_else(|| format!("Commune {code}"), |commune| commune.name.clone())
}

fn informed(informed: Informed) -> String {
    let agreed = if informed.agreed { "d’accord" } else { "pas d’accord" };
    format!("Informée le {}, {agreed} pour être orientée", format::date(informed.on))
}

fn yes_or_no(yes: bool) -> String {
    if yes { "Oui" } else { "Non" }.to_owned()
}

fn decision(decision: &Decision) -> String {
    let state = interview::decision(Some(decision));
    let Decision::SetAside { reason, note } = decision else { return state.to_owned() };
    let reason = interview::set_aside_reason(*reason);
    if note.is_empty() { format!("{state} ({reason})") } else { format!("{state} ({reason}\u{a0}: {note})") }
}

fn referral(referral: &Referral) -> String {
    let place = [&referral.name, &referral.commune, &referral.when, &referral.ask_for];
    place.into_iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(", ")
}

fn parse<T: DeserializeOwned>(value: &Value) -> Option<T> {
    T::deserialize(value).ok()
}
