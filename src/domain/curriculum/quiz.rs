//! Going through a quiz: one question at a time, checked before the next. Nothing of it is stored.

use super::question::Question;

/// Where one stands in a quiz.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// The ranks of the choices that were checked, question after question.
    checked: Vec<usize>,
    stage: Stage,
}

/// What may be done with the present question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// A choice may be made, and made again.
    Answering(Option<usize>),
    /// What was chosen was checked: its explanation is read.
    Checked,
}

impl Default for Stage {
    fn default() -> Self {
        Self::Answering(None)
    }
}

/// What checking gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checked {
    NothingChosen,
    Right,
    Wrong,
}

impl Run {
    /// The rank of the present question, or the number of questions once all were passed.
    pub fn at(&self) -> usize {
        match self.stage {
            Stage::Answering(_) => self.checked.len(),
            Stage::Checked => self.checked.len().saturating_sub(1),
        }
    }

    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// The rank of what is chosen for the present question.
    pub fn chosen(&self) -> Option<usize> {
        match self.stage {
            Stage::Answering(chosen) => chosen,
            Stage::Checked => self.checked.last().copied(),
        }
    }

    /// Chooses; what was checked stays as it is.
    pub fn choose(&mut self, rank: usize) {
        if let Stage::Answering(chosen) = &mut self.stage {
            *chosen = Some(rank);
        }
    }

    /// Checks what is chosen. A second press changes nothing.
    pub fn check(&mut self, questions: &[Question]) -> Checked {
        if let Stage::Answering(chosen) = self.stage {
            let Some(rank) = chosen.filter(|_| self.checked.len() < questions.len()) else {
                return Checked::NothingChosen;
            };
            self.checked.push(rank);
            self.stage = Stage::Checked;
        }
        let (question, rank) = (questions.get(self.at()), self.chosen());
        if question.is_some_and(|question| is_right(question, rank)) { Checked::Right } else { Checked::Wrong }
    }

    /// Goes on, once what was chosen is checked.
    pub fn go_on(&mut self) {
        if self.stage == Stage::Checked {
            self.stage = Stage::default();
        }
    }

    /// How many were right, of those checked.
    pub fn right(&self, questions: &[Question]) -> usize {
        questions.iter().zip(&self.checked).filter(|(question, rank)| is_right(question, Some(**rank))).count()
    }
}

fn is_right(question: &Question, rank: Option<usize>) -> bool {
    rank.and_then(|rank| question.choices.get(rank)).is_some_and(|choice| choice.is_right)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::curriculum::question::{Choice, QuestionId};

    /// The right choice is the one of this rank.
    fn question(right: usize) -> Question {
        let choice = |rank| Choice { text: format!("{rank}"), is_right: rank == right, why: "why".to_owned() };
        let id = QuestionId::new("question").unwrap();
        Question { id, objective: None, text: "what".to_owned(), choices: (0..3).map(choice).collect() }
    }

    #[test]
    fn a_quiz_goes_on_one_checked_answer_at_a_time() {
        let questions = [question(0), question(2)];
        let mut run = Run::default();
        assert_eq!(run.check(&questions), Checked::NothingChosen);
        run.go_on();
        assert_eq!((run.at(), run.chosen()), (0, None), "nothing was checked: one stays");
        run.choose(1);
        run.choose(0);
        assert_eq!(run.check(&questions), Checked::Right);
        assert_eq!(run.check(&questions), Checked::Right, "a second press changes nothing");
        run.choose(1);
        assert_eq!((run.at(), run.chosen(), run.right(&questions)), (0, Some(0), 1));
        run.go_on();
        assert_eq!((run.at(), run.chosen(), run.stage()), (1, None, Stage::Answering(None)));
        run.choose(1);
        assert_eq!(run.check(&questions), Checked::Wrong);
        run.go_on();
        assert_eq!((run.at(), run.right(&questions)), (2, 1));
        run.choose(0);
        assert_eq!(run.check(&questions), Checked::NothingChosen, "all were passed");
        assert_eq!((run.at(), run.right(&questions)), (2, 1));
    }
}
