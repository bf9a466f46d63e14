//! Every act on actors, links and interlocutors, as a change set. Identities and dates are arguments.

use super::contact::{About, Contact, field as contact_field};
use super::decode::{ActorSheet, field, link_field};
use super::draft::ContactSheet;
use super::model::{Link, Mission};
use crate::records::{ChangeSet, DELETED, Key, Record, SUBJECT_PREFIX, Tables};
use chrono::NaiveDate;
use serde::Serialize;
use serde_json::Value;

/// Adds an actor.
pub fn add_actor(key: &Key, sheet: &ActorSheet) -> ChangeSet {
    let mut changes = ChangeSet::new();
    for (name, value) in fields(sheet) {
        if !is_nothing(&value) {
            changes.write(key, &name, Some(&value));
        }
    }
    changes
}

/// Writes what changes from the sheet that was shown to the one that is wanted. What becomes again as it was delivered
/// is emptied, so that a later version may correct it; what stays is not written.
pub fn correct_actor(key: &Key, delivered: Option<&ActorSheet>, shown: &ActorSheet, wanted: &ActorSheet) -> ChangeSet {
    let mut changes = ChangeSet::new();
    let delivered = delivered.map(fields);
    for (index, ((name, before), (_, after))) in fields(shown).into_iter().zip(fields(wanted)).enumerate() {
        if before == after {
            continue;
        }
        let as_delivered = delivered.as_ref().and_then(|fields| fields.get(index)).map(|(_, value)| value);
        let is_as_delivered = as_delivered == Some(&after);
        changes.write(key, &name, Some(&after).filter(|_| !is_as_delivered));
    }
    changes
}

/// Takes every correction back.
pub fn as_delivered(key: &Key, record: &Record) -> ChangeSet {
    let mut changes = ChangeSet::new();
    let is_correction = |name: &&str| *name != DELETED && *name != field::HIDDEN && !name.starts_with(SUBJECT_PREFIX);
    for name in record.fields.keys().map(|name| name.as_str()).filter(is_correction) {
        if record.value(name).is_some() {
            changes.write::<Value>(key, name, None);
        }
    }
    changes
}

/// Sets a delivered actor aside, or shows it again.
pub fn hide_actor(key: &Key, hide: bool) -> ChangeSet {
    ChangeSet::one(key, field::HIDDEN, hide.then_some(&true))
}

/// Adds a link.
pub fn add_link(key: &Key, link: &Link) -> ChangeSet {
    let mut changes = ChangeSet::new();
    changes.write(key, link_field::FROM, Some(&link.from));
    changes.write(key, link_field::KIND, Some(&link.kind));
    changes.write(key, link_field::TO, Some(&link.to));
    if link.since.is_some() {
        changes.write(key, link_field::SINCE, link.since.as_ref());
    }
    changes
}

/// Removes an actor that somebody added, or a link; it may be restored. Never an interlocutor, who is erased.
pub fn delete(key: &Key) -> ChangeSet {
    ChangeSet::one(key, DELETED, Some(&true))
}

pub fn restore(key: &Key) -> ChangeSet {
    ChangeSet::one::<bool>(key, DELETED, None)
}

/// Adds an interlocutor.
pub fn add_contact(key: &Key, about: &About, sheet: &ContactSheet) -> ChangeSet {
    let mut changes = ChangeSet::one(key, contact_field::ABOUT, Some(about));
    for (name, value) in contact_fields(sheet) {
        if !is_nothing(&value) {
            changes.write(key, name, Some(&value));
        }
    }
    changes
}

/// Writes what changes of an interlocutor; what stays is not written.
pub fn change_contact(key: &Key, shown: &Contact, wanted: &ContactSheet) -> ChangeSet {
    let mut changes = ChangeSet::new();
    let shown = contact_fields(&ContactSheet::of(shown));
    for ((name, before), (_, after)) in shown.into_iter().zip(contact_fields(wanted)) {
        if before != after {
            changes.write(key, name, Some(&after));
        }
    }
    changes
}

/// Notes that an interlocutor was told what is kept of them.
pub fn inform(key: &Key, on: NaiveDate) -> ChangeSet {
    ChangeSet::one(key, contact_field::INFORMED_ON, Some(&on))
}

/// Notes that what is said of an interlocutor was checked, and still holds.
pub fn confirm(key: &Key, on: NaiveDate) -> ChangeSet {
    ChangeSet::one(key, contact_field::AS_OF, Some(&on))
}

/// Erases an interlocutor for good: because they object, or because nobody needs them any more.
pub fn erase_contact(tables: &Tables, key: &Key) -> ChangeSet {
    ChangeSet::erase(tables, std::slice::from_ref(key))
}

fn fields(sheet: &ActorSheet) -> Vec<(String, Value)> {
    let texts = [(field::NAME, &sheet.name), (field::ROLE, &sheet.role), (field::ASK_FOR, &sheet.ask_for)];
    let texts = texts.into_iter().map(|(name, text)| (name.to_owned(), Value::from(text.as_str())));
    let choices = [
        (field::KIND.to_owned(), of(Some(sheet.kind))),
        (field::TERRITORY.to_owned(), of(Some(sheet.territory))),
        (field::NOTE.to_owned(), non_empty(&sheet.note)),
    ];
    let missions = Mission::ALL.into_iter().map(|mission| {
        let name = format!("{}{}", field::MISSION, mission.code());
        (name, Value::from(sheet.missions.contains(&mission)))
    });
    texts.chain(choices).chain(missions).collect()
}

fn contact_fields(sheet: &ContactSheet) -> [(&'static str, Value); 6] {
    [
        (contact_field::NAME, non_empty(&sheet.name)),
        (contact_field::FUNCTION, non_empty(&sheet.function)),
        (contact_field::REACH, non_empty(&sheet.reach)),
        (contact_field::SOURCE, non_empty(&sheet.source)),
        (contact_field::AS_OF, of(sheet.as_of)),
        (contact_field::INFORMED_ON, of(sheet.informed_on)),
    ]
}

fn non_empty(text: &str) -> Value {
    if text.is_empty() { Value::Null } else { Value::from(text) }
}

/// What a new record need not say.
fn is_nothing(value: &Value) -> bool {
    matches!(value, Value::Null | Value::Bool(false)) || value.as_str() == Some("")
}

/// Plain enums, texts and dates, which always serialise.
fn of<T: Serialize>(value: Option<T>) -> Value {
    value.and_then(|value| serde_json::to_value(value).ok()).unwrap_or_default()
}
