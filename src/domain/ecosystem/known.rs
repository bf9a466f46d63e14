//! Everything known of the ecosystem: what was delivered, with what people added, corrected and set aside.

use super::catalogue::Catalogue;
use super::contact::{About, Age, CONTACT_KIND, Contact};
use super::decode::{self, ActorSheet};
use super::model::{ACTOR_KIND, ACTOR_LINK_KIND, Actor, ActorId, ActorKind, Link, LinkKind, Status};
use crate::domain::fold::fold;
use crate::records::{Record, RecordId, Tables};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The actors, their links, whom to ask for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ecosystem {
    /// In the order they are shown: by kind, those delivered in their order, then the others by name.
    pub actors: Vec<KnownActor>,
    /// Between actors that are known here, each once.
    pub links: Vec<KnownLink>,
    pub contacts: Vec<Contact>,
}

/// An actor, with what people wrote of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownActor {
    pub actor: Actor,
    pub origin: Origin,
    pub note: String,
    /// Set aside here: in no list, and kept.
    pub is_hidden: bool,
}

/// Where what is said of an actor comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    Delivered,
    /// Delivered, and corrected here.
    Corrected,
    Added,
}

/// A link, and its record when somebody added it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownLink {
    pub link: Link,
    pub record: Option<RecordId>,
}

impl KnownActor {
    pub fn id(&self) -> &ActorId {
        &self.actor.id
    }

    /// Whether lists show it among those of today.
    pub fn is_current(&self) -> bool {
        !self.is_hidden && self.actor.is_current()
    }

    /// What people may change of it.
    pub fn sheet(&self) -> ActorSheet {
        ActorSheet { note: self.note.clone(), ..ActorSheet::of(&self.actor) }
    }

    fn delivered(actor: &Actor, record: Option<&Record>) -> Self {
        let plain = Self { actor: actor.clone(), origin: Origin::Delivered, note: String::new(), is_hidden: false };
        let Some(record) = record else { return plain };
        let is_hidden = decode::is_hidden(record);
        match ActorSheet::read(Some(actor), record) {
            Some(sheet) if sheet != ActorSheet::of(actor) => {
                Self { is_hidden, ..Self::written(sheet, actor.clone(), Origin::Corrected) }
            }
            _ => Self { is_hidden, ..plain },
        }
    }

    fn added(id: &RecordId, record: &Record) -> Option<Self> {
        let sheet = ActorSheet::read(None, record)?;
        let bare = Actor {
            id: ActorId::from(id.clone()),
            name: String::new(),
            short: String::new(),
            also: Vec::new(),
            words: Vec::new(),
            special_care: Vec::new(),
            kind: sheet.kind,
            role: String::new(),
            missions: Default::default(),
            territory: sheet.territory,
            ask_for: String::new(),
            places: None,
            status: Status::Current,
            facts: Vec::new(),
        };
        Some(Self { is_hidden: decode::is_hidden(record), ..Self::written(sheet, bare, Origin::Added) })
    }

    fn written(sheet: ActorSheet, base: Actor, origin: Origin) -> Self {
        let ActorSheet { name, kind, role, missions, territory, ask_for, note } = sheet;
        // Another name has no short form yet.
        let short = if name == base.name { base.short } else { String::new() };
        let actor = Actor { name, short, kind, role, missions, territory, ask_for, ..base };
        Self { actor, origin, note, is_hidden: false }
    }
}

impl Ecosystem {
    /// What is delivered, with what the records say.
    pub fn of(catalogue: &Catalogue, tables: &Tables) -> Self {
        let mut written: BTreeMap<&RecordId, &Arc<Record>> = tables.live(ACTOR_KIND).collect();
        let mut actors: Vec<KnownActor> = catalogue
            .actors
            .iter()
            .map(|actor| KnownActor::delivered(actor, written.remove(&actor.id.record()).map(Arc::as_ref)))
            .collect();
        let mut added: Vec<KnownActor> =
            written.into_iter().filter_map(|(id, record)| KnownActor::added(id, record)).collect();
        added.sort_by_cached_key(|known| (fold(&known.actor.name), known.id().clone()));
        actors.extend(added);
        // Stable: the order within a kind stays.
        actors.sort_by_key(|known| known.actor.kind);
        let mut contacts: Vec<Contact> =
            tables.live(CONTACT_KIND).map(|(id, record)| Contact::from_record(id, record)).collect();
        contacts.sort_by_cached_key(|contact| (fold(&contact.function), fold(&contact.name), contact.id.clone()));
        let mut ecosystem = Self { actors, links: Vec::new(), contacts };
        let delivered = catalogue.all_links().map(|link| KnownLink { link, record: None });
        let added = tables
            .live(ACTOR_LINK_KIND)
            .filter_map(|(id, record)| Some(KnownLink { link: decode::link(record)?, record: Some(id.clone()) }));
        for known in delivered.chain(added) {
            ecosystem.add_link(known);
        }
        ecosystem
    }

    fn add_link(&mut self, known: KnownLink) {
        let Link { from, to, .. } = &known.link;
        let is_between = from != to && self.actor(from).is_some() && self.actor(to).is_some();
        if is_between && !self.links.iter().any(|before| before.link.says_as(&known.link)) {
            self.links.push(known);
        }
    }

    pub fn actor(&self, id: &ActorId) -> Option<&KnownActor> {
        self.actors.iter().find(|known| known.id() == id)
    }

    /// What an actor is called; its identifier when it is not known here.
    pub fn name<'a>(&'a self, id: &'a ActorId) -> &'a str {
        self.actor(id).map_or(id.as_str(), |known| known.actor.name.as_str())
    }

    /// Those that lists show.
    pub fn shown(&self) -> impl Iterator<Item = &KnownActor> {
        self.actors.iter().filter(|known| !known.is_hidden)
    }

    pub fn of_kind(&self, kind: ActorKind) -> impl Iterator<Item = &KnownActor> {
        self.shown().filter(move |known| known.actor.kind == kind)
    }

    /// Those set aside here.
    pub fn hidden(&self) -> impl Iterator<Item = &KnownActor> {
        self.actors.iter().filter(|known| known.is_hidden)
    }

    /// The links between actors that lists show.
    pub fn shown_links(&self) -> impl Iterator<Item = &KnownLink> {
        let is_shown = |id: &ActorId| self.actor(id).is_some_and(|known| !known.is_hidden);
        self.links.iter().filter(move |known| is_shown(&known.link.from) && is_shown(&known.link.to))
    }

    /// What an actor does for others.
    pub fn links_from<'a>(&'a self, id: &'a ActorId) -> impl Iterator<Item = &'a KnownLink> {
        self.shown_links().filter(move |known| known.link.from == *id)
    }

    /// What others do for it.
    pub fn links_to<'a>(&'a self, id: &'a ActorId) -> impl Iterator<Item = &'a KnownLink> {
        self.shown_links().filter(move |known| known.link.to == *id)
    }

    /// What an actor was called before, or those it took over from.
    pub fn formers<'a>(&'a self, id: &'a ActorId) -> impl Iterator<Item = &'a KnownActor> {
        let replaced = self.links.iter().filter(move |known| known.link.kind == LinkKind::Replaces);
        replaced.filter(move |known| known.link.from == *id).filter_map(|known| self.actor(&known.link.to))
    }

    pub fn contact(&self, id: &RecordId) -> Option<&Contact> {
        self.contacts.iter().find(|contact| contact.id == *id)
    }

    /// Whom to ask for there.
    pub fn contacts_of<'a>(&'a self, about: &'a About) -> impl Iterator<Item = &'a Contact> {
        self.contacts.iter().filter(move |contact| contact.about.as_ref() == Some(about))
    }

    /// What is left to do about interlocutors.
    pub fn to_complete(&self, today: NaiveDate) -> ToComplete {
        let has_nobody = |known: &&KnownActor| self.contacts_of(&About::Actor(known.id().clone())).next().is_none();
        let without = self.shown().filter(|known| known.is_current()).filter(has_nobody);
        let those = |is_it: &dyn Fn(&Contact) -> bool| {
            self.contacts.iter().filter(|contact| is_it(contact)).cloned().collect::<Vec<_>>()
        };
        let mut by_kind = BTreeMap::<ActorKind, Vec<ActorId>>::new();
        without.for_each(|known| by_kind.entry(known.actor.kind).or_default().push(known.id().clone()));
        ToComplete {
            without: by_kind,
            to_inform: those(&Contact::is_to_inform),
            to_check: those(&|contact| contact.age(today) == Age::ToCheck),
            to_erase: those(&|contact| contact.age(today) == Age::ToErase),
            astray: those(&|contact| self.is_astray(contact)),
        }
    }

    /// The actor that an interlocutor was noted for is not known here: only this list still shows who it is.
    fn is_astray(&self, contact: &Contact) -> bool {
        match &contact.about {
            Some(About::Actor(id)) => self.actor(id).is_none(),
            Some(About::Place(_)) => false,
            None => true,
        }
    }
}

/// What is left to do about interlocutors.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ToComplete {
    /// The actors of today for which nobody is noted, by kind.
    pub without: BTreeMap<ActorKind, Vec<ActorId>>,
    /// Those named here who were not told.
    pub to_inform: Vec<Contact>,
    pub to_check: Vec<Contact>,
    pub to_erase: Vec<Contact>,
    /// Those whose actor is not here any more.
    pub astray: Vec<Contact>,
}
