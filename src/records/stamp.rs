//! Who wrote what, in which order: dots and version vectors.

use super::id::{DeviceId, ReplicaId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::Range;

/// Times before 2021-01-01 or from 2051-01-01 (UTC) were shown by a wrong clock: a flat battery starts in 1970, a slip of
/// the hand in 2099. Both bounds are fixed, and not « some time from now »: every machine must order the same values in
/// the same way, whatever its own clock says.
pub const PLAUSIBLE_MS: Range<i64> = 1_609_459_200_000..2_556_144_000_000;

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
    /// The order in which concurrent values are proposed: the greatest first, those of a wrong clock after the others.
    pub fn rank(&self) -> (bool, i64, &ReplicaId, u64) {
        (self.has_plausible_time(), self.at_ms, &self.dot.replica, self.dot.seq)
    }

    /// Whether the machine's clock may have been right.
    pub fn has_plausible_time(&self) -> bool {
        PLAUSIBLE_MS.contains(&self.at_ms)
    }
}

/// The last of a replica's writes that a record has seen, those before it included, and the machine's label.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seen {
    pub seq: u64,
    pub device: DeviceId,
}

/// Every write that a record has seen, or one of its fields, replaced ones included.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct VersionVector(BTreeMap<ReplicaId, Seen>);

impl VersionVector {
    pub fn has_seen(&self, dot: &Dot) -> bool {
        self.0.get(&dot.replica).is_some_and(|seen| dot.seq <= seen.seq)
    }

    /// The number of a replica's last write seen; zero when none was.
    pub(super) fn last_of(&self, replica: &ReplicaId) -> u64 {
        self.0.get(replica).map_or(0, |seen| seen.seq)
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
        let author = replica.first_free(|name| self.last_of(name) < u64::MAX);
        let unseen = || Seen { seq: 0, device: device.clone() };
        let seen = self.0.entry(author.clone()).or_insert_with(unseen);
        seen.seq = seen.seq.saturating_add(1);
        Dot { replica: author, seq: seen.seq }
    }

    /// Counts a write as seen, and those before it by the same replica.
    pub(super) fn include(&mut self, dot: &Dot) {
        let unseen = || Seen { seq: 0, device: DeviceId::unnamed() };
        let seen = self.0.entry(dot.replica.clone()).or_insert_with(unseen);
        seen.seq = seen.seq.max(dot.seq);
    }

    /// Every write that one or the other has seen.
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
    use serde_json::json;

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

    fn dot(seq: u64) -> Dot {
        Dot { replica: ReplicaId::new("r").unwrap(), seq }
    }

    #[test]
    fn what_one_or_the_other_has_seen_is_seen() {
        let vector = |text| serde_json::from_value::<VersionVector>(text).unwrap();
        let ours = vector(json!({ "r": { "seq": 3, "device": "b" }, "s": { "seq": 1, "device": "a" } }));
        let theirs = vector(json!({ "r": { "seq": 5, "device": "a" }, "t": { "seq": 2, "device": "c" } }));
        let joined = json!({
            "r": { "seq": 5, "device": "b" }, "s": { "seq": 1, "device": "a" }, "t": { "seq": 2, "device": "c" },
        });
        let (mut here, mut there) = (ours.clone(), theirs.clone());
        here.join(&theirs);
        there.join(&ours);
        assert_eq!((&here, &there), (&vector(joined.clone()), &vector(joined)));
        assert!(here.has_seen(&dot(5)) && !here.has_seen(&dot(6)));
        for unknown in [json!({ "r": { "seq": 2, "device": "d", "later": [] } }), json!({ "r": { "seq": 2 } })] {
            assert!(serde_json::from_value::<VersionVector>(unknown).is_err());
        }
    }

    #[test]
    fn a_wrong_clock_is_proposed_after_the_others() {
        let stamp = |at_ms| Stamp { at_ms, dot: dot(1) };
        for (at_ms, is_plausible) in [
            (i64::MIN, false),
            (0, false),
            (PLAUSIBLE_MS.start - 1, false),
            (PLAUSIBLE_MS.start, true),
            (1_764_000_000_000, true),
            (PLAUSIBLE_MS.end - 1, true),
            (PLAUSIBLE_MS.end, false),
            (4_070_908_800_000, false),
            (i64::MAX, false),
        ] {
            assert_eq!(stamp(at_ms).has_plausible_time(), is_plausible, "{at_ms}");
            let is_first = stamp(PLAUSIBLE_MS.start).rank() > stamp(at_ms).rank();
            assert_eq!(is_first, !is_plausible, "{at_ms}");
        }
        for (bound, date) in [(PLAUSIBLE_MS.start, "2021-01-01"), (PLAUSIBLE_MS.end, "2051-01-01")] {
            let time = chrono::DateTime::from_timestamp_millis(bound).unwrap();
            assert_eq!(time.naive_utc(), date.parse::<chrono::NaiveDate>().unwrap().and_hms_opt(0, 0, 0).unwrap());
        }
    }
}
