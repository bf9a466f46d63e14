//! Every act on what is known of a place, as a change set. Identities and dates are arguments.
//!
//! An act writes to the place's own record, and empties the same field in the others that were joined: what they held was
//! seen, and is replaced. A field that holds nothing there is not written.

use super::super::field::PlaceField;
use super::super::place::Place;
use super::super::value::FieldValue;
use super::decode::field;
use super::identity::PlaceTrace;
use super::lives::Lives;
use super::model::{Closure, Correction, Note, NoteId, PlaceLife, Signature, Verification};
use crate::records::{Change, ChangeSet};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeMap;

/// Writes a note, or writes it again.
pub fn write_note(life: &PlaceLife, id: &NoteId, note: &Note) -> ChangeSet {
    one(life, &format!("{}{id}", field::NOTE), Some(note))
}

pub fn remove_note(life: &PlaceLife, id: &NoteId) -> ChangeSet {
    one::<Note>(life, &format!("{}{id}", field::NOTE), None)
}

/// Says that someone checked the description.
pub fn verify(life: &PlaceLife, verification: &Verification) -> ChangeSet {
    one(life, field::VERIFIED, Some(verification))
}

/// Takes the check back.
pub fn unverify(life: &PlaceLife) -> ChangeSet {
    one::<Verification>(life, field::VERIFIED, None)
}

pub fn close(life: &PlaceLife, closure: &Closure) -> ChangeSet {
    one(life, field::CLOSED, Some(closure))
}

pub fn reopen(life: &PlaceLife) -> ChangeSet {
    one::<Closure>(life, field::CLOSED, None)
}

pub fn set_favourite(life: &PlaceLife, is_favourite: bool) -> ChangeSet {
    one(life, field::FAVOURITE, is_favourite.then_some(&true))
}

/// Corrects fields of a place, given as it was imported. A value that the import already says is no correction, and
/// takes the former one away.
pub fn correct(
    life: &PlaceLife,
    imported: &Place,
    values: &BTreeMap<PlaceField, FieldValue>,
    on: NaiveDate,
    by: Option<&Signature>,
) -> ChangeSet {
    let mut changes = ChangeSet::new();
    for (field, value) in values {
        let instead_of = field.value(imported);
        let correction =
            (*value != instead_of).then(|| Correction { value: value.clone(), instead_of, on, by: by.cloned() });
        put(&mut changes, life, &correction_name(*field), correction.as_ref());
    }
    with_trace(changes, life)
}

/// Keeps a correction though the import now says something else.
pub fn keep_correction(life: &PlaceLife, imported: &Place, field: PlaceField) -> ChangeSet {
    let Some(known) = life.corrections.get(&field) else { return ChangeSet::new() };
    let kept = Correction { instead_of: field.value(imported), ..known.clone() };
    one(life, &correction_name(field), Some(&kept))
}

/// Goes back to what the import says.
pub fn drop_corrections(life: &PlaceLife, fields: impl IntoIterator<Item = PlaceField>) -> ChangeSet {
    let mut changes = ChangeSet::new();
    for field in fields {
        put::<Correction>(&mut changes, life, &correction_name(field), None);
    }
    with_trace(changes, life)
}

/// Decides that a place which is gone is this one under another identity. Nothing moves: the former record says so, and
/// is read with the new place's. What a colleague writes to it meanwhile is found too, and the decision can be taken back.
pub fn attach(life: &PlaceLife, to: &PlaceTrace) -> ChangeSet {
    let is_itself = life.place.as_ref().is_some_and(|place| (&place.source, &place.place) == (&to.source, &to.place));
    if is_itself {
        // The place kept its identifier while everything else changed.
        let same = PlaceLife { place: Some(to.clone()), ..life.clone() };
        return one::<PlaceTrace>(&same, field::ATTACHED_TO, None);
    }
    one(life, field::ATTACHED_TO, Some(to))
}

/// Takes that decision back.
pub fn detach(life: &PlaceLife) -> ChangeSet {
    one::<PlaceTrace>(life, field::ATTACHED_TO, None)
}

/// Erases for good a record of what is known of a place, as it was read; none when something was written there since,
/// which nobody has seen.
pub fn erase(lives: &Lives, read: &PlaceLife) -> Option<ChangeSet> {
    let is_same = lives.iter().any(|life| life == read);
    is_same.then(|| ChangeSet { changes: vec![Change::Erase { key: read.key.clone() }] })
}

fn correction_name(field: PlaceField) -> String {
    format!("{}{}", field::CORRECTION, field.column())
}

fn one<T: Serialize>(life: &PlaceLife, name: &str, value: Option<&T>) -> ChangeSet {
    let mut changes = ChangeSet::new();
    put(&mut changes, life, name, value);
    with_trace(changes, life)
}

/// Whoever reads the record must know which place it is about.
fn with_trace(mut changes: ChangeSet, life: &PlaceLife) -> ChangeSet {
    if let Some(place) = life.place.as_ref().filter(|_| !changes.is_empty()) {
        changes.write(&life.key, field::PLACE, Some(place));
    }
    changes
}

fn put<T: Serialize>(changes: &mut ChangeSet, life: &PlaceLife, name: &str, value: Option<&T>) {
    changes.write(&life.key, name, value);
    // What another place became is said of that place alone.
    for key in life.others.iter().filter(|_| name != field::ATTACHED_TO) {
        changes.write::<T>(key, name, None);
    }
}
