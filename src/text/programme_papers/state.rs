//! What each document is for, and what it lacks.

use crate::domain::programme::document::{Mention, Missing, Paper};
use crate::domain::programme::hours::Half;
use crate::domain::programme::id::PROVIDER_KIND;
use crate::text::{format, record_form};

/// What a document is called.
pub fn name(paper: Paper) -> &'static str {
    match paper {
        Paper::Programme => "Programme",
        Paper::Invitations => "Convocations",
        Paper::Participants => "Liste des participantes et participants",
        Paper::Attendance(Half::Morning) => "Feuille d’émargement du matin",
        Paper::Attendance(Half::Afternoon) => "Feuille d’émargement de l’après-midi",
        Paper::Report => "Compte rendu de la session",
        Paper::Certificates => "Certificats de réalisation",
        Paper::Attestations => "Attestations individuelles",
        Paper::Invoice => "Annexe à la facture",
    }
}

/// What a document is for.
pub fn purpose(paper: Paper) -> &'static str {
    match paper {
        Paper::Programme => "Ce qui est enseigné, à qui, comment\u{a0}: à donner avant l’inscription.",
        Paper::Invitations => "Une page par personne inscrite\u{a0}: quand, où, comment venir, quoi apporter.",
        Paper::Participants => "Qui vient, de quelle structure\u{a0}: pour l’accueil et pour se connaître.",
        Paper::Attendance(_) => {
            "Signée par chaque personne et par l’équipe\u{a0}: la preuve de présence de la demi-journée."
        }
        Paper::Report => "Ce qu’a été la journée, en nombres et en mots\u{a0}: pour le suivi de la mission.",
        Paper::Certificates => {
            "Une page par personne venue\u{a0}: ce qu’elle a suivi et combien de temps, signé par l’organisme."
        }
        Paper::Attestations => "Une page par personne venue\u{a0}: la durée suivie et les objectifs de la journée.",
        Paper::Invoice => "Qui est venu et combien d’heures\u{a0}: à joindre à la facture. Aucun prix n’y figure.",
    }
}

/// Whether a document is ready.
pub fn state(missing: &[Missing]) -> String {
    match missing.len() {
        0 => "Prêt à imprimer".to_owned(),
        1 => "Il manque une chose".to_owned(),
        many => format!("Il manque {}", format::count(format::number(many), "chose", "choses")),
    }
}

/// Something that a document lacks.
pub fn missing(one: Missing) -> String {
    match one {
        Missing::Mention(mention) => format!("{} (organisme)", missing_mention(mention)),
        Missing::Day => "Le jour de la session".to_owned(),
        Missing::Hours => "Les horaires".to_owned(),
        Missing::Place => "Le lieu".to_owned(),
        Missing::Trainer => "La formatrice ou le formateur".to_owned(),
        Missing::People => "Des personnes inscrites".to_owned(),
        Missing::Presences(count) => {
            let count = format::number(count);
            format::count(count, "présence de demi-journée à noter", "présences de demi-journée à noter")
        }
        Missing::Nobody => "Une personne présente\u{a0}: personne n’est noté comme venu".to_owned(),
        Missing::Report => "Le texte du compte rendu".to_owned(),
    }
}

fn missing_mention(mention: Mention) -> &'static str {
    record_form::field(PROVIDER_KIND, mention.field()).unwrap_or_default()
}

/// What a document lacks of who trains, in one sentence.
pub fn missing_mentions(mentions: &[Mention]) -> String {
    let names: Vec<_> = mentions.iter().map(|mention| missing_mention(*mention)).collect();
    format::list(&names)
}
