//! The programme in French: kinds, states, figures.

use crate::domain::programme::attendance::Presence;
use crate::domain::programme::cycle::Cycle;
use crate::domain::programme::hours::Half;
use crate::domain::programme::log::{Grade, Occasion};
use crate::domain::programme::registration::{Status as Place, Why};
use crate::domain::programme::session::{Equipment, Status};
use crate::domain::programme::structure::{Asked, Mobilised, StructureKind};
use crate::text::format;
use chrono::NaiveDate;

/// A kind of structure.
pub fn structure_kind(kind: StructureKind) -> &'static str {
    match kind {
        StructureKind::Pie => "Projet insertion emploi (PIE)",
        StructureKind::RsaAssociation => "Association référente RSA",
        StructureKind::SocialService => "Service social départemental",
        StructureKind::Siae => "Structure d’insertion par l’activité économique (SIAE)",
        StructureKind::MissionLocale => "Mission locale",
        StructureKind::Ase => "Aide sociale à l’enfance (ASE)",
        StructureKind::Mde => "Maison de l’emploi (MDE)",
        StructureKind::PoleEmploi => "Pôle emploi (France Travail)",
        StructureKind::DigitalMediation => "Médiation ou inclusion numérique",
        StructureKind::SocialCentre => "Centre social",
        StructureKind::Other => "Autre structure",
    }
}

/// The same where there is little room.
pub fn structure_kind_short(kind: StructureKind) -> &'static str {
    match kind {
        StructureKind::Pie => "PIE",
        StructureKind::RsaAssociation => "Association RSA",
        StructureKind::SocialService => "Service social",
        StructureKind::Siae => "SIAE",
        StructureKind::MissionLocale => "Mission locale",
        StructureKind::Ase => "ASE",
        StructureKind::Mde => "MDE",
        StructureKind::PoleEmploi => "Pôle emploi",
        StructureKind::DigitalMediation => "Médiation numérique",
        StructureKind::SocialCentre => "Centre social",
        StructureKind::Other => "Autre",
    }
}

/// What a room has.
pub fn equipment(one: Equipment) -> &'static str {
    match one {
        Equipment::Sockets => "Prises électriques",
        Equipment::Wifi => "Wi-Fi",
        Equipment::Projector => "Vidéoprojecteur",
        Equipment::Accessible => "Salle accessible en fauteuil roulant",
        Equipment::Computers => "Ordinateurs ou tablettes",
        Equipment::Board => "Tableau",
    }
}

/// What one met for.
pub fn occasion(occasion: Occasion) -> &'static str {
    match occasion {
        Occasion::KickOff => "Réunion de cadrage",
        Occasion::Call => "Point téléphonique",
        Occasion::Steering => "Comité de suivi",
        Occasion::Closing => "Réunion de bilan",
        Occasion::Other => "Autre échange",
    }
}

/// How likely something is.
pub fn likelihood(grade: Grade) -> &'static str {
    match grade {
        Grade::Low => "Peu probable",
        Grade::Medium => "Possible",
        Grade::High => "Probable",
    }
}

/// How grave something would be.
pub fn impact(grade: Grade) -> &'static str {
    match grade {
        Grade::Low => "Gêne légère",
        Grade::Medium => "Gêne sérieuse",
        Grade::High => "Met la mission en péril",
    }
}

/// Half a day.
pub fn half(half: Half) -> &'static str {
    match half {
        Half::Morning => "Matin",
        Half::Afternoon => "Après-midi",
    }
}

/// Where a session stands.
pub fn status(status: &Status) -> &'static str {
    match status {
        Status::Planned => "À planifier",
        Status::Confirmed => "Confirmée",
        Status::Held => "Tenue",
        Status::Cancelled { .. } => "Annulée",
    }
}

/// How far a structure is mobilised.
pub fn mobilised(mobilised: Mobilised) -> &'static str {
    match mobilised {
        Mobilised::NotYet => "Pas encore contactée",
        Mobilised::Contacted => "Contactée",
        Mobilised::Invited => "Invitée",
        Mobilised::Reminded => "Relancée",
        Mobilised::Taking => "A des inscrites ou des inscrits",
    }
}

/// What is asked from the commissioner.
pub fn asked(what: Asked) -> &'static str {
    match what {
        Asked::Help => "Appui pour mobiliser la structure",
        Asked::Venue => "Salle mise à disposition",
    }
}

/// What a cycle is called.
pub fn cycle_name(cycle: &Cycle) -> String {
    if cycle.title.is_empty() { "Cycle sans nom".to_owned() } else { cycle.title.clone() }
}

/// « Cycle supprimé (1) ».
pub fn removed_cycles(number: usize) -> String {
    format!("{} ({number})", format::agree(number as u64, "Cycle supprimé", "Cycles supprimés"))
}

/// « Du 3 janvier au 30 juin 2022 ».
pub fn cycle_dates(cycle: &Cycle) -> String {
    match cycle.window {
        Some(window) => format!("Du {} au {}", format::date(window.from), format::date(window.to)),
        None => "Dates à fixer".to_owned(),
    }
}

/// « Session 3 du 1er mars 2022 »; « Session 3, date à fixer ».
pub fn session(number: usize, held_on: Option<NaiveDate>) -> String {
    match held_on {
        Some(on) => format!("Session {number} du {}", format::date(on)),
        None => format!("Session {number}, date à fixer"),
    }
}

/// A length of time: « 7 h », « 6 h 40 », « 45 min ».
pub fn minutes(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, rest) => format!("{rest}\u{a0}min"),
        (hours, 0) => format!("{hours}\u{a0}h"),
        (hours, rest) => format!("{hours}\u{a0}h\u{a0}{rest:02}"),
    }
}

/// Where somebody's place stands, with the reason of a cancellation.
pub fn place(status: &Place) -> String {
    match status {
        Place::Registered => "Inscription confirmée".to_owned(),
        Place::Waiting => "Sur liste d’attente".to_owned(),
        Place::Cancelled { why, note } if note.is_empty() => format!("Annulée\u{a0}: {}", why_cancelled(*why)),
        Place::Cancelled { why, note } => format!("Annulée\u{a0}: {} ({note})", why_cancelled(*why)),
    }
}

/// Why a place was given up.
pub fn why_cancelled(why: Why) -> &'static str {
    match why {
        Why::ByPerson => "la personne ne peut pas venir",
        Why::ByEmployer => "la structure ne la libère pas",
        Why::Ineligible => "hors du public visé",
        Why::SessionCancelled => "session annulée",
        Why::Moved => "déplacée vers une autre session",
        Why::Other => "autre raison",
    }
}

/// Whether somebody was there.
pub fn presence(presence: Presence) -> String {
    match presence {
        Presence::Present => "Présente ou présent".to_owned(),
        Presence::Absent => "Absente ou absent".to_owned(),
        Presence::Partial { late: 0, early } => format!("Départ {} plus tôt", minutes(early)),
        Presence::Partial { late, early: 0 } => format!("Retard de {}", minutes(late)),
        Presence::Partial { late, early } => format!("Retard de {}, départ {} plus tôt", minutes(late), minutes(early)),
    }
}

/// An amount: « 39 999,50 € ».
pub fn euros(cents: i64) -> String {
    let (sign, cents) = (if cents < 0 { "−" } else { "" }, cents.unsigned_abs());
    let whole = format::integer(cents / 100);
    match cents % 100 {
        0 => format!("{sign}{whole}\u{a0}€"),
        rest => format!("{sign}{whole},{rest:02}\u{a0}€"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sessions_and_times_read_well() {
        assert_eq!(
            session(3, "2022-03-01".parse().ok()),
            format!("Session 3 du {}", format::date("2022-03-01".parse().unwrap()))
        );
        assert_eq!(session(1, None), "Session 1, date à fixer");
        assert_eq!([45, 420, 400].map(minutes), ["45\u{a0}min", "7\u{a0}h", "6\u{a0}h\u{a0}40"]);
    }
}
