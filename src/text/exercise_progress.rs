//! How far the group was from each objective, and is: in words and figures, for a table and for the chart above it. Nobody
//! is in it, and only those who answered twice are compared.

use super::exercise::people;
use super::format::{agree, count, number};
use crate::domain::curriculum::objective::{ObjectiveId, Objectives};
use crate::domain::exercise::blocks::{Block, middle};
use crate::domain::exercise::code::Manner;
use crate::domain::exercise::debrief::{Threshold, TooFew};
use crate::domain::exercise::hand_in::Collected;
use crate::domain::exercise::progress::{Compared, ObjectiveProgress, Progress};
use crate::domain::exercise::work::{Asked, Grade, Handed, Moment};

/// What the page is called.
pub const TITLE: &str = "Avant et après";
/// What the two marks of the chart are.
pub const MARKS: [&str; 2] = ["Le matin", "Le soir"];
/// What came since the page was shown.
pub const NEWS: &str = "Les positionnements reçus ont changé depuis l’affichage.";
/// What the mean is, and what it is not: true of a person as of a pair that answers together.
pub const MEAN: &str = "La moyenne des réponses va de 1 («\u{202f}Je découvre\u{202f}») à 4 («\u{202f}Je peux l’expliquer\u{202f}»). On dit où l’on en est à ses propres yeux\u{a0}: un soir en dessous du matin peut vouloir dire que l’on mesure mieux ce qu’il y a à savoir.";

/// What the group said, as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// How many are compared, or why the group is not shown.
    pub lead: String,
    /// Whether too few are compared for anything to show.
    pub is_withheld: bool,
    /// Those who answered once.
    pub once: Option<String>,
    /// What the trainer has to settle first.
    pub waiting: Option<String>,
    /// Why some answers are counted together.
    pub together: Option<String>,
    pub caption: String,
    pub groups: Vec<GroupWords>,
}

/// Objectives that go together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupWords {
    pub title: String,
    pub objectives: Vec<ObjectiveWords>,
}

/// The group's way on one objective.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObjectiveWords {
    pub title: String,
    /// How many are compared, where some left this objective out.
    pub who: Option<String>,
    /// Its figures, or why they are withheld.
    pub moved: Result<Moved, String>,
}

impl ObjectiveWords {
    /// Where the two marks of the chart stand; none where the table tells no mean.
    pub fn ends(&self) -> Option<(usize, usize)> {
        let moved = self.moved.as_ref().ok()?;
        Some((moved.before.middle?, moved.after.middle?))
    }
}

/// The figures of one objective: the chart and the table take the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    pub before: Stood,
    pub after: Stood,
    /// « 5 plus loin, 7 au même point ou moins loin ».
    pub way: String,
}

/// Where the group stood at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stood {
    /// How many gave each grade, from the first; neighbours are counted together where they would be too few apart.
    pub blocks: Vec<Block>,
    /// The mean of what is told, in hundredths of a step from the first grade; none where all is counted together.
    pub middle: Option<usize>,
}

impl Stood {
    fn of(blocks: &[Block]) -> Self {
        Self { blocks: blocks.to_vec(), middle: middle(blocks) }
    }

    /// The mean as the table writes it, the first grade being 1: « 2,75 ».
    pub fn middle_words(&self) -> String {
        let written = |middle: usize| format!("{},{:02}", (middle + 100) / 100, (middle + 100) % 100);
        self.middle.map_or_else(|| "–".to_owned(), written)
    }
}

/// The grades, as the heads of the columns.
pub fn grades() -> [&'static str; 4] {
    Grade::ALL.map(super::exercise::grade)
}

impl Told {
    pub fn of(objectives: &Objectives, manner: Manner, collected: &Collected, threshold: Threshold) -> Self {
        let asked = Moment::ALL.map(Asked::Positioning);
        let counted = asked.iter().flat_map(|asked| collected.counted(asked));
        let positionings = counted.filter_map(|one| match &one.work.answers {
            Handed::Positioning(positioning) => Some((one.work.seat, positioning)),
            Handed::Case(_) => None,
        });
        let progress = Progress::of(objectives, positionings, threshold);
        let to_settle = asked.iter().map(|asked| collected.seats_to_settle(asked).count()).sum();
        Self {
            lead: lead(&progress, manner),
            is_withheld: progress.both < progress.needed,
            once: once(&progress),
            waiting: waiting(to_settle),
            together: together(&progress),
            caption: format!("Réponses de {}, le matin et le soir", people(progress.both, manner)),
            groups: groups(objectives, &progress, manner),
        }
    }

    /// Whether there is something to draw.
    pub fn is_drawn(&self) -> bool {
        self.groups.iter().flat_map(|group| &group.objectives).any(|one| one.ends().is_some())
    }
}

fn lead(progress: &Progress<'_>, manner: Manner) -> String {
    let Progress { both, needed, .. } = progress;
    let answered = agree(number(*both), "a répondu", "ont répondu");
    let said = format!("{} {answered} le matin et le soir", people(*both, manner));
    match both < needed {
        false => format!("{said}."),
        true => format!(
            "{said}, sur les {needed} qu’il faut pour montrer le groupe\u{a0}: avec moins, chaque personne serait reconnue."
        ),
    }
}

fn once(progress: &Progress<'_>) -> Option<String> {
    let at = |how_many: usize, at: &str| (how_many > 0).then(|| format!("{how_many}\u{a0}{at}"));
    let parts = [at(progress.before_only, "le matin"), at(progress.after_only, "le soir")];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty())
        .then(|| format!("Réponses données une seule fois, qui ne sont pas comparées\u{a0}: {}.", parts.join(", ")))
}

fn waiting(to_settle: usize) -> Option<String> {
    let numbers = count(number(to_settle), "positionnement est arrivé", "positionnements sont arrivés");
    (to_settle > 0).then(|| {
        format!("{numbers} plusieurs fois du même numéro\u{a0}: rien n’en compte ici tant que vous n’avez pas choisi lequel garder.")
    })
}

fn together(progress: &Progress<'_>) -> Option<String> {
    let mut told = progress.objectives.iter().filter_map(|one| one.compared.as_ref().ok());
    let is_joined = |blocks: &[Block]| blocks.iter().any(|block| !block.is_apart());
    told.any(|one| [&one.before, &one.after, &one.ways].into_iter().any(|blocks| is_joined(blocks))).then(|| {
        format!(
            "Aucun nombre de moins de {} n’est montré\u{a0}: des réponses voisines sont alors comptées ensemble, dans une seule case, et comptent dans la moyenne pour le milieu de cette case.",
            progress.needed
        )
    })
}

fn groups(objectives: &Objectives, progress: &Progress<'_>, manner: Manner) -> Vec<GroupWords> {
    let of = |id: &ObjectiveId| progress.objectives.iter().find(|one| one.objective.id == *id);
    let group = objectives.groups.iter().map(|group| GroupWords {
        title: group.title.clone(),
        objectives: group
            .objectives
            .iter()
            .filter_map(|one| Some(objective(of(&one.id)?, progress.both, manner)))
            .collect(),
    });
    group.collect()
}

fn objective(one: &ObjectiveProgress<'_>, both: usize, manner: Manner) -> ObjectiveWords {
    let compared = one.compared.as_ref().ok().map(|compared| compared.participants);
    let who = compared.filter(|participants| *participants != both);
    ObjectiveWords {
        title: one.objective.title.clone(),
        who: who.map(|participants| format!("{} sur\u{a0}{both}", people(participants, manner))),
        moved: one.compared.as_ref().map(moved).map_err(|few| too_few(*few, manner)),
    }
}

fn moved(compared: &Compared) -> Moved {
    Moved { before: Stood::of(&compared.before), after: Stood::of(&compared.after), way: way(&compared.ways) }
}

fn way(ways: &[Block]) -> String {
    const WORDS: [&str; 3] = ["plus loin", "au même point", "moins loin"];
    if let [all] = ways
        && !all.is_apart()
    {
        return "Non montré\u{a0}: trop peu de réponses de chaque sorte".to_owned();
    }
    let told = ways.iter().filter(|block| block.count > 0).map(|block| {
        let words = WORDS.get(block.from..=block.to).unwrap_or_default();
        format!("{}\u{a0}{}", block.count, words.join(" ou "))
    });
    told.collect::<Vec<_>>().join(", ")
}

fn too_few(TooFew { received, needed }: TooFew, manner: Manner) -> String {
    let answered = agree(number(received), "a répondu", "ont répondu");
    format!("Non montré\u{a0}: {} {answered} deux fois, sur les {needed} qu’il faut.", people(received, manner))
}

#[cfg(test)]
#[path = "exercise_progress_tests.rs"]
mod tests;
