//! What is wrong with a case: all of it at once.

use super::case::{Case, CaseBook};
use crate::domain::interview::id::{CaseId, ItemId, OrientationId, TopicId};
use crate::domain::interview::questionnaire::Questionnaire;
use crate::domain::interview::rulebook::Rulebook;
use std::collections::BTreeSet;

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CaseFault {
    DuplicateCase(CaseId),
    /// Numbers go from 1, without a gap.
    Number(CaseId),
    EmptyText(CaseId),
    DuplicateTopic(CaseId, TopicId),
    UnknownItem(CaseId, ItemId),
    /// An answer that this item does not take.
    WrongAnswer(CaseId, ItemId),
    DuplicateReading(CaseId, ItemId),
    /// Nothing that the person says leads to this answer.
    NothingSaid(CaseId, ItemId),
    /// What the person says leads to no answer.
    NotRead(CaseId, ItemId),
    UnknownOrientation(CaseId, OrientationId),
    /// Both kept and left.
    KeptAndLeft(CaseId, OrientationId),
}

impl CaseBook {
    /// Everything that is wrong.
    pub fn check(&self, questionnaire: &Questionnaire, rulebook: &Rulebook) -> Vec<CaseFault> {
        let mut faults = Vec::new();
        let mut seen = BTreeSet::new();
        for (place, case) in (1..).zip(&self.cases) {
            if !seen.insert(&case.id) {
                faults.push(CaseFault::DuplicateCase(case.id.clone()));
            }
            if case.number.0 != place {
                faults.push(CaseFault::Number(case.id.clone()));
            }
            faults.extend(case.check(questionnaire, rulebook));
        }
        faults
    }
}

impl Case {
    /// Everything that is wrong.
    pub fn check(&self, questionnaire: &Questionnaire, rulebook: &Rulebook) -> Vec<CaseFault> {
        let mut faults = Vec::new();
        if self.texts().any(|text| text.trim().is_empty()) || self.story.is_empty() || self.hidden.is_empty() {
            faults.push(CaseFault::EmptyText(self.id.clone()));
        }
        let mut topics = BTreeSet::new();
        faults.extend(
            self.topics()
                .filter(|topic| !topics.insert(&topic.id))
                .map(|topic| CaseFault::DuplicateTopic(self.id.clone(), topic.id.clone())),
        );
        self.check_answers(questionnaire, &mut faults);
        self.check_orientations(rulebook, &mut faults);
        faults
    }

    fn texts(&self) -> impl Iterator<Item = &str> {
        let reading = &self.reading;
        let topics = self.topics().flat_map(|topic| [&topic.question, &topic.reply]);
        let hidden = self.hidden.iter().map(|hidden| &hidden.why);
        let arguments = reading.answers.iter().map(|read| &read.why);
        let orientations = reading.keep.iter().chain(&reading.leave).map(|read| &read.why);
        [&self.name, &self.title, &self.context]
            .into_iter()
            .chain(&self.story)
            .chain(topics)
            .chain(hidden)
            .chain(arguments)
            .chain(orientations)
            .chain(&reading.discuss)
            .map(String::as_str)
    }

    fn check_answers(&self, questionnaire: &Questionnaire, faults: &mut Vec<CaseFault>) {
        let id = || self.id.clone();
        let said: BTreeSet<&ItemId> = self.topics().flat_map(|topic| &topic.about).collect();
        let mut read = BTreeSet::new();
        for answer in &self.reading.answers {
            let item = &answer.item;
            if !read.insert(item) {
                faults.push(CaseFault::DuplicateReading(id(), item.clone()));
            }
            if !said.contains(item) {
                faults.push(CaseFault::NothingSaid(id(), item.clone()));
            }
            match questionnaire.item(item) {
                Some(known) if answer.answers().all(|answer| answer.suits(known)) => {}
                Some(_) => faults.push(CaseFault::WrongAnswer(id(), item.clone())),
                None => faults.push(CaseFault::UnknownItem(id(), item.clone())),
            }
        }
        for item in said.difference(&read) {
            let known = questionnaire.item(item).is_some();
            let fault = if known { CaseFault::NotRead } else { CaseFault::UnknownItem };
            faults.push(fault(id(), (*item).clone()));
        }
    }

    fn check_orientations(&self, rulebook: &Rulebook, faults: &mut Vec<CaseFault>) {
        let Self { id, reading, .. } = self;
        for read in reading.keep.iter().chain(&reading.leave) {
            if rulebook.orientation(&read.orientation).is_none() {
                faults.push(CaseFault::UnknownOrientation(id.clone(), read.orientation.clone()));
            }
        }
        let left: BTreeSet<_> = reading.leave.iter().map(|read| &read.orientation).collect();
        let both = reading.keep.iter().filter(|read| left.contains(&read.orientation));
        faults.extend(both.map(|read| CaseFault::KeptAndLeft(id.clone(), read.orientation.clone())));
    }
}
