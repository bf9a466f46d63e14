//! What to say of the files given to an import: how many were read, why the others were not.

use super::exchange::{Fault, NOTHING_CHANGED, not_opened, refusal as refusal_of};
use super::format::{agree, bytes, count, integer, list, number};
use crate::exchange::transfer::{FileSeen, Refusal};

/// How many names are said of files that are told together.
const NAMED: usize = 5;

/// How many of the files were read: the heading of what they would change.
pub fn files_read(read: usize, locked: usize, given: usize) -> String {
    match (read, given) {
        (0, 1) if locked == 1 => "Ce fichier est fermé par une phrase de passe".to_owned(),
        (0, _) if locked == given => "Ces fichiers sont fermés par une phrase de passe".to_owned(),
        (0, 1) => "Ce fichier n’a pas pu être lu".to_owned(),
        (0, _) => "Aucun de ces fichiers n’a pu être lu".to_owned(),
        (1, 1) => "Ce que ce fichier changerait ici".to_owned(),
        (read, given) if read == given => format!("Ce que ces {} fichiers changeraient ici", integer(number(read))),
        (read, given) => {
            let lus = agree(number(read), "lu", "lus");
            format!("{} fichiers donnés, {} {lus}", integer(number(given)), integer(number(read)))
        }
    }
}

/// Why a file was refused, what to do next.
pub fn refused(refusal: &Refusal) -> Fault {
    match refusal {
        Refusal::TooLarge { bytes: size } => Fault {
            what: "Ce fichier est trop lourd".to_owned(),
            next: format!(
                "Il pèse {}\u{202f}; Repères lit des fichiers de 64\u{a0}Mo au plus. Vérifiez qu’il s’agit bien d’un fichier de Repères.",
                bytes(*size)
            ),
        },
        Refusal::TooLargeTogether => Fault {
            what: "Ces fichiers sont trop lourds pour être lus ensemble".to_owned(),
            next: "Importez celui-ci séparément.".to_owned(),
        },
        Refusal::Unreadable => Fault {
            what: "Ce fichier ne peut pas être lu".to_owned(),
            next: "S’il est sur une clé, vérifiez qu’elle est bien branchée, puis choisissez-le à nouveau.".to_owned(),
        },
        Refusal::Read(error) => refusal_of(error),
        Refusal::Sealed(error) => not_opened(*error),
    }
}

/// Files that are not ours, told together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foreign {
    pub fault: Fault,
    /// The first ones: « photo.png, notes.txt et 209 autres ».
    pub names: String,
}

/// What to say of these, among all that were given.
pub fn foreign(files: &[FileSeen], given: usize) -> Foreign {
    let all = integer(number(files.len()));
    let (what, next) = if files.len() == given {
        (
            format!("Ces {all} fichiers ne viennent pas de Repères"),
            format!(
                "Choisissez des fichiers préparés par Repères\u{a0}: leur nom commence par «\u{202f}reperes\u{202f}» et finit par «\u{202f}.json\u{202f}» ou «\u{202f}.reperes\u{202f}». {NOTHING_CHANGED}"
            ),
        )
    } else {
        (format!("{all}\u{a0}autres fichiers ne viennent pas de Repères"), "Ils sont laissés de côté.".to_owned())
    };
    let more = files.len().saturating_sub(NAMED);
    let mut names: Vec<String> = files.iter().take(NAMED).map(|file| file.name.clone()).collect();
    if more > 0 {
        names.push(count(number(more), "autre", "autres"));
    }
    Foreign { fault: Fault { what, next }, names: list(&names) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::file::ReadError;
    use crate::exchange::transfer::Seen;

    fn plain(text: &str) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    fn file(name: &str, refusal: Refusal) -> FileSeen {
        FileSeen { name: name.to_owned(), seen: Seen::Refused(refusal) }
    }

    #[test]
    fn foreign_files_are_told_together_by_the_first_names() {
        let files = |count: usize| -> Vec<FileSeen> {
            (1..=count).map(|nth| file(&format!("{nth}.png"), Refusal::Read(ReadError::NotText))).collect()
        };
        for (count, given, what, names) in [
            (2, 4, "2 autres fichiers ne viennent pas de Repères", "1.png et 2.png"),
            (6, 7, "6 autres fichiers ne viennent pas de Repères", "1.png, 2.png, 3.png, 4.png, 5.png et 1 autre"),
            (
                1212,
                1212,
                "Ces 1 212 fichiers ne viennent pas de Repères",
                "1.png, 2.png, 3.png, 4.png, 5.png et 1 207 autres",
            ),
        ] {
            let told = foreign(&files(count), given);
            assert_eq!((plain(&told.fault.what).as_str(), plain(&told.names).as_str()), (what, names));
        }
    }

    #[test]
    fn the_heading_counts_what_was_read() {
        for ((read, locked, given), expected) in [
            ((0, 1, 1), "Ce fichier est fermé par une phrase de passe"),
            ((0, 0, 3), "Aucun de ces fichiers n’a pu être lu"),
            ((1, 0, 1), "Ce que ce fichier changerait ici"),
            ((2, 0, 2), "Ce que ces 2 fichiers changeraient ici"),
            ((1, 0, 3), "3 fichiers donnés, 1 lu"),
        ] {
            assert_eq!(files_read(read, locked, given), expected);
        }
    }
}
