//! What somebody is answering on their own device, kept from one load of the page to the next until they hand it in or erase it.

use super::response::Response;
use super::secret::SecretNumber;
use super::survey::{Answers, Survey, SurveyKind, SurveyVersion};
use crate::domain::programme::id::SessionId;
use serde::{Deserialize, Serialize};

/// An answer that was not handed in, or that may still be changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unsent {
    /// Handed in twice, before and after a reload, it is the same answer.
    pub number: SecretNumber,
    pub session: SessionId,
    pub survey: SurveyKind,
    pub version: SurveyVersion,
    /// As they are typed.
    pub answers: Answers,
    /// What was last made ready to leave.
    pub ready: Option<Response>,
}

impl Unsent {
    /// Whether it answers this questionnaire of this session, in whatever words.
    pub fn is_of(&self, session: &SessionId, survey: SurveyKind) -> bool {
        self.session == *session && self.survey == survey
    }

    /// What of it this questionnaire asks: its words may have changed since.
    #[must_use]
    pub fn fitted(mut self, survey: &Survey) -> Self {
        self.answers.retain(|id, answer| {
            survey.question(id).is_some_and(|question| {
                // A text that is too long yet is typed all the same.
                question.is_text() || question.accept(answer.clone()).is_ok()
            })
        });
        if self.version != survey.version {
            self.version = survey.version.clone();
            // What already left said something of other questions.
            self.ready = self.ready.map(|ready| Response { answers: Answers::new(), ..ready });
        }
        self
    }
}

/// The same list, with one in the place of what it held of the same questionnaire; one that answers nothing leaves it.
pub fn put(mut all: Vec<Unsent>, one: Unsent) -> Vec<Unsent> {
    all = without(all, &one.session, one.survey);
    if !one.answers.is_empty() || one.ready.is_some() {
        all.push(one);
    }
    all
}

/// The same list, without what was answered to a questionnaire.
pub fn without(mut all: Vec<Unsent>, session: &SessionId, survey: SurveyKind) -> Vec<Unsent> {
    all.retain(|one| !one.is_of(session, survey));
    all
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{answer, response, survey};
    use super::super::survey::QuestionId;
    use super::*;

    fn unsent(session: &str, said: &[(&str, &str, &str)]) -> Unsent {
        let Response { number, session, survey, version, .. } = response(7, session, 0);
        let id = |id: &str| QuestionId::new(id).unwrap();
        let answers = said.iter().map(|(of, shape, said)| (id(of), answer(shape, said))).collect();
        Unsent { number, session, survey, version, answers, ready: None }
    }

    #[test]
    fn what_was_typed_comes_back_as_it_was_with_its_number() {
        let one =
            unsent("s1", &[("content", "one", "good"), ("free", "text", "  du temps \n"), ("many", "many", "a,c")]);
        let text = serde_json::to_string(&one).unwrap();
        let back: Unsent = serde_json::from_str(&text).unwrap();
        assert_eq!(back.clone().fitted(&survey(SurveyKind::EndOfDay)), one);
        assert!(back.is_of(&one.session, SurveyKind::EndOfDay) && !back.is_of(&one.session, SurveyKind::ThreeMonths));
    }

    #[test]
    fn what_is_no_longer_asked_is_left_and_what_left_already_is_another_edition() {
        let mut one = unsent("s1", &[("content", "one", "splendid"), ("gone", "text", "x"), ("pace", "one", "slow")]);
        one.ready = Some(response(7, "s1", 0));
        let mut other = survey(SurveyKind::EndOfDay);
        other.version = SurveyVersion::new("w1").unwrap();
        let fitted = one.fitted(&other);
        let kept: Vec<_> = fitted.answers.keys().map(QuestionId::as_str).collect();
        assert_eq!((kept, fitted.version.as_str()), (vec!["pace"], "w1"));
        let ready = fitted.ready.unwrap();
        assert_eq!((ready.answers.len(), ready.edition), (0, 1), "whatever leaves next comes after it");
    }

    #[test]
    fn one_is_kept_for_each_questionnaire_of_each_session() {
        let said = [("content", "one", "good")];
        let all = put(put(Vec::new(), unsent("s1", &said)), unsent("s2", &said));
        let again = unsent("s1", &[("pace", "one", "slow")]);
        let all = put(all, again.clone());
        assert_eq!((all.len(), all.last()), (2, Some(&again)));
        let all = put(all, unsent("s1", &[]));
        assert_eq!(all.len(), 1, "nothing is left of what was emptied");
        assert_eq!(without(all, &unsent("s2", &[]).session, SurveyKind::EndOfDay), []);
    }
}
