//! Who wrote what, in which order: dots and version vectors.

use super::id::{DeviceId, ReplicaId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The identity of one write: the n-th by this replica in this record.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Dot {
    #[serde(rename = "by")]
    pub replica: ReplicaId,
    pub seq: u64,
}

/// A write's identity and the time its machine showed, in milliseconds since 1970. The time only proposes which of
/// several concurrent values is shown first; it never decides that one write has seen another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Stamp {
    #[serde(rename = "at")]
    pub at_ms: i64,
    #[serde(flatten)]
    pub dot: Dot,
}

impl Stamp {
    /// The order in which concurrent values are proposed: the greatest first.
    pub fn rank(&self) -> (i64, &ReplicaId, u64) {
        (self.at_ms, &self.dot.replica, self.dot.seq)
    }
}

/// How many of a replica's writes a record has seen, and the machine's label.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seen {
    pub seq: u64,
    pub device: DeviceId,
}

/// Every write that a record has seen, replaced ones included.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct VersionVector(BTreeMap<ReplicaId, Seen>);

impl VersionVector {
    pub fn has_seen(&self, dot: &Dot) -> bool {
        self.0.get(&dot.replica).is_some_and(|seen| seen.seq >= dot.seq)
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The machine that a replica ran on.
    pub fn device_of(&self, replica: &ReplicaId) -> Option<&DeviceId> {
        self.0.get(replica).map(|seen| &seen.device)
    }

    pub fn iter(&self) -> impl Iterator<Item = (&ReplicaId, &Seen)> {
        self.0.iter()
    }

    /// Mints the replica's next dot and counts it as seen. A record from elsewhere may claim that the replica has no
    /// number left: it then goes on under a derived name, since a dot must never serve twice.
    pub fn next_dot(&mut self, replica: &ReplicaId, device: &DeviceId) -> Dot {
        let is_spent = |name: &ReplicaId| self.0.get(name).is_some_and(|seen| seen.seq == u64::MAX);
        let mut author = replica.clone();
        for nth in 1.. {
            if !is_spent(&author) {
                break;
            }
            author = replica.derived(nth);
        }
        let seen = self.0.entry(author.clone()).or_insert_with(|| Seen { seq: 0, device: device.clone() });
        seen.seq = seen.seq.saturating_add(1);
        Dot { replica: author, seq: seen.seq }
    }

    /// Counts a write as seen, and those before it by the same replica.
    pub(super) fn include(&mut self, dot: &Dot) {
        let unseen = || Seen { seq: 0, device: DeviceId::unnamed() };
        let seen = self.0.entry(dot.replica.clone()).or_insert_with(unseen);
        seen.seq = seen.seq.max(dot.seq);
    }

    /// The pointwise maximum.
    pub fn join(&mut self, other: &Self) {
        for (replica, theirs) in &other.0 {
            match self.0.get_mut(replica) {
                None => {
                    self.0.insert(replica.clone(), theirs.clone());
                }
                Some(ours) => {
                    ours.seq = ours.seq.max(theirs.seq);
                    if theirs.device > ours.device {
                        ours.device = theirs.device.clone();
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dot_never_serves_twice() {
        let (replica, device) = (ReplicaId::new("r".repeat(32)).unwrap(), DeviceId::unnamed());
        let mut seen = VersionVector::default();
        assert_eq!(seen.next_dot(&replica, &device).seq, 1);
        assert_eq!(seen.next_dot(&replica, &device).seq, 2);
        for _ in 0..3 {
            let last = seen.next_dot(&replica, &device);
            seen.include(&Dot { seq: u64::MAX, ..last });
            let next = seen.next_dot(&replica, &device);
            assert_eq!(next.seq, 1, "under a name that was never used");
            assert!(ReplicaId::new(next.replica.as_str()).is_ok());
        }
        assert_eq!(seen.len(), 4);
    }
}
