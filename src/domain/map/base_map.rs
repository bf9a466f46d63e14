//! The base map that somebody imported: a snapshot of lines, and the record that says which one is current.

use crate::domain::directory::place::Coordinates;
use crate::domain::snapshot::{self, Kept, SnapshotError, SnapshotId};
use crate::records::{ChangeSet, DELETED, FieldName, InvalidId, Key, Kind, Record, RecordId, Tables};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The kind of the record that names the current base map.
pub const BASE_MAP_KIND: &str = "base_map";
/// What such a snapshot says it is. Never change it: snapshots kept on devices carry it.
pub const SNAPSHOT_FORMAT: &str = "reperes-base-map";
/// The version of the snapshot's shape.
pub const SNAPSHOT_VERSION: u32 = 1;
/// The most points that are drawn.
pub const MAX_POINTS: usize = 200_000;
/// The most characters of a name, of an attribution or of the name of a file.
pub const MAX_WORDS_CHARS: usize = 200;

/// One base map for a device: the record is the same everywhere, so that two that were chosen apart are told.
const RECORD: &str = "base-map";

/// The field of the record.
pub const CURRENT: &str = "current";

/// Lines to draw under the places, as imported one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BaseMap {
    pub format: String,
    pub version: u32,
    /// What people call it.
    pub name: String,
    /// The name of the file it was read from.
    pub file: String,
    /// Whom to name beside the map, by the licence of the file.
    #[serde(default)]
    pub attribution: String,
    pub imported_on: NaiveDate,
    pub outlines: Vec<Outline>,
}

/// One line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outline {
    /// It comes back to its first point, and surrounds something.
    pub is_closed: bool,
    /// Longitudes and latitudes, in millionths of a degree.
    pub points: Vec<[i32; 2]>,
}

impl Kept for BaseMap {
    const FORMAT: &'static str = SNAPSHOT_FORMAT;
    const VERSION: u32 = SNAPSHOT_VERSION;

    fn declared(&self) -> (&str, u32) {
        (&self.format, self.version)
    }
}

impl BaseMap {
    /// Names that are too long are cut.
    pub fn new(
        name: impl Into<String>,
        file: impl Into<String>,
        attribution: impl Into<String>,
        imported_on: NaiveDate,
        outlines: Vec<Outline>,
    ) -> Self {
        Self {
            format: SNAPSHOT_FORMAT.into(),
            version: SNAPSHOT_VERSION,
            name: short(name.into()),
            file: short(file.into()),
            attribution: short(attribution.into()),
            imported_on,
            outlines,
        }
    }

    /// The snapshot's name and its text, as stored and exchanged.
    pub fn to_text(&self) -> Result<(SnapshotId, String), serde_json::Error> {
        snapshot::to_text(self)
    }

    /// Reads a snapshot's text, which may come from elsewhere: the same bounds hold as at an import.
    pub fn from_text(text: &str) -> Result<Self, SnapshotError> {
        let base: Self = snapshot::from_text(text)?;
        if base.is_within_bounds() { Ok(base) } else { Err(SnapshotError::Unreadable) }
    }

    fn is_within_bounds(&self) -> bool {
        let is_on_earth =
            |[lon_udeg, lat_udeg]: &[i32; 2]| Coordinates { lat_udeg: *lat_udeg, lon_udeg: *lon_udeg }.is_on_earth();
        let is_short = |words: &str| words.chars().count() <= MAX_WORDS_CHARS;
        self.points() <= MAX_POINTS
            && is_short(&self.name)
            && is_short(&self.file)
            && is_short(&self.attribution)
            && self.outlines.iter().all(|outline| !outline.points.is_empty() && outline.points.iter().all(is_on_earth))
    }

    /// How many points it draws.
    pub fn points(&self) -> usize {
        self.outlines.iter().map(|outline| outline.points.len()).sum()
    }
}

fn short(words: String) -> String {
    words.chars().take(MAX_WORDS_CHARS).collect()
}

/// Which snapshot is current, with what is shown about it. One field, because these values must agree: of two base maps
/// chosen apart, one is kept whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CurrentBaseMap {
    pub snapshot: SnapshotId,
    pub name: String,
    pub imported_on: NaiveDate,
    pub file: String,
    /// How many lines.
    pub count: usize,
}

/// The base map of this device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseMapSource {
    pub key: Key,
    pub current: CurrentBaseMap,
}

impl CurrentBaseMap {
    /// What the record says; a record from elsewhere may be as long as any.
    fn of(record: &Record) -> Option<Self> {
        let current = Self::deserialize(record.value(CURRENT)?).ok()?;
        Some(Self { name: short(current.name), file: short(current.file), ..current })
    }
}

impl BaseMapSource {
    /// The base map that is current here.
    pub fn read(tables: &Tables) -> Option<Self> {
        let key = key().ok()?;
        let (_, record) = tables.live(BASE_MAP_KIND).find(|(id, _)| **id == key.id)?;
        Some(Self { key, current: CurrentBaseMap::of(record)? })
    }
}

/// What the base map of a record is called.
pub fn name(record: &Record) -> Option<String> {
    CurrentBaseMap::of(record).map(|current| current.name)
}

fn key() -> Result<Key, InvalidId> {
    Ok(Key { kind: Kind::new(BASE_MAP_KIND)?, id: RecordId::new(RECORD)? })
}

/// Makes a base map the current one.
pub fn adopt(base: &BaseMap, id: &SnapshotId) -> Result<ChangeSet, InvalidId> {
    let key = key()?;
    let current = CurrentBaseMap {
        snapshot: id.clone(),
        name: base.name.clone(),
        imported_on: base.imported_on,
        file: base.file.clone(),
        count: base.outlines.len(),
    };
    let mut changes = ChangeSet::new();
    changes.write(&key, CURRENT, Some(&current));
    changes.set_named(&key, DELETED, Value::Null)?;
    Ok(changes)
}

/// Takes the base map away.
pub fn remove(source: &BaseMapSource) -> Result<ChangeSet, InvalidId> {
    let mut changes = ChangeSet::new();
    changes.set(&source.key, FieldName::new(DELETED)?, true);
    Ok(changes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::snapshot::snapshots_named;
    use crate::records::{Author, DeviceId, ReplicaId};

    fn base(name: &str) -> BaseMap {
        let outline = Outline { is_closed: true, points: vec![[2_400_000, 48_900_000], [2_500_000, 48_900_000]] };
        BaseMap::new(name, "fond.geojson", "Auteur fictif", "2026-03-02".parse().unwrap(), vec![outline])
    }

    fn commit(tables: &mut Tables, changes: &ChangeSet) {
        commit_on("replica-a", tables, changes);
    }

    fn commit_on(replica: &str, tables: &mut Tables, changes: &ChangeSet) {
        let replica = ReplicaId::new(replica).unwrap();
        let author = Author { replica, device: DeviceId::new("device").unwrap(), at_ms: 0 };
        changes.apply(tables, &author).into_iter().for_each(|(key, record)| tables.put(key, record));
    }

    #[test]
    fn a_snapshot_comes_back_clean() {
        let (id, text) = base("Fond fictif").to_text().unwrap();
        assert_eq!((BaseMap::from_text(&text), SnapshotId::of(&text)), (Ok(base("Fond fictif")), id));
        for hidden in ["\u{202e}", "\\u202e"] {
            let hostile = text.replace("Auteur fictif", &format!("Auteur{hidden} fictif"));
            assert_eq!(BaseMap::from_text(&hostile).unwrap().attribution, "Auteur fictif");
        }
    }

    #[test]
    fn what_is_no_base_map_is_newer_or_leaves_the_bounds_is_refused() {
        let (_, text) = base("Fond fictif").to_text().unwrap();
        let newer = text.replacen("\"version\":1", "\"version\":2", 1);
        assert_eq!(BaseMap::from_text(&newer), Err(SnapshotError::Newer { version: 2 }));
        let long = BaseMap::new("é".repeat(999), "é".repeat(999), "é".repeat(999), Default::default(), Vec::new());
        for words in [long.name, long.file, long.attribution] {
            assert_eq!(words.chars().count(), MAX_WORDS_CHARS);
        }
        let many = BaseMap {
            outlines: vec![Outline { is_closed: false, points: vec![[0, 0]; MAX_POINTS + 1] }],
            ..base("Fond fictif")
        };
        for text in [
            "",
            "{}",
            &text[..text.len() - 1],
            &text.replacen(SNAPSHOT_FORMAT, "reperes-directory", 1),
            &text.replacen("2400000", "2400000000", 1),
            &text.replacen("48900000", "90000001", 1),
            &text.replacen("[[2400000,48900000],[2500000,48900000]]", "[]", 1),
            &text.replacen("Auteur fictif", &"a".repeat(MAX_WORDS_CHARS + 1), 1),
            &text.replacen("Fond fictif", &"a".repeat(MAX_WORDS_CHARS + 1), 1),
            &text.replacen("fond.geojson", &"a".repeat(MAX_WORDS_CHARS + 1), 1),
            &many.to_text().unwrap().1,
        ] {
            assert_eq!(BaseMap::from_text(text), Err(SnapshotError::Unreadable), "{}", text.len());
        }
    }

    #[test]
    fn of_two_base_maps_chosen_apart_one_is_kept_whole() {
        let (mut one, mut other) = (Tables::default(), Tables::default());
        for (replica, tables, name) in [("replica-a", &mut one, "Un fond"), ("replica-b", &mut other, "Autre fond")] {
            let base = base(name);
            commit_on(replica, tables, &adopt(&base, &base.to_text().unwrap().0).unwrap());
        }
        one.merged_with(&other).into_iter().for_each(|(key, record)| one.put(key, record));
        let (_, record) = one.live(BASE_MAP_KIND).next().unwrap();
        let told: Vec<&str> =
            record.conflicts().map(|(name, _)| name.as_str()).filter(|name| *name != DELETED).collect();
        assert_eq!(told, [CURRENT], "one field to settle");
        let source = BaseMapSource::read(&one).unwrap();
        assert_eq!(source.current.snapshot, base(&source.current.name).to_text().unwrap().0);
        assert_eq!(snapshots_named(&one).len(), 2, "both are kept until one is chosen");
    }

    #[test]
    fn a_record_from_elsewhere_says_no_more_than_a_line() {
        let mut tables = Tables::default();
        let long = BaseMap { name: "é".repeat(999), file: "é".repeat(999), ..base("") };
        commit(&mut tables, &adopt(&long, &long.to_text().unwrap().0).unwrap());
        let CurrentBaseMap { name, file, .. } = BaseMapSource::read(&tables).unwrap().current;
        assert_eq!([name, file].map(|words| words.chars().count()), [MAX_WORDS_CHARS; 2]);
    }

    #[test]
    fn one_base_map_is_current_and_its_snapshot_is_kept_as_long() {
        let mut tables = Tables::default();
        assert_eq!(BaseMapSource::read(&tables), None);
        for name in ["Premier fond", "Second fond"] {
            let base = base(name);
            let (id, _) = base.to_text().unwrap();
            commit(&mut tables, &adopt(&base, &id).unwrap());
            let source = BaseMapSource::read(&tables).unwrap();
            assert_eq!((source.current.name.as_str(), &source.current.snapshot, source.current.count), (name, &id, 1));
            assert_eq!(snapshots_named(&tables), [id].into());
        }
        let source = BaseMapSource::read(&tables).unwrap();
        commit(&mut tables, &remove(&source).unwrap());
        assert_eq!((BaseMapSource::read(&tables), snapshots_named(&tables).len()), (None, 0));
        let (id, _) = base("Troisième fond").to_text().unwrap();
        commit(&mut tables, &adopt(&base("Troisième fond"), &id).unwrap());
        assert_eq!(
            BaseMapSource::read(&tables).unwrap().current.name,
            "Troisième fond",
            "adopting again brings it back"
        );
    }
}
