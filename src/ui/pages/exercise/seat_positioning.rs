//! The two positionings, on a participant's place.

use super::known::Known;
use crate::domain::exercise::positioning::{Place, Positioned, Stand};
use crate::route::exercise::ExerciseRoute;
use crate::text::exercise_positioning as text;
use crate::ui::open_place::OpenPlace;
use crate::ui::save::Saver;
use leptos::prelude::*;

/// One of them: what it is for, where it stands, and the way in.
#[component]
pub fn PositioningCard(
    /// What is delivered.
    known: Known,
    /// Who positions themselves, and when.
    place: Place,
) -> impl IntoView {
    let (state, open) = (Saver::expect().state(), OpenPlace::expect());
    // How far it has come, and whether something of it was handed in.
    let stands = Memo::new(move |_| {
        state.with_tables(|tables| match Positioned::find(tables, &place) {
            Some(one) => (one.stand(tables), one.handed_in(tables).is_some()),
            None => (Stand::ToBegin, false),
        })
    });
    let objectives = known.objectives.iter().count();
    let way = Memo::new(move |_| {
        let (stand, is_handed_in) = stands.get();
        let Place { exercise, seat, moment } = place;
        match open.shows_place(exercise, seat, is_handed_in) {
            true => (ExerciseRoute::Positioning(exercise, seat, moment).to_hash(), text::way(stand)),
            false => (ExerciseRoute::Ticket(exercise).to_hash(), "Reprendre avec mon ticket"),
        }
    });
    let heading = format!("positionnement-{}", text::name(place.moment));
    let labelled = heading.clone();
    view! {
        <li class="card stack" aria-labelledby=labelled>
            <h2 id=heading>{text::title(place.moment)}</h2>
            <p>{text::when(place.moment)}</p>
            <p class="card__meta">{move || text::stand(stands.get().0, objectives)}</p>
            <p>
                <a class="button" href=move || way.get().0>
                    {move || way.get().1}
                    <span class="visually-hidden">{format!("\u{a0}: {}", text::title(place.moment))}</span>
                </a>
            </p>
        </li>
    }
}
