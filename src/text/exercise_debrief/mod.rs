//! The debrief of a case, in words: what the room answered, and nobody in it. What the trainer's reading argues stays apart,
//! so that the room speaks before it is opened.

mod told;
pub mod wall;

use super::exercise;
use super::format::{count, number};
use crate::domain::exercise::case::Case;
use crate::domain::exercise::code::Manner;
use crate::domain::exercise::debrief::{Debrief, Threshold, TooFew};
use crate::domain::exercise::debrief_since::Since;
use crate::domain::exercise::hand_in::Collected;
use crate::domain::exercise::wall::Part;
use crate::domain::exercise::work::{Asked, Handed};
use crate::domain::interview::questionnaire::Questionnaire;
use crate::domain::interview::rulebook::Rulebook;
use std::sync::Arc;

/// What a debrief is about.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    pub case: &'a Case,
    pub manner: Manner,
    pub questionnaire: &'a Questionnaire,
    pub rulebook: &'a Rulebook,
}

/// What a room handed in on a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Room {
    /// How many count.
    pub counted: usize,
    /// How many numbers handed in several times: nothing of theirs counts yet.
    pub to_settle: usize,
    /// When enough took part. Several parts of a screen read it: it is made once.
    pub told: Result<Arc<Told>, TooFew>,
}

/// A debrief.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub participants: usize,
    /// What is worth talking over, first what to begin with.
    pub differences: Vec<DifferenceWords>,
    /// Questions for the room.
    pub discuss: Vec<String>,
    pub items_caption: String,
    pub blocks: Vec<BlockWords>,
    pub topics_caption: String,
    pub topics: Vec<TopicWords>,
    pub orientations_caption: String,
    pub orientations: Vec<OrientationWords>,
}

/// Where the room parts from the reading, or within itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DifferenceWords {
    pub kind: &'static str,
    pub about: String,
    /// How many it concerns, and in what.
    pub said: String,
    pub reading: Option<Reading>,
}

/// What the trainer's reading says: closed until somebody opens it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What it answers, or does of an orientation.
    pub stands: Option<String>,
    /// Why, in paragraphs.
    pub argued: Vec<String>,
}

/// The questions of a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockWords {
    pub title: String,
    pub items: Vec<ItemWords>,
}

/// A question, as the room answered it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemWords {
    pub short: String,
    /// What somebody answered, then what stays unknown.
    pub lines: Vec<Line>,
    /// What could be chosen, and was not.
    pub unchosen: Option<String>,
    /// « 7 sur 9 ».
    pub agreement: String,
    pub reading: Option<Reading>,
}

/// An answer, and how many gave it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub label: String,
    pub count: usize,
    /// It says something of the person.
    pub is_known: bool,
}

/// What could be asked of the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicWords {
    pub question: String,
    /// « 3 personnes sur 12 ».
    pub asked: String,
    /// The same as a sentence.
    pub said: String,
    /// What stays hidden unless it is asked, and why it matters.
    pub hidden: Option<Reading>,
}

/// An orientation, as the room decided of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrientationWords {
    pub title: String,
    pub kept: usize,
    pub set_aside: usize,
    pub undecided: usize,
    pub reading: Option<Reading>,
}

impl Room {
    pub fn of(subject: Subject<'_>, collected: &Collected, threshold: Threshold) -> Self {
        let asked = Asked::Case(subject.case.id.clone());
        let works: Vec<_> = collected
            .counted(&asked)
            .iter()
            .filter_map(|one| match &one.work.answers {
                Handed::Case(work) => Some(work),
                Handed::Positioning(_) => None,
            })
            .collect();
        let debrief = Debrief::of(subject.case, subject.questionnaire, subject.rulebook, &works, threshold);
        Self {
            counted: works.len(),
            to_settle: collected.seats_to_settle(&asked).count(),
            told: debrief.map(|debrief| Arc::new(told::told(subject, &debrief))),
        }
    }

    /// How many count, or why nothing is shown.
    pub fn lead(&self) -> String {
        match &self.told {
            Ok(_) => exercise::received(self.counted, self.to_settle),
            Err(few) => exercise::too_few(*few),
        }
    }

    /// What the trainer has to settle first.
    pub fn waiting(&self) -> Option<String> {
        let numbers = count(number(self.to_settle), "numéro a remis", "numéros ont remis");
        let text = format!(
            "{numbers} plusieurs fois des réponses sur ce cas. Rien n’en compte ici tant que vous n’avez pas choisi lesquelles garder."
        );
        (self.to_settle > 0).then_some(text)
    }
}

/// The heading of a part.
pub fn part(part: Part) -> &'static str {
    match part {
        Part::Differences => "À discuter d’abord",
        Part::Questions => "Questions à poser au groupe",
        Part::Items => "Question par question",
        Part::Topics => "Ce qui a été demandé à la personne",
        Part::Orientations => "Orientations",
    }
}

/// What came since the debrief was shown: « 2 nouvelles réponses sont arrivées. »
pub fn since(since: Since) -> Option<String> {
    match since {
        Since::Same => None,
        Since::Arrived(many) => {
            Some(count(number(many), "nouvelle réponse est arrivée.", "nouvelles réponses sont arrivées."))
        }
        Since::Changed => Some("Les réponses qui comptent ont changé depuis l’affichage.".to_owned()),
    }
}

/// What shows it.
pub fn show_since(since: Since) -> &'static str {
    match since {
        Since::Arrived(1) => "Afficher la nouvelle réponse",
        Since::Arrived(_) => "Afficher les nouvelles réponses",
        Since::Same | Since::Changed => "Afficher les réponses à jour",
    }
}

/// « Élodie – Un téléphone, et plus de données ».
pub fn title(case: &Case) -> String {
    format!("{} – {}", case.name, case.title)
}

/// What the button shows: « Voir plus : 4 points ».
pub fn more(points: usize) -> String {
    format!("Voir plus\u{a0}: {}", count(number(points), "point", "points"))
}

#[cfg(test)]
#[path = "exercise_debrief_tests.rs"]
mod tests;
