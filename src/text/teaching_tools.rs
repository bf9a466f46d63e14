//! The tool sheets, their quiz, what may be done with Aidants Connect and the glossary, in French.

use super::{ecosystem, format};
use crate::domain::curriculum::glossary::Term;
use crate::domain::curriculum::quiz::Checked;
use crate::domain::curriculum::tool::{Fact, FactStatus, Source};
use crate::domain::ecosystem::when::When;
use crate::domain::interview::framing::Input;
use chrono::NaiveDate;

/// How far a fact may be relied upon today.
pub fn fact_status(status: FactStatus) -> &'static str {
    match status {
        FactStatus::Holds => "valable, d’après la source",
        FactStatus::Past => "n’est plus d’actualité",
        FactStatus::ToCheck => "à vérifier avant de s’en servir",
    }
}

/// « Le 5 mai 2021 – CNIL, kit pour les travailleurs sociaux – à vérifier avant de s’en servir ».
pub fn origin(fact: &Fact, source: Option<&Source>) -> String {
    let source = source.map_or("source inconnue", |source| source.title.as_str());
    format!("{} – {source} – {}", format::capitalised(&ecosystem::at(fact.on)), fact_status(fact.status))
}

/// Under what is dated.
pub fn edition(as_of: When) -> String {
    format!("Relu {}. Ce qui est dit porte sa date\u{a0}: cela a pu changer depuis.", ecosystem::at(as_of))
}

/// « Relu en novembre 2026 – Imprimé le 3 décembre 2026 – Repères 0.1.0 ».
pub fn foot(as_of: When, today: NaiveDate, program: &str) -> String {
    format!("Relu {} – Imprimé le {} – Repères {program}", ecosystem::at(as_of), format::date(today))
}

/// « Format A4, recto verso : 10 feuilles. »
pub fn papers(number: usize) -> String {
    format!("Format A4, recto verso\u{a0}: {}.", format::count(format::number(number), "feuille", "feuilles"))
}

/// « 10 minutes ».
pub fn minutes(minutes: u16) -> String {
    format::count(minutes.into(), "minute", "minutes")
}

/// « Question 2 sur 5 ».
pub fn question_of(rank: usize, questions: usize) -> String {
    format!("Question {} sur {questions}", rank + 1)
}

/// What checking gave, before the explanation.
pub fn checked(checked: Checked) -> &'static str {
    match checked {
        Checked::NothingChosen => "Choisissez d’abord une réponse.",
        Checked::Right => "C’est la bonne réponse.",
        Checked::Wrong => "Ce n’est pas la bonne réponse.",
    }
}

/// « La bonne réponse : Le mandat. »
pub fn right_choice(choice: &str) -> String {
    format!("La bonne réponse\u{a0}: «\u{202f}{}\u{202f}».", choice.trim_end_matches('.'))
}

/// « 4 bonnes réponses sur 5. »
pub fn score(right: usize, questions: usize) -> String {
    match right {
        0 => format!("Aucune bonne réponse sur {questions}."),
        _ => format!("{} sur {questions}.", format::count(format::number(right), "bonne réponse", "bonnes réponses")),
    }
}

/// After the last question.
pub fn after_score(right: usize, questions: usize) -> &'static str {
    if right == questions {
        "Vous pouvez passer à l’exercice."
    } else {
        "Relisez la fiche, puis recommencez si vous le souhaitez."
    }
}

/// The letters of the answers on paper: « a », « b »…
pub fn choice_letter(rank: usize) -> char {
    u8::try_from(rank).ok().and_then(|rank| b'a'.checked_add(rank)).map_or('?', char::from)
}

/// « 2. b : ce qui… ».
pub fn paper_answer(rank: usize, letter: char, why: &str) -> String {
    format!("{}. {letter}\u{a0}: {why}", rank + 1)
}

/// Why a question about Aidants Connect is asked, before it is answered.
pub fn why_asked(question: Input) -> &'static str {
    match question {
        Input::Employee => {
            "Les bénévoles, les proches, les élues et élus et les personnes en service civique ne peuvent pas agir."
        }
        Input::Habilitated => {
            "L’habilitation est donnée à la structure, puis les personnes formées ont un compte et une carte."
        }
        Input::Protected => "Tutelle, curatelle ou sauvegarde de justice.",
        Input::Identity => {
            "Il faut être connu de l’état civil que FranceConnect interroge, donc avoir un numéro de sécurité sociale définitif."
        }
        Input::Agrees => "Le mandat se signe avec elle, et elle peut y mettre fin à tout moment.",
        _ => "",
    }
}

/// How to learn what one does not know yet.
pub fn where_to_ask(question: Input) -> &'static str {
    match question {
        Input::Employee => "Regardez votre contrat, ou demandez à votre direction.",
        Input::Habilitated => {
            "Demandez à votre direction qui est référente ou référent Aidants Connect dans la structure."
        }
        Input::Protected => {
            "Demandez-le à la personne, simplement\u{a0}: «\u{202f}Est-ce que quelqu’un s’occupe de vos papiers avec vous, par décision d’un juge\u{202f}?\u{202f}»"
        }
        Input::Identity => {
            "Regardez avec elle si son numéro de sécurité sociale est définitif, et si elle ouvre FranceConnect."
        }
        Input::Agrees => "Expliquez ce que vous ferez, pour quelles démarches et combien de temps, puis demandez-lui.",
        _ => "",
    }
}

/// What is said while questions remain.
pub const NOT_YET: &str = "Répondez aux questions\u{a0}: la réponse s’affiche ici.";

/// « 12 mots », « 2 mots pour « pie » », « Aucun mot pour « licorne » ».
pub fn words_found(number: usize, typed: &str) -> String {
    let words = format::count(format::number(number), "mot", "mots");
    match (number, typed.trim()) {
        (_, "") => words,
        (0, typed) => format!("Aucun mot pour «\u{202f}{typed}\u{202f}»"),
        (_, typed) => format!("{words} pour «\u{202f}{typed}\u{202f}»"),
    }
}

/// When a word is or was used; none when no date is known.
pub fn used(term: &Term) -> Option<String> {
    ecosystem::period(term.from, term.to).map(|period| format!("S’emploie {period}")).map(|said| match term.to {
        Some(_) => said.replacen("S’emploie", "S’est employé", 1),
        None => said,
    })
}

/// Where the meaning of a word was read.
pub fn word_source(source: &Source) -> String {
    format!("Source\u{a0}: {}, lue {}", source.title, ecosystem::at(source.read_on))
}

/// The group of words that begin with no letter.
pub const NO_LETTER: &str = "Chiffres et signes";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::curriculum::aidants_connect::QUESTIONS;

    fn when(text: &str) -> When {
        When::new(text).unwrap()
    }

    #[test]
    fn a_fact_says_its_date_its_source_and_how_far_it_holds() {
        let text = r#"{"text": "t", "on": "2021-10", "source": "one", "status": "to_check"}"#;
        let fact: Fact = serde_json::from_str(text).unwrap();
        let source: Source =
            serde_json::from_str(r#"{"id": "one", "title": "Dossier de presse", "read_on": "2026-11"}"#).unwrap();
        assert_eq!(
            origin(&fact, Some(&source)),
            "En octobre 2021 – Dossier de presse – à vérifier avant de s’en servir"
        );
        assert!(origin(&fact, None).contains("source inconnue"));
    }

    #[test]
    fn figures_agree() {
        let said = [0, 1, 5].map(|right| score(right, 5));
        assert_eq!(
            said,
            ["Aucune bonne réponse sur 5.", "1\u{a0}bonne réponse sur 5.", "5\u{a0}bonnes réponses sur 5."]
        );
        assert_ne!(after_score(5, 5), after_score(4, 5));
        let found = [(12, ""), (1, "pie"), (0, " licorne ")].map(|(number, typed)| words_found(number, typed));
        assert_eq!(
            found,
            ["12\u{a0}mots", "1\u{a0}mot pour «\u{202f}pie\u{202f}»", "Aucun mot pour «\u{202f}licorne\u{202f}»"]
        );
        assert_eq!((choice_letter(0), choice_letter(4)), ('a', 'e'));
        assert_eq!(right_choice("Le mandat."), "La bonne réponse\u{a0}: «\u{202f}Le mandat\u{202f}».");
    }

    #[test]
    fn a_word_says_when_it_is_used() {
        let text = r#"{"id": "pie", "term": "PIE", "meaning": "m", "source": "one"}"#;
        let mut term: Term = serde_json::from_str(text).unwrap();
        assert_eq!(used(&term), None);
        term.from = Some(when("2011"));
        assert_eq!(used(&term).as_deref(), Some("S’emploie depuis 2011"));
        term.to = Some(when("2022"));
        assert_eq!(used(&term).as_deref(), Some("S’est employé depuis 2011, jusqu’en 2022"));
    }

    #[test]
    fn each_question_says_why_it_is_asked_and_where_to_ask() {
        for question in QUESTIONS {
            assert!(!why_asked(question).is_empty() && !where_to_ask(question).is_empty(), "{question:?}");
        }
    }
}
