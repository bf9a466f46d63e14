//! Which items are asked, and which answers count.

use super::answer::Answers;
use super::condition::{Condition, Facts, Truth};
use super::id::{BlockId, ItemId};
use super::questionnaire::{Item, Length, Questionnaire};
use std::collections::BTreeSet;

/// What is asked and what counts. Answers that do not count stay in the record and come back if the path returns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View<'a> {
    /// In order.
    pub items: Vec<&'a Item>,
    /// The answers that count.
    pub answers: Answers,
    /// Answers to items that an answer makes pointless.
    pub kept_aside: Answers,
    /// Answers that this questionnaire does not know: another version's items or options.
    pub foreign: Answers,
    /// Items that the length leaves out and that make sense: they can be asked one by one, and then count.
    pub beyond: Vec<&'a Item>,
    /// Blocks that hold an item not asked, and that can be asked anyway.
    pub can_ask_anyway: BTreeSet<BlockId>,
}

impl View<'_> {
    pub fn shows(&self, item: &ItemId) -> bool {
        self.items.iter().any(|shown| shown.id == *item)
    }
}

/// What is asked, given what was answered. An item outside the length is asked when it has an answer: a shorter
/// length never hides what was said. A follow-up (`show_if`) waits for its answer; a pointless item (`hide_if`) is left
/// out only when that is certain, and unless its block is asked anyway.
pub fn view<'a>(
    questionnaire: &'a Questionnaire,
    length: Length,
    answers: &Answers,
    ask_anyway: &BTreeSet<BlockId>,
) -> View<'a> {
    let mut view = View {
        items: Vec::new(),
        answers: Answers::new(),
        kept_aside: Answers::new(),
        foreign: answers.clone(),
        beyond: Vec::new(),
        can_ask_anyway: BTreeSet::new(),
    };
    // Conditions look only at earlier items (checked with the content), so one pass settles every cascade.
    for item in &questionnaire.items {
        let answer = answers.get(&item.id).filter(|answer| answer.suits(item));
        if answer.is_some() {
            view.foreign.remove(&item.id);
        }
        let truth = |condition: &Condition| condition.evaluate(Facts::answers_only(&view.answers)).truth;
        let belongs = item.belongs_to(length) || answer.is_some();
        let follows = item.show_if.as_ref().is_none_or(|condition| truth(condition) == Truth::True);
        let pointless = item.hide_if.as_ref().is_some_and(|condition| truth(condition) == Truth::True);
        if belongs && follows && pointless {
            view.can_ask_anyway.insert(item.block.clone());
        }
        let is_asked = belongs && follows && (!pointless || ask_anyway.contains(&item.block));
        if is_asked {
            view.items.push(item);
        } else if !belongs && follows && !pointless {
            view.beyond.push(item);
        }
        if let Some(answer) = answer {
            let kept = if is_asked { &mut view.answers } else { &mut view.kept_aside };
            kept.insert(item.id.clone(), answer.clone());
        }
    }
    view
}

#[cfg(test)]
mod tests {
    use super::super::answer::{Answer, SkillLevel};
    use super::super::fixture::{answers, item, many, one, skill, small};
    use super::*;

    fn shown(view: &View<'_>) -> Vec<String> {
        view.items.iter().map(|item| item.id.to_string()).collect()
    }

    fn full<'a>(questionnaire: &'a Questionnaire, given: &Answers) -> View<'a> {
        view(questionnaire, Length::Full, given, &BTreeSet::new())
    }

    #[test]
    fn follow_ups_wait_for_their_answer_and_the_rest_is_asked_from_the_start() {
        let questionnaire = small();
        assert_eq!(shown(&full(&questionnaire, &Answers::new())), ["device", "switch-on", "write", "wish"]);
        let unsure = answers(&[("device", Answer::DoesNotKnow)]);
        assert_eq!(shown(&full(&questionnaire, &unsure)), ["device", "switch-on", "write", "wish"]);
        let phone = answers(&[("device", many(&["phone"]))]);
        assert_eq!(shown(&full(&questionnaire, &phone)), ["device", "state", "switch-on", "write", "wish"]);
    }

    #[test]
    fn hidden_answers_are_kept_aside_through_a_cascade_and_come_back() {
        let questionnaire = small();
        let mut given = answers(&[
            ("device", many(&["phone"])),
            ("state", one("bad")),
            ("repair", one("no")),
            ("write", skill(SkillLevel::Alone)),
        ]);
        let before = full(&questionnaire, &given);
        assert_eq!(before.answers, given);

        given.insert(item("device"), many(&["none"]));
        let without = full(&questionnaire, &given);
        assert_eq!(shown(&without), ["device", "wish"]);
        assert_eq!(without.answers, answers(&[("device", many(&["none"]))]));
        assert_eq!(without.kept_aside.len(), 3);
        assert!(without.can_ask_anyway.iter().map(BlockId::as_str).eq(["deeds"]));

        given.insert(item("device"), many(&["phone"]));
        assert_eq!(full(&questionnaire, &given), before);
    }

    #[test]
    fn a_block_asked_anyway_counts_again_but_its_follow_ups_still_wait() {
        let questionnaire = small();
        let given =
            answers(&[("device", many(&["none"])), ("state", one("bad")), ("write", skill(SkillLevel::WithHelp))]);
        let anyway = ["deeds", "gear"].map(|id| BlockId::new(id).unwrap()).into_iter().collect();
        let view = view(&questionnaire, Length::Full, &given, &anyway);
        assert_eq!(shown(&view), ["device", "switch-on", "write", "wish"]);
        assert!(view.answers.contains_key("write") && view.kept_aside.contains_key("state"));
    }

    #[test]
    fn a_shorter_length_asks_less_and_never_hides_what_was_said() {
        let questionnaire = small();
        let given = answers(&[("device", many(&["laptop"])), ("write", skill(SkillLevel::Alone))]);
        let short = view(&questionnaire, Length::Short, &given, &BTreeSet::new());
        assert_eq!(shown(&short), ["device", "switch-on", "write", "wish"]);
        let beyond: Vec<&str> = short.beyond.iter().map(|item| item.id.as_str()).collect();
        assert_eq!(beyond, ["state"]);
    }

    #[test]
    fn answers_of_another_version_are_told_apart() {
        let questionnaire = small();
        let given = answers(&[("device", many(&["fax"])), ("old-item", one("x")), ("wish", one("learn"))]);
        let view = full(&questionnaire, &given);
        assert_eq!(view.answers, answers(&[("wish", one("learn"))]));
        assert_eq!(view.foreign.len(), 2);
        assert_eq!(view.kept_aside, Answers::new());
    }
}
