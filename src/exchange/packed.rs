//! What is handed in, in as few characters as one code on a screen can show: about 130 for an interview on a case.
//!
//! `REPERES:` and base 45, the alphabet that codes write best: a camera reads it, and so do a hand-held scanner that types,
//! or fingers. Inside: a version, the exercise, the seat, the edition, the identity, what was asked, one byte for each item
//! of the questionnaire, two bits for each orientation, one for each topic; then four bytes of SHA-256, so that a wrong
//! reading is refused and never taken for an answer. Positions stand for names: two bytes say which lists were meant.

use crate::domain::curriculum::objective::Objectives;
use crate::domain::exercise::case::{Case, CaseNumber};
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::seat::Seat;
use crate::domain::exercise::work::{CaseWork, Grade, Handed, Moment, Positioning, Stance, Work};
use crate::domain::interview::answer::{Answer, Basis, SkillLevel};
use crate::domain::interview::id::CaseId;
use crate::domain::interview::questionnaire::{Item, ItemKind, Questionnaire};
use crate::domain::interview::rulebook::Rulebook;
use crate::records::RecordId;
use sha2::{Digest, Sha256};
use std::fmt;
use std::sync::Arc;
use uuid::Uuid;

/// What every packed text begins with.
pub const PREFIX: &str = "REPERES:";
const VERSION: u8 = 1;
pub(super) const CHECK_BYTES: usize = 4;

/// The lists that positions stand for.
#[derive(Clone, Debug)]
pub struct Lists<'a> {
    pub questionnaire: &'a Questionnaire,
    pub rulebook: &'a Rulebook,
    pub objectives: &'a Objectives,
    /// Delivered and written here.
    pub cases: Vec<Arc<Case>>,
}

/// Why a text gives nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackFault {
    /// Some other code.
    NotOurs,
    /// Cut, or read wrong.
    Damaged,
    /// Made by a newer version.
    Newer,
    /// Made with other questions or other orientations than those of this version.
    OtherLists,
    /// About a case that is not on this device.
    UnknownCase,
    /// An identity that this program did not make: only a file can carry it.
    NoRoom,
}

impl fmt::Display for PackFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotOurs => "not one of our codes",
            Self::Damaged => "damaged code",
            Self::Newer => "code of a newer version",
            Self::OtherLists => "code made with other lists",
            Self::UnknownCase => "unknown case",
            Self::NoRoom => "cannot be packed",
        })
    }
}

impl std::error::Error for PackFault {}

/// Packs what is handed in, with its identity.
pub fn pack(id: &RecordId, work: &Work, lists: &Lists<'_>) -> Result<String, PackFault> {
    let mut bytes = vec![VERSION];
    bytes.extend(work.exercise.bits().to_be_bytes().into_iter().skip(3));
    bytes.push(work.seat.number());
    bytes.extend(work.edition.to_be_bytes());
    bytes.extend(uuid(id.as_str())?.into_bytes());
    match &work.answers {
        Handed::Case(work) => pack_case(&mut bytes, work, lists)?,
        Handed::Positioning(positioning) => pack_positioning(&mut bytes, positioning, lists),
    }
    Ok(close(bytes, PREFIX))
}

/// The text of these bytes, with what tells that they were read right.
pub(super) fn close(mut bytes: Vec<u8>, prefix: &str) -> String {
    let check = Sha256::digest(&bytes);
    bytes.extend(check.into_iter().take(CHECK_BYTES));
    format!("{prefix}{}", base45::encode(&bytes))
}

/// The bytes that a text was made of.
pub(super) fn open(text: &str, prefix: &str) -> Result<Vec<u8>, PackFault> {
    let packed = text.trim().strip_prefix(prefix).ok_or(PackFault::NotOurs)?;
    let mut bytes = base45::decode(packed).map_err(|_| PackFault::Damaged)?;
    let kept = bytes.len().checked_sub(CHECK_BYTES).ok_or(PackFault::Damaged)?;
    let check = bytes.split_off(kept);
    if Sha256::digest(&bytes).starts_with(&check) { Ok(bytes) } else { Err(PackFault::Damaged) }
}

/// Reads what was packed.
pub fn unpack(text: &str, lists: &Lists<'_>) -> Result<(RecordId, Work), PackFault> {
    let bytes = open(text, PREFIX)?;
    let mut reader = Reader(&bytes);
    if reader.byte()? > VERSION {
        return Err(PackFault::Newer);
    }
    let mut bits = [0; 8];
    bits.iter_mut().skip(3).try_for_each(|byte| reader.byte().map(|read| *byte = read))?;
    let exercise = ExerciseCode::from_bits(u64::from_be_bytes(bits)).map_err(|_| PackFault::Damaged)?;
    let seat = Seat::new(reader.byte()?).map_err(|_| PackFault::Damaged)?;
    let edition = u16::from_be_bytes(reader.bytes()?);
    let id = RecordId::new(Uuid::from_bytes(reader.bytes()?).to_string()).map_err(|_| PackFault::Damaged)?;
    let answers = match reader.byte()? {
        BEFORE => Handed::Positioning(unpack_positioning(&mut reader, Moment::Before, lists)?),
        AFTER => Handed::Positioning(unpack_positioning(&mut reader, Moment::After, lists)?),
        CASE => Handed::Case(unpack_case(&mut reader, lists)?),
        _ => return Err(PackFault::Newer),
    };
    if reader.0.is_empty() { Ok((id, Work { exercise, seat, edition, answers })) } else { Err(PackFault::Damaged) }
}

const CASE: u8 = 0;
const BEFORE: u8 = 1;
const AFTER: u8 = 2;

fn uuid(text: &str) -> Result<Uuid, PackFault> {
    let uuid = Uuid::parse_str(text).map_err(|_| PackFault::NoRoom)?;
    // Another writing of it would come back as this one: two records.
    if uuid.to_string() == text { Ok(uuid) } else { Err(PackFault::NoRoom) }
}

/// Two bytes that change with any name of the lists, or their order.
pub(super) fn fingerprint<'a>(names: impl Iterator<Item = &'a str>) -> [u8; 2] {
    let mut hash = Sha256::new();
    names.for_each(|name| {
        hash.update(name);
        hash.update([0]);
    });
    let hash = hash.finalize();
    [0, 1].map(|at| hash.get(at).copied().unwrap_or_default())
}

fn fingerprint_of(case: &Case, lists: &Lists<'_>) -> [u8; 2] {
    let items = lists.questionnaire.items.iter().flat_map(|item| {
        std::iter::once(item.id.as_str()).chain(item.options().iter().map(|option| option.id.as_str()))
    });
    let orientations = lists.rulebook.orientations.iter().map(|orientation| orientation.id.as_str());
    fingerprint(items.chain(orientations).chain(case.topics().map(|topic| topic.id.as_str())))
}

fn pack_case(bytes: &mut Vec<u8>, work: &CaseWork, lists: &Lists<'_>) -> Result<(), PackFault> {
    let case = lists.cases.iter().find(|case| case.id == work.case).ok_or(PackFault::UnknownCase)?;
    if work.questionnaire != lists.questionnaire.version {
        return Err(PackFault::OtherLists);
    }
    bytes.push(CASE);
    bytes.push(case.number.0);
    if case.number == CaseNumber::WRITTEN {
        bytes.extend(uuid(case.id.as_str())?.into_bytes());
    }
    bytes.extend(fingerprint_of(case, lists));
    bytes
        .extend(lists.questionnaire.items.iter().map(|item| work.answers.get(&item.id).map_or(0, |it| code(item, it))));
    let stances = lists.rulebook.orientations.iter().map(|orientation| match work.orientations.get(&orientation.id) {
        None => 0,
        Some(Stance::Kept) => 1,
        Some(Stance::SetAside) => 2,
    });
    bytes.extend(packed_by(2, stances));
    bytes.extend(packed_by(1, case.topics().map(|topic| u8::from(work.asked.contains(&topic.id)))));
    Ok(())
}

fn unpack_case(reader: &mut Reader<'_>, lists: &Lists<'_>) -> Result<CaseWork, PackFault> {
    let number = CaseNumber(reader.byte()?);
    let case = if number == CaseNumber::WRITTEN {
        let id = CaseId::new(&Uuid::from_bytes(reader.bytes()?).to_string()).map_err(|_| PackFault::Damaged)?;
        lists.cases.iter().find(|case| case.id == id)
    } else {
        lists.cases.iter().find(|case| case.number == number)
    };
    let case = case.ok_or(PackFault::UnknownCase)?;
    if reader.bytes()? != fingerprint_of(case, lists) {
        return Err(PackFault::OtherLists);
    }
    let mut answers = std::collections::BTreeMap::new();
    for item in &lists.questionnaire.items {
        if let Some(answer) = decode(item, reader.byte()?)? {
            answers.insert(item.id.clone(), answer);
        }
    }
    let orientations = &lists.rulebook.orientations;
    let stances = reader.unpacked_by(2, orientations.len())?;
    let stances = orientations.iter().zip(stances).filter_map(|(orientation, stance)| {
        let stance = match stance {
            1 => Stance::Kept,
            2 => Stance::SetAside,
            _ => return None,
        };
        Some((orientation.id.clone(), stance))
    });
    let orientations = stances.collect();
    let topics: Vec<_> = case.topics().collect();
    let asked = reader.unpacked_by(1, topics.len())?;
    let asked = topics.iter().zip(asked).filter(|(_, asked)| *asked == 1).map(|(topic, _)| topic.id.clone()).collect();
    let questionnaire = lists.questionnaire.version.clone();
    Ok(CaseWork { case: case.id.clone(), questionnaire, answers, orientations, asked })
}

/// An answer in one byte: 1 and 2 for the two unknowns, then the level and how it is known, the rank of the option, or a
/// bit for each option. 0: not discussed.
fn code(item: &Item, answer: &Answer) -> u8 {
    let rank = |id: &_| item.options().iter().position(|option| option.id == *id).and_then(|at| u8::try_from(at).ok());
    let value = match answer {
        Answer::DoesNotKnow => return 1,
        Answer::PrefersNotToSay => return 2,
        Answer::Skill { level, basis } => {
            let basis = match basis {
                None => 0,
                Some(Basis::Declared) => 1,
                Some(Basis::Observed) => 2,
            };
            Some(3 * level_rank(*level) + basis)
        }
        Answer::One(option) => rank(option),
        Answer::Many(options) => {
            options.iter().map(rank).try_fold(0, |mask, at| Some(mask | 1_u8.checked_shl(at?.into())?))
        }
    };
    value.and_then(|value| value.checked_add(KNOWN)).unwrap_or_default()
}

const KNOWN: u8 = 3;

fn level_rank(level: SkillLevel) -> u8 {
    match level {
        SkillLevel::DoesNot => 0,
        SkillLevel::WithHelp => 1,
        SkillLevel::Alone => 2,
    }
}

fn decode(item: &Item, code: u8) -> Result<Option<Answer>, PackFault> {
    let value = match code {
        0 => return Ok(None),
        1 => return Ok(Some(Answer::DoesNotKnow)),
        2 => return Ok(Some(Answer::PrefersNotToSay)),
        code => code - KNOWN,
    };
    let answer = match &item.kind {
        ItemKind::Skill { .. } => {
            let level = SkillLevel::ALL.into_iter().find(|level| level_rank(*level) == value / 3);
            let basis = match value % 3 {
                0 => None,
                1 => Some(Basis::Declared),
                _ => Some(Basis::Observed),
            };
            level.map(|level| Answer::Skill { level, basis })
        }
        ItemKind::One { options } => options.get(usize::from(value)).map(|option| Answer::One(option.id.clone())),
        ItemKind::Many { options } => {
            let ticked = |(at, _): &(u32, _)| value.checked_shr(*at).is_some_and(|rest| rest & 1 == 1);
            let ticked = (0..).zip(options).filter(ticked).map(|(_, option)| option.id.clone());
            Some(Answer::Many(ticked.collect()))
        }
    };
    answer.filter(|answer| answer.suits(item)).map(Some).ok_or(PackFault::Damaged)
}

fn pack_positioning(bytes: &mut Vec<u8>, positioning: &Positioning, lists: &Lists<'_>) {
    bytes.push(match positioning.moment {
        Moment::Before => BEFORE,
        Moment::After => AFTER,
    });
    bytes.extend(fingerprint(lists.objectives.iter().map(|objective| objective.id.as_str())));
    let grades = lists.objectives.iter().map(|objective| {
        let grade = positioning.levels.get(&objective.id);
        (1..).zip(Grade::ALL).find(|(_, known)| Some(known) == grade).map_or(0, |(rank, _)| rank)
    });
    bytes.extend(packed_by(4, grades));
}

fn unpack_positioning(reader: &mut Reader<'_>, moment: Moment, lists: &Lists<'_>) -> Result<Positioning, PackFault> {
    if reader.bytes()? != fingerprint(lists.objectives.iter().map(|objective| objective.id.as_str())) {
        return Err(PackFault::OtherLists);
    }
    let objectives: Vec<_> = lists.objectives.iter().collect();
    let ranks = reader.unpacked_by(4, objectives.len())?;
    let mut levels = std::collections::BTreeMap::new();
    for (objective, rank) in objectives.into_iter().zip(ranks).filter(|(_, rank)| *rank > 0) {
        let grade = Grade::ALL.get(usize::from(rank) - 1).ok_or(PackFault::Damaged)?;
        levels.insert(objective.id.clone(), *grade);
    }
    Ok(Positioning { moment, levels })
}

/// Small values, several to a byte, the first one highest.
fn packed_by(bits: u32, values: impl Iterator<Item = u8>) -> Vec<u8> {
    let per_byte = (8 / bits) as usize;
    let values: Vec<u8> = values.collect();
    let byte =
        |chunk: &[u8]| (0..per_byte).fold(0, |byte, at| byte << bits | chunk.get(at).copied().unwrap_or_default());
    values.chunks(per_byte).map(byte).collect()
}

/// The bytes that are still to be read.
pub(super) struct Reader<'a>(pub(super) &'a [u8]);

impl Reader<'_> {
    pub(super) fn byte(&mut self) -> Result<u8, PackFault> {
        let (byte, rest) = self.0.split_first().ok_or(PackFault::Damaged)?;
        self.0 = rest;
        Ok(*byte)
    }

    pub(super) fn bytes<const N: usize>(&mut self) -> Result<[u8; N], PackFault> {
        let (bytes, rest) = self.0.split_first_chunk().ok_or(PackFault::Damaged)?;
        self.0 = rest;
        Ok(*bytes)
    }

    /// Small values, as [`packed_by`] wrote them.
    fn unpacked_by(&mut self, bits: u32, count: usize) -> Result<Vec<u8>, PackFault> {
        let per_byte = (8 / bits) as usize;
        let mut values = Vec::with_capacity(count);
        while values.len() < count {
            let byte = self.byte()?;
            let left = per_byte.min(count - values.len());
            values.extend((0..left as u32).map(|at| byte >> (8 - bits * (at + 1)) & ((1 << bits) - 1)));
        }
        Ok(values)
    }
}

#[cfg(test)]
#[path = "packed_tests.rs"]
mod tests;
