//! The number of an answer, which its author alone keeps: what bears it again takes its place, wherever it came from.

use crate::records::{InvalidId, RecordId};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A drawn number, written with 12 letters and digits that cannot be taken for one another (Crockford's), by four:
/// `7QK2-M0XD-44TP`. It is drawn, and says neither when nor where. The last two check the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SecretNumber(u64);

/// Why a text is no number of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecretFault {
    /// Not twelve letters and digits.
    Shape,
    /// Twelve of them, one of which is wrong.
    Mistyped,
}

impl fmt::Display for SecretFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Shape => "not a number of an answer",
            Self::Mistyped => "mistyped number of an answer",
        })
    }
}

impl std::error::Error for SecretFault {}

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CHARS: u32 = 12;
const BITS: u32 = 5;
/// Bits that are drawn; the ten others check them.
const DRAWN_BITS: u32 = 50;
/// The greatest prime under 2¹⁰: neither one wrong letter nor two in the wrong order leave the remainder as it was.
const CHECK: u64 = 1_021;

impl SecretNumber {
    /// The number of what was drawn (its 50 lowest bits count).
    pub fn new(drawn: u64) -> Self {
        Self(drawn & ((1 << DRAWN_BITS) - 1))
    }

    pub fn bits(self) -> u64 {
        self.0
    }

    /// Where the answer's record lives among those of its kind.
    pub fn record_id(self) -> Result<RecordId, InvalidId> {
        RecordId::new(self.characters().map(|c| c.to_ascii_lowercase()).collect::<String>())
    }

    /// The number of a record.
    pub fn of_record(id: &RecordId) -> Option<Self> {
        id.as_str().parse().ok()
    }

    fn characters(self) -> impl Iterator<Item = char> {
        let bits = (self.0 << 10) | (self.0 % CHECK);
        (0..CHARS).rev().filter_map(move |nth| {
            let digit = usize::try_from(bits >> (BITS * nth) & 31).ok()?;
            ALPHABET.get(digit).copied().map(char::from)
        })
    }
}

impl std::str::FromStr for SecretNumber {
    type Err = SecretFault;

    /// Case, spaces and dashes do not matter; O reads as 0, I and L as 1, as on paper.
    fn from_str(text: &str) -> Result<Self, SecretFault> {
        let typed = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '—' | '‑'));
        let (mut bits, mut count) = (0_u64, 0_u32);
        for c in typed {
            let c = match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                c => c,
            };
            let digit = ALPHABET.iter().position(|known| char::from(*known) == c).ok_or(SecretFault::Shape)?;
            count += 1;
            if count > CHARS {
                return Err(SecretFault::Shape);
            }
            bits = bits << BITS | digit as u64;
        }
        match count {
            CHARS if (bits >> 10) % CHECK == bits & 1_023 => Ok(Self(bits >> 10)),
            CHARS => Err(SecretFault::Mistyped),
            _ => Err(SecretFault::Shape),
        }
    }
}

impl fmt::Display for SecretNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (nth, letter) in self.characters().enumerate() {
            if nth > 0 && nth % 4 == 0 {
                f.write_str("-")?;
            }
            write!(f, "{letter}")?;
        }
        Ok(())
    }
}

impl TryFrom<String> for SecretNumber {
    type Error = SecretFault;
    fn try_from(text: String) -> Result<Self, SecretFault> {
        text.parse()
    }
}

impl From<SecretNumber> for String {
    fn from(number: SecretNumber) -> String {
        number.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_number_comes_back_from_its_text_and_from_its_record(drawn in any::<u64>()) {
            let number = SecretNumber::new(drawn);
            prop_assert_eq!(number.to_string().parse(), Ok(number));
            prop_assert_eq!(number.to_string().len(), 14);
            prop_assert_eq!(SecretNumber::of_record(&number.record_id().unwrap()), Some(number));
            let typed = number.to_string().replace('-', " ").replace('0', "o").replace('1', "l");
            prop_assert_eq!(typed.parse(), Ok(number));
        }

        #[test]
        fn a_wrong_letter_and_two_in_the_wrong_order_are_seen(drawn in any::<u64>(), at in 0..12usize, other in 0..32usize) {
            let letters: Vec<char> = SecretNumber::new(drawn).characters().collect();
            let read = |letters: &[char]| letters.iter().collect::<String>().parse::<SecretNumber>();
            let mut wrong = letters.clone();
            wrong[at] = char::from(ALPHABET[other]);
            prop_assert!(wrong == letters || read(&wrong) == Err(SecretFault::Mistyped));
            if at < 11 {
                let mut swapped = letters.clone();
                swapped.swap(at, at + 1);
                prop_assert!(swapped == letters || read(&swapped) == Err(SecretFault::Mistyped));
            }
        }
    }

    #[test]
    fn what_is_no_number_is_said() {
        for typed in ["", "7QK2", "7QK2-M0XD-44T", "7QK2-M0XD-44TP7", "7QK2-M0XD-44TU"] {
            assert_eq!(typed.parse::<SecretNumber>(), Err(SecretFault::Shape), "{typed}");
        }
    }
}
