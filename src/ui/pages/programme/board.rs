//! The cycle that every page of the family shows, read once and followed.

use super::cycle::RemovedCycles;
use crate::browser::clock;
use crate::content::communes::communes;
use crate::domain::commune::Communes;
use crate::domain::evaluation::participation::Received;
use crate::domain::programme::cycle::Cycle;
use crate::domain::programme::enrol;
use crate::domain::programme::gauge::Gauge;
use crate::domain::programme::id::{CYCLE_FIELD, CycleId, SessionId};
use crate::domain::programme::session::Session;
use crate::domain::programme::whole::Programme;
use crate::records::{ChangeSet, Key, Tables, Undo};
use crate::route::exercise::ExerciseRoute;
use crate::route::programme::ProgrammeRoute;
use crate::state::AppState;
use crate::text::{programme as words, programme_registrations as registrations};
use crate::ui::components::{BackTo, Icon, Page, Pictogram};
use crate::ui::pages::interview::Unreadable;
use crate::ui::save::{Back, Saver, Undoable};
use chrono::NaiveDate;
use leptos::prelude::*;
use std::sync::Arc;

/// The cycle shown, with what is needed to show and to change it.
#[derive(Clone, Copy)]
pub struct Board {
    /// Followed: a page shows what is stored.
    pub programme: Memo<Arc<Programme>>,
    pub communes: &'static Communes,
    pub saver: Saver,
    /// The day the page was opened.
    pub today: NaiveDate,
    /// Several cycles are here.
    pub has_others: Memo<bool>,
}

impl Board {
    /// The gauge today, followed.
    pub fn gauge(self) -> Gauge {
        self.programme.with(|programme| Gauge::of(programme, self.communes, self.today))
    }

    /// How many answers came in by a day, followed.
    pub fn received(self, by: NaiveDate) -> Received {
        let cycle = self.programme.with(|programme| programme.cycle.id.clone());
        self.saver.state().with_tables(|tables| Received::find(tables, &cycle, by))
    }

    /// The cycle as it is now, not followed.
    pub fn now(self) -> Arc<Programme> {
        self.programme.get_untracked()
    }

    /// The same with what is on its way to the disk, so that an act does not write over the one made just before.
    pub fn as_written(self) -> Arc<Programme> {
        let now = self.now();
        let read = |tables: &Tables| Programme::read(tables, &now.cycle.id).map(Arc::new);
        self.saver.state().with_tables_as_written(read).unwrap_or(now)
    }

    /// A session, followed; none when it is not in this cycle.
    pub fn session(self, id: &SessionId) -> Option<Arc<Session>> {
        self.programme.with(|programme| programme.session(id).cloned())
    }

    /// A session by its number and its day, followed.
    pub fn session_name(self, id: &SessionId) -> String {
        self.programme.with(|programme| {
            let held_on = programme.session(id).and_then(|session| session.held_on);
            words::session(programme.number(id), held_on)
        })
    }

    /// Stores what is done to places, says so with a way to take it back, then calls `then`. Whoever is noted there since
    /// keeps their place.
    pub fn save_places(self, changes: ChangeSet, done: Undoable, then: impl FnOnce() + 'static) {
        let take_back = |tables: &Tables, undo: &Undo| {
            let back = enrol::take_back(tables, undo);
            Back { changes: back.changes, stays: registrations::kept(back.kept.len()) }
        };
        self.saver.save_undoable_by(changes, done, take_back, then);
    }

    /// The write that says that a record belongs to this cycle.
    pub fn belongs(self, key: &Key) -> ChangeSet {
        ChangeSet::one(key, CYCLE_FIELD, Some(&self.now().cycle.id))
    }
}

/// The cycle that is shown: the one that was chosen on this device, else the one of the day.
pub fn shown_cycle(state: AppState, today: NaiveDate) -> Option<CycleId> {
    let chosen = state.preferences().cycle;
    state.with_tables(|tables| {
        let cycles = Cycle::all(tables);
        let kept = chosen.and_then(|chosen| cycles.iter().find(|cycle| cycle.id.0 == chosen));
        kept.or_else(|| Cycle::current(&cycles, today)).map(|cycle| cycle.id.clone())
    })
}

/// Shows a page of the cycle, or how to begin one.
#[component]
pub fn Gate(
    /// The page.
    page: Callback<Board, AnyView>,
) -> impl IntoView {
    let communes = match communes() {
        Ok(content) => &content.communes,
        Err(error) => return view! { <Unreadable error=error.clone() /> }.into_any(),
    };
    let (state, saver, today) = (AppState::expect(), Saver::expect(), clock::today());
    let id = Memo::new(move |_| shown_cycle(state, today));
    let has_others = Memo::new(move |_| state.with_tables(|tables| Cycle::all(tables).len() > 1));
    // Made anew for another cycle only: what is typed on a page stays when the cycle changes elsewhere.
    let shown = move || {
        let Some(id) = id.get() else { return view! { <NoCycle /> }.into_any() };
        let first = state.with_tables_now(|tables| Programme::read(tables, &id)).map(Arc::new);
        let Some(first) = first else { return view! { <NoCycle /> }.into_any() };
        let programme = Memo::new(move |before: Option<&Arc<Programme>>| {
            state.with_tables(|tables| match before {
                // Just read.
                None => Arc::clone(&first),
                // Taken away while it is shown: the gate changes the page in the same breath.
                Some(before) => Programme::read(tables, &id).map_or_else(|| Arc::clone(before), Arc::new),
            })
        });
        // It follows from now on, whenever the page first reads it.
        programme.with_untracked(|_| ());
        page.run(Board { programme, communes, saver, today, has_others })
    };
    view! { {shown} }.into_any()
}

/// The way back to the programme.
pub fn back() -> BackTo {
    BackTo::new(ProgrammeRoute::Home, "Formation")
}

/// No cycle is here yet: how to begin.
#[component]
fn NoCycle() -> impl IntoView {
    view! {
        <Page title="Programme de formation" lead="Les sessions, les personnes, les présences, les documents et le suivi de la mission.">
            <div class="empty">
                <Pictogram icon=Icon::Calendar />
                <h2>"Aucun cycle de formation pour l’instant"</h2>
                <p>
                    "Un cycle réunit les sessions commandées. Le cahier des charges de la Seine-Saint-Denis sert de modèle\u{a0}: il ne manque que les dates."
                </p>
                <p>
                    <a class="button button--primary" href=ProgrammeRoute::NewCycle.to_hash()>
                        <Pictogram icon=Icon::Plus />
                        "Préparer un cycle"
                    </a>
                </p>
            </div>
            <p>
                "Un exercice en salle se mène aussi sans cycle\u{a0}: "
                <a href=ExerciseRoute::List.to_hash()>"animer un exercice, ou y participer"</a> "."
            </p>
            <RemovedCycles />
        </Page>
    }
}

/// What an address names is not in this cycle.
#[component]
pub fn NotHere(
    /// What one looked for: « Cette session ».
    what: &'static str,
    /// Where to look again.
    back: BackTo,
) -> impl IntoView {
    view! {
        <Page title=format!("{what} n’est pas dans ce cycle") back>
            <p>"L’adresse est ancienne, ou ce qu’elle désigne a été supprimé. Rien d’autre n’est en cause."</p>
        </Page>
    }
}
