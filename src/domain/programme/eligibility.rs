//! Whether somebody is among those the training is for: said in words, and left to a person to decide otherwise.

use super::cycle::Cycle;
use super::person::{Override, Professional};
use super::structure::{Structure, StructureKind};
use chrono::NaiveDate;

/// What keeps somebody from coming first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ground {
    /// Took up their post before the date that was ordered.
    HiredBefore { on: NaiveDate, since: NaiveDate },
    /// Has a training of their own by contract.
    DigitalAdviser,
    /// Works in a kind of structure that does not come first.
    Kind(StructureKind),
}

/// What is not known yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lacking {
    HiredOn,
    StructureKind,
}

/// Whether somebody comes first.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Eligibility {
    First,
    NotFirst(Vec<Ground>),
    /// Nothing is against it, but this is to ask.
    Unknown(Vec<Lacking>),
    /// Somebody decided, whatever the criteria say.
    Decided {
        decided: Override,
        grounds: Vec<Ground>,
    },
}

impl Eligibility {
    /// Reads the criteria of a cycle.
    pub fn of(person: &Professional, structure: Option<&Structure>, cycle: &Cycle) -> Self {
        let kind = structure.and_then(|structure| structure.kind);
        let hired = cycle.hired_since.zip(person.hired_on).filter(|(since, on)| on < since);
        let hired = hired.map(|(since, on)| Ground::HiredBefore { on, since });
        let adviser = person.is_digital_adviser.then_some(Ground::DigitalAdviser);
        let kind_ground = kind.filter(|kind| !cycle.priorities.contains(kind)).map(Ground::Kind);
        let grounds: Vec<Ground> = [hired, adviser, kind_ground].into_iter().flatten().collect();
        if let Some(decided) = person.override_.clone() {
            return Self::Decided { decided, grounds };
        }
        if !grounds.is_empty() {
            return Self::NotFirst(grounds);
        }
        let hired = (cycle.hired_since.is_some() && person.hired_on.is_none()).then_some(Lacking::HiredOn);
        let lacking: Vec<Lacking> = hired.into_iter().chain(kind.is_none().then_some(Lacking::StructureKind)).collect();
        if lacking.is_empty() { Self::First } else { Self::Unknown(lacking) }
    }

    /// Comes first, as far as is known.
    pub fn is_first(&self) -> bool {
        match self {
            Self::First | Self::Unknown(_) => true,
            Self::NotFirst(_) => false,
            Self::Decided { decided, .. } => decided.is_accepted,
        }
    }
}
