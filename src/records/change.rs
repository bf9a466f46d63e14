//! A change is a value: what a domain function returns, what a commit stores.

use super::clean::clean_value;
use super::id::{DeviceId, FieldName, InvalidId, Key, ReplicaId};
use super::record::{Entry, Record};
use super::stamp::{Dot, Stamp};
use super::table::Tables;
use serde::Serialize;
use serde_json::Value;

/// Who writes, and the time their machine shows (milliseconds since 1970).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    pub replica: ReplicaId,
    pub device: DeviceId,
    pub at_ms: i64,
}

/// One act on one record.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Gives a field a value, replacing every value known here; `null` empties it.
    Set { key: Key, field: FieldName, value: Value },
    /// The same, under another author than whoever makes the change: nothing of the machine, of its other writes nor of the
    /// hour is in it. The author must be made from the value alone, or one of its writes could bear the number of another.
    SetAs { key: Key, field: FieldName, value: Value, author: Author },
    /// Erases a record for good.
    Erase { key: Key },
}

impl Change {
    pub fn key(&self) -> &Key {
        match self {
            Self::Set { key, .. } | Self::SetAs { key, .. } | Self::Erase { key } => key,
        }
    }
}

/// Changes stored together or not at all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChangeSet {
    pub changes: Vec<Change>,
}

impl ChangeSet {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// Adds a write.
    pub fn set(&mut self, key: &Key, field: FieldName, value: impl Into<Value>) {
        self.changes.push(Change::Set { key: key.clone(), field, value: value.into() });
    }

    /// Adds a write to a field named by a text.
    pub fn set_named(&mut self, key: &Key, field: &str, value: impl Into<Value>) -> Result<(), InvalidId> {
        self.set(key, FieldName::new(field)?, value);
        Ok(())
    }

    /// Adds a write, or empties the field. For names that are constants, or a family and an identifier, which always make
    /// a field name, and for plain enums, texts and dates, which always serialise: neither can fail.
    pub fn write<T: Serialize + ?Sized>(&mut self, key: &Key, field: &str, value: Option<&T>) {
        let value = value.map_or(Ok(Value::Null), serde_json::to_value);
        let written = value.is_ok_and(|value| self.set_named(key, field, value).is_ok());
        debug_assert!(written, "{field}");
    }

    /// That one write.
    pub fn one<T: Serialize + ?Sized>(key: &Key, field: &str, value: Option<&T>) -> Self {
        let mut changes = Self::new();
        changes.write(key, field, value);
        changes
    }

    /// The records that storing this changes, as they will be. Nothing is changed here; a write of the value that a
    /// field already holds is none.
    pub fn apply(&self, tables: &Tables, author: &Author) -> Vec<(Key, Record)> {
        let mut changes: Vec<&Change> = self.changes.iter().collect();
        // Stable: the changes of a record stay in the order they were asked.
        changes.sort_by_key(|change| change.key());
        changes
            .chunk_by(|one, next| one.key() == next.key())
            .filter_map(|changes| {
                let key = changes.first()?.key();
                let before = tables.get(key);
                let record = before.cloned().unwrap_or_default().written(changes, author);
                let is_news = before.map_or(record != Record::default(), |before| *before != record);
                is_news.then(|| (key.clone(), record))
            })
            .collect()
    }
}

impl Record {
    /// The record once these changes of it are written. A write says that its record is there, unless they remove it on
    /// purpose.
    fn written(mut self, changes: &[&Change], author: &Author) -> Self {
        let is_removal = |change: &&Change| matches!(change, Change::Set { field, value, .. } if field.as_str() == super::DELETED && *value == Value::Bool(true));
        let removed = changes.iter().any(is_removal);
        for change in changes {
            match change {
                Change::Set { .. } | Change::SetAs { .. } if self.erased => {}
                Change::Set { field, value, .. } => self.set_present(field, value, author, removed),
                Change::SetAs { field, value, author, .. } => self.set_present(field, value, author, removed),
                Change::Erase { .. } => self = Self::erasure(),
            }
        }
        self
    }

    fn set_present(&mut self, field: &FieldName, value: &Value, author: &Author, removed: bool) {
        let stamp = self.set(field, value.clone(), author);
        if let Some(stamp) = stamp.filter(|_| !removed) {
            let present = Entry { value: Value::Null, stamp };
            self.fields.insert(FieldName::deleted(), vec![present]);
        }
    }

    /// Replaces every value of a field; nothing when it holds this one already, and no other.
    fn set(&mut self, field: &FieldName, mut value: Value, author: &Author) -> Option<Stamp> {
        clean_value(&mut value);
        if self.holds_only(field, &value) {
            return None;
        }
        let stamp = Stamp { at_ms: author.at_ms, dot: self.next_dot(author) };
        self.fields.insert(field.clone(), vec![Entry { value, stamp: stamp.clone() }]);
        Some(stamp)
    }

    /// Whether a field holds this value and no other.
    pub(super) fn holds_only(&self, field: &FieldName, value: &Value) -> bool {
        match self.fields.get(field).map(Vec::as_slice) {
            None => value.is_null(),
            Some([only]) => only.value == *value,
            Some(_) => false,
        }
    }

    /// Mints the author's next dot and counts it as seen everywhere: what a write gives one field, the others have seen
    /// too. That also counts the author's former writes, which a copy that left some out may not hold: the author then
    /// goes on under another name.
    fn next_dot(&mut self, author: &Author) -> Dot {
        let is_free = |name: &ReplicaId| {
            let last = self.seen.last_of(name);
            last < u64::MAX && self.partial.values().all(|seen| seen.last_of(name) == last)
        };
        let replica = author.replica.first_free(is_free);
        for seen in self.partial.values_mut() {
            seen.next_dot(&replica, &author.device);
        }
        self.seen.next_dot(&replica, &author.device)
    }
}

#[cfg(test)]
mod tests {
    use super::super::DELETED;
    use super::super::id::{Kind, RecordId};
    use super::*;
    use serde_json::json;

    fn key() -> Key {
        Key { kind: Kind::new("interview").unwrap(), id: RecordId::new("a").unwrap() }
    }

    fn author(replica: &str, at_ms: i64) -> Author {
        Author { replica: ReplicaId::new(replica).unwrap(), device: DeviceId::new("accueil").unwrap(), at_ms }
    }

    fn set(field: &str, value: impl Into<Value>) -> ChangeSet {
        let mut changes = ChangeSet::new();
        changes.set_named(&key(), field, value).unwrap();
        changes
    }

    fn stored(tables: &mut Tables, changes: &ChangeSet, author: &Author) -> usize {
        let records = changes.apply(tables, author);
        let count = records.len();
        records.into_iter().for_each(|(key, record)| tables.put(key, record));
        count
    }

    #[test]
    fn writing_what_is_there_already_is_no_write() {
        let mut tables = Tables::default();
        assert_eq!(stored(&mut tables, &set("label", "a"), &author("r1", 1)), 1);
        assert_eq!(stored(&mut tables, &set("label", "a"), &author("r1", 2)), 0);
        assert_eq!(stored(&mut tables, &set("note", Value::Null), &author("r1", 3)), 0);
        assert_eq!(stored(&mut tables, &set("label", Value::Null), &author("r1", 4)), 1);
        assert_eq!(stored(&mut tables, &ChangeSet::new(), &author("r1", 5)), 0);
    }

    #[test]
    fn what_is_typed_is_stored_clean() {
        let mut tables = Tables::default();
        stored(&mut tables, &set("label", "a\u{202e}\r\nb"), &author("r1", 1));
        assert_eq!(tables.get(&key()).unwrap().value("label"), Some(&json!("a\nb")));
    }

    #[test]
    fn several_writes_of_one_set_are_distinct() {
        let mut changes = set("label", "a");
        changes.set_named(&key(), "label", "b").unwrap();
        changes.set_named(&key(), "note", "c").unwrap();
        let mut tables = Tables::default();
        stored(&mut tables, &changes, &author("r1", 1));
        let record = tables.get(&key()).unwrap();
        assert_eq!((record.value("label"), record.value("note")), (Some(&json!("b")), Some(&json!("c"))));
        assert_ne!(record.fields["label"][0].stamp.dot, record.fields["note"][0].stamp.dot);
    }

    #[test]
    fn deleting_and_restoring() {
        let mut tables = Tables::default();
        stored(&mut tables, &set("label", "a"), &author("r1", 1));
        stored(&mut tables, &set(DELETED, true), &author("r1", 2));
        assert!(tables.get(&key()).unwrap().is_deleted());
        assert_eq!(tables.live("interview").count(), 0);
        stored(&mut tables, &set(DELETED, Value::Null), &author("r1", 3));
        assert_eq!(tables.live("interview").count(), 1);
        stored(&mut tables, &set(DELETED, true), &author("r1", 4));
        stored(&mut tables, &set("label", "b"), &author("r1", 5));
        assert!(!tables.get(&key()).unwrap().is_deleted(), "a change brings a record back");
    }

    #[test]
    fn a_write_under_another_author_says_nothing_of_who_makes_it() {
        let mut tables = Tables::default();
        let (field, value) = (FieldName::new("label").unwrap(), json!("a"));
        let apart = author("apart", 7);
        let change =
            Change::SetAs { key: key(), field, value, author: Author { device: DeviceId::unnamed(), ..apart } };
        let changes = ChangeSet { changes: vec![change] };
        assert_eq!(stored(&mut tables, &changes, &author("r1", 1)), 1);
        let text = serde_json::to_string(tables.get(&key()).unwrap()).unwrap();
        assert!(!text.contains("r1") && !text.contains("accueil"), "{text}");
        assert!(text.contains("\"at\":7") && text.contains("apart"), "{text}");
        assert_eq!(stored(&mut tables, &changes, &author("r2", 2)), 0, "it is there already");
    }

    #[test]
    fn nothing_is_written_to_an_erased_record() {
        let mut tables = Tables::default();
        stored(&mut tables, &set("label", "a"), &author("r1", 1));
        let erase = ChangeSet { changes: vec![Change::Erase { key: key() }] };
        assert_eq!(stored(&mut tables, &erase, &author("r1", 2)), 1);
        assert_eq!(stored(&mut tables, &erase, &author("r1", 3)), 0);
        assert_eq!(stored(&mut tables, &set("label", "b"), &author("r1", 4)), 0);
        assert_eq!(tables.get(&key()), Some(&Record::erasure()));
    }

    #[test]
    fn erasing_what_is_not_known_here_is_remembered() {
        let mut tables = Tables::default();
        let erase = ChangeSet { changes: vec![Change::Erase { key: key() }] };
        assert_eq!(stored(&mut tables, &erase, &author("r1", 1)), 1);
        assert!(tables.get(&key()).unwrap().erased);
    }
}
