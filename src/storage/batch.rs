//! What one transaction stores, with all that follows from it: snapshots that nothing names any more go, restore points
//! turn, and what is erased is erased from them too.

use super::error::StorageError;
use super::reading::Unreadable;
use super::schema;
use super::writing::Write;
use crate::domain::snapshot::{SnapshotId, may_name_a_snapshot, snapshots_named};
use crate::exchange::restore_point::{self, PointId, RestorePoint, Summary};
use crate::records::{Key, Record, Tables};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Snapshots to keep, with their texts: they are long, and shared by whoever stores them.
pub type Snapshots = BTreeMap<SnapshotId, Arc<String>>;

/// What is asked to be stored together.
#[derive(Clone, Debug, Default)]
pub struct Batch {
    pub put: Vec<(Key, Record)>,
    /// Records taken away as if they had never been here.
    pub remove: Vec<Key>,
    /// What does not read as a record, put back as it was.
    pub unreadable: Vec<Unreadable>,
    /// Snapshots to keep, with their texts.
    pub snapshots: Snapshots,
    /// The state to return to.
    pub point: Option<RestorePoint>,
    /// How many points the ring keeps, this one included; fewer where space is short.
    pub points_kept: usize,
    /// Records become again what they were: numbers of writes are free again, and names must change.
    pub goes_back: bool,
}

/// What is stored before.
#[derive(Clone, Copy, Debug)]
pub struct Here<'a> {
    pub tables: &'a Tables,
    pub points: &'a [Summary],
    pub unreadable: &'a [Unreadable],
}

impl Batch {
    /// Nothing would be stored.
    pub fn is_empty(&self) -> bool {
        self.put.is_empty() && self.remove.is_empty() && self.snapshots.is_empty() && self.point.is_none()
    }

    /// Something is erased that was not: it must leave the restore points too, see [`Self::prepare_with_points`].
    pub fn erases(&self, tables: &Tables) -> bool {
        !self.erased_now(tables).is_empty()
    }

    /// Works out every write, the restore points staying as they are.
    pub fn prepare(&self, here: Here<'_>) -> Result<Vec<Write>, StorageError> {
        self.writes(here, here.points)
    }

    /// The writes that forget a restore point, and which ones remain.
    pub fn forget_point(here: Here<'_>, forgotten: &PointId) -> Result<(Vec<Write>, Vec<Summary>), StorageError> {
        let points: Vec<Summary> =
            here.points.iter().filter(|summary| summary.moment.id != *forgotten).cloned().collect();
        let mut writes = Self::default().writes(here, &points)?;
        writes.push(Write::drop_point(&forgotten.to_string()));
        writes.push(Write::meta(schema::POINTS, &points)?);
        Ok((writes, points))
    }

    /// Works out every write, those of the restore points included, and which ones there will be. `texts` are those that
    /// are kept, by their identity; needed when something is erased.
    pub fn prepare_with_points(
        &self,
        here: Here<'_>,
        texts: &BTreeMap<String, String>,
    ) -> Result<(Vec<Write>, Vec<Summary>), StorageError> {
        let mut turned = Vec::new();
        let points = self.turn_points(here, texts, &mut turned)?;
        let mut writes = self.writes(here, &points)?;
        writes.append(&mut turned);
        Ok((writes, points))
    }

    fn writes(&self, here: Here<'_>, points: &[Summary]) -> Result<Vec<Write>, StorageError> {
        self.spare_unreadable(here.unreadable)?;
        let mut writes = Vec::with_capacity(self.put.len() + self.remove.len() + 8);
        for (id, text) in &self.snapshots {
            writes.push(Write::snapshot(id.as_str(), Arc::clone(text)));
        }
        for (key, record) in &self.put {
            writes.push(Write::record(key, record)?);
        }
        writes.extend(self.unreadable.iter().map(Write::unreadable));
        writes.extend(self.remove.iter().map(Write::forget_record));
        writes.extend(self.left_behind(here, points).iter().map(|id| Write::drop_snapshot(id.as_str())));
        Ok(writes)
    }

    /// What does not read as a record is left as it is: a record of the same key is not put over it.
    fn spare_unreadable(&self, unreadable: &[Unreadable]) -> Result<(), StorageError> {
        if unreadable.is_empty() {
            return Ok(());
        }
        let keys = self.put.iter().map(|(key, _)| key).chain(&self.remove).map(ToString::to_string);
        let over = keys.into_iter().find(|key| unreadable.iter().any(|one| one.key == *key));
        over.map_or(Ok(()), |key| Err(StorageError::Unreadable { key }))
    }

    /// Adds the new point, drops those that leave the ring, and erases from the others what is erased now.
    fn turn_points(
        &self,
        here: Here<'_>,
        texts: &BTreeMap<String, String>,
        writes: &mut Vec<Write>,
    ) -> Result<Vec<Summary>, StorageError> {
        let mut points = here.points.to_vec();
        if let Some(point) = &self.point {
            let dropped = restore_point::ring(&points, &point.moment.id, self.points_kept);
            points.retain(|point| !dropped.contains(&point.moment.id));
            writes.extend(dropped.iter().map(|id| Write::drop_point(&id.to_string())));
        }
        let erased = self.erased_now(here.tables);
        if !erased.is_empty() {
            let mut kept = Vec::with_capacity(points.len());
            for summary in points {
                let id = summary.moment.id.to_string();
                match texts.get(&id).map(|text| RestorePoint::from_text(text)) {
                    Some(Ok(point)) => match point.without_erased(&erased) {
                        None => kept.push(summary),
                        Some(point) => {
                            writes.push(Write::point(&id, encode(&point)?));
                            kept.push(point.summary());
                        }
                    },
                    // It can give nothing back, and may hold what must be erased.
                    _ => writes.push(Write::drop_point(&id)),
                }
            }
            points = kept;
        }
        if let Some(point) = &self.point {
            let summary = point.summary();
            writes.push(Write::point(&summary.moment.id.to_string(), encode(point)?));
            points.push(summary);
        }
        if points != here.points {
            writes.push(Write::meta(schema::POINTS, &points)?);
        }
        Ok(points)
    }

    /// The texts of the points that hold nothing of what is erased now: the others go with it.
    pub(super) fn texts_left_as_they_are(
        &self,
        here: Here<'_>,
        mut texts: BTreeMap<String, String>,
    ) -> BTreeMap<String, String> {
        let erased = self.erased_now(here.tables);
        texts
            .retain(|_, text| RestorePoint::from_text(text).is_ok_and(|point| point.without_erased(&erased).is_none()));
        texts
    }

    fn erased_now(&self, tables: &Tables) -> BTreeSet<Key> {
        let is_new = |key: &Key| tables.get(key).is_none_or(|record| !record.erased);
        let erased = self.put.iter().filter(|(key, record)| record.erased && is_new(key));
        erased.map(|(key, _)| key.clone()).collect()
    }

    /// The snapshots that neither a record nor a restore point names any more.
    fn left_behind(&self, here: Here<'_>, points: &[Summary]) -> BTreeSet<SnapshotId> {
        let is_concerned = self.put.iter().map(|(key, _)| key).chain(&self.remove).any(may_name_a_snapshot);
        if !is_concerned && points == here.points {
            return BTreeSet::new();
        }
        let mut after = here.tables.clone();
        for (key, record) in &self.put {
            after.put(key.clone(), record.clone());
        }
        for key in &self.remove {
            after.remove(key);
        }
        let of = |points: &[Summary]| points.iter().flat_map(|point| point.snapshots.clone()).collect::<BTreeSet<_>>();
        let before: BTreeSet<_> = snapshots_named(here.tables).union(&of(here.points)).cloned().collect();
        let kept: BTreeSet<_> = snapshots_named(&after).union(&of(points)).cloned().collect();
        before.difference(&kept).cloned().collect()
    }
}

fn encode(point: &RestorePoint) -> Result<String, StorageError> {
    point.to_text().map_err(|error| StorageError::unlikely("restore point", error))
}
