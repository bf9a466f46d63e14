//! Reads what people wrote of actors and links from its records. Total: whatever a file holds, something comes out, and
//! what cannot be read stays in the record and counts as not written.

use super::model::{ACTOR_LINK_KIND, Actor, ActorKind, Link, LinkKind, Mission, Territory};
use super::when::When;
use crate::records::{InvalidId, Key, Kind, Record, RecordId};
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};

/// Names of an actor's fields. They are stored: never rename one.
pub mod field {
    pub const NAME: &str = "name";
    pub const KIND: &str = "kind";
    pub const ROLE: &str = "role";
    pub const TERRITORY: &str = "territory";
    pub const ASK_FOR: &str = "ask_for";
    pub const NOTE: &str = "note";
    pub const HIDDEN: &str = "hidden";
    pub const MISSION: &str = "mission/";
}

/// Names of a link's fields. They are stored: never rename one.
pub mod link_field {
    pub const FROM: &str = "from";
    pub const KIND: &str = "kind";
    pub const TO: &str = "to";
    pub const SINCE: &str = "since";
}

/// What people may write of an actor, delivered or their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActorSheet {
    pub name: String,
    pub kind: ActorKind,
    pub role: String,
    pub missions: BTreeSet<Mission>,
    pub territory: Territory,
    pub ask_for: String,
    pub note: String,
}

impl ActorSheet {
    /// An actor as it was delivered.
    pub fn of(actor: &Actor) -> Self {
        Self {
            name: actor.name.clone(),
            kind: actor.kind,
            role: actor.role.clone(),
            missions: actor.missions.clone(),
            territory: actor.territory,
            ask_for: actor.ask_for.clone(),
            note: String::new(),
        }
    }

    /// A sheet with nothing on it.
    fn blank() -> Self {
        Self {
            name: String::new(),
            kind: ActorKind::Association,
            role: String::new(),
            missions: BTreeSet::new(),
            territory: Territory::Commune,
            ask_for: String::new(),
            note: String::new(),
        }
    }

    /// What the record says, over what was delivered. None when no name comes out: the record corrects an actor that
    /// this version does not deliver.
    pub fn read(delivered: Option<&Actor>, record: &Record) -> Option<Self> {
        let base = delivered.map_or_else(Self::blank, Self::of);
        let said: BTreeMap<Mission, bool> = record
            .family(field::MISSION)
            .filter_map(|(code, value)| Some((Mission::from_code(code)?, value.as_bool()?)))
            .collect();
        let has = |mission: &Mission| said.get(mission).copied().unwrap_or(base.missions.contains(mission));
        let sheet = Self {
            name: parse(record, field::NAME).unwrap_or(base.name),
            kind: parse(record, field::KIND).unwrap_or(base.kind),
            role: parse(record, field::ROLE).unwrap_or(base.role),
            missions: Mission::ALL.into_iter().filter(has).collect(),
            territory: parse(record, field::TERRITORY).unwrap_or(base.territory),
            ask_for: parse(record, field::ASK_FOR).unwrap_or(base.ask_for),
            note: text(record, field::NOTE),
        };
        (!sheet.name.is_empty()).then_some(sheet)
    }
}

/// Whether a delivered actor was set aside here.
pub fn is_hidden(record: &Record) -> bool {
    parse(record, field::HIDDEN).unwrap_or(false)
}

/// Where a link's record lives.
pub fn link_key(id: &RecordId) -> Result<Key, InvalidId> {
    Ok(Key { kind: Kind::new(ACTOR_LINK_KIND)?, id: id.clone() })
}

/// Reads a link; none when it does not say between whom, or what.
pub fn link(record: &Record) -> Option<Link> {
    let since: Option<When> = parse(record, link_field::SINCE);
    let kind: LinkKind = parse(record, link_field::KIND)?;
    Some(Link { from: parse(record, link_field::FROM)?, kind, to: parse(record, link_field::TO)?, since, until: None })
}

/// A value, when it is there and of the expected shape.
pub(super) fn parse<T: DeserializeOwned>(record: &Record, name: &str) -> Option<T> {
    T::deserialize(record.value(name)?).ok()
}

pub(super) fn text(record: &Record, name: &str) -> String {
    parse(record, name).unwrap_or_default()
}
