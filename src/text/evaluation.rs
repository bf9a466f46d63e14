//! The words of the evaluation: what is counted, in which categories, and how small groups are protected.

use super::evaluation_figures as figures;
use super::exercise;
use super::format;
use crate::domain::curriculum::objective::{ObjectiveId, Objectives};
use crate::domain::evaluation::follow_up::{Dates, FollowUp, Stand};
use crate::domain::evaluation::ledger::Block;
use crate::domain::evaluation::measure::{About, Category};
use crate::domain::evaluation::moderation::{Tag, Withheld};
use crate::domain::evaluation::secret::SecretFault;
use crate::domain::evaluation::survey::{Choice, ChoiceId, Question, QuestionId, Survey};
use crate::domain::evaluation::synthesis::{Part, PublishFault, Standing};
use crate::domain::exercise::debrief::Threshold;
use crate::domain::exercise::work::Moment;

/// Beside every free text.
pub const NO_NAMES: &str = "Ne nommez personne, et n’écrivez rien qui permette de reconnaître quelqu’un\u{a0}: ni vous, ni vos collègues, ni les personnes que vous accompagnez.";
/// What becomes of answers that come back by e-mail.
pub const CONFIDENTIAL: &str = "Vos réponses sont confidentielles\u{a0}: la personne qui les reçoit voit votre adresse, les recopie sans la noter, et ne transmet que des résultats regroupés.";

/// What a question says of how one answers it.
const SEVERAL: &str = " (plusieurs réponses possibles)";

/// Words of the questionnaires that names are looked for in.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    pub survey: &'a Survey,
    pub objectives: &'a Objectives,
}

impl<'a> Words<'a> {
    fn question(self, id: &QuestionId) -> Option<&'a Question> {
        self.survey.question(id)
    }

    fn objective(self, id: &ObjectiveId) -> &'a str {
        self.objectives.iter().find(|one| one.id == *id).map_or("", |one| one.title.as_str())
    }

    fn choice(self, about: &About, id: &ChoiceId) -> Option<&'a Choice> {
        let question = match about {
            About::Question(question) | About::Ticked(question, _) => self.question(question)?,
            About::Commitments(_) => self.survey.questions().find(|one| one.commitment.is_some() && !one.is_text())?,
            About::Positioned(..) | About::Way(_) => return None,
        };
        question.choices().iter().find(|choice| choice.id == *id)
    }

    /// What is counted.
    pub fn about(self, about: &About) -> String {
        match about {
            About::Question(id) => self.question(id).map_or_else(|| id.to_string(), |one| one.title.clone()),
            About::Ticked(id, choice) => {
                let question = self.question(id).map_or("", |one| one.title.as_str());
                let choice = self.choice(about, choice).map_or("", |one| one.title.as_str());
                format!("{} {choice}", question.replace(SEVERAL, ""))
            }
            About::Commitments(choice) => {
                let choice = self.choice(about, choice).map_or("", |one| one.title.as_str());
                format!("Au moins un engagement\u{a0}: {}", format::uncapitalised(choice))
            }
            About::Positioned(Moment::Before, id) => format!("{} (avant la journée)", self.objective(id)),
            About::Positioned(Moment::After, id) => format!("{} (après la journée)", self.objective(id)),
            About::Way(id) => format!("{} (avant et après)", self.objective(id)),
        }
    }

    /// The title of a question, within a sentence or above what answers it: « Ce qui va changer dans mon travail ».
    pub fn asked(self, id: &QuestionId) -> String {
        let title = self.question(id).map_or_else(|| id.to_string(), |one| one.title.clone());
        title.replace(SEVERAL, "").trim_end_matches([':', ' ', '\u{a0}']).to_owned()
    }

    /// What is counted, where its question is said already.
    pub fn short(self, about: &About) -> String {
        match about {
            About::Ticked(_, id) => {
                self.choice(about, id).map_or_else(|| id.to_string(), |choice| choice.title.clone())
            }
            About::Way(id) => self.objective(id).to_owned(),
            _ => self.about(about),
        }
    }

    /// One category.
    pub fn category(self, about: &About, category: &Category) -> String {
        match category {
            Category::Choice(id) => self.choice(about, id).map_or_else(|| id.to_string(), |one| one.title.clone()),
            Category::Ticked => "Oui".to_owned(),
            Category::NotTicked => "Non, ou sans réponse".to_owned(),
            Category::Grade(grade) => exercise::grade(*grade).to_owned(),
            Category::Further => "Plus loin".to_owned(),
            Category::Same => "Au même point".to_owned(),
            Category::LessFar => "Moins loin".to_owned(),
            Category::Nothing => match about {
                About::Way(_) => "Pas de réponse aux deux moments".to_owned(),
                _ => "Sans réponse".to_owned(),
            },
        }
    }

    /// Categories that are told together: « Plutôt non, pas du tout ou sans réponse ».
    pub fn block(self, about: &About, block: &Block) -> String {
        let names = block.categories.iter().map(|one| self.category(about, one));
        let mut names: Vec<String> =
            names.enumerate().map(|(nth, name)| if nth == 0 { name } else { format::uncapitalised(&name) }).collect();
        let last = names.pop().unwrap_or_default();
        if names.is_empty() { last } else { format!("{} ou {last}", names.join(", ")) }
    }
}

/// A part of the synthesis.
pub fn part(part: Part) -> &'static str {
    match part {
        Part::EndOfDay => "La satisfaction en fin de journée",
        Part::Positioned => "Les objectifs, avant et après la journée",
        Part::ThreeMonths => "Les effets à trois mois",
    }
}

/// How small groups are protected.
pub fn protection(threshold: Threshold) -> String {
    format!(
        "Aucun nombre de moins de {}\u{a0}personnes n’est montré, et aucun ne peut s’obtenir par différence\u{a0}: des réponses voisines, ou des sessions, sont alors comptées ensemble.",
        threshold.number()
    )
}

/// Nothing was ever published, and nothing may be yet.
pub const NOT_ENOUGH_YET: &str = "Il n’y a pas encore assez de réponses pour arrêter des chiffres.";

/// Why nothing is published.
pub fn not_published(fault: PublishFault) -> &'static str {
    let standing = match fault {
        PublishFault::Split => Standing::Split,
        PublishFault::Unreadable => Standing::Unreadable,
        PublishFault::Nothing => Standing::Whole,
    };
    figures::standing(standing).unwrap_or("Rien de nouveau ne peut être montré depuis la dernière synthèse.")
}

const ALL_CAME: &str = "Toutes les réponses sont arrivées";

/// Where a follow-up stands.
pub fn stand(follow_up: &FollowUp) -> String {
    let Some(Dates { due_on, reminders: [first, second], closes_on, .. }) = follow_up.dates else {
        return match follow_up.stand {
            Stand::Complete => ALL_CAME.to_owned(),
            _ => "Indiquer la date de la session\u{a0}: le questionnaire part trois mois après".to_owned(),
        };
    };
    match follow_up.stand {
        Stand::NotYet | Stand::NoDate => format!("À envoyer le {}", format::date(due_on)),
        Stand::Due => format!("Envoi le {}, rappel le {}", format::date(due_on), format::date(first)),
        Stand::Remind(1) => format!("Premier rappel à faire, puis un second le {}", format::date(second)),
        Stand::Remind(_) => {
            format!("Second rappel à faire, retours attendus jusqu’au {}", format::date(closes_on))
        }
        Stand::Closed => format!("Retours clos depuis le {}", format::date(closes_on)),
        Stand::Complete => ALL_CAME.to_owned(),
    }
}

/// Said of a session that is due after the last day of what was ordered.
pub const AFTER_WINDOW: &str =
    "Cette enquête tombe après la fin de la période commandée\u{a0}: convenez avec le Département de qui l’envoie.";

/// Why a text must not appear.
pub fn withheld(why: Withheld) -> &'static str {
    match why {
        Withheld::NamesSomebody => "Nomme quelqu’un, ou permet de reconnaître une personne accompagnée",
        Withheld::TellsWho => "Dit qui l’a écrit",
        Withheld::Hurts => "Blesse quelqu’un",
        Withheld::OffTopic => "Hors sujet",
    }
}

/// What a text is about.
pub fn tag(tag: Tag) -> &'static str {
    match tag {
        Tag::Content => "Contenu",
        Tag::Pace => "Rythme",
        Tag::Animation => "Animation",
        Tag::Organisation => "Organisation",
        Tag::Practice => "Pratique",
        Tag::Network => "Réseau",
        Tag::Obstacle => "Frein",
        Tag::Suggestion => "Suggestion",
    }
}

/// Why what was typed is no number of an answer.
pub fn secret_fault(fault: SecretFault) -> &'static str {
    match fault {
        SecretFault::Shape => "Le numéro a douze lettres et chiffres, par exemple 7QK2-M0XD-44TP.",
        SecretFault::Mistyped => "Une lettre ou un chiffre est faux\u{a0}: relisez le numéro.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::objectives::objectives;
    use crate::content::surveys::survey;
    use crate::domain::evaluation::measure::{of_objectives, of_survey};
    use crate::domain::evaluation::survey::SurveyKind;

    #[test]
    fn everything_that_is_counted_has_a_name() {
        let objectives = objectives().unwrap();
        for kind in SurveyKind::ALL {
            let survey = survey(kind).unwrap();
            let words = Words { survey, objectives };
            for measure in of_survey(survey).into_iter().chain(of_objectives(objectives)) {
                assert!(!words.about(&measure.about).trim().is_empty());
                for category in &measure.categories {
                    assert!(
                        words.category(&measure.about, category).chars().next().is_some_and(char::is_uppercase)
                            || words.category(&measure.about, category).starts_with(|c: char| c.is_ascii_digit())
                    );
                }
            }
        }
    }

    #[test]
    fn what_is_told_together_is_said_together() {
        let words = Words { survey: survey(SurveyKind::EndOfDay).unwrap(), objectives: objectives().unwrap() };
        let measure = of_survey(words.survey).remove(0);
        let block = Block { categories: measure.categories[2..].to_vec(), count: 5 };
        assert_eq!(
            words.block(&measure.about, &block),
            "Plutôt non, pas du tout, je ne me prononce pas ou sans réponse"
        );
        assert_eq!(
            words.block(&measure.about, &Block { categories: vec![Category::Nothing], count: 0 }),
            "Sans réponse"
        );
    }
}
