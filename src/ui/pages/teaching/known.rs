//! What every screen of the curriculum needs: the versions, the objectives, the sessions that follow each version.

use crate::browser::{clock, identity, location};
use crate::content::cases::cases;
use crate::content::curriculum::delivered;
use crate::content::error::ContentError;
use crate::content::objectives::objectives;
use crate::content::tools::tool_book;
use crate::domain::curriculum::coverage::{Coverage, Items};
use crate::domain::curriculum::edit::NotWritable;
use crate::domain::curriculum::objective::Objectives;
use crate::domain::curriculum::tool::ToolBook;
use crate::domain::curriculum::version::{Curriculum, CurriculumId, DeliveredCurriculum};
use crate::domain::exercise::case::CaseBook;
use crate::domain::programme::cycle::Cycle;
use crate::domain::programme::id::{CycleId, SESSION_KIND, SessionId, all};
use crate::domain::programme::session::Session;
use crate::records::{ChangeSet, Tables};
use crate::route::teaching::{TeachingRoute, VersionPart};
use crate::text::programme::cycle_name;
use crate::text::teaching as text;
use crate::ui::components::{BackTo, Messages, Named, Page};
use crate::ui::pages::interview::Unreadable;
use crate::ui::pages::programme::shown_cycle;
use crate::ui::save::Saver;
use chrono::NaiveDate;
use leptos::prelude::*;
use std::sync::Arc;

/// A version, followed; none when it is not here any more.
pub type Followed = Memo<Option<Arc<Curriculum>>>;

/// What is delivered, the versions written here, and the way to store.
#[derive(Clone, Copy)]
pub struct Known {
    /// The delivered one first, followed.
    pub versions: Memo<Vec<Arc<Curriculum>>>,
    pub delivered: &'static DeliveredCurriculum,
    pub objectives: &'static Objectives,
    pub cases: &'static CaseBook,
    pub tools: &'static ToolBook,
    pub saver: Saver,
    pub messages: Messages,
}

/// A session that follows a version.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Following {
    pub id: SessionId,
    pub held_on: Option<NaiveDate>,
    /// Its cycle and its name, when it is not the one that is shown.
    pub elsewhere: Option<(CycleId, String)>,
}

/// Every version that is known to these tables; none when what is delivered cannot be read.
pub fn versions_in(tables: &Tables) -> Vec<Curriculum> {
    delivered().map(|delivered| Curriculum::all(delivered, tables)).unwrap_or_default()
}

/// What a session may be said to follow.
pub fn named_versions(tables: &Tables) -> Named {
    versions_in(tables).into_iter().map(|version| (version.id.as_str().to_owned(), version.title)).collect()
}

impl Known {
    fn read() -> Result<Self, &'static ContentError> {
        let (delivered, objectives, cases, tools) = (delivered()?, objectives()?, cases()?, tool_book()?);
        let (saver, messages) = (Saver::expect(), Messages::expect());
        let read = move |tables: &Tables| Curriculum::all(delivered, tables).into_iter().map(Arc::new).collect();
        let versions = Memo::new(move |_| saver.state().with_tables(read));
        Ok(Self { versions, delivered, objectives, cases, tools, saver, messages })
    }

    /// What a version covers.
    pub fn coverage(self, version: &Curriculum) -> Coverage {
        let items = Items::of(self.objectives, self.cases.cases.len(), self.tools);
        Coverage::of(&version.day, self.objectives, &items)
    }

    /// A version, followed.
    pub fn version(self, id: &CurriculumId) -> Followed {
        let id = id.clone();
        Memo::new(move |_| self.versions.with(|versions| versions.iter().find(|version| version.id == id).cloned()))
    }

    /// A version as it is now, not followed; none once the page is left.
    pub fn version_now(self, id: &CurriculumId) -> Option<Arc<Curriculum>> {
        self.versions
            .try_with_untracked(|versions| versions.iter().find(|version| version.id == *id).cloned())
            .flatten()
    }

    /// The sessions that follow a version, by day, followed.
    pub fn following(self, id: &CurriculumId) -> Memo<Vec<Following>> {
        let id = id.clone();
        Memo::new(move |_| {
            let mut sessions = self.saver.state().with_tables(|tables| all(tables, SESSION_KIND, Session::from_record));
            sessions.retain(|session| session.curriculum.as_ref() == Some(&id));
            sessions.sort_by_key(|session| (session.held_on.is_none(), session.held_on));
            let shown = shown_cycle(self.saver.state(), clock::today());
            let cycles = self.saver.state().with_tables(Cycle::all);
            let following = |session: Session| {
                let cycle = session.cycle.filter(|cycle| Some(cycle) != shown.as_ref());
                let cycle = cycle.and_then(|id| cycles.iter().find(|cycle| cycle.id == id));
                let elsewhere = cycle.map(|cycle| (cycle.id.clone(), cycle_name(cycle)));
                Following { id: session.id, held_on: session.held_on, elsewhere }
            };
            sessions.into_iter().map(following).collect()
        })
    }

    /// What an act writes to a version as it is now; says why when it may not be written any more.
    pub fn changes(
        self,
        id: &CurriculumId,
        make: impl FnOnce(&Curriculum) -> Result<ChangeSet, NotWritable>,
    ) -> Option<ChangeSet> {
        let version = self.version_now(id)?;
        match make(&version) {
            Ok(changes) => Some(changes),
            Err(NotWritable) => {
                self.messages.done("Rien n’a été modifié", text::closed(&version).unwrap_or_default());
                None
            }
        }
    }

    /// Copies a version, then opens what is to say of the copy.
    pub fn copy(self, of: &CurriculumId) {
        let Some(version) = self.version_now(of) else { return };
        let drawn: Result<Vec<_>, _> =
            std::iter::repeat_with(identity::new_record_id).take(version.day.sequences.len() + 1).collect();
        let Ok(mut drawn) = drawn else {
            return self.messages.done("La version n’a pas pu être créée", "Rechargez la page, puis réessayez.");
        };
        // As many were drawn as are asked.
        let new = || drawn.pop().unwrap_or_else(|| version.id.0.clone());
        let (id, changes) = version.copy(&text::copy_title(&version.title), new);
        let (messages, asked_at) = (self.messages, location::hash());
        let to = TeachingRoute::Version(id, VersionPart::Edit).to_hash();
        self.saver.save_then(changes, move || {
            let body = "Donnez-lui un nom\u{a0}: l’originale n’a pas changé.";
            messages.done_then_go(&asked_at, "Version créée", body, &to);
        });
    }
}

/// Shows a page, or why it cannot be shown.
#[component]
pub fn Gate(
    /// The page.
    page: Callback<Known, AnyView>,
) -> impl IntoView {
    match Known::read() {
        Ok(known) => page.run(known),
        Err(error) => view! { <Unreadable error=error.clone() /> }.into_any(),
    }
}

/// The way back to the versions.
pub fn back() -> BackTo {
    BackTo::new(TeachingRoute::Versions, "Référentiel")
}

/// The way back to a version.
pub fn back_to(known: Known, id: &CurriculumId) -> BackTo {
    let title = known.version_now(id).map(|version| version.title.clone()).unwrap_or_default();
    BackTo::new(TeachingRoute::Version(id.clone(), VersionPart::Summary), title)
}

/// The page of a version, while it is here.
#[component]
pub fn OfVersion(
    /// What is known.
    known: Known,
    /// Which version.
    id: CurriculumId,
    /// Its page.
    page: Callback<Followed, AnyView>,
) -> impl IntoView {
    let version = known.version(&id);
    let is_here = Memo::new(move |_| version.with(Option::is_some));
    view! {
        <Show when=move || is_here.get() fallback=|| view! { <NotHere what="Cette version" /> }>
            {page.run(version)}
        </Show>
    }
}

/// What an address names is not here.
#[component]
pub fn NotHere(
    /// What one looked for: « Cette version ».
    what: &'static str,
) -> impl IntoView {
    view! {
        <Page title=format!("{what} n’est pas sur cet appareil") back=back()>
            <p>"L’adresse est ancienne, ou ce qu’elle désigne a été retiré. Rien d’autre n’est en cause."</p>
        </Page>
    }
}
