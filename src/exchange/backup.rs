//! Preparing a file that holds everything, and weighing one before it is merged.

use super::file::{self, Content, Origin, ReadError};
use super::scope::Scope;
use crate::domain::snapshot::snapshots_named;
use crate::records::{Kind, Tables};
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// A file that was read back and found whole, ready to be handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prepared {
    pub name: String,
    pub bytes: Vec<u8>,
    pub held: Held,
    /// Directories whose places are not in the file: this browser no longer keeps them whole, or they are too heavy.
    pub without_places: usize,
}

/// How many records of each kind are there to be used: neither deleted nor erased.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held(pub BTreeMap<Kind, usize>);

/// Why no file could be prepared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
        Self::within(tables, &Scope::Everything)
    }

    /// What a file of this scope would hold.
    pub fn within(tables: &Tables, scope: &Scope) -> Self {
        let mut held: BTreeMap<Kind, usize> = BTreeMap::new();
        let present = tables.iter().filter(|(_, _, record)| !record.erased && !record.is_deleted());
        let choice = scope.among(tables);
        for (kind, ..) in present.filter(|(kind, id, record)| choice.takes(kind, id, record)) {
            match held.get_mut(kind) {
                Some(count) => *count += 1,
                None => drop(held.insert(kind.clone(), 1)),
            }
        }
        Self(held)
    }
}

/// Writes a file and reads it back: what cannot be imported again is no backup. A directory can be imported again from
/// its own file: when they are so heavy or so many that the file would be refused, they stay out of it, and never keep
/// the interviews out.
pub fn prepare(origin: &Origin, scope: &Scope, content: &Content) -> Result<Prepared, PrepareError> {
    match prepare_whole(origin, scope, content) {
        Err(PrepareError::Refused(ReadError::TooLarge | ReadError::TooManySnapshots))
            if !content.snapshots.is_empty() =>
        {
            prepare_whole(origin, scope, &Content { tables: content.tables.clone(), snapshots: BTreeMap::new() })
        }
        outcome => outcome,
    }
}

fn prepare_whole(origin: &Origin, scope: &Scope, content: &Content) -> Result<Prepared, PrepareError> {
    let bytes = file::write(origin, scope, content).map_err(|_| PrepareError::NotWritten)?;
    let back = file::read(&bytes).map_err(PrepareError::Refused)?.content;
    let keys = |tables: &Tables| {
        tables.iter().map(|(kind, id, record)| (kind.clone(), id.clone(), record.fields.len())).collect::<Vec<_>>()
    };
    if keys(&back.tables) != keys(&content.tables) || back.snapshots != content.snapshots {
        return Err(PrepareError::Incomplete);
    }
    let without_places =
        snapshots_named(&content.tables).iter().filter(|id| !content.snapshots.contains_key(*id)).count();
    let name = file_name(scope, origin.created_at);
    Ok(Prepared { name, bytes, held: Held::of(&content.tables), without_places })
}

/// « reperes-2026-11-23-1405.json », « reperes-annuaire-2026-11-23-1405.json »: a part and a date, never a person's name. In
/// a training room, the exercise and the drawn seat too: « reperes-reponses-2C07-RXK9-07-2026-11-23-1405.json ».
pub fn file_name(scope: &Scope, created_at: NaiveDateTime) -> String {
    let part: Cow<'_, str> = match scope {
        Scope::Everything => "".into(),
        Scope::Interviews => "entretiens-".into(),
        Scope::InterviewsWithoutNotes => "entretiens-sans-notes-".into(),
        Scope::Directory => "annuaire-".into(),
        Scope::Programme => "programme-".into(),
        Scope::Session(_) => "session-".into(),
        Scope::Answers(_) => "avis-".into(),
        Scope::Curriculum => "referentiel-".into(),
        Scope::Cards { .. } => "reseau-".into(),
        Scope::Cases { only: None } => "cas-".into(),
        Scope::Cases { only: Some(_) } => "un-cas-".into(),
        Scope::Bag(exercise) => format!("mallette-{exercise}-").into(),
        // Twelve of them meet in one folder.
        Scope::HandedIn { exercise, seat: Some(seat) } => format!("reponses-{exercise}-{:02}-", seat.number()).into(),
        Scope::HandedIn { exercise, seat: None } => format!("reponses-{exercise}-").into(),
    };
    format!("reperes-{part}{}.json", created_at.format("%Y-%m-%d-%H%M"))
}

/// The name of the same file, closed by a passphrase.
pub fn sealed_name(name: &str) -> String {
    format!("{}.reperes", name.strip_suffix(".json").unwrap_or(name))
}

/// The name of the page that carries the same file.
pub fn bag_name(name: &str) -> String {
    format!("{}.html", name.strip_suffix(".json").unwrap_or(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::directory::edition::{DirectorySnapshot, adopt};
    use crate::domain::directory::place::{Place, PlaceId};
    use crate::domain::exercise::code::{ExerciseCode, Manner};
    use crate::domain::exercise::seat::Seat;
    use crate::domain::interview::questionnaire::Length;
    use crate::domain::snapshot::SnapshotId;
    use crate::records::{Author, ChangeSet, DELETED, DeviceId, Key, RecordId, ReplicaId};
    use std::collections::BTreeSet;

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
    fn twelve_files_of_one_room_have_twelve_names() {
        let exercise = ExerciseCode::new(&[].into(), Length::Short, Manner::Alone, 7);
        let name = |seat: Option<u8>| {
            let seat = seat.map(|number| Seat::new(number).unwrap());
            file_name(&Scope::HandedIn { exercise, seat }, origin().created_at)
        };
        assert_eq!(name(Some(7)), format!("reperes-reponses-{exercise}-07-2026-03-01-0905.json"));
        let names: BTreeSet<String> = (1..=12).map(|number| name(Some(number))).chain([name(None)]).collect();
        assert_eq!(names.len(), 13);
    }

    #[test]
    fn a_prepared_file_holds_everything_and_bears_a_date() {
        let mut tables = Tables::default();
        set(&mut tables, "a", "label", "Dossier");
        set(&mut tables, "b", "label", "Autre");
        set(&mut tables, "b", DELETED, true);
        let (id, text) = import(&mut tables, "r1", &["x"]);
        let content = Content { tables, snapshots: [(id, text)].into() };
        let prepared = prepare(&origin(), &Scope::Everything, &content).unwrap();
        assert_eq!(prepared.name, "reperes-2026-03-01-0905.json");
        let held: Vec<(&str, usize)> = prepared.held.0.iter().map(|(kind, count)| (kind.as_str(), *count)).collect();
        assert_eq!(held, [("directory", 1), ("interview", 1)]);
        assert_eq!(file::read(&prepared.bytes).unwrap().content, content);
    }

    #[test]
    fn a_directory_that_is_not_kept_here_or_cannot_travel_is_said_to_be_missing() {
        let mut tables = Tables::default();
        set(&mut tables, "a", "label", "Dossier");
        import(&mut tables, "r1", &["x"]);
        let content = Content { tables: tables.clone(), snapshots: BTreeMap::new() };
        assert_eq!(prepare(&origin(), &Scope::Everything, &content).unwrap().without_places, 1);
        let heavy = vec!["x".repeat(file::MAX_BYTES)];
        let many = (0..101).map(|n| n.to_string()).collect();
        for texts in [heavy, many] {
            let snapshots = texts.into_iter().map(|text| (SnapshotId::of(&text), text)).collect();
            let content = Content { tables: tables.clone(), snapshots };
            let prepared = prepare(&origin(), &Scope::Everything, &content).unwrap();
            assert_eq!((prepared.without_places, prepared.bytes.len() < 10_000), (1, true));
            assert_eq!(file::read(&prepared.bytes).unwrap().content.tables, content.tables);
        }
    }

    #[test]
    fn a_file_that_would_be_refused_is_not_handed_over() {
        let mut tables = Tables::default();
        set(&mut tables, "a", "label", "Dossier");
        let snapshots = [(SnapshotId::of("what it was"), "what it became".to_owned())].into();
        let refused = prepare(&origin(), &Scope::Everything, &Content { tables: tables.clone(), snapshots });
        assert_eq!(refused, Err(PrepareError::Refused(ReadError::InvalidSnapshot)));
    }
}
