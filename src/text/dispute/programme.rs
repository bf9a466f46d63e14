//! « À vérifier », for the records of the programme and of the curriculum.

use super::Wording;
use crate::domain::commune::InseeCode;
use crate::domain::curriculum::forms::{sequence, version};
use crate::domain::curriculum::run::{RUN_KIND, field as run};
use crate::domain::curriculum::sequence::SEQUENCE_KIND;
use crate::domain::curriculum::version::{CURRICULUM_KIND, Frozen};
use crate::domain::evaluation::ledger::Ledger;
use crate::domain::evaluation::moderation::{MODERATION_KIND, field as moderation};
use crate::domain::evaluation::response::{RESPONSE_KIND, field as response};
use crate::domain::evaluation::sending::{SENDING_KIND, field as sending};
use crate::domain::evaluation::synthesis::{Part, SYNTHESIS_KIND, Stage, field as synthesis};
use crate::domain::evaluation::wording::{SURVEY_KIND, field as survey};
use crate::domain::form::{Field, Input, Shape};
use crate::domain::network::card::CARD_KIND;
use crate::domain::network::oriented::ORIENTED_KIND;
use crate::domain::network::pairs::{PAIRS_KIND, field as pairs};
use crate::domain::programme::attendance::{Noted, Presence, TRAINER};
use crate::domain::programme::hours::Half;
use crate::domain::programme::id::{self, CYCLE_FIELD, SESSION_FIELD};
use crate::domain::programme::registration::{Status as Place, field as place};
use crate::domain::programme::session::{Status, field as session};
use crate::domain::programme::structure::field as structure;
use crate::domain::programme::{forms, person};
use crate::records::SUBJECT_PREFIX;
use crate::text::{evaluation, evaluation_told, format, programme as words, record_form, teaching};
use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::Value;

/// The kinds of the programme's records, as one of them is called.
fn name(kind: &str) -> Option<&'static str> {
    Some(match kind {
        id::CYCLE_KIND => "Cycle",
        id::SESSION_KIND => "Session",
        id::PROFESSIONAL_KIND => "Personne à former",
        id::TRAINER_KIND => "Membre de l’équipe",
        id::STRUCTURE_KIND => "Structure",
        id::REGISTRATION_KIND => "Inscription",
        id::ATTENDANCE_KIND => "Présence",
        id::MEETING_KIND => "Échange avec le commanditaire",
        id::ACTION_KIND => "Action",
        id::RISK_KIND => "Risque",
        id::COMPLAINT_KIND => "Réclamation",
        id::PROVIDER_KIND => "Organisme de formation",
        id::WORDING_KIND => "Formulations des documents",
        CURRICULUM_KIND => "Version du référentiel",
        SEQUENCE_KIND => "Séquence",
        RUN_KIND => "Déroulé d’une journée",
        CARD_KIND => "Carte du réseau",
        PAIRS_KIND => "Binômes",
        ORIENTED_KIND => "Décompte d’orientations",
        RESPONSE_KIND => "Réponse à un questionnaire",
        MODERATION_KIND => "Lecture d’une réponse",
        SENDING_KIND => "Envoi d’un questionnaire",
        SURVEY_KIND => "Version d’un questionnaire",
        SYNTHESIS_KIND => "Synthèse",
        _ => return None,
    })
}

pub fn is_known(kind: &str) -> bool {
    name(kind).is_some()
}

/// A record, as a heading names it; a day that names one is written out.
pub fn record(kind: &str, title: Option<&str>) -> String {
    let name = name(kind).unwrap_or_default();
    match (title, title.and_then(|title| title.parse::<NaiveDate>().ok())) {
        (_, Some(day)) => format!("{name} du {}", format::date(day)),
        (Some(title), None) => format!("{name} «\u{202f}{title}\u{202f}»"),
        (None, None) => name.to_owned(),
    }
}

/// A field in words; none: not known.
pub fn field(kind: &str, field: &str) -> Option<String> {
    if let Some(label) = record_form::field(kind, field) {
        return Some(label.to_owned());
    }
    let words = match (kind, field) {
        (id::WORDING_KIND, _) => "Formulation d’un document",
        (CURRICULUM_KIND, version::COPIED_FROM) => "Version copiée",
        (CURRICULUM_KIND, version::ORDER) => "Ordre des séquences",
        (CURRICULUM_KIND, version::FROZEN) => "Journée figée",
        (SEQUENCE_KIND, sequence::CURRICULUM) => "Version du référentiel",
        (SEQUENCE_KIND, sequence::ROOT) => "Séquence d’origine",
        (RUN_KIND, run::ENDED) => "Fin de la journée",
        (RUN_KIND, _) if field.starts_with(run::START) => "Début d’une séquence",
        (PAIRS_KIND, pairs::GROUPS) => "Composition des binômes",
        (PAIRS_KIND, pairs::DRAWN_ON) => "Jour de leur formation",
        (MODERATION_KIND, moderation::SET_ASIDE) => "Réponse mise de côté",
        (MODERATION_KIND, _) if field.starts_with(moderation::TEXT) => "Décision sur un texte",
        (MODERATION_KIND, _) if field.starts_with(moderation::TAGS) => "Thèmes d’un texte",
        (RESPONSE_KIND, response::RESPONSE) => "Ce qui a été répondu",
        (SENDING_KIND, sending::NUMBERS) => "Numéros préparés",
        (SURVEY_KIND, survey::KIND) => "Questionnaire",
        (SURVEY_KIND, survey::NAME) => "Nom de la version",
        (SURVEY_KIND, survey::STATE) => "État de la version",
        (SURVEY_KIND, survey::COMMENTS) => "Remarques du Département",
        (SURVEY_KIND, survey::SENDER) => "Qui envoie",
        (SURVEY_KIND, survey::REMINDER) => "Qui relance",
        (SURVEY_KIND, survey::FROZEN) => "Questionnaire validé",
        (SURVEY_KIND, _) if field.starts_with(survey::TITLE) => "Texte d’une question",
        (SURVEY_KIND, _) if field.starts_with(survey::LEFT_OUT) => "Question retirée",
        (SYNTHESIS_KIND, _) if field.starts_with(synthesis::LEDGER) => return Some(figures(field)),
        (SYNTHESIS_KIND, _) if field.starts_with(synthesis::COMMENT) => "Commentaire de la synthèse",
        (SYNTHESIS_KIND, _) if field.starts_with(synthesis::QUOTE) => "Parole choisie",
        (SYNTHESIS_KIND, _) if field.starts_with(synthesis::ERASED) => "Réponses effacées",
        (SYNTHESIS_KIND, _) if field.starts_with(synthesis::PUBLISHED) => "Synthèse arrêtée",
        (_, CYCLE_FIELD) => "Cycle",
        (_, SESSION_FIELD) => "Session",
        (id::SESSION_KIND, session::STATUS) => "État de la session",
        (id::SESSION_KIND, session::REPORT) => "Compte rendu",
        (id::SESSION_KIND, _) if field.starts_with(session::TALLY) => "Décompte d’une personne effacée",
        (id::REGISTRATION_KIND, place::STATUS) => "État de l’inscription",
        (id::REGISTRATION_KIND, place::ASKED_AT) => "Rang de la demande",
        (id::REGISTRATION_KIND, place::INVITED_ON) => "Convocation envoyée le",
        (id::ATTENDANCE_KIND, TRAINER) => "Membre de l’équipe de formation",
        (_, _) if field.starts_with(SUBJECT_PREFIX) => "Personne concernée",
        (id::ATTENDANCE_KIND, _) => words::half(Half::ALL.into_iter().find(|half| half.code() == field)?),
        (id::PROFESSIONAL_KIND, person::field::ELIGIBILITY) => "Décision sur la priorité",
        (id::PROFESSIONAL_KIND, person::field::RESTRICTED) => "Limitation de l’usage",
        (id::STRUCTURE_KIND, _) if field.starts_with(structure::REMINDER) => "Relance",
        (id::STRUCTURE_KIND, _) if field.starts_with(structure::ASKED) => "Demande au commanditaire",
        _ => return None,
    };
    Some(words.to_owned())
}

/// A value in words; none: as it is stored.
pub fn value(wording: Wording<'_>, kind: &str, field: &str, value: &Value) -> Option<String> {
    match (kind, field) {
        (id::SESSION_KIND, session::STATUS) => read(value).map(|status: Status| match &status {
            Status::Cancelled { reason } if !reason.is_empty() => format!("{}\u{a0}: {reason}", words::status(&status)),
            _ => words::status(&status).to_owned(),
        }),
        // Nobody’s own answers are looked at.
        (RESPONSE_KIND, _) => Some("Une réponse qui ne peut pas être lue".to_owned()),
        (SYNTHESIS_KIND, _) if field.starts_with(synthesis::LEDGER) => Some(ledger(value)),
        (SYNTHESIS_KIND, _) if field.starts_with(synthesis::PUBLISHED) => {
            read(value).map(|of: Stage| evaluation_told::stage(of).to_owned())
        }
        (id::REGISTRATION_KIND, place::STATUS) => read(value).map(|place: Place| words::place(&place)),
        (id::REGISTRATION_KIND, place::INVITED_ON) => read(value).map(format::date),
        (CURRICULUM_KIND, version::FROZEN) => read(value).map(|kept: Frozen| teaching::frozen(&kept)),
        (id::ATTENDANCE_KIND, _) => read(value).map(|noted: Noted| presence(noted.presence)),
        (id::PROFESSIONAL_KIND, person::field::ELIGIBILITY) => read(value).map(|decided: person::Override| {
            let what = if decided.is_accepted { "Prioritaire" } else { "Non prioritaire" };
            format!("{what}\u{a0}: {}", decided.reason)
        }),
        (id::PROFESSIONAL_KIND, person::field::RESTRICTED) => read(value)
            .map(|it: person::Restriction| format!("Jusqu’au {}\u{a0}: {}", format::date(it.until), it.reason)),
        _ => {
            let field = forms::of_kind(kind)?.fields.iter().find(|one| one.name == field)?;
            of_field(wording, kind, field, value)
        }
    }
}

/// The figures of a part, as a field.
fn figures(field: &str) -> String {
    let part = field.strip_prefix(synthesis::LEDGER).and_then(Part::from_code);
    part.map_or_else(
        || "Chiffres arrêtés".to_owned(),
        |part| format!("Chiffres arrêtés\u{a0}: {}", format::uncapitalised(evaluation::part(part))),
    )
}

/// What was published, as one chooses it: how many counted and until when; nothing of anybody.
fn ledger(value: &Value) -> String {
    let Some(ledger) = read::<Ledger>(value) else {
        return "Des chiffres que cette version de Repères ne peut pas lire".to_owned();
    };
    let counted = format::count(format::number(ledger.whole()), "réponse comptée", "réponses comptées");
    match ledger.batches.iter().map(|batch| batch.on).max() {
        Some(last) => format!("{counted}, les dernières arrêtées le {}", format::date(last)),
        None => counted,
    }
}

/// Whether a value is never shown as it is stored: it holds answers.
pub fn holds_answers(kind: &str, field: &str) -> bool {
    kind == RESPONSE_KIND || (kind == SYNTHESIS_KIND && field.starts_with(synthesis::LEDGER))
}

/// Whether somebody was there.
fn presence(presence: Presence) -> String {
    words::presence(presence)
}

fn of_field(wording: Wording<'_>, kind: &str, field: &'static Field, value: &Value) -> Option<String> {
    if let [input] = field.inputs {
        return of_input(wording, kind, field.name, input, value);
    }
    let members = value.as_object()?;
    let parts = field.ids().filter_map(|(id, input)| {
        let said = of_input(wording, kind, field.name, input, members.get(input.part)?)?;
        Some(format!("{}\u{a0}: {said}", record_form::input(kind, id).label))
    });
    Some(parts.collect::<Vec<_>>().join(", "))
}

fn of_input(wording: Wording<'_>, kind: &str, field: &str, input: &Input, value: &Value) -> Option<String> {
    match input.shape {
        Shape::Day => read(value).map(format::date),
        Shape::Count { .. } => value.as_u64().map(format::integer),
        Shape::Euros => value.as_i64().map(words::euros),
        Shape::Choice(_) => value.as_str().map(|code| record_form::choice(kind, field, code).to_owned()),
        Shape::Ticks(_) => {
            let codes: Option<Vec<&str>> = value.as_array()?.iter().map(Value::as_str).collect();
            let words: Vec<&str> = codes?.into_iter().map(|code| record_form::choice(kind, field, code)).collect();
            Some(format::list(&words))
        }
        Shape::Agreed(_) => value.as_str().map(|version| format!("accord donné, texte n°\u{a0}{version}")),
        Shape::Flag => value.as_bool().map(|is_said| if is_said { "Oui".to_owned() } else { "Non".to_owned() }),
        Shape::Commune => {
            let code: InseeCode = read(value)?;
            let known = wording.communes.and_then(|communes| communes.by_code(&code));
            Some(known.map_or_else(|| code.to_string(), |commune| commune.name.clone()))
        }
        _ => value.as_str().map(ToOwned::to_owned),
    }
}

fn read<'v, T: Deserialize<'v>>(value: &'v Value) -> Option<T> {
    T::deserialize(value).ok()
}
