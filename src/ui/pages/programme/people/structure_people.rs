//! The people of a structure, and where their places stand.

use super::super::board::Board;
use crate::domain::programme::id::StructureId;
use crate::domain::programme::roster::{Line, Roster};
use crate::route::programme::ProgrammeRoute;
use crate::text::programme_people as text;
use leptos::prelude::*;
use std::sync::Arc;

/// Who is of it.
#[component]
pub fn PeopleOf(
    /// The cycle.
    board: Board,
    /// Which structure.
    id: StructureId,
) -> impl IntoView {
    let lines = Memo::new(move |_| {
        let is_of_it = |line: &Arc<Line>| line.person.structure.as_ref() == Some(&id);
        board.programme.with(|programme| Roster::of(programme).lines.into_iter().filter(is_of_it).collect::<Vec<_>>())
    });
    let row = move |line: Arc<Line>| {
        let standing = line.standing.clone();
        let place = move || board.programme.with(|programme| text::standing(programme, &standing));
        view! {
            <li class="row">
                <a href=ProgrammeRoute::Person(line.person.id.clone()).to_hash()>{text::name(&line.person)}</a>
                <span class="card__meta">{place}</span>
            </li>
        }
    };
    view! {
        <section class="stack stack--tight" aria-labelledby="personnes">
            <h2 id="personnes">"Ses personnes"</h2>
            <Show
                when=move || lines.with(|lines| !lines.is_empty())
                fallback=|| view! { <p>"Personne de cette structure n’est dans les listes."</p> }
            >
                <ul role="list" class="stack stack--tight">
                    <For each=move || lines.get() key=Arc::clone let(line)>
                        {row(line)}
                    </For>
                </ul>
            </Show>
        </section>
    }
}
