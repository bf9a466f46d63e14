//! The questionnaire: blocks, items and options. Content, read from a data file; a record keeps the version it was made
//! with.

use super::condition::Condition;
use super::id::{BlockId, ItemId, OptionId};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A questionnaire's version, as written in its file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Version(pub String);

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Everything that may be asked, in order.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Questionnaire {
    pub version: Version,
    pub blocks: Vec<Block>,
    /// In the order of the blocks.
    pub items: Vec<Item>,
}

/// A theme of the interview.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Block {
    pub id: BlockId,
    pub title: String,
    /// One sentence for the professional: what this block is for, how to open it.
    pub intro: String,
    /// One sentence for the person who answers alone.
    pub intro_self: String,
}

/// What a result is given for. Never a total.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Axis {
    Demand,
    Access,
    Basics,
    EAdmin,
    Safety,
    Barriers,
    Motivation,
    Supports,
}

impl Axis {
    /// In the order results are shown.
    pub const ALL: [Self; 8] = [
        Self::Demand,
        Self::Access,
        Self::Basics,
        Self::EAdmin,
        Self::Safety,
        Self::Barriers,
        Self::Motivation,
        Self::Supports,
    ];

    /// Has a level; the others have a situation.
    pub fn is_skill(self) -> bool {
        matches!(self, Self::Basics | Self::EAdmin | Self::Safety)
    }
}

/// The two lengths of the interview, which share their items.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Length {
    /// « Repérage », about five minutes.
    Short,
    /// « Entretien complet », about twenty minutes.
    Full,
}

impl Length {
    pub const ALL: [Self; 2] = [Self::Short, Self::Full];
}

/// The five domains of the national reference framework of digital skills (CRCN).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CrcnDomain {
    Information,
    Communication,
    Content,
    Protection,
    Environment,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    pub id: ItemId,
    pub block: BlockId,
    pub axis: Axis,
    /// A few words, for lists and reasons.
    pub short: String,
    /// The professional's wording.
    pub text: String,
    /// The wording for the person who answers alone.
    pub text_self: String,
    /// A follow-up to say aloud, for the professional.
    #[serde(default)]
    pub prompt: String,
    /// One sentence of help for the person who answers alone.
    #[serde(default)]
    pub hint_self: String,
    pub kind: ItemKind,
    /// Part of the short interview too.
    #[serde(default)]
    pub in_short: bool,
    /// A follow-up: asked only when this is true.
    #[serde(default)]
    pub show_if: Option<Condition>,
    /// Makes no sense when this is true: not asked, unless the professional asks the block anyway.
    #[serde(default)]
    pub hide_if: Option<Condition>,
}

/// What can be answered.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ItemKind {
    Skill { crcn: CrcnDomain },
    One { options: Vec<Choice> },
    Many { options: Vec<Choice> },
}

/// An option of an item.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    pub id: OptionId,
    pub label: String,
    /// The label for the person who answers alone, when it differs.
    #[serde(default)]
    pub label_self: Option<String>,
    /// « None of these »: cannot be chosen with others.
    #[serde(default)]
    pub exclusive: bool,
}

/// Who reads the questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Voice {
    Professional,
    Person,
}

impl Questionnaire {
    pub fn item(&self, id: &ItemId) -> Option<&Item> {
        self.items.iter().find(|item| item.id == *id)
    }

    pub fn block(&self, id: &BlockId) -> Option<&Block> {
        self.blocks.iter().find(|block| block.id == *id)
    }

    pub fn items_of<'a>(&'a self, block: &'a BlockId) -> impl Iterator<Item = &'a Item> {
        self.items.iter().filter(move |item| item.block == *block)
    }

    /// How many items a length may ask at most.
    pub fn count(&self, length: Length) -> usize {
        self.items.iter().filter(|item| item.belongs_to(length)).count()
    }
}

impl Block {
    pub fn intro(&self, voice: Voice) -> &str {
        match voice {
            Voice::Professional => &self.intro,
            Voice::Person => &self.intro_self,
        }
    }
}

impl Item {
    pub fn belongs_to(&self, length: Length) -> bool {
        self.in_short || length == Length::Full
    }

    pub fn text(&self, voice: Voice) -> &str {
        match voice {
            Voice::Professional => &self.text,
            Voice::Person => &self.text_self,
        }
    }

    /// The follow-up or the help that goes with the question; may be empty.
    pub fn hint(&self, voice: Voice) -> &str {
        match voice {
            Voice::Professional => &self.prompt,
            Voice::Person => &self.hint_self,
        }
    }

    pub fn options(&self) -> &[Choice] {
        match &self.kind {
            ItemKind::Skill { .. } => &[],
            ItemKind::One { options } | ItemKind::Many { options } => options,
        }
    }

    pub fn option(&self, id: &OptionId) -> Option<&Choice> {
        self.options().iter().find(|option| option.id == *id)
    }

    pub fn is_skill(&self) -> bool {
        matches!(self.kind, ItemKind::Skill { .. })
    }
}

impl Choice {
    pub fn label(&self, voice: Voice) -> &str {
        match (voice, &self.label_self) {
            (Voice::Person, Some(label)) => label,
            _ => &self.label,
        }
    }
}
