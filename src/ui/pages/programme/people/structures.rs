//! The structures that send people: which were contacted, invited, reminded, and what came of it.

use super::super::board::{Board, back};
use super::removed::RemovedOf;
use super::select::{Filter, Search};
use super::structure_acts::NextStep;
use crate::domain::paging::Paging;
use crate::domain::programme::id::{STRUCTURE_KIND, text as text_of};
use crate::domain::programme::mobilisation::{Approach, Wanted, found};
use crate::domain::programme::structure::{Mobilised, StructureKind, field};
use crate::route::programme::ProgrammeRoute;
use crate::text::programme as words;
use crate::text::programme_structures as text;
use crate::ui::components::{Icon, Page, Pager, Pictogram};
use leptos::prelude::*;
use std::sync::Arc;

/// How many structures a page of the board shows.
const PAGE: usize = 30;
/// The values of two filters that are no state and no kind.
const TO_REMIND: &str = "to_remind";
const UNSAID: &str = "unsaid";
const STATES: [Mobilised; 5] =
    [Mobilised::NotYet, Mobilised::Contacted, Mobilised::Invited, Mobilised::Reminded, Mobilised::Taking];

/// The board.
#[component]
pub fn StructuresPage(
    /// The cycle.
    board: Board,
) -> impl IntoView {
    let all = Memo::new(move |_| board.programme.with(|programme| Arc::new(programme.approaches())));
    let is_empty = Memo::new(move |_| all.with(|all| all.is_empty()));
    view! {
        <Page title="Structures" lead="Contacter, inviter, relancer, et voir qui envoie des personnes." back=back()>
            <Show when=move || !is_empty.get() fallback=|| view! { <Empty /> }>
                <p>
                    <NewLink />
                </p>
                <Structures board all />
            </Show>
            <RemovedOf
                kind=STRUCTURE_KIND
                name=|record| text_of(record, field::NAME)
                summary=text::removed
                pages="Pages des structures supprimées"
            />
        </Page>
    }
}

#[component]
fn NewLink() -> impl IntoView {
    view! {
        <a class="button button--primary" href=ProgrammeRoute::NewStructure.to_hash()>
            <Pictogram icon=Icon::Plus />
            "Ajouter une structure"
        </a>
    }
}

/// What will be here, and how to fill it.
#[component]
fn Empty() -> impl IntoView {
    view! {
        <div class="empty">
            <Pictogram icon=Icon::Pin />
            <h2>"Aucune structure pour l’instant"</h2>
            <p>"Vous retrouverez ici chaque structure, par type, avec les contacts pris et les places proposées."</p>
            <NewLink />
        </div>
    }
}

/// The search, and the structures that answer.
#[component]
fn Structures(
    /// The cycle.
    board: Board,
    /// All of them.
    all: Memo<Arc<Vec<Approach>>>,
) -> impl IntoView {
    let blank = || RwSignal::new(String::new());
    let (typed, kind, state, page) = (blank(), blank(), blank(), RwSignal::new(0));
    let shown = Memo::new(move |_| {
        let wanted = Wanted {
            words: typed.get(),
            kind: kind.with(|code| match code.as_str() {
                UNSAID => Some(None),
                code => StructureKind::from_code(code).map(Some),
            }),
            state: state.with(|code| code.parse::<usize>().ok().and_then(|nth| STATES.get(nth)).copied()),
            to_remind: state.with(|code| (code == TO_REMIND).then_some(board.today)),
        };
        all.with(|all| found(all, &wanted))
    });
    let paging = Signal::derive(move || Paging { total: shown.with(Vec::len), size: PAGE });
    let rows = Signal::derive(move || {
        let rows = paging.get().rows(page.get());
        shown.with(|shown| shown.get(rows).map(<[Approach]>::to_vec).unwrap_or_default())
    });
    let sentence = move || text::found(shown.with(Vec::len), all.with(|all| all.len()));
    let kinds = StructureKind::all().map(|kind| (kind.code().to_owned(), words::structure_kind(kind).to_owned()));
    let kinds = kinds.chain([(UNSAID.to_owned(), "Type à compléter".to_owned())]).collect();
    let states = STATES.iter().enumerate().map(|(nth, one)| (nth.to_string(), words::mobilised(*one).to_owned()));
    let states = [(TO_REMIND.to_owned(), "À relancer".to_owned())].into_iter().chain(states).collect();
    view! {
        <form class="inputs-row screen-only" role="search" on:submit=|event| event.prevent_default()>
            <Search id="structures-recherche" label="Nom de la structure" value=typed page />
            <Filter
                id="structures-type"
                label="Type de structure"
                all="Tous les types"
                options=kinds
                value=kind
                page
            />
            <Filter id="structures-etat" label="État" all="Tous" options=states value=state page />
        </form>
        <p class="status-line" role="status">
            {sentence}
        </p>
        <Show when=move || shown.with(|shown| !shown.is_empty())>
            <Table board rows />
        </Show>
        <Pager paging page label="Pages des structures" />
    }
}

/// The structures of a page, kind by kind.
#[component]
fn Table(
    /// The cycle.
    board: Board,
    /// Those shown.
    rows: Signal<Vec<Approach>>,
) -> impl IntoView {
    let groups = Memo::new(move |_| {
        let same = |one: &Approach, other: &Approach| one.structure.kind == other.structure.kind;
        rows.with(|rows| rows.chunk_by(same).map(<[Approach]>::to_vec).collect::<Vec<_>>())
    });
    let group = move |rows: &Vec<Approach>| rows.first().and_then(|one| one.structure.kind);
    view! {
        <div class="table-scroll" role="region" aria-label="Tableau des structures" tabindex="0">
            <table class="table structures">
                <caption>"Les structures, par type"</caption>
                <thead>
                    <tr>
                        <th scope="col">"Structure"</th>
                        <th scope="col">"Contact"</th>
                        <th scope="col">"État"</th>
                        <th scope="col">"Places"</th>
                        <th scope="col" class="screen-only">
                            "Noter un contact"
                        </th>
                    </tr>
                </thead>
                <For each=move || groups.get() key=group let(rows)>
                    <Group board kind=group(&rows) all=groups.into() />
                </For>
            </table>
        </div>
    }
}

/// The structures of a kind.
#[component]
fn Group(
    /// The cycle.
    board: Board,
    /// The kind.
    kind: Option<StructureKind>,
    /// Every group, followed.
    all: Signal<Vec<Vec<Approach>>>,
) -> impl IntoView {
    let rows = move || {
        let is_it = |rows: &Vec<Approach>| rows.first().is_some_and(|one| one.structure.kind == kind);
        all.with(|all| all.iter().find(|rows| is_it(rows)).cloned().unwrap_or_default())
    };
    view! {
        <tbody>
            <tr>
                <th scope="rowgroup" colspan="5" class="structures__kind">
                    {kind.map_or("Type à compléter", words::structure_kind)}
                </th>
            </tr>
            // A row is known by its structure alone: the button just pressed keeps the focus.
            <For each=rows key=|one| one.structure.id.clone() let(one)>
                <Row board first=one all />
            </For>
        </tbody>
    }
}

/// One structure.
#[component]
fn Row(
    /// The cycle.
    board: Board,
    /// As it was when it came.
    first: Approach,
    /// Every group, followed.
    all: Signal<Vec<Vec<Approach>>>,
) -> impl IntoView {
    let id = first.structure.id.clone();
    let to_note = id.clone();
    let one = Memo::new(move |before: Option<&Approach>| {
        let found = all.with(|all| all.iter().flatten().find(|one| one.structure.id == first.structure.id).cloned());
        // Filtered out while it is shown: the list changes in the same breath.
        found.or_else(|| before.cloned()).unwrap_or_else(|| first.clone())
    });
    let name = move || one.with(|one| one.structure.name.clone());
    let commune = move || {
        let code = one.with(|one| one.structure.commune.clone())?;
        board.communes.by_code(&code).map(|commune| commune.name.clone())
    };
    let contact = move || {
        one.with(|one| {
            let of = &one.structure;
            [&of.contact, &of.phone, &of.email]
                .map(Clone::clone)
                .into_iter()
                .filter(|it| !it.is_empty())
                .collect::<Vec<_>>()
        })
    };
    let lines = move || {
        let lines = contact().into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
        (!lines.is_empty()).then(|| view! { <ul role="list" class="breakable">{lines}</ul> })
    };
    let chip = move || match one.with(|one| one.state) {
        Mobilised::NotYet => "chip chip--plain",
        _ => "chip",
    };
    let structure = Signal::derive(move || one.with(|one| (Arc::clone(&one.structure), one.taken)));
    let remind = move || one.with(|one| text::to_remind(one.remind_from, board.today));
    view! {
        <tr>
            <th scope="row">
                <a href=ProgrammeRoute::Structure(id).to_hash()>{name}</a>
                <span class="hint people__kind">{commune}</span>
            </th>
            <td>{lines}</td>
            <td>
                <span class=chip>{move || words::mobilised(one.with(|one| one.state))}</span>
                <span class="hint people__why">{move || one.with(|one| text::last_act(&one.structure))}</span>
                {move || remind().map(|said| view! { <span class="chip chip--caution">{said}</span> })}
            </td>
            <td>{move || one.with(|one| text::seats(one.structure.seats, one.taken))}</td>
            <td class="screen-only">
                <NextStep board id=to_note structure />
            </td>
        </tr>
    }
}
