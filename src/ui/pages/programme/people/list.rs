//! Everybody who may come: looked for, filtered, and handed over as a list.

use super::super::board::{Board, back};
use super::erasing::{EraseDialogs, Erasing, stay};
use super::list_table::PeopleTable;
use super::removed::RemovedPeople;
use super::restricted::RestrictedPeople;
use super::select::{Filter, Search};
use crate::browser::dom;
use crate::domain::paging::Paging;
use crate::domain::programme::roster::{At, Line, Priority, Query, Roster};
use crate::domain::programme::structure::StructureKind;
use crate::route::programme::ProgrammeRoute;
use crate::text::programme as words;
use crate::text::programme_people as text;
use crate::ui::components::{AfterPaint, Icon, Messages, Page, Pager, Pictogram, first_rows};
use crate::ui::hand_over::hand_over_now;
use crate::ui::people_memory::PeopleMemory;
use leptos::prelude::*;
use std::sync::Arc;

/// How many people a page of the list shows.
const PAGE: usize = 30;
/// How many of them are drawn before the page is first painted.
const FIRST: usize = 10;
/// The value of the filter that keeps people whose structure's kind nobody said.
const UNSAID: &str = "unsaid";

/// The identifier of the search.
const SEARCH: &str = "personnes-recherche";

/// What is looked for, read and followed.
fn query(asked: PeopleMemory) -> Query {
    let kind = asked.kind.with(|code| match code.as_str() {
        UNSAID => Some(None),
        code => StructureKind::from_code(code).map(Some),
    });
    Query {
        words: asked.words.get(),
        kind,
        priority: asked.priority.with(|code| nth(&Priority::ALL, code)),
        at: asked.at.with(|code| nth(&At::ALL, code)),
    }
}

/// The choice of a list that its number names.
fn nth<T: Copy>(all: &[T], code: &str) -> Option<T> {
    code.parse::<usize>().ok().and_then(|nth| all.get(nth)).copied()
}

fn numbered<T: Copy>(all: &[T], say: fn(T) -> &'static str) -> Vec<(String, String)> {
    all.iter().enumerate().map(|(nth, one)| (nth.to_string(), say(*one).to_owned())).collect()
}

/// The people.
#[component]
pub fn PeoplePage(
    /// The cycle.
    board: Board,
) -> impl IntoView {
    let is_empty = Memo::new(move |_| board.programme.with(|programme| programme.people.is_empty()));
    let (erasing, messages) = (Erasing::new(), Messages::expect());
    view! {
        <Page
            title="Personnes"
            lead="Qui peut venir en formation, qui a une place, qui a été formé."
            back=back()
        >
            <Show when=move || !is_empty.get() fallback=|| view! { <Empty /> }>
                <Ways />
                <People board />
            </Show>
            <ul class="stack stack--tight">
                <li>
                    <a href=ProgrammeRoute::Structures.to_hash()>"Les structures qui envoient des personnes"</a>
                </li>
                <li>
                    <a href=ProgrammeRoute::Trainers.to_hash()>"L’équipe de formation"</a>
                </li>
            </ul>
            <AfterPaint>
                <RestrictedPeople board erasing />
                <RemovedPeople erasing />
            </AfterPaint>
            // Beside what goes away with the last of them.
            <EraseDialogs erasing then=stay(messages) />
        </Page>
    }
}

/// Adding somebody, or a whole list.
#[component]
fn Ways() -> impl IntoView {
    view! {
        <p class="row">
            <a class="button button--primary" href=ProgrammeRoute::NewPerson.to_hash()>
                <Pictogram icon=Icon::Plus />
                "Ajouter une personne"
            </a>
            <a class="button" href=ProgrammeRoute::ImportPeople.to_hash()>
                <Pictogram icon=Icon::Upload />
                "Importer une liste"
            </a>
        </p>
    }
}

/// What will be here, and how to fill it.
#[component]
fn Empty() -> impl IntoView {
    view! {
        <div class="empty">
            <Pictogram icon=Icon::Person />
            <h2>"Personne pour l’instant"</h2>
            <p>
                "Vous retrouverez ici les professionnelles et professionnels à former, leur structure, leur priorité et leur place dans une session."
            </p>
            <Ways />
        </div>
    }
}

/// The search, and who answers it.
#[component]
fn People(
    /// The cycle.
    board: Board,
) -> impl IntoView {
    let asked = PeopleMemory::expect();
    let roster = Memo::new(move |_| board.programme.with(|programme| Arc::new(Roster::of(programme))));
    let found = Memo::new(move |_| {
        let query = query(asked);
        roster.with(|roster| Arc::new(roster.found(&query)))
    });
    let paging = Signal::derive(move || Paging { total: found.with(|found| found.len()), size: PAGE });
    let sentence = move || text::found(found.with(|found| found.len()), roster.with(|roster| roster.lines.len()));
    let shown = Signal::derive(move || {
        let rows = paging.get().rows(asked.page.get());
        found.with(|found| found.get(rows).map(<[Arc<Line>]>::to_vec).unwrap_or_default())
    });
    let show_all = move |_| {
        asked.forget();
        dom::focus(SEARCH);
    };
    let kinds = StructureKind::all().map(|kind| (kind.code().to_owned(), words::structure_kind(kind).to_owned()));
    let kinds = kinds.chain([(UNSAID.to_owned(), "Type à compléter".to_owned())]).collect();
    view! {
        <section class="stack" aria-labelledby="liste">
            <h2 id="liste" class="visually-hidden">
                "La liste"
            </h2>
            <form class="inputs-row screen-only" role="search" on:submit=|event| event.prevent_default()>
                <Search id=SEARCH label="Nom ou structure" value=asked.words page=asked.page />
                <Filter
                    id="personnes-type"
                    label="Type de structure"
                    all="Tous les types"
                    options=kinds
                    value=asked.kind
                    page=asked.page
                />
                <Filter
                    id="personnes-priorite"
                    label="Priorité"
                    all="Toutes"
                    options=numbered(&Priority::ALL, text::priority)
                    value=asked.priority
                    page=asked.page
                />
                <Filter
                    id="personnes-place"
                    label="Place dans le cycle"
                    all="Toutes"
                    options=numbered(&At::ALL, text::at)
                    value=asked.at
                    page=asked.page
                />
            </form>
            <div class="row row--between">
                <p class="status-line" role="status">
                    {sentence}
                </p>
                <Show when=move || asked.is_any()>
                    <button type="button" class="button button--plain screen-only" on:click=show_all>
                        "Afficher tout le monde"
                    </button>
                </Show>
                <Export board found />
            </div>
            <Show when=move || found.with(|found| !found.is_empty())>
                <PeopleTable board lines=first_rows(shown, FIRST) />
            </Show>
            <Pager paging page=asked.page label="Pages des personnes" />
        </section>
    }
}

/// The list that is shown, as a file.
#[component]
fn Export(
    /// The cycle.
    board: Board,
    /// Who is in it.
    found: Memo<Arc<Vec<Arc<Line>>>>,
) -> impl IntoView {
    let messages = Messages::expect();
    let export = move |_| {
        let table = found.with_untracked(|found| text::table(&board.now(), board.communes, found));
        hand_over_now(messages, &text::file_name(board.today), "text/csv", &table.to_csv());
    };
    view! {
        <button type="button" class="button screen-only" on:click=export>
            <Pictogram icon=Icon::Download />
            "Enregistrer cette liste (CSV)"
        </button>
    }
}
