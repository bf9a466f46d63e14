//! The bag that this copy of the application carries, opened.

use super::known::back;
use crate::domain::exercise::code::ExerciseCode;
use crate::route::exercise::ExerciseRoute;
use crate::state::AppState;
use crate::ui::bag;
use crate::ui::components::{Notice, Page, Tone};
use crate::ui::pages::data::BagImport;
use leptos::prelude::*;

/// What the bag brings, and the way into its exercise.
#[component]
pub fn BagPage() -> impl IntoView {
    let content = match bag::exercise() {
        Some(code) => view! { <Carried code /> }.into_any(),
        None => view! { <Nothing /> }.into_any(),
    };
    view! {
        <Page
            title="Mallette d’un exercice"
            lead="Une copie de Repères qui apporte un exercice, ses cas et l’annuaire. Elle s’ouvre sans réseau."
            back=back()
        >
            {content}
        </Page>
    }
}

/// A bag: to load, then to enter.
#[component]
fn Carried(
    /// The exercise that it brings.
    code: ExerciseCode,
) -> impl IntoView {
    let state = AppState::expect();
    let is_here = Memo::new(move |_| bag::is_here(state, code));
    view! {
        <Show when=move || is_here.get()>
            <Notice tone=Tone::Info title=format!("L’exercice {code} est sur cet appareil")>
                <a class="button button--primary" href=ExerciseRoute::Join.to_hash()>
                    "Entrer dans l’exercice"
                </a>
            </Notice>
        </Show>
        <BagImport />
    }
}

/// An ordinary copy.
#[component]
fn Nothing() -> impl IntoView {
    view! {
        <Notice tone=Tone::Caution title="Cette copie de Repères n’apporte pas d’exercice">
            <p>
                "La personne qui anime prépare la mallette sur la page de son exercice. Si vous avez un code et un ticket, "
                <a href=ExerciseRoute::Join.to_hash()>"entrez dans l’exercice"</a> "."
            </p>
        </Notice>
    }
}
