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
