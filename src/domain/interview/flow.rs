//! The order of the pages: where one goes next, comes back, resumes, and how far one is.

use super::answer::Answers;
use super::id::{BlockId, ItemId};
use super::model::Presentation;
use super::questionnaire::Questionnaire;
use super::visibility::View;
use serde::{Deserialize, Serialize};

/// A page of the interview.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Step {
    /// One question.
    Item(ItemId),
    /// What was said in a block, once its questions are passed.
    Checkpoint(BlockId),
    /// All the questions of a block.
    Block(BlockId),
    /// Every answer, to check.
    Check,
}

/// « Question 3 sur 24 ».
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numbering {
    /// From 1.
    pub number: usize,
    pub total: usize,
}

/// How far a block is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockProgress {
    pub block: BlockId,
    /// Items discussed: answered, not known or not said.
    pub discussed: usize,
    pub visible: usize,
}

/// The pages of an interview, in order.
#[derive(Clone, Debug)]
pub struct Flow<'a> {
    questionnaire: &'a Questionnaire,
    presentation: Presentation,
    steps: Vec<Step>,
}

/// Where a page lies in the whole questionnaire, so that one can leave a page that is no longer there.
type Rank = (usize, u8);

impl<'a> Flow<'a> {
    pub fn new(questionnaire: &'a Questionnaire, view: &View<'_>, presentation: Presentation) -> Self {
        let mut steps = Vec::new();
        for block in &questionnaire.blocks {
            let items = || view.items.iter().filter(|item| item.block == block.id);
            match presentation {
                Presentation::Conversation => {
                    if items().next().is_some() || view.can_ask_anyway.contains(&block.id) {
                        steps.push(Step::Block(block.id.clone()));
                    }
                }
                Presentation::OnePerPage => {
                    let before = steps.len();
                    steps.extend(items().map(|item| Step::Item(item.id.clone())));
                    if steps.len() > before {
                        steps.push(Step::Checkpoint(block.id.clone()));
                    }
                }
            }
        }
        steps.push(Step::Check);
        Self { questionnaire, presentation, steps }
    }

    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    pub fn first(&self) -> &Step {
        self.steps.first().unwrap_or(&Step::Check)
    }

    /// The page after; `None` after the last.
    pub fn next(&self, step: &Step) -> Option<&Step> {
        let here = self.rank(step);
        self.steps.iter().find(|other| self.rank(other) > here)
    }

    /// The page before; `None` before the first.
    pub fn previous(&self, step: &Step) -> Option<&Step> {
        let here = self.rank(step);
        self.steps.iter().rev().find(|other| self.rank(other) < here)
    }

    /// The page to show for a step that may not be of this flow: of another presentation, or no longer asked.
    pub fn locate(&self, step: &Step) -> &Step {
        let wanted = self.rank(step);
        let found = match self.presentation {
            Presentation::Conversation => self.steps.iter().rev().find(|other| self.rank(other) <= wanted),
            Presentation::OnePerPage => self.steps.iter().find(|other| self.rank(other) >= wanted),
        };
        found.unwrap_or_else(|| self.first())
    }

    /// The number of a question among those asked now.
    pub fn numbering(&self, item: &ItemId) -> Option<Numbering> {
        let is_item = |step: &&Step| matches!(step, Step::Item(_));
        let asked = || self.steps.iter().filter(is_item);
        let index = asked().position(|step| matches!(step, Step::Item(id) if id == item))?;
        Some(Numbering { number: index + 1, total: asked().count() })
    }

    /// Where to resume: where one was, else at the first question not discussed, else at the check.
    pub fn resume(&self, at: Option<&Step>, view: &View<'_>) -> Step {
        match (at, first_undiscussed(view)) {
            (Some(step), _) => self.locate(step).clone(),
            (None, Some(item)) => self.locate(&Step::Item(item)).clone(),
            (None, None) => Step::Check,
        }
    }

    fn rank(&self, step: &Step) -> Rank {
        let items = &self.questionnaire.items;
        let found = match step {
            Step::Item(id) => items.iter().position(|item| item.id == *id).map(|index| (index, 1)),
            Step::Block(id) => items.iter().position(|item| item.block == *id).map(|index| (index, 0)),
            Step::Checkpoint(id) => items.iter().rposition(|item| item.block == *id).map(|index| (index, 2)),
            Step::Check => None,
        };
        found.unwrap_or((usize::MAX, 0))
    }
}

/// The first question asked that has no answer at all.
pub fn first_undiscussed(view: &View<'_>) -> Option<ItemId> {
    view.items.iter().find(|item| !view.answers.contains_key(&item.id)).map(|item| item.id.clone())
}

/// How far each block is, those with nothing to ask included.
pub fn progress(questionnaire: &Questionnaire, view: &View<'_>) -> Vec<BlockProgress> {
    let count = |block: &BlockId, answers: Option<&Answers>| {
        view.items
            .iter()
            .filter(|item| item.block == *block && answers.is_none_or(|answers| answers.contains_key(&item.id)))
            .count()
    };
    questionnaire
        .blocks
        .iter()
        .map(|block| BlockProgress {
            block: block.id.clone(),
            discussed: count(&block.id, Some(&view.answers)),
            visible: count(&block.id, None),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::answer::Answer;
    use super::super::fixture::{answers, item, many, one, small};
    use super::super::questionnaire::Length;
    use super::super::visibility::view;
    use super::*;
    use std::collections::BTreeSet;

    fn with<T>(given: &[(&str, Answer)], presentation: Presentation, test: impl Fn(&Flow<'_>, &View<'_>) -> T) -> T {
        let questionnaire = small();
        let view = view(&questionnaire, Length::Full, &answers(given), &BTreeSet::new());
        test(&Flow::new(&questionnaire, &view, presentation), &view)
    }

    fn asked(id: &str) -> Step {
        Step::Item(item(id))
    }

    fn checkpoint(id: &str) -> Step {
        Step::Checkpoint(BlockId::new(id).unwrap())
    }

    fn block(id: &str) -> Step {
        Step::Block(BlockId::new(id).unwrap())
    }

    #[test]
    fn one_question_pages_follow_one_another_with_a_checkpoint_per_block() {
        with(&[("device", many(&["phone"]))], Presentation::OnePerPage, |flow, _| {
            let order = [
                asked("device"),
                asked("state"),
                checkpoint("gear"),
                asked("switch-on"),
                asked("write"),
                checkpoint("deeds"),
                asked("wish"),
                checkpoint("end"),
                Step::Check,
            ];
            assert_eq!(flow.steps(), order);
            for pair in order.windows(2) {
                assert_eq!(flow.next(&pair[0]), Some(&pair[1]));
                assert_eq!(flow.previous(&pair[1]), Some(&pair[0]));
            }
            assert_eq!((flow.previous(&order[0]), flow.next(&Step::Check)), (None, None));
            let number = |id| flow.numbering(&item(id)).map(|numbering| (numbering.number, numbering.total));
            assert_eq!((number("device"), number("write")), (Some((1, 5)), Some((4, 5))));
            assert_eq!(number("repair"), None);
        });
    }

    #[test]
    fn numbering_follows_what_is_asked() {
        let number = |given: &[(&str, Answer)]| {
            with(given, Presentation::OnePerPage, |flow, _| {
                flow.numbering(&item("wish")).map(|it| (it.number, it.total))
            })
        };
        assert_eq!(number(&[]), Some((4, 4)));
        assert_eq!(number(&[("device", many(&["none"]))]), Some((2, 2)));
        assert_eq!(number(&[("device", many(&["phone"])), ("state", one("bad"))]), Some((6, 6)));
    }

    #[test]
    fn a_page_that_is_no_longer_asked_can_still_be_left() {
        with(&[("device", many(&["none"]))], Presentation::OnePerPage, |flow, _| {
            assert_eq!(flow.next(&asked("write")), Some(&asked("wish")));
            assert_eq!(flow.previous(&asked("write")), Some(&checkpoint("gear")));
            assert_eq!(flow.locate(&asked("write")), &asked("wish"));
            assert_eq!(flow.next(&checkpoint("deeds")), Some(&asked("wish")));
            assert_eq!(flow.locate(&asked("never-heard-of")), &Step::Check);
        });
    }

    #[test]
    fn switching_the_presentation_stays_at_the_same_place() {
        with(&[], Presentation::Conversation, |flow, _| {
            assert_eq!(flow.steps(), [block("gear"), block("deeds"), block("end"), Step::Check]);
            assert_eq!(flow.locate(&asked("write")), &block("deeds"));
            assert_eq!(flow.locate(&checkpoint("deeds")), &block("deeds"));
            assert_eq!(flow.locate(&Step::Check), &Step::Check);
        });
        with(&[], Presentation::OnePerPage, |flow, _| {
            assert_eq!(flow.locate(&block("deeds")), &asked("switch-on"));
        });
    }

    #[test]
    fn a_block_with_nothing_to_ask_is_reached_only_to_ask_it_anyway() {
        with(&[("device", many(&["none"]))], Presentation::Conversation, |flow, _| {
            assert_eq!(flow.steps(), [block("gear"), block("deeds"), block("end"), Step::Check]);
        });
        with(&[("device", many(&["none"]))], Presentation::OnePerPage, |flow, _| {
            assert!(!flow.steps().contains(&checkpoint("deeds")));
        });
    }

    #[test]
    fn one_resumes_where_one_was_else_at_the_first_question_not_discussed() {
        let given = [("device", Answer::DoesNotKnow), ("switch-on", Answer::PrefersNotToSay)];
        with(&given, Presentation::OnePerPage, |flow, view| {
            assert_eq!(flow.resume(Some(&checkpoint("gear")), view), checkpoint("gear"));
            assert_eq!(flow.resume(None, view), asked("write"));
        });
        with(&given, Presentation::Conversation, |flow, view| assert_eq!(flow.resume(None, view), block("deeds")));
        let done = [given.as_slice(), &[("write", Answer::DoesNotKnow), ("wish", one("not"))]].concat();
        with(&done, Presentation::OnePerPage, |flow, view| assert_eq!(flow.resume(None, view), Step::Check));
    }

    #[test]
    fn progress_counts_what_was_discussed_in_each_block() {
        let questionnaire = small();
        let given = answers(&[("device", many(&["phone"])), ("state", Answer::DoesNotKnow), ("wish", one("not"))]);
        let view = view(&questionnaire, Length::Full, &given, &BTreeSet::new());
        let counted: Vec<_> =
            progress(&questionnaire, &view).into_iter().map(|block| (block.discussed, block.visible)).collect();
        assert_eq!(counted, [(2, 2), (0, 2), (1, 1)]);
    }
}
