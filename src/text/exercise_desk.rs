//! What the trainer's screens of an exercise say.

use super::exercise::manner;
use super::format::{agree, count, date, list, number, uncapitalised};
use super::interview::length;
use crate::domain::directory::local::model::WritingFault;
use crate::domain::exercise::case::{Case, CaseBook, CaseNumber};
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::desk::RenumberFault;
use crate::domain::exercise::draft::Fault;
use crate::domain::exercise::model::{CaseMinutes, Exercise, ExerciseTitle, SeatCount};
use crate::domain::exercise::seat::Seat;
use crate::domain::exercise::work::{Asked, Handed, Work};

/// What the list is for.
pub const LIST_LEAD: &str = "Un exercice se fait en salle\u{a0}: chaque personne mène un entretien sur un cas fictif et remet ses réponses. Vous en parlez ensuite ensemble, à la restitution.";
/// What to do to take part.
pub const JOIN: &str = "Tapez le code affiché dans la salle, puis votre ticket.";
/// What the form is for.
pub const NEW_LEAD: &str = "Quelques choix, et vous aurez un code à écrire au tableau. Les participantes et participants n’ont besoin que de Repères sur leur appareil.";
/// Beside the title.
pub const TITLE_HINT: &str = "Le groupe, le lieu ou le thème, pour vous y retrouver. N’écrivez aucun nom de personne.";
/// Beside the number of seats.
pub const SEATS_HINT: &str =
    "Un par personne, ou un par groupe quand on répond à plusieurs\u{a0}: de 1 à 60. Vous pourrez changer ce nombre.";
/// Beside the minutes.
pub const MINUTES_HINT: &str = "De 5 à 120\u{a0}minutes. C’est un repère\u{a0}: rien ne s’arrête tout seul.";
/// Under the cases.
pub const CASES_HINT: &str = "Un cas écrit ici se propose une fois complet. Il voyage avec la mallette\u{a0}: sans elle, les autres appareils ne l’ont pas.";
/// Under the code.
pub const HOW_TO_JOIN: &str = "Les participantes et participants ouvrent Repères, choisissent «\u{202f}Animer une journée\u{202f}» puis «\u{202f}Participer à un exercice\u{202f}», et tapent ce code et leur ticket.";
/// Above the tickets.
pub const TICKETS_USE: &str = "Écrivez chaque ticket sur un papier, puis faites-les tirer au sort. La lettre évite de taper par erreur le numéro de quelqu’un d’autre.";
/// Where files come in.
pub const RECEIVE: &str = "Vous pouvez choisir plusieurs fichiers à la fois, sur une clé ou dans un dossier\u{a0}: ce qui est déjà arrivé n’est jamais compté deux fois.";
/// Why nothing counts yet.
pub const TO_SETTLE: &str = "Plusieurs envois portent le même numéro. Aucun d’eux ne compte tant que vous n’avez pas choisi celui à garder, ou donné un autre numéro à celui qui s’est trompé.";
/// When they say the same.
pub const ALIKE: &str =
    "Les réponses sont les mêmes\u{a0}: c’est sans doute le même envoi, arrivé plusieurs fois. Gardez-en un.";
/// When they do not.
pub const UNLIKE: &str = "Les réponses sont différentes\u{a0}: demandez dans la salle qui a ce numéro.";
/// What is set aside.
pub const ASIDE: &str = "Ces envois ne comptent pas. Rien n’est perdu\u{a0}: vous pouvez les compter à nouveau.";
/// What may be done with what was handed in.
pub const ONE_BY_ONE: &str =
    "Mettez de côté un envoi qui ne doit pas compter. Une feuille saisie ici peut aussi être corrigée.";
/// An exercise that is not here.
pub const ABSENT: &str = "Il a peut-être été préparé sur un autre appareil, ou retiré\u{a0}: dans ce cas, la liste des exercices permet de le rétablir.";

/// What will be in the list.
pub fn empty(cases: usize) -> String {
    let cases = count(number(cases), "cas fictif", "cas fictifs");
    format!(
        "Choisissez parmi {cases}, puis dites comment et combien de temps. Vous retrouverez ici chaque exercice, son code et les réponses reçues."
    )
}

/// What an exercise is called; one without a title is called by its code.
pub fn title(exercise: &Exercise) -> String {
    let named = exercise.title.as_ref().map(|title| title.as_str().to_owned());
    named.unwrap_or_else(|| coded(exercise.code))
}

/// « Exercice 46G2-0G3A ».
pub fn coded(code: ExerciseCode) -> String {
    format!("Exercice {code}")
}

/// The same, within a sentence.
pub fn mention(exercise: &Exercise) -> String {
    format!("«\u{202f}{}\u{202f}»", title(exercise))
}

/// « 3 mars 2026, code 46G2-0G3A, 2 cas ».
pub fn about(exercise: &Exercise) -> String {
    let cases = exercise.code.cases().count() + exercise.written.len();
    let on = exercise.held_on.map_or_else(|| "Sans date".to_owned(), date);
    format!("{on}, code {}, {}", exercise.code, count(number(cases), "cas", "cas"))
}

/// Whether it goes on.
pub fn status(is_open: bool) -> &'static str {
    if is_open { "en cours" } else { "clos" }
}

/// « 3 mars 2026. Repérage, à deux, 20 minutes par cas. »
pub fn lead(exercise: &Exercise) -> String {
    let on = exercise.held_on.map(|on| format!("{}. ", date(on))).unwrap_or_default();
    let minutes = count(exercise.minutes.get().into(), "minute", "minutes");
    let manner = uncapitalised(manner(exercise.code.manner).name);
    let closed = exercise.closed_on.map(|on| format!(" Clos le {}.", date(on))).unwrap_or_default();
    format!("{on}{}, {manner}, {minutes} par cas.{closed}", length(exercise.code.length))
}

/// « Tickets à tirer au sort (15) ».
pub fn tickets(seats: SeatCount) -> String {
    format!("{} à tirer au sort ({})", agree(seats.get().into(), "Ticket", "Tickets"), seats.get())
}

/// A case among those one chooses from: « 1. Élodie »; one that is written here has no number.
pub fn case_name(case: &Case) -> String {
    match case.number {
        CaseNumber::WRITTEN => case.name.clone(),
        CaseNumber(number) => format!("{number}. {}", case.name),
    }
}

/// What was asked: the person of a case, or the moment of a positioning.
pub fn asked(asked: &Asked, cases: &CaseBook) -> String {
    match asked {
        Asked::Case(id) => {
            cases.case(id).map_or_else(|| format!("Cas «\u{202f}{}\u{202f}»", id.as_str()), |case| case.name.clone())
        }
        Asked::Positioning(at) => super::exercise_positioning::title(*at).to_owned(),
    }
}

/// Numbers in their order, those that follow one another told by their ends: « 1, 2, 4 à 9 et 12 ».
pub fn numbers(seats: &[Seat]) -> String {
    let mut runs: Vec<(u8, u8)> = Vec::new();
    for seat in seats.iter().map(|seat| seat.number()) {
        match runs.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(seat) => *last = seat,
            _ => runs.push((seat, seat)),
        }
    }
    let parts: Vec<String> = runs
        .into_iter()
        .flat_map(|(first, last)| match last - first {
            0 => vec![first.to_string()],
            1 => vec![first.to_string(), last.to_string()],
            _ => vec![format!("{first} à {last}")],
        })
        .collect();
    list(&parts)
}

/// The same, or that there is none.
pub fn numbers_or_none(seats: &[Seat]) -> String {
    if seats.is_empty() { "Aucun".to_owned() } else { numbers(seats) }
}

/// « Le numéro 7 est arrivé 2 fois ».
pub fn several(seat: Seat, times: usize) -> String {
    format!("Le numéro\u{a0}{seat} est arrivé {times}\u{a0}fois")
}

/// Which one of those that one seat handed in, counted from 0: « Envoi 1 ».
pub fn sending(nth: usize) -> String {
    format!("Envoi\u{a0}{}", nth + 1)
}

/// « Version 2, 34 réponses, 3 orientations ».
pub fn what(work: &Work) -> String {
    let said = match &work.answers {
        Handed::Case(case) => [
            count(number(case.answers.len()), "réponse", "réponses"),
            count(number(case.orientations.len()), "orientation", "orientations"),
        ]
        .join(", "),
        Handed::Positioning(positioning) => count(number(positioning.levels.len()), "objectif", "objectifs"),
    };
    format!("Version\u{a0}{}, {said}", work.edition)
}

/// What was handed in, on one line: « Numéro 7, Élodie. Version 2, 34 réponses, 3 orientations ».
pub fn hand_in(work: &Work, cases: &CaseBook) -> String {
    format!("{}, {}. {}", super::exercise::seat(work.seat), asked(&work.asked(), cases), what(work))
}

/// « Autre numéro (envoi 1 du numéro 7, Élodie) »: several numbers, and several cases of one, may wait together.
pub fn other_number(nth: usize, seat: Seat, asked: &str) -> String {
    format!("Autre numéro ({} du numéro\u{a0}{seat}, {asked})", uncapitalised(&sending(nth)))
}

/// « L’envoi 1 compte pour le numéro 7 ».
pub fn kept(nth: usize, seat: Seat) -> String {
    format!("L’{} compte pour le numéro\u{a0}{seat}", uncapitalised(&sending(nth)))
}

/// What became of the others.
pub fn others_aside(others: usize) -> &'static str {
    if others < 2 { "L’autre est mis de côté." } else { "Les autres sont mis de côté." }
}

/// « L’envoi 1 porte maintenant le numéro 9 ».
pub fn renumbered(nth: usize, seat: Seat) -> String {
    format!("L’{} porte maintenant le numéro\u{a0}{seat}", uncapitalised(&sending(nth)))
}

/// « Envois reçus, un par un (12) ».
pub fn one_by_one(ones: usize) -> String {
    match ones {
        1 => "Envoi reçu (1)".to_owned(),
        _ => format!("Envois reçus, un par un ({ones})"),
    }
}

/// « L’envoi du numéro 7 est mis de côté ».
pub fn put_aside(seat: Seat) -> String {
    format!("L’envoi du numéro\u{a0}{seat} est mis de côté")
}

/// « Envois mis de côté (2) ».
pub fn set_aside(ones: usize) -> String {
    format!("{} de côté ({ones})", agree(number(ones), "Envoi mis", "Envois mis"))
}

/// « Exercices retirés (2) ».
pub fn removed(exercises: usize) -> String {
    format!("{} ({exercises})", agree(number(exercises), "Exercice retiré", "Exercices retirés"))
}

/// Why a number cannot be given, and what to do.
pub fn renumber_fault(fault: RenumberFault) -> String {
    match fault {
        RenumberFault::NotASeat => format!("Écrivez un numéro de 1 à {}.", Seat::MAX),
        RenumberFault::Same(seat) => format!("C’est déjà le numéro\u{a0}{seat}\u{a0}: écrivez-en un autre."),
        RenumberFault::Taken(seat) => {
            format!(
                "Le numéro\u{a0}{seat} a déjà remis ses réponses\u{a0}: écrivez un numéro qui n’est pas encore arrivé."
            )
        }
    }
}

/// What is wrong with a field of an exercise, and what to do.
pub fn fault(fault: Fault) -> String {
    match fault {
        Fault::Title(WritingFault::Blank) => "Donnez un titre à l’exercice.".to_owned(),
        Fault::Title(WritingFault::TooLong { .. }) => {
            format!("Raccourcissez le titre\u{a0}: {}\u{a0}caractères au plus.", ExerciseTitle::MAX_CHARS)
        }
        Fault::Title(WritingFault::SeveralLines) => "Écrivez le titre sur une seule ligne.".to_owned(),
        Fault::Day => "Donnez le jour de l’exercice\u{a0}: jour, mois et année.".to_owned(),
        Fault::Cases => "Cochez au moins un cas.".to_owned(),
        Fault::LengthMissing => "Choisissez une longueur.".to_owned(),
        Fault::Seats => {
            let (least, most) = (SeatCount::LEAST, SeatCount::MOST);
            format!("Écrivez combien de numéros tirer au sort\u{a0}: de {least} à {most}.")
        }
        Fault::Minutes => {
            let (least, most) = (CaseMinutes::LEAST, CaseMinutes::MOST);
            format!("Écrivez le temps donné pour un cas, en minutes\u{a0}: de {least} à {most}.")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::cases::cases;
    use crate::domain::exercise::case::CaseNumber;
    use crate::domain::exercise::code::Manner;
    use crate::domain::exercise::work::{CaseWork, Moment, Positioning, Stance};
    use crate::domain::interview::id::{CaseId, OrientationId};
    use crate::domain::interview::questionnaire::{Length, Version};
    use crate::records::Record;
    use std::collections::{BTreeMap, BTreeSet};

    fn plain(text: &str) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    fn seats(numbers: &[u8]) -> Vec<Seat> {
        numbers.iter().map(|number| Seat::new(*number).unwrap()).collect()
    }

    fn exercise(cases: &[u8]) -> Exercise {
        let cases = cases.iter().map(|number| CaseNumber(*number)).collect();
        let code = ExerciseCode::new(&cases, Length::Short, Manner::Pairs, 3);
        Exercise::from_record(&code.key().unwrap().id, &Record::default()).unwrap()
    }

    #[test]
    fn an_exercise_is_told_with_what_is_known_of_it() {
        let mut told = exercise(&[1]);
        let code = told.code;
        assert_eq!(title(&told), format!("Exercice {code}"));
        assert_eq!(plain(&about(&told)), format!("Sans date, code {code}, 1 cas"));
        assert_eq!(plain(&lead(&told)), "Repérage, à deux, 20 minutes par cas.");
        told.title = ExerciseTitle::new("Groupe du mardi").ok();
        told.held_on = "2026-03-01".parse().ok();
        told.closed_on = "2026-03-02".parse().ok();
        assert_eq!(mention(&told), "«\u{202f}Groupe du mardi\u{202f}»");
        assert_eq!(plain(&about(&told)), format!("1er mars 2026, code {code}, 1 cas"));
        assert_eq!(plain(&lead(&told)), "1er mars 2026. Repérage, à deux, 20 minutes par cas. Clos le 2 mars 2026.");
        assert_eq!((status(told.is_open()), status(exercise(&[1]).is_open())), ("clos", "en cours"));
    }

    #[test]
    fn numbers_that_follow_one_another_are_told_by_their_ends() {
        for (numbers_of, expected) in [
            (&[][..], ""),
            (&[7], "7"),
            (&[1, 2], "1 et 2"),
            (&[1, 2, 3], "1 à 3"),
            (&[1, 2, 4, 5, 6, 9, 12], "1, 2, 4 à 6, 9 et 12"),
            (&[58, 59, 60], "58 à 60"),
        ] {
            assert_eq!(numbers(&seats(numbers_of)), expected);
        }
        assert_eq!((numbers_or_none(&[]), numbers_or_none(&seats(&[7]))), ("Aucun".into(), "7".into()));
    }

    #[test]
    fn counts_agree() {
        let count = |number| SeatCount::new(number).unwrap();
        assert_eq!(tickets(count(1)), "Ticket à tirer au sort (1)");
        assert_eq!(tickets(count(15)), "Tickets à tirer au sort (15)");
        assert_eq!((set_aside(1), set_aside(2)), ("Envoi mis de côté (1)".into(), "Envois mis de côté (2)".into()));
        assert_eq!((removed(1), removed(2)), ("Exercice retiré (1)".into(), "Exercices retirés (2)".into()));
        assert!(plain(&empty(1)).contains("1 cas fictif,") && plain(&empty(8)).contains("8 cas fictifs,"));
        assert_ne!(others_aside(1), others_aside(2));
        let seven = Seat::new(7).unwrap();
        assert_eq!(several(seven, 2), "Le numéro\u{a0}7 est arrivé 2\u{a0}fois");
        assert_eq!(other_number(1, seven, "Élodie"), "Autre numéro (envoi\u{a0}2 du numéro\u{a0}7, Élodie)");
        assert_eq!(kept(0, seven), "L’envoi\u{a0}1 compte pour le numéro\u{a0}7");
        assert_eq!(renumbered(1, seven), "L’envoi\u{a0}2 porte maintenant le numéro\u{a0}7");
        assert_eq!(put_aside(seven), "L’envoi du numéro\u{a0}7 est mis de côté");
        assert_eq!((one_by_one(1), one_by_one(2)), ("Envoi reçu (1)".into(), "Envois reçus, un par un (2)".into()));
    }

    #[test]
    fn what_was_handed_in_is_told_without_a_name() {
        let case = |id: &str, kept: &[&str]| {
            let orientations = kept.iter().map(|id| (OrientationId::new(id).unwrap(), Stance::Kept)).collect();
            Handed::Case(CaseWork {
                case: CaseId::new(id).unwrap(),
                questionnaire: Version("2026-11".to_owned()),
                answers: BTreeMap::new(),
                orientations,
                asked: BTreeSet::new(),
            })
        };
        let positioned = Handed::Positioning(Positioning { moment: Moment::Before, levels: BTreeMap::new() });
        for (answers, expected) in [
            (case("elodie", &["pix"]), "Numéro 7, Élodie. Version 2, 0 réponse, 1 orientation"),
            (case("ailleurs", &[]), "Numéro 7, Cas « ailleurs ». Version 2, 0 réponse, 0 orientation"),
            (positioned, "Numéro 7, Positionnement du matin. Version 2, 0 objectif"),
        ] {
            let work = Work { exercise: exercise(&[1]).code, seat: Seat::new(7).unwrap(), edition: 2, answers };
            assert_eq!(plain(&hand_in(&work, cases().unwrap())), expected);
        }
    }

    #[test]
    fn each_fault_says_something_of_its_own_and_what_to_do() {
        let seat = Seat::new(7).unwrap();
        let writing = [WritingFault::Blank, WritingFault::TooLong { max_chars: 80 }, WritingFault::SeveralLines];
        let others = [Fault::Day, Fault::Cases, Fault::LengthMissing, Fault::Seats, Fault::Minutes].map(fault);
        let renumber = [RenumberFault::NotASeat, RenumberFault::Same(seat), RenumberFault::Taken(seat)];
        let said: BTreeSet<String> = writing
            .map(Fault::Title)
            .map(fault)
            .into_iter()
            .chain(others)
            .chain(renumber.map(renumber_fault))
            .collect();
        assert_eq!(said.len(), 11);
        for text in &said {
            assert!(
                ["onnez", "crivez", "ochez", "hoisissez", "ccourcissez"].iter().any(|act| text.contains(act)),
                "{text}"
            );
            assert!(text.ends_with('.') && !text.contains(" :"), "{text}");
        }
        let bounds = |least: u8, most: u8| format!("e {least} à {most}");
        for (hint, least, most) in
            [(SEATS_HINT, SeatCount::LEAST, SeatCount::MOST), (MINUTES_HINT, CaseMinutes::LEAST, CaseMinutes::MOST)]
        {
            assert!(hint.contains(&bounds(least, most)), "{hint}");
        }
    }
}
