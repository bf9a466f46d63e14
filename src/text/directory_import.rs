//! What is said of an imported directory file: why it is refused, and what became of each row.

use super::format;
use crate::exchange::csv::column::Column;
use crate::exchange::csv::row::{Rejection, Remark};
use crate::exchange::csv::{Encoding, ImportCounts, ImportError, MAX_CELL_CHARS, MAX_ROWS, RowOutcome, Version};

/// Why a file is refused as a whole, and what to do.
pub fn error(error: &ImportError) -> String {
    match error {
        ImportError::Empty => "Ce fichier est vide.".into(),
        ImportError::TooLarge => {
            "Ce fichier dépasse 64\u{a0}Mo. Choisissez un fichier limité à votre territoire.".into()
        }
        ImportError::Utf16 => {
            "Ce fichier est enregistré en «\u{202f}Texte Unicode\u{202f}» (UTF-16). Enregistrez-le au \
                               format «\u{202f}CSV UTF-8\u{202f}», puis recommencez."
                .into()
        }
        ImportError::Spreadsheet => {
            "Ce fichier est un classeur. Ouvrez-le dans votre tableur, enregistrez-le au format \
                                     «\u{202f}CSV UTF-8\u{202f}», puis importez ce nouveau fichier."
                .into()
        }
        ImportError::NotText => "Ce fichier n’est pas du texte. L’annuaire s’importe au format CSV.".into(),
        ImportError::NotADirectory => "La première ligne de ce fichier ne nomme pas les colonnes du standard national \
                                       (id, nom, commune…). Vérifiez qu’il s’agit bien du fichier de l’annuaire."
            .into(),
        ImportError::MissingColumns(columns) => missing_columns(columns),
        ImportError::DuplicateColumn(column) => {
            format!("La colonne {} apparaît deux fois. Supprimez celle qui est en trop.", quoted(column.name()))
        }
        ImportError::NoRow => "Ce fichier ne contient aucun lieu sous la ligne de titres.".into(),
        ImportError::TooManyRows => format!(
            "Ce fichier compte plus de {} lignes. Choisissez un fichier limité à votre territoire.",
            format::integer(MAX_ROWS as u64)
        ),
    }
}

fn missing_columns(columns: &[Column]) -> String {
    let names: Vec<String> = columns.iter().map(|column| quoted(column.name())).collect();
    let number = columns.len() as u64;
    format!(
        "Il manque {}\u{a0}: {}. Ce fichier ne suit pas le standard national.",
        format::agree(number, "une colonne obligatoire", "des colonnes obligatoires"),
        format::list(&names)
    )
}

/// « 2 636 lieux acceptés, 47 lieux acceptés avec une remarque, aucun rejeté ».
pub fn counts(counts: &ImportCounts) -> String {
    let accepted = format::count(counts.accepted as u64, "lieu accepté", "lieux acceptés");
    let with_remarks = format::count(counts.with_remarks as u64, "accepté avec remarque", "acceptés avec remarque");
    let rejected = match counts.rejected {
        0 => "aucune ligne rejetée".to_owned(),
        number => format::count(number as u64, "ligne rejetée", "lignes rejetées"),
    };
    match counts.with_remarks {
        0 => format!("{accepted}, {rejected}"),
        _ => format!("{accepted}, {with_remarks}, {rejected}"),
    }
}

/// What is worth saying of the file's characters; nothing when all is well.
pub fn encoding(encoding: Encoding) -> Option<&'static str> {
    match encoding {
        Encoding::Utf8 => None,
        Encoding::Windows1252 => Some("Fichier lu dans l’encodage de Windows (cp1252)\u{a0}: vérifiez les accents."),
        Encoding::DamagedUtf8 => Some("Certains caractères de ce fichier sont abîmés\u{a0}: ils sont remplacés par �."),
    }
}

/// What is worth saying of the version of the standard; nothing of the present one.
pub fn version(version: Version) -> Option<&'static str> {
    match version {
        Version::Current => None,
        Version::Former => Some(
            "Fichier lu dans une version antérieure du standard national (0.1)\u{a0}: ses valeurs sont traduites dans la \
             version actuelle, les autres sont conservées telles quelles.",
        ),
    }
}

/// « Colonnes ignorées : a et b. »
pub fn ignored_columns(names: &[String]) -> Option<String> {
    let start = format::agree(names.len() as u64, "Colonne ignorée", "Colonnes ignorées");
    (!names.is_empty()).then(|| format!("{start}\u{a0}: {}.", format::list(names)))
}

/// The state of a row in two or three words.
pub fn outcome(outcome: &RowOutcome) -> &'static str {
    match outcome {
        RowOutcome::Accepted => "Accepté",
        RowOutcome::AcceptedWithRemarks(_) => "Accepté avec remarque",
        RowOutcome::Rejected(_) => "Rejeté",
    }
}

/// Why a row was not taken.
pub fn rejection(rejection: &Rejection) -> String {
    match rejection {
        Rejection::NoId => "L’identifiant est vide.".into(),
        Rejection::LongId => "L’identifiant dépasse 200 caractères.".into(),
        Rejection::NoName => "Le nom est vide.".into(),
        Rejection::DuplicateId { first_line } => {
            format!("Cet identifiant est déjà celui de la ligne\u{a0}{}.", format::integer(*first_line as u64))
        }
        Rejection::WrongWidth { found, expected } => format!(
            "La ligne compte {} au lieu de {}.",
            format::count(*found as u64, "cellule", "cellules"),
            format::integer(*expected as u64)
        ),
        Rejection::UnclosedQuote => "Un guillemet ouvert dans cette ligne n’est jamais refermé.".into(),
    }
}

/// What deserves attention in a row that was taken.
pub fn remark(remark: &Remark) -> String {
    match remark {
        Remark::Missing(column) => format!("Non renseigné\u{a0}: {}.", self::column(*column)),
        Remark::ShortRow => "Les dernières cellules manquent\u{a0}: elles comptent comme vides.".into(),
        Remark::ZeroRestored(column) => format!("Zéro initial rétabli\u{a0}: {}.", self::column(*column)),
        Remark::InvalidPostalCode(text) => invalid("Code postal non valide", text),
        Remark::InvalidInseeCode(text) => invalid("Code INSEE non valide", text),
        Remark::InvalidPivot(text) => invalid("Numéro SIRET ou RNA inhabituel", text),
        Remark::InvalidDate(text) => invalid("Date de mise à jour illisible", text),
        Remark::NoCoordinates => "Coordonnées absentes\u{a0}: la distance partira du centre de la commune.".into(),
        Remark::UnreadableCoordinates(text) => unused(&invalid("Coordonnées illisibles", text)),
        Remark::CoordinatesOutsideFrance(text) => unused(&invalid("Coordonnées hors de France", text)),
        Remark::SwappedCoordinates { .. } => unused("Latitude et longitude semblent inversées."),
        Remark::UnknownValue { column, value } => {
            format!("Valeur inconnue du standard, conservée ({})\u{a0}: {}.", self::column(*column), quoted(value))
        }
        Remark::UnreadableHours(text) => invalid("Horaires illisibles, affichés tels quels", text),
        Remark::HoursNotEvaluated(text) => invalid("Horaires affichés tels quels", text),
        Remark::UnlikelyHours(text) => invalid("Horaires inhabituels, à vérifier", text),
        Remark::SchoolHolidayHours => "Horaires différents pendant les vacances scolaires, non pris en compte.".into(),
        Remark::OddPhone(text) => invalid("Numéro de téléphone inhabituel", text),
        Remark::OddEmail(text) => invalid("Courriel inhabituel", text),
        Remark::OddLink { column, text } => {
            invalid(&format!("Adresse web inhabituelle ({})", self::column(*column)), text)
        }
        Remark::CharactersRemoved(column) => format!("Caractères invisibles retirés\u{a0}: {}.", self::column(*column)),
        Remark::CellCut(column) => format!(
            "Texte coupé à {} caractères\u{a0}: {}.",
            format::integer(MAX_CELL_CHARS as u64),
            self::column(*column)
        ),
    }
}

fn invalid(what: &str, text: &str) -> String {
    format!("{what}\u{a0}: {}.", quoted(text))
}

fn unused(sentence: &str) -> String {
    format!("{sentence} Elles ne sont pas utilisées.")
}

fn quoted(text: &str) -> String {
    format!("«\u{202f}{text}\u{202f}»")
}

/// A column's name in words.
pub fn column(column: Column) -> &'static str {
    match column {
        Column::Id => "identifiant",
        Column::Pivot => "numéro SIRET ou RNA",
        Column::Name => "nom",
        Column::Commune => "commune",
        Column::PostalCode => "code postal",
        Column::InseeCode => "code INSEE",
        Column::Address => "adresse",
        Column::AddressExtra => "complément d’adresse",
        Column::Latitude => "latitude",
        Column::Longitude => "longitude",
        Column::Typology => "type de structure",
        Column::Phone => "téléphone",
        Column::Emails => "courriels",
        Column::Websites => "site web",
        Column::Hours => "horaires",
        Column::Summary => "présentation courte",
        Column::Detail => "présentation détaillée",
        Column::Source => "source",
        Column::Itinerance => "itinérance",
        Column::Parent => "structure parente",
        Column::UpdatedOn => "date de mise à jour",
        Column::Services => "services",
        Column::Publics => "publics",
        Column::SpecialCare => "prise en charge spécifique",
        Column::Fees => "frais à charge",
        Column::Programmes => "dispositifs et programmes nationaux",
        Column::Labels => "formations et labels",
        Column::OtherLabels => "autres formations et labels",
        Column::AccessModes => "modalités d’accès",
        Column::SupportModes => "modalités d’accompagnement",
        Column::AccessibilityUrl => "fiche Acceslibre",
        Column::BookingUrl => "prise de rendez-vous",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn names_what_is_missing() {
        assert_eq!(
            plain(&error(&ImportError::MissingColumns(vec![Column::Pivot]))),
            "Il manque une colonne obligatoire : « pivot ». Ce fichier ne suit pas le standard national."
        );
        assert_eq!(
            plain(&error(&ImportError::MissingColumns(vec![Column::Name, Column::UpdatedOn]))),
            "Il manque des colonnes obligatoires : « nom » et « date_maj ». Ce fichier ne suit pas le standard national."
        );
        assert!(plain(&error(&ImportError::TooManyRows)).contains("100 000"));
    }

    #[test]
    fn counts_in_good_french() {
        let said =
            |accepted, with_remarks, rejected| plain(&counts(&ImportCounts { accepted, with_remarks, rejected }));
        assert_eq!(said(2_636, 47, 0), "2 636 lieux acceptés, 47 acceptés avec remarque, aucune ligne rejetée");
        assert_eq!(said(1, 0, 1), "1 lieu accepté, 1 ligne rejetée");
        assert_eq!((ignored_columns(&[]), version(Version::Current)), (None, None));
        assert!(plain(version(Version::Former).unwrap()).contains("(0.1) : ses valeurs"));
        assert_eq!(plain(&ignored_columns(&["a".into(), "b".into()]).unwrap()), "Colonnes ignorées : a et b.");
    }

    #[test]
    fn says_why_in_one_sentence() {
        for (found, expected) in [
            (
                rejection(&Rejection::DuplicateId { first_line: 1_204 }),
                "Cet identifiant est déjà celui de la ligne 1 204.",
            ),
            (rejection(&Rejection::WrongWidth { found: 1, expected: 32 }), "La ligne compte 1 cellule au lieu de 32."),
            (remark(&Remark::Missing(Column::Commune)), "Non renseigné : commune."),
            (remark(&Remark::InvalidPostalCode("00000".into())), "Code postal non valide : « 00000 »."),
            (
                remark(&Remark::CoordinatesOutsideFrance("0 ; 0".into())),
                "Coordonnées hors de France : « 0 ; 0 ». Elles ne sont pas utilisées.",
            ),
        ] {
            assert_eq!(plain(&found), expected);
        }
    }
}
