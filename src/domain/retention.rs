//! How long interviews are kept: the organisation's rule, what is due for erasing, and what is only kept.
//!
//! Nothing is erased here: what is due is listed, and a person decides. A last day is part of what it ends: something kept
//! until the 3rd is due on the 4th.

use super::interview::change;
use super::interview::decode;
use super::interview::label::CaseLabel;
use super::interview::model::{KIND, Restriction};
use crate::records::{ChangeSet, DELETED, InvalidId, Key, Kind, PLAUSIBLE_MS, Record, RecordId, Tables};
use chrono::{DateTime, Days, Months, NaiveDate};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::sync::Arc;

/// The kind of the records that hold what an organisation decides, and the one about retention.
pub const SETTINGS_KIND: &str = "settings";
const RULE_ID: &str = "retention";

/// Names of the fields. They are stored: never rename one.
pub mod field {
    pub const MONTHS: &str = "interview/months";
    pub const PROOF_MONTHS: &str = "attendance/months";
    pub const ANSWER_MONTHS: &str = "survey/months";
    pub const HOLD_REASON: &str = "hold/reason";
    pub const HOLD_UNTIL: &str = "hold/until";
}

/// The longest that a rule may say.
pub const MAX_MONTHS: u32 = 600;
/// The most characters of a reason.
pub const MAX_REASON_CHARS: usize = 300;
/// How many months after a session what people answered is kept while nobody decided: the cycle is closed by then, and its
/// figures are published.
pub const USUAL_ANSWER_MONTHS: u32 = 12;
/// How long what was removed may still be restored before erasing it is due.
pub const REMOVED_DAYS: u64 = 30;
/// By how much erasing is postponed at a time.
pub const POSTPONED_MONTHS: u32 = 6;

/// What the organisation decided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rule {
    /// How many months after its last date an interview is kept; `None`: not decided.
    pub months: Option<u32>,
    /// How many months after a session the proof of who attended is kept; `None`: not decided.
    pub proof_months: Option<u32>,
    /// How many months after a session the answers to its questionnaires are kept; `None`: [`USUAL_ANSWER_MONTHS`].
    pub answer_months: Option<u32>,
    pub hold: Option<Hold>,
}

/// An obligation to keep everything for a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hold {
    /// The last day of it.
    pub until: NaiveDate,
    /// Empty when a merge brought the date alone: the date still holds.
    pub reason: String,
}

/// Where the rule's record lives.
pub fn rule_key() -> Result<Key, InvalidId> {
    Ok(Key { kind: Kind::new(SETTINGS_KIND)?, id: RecordId::new(RULE_ID)? })
}

impl Rule {
    /// Reads the record. Total: what cannot be read is as if nobody had decided.
    pub fn from_record(record: &Record) -> Self {
        let until: Option<NaiveDate> = read(record, field::HOLD_UNTIL);
        let reason = || read(record, field::HOLD_REASON).unwrap_or_default();
        Self {
            months: months(record, field::MONTHS),
            proof_months: months(record, field::PROOF_MONTHS),
            answer_months: months(record, field::ANSWER_MONTHS),
            hold: until.map(|until| Hold { until, reason: reason() }),
        }
    }

    /// The rule among all the records.
    pub fn of(tables: &Tables) -> Self {
        let record = rule_key().ok().and_then(|key| tables.get(&key));
        record.filter(|record| !record.erased && !record.is_deleted()).map(Self::from_record).unwrap_or_default()
    }

    /// How many months after a session the answers to its questionnaires are kept.
    pub fn answer_months(&self) -> u32 {
        self.answer_months.unwrap_or(USUAL_ANSWER_MONTHS)
    }

    /// The obligation to keep, as long as it lasts.
    pub fn hold_on(&self, today: NaiveDate) -> Option<&Hold> {
        self.hold.as_ref().filter(|hold| hold.until >= today)
    }
}

fn months(record: &Record, name: &str) -> Option<u32> {
    read(record, name).filter(|months| (1..=MAX_MONTHS).contains(months))
}

fn read<T: DeserializeOwned>(record: &Record, name: &str) -> Option<T> {
    T::deserialize(record.value(name)?).ok()
}

/// Writes what changes from a rule to another. What stays is not written: a value that people disagree on stays to check.
pub fn change_rule(before: &Rule, after: &Rule) -> ChangeSet {
    let mut changes = ChangeSet::new();
    let Ok(key) = rule_key() else { return changes };
    let changed = rule_fields(before).into_iter().zip(rule_fields(after)).filter(|(before, after)| before != after);
    for (_, (name, value)) in changed {
        changes.write(&key, name, Some(&value));
    }
    changes
}

fn rule_fields(rule: &Rule) -> [(&'static str, Value); 5] {
    let hold = rule.hold.as_ref();
    [
        (field::MONTHS, rule.months.map(Value::from)),
        (field::PROOF_MONTHS, rule.proof_months.map(Value::from)),
        (field::ANSWER_MONTHS, rule.answer_months.map(Value::from)),
        (field::HOLD_REASON, hold.map(|hold| Value::from(hold.reason.as_str()))),
        (field::HOLD_UNTIL, hold.map(|hold| Value::from(hold.until.to_string()))),
    ]
    .map(|(name, value)| (name, value.unwrap_or(Value::Null)))
}

/// An interview of a list, not read whole yet: thousands may be due, few are on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed<T> {
    pub id: RecordId,
    /// Why it is in the list.
    pub why: T,
    record: Arc<Record>,
}

impl<T> Listed<T> {
    fn new(id: &RecordId, record: &Arc<Record>, why: T) -> Self {
        Self { id: id.clone(), why, record: Arc::clone(record) }
    }

    /// What people call it.
    pub fn label(&self) -> Option<CaseLabel> {
        decode::label(&self.record)
    }

    /// Whether it was removed from the list of interviews.
    pub fn is_removed(&self) -> bool {
        self.record.is_deleted()
    }
}

/// An interview to erase, and why.
pub type Due = Listed<Why>;
/// An interview that is only kept.
pub type Kept = Listed<Restriction>;

/// Why erasing is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Why {
    /// The rule's months are past since its last date.
    Old { last: NaiveDate, since: NaiveDate },
    /// It was removed long enough ago.
    Removed { on: NaiveDate },
    /// It was only kept until that day, which is past.
    RestrictionOver { until: NaiveDate },
}

impl Why {
    /// The day that the reason stands on; the oldest come first.
    pub fn day(self) -> NaiveDate {
        match self {
            Self::Old { since, .. } => since,
            Self::Removed { on } => on,
            Self::RestrictionOver { until } => until,
        }
    }
}

/// The interviews whose erasing is due, the longest overdue first. One without any date to go by is left out.
pub fn due(tables: &Tables, rule: &Rule, today: NaiveDate) -> Vec<Due> {
    let due = |(id, record): (&RecordId, &Arc<Record>)| Some(Due::new(id, record, why(record, rule, today)?));
    let mut due: Vec<Due> = interviews(tables).filter_map(due).collect();
    due.sort_by(|a, b| a.why.day().cmp(&b.why.day()).then_with(|| a.id.cmp(&b.id)));
    due
}

/// The interviews that are only kept, and for which nothing is due, those that end first before.
pub fn restricted(tables: &Tables, today: NaiveDate) -> Vec<Kept> {
    let kept = |(id, record): (&RecordId, &Arc<Record>)| {
        let restriction: Restriction = read(record, decode::field::RESTRICTED)?;
        (restriction.until >= today).then(|| Kept::new(id, record, restriction))
    };
    let mut kept: Vec<Kept> = interviews(tables).filter_map(kept).collect();
    kept.sort_by(|a, b| a.why.until.cmp(&b.why.until).then_with(|| a.id.cmp(&b.id)));
    kept
}

/// Every interview's record, those removed included; an erased one bears no date.
fn interviews(tables: &Tables) -> impl Iterator<Item = (&RecordId, &Arc<Record>)> {
    tables.iter().filter(|(kind, _, _)| kind.as_str() == KIND).map(|(_, id, record)| (id, record))
}

fn why(record: &Record, rule: &Rule, today: NaiveDate) -> Option<Why> {
    if let Some(Restriction { until, .. }) = read(record, decode::field::RESTRICTED) {
        return (until < today).then_some(Why::RestrictionOver { until });
    }
    if read(record, decode::field::KEEP_UNTIL).is_some_and(|until: NaiveDate| until >= today) {
        return None;
    }
    removed_on(record)
        .filter(|on| on.checked_add_days(Days::new(REMOVED_DAYS)).is_some_and(|last| last < today))
        .map(|on| Why::Removed { on })
        .or_else(|| {
            let last = last_date(record, today)?;
            let since = last.checked_add_months(Months::new(rule.months?))?;
            (since <= today).then_some(Why::Old { last, since })
        })
}

/// The last date that an interview bears: its end, else its beginning. The time of its writes is none: a machine's clock
/// may be wrong, and correcting a label years later is no contact. A date still to come is a wrong clock's.
fn last_date(record: &Record, today: NaiveDate) -> Option<NaiveDate> {
    let dates = [decode::field::CONCLUDED_ON, decode::field::STARTED_ON];
    dates.into_iter().filter_map(|name| read(record, name)).find(|date| *date <= today)
}

/// The day a record was removed, in universal time, when every machine that removed it had a believable clock.
pub fn removed_on(record: &Record) -> Option<NaiveDate> {
    if !record.is_deleted() {
        return None;
    }
    let date = |at_ms: i64| {
        let moment = DateTime::from_timestamp_millis(at_ms).filter(|_| PLAUSIBLE_MS.contains(&at_ms))?;
        Some(moment.date_naive())
    };
    let dates: Option<Vec<NaiveDate>> =
        record.fields.get(DELETED)?.iter().map(|entry| date(entry.stamp.at_ms)).collect();
    dates?.into_iter().max()
}

/// The last day of a postponement made today.
pub fn postponed(today: NaiveDate) -> NaiveDate {
    today.checked_add_months(Months::new(POSTPONED_MONTHS)).unwrap_or(today)
}

/// Postpones the erasing of an interview.
pub fn keep_until(tables: &Tables, key: &Key, until: NaiveDate) -> ChangeSet {
    leaving_removed(tables, key, change::keep_until(key, Some(until)))
}

/// Restricts the use of an interview, or lifts that.
pub fn restrict(tables: &Tables, key: &Key, restriction: Option<&Restriction>) -> ChangeSet {
    leaving_removed(tables, key, change::restrict(key, restriction))
}

/// A write says that its record is there: one that was removed is said to be still removed.
fn leaving_removed(tables: &Tables, key: &Key, mut changes: ChangeSet) -> ChangeSet {
    if tables.get(key).is_some_and(|record| record.is_deleted()) {
        changes.changes.extend(change::delete(key).changes);
    }
    changes
}

#[cfg(test)]
#[path = "retention_tests.rs"]
mod tests;
