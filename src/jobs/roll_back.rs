//! Going back: undoing an import, or returning to all that a restore point holds.

use super::desk::{Desk, moment};
use super::{Back, By, Failure, Reply, Returned};
use crate::exchange::restore_point::{Cause, RestorePoint};
use crate::exchange::transfer::Progress;
use crate::exchange::undo::{self, Rollback};
use crate::records::{Author, Key};
use crate::storage::{Batch, Database, Loaded};
use std::borrow::Cow;

impl Desk {
    /// Says what going back would do.
    pub(super) async fn weigh_return(&mut self, to: Back) -> Result<Reply, Failure> {
        let database = self.database().await?;
        let point = read(&database, &to).await?;
        let loaded = database.load().await?;
        Ok(Reply::ReturnWeighed(roll_back(&loaded, &point, &to)?.outlook))
    }

    /// Goes back; the present state becomes a restore point in turn.
    pub(super) async fn go_back(&mut self, to: Back, by: By, progress: &dyn Fn(Progress)) -> Result<Reply, Failure> {
        let database = self.database().await?;
        let point = read(&database, &to).await?;
        progress(Progress::Writing);
        let compute = |loaded: &Loaded| {
            let rollback = roll_back(loaded, &point, &to)?;
            let mut put = rollback.put;
            put.extend(rollback.changes.apply(&loaded.tables, &Author::from(by.clone())));
            let cause = match to {
                Back::Undo(_) => Cause::Undo,
                Back::Point(_) => Cause::Return,
            };
            let before = RestorePoint::before(moment(loaded, &by, cause), &loaded.tables, &put);
            let returned = Returned { point: before.moment.id.clone(), outlook: rollback.outlook };
            let batch =
                Batch { put, remove: rollback.remove, point: Some(before), goes_back: true, ..Batch::default() };
            Ok((batch, returned))
        };
        self.store_with_point(compute).await.map(Reply::Returned)
    }
}

async fn read(database: &Database, to: &Back) -> Result<RestorePoint, Failure> {
    let text = database.point(&to.point().to_string()).await?.ok_or(Failure::Unknown)?;
    RestorePoint::from_text(&text).map_err(|_| Failure::PointDamaged)
}

fn roll_back(loaded: &Loaded, point: &RestorePoint, to: &Back) -> Result<Rollback, Failure> {
    // Whether a file has left this browser since: what is taken back may then be elsewhere.
    let left_since = loaded.meta.handed_over.0 > point.moment.revision_before;
    let now = &loaded.tables;
    // What does not read here is not written over.
    let mut point = Cow::Borrowed(point);
    let mut left_unreadable = 0;
    for key in loaded.unreadable.iter().filter_map(|one| Key::parse(&one.key)) {
        if point.tables.get(&key).is_some() {
            point.to_mut().tables.remove(&key);
            left_unreadable += 1;
        }
    }
    let rollback = match to {
        Back::Undo(_) => undo::undo(now, &point, left_since),
        Back::Point(_) => undo::return_to(now, &point, left_since),
    };
    // The names of fields that the program writes are well formed.
    let mut rollback = rollback.map_err(|_| Failure::Unknown)?;
    rollback.outlook.left_unreadable = left_unreadable;
    Ok(rollback)
}
