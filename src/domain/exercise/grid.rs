//! The grid that is filled from paper: one cell for each item, typed in a few strokes and read back as it was typed.
//!
//! On paper each choice bears a mark: `1` to `9`, then letters. `0` is « does not know », `-` « prefers not to say », and
//! nothing « not discussed ».

use crate::domain::interview::answer::{Answer, SkillLevel};
use crate::domain::interview::id::OptionId;
use crate::domain::interview::questionnaire::{Item, ItemKind};
use std::collections::BTreeSet;

/// The marks of choices, in their order.
const MARKS: &[u8] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const DOES_NOT_KNOW: char = '0';
const PREFERS_NOT_TO_SAY: char = '-';

/// Why what was typed in a cell is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellFault {
    /// No choice bears this mark.
    NoSuchMark { typed: char, choices: usize },
    /// Several marks where one answer is given.
    OneOnly,
    /// A mark that goes with no other, beside others.
    GoesAlone { typed: char },
    /// Marks joined by a dash, where several may be given: « 1-3 » may be « 1 and 3 » as well as « 1 to 3 ».
    Joined,
}

/// The mark of a choice, on paper and in the grid, by its position from 0.
pub fn mark(position: usize) -> Option<char> {
    MARKS.get(position).copied().map(char::from)
}

/// Reads a cell; `None`: not discussed. Case, spaces, commas and a mark typed twice make no difference.
pub fn read(item: &Item, cell: &str) -> Result<Option<Answer>, CellFault> {
    if are_joined(cell) {
        let takes_several = matches!(item.kind, ItemKind::Many { .. });
        return Err(if takes_several { CellFault::Joined } else { CellFault::OneOnly });
    }
    let marks: BTreeSet<char> = cell
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, ',' | ';' | '.' | '+'))
        .map(|c| if is_dash(c) { PREFERS_NOT_TO_SAY } else { c.to_ascii_uppercase() })
        .collect();
    let alone = |c: char| if marks.len() == 1 { Ok(()) } else { Err(CellFault::GoesAlone { typed: c }) };
    for (c, answer) in [(DOES_NOT_KNOW, Answer::DoesNotKnow), (PREFERS_NOT_TO_SAY, Answer::PrefersNotToSay)] {
        if marks.contains(&c) {
            return alone(c).map(|()| Some(answer));
        }
    }
    let positions = marks.iter().map(|c| position(item, *c)).collect::<Result<Vec<_>, _>>()?;
    let [first, others @ ..] = positions.as_slice() else { return Ok(None) };
    match &item.kind {
        ItemKind::Many { options } => {
            let chosen = || marks.iter().zip(positions.iter().filter_map(|at| options.get(*at)));
            if let Some((typed, _)) = chosen().find(|(_, option)| option.exclusive) {
                alone(*typed)?;
            }
            Ok(Some(Answer::Many(chosen().map(|(_, option)| option.id.clone()).collect())))
        }
        ItemKind::One { .. } | ItemKind::Skill { .. } if !others.is_empty() => Err(CellFault::OneOnly),
        ItemKind::One { options } => Ok(options.get(*first).map(|option| Answer::One(option.id.clone()))),
        ItemKind::Skill { .. } => {
            Ok(SkillLevel::ALL.get(*first).map(|level| Answer::Skill { level: *level, basis: None }))
        }
    }
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '–' | '—' | '−')
}

/// Whether a dash joins two marks or two numbers, which nobody can tell from a range.
fn are_joined(cell: &str) -> bool {
    let typed: Vec<char> = cell.chars().filter(|c| !c.is_whitespace()).collect();
    let joins = |three: &[char]| matches!(three, [before, dash, after] if before.is_alphanumeric() && is_dash(*dash) && after.is_alphanumeric());
    typed.windows(3).any(joins)
}

/// How many choices an item has.
fn choices(item: &Item) -> usize {
    match &item.kind {
        ItemKind::Skill { .. } => SkillLevel::ALL.len(),
        ItemKind::One { .. } | ItemKind::Many { .. } => item.options().len(),
    }
}

fn position(item: &Item, typed: char) -> Result<usize, CellFault> {
    let choices = choices(item);
    let at = MARKS.iter().position(|mark| char::from(*mark) == typed);
    at.filter(|at| *at < choices).ok_or(CellFault::NoSuchMark { typed, choices })
}

/// An answer as it is typed; what an item does not offer is left out.
pub fn written(item: &Item, answer: Option<&Answer>) -> String {
    let marks = |chosen: &dyn Fn(&OptionId) -> bool| {
        let options = item.options().iter().enumerate();
        options.filter(|(_, option)| chosen(&option.id)).filter_map(|(at, _)| mark(at)).collect()
    };
    match answer {
        None => String::new(),
        Some(Answer::DoesNotKnow) => DOES_NOT_KNOW.to_string(),
        Some(Answer::PrefersNotToSay) => PREFERS_NOT_TO_SAY.to_string(),
        Some(Answer::Skill { level, .. }) => {
            let at = SkillLevel::ALL.iter().position(|one| one == level);
            at.and_then(mark).map(String::from).unwrap_or_default()
        }
        Some(Answer::One(id)) => marks(&|option| option == id),
        Some(Answer::Many(ids)) => marks(&|option| ids.contains(option)),
    }
}

/// Reads numbers typed one after the other (« 3 12 », « 3,12 »), each from 1 to `most`.
pub fn read_numbers(cell: &str, most: usize) -> Result<BTreeSet<usize>, NumberFault> {
    if are_joined(cell) {
        return Err(NumberFault::Joined);
    }
    let typed = cell.split(|c: char| !c.is_alphanumeric()).filter(|number| !number.is_empty());
    typed
        .map(|number| {
            number.parse().ok().filter(|number| (1..=most).contains(number)).ok_or(NumberFault::Beyond { most })
        })
        .collect()
}

/// Something that is no list of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberFault {
    /// Something that is no number from 1 to the last one.
    Beyond { most: usize },
    /// Numbers joined by a dash: « 1-3 » may be « 1 and 3 » as well as « 1 to 3 ».
    Joined,
}

/// Numbers as they are typed.
pub fn written_numbers(numbers: impl IntoIterator<Item = usize>) -> String {
    numbers.into_iter().map(|number| number.to_string()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::questionnaire::questionnaire;
    use proptest::prelude::*;

    fn items() -> impl Iterator<Item = &'static Item> {
        questionnaire().unwrap().items.iter()
    }

    /// Every answer of an item that is one choice, or none of them; then two choices together.
    fn answers(item: &Item) -> Vec<Option<Answer>> {
        let mut answers = vec![None, Some(Answer::DoesNotKnow), Some(Answer::PrefersNotToSay)];
        let ids = || item.options().iter().map(|option| option.id.clone());
        match &item.kind {
            ItemKind::Skill { .. } => {
                answers.extend(SkillLevel::ALL.map(|level| Some(Answer::Skill { level, basis: None })));
            }
            ItemKind::One { .. } => answers.extend(ids().map(|id| Some(Answer::One(id)))),
            ItemKind::Many { options } => {
                answers.extend(ids().map(|id| Some(Answer::Many([id].into()))));
                let free = options.iter().filter(|option| !option.exclusive).map(|option| option.id.clone());
                answers.push(Some(Answer::Many(free.collect())));
            }
        }
        answers
    }

    #[test]
    fn every_answer_of_the_questionnaire_is_typed_and_read_back() {
        let mut read_back = 0;
        for item in items() {
            for answer in answers(item) {
                let cell = written(item, answer.as_ref());
                assert_eq!(read(item, &cell), Ok(answer.clone()), "{} {cell}", item.short);
                let typed = cell.to_lowercase().chars().rev().flat_map(|c| [c, ' ']).collect::<String>();
                assert_eq!(read(item, &typed), Ok(answer), "{} {typed}", item.short);
                read_back += 1;
            }
        }
        assert!(read_back > 200, "{read_back}");
    }

    #[test]
    fn every_choice_has_its_mark() {
        assert!(items().all(|item| choices(item) <= MARKS.len()));
        assert_eq!((mark(0), mark(9), mark(MARKS.len())), (Some('1'), Some('A'), None));
    }

    #[test]
    fn what_is_no_answer_says_why() {
        let skill = items().find(|item| matches!(item.kind, ItemKind::Skill { .. })).unwrap();
        assert_eq!(read(skill, "4"), Err(CellFault::NoSuchMark { typed: '4', choices: 3 }));
        assert_eq!(read(skill, "é"), Err(CellFault::NoSuchMark { typed: 'é', choices: 3 }));
        assert_eq!(read(skill, "12"), Err(CellFault::OneOnly));
        for range in ["1-3", "1 – 3", "2‑1", "0-1"] {
            assert_eq!(read(skill, range), Err(CellFault::OneOnly), "{range}");
        }
        assert_eq!(read(skill, "1-"), Err(CellFault::GoesAlone { typed: '-' }));
        assert_eq!(read(skill, "1 1"), read(skill, "1"));
        assert_eq!(read(skill, "01"), Err(CellFault::GoesAlone { typed: '0' }));
        assert_eq!(read(skill, "–"), Ok(Some(Answer::PrefersNotToSay)));
        let exclusive = |item: &&Item| {
            matches!(item.kind, ItemKind::Many { .. }) && item.options().iter().any(|option| option.exclusive)
        };
        let many = items().find(exclusive).unwrap();
        let none = many.options().iter().position(|option| option.exclusive).and_then(mark).unwrap();
        let other = many.options().iter().position(|option| !option.exclusive).and_then(mark).unwrap();
        assert_eq!(read(many, &format!("{other}{none}")), Err(CellFault::GoesAlone { typed: none }));
        assert_eq!(read(many, &format!("{other}-{none}")), Err(CellFault::Joined));
    }

    #[test]
    fn numbers_are_read_however_they_are_parted() {
        for cell in ["3 12", "3,12", " 12 ; 3 ", "3/12/3"] {
            assert_eq!(read_numbers(cell, 20), Ok([3, 12].into()), "{cell}");
        }
        assert_eq!(read_numbers("", 20), Ok([].into()));
        assert_eq!(read_numbers(&written_numbers([3, 12]), 20), Ok([3, 12].into()));
        for cell in ["3-12", "1 – 3", "1, 3-5"] {
            assert_eq!(read_numbers(cell, 20), Err(NumberFault::Joined), "{cell}");
        }
        for cell in ["0", "21", "a", "3 b", "99999999999999999999"] {
            assert_eq!(read_numbers(cell, 20), Err(NumberFault::Beyond { most: 20 }), "{cell}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_an_answer_that_suits_or_a_fault(cell in "[0-9a-zé–\\- ,]{0,6}") {
            for item in items() {
                if let Ok(Some(answer)) = read(item, &cell) {
                    prop_assert!(answer.suits(item), "{} {:?}", item.short, answer);
                    prop_assert_eq!(read(item, &written(item, Some(&answer))), Ok(Some(answer)));
                }
            }
        }
    }
}
