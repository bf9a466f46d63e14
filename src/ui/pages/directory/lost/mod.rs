//! What is known here of places that are in no edition any more: attached to the place they became, or erased.

mod erase;
mod row;

use super::sources::LoadFailure;
use crate::browser::pause::Breath;
use crate::domain::directory::collection::Directory;
use crate::domain::directory::local::model::PlaceLife;
use crate::domain::directory::local::review::{Proposing, sought};
use crate::domain::directory::place::Place;
use crate::domain::paging::Paging;
use crate::records::Key;
use crate::route::Route;
use crate::text::{format, local as text};
use crate::ui::components::{BackTo, Icon, Notice, Page, Pager, Pictogram, Tone};
use crate::ui::directory::{LoadedDirectory, Places};
use erase::{EraseDialog, Erasing};
use leptos::prelude::*;
use row::LostRow;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How many places a page shows.
const PAGE: usize = 10;

/// A place that another one may have become, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposed {
    pub place: Place,
    pub why: String,
}

/// What each may have become, by record.
type Proposals = BTreeMap<Key, Vec<Proposed>>;

/// How far the search of what a place may have become is.
#[derive(Clone, Debug, PartialEq)]
pub enum Search {
    /// There is no directory to look in.
    Nowhere,
    Running,
    Done(Vec<Proposed>),
}

/// How far the directory can be relied upon to say which places are gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reading {
    Running,
    /// Nothing can be read: that is said already.
    Failed,
    /// Some sources cannot be read: nobody knows which places of theirs are gone.
    InPart,
    Whole,
}

impl Reading {
    fn of(loaded: &LoadedDirectory) -> Self {
        match loaded {
            LoadedDirectory::Loading => Self::Running,
            LoadedDirectory::Failed(_) => Self::Failed,
            LoadedDirectory::Ready(directory) if directory.is_read_in_part() => Self::InPart,
            LoadedDirectory::Ready(_) | LoadedDirectory::None => Self::Whole,
        }
    }
}

/// The places to attach again.
#[component]
pub fn LostPage() -> impl IntoView {
    let known = Places::expect();
    let lost = Memo::new(move |_| known.lost());
    let sought =
        Memo::new(move |before: Option<&Vec<PlaceLife>>| lost.with(|lost| sought(before.map(Vec::as_slice), lost)));
    let proposals = LocalResource::new(move || {
        let (directory, sought) = (known.get().ready(), sought.get());
        async move {
            match directory {
                Some(directory) => Some(Arc::new(propose(&directory, &sought).await)),
                None => None,
            }
        }
    });
    let has_directory = Memo::new(move |_| !matches!(known.get(), LoadedDirectory::None));
    let search = move |key: &Key| match proposals.get().flatten().and_then(|found| found.get(key).cloned()) {
        _ if !has_directory.get() => Search::Nowhere,
        None => Search::Running,
        Some(proposed) => Search::Done(proposed),
    };
    let erasing = Erasing::new();
    let page = RwSignal::new(0);
    let paging = Signal::derive(move || Paging { total: lost.with(Vec::len), size: PAGE });
    let shown = move || {
        let rows = paging.get().rows(page.get());
        let keys = |lives: &[PlaceLife]| lives.iter().map(|life| life.key.clone()).collect::<Vec<_>>();
        lost.with(|lost| lost.get(rows).map(keys).unwrap_or_default())
    };
    // Followed: what another tab notes of a place shows, and is not erased unseen.
    let life_of = move |key: Key| {
        Memo::new(move |before: Option<&PlaceLife>| {
            let now = lost.with(|lost| lost.iter().find(|life| life.key == key).cloned());
            now.or_else(|| before.cloned()).unwrap_or_else(|| PlaceLife::empty(key.clone()))
        })
    };
    let reading = Memo::new(move |_| Reading::of(&known.get()));
    let sentence = move || match (reading.get(), lost.with(Vec::len)) {
        (Reading::Running, _) => "Lecture de l’annuaire…".to_owned(),
        (_, 0) => String::new(),
        (_, places) => format::count(format::number(places), "lieu à rattacher", "lieux à rattacher"),
    };
    let is_empty = move || reading.get() == Reading::Whole && lost.with(Vec::is_empty);
    view! {
        <Page
            title="Lieux à rattacher"
            lead="Vous avez noté quelque chose de ces lieux, et l’annuaire ne les décrit plus\u{a0}: dites quel lieu chacun est devenu, ou effacez ce qui en est noté."
            back=BackTo::new(Route::directory(), "Annuaire")
        >
            <LoadFailure />
            <p class="status-line" role="status">
                {sentence}
            </p>
            <Show when=move || reading.get() == Reading::InPart>
                <ReadInPart />
            </Show>
            <Show when=is_empty>
                <Nothing />
            </Show>
            <For each=shown key=Clone::clone let(key)>
                <LostRow life=life_of(key.clone()) search=Signal::derive(move || search(&key)) erasing />
            </For>
            <Pager paging page label="Pages des lieux à rattacher" />
            <EraseDialog erasing />
        </Page>
    }
}

/// Some of the directories cannot be read here.
#[component]
fn ReadInPart() -> impl IntoView {
    view! {
        <Notice tone=Tone::Caution title="Un annuaire de cet appareil ne peut pas être lu">
            <p>
                "Ce que vous avez noté de ses lieux est gardé\u{a0}: il ne se montre ici que si l’annuaire, une fois lu, ne les décrit plus. "
                <a href=Route::directory().to_hash()>"Voir les annuaires"</a>
            </p>
        </Notice>
    }
}

/// Everything is attached.
#[component]
fn Nothing() -> impl IntoView {
    view! {
        <div class="empty">
            <Pictogram icon=Icon::Check />
            <h2>"Aucun lieu à rattacher"</h2>
            <p>"Tout ce que vous avez noté se lit sur la fiche d’un lieu de l’annuaire."</p>
            <a class="button" href=Route::directory().to_hash()>
                "Revenir à l’annuaire"
            </a>
        </div>
    }
}

async fn propose(directory: &Directory, sought: &[PlaceLife]) -> Proposals {
    let mut breath = Breath::start();
    let mut proposing = Proposing::new(sought.iter().collect(), directory.imports().places());
    while proposing.read_next() {
        breath.take().await;
    }
    let mut proposals = Proposals::new();
    for unplaced in proposing.finish() {
        let proposed = unplaced.proposals.iter().map(|proposal| Proposed {
            place: directory.place(&proposal.place.id).unwrap_or(proposal.place).clone(),
            why: text::reasons(&proposal.reasons),
        });
        proposals.insert(unplaced.life.key.clone(), proposed.collect());
    }
    proposals
}
