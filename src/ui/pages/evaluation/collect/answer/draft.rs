//! What somebody answers: on the screen, and in the tab of their own device.

use super::super::draw;
use super::Asked;
use crate::domain::evaluation::commitment::MOST;
use crate::domain::evaluation::response::Response;
use crate::domain::evaluation::secret::SecretNumber;
use crate::domain::evaluation::survey::{Answer, Answers, ChoiceId, Question, QuestionId};
use crate::domain::evaluation::unsent::Unsent;
use crate::text::evaluation_collect as text;
use crate::ui::components::FieldFault;
use crate::ui::save::Saver;
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// The identifier of the first field of a question.
pub fn field_id(id: &QuestionId) -> String {
    format!("question-{id}")
}

/// An answer that is being given.
#[derive(Clone, Copy)]
pub struct Draft {
    pub asked: StoredValue<Asked>,
    pub saver: Saver,
    /// Which turn it is: another one begins with a blank questionnaire.
    turn: RwSignal<u32>,
    /// Drawn once: handed over twice, it is the same answer.
    pub number: SecretNumber,
    chosen: RwSignal<Answers>,
    texts: StoredValue<BTreeMap<QuestionId, RwSignal<String>>>,
    pub faults: RwSignal<Vec<FieldFault>>,
    pub commitments: StoredValue<Vec<RwSignal<String>>>,
    /// What was last made ready to leave this device.
    pub ready: RwSignal<Option<Response>>,
}

impl Draft {
    /// What this tab kept of it; on a device that goes from hand to hand, nothing is answered yet.
    pub fn open(asked: StoredValue<Asked>, saver: Saver, turn: RwSignal<u32>) -> Self {
        let kept = asked.with_value(|asked| {
            let own = if asked.is_shared { None } else { saver.state().unsent(&asked.session, asked.survey.kind) };
            own.map(|own| own.fitted(&asked.survey))
        });
        let (number, mut chosen, ready) = match kept {
            Some(Unsent { number, answers, ready, .. }) => (number, answers, ready),
            None => (draw(), Answers::new(), None),
        };
        let mut said = |question: &Question| match chosen.remove(&question.id) {
            Some(Answer::Text(text)) => text,
            _ => String::new(),
        };
        let texts = asked.with_value(|asked| {
            let written = asked.survey.questions().filter(|question| question.is_text());
            written.map(|question| (question.id.clone(), RwSignal::new(said(question)))).collect()
        });
        Self {
            asked,
            saver,
            turn,
            number,
            chosen: RwSignal::new(chosen),
            texts: StoredValue::new(texts),
            faults: RwSignal::new(Vec::new()),
            commitments: StoredValue::new((0..MOST).map(|_| RwSignal::new(String::new())).collect()),
            ready: RwSignal::new(ready),
        }
    }

    /// Whether this device keeps what is being answered.
    pub fn is_kept(self) -> bool {
        self.asked.with_value(|asked| !asked.is_shared)
    }

    /// What this device keeps of it, followed.
    pub fn unsent(self) -> Unsent {
        let (answers, ready) = (self.answers(), self.ready.get());
        self.asked.with_value(|asked| Unsent {
            number: self.number,
            session: asked.session.clone(),
            survey: asked.survey.kind,
            version: asked.survey.version.clone(),
            answers,
            ready,
        })
    }

    /// A blank questionnaire, or what was kept of one, takes its place.
    pub fn leave(self) {
        let _ = self.turn.try_update(|turn| *turn = turn.wrapping_add(1));
    }

    /// Takes everything that was answered off this device; what was there.
    pub fn erase(self) -> Unsent {
        let former = untrack(|| self.unsent());
        self.saver.state().drop_unsent(&former.session, former.survey);
        self.leave();
        former
    }

    /// Where a text is written.
    pub fn text(self, id: &QuestionId) -> Option<RwSignal<String>> {
        self.texts.with_value(|texts| texts.get(id).copied())
    }

    /// Whether a choice is made, followed.
    pub fn is_chosen(self, question: &QuestionId, choice: &ChoiceId) -> bool {
        self.chosen.with(|chosen| match chosen.get(question) {
            Some(Answer::One(one)) => one == choice,
            Some(Answer::Many(ids)) => ids.contains(choice),
            Some(Answer::Text(_)) | None => false,
        })
    }

    /// Whether something is chosen, followed.
    pub fn has(self, question: &QuestionId) -> bool {
        self.chosen.with(|chosen| chosen.contains_key(question))
    }

    pub fn choose_one(self, question: &QuestionId, choice: &ChoiceId) {
        self.chosen.update(|chosen| {
            chosen.insert(question.clone(), Answer::One(choice.clone()));
        });
    }

    /// Ticks a choice, or unticks it.
    pub fn tick(self, question: &QuestionId, choice: &ChoiceId, is_ticked: bool) {
        self.chosen.update(|chosen| {
            let mut ids = match chosen.remove(question) {
                Some(Answer::Many(ids)) => ids,
                _ => BTreeSet::new(),
            };
            if is_ticked {
                ids.insert(choice.clone());
            } else {
                ids.remove(choice);
            }
            if !ids.is_empty() {
                chosen.insert(question.clone(), Answer::Many(ids));
            }
        });
    }

    /// Takes an answer away.
    pub fn clear(self, question: &Question) {
        self.chosen.update(|chosen| {
            chosen.remove(&question.id);
        });
    }

    /// Everything that is on the screen, followed.
    fn answers(self) -> Answers {
        let mut answers = self.chosen.get();
        let texts = self.texts.get_value();
        let written = texts.into_iter().map(|(id, text)| (id, text.get()));
        answers.extend(written.filter(|(_, text)| !text.trim().is_empty()).map(|(id, text)| (id, Answer::Text(text))));
        answers
    }

    /// How many questions are answered, of how many, followed.
    pub fn progress(self) -> (usize, usize) {
        (self.answers().len(), self.asked.with_value(|asked| asked.survey.questions().count()))
    }

    /// The answer as it leaves or is stored; none, and everything that is wrong shown, while something is. Made ready again with
    /// other answers, it is a later edition.
    pub fn make_ready(self) -> Option<Response> {
        let answers = untrack(|| self.answers());
        let read = self.asked.with_value(|asked| {
            let answers = asked.survey.accept(answers).map_err(|found| {
                let said = found.iter().map(|fault| text::answer_fault(&asked.survey, fault));
                said.map(|(id, sentence)| FieldFault {
                    field: id.as_ref().map_or_else(String::new, field_id),
                    sentence,
                })
                .collect::<Vec<_>>()
            })?;
            if answers.is_empty() {
                let first = asked.survey.questions().next().map_or_else(String::new, |first| field_id(&first.id));
                return Err(vec![FieldFault { field: first, sentence: text::NOTHING_SAID.to_owned() }]);
            }
            Ok(Response {
                number: self.number,
                survey: asked.survey.kind,
                version: asked.survey.version.clone(),
                session: asked.session.clone(),
                on: asked.today,
                edition: 1,
                answers,
            })
        });
        match read {
            Ok(response) => {
                self.faults.set(Vec::new());
                let response = match self.ready.get_untracked() {
                    Some(former) if former.answers == response.answers => former,
                    Some(former) => response.after(&former),
                    None => response,
                };
                self.ready.set(Some(response.clone()));
                Some(response)
            }
            Err(found) => {
                self.faults.set(found);
                None
            }
        }
    }

    /// What is ready to leave, followed; none once something else is answered.
    pub fn ready_now(self) -> Option<Response> {
        let answers = self.answers();
        let accepted = self.asked.with_value(|asked| asked.survey.accept(answers)).ok()?;
        self.ready.get().filter(|ready| ready.answers == accepted)
    }
}
