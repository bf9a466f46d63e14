//! A debrief stays as it was when it was shown: what came in since, and which answers it was made from.

use super::hand_in::{Collected, HandIn};
use super::work::Asked;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

/// What became of the answers since they were shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// They are the same.
    Same,
    /// So many came, or came again.
    Arrived(usize),
    /// None came, but what counts is no longer the same: something was settled, set aside, removed or renumbered.
    Changed,
}

impl Since {
    /// Compares the answers on one thing that was asked with those that are shown.
    pub fn of(shown: &Collected, now: &Collected, asked: &Asked) -> Self {
        let known: BTreeSet<_> = every(shown, asked).map(edition).collect();
        match every(now, asked).map(edition).filter(|one| !known.contains(one)).count() {
            0 if counted(shown, asked).eq(counted(now, asked)) && settled(shown, asked) == settled(now, asked) => {
                Self::Same
            }
            0 => Self::Changed,
            arrived => Self::Arrived(arrived),
        }
    }
}

/// The answers that a debrief was made from, so that two windows know whether they show the same. It names nobody: nothing
/// can be read back from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Mark(u64);

impl Mark {
    pub fn of(collected: &Collected, asked: &Asked) -> Self {
        let mut hasher = DefaultHasher::new();
        counted(collected, asked).for_each(|one| one.hash(&mut hasher));
        Self(hasher.finish())
    }
}

/// All that was handed in on it, what waits to be settled included.
fn every<'a>(collected: &'a Collected, asked: &'a Asked) -> impl Iterator<Item = &'a HandIn> {
    let waiting = collected.to_settle.iter().flatten().filter(|one| one.work.asked() == *asked);
    collected.counted(asked).iter().chain(waiting)
}

fn edition(one: &HandIn) -> (String, u16) {
    (one.key.to_string(), one.work.edition)
}

/// What counts, with who it is from: a number given to another changes what must be settled.
fn counted<'a>(collected: &'a Collected, asked: &'a Asked) -> impl Iterator<Item = (String, u16, u8)> + 'a {
    collected.counted(asked).iter().map(|one| (one.key.to_string(), one.work.edition, one.work.seat.number()))
}

fn settled(collected: &Collected, asked: &Asked) -> usize {
    collected.seats_to_settle(asked).count()
}

#[cfg(test)]
mod tests {
    use super::super::code::{ExerciseCode, Manner};
    use super::super::hand_in::key;
    use super::super::seat::Seat;
    use super::super::work::{Handed, Moment, Positioning, Work};
    use super::*;
    use crate::domain::interview::questionnaire::Length;
    use crate::records::RecordId;
    use std::collections::BTreeMap;

    fn handed(id: &str, seat: u8, edition: u16, moment: Moment) -> HandIn {
        let exercise = ExerciseCode::new(&[].into(), Length::Short, Manner::Alone, 3);
        let answers = Handed::Positioning(Positioning { moment, levels: BTreeMap::new() });
        let work = Work { exercise, seat: Seat::new(seat).unwrap(), edition, answers };
        HandIn { key: key(&RecordId::new(id).unwrap()).unwrap(), work, is_set_aside: false }
    }

    fn morning(ones: &[(&str, u8, u16)]) -> Collected {
        Collected::of(ones.iter().map(|(id, seat, edition)| handed(id, *seat, *edition, Moment::Before)).collect())
    }

    #[test]
    fn what_came_since_is_counted_and_what_else_changed_is_said() {
        let asked = Asked::Positioning(Moment::Before);
        let shown = morning(&[("a", 1, 1), ("b", 2, 1)]);
        for (now, expected) in [
            (morning(&[("b", 2, 1), ("a", 1, 1)]), Since::Same),
            (morning(&[("a", 1, 1), ("b", 2, 1), ("c", 3, 1), ("d", 4, 1)]), Since::Arrived(2)),
            // A later edition of the same, and a number handed in a second time.
            (morning(&[("a", 1, 2), ("b", 2, 1)]), Since::Arrived(1)),
            (morning(&[("a", 1, 1), ("b", 2, 1), ("c", 2, 1)]), Since::Arrived(1)),
            (morning(&[("a", 1, 1)]), Since::Changed),
            (morning(&[("a", 1, 1), ("b", 1, 1)]), Since::Changed),
            (morning(&[("a", 1, 1), ("b", 3, 1)]), Since::Changed),
        ] {
            assert_eq!(Since::of(&shown, &now, &asked), expected, "{now:?}");
            let is_same = Mark::of(&shown, &asked) == Mark::of(&now, &asked);
            // What waits to be settled is in no figure; nothing else passes for the same.
            assert_eq!(is_same, expected == Since::Same, "{now:?}");
        }
    }

    #[test]
    fn what_came_on_something_else_is_no_news() {
        let asked = Asked::Positioning(Moment::Before);
        let shown = morning(&[("a", 1, 1)]);
        let later = Collected::of(vec![handed("a", 1, 1, Moment::Before), handed("b", 1, 1, Moment::After)]);
        assert_eq!(Since::of(&shown, &later, &asked), Since::Same);
        assert_eq!(Since::of(&shown, &later, &Asked::Positioning(Moment::After)), Since::Arrived(1));
    }

    #[test]
    fn a_mark_comes_back_from_what_two_windows_tell_each_other() {
        let mark = Mark::of(&morning(&[("a", 1, 1)]), &Asked::Positioning(Moment::Before));
        let told = serde_json::to_string(&mark).unwrap();
        assert_eq!(serde_json::from_str::<Mark>(&told).unwrap(), mark);
    }
}
