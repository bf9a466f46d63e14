//! What is said of the backup: what is at risk, what a file holds, where it comes from.

use super::exchange;
use super::format;
use crate::exchange::backup::{Held, PrepareError};
use crate::exchange::file::Origin;
use chrono::NaiveDate;

/// What this browser would lose, in one sentence: how many changes no file holds, and when the last one was made.
pub fn state(changes: u32, last: Option<NaiveDate>) -> String {
    let changes = u64::from(changes);
    match (changes, last) {
        (0, None) => "Rien à sauvegarder pour l’instant.".to_owned(),
        (0, Some(day)) => format!("Tout est dans le fichier du {}.", format::date(day)),
        (_, None) => {
            let count = format::count(changes, "modification", "modifications");
            format!("{count} jamais {}.", format::agree(changes, "sauvegardée", "sauvegardées"))
        }
        (_, Some(day)) => {
            let count = format::count(changes, "modification", "modifications");
            format!("{count} depuis le fichier du {}.", format::date(day))
        }
    }
}

/// « 3 entretiens et 1 annuaire »; « aucune donnée ».
pub fn held(held: &Held) -> String {
    let parts: Vec<String> = held
        .0
        .iter()
        .rev()
        .map(|(kind, count)| {
            let count = *count as u64;
            format!("{}\u{a0}{}", format::integer(count), exchange::kind(kind.as_str(), count))
        })
        .collect();
    if parts.is_empty() { "aucune donnée".to_owned() } else { format::list(&parts) }
}

/// « Préparé le 1er mars 2026 à 9 h 05, sur « poste-1a2b ». »
pub fn origin(origin: &Origin) -> String {
    format!(
        "Préparé le {} à {}, sur «\u{202f}{}\u{202f}».",
        format::date(origin.created_at.date()),
        format::time(origin.created_at.time()),
        origin.device
    )
}

/// Why no file could be prepared; the raw export remains.
pub fn prepare_error(error: &PrepareError) -> String {
    let why = match error {
        PrepareError::NotWritten => "Les données ne peuvent pas être écrites dans un fichier.".to_owned(),
        PrepareError::Refused(refusal) => {
            format!(
                "Relu aussitôt, le fichier serait refusé à l’import\u{a0}: {}.",
                lower(&exchange::refusal(refusal).what)
            )
        }
        PrepareError::Incomplete => "Relu aussitôt, le fichier ne contient pas tout ce qui devait y être.".to_owned(),
    };
    format!("{why} Vos données sont intactes sur cet appareil. L’export brut les garde telles quelles.")
}

fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::file::ReadError;
    use crate::records::{DeviceId, Kind};

    fn plain(text: &str) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn says_what_would_be_lost() {
        let day: Option<NaiveDate> = "2026-03-01".parse().ok();
        for (changes, last, expected) in [
            (0, None, "Rien à sauvegarder pour l’instant."),
            (0, day, "Tout est dans le fichier du 1er mars 2026."),
            (1, None, "1 modification jamais sauvegardée."),
            (37, day, "37 modifications depuis le fichier du 1er mars 2026."),
        ] {
            assert_eq!(plain(&state(changes, last)), expected);
        }
    }

    #[test]
    fn says_what_a_file_holds_and_where_it_comes_from() {
        let kind = |name: &str| Kind::new(name).unwrap();
        let some = Held([(kind("directory"), 1), (kind("interview"), 3)].into());
        assert_eq!(plain(&held(&some)), "3 entretiens et 1 annuaire");
        assert_eq!(held(&Held::default()), "aucune donnée");
        let from =
            Origin { device: DeviceId::new("poste-1a2b").unwrap(), created_at: "2026-03-01T09:05:00".parse().unwrap() };
        assert_eq!(plain(&origin(&from)), "Préparé le 1er mars 2026 à 9 h 05, sur « poste-1a2b ».");
    }

    #[test]
    fn a_file_that_cannot_be_prepared_says_why_and_what_is_safe() {
        let said = prepare_error(&PrepareError::Refused(ReadError::TooManyRecords));
        assert!(said.contains("ce fichier contient trop d’éléments"), "{said}");
        assert!(said.contains("intactes"), "{said}");
    }
}
