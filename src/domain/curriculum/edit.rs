//! Writing a version: its sequences added, moved, copied, taken away; and keeping it once a day was held with it.

use super::forms::{sequence as part, version as field};
use super::sequence::{Sequence, SequenceId};
use super::version::{Curriculum, CurriculumId, write_sequence};
use crate::domain::programme::session::{self, Session, Status};
use crate::records::{Change, ChangeSet, DELETED, Key, RecordId};
use chrono::NaiveDate;
use serde::Deserialize;

/// The version is delivered, or kept as it was when a day was held: it is copied to be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotWritable;

/// Which way a sequence moves in the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shift {
    Earlier,
    Later,
}

impl Curriculum {
    /// Where its record is, when it may be written.
    fn key_to_write(&self) -> Result<Key, NotWritable> {
        let key = self.is_writable().then(|| self.id.key().ok()).flatten();
        key.ok_or(NotWritable)
    }

    fn order(&self) -> Vec<SequenceId> {
        self.day.sequences.iter().map(|sequence| sequence.id.clone()).collect()
    }

    fn place(&self, id: &SequenceId) -> Option<usize> {
        self.day.sequences.iter().position(|sequence| sequence.id == *id)
    }

    /// Where a sequence would come after moving; none at an end of the day, or when it is not there.
    pub fn place_after(&self, id: &SequenceId, shift: Shift) -> Option<usize> {
        let at = self.place(id)?;
        let to = match shift {
            Shift::Earlier => at.checked_sub(1)?,
            Shift::Later => at.checked_add(1)?,
        };
        (to < self.day.sequences.len()).then_some(to)
    }

    /// Moves a sequence by one place; nothing beyond the ends of the day.
    pub fn shift(&self, id: &SequenceId, shift: Shift) -> Result<ChangeSet, NotWritable> {
        let key = self.key_to_write()?;
        let mut order = self.order();
        if let Some((from, to)) = self.place(id).zip(self.place_after(id, shift)) {
            order.swap(from, to);
            return Ok(ChangeSet::one(&key, field::ORDER, Some(&order)));
        }
        Ok(ChangeSet::new())
    }

    /// What a new sequence holds besides what is typed: its version, and its place after another, last otherwise. Those that
    /// the order forgets come last, so that two machines that add one each need not agree on an order.
    pub fn add(&self, new: &SequenceId, after: Option<&SequenceId>) -> Result<ChangeSet, NotWritable> {
        let mut changes = match after {
            Some(after) => self.placed(new, Some(after))?,
            None => self.key_to_write().map(|_| ChangeSet::new())?,
        };
        if let Ok(key) = new.key() {
            changes.write(&key, part::CURRICULUM, Some(&self.id));
            changes.write(&key, part::ROOT, Some(new));
        }
        Ok(changes)
    }

    /// Copies a sequence under another title, right after it. The copy is a sequence of its own: it replaces nothing.
    pub fn duplicate(&self, id: &SequenceId, new: RecordId, title: &str) -> Result<ChangeSet, NotWritable> {
        let new = SequenceId(new);
        let mut changes = self.placed(&new, Some(id))?;
        let Some(of) = self.day.sequence(id) else { return Ok(ChangeSet::new()) };
        let copy = Sequence { id: new.clone(), root: new, title: title.to_owned(), ..of.clone() };
        changes.changes.extend(write_sequence(&copy, &self.id).changes);
        Ok(changes)
    }

    fn placed(&self, new: &SequenceId, after: Option<&SequenceId>) -> Result<ChangeSet, NotWritable> {
        let key = self.key_to_write()?;
        let mut order = self.order();
        let at = after.and_then(|after| self.place(after)).map_or(order.len(), |at| at.saturating_add(1));
        order.insert(at.min(order.len()), new.clone());
        Ok(ChangeSet::one(&key, field::ORDER, Some(&order)))
    }

    /// Takes a sequence away; it may be put back, and comes back to its place.
    pub fn remove(&self, id: &SequenceId) -> Result<ChangeSet, NotWritable> {
        self.key_to_write()?;
        let key = self.day.sequence(id).and_then(|sequence| sequence.id.key().ok());
        Ok(key.map(|key| ChangeSet::one(&key, DELETED, Some(&true))).unwrap_or_default())
    }
}

/// What is written to the version that a session follows when the session is said to have been held.
pub fn kept_by(session: &Session, versions: &[Curriculum], today: NaiveDate) -> ChangeSet {
    let followed = session.curriculum.as_ref().and_then(|id| versions.iter().find(|version| version.id == *id));
    followed.map(|version| version.freeze(session.held_on.unwrap_or(today))).unwrap_or_default()
}

/// What is written with the changes of a session that was held: the version that it follows from now on is kept too.
pub fn kept_with(session: &Session, changes: &ChangeSet, versions: &[Curriculum], today: NaiveDate) -> ChangeSet {
    let chosen = changes.changes.iter().find_map(|change| match change {
        Change::Set { field, value, .. } if field.as_str() == session::field::CURRICULUM => {
            CurriculumId::deserialize(value).ok()
        }
        _ => None,
    });
    match chosen.filter(|_| session.status == Status::Held) {
        Some(chosen) => kept_by(&Session { curriculum: Some(chosen), ..session.clone() }, versions, today),
        None => ChangeSet::new(),
    }
}

#[cfg(test)]
#[path = "edit_tests.rs"]
mod tests;
