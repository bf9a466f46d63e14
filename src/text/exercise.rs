//! The exercise in the training room, in words.

use super::format::{count, number};
use crate::domain::exercise::code::{CodeFault, Manner};
use crate::domain::exercise::debrief::{Threshold, TooFew};
use crate::domain::exercise::grid::{self, CellFault, NumberFault};
use crate::domain::exercise::hand_in::Collected;
use crate::domain::exercise::seat::{Seat, SeatFault};
use crate::domain::exercise::work::{Grade, Moment, Stance};
use crate::exchange::packed::PackFault;

/// A manner of holding a case, as it is proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MannerWords {
    pub name: &'static str,
    pub what: &'static str,
}

/// How a case is held.
pub fn manner(manner: Manner) -> MannerWords {
    let (name, what) = match manner {
        Manner::Alone => ("En individuel", "Chaque personne lit le cas, mène l’entretien et répond."),
        Manner::Pairs => ("À deux", "Deux personnes décident ensemble et partagent un numéro."),
        Manner::RolePlay => (
            "En jeu de rôle",
            "Une personne joue le cas d’après sa fiche, une autre mène l’entretien, une troisième observe. Elles partagent un numéro.",
        ),
    };
    MannerWords { name, what }
}

/// « 12 personnes », « 12 binômes » : those who answer under a number.
pub fn people(how_many: usize, manner: Manner) -> String {
    let (one, several) = match manner {
        Manner::Alone => ("personne", "personnes"),
        Manner::Pairs => ("binôme", "binômes"),
        Manner::RolePlay => ("trio", "trios"),
    };
    count(number(how_many), one, several)
}

/// The same, of none: « Aucun binôme ».
pub fn nobody(manner: Manner) -> &'static str {
    match manner {
        Manner::Alone => "Aucune personne",
        Manner::Pairs => "Aucun binôme",
        Manner::RolePlay => "Aucun trio",
    }
}

/// Why what was typed is no code of an exercise, and what to do.
pub fn code_fault(fault: CodeFault) -> &'static str {
    match fault {
        CodeFault::Shape => {
            "Écrivez les huit lettres et chiffres du code affiché dans la salle, par exemple 2C07-RXK9."
        }
        CodeFault::Mistyped => {
            "Une lettre ou un chiffre de ce code n’est pas le bon. Relisez celui qui est affiché dans la salle."
        }
        CodeFault::Newer => {
            "Ce code vient d’une version plus récente de Repères. Ouvrez celle de la mallette, ou demandez-la à la formatrice ou au formateur."
        }
    }
}

/// Why what was typed is no ticket of this exercise, and what to do.
pub fn seat_fault(fault: SeatFault) -> String {
    match fault {
        SeatFault::Shape => "Écrivez le nombre et la lettre de votre ticket, par exemple 7K.".to_owned(),
        SeatFault::Range => format!("Les tickets vont de 1 à {}\u{a0}: relisez le vôtre.", Seat::MAX),
        SeatFault::Letter => {
            "Cette lettre ne va pas avec ce nombre. Relisez votre ticket, puis le code de l’exercice.".to_owned()
        }
    }
}

/// Why the number of a sheet that somebody else filled is none of this exercise, and what to do.
pub fn sheet_seat_fault(fault: SeatFault) -> String {
    match fault {
        SeatFault::Shape => "Tapez le numéro de la feuille\u{a0}: le nombre seul suffit.".to_owned(),
        SeatFault::Range => format!("Les numéros vont de 1 à {}\u{a0}: relisez celui de la feuille.", Seat::MAX),
        SeatFault::Letter => {
            "Cette lettre ne va pas avec ce nombre. Relisez la feuille\u{202f}; le nombre seul suffit.".to_owned()
        }
    }
}

/// Why an address opens no place.
pub const NO_TICKET: &str = "Une place s’ouvre avec le nombre et la lettre de son ticket. Si vous avez suivi une adresse, elle a peut-être été mal recopiée. Vos réponses sont toujours là.";

/// Why a code that was read on a screen, or typed, gives nothing, and what to do.
pub fn pack_fault(fault: PackFault) -> &'static str {
    match fault {
        PackFault::NotOurs => {
            "Ce code n’est pas celui de réponses à un exercice. Demandez d’afficher le code des réponses."
        }
        PackFault::Damaged => {
            "Ce code a été mal lu. Rien n’a été reçu\u{a0}: lisez-le à nouveau, de plus près ou sans reflet."
        }
        PackFault::Newer => {
            "Ces réponses viennent d’une version plus récente de Repères. Recevez-les par fichier sur un poste à jour."
        }
        PackFault::OtherLists => {
            "Ces réponses ont été données avec d’autres questions que celles de ce poste. Recevez-les par fichier."
        }
        PackFault::UnknownCase => {
            "Le cas de ces réponses n’est pas sur ce poste. Importez d’abord le fichier qui l’apporte."
        }
        PackFault::NoRoom => "Ces réponses ne tiennent pas dans un code. Remettez-les par fichier.",
    }
}

/// Why what was typed in a cell of the grid is no answer, and what to type.
pub fn cell_fault(fault: CellFault) -> String {
    match fault {
        CellFault::NoSuchMark { typed, choices } => {
            let last = grid::mark(choices.saturating_sub(1)).unwrap_or('1');
            format!(
                "«\u{202f}{typed}\u{202f}» n’est pas une réponse d’ici\u{a0}: tapez de 1 à {last}, 0 pour «\u{202f}ne sait pas\u{202f}», - pour «\u{202f}préfère ne pas répondre\u{202f}», ou laissez vide."
            )
        }
        CellFault::OneOnly => "Une seule réponse ici\u{a0}: n’en gardez qu’une.".to_owned(),
        CellFault::GoesAlone { typed } => {
            format!("«\u{202f}{typed}\u{202f}» ne va avec aucune autre réponse\u{a0}: gardez-le seul, ou retirez-le.")
        }
        CellFault::Joined => {
            "Tapez les marques cochées à la suite, par exemple 13\u{a0}: avec un tiret, on ne sait pas si celles du milieu le sont aussi."
                .to_owned()
        }
    }
}

/// Why what was typed is no list of numbers, and what to type.
pub fn number_fault(fault: NumberFault) -> String {
    match fault {
        NumberFault::Beyond { most } => format!("Tapez des numéros de 1 à {most}, séparés par des espaces."),
        NumberFault::Joined => {
            "Tapez chaque numéro, séparé par un espace\u{a0}: avec un tiret, on ne sait pas si ceux du milieu en sont."
                .to_owned()
        }
    }
}

/// How far one is from an objective, in one's own eyes.
pub fn grade(grade: Grade) -> &'static str {
    match grade {
        Grade::Discovers => "Je découvre",
        Grade::Knows => "J’en ai une idée",
        Grade::Uses => "Je m’en sers",
        Grade::Explains => "Je peux l’expliquer",
    }
}

/// When one positions oneself.
pub fn moment(moment: Moment) -> &'static str {
    match moment {
        Moment::Before => "Le matin",
        Moment::After => "Le soir",
    }
}

/// What was decided of an orientation.
pub fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Kept => "Retenue",
        Stance::SetAside => "Écartée",
    }
}

/// « Numéro 7 ».
pub fn seat(seat: Seat) -> String {
    format!("Numéro\u{a0}{}", seat.number())
}

/// How many were received for one thing that was asked, and how many numbers wait: « 12 réponses reçues. », « 10 réponses
/// reçues, 1 numéro à départager. »
pub fn received(counted: usize, to_settle: usize) -> String {
    let received = count(counted as u64, "réponse reçue", "réponses reçues");
    match to_settle {
        0 => format!("{received}."),
        waiting => format!("{received}, {}.", count(waiting as u64, "numéro à départager", "numéros à départager")),
    }
}

/// Everything that was received.
pub fn collected(collected: &Collected) -> String {
    received(collected.counted.values().map(Vec::len).sum(), collected.to_settle.len())
}

/// Why a group is not shown: « 3 réponses reçues sur les 5 qu’il faut… »
pub fn too_few(TooFew { received, needed }: TooFew) -> String {
    let received = count(received as u64, "réponse reçue", "réponses reçues");
    format!(
        "{received} sur les {needed} qu’il faut pour montrer le groupe\u{a0}: avec moins, chaque personne serait reconnue."
    )
}

/// From how many a group is shown, where that is chosen and where a group is not shown.
pub fn threshold(needed: Threshold) -> String {
    format!(
        "Les réponses d’un groupe se montrent à partir de {}\u{a0}personnes, pour que personne ne soit reconnu. Ce nombre vaut pour les exercices, l’évaluation et le réseau\u{202f}; il se règle, mais jamais sous {}.",
        needed.number(),
        Threshold::MIN
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn plain(text: &str) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn each_fault_says_something_of_its_own() {
        let codes = [CodeFault::Shape, CodeFault::Mistyped, CodeFault::Newer].map(code_fault).map(str::to_owned);
        let seats = [SeatFault::Shape, SeatFault::Range, SeatFault::Letter];
        let seats = seats.map(seat_fault).into_iter().chain(seats.map(sheet_seat_fault));
        let packs = [
            PackFault::NotOurs,
            PackFault::Damaged,
            PackFault::Newer,
            PackFault::OtherLists,
            PackFault::UnknownCase,
            PackFault::NoRoom,
        ];
        let packs = packs.map(pack_fault).map(str::to_owned);
        let said: BTreeSet<String> = codes.into_iter().chain(seats).chain(packs).collect();
        assert_eq!(said.len(), 15);
        for text in &said {
            // What to do next is always said.
            let acts = [
                "Écrivez", "elisez", "Ouvrez", "relisez", "Demandez", "lisez", "ecevez", "Importez", "Remettez",
                "Tapez",
            ];
            assert!(acts.iter().any(|act| text.contains(act)), "{text}");
        }
    }

    #[test]
    fn a_cell_says_what_can_be_typed() {
        let fault = plain(&cell_fault(CellFault::NoSuchMark { typed: '7', choices: 3 }));
        assert!(fault.starts_with("« 7 » n’est pas une réponse d’ici : tapez de 1 à 3, 0 pour"), "{fault}");
        assert!(cell_fault(CellFault::GoesAlone { typed: '0' }).contains('0'));
        assert!(cell_fault(CellFault::OneOnly).contains("Une seule"));
        let beyond = number_fault(NumberFault::Beyond { most: 23 });
        assert_eq!(beyond, "Tapez des numéros de 1 à 23, séparés par des espaces.");
        let joined = [cell_fault(CellFault::Joined), number_fault(NumberFault::Joined)];
        assert!(joined.iter().all(|text| text.contains("tiret") && text.starts_with("Tapez")));
    }

    #[test]
    fn counts_agree() {
        for (counted, to_settle, expected) in [
            (0, 0, "0 réponse reçue."),
            (1, 0, "1 réponse reçue."),
            (12, 0, "12 réponses reçues."),
            (10, 1, "10 réponses reçues, 1 numéro à départager."),
            (10, 2, "10 réponses reçues, 2 numéros à départager."),
        ] {
            assert_eq!(plain(&received(counted, to_settle)), expected);
        }
        assert_eq!(plain(&collected(&Collected::default())), "0 réponse reçue.");
        let few = TooFew { received: 3, needed: 5 };
        assert!(plain(&too_few(few)).starts_with("3 réponses reçues sur les 5 qu’il faut"));
        let one = TooFew { received: 1, needed: 5 };
        assert!(plain(&too_few(one)).starts_with("1 réponse reçue sur les 5"));
        for (needed, said) in
            [(Threshold::default(), "à partir de 5 personnes"), (Threshold::new(8), "à partir de 8 personnes")]
        {
            let told = plain(&threshold(needed));
            assert!(told.contains(said) && told.ends_with("sous 3."), "{told}");
        }
    }

    #[test]
    fn what_is_chosen_from_has_its_own_words() {
        let manners: BTreeSet<_> = Manner::ALL.map(|one| manner(one).name).into();
        let grades: BTreeSet<_> = Grade::ALL.map(grade).into();
        let moments: BTreeSet<_> = Moment::ALL.map(moment).into();
        assert_eq!((manners.len(), grades.len(), moments.len()), (3, 4, 2));
        assert_ne!(stance(Stance::Kept), stance(Stance::SetAside));
        assert_eq!(plain(&seat(Seat::new(7).unwrap())), "Numéro 7");
    }
}
