//! What every screen of the network needs: the cards that may be shown today, and the sessions of the cycle.

use super::super::programme::shown_cycle;
use crate::browser::clock;
use crate::domain::network::card::{self, Card};
use crate::domain::programme::id::{SESSION_KIND, SessionId, all};
use crate::domain::programme::session::Session;
use crate::records::Tables;
use crate::route::community::CommunityRoute;
use crate::text::network as text;
use crate::ui::components::{BackTo, Messages, Page};
use crate::ui::save::Saver;
use chrono::NaiveDate;
use leptos::prelude::*;
use std::sync::Arc;

/// The network of the cycle that is shown, followed.
#[derive(Clone, Copy)]
pub struct Known {
    /// The cards that may be shown, in the order of names.
    pub cards: Memo<Vec<Arc<Card>>>,
    /// The sessions of the cycle that were not cancelled, by day.
    pub sessions: Memo<Vec<Arc<Session>>>,
    pub saver: Saver,
    pub messages: Messages,
    /// The day the page was opened.
    pub today: NaiveDate,
}

impl Known {
    /// The network as the page of the present address shows it.
    pub fn read() -> Self {
        let (saver, messages, today) = (Saver::expect(), Messages::expect(), clock::today());
        let state = saver.state();
        let cycle = Memo::new(move |_| shown_cycle(state, today));
        let of_cycle = move |tables: &Tables| -> (Vec<Session>, Vec<Session>) {
            let sessions = all(tables, SESSION_KIND, Session::from_record);
            sessions.into_iter().partition(|session| cycle.with(|cycle| cycle.is_none() || session.cycle == *cycle))
        };
        let sessions = Memo::new(move |_| {
            let (mut sessions, _) = state.with_tables(of_cycle);
            sessions.retain(|session| !session.is_cancelled());
            sessions.sort_by_key(|session| (session.held_on.is_none(), session.held_on, session.id.clone()));
            sessions.into_iter().map(Arc::new).collect()
        });
        let cards = Memo::new(move |_| {
            state.with_tables(|tables| {
                let (_, elsewhere) = of_cycle(tables);
                let is_here = |card: &Card| !elsewhere.iter().any(|session| card.met_in.as_ref() == Some(&session.id));
                card::shown(tables, today).into_iter().filter(is_here).map(Arc::new).collect()
            })
        });
        Self { cards, sessions, saver, messages, today }
    }

    /// The cards of a session, followed; none: those that name no session of this cycle.
    pub fn cards_of(self, session: Option<&SessionId>) -> Vec<Arc<Card>> {
        let is_known = |id: &SessionId| self.sessions.with(|sessions| sessions.iter().any(|one| one.id == *id));
        let is_of = |card: &&Arc<Card>| match (session, &card.met_in) {
            (Some(session), met_in) => met_in.as_ref() == Some(session),
            (None, Some(met_in)) => !is_known(met_in),
            (None, None) => true,
        };
        self.cards.with(|cards| cards.iter().filter(is_of).cloned().collect())
    }

    /// A session by its day, followed.
    pub fn session_name(self, id: &SessionId) -> String {
        self.sessions.with(|sessions| {
            let session = sessions.iter().find(|session| session.id == *id);
            session.map_or_else(|| "Session d’un autre appareil".to_owned(), |session| text::session(session.held_on))
        })
    }
}

/// The way back to the cards.
pub fn back() -> BackTo {
    BackTo::new(CommunityRoute::Cards, "Cartes du réseau")
}

/// The card that an address names is not shown.
#[component]
pub fn NoCard() -> impl IntoView {
    view! {
        <Page title="Cette carte n’est pas sur cet appareil" back=back()>
            <p>"Elle a été retirée par la personne, ou l’adresse est ancienne."</p>
        </Page>
    }
}
