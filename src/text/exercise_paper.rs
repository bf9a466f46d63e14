//! The sheets of an exercise on paper: what they ask, and what is wrong with what was typed from one.

use super::exercise::{cell_fault, number_fault, sheet_seat_fault};
use super::format;
use super::interview::{discussed, skill_level};
use crate::domain::exercise::grid;
use crate::domain::exercise::seat::Seat;
use crate::domain::exercise::typed::SheetFault;
use crate::domain::interview::answer::{Discussed, SkillLevel};
use crate::domain::interview::questionnaire::{Item, ItemKind, Questionnaire, Voice};

/// How sheets are typed.
pub const ENTRY_LEAD: &str = "Une feuille à la fois. Tapez les marques cochées sur le papier\u{202f}; la touche Entrée passe à la ligne suivante.";
/// What correcting does.
pub const CORRECTION_LEAD: &str =
    "Changez ce qui a été mal tapé, puis enregistrez\u{a0}: la feuille corrigée remplace la première.";
/// Why something is not typed over.
pub const NOT_TYPED: &str = "Il n’est plus sur cet appareil, ou il vient de l’appareil d’une participante ou d’un participant. Seules les feuilles saisies ici se corrigent.";

/// Labels of the cells that no question has.
pub const KEPT: &str = "Orientations retenues";
pub const SET_ASIDE: &str = "Orientations écartées";
pub const ASKED: &str = "Questions posées à la personne";

/// The marks of what is not known: the same for every question.
const UNKNOWN: [(char, Discussed); 2] = [('0', Discussed::DoesNotKnow), ('-', Discussed::PrefersNotToSay)];

/// Whether a mark is one of them: what it says is written once on the sheet.
pub fn is_unknown(mark: char) -> bool {
    UNKNOWN.iter().any(|(unknown, _)| *unknown == mark)
}

/// « À chaque question, 0 : ne sait pas, - : préfère ne pas répondre. »
pub fn unknown_marks() -> String {
    let said = UNKNOWN
        .map(|(mark, one)| format!("{mark}\u{a0}: {}", format::uncapitalised(discussed(one, Voice::Professional))));
    format!("À chaque question, {}.", said.join(", "))
}

/// How a ticket is used, in a few words.
pub const TICKET: &str = "Ouvrez Repères, choisissez «\u{202f}Animer une journée\u{202f}» puis «\u{202f}Participer à un exercice\u{202f}», et tapez ce code et ce ticket.";
/// How many copies come out.
pub const ALL_HINT: &str = "Chaque fiche sort une fois. Pour plusieurs exemplaires d’une partie, décochez les autres et choisissez le nombre de copies en imprimant. Format A4.";
/// When nothing is left to print.
pub const NO_PART: &str = "Cochez au moins une partie à imprimer.";

/// A choice as it stands on the sheet: its mark, and its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    pub mark: char,
    pub words: String,
}

/// The choices of an item, each with its mark; the two unknowns last.
pub fn choices(item: &Item) -> Vec<Marked> {
    const VOICE: Voice = Voice::Professional;
    let named: Vec<String> = match &item.kind {
        ItemKind::Skill { .. } => SkillLevel::ALL.map(|one| skill_level(one, VOICE).to_owned()).to_vec(),
        ItemKind::One { options } | ItemKind::Many { options } => {
            options.iter().map(|option| option.label.clone()).collect()
        }
    };
    let marks = named.into_iter().enumerate();
    let marked = marks.filter_map(|(at, words)| grid::mark(at).map(|mark| Marked { mark, words }));
    marked.chain(UNKNOWN.map(|(mark, one)| Marked { mark, words: discussed(one, VOICE).to_owned() })).collect()
}

/// What may be typed for an item, on one line: « 1 Fait sans aide ; 2 Fait avec de l’aide… ».
pub fn reminder(item: &Item) -> String {
    let known = choices(item).into_iter().filter(|one| one.mark.is_ascii_alphanumeric() && one.mark != '0');
    known.map(|one| format!("{}\u{a0}{}", one.mark, one.words)).collect::<Vec<_>>().join("\u{202f}; ")
}

/// Whether several marks may be typed.
pub fn takes_several(item: &Item) -> bool {
    matches!(item.kind, ItemKind::Many { .. })
}

/// What is wrong with a cell of a sheet, which one it is, and what to do.
pub fn fault(fault: &SheetFault, questionnaire: &Questionnaire) -> String {
    let of = |cell: &str, fault| format!("{cell}. {}", number_fault(fault));
    match fault {
        SheetFault::Seat(fault) => sheet_seat_fault(*fault),
        SheetFault::SeatTaken(seat) => format!(
            "Le numéro {} a déjà remis ce cas. Relisez le numéro de la feuille\u{202f}; s’il est juste, mettez l’autre envoi de côté depuis l’exercice.",
            seat.number()
        ),
        SheetFault::Answer(id, fault) => match questionnaire.item(id) {
            Some(item) => format!("{}. {}", item.short, cell_fault(*fault)),
            None => cell_fault(*fault),
        },
        SheetFault::Kept(fault) => of(KEPT, *fault),
        SheetFault::SetAside(fault) => of(SET_ASIDE, *fault),
        SheetFault::Asked(fault) => of(ASKED, *fault),
        SheetFault::Both(rank) => {
            format!("L’orientation {rank} est à la fois retenue et écartée\u{a0}: retirez-la d’une des deux listes.")
        }
        SheetFault::Empty => "Cette feuille est vide\u{a0}: tapez au moins une réponse ou une orientation.".to_owned(),
    }
}

/// Said once a sheet is stored: « Numéro 7 enregistré. 3 réponses reçues pour ce cas. »
pub fn stored(seat: &str, received: usize) -> String {
    let sheets = format::count(received as u64, "réponse reçue", "réponses reçues");
    format!("{seat} enregistré. {sheets} pour ce cas.")
}

/// « Corriger l’envoi du numéro 7 : Élodie ».
pub fn correcting(seat: Seat, name: &str) -> String {
    format!("Corriger l’envoi du numéro\u{a0}{}\u{a0}: {name}", seat.number())
}

/// « Envoi du numéro 7 corrigé ».
pub fn corrected(seat: Seat) -> String {
    format!("Envoi du numéro\u{a0}{} corrigé", seat.number())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::questionnaire::questionnaire;
    use crate::domain::exercise::grid::{CellFault, NumberFault};
    use crate::domain::exercise::seat::SeatFault;
    use crate::domain::interview::id::ItemId;
    use std::collections::BTreeSet;

    #[test]
    fn every_mark_on_the_sheet_is_read_as_what_it_says() {
        for item in &questionnaire().unwrap().items {
            let choices = choices(item);
            let answers: BTreeSet<String> = choices
                .iter()
                .map(|one| format!("{:?}", grid::read(item, &one.mark.to_string()).unwrap().unwrap()))
                .collect();
            assert_eq!(answers.len(), choices.len(), "{}", item.short);
            let words: BTreeSet<&str> = choices.iter().map(|one| one.words.as_str()).collect();
            assert_eq!(words.len(), choices.len(), "{}", item.short);
            assert!(reminder(item).starts_with("1\u{a0}"), "{}", reminder(item));
            assert!(!reminder(item).contains("Ne sait pas"), "{}", reminder(item));
        }
    }

    #[test]
    fn the_marks_of_what_is_not_known_are_said_once_and_are_nothing_else() {
        assert_eq!(
            unknown_marks().replace('\u{a0}', " "),
            "À chaque question, 0 : ne sait pas, - : préfère ne pas répondre."
        );
        for item in &questionnaire().unwrap().items {
            let unknown = choices(item).into_iter().filter(|one| is_unknown(one.mark));
            assert_eq!(unknown.count(), 2, "{}", item.short);
        }
    }

    #[test]
    fn each_fault_says_what_to_do() {
        let questionnaire = questionnaire().unwrap();
        let most = NumberFault::Beyond { most: 9 };
        let faults = [
            SheetFault::Seat(SeatFault::Shape),
            SheetFault::SeatTaken(Seat::new(7).unwrap()),
            SheetFault::Answer(ItemId::new("devices").unwrap(), CellFault::OneOnly),
            SheetFault::Answer(ItemId::new("mailbox").unwrap(), CellFault::OneOnly),
            SheetFault::Kept(most),
            SheetFault::SetAside(most),
            SheetFault::Asked(most),
            SheetFault::Both(4),
            SheetFault::Empty,
        ];
        let said: BTreeSet<String> = faults.iter().map(|one| fault(one, questionnaire)).collect();
        assert_eq!(said.len(), faults.len(), "each says which cell it is");
        assert!(fault(&SheetFault::SeatTaken(Seat::new(7).unwrap()), questionnaire).contains("Le numéro 7"));
    }

    #[test]
    fn what_is_stored_is_counted() {
        assert_eq!(stored("Numéro 7", 1), "Numéro 7 enregistré. 1\u{a0}réponse reçue pour ce cas.");
        assert_eq!(stored("Numéro 7", 3), "Numéro 7 enregistré. 3\u{a0}réponses reçues pour ce cas.");
    }
}
