//! An edition of the directory: a dated snapshot of one source's places, and the record that says which is current.

use super::place::SharedPlace;
use crate::domain::fold::fold;
use crate::domain::snapshot::{self, Kept, SnapshotError, SnapshotId};
use crate::records::{ChangeSet, DELETED, FieldName, InvalidId, Key, Kind, Record, RecordId, Tables};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The kind of the records that name a source's current edition.
pub const DIRECTORY_KIND: &str = "directory";
/// What a directory snapshot says it is. Never change it: snapshots kept on devices carry it.
pub const SNAPSHOT_FORMAT: &str = "reperes-directory";
/// The version of the snapshot's shape.
pub const SNAPSHOT_VERSION: u32 = 1;

const CURRENT: &str = "current";
const SOURCE: &str = "source";

/// One source's places, as imported one day. Its text is the same for the same places, whatever their order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DirectorySnapshot {
    pub format: String,
    pub version: u32,
    /// The source as people name it.
    pub source: String,
    /// The name of the file it was read from.
    pub file: String,
    pub imported_on: NaiveDate,
    pub places: Vec<SharedPlace>,
}

impl DirectorySnapshot {
    pub fn new(
        source: impl Into<String>,
        file: impl Into<String>,
        imported_on: NaiveDate,
        places: Vec<impl Into<SharedPlace>>,
    ) -> Self {
        let mut places: Vec<SharedPlace> = places.into_iter().map(Into::into).collect();
        places.sort_by(|a, b| a.id.cmp(&b.id));
        Self {
            format: SNAPSHOT_FORMAT.into(),
            version: SNAPSHOT_VERSION,
            source: source.into(),
            file: file.into(),
            imported_on,
            places,
        }
    }

    /// The snapshot's name and its text, as stored and exchanged.
    pub fn to_text(&self) -> Result<(SnapshotId, String), serde_json::Error> {
        snapshot::to_text(self)
    }

    /// The snapshot's text, for whoever names it otherwise.
    pub fn text(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(self)
    }

    /// Reads a snapshot's text.
    pub fn from_text(text: &str) -> Result<Self, SnapshotError> {
        snapshot::from_text(text)
    }
}

impl Kept for DirectorySnapshot {
    const FORMAT: &'static str = SNAPSHOT_FORMAT;
    const VERSION: u32 = SNAPSHOT_VERSION;

    fn declared(&self) -> (&str, u32) {
        (&self.format, self.version)
    }
}

/// Which snapshot is current for a source, with what is shown about it. One field, because these values must agree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CurrentEdition {
    pub snapshot: SnapshotId,
    pub imported_on: NaiveDate,
    pub file: String,
    pub count: usize,
}

impl CurrentEdition {
    fn of(snapshot: &DirectorySnapshot, id: &SnapshotId) -> Self {
        let (imported_on, file) = (snapshot.imported_on, snapshot.file.clone());
        Self { snapshot: id.clone(), imported_on, file, count: snapshot.places.len() }
    }
}

/// A source of places known here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DirectorySource {
    pub key: Key,
    pub name: String,
    pub current: CurrentEdition,
}

impl DirectorySource {
    /// Reads a record; `None` when it names no current edition that can be understood.
    pub fn read(key: Key, record: &Record) -> Option<Self> {
        let current = CurrentEdition::deserialize(record.value(CURRENT)?).ok()?;
        let name = record.value(SOURCE).and_then(|value| value.as_str()).unwrap_or(key.id.as_str()).to_owned();
        Some(Self { key, name, current })
    }

    /// Every source whose edition is current here, in the order of their names.
    pub fn all(tables: &Tables) -> Vec<Self> {
        let Ok(kind) = Kind::new(DIRECTORY_KIND) else { return Vec::new() };
        let mut sources: Vec<Self> = tables
            .live(DIRECTORY_KIND)
            .filter_map(|(id, record)| Self::read(Key { kind: kind.clone(), id: id.clone() }, record))
            .collect();
        Self::sort(&mut sources);
        sources
    }

    fn sort(sources: &mut [Self]) {
        sources.sort_by_cached_key(|source| (fold(&source.name), source.key.clone()));
    }
}

/// The record of a source. Two devices that import the same source write to the same record.
pub fn source_key(source: &str) -> Result<Key, InvalidId> {
    let slug: String = fold(source).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).take(64).collect();
    let id = RecordId::new(if slug.is_empty() { DIRECTORY_KIND.to_owned() } else { slug })?;
    Ok(Key { kind: Kind::new(DIRECTORY_KIND)?, id })
}

/// Makes a snapshot the current edition of its source.
pub fn adopt(snapshot: &DirectorySnapshot, id: &SnapshotId) -> Result<ChangeSet, InvalidId> {
    let key = source_key(&snapshot.source)?;
    let mut changes = ChangeSet::new();
    changes.set_named(&key, SOURCE, snapshot.source.as_str())?;
    changes.write(&key, CURRENT, Some(&CurrentEdition::of(snapshot, id)));
    changes.set_named(&key, DELETED, Value::Null)?;
    Ok(changes)
}

/// The sources once a snapshot is the current edition of its own.
pub fn adopted(
    mut sources: Vec<DirectorySource>,
    snapshot: &DirectorySnapshot,
    id: &SnapshotId,
) -> Result<Vec<DirectorySource>, InvalidId> {
    let key = source_key(&snapshot.source)?;
    sources.retain(|source| source.key != key);
    sources.push(DirectorySource { key, name: snapshot.source.clone(), current: CurrentEdition::of(snapshot, id) });
    DirectorySource::sort(&mut sources);
    Ok(sources)
}

/// Sets a source aside.
pub fn remove(source: &DirectorySource) -> Result<ChangeSet, InvalidId> {
    let mut changes = ChangeSet::new();
    changes.set(&source.key, FieldName::new(DELETED)?, true);
    Ok(changes)
}

#[cfg(test)]
mod tests {
    use super::super::place::{Coordinates, Place, PlaceId};
    use super::*;
    use crate::domain::snapshot::snapshots_named;
    use crate::records::{Author, DeviceId, ReplicaId};
    use std::sync::Arc;

    fn snapshot(ids: &[&str]) -> DirectorySnapshot {
        let place = |id: &&str| Place::named(PlaceId::new(id).unwrap(), "Lieu fictif");
        let places: Vec<Place> = ids.iter().map(place).collect();
        DirectorySnapshot::new("Cartographie d’exemple", "lieux.csv", "2026-03-02".parse().unwrap(), places)
    }

    fn commit(tables: &mut Tables, changes: &ChangeSet) {
        let author = Author {
            replica: ReplicaId::new("replica-a").unwrap(),
            device: DeviceId::new("device").unwrap(),
            at_ms: 0,
        };
        for (key, record) in changes.apply(tables, &author) {
            tables.put(key, record);
        }
    }

    #[test]
    fn a_snapshot_from_elsewhere_comes_in_clean() {
        let (_, text) = snapshot(&["x"]).to_text().unwrap();
        for (hidden, shown) in [("\u{202e}", ""), ("\\u202e", ""), ("\\u0007", ""), ("\\u00e9", "é")] {
            let hostile = text.replace("Lieu fictif", &format!("Lieu{hidden} fictif"));
            assert_ne!(hostile, text);
            let read = DirectorySnapshot::from_text(&hostile).unwrap();
            assert_eq!(read.places[0].name, format!("Lieu{shown} fictif"), "{hidden:?}");
        }
    }

    #[test]
    fn the_text_does_not_depend_on_the_order_of_places() {
        let (id, text) = snapshot(&["b", "a"]).to_text().unwrap();
        assert_eq!(snapshot(&["a", "b"]).to_text().unwrap(), (id, text.clone()));
        assert_eq!(DirectorySnapshot::from_text(&text).unwrap(), snapshot(&["a", "b"]));
    }

    #[test]
    fn refuses_what_is_not_a_snapshot_or_is_newer() {
        let (_, text) = snapshot(&["a"]).to_text().unwrap();
        let newer = text.replacen("\"version\":1", "\"version\":2", 1);
        let foreign = text.replacen("reperes-directory", "autre", 1);
        assert_eq!(DirectorySnapshot::from_text(&newer), Err(SnapshotError::Newer { version: 2 }));
        for text in ["", "{}", "[]", &foreign, &text[..text.len() - 1]] {
            assert_eq!(DirectorySnapshot::from_text(text), Err(SnapshotError::Unreadable));
        }
    }

    #[test]
    fn refuses_a_place_that_is_not_on_the_globe() {
        let mut snapshot = snapshot(&["a"]);
        let read = |text: &str| DirectorySnapshot::from_text(text).map(|read| read.places[0].coordinates);
        for (lat, lon, is_on_earth) in [
            (90_000_000, -180_000_000, true),
            (-90_000_000, 180_000_000, true),
            (90_000_001, 0, false),
            (-90_000_001, 0, false),
            (0, 180_000_001, false),
            (0, -180_000_001, false),
            (i32::MIN, i32::MAX, false),
        ] {
            let coordinates = Some(Coordinates { lat_udeg: lat, lon_udeg: lon });
            Arc::make_mut(&mut snapshot.places[0]).coordinates = coordinates;
            let expected = if is_on_earth { Ok(coordinates) } else { Err(SnapshotError::Unreadable) };
            assert_eq!(read(&snapshot.to_text().unwrap().1), expected, "{lat} {lon}");
        }
        let (_, text) = snapshot.to_text().unwrap();
        for hostile in ["1e3", "48.9", "null", "\"48\"", "99999999999"] {
            assert_eq!(
                read(&text.replace(&i32::MIN.to_string(), hostile)),
                Err(SnapshotError::Unreadable),
                "{hostile}"
            );
        }
    }

    #[test]
    fn adopting_an_edition_makes_it_current_and_removing_sets_it_aside() {
        let mut tables = Tables::default();
        for ids in [&["a"][..], &["a", "b"]] {
            let snapshot = snapshot(ids);
            let (id, _) = snapshot.to_text().unwrap();
            let expected = super::adopted(DirectorySource::all(&tables), &snapshot, &id).unwrap();
            commit(&mut tables, &adopt(&snapshot, &id).unwrap());
            let sources = DirectorySource::all(&tables);
            assert_eq!(sources, expected);
            assert_eq!(sources.len(), 1);
            assert_eq!(sources[0].name, "Cartographie d’exemple");
            assert_eq!((&sources[0].current.snapshot, sources[0].current.count), (&id, ids.len()));
        }
        let source = DirectorySource::all(&tables).remove(0);
        commit(&mut tables, &remove(&source).unwrap());
        assert_eq!(DirectorySource::all(&tables), []);
        let snapshot = snapshot(&["a"]);
        commit(&mut tables, &adopt(&snapshot, &SnapshotId::of("")).unwrap());
        assert_eq!(DirectorySource::all(&tables).len(), 1, "adopting again brings the source back");
    }

    fn adopted(tables: &Tables, replica: &str, ids: &[&str]) -> (Vec<(Key, Record)>, SnapshotId) {
        let snapshot = snapshot(ids);
        let (id, _) = snapshot.to_text().unwrap();
        let author =
            Author { replica: ReplicaId::new(replica).unwrap(), device: DeviceId::new("device").unwrap(), at_ms: 0 };
        (adopt(&snapshot, &id).unwrap().apply(tables, &author), id)
    }

    fn with(tables: &Tables, records: Vec<(Key, Record)>) -> Tables {
        let mut after = tables.clone();
        records.into_iter().for_each(|(key, record)| after.put(key, record));
        after
    }

    #[test]
    fn an_edition_takes_the_place_of_the_one_it_knew_and_stands_beside_a_concurrent_one() {
        let (records, first) = adopted(&Tables::default(), "replica-a", &["a"]);
        let one = with(&Tables::default(), records);
        assert_eq!(snapshots_named(&one), [first].into());
        let (records, second) = adopted(&one, "replica-a", &["a", "b"]);
        let two = with(&one, records);
        assert_eq!(snapshots_named(&two), [second.clone()].into());
        let mut other = Vec::new();
        other.extend(adopted(&one, "replica-b", &["c"]).0);
        let disputed = two.merged_with(&with(&one, other));
        let third = adopted(&one, "replica-b", &["c"]).1;
        assert_eq!(snapshots_named(&with(&two, disputed)), [second, third].into());
    }

    #[test]
    fn an_edition_adopted_while_the_source_was_removed_elsewhere_stays() {
        let here = with(&Tables::default(), adopted(&Tables::default(), "replica-a", &["a"]).0);
        let mut there = here.clone();
        commit(&mut there, &remove(&DirectorySource::all(&here)[0]).unwrap());
        let updated = with(&here, adopted(&here, "replica-b", &["a", "b"]).0);
        let merged = with(&updated, updated.merged_with(&there));
        assert_eq!(DirectorySource::all(&merged).len(), 1);
        assert_eq!(DirectorySource::all(&merged)[0].current.count, 2);
    }

    #[test]
    fn a_source_name_gives_one_record_however_it_is_typed() {
        let id = |source: &str| source_key(source).unwrap().id.to_string();
        assert_eq!(id("Cartographie nationale"), "cartographie-nationale");
        assert_eq!(id("CARTOGRAPHIE  NATIONALE"), "cartographie-nationale");
        assert_eq!(id("…"), "directory");
        assert_eq!(id(&"é".repeat(200)).len(), 64);
        assert!(source_key("خريطة").is_ok());
    }
}
