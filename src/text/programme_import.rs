//! The import of a list of people, in French: columns, what becomes of each row, and the report.

use super::format::{agree, count, integer};
use super::programme as words;
use super::record_form;
use crate::domain::fold::squash;
use crate::domain::form::{Fault, InputId, Wrong};
use crate::domain::programme::id::PROFESSIONAL_KIND;
use crate::domain::programme::structure::StructureKind;
use crate::exchange::csv::write::{Cell, Table};
use crate::exchange::csv::{Encoding, ImportError};
use crate::exchange::people_import::cells::NoCommune;
use crate::exchange::people_import::rows::BOUNDS;
use crate::exchange::people_import::trial::Because;
use crate::exchange::people_import::{Choice, Column, Done, Issue, Outcome, Rejection, Trial, Tried, Twin};
use chrono::NaiveDate;

/// What may be chosen, where workbooks are read.
pub const ALL_FORMATS: &str = "Formats XLSX, ODS ou CSV. La première ligne donne le titre des colonnes.";
/// What may be chosen, where they are not.
pub const ONLY_CSV: &str = "Format CSV, enregistré depuis un tableur. La première ligne donne le titre des colonnes.";
/// The browser did not give the file.
pub const UNREADABLE: &str = "Ce fichier n’a pas pu être lu. Choisissez-le à nouveau.";

/// Why a file is refused as a whole, and what to do.
pub fn refused(error: &ImportError) -> String {
    match error {
        ImportError::Empty => "Ce fichier est vide.".to_owned(),
        ImportError::TooLarge | ImportError::TooManyRows => too_large(),
        ImportError::Utf16 => {
            "Ce fichier est enregistré en «\u{202f}Texte Unicode\u{202f}» (UTF-16). Enregistrez-le au format «\u{202f}CSV UTF-8\u{202f}», puis recommencez.".to_owned()
        }
        ImportError::Spreadsheet => {
            "Ce fichier est un classeur. Ouvrez-le dans votre tableur, enregistrez-le au format «\u{202f}CSV UTF-8\u{202f}», puis importez ce nouveau fichier.".to_owned()
        }
        ImportError::NoRow => "Ce fichier ne contient aucune ligne sous la ligne de titres.".to_owned(),
        ImportError::NotText
        | ImportError::NotADirectory
        | ImportError::MissingColumns(_)
        | ImportError::DuplicateColumn(_) => "Ce fichier n’est pas une liste au format CSV.".to_owned(),
    }
}

/// Why a file is not read whole.
pub fn too_large() -> String {
    format!(
        "Ce fichier est trop grand\u{a0}: {}\u{a0}lignes et {}\u{a0}colonnes au plus. Partagez-le en plusieurs.",
        integer(BOUNDS.rows as u64),
        integer(BOUNDS.columns as u64)
    )
}

/// What is worth saying of the file's characters; nothing when all is well.
pub fn encoding(encoding: Encoding) -> Option<&'static str> {
    super::directory_import::encoding(encoding)
}

/// What a column holds.
pub fn column(column: Column) -> &'static str {
    match column {
        Column::FamilyName => "Nom",
        Column::GivenName => "Prénom",
        Column::FullName => "Nom et prénom (nom en capitales)",
        Column::Structure => "Structure",
        Column::StructureKind => "Type de structure",
        Column::Function => "Fonction",
        Column::HiredOn => "Date de prise de poste",
        Column::Commune => "Commune ou code postal",
        Column::Email => "Courriel",
        Column::Phone => "Téléphone",
        Column::DigitalAdviser => "Conseillère ou conseiller numérique",
        Column::Needs => "Aménagements demandés",
    }
}

/// A column of the file: its head, and its first value.
pub fn head(nth: usize, head: &str, example: Option<&str>) -> String {
    let short = |text: &str| text.chars().take(40).collect::<String>();
    let name = if head.is_empty() { format!("Colonne {}", nth + 1) } else { short(head) };
    example.map_or(name.clone(), |example| format!("{name} (par exemple «\u{202f}{}\u{202f}»)", short(example)))
}

/// The kind of structure that a cell names, in full or in short.
pub fn kind_named(text: &str) -> Option<StructureKind> {
    const OTHER_NAMES: [(&str, StructureKind); 16] = [
        ("projetinsertionemploi", StructureKind::Pie),
        ("rsa", StructureKind::RsaAssociation),
        ("associationreferentersa", StructureKind::RsaAssociation),
        ("servicesocialdepartemental", StructureKind::SocialService),
        ("circonscriptiondeservicesocial", StructureKind::SocialService),
        ("ssd", StructureKind::SocialService),
        ("insertionparlactiviteeconomique", StructureKind::Siae),
        ("iae", StructureKind::Siae),
        ("missionslocales", StructureKind::MissionLocale),
        ("aidesocialealenfance", StructureKind::Ase),
        ("maisondelemploi", StructureKind::Mde),
        ("francetravail", StructureKind::PoleEmploi),
        ("inclusionnumerique", StructureKind::DigitalMediation),
        ("mediationinclusionnumerique", StructureKind::DigitalMediation),
        ("centresociaux", StructureKind::SocialCentre),
        ("autre", StructureKind::Other),
    ];
    let wanted = squash(text);
    let is_it = |kind: &StructureKind| {
        let names = [words::structure_kind(*kind), words::structure_kind_short(*kind), kind.code()];
        names.iter().any(|name| squash(name) == wanted)
    };
    let other = || OTHER_NAMES.iter().find(|(name, _)| *name == wanted).map(|(_, kind)| *kind);
    StructureKind::all().find(is_it).or_else(other)
}

/// Where a row stands, in a word or two.
pub fn outcome(row: &Tried) -> &'static str {
    match (&row.draft, &row.twin) {
        (Err(_), _) => "Non reprise",
        (Ok(_), Some(_)) => "Doublon possible",
        (Ok(_), None) if row.issues.is_empty() => "Reprise",
        (Ok(_), None) => "Reprise, à compléter",
    }
}

/// Why a row is not taken.
pub fn rejection(rejection: &Rejection) -> String {
    match rejection {
        Rejection::NoFamilyName => "Il manque le nom.".to_owned(),
        Rejection::NoGivenName => "Il manque le prénom.".to_owned(),
        Rejection::NameUnclear => {
            "Le nom et le prénom sont dans la même case, et rien ne les distingue\u{a0}: écrivez le nom en capitales, ou séparez-les en deux colonnes.".to_owned()
        }
        Rejection::Name { column, wrong } => format!("{}\u{a0}: {}", self::column(*column), wrong_value(*wrong)),
        Rejection::UnclosedQuote => "Un guillemet ouvert dans cette ligne n’est jamais refermé.".to_owned(),
        Rejection::Restricted => "L’usage des données de cette personne est limité.".to_owned(),
    }
}

/// What is left out of a row, or to ask.
pub fn issue(issue: &Issue) -> String {
    let left_out = |what: &str, text: &str, why: &str| {
        let text: String = text.chars().take(60).collect();
        format!("{what}\u{a0}: «\u{202f}{text}\u{202f}» n’est pas repris, {why}")
    };
    match issue {
        Issue::Day(text) => {
            left_out("Date de prise de poste", text, "écrivez le jour, le mois et l’année, par exemple 01/09/2021.")
        }
        Issue::Commune(text, NoCommune::Unknown) => {
            left_out("Commune", text, "ce n’est pas une commune de Seine-Saint-Denis.")
        }
        Issue::Commune(text, NoCommune::Several) => {
            left_out("Commune", text, "plusieurs communes ont ce code postal\u{202f}; écrivez le nom.")
        }
        Issue::Kind(text) => left_out("Type de structure", text, "ce type n’est pas connu."),
        Issue::YesOrNo(text) => left_out(column(Column::DigitalAdviser), text, "écrivez oui ou non."),
        Issue::Wrong { column: of, text, wrong } => left_out(column(*of), text, &wrong_value(*wrong)),
        Issue::Missing(of) => format!("À compléter\u{a0}: {}.", super::format::uncapitalised(column(*of))),
    }
}

/// What is wrong with a value, without the name of its field.
fn wrong_value(wrong: Wrong) -> String {
    let fault = Fault { input: InputId::alone("function"), wrong };
    let said = record_form::fault(PROFESSIONAL_KIND, &fault);
    said.split_once("\u{a0}: ").map_or(said.clone(), |(_, why)| why.to_owned())
}

/// Who a row may be, and why.
pub fn twin(twin: &Twin) -> String {
    let why = match twin.because {
        Because::NameAndStructure => "même nom, même structure",
        Because::Name => "même nom, une structure n’est pas connue",
        Because::Email => "même courriel",
    };
    let name = if twin.name.is_empty() { "une personne sans nom" } else { &twin.name };
    match twin.of {
        crate::exchange::people_import::trial::TwinOf::Known(_) => {
            format!("{name}, déjà dans les listes\u{a0}: {why}.")
        }
        crate::exchange::people_import::trial::TwinOf::Row(_) => {
            format!("{name}, plus haut dans le fichier\u{a0}: {why}.")
        }
    }
}

/// What a person may say of a row.
pub fn choice(choice: Choice) -> &'static str {
    match choice {
        Choice::Same => "La même personne\u{a0}: compléter",
        Choice::Another => "Une autre personne",
        Choice::Leave => "Ne pas importer",
    }
}

/// Everything there is to say of a row.
pub fn told(row: &Tried) -> Vec<String> {
    let rejected = row.draft.as_ref().err().map(rejection);
    let issues = row.issues.iter().filter(|_| row.draft.is_ok()).map(issue);
    rejected.into_iter().chain(row.twin.as_ref().map(twin)).chain(issues).collect()
}

/// What would be written, before it is.
pub fn to_write(outcome: &Outcome) -> String {
    let (made, completed) = outcome.people();
    let left = outcome.done.iter().filter(|done| matches!(done, Done::Left)).count();
    let rejected = outcome.done.iter().filter(|done| matches!(done, Done::Rejected)).count();
    let parts = [
        (made, "nouvelle fiche", "nouvelles fiches"),
        (completed, "fiche complétée", "fiches complétées"),
        (outcome.structures(), "nouvelle structure", "nouvelles structures"),
        (left, "ligne laissée de côté", "lignes laissées de côté"),
        (rejected, "ligne non reprise", "lignes non reprises"),
    ];
    let said = parts.into_iter().filter(|(number, _, _)| *number > 0);
    let said: Vec<String> = said.map(|(number, one, many)| count(number as u64, one, many)).collect();
    if said.is_empty() { "Rien à importer.".to_owned() } else { format!("{}.", super::format::list(&said)) }
}

/// « Liste importée : 3 nouvelles fiches ».
pub fn imported(outcome: &Outcome) -> String {
    let (made, completed) = outcome.people();
    let number = (made + completed) as u64;
    format!("{} {}", count(number, "fiche", "fiches"), agree(number, "importée", "importées"))
}

/// What became of a row, once it is decided.
fn done(done: &Done) -> &'static str {
    match done {
        Done::Created(_) => "Fiche créée",
        Done::Completed(_) => "Fiche complétée",
        Done::Left => "Laissée de côté",
        Done::Rejected => "Non reprise",
    }
}

/// The name of the file of the report: nobody is in it.
pub fn report_name(today: NaiveDate) -> String {
    format!("compte-rendu-import-{today}.csv")
}

/// The report, row by row.
pub fn report(trial: &Trial, outcome: &Outcome) -> Table {
    let heads = ["Ligne", "Personne", "Structure", "Résultat", "Précisions"].map(str::to_owned).to_vec();
    let row = |(row, became): (&Tried, &Done)| {
        let text = |text: &str| if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) };
        let line = i64::try_from(row.line).unwrap_or(i64::MAX);
        vec![Cell::Number(line), text(&row.name), text(&row.structure), text(done(became)), text(&told(row).join(" "))]
    };
    Table { heads, rows: trial.rows.iter().zip(&outcome.done).map(row).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_read_as_they_are_shown_and_as_people_shorten_them() {
        for kind in StructureKind::all() {
            for name in [words::structure_kind(kind), words::structure_kind_short(kind), kind.code()] {
                assert_eq!(kind_named(name), Some(kind), "{name}");
            }
        }
        assert_eq!(kind_named("France Travail"), Some(StructureKind::PoleEmploi));
        assert_eq!(kind_named("Maison de l’emploi"), Some(StructureKind::Mde));
        assert_eq!(kind_named(""), None);
        assert_eq!(kind_named("librairie"), None);
    }

    #[test]
    fn what_is_left_out_says_what_to_write() {
        let plain = |text: String| text.replace(['\u{a0}', '\u{202f}'], " ");
        let wrong = Issue::Wrong { column: Column::Email, text: "x".to_owned(), wrong: Wrong::Email };
        assert!(plain(issue(&wrong)).starts_with("Courriel : « x » n’est pas repris, "), "{}", issue(&wrong));
        assert_eq!(plain(issue(&Issue::Missing(Column::HiredOn))), "À compléter : date de prise de poste.");
        let name = Rejection::Name { column: Column::FamilyName, wrong: Wrong::TooLong { max: 120 } };
        assert_eq!(plain(rejection(&name)), "Nom : raccourcissez ce texte, 120 caractères au plus.");
        assert_eq!(plain(to_write(&Outcome::default())), "Rien à importer.");
    }
}
