//! The nearest fitting places of a kept orientation, and the one that was chosen.

use super::case::Case;
use super::commune::origin;
use super::place_option::PlaceOption;
use super::referral::{Chosen, heading};
use crate::browser::{clock, dom};
use crate::content::communes::communes;
use crate::domain::commune::InseeCode;
use crate::domain::directory::collection::Directory;
use crate::domain::directory::filter::PlaceFilter;
use crate::domain::directory::nearest::{FittingPlace, Request, nearest};
use crate::domain::directory::place::PlaceId;
use crate::domain::directory::query::{Around, Conditions, DirectoryQuery, Origin, RADIUS_KM};
use crate::domain::interview::change;
use crate::domain::interview::decision::Referral;
use crate::domain::interview::rulebook::Orientation;
use crate::route::Route;
use crate::text::directory::DISTANCE_NOTE;
use crate::text::nearby::{NearbyPlace, describe};
use crate::ui::components::{Icon, Pictogram};
use crate::ui::directory::{LoadedDirectory, Places};
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Places shown at first, and how many more each time.
const SHOWN: usize = 3;
const MORE: usize = 5;

/// Where to go for an orientation.
#[component]
pub fn Nearby(
    /// The case.
    case: Case,
    /// The orientation.
    orientation: &'static Orientation,
) -> impl IntoView {
    let Some(filter) = orientation.filter.as_ref() else {
        return view! { <p class="hint">"Aucun lieu de l’annuaire n’est à chercher pour cette orientation."</p> }
            .into_any();
    };
    let referral =
        Memo::new(move |_| case.interview.with(|interview| interview.referrals.get(&orientation.id).cloned()));
    let is_changing = RwSignal::new(false);
    let shows_list = move || referral.with(Option::is_none) || is_changing.get();
    let places = Places::expect();
    let list = move || match places.get() {
        LoadedDirectory::Loading => view! { <p class="hint">"Lecture de l’annuaire…"</p> }.into_any(),
        LoadedDirectory::None => view! { <NoDirectory /> }.into_any(),
        LoadedDirectory::Failed(_) => view! { <Unreadable places /> }.into_any(),
        LoadedDirectory::Ready(directory) => {
            view! { <Candidates case orientation filter directory is_changing /> }.into_any()
        }
    };
    view! {
        <div class="nearby stack">
            <h4 id=heading(orientation) tabindex="-1">"Où aller"</h4>
            <Chosen case orientation referral is_changing />
            <Show when=shows_list>{list}</Show>
        </div>
    }
    .into_any()
}

/// No directory has been imported.
#[component]
fn NoDirectory() -> impl IntoView {
    view! {
        <p>"Aucun annuaire n’est importé sur cet appareil\u{a0}: les lieux proches ne peuvent pas être proposés."</p>
        <p>
            <a class="button" href=Route::DirectoryImport.to_hash()>
                <Pictogram icon=Icon::Upload />
                "Importer un annuaire"
            </a>
        </p>
    }
}

/// The directory cannot be read.
#[component]
fn Unreadable(
    /// The directory of the page.
    places: Places,
) -> impl IntoView {
    view! {
        <p>"L’annuaire n’a pas pu être lu. L’entretien est intact."</p>
        <p>
            <button type="button" class="button" on:click=move |_| places.read_again()>"Lire à nouveau l’annuaire"</button>
        </p>
    }
}

/// The fitting places, the best and nearest first.
#[component]
fn Candidates(
    /// The case.
    case: Case,
    /// The orientation.
    orientation: &'static Orientation,
    /// What is looked for.
    filter: &'static PlaceFilter,
    /// The places known here.
    directory: Arc<Directory>,
    /// Another place is being chosen.
    is_changing: RwSignal<bool>,
) -> impl IntoView {
    let shown = RwSignal::new(SHOWN);
    let from = Arc::clone(&directory);
    // One more than shown, to know whether there is more.
    let start = Memo::new(move |_| case.interview.with(origin));
    let places = Places::expect();
    let found = Memo::new(move |_| {
        let verified = places.verified();
        fitting(filter, start.get().map(|commune| &commune.code), &from, &verified, shown.get() + 1)
    });
    let is_more = move || found.with(Vec::len) > shown.get();
    let prefix = format!("lieu-{}", orientation.id);
    let row_id = StoredValue::new(prefix);
    let rows = move || {
        let mut rows: Vec<(usize, NearbyPlace)> = found.get().into_iter().enumerate().collect();
        rows.truncate(shown.get());
        rows
    };
    let more = move |_| {
        let first_new = shown.get_untracked();
        shown.set(first_new + MORE);
        let first_new = row_id.with_value(|id| format!("{id}-{first_new}"));
        request_animation_frame(move || dom::focus_in_place(&first_new));
    };
    let choose = Callback::new(move |id: PlaceId| {
        let Some(place) = directory.place(&id) else { return };
        let source = directory.source_of(&id).map_or("", |source| source.name.as_str());
        let referral = Referral::to(place, source);
        case.act_then(
            |key| change::refer(key, &orientation.id, Some(&referral)),
            format!("Lieu choisi\u{a0}: {}", place.name),
            move || {
                is_changing.set(false);
                dom::focus_in_place(&heading(orientation));
            },
        );
    });
    let note = move || start.get().map(|commune| format!("{DISTANCE_NOTE} ({}).", commune.name));
    view! {
        <Show when=move || found.with(Vec::is_empty)>
            <NoneFits case />
        </Show>
        <Show when=move || found.with(|found| !found.is_empty())>
            <p class="hint">{note}</p>
        </Show>
        <ul role="list" class="nearby__places">
            <For each=rows key=|(_, place)| place.clone() let((index, place))>
                <PlaceOption id=row_id.with_value(|id| format!("{id}-{index}")) place choose />
            </For>
        </ul>
        <Show when=is_more>
            <p>
                <button type="button" class="button" on:click=more>
                    <span>
                        "Voir plus de lieux"
                        <span class="visually-hidden">"\u{a0}: " {orientation.title.as_str()}</span>
                    </span>
                </button>
            </p>
        </Show>
    }
}

fn fitting(
    filter: &PlaceFilter,
    origin: Option<&InseeCode>,
    directory: &Directory,
    verified: &BTreeSet<PlaceId>,
    limit: usize,
) -> Vec<NearbyPlace> {
    let Ok(content) = communes() else { return Vec::new() };
    let now = clock::now_local();
    let request = Request { filter, origin, communes: &content.communes, now, verified };
    let said = |found: &FittingPlace<'_>| {
        let source = directory.source_of(&found.place.id).map_or("", |source| source.name.as_str());
        describe(found, source, now)
    };
    nearest(directory.open_places(), request, limit).iter().map(said).collect()
}

/// No place of the directory fits.
#[component]
fn NoneFits(
    /// The case.
    case: Case,
) -> impl IntoView {
    let href = move || {
        let commune = case.interview.with(origin).map(|commune| commune.code.clone());
        let around = commune.map(|code| Around { from: Origin::Commune(code), radius_km: RADIUS_KM });
        let conditions = Conditions { around, ..Conditions::default() };
        Route::Directory(DirectoryQuery { conditions, ..DirectoryQuery::default() }).to_hash()
    };
    view! {
        <p>"Aucun lieu de l’annuaire ne correspond à cette orientation. Un lieu proche peut pourtant savoir où envoyer la personne."</p>
        <p>
            <a class="button" href=href>
                <Pictogram icon=Icon::Search />
                "Chercher dans l’annuaire"
            </a>
        </p>
    }
}
