//! Everything to check, record by record.

use super::desk::{Desk, DoneLine};
use super::removed::RemovedCard;
use super::unreadable::UnreadableCard;
use super::values::ValuesCard;
use crate::content::ecosystem::ecosystem;
use crate::domain::curriculum::forms::sequence;
use crate::domain::curriculum::sequence::{SEQUENCE_KIND, SequenceId};
use crate::domain::curriculum::version::{CURRICULUM_KIND, CurriculumId};
use crate::domain::directory::edition::DIRECTORY_KIND;
use crate::domain::directory::local::identity::PLACE_KIND;
use crate::domain::directory::local::list::PLACE_LIST_KIND;
use crate::domain::dispute::{Dispute, What};
use crate::domain::ecosystem::contact::CONTACT_KIND;
use crate::domain::ecosystem::model::{ACTOR_KIND, ACTOR_LINK_KIND, ActorId};
use crate::domain::interview::decode;
use crate::domain::interview::flow::Step;
use crate::domain::interview::model::KIND;
use crate::domain::map::base_map::BASE_MAP_KIND;
use crate::domain::network::card::{CARD_KIND, CardId};
use crate::domain::network::oriented::ORIENTED_KIND;
use crate::domain::network::pairs::PAIRS_KIND;
use crate::domain::paging::Paging;
use crate::domain::programme::id::{SESSION_FIELD, read};
use crate::domain::retention::SETTINGS_KIND;
use crate::domain::title::title;
use crate::records::{Key, Record};
use crate::route::community::CommunityRoute;
use crate::route::programme::ProgrammeRoute;
use crate::route::teaching::{TeachingRoute, VersionPart};
use crate::route::{Return, Route};
use crate::state::AppState;
use crate::text::dispute as text;
use crate::ui::components::{BackTo, Icon, Page, Pager, Pictogram};
use crate::ui::directory::Places;
use leptos::prelude::*;
use std::sync::Arc;

/// How many disputes a page shows.
const PAGE: usize = 20;

/// What people disagree on, and what cannot be read.
#[component]
pub fn ToCheckPage() -> impl IntoView {
    let desk = Desk::open();
    let page = RwSignal::new(0);
    let paging = Signal::derive(move || Paging { total: desk.listed.with(Vec::len), size: PAGE });
    let rows = Memo::new(move |_| {
        let range = paging.get().rows(page.get());
        desk.listed.with(|listed| listed.get(range).map(<[_]>::to_vec).unwrap_or_default())
    });
    let keys = Memo::new(move |_| {
        let mut keys: Vec<Key> = rows.with(|rows| rows.iter().map(|dispute| dispute.key.clone()).collect());
        keys.dedup();
        keys
    });
    let is_empty = move || paging.get().total == 0;
    let total = move || text::total(paging.get().total);
    view! {
        <Page
            title="À vérifier"
            lead="Ce que des postes ont écrit différemment sans se voir, et ce que cette version ne sait pas lire\u{a0}: rien n’est perdu tant que vous n’avez pas choisi."
            back=BackTo::new(Route::Data, "Données")
        >
            <DoneLine desk />
            <Show when=move || !is_empty() fallback=|| view! { <Nothing /> }>
                <p class="status-line">{total}</p>
                <For each=move || keys.get() key=Key::clone let(key)>
                    <RecordDisputes desk key rows />
                </For>
                <Pager paging page label="Pages de ce qui est à vérifier" />
            </Show>
        </Page>
    }
}

/// Nothing is disputed.
#[component]
fn Nothing() -> impl IntoView {
    view! {
        <div class="empty">
            <Pictogram icon=Icon::Check />
            <h2>"Rien à vérifier"</h2>
            <p>
                "Quand un fichier importé dit autre chose que cet appareil, les deux valeurs apparaissent ici, avec le poste et la date de chacune."
            </p>
            <a class="button" href=Route::Data.to_hash()>
                "Revenir aux données"
            </a>
        </div>
    }
}

/// The disputes of one record, under its name.
#[component]
fn RecordDisputes(
    /// The disputes of the page.
    desk: Desk,
    /// The record.
    key: Key,
    /// What this page of the list shows.
    rows: Memo<Vec<Arc<Dispute>>>,
) -> impl IntoView {
    let record = AppState::expect().record(key.clone());
    let heading = format!("dossier-{key}");
    let places = Places::expect();
    let known = key.clone();
    let route = Memo::new(move |_| record.with(|record| route(&known, record.as_deref(), places)));
    let of_record = {
        let key = key.clone();
        move || rows.with(|rows| rows.iter().filter(|dispute| dispute.key == key).cloned().collect::<Vec<_>>())
    };
    let name = Memo::new(move |_| record.with(|record| name(&key, record.as_deref())));
    let title = move || match route.get() {
        Some(route) => view! { <a href=route.to_hash()>{name}</a> }.into_any(),
        None => view! { <span class="breakable">{name}</span> }.into_any(),
    };
    view! {
        <article class="stack" aria-labelledby=heading.clone()>
            <h2 id=heading.clone()>{title}</h2>
            <For each=of_record key=Arc::clone let(dispute)>
                <Card desk dispute />
            </For>
        </article>
    }
}

/// One dispute.
#[component]
fn Card(
    /// The disputes of the page.
    desk: Desk,
    /// This one.
    dispute: Arc<Dispute>,
) -> impl IntoView {
    match &dispute.what {
        What::Values(_) => view! { <ValuesCard desk dispute /> }.into_any(),
        What::Removed { .. } => view! { <RemovedCard desk dispute /> }.into_any(),
        What::Unreadable { .. } => view! { <UnreadableCard desk dispute /> }.into_any(),
    }
}

fn name(key: &Key, record: Option<&Record>) -> String {
    let label = record.and_then(decode::label);
    let title = record.and_then(|record| title(key.kind.as_str(), record)).or_else(|| delivered_actor(key));
    text::record(key.kind.as_str(), key.id.as_str(), label.as_ref(), title.as_deref())
}

/// What a record corrects, when it does not say its name.
fn delivered_actor(key: &Key) -> Option<String> {
    let id = ActorId::from(key.id.clone());
    let is_actor = key.kind.as_str() == ACTOR_KIND;
    Some(ecosystem().ok()?.actor(&id).filter(|_| is_actor)?.name.clone())
}

/// Where the record is shown; a kind that this version does not know is shown nowhere.
fn route(key: &Key, record: Option<&Record>, places: Places) -> Option<Route> {
    match key.kind.as_str() {
        KIND => Some(Route::Step(key.id.clone(), Step::Check, Return::Flow)),
        DIRECTORY_KIND => Some(Route::directory()),
        BASE_MAP_KIND => Some(Route::BaseMap),
        SETTINGS_KIND => Some(Route::ToDelete),
        ACTOR_KIND => Some(Route::Actor(ActorId::from(key.id.clone()))),
        CONTACT_KIND => Some(Route::ToComplete),
        ACTOR_LINK_KIND => Some(Route::Network),
        PLACE_KIND => Some(places.place_of(key).map_or(Route::Lost, Route::Place)),
        PLACE_LIST_KIND => Some(Route::List(key.id.clone())),
        CARD_KIND => Some(CommunityRoute::Card(CardId(key.id.clone())).into()),
        PAIRS_KIND => Some(CommunityRoute::Pairs.into()),
        ORIENTED_KIND => Some(CommunityRoute::Oriented.into()),
        CURRICULUM_KIND => Some(TeachingRoute::Version(CurriculumId(key.id.clone()), VersionPart::Summary).into()),
        SEQUENCE_KIND => {
            let part = VersionPart::Sequence(SequenceId(key.id.clone()));
            Some(TeachingRoute::Version(read(record?, sequence::CURRICULUM)?, part).into())
        }
        _ => {
            let in_session = || ProgrammeRoute::of_part(key, read(record?, SESSION_FIELD)?);
            ProgrammeRoute::of_record(key).or_else(in_session).map(Route::Programme)
        }
    }
}
