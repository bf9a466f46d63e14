//! Preparing a file that holds everything, and weighing one before it is merged.

use super::file::{self, Content, ExchangeFile, Origin, ReadError};
use super::plan::ImportPlan;
use crate::domain::directory::edition::DirectorySource;
use crate::domain::snapshot::SnapshotId;
use crate::records::{Kind, Record, Tables};
use chrono::NaiveDateTime;
use std::collections::{BTreeMap, BTreeSet};

/// A file that was read back and found whole, ready to be handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prepared {
    pub name: String,
    pub bytes: Vec<u8>,
    pub held: Held,
}

/// How many records of each kind are there to be used: neither deleted nor erased.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Held(pub BTreeMap<Kind, usize>);

/// Why no file could be prepared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PrepareError {
    /// The content does not become a text.
    NotWritten,
    /// The file would be refused by whoever imports it.
    Refused(ReadError),
    /// Read back, it does not hold what was written.
    Incomplete,
}

impl Held {
    pub fn of(tables: &Tables) -> Self {
        let mut held: BTreeMap<Kind, usize> = BTreeMap::new();
        for (kind, _, record) in tables.iter() {
            if !record.erased && !record.is_deleted() {
                *held.entry(kind.clone()).or_default() += 1;
            }
        }
        Self(held)
    }
}

/// Writes a file and reads it back: what cannot be imported again is no backup.
pub fn prepare(origin: &Origin, content: &Content) -> Result<Prepared, PrepareError> {
    let bytes = file::write(origin, content).map_err(|_| PrepareError::NotWritten)?;
    let back = file::read(&bytes).map_err(PrepareError::Refused)?.content;
    let keys = |tables: &Tables| {
        tables.iter().map(|(kind, id, record)| (kind.clone(), id.clone(), record.fields.len())).collect::<Vec<_>>()
    };
    if keys(&back.tables) != keys(&content.tables) || back.snapshots != content.snapshots {
        return Err(PrepareError::Incomplete);
    }
    Ok(Prepared { name: file_name(origin.created_at), bytes, held: Held::of(&content.tables) })
}

/// « reperes-2026-11-23-1405.json »: a date, and never a person's name.
pub fn file_name(created_at: NaiveDateTime) -> String {
    created_at.format("reperes-%Y-%m-%d-%H%M.json").to_string()
}

/// Every record as it is, `kind/id` → record, for the day when no file can be prepared. The name says what it is.
pub fn raw(tables: &Tables, created_at: NaiveDateTime) -> Result<(String, Vec<u8>), serde_json::Error> {
    let records: BTreeMap<String, &Record> =
        tables.iter().map(|(kind, id, record)| (format!("{kind}/{id}"), record.as_ref())).collect();
    let name = created_at.format("reperes-donnees-brutes-%Y-%m-%d.json").to_string();
    Ok((name, serde_json::to_vec_pretty(&records)?))
}

/// The snapshots that records name as current.
pub fn snapshots_in_use(tables: &Tables) -> BTreeSet<SnapshotId> {
    DirectorySource::all(tables).into_iter().map(|source| source.current.snapshot).collect()
}

/// What merging a file would do here.
#[derive(Clone, Debug)]
pub struct Merge {
    pub plan: ImportPlan,
    /// Snapshots of the file that will be in use: to be kept.
    pub kept: BTreeMap<SnapshotId, String>,
    /// Snapshots that will no longer be in use: to be dropped.
    pub dropped: BTreeSet<SnapshotId>,
}

/// Weighs a file against what is here. Nothing is done yet.
pub fn weigh(here: &Tables, file: &ExchangeFile) -> Merge {
    let plan = ImportPlan::new(here, &file.content.tables);
    let mut merged = here.clone();
    for (key, record) in &plan.records {
        merged.put(key.clone(), record.clone());
    }
    let used = snapshots_in_use(&merged);
    let kept = file.content.snapshots.iter().filter(|(id, _)| used.contains(id));
    let kept = kept.map(|(id, text)| (id.clone(), text.clone())).collect();
    let dropped = snapshots_in_use(here).difference(&used).cloned().collect();
    Merge { plan, kept, dropped }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::directory::edition::{DirectorySnapshot, adopt};
    use crate::domain::directory::place::{Place, PlaceId};
    use crate::records::{Author, ChangeSet, DELETED, DeviceId, Key, RecordId, ReplicaId};

    fn origin() -> Origin {
        let created_at = "2026-03-01T09:05:00".parse().unwrap();
        Origin { device: DeviceId::new("poste-1").unwrap(), created_at }
    }

    fn apply(tables: &mut Tables, replica: &str, changes: &ChangeSet) {
        let device = DeviceId::new("poste-1").unwrap();
        let author = Author { replica: ReplicaId::new(replica).unwrap(), device, at_ms: 1 };
        for (key, record) in changes.apply(tables, &author) {
            tables.put(key, record);
        }
    }

    fn set(tables: &mut Tables, id: &str, field: &str, value: impl Into<serde_json::Value>) {
        let key = Key { kind: Kind::new("interview").unwrap(), id: RecordId::new(id).unwrap() };
        let mut changes = ChangeSet::new();
        changes.set_named(&key, field, value).unwrap();
        apply(tables, "r1", &changes);
    }

    /// Imports a directory, as another machine would; returns its snapshot.
    fn import(tables: &mut Tables, replica: &str, places: &[&str]) -> (SnapshotId, String) {
        let places = places.iter().map(|id| Place::named(PlaceId::new(id).unwrap(), "Lieu")).collect();
        let snapshot = DirectorySnapshot::new("Carte", "lieux.csv", "2026-03-01".parse().unwrap(), places);
        let (id, text) = snapshot.to_text().unwrap();
        apply(tables, replica, &adopt(&snapshot, &id).unwrap());
        (id, text)
    }

    #[test]
    fn a_prepared_file_holds_everything_and_bears_a_date() {
        let mut tables = Tables::default();
        set(&mut tables, "a", "label", "Dossier");
        set(&mut tables, "b", "label", "Autre");
        set(&mut tables, "b", DELETED, true);
        let (id, text) = import(&mut tables, "r1", &["x"]);
        let content = Content { tables, snapshots: [(id, text)].into() };
        let prepared = prepare(&origin(), &content).unwrap();
        assert_eq!(prepared.name, "reperes-2026-03-01-0905.json");
        let held: Vec<(&str, usize)> = prepared.held.0.iter().map(|(kind, count)| (kind.as_str(), *count)).collect();
        assert_eq!(held, [("directory", 1), ("interview", 1)]);
        assert_eq!(file::read(&prepared.bytes).unwrap().content, content);
    }

    #[test]
    fn a_file_that_would_be_refused_is_not_handed_over() {
        let mut tables = Tables::default();
        set(&mut tables, "a", "label", "Dossier");
        let snapshots = [(SnapshotId::of("what it was"), "what it became".to_owned())].into();
        let refused = prepare(&origin(), &Content { tables: tables.clone(), snapshots });
        assert_eq!(refused, Err(PrepareError::Refused(ReadError::InvalidSnapshot)));
        let (name, bytes) = raw(&tables, origin().created_at).unwrap();
        assert_eq!(name, "reperes-donnees-brutes-2026-03-01.json");
        let records: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        assert_eq!(records["interview/a"]["fields"]["label"][0]["v"], "Dossier");
    }

    #[test]
    fn merging_keeps_the_snapshots_in_use_and_drops_the_others() {
        let mut here = Tables::default();
        let (old, _) = import(&mut here, "r1", &["x"]);
        let mut there = here.clone();
        let (new, text) = import(&mut there, "r2", &["x", "y"]);
        let snapshots = [(new.clone(), text), (SnapshotId::of("orphan"), "orphan".to_owned())].into();
        let file = ExchangeFile { origin: origin(), content: Content { tables: there.clone(), snapshots } };
        let merge = weigh(&here, &file);
        assert_eq!(merge.kept.keys().collect::<Vec<_>>(), [&new]);
        assert_eq!(merge.dropped.iter().collect::<Vec<_>>(), [&old]);
        let again = weigh(&there, &file);
        assert!(again.plan.is_empty() && again.dropped.is_empty());
        assert_eq!(again.kept.len(), 1, "a snapshot that was lost here comes back with the same file");
    }
}
