//! What of the free texts is looked at: where they stand, what they are about.

use super::moderation::{State, Tag, Written};
use super::survey::QuestionId;

/// Where a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stands {
    ToRead,
    MayAppear,
    /// Read; it stays with the team.
    Kept,
    Withheld,
}

impl Stands {
    pub const ALL: [Self; 4] = [Self::ToRead, Self::MayAppear, Self::Kept, Self::Withheld];

    pub fn code(self) -> &'static str {
        match self {
            Self::ToRead => "to_read",
            Self::MayAppear => "may_appear",
            Self::Kept => "kept",
            Self::Withheld => "withheld",
        }
    }

    pub fn of(written: &Written) -> Self {
        match written.state {
            None => Self::ToRead,
            Some(State::MayAppear { .. }) => Self::MayAppear,
            Some(State::Read) => Self::Kept,
            Some(State::Withheld { .. }) => Self::Withheld,
        }
    }
}

/// What is looked at; none of each: everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub stands: Option<Stands>,
    pub tag: Option<Tag>,
    pub question: Option<QuestionId>,
}

impl Filter {
    pub fn keeps(&self, written: &Written) -> bool {
        self.stands.is_none_or(|stands| Stands::of(written) == stands)
            && self.tag.is_none_or(|tag| written.tags.contains(&tag))
            && self.question.as_ref().is_none_or(|question| *question == written.question)
    }
}

/// How many texts stand somewhere.
pub fn count(written: &[Written], stands: Stands) -> usize {
    written.iter().filter(|one| Stands::of(one) == stands).count()
}

#[cfg(test)]
mod tests {
    use super::super::moderation::Withheld;
    use super::super::secret::SecretNumber;
    use super::*;

    #[test]
    fn texts_are_looked_at_by_where_they_stand_and_what_they_are_about() {
        let text = |drawn: u64, question: &str, state: Option<State>, tags: &[Tag]| Written {
            number: SecretNumber::new(drawn),
            question: QuestionId::new(question).unwrap(),
            words: "x".to_owned(),
            state,
            tags: tags.iter().copied().collect(),
        };
        let all = [
            text(1, "free", None, &[Tag::Pace]),
            text(2, "free", Some(State::MayAppear { words: "x".to_owned() }), &[Tag::Pace, Tag::Content]),
            text(3, "other", Some(State::Read), &[]),
            text(4, "other", Some(State::Withheld { why: Withheld::Hurts }), &[]),
        ];
        for stands in Stands::ALL {
            let filter = Filter { stands: Some(stands), ..Filter::default() };
            assert_eq!(all.iter().filter(|one| filter.keeps(one)).count(), 1, "{}", stands.code());
            assert_eq!(count(&all, stands), 1);
        }
        let paced = Filter { tag: Some(Tag::Pace), ..Filter::default() };
        assert_eq!(all.iter().filter(|one| paced.keeps(one)).count(), 2);
        let other = Filter { question: QuestionId::new("other").ok(), tag: Some(Tag::Pace), ..Filter::default() };
        assert!(!all.iter().any(|one| other.keeps(one)));
        assert!(all.iter().all(|one| Filter::default().keeps(one)));
    }
}
