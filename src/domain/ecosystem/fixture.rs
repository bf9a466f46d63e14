//! A small catalogue for tests: one actor for every mission, a relay, what the relay was called before, and a place that
//! sends people there.

use super::catalogue::{Catalogue, MissionWords};
use super::model::{Actor, ActorId, ActorKind, Fact, FactStatus, Link, LinkKind, Mission, Status, Territory};
use super::when::When;
use crate::records::{Author, ChangeSet, DeviceId, ReplicaId, Tables};

pub fn id(text: &str) -> ActorId {
    ActorId::new(text).unwrap()
}

pub fn link(from: &str, kind: &str, to: &str) -> Link {
    let kind = LinkKind::from_code(kind).unwrap();
    Link { from: id(from), kind, to: id(to), since: None, until: None }
}

pub fn actor(text: &str, name: &str) -> Actor {
    Actor {
        id: id(text),
        name: name.to_owned(),
        short: String::new(),
        also: Vec::new(),
        words: Vec::new(),
        special_care: Vec::new(),
        kind: ActorKind::Association,
        role: "Un exemple.".to_owned(),
        missions: [Mission::Equip].into(),
        territory: Territory::Commune,
        ask_for: "l’accueil".to_owned(),
        places: None,
        status: Status::Current,
        facts: vec![Fact { on: When::new("2026").unwrap(), status: FactStatus::Known, text: "Ouvert.".to_owned() }],
    }
}

pub fn catalogue() -> Catalogue {
    let mission = |id: Mission| {
        let words = if id == Mission::Equip { vec!["ordinateur".to_owned()] } else { vec![id.code().to_owned()] };
        MissionWords { id, title: id.code().to_owned(), short: id.code().to_owned(), words }
    };
    let all = Actor {
        kind: ActorKind::Institution,
        missions: Mission::ALL.into_iter().filter(|mission| *mission != Mission::Equip).collect(),
        ..actor("all", "Mairie d’essai")
    };
    let former = Actor {
        status: Status::Renamed { into: id("relay"), since: When::new("2024").ok() },
        ..actor("old-relay", "Ancien Comptoir")
    };
    let target = Actor {
        kind: ActorKind::Target,
        missions: [Mission::Insert].into(),
        ask_for: "l’éducatrice ou l’éducateur".to_owned(),
        ..actor("target", "Service imaginaire")
    };
    Catalogue {
        version: "essai".to_owned(),
        as_of: "2026-11-01".parse().unwrap(),
        sources: vec!["Essai".to_owned()],
        ignored_words: vec!["un".to_owned(), "pour".to_owned()],
        missions: Mission::ALL.into_iter().map(mission).collect(),
        actors: vec![all, actor("relay", "Relais d’essai"), former, target],
        links: vec![link("all", "funds", "relay"), link("target", "refers_to", "relay")],
    }
}

/// Stores changes, as one machine would.
pub fn write_as(tables: &mut Tables, replica: &str, changes: &ChangeSet) {
    let author = Author { replica: ReplicaId::new(replica).unwrap(), device: DeviceId::unnamed(), at_ms: 1 };
    changes.apply(tables, &author).into_iter().for_each(|(key, record)| tables.put(key, record));
}

pub fn write(tables: &mut Tables, changes: &ChangeSet) {
    write_as(tables, "r1", changes);
}
