//! What is said of the backup: what is at risk, what a file holds, where it comes from.

use super::exchange;
use super::format;
use crate::exchange::backup::{Held, PrepareError};
use crate::exchange::file::Origin;
use chrono::NaiveDate;

/// What this browser would lose, in one sentence: how many changes no file holds, and when the last one was made.
pub fn state(changes: u64, last: Option<NaiveDate>) -> String {
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

/// The same in the header, in a few words.
pub fn glance(changes: u64, was_saved: bool) -> String {
    match (changes, was_saved) {
        (0, false) => "Aucune donnée à sauvegarder".to_owned(),
        (0, true) => "Tout est sauvegardé dans un fichier".to_owned(),
        (count, false) => format::count(count, "modification jamais sauvegardée", "modifications jamais sauvegardées"),
        (count, true) => {
            let changes = format::count(count, "modification", "modifications");
            format!("{changes} depuis la dernière sauvegarde")
        }
    }
}

/// How many points one may return to.
pub fn points(number: usize) -> String {
    match number {
        0 => "Le premier sera gardé au prochain import.".to_owned(),
        number => format!("{}.", format::count(number as u64, "point gardé", "points gardés")),
    }
}

/// Whether the browser may clear these data by itself, and the part of the granted space that is used (0 to 1).
pub fn keeping(is_kept: bool, used: Option<f64>) -> String {
    let promise = if is_kept {
        "Ce navigateur a promis de ne pas effacer ces données de lui-même."
    } else {
        "Ce navigateur n’a rien promis\u{a0}: s’il manque de place, il peut effacer ces données de lui-même."
    };
    match used {
        None => promise.to_owned(),
        Some(used) if used < 0.01 => format!("{promise} Moins de 1\u{202f}% de l’espace accordé est utilisé."),
        Some(used) => {
            let percent = format::integer((used.clamp(0.0, 1.0) * 100.0).round() as u64);
            format!("{promise} {percent}\u{202f}% de l’espace accordé est utilisé.")
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

/// « 3 entretiens et 1 annuaire, 12 ko. » The places that the file does not hold are said to be missing.
pub fn prepared(content: &Held, bytes: u64, without_places: usize) -> String {
    let held = format::capitalised(&held(content));
    let size = format::bytes(bytes);
    match without_places {
        0 => format!("{held}, {size}."),
        1 => format!("{held}, {size}. Les lieux d’un annuaire n’y sont pas\u{a0}: gardez aussi son fichier d’origine."),
        number => {
            let number = format::integer(number as u64);
            format!(
                "{held}, {size}. Les lieux de {number} annuaires n’y sont pas\u{a0}: gardez aussi leurs fichiers d’origine."
            )
        }
    }
}

/// After a file was handed over: only the person can tell whether it arrived.
pub fn handed_over(name: &str) -> String {
    format!("{name}. Vérifiez qu’il est bien dans vos téléchargements.")
}

/// « 3 éléments enregistrés ne peuvent pas être lus ».
pub fn unreadable(number: usize) -> String {
    format::count(
        number as u64,
        "élément enregistré ne peut pas être lu",
        "éléments enregistrés ne peuvent pas être lus",
    )
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
    format!(
        "{why} Vos données sont intactes sur cet appareil. «\u{202f}Exporter les données brutes\u{202f}» les garde telles quelles."
    )
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
    fn says_the_same_at_a_glance() {
        for (changes, was_saved, expected) in [
            (0, false, "Aucune donnée à sauvegarder"),
            (0, true, "Tout est sauvegardé dans un fichier"),
            (1, false, "1 modification jamais sauvegardée"),
            (2, true, "2 modifications depuis la dernière sauvegarde"),
        ] {
            assert_eq!(plain(&glance(changes, was_saved)), expected);
        }
    }

    #[test]
    fn says_what_the_browser_promises() {
        assert!(plain(&keeping(true, None)).ends_with("de lui-même."));
        assert!(plain(&keeping(false, Some(0.001))).ends_with("Moins de 1 % de l’espace accordé est utilisé."));
        assert!(plain(&keeping(false, Some(0.834))).ends_with("lui-même. 83 % de l’espace accordé est utilisé."));
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
    fn says_what_cannot_be_read() {
        assert_eq!(plain(&unreadable(1)), "1 élément enregistré ne peut pas être lu");
        assert_eq!(plain(&unreadable(1200)), "1 200 éléments enregistrés ne peuvent pas être lus");
    }

    #[test]
    fn says_what_a_prepared_file_lacks() {
        let held = Held([(Kind::new("interview").unwrap(), 2)].into());
        let file = |without_places| plain(&prepared(&held, 1000, without_places));
        assert_eq!(file(0), "2 entretiens, 1 ko.");
        assert!(file(1).ends_with("Les lieux d’un annuaire n’y sont pas : gardez aussi son fichier d’origine."));
        assert!(file(2).contains("Les lieux de 2 annuaires n’y sont pas"));
    }

    #[test]
    fn a_file_that_cannot_be_prepared_says_why_and_what_is_safe() {
        let said = prepare_error(&PrepareError::Refused(ReadError::TooManyRecords));
        assert!(said.contains("ce fichier contient trop d’éléments"), "{said}");
        assert!(said.contains("intactes"), "{said}");
    }
}
