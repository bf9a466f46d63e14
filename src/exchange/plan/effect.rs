//! What an import would do to one record.

use crate::domain::dispute::{is_disagreement, is_news};
use crate::records::{DELETED, Entry, Key, Kind, Record};
use serde::{Deserialize, Serialize};

/// What would happen to a record, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Effect {
    /// Was here, and would be erased for good.
    Erased,
    /// Was here, and would be removed; may be restored.
    Deleted,
    /// Both sides wrote the same field apart, or one removed what the other changed: both values are kept.
    InConflict,
    /// Was removed here, and would be back.
    Restored,
    Changed,
    /// Was not here.
    Added,
}

/// What would happen to a record, and to how many of its fields. A field counts once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordEffect {
    pub key: Key,
    pub effect: Effect,
    /// Fields that show nothing here, and would show a value.
    pub fields_added: usize,
    /// Fields that would show another value, or none.
    pub fields_changed: usize,
    /// Fields in which somebody would find a disagreement that is not here; one on the removal is among them.
    pub fields_in_conflict: usize,
}

impl RecordEffect {
    /// Compares a record with what it would become; none when it shows neither before nor after: what is removed and
    /// was never seen here stays out of sight.
    pub fn of(key: &Key, before: Option<&Record>, becomes: &Record) -> Option<Self> {
        let mut effect =
            Self { key: key.clone(), effect: Effect::Added, fields_added: 0, fields_changed: 0, fields_in_conflict: 0 };
        let (was_there, is_there) = (before.is_some_and(is_live), is_live(becomes));
        if is_there {
            effect.count_fields(&key.kind, before, becomes);
        }
        effect.effect = match before {
            _ if !was_there && !is_there => return None,
            _ if becomes.erased => Effect::Erased,
            _ if !is_there => Effect::Deleted,
            None => Effect::Added,
            Some(_) if effect.fields_in_conflict > 0 => Effect::InConflict,
            Some(_) if !was_there => Effect::Restored,
            Some(_) => Effect::Changed,
        };
        Some(effect)
    }

    fn count_fields(&mut self, kind: &Kind, before: Option<&Record>, becomes: &Record) {
        for (field, entries) in becomes.fields.iter().filter(|(field, _)| is_news(kind, field)) {
            let held = before.and_then(|record| record.fields.get(field)).map_or(&[][..], Vec::as_slice);
            let name = field.as_str();
            let (shown, shows) = (before.and_then(|record| record.value(name)), becomes.value(name));
            if is_disagreement(kind, field, entries) && brings_conflict(held, entries) {
                self.fields_in_conflict += 1;
            } else if name == DELETED || shown == shows {
                // The effect itself says whether the record is removed.
            } else if shown.is_none() {
                self.fields_added += 1;
            } else {
                self.fields_changed += 1;
            }
        }
    }
}

/// Neither deleted nor erased.
pub fn is_live(record: &Record) -> bool {
    !record.erased && !record.is_deleted()
}

/// A disagreement in which a value is new: a conflict that is here already, or that the file settles, is not brought.
fn brings_conflict(held: &[Entry], entries: &[Entry]) -> bool {
    let Some((first, rest)) = entries.split_first() else { return false };
    let is_new = |entry: &Entry| held.iter().all(|known| known.value != entry.value);
    rest.iter().any(|entry| entry.value != first.value) && entries.iter().any(is_new)
}
