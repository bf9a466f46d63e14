//! Every act on an interview, as a change set. Identity and dates are arguments.

use super::answer::Answer;
use super::decision::{Decision, Referral};
use super::decode::field;
use super::flow::Step;
use super::framing::Professional;
use super::id::{BlockId, ItemId, OrientationId};
use super::label::CaseLabel;
use super::model::{AgeBand, Informed, Presentation, Residence};
use super::questionnaire::{Length, Version};
use crate::records::{Change, ChangeSet, DELETED, Key};
use chrono::NaiveDate;
use serde::Serialize;
use serde_json::Value;

/// What an interview starts with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Start {
    pub label: CaseLabel,
    pub commune: Option<Residence>,
    pub age_band: Option<AgeBand>,
    pub length: Length,
    pub presentation: Presentation,
    pub questionnaire: Version,
    pub on: NaiveDate,
}

/// Starts an interview.
pub fn start(key: &Key, start: &Start) -> ChangeSet {
    let mut changes = ChangeSet::new();
    put(&mut changes, key, field::LABEL, Some(&start.label));
    if let Some(commune) = &start.commune {
        put(&mut changes, key, field::COMMUNE, Some(commune));
    }
    if let Some(age_band) = &start.age_band {
        put(&mut changes, key, field::AGE_BAND, Some(age_band));
    }
    put(&mut changes, key, field::LENGTH, Some(&start.length));
    put(&mut changes, key, field::PRESENTATION, Some(&start.presentation));
    put(&mut changes, key, field::QUESTIONNAIRE, Some(&start.questionnaire));
    put(&mut changes, key, field::STARTED_ON, Some(&start.on));
    changes
}

/// Answers an item; `None` returns it to « not discussed ».
pub fn answer(key: &Key, item: &ItemId, answer: Option<&Answer>) -> ChangeSet {
    let is_empty = matches!(answer, Some(Answer::Many(options)) if options.is_empty());
    one(key, &format!("{}{item}", field::ANSWER), answer.filter(|_| !is_empty))
}

/// Writes the note of a block; a blank one is removed.
pub fn note(key: &Key, block: &BlockId, text: &str) -> ChangeSet {
    one(key, &format!("{}{block}", field::NOTE), Some(text.trim()).filter(|text| !text.is_empty()))
}

/// Asks a block that an answer makes pointless, or no longer.
pub fn ask_anyway(key: &Key, block: &BlockId, ask: bool) -> ChangeSet {
    one(key, &format!("{}{block}", field::ASK_ANYWAY), ask.then_some(&true))
}

pub fn set_label(key: &Key, label: &CaseLabel) -> ChangeSet {
    one(key, field::LABEL, Some(label))
}

pub fn set_commune(key: &Key, commune: Option<&Residence>) -> ChangeSet {
    one(key, field::COMMUNE, commune)
}

pub fn set_age_band(key: &Key, age_band: Option<AgeBand>) -> ChangeSet {
    one(key, field::AGE_BAND, age_band.as_ref())
}

/// Goes on with the other length. No answer is lost, and those already given still count.
pub fn set_length(key: &Key, length: Length) -> ChangeSet {
    one(key, field::LENGTH, Some(&length))
}

pub fn set_presentation(key: &Key, presentation: Presentation) -> ChangeSet {
    one(key, field::PRESENTATION, Some(&presentation))
}

/// Remembers where to resume.
pub fn stay_at(key: &Key, step: &Step) -> ChangeSet {
    one(key, field::AT, Some(step))
}

/// Decides on an orientation; `None` returns it to undecided.
pub fn decide(key: &Key, orientation: &OrientationId, decision: Option<&Decision>) -> ChangeSet {
    one(key, &format!("{}{orientation}", field::ORIENTATION), decision)
}

/// Chooses the place of an orientation, or none.
pub fn refer(key: &Key, orientation: &OrientationId, referral: Option<&Referral>) -> ChangeSet {
    one(key, &format!("{}{orientation}", field::REFERRAL), referral)
}

/// Notes that the person was informed, and whether they agree; `None`: not yet.
pub fn inform(key: &Key, informed: Option<Informed>) -> ChangeSet {
    one(key, field::PERSON_INFORMED, informed.as_ref())
}

/// Notes who holds the interview, as far as the frame needs it.
pub fn set_professional(key: &Key, professional: Professional) -> ChangeSet {
    let mut changes = one(key, field::EMPLOYEE, professional.employee.as_ref());
    put(&mut changes, key, field::HABILITATED, professional.habilitated.as_ref());
    changes
}

pub fn conclude(key: &Key, on: NaiveDate) -> ChangeSet {
    one(key, field::CONCLUDED_ON, Some(&on))
}

pub fn reopen(key: &Key) -> ChangeSet {
    one::<NaiveDate>(key, field::CONCLUDED_ON, None)
}

/// Removes an interview; it may be restored.
pub fn delete(key: &Key) -> ChangeSet {
    one(key, DELETED, Some(&true))
}

pub fn restore(key: &Key) -> ChangeSet {
    one::<bool>(key, DELETED, None)
}

/// Erases an interview for good.
pub fn erase(key: &Key) -> ChangeSet {
    ChangeSet { changes: vec![Change::Erase { key: key.clone() }] }
}

fn one<T: Serialize + ?Sized>(key: &Key, name: &str, value: Option<&T>) -> ChangeSet {
    let mut changes = ChangeSet::new();
    put(&mut changes, key, name, value);
    changes
}

/// Writes a field, or empties it. Names are constants or a family and a slug, which always make a field name, and the
/// values are plain enums, texts and dates, which always serialise (tested): neither can fail.
fn put<T: Serialize + ?Sized>(changes: &mut ChangeSet, key: &Key, name: &str, value: Option<&T>) {
    let value = value.map_or(Ok(Value::Null), serde_json::to_value);
    let written = value.is_ok_and(|value| changes.set_named(key, name, value).is_ok());
    debug_assert!(written, "{name}");
}
