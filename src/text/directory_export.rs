//! What is said of places written in the national standard: how many, and what the file lacks.

use super::directory_import::column;
use super::format;
use crate::exchange::csv::export::rules::MAX_SUMMARY_CHARS;
use crate::exchange::csv::export::{Breach, DirectoryExport, Fault, Remedy};
use chrono::NaiveDate;

/// « 2 657 lieux exportés, 26 laissés de côté, 1 signalé fermé ».
pub fn counts(export: &DirectoryExport) -> String {
    let count = |number: usize, one, many| format::count(format::number(number), one, many);
    let written = count(export.written, "lieu exporté", "lieux exportés");
    let left_out = (export.left_out > 0).then(|| count(export.left_out, "laissé de côté", "laissés de côté"));
    let closed = (export.closed > 0).then(|| count(export.closed, "signalé fermé", "signalés fermés"));
    [Some(written), left_out, closed].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Said while the file is written.
pub const PREPARING: &str = "Préparation du fichier…";

/// The name of the file.
pub fn file_name(today: NaiveDate) -> String {
    format!("{today}_lieux-de-mediation-numerique.csv")
}

/// « 12 valeurs hors du standard ».
pub fn breaches(number: usize) -> String {
    format::count(number as u64, "valeur hors du standard", "valeurs hors du standard")
}

/// « Et 12 autres. »
pub fn more(hidden: usize) -> String {
    format!("Et {}.", format::count(hidden as u64, "autre", "autres"))
}

/// What is wrong with a value, and what became of it. The place's name stands beside.
pub fn breach(breach: &Breach) -> String {
    let column = column(breach.column);
    let about = |what: &str| format!("{what} ({column})\u{a0}: «\u{202f}{}\u{202f}».", breach.value);
    let wrong = match breach.fault {
        Fault::Missing => format!("Non renseigné, mais obligatoire\u{a0}: {column}."),
        Fault::Pattern => about("Forme non admise"),
        Fault::TooLong => about(&format!("Texte de plus de {MAX_SUMMARY_CHARS}\u{a0}caractères")),
        Fault::Unlisted => about("Valeur inconnue du standard"),
        Fault::OutsideFrance => format!("Coordonnées hors de France\u{a0}: «\u{202f}{}\u{202f}».", breach.value),
        Fault::Taken => about("Déjà pris par un autre lieu du fichier"),
    };
    let became = match (&breach.remedy, breach.fault) {
        (Remedy::Rewritten(_), Fault::TooLong) => "Le fichier en contient le début.".to_owned(),
        (Remedy::Rewritten(text), _) => format!("Le fichier contient «\u{202f}{text}\u{202f}»."),
        (Remedy::ValueLeftOut, Fault::OutsideFrance) => "Elles ne sont pas dans le fichier.".to_owned(),
        (Remedy::ValueLeftOut, Fault::Unlisted) => "Le fichier ne la contient pas.".to_owned(),
        (Remedy::ValueLeftOut, _) => "Le fichier ne contient pas cette valeur.".to_owned(),
        (Remedy::PlaceLeftOut, _) => "Le lieu n’est pas dans le fichier.".to_owned(),
    };
    format!("{wrong} {became}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::directory::place::PlaceId;
    use crate::exchange::csv::column::Column;

    fn plain(text: &str) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn names_the_file_and_counts_what_it_lacks() {
        assert_eq!(file_name("2026-03-02".parse().unwrap()), "2026-03-02_lieux-de-mediation-numerique.csv");
        assert_eq!(plain(&breaches(1)), "1 valeur hors du standard");
        assert_eq!(plain(&breaches(1_200)), "1 200 valeurs hors du standard");
        assert_eq!(plain(&more(3)), "Et 3 autres.");
    }

    #[test]
    fn counts_what_went_out() {
        for (written, left_out, closed, expected) in [
            (2_657, 26, 0, "2 657 lieux exportés, 26 laissés de côté"),
            (1, 1, 1, "1 lieu exporté, 1 laissé de côté, 1 signalé fermé"),
            (3, 0, 2, "3 lieux exportés, 2 signalés fermés"),
            (3, 0, 0, "3 lieux exportés"),
        ] {
            let export = DirectoryExport { bytes: Vec::new(), written, left_out, closed, breaches: Vec::new() };
            assert_eq!(plain(&counts(&export)), expected);
        }
    }

    #[test]
    fn says_what_is_wrong_and_what_became_of_it() {
        let said = |column, fault, value: &str, remedy| {
            let place = PlaceId::new("a").unwrap();
            plain(&breach(&Breach { place, name: "Le Relais".into(), column, fault, value: value.into(), remedy }))
        };
        for (found, expected) in [
            (
                said(Column::Address, Fault::Missing, "", Remedy::PlaceLeftOut),
                "Non renseigné, mais obligatoire : adresse. Le lieu n’est pas dans le fichier.",
            ),
            (
                said(Column::Phone, Fault::Pattern, "01 99 00 00 12", Remedy::Rewritten("+33199000012".into())),
                "Forme non admise (téléphone) : « 01 99 00 00 12 ». Le fichier contient « +33199000012 ».",
            ),
            (
                said(Column::Fees, Fault::Unlisted, "Troc", Remedy::ValueLeftOut),
                "Valeur inconnue du standard (frais à charge) : « Troc ». Le fichier ne la contient pas.",
            ),
            (
                said(Column::Summary, Fault::TooLong, "Long…", Remedy::Rewritten("Long".into())),
                "Texte de plus de 280 caractères (présentation courte) : « Long… ». Le fichier en contient le début.",
            ),
            (
                said(Column::Latitude, Fault::OutsideFrance, "0 ; 0", Remedy::ValueLeftOut),
                "Coordonnées hors de France : « 0 ; 0 ». Elles ne sont pas dans le fichier.",
            ),
        ] {
            assert_eq!(found, expected);
        }
    }
}
