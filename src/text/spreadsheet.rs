//! What is said of spreadsheets: why one is not read or not written, and where only CSV is possible.

use super::format::integer;
use crate::exchange::spreadsheet::{MAX_CELL_CHARS, MAX_COLUMNS, MAX_ROWS, SheetError};

/// Where a spreadsheet cannot be written: beside the choice of CSV.
pub const ONLY_CSV: &str = "Cette page ouverte depuis un fichier ne lit et n’écrit que le CSV. Un classeur Excel (XLSX) se \
                            prépare depuis Repères en ligne.";

/// Why a spreadsheet was not read, and what to do.
pub fn not_read(error: &SheetError) -> String {
    match error {
        SheetError::TooLarge => "Ce classeur est trop volumineux. Gardez-n’y que la feuille utile, sans image, puis \
                                 recommencez."
            .into(),
        SheetError::Unreadable => "Ce fichier ne peut pas être lu. S’il est sur une clé, vérifiez qu’elle est bien \
                                   branchée, puis choisissez-le à nouveau."
            .into(),
        SheetError::NotASpreadsheet => {
            "Ce fichier n’est pas un classeur. Repères lit les formats XLSX, ODS et CSV.".into()
        }
        SheetError::OtherFormat => {
            "Ce classeur est dans un format que Repères ne lit pas. Enregistrez-le depuis votre \
                                    tableur au format XLSX, puis recommencez."
                .into()
        }
        SheetError::Locked => "Ce classeur est protégé par un mot de passe. Enregistrez-le sans mot de passe, puis \
                               recommencez."
            .into(),
        SheetError::Damaged => "Ce classeur est abîmé. Ouvrez-le dans votre tableur, enregistrez-le à nouveau, puis \
                                recommencez."
            .into(),
        SheetError::Empty => "Ce classeur ne contient aucune feuille remplie.".into(),
        SheetError::TooManyRows => too_many(MAX_ROWS, "lignes"),
        SheetError::TooManyColumns => too_many(MAX_COLUMNS, "colonnes"),
        SheetError::CellTooLong { row, column } => format!(
            "La cellule {}{row} contient plus de {} caractères. Raccourcissez-la, puis recommencez.",
            letters(*column),
            integer(MAX_CELL_CHARS as u64)
        ),
        SheetError::NoWorker => {
            format!(
                "{NO_WORKER} Enregistrez ce classeur au format CSV depuis votre tableur, puis choisissez ce fichier."
            )
        }
        SheetError::TooSlow => "La lecture de ce classeur prend trop de temps. Gardez-n’y que la feuille utile, ou \
                                enregistrez-le au format CSV."
            .into(),
    }
}

/// Why a spreadsheet was not written, and what to do: CSV always remains.
pub fn not_written(error: &SheetError) -> String {
    let why = match error {
        SheetError::NoWorker => NO_WORKER.to_owned(),
        SheetError::CellTooLong { row, column } => {
            format!("La cellule {}{row} est trop longue pour un classeur.", letters(*column))
        }
        _ => "Le classeur n’a pas pu être préparé.".to_owned(),
    };
    format!("{why} Choisissez le format CSV\u{202f}: votre tableur l’ouvre aussi.")
}

const NO_WORKER: &str = "Ce navigateur ne peut pas traiter les classeurs ici.";

fn too_many(max: usize, what: &str) -> String {
    format!(
        "Ce classeur compte plus de {} {what}. Gardez-n’y que ce qui est utile, puis recommencez.",
        integer(max as u64)
    )
}

/// A column as spreadsheets name it: A, Z, AA.
fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    while rest > 0 {
        let digit = (rest - 1) % 26;
        letters.push(char::from(b'A' + digit as u8));
        rest = (rest - 1) / 26;
    }
    letters.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_spreadsheets_do() {
        assert_eq!([1, 26, 27, 52, 703].map(letters), ["A", "Z", "AA", "AZ", "AAA"]);
        let said = not_read(&SheetError::CellTooLong { row: 12, column: 28 });
        assert!(said.starts_with("La cellule AB12 contient plus de 20\u{202f}000 caractères."), "{said}");
    }
}
