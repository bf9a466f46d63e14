//! The bag: a copy of the application for the devices of the room.

use super::Desk;
use crate::exchange::scope::Scope;
use crate::route::exercise::ExerciseRoute;
use crate::text;
use crate::ui::components::{Icon, Pictogram};
use crate::ui::pages::data::{Export, HandedOverNotice, Stage};
use leptos::prelude::*;

const SECTION: &str = "mallette";

/// What the bag holds, and its preparation.
#[component]
pub fn BagSection(
    /// The exercise.
    desk: Desk,
) -> impl IntoView {
    let export = Export::new(SECTION);
    let is_preparing = move || matches!(export.stage.get(), Stage::Preparing(_));
    let start = move |_| export.start(Scope::Bag(desk.code), false);
    let working = move || match export.stage.get() {
        Stage::Preparing(step) => text::import::progress(&step),
        Stage::Idle | Stage::HandedOver(_) => String::new(),
    };
    view! {
        <section class="card" aria-labelledby=SECTION>
            <h2 id=SECTION tabindex="-1">
                "La mallette"
            </h2>
            <p>
                "Une copie de Repères en un seul fichier, qui apporte cet exercice, ses cas et l’annuaire de cet appareil. Mettez-la sur une clé\u{a0}: elle s’ouvre sur chaque poste, sans réseau ni installation. Rien n’y parle de personnes, accompagnées ou formées."
            </p>
            <HandedOverNotice export />
            <p>
                <button
                    type="button"
                    class="button"
                    aria-disabled=move || is_preparing().to_string()
                    on:click=start
                >
                    <Pictogram icon=Icon::Download />
                    "Préparer la mallette"
                </button>
            </p>
            <p class="status-line" role="status">
                {working}
            </p>
            <h3>"Sur papier"</h3>
            <p>
                "Le code à afficher, les tickets à découper, les fiches de chaque cas et les feuilles de réponses, en une seule impression."
            </p>
            <p>
                <a class="button" href=ExerciseRoute::AllPaper(desk.code).to_hash()>
                    <Pictogram icon=Icon::Print />
                    "Tout imprimer"
                </a>
            </p>
        </section>
    }
}
