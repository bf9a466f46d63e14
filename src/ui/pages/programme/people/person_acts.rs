//! Taking somebody away: from the lists, or for good.

use super::super::board::Board;
use super::erasing::Erasing;
use crate::domain::programme::erasure;
use crate::domain::programme::id::ProfessionalId;
use crate::route::programme::ProgrammeRoute;
use crate::ui::save::Undoable;
use leptos::prelude::*;

/// The two ways.
#[component]
pub fn Acts(
    /// The cycle.
    board: Board,
    /// Who.
    id: ProfessionalId,
    /// Asks before erasing.
    erasing: Erasing,
) -> impl IntoView {
    let erased = id.clone();
    let remove = move |_| {
        let done = Undoable {
            title: "Personne supprimée des listes".to_owned(),
            body: "Elle peut être rétablie, en bas de la page des personnes.".to_owned(),
            take_back: "Annuler la suppression",
            taken_back: "Personne rétablie",
        };
        board.saver.save_undoable_then_leave(erasure::delete(&id), done, &ProgrammeRoute::People.to_hash());
    };
    view! {
        <section class="stack screen-only" aria-labelledby="retirer">
            <h2 id="retirer">"Retirer cette personne"</h2>
            <p>
                "Supprimer sert en cas d’erreur\u{a0}: la fiche peut être rétablie. Effacer répond à une demande de la personne, et ne s’annule pas."
            </p>
            <div class="row">
                <button type="button" class="button" on:click=remove>
                    "Supprimer des listes"
                </button>
                <button type="button" class="button button--fault" on:click=move |_| erasing.ask(erased.clone())>
                    "Effacer cette personne…"
                </button>
            </div>
        </section>
    }
}
