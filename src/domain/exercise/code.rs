//! The code of an exercise: what its participants type, on a device that has never heard of it.

use super::case::CaseNumber;
use crate::domain::interview::questionnaire::Length;
use crate::records::{InvalidId, Key, Kind, RecordId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fmt;

/// The kind of the records that hold exercises.
pub const EXERCISE_KIND: &str = "exercise";

/// Which exercise it is, and what it needs to be held without its record: which delivered cases, how long, in what manner.
///
/// Written with 8 letters and digits that cannot be taken for one another (Crockford's), by four: `2C07-RXK9`. The last
/// one checks the others: a wrong letter, or two in the wrong order, is never taken for another exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ExerciseCode {
    /// A bit for each delivered case, the first one lowest. None: the cases come with the bag.
    cases: u8,
    pub length: Length,
    pub manner: Manner,
    /// Tells apart two exercises on the same cases.
    draw: u32,
}

/// How a case is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Manner {
    /// Each participant reads the case and answers.
    Alone,
    /// Two participants decide together: they share a number.
    Pairs,
    /// One plays the person from the sheet, one holds the interview, a third looks on: they share a number.
    RolePlay,
}

impl Manner {
    pub const ALL: [Self; 3] = [Self::Alone, Self::Pairs, Self::RolePlay];
}

/// Why a text is no code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeFault {
    /// Not eight letters and digits.
    Shape,
    /// Eight of them, one of which is wrong.
    Mistyped,
    /// Made by a version that knows more.
    Newer,
}

impl fmt::Display for CodeFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Shape => "not a code",
            Self::Mistyped => "mistyped code",
            Self::Newer => "code of a newer version",
        })
    }
}

impl std::error::Error for CodeFault {}

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CHARS: usize = 8;
/// Bits of a character, and of what checks the others.
const BITS: u32 = 5;
const DRAW_BITS: u32 = 24;

impl ExerciseCode {
    /// Cases that a code can name: numbers 1 to 8.
    pub const CASES: u8 = 8;

    /// A code for these cases, told apart by what was drawn (its 24 lowest bits count).
    pub fn new(cases: &BTreeSet<CaseNumber>, length: Length, manner: Manner, drawn: u32) -> Self {
        let named = cases.iter().filter(|number| (1..=Self::CASES).contains(&number.0));
        let cases = named.fold(0, |mask, number| mask | 1 << (number.0 - 1));
        Self { cases, length, manner, draw: drawn & ((1 << DRAW_BITS) - 1) }
    }

    /// The delivered cases, in the order of their numbers. None: the cases come with the bag.
    pub fn cases(self) -> impl Iterator<Item = CaseNumber> {
        (1..=Self::CASES).filter(move |number| self.cases & 1 << (number - 1) != 0).map(CaseNumber)
    }

    /// Where the record of the exercise lives.
    pub fn key(self) -> Result<Key, InvalidId> {
        let text = self.characters().map(|byte| char::from(byte).to_ascii_lowercase());
        Ok(Key { kind: Kind::new(EXERCISE_KIND)?, id: RecordId::new(text.collect::<String>())? })
    }

    /// The exercise of a record.
    pub fn of_record(id: &RecordId) -> Option<Self> {
        id.as_str().parse().ok()
    }

    /// Its 40 bits, the check lowest.
    pub fn bits(self) -> u64 {
        let manner = match self.manner {
            Manner::Alone => 0,
            Manner::Pairs => 1,
            Manner::RolePlay => 2,
        };
        let length = u64::from(self.length == Length::Full);
        let value = ((u64::from(self.cases) << 1 | length) << 2 | manner) << DRAW_BITS | u64::from(self.draw);
        value << BITS | check(value)
    }

    /// Reads 40 bits.
    pub fn from_bits(bits: u64) -> Result<Self, CodeFault> {
        let value = bits >> BITS;
        if bits & 31 != check(value) {
            return Err(CodeFault::Mistyped);
        }
        let low = |shift: u32, count: u32| value >> shift & ((1 << count) - 1);
        let manner = match low(DRAW_BITS, 2) {
            0 => Manner::Alone,
            1 => Manner::Pairs,
            2 => Manner::RolePlay,
            _ => return Err(CodeFault::Newer),
        };
        let length = if low(DRAW_BITS + 2, 1) == 1 { Length::Full } else { Length::Short };
        let (Ok(cases), Ok(draw)) = (u8::try_from(low(DRAW_BITS + 3, 8)), u32::try_from(low(0, DRAW_BITS))) else {
            return Err(CodeFault::Shape);
        };
        Ok(Self { cases, length, manner, draw })
    }

    fn characters(self) -> impl Iterator<Item = u8> {
        let bits = self.bits();
        (0..CHARS as u32).rev().filter_map(move |nth| {
            let digit = usize::try_from(bits >> (BITS * nth) & 31).ok()?;
            ALPHABET.get(digit).copied()
        })
    }
}

/// The remainder of a cyclic code of five bits (x⁵ + x² + 1): one wrong character changes at most five bits in a row, which
/// it always shows.
fn check(value: u64) -> u64 {
    let mut rest = value << BITS;
    for bit in (BITS..BITS + 35).rev() {
        if rest & 1 << bit != 0 {
            rest ^= 0b10_0101 << (bit - BITS);
        }
    }
    rest
}

impl std::str::FromStr for ExerciseCode {
    type Err = CodeFault;

    /// Case, spaces and dashes do not matter; O reads as 0, I and L as 1, as on paper.
    fn from_str(text: &str) -> Result<Self, CodeFault> {
        let typed = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '—' | '‑'));
        let mut bits = 0_u64;
        let mut count = 0_usize;
        for c in typed {
            let c = match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                c => c,
            };
            let digit = ALPHABET.iter().position(|known| char::from(*known) == c).ok_or(CodeFault::Shape)?;
            bits = bits << BITS | digit as u64;
            count += 1;
            if count > CHARS {
                return Err(CodeFault::Shape);
            }
        }
        if count == CHARS { Self::from_bits(bits) } else { Err(CodeFault::Shape) }
    }
}

impl fmt::Display for ExerciseCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (nth, byte) in self.characters().enumerate() {
            if nth == CHARS / 2 {
                f.write_str("-")?;
            }
            write!(f, "{}", char::from(byte))?;
        }
        Ok(())
    }
}

impl TryFrom<String> for ExerciseCode {
    type Error = CodeFault;
    fn try_from(text: String) -> Result<Self, CodeFault> {
        text.parse()
    }
}

impl From<ExerciseCode> for String {
    fn from(code: ExerciseCode) -> String {
        code.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_code() -> impl Strategy<Value = ExerciseCode> {
        let cases = prop::collection::btree_set((1..=8u8).prop_map(CaseNumber), 0..=8);
        let length = prop::sample::select(Length::ALL.to_vec());
        (cases, length, prop::sample::select(Manner::ALL.to_vec()), any::<u32>())
            .prop_map(|(cases, length, manner, random)| ExerciseCode::new(&cases, length, manner, random))
    }

    proptest! {
        #[test]
        fn a_code_comes_back_from_its_text_and_from_its_record(code in any_code()) {
            let text = code.to_string();
            prop_assert_eq!(text.len(), 9);
            prop_assert_eq!(text.parse(), Ok(code));
            prop_assert_eq!(format!(" {} ", text.to_lowercase().replace('-', " ")).parse(), Ok(code));
            prop_assert_eq!(ExerciseCode::of_record(&code.key().unwrap().id), Some(code));
        }

        #[test]
        fn a_wrong_letter_and_two_in_the_wrong_order_are_seen(code in any_code(), at in 0..8usize, other in 0..32usize) {
            let letters: Vec<u8> = code.characters().collect();
            let read = |letters: &[u8]| String::from_utf8(letters.to_vec()).unwrap().parse::<ExerciseCode>();
            let mut wrong = letters.clone();
            wrong[at] = ALPHABET[other];
            prop_assert!(wrong == letters || read(&wrong).is_err());
            if at < 7 {
                let mut swapped = letters.clone();
                swapped.swap(at, at + 1);
                prop_assert!(swapped == letters || read(&swapped).is_err(), "{}", code);
            }
        }
    }

    /// A code written with the letters that its digits are taken for.
    fn like_a_letter(code: ExerciseCode) -> String {
        let text = code.to_string();
        assert!(text.contains('0') && text.contains('1'), "{text}");
        text.replace('0', "o").replace('1', "l")
    }

    #[test]
    fn what_is_typed_is_forgiven_as_far_as_it_is_clear() {
        let cases = [CaseNumber(1), CaseNumber(6)].into();
        let code = ExerciseCode::new(&cases, Length::Full, Manner::Pairs, 0x0001_0203);
        assert_eq!(code.to_string(), "46G2-0G3A");
        let one = ExerciseCode::new(&[CaseNumber(2)].into(), Length::Short, Manner::Alone, 1);
        for (typed, meant) in
            [("46g20g3a", code), (" 46G2 OG3A ", code), ("46g2–og3a", code), (&like_a_letter(one), one)]
        {
            assert_eq!(typed.parse(), Ok(meant), "{typed}");
        }
        for (typed, fault) in [
            ("", CodeFault::Shape),
            ("46G2-0G3", CodeFault::Shape),
            ("46G2-0G3AA", CodeFault::Shape),
            ("46G2-0G3U", CodeFault::Shape),
            ("46G2-0G3B", CodeFault::Mistyped),
        ] {
            assert_eq!(typed.parse::<ExerciseCode>(), Err(fault), "{typed}");
        }
        assert_eq!(code.cases().collect::<Vec<_>>(), [CaseNumber(1), CaseNumber(6)]);
    }
}
