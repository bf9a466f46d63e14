//! A participant's place in the room: a drawn number, never a name.

use super::code::ExerciseCode;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A drawn number, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Seat(u8);

/// A number that is no place, or a text that is no ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeatFault {
    /// Not a number and a letter.
    Shape,
    /// Not from 1 to [`Seat::MAX`].
    Range,
    /// The letter is that of another number, or of another exercise.
    Letter,
}

impl fmt::Display for SeatFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Shape => "not a ticket",
            Self::Range => "no such seat",
            Self::Letter => "wrong letter",
        })
    }
}

impl std::error::Error for SeatFault {}

/// Letters that are not taken for a digit nor for one another.
const LETTERS: &[u8; 19] = b"ABCDEFGHKMNPRSTVWXY";

impl Seat {
    pub const MAX: u8 = 60;

    pub fn new(number: u8) -> Result<Self, SeatFault> {
        if (1..=Self::MAX).contains(&number) { Ok(Self(number)) } else { Err(SeatFault::Range) }
    }

    pub fn number(self) -> u8 {
        self.0
    }

    /// The first ones, as many as there are participants.
    pub fn first(count: u8) -> impl Iterator<Item = Self> {
        (1..=count.min(Self::MAX)).map(Self)
    }

    /// What is on the ticket that is drawn: the number, and a letter that nobody types by mistake for a neighbour's.
    pub fn ticket(self, code: ExerciseCode) -> String {
        format!("{}{}", self.0, letter(code, self.0))
    }

    /// Reads a ticket of this exercise: `7K`, `7 k`.
    pub fn read(ticket: &str, code: ExerciseCode) -> Result<Self, SeatFault> {
        let typed: String = ticket.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
        let last = typed.chars().next_back().filter(char::is_ascii_alphabetic).ok_or(SeatFault::Shape)?;
        let digits = typed.get(..typed.len() - last.len_utf8()).filter(|digits| digits.len() <= 3);
        let digits = digits.filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.is_empty());
        let number = digits.ok_or(SeatFault::Shape)?.parse().map_err(|_| SeatFault::Range)?;
        let seat = Self::new(number)?;
        if last.to_ascii_uppercase() == letter(code, number) { Ok(seat) } else { Err(SeatFault::Letter) }
    }
}

/// Neighbours have different letters, and so do most exercises.
fn letter(code: ExerciseCode, number: u8) -> char {
    let count = LETTERS.len() as u64;
    // 7 has no factor in common with 19: nineteen numbers in a row have nineteen letters.
    let at = (code.bits() + 7 * u64::from(number)) % count;
    usize::try_from(at).ok().and_then(|at| LETTERS.get(at)).copied().map_or('A', char::from)
}

impl TryFrom<u8> for Seat {
    type Error = SeatFault;
    fn try_from(number: u8) -> Result<Self, SeatFault> {
        Self::new(number)
    }
}

impl From<Seat> for u8 {
    fn from(seat: Seat) -> u8 {
        seat.0
    }
}

impl fmt::Display for Seat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::super::code::Manner;
    use super::*;
    use crate::domain::interview::questionnaire::Length;

    fn code(random: u32) -> ExerciseCode {
        ExerciseCode::new(&[].into(), Length::Full, Manner::Alone, random)
    }

    #[test]
    fn every_ticket_is_read_back_however_it_is_typed() {
        for seat in Seat::first(Seat::MAX) {
            let ticket = seat.ticket(code(7));
            for typed in [
                ticket.clone(),
                ticket.to_lowercase(),
                format!(" {} ", ticket.replace(seat.to_string().as_str(), &format!("{seat} "))),
            ] {
                assert_eq!(Seat::read(&typed, code(7)), Ok(seat), "{typed}");
            }
        }
    }

    #[test]
    fn a_neighbours_number_is_not_taken_by_mistake() {
        let letter_of = |number: u8| Seat::new(number).unwrap().ticket(code(7)).pop().unwrap();
        for number in 1..=Seat::MAX {
            for other in (1..=Seat::MAX).filter(|other| *other != number && other.abs_diff(number) < 19) {
                let ticket = format!("{other}{}", letter_of(number));
                assert_eq!(Seat::read(&ticket, code(7)), Err(SeatFault::Letter), "{ticket}");
            }
        }
        assert_eq!(Seat::read(&Seat::new(3).unwrap().ticket(code(7)), code(8)), Err(SeatFault::Letter));
    }

    #[test]
    fn what_is_no_ticket_is_said() {
        for (typed, fault) in [
            ("", SeatFault::Shape),
            ("K", SeatFault::Shape),
            ("7", SeatFault::Shape),
            ("7KK", SeatFault::Shape),
            ("7é", SeatFault::Shape),
            ("0A", SeatFault::Range),
            ("61A", SeatFault::Range),
            ("300A", SeatFault::Range),
        ] {
            assert_eq!(Seat::read(typed, code(7)), Err(fault), "{typed}");
        }
    }
}
