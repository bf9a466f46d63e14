//! The questionnaires that were made to be sent about a session: their numbers, and never to whom each one goes.
//!
//! A reminder carries the number of the first message, so that whoever answers both counts once: the numbers are kept to be
//! made into files again. They are one value, in the order of the numbers: in what order they were made would tell the order of
//! a list of people.

use super::secret::SecretNumber;
use crate::domain::programme::id::SessionId;
use crate::records::{ChangeSet, InvalidId, Key, Kind, Record, Tables};
use serde::Deserialize;
use std::collections::BTreeSet;

/// The kind of these records: one for a session, under its identity.
pub const SENDING_KIND: &str = "survey_sending";

/// Names of the fields. They are stored: never rename one.
pub mod field {
    pub const NUMBERS: &str = "numbers";
}

fn key(session: &SessionId) -> Result<Key, InvalidId> {
    Ok(Key { kind: Kind::new(SENDING_KIND)?, id: session.0.clone() })
}

/// The numbers that were made for the three-month questionnaire of a session: those of two machines, together.
pub fn prepared(tables: &Tables, session: &SessionId) -> BTreeSet<SecretNumber> {
    let record = key(session).ok().and_then(|key| tables.get(&key));
    record.filter(|record| !record.erased && !record.is_deleted()).map(numbers).unwrap_or_default()
}

fn numbers(record: &Record) -> BTreeSet<SecretNumber> {
    let entries = record.fields.get(field::NUMBERS).into_iter().flatten();
    entries.filter_map(|entry| BTreeSet::deserialize(&entry.value).ok()).flatten().collect()
}

/// Keeps numbers that were just drawn, with the others.
pub fn prepare(tables: &Tables, session: &SessionId, drawn: impl IntoIterator<Item = SecretNumber>) -> ChangeSet {
    let mut all = prepared(tables, session);
    all.extend(drawn);
    key(session).map(|key| ChangeSet::one(&key, field::NUMBERS, Some(&all))).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::fixture::store;
    use super::*;

    #[test]
    fn numbers_are_kept_together_whatever_order_and_machine_they_were_made_on() {
        let session = SessionId::new("s1").unwrap();
        let number = SecretNumber::new;
        let [mut one, mut other] = [Tables::default(), Tables::default()];
        let changes = prepare(&one, &session, [number(9), number(3)]);
        store(&mut one, &changes, "r1");
        let changes = prepare(&one, &session, [number(5)]);
        store(&mut one, &changes, "r1");
        let changes = prepare(&other, &session, [number(7)]);
        store(&mut other, &changes, "r2");
        one.merged_with(&other).into_iter().for_each(|(key, record)| one.put(key, record));
        assert_eq!(prepared(&one, &session), [3, 5, 7, 9].map(number).into());
        assert_eq!(prepared(&one, &SessionId::new("s2").unwrap()), BTreeSet::new());
        // In the order of the numbers: nothing says which was made first.
        let changes = prepare(&one, &session, []);
        store(&mut one, &changes, "r1");
        let text = format!("{:?}", one.get(&key(&session).unwrap()).unwrap().fields);
        let places: Vec<_> = [3, 5, 7, 9].map(|drawn| text.find(&number(drawn).to_string()).unwrap()).into();
        assert!(places.is_sorted(), "{text}");
    }
}
