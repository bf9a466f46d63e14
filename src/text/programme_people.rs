//! People of the programme, in French: whether they come first, where their place stands, what erasing them does.

use super::format::{agree, count, date, list};
use super::programme as words;
use crate::domain::commune::Communes;
use crate::domain::programme::eligibility::{Eligibility, Ground, Lacking};
use crate::domain::programme::erasure::Held;
use crate::domain::programme::person::{Professional, Restriction};
use crate::domain::programme::queue::{Given, Group, Refusal};
use crate::domain::programme::roster::{At, Line, Priority, Standing};
use crate::domain::programme::whole::Programme;
use crate::exchange::csv::write::{Cell, Table};
use chrono::NaiveDate;

/// What restricting the use of somebody's record means.
pub const RESTRICTION_MEANS: &str = "La fiche quitte les listes et ne sert plus qu’à prouver la présence. Ses places dans les sessions à venir sont annulées.";
/// What erasing means.
pub const ERASING_MEANS: &str = "Le nom, les coordonnées, les inscriptions et les présences seront effacés, points de retour compris. Les comptes du programme restent, sans nom. Cela ne s’annule pas, et l’emporte sur les fichiers plus anciens que vous importeriez ensuite.";

/// Whether somebody comes first, and why.
pub fn eligibility(eligibility: &Eligibility) -> String {
    match eligibility {
        Eligibility::First => "Prioritaire".to_owned(),
        Eligibility::NotFirst(grounds) => format!("Non prioritaire\u{a0}: {}", joined(grounds, ground)),
        Eligibility::Unknown(lacking) => {
            format!("À compléter\u{a0}: {}", joined(lacking, |one| lacks(*one).to_owned()))
        }
        Eligibility::Decided { decided, .. } => {
            let said = if decided.is_accepted { "Prioritaire par décision" } else { "Non prioritaire par décision" };
            match decided.reason.trim() {
                "" => said.to_owned(),
                reason => format!("{said}\u{a0}: {reason}"),
            }
        }
    }
}

/// What the criteria alone would say, under a decision; nothing when nothing is against.
pub fn despite(grounds: &[Ground]) -> Option<String> {
    (!grounds.is_empty()).then(|| format!("Les critères disent\u{a0}: {}.", joined(grounds, ground)))
}

fn joined<T>(all: &[T], say: impl Fn(&T) -> String) -> String {
    list(&all.iter().map(say).collect::<Vec<_>>())
}

fn ground(ground: &Ground) -> String {
    match ground {
        Ground::HiredBefore { on, since } => format!("en poste depuis le {}, avant le {}", date(*on), date(*since)),
        Ground::DigitalAdviser => "conseillère ou conseiller numérique, formation propre".to_owned(),
        Ground::Kind(kind) => format!("type de structure non prioritaire ({})", words::structure_kind_short(*kind)),
    }
}

fn lacks(lacking: Lacking) -> &'static str {
    match lacking {
        Lacking::HiredOn => "date de prise de poste",
        Lacking::StructureKind => "type de structure",
    }
}

/// A filter on who comes first.
pub fn priority(priority: Priority) -> &'static str {
    match priority {
        Priority::First => "Prioritaire",
        Priority::NotFirst => "Non prioritaire",
        Priority::Unknown => "À compléter",
    }
}

/// A filter on where places stand.
pub fn at(at: At) -> &'static str {
    match at {
        At::NoPlace => "Sans place",
        At::Waiting => "En attente",
        At::Registered => "Inscription confirmée",
        At::Trained => "Formation suivie",
        At::Missed => "Absence à la session",
    }
}

/// Where somebody's place stands, with its session.
pub fn standing(programme: &Programme, standing: &Standing) -> String {
    let session = standing.session.as_ref().and_then(|id| programme.session(id));
    match session {
        Some(session) => {
            let name = words::session(programme.number(&session.id), session.held_on);
            format!("{}\u{a0}: {}", at(standing.at), super::format::uncapitalised(&name))
        }
        None => at(standing.at).to_owned(),
    }
}

/// How many people are shown, of how many.
pub fn found(found: usize, all: usize) -> String {
    match (found, all) {
        (found, all) if found == all => people(all),
        (0, all) => format!("Aucune personne ne correspond, sur {}", people(all)),
        (found, all) => format!("{} sur {all}", people(found)),
    }
}

/// « 3 personnes ».
pub fn people(number: usize) -> String {
    count(number as u64, "personne", "personnes")
}

/// « Supprimées (3) ».
pub fn removed(number: usize) -> String {
    format!("{} ({number})", agree(number as u64, "Personne supprimée", "Personnes supprimées"))
}

/// Why somebody is given no place.
pub fn refusal(programme: &Programme, refusal: &Refusal) -> String {
    match refusal {
        Refusal::AlreadyHere => "Cette personne a déjà une place, ou attend, dans cette session.".to_owned(),
        Refusal::AlreadyIn(id) => {
            let held_on = programme.session(id).and_then(|session| session.held_on);
            let name = super::format::uncapitalised(&words::session(programme.number(id), held_on));
            format!("Cette personne a déjà une place dans une autre session\u{a0}: {name}. Annulez-la d’abord.")
        }
        Refusal::Cancelled => "Cette session est annulée.".to_owned(),
        Refusal::NotHere => "Cette personne n’est plus dans les listes.".to_owned(),
        Refusal::Unnamed => {
            "Cette inscription ne peut pas être enregistrée\u{a0}: créez la fiche de la personne à nouveau.".to_owned()
        }
    }
}

/// What came of asking for a place.
pub fn given(given: Given) -> String {
    match given {
        Given::Seat => "Inscription confirmée".to_owned(),
        Given::Turn(1) => "Le groupe est complet\u{a0}: première place sur la liste d’attente".to_owned(),
        Given::Turn(turn) => format!("Le groupe est complet\u{a0}: place {turn} sur la liste d’attente"),
    }
}

/// « 3 places libres », « complète, 2 en attente ».
pub fn left(group: Group) -> String {
    match (group.free(), group.waiting) {
        (0, 0) => "complète".to_owned(),
        (0, waiting) => format!("complète, {waiting}\u{a0}en attente"),
        (free, _) => count(free as u64, "place libre", "places libres"),
    }
}

/// What keeps somebody from being erased today.
pub fn held(held: &Held) -> String {
    match held {
        Held::Proof { attended_on, until } => {
            format!("La preuve de sa présence le {} est à garder jusqu’au {}.", date(*attended_on), date(*until))
        }
        Held::Hold { until, reason } => {
            let until = format!("Votre organisation doit tout garder jusqu’au {}", date(*until));
            match reason.trim().trim_end_matches('.') {
                "" => format!("{until}."),
                reason => format!("{until}\u{a0}: {reason}."),
            }
        }
    }
}

/// The restriction that a reason to keep leads to.
pub fn restriction_for(held: &Held) -> Restriction {
    let reason = match held {
        Held::Proof { .. } => "preuve de présence".to_owned(),
        Held::Hold { reason, .. } if reason.trim().is_empty() => "obligation de garder".to_owned(),
        Held::Hold { reason, .. } => reason.trim().to_owned(),
    };
    Restriction { until: held.until(), reason }
}

/// « Gardée comme preuve jusqu’au 1er février 2027 : preuve de présence. »
pub fn restricted(restriction: &Restriction, today: NaiveDate) -> String {
    let reason = restriction.reason.trim().trim_end_matches('.');
    let why = if reason.is_empty() { String::new() } else { format!("\u{a0}: {reason}") };
    match restriction.until < today {
        true => format!(
            "Gardée jusqu’au {}{why}. Cette date est passée\u{a0}: la fiche est à effacer.",
            date(restriction.until)
        ),
        false => format!("Usage limité jusqu’au {}{why}.", date(restriction.until)),
    }
}

/// « 2 personnes à effacer ».
pub fn due(number: usize) -> String {
    format!("{} à effacer", people(number))
}

/// Why people are proposed for erasing.
pub const DUE_MEANS: &str = "Leur fiche n’était gardée que comme preuve et sa date est passée, ou elle a été supprimée des listes depuis plus de 30 jours. Rien ne s’efface sans vous.";

/// « Supprimée des listes le 1er mars 2022 ».
pub fn removed_on(on: NaiveDate) -> String {
    format!("Supprimée des listes le {}", date(on))
}

/// The button that restricts.
pub fn restrict_until(until: NaiveDate) -> String {
    format!("Garder seulement comme preuve jusqu’au {}", date(until))
}

/// What somebody is called in the middle of a sentence; those whose name was lost too.
pub fn name(person: &Professional) -> String {
    match person.listed_name() {
        name if name.is_empty() => "Personne sans nom".to_owned(),
        name => name,
    }
}

/// The name of the file of the list: nobody is in it.
pub fn file_name(today: NaiveDate) -> String {
    format!("personnes-{today}.csv")
}

/// The list as a table, with the heads that the import recognises.
pub fn table(programme: &Programme, communes: &Communes, lines: &[impl AsRef<Line>]) -> Table {
    let heads = [
        "Nom",
        "Prénom",
        "Structure",
        "Type de structure",
        "Fonction",
        "Date de prise de poste",
        "Commune",
        "Courriel",
        "Téléphone",
        "Conseillère ou conseiller numérique",
        "Aménagements demandés",
        "Priorité",
        "Place",
    ];
    let text = |text: &str| if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) };
    let row = |line: &Line| {
        let person = &line.person;
        let structure = line.structure.as_ref().map_or("", |structure| structure.name.as_str());
        let commune = person.commune.as_ref().and_then(|code| communes.by_code(code));
        vec![
            text(&person.family_name),
            text(&person.given_name),
            text(structure),
            text(line.kind().map_or("", words::structure_kind)),
            text(&person.function),
            text(&person.hired_on.map(|on| on.format("%d/%m/%Y").to_string()).unwrap_or_default()),
            text(commune.map_or("", |commune| commune.name.as_str())),
            text(&person.email),
            text(&person.phone),
            text(if person.is_digital_adviser { "oui" } else { "" }),
            text(&person.needs),
            text(&eligibility(&line.eligibility)),
            text(&standing(programme, &line.standing)),
        ]
    };
    Table { heads: heads.map(str::to_owned).to_vec(), rows: lines.iter().map(|line| row(line.as_ref())).collect() }
}

#[cfg(test)]
#[path = "programme_people_tests.rs"]
mod tests;
