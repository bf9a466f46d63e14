//! The actors delivered with the product.

use super::model::{Actor, ActorId, Link, LinkKind, Mission};
use chrono::NaiveDate;
use serde::Deserialize;

/// The actors, their links, and the words of each mission. Content: read from a file, checked, never written.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Catalogue {
    pub version: String,
    /// The day all of it was last read over.
    pub as_of: NaiveDate,
    /// Sentences naming the sources, to be shown beside the data.
    pub sources: Vec<String>,
    /// Words of a question that name nothing (« pour », « une »).
    pub ignored_words: Vec<String>,
    pub missions: Vec<MissionWords>,
    pub actors: Vec<Actor>,
    pub links: Vec<Link>,
}

/// What a mission is called, and what people say when they need it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MissionWords {
    pub id: Mission,
    pub title: String,
    /// In a word, for the head of a narrow column.
    pub short: String,
    pub words: Vec<String>,
}

impl Catalogue {
    pub fn actor(&self, id: &ActorId) -> Option<&Actor> {
        self.actors.iter().find(|actor| actor.id == *id)
    }

    /// What a mission is called; every mission is (checked).
    pub fn mission(&self, mission: Mission) -> &str {
        self.words(mission).map_or_else(|| mission.code(), |words| words.title.as_str())
    }

    /// The same in a word.
    pub fn mission_in_a_word(&self, mission: Mission) -> &str {
        self.words(mission).map_or_else(|| mission.code(), |words| words.short.as_str())
    }

    pub(super) fn words(&self, mission: Mission) -> Option<&MissionWords> {
        self.missions.iter().find(|words| words.id == mission)
    }

    /// Its links, with those that a change of name or a succession makes.
    pub(super) fn all_links(&self) -> impl Iterator<Item = Link> {
        let successions = self.actors.iter().flat_map(|former| {
            former.status.successors().iter().map(|successor| Link {
                from: successor.clone(),
                kind: LinkKind::Replaces,
                to: former.id.clone(),
                since: former.status.since(),
                until: None,
            })
        });
        self.links.iter().cloned().chain(successions)
    }
}
