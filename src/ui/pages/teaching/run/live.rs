//! The day of a session, followed: what was noted of it, and the clock.

use super::super::known::Known;
use crate::browser::clock;
use crate::domain::curriculum::run::{Noted, Plan};
use crate::domain::curriculum::version::{Curriculum, CurriculumId};
use crate::domain::programme::id::{SESSION_KIND, SessionId, all};
use crate::domain::programme::session::Session;
use crate::text::teaching_live::Live;
use chrono::NaiveDate;
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

/// How often the clock is looked at: a machine that slept says the right time soon after it wakes.
const TICK: Duration = Duration::from_secs(2);

/// A day to lead.
#[derive(Clone, Copy)]
pub struct Day {
    pub known: Known,
    pub session: StoredValue<SessionId>,
    pub version: StoredValue<Arc<Curriculum>>,
    /// When it is held; today when nobody said.
    pub on: NaiveDate,
    pub noted: Memo<Noted>,
    pub live: Memo<Live>,
}

impl Day {
    /// The day of a session; none when it is not here. It follows the version that the session says, or the delivered one.
    pub fn find(known: Known, id: &SessionId) -> Option<Self> {
        let state = known.saver.state();
        let sessions = state.with_tables_now(|tables| all(tables, SESSION_KIND, Session::from_record));
        let session = sessions.into_iter().find(|session| session.id == *id)?;
        let delivered = CurriculumId::clone(&known.delivered.id);
        let said = session.curriculum.as_ref().and_then(|said| known.version_now(said));
        let version = said.or_else(|| known.version_now(&delivered))?;
        let on = session.held_on.unwrap_or_else(clock::today);
        let noted = {
            let id = id.clone();
            Memo::new(move |_| state.with_tables(|tables| Noted::find(tables, &id)))
        };
        let now = RwSignal::new(clock::now_local());
        // The page may be left while the clock ticks.
        let tick = set_interval_with_handle(
            move || {
                let _ = now.try_set(clock::now_local());
            },
            TICK,
        )
        .ok();
        on_cleanup(move || tick.into_iter().for_each(|tick| tick.clear()));
        let live = {
            let version = Arc::clone(&version);
            let hours = session.hours;
            Memo::new(move |_| {
                let now = now.get();
                Live::of(&noted.with(|noted| Plan::of(&version.day, on, hours).at(noted, now)), now)
            })
        };
        Some(Self { known, session: StoredValue::new(id.clone()), version: StoredValue::new(version), on, noted, live })
    }

    /// Whether what happens is noted today.
    pub fn is_today(self) -> bool {
        self.on == clock::today()
    }
}
