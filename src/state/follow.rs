//! What happens elsewhere: another tab wrote, a newer version opened, the browser cleared everything.

use super::AppState;
use crate::exchange::file;
use crate::records::Tables;
use crate::storage::{Database, Loaded, Meta, News, Revision, StorageError, Tabs, forget_unsent};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

impl AppState {
    pub(super) fn listen_to_tabs(self) {
        let tabs = Tabs::listen(move |news| self.hear(news));
        tabs.tell(&News::Opened { version: file::VERSION });
        self.tabs.set_value(Some(tabs));
    }

    pub(super) fn tell(self, news: &News) {
        self.tabs.with_value(|tabs| {
            if let Some(tabs) = tabs {
                tabs.tell(news);
            }
        });
    }

    fn hear(self, news: News) {
        // This page is going away.
        if self.meta.is_disposed() {
            return;
        }
        match news {
            News::Opened { version } if version > file::VERSION => self.halt.set(Some(StorageError::Superseded)),
            // An older tab opened: it must hear that this one is here.
            News::Opened { version } if version < file::VERSION => self.tell(&News::Opened { version: file::VERSION }),
            News::Opened { .. } => {}
            // What cannot be read now will be when this tab writes.
            News::Wrote { revision, keys: Some(keys) } => spawn_local(async move {
                let _ = self.read_some(&keys, revision).await;
            }),
            News::Wrote { keys: None, .. } => spawn_local(async move {
                let _ = self.read_again().await;
            }),
            News::Noted => spawn_local(async move {
                let _ = self.look_again().await;
            }),
        }
    }

    /// Looks whether what is stored is still what is shown, and follows it.
    pub async fn look_again(self) -> Result<(), StorageError> {
        self.read_some(&[], self.revision()).await
    }

    /// Reads everything again and shows it.
    pub(super) async fn read_again(self) -> Result<(), StorageError> {
        let Some(writer) = self.writer.try_get_value() else { return Ok(()) };
        let _writer = writer.lock().await;
        let Some(database) = self.database.try_get_value() else { return Ok(()) };
        self.follow(&database).await
    }

    /// Reads everything as it is stored now, and shows it.
    pub(super) async fn follow(self, database: &Database) -> Result<(), StorageError> {
        self.is_together()?;
        let loaded = database.load().await;
        if self.meta.is_disposed() {
            return Ok(());
        }
        self.mirror(loaded.inspect_err(|error| self.take_notice(error))?);
        Ok(())
    }

    /// Some failures say that this page must write no more.
    pub(super) fn take_notice(self, error: &StorageError) {
        let is_news = self.halt.with_untracked(|halt| halt.as_ref() != Some(error));
        if *error == StorageError::Emptied && is_news {
            self.show_nothing(Meta::default());
        }
        if matches!(error, StorageError::Superseded | StorageError::Lost | StorageError::Emptied) && is_news {
            self.halt.set(Some(error.clone()));
        }
    }

    /// Whether this page follows what is stored. The last copy does not, nor does a page that was emptied: what others
    /// write since is not for it.
    fn is_together(self) -> Result<(), StorageError> {
        // A page that is going away follows nothing, and asks for nothing.
        match self.halt.try_get_untracked().flatten() {
            Some(halt @ (StorageError::Lost | StorageError::Emptied)) => Err(halt),
            _ => Ok(()),
        }
    }

    /// Reads again the records that a revision brought, and shows them; all of them when more was written meanwhile.
    async fn read_some(self, keys: &[String], revision: Revision) -> Result<(), StorageError> {
        let Some(writer) = self.writer.try_get_value() else { return Ok(()) };
        let _writer = writer.lock().await;
        let Some(database) = self.database.try_get_value() else { return Ok(()) };
        self.is_together()?;
        let read = database.read(keys).await;
        if self.meta.is_disposed() {
            return Ok(());
        }
        let (meta, records) = read.inspect_err(|error| self.take_notice(error))?;
        // Anything else than the one step from what is shown: this page was away, or is ahead.
        let is_next = revision == self.revision().next() && meta.revision == revision;
        let is_same = meta.revision == self.revision() && revision <= meta.revision;
        if !(is_next || is_same) || records.iter().any(|(_, record)| record.is_none()) {
            return self.follow(&database).await;
        }
        self.meta.set(meta);
        if !records.is_empty() {
            self.tables.update(|tables| {
                for (key, record) in records {
                    if let Some(record) = record {
                        tables.put(key, record);
                    }
                }
            });
        }
        Ok(())
    }

    /// Shows what is stored now. A database that went back in time was cleared under our feet: what is shown is then
    /// the last copy, and stays. One that was wiped on purpose takes with it what is shown and what waits.
    pub(super) fn mirror(self, loaded: Loaded) {
        if loaded.meta.revision < self.revision() {
            self.halt.set(Some(StorageError::Lost));
            return;
        }
        if loaded.meta.wiped > self.meta.with_untracked(|meta| meta.wiped) {
            self.show_nothing(loaded.meta);
            self.halt.set(Some(StorageError::Emptied));
            return;
        }
        let moved = loaded.meta.revision != self.revision();
        if self.meta.with_untracked(|meta| *meta != loaded.meta) {
            self.meta.set(loaded.meta);
        }
        if moved {
            self.unreadable.set(Arc::new(loaded.unreadable));
            self.tables.set(loaded.tables);
        }
    }

    /// Nothing is left, here or in what waited to be stored.
    pub(super) fn show_nothing(self, meta: Meta) {
        self.meta.set(meta);
        self.tables.set(Tables::default());
        self.unsaved.set(Vec::new());
        self.unreadable.set(Arc::default());
        forget_unsent();
    }
}
