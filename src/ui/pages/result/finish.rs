//! Ending the interview, or taking it up again.

use super::case::Case;
use crate::browser::clock;
use crate::domain::interview::change;
use crate::domain::interview::model::Status;
use crate::route::Route;
use crate::text::interview as words;
use leptos::prelude::*;

/// The section that ends the interview.
#[component]
pub fn Finish(
    /// The case.
    case: Case,
) -> impl IntoView {
    let status = Memo::new(move |_| case.interview.with(|interview| interview.status));
    let is_ongoing = move || status.get() == Status::Ongoing;
    let toggle = move |_| {
        if is_ongoing() {
            case.act_then(|key| change::conclude(key, clock::today()), "Entretien terminé", || ());
        } else {
            case.act_then(change::reopen, "Entretien rouvert", || ());
        }
    };
    let explained = move || {
        if is_ongoing() {
            "Une fois terminé, l’entretien ne figure plus parmi ceux à reprendre. Vous pourrez toujours le rouvrir."
        } else {
            "Vous pouvez encore modifier une réponse ou une orientation\u{202f}; rouvrir l’entretien le remet parmi ceux à reprendre."
        }
    };
    let id = case.id();
    view! {
        <section class="stack" aria-labelledby="fin">
            <div class="stack stack--tight">
                <h2 id="fin" tabindex="-1">"Fiches et fin de l’entretien"</h2>
                <p>{move || words::status(status.get())} ". " {explained}</p>
            </div>
            {case
                .exercise()
                .map(|back| {
                    view! {
                        <p class="row">
                            <a class="button button--primary" href=back.route.to_hash()>
                                "Revenir à l’exercice pour remettre mes réponses"
                            </a>
                        </p>
                    }
                })}
            <div class="row">
                <button type="button" class="button" on:click=toggle>
                    {move || if is_ongoing() { "Terminer l’entretien" } else { "Rouvrir l’entretien" }}
                </button>
                <a class="button" href=Route::ProfessionalSheet(id.clone()).to_hash()>"Préparer la fiche professionnelle"</a>
                <a class="button" href=Route::PersonSheet(id).to_hash()>"Préparer la fiche de la personne"</a>
            </div>
        </section>
    }
}
