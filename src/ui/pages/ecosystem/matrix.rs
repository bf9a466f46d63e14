//! The matrix of actors and missions; on a telephone, the actors of one mission at a time.

use super::foot::PrintedFoot;
use super::known::{Known, back};
use crate::browser::dom;
use crate::domain::ecosystem::matrix::{Row, Rows};
use crate::domain::ecosystem::model::{ActorId, Mission};
use crate::route::Route;
use crate::text::ecosystem as text;
use crate::ui::components::{Icon, Page, Pictogram};
use leptos::prelude::*;

const LEGEND: &str = "legende-missions";
const CHOICE: &str = "choix-mission";

/// Who does what, in a table.
#[component]
pub fn MissionsPage(
    /// What is known.
    known: Known,
) -> impl IntoView {
    let matrix = Memo::new(move |_| known.with(|ecosystem| ecosystem.matrix()));
    view! {
        <Page title="Acteurs et missions" lead="Qui fait quoi aujourd’hui, d’un coup d’œil." back=back()>
            <OneMission known matrix />
            <div class="stack stack--tight matrix-whole">
                <div class="row row--between">
                    <p id=LEGEND>
                        "Une coche dit que l’acteur a cette mission. "
                        <span class="hint screen-only">"Le tableau défile dans son cadre."</span>
                    </p>
                    <button type="button" class="button" on:click=|_| dom::print()>
                        <Pictogram icon=Icon::Print />
                        "Imprimer le tableau"
                    </button>
                </div>
                <Whole known matrix />
            </div>
            <PrintedFoot />
        </Page>
    }
}

/// The whole table, within a frame that scrolls: its heads stay in view.
#[component]
fn Whole(
    /// What is known.
    known: Known,
    /// The rows.
    matrix: Memo<Vec<Rows>>,
) -> impl IntoView {
    let head = move |mission: Mission| {
        let href = Route::Ecosystem { query: String::new(), mission: Some(mission) }.to_hash();
        view! {
            <th scope="col" class="matrix__mission">
                <a href=href>
                    {known.catalogue.mission_in_a_word(mission)}
                    <span class="visually-hidden">{format!("\u{a0}: {}", known.mission(mission))}</span>
                </a>
            </th>
        }
    };
    let groups = move || matrix.get().into_iter().map(|rows| view! { <Group known rows /> }).collect_view();
    view! {
        <div class="table-scroll matrix-frame" role="region" aria-label="Tableau des acteurs et des missions" tabindex="0">
            <table class="table matrix" aria-label="Acteurs et missions" aria-describedby=LEGEND>
                <thead>
                    <tr>
                        <th scope="col" class="matrix__corner">
                            "Acteur"
                        </th>
                        {Mission::ALL.map(head).collect_view()}
                    </tr>
                </thead>
                {groups}
            </table>
        </div>
    }
}

/// One mission, chosen, and the actors that have it.
#[component]
fn OneMission(
    /// What is known.
    known: Known,
    /// The rows.
    matrix: Memo<Vec<Rows>>,
) -> impl IntoView {
    let mission = RwSignal::new(Mission::Welcome);
    let choose = move |event| {
        if let Some(chosen) = Mission::from_code(&event_target_value(&event)) {
            mission.set(chosen);
        }
    };
    let option = move |one: Mission| {
        view! {
            <option value=one.code() selected=one == mission.get_untracked()>
                {known.mission(one)}
            </option>
        }
    };
    let actor = move |id: ActorId| {
        let name = known.with_now(|ecosystem| ecosystem.name(&id).to_owned());
        view! {
            <li>
                <a href=Route::Actor(id).to_hash()>{name}</a>
            </li>
        }
    };
    let groups = move || {
        let having = |rows: &Rows| (rows.kind, rows.having(mission.get()).cloned().collect::<Vec<_>>());
        let groups = matrix.with(|matrix| matrix.iter().map(having).collect::<Vec<_>>());
        let group = |(kind, actors): (_, Vec<ActorId>)| {
            view! {
                <section>
                    <h2 class="one-mission__kind">{text::kinds(kind)}</h2>
                    <ul role="list" class="list-links">
                        {actors.into_iter().map(actor).collect_view()}
                    </ul>
                </section>
            }
        };
        groups.into_iter().filter(|(_, actors)| !actors.is_empty()).map(group).collect_view()
    };
    view! {
        <div class="stack one-mission screen-only">
            <div class="field">
                <label for=CHOICE>"Mission"</label>
                <select class="input" id=CHOICE on:change=choose>
                    {Mission::ALL.map(option).collect_view()}
                </select>
            </div>
            {groups}
        </div>
    }
}

/// The actors of one kind.
#[component]
fn Group(
    /// What is known.
    known: Known,
    /// Their rows.
    rows: Rows,
) -> impl IntoView {
    let columns = (Mission::ALL.len() + 1).to_string();
    view! {
        <tbody>
            <tr>
                <th scope="rowgroup" colspan=columns class="matrix__kind">
                    <span>{text::kinds(rows.kind)}</span>
                </th>
            </tr>
            {rows.rows.into_iter().map(|row| view! { <ActorRow known row /> }).collect_view()}
        </tbody>
    }
}

/// One actor.
#[component]
fn ActorRow(
    /// What is known.
    known: Known,
    /// Its missions.
    row: Row,
) -> impl IntoView {
    let name = known.with_now(|ecosystem| {
        ecosystem.actor(&row.actor).map(|known| known.actor.short_name().to_owned()).unwrap_or_default()
    });
    let cell = |has: bool| {
        let (mark, word) = match has {
            true => (view! { <Pictogram icon=Icon::Check /> }.into_any(), text::HAS),
            false => (view! { <span aria-hidden="true">"–"</span> }.into_any(), text::HAS_NOT),
        };
        view! {
            <td class="matrix__cell">
                {mark}
                <span class="visually-hidden">{word}</span>
            </td>
        }
    };
    view! {
        <tr>
            <th scope="row">
                <a href=Route::Actor(row.actor.clone()).to_hash()>{name}</a>
            </th>
            {row.cells.map(cell).collect_view()}
        </tr>
    }
}
