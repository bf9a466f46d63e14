//! What these screens read from: the actors delivered, with what people wrote.

use crate::content::ecosystem::ecosystem;
use crate::domain::ecosystem::catalogue::Catalogue;
use crate::domain::ecosystem::known::{Ecosystem, KnownActor};
use crate::domain::ecosystem::model::{ActorId, Mission};
use crate::route::Route;
use crate::state::AppState;
use crate::ui::components::{BackTo, Notice, Page, Tone};
use leptos::prelude::*;
use std::sync::Arc;

/// Everything known of the ecosystem, followed.
#[derive(Clone, Copy)]
pub struct Known {
    pub catalogue: &'static Catalogue,
    ecosystem: Memo<Arc<Ecosystem>>,
}

impl Known {
    /// What is known of these actors, followed.
    pub fn of(catalogue: &'static Catalogue) -> Self {
        let state = AppState::expect();
        let ecosystem = Memo::new(move |_| state.with_tables(|tables| Arc::new(Ecosystem::of(catalogue, tables))));
        Self { catalogue, ecosystem }
    }

    /// Reads, following changes.
    pub fn with<T>(self, read: impl FnOnce(&Ecosystem) -> T) -> T {
        self.ecosystem.with(|ecosystem| read(ecosystem))
    }

    /// Reads what is known now.
    pub fn with_now<T>(self, read: impl FnOnce(&Ecosystem) -> T) -> T {
        self.ecosystem.with_untracked(|ecosystem| read(ecosystem))
    }

    /// One actor, followed; none when it is not known here.
    pub fn actor(self, id: ActorId) -> Memo<Option<KnownActor>> {
        Memo::new(move |_| self.with(|ecosystem| ecosystem.actor(&id).cloned()))
    }

    /// What a mission is called.
    pub fn mission(self, mission: Mission) -> &'static str {
        self.catalogue.mission(mission)
    }
}

/// The address of the list, with nothing looked for.
pub fn list() -> Route {
    Route::Ecosystem { query: String::new(), mission: None }
}

/// The way back to the list.
pub fn back() -> BackTo {
    BackTo::new(list(), "Qui fait quoi")
}

/// Shows a screen, or says that the actors delivered cannot be read: a fault of the program.
pub fn with_known(screen: impl FnOnce(Known) -> AnyView) -> AnyView {
    match ecosystem() {
        Ok(catalogue) => screen(Known::of(catalogue)),
        Err(error) => view! {
            <Page title="Les acteurs ne peuvent pas être lus">
                <Notice tone=Tone::Fault title="Cette version de Repères est incomplète">
                    <p>
                        "Vos données sont intactes. Rechargez la page ; si l’échec se répète, exportez vos données et installez une autre version."
                    </p>
                    <p class="hint">{error.to_string()}</p>
                </Notice>
            </Page>
        }
        .into_any(),
    }
}
