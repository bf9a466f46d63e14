//! What people have to look at: values written apart, a record removed here and changed there, values that this version
//! cannot read. Derived from the records, and settled by an ordinary write, which has seen every value and replaces them.

use super::aside::{AsideReason, KeptAside};
use super::curriculum::forms::version;
use super::curriculum::run::RUN_KIND;
use super::curriculum::version::CURRICULUM_KIND;
use super::directory::local::decode as place;
use super::directory::local::identity::PLACE_KIND;
use super::directory::local::list::{self, PLACE_LIST_KIND};
use super::evaluation::response::RESPONSE_KIND;
use super::evaluation::sending::SENDING_KIND;
use super::evaluation::synthesis::{SYNTHESIS_KIND, field as synthesis};
use super::exercise::hand_in::{self, HAND_IN_KIND};
use super::exercise::positioning::POSITIONING_KIND;
use super::exercise::practice::PRACTICE_KIND;
use super::interview::decode::{self, field};
use super::interview::label::CaseLabel;
use super::interview::model::{Interview, KIND};
use super::network::pairs::PAIRS_KIND;
use super::programme::{besides, forms};
use super::snapshot::may_name_a_snapshot;
use crate::records::{
    Change, ChangeSet, DELETED, DeviceId, Entry, FieldName, Key, Kind, MAX_TEXT_CHARS, PLAUSIBLE_MS, Record, RecordId,
    Tables, clean_text,
};
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::Arc;

/// How far ahead of ours another clock may be.
const DAY_MS: i64 = 24 * 60 * 60 * 1_000;
/// The field that names a snapshot.
const EDITION: &str = "current";

/// One thing to check in one record.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Dispute {
    pub key: Key,
    /// The field to settle.
    pub field: FieldName,
    pub what: What,
}

/// What is to check.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum What {
    /// Values written apart, the one being shown first.
    Values(Vec<Proposal>),
    /// Removed on one side, changed on the other: it is still there, and its other disagreements wait.
    Removed { removed: Proposal, changed: Proposal },
    /// A value that this version cannot read.
    Unreadable { value: Value, reason: AsideReason },
}

/// A value, and the write that put it there.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Proposal {
    /// `null`: the field was emptied.
    pub value: Value,
    /// The machine it was written on, when the record knows.
    pub device: Option<DeviceId>,
    pub at_ms: i64,
    pub clock: Clock,
}

/// Whether the time of a write can be believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Clock {
    Plausible,
    /// Before any version of the program.
    Past,
    /// After what our own clock shows, by more than a day.
    Future,
}

impl Clock {
    /// Reads a time against ours; when ours is itself out of bounds, against the bounds alone.
    pub fn of(at_ms: i64, now_ms: i64) -> Self {
        let latest = match now_ms {
            _ if PLAUSIBLE_MS.contains(&now_ms) => PLAUSIBLE_MS.end.min(now_ms + DAY_MS + 1),
            _ => PLAUSIBLE_MS.end,
        };
        match at_ms {
            _ if at_ms < PLAUSIBLE_MS.start => Self::Past,
            _ if at_ms >= latest => Self::Future,
            _ => Self::Plausible,
        }
    }
}

/// A text that can be written anew instead of being chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rewritable {
    /// One short line.
    Label,
    /// Several lines, which can follow one another.
    Note,
}

/// What keeps a text written here from being kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextFault {
    /// Empty, too long for a label, or on several lines.
    NotALabel,
    TooLong,
}

/// Everything to check, in the order of the records. A record whose removal is disputed has this one dispute until it
/// is settled; one that everybody removed has none. Values that cannot be read are looked for in these records only:
/// reading all of them whole is long, [`count_unreadable`] finds them a few at a time.
pub fn disputes(tables: &Tables, now_ms: i64, has_unreadable: impl Fn(&Kind, &RecordId) -> bool) -> Vec<Dispute> {
    let present = tables.iter().filter(|(_, _, record)| is_present(record));
    let of_record = |(kind, id, record): (&Kind, &RecordId, &Arc<Record>)| {
        let mut found = disagreements(kind, id, record, now_ms);
        if may_be_unreadable(kind) && !is_contested(record) && has_unreadable(kind, id) {
            found.extend(unreadable_in(kind, id, record));
        }
        found
    };
    present.flat_map(of_record).collect()
}

/// How many disagreements there are; values that cannot be read are none.
pub fn count(tables: &Tables) -> usize {
    let present = tables.iter().filter(|(_, _, record)| is_present(record));
    let of_record = |kind: &Kind, record| if is_contested(record) { 1 } else { conflicts(kind, record).count() };
    present.map(|(kind, _, record)| of_record(kind, record)).sum()
}

/// Whether records of this kind are read whole: interviews, those of the programme and of its evaluation.
pub fn may_be_unreadable(kind: &Kind) -> bool {
    kind.as_str() == KIND || besides::is_of_programme(kind.as_str())
}

/// How many values of a record cannot be read. Unlike [`count`], it reads the whole record.
pub fn count_unreadable(kind: &Kind, id: &RecordId, record: &Record) -> usize {
    if is_contested(record) { 0 } else { unreadable(kind, id, record).len() }
}

fn is_present(record: &Record) -> bool {
    !record.erased && !record.is_deleted()
}

fn disagreements(kind: &Kind, id: &RecordId, record: &Record, now_ms: i64) -> Vec<Dispute> {
    let key = || Key { kind: kind.clone(), id: id.clone() };
    let about = |field: &FieldName, what| Dispute { key: key(), field: field.clone(), what };
    if let Some((field, removed, changed)) = removal(record) {
        let [removed, changed] = [removed, changed].map(|entry| Proposal::new(record, entry, now_ms));
        return vec![about(field, What::Removed { removed, changed })];
    }
    conflicts(kind, record)
        .map(|(field, entries)| about(field, What::Values(proposals(record, entries, now_ms))))
        .collect()
}

fn unreadable_in(kind: &Kind, id: &RecordId, record: &Record) -> impl Iterator<Item = Dispute> {
    unreadable(kind, id, record).into_iter().filter_map(|KeptAside { field, reason }| {
        let value = record.value(field.as_str())?.clone();
        let key = Key { kind: kind.clone(), id: id.clone() };
        Some(Dispute { key, field, what: What::Unreadable { value, reason } })
    })
}

/// The write that removed a record and one made without knowing it, the proposed ones, when there are both.
fn removal(record: &Record) -> Option<(&FieldName, &Entry, &Entry)> {
    let (field, entries) = record.fields.get_key_value(DELETED)?;
    let says = |removed: bool| move |entry: &&Entry| (entry.value == Value::Bool(true)) == removed;
    Some((field, entries.iter().find(says(true))?, entries.iter().find(says(false))?))
}

fn is_contested(record: &Record) -> bool {
    removal(record).is_some()
}

/// The fields on which people disagree, the removal apart.
fn conflicts<'a>(kind: &'a Kind, record: &'a Record) -> impl Iterator<Item = (&'a FieldName, &'a [Entry])> {
    record
        .conflicts()
        .filter(move |(field, entries)| field.as_str() != DELETED && is_disagreement(kind, field, entries))
}

/// Whether values written apart are something to settle, in a field of this kind of records.
pub fn is_disagreement(kind: &Kind, field: &FieldName, entries: &[Entry]) -> bool {
    match kind.as_str() {
        KIND | PRACTICE_KIND => decode::is_disputable(field),
        PLACE_KIND => place::is_disputed(field, entries),
        PLACE_LIST_KIND => list::is_disputable(field),
        HAND_IN_KIND => hand_in::is_disputable(field),
        // One person says where they stand: what they chose last.
        POSITIONING_KIND => false,
        // Of two editions of an answer, the later counts; two versions of one edition are settled at the desk of its session,
        // where one sees what each says.
        RESPONSE_KIND => false,
        // Those of two machines are read together.
        SENDING_KIND => false,
        // Two devices in the room look at their own clocks.
        RUN_KIND => false,
        // Those that were made last are whole.
        PAIRS_KIND => false,
        // The later order is followed, and no sequence is lost by it.
        CURRICULUM_KIND => field.as_str() != version::ORDER,
        _ => true,
    }
}

/// Whether writing a field tells people anything: where one stopped reading does not.
pub fn is_news(kind: &Kind, field: &FieldName) -> bool {
    match kind.as_str() {
        KIND | PRACTICE_KIND => decode::is_disputable(field),
        PLACE_KIND => place::is_news(field),
        _ => true,
    }
}

/// What a record keeps aside; a disputed field is first a disagreement.
fn unreadable(kind: &Kind, id: &RecordId, record: &Record) -> Vec<KeptAside> {
    if kind.as_str() == KIND {
        return unreadable_interview(id, record);
    }
    if !besides::is_of_programme(kind.as_str()) {
        return Vec::new();
    }
    let typed = forms::of_kind(kind.as_str()).into_iter().flat_map(|form| form.unreadable(record));
    let fields: BTreeSet<&FieldName> = typed.chain(besides::unreadable(kind.as_str(), record)).collect();
    let disputed = |field: &FieldName| record.conflicts().any(|(name, _)| name == field);
    let fields = fields.into_iter().filter(|field| !disputed(field)).cloned();
    fields.map(|field| KeptAside { field, reason: AsideReason::InvalidValue }).collect()
}

fn unreadable_interview(id: &RecordId, record: &Record) -> Vec<KeptAside> {
    let Interview { mut kept_aside, disputed, .. } = Interview::from_record(id, record);
    kept_aside.retain(|aside| !disputed.contains(&aside.field));
    kept_aside
}

/// Each value once, by the first of its writes whose time can be believed.
fn proposals(record: &Record, entries: &[Entry], now_ms: i64) -> Vec<Proposal> {
    let mut proposals: Vec<Proposal> = Vec::new();
    for entry in entries {
        let proposal = Proposal::new(record, entry, now_ms);
        match proposals.iter_mut().find(|known| known.value == proposal.value) {
            None => proposals.push(proposal),
            Some(known) if known.clock != Clock::Plausible && proposal.clock == Clock::Plausible => *known = proposal,
            Some(_) => {}
        }
    }
    proposals
}

impl Proposal {
    fn new(record: &Record, entry: &Entry, now_ms: i64) -> Self {
        Self {
            value: entry.value.clone(),
            device: record.seen.device_of(&entry.stamp.dot.replica).cloned(),
            at_ms: entry.stamp.at_ms,
            clock: Clock::of(entry.stamp.at_ms, now_ms),
        }
    }
}

impl Dispute {
    /// The proposal chosen beforehand: the one shown, unless its clock cannot be believed.
    pub fn preselected(&self) -> Option<usize> {
        let What::Values(proposals) = &self.what else { return None };
        proposals.first().filter(|first| first.clock == Clock::Plausible).map(|_| 0)
    }

    /// Whether the field holds a text that people write.
    pub fn rewritable(&self) -> Option<Rewritable> {
        let name = self.field.as_str();
        match self.key.kind.as_str() {
            KIND if name == field::LABEL => Some(Rewritable::Label),
            KIND if name.starts_with(field::NOTE) => Some(Rewritable::Note),
            PLACE_LIST_KIND if name == list::field::NOTE => Some(Rewritable::Note),
            _ => None,
        }
    }

    /// The texts proposed, in their order, without the blank ones.
    pub fn texts(&self) -> Vec<&str> {
        let What::Values(proposals) = &self.what else { return Vec::new() };
        let texts = proposals.iter().filter_map(|proposal| proposal.value.as_str()).map(str::trim);
        texts.filter(|text| !text.is_empty()).collect()
    }

    /// Keeps a value, one of those proposed.
    pub fn settle(&self, value: Value) -> Settlement {
        Settlement { key: self.key.clone(), field: self.field.clone(), value, former: self.shown() }
    }

    /// Keeps a text written here; a blank note empties the field.
    pub fn settle_text(&self, text: &str) -> Result<Settlement, TextFault> {
        let text = clean_text(text.trim()).into_owned();
        let is_label = self.rewritable() == Some(Rewritable::Label);
        if is_label && CaseLabel::new(&text).is_err() {
            return Err(TextFault::NotALabel);
        }
        if text.chars().count() > MAX_TEXT_CHARS {
            return Err(TextFault::TooLong);
        }
        Ok(self.settle(if text.is_empty() { Value::Null } else { Value::String(text) }))
    }

    /// Keeps a record whose removal is disputed, or empties a field.
    pub fn settle_empty(&self) -> Settlement {
        self.settle(Value::Null)
    }

    /// Leaves a record removed.
    pub fn settle_removed(&self) -> Settlement {
        self.settle(Value::Bool(true))
    }

    /// Whether what is set aside can come back: a snapshot is dropped with the value that named it.
    pub fn is_reversible(&self) -> bool {
        let names_snapshot = matches!(self.field.as_str(), EDITION | DELETED);
        !(may_name_a_snapshot(&self.key) && names_snapshot)
    }

    /// Whether it may be emptied: what was published of the evaluation keeps what is published next from being subtracted.
    pub fn may_be_emptied(&self) -> bool {
        self.key.kind.as_str() != SYNTHESIS_KIND || !self.field.as_str().starts_with(synthesis::LEDGER)
    }

    /// Both are about the same field.
    pub fn same_place(&self, other: &Self) -> bool {
        self.key == other.key && self.field == other.field
    }

    /// The value shown until it is settled; of a disputed removal, that the record is there.
    fn shown(&self) -> Value {
        match &self.what {
            What::Values(proposals) => proposals.first().map(|first| first.value.clone()).unwrap_or_default(),
            What::Removed { .. } => Value::Null,
            What::Unreadable { value, .. } => value.clone(),
        }
    }
}

/// A dispute that someone settles: the value kept, and the one that was shown before.
#[derive(Clone, Debug, PartialEq)]
pub struct Settlement {
    pub key: Key,
    pub field: FieldName,
    pub value: Value,
    pub former: Value,
}

impl Settlement {
    /// The write that settles it. It replaces every value known here, the one it repeats included.
    pub fn changes(&self) -> ChangeSet {
        self.write(&self.value)
    }

    /// Gives back the value that was shown before; none when the field holds something else since, or when the record
    /// was removed or erased by another act.
    pub fn undo(&self, tables: &Tables) -> Option<ChangeSet> {
        let record = tables.get(&self.key).filter(|record| !record.erased)?;
        let removed_by_it = self.field.as_str() == DELETED && self.value == Value::Bool(true);
        let held = record.fields.get(&self.field).map(Vec::as_slice);
        let still_holds = matches!(held, Some([only]) if only.value == self.value);
        (still_holds && record.is_deleted() == removed_by_it).then(|| self.write(&self.former))
    }

    fn write(&self, value: &Value) -> ChangeSet {
        let (key, field, value) = (self.key.clone(), self.field.clone(), value.clone());
        ChangeSet { changes: vec![Change::Set { key, field, value }] }
    }
}

#[cfg(test)]
#[path = "dispute_tests.rs"]
mod tests;
