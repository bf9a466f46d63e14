//! What the wall shows of a debrief: nothing until the trainer reveals it, one thing at a time, and never anybody.

use super::code::ExerciseCode;
use super::debrief_since::Mark;
use crate::domain::interview::id::CaseId;
use serde::{Deserialize, Serialize};

/// A part of a debrief, in the order of an hour's talk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    Differences,
    Questions,
    Items,
    Topics,
    Orientations,
}

impl Part {
    pub const ALL: [Self; 5] = [Self::Differences, Self::Questions, Self::Items, Self::Topics, Self::Orientations];
}

/// One thing of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slide {
    pub part: Part,
    /// Its place in the part, from 0.
    pub rank: usize,
    /// The trainer's reading of it is revealed too.
    pub is_read: bool,
}

/// What is revealed; at first, nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Wall {
    shown: Option<Slide>,
}

impl Wall {
    /// What is shown; nothing when all is hidden.
    pub fn shown(self) -> Option<Slide> {
        self.shown
    }

    /// What is shown of a part.
    pub fn of(self, part: Part) -> Option<Slide> {
        self.shown.filter(|slide| slide.part == part)
    }

    /// Shows one thing in place of any other. What is read in it waits to be asked for.
    pub fn reveal(part: Part, rank: usize) -> Self {
        Self { shown: Some(Slide { part, rank, is_read: false }) }
    }

    /// The next thing of the part, which holds `many`; the last one stays.
    pub fn next(self, many: usize) -> Self {
        self.step(|slide| (slide.rank + 1 < many).then_some(slide.rank + 1))
    }

    /// The one before; the first one stays.
    pub fn previous(self) -> Self {
        self.step(|slide| slide.rank.checked_sub(1))
    }

    /// Reveals what the trainer reads in it, or hides it again.
    pub fn read(self, is_read: bool) -> Self {
        Self { shown: self.shown.map(|slide| Slide { is_read, ..slide }) }
    }

    fn step(self, to: impl FnOnce(Slide) -> Option<usize>) -> Self {
        let moved = self.shown.and_then(|slide| Some(Self::reveal(slide.part, to(slide)?)));
        moved.unwrap_or(self)
    }
}

/// What the trainer's page and the projected window tell each other, about one case of one exercise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    pub exercise: ExerciseCode,
    pub case: CaseId,
    pub says: Says,
}

/// What is told. Never a figure, a word or a number of a seat: each window counts from what this browser keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Says {
    /// The projected window is there, and asks what it shows.
    Opened,
    /// It has not the answers that the trainer's page was made from.
    Waits,
    /// It has them now.
    Follows,
    /// The trainer's page is left: nothing is shown any more.
    Hides,
    /// What the trainer reveals, of a debrief made from these answers.
    Shows { wall: Wall, of: Mark },
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::exercise::hand_in::Collected;
    use crate::domain::exercise::work::Asked;
    use serde_json::json;

    fn at(wall: Wall) -> Option<(Part, usize, bool)> {
        wall.shown().map(|slide| (slide.part, slide.rank, slide.is_read))
    }

    #[test]
    fn nothing_shows_before_it_is_revealed() {
        let hidden = Wall::default();
        for wall in [hidden, hidden.next(9), hidden.previous(), hidden.read(true)] {
            assert_eq!(at(wall), None);
        }
        assert_eq!(at(Wall::reveal(Part::Items, 0)), Some((Part::Items, 0, false)));
    }

    #[test]
    fn one_goes_from_one_to_the_next_within_a_part_and_the_reading_closes() {
        let first = Wall::reveal(Part::Topics, 0);
        assert_eq!(first.previous(), first);
        let second = first.read(true).next(2);
        assert_eq!(at(second), Some((Part::Topics, 1, false)));
        // At the end, nothing moves and nothing closes.
        assert_eq!(at(second.read(true).next(2)), Some((Part::Topics, 1, true)));
        assert_eq!(second.previous(), first);
        assert_eq!(at(second.read(true).read(false)), Some((Part::Topics, 1, false)));
    }

    #[test]
    fn one_part_shows_at_a_time() {
        let wall = Wall::reveal(Part::Items, 3);
        let shown: Vec<Part> = Part::ALL.into_iter().filter(|part| wall.of(*part).is_some()).collect();
        assert_eq!(shown, [Part::Items]);
    }

    #[test]
    fn what_is_told_comes_back_and_holds_nothing_else() {
        let case = CaseId::new("elodie").unwrap();
        let of = Mark::of(&Collected::default(), &Asked::Case(case.clone()));
        let says = [
            Says::Opened,
            Says::Waits,
            Says::Follows,
            Says::Hides,
            Says::Shows { wall: Wall::reveal(Part::Items, 2).read(true), of },
        ];
        let exercise: ExerciseCode = "46G2-0G3A".parse().unwrap();
        for says in says {
            let note = Note { exercise, case: case.clone(), says };
            let text = serde_json::to_string(&note).unwrap();
            assert_eq!(serde_json::from_str::<Note>(&text).unwrap(), note);
        }
        let shown = serde_json::to_value(Says::Shows { wall: Wall::reveal(Part::Items, 2), of }).unwrap();
        let expected = json!({ "part": "items", "rank": 2, "is_read": false });
        assert_eq!(shown.pointer("/shows/wall"), Some(&expected), "a part, a place and what is revealed");
        let keys: Vec<&String> = shown.pointer("/shows").and_then(|it| it.as_object()).unwrap().keys().collect();
        assert_eq!(keys, ["of", "wall"]);
        assert!(
            serde_json::from_value::<Slide>(json!({"part": "items", "rank": 0, "is_read": false, "seat": 7})).is_err()
        );
    }
}
