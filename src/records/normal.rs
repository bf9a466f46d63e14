//! Records from elsewhere, put back in order: a file may hold what no merge of ours would have written.

use super::merge::in_order;
use super::record::Record;

/// A count of writes that cannot be reached by hand: above it a replica's next write could not be told from the last.
const MAX_SEQ: u64 = 1 << 53;

impl Record {
    /// The same record with its invariants restored and no value lost: entries in order, each write once, every write
    /// counted as seen, no empty field, nothing in what was erased. `None` when the counts are not those of any program.
    pub fn normalised(mut self) -> Option<Self> {
        if self.erased {
            self.fields.clear();
        }
        for (_, seen) in self.seen.iter() {
            if seen.seq > MAX_SEQ {
                return None;
            }
        }
        for entries in self.fields.values_mut() {
            for entry in entries.iter() {
                if entry.stamp.dot.seq > MAX_SEQ {
                    return None;
                }
                self.seen.include(&entry.stamp.dot);
            }
            *entries = in_order(std::mem::take(entries));
        }
        self.fields.retain(|_, entries| !entries.is_empty());
        Some(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(value: serde_json::Value) -> Record {
        serde_json::from_value(value).unwrap()
    }

    #[test]
    fn a_write_above_what_was_seen_is_counted_and_entries_are_put_in_order() {
        let record = read(json!({
            "fields": {
                "a": [{ "v": 1, "at": 1, "by": "r1", "seq": 4 }, { "v": 2, "at": 9, "by": "r2", "seq": 1 },
                      { "v": 2, "at": 9, "by": "r2", "seq": 1 }],
                "b": [],
            },
            "seen": { "r1": { "seq": 2, "device": "d" } },
        }))
        .normalised()
        .unwrap();
        let values: Vec<_> = record.fields["a"].iter().map(|entry| entry.value.clone()).collect();
        assert_eq!(values, [json!(2), json!(1)]);
        assert!(!record.fields.contains_key("b"));
        assert!(record.fields["a"].iter().all(|entry| record.seen.has_seen(&entry.stamp.dot)));
        assert_eq!(record.clone().normalised(), Some(record));
    }

    #[test]
    fn an_erased_record_holds_nothing() {
        let record = read(json!({
            "fields": { "a": [{ "v": 1, "at": 1, "by": "r1", "seq": 1 }] }, "erased": true,
        }));
        assert!(record.normalised().unwrap().fields.is_empty());
    }

    #[test]
    fn a_count_that_cannot_grow_is_refused() {
        let record = read(json!({ "seen": { "r1": { "seq": u64::MAX, "device": "d" } } }));
        assert_eq!(record.normalised(), None);
    }
}
