//! What is known here of places that are in no edition any more: attached to the place they became, or erased.

mod erase;
mod row;

use super::sources::LoadFailure;
use crate::browser::pause::Breath;
use crate::domain::directory::collection::Directory;
use crate::domain::directory::local::lives::Lives;
use crate::domain::directory::local::model::PlaceLife;
use crate::domain::directory::local::review::{Proposing, lost};
use crate::domain::directory::place::Place;
use crate::domain::paging::Paging;
use crate::records::Key;
use crate::route::Route;
use crate::text::{format, local as text};
use crate::ui::components::{BackTo, Icon, Page, Pager, Pictogram};
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

/// The places to attach again.
#[component]
pub fn LostPage() -> impl IntoView {
    let known = Places::expect();
    let lost = Memo::new(move |_| known.lost());
    // What a place may have become depends on the directory alone: it is not sought again after each act.
    let proposals = LocalResource::new(move || {
        let directory = known.get().ready();
        let lives = untrack(|| known.lives());
        async move {
            match directory {
                Some(directory) => Some(Arc::new(propose(&directory, &lives).await)),
                None => None,
            }
        }
    });
    let erasing = Erasing::new();
    let page = RwSignal::new(0);
    let paging = Signal::derive(move || Paging { total: lost.with(Vec::len), size: PAGE });
    let shown = move || {
        let rows = paging.get().rows(page.get());
        lost.with(|lost| lost.get(rows).map(<[PlaceLife]>::to_vec).unwrap_or_default())
    };
    let is_read = Memo::new(move |_| !matches!(known.get(), LoadedDirectory::Loading));
    let sentence = move || match (is_read.get(), lost.with(Vec::len)) {
        (false, _) => "Lecture de l’annuaire…".to_owned(),
        (true, 0) => String::new(),
        (true, places) => format::count(format::number(places), "lieu à rattacher", "lieux à rattacher"),
    };
    let is_empty = move || is_read.get() && lost.with(Vec::is_empty);
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
            <Show when=is_empty>
                <Nothing />
            </Show>
            <For each=shown key=|life| life.key.clone() let(life)>
                <LostRow life=life.clone() proposed=Signal::derive(move || of(&proposals.get().flatten(), &life.key)) erasing />
            </For>
            <Pager paging page label="Pages des lieux à rattacher" />
            <EraseDialog erasing />
        </Page>
    }
}

/// None while they are being looked for.
fn of(proposals: &Option<Arc<Proposals>>, key: &Key) -> Option<Vec<Proposed>> {
    let proposals = proposals.as_ref()?;
    Some(proposals.get(key).cloned().unwrap_or_default())
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

async fn propose(directory: &Directory, lives: &Lives) -> Proposals {
    let mut breath = Breath::start();
    let mut proposing = Proposing::new(lost(lives, directory.imports()), directory.imports().places());
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
