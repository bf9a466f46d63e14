//! The matrix of actors and missions.

use super::known::{Known, back};
use crate::domain::ecosystem::matrix::{Row, Rows};
use crate::domain::ecosystem::model::Mission;
use crate::route::Route;
use crate::text::ecosystem as text;
use crate::ui::components::{Icon, Page, Pictogram};
use leptos::prelude::*;

/// Who does what, in a table.
#[component]
pub fn MissionsPage(
    /// What is known.
    known: Known,
) -> impl IntoView {
    let matrix = Memo::new(move |_| known.with(|ecosystem| ecosystem.matrix()));
    let head = move |mission: Mission| {
        let href = Route::Ecosystem { query: String::new(), mission: Some(mission) }.to_hash();
        view! {
            <th scope="col" class="matrix__mission">
                <a href=href>{known.mission(mission)}</a>
            </th>
        }
    };
    let groups = move || matrix.get().into_iter().map(|rows| view! { <Group known rows /> }).collect_view();
    view! {
        <Page title="Acteurs et missions" lead="Qui fait quoi aujourd’hui, d’un coup d’œil." back=back()>
            <div class="table-scroll" role="region" aria-label="Tableau des acteurs et des missions" tabindex="0">
                <table class="table matrix">
                    <caption>"Une coche dit que l’acteur a cette mission."</caption>
                    <thead>
                        <tr>
                            <th scope="col">"Acteur"</th>
                            {Mission::ALL.map(head).collect_view()}
                        </tr>
                    </thead>
                    {groups}
                </table>
            </div>
        </Page>
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
                    {text::kinds(rows.kind)}
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
