//! The bag: a copy of the application for the devices of the room.

use super::Desk;
use crate::exchange::scope::Scope;
use crate::route::exercise::ExerciseRoute;
use crate::ui::components::{Icon, Pictogram};
use crate::ui::pages::data::{Export, OneExport};
use leptos::prelude::*;

const SECTION: &str = "mallette";

/// What the bag holds, and its preparation.
#[component]
pub fn BagSection(
    /// The exercise.
    desk: Desk,
) -> impl IntoView {
    let export = Export::new(SECTION);
    view! {
        <section class="card" aria-labelledby=SECTION>
            <h2 id=SECTION tabindex="-1">
                "La mallette"
            </h2>
            <p>
                "Une copie de Repères en un seul fichier, qui apporte cet exercice, ses cas et l’annuaire de cet appareil. Mettez-la sur une clé\u{a0}: elle s’ouvre sur chaque poste, sans réseau ni installation. Rien n’y parle de personnes, accompagnées ou formées."
            </p>
            <OneExport export scope=Scope::Bag(desk.code) label="Préparer la mallette" />
            <h3 class="bag__paper">"Sur papier"</h3>
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
