//! The sessions of the cycle, by day.

use super::super::board::{Board, back};
use super::super::people::Filter;
use super::ics::IcsButton;
use crate::domain::paging::Paging;
use crate::domain::programme::id::{CYCLE_FIELD, SESSION_KIND, read};
use crate::domain::programme::session::Session;
use crate::records::{ChangeSet, DELETED, Key};
use crate::route::programme::{ProgrammeRoute, SessionPart};
use crate::text::programme_calendar as of_calendar;
use crate::text::programme_sessions::{self as text, Row};
use crate::ui::components::{Icon, Page, Pager, Pictogram};
use crate::ui::removed::{Removed, Restorable};
use leptos::prelude::*;

/// How many sessions are shown at once.
const PAGE: usize = 50;

/// Every session.
#[component]
pub fn SessionsPage(
    /// The cycle.
    board: Board,
) -> impl IntoView {
    let is_empty = Memo::new(move |_| board.programme.with(|programme| programme.sessions.is_empty()));
    view! {
        <Page title="Sessions" lead="Chaque journée de formation\u{a0}: quand, où, avec qui, et ce qui reste à régler." back=back()>
            <Show when=move || !is_empty.get() fallback=|| view! { <Empty /> }>
                <div class="row screen-only">
                    <NewLink />
                    <a class="button" href=ProgrammeRoute::Calendar(None).to_hash()>
                        <Pictogram icon=Icon::Calendar />
                        "Voir le calendrier"
                    </a>
                    <IcsButton board only=None />
                </div>
                <LeftOut board />
                <Sessions board />
            </Show>
            <RemovedSessions board />
        </Page>
    }
}

#[component]
fn NewLink() -> impl IntoView {
    view! {
        <a class="button button--primary" href=ProgrammeRoute::NewSession.to_hash()>
            <Pictogram icon=Icon::Plus />
            "Ajouter une session"
        </a>
    }
}

/// What will be here, and how to fill it.
#[component]
fn Empty() -> impl IntoView {
    view! {
        <div class="empty">
            <Pictogram icon=Icon::Calendar />
            <h2>"Aucune session pour l’instant"</h2>
            <p>
                "Chaque session est une journée\u{a0}: donnez ce que vous savez déjà, le jour ou le lieu peuvent attendre. La suivante se prépare à partir de la première."
            </p>
            <NewLink />
        </div>
    }
}

/// The sessions that no calendar can hold.
#[component]
fn LeftOut(
    /// The cycle.
    board: Board,
) -> impl IntoView {
    let left_out = move || {
        let is_out = |session: &Session| session.held_on.is_none() || session.hours.span().is_none();
        let number = board.programme.with(|programme| programme.sessions.iter().filter(|one| is_out(one)).count());
        of_calendar::left_out(number).map(|words| format!("Fichier de calendrier\u{a0}: {words}"))
    };
    view! { {move || left_out().map(|words| view! { <p class="hint screen-only">{words}</p> })} }
}

/// The sessions, page by page: the first page shown is that of the next session.
#[component]
fn Sessions(
    /// The cycle.
    board: Board,
) -> impl IntoView {
    let all = Memo::new(move |_| board.programme.with(|programme| text::rows(programme, board.communes)));
    let state = RwSignal::new(String::new());
    let rows = Memo::new(move |_| {
        let mut rows = all.get();
        state.with(|state| rows.retain(|row| state.is_empty() || row.state == state));
        rows
    });
    let states = text::states().map(|state| (state.to_owned(), state.to_owned())).to_vec();
    let paging = Signal::derive(move || Paging { total: rows.with(Vec::len), size: PAGE });
    let is_to_come = |row: &Row| row.held_on.is_none_or(|on| on >= board.today);
    let next = rows.with_untracked(|rows| rows.iter().position(is_to_come).unwrap_or(rows.len().saturating_sub(1)));
    let page = RwSignal::new(next / PAGE);
    let shown = move || {
        let range = paging.get().rows(page.get());
        rows.with(|rows| rows.get(range).unwrap_or_default().to_vec())
    };
    view! {
        <div class="screen-only">
            <Filter id="sessions-etat" label="État" all="Tous" options=states value=state page />
        </div>
        <p role="status">{move || text::found(rows.with(Vec::len), all.with(Vec::len))}</p>
        <div class="table-scroll" tabindex="0" role="region" aria-label="Tableau des sessions">
            <table class="table listed sessions">
                <caption class="visually-hidden">"Sessions du cycle, par jour"</caption>
                <thead>
                    <tr>
                        <th scope="col">"Session"</th>
                        <th scope="col">"Jour"</th>
                        <th scope="col">"Lieu"</th>
                        <th scope="col">"Animation"</th>
                        <th scope="col">"Places"</th>
                        <th scope="col">"État"</th>
                    </tr>
                </thead>
                <tbody>
                    <For each=shown key=Row::clone let(row)>
                        <SessionRow row />
                    </For>
                </tbody>
            </table>
        </div>
        <Pager paging page label="Pages des sessions" />
    }
}

/// A session: each cell can be read alone, as on a telephone.
#[component]
fn SessionRow(
    /// What is said of it.
    row: Row,
) -> impl IntoView {
    let to = ProgrammeRoute::Session(row.id, SessionPart::Summary).to_hash();
    let fit = (!row.fit.is_empty()).then(|| view! { <p class="hint">{row.fit}</p> });
    let warnings = row.warnings.into_iter();
    let warnings =
        warnings.map(|warning| view! { <li><span class="chip chip--caution">"À vérifier"</span> " " {warning}</li> });
    let warnings: Vec<_> = warnings.collect();
    let warnings = (!warnings.is_empty()).then(|| view! { <ul role="list">{warnings}</ul> });
    view! {
        <tr class:session--cancelled=row.is_cancelled>
            <th scope="row">
                <a href=to>{row.name}</a>
            </th>
            <td>{row.when}</td>
            <td>{row.place}</td>
            <td>{row.trainers}</td>
            <td>{row.seats} {fit}</td>
            <td class="session__status">{row.status} {warnings}</td>
        </tr>
    }
}

/// The sessions of this cycle that were removed, and may be put back.
#[component]
fn RemovedSessions(
    /// The cycle.
    board: Board,
) -> impl IntoView {
    let removed = Memo::new(move |_| {
        let cycle = board.programme.with(|programme| programme.cycle.id.clone());
        board.saver.state().with_tables(|tables| {
            let of_kind = tables
                .iter()
                .filter(|(kind, _, record)| kind.as_str() == SESSION_KIND && record.is_deleted() && !record.erased);
            let of_cycle = of_kind.filter(|(_, _, record)| read(record, CYCLE_FIELD).as_ref() == Some(&cycle));
            let mut removed: Vec<_> = of_cycle
                .map(|(kind, id, record)| {
                    let session = Session::from_record(id, record);
                    let name = format!("{}, {}", text::when(&session), text::place(&session, board.communes));
                    let key = Key { kind: kind.clone(), id: id.clone() };
                    let restorable = Restorable {
                        id: id.as_str().to_owned(),
                        mention: name.clone(),
                        restored: "Session rétablie".to_owned(),
                        changes: ChangeSet::one::<bool>(&key, DELETED, None),
                        name,
                    };
                    (session.held_on, restorable)
                })
                .collect();
            removed.sort_by_key(|(held_on, _)| *held_on);
            removed.into_iter().map(|(_, restorable)| restorable).collect::<Vec<_>>()
        })
    });
    view! { <Removed removed summary=text::removed pages="Sessions supprimées" /> }
}
