//! What is wrong with a questionnaire: all of it at once.

use super::condition::Condition;
use super::id::{BlockId, ItemId, OptionId};
use super::questionnaire::{Axis, Choice, Item, ItemKind, Length, Questionnaire};
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

/// Items of the short interview, at most.
pub const SHORT_ITEMS: RangeInclusive<usize> = 8..=12;
/// Items of the full interview, at most.
pub const FULL_ITEMS: RangeInclusive<usize> = 28..=40;
/// Options of an item.
pub const OPTIONS: RangeInclusive<usize> = 2..=6;

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    DuplicateBlock(BlockId),
    EmptyBlock(BlockId),
    DuplicateItem(ItemId),
    DuplicateOption(ItemId, OptionId),
    UnknownBlock(ItemId),
    /// Items must follow the order of the blocks.
    OutOfBlockOrder(ItemId),
    OptionCount(ItemId, usize),
    /// An exclusive option where only one can be chosen, or more than one in an item.
    MisplacedExclusive(ItemId),
    /// A skill off the skill axes, or something else on one.
    AxisAndKindDisagree(ItemId),
    EmptyText(ItemId),
    /// A condition reads an item that is not asked before.
    NotAskedBefore(ItemId, ItemId),
    /// A condition of a short item reads an item that the short interview does not ask.
    NotInShort(ItemId, ItemId),
    /// A condition names an option that the item lacks.
    UnknownOption(ItemId, OptionId),
    /// A condition reads an item in a way that its kind does not allow.
    WrongKind(ItemId),
    /// A condition of an item reads a level or a finding.
    NotAnAnswer(ItemId),
    ItemCount(Length, usize),
    AxisWithoutItem(Axis),
}

impl Questionnaire {
    /// Everything that is wrong.
    pub fn check(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        self.check_blocks(&mut faults);
        let mut before: BTreeSet<&ItemId> = BTreeSet::new();
        for item in &self.items {
            if !before.insert(&item.id) {
                faults.push(Fault::DuplicateItem(item.id.clone()));
            }
            check_item(item, &mut faults);
            for condition in item.show_if.iter().chain(&item.hide_if) {
                self.check_item_condition(item, condition, &before, &mut faults);
            }
        }
        for (length, bounds) in [(Length::Short, SHORT_ITEMS), (Length::Full, FULL_ITEMS)] {
            let count = self.count(length);
            if !bounds.contains(&count) {
                faults.push(Fault::ItemCount(length, count));
            }
        }
        let missing = Axis::ALL.into_iter().filter(|axis| self.items.iter().all(|item| item.axis != *axis));
        faults.extend(missing.map(Fault::AxisWithoutItem));
        faults
    }

    fn check_blocks(&self, faults: &mut Vec<Fault>) {
        let mut seen = BTreeSet::new();
        for block in &self.blocks {
            if !seen.insert(&block.id) {
                faults.push(Fault::DuplicateBlock(block.id.clone()));
            }
            if self.items_of(&block.id).next().is_none() {
                faults.push(Fault::EmptyBlock(block.id.clone()));
            }
        }
        let mut latest = 0;
        for item in &self.items {
            match self.blocks.iter().position(|block| block.id == item.block) {
                None => faults.push(Fault::UnknownBlock(item.id.clone())),
                Some(index) if index < latest => faults.push(Fault::OutOfBlockOrder(item.id.clone())),
                Some(index) => latest = index,
            }
        }
    }

    fn check_item_condition(
        &self,
        item: &Item,
        condition: &Condition,
        before: &BTreeSet<&ItemId>,
        faults: &mut Vec<Fault>,
    ) {
        for read in condition.items() {
            if *read == item.id || !before.contains(read) {
                faults.push(Fault::NotAskedBefore(item.id.clone(), read.clone()));
            } else if item.in_short && self.item(read).is_some_and(|read| !read.in_short) {
                faults.push(Fault::NotInShort(item.id.clone(), read.clone()));
            }
        }
        condition.visit(&mut |part| {
            if matches!(part, Condition::Level { .. } | Condition::Finding(_)) {
                faults.push(Fault::NotAnAnswer(item.id.clone()));
            }
        });
        faults.extend(self.check_reads(condition));
    }

    /// Whether what a condition reads of items exists; items that do not exist are left to the caller.
    pub fn check_reads(&self, condition: &Condition) -> Vec<Fault> {
        let mut faults = Vec::new();
        condition.visit(&mut |part| match part {
            Condition::Answer { item, r#in } => {
                if let Some(item) = self.item(item) {
                    if item.is_skill() {
                        faults.push(Fault::WrongKind(item.id.clone()));
                    }
                    let unknown = r#in.iter().filter(|option| item.option(option).is_none());
                    faults.extend(unknown.map(|option| Fault::UnknownOption(item.id.clone(), option.clone())));
                }
            }
            Condition::Skill { item, .. } => {
                if let Some(item) = self.item(item).filter(|item| !item.is_skill()) {
                    faults.push(Fault::WrongKind(item.id.clone()));
                }
            }
            _ => {}
        });
        faults
    }
}

fn check_item(item: &Item, faults: &mut Vec<Fault>) {
    if [&item.short, &item.text, &item.text_self].iter().any(|text| text.trim().is_empty()) {
        faults.push(Fault::EmptyText(item.id.clone()));
    }
    if item.axis.is_skill() != item.is_skill() {
        faults.push(Fault::AxisAndKindDisagree(item.id.clone()));
    }
    let options: &[Choice] = item.options();
    if !item.is_skill() && !OPTIONS.contains(&options.len()) {
        faults.push(Fault::OptionCount(item.id.clone(), options.len()));
    }
    let mut seen = BTreeSet::new();
    for option in options.iter().filter(|option| !seen.insert(&option.id)) {
        faults.push(Fault::DuplicateOption(item.id.clone(), option.id.clone()));
    }
    let exclusive = options.iter().filter(|option| option.exclusive).count();
    if exclusive > usize::from(matches!(item.kind, ItemKind::Many { .. })) {
        faults.push(Fault::MisplacedExclusive(item.id.clone()));
    }
}
