//! The families of screens that arrive after the start, each as a piece of the program in a file of its own.
//!
//! In a release, `xtask post-build` moves each function below, and all that only it reaches, out of the first load. In
//! development the program is whole and nothing is waited for.

use super::{
    community, data, directory, ecosystem, evaluation, exercise, info, interview, programme, result, teaching,
};
use crate::browser::{dom, pause};
use crate::route::Route;
use crate::state::alone;
use crate::ui::components::{Notice, Page, Tone};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::SplitLoaderError;

/// The screen of an address, once its piece is here.
type Show = fn(Route) -> AnyView;

/// A function that gives a family's screens after fetching their piece.
macro_rules! piece {
    ($family:ident, $show:path) => {
        #[cfg(debug_assertions)]
        async fn $family() -> Result<Show, SplitLoaderError> {
            Ok($show)
        }

        #[cfg(not(debug_assertions))]
        #[leptos::wasm_split::wasm_split($family, wasm_split_path = ::leptos::wasm_split, fallible)]
        #[allow(unsafe_code, reason = "the macro declares what joins the pieces")]
        fn $family() -> Result<Show, SplitLoaderError> {
            Ok($show)
        }
    };
}

piece!(casework, show_casework);
piece!(places, show_places);
piece!(training, show_training);
piece!(upkeep, show_upkeep);

/// A family of screens that the first load leaves out. There are few: each more one multiplies the pieces that several
/// share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// Interviews and what they give.
    Casework,
    /// The directory and the local ecosystem.
    Places,
    /// What a training is made of.
    Training,
    /// The data, and how the application is used.
    Upkeep,
}

impl Family {
    const ALL: [Self; 4] = [Self::Casework, Self::Places, Self::Training, Self::Upkeep];

    /// The family of an address, unless the first load shows it.
    pub fn of(route: &Route) -> Option<Self> {
        match route {
            Route::Interviews
            | Route::NewInterview
            | Route::Interview(_)
            | Route::Step(..)
            | Route::Rules
            | Route::Result(_)
            | Route::PersonSheet(_)
            | Route::ProfessionalSheet(_) => Some(Self::Casework),
            Route::Directory(_)
            | Route::DirectoryImport
            | Route::DirectoryReplace(_)
            | Route::BaseMap
            | Route::Place(_)
            | Route::Lists
            | Route::List(_)
            | Route::Lost
            | Route::Ecosystem { .. }
            | Route::NewActor
            | Route::Actor(_)
            | Route::Missions
            | Route::Network
            | Route::ToComplete => Some(Self::Places),
            Route::Exercise(_)
            | Route::Programme(_)
            | Route::Community(_)
            | Route::Evaluation(_)
            | Route::Teaching(_) => Some(Self::Training),
            Route::Data
            | Route::Points
            | Route::Share
            | Route::ToCheck
            | Route::ToDelete
            | Route::EndOfSession
            | Route::Help
            | Route::Preferences
            | Route::Privacy
            | Route::Accessibility => Some(Self::Upkeep),
            Route::Home | Route::NotFound => None,
        }
    }

    async fn fetch(self) -> Result<Show, SplitLoaderError> {
        match self {
            Self::Casework => casework().await,
            Self::Places => places().await,
            Self::Training => training().await,
            Self::Upkeep => upkeep().await,
        }
    }
}

fn show_casework(route: Route) -> AnyView {
    match route {
        Route::Rules | Route::Result(_) | Route::PersonSheet(_) | Route::ProfessionalSheet(_) => result::show(route),
        _ => interview::show(route),
    }
}

fn show_places(route: Route) -> AnyView {
    match route {
        Route::Ecosystem { .. }
        | Route::NewActor
        | Route::Actor(_)
        | Route::Missions
        | Route::Network
        | Route::ToComplete => ecosystem::show(route),
        _ => directory::show(route),
    }
}

fn show_training(route: Route) -> AnyView {
    match route {
        Route::Exercise(_) => exercise::show(route),
        Route::Community(_) => community::show(route),
        Route::Evaluation(_) => evaluation::show(route),
        Route::Teaching(_) => teaching::show(route),
        _ => programme::show(route),
    }
}

fn show_upkeep(route: Route) -> AnyView {
    match route {
        Route::Help | Route::Preferences | Route::Privacy | Route::Accessibility => info::show(route),
        _ => data::show(route),
    }
}

/// How long the first screen is left alone before the pieces of the others are fetched.
const SETTLED_MS: i32 = 1_000;

/// Where a piece stands.
#[derive(Clone, Copy, Debug)]
enum Piece {
    /// Not asked for yet.
    Waiting,
    Coming,
    Here(Show),
    Missing,
}

/// Every piece of the program that the first load leaves out.
#[derive(Clone, Copy)]
pub struct Pieces {
    casework: RwSignal<Piece>,
    places: RwSignal<Piece>,
    training: RwSignal<Piece>,
    upkeep: RwSignal<Piece>,
}

impl Pieces {
    /// Fetches the piece of the present screen, then all the others while the person reads: the network may go away. The
    /// screen has the time to read what it shows first.
    pub fn fetch_all(present: Option<Family>) -> Self {
        let waiting = || RwSignal::new(Piece::Waiting);
        let pieces = Self { casework: waiting(), places: waiting(), training: waiting(), upkeep: waiting() };
        spawn_local(async move {
            if let Some(family) = present {
                pieces.fetch_waiting(family).await;
            }
            pause::millis(SETTLED_MS).await;
            for family in Family::ALL {
                pieces.fetch_waiting(family).await;
            }
            alone::fetch().await;
            dom::mark_whole();
        });
        pieces
    }

    const fn of(self, family: Family) -> RwSignal<Piece> {
        match family {
            Family::Casework => self.casework,
            Family::Places => self.places,
            Family::Training => self.training,
            Family::Upkeep => self.upkeep,
        }
    }

    /// Fetches a piece that nobody asked for yet.
    async fn fetch_waiting(self, family: Family) {
        if matches!(self.of(family).get_untracked(), Piece::Waiting) {
            self.fetch(family).await;
        }
    }

    /// Fetches a piece. That it comes is said at once, so that nobody else begins it too.
    fn fetch(self, family: Family) -> impl Future<Output = ()> {
        let piece = self.of(family);
        piece.set(Piece::Coming);
        async move {
            piece.set(match family.fetch().await {
                Ok(show) => Piece::Here(show),
                Err(_) => Piece::Missing,
            });
        }
    }

    fn retry(self, family: Family) {
        spawn_local(self.fetch(family));
    }
}

/// A screen of a family, as soon as its piece is here.
#[component]
pub fn Later(
    /// All the pieces.
    pieces: Pieces,
    /// The family of the address.
    family: Family,
    /// The address.
    route: Route,
) -> impl IntoView {
    let piece = pieces.of(family);
    // What did not arrive earlier, in the background, may arrive now; what nobody asked for yet is asked for.
    if matches!(piece.get_untracked(), Piece::Missing | Piece::Waiting) {
        pieces.retry(family);
    }
    move || match piece.get() {
        Piece::Here(show) => show(route.clone()),
        Piece::Waiting | Piece::Coming => view! { <Coming /> }.into_any(),
        Piece::Missing => view! { <Missing pieces family /> }.into_any(),
    }
}

/// The piece is on its way.
#[component]
fn Coming() -> impl IntoView {
    // The focus goes from this heading to the one that takes its place.
    on_cleanup(|| {
        if dom::heading_has_focus() {
            request_animation_frame(dom::focus_heading);
        }
    });
    view! {
        <Page title="Ouverture de la page…">
            <span></span>
        </Page>
    }
}

/// The piece did not arrive.
#[component]
fn Missing(
    /// All the pieces.
    pieces: Pieces,
    /// The family that is missing.
    family: Family,
) -> impl IntoView {
    let retry = move |_| {
        pieces.retry(family);
        request_animation_frame(dom::focus_heading);
    };
    view! {
        <Page title="Cette page n’a pas pu s’ouvrir">
            <Notice tone=Tone::Fault title="Une partie de Repères n’est pas arrivée">
                <p>
                    "La connexion est coupée, ou cette copie de Repères est abîmée. Vos données enregistrées dans ce navigateur sont intactes, et les autres pages restent utilisables."
                </p>
                <button type="button" class="button button--primary" on:click=retry>
                    "Réessayer"
                </button>
            </Notice>
        </Page>
    }
}
