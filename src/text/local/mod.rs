//! What people here know of places, in French: checks, notes, closures, corrections, lists, and what a new edition does.

mod edition;
mod field;
pub mod lists;

pub use edition::{
    MANY_GO, change, field_changes, many_go, reason, reasons, replace, summary, unplaced, verdict, verdicts,
};
pub use field::{fault, field, value};

use super::format;
use crate::domain::directory::field::PlaceField;
use crate::domain::directory::local::identity::PlaceTrace;
use crate::domain::directory::local::model::{
    Closure, Correction, Means, Note, PlaceLife, Signature, Verification, WritingFault,
};
use chrono::NaiveDate;

/// Beside every field where something is noted of a place.
pub const NAME_NOBODY: &str =
    "Ne nommez aucune personne accompagnée\u{a0}: ces informations partent avec l’annuaire que vous partagez.";
/// Under the field for who knows.
pub const SIGN_BRIEFLY: &str = "Vos initiales ou votre fonction, si vous le souhaitez.";

/// How a description was checked: « par téléphone ».
pub fn means(means: Means) -> &'static str {
    match means {
        Means::Phone => "par téléphone",
        Means::Visit => "sur place",
        Means::Email => "par courriel",
        Means::Website => "sur le site du lieu",
    }
}

/// « Vérifié le 3 mars 2026 par téléphone (MD) ».
pub fn verified(verification: &Verification) -> String {
    format!("Vérifié {}{}", checked(verification), signed(verification.by.as_ref()))
}

/// « le 3 mars 2026 par téléphone », for a sheet that is handed to somebody.
pub fn checked(verification: &Verification) -> String {
    format!("le {} {}", format::date(verification.on), means(verification.how))
}

/// « Fermé depuis le 3 mars 2026 : travaux (MD) ».
pub fn closed(closure: &Closure) -> String {
    let since = format!("Fermé depuis le {}", format::date(closure.since));
    let why = if closure.why.is_empty() { String::new() } else { format!("\u{a0}: {}", closure.why) };
    format!("{since}{why}{}", signed(closure.by.as_ref()))
}

/// When a note was written, and by whom: « 3 mars 2026 (MD) ».
pub fn note_head(note: &Note) -> String {
    dated(note.on, note.by.as_ref())
}

/// Where a corrected value comes from: « Corrigé le 3 mars 2026 (MD) ».
pub fn corrected(correction: &Correction) -> String {
    format!("Corrigé le {}", dated(correction.on, correction.by.as_ref()))
}

/// The value that a correction stands before: « L’annuaire importé indique : 01 99 00 00 12 ».
pub fn imported(field: PlaceField, says: &crate::domain::directory::value::FieldValue) -> String {
    match says.is_empty() {
        true => "L’annuaire importé n’indique rien".to_owned(),
        false => format!("L’annuaire importé indique\u{a0}: {}", value(field, says)),
    }
}

/// A place that may be gone: « Le Relais, Bobigny ».
pub fn place(trace: &PlaceTrace) -> String {
    named(&trace.name, &trace.commune)
}

/// A place where several may bear its name: « Le Relais, Bobigny ».
pub fn named(name: &str, commune: &str) -> String {
    let parts: Vec<&str> = [name, commune].into_iter().filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { "Lieu sans nom".to_owned() } else { parts.join(", ") }
}

/// Everything that is known of a place, a line each: what one must remember to recognise it, or to let it go.
pub fn known(life: &PlaceLife) -> Vec<String> {
    let corrections = life.corrections.iter().map(|(of, correction)| {
        format!(
            "{}, {}\u{a0}: {}",
            field(*of),
            format::uncapitalised(&corrected(correction)),
            value(*of, &correction.value)
        )
    });
    let notes = life.notes.values().map(|note| format!("Note du {}\u{a0}: {}", note_head(note), note.text));
    let favourite = life.is_favourite.then(|| "Dans les favoris".to_owned());
    let closed = life.closed.as_ref().map(closed);
    let verified = life.verified.as_ref().map(verified);
    closed.into_iter().chain(corrections).chain(notes).chain(verified).chain(favourite).collect()
}

/// How many places a list holds: « 3 lieux », « Aucun lieu ».
pub fn members(count: usize) -> String {
    match count {
        0 => "Aucun lieu".to_owned(),
        count => format::count(format::number(count), "lieu", "lieux"),
    }
}

/// Why a text is not kept.
pub fn writing_fault(fault: WritingFault) -> String {
    match fault {
        WritingFault::Blank => "Écrivez un texte.".to_owned(),
        WritingFault::SeveralLines => "Écrivez sur une seule ligne.".to_owned(),
        WritingFault::TooLong { max_chars } => too_long(max_chars),
    }
}

fn too_long(max_chars: usize) -> String {
    format!("Raccourcissez le texte\u{a0}: {}\u{a0}caractères au plus.", format::integer(format::number(max_chars)))
}

fn dated(on: NaiveDate, by: Option<&Signature>) -> String {
    format!("{}{}", format::date(on), signed(by))
}

fn signed(by: Option<&Signature>) -> String {
    by.map_or_else(String::new, |by| format!(" ({})", by.as_str()))
}

#[cfg(test)]
#[path = "local_tests.rs"]
mod tests;
