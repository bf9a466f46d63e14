//! A record: its fields, what it has seen, and whether it was erased.

use super::clean::clean_value;
use super::id::{FieldName, ReplicaId};
use super::stamp::{Dot, Stamp, VersionVector};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// One value of a field and the write that put it there. `null` stands for a field emptied on purpose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "EntryText")]
pub struct Entry {
    #[serde(rename = "v")]
    pub value: Value,
    #[serde(flatten)]
    pub stamp: Stamp,
}

impl Entry {
    /// The order of a field's entries, the same on every machine: the proposed value first.
    pub(super) fn shown_first(&self, other: &Self) -> Ordering {
        let by_rank = other.stamp.rank().cmp(&self.stamp.rank());
        by_rank.then_with(|| self.value.to_string().cmp(&other.value.to_string()))
    }
}

/// An entry as it is written. A newer shape of it needs a newer `min_reader`: a member unknown here is refused rather
/// than lost.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EntryText {
    v: Value,
    at: i64,
    by: ReplicaId,
    seq: u64,
}

impl From<EntryText> for Entry {
    fn from(text: EntryText) -> Self {
        let mut value = text.v;
        clean_value(&mut value);
        Self { value, stamp: Stamp { at_ms: text.at, dot: Dot { replica: text.by, seq: text.seq } } }
    }
}

/// A record as stored and exchanged. Entries of a field are never empty, each has been seen, and they lie in the order they
/// are shown: the proposed value first. A field that was written keeps an entry for ever, `null` once emptied. An erased
/// record holds nothing else.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "RecordText")]
pub struct Record {
    pub fields: BTreeMap<FieldName, Vec<Entry>>,
    pub seen: VersionVector,
    /// What has been seen of the fields that a partial copy left out, where it is less than `seen`: of each, the writes
    /// that its entries here take into account.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub partial: BTreeMap<FieldName, VersionVector>,
    /// Erased for good (a person's right): holds nothing, and wins every merge.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub erased: bool,
    /// What a newer version of the program wrote beside the fields: kept and exported again.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

/// A record as it is written, by us or by anybody.
#[derive(Deserialize)]
struct RecordText {
    #[serde(default)]
    fields: BTreeMap<FieldName, Vec<Entry>>,
    #[serde(default)]
    seen: VersionVector,
    #[serde(default)]
    partial: BTreeMap<FieldName, VersionVector>,
    #[serde(default)]
    erased: bool,
    #[serde(flatten)]
    unknown: Map<String, Value>,
}

/// Whatever the text held, the record that comes out of it keeps the invariants; no value is lost on the way.
impl From<RecordText> for Record {
    fn from(text: RecordText) -> Self {
        if text.erased {
            return Self::erasure();
        }
        let RecordText { mut fields, mut seen, mut partial, unknown, .. } = text;
        partial.remove(super::DELETED);
        fields.retain(|_, entries| !entries.is_empty());
        for (name, entries) in &mut fields {
            let seen_of_field = partial.get_mut(name).unwrap_or(&mut seen);
            for entry in entries.iter() {
                seen_of_field.include(&entry.stamp.dot);
            }
            entries.sort_by(Entry::shown_first);
            entries.dedup();
        }
        // What was seen of one field was seen, and its numbers must not serve again.
        partial.values().for_each(|seen_of_field| seen.join(seen_of_field));
        partial.retain(|_, seen_of_field| *seen_of_field != seen);
        Self { fields, seen, partial, erased: false, unknown }
    }
}

impl Record {
    /// What is left of an erased record.
    pub fn erasure() -> Self {
        Self { erased: true, ..Self::default() }
    }

    /// A copy without some fields, to hand over. It has seen nothing of them, so that merging it never takes away what it
    /// does not hold. Whether the record is removed is always said.
    #[must_use]
    pub fn without_fields(&self, leaves_out: impl Fn(&FieldName) -> bool) -> Self {
        let mut copy = self.clone();
        let is_left_out = |name: &&FieldName| name.as_str() != super::DELETED && leaves_out(name);
        for name in self.fields.keys().filter(is_left_out) {
            copy.fields.remove(name);
            copy.partial.insert(name.clone(), VersionVector::default());
        }
        copy
    }

    /// A partial copy, or one that met partial copies only: it may miss values of some fields.
    pub fn is_partial(&self) -> bool {
        !self.partial.is_empty()
    }

    /// What has been seen of one field: every write to it that its entries here take into account.
    pub fn seen_of(&self, field: &FieldName) -> &VersionVector {
        self.partial.get(field).unwrap_or(&self.seen)
    }

    /// The value to show: the proposed one, unless the field was emptied.
    pub fn value(&self, field: &str) -> Option<&Value> {
        self.fields
            .get(field)
            .and_then(|entries| entries.first())
            .map(|entry| &entry.value)
            .filter(|value| !value.is_null())
    }

    /// The fields whose name starts with `prefix`, with the rest of their name and the value to show.
    pub fn family<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a Value)> {
        self.fields.keys().filter_map(move |name| {
            let member = name.as_str().strip_prefix(prefix)?;
            Some((member, self.value(name.as_str())?))
        })
    }

    /// The fields on which people disagree without knowing it, with every value. [`super::DELETED`] is among them when
    /// a record was removed here and changed there.
    pub fn conflicts(&self) -> impl Iterator<Item = (&FieldName, &[Entry])> {
        self.fields.iter().filter_map(|(name, entries)| {
            let (first, rest) = entries.split_first()?;
            rest.iter().any(|entry| entry.value != first.value).then_some((name, entries.as_slice()))
        })
    }

    /// Removed, by everybody who wrote last: it may be restored. One that somebody changed without knowing that it was
    /// removed is still there.
    pub fn is_deleted(&self) -> bool {
        let says_deleted = |entry: &Entry| entry.value == Value::Bool(true);
        self.fields.get(super::DELETED).is_some_and(|entries| entries.iter().all(says_deleted))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(value: Value) -> Record {
        serde_json::from_value(value).unwrap()
    }

    fn entry(value: &str, at: i64, by: &str, seq: u64) -> Value {
        json!({ "v": value, "at": at, "by": by, "seq": seq })
    }

    #[test]
    fn entries_come_out_in_the_order_they_are_shown() {
        let record = read(json!({
            "fields": { "label": [entry("b", 1, "r1", 1), entry("a", 2, "r2", 1)] },
            "seen": { "r1": { "seq": 1, "device": "d" }, "r2": { "seq": 1, "device": "d" } },
        }));
        assert_eq!(record.value("label"), Some(&json!("a")));
    }

    #[test]
    fn a_write_above_what_was_seen_is_seen() {
        let record = read(json!({ "fields": { "label": [entry("a", 1, "r1", 7)] } }));
        let dot = &record.fields["label"][0].stamp.dot;
        assert!(record.seen.has_seen(dot));
        let record = read(json!({
            "fields": { "label": [entry("a", 1, "r1", 7)] },
            "seen": { "r1": { "seq": 2, "device": "accueil" } },
        }));
        let seen: Vec<_> = record.seen.iter().map(|(_, seen)| (seen.seq, seen.device.as_str())).collect();
        assert_eq!(seen, [(7, "accueil")]);
    }

    #[test]
    fn empty_fields_go_and_doubles_are_one() {
        let double = entry("a", 1, "r1", 1);
        let record = read(json!({ "fields": { "none": [], "label": [double, entry("a", 1, "r1", 1)] } }));
        assert_eq!(record.fields.keys().map(FieldName::as_str).collect::<Vec<_>>(), ["label"]);
        assert_eq!(record.fields["label"].len(), 1);
    }

    #[test]
    fn two_values_under_one_write_are_both_kept() {
        let record = read(json!({ "fields": { "label": [entry("b", 1, "r1", 1), entry("a", 1, "r1", 1)] } }));
        assert_eq!(record.conflicts().count(), 1);
        assert_eq!(record.merge(&record), record);
    }

    #[test]
    fn an_erased_record_keeps_nothing() {
        let record = read(json!({
            "erased": true,
            "fields": { "label": [entry("a", 1, "r1", 1)] },
            "seen": { "r1": { "seq": 1, "device": "d" } },
            "later": "trace",
        }));
        assert_eq!(record, Record::erasure());
        assert_eq!(serde_json::to_value(&record).unwrap(), json!({ "fields": {}, "seen": {}, "erased": true }));
    }

    #[test]
    fn texts_come_in_clean() {
        let record = read(json!({ "fields": { "label": [entry("a\u{202e}\u{0}", 1, "r1", 1)] } }));
        assert_eq!(record.value("label"), Some(&json!("a")));
    }

    #[test]
    fn what_a_newer_version_wrote_beside_is_kept_and_a_newer_entry_refused() {
        let text = json!({ "fields": {}, "seen": {}, "later": { "x": [1, "y"] } });
        assert_eq!(serde_json::to_value(read(text.clone())).unwrap(), text);
        for wrong in [
            json!({ "v": 1, "at": 1, "by": "r1", "seq": 1, "later": 1 }),
            json!({ "v": 1, "at": 1, "by": "", "seq": 1 }),
            json!({ "v": 1, "at": 1, "by": "r1", "seq": -1 }),
            json!({ "v": 1, "at": 1, "by": "r1" }),
        ] {
            let record = json!({ "fields": { "label": [wrong] } });
            assert!(serde_json::from_value::<Record>(record).is_err());
        }
    }

    #[test]
    fn enormous_times_are_only_an_order() {
        let record = read(json!({
            "fields": { "label": [entry("old", i64::MIN, "r1", 1), entry("new", i64::MAX, "r2", 1)] },
        }));
        assert_eq!(record.value("label"), Some(&json!("new")));
        assert_eq!(serde_json::from_str::<Record>(&serde_json::to_string(&record).unwrap()).unwrap(), record);
    }

    #[test]
    fn what_was_seen_of_a_field_is_put_in_order() {
        let seen = |seq| json!({ "r1": { "seq": seq, "device": "poste" } });
        // What the text says was seen of the note, and of all; what comes out of it.
        for (note, all, note_after, all_after) in [
            (seen(1), seen(3), Some(seen(2)), seen(3)),
            (json!({}), seen(3), Some(seen(2)), seen(3)),
            (seen(3), seen(3), None, seen(3)),
            (seen(9), seen(3), None, seen(9)),
            (json!({}), json!({}), None, seen(2)),
        ] {
            let record = read(json!({
                "fields": { "note/x": [entry("n", 1, "r1", 2)] },
                "seen": all,
                "partial": { "note/x": note, "deleted": seen(1), "label": seen(1) },
            }));
            let text = serde_json::to_value(&record).unwrap();
            assert_eq!((text["partial"].get("note/x"), &text["seen"]), (note_after.as_ref(), &all_after));
            assert_eq!(text["partial"].get("deleted"), None, "whether it is removed is always known");
            assert_eq!(read(text), record);
        }
        let erased = json!({ "erased": true, "partial": { "note/x": {} } });
        assert_eq!(read(erased), Record::erasure());
    }

    #[test]
    fn a_partial_copy_takes_nothing_away() {
        let seen = |seq| json!({ "r1": { "seq": seq, "device": "d" } });
        let present = json!({ "v": null, "at": 1, "by": "r1", "seq": 2 });
        // The note was the last write: `deleted` says with the same dot that the record is there.
        let whole = read(json!({
            "fields": { "label": [entry("a", 1, "r1", 1)], "note/x": [entry("n", 1, "r1", 2)], "deleted": [present] },
            "seen": seen(2),
        }));
        let partial = whole.without_fields(|name| name.as_str() != "label");
        let partial: Record = serde_json::from_str(&serde_json::to_string(&partial).unwrap()).unwrap();
        assert_eq!(partial.fields.keys().map(FieldName::as_str).collect::<Vec<_>>(), ["deleted", "label"]);
        assert!(partial.is_partial() && !whole.is_partial());
        assert_eq!(whole.merge(&partial), whole);
        assert_eq!(partial.merge(&whole), whole);
        let older = read(json!({ "fields": { "label": [entry("a", 1, "r1", 1)] }, "seen": seen(1) }));
        let met = older.merge(&partial);
        assert_eq!((met.value("label"), met.value("note/x")), (Some(&json!("a")), None));
        assert_eq!((met.is_partial(), met.merge(&whole)), (true, whole.clone()));
        assert_eq!(Record::erasure().without_fields(|_| true), Record::erasure());
        assert_eq!(whole.without_fields(|_| false), whole);
    }
}
