//! Taking in what this very page carries: the bag of a training room.

use super::section::Stages;
use super::{HEADING, Import};
use crate::ui::bag;
use leptos::prelude::*;

/// The act, and what becomes of it.
#[component]
pub fn BagImport() -> impl IntoView {
    let import = Import::new();
    let choose = move || {
        let store = move |_| import.store(bag::file().into_iter().collect());
        view! {
            <p>
                <button type="button" class="button button--primary" on:click=store>
                    "Charger la mallette sur cet appareil"
                </button>
            </p>
        }
    };
    view! {
        <section class="stack" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">
                "Charger ce qu’elle contient"
            </h2>
            <p>
                "L’exercice, ses cas, l’annuaire et les questionnaires s’ajoutent à ce que ce navigateur garde déjà. Rien n’est effacé, et cela peut s’annuler."
            </p>
            <Stages import choose />
        </section>
    }
}
