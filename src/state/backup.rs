//! How much would be lost with this browser.

use super::AppState;
use crate::exchange::restore_point::PointId;
use crate::storage::{BackupMark, News, Revision, StorageError, ask_to_persist, is_persisted, share_used};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Changes in no file above which one is asked before leaving: about an interview.
const MUCH_WORK: u64 = 10;

/// The part of the granted space above which one is warned.
const SHORT_OF_SPACE: f64 = 0.8;

impl AppState {
    /// How many changes no file holds, as far as is known, followed.
    pub fn changes_since_backup(self) -> u64 {
        self.meta.with(|meta| meta.revision.0.saturating_sub(meta.backup.revision.0))
    }

    /// Leaving now would lose something, or leave much work in no file.
    pub fn is_at_risk(self) -> bool {
        self.has_unsaved() || (self.changes_here.get_value() > 0 && self.changes_since_backup() >= MUCH_WORK)
    }

    /// When the last file known to have arrived was prepared (milliseconds since 1970), followed.
    pub fn backed_up_at_ms(self) -> Option<i64> {
        self.meta.with(|meta| meta.backup.at_ms)
    }

    /// How many times this database was written.
    pub fn revision(self) -> Revision {
        self.meta.with_untracked(|meta| meta.revision)
    }

    /// A backup that holds this revision, prepared at this moment.
    pub fn mark(revision: Revision, at_ms: i64) -> BackupMark {
        BackupMark { revision, at_ms: Some(at_ms) }
    }

    /// Says that a file holding everything has arrived. What was changed since it was prepared is not in it.
    pub async fn mark_backed_up(self, mark: BackupMark) -> Result<(), StorageError> {
        // A database that was cleared since counts from the start again.
        let mark = BackupMark { revision: mark.revision.min(self.revision()), ..mark };
        self.database.get_value().note_backup(mark).await.inspect_err(|error| self.take_notice(error))?;
        self.meta.update(|meta| meta.backup = mark);
        self.tell(&News::Noted);
        Ok(())
    }

    /// Remembers that a file holding this revision left this browser: what is in it cannot be taken back any more.
    pub async fn note_handed_over(self, revision: Revision) {
        self.meta.update(|meta| meta.handed_over = meta.handed_over.max(revision));
        // Were it not noted, undoing an import would leave copies elsewhere that come back: nothing is lost.
        let _ = self.database.get_value().note_handed_over(revision).await;
        self.tell(&News::Noted);
    }

    /// Whether a file was handed over since this restore point was kept: what it would take back may be elsewhere.
    pub fn left_since_point(self, point: &PointId) -> bool {
        self.meta.with_untracked(|meta| {
            let kept = meta.points.iter().find(|summary| summary.moment.id == *point);
            kept.is_none_or(|summary| meta.handed_over.0 > summary.moment.revision_before)
        })
    }

    /// Whether the granted space is nearly used up, followed.
    pub fn space_is_short(self) -> bool {
        self.space_is_short.get()
    }

    /// Asks the browser once, from a click and after something was really saved, not to clear this site by itself.
    pub fn ask_to_keep(self) {
        let due = self.preferences.with_untracked(|preferences| preferences.has_saved && !preferences.asked_to_persist);
        if due {
            self.set_preferences(|preferences| preferences.asked_to_persist = true);
            spawn_local(async move {
                let _ = ask_to_persist().await;
            });
        }
    }

    /// Whether the browser has promised not to clear this site by itself.
    pub async fn is_kept(self) -> bool {
        is_persisted().await
    }

    /// The part of the granted space that is used, from 0 to 1; none where the browser does not say.
    pub async fn share_used(self) -> Option<f64> {
        share_used().await
    }

    /// Looks at the space that is left.
    pub(super) fn look_at_space(self) {
        spawn_local(async move {
            let used = share_used().await;
            let _ = self.space_is_short.try_set(used.is_some_and(|used| used >= SHORT_OF_SPACE));
        });
    }

    /// Remembers outside the database that something is kept in it: were it cleared, the next opening would know.
    pub(super) fn note_that_something_is_kept(self) {
        if !self.preferences.with_untracked(|preferences| preferences.has_saved) {
            self.set_preferences(|preferences| preferences.has_saved = true);
        }
    }
}
