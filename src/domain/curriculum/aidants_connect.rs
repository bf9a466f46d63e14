//! Whether Aidants Connect is possible, question by question, without an interview: the rule is that of its frame.

use crate::domain::interview::framing::{AidantsConnect, Frame, Input, aidants_connect, frames};
use std::collections::BTreeMap;

/// The questions, in the order in which they are asked: what the professional knows of themselves first.
pub const QUESTIONS: [Input; 5] =
    [Input::Employee, Input::Habilitated, Input::Protected, Input::Identity, Input::Agrees];

/// What is supposed of whoever opens these questions: the person asks that a procedure be done online.
const SUPPOSED: [(Input, bool); 4] = [
    (Input::Autonomous, false),
    (Input::WantsToLearn, false),
    (Input::WantsItDone, true),
    (Input::WantsNoDigital, false),
];

/// What was answered so far; a question is answered by « I do not know » too.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(BTreeMap<Input, Option<bool>>);

impl Answers {
    /// The same, once a question is answered; none: it is not known.
    pub fn give(&mut self, question: Input, answer: Option<bool>) {
        self.0.insert(question, answer);
    }

    /// What was answered to a question; none: nothing yet.
    pub fn get(&self, question: Input) -> Option<Option<bool>> {
        self.0.get(&question).copied()
    }

    /// The questions to show: those answered, and the next one unless the answer is known.
    pub fn shown(&self) -> Vec<Input> {
        let is_answered = |question: &Input| self.0.contains_key(question);
        let next = QUESTIONS.into_iter().find(|question| !is_answered(question)).filter(|_| !self.is_impossible());
        QUESTIONS.into_iter().filter(|question| is_answered(question) || Some(*question) == next).collect()
    }

    /// What follows, once nothing remains to answer here.
    pub fn verdict(&self) -> Option<AidantsConnect> {
        let is_whole = QUESTIONS.iter().all(|question| self.0.contains_key(question));
        (is_whole || self.is_impossible()).then(|| aidants_connect(&self.known()))
    }

    /// What to do instead, when it is not possible: every frame that what is known allows.
    pub fn instead(&self) -> Vec<Frame> {
        match self.is_impossible() {
            true => frames(&self.known().into_iter().chain(SUPPOSED).collect::<Vec<_>>()),
            false => Vec::new(),
        }
    }

    fn is_impossible(&self) -> bool {
        matches!(aidants_connect(&self.known()), AidantsConnect::Impossible(_))
    }

    fn known(&self) -> Vec<(Input, bool)> {
        self.0.iter().filter_map(|(question, answer)| Some((*question, (*answer)?))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::interview::framing::Blocker;

    fn answers(given: &[(Input, Option<bool>)]) -> Answers {
        let mut answers = Answers::default();
        given.iter().for_each(|(question, answer)| answers.give(*question, *answer));
        answers
    }

    /// Everything answered so that it is possible, but for one question.
    fn but(question: Input, answer: Option<bool>) -> Answers {
        let mut all = answers(&QUESTIONS.map(|one| (one, Some(one != Input::Protected))));
        all.give(question, answer);
        all
    }

    #[test]
    fn the_questions_are_those_the_rule_depends_on() {
        let AidantsConnect::ToAsk(mut asked) = aidants_connect(&[]) else { panic!("nothing is known") };
        asked.sort();
        let mut questions = QUESTIONS.to_vec();
        questions.sort();
        assert_eq!(questions, asked);
    }

    #[test]
    fn one_question_at_a_time_until_the_answer_is_known() {
        let mut given = Answers::default();
        for (rank, question) in QUESTIONS.into_iter().enumerate() {
            assert_eq!(given.shown(), QUESTIONS[..=rank]);
            assert_eq!(given.verdict(), None);
            given.give(question, Some(question != Input::Protected));
        }
        assert_eq!((given.shown().len(), given.verdict()), (5, Some(AidantsConnect::Possible)));
        assert_eq!(given.instead(), []);
        let volunteer = answers(&[(Input::Employee, Some(false))]);
        assert_eq!(volunteer.shown(), [Input::Employee], "no other question would change it");
        assert_eq!(volunteer.verdict(), Some(AidantsConnect::Impossible(vec![Blocker::NotEmployee])));
    }

    #[test]
    fn what_is_not_known_is_to_be_asked() {
        for question in QUESTIONS {
            let given = but(question, None);
            assert_eq!(given.verdict(), Some(AidantsConnect::ToAsk(vec![question])), "{question:?}");
            assert_eq!(given.instead(), []);
        }
        let nothing = answers(&QUESTIONS.map(|one| (one, None)));
        assert!(matches!(nothing.verdict(), Some(AidantsConnect::ToAsk(asked)) if asked.len() == 5));
    }

    #[test]
    fn what_to_do_instead_is_what_the_frame_says() {
        for (question, answer, frames) in [
            (Input::Employee, false, &[Frame::Refer][..]),
            (Input::Habilitated, false, &[Frame::InPlaceWithMandate, Frame::Refer]),
            (Input::Protected, true, &[Frame::Guardian]),
            (Input::Identity, false, &[Frame::Counter]),
            (Input::Agrees, false, &[Frame::DoWith]),
        ] {
            let given = but(question, Some(answer));
            assert!(matches!(given.verdict(), Some(AidantsConnect::Impossible(why)) if why.len() == 1));
            assert_eq!(given.instead(), frames, "{question:?}");
        }
    }

    #[test]
    fn an_answer_that_forbids_never_leads_to_the_mandate() {
        // Each question: not asked, not known, yes, no.
        let said = [None, Some(None), Some(Some(true)), Some(Some(false))];
        for world in 0..4_usize.pow(5) {
            let mut given = Answers::default();
            for (rank, question) in QUESTIONS.into_iter().enumerate() {
                if let Some(answer) = said[world / 4_usize.pow(rank as u32) % 4] {
                    given.give(question, answer);
                }
            }
            let instead = given.instead();
            assert!(!instead.contains(&Frame::InPlaceUnderAidantsConnect), "{given:?}");
            assert_eq!(instead.is_empty(), !given.is_impossible(), "{given:?}");
        }
    }
}
