//! Weighing files against what is kept, then storing what they bring, in one transaction.

use super::desk::{Desk, moment};
use super::{By, EFFECTS_MAX, Failure, Imported, NamedEffect, Reply, Weighed};
use crate::browser::files::{self, ChosenFile, FileError};
use crate::domain::snapshot::snapshots_named;
use crate::domain::title::title;
use crate::exchange::file::{self, ExchangeFile, ReadError};
use crate::exchange::plan::alarm::{self, alarms};
use crate::exchange::plan::effect::RecordEffect;
use crate::exchange::plan::{ImportPlan, merged};
use crate::exchange::restore_point::{Cause, ImportedFile, RestorePoint};
use crate::exchange::scope::Scope;
use crate::exchange::sealed::{self, OpenError};
use crate::exchange::transfer::{FileSeen, Progress, Refusal, Seen};
use crate::records::{Key, Record, Tables, clean_text};
use crate::storage::{Batch, Loaded, Snapshots, StorageError, Unreadable};
use std::borrow::Cow;
use std::sync::Arc;

/// All the files of one import, read together.
const MAX_TOTAL_BYTES: usize = 4 * file::MAX_BYTES;

/// Everything that the accepted files hold, merged among themselves.
#[derive(Debug, Default)]
pub struct Incoming {
    tables: Tables,
    snapshots: Snapshots,
    files: Vec<ImportedFile>,
}

/// A file that was read.
struct Accepted {
    name: String,
    file: ExchangeFile,
}

impl Desk {
    /// Reads files and weighs them together. A refused file does not keep the others out.
    pub(super) async fn weigh(
        &mut self,
        files: &[ChosenFile],
        passphrase: &str,
        now_ms: i64,
        progress: &dyn Fn(Progress),
    ) -> Result<Reply, Failure> {
        self.incoming = None;
        let mut seen = Vec::with_capacity(files.len());
        let mut accepted = Vec::new();
        let mut total = 0_usize;
        for (nth, file) in files.iter().enumerate() {
            // A name is a text from elsewhere like any other.
            let name = clean_text(&file.name()).into_owned();
            progress(Progress::Reading { name: name.clone(), nth: nth + 1, of: files.len() });
            let outcome = match read(file, &mut total).await {
                Ok(bytes) => open(&bytes, passphrase),
                Err(refusal) => Err(Seen::Refused(refusal)),
            };
            match outcome {
                Ok(file) => {
                    let (origin, scope) = (file.origin.clone(), file.scope.clone());
                    let (records, left_out) = (file.content.tables.len(), file.left_out);
                    seen.push(FileSeen { name: name.clone(), seen: Seen::Read { origin, scope, records, left_out } });
                    accepted.push(Accepted { name, file });
                }
                Err(other) => seen.push(FileSeen { name, seen: other }),
            }
        }
        progress(Progress::Comparing);
        let loaded = self.database().await?.load().await?;
        let incomings: Vec<alarm::Incoming<'_>> = accepted
            .iter()
            .map(|one| alarm::Incoming {
                tables: &one.file.content.tables,
                is_everything: one.file.scope == Some(Scope::Everything),
            })
            .collect();
        let all: Vec<&Tables> = incomings.iter().map(|one| one.tables).collect();
        let incoming = Incoming { tables: merged(&all), ..Incoming::default() };
        let (tables, not_taken) = incoming.readable(&loaded.unreadable);
        let plan = ImportPlan::new(&loaded.tables, &tables);
        let alarms = alarms(&loaded.tables, &incomings, &plan, now_ms);
        let incoming = incoming.with_files(accepted);
        let kept = incoming.snapshots_in_use(&loaded, &plan);
        let lost = self.lost(&kept).await?;
        let (effects_total, is_empty) = (plan.effects.len(), plan.records.is_empty());
        let weighed = Weighed {
            files: seen,
            by_kind: plan.by_kind,
            effects: named(plan.effects, &plan.records, &loaded.tables),
            effects_total,
            alarms,
            not_taken,
            only_places: is_empty && lost,
            brings_nothing: is_empty && !lost,
        };
        self.incoming = Some(incoming);
        Ok(Reply::Weighed(Box::new(weighed)))
    }

    /// Whether this browser lacks one of these snapshots.
    async fn lost(&mut self, kept: &Snapshots) -> Result<bool, StorageError> {
        let database = self.database().await?;
        for id in kept.keys() {
            if database.snapshot(id.as_str()).await?.is_none() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Stores what was weighed, and a restore point with it. Weighed again first: something may have been written since.
    pub(super) async fn import(&mut self, by: By, progress: &dyn Fn(Progress)) -> Result<Reply, Failure> {
        let incoming = self.incoming.take().ok_or(Failure::Unknown)?;
        progress(Progress::Writing);
        let compute = |loaded: &Loaded| {
            let (tables, _) = incoming.readable(&loaded.unreadable);
            let plan = ImportPlan::new(&loaded.tables, &tables);
            let snapshots = incoming.snapshots_in_use(loaded, &plan);
            let cause = Cause::Import { files: incoming.files.clone() };
            let point = RestorePoint::before(moment(loaded, &by, cause), &loaded.tables, &plan.records);
            let imported = Imported { point: point.moment.id.clone() };
            Ok((Batch { put: plan.records, snapshots, point: Some(point), ..Batch::default() }, imported))
        };
        self.store_with_point(compute).await.map(Reply::Imported)
    }
}

impl Incoming {
    fn with_files(mut self, accepted: Vec<Accepted>) -> Self {
        for Accepted { name, file } in accepted {
            let snapshots = file.content.snapshots.into_iter();
            self.snapshots.extend(snapshots.map(|(id, text)| (id, Arc::new(text))));
            self.files.push(ImportedFile { name, origin: file.origin });
        }
        self
    }

    /// The records that may be taken, and how many may not: what is kept here under their key does not read, and is not
    /// written over.
    fn readable(&self, unreadable: &[Unreadable]) -> (Cow<'_, Tables>, usize) {
        let damaged: Vec<Key> = unreadable.iter().filter_map(|one| Key::parse(&one.key)).collect();
        let damaged: Vec<&Key> = damaged.iter().filter(|key| self.tables.get(key).is_some()).collect();
        if damaged.is_empty() {
            return (Cow::Borrowed(&self.tables), 0);
        }
        let mut tables = self.tables.clone();
        damaged.iter().for_each(|key| tables.remove(key));
        (Cow::Owned(tables), damaged.len())
    }

    /// The snapshots of the files that the records will name once merged.
    fn snapshots_in_use(&self, loaded: &Loaded, plan: &ImportPlan) -> Snapshots {
        if self.snapshots.is_empty() {
            return Snapshots::new();
        }
        let mut becoming = loaded.tables.clone();
        for (key, record) in &plan.records {
            becoming.put(key.clone(), record.clone());
        }
        let used = snapshots_named(&becoming);
        let kept = self.snapshots.iter().filter(|(id, _)| used.contains(*id));
        kept.map(|(id, text)| (id.clone(), Arc::clone(text))).collect()
    }
}

/// The first effects, each with what people call the record.
fn named(effects: Vec<RecordEffect>, becoming: &[(Key, Record)], here: &Tables) -> Vec<NamedEffect> {
    let becomes = |key: &Key| {
        let place = becoming.binary_search_by(|(other, _)| other.cmp(key)).ok()?;
        becoming.get(place).map(|(_, record)| record)
    };
    let name = |effect: RecordEffect| {
        let kind = effect.key.kind.as_str();
        let of = |record: Option<&Record>| record.and_then(|record| title(kind, record));
        // What goes away is called as it was.
        let title = of(becomes(&effect.key)).or_else(|| of(here.get(&effect.key)));
        NamedEffect { title, effect }
    };
    effects.into_iter().take(EFFECTS_MAX).map(name).collect()
}

async fn read(chosen: &ChosenFile, total: &mut usize) -> Result<Vec<u8>, Refusal> {
    let bytes = chosen.size() as usize;
    if bytes <= file::MAX_BYTES {
        *total = total.saturating_add(bytes);
    }
    if *total > MAX_TOTAL_BYTES {
        return Err(Refusal::TooLargeTogether);
    }
    match files::read(chosen).await {
        Ok(read) => Ok(read.bytes),
        Err(FileError::TooLarge { bytes }) => Err(Refusal::TooLarge { bytes }),
        Err(FileError::Unreadable) => Err(Refusal::Unreadable),
    }
}

/// A file's content, opened with the passphrase when it is closed by one.
fn open(bytes: &[u8], passphrase: &str) -> Result<ExchangeFile, Seen> {
    let refused = |error: ReadError| Seen::Refused(Refusal::Read(error));
    if !sealed::is_sealed(bytes) {
        return file::read(bytes).map_err(refused);
    }
    if passphrase.is_empty() {
        return Err(Seen::Locked { tried: false });
    }
    match sealed::open(bytes, passphrase) {
        Ok(plain) => file::read(&plain).map_err(refused),
        Err(OpenError::WrongOrDamaged) => Err(Seen::Locked { tried: true }),
        Err(other) => Err(Seen::Refused(Refusal::Sealed(other))),
    }
}
