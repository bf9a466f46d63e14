//! Preparing a file: what is asked for is taken from the database, written, read back, and closed when it must be.

use super::desk::Desk;
use super::{Failure, Order, PreparedFile, Reply};
use crate::domain::snapshot::{SnapshotId, snapshots_named};
use crate::exchange::backup::{self, PrepareError};
use crate::exchange::file::{Content, ReadError};
use crate::exchange::scope::select;
use crate::exchange::sealed::{self, SealError};
use crate::exchange::transfer::Progress;
use crate::records::{Key, Record, Tables};
use crate::storage::{Loaded, Revision};
use std::collections::BTreeMap;

impl Desk {
    /// Prepares a file.
    pub(super) async fn prepare(
        &mut self,
        order: Order,
        progress: &dyn Fn(Progress),
    ) -> Result<(Reply, Vec<u8>), Failure> {
        progress(Progress::Preparing);
        let database = match self.database().await {
            Ok(database) => Some(database),
            // All that is shown comes with the order: it can be prepared without what the browser keeps.
            Err(_) if order.is_all => None,
            Err(error) => return Err(error.into()),
        };
        let loaded = match &database {
            Some(database) if !order.is_all => database.load().await?,
            _ => Loaded::default(),
        };
        let mut sent = Tables::default();
        for (key, record) in read_records(&order.records)? {
            sent.put(key, record);
        }
        let mut tables = loaded.tables;
        // Merged: the page may not have followed yet what another tab wrote.
        for (key, record) in tables.merged_with(&sent) {
            tables.put(key, record);
        }
        let tables = select(&tables, &order.scope);
        let mut snapshots = BTreeMap::new();
        for id in snapshots_named(&tables) {
            let Some(database) = &database else { break };
            // A database that no longer answers must not keep the rest from being saved.
            if let Ok(Some(text)) = database.snapshot(id.as_str()).await {
                snapshots.insert(id, text);
            }
        }
        let (file, bytes) = assemble(&order, tables, snapshots, loaded.meta.revision, progress)?;
        Ok((Reply::Prepared(Box::new(file)), bytes))
    }
}

/// Writes a file and reads it back, then closes it when a passphrase is given.
fn assemble(
    order: &Order,
    tables: Tables,
    mut snapshots: BTreeMap<SnapshotId, String>,
    revision: Revision,
    progress: &dyn Fn(Progress),
) -> Result<(PreparedFile, Vec<u8>), Failure> {
    // A directory that was damaged here must not keep the interviews from being saved.
    snapshots.retain(|id, text| SnapshotId::of(text) == *id);
    let content = Content { tables, snapshots };
    let prepared = backup::prepare(&order.origin, &order.scope, &content).map_err(Failure::Prepare)?;
    let is_sealed = order.seal.is_some();
    let name = if is_sealed { backup::sealed_name(&prepared.name) } else { prepared.name };
    let without_places = prepared.without_places;
    let file = PreparedFile { name, held: prepared.held, without_places, is_sealed, revision };
    let Some(seal) = &order.seal else { return Ok((file, prepared.bytes)) };
    progress(Progress::Sealing);
    let bytes = sealed::seal(&prepared.bytes, &seal.passphrase, seal.salt, seal.nonce);
    let bytes = bytes.map_err(|error| match error {
        SealError::TooLarge => Failure::Prepare(PrepareError::Refused(ReadError::TooLarge)),
        SealError::NoPassphrase => Failure::NotSealed,
        SealError::NoMemory => Failure::NoMemory,
    })?;
    // What would not open again is no file.
    let opened = sealed::open(&bytes, &seal.passphrase).map_err(|_| Failure::NotSealed)?;
    if opened == prepared.bytes { Ok((file, bytes)) } else { Err(Failure::NotSealed) }
}

/// Records, as they travel.
pub fn read_records(records: &BTreeMap<String, String>) -> Result<Vec<(Key, Record)>, Failure> {
    let read = |(key, text): (&String, &String)| Some((Key::parse(key)?, serde_json::from_str(text).ok()?));
    records.iter().map(|pair| read(pair).ok_or(Failure::Unknown)).collect()
}
