//! What a participant hands in: answers, no name, no free text. The same from a file, a code on a screen, or paper.

use super::code::ExerciseCode;
use super::seat::Seat;
use crate::domain::curriculum::objective::ObjectiveId;
use crate::domain::interview::answer::Answers;
use crate::domain::interview::assessment::view_of;
use crate::domain::interview::decision::Decision;
use crate::domain::interview::id::{CaseId, OrientationId, TopicId};
use crate::domain::interview::model::Interview;
use crate::domain::interview::questionnaire::{Questionnaire, Version};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What was handed in from one seat, for one thing that was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Work {
    pub exercise: ExerciseCode,
    pub seat: Seat,
    /// From 1; a later one replaces it.
    pub edition: u16,
    pub answers: Handed,
}

/// What was asked, and what was answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Handed {
    Case(CaseWork),
    Positioning(Positioning),
}

/// The interview that was held on a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseWork {
    pub case: CaseId,
    pub questionnaire: Version,
    /// Those that count, and no other.
    pub answers: Answers,
    pub orientations: BTreeMap<OrientationId, Stance>,
    /// What the person was asked about.
    pub asked: BTreeSet<TopicId>,
}

/// What was decided of an orientation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stance {
    Kept,
    SetAside,
}

/// How a participant sees themselves before the day or after it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Positioning {
    pub moment: Moment,
    /// Objectives that were left out have no level: they are not zero.
    pub levels: BTreeMap<ObjectiveId, Grade>,
}

/// When one positions oneself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Moment {
    Before,
    After,
}

impl Moment {
    pub const ALL: [Self; 2] = [Self::Before, Self::After];
}

/// How far one is from an objective, in one's own eyes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    /// « Je découvre ».
    Discovers,
    /// « J’en ai une idée ».
    Knows,
    /// « Je m’en sers ».
    Uses,
    /// « Je peux l’expliquer ».
    Explains,
}

impl Grade {
    /// From the furthest.
    pub const ALL: [Self; 4] = [Self::Discovers, Self::Knows, Self::Uses, Self::Explains];
}

/// What one seat hands in once: two of them from one seat are one too many.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Asked {
    Case(CaseId),
    Positioning(Moment),
}

impl Asked {
    /// When it comes in a day: the morning, then the cases, then the evening.
    pub fn rank_in_day(&self) -> u8 {
        match self {
            Self::Positioning(Moment::Before) => 0,
            Self::Case(_) => 1,
            Self::Positioning(Moment::After) => 2,
        }
    }
}

impl Work {
    pub fn asked(&self) -> Asked {
        match &self.answers {
            Handed::Case(work) => Asked::Case(work.case.clone()),
            Handed::Positioning(positioning) => Asked::Positioning(positioning.moment),
        }
    }

    /// When one positioned oneself; none for a case.
    pub fn positioned_at(&self) -> Option<Moment> {
        match &self.answers {
            Handed::Positioning(positioning) => Some(positioning.moment),
            Handed::Case(_) => None,
        }
    }
}

impl CaseWork {
    /// What an interview on a case hands in: the answers that count, what was decided, what was asked.
    pub fn of(case: CaseId, questionnaire: &Questionnaire, interview: &Interview, asked: BTreeSet<TopicId>) -> Self {
        let answers = view_of(questionnaire, interview).answers;
        let stance = |decision: &Decision| match decision.is_kept() {
            true => Stance::Kept,
            false => Stance::SetAside,
        };
        let orientations = interview.decisions.iter().map(|(id, decision)| (id.clone(), stance(decision))).collect();
        Self { case, questionnaire: questionnaire.version.clone(), answers, orientations, asked }
    }

    /// Whether nothing was answered nor decided: there is nothing to count.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty() && self.orientations.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::questionnaire::questionnaire;
    use crate::domain::interview::answer::Answer;
    use crate::domain::interview::id::ItemId;
    use crate::records::{Record, RecordId};
    use serde_json::json;

    #[test]
    fn an_interview_hands_in_what_counts_and_what_was_decided() {
        let questionnaire = questionnaire().unwrap();
        let answer =
            |item: &str, answer| (ItemId::new(item).unwrap(), serde_json::from_value::<Answer>(answer).unwrap());
        let kept = answer("devices", json!({"many": ["smartphone"]}));
        // A follow-up of an answer that was not given does not count; nor does an option of another version.
        let beside = [answer("deadline", json!({"one": "week"})), answer("mobility", json!({"one": "rocket"}))];
        let mut interview = Interview::from_record(&RecordId::new("case").unwrap(), &Record::default());
        interview.answers = [kept.clone()].into_iter().chain(beside).collect();
        let decided = [
            ("pix", json!({"state": "added_by_hand"}), Stance::Kept),
            ("mailbox", json!({"state": "accepted"}), Stance::Kept),
            ("workshop", json!({"state": "set_aside", "reason": "other", "note": "Plus tard"}), Stance::SetAside),
        ];
        let orientation = |id: &str| OrientationId::new(id).unwrap();
        for (id, decision, _) in &decided {
            interview.decisions.insert(orientation(id), serde_json::from_value(decision.clone()).unwrap());
        }
        let case = CaseId::new("elodie").unwrap();
        let asked = BTreeSet::from([TopicId::new("data").unwrap()]);
        let work = CaseWork::of(case.clone(), questionnaire, &interview, asked.clone());
        let orientations = decided.into_iter().map(|(id, _, stance)| (orientation(id), stance)).collect();
        let version = questionnaire.version.clone();
        let answers = [kept].into();
        assert_eq!(work, CaseWork { case, questionnaire: version, answers, orientations, asked });
    }
}
