//! The addresses of the network of participants: cards, pairs, who oriented to whom.

use super::Route;
use crate::domain::network::card::CardId;
use crate::domain::programme::id::{ProfessionalId, SessionId};

/// A screen of the family.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum CommunityRoute {
    /// Every card of the cycle.
    Cards,
    /// Those of a session.
    Session(SessionId),
    NewCard,
    /// A card of somebody who came to a session.
    NewIn(SessionId),
    /// The card of somebody who is registered.
    NewFor(SessionId, ProfessionalId),
    Card(CardId),
    CardEdit(CardId),
    Pairs,
    /// Who oriented to whom.
    Oriented,
    NewCount,
    /// The cards on paper: those of a session, or all of them.
    Paper(Option<SessionId>),
}

impl From<CommunityRoute> for Route {
    fn from(route: CommunityRoute) -> Self {
        Self::Community(route)
    }
}

const EDIT: &str = "modifier";
const NEW: &str = "nouvelle";

impl CommunityRoute {
    /// The screen of an address, after the family's word.
    pub(super) fn read(rest: &[&str]) -> Option<Self> {
        let session = |id: &str| SessionId::new(id).ok();
        Some(match rest {
            [] => Self::Cards,
            ["session", id] => Self::Session(session(id)?),
            [NEW] => Self::NewCard,
            [NEW, id] => Self::NewIn(session(id)?),
            [NEW, id, person] => Self::NewFor(session(id)?, ProfessionalId::new(person).ok()?),
            ["carte", id] => Self::Card(CardId::new(id).ok()?),
            ["carte", id, EDIT] => Self::CardEdit(CardId::new(id).ok()?),
            ["binomes"] => Self::Pairs,
            ["qui-oriente"] => Self::Oriented,
            ["qui-oriente", "nouveau"] => Self::NewCount,
            ["annuaire"] => Self::Paper(None),
            ["annuaire", id] => Self::Paper(Some(session(id)?)),
            _ => return None,
        })
    }

    /// The path, without its `#/`.
    pub(super) fn path(&self) -> String {
        let rest = match self {
            Self::Cards => return "reseau".to_owned(),
            Self::Session(id) => format!("session/{}", id.as_str()),
            Self::NewCard => NEW.to_owned(),
            Self::NewIn(id) => format!("{NEW}/{}", id.as_str()),
            Self::NewFor(id, person) => format!("{NEW}/{}/{}", id.as_str(), person.as_str()),
            Self::Card(id) => format!("carte/{}", id.as_str()),
            Self::CardEdit(id) => format!("carte/{}/{EDIT}", id.as_str()),
            Self::Pairs => "binomes".to_owned(),
            Self::Oriented => "qui-oriente".to_owned(),
            Self::NewCount => "qui-oriente/nouveau".to_owned(),
            Self::Paper(None) => "annuaire".to_owned(),
            Self::Paper(Some(id)) => format!("annuaire/{}", id.as_str()),
        };
        format!("reseau/{rest}")
    }

    /// The address, with its `#`.
    pub fn to_hash(&self) -> String {
        Route::Community(self.clone()).to_hash()
    }
}
