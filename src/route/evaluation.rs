//! The addresses of the evaluation: what is answered, what is read of it, what is told of it.

use super::Route;
use crate::domain::evaluation::survey::SurveyKind;
use crate::domain::programme::id::SessionId;

/// Who a synthesis is printed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reader {
    Commissioner,
    /// The partners at the closing meeting: nothing of anybody in particular.
    Partners,
}

/// On which device one answers: said when it is opened, never guessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Device {
    /// One's own: nothing that is handed in is kept there.
    Own,
    /// A tablet or a computer of the room, which goes from hand to hand and keeps what is handed in.
    Room,
}

/// A screen of the family.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum EvaluationRoute {
    /// Every session, what came in, what is to do next.
    Home,
    /// What came in for a session, and every way to take in more.
    Session(SessionId),
    /// Answering, on a shared tablet or on one's own device.
    Answer(SessionId, SurveyKind, Device),
    /// For whoever leads: makes a device one of the room, and takes what it keeps away.
    Tablet(SessionId, SurveyKind),
    /// Entering what was answered on paper or by telephone.
    Entry(SessionId, SurveyKind),
    /// The blank questionnaire on paper, of a session or without one.
    Paper(SurveyKind, Option<SessionId>),
    /// The sheet of commitments that each participant leaves with.
    Commitments(SessionId),
    /// The three-month surveys: to send, to remind, to close.
    FollowUp,
    /// The words of a questionnaire: draft, comments, validated version.
    Wording(SurveyKind),
    /// The free texts: read, tagged, let through or not.
    Texts,
    /// What the cycle tells.
    Synthesis,
    SynthesisPaper(Reader),
    /// Everything that closes the cycle, in one action.
    Closing,
}

impl From<EvaluationRoute> for Route {
    fn from(route: EvaluationRoute) -> Self {
        Self::Evaluation(route)
    }
}

const PAPER: &str = "papier";
const SYNTHESIS: &str = "synthese";
const ANSWER: &str = "repondre";
const TABLET: &str = "tablette";

fn code(kind: SurveyKind) -> &'static str {
    match kind {
        SurveyKind::EndOfDay => "fin-de-journee",
        SurveyKind::ThreeMonths => "trois-mois",
    }
}

fn kind(word: &str) -> Option<SurveyKind> {
    SurveyKind::ALL.into_iter().find(|kind| code(*kind) == word)
}

impl EvaluationRoute {
    /// The screen of an address, after the family's word.
    pub(super) fn read(rest: &[&str]) -> Option<Self> {
        let session = |id: &str| SessionId::new(id).ok();
        Some(match rest {
            [] => Self::Home,
            ["session", id] => Self::Session(session(id)?),
            [ANSWER, id, word] => Self::Answer(session(id)?, kind(word)?, Device::Own),
            [ANSWER, id, word, TABLET] => Self::Answer(session(id)?, kind(word)?, Device::Room),
            [TABLET, id, word] => Self::Tablet(session(id)?, kind(word)?),
            ["saisir", id, word] => Self::Entry(session(id)?, kind(word)?),
            [PAPER, word] => Self::Paper(kind(word)?, None),
            [PAPER, word, id] => Self::Paper(kind(word)?, Some(session(id)?)),
            ["engagements", id] => Self::Commitments(session(id)?),
            ["suivi"] => Self::FollowUp,
            ["questionnaire", word] => Self::Wording(kind(word)?),
            ["textes"] => Self::Texts,
            [SYNTHESIS] => Self::Synthesis,
            [SYNTHESIS, PAPER] => Self::SynthesisPaper(Reader::Commissioner),
            [SYNTHESIS, "partenaires"] => Self::SynthesisPaper(Reader::Partners),
            ["cloture"] => Self::Closing,
            _ => return None,
        })
    }

    /// The path, without its `#/`.
    pub(super) fn path(&self) -> String {
        let rest = match self {
            Self::Home => return "evaluation".to_owned(),
            Self::Session(id) => format!("session/{}", id.as_str()),
            Self::Answer(id, of, Device::Own) => format!("{ANSWER}/{}/{}", id.as_str(), code(*of)),
            Self::Answer(id, of, Device::Room) => format!("{ANSWER}/{}/{}/{TABLET}", id.as_str(), code(*of)),
            Self::Tablet(id, of) => format!("{TABLET}/{}/{}", id.as_str(), code(*of)),
            Self::Entry(id, of) => format!("saisir/{}/{}", id.as_str(), code(*of)),
            Self::Paper(of, None) => format!("{PAPER}/{}", code(*of)),
            Self::Paper(of, Some(id)) => format!("{PAPER}/{}/{}", code(*of), id.as_str()),
            Self::Commitments(id) => format!("engagements/{}", id.as_str()),
            Self::FollowUp => "suivi".to_owned(),
            Self::Wording(of) => format!("questionnaire/{}", code(*of)),
            Self::Texts => "textes".to_owned(),
            Self::Synthesis => SYNTHESIS.to_owned(),
            Self::SynthesisPaper(Reader::Commissioner) => format!("{SYNTHESIS}/{PAPER}"),
            Self::SynthesisPaper(Reader::Partners) => format!("{SYNTHESIS}/partenaires"),
            Self::Closing => "cloture".to_owned(),
        };
        format!("evaluation/{rest}")
    }

    /// The address, with its `#`.
    pub fn to_hash(&self) -> String {
        Route::Evaluation(self.clone()).to_hash()
    }
}
