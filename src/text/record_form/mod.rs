//! Forms in French: the words of each input and of each choice, and what is wrong with what is typed.

mod labels;
mod network_labels;
mod teaching_labels;

use crate::domain::curriculum::sequence::SEQUENCE_KIND;
use crate::domain::form::{Fault, InputId, Wrong};
use crate::domain::network::oriented::ORIENTED_KIND;
use crate::domain::programme::id;
use crate::domain::programme::log::field as log;
use crate::domain::programme::session::field as session;
use crate::domain::programme::structure::field as structure;
use crate::domain::programme::{cycle, log::Grade, log::Occasion, session::Equipment, structure::StructureKind};
use crate::text::format;
use crate::text::programme as words;
use crate::text::teaching;

/// What an input, or a group of them, is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    pub label: &'static str,
    /// Empty: nothing to know.
    pub hint: &'static str,
}

/// An input in words.
pub fn input(kind: &str, id: InputId) -> Words {
    if id.part.is_empty() { group(kind, id.field) } else { find(kind, &format!("{}/{}", id.field, id.part)) }
}

/// The group of a field's inputs, or the field's only one, in words.
pub fn group(kind: &str, field: &str) -> Words {
    find(kind, field)
}

/// The field of a record in words, when its kind has a form.
pub fn field(kind: &str, field: &str) -> Option<&'static str> {
    labels::of_kind(kind).iter().find(|said| said.input == field).map(|said| said.label)
}

fn find(kind: &str, name: &str) -> Words {
    let said = labels::of_kind(kind).iter().find(|said| said.input == name);
    said.map_or(Words { label: "", hint: "" }, |said| Words { label: said.label, hint: said.hint })
}

/// The codes that may be chosen, each with its words.
pub fn options(kind: &str, field: &str, codes: &[&str]) -> Vec<(String, String)> {
    codes.iter().map(|code| ((*code).to_owned(), choice(kind, field, code).to_owned())).collect()
}

/// A choice in words; one that is not known, as it is stored.
pub fn choice<'a>(kind: &str, field: &str, code: &'a str) -> &'a str {
    let known: Option<&'static str> = match (kind, field) {
        (id::STRUCTURE_KIND, structure::KIND) | (id::CYCLE_KIND, cycle::field::PRIORITIES) => {
            StructureKind::from_code(code).map(words::structure_kind)
        }
        (id::SESSION_KIND, session::EQUIPMENT) => {
            let place = Equipment::CODES.iter().position(|one| *one == code);
            place.and_then(|place| Equipment::ALL.get(place)).map(|one| words::equipment(*one))
        }
        (id::MEETING_KIND, log::OCCASION) => {
            let place = Occasion::CODES.iter().position(|one| *one == code);
            place.and_then(|place| Occasion::ALL.get(place)).map(|one| words::occasion(*one))
        }
        (id::RISK_KIND, log::LIKELIHOOD) => grade(code).map(words::likelihood),
        (id::RISK_KIND, log::IMPACT) => grade(code).map(words::impact),
        (SEQUENCE_KIND, _) => teaching::choice(field, code),
        (ORIENTED_KIND, _) => StructureKind::from_code(code).map(words::structure_kind),
        _ => None,
    };
    known.unwrap_or(code)
}

fn grade(code: &str) -> Option<Grade> {
    let place = Grade::CODES.iter().position(|one| *one == code)?;
    Grade::ALL.get(place).copied()
}

/// Where the records that a list proposes are made, when there is none.
pub fn nothing_to_tick(field: &str) -> &'static str {
    match field {
        session::TRAINERS => {
            "Aucune formatrice, aucun formateur pour l’instant\u{a0}: ajoutez-en depuis «\u{202f}L’équipe de formation\u{202f}»."
        }
        _ => "Rien à cocher pour l’instant.",
    }
}

/// What is wrong, and what to do.
pub fn fault(kind: &str, fault: &Fault) -> String {
    let InputId { field, part } = fault.input;
    let label = input(kind, fault.input).label;
    // An input of a group says which group it is of: « Matin, début ».
    let name = match part {
        "" => label.to_owned(),
        _ => format!("{}, {}", group(kind, field).label, format::uncapitalised(label)),
    };
    let what = match fault.wrong {
        Wrong::Missing => "ce champ est à remplir.".to_owned(),
        Wrong::TooLong { max } => format!("raccourcissez ce texte, {max}\u{a0}caractères au plus."),
        Wrong::SeveralLines => "écrivez sur une seule ligne.".to_owned(),
        Wrong::Day => "écrivez une date qui existe.".to_owned(),
        Wrong::Time => "écrivez une heure, par exemple 9\u{a0}h\u{a0}30.".to_owned(),
        Wrong::Count { least, most } => format!("écrivez un nombre entier entre {least} et {most}."),
        Wrong::Euros => "écrivez un montant en euros, par exemple 12\u{202f}500,50.".to_owned(),
        Wrong::Choice => "choisissez dans la liste.".to_owned(),
        Wrong::Email => "écrivez une adresse de courriel entière, par exemple accueil@exemple.fr.".to_owned(),
        Wrong::Siret => "vérifiez ce numéro\u{a0}: ses 14\u{a0}chiffres ne vont pas ensemble.".to_owned(),
        Wrong::NotInOrder => "indiquez une valeur qui vient après la première.".to_owned(),
    };
    format!("{name}\u{a0}: {what}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::curriculum::version::CURRICULUM_KIND;
    use crate::domain::form::Shape;
    use crate::domain::network::card::CARD_KIND;
    use crate::domain::programme::forms;

    const KINDS: [&str; 14] = [
        id::CYCLE_KIND,
        id::SESSION_KIND,
        id::STRUCTURE_KIND,
        id::PROFESSIONAL_KIND,
        id::TRAINER_KIND,
        id::PROVIDER_KIND,
        id::MEETING_KIND,
        id::ACTION_KIND,
        id::RISK_KIND,
        id::COMPLAINT_KIND,
        CURRICULUM_KIND,
        SEQUENCE_KIND,
        CARD_KIND,
        ORIENTED_KIND,
    ];

    #[test]
    fn every_input_has_words_and_no_words_are_without_an_input() {
        for kind in KINDS {
            let form = forms::of_kind(kind).unwrap();
            let mut names: Vec<String> = Vec::new();
            for field in form.fields {
                names.push(field.name.to_owned());
                let parts = field.inputs.iter().filter(|input| !input.part.is_empty());
                names.extend(parts.map(|input| format!("{}/{}", field.name, input.part)));
            }
            let said: Vec<_> = labels::of_kind(kind).iter().map(|said| said.input).collect();
            assert_eq!(said, names, "{kind}");
        }
    }

    #[test]
    fn every_choice_has_words() {
        for kind in KINDS {
            for (id, input) in forms::of_kind(kind).unwrap().inputs() {
                let (Shape::Choice(codes) | Shape::Ticks(codes)) = input.shape else { continue };
                for code in codes {
                    assert_ne!(choice(kind, id.field, code), *code, "{kind} {}", id.field);
                }
            }
        }
    }

    #[test]
    fn a_fault_names_its_input() {
        let missing = Fault { input: InputId::part("morning", "to"), wrong: Wrong::Missing };
        assert_eq!(fault(id::SESSION_KIND, &missing), "Matin, fin\u{a0}: ce champ est à remplir.");
        let day = Fault { input: InputId::alone("held_on"), wrong: Wrong::Day };
        assert_eq!(fault(id::SESSION_KIND, &day), "Jour\u{a0}: écrivez une date qui existe.");
    }
}
