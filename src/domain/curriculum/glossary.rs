//! The words of the field: what each means, when it was used, and what is said today.

use super::tool::{Source, SourceId, ToolId};
use crate::domain::ecosystem::when::When;
use crate::domain::interview::id::slug;
use serde::Deserialize;

slug! {
    /// A word; part of an address, so never renamed nor reused.
    TermId
}

/// The words that are delivered.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Glossary {
    pub version: String,
    pub as_of: When,
    pub sources: Vec<Source>,
    pub terms: Vec<Term>,
}

/// A word or an acronym.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    pub id: TermId,
    /// As one meets it: « PIE », « illectronisme ».
    pub term: String,
    /// What the letters stand for.
    #[serde(default)]
    pub stands_for: Option<String>,
    #[serde(default)]
    pub also: Vec<String>,
    pub meaning: String,
    /// When it began to be used, and when it stopped; as far as the source says.
    #[serde(default)]
    pub from: Option<When>,
    #[serde(default)]
    pub to: Option<When>,
    /// What is said today.
    #[serde(default)]
    pub today: Option<TermId>,
    pub source: SourceId,
    /// The sheet that tells more.
    #[serde(default)]
    pub tool: Option<ToolId>,
}

/// What is wrong with the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GlossaryFault {
    Twice(TermId),
    UnknownTerm(TermId),
    UnknownSource(TermId),
    /// It stopped being used before it began, or after this edition.
    Dates(TermId),
    /// It is not used any more and nothing says what is, or the reverse.
    Today(TermId),
}

impl Glossary {
    pub fn term(&self, id: &TermId) -> Option<&Term> {
        self.terms.iter().find(|term| term.id == *id)
    }

    /// Every fault of the file.
    pub fn faults(&self) -> Vec<GlossaryFault> {
        let faults = self.terms.iter().enumerate().flat_map(|(place, term)| {
            let id = || term.id.clone();
            let is_twice = self.terms.iter().take(place).any(|other| other.id == term.id);
            let is_known = term.today.as_ref().is_none_or(|today| self.term(today).is_some());
            let has_source = self.sources.iter().any(|source| source.id == term.source);
            let ends = term.to.is_some_and(|to| to > self.as_of || term.from.is_some_and(|from| from > to));
            [
                is_twice.then(|| GlossaryFault::Twice(id())),
                (!is_known).then(|| GlossaryFault::UnknownTerm(id())),
                (!has_source).then(|| GlossaryFault::UnknownSource(id())),
                (ends || term.from.is_some_and(|from| from > self.as_of)).then(|| GlossaryFault::Dates(id())),
                (term.to.is_some() != term.today.is_some()).then(|| GlossaryFault::Today(id())),
            ]
        });
        faults.flatten().collect()
    }
}
