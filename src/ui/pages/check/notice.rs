//! The way to what is to check. Nothing is said before there is something.

use super::scan::Scan;
use crate::domain::dispute;
use crate::route::Route;
use crate::state::AppState;
use crate::text::dispute as text;
use crate::ui::components::{Notice, Tone};
use leptos::prelude::*;

/// Says that people disagree: cheap enough for the first screen.
#[component]
pub fn DisagreementsNotice() -> impl IntoView {
    let state = AppState::expect();
    let title = Memo::new(move |_| text::notice(state.with_tables(dispute::count), 0));
    view! { <Announced title /> }
}

/// Says everything that is to check, the values that cannot be read included.
#[component]
pub fn ToCheckNotice() -> impl IntoView {
    let state = AppState::expect();
    let scan = Scan::start();
    let disagreements = Memo::new(move |_| state.with_tables(dispute::count));
    let unreadable = move || scan.found().values().sum();
    let title = Memo::new(move |_| text::notice(disagreements.get(), unreadable()));
    view! { <Announced title /> }
}

/// The notice, while it has something to say.
#[component]
fn Announced(
    /// What is to check; none: nothing is.
    title: Memo<Option<String>>,
) -> impl IntoView {
    move || {
        title.get().map(|title| {
            view! {
                <Notice tone=Tone::Caution title>
                    <p>"Rien n’est perdu\u{a0}: chaque valeur est gardée jusqu’à votre choix."</p>
                    <a class="button button--start" href=Route::ToCheck.to_hash()>
                        "Voir ce qui est à vérifier"
                    </a>
                </Notice>
            }
        })
    }
}
