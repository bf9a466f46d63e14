//! A questionnaire filled on paper or told by telephone, as it is typed: a cell a question, the number of what is chosen.

use super::evaluation::secret_fault;
use super::evaluation_mail::typed;
use crate::domain::evaluation::secret::{SecretFault, SecretNumber};
use crate::domain::evaluation::survey::{
    Answer, AnswerFault, Answers, MAX_ANSWER_CHARS, Question, QuestionId, QuestionKind, Survey,
};
use std::collections::BTreeMap;

/// What the page is for.
pub const LEAD: &str = "Une ligne par question, sans quitter le clavier\u{a0}: le numéro de la réponse, ou le texte, puis Entrée. Laissez vide ce à quoi la personne n’a pas répondu.";
/// What stores a sheet.
pub const STORE: &str = "Enregistrer cette feuille";
/// The cell that few sheets fill.
pub const NUMBER: &str = "Numéro de la réponse, s’il y en a un";
/// What it is for.
pub const NUMBER_HINT: &str = "Une personne qui a reçu le questionnaire par message a un numéro\u{a0}: il évite de la compter deux fois. Laissez vide pour une feuille.";

/// What the sheets that were typed on this page are listed for.
pub const TYPED_HERE: &str = "Une feuille tapée deux fois, ou pour essayer, se met de côté par son numéro. La liste entière est sur la page des réponses de la session.";
/// A number that is known says something else.
pub const REPLACES: &str =
    "Vérifiez le numéro. Si la personne a changé d’avis, la feuille qui est à l’écran remplace ce qui est là.";
/// The sheet could not be stored.
pub const NOT_STORED: &str =
    "Ce qui est tapé est toujours à l’écran. Réessayez\u{a0}; si cela recommence, rechargez la page.";
/// The number was erased.
pub const GONE: &str = "La réponse de ce numéro a été effacée d’ici, et ne revient pas. Ce qui est tapé est toujours à l’écran\u{a0}: vérifiez le numéro, ou laissez-le vide.";

/// The number answered another session, or another questionnaire.
pub fn elsewhere(session: &str, kind: &str) -> String {
    format!(
        "Ce numéro a répondu à «\u{202f}{kind}\u{202f}», {session}. Si vous avez ouvert la mauvaise page, allez sur la sienne. Si la réponse y avait été rangée par erreur, cette feuille la remplace et la compte ici."
    )
}

/// Where something is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    Number,
    Question(QuestionId),
}

/// What is wrong in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntryFault {
    Number(SecretFault),
    /// Nothing is typed at all.
    Empty,
    Unclear {
        said: String,
        choices: usize,
    },
    TooLong,
}

/// The number that a sheet bears, if any, and what it answers.
pub type SheetRead = (Option<SecretNumber>, Answers);

/// A sheet as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedAnswers {
    pub number: String,
    pub cells: BTreeMap<QuestionId, String>,
}

impl TypedAnswers {
    /// The number that it bears, if any, and what it answers; or everything that is wrong, in the order of the cells.
    pub fn read(&self, survey: &Survey) -> Result<SheetRead, Vec<(Place, EntryFault)>> {
        let mut faults = Vec::new();
        let number = match self.number.trim() {
            "" => None,
            text => text.parse().map_err(|fault| faults.push((Place::Number, EntryFault::Number(fault)))).ok(),
        };
        let mut answers = Answers::new();
        for question in survey.questions() {
            let said = self.cells.get(&question.id).map_or("", |text| text.trim());
            match read_cell(question, said) {
                Ok(answer) => answers.extend(answer.map(|answer| (question.id.clone(), answer))),
                Err(fault) => faults.push((Place::Question(question.id.clone()), fault)),
            }
        }
        if faults.is_empty() && answers.is_empty() {
            let first = survey.questions().next();
            faults.extend(first.map(|first| (Place::Question(first.id.clone()), EntryFault::Empty)));
        }
        if faults.is_empty() { Ok((number, answers)) } else { Err(faults) }
    }
}

fn read_cell(question: &Question, said: &str) -> Result<Option<Answer>, EntryFault> {
    if said.is_empty() {
        return Ok(None);
    }
    match typed(question, said) {
        Some(Ok(answer)) => Ok(Some(answer)),
        Some(Err(AnswerFault::TooLong(_))) => Err(EntryFault::TooLong),
        _ => Err(EntryFault::Unclear { said: said.to_owned(), choices: question.choices().len() }),
    }
}

/// What may be typed: « 1 = Tout à fait, 2 = Plutôt oui ».
pub fn hint(question: &Question) -> String {
    let ranked = (1..).zip(question.choices()).map(|(rank, choice): (usize, _)| format!("{rank} = {}", choice.title));
    let ranked = ranked.collect::<Vec<_>>().join(", ");
    match question.kind {
        QuestionKind::One { .. } => ranked,
        QuestionKind::Many { .. } => format!("Un ou plusieurs numéros, séparés par des espaces\u{a0}: {ranked}"),
        QuestionKind::Text => "Texte, sans le nom de personne".to_owned(),
    }
}

/// What is wrong, and what to type.
pub fn fault(rank: Option<usize>, fault: &EntryFault) -> String {
    let question = rank.map_or_else(String::new, |rank| format!("Question\u{a0}{rank}\u{a0}: "));
    match fault {
        EntryFault::Number(fault) => secret_fault(*fault).to_owned(),
        EntryFault::Empty => "Cette feuille est vide\u{a0}: tapez au moins une réponse.".to_owned(),
        EntryFault::Unclear { said, choices } => {
            format!(
                "{question}«\u{202f}{said}\u{202f}» n’est pas une réponse d’ici. Tapez un numéro de 1 à {choices}, ou laissez vide."
            )
        }
        EntryFault::TooLong => format!("{question}le texte dépasse {MAX_ANSWER_CHARS} signes. Raccourcissez-le."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::surveys::survey;
    use crate::domain::evaluation::survey::SurveyKind;

    fn sheet(cells: &[(&str, &str)]) -> TypedAnswers {
        let cells = cells.iter().map(|(id, text)| (QuestionId::new(id).unwrap(), (*text).to_owned())).collect();
        TypedAnswers { number: String::new(), cells }
    }

    #[test]
    fn numbers_and_texts_are_read_and_what_is_left_is_no_answer() {
        let survey = survey(SurveyKind::EndOfDay).unwrap();
        let typed = sheet(&[("content", " 2 "), ("changes", "1 3"), ("missing", "Du temps"), ("pace", "")]);
        let (number, answers) = typed.read(survey).unwrap();
        assert_eq!(number, None);
        let said: Vec<String> = answers.iter().map(|(id, answer)| format!("{id} {answer:?}")).collect();
        assert_eq!(said.len(), 3, "{said:?}");
        assert!(said.iter().any(|text| text.contains("rather")) && said.iter().any(|text| text.contains("call")));
        let numbered = TypedAnswers { number: SecretNumber::new(7).to_string().to_lowercase(), ..typed };
        assert_eq!(numbered.read(survey).unwrap().0, Some(SecretNumber::new(7)));
    }

    #[test]
    fn everything_that_is_wrong_is_said_in_the_order_of_the_cells() {
        let survey = survey(SurveyKind::EndOfDay).unwrap();
        let long = "é".repeat(MAX_ANSWER_CHARS + 1);
        let mut typed = sheet(&[("free", &long), ("content", "6"), ("changes", "1 9")]);
        typed.number = "7QK2".to_owned();
        let faults = typed.read(survey).unwrap_err();
        let places: Vec<String> = faults.iter().map(|(place, _)| format!("{place:?}")).collect();
        let at = |nth: usize, name: &str| places.get(nth).is_some_and(|place| place.contains(name));
        assert!(at(0, "Number") && at(1, "content") && at(2, "changes") && at(3, "free"), "{places:?}");
        assert!(fault(Some(1), &faults[1].1).contains("de 1 à 5"));
        let empty = TypedAnswers::default().read(survey).unwrap_err();
        assert_eq!(empty[0].1, EntryFault::Empty);
        for question in survey.questions() {
            assert!(!hint(question).is_empty());
        }
    }
}
