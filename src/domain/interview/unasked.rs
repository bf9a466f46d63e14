//! What is not asked in a block because of an answer, and which answer.

use super::condition::{Evidence, Facts};
use super::id::BlockId;
use super::model::Interview;
use super::questionnaire::{Item, Questionnaire};
use super::visibility::View;

/// Questions that answers make pointless.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unasked<'a> {
    pub items: Vec<&'a Item>,
    /// The answers that decided, without repetition.
    pub because: Vec<Evidence>,
}

/// The questions of a block that an answer makes pointless and that are therefore not asked.
pub fn unasked<'a>(
    questionnaire: &'a Questionnaire,
    interview: &Interview,
    view: &View<'_>,
    block: &BlockId,
) -> Unasked<'a> {
    // Conditions look only at earlier items, so all the answers that count decide as those before the item would.
    let facts = Facts::answers_only(&view.answers);
    let mut found = Unasked::default();
    for item in questionnaire.items.iter().filter(|item| item.block == *block && !view.shows(&item.id)) {
        let belongs = item.belongs_to(interview.length) || view.kept_aside.contains_key(&item.id);
        let follows = item.show_if.as_ref().is_none_or(|condition| condition.evaluate(facts).is_true());
        let pointless = item.hide_if.as_ref().map(|condition| condition.evaluate(facts));
        let Some(verdict) = pointless.filter(|verdict| belongs && follows && verdict.is_true()) else { continue };
        found.items.push(item);
        for evidence in verdict.evidence {
            if !found.because.contains(&evidence) {
                found.because.push(evidence);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::interview::answer::Answers;
    use crate::domain::interview::assessment::view_of;
    use crate::domain::interview::fixture::{answers, many, skill, small};
    use crate::domain::interview::{answer::SkillLevel, questionnaire::Length};
    use crate::records::{Record, RecordId};

    /// The questions left out of a block, and how many answers say so.
    fn left_out(given: Answers, length: Length, force: bool, block: &str) -> (Vec<String>, usize) {
        let questionnaire = small();
        let block = BlockId::new(block).unwrap();
        let mut interview = Interview::from_record(&RecordId::new("a").unwrap(), &Record::default());
        interview.answers = given;
        interview.length = length;
        interview.ask_anyway.extend(force.then(|| block.clone()));
        let view = view_of(&questionnaire, &interview);
        let found = unasked(&questionnaire, &interview, &view, &block);
        (found.items.iter().map(|item| item.id.to_string()).collect(), found.because.len())
    }

    #[test]
    fn what_an_answer_makes_pointless_is_told_with_that_answer() {
        let none = || answers(&[("device", many(&["none"]))]);
        assert_eq!(left_out(none(), Length::Full, false, "deeds"), (vec!["switch-on".into(), "write".into()], 1));
        assert_eq!(left_out(none(), Length::Short, false, "deeds"), (vec!["switch-on".into()], 1));
        assert_eq!(left_out(none(), Length::Full, true, "deeds"), (vec![], 0));
        assert_eq!(left_out(none(), Length::Full, false, "end"), (vec![], 0));
        assert_eq!(left_out(Answers::new(), Length::Full, false, "deeds"), (vec![], 0));
        assert_eq!(left_out(answers(&[("device", many(&["phone"]))]), Length::Full, false, "deeds"), (vec![], 0));
    }

    #[test]
    fn a_follow_up_that_waits_is_not_pointless() {
        assert_eq!(left_out(Answers::new(), Length::Full, false, "gear"), (vec![], 0));
    }

    #[test]
    fn an_answer_kept_aside_counts_among_what_is_left_out_whatever_the_length() {
        let given = answers(&[("device", many(&["none"])), ("write", skill(SkillLevel::Alone))]);
        assert_eq!(left_out(given, Length::Short, false, "deeds").0, ["switch-on", "write"]);
    }
}
