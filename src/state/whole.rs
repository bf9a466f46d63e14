//! What is done to everything at once: it is written again after a loss, or forgotten.

use super::AppState;
use super::alone::storing;
use super::write::Writer;
use crate::browser::identity;
use crate::records::Key;
use crate::storage::{
    BackupMark, Batch, Database, Meta, News, Preferences, Revision, StorageError, Turn, Unreadable, Write,
};
use leptos::prelude::*;
use std::sync::Arc;

impl AppState {
    /// Writes again all that is shown, and what could not be stored, where the browser no longer holds it. Places come
    /// back from their own file.
    pub async fn write_all_again(self) -> Result<(), StorageError> {
        let writer = self.writer.get_value();
        let mut writer = writer.lock().await;
        let database = self.database.get_value();
        let _turn = Turn::wait().await;
        match database.load().await {
            Ok(_) | Err(StorageError::Lost) => {}
            Err(error) => {
                self.take_notice(&error);
                return Err(error);
            }
        }
        database.take_over(async || self.write_all(&mut writer, &database).await).await?;
        self.halt.set(None);
        self.note_that_something_is_kept();
        self.tell(&News::Wrote { revision: self.revision(), keys: None });
        Ok(())
    }

    async fn write_all(self, writer: &mut Writer, database: &Database) -> Result<(), StorageError> {
        let here = database.load().await?;
        let author = writer.author(self.device(), &here.meta)?;
        let unsaved = self.unsaved_then(&Default::default());
        let put = self.with_tables_now(|shown| {
            let mut shown = shown.clone();
            for (key, record) in unsaved.apply(&shown, &author) {
                shown.put(key, record);
            }
            here.tables.merged_with(&shown)
        });
        let unreadable = self.unreadable.with_untracked(|unreadable| {
            let is_gone = |one: &&Unreadable| Key::parse(&one.key).is_none_or(|key| here.tables.get(&key).is_none());
            unreadable.iter().filter(is_gone).cloned().collect()
        });
        let store = storing().await?;
        store(database, &here, &Batch { put, unreadable, ..Batch::default() }).await?;
        let loaded = database.load().await?;
        self.meta.set(loaded.meta);
        self.tables.set(loaded.tables);
        self.unreadable.set(Arc::new(loaded.unreadable));
        self.unsaved.set(Vec::new());
        Ok(())
    }

    /// Forgets every record, snapshot and restore point kept by this browser, and its preferences.
    pub async fn wipe(self) -> Result<(), StorageError> {
        let writer = self.writer.get_value();
        let _writer = writer.lock().await;
        let database = self.database.get_value();
        let turn = Turn::wait().await;
        // Whatever is kept in this browser goes, were it a database made anew by another tab.
        let revision = database.take_over(async || self.wipe_database(&database).await).await?;
        drop(turn);
        let backup = BackupMark { revision, at_ms: None };
        self.show_nothing(Meta { revision, backup, wiped: revision, ..Meta::default() });
        // Whatever kept this page from writing is gone too.
        self.halt.set(None);
        // The label goes too: later files must not be tied to the former ones.
        let device = identity::new_device_id().ok();
        self.set_preferences(|preferences| *preferences = Preferences { device, ..Preferences::default() });
        self.tell(&News::Wrote { revision, keys: None });
        Ok(())
    }

    async fn wipe_database(self, database: &Database) -> Result<Revision, StorageError> {
        let mut before = self.revision();
        loop {
            match database.write(Write::wipe(before)?, before).await {
                Err(StorageError::Moved) => {
                    let loaded = database.load().await?;
                    before = loaded.meta.revision;
                    // Shown as it is now: were the next try to fail, nothing older may be written over it.
                    self.mirror(loaded);
                }
                outcome => return outcome,
            }
        }
    }
}
