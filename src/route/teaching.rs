//! The addresses of what is taught: the curriculum, the run-sheet of a day, the tool sheets, the glossary.

use super::Route;
use crate::domain::curriculum::glossary::TermId;
use crate::domain::curriculum::sequence::SequenceId;
use crate::domain::curriculum::tool::ToolId;
use crate::domain::curriculum::version::CurriculumId;
use crate::domain::programme::id::SessionId;

/// A document made of a version of the curriculum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Book {
    /// The whole of it, for the commissioner.
    Curriculum,
    TrainerGuide,
    /// What each participant leaves with.
    Booklet,
}

impl Book {
    pub const ALL: [Self; 3] = [Self::Curriculum, Self::TrainerGuide, Self::Booklet];

    fn code(self) -> &'static str {
        match self {
            Self::Curriculum => "referentiel",
            Self::TrainerGuide => "guide",
            Self::Booklet => "livret",
        }
    }
}

/// A part of a version of the curriculum.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum VersionPart {
    /// Its sequences in order, and what is checked of it.
    Summary,
    Edit,
    /// Objectives and sequences, as a matrix.
    Coverage,
    /// What another version changes.
    Compare(CurriculumId),
    NewSequence,
    Sequence(SequenceId),
    SequenceEdit(SequenceId),
    Book(Book),
}

/// A screen of the family.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum TeachingRoute {
    /// The versions of the curriculum.
    Versions,
    Version(CurriculumId, VersionPart),
    /// The run-sheet of a session's day, minute by minute.
    Run(SessionId),
    /// The same for everybody to see.
    RunWall(SessionId),
    /// The tool sheets.
    Tools,
    Tool(ToolId),
    ToolPaper(ToolId),
    /// Every sheet, in one job.
    ToolPapers,
    /// Whether Aidants Connect is possible, question by question.
    AidantsConnect,
    Glossary,
    Term(TermId),
}

impl From<TeachingRoute> for Route {
    fn from(route: TeachingRoute) -> Self {
        Self::Teaching(route)
    }
}

const EDIT: &str = "modifier";
const NEW: &str = "nouvelle";

impl VersionPart {
    fn read(rest: &[&str]) -> Option<Self> {
        Some(match rest {
            [] => Self::Summary,
            [EDIT] => Self::Edit,
            ["couverture"] => Self::Coverage,
            ["comparer", other] => Self::Compare(CurriculumId::new(other).ok()?),
            ["sequence", NEW] => Self::NewSequence,
            ["sequence", id] => Self::Sequence(SequenceId::new(id).ok()?),
            ["sequence", id, EDIT] => Self::SequenceEdit(SequenceId::new(id).ok()?),
            ["document", code] => Self::Book(Book::ALL.into_iter().find(|book| book.code() == *code)?),
            _ => return None,
        })
    }

    fn path(&self) -> String {
        match self {
            Self::Summary => String::new(),
            Self::Edit => format!("/{EDIT}"),
            Self::Coverage => "/couverture".to_owned(),
            Self::Compare(other) => format!("/comparer/{}", other.as_str()),
            Self::NewSequence => format!("/sequence/{NEW}"),
            Self::Sequence(id) => format!("/sequence/{}", id.as_str()),
            Self::SequenceEdit(id) => format!("/sequence/{}/{EDIT}", id.as_str()),
            Self::Book(book) => format!("/document/{}", book.code()),
        }
    }
}

impl TeachingRoute {
    /// The screen of an address that begins with one of the family's words; none for another word.
    pub(super) fn read(parts: &[&str]) -> Option<Self> {
        Some(match parts {
            ["referentiel"] => Self::Versions,
            ["referentiel", "deroule", session] => Self::Run(SessionId::new(session).ok()?),
            ["referentiel", "deroule", session, "ecran"] => Self::RunWall(SessionId::new(session).ok()?),
            ["referentiel", id, rest @ ..] => Self::Version(CurriculumId::new(id).ok()?, VersionPart::read(rest)?),
            ["outils"] => Self::Tools,
            ["outils", "imprimer"] => Self::ToolPapers,
            ["outils", "aidants-connect", "possible"] => Self::AidantsConnect,
            ["outils", id] => Self::Tool(ToolId::new(id).ok()?),
            ["outils", id, "imprimer"] => Self::ToolPaper(ToolId::new(id).ok()?),
            ["lexique"] => Self::Glossary,
            ["lexique", id] => Self::Term(TermId::new(id).ok()?),
            _ => return None,
        })
    }

    /// The path, without its `#/`.
    pub(super) fn path(&self) -> String {
        match self {
            Self::Versions => "referentiel".to_owned(),
            Self::Version(id, part) => format!("referentiel/{}{}", id.as_str(), part.path()),
            Self::Run(session) => format!("referentiel/deroule/{}", session.as_str()),
            Self::RunWall(session) => format!("referentiel/deroule/{}/ecran", session.as_str()),
            Self::Tools => "outils".to_owned(),
            Self::ToolPapers => "outils/imprimer".to_owned(),
            Self::AidantsConnect => "outils/aidants-connect/possible".to_owned(),
            Self::Tool(id) => format!("outils/{id}"),
            Self::ToolPaper(id) => format!("outils/{id}/imprimer"),
            Self::Glossary => "lexique".to_owned(),
            Self::Term(id) => format!("lexique/{id}"),
        }
    }

    /// The address, with its `#`.
    pub fn to_hash(&self) -> String {
        Route::Teaching(self.clone()).to_hash()
    }
}
