//! What else is done with a session: into a calendar, once more, an exercise for the room, away.

use super::super::board::Board;
use super::ics::IcsButton;
use crate::browser::{identity, location};
use crate::domain::programme::id::SessionId;
use crate::domain::programme::{session, standing};
use crate::route::exercise::ExerciseRoute;
use crate::route::programme::{ProgrammeRoute, SessionPart};
use crate::ui::components::{Icon, Messages, Pictogram};
use crate::ui::save::Undoable;
use leptos::prelude::*;

/// The acts on a session.
#[component]
pub fn Acts(
    /// The cycle.
    board: Board,
    /// Which session.
    id: SessionId,
) -> impl IntoView {
    let messages = Messages::expect();
    // Drawn once: asked twice, it is the same session.
    let next = identity::new_record_id().ok().map(SessionId);
    let of = id.clone();
    let copy = move |_| {
        let Some((to, key)) = next.clone().zip(of.key().ok()) else { return };
        let changes = board
            .saver
            .state()
            .with_tables_now(|tables| tables.get(&key).map(|record| standing::copy(record, &to)).unwrap_or_default());
        let (asked_at, to) = (location::hash(), ProgrammeRoute::Session(to, SessionPart::Edit).to_hash());
        board.saver.save_then(changes, move || {
            let body = "Il lui manque un jour\u{a0}: le reste est celui de la session copiée.";
            messages.done_then_go(&asked_at, "Session préparée", body, &to);
        });
    };
    let removed = id.clone();
    let remove = move |_| {
        let done = Undoable {
            title: "Session supprimée".to_owned(),
            body: String::new(),
            take_back: "Annuler la suppression",
            taken_back: "Session rétablie",
        };
        board.saver.save_undoable_then_leave(session::delete(&removed), done, &ProgrammeRoute::Sessions.to_hash());
    };
    view! {
        <section class="stack stack--tight screen-only" aria-labelledby="aussi">
            <h2 id="aussi">"Et aussi"</h2>
            <div class="row">
                <IcsButton board only=Some(id) />
                <button type="button" class="button" on:click=copy>
                    <Pictogram icon=Icon::Plus />
                    "Préparer une autre session comme celle-ci"
                </button>
                <a class="button" href=ExerciseRoute::New.to_hash()>
                    <Pictogram icon=Icon::Bag />
                    "Préparer un exercice en salle"
                </a>
            </div>
            <p class="hint">"Le fichier de calendrier dit le jour, les horaires et le lieu\u{202f}; il ne nomme personne."</p>
            <p>
                <button type="button" class="button button--plain" on:click=remove>
                    "Supprimer cette session"
                </button>
            </p>
            <p class="hint">"Supprimer sert à retirer une session créée par erreur. Si elle n’a pas lieu, annulez-la plutôt\u{a0}: sa raison reste."</p>
        </section>
    }
}
