//! Where jobs are done, in the worker.

use super::import::Incoming;
use super::prepare::read_records;
use super::{By, Failure, Job, Reply, codes};
use crate::browser::worker::Parcel;
use crate::exchange::restore_point::{Cause, KEPT, Moment, PointId};
use crate::exchange::transfer::Progress;
use crate::storage::{Batch, Database, Loaded, Revision, StorageError};
use std::collections::BTreeMap;

/// How often a write starts again because another tab wrote in between.
const MAX_TRIES: usize = 5;

/// What one job leaves for the next.
#[derive(Debug, Default)]
pub struct Desk {
    database: Option<Database>,
    /// What was weighed, waiting for the person's agreement.
    pub(super) incoming: Option<Incoming>,
}

/// An answer, with its bytes when there are some.
pub type Outcome = (Reply, Option<Vec<u8>>);

impl Desk {
    /// Does a job.
    pub async fn work(&mut self, job: Job, parcel: &Parcel, progress: &dyn Fn(Progress)) -> Outcome {
        let reply = match job {
            Job::Weigh { passphrase, now_ms } => self.weigh(&parcel.files, &passphrase, now_ms, progress).await,
            Job::Import { by } => self.import(by, progress).await,
            Job::WeighReturn { to } => self.weigh_return(to).await,
            Job::Return { to, by } => self.go_back(to, by, progress).await,
            Job::Store { records, expected } => self.store(&records, expected).await,
            Job::ReadCodes => Ok(codes::read(parcel).await),
            Job::Prepare(order) => match self.prepare(order, progress).await {
                Ok((reply, bytes)) => return (reply, Some(bytes)),
                Err(failure) => Err(failure),
            },
        };
        (reply.unwrap_or_else(Reply::Failed), None)
    }

    /// Stores records as they are.
    async fn store(&mut self, records: &BTreeMap<String, String>, expected: Revision) -> Result<Reply, Failure> {
        let database = self.database().await?;
        let loaded = database.load().await?;
        if loaded.meta.revision != expected {
            return Err(Failure::crowded());
        }
        let batch = Batch { put: read_records(records)?, ..Batch::default() };
        let (revision, points) = database.store(&loaded, &batch).await?;
        Ok(Reply::Stored { revision, points })
    }

    /// Stores what is computed from what is kept, with a restore point; computed again when somebody wrote meanwhile.
    pub(super) async fn store_with_point<T>(
        &mut self,
        compute: impl Fn(&Loaded) -> Result<(Batch, T), Failure>,
    ) -> Result<T, Failure> {
        let database = self.database().await?;
        let mut points_kept = KEPT;
        for _ in 0..MAX_TRIES {
            let loaded = database.load().await?;
            let (batch, said) = compute(&loaded)?;
            match database.store(&loaded, &Batch { points_kept, ..batch }).await {
                Ok(_) => return Ok(said),
                Err(StorageError::Moved) => {}
                // Older points make room for this one; without a point nothing is done.
                Err(StorageError::Quota) if points_kept > 1 => points_kept = 1,
                Err(other) => return Err(other.into()),
            }
        }
        Err(Failure::crowded())
    }

    /// The database, opened at the first need.
    pub(super) async fn database(&mut self) -> Result<Database, StorageError> {
        if let Some(database) = &self.database {
            return Ok(database.clone());
        }
        let opened = Database::open().await?;
        Ok(self.database.insert(opened).clone())
    }
}

/// When, where and before what a restore point is kept.
pub fn moment(loaded: &Loaded, by: &By, cause: Cause) -> Moment {
    Moment {
        id: PointId::after(&loaded.meta.points, by.at_ms),
        at_ms: by.at_ms,
        device: by.device.clone(),
        cause,
        revision_before: loaded.meta.revision.0,
    }
}

impl Failure {
    /// A number of tries was not enough: another tab writes without end.
    pub(super) const fn crowded() -> Self {
        Self::Storage(StorageError::Moved)
    }
}
