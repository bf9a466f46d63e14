//! Opening the database: everything is read before anything is shown, and brought to the present version first.

use super::unlikely;
use crate::browser::identity;
use crate::exchange::file;
use crate::storage::{Database, Loaded, Preferences, StorageError, Turn, Write, read_preferences, write_preferences};

/// What the boot reads before anything is shown.
#[derive(Clone, Debug)]
pub struct Opened {
    pub(super) database: Database,
    pub(super) loaded: Loaded,
    pub(super) preferences: Preferences,
    pub(super) halt: Option<StorageError>,
    pub(super) vanished: bool,
}

/// Opens the database and reads everything.
pub async fn open() -> Result<Opened, StorageError> {
    let database = Database::open().await?;
    let mut loaded = database.load().await?;
    let halt = settle(&database, &mut loaded).await.err();
    let mut preferences = read_preferences().unwrap_or_default();
    if preferences.device.is_none() {
        preferences.device = Some(identity::new_device_id().map_err(unlikely)?);
        write_preferences(&preferences);
    }
    let vanished = preferences.has_saved && loaded.tables.is_empty() && loaded.meta.revision.0 == 0;
    Ok(Opened { database, loaded, preferences, halt, vanished })
}

/// Brings the stored records to the present version, in one transaction made from a copy: when it fails they stay as
/// they are. It is also the proof that this browser writes.
async fn settle(database: &Database, loaded: &mut Loaded) -> Result<(), StorageError> {
    if loaded.version > file::VERSION {
        return Err(StorageError::Newer);
    }
    if loaded.stuck {
        return Err(StorageError::NotMigrated);
    }
    if loaded.version < file::VERSION && !loaded.tables.is_empty() {
        let _turn = Turn::wait().await;
        let writes = loaded.tables.iter().map(|(kind, id, record)| {
            let key = crate::records::Key { kind: kind.clone(), id: id.clone() };
            Write::record(&key, record)
        });
        let writes = writes.collect::<Result<Vec<_>, _>>()?;
        match database.write(writes, loaded.meta.revision).await {
            Ok(revision) => loaded.meta.revision = revision,
            // Another tab was faster.
            Err(StorageError::Moved) => *loaded = database.load().await?,
            Err(other) => return Err(other),
        }
        return Ok(());
    }
    database.try_writing().await
}
