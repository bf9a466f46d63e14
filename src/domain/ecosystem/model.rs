//! An actor, what it does, where, and how it is linked to others.

use super::places::PlaceSearch;
use super::when::When;
use crate::domain::directory::standard::SpecialCare;
use crate::records::{InvalidId, Key, Kind, RecordId};
use serde::{Deserialize, Serialize};
use std::borrow::Borrow;
use std::collections::BTreeSet;
use std::fmt;

/// The kind of the records that add an actor, or correct one that was delivered.
pub const ACTOR_KIND: &str = "actor";
/// The kind of the records that hold a link between two actors.
pub const ACTOR_LINK_KIND: &str = "actor_link";

/// An actor's identity: a slug when it was delivered, otherwise that of its record. Stored, and part of an address: never
/// rename one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ActorId(RecordId);

impl ActorId {
    pub fn new(text: &str) -> Result<Self, InvalidId> {
        RecordId::new(text).map(Self)
    }

    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    pub fn record(&self) -> &RecordId {
        &self.0
    }

    /// Where what people write about it lives.
    pub fn key(&self) -> Result<Key, InvalidId> {
        Ok(Key { kind: Kind::new(ACTOR_KIND)?, id: self.0.clone() })
    }
}

impl From<RecordId> for ActorId {
    fn from(id: RecordId) -> Self {
        Self(id)
    }
}

impl Borrow<str> for ActorId {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for ActorId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

macro_rules! closed_list {
    ($(#[$doc:meta])* $name:ident, $number:literal: $($(#[$what:meta])* $variant:ident = $code:literal),+ $(,)?) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$what])* #[serde(rename = $code)] $variant),+
        }

        impl $name {
            /// All of them, in the order they are shown.
            pub const ALL: [Self; $number] = [$(Self::$variant),+];

            /// How it is stored and written in an address.
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code),+
                }
            }

            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|one| one.code() == code)
            }
        }
    };
}

closed_list! {
    /// What an actor is.
    ActorKind, 4:
    Institution = "institution",
    /// A public programme or tool rather than an organisation.
    Programme = "programme",
    Association = "association",
    /// A structure whose professionals the training is meant for.
    Target = "target",
}

closed_list! {
    /// What an actor does. What each is called, and the words that lead to it, are content.
    Mission, 13:
    Pilot = "pilot",
    Coordinate = "coordinate",
    Fund = "fund",
    /// Receives people and helps with their procedures.
    Welcome = "welcome",
    /// Teaches people to do it themselves.
    Teach = "teach",
    /// Trains professionals.
    Train = "train",
    Equip = "equip",
    Rights = "rights",
    Insert = "insert",
    Protect = "protect",
    /// Gives professionals tools.
    Tool = "tool",
    Assess = "assess",
    Papers = "papers",
}

impl Mission {
    /// Whether whoever has it meets the people who are accompanied.
    fn is_with_people(self) -> bool {
        use Mission::{Equip, Insert, Papers, Protect, Rights, Teach, Welcome};
        matches!(self, Welcome | Teach | Equip | Rights | Insert | Protect | Papers)
    }
}

closed_list! {
    /// How far an actor's action goes.
    Territory, 6:
    Commune = "commune",
    /// Établissement public territorial.
    Ept = "ept",
    Department = "department",
    Metropolis = "metropolis",
    Region = "region",
    Country = "country",
}

closed_list! {
    /// What one actor does for another; read from the first to the second.
    LinkKind, 11:
    Pilots = "pilots",
    Coordinates = "coordinates",
    Funds = "funds",
    Trains = "trains",
    Equips = "equips",
    /// Gives it tools.
    Tools = "tools",
    /// Has it within its walls, or employs it.
    Hosts = "hosts",
    RefersTo = "refers_to",
    PartOf = "part_of",
    WorksWith = "works_with",
    Replaces = "replaces",
}

/// An actor, as delivered or as people wrote it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Actor {
    pub id: ActorId,
    pub name: String,
    /// A shorter name, for pictures and tables; empty: the name itself.
    #[serde(default)]
    pub short: String,
    /// Other names and words that people look for it by.
    #[serde(default)]
    pub also: Vec<String>,
    /// What people need when they look for it, in words that do not name it.
    #[serde(default)]
    pub words: Vec<String>,
    /// The particular needs that it answers, as the national standard calls them.
    #[serde(default)]
    pub special_care: Vec<SpecialCare>,
    pub kind: ActorKind,
    /// What it is for, in a sentence or two.
    pub role: String,
    pub missions: BTreeSet<Mission>,
    pub territory: Territory,
    /// The function to ask for: never a person.
    #[serde(default)]
    pub ask_for: String,
    /// Its places in the directory; none when no search shows them.
    #[serde(default)]
    pub places: Option<PlaceSearch>,
    #[serde(default)]
    pub status: Status,
    #[serde(default)]
    pub facts: Vec<Fact>,
}

impl Actor {
    /// The shorter of its names.
    pub fn short_name(&self) -> &str {
        if self.short.is_empty() { &self.name } else { &self.short }
    }

    /// Whether people are received there, rather than it leading or uniting those who receive them.
    pub fn receives_people(&self) -> bool {
        let leads = [Mission::Pilot, Mission::Coordinate].iter().any(|mission| self.missions.contains(mission));
        !leads && self.missions.iter().any(|mission| mission.is_with_people())
    }

    /// Whether it exists today under this name.
    pub fn is_current(&self) -> bool {
        self.status == Status::Current
    }
}

/// What became of an actor.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case", deny_unknown_fields)]
pub enum Status {
    #[default]
    Current,
    /// The same body under another name.
    Renamed {
        into: ActorId,
        #[serde(default)]
        since: Option<When>,
    },
    /// Others do what it did.
    Replaced {
        by: Vec<ActorId>,
        #[serde(default)]
        since: Option<When>,
    },
    /// Nobody does what it did.
    Ended {
        #[serde(default)]
        since: Option<When>,
    },
}

impl Status {
    /// Who took over.
    pub fn successors(&self) -> &[ActorId] {
        match self {
            Self::Renamed { into, .. } => std::slice::from_ref(into),
            Self::Replaced { by, .. } => by,
            Self::Current | Self::Ended { .. } => &[],
        }
    }

    pub fn since(&self) -> Option<When> {
        match self {
            Self::Renamed { since, .. } | Self::Replaced { since, .. } | Self::Ended { since } => *since,
            Self::Current => None,
        }
    }
}

/// Something known of an actor at a date: later, it may have changed.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    pub on: When,
    #[serde(default)]
    pub status: FactStatus,
    pub text: String,
}

/// How far a fact may be relied upon.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FactStatus {
    /// It held at its date, and nothing says that it changed.
    #[default]
    Known,
    /// It no longer holds.
    Past,
    /// No source says whether it still holds.
    ToCheck,
}

/// What one actor does for another.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    pub from: ActorId,
    pub kind: LinkKind,
    pub to: ActorId,
    #[serde(default)]
    pub since: Option<When>,
    #[serde(default)]
    pub until: Option<When>,
}

impl Link {
    /// Both say the same thing of the same actors, whenever that was.
    pub fn says_as(&self, other: &Self) -> bool {
        (&self.from, self.kind, &self.to) == (&other.from, other.kind, &other.to)
    }
}
