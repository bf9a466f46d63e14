//! What is typed to start an interview, before it is checked as a whole.

use super::change::Start;
use super::label::CaseLabel;
use super::model::{AgeBand, Presentation, Residence};
use super::questionnaire::{Length, Version};
use crate::domain::commune::InseeCode;
use chrono::NaiveDate;

/// What was typed and chosen so far. Nothing is chosen at first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    pub label: String,
    pub commune: Option<Residence>,
    pub age_band: Option<AgeBand>,
    pub length: Option<Length>,
    pub presentation: Option<Presentation>,
}

/// What keeps an interview from starting, each tied to its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    Label(LabelFault),
    LengthMissing,
    PresentationMissing,
}

/// What keeps a text from being a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelFault {
    Missing,
    TooLong { chars: usize },
    Unreadable,
}

/// Reads a label, and says what is wrong with it.
pub fn read_label(text: &str) -> Result<CaseLabel, LabelFault> {
    let chars = text.trim().chars().count();
    CaseLabel::new(text).map_err(|_| match chars {
        0 => LabelFault::Missing,
        _ if chars > CaseLabel::MAX_CHARS => LabelFault::TooLong { chars },
        _ => LabelFault::Unreadable,
    })
}

impl Draft {
    /// Everything an interview starts with, or every fault, in the order of the fields.
    pub fn check(&self, questionnaire: &Version, on: NaiveDate) -> Result<Start, Vec<Fault>> {
        let label = read_label(&self.label);
        match (label, self.length, self.presentation) {
            (Ok(label), Some(length), Some(presentation)) => Ok(Start {
                label,
                commune: self.commune.clone(),
                age_band: self.age_band,
                length,
                presentation,
                questionnaire: questionnaire.clone(),
                on,
            }),
            (label, length, presentation) => {
                let label = label.err().map(Fault::Label);
                let length = length.is_none().then_some(Fault::LengthMissing);
                let presentation = presentation.is_none().then_some(Fault::PresentationMissing);
                Err([length, presentation, label].into_iter().flatten().collect())
            }
        }
    }
}

impl Residence {
    const ELSEWHERE: &str = "elsewhere";
    const NOT_SAID: &str = "not-said";

    /// The value of this choice in a list.
    pub fn as_choice(&self) -> &str {
        match self {
            Self::Code(code) => code.as_str(),
            Self::Elsewhere => Self::ELSEWHERE,
            Self::NotSaid => Self::NOT_SAID,
        }
    }

    /// The choice made in a list; `None` when nothing is chosen.
    pub fn from_choice(choice: &str) -> Option<Self> {
        match choice {
            Self::ELSEWHERE => Some(Self::Elsewhere),
            Self::NOT_SAID => Some(Self::NotSaid),
            code => InseeCode::new(code).ok().map(Self::Code),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version() -> Version {
        Version("2026-11".to_owned())
    }

    fn day() -> NaiveDate {
        "2026-11-23".parse().unwrap()
    }

    #[test]
    fn every_fault_is_told_at_once() {
        let faults = Draft::default().check(&version(), day()).unwrap_err();
        assert_eq!(faults, [Fault::LengthMissing, Fault::PresentationMissing, Fault::Label(LabelFault::Missing)]);
        let long = Draft { label: "a".repeat(41), length: Some(Length::Short), ..Draft::default() };
        let faults = long.check(&version(), day()).unwrap_err();
        assert_eq!(faults, [Fault::PresentationMissing, Fault::Label(LabelFault::TooLong { chars: 41 })]);
        assert_eq!(read_label("a\u{7}b"), Err(LabelFault::Unreadable));
    }

    #[test]
    fn what_is_optional_may_stay_unsaid() {
        let draft = Draft {
            label: " 23-11-A ".to_owned(),
            length: Some(Length::Full),
            presentation: Some(Presentation::Conversation),
            ..Draft::default()
        };
        let start = draft.check(&version(), day()).unwrap();
        assert_eq!(start.label.as_str(), "23-11-A");
        assert_eq!((start.commune, start.age_band), (None, None));
    }

    #[test]
    fn a_choice_of_commune_comes_back() {
        let code = Residence::Code(InseeCode::new("93066").unwrap());
        for residence in [code, Residence::Elsewhere, Residence::NotSaid] {
            assert_eq!(Residence::from_choice(residence.as_choice()), Some(residence));
        }
        assert_eq!(Residence::from_choice(""), None);
    }
}
