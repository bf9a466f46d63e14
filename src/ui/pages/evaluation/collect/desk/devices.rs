//! Several tablets: each makes the file of its answers, and one device takes them all.

use super::Desk;
use crate::exchange::scope::Scope;
use crate::route::Route;
use crate::text::evaluation_desk as text;
use crate::ui::components::{Icon, Pictogram};
use crate::ui::pages::data::{Export, OneExport};
use leptos::prelude::*;

const SECTION: &str = "tablettes";

/// The file of this device, and the way to those of others.
#[component]
pub fn DevicesSection(
    /// The session.
    desk: Desk,
) -> impl IntoView {
    let export = Export::new(SECTION);
    let scope = Scope::Answers(desk.id.get_value().0);
    view! {
        <section class="stack" aria-labelledby=SECTION>
            <h2 id=SECTION tabindex="-1">
                "Réunir plusieurs appareils"
            </h2>
            <p>{text::DEVICES}</p>
            <OneExport export scope label="Préparer le fichier des réponses de cet appareil" />
            <p>
                <a class="button" href=Route::Data.to_hash()>
                    <Pictogram icon=Icon::Upload />
                    "Reprendre les fichiers d’autres appareils"
                </a>
            </p>
        </section>
    }
}
