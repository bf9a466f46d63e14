//! How the participants see themselves before the day and after it: who has said so, and what the group becomes.

use super::Desk;
use super::received::ArrivalsCard;
use crate::domain::exercise::desk::{Arrivals, positionings};
use crate::domain::exercise::work::{Asked, Moment};
use crate::route::exercise::ExerciseRoute;
use leptos::prelude::*;

const SECTION: &str = "positionnements";

/// Both moments, and the ways on.
#[component]
pub fn PositioningsSection(
    /// The exercise.
    desk: Desk,
) -> impl IntoView {
    let told: Memo<Vec<Arrivals>> =
        Memo::new(move |_| desk.collected.with(|collected| positionings(collected, desk.seats())));
    let cards = Moment::ALL
        .map(|at| view! { <ArrivalsCard desk asked=Asked::Positioning(at) told /> })
        .into_iter()
        .collect_view();
    view! {
        <section class="stack" aria-labelledby=SECTION>
            <h2 id=SECTION>"Avant et après"</h2>
            <p>
                "Matin et soir, chaque numéro se positionne sur les objectifs de la formation, depuis sa place ou sur papier. Seul le groupe est montré."
            </p>
            <ul role="list" class="cases">
                {cards}
            </ul>
            <div class="row">
                <a class="button" href=ExerciseRoute::Progress(desk.code).to_hash()>
                    "Voir l’évolution du groupe"
                </a>
                <a class="button" href=ExerciseRoute::PositioningEntry(desk.code).to_hash()>
                    "Saisir des positionnements"
                </a>
                <a class="button" href=ExerciseRoute::PositioningPaper(desk.code).to_hash()>
                    "Fiche de positionnement à imprimer"
                </a>
            </div>
        </section>
    }
}
