//! What a group is made of: kinds of structure and territories.

use super::Room;
use crate::domain::programme::enrol::Balance;
use crate::text::programme as words;
use leptos::prelude::*;

/// Both tables.
#[component]
pub fn BalanceTables(
    /// The session.
    room: Room,
) -> impl IntoView {
    let board = room.board;
    let balance =
        Memo::new(move |_| board.programme.with(|programme| programme.balance(&room.session.get(), board.communes)));
    let is_empty = Memo::new(move |_| balance.with(|balance| balance.kinds.is_empty()));
    let kinds = move || {
        let name = |kind: &Option<_>| kind.map_or("Type à compléter", words::structure_kind).to_owned();
        balance
            .with(|Balance { kinds, .. }| kinds.iter().map(|(kind, people)| (name(kind), *people)).collect::<Vec<_>>())
    };
    let territories = move || {
        balance.with(|Balance { territories, .. }| {
            let named = territories.iter().map(|(territory, people)| {
                let name =
                    territory.as_ref().map_or("Commune à compléter, ou hors du département", |it| it.as_str());
                (name.to_owned(), *people)
            });
            named.collect::<Vec<_>>()
        })
    };
    view! {
        <Show when=move || !is_empty.get()>
            <section class="stack" aria-labelledby="equilibre">
                <h2 id="equilibre">"Équilibre du groupe"</h2>
                <div class="balance">
                    <Shares caption="Par type de structure" head="Structure" rows=Signal::derive(kinds) />
                    <Shares caption="Par territoire (EPT)" head="Territoire" rows=Signal::derive(territories) />
                </div>
            </section>
        </Show>
    }
}

#[component]
fn Shares(
    /// What is counted.
    caption: &'static str,
    /// Over the names.
    head: &'static str,
    /// Each name, and how many people.
    #[prop(into)]
    rows: Signal<Vec<(String, usize)>>,
) -> impl IntoView {
    view! {
        <table class="table">
            <caption>{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{head}</th>
                    <th scope="col" class="number">
                        "Personnes"
                    </th>
                </tr>
            </thead>
            <tbody>
                <For each=move || rows.get() key=Clone::clone let((name, people))>
                    <tr>
                        <th scope="row">{name}</th>
                        <td class="number">{people}</td>
                    </tr>
                </For>
            </tbody>
        </table>
    }
}
