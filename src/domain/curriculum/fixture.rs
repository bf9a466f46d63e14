//! A day made up for tests.

use super::sequence::{Method, Sequence, SequenceId};
use super::version::{Curriculum, CurriculumId, Day, DeliveredCurriculum};
use crate::records::{Author, ChangeSet, DeviceId, RecordId, ReplicaId, Tables};
use chrono::NaiveTime;
use std::collections::{BTreeMap, BTreeSet};

/// A sequence of half an hour.
pub fn sequence(id: &str) -> Sequence {
    let id = SequenceId::new(id).unwrap();
    Sequence {
        root: id.clone(),
        title: format!("Séquence {}", id.as_str()),
        id,
        method: Method::Talk,
        minutes: 30,
        least: None,
        aim: String::new(),
        content: String::new(),
        trainer: String::new(),
        learners: String::new(),
        support: String::new(),
        materials: String::new(),
        active: BTreeMap::new(),
        online: String::new(),
        offline: String::new(),
        assessed: BTreeSet::new(),
        means: BTreeSet::new(),
        assessment: String::new(),
        opens: BTreeSet::new(),
    }
}

/// A day of these sequences.
pub fn day(ids: &[&str]) -> Day {
    Day { starts_at: NaiveTime::from_hms_opt(9, 0, 0).unwrap(), sequences: ids.iter().map(|id| sequence(id)).collect() }
}

/// A delivered version of three sequences.
pub fn delivered() -> DeliveredCurriculum {
    DeliveredCurriculum {
        id: CurriculumId::new("livree").unwrap(),
        title: "La journée".to_owned(),
        note: String::new(),
        day: day(&["a", "b", "c"]),
    }
}

/// What is stored, and what is read of it.
#[derive(Default)]
pub struct Stored {
    pub tables: Tables,
    drawn: u32,
}

impl Stored {
    pub fn commit(&mut self, changes: &ChangeSet) {
        let author = Author {
            replica: ReplicaId::new("r1").unwrap(),
            device: DeviceId::new("poste").unwrap(),
            at_ms: i64::from(self.drawn),
        };
        let written = changes.apply(&self.tables, &author);
        written.into_iter().for_each(|(key, record)| self.tables.put(key, record));
    }

    pub fn new_id(&mut self) -> RecordId {
        self.drawn += 1;
        RecordId::new(format!("n{}", self.drawn)).unwrap()
    }

    pub fn versions(&self) -> Vec<Curriculum> {
        Curriculum::all(&delivered(), &self.tables)
    }

    pub fn version(&self, id: &CurriculumId) -> Curriculum {
        self.versions().into_iter().find(|version| version.id == *id).unwrap()
    }

    /// Copies the delivered version.
    pub fn copied(&mut self) -> CurriculumId {
        let versions = self.versions();
        let (id, changes) = versions[0].copy("Ma version", || self.new_id());
        self.commit(&changes);
        id
    }

    /// The titles of a version's sequences, in order.
    pub fn titles(&self, id: &CurriculumId) -> Vec<String> {
        let titles = self.version(id).day.sequences.into_iter().map(|sequence| sequence.title);
        titles.map(|title| title.replace("Séquence ", "")).collect()
    }
}
