//! Beside a theme: the other themes, always within reach, and what else may be done.

use super::held::Held;
use super::manner::Manner;
use crate::domain::interview::flow::{BlockProgress, Step, progress};
use crate::domain::interview::id::BlockId;
use crate::route::Route;
use crate::text::interview as text;
use crate::ui::components::{Icon, Pictogram};
use leptos::prelude::*;

/// The themes with how far each is, and the ways out of the questions.
#[component]
pub fn BlocksAside(
    /// The interview.
    held: Held,
    /// The theme shown.
    here: &'static BlockId,
) -> impl IntoView {
    // On a phone the list opens on demand; where there is room it is always there.
    let is_open = RwSignal::new(false);
    let progress = Memo::new(move |_| held.view.with(|view| progress(held.questionnaire, view)));
    let label = move || held.interview.with(|interview| text::case_title(interview.label.as_ref()));
    let of = move |id: &BlockId| progress.with(|all| all.iter().find(|block| block.block == *id).cloned());
    let links = held
        .questionnaire
        .blocks
        .iter()
        .map(|block| {
            let far = Signal::derive(move || of(&block.id));
            let route = held.route(Step::Block(block.id.clone()));
            view! { <ThemeLink title=block.title.as_str() route far is_here=block.id == *here /> }
        })
        .collect_view();
    let check = held.route(Step::Check).to_hash();
    let result = Route::Result(held.id()).to_hash();
    let exercise = held.is_practice().then(|| held.home().route.to_hash());
    // The exercise decides how a case is held.
    let is_free = !held.is_practice();
    view! {
        <aside class="themes" aria-label="Thèmes de l’entretien">
            <p class="themes__case">{label}</p>
            <button
                type="button"
                class="button themes__toggle"
                aria-expanded=move || is_open.get().to_string()
                aria-controls="themes"
                on:click=move |_| is_open.update(|open| *open = !*open)
            >
                "Tous les thèmes"
            </button>
            <div class="themes__list" class:themes__list--open=is_open id="themes">
                <nav aria-label="Thèmes">
                    <ol role="list">{links}</ol>
                </nav>
                <ul role="list" class="themes__ways">
                    <li>
                        <a href=check>"Vérifier les réponses"</a>
                    </li>
                    <li>
                        <a href=result>"Voir le résultat"</a>
                    </li>
                    {exercise
                        .map(|href| {
                            view! {
                                <li>
                                    <a href=href>"Revenir à l’exercice"</a>
                                </li>
                            }
                        })}
                </ul>
                {is_free
                    .then(|| {
                        view! {
                            <details class="disclosure">
                                <summary>"Présentation et longueur"</summary>
                                <Manner held />
                            </details>
                        }
                    })}
            </div>
        </aside>
    }
}

/// One theme of the list.
#[component]
fn ThemeLink(
    /// Its name.
    title: &'static str,
    /// Its page.
    route: Route,
    /// How far it is.
    far: Signal<Option<BlockProgress>>,
    /// It is the theme shown.
    is_here: bool,
) -> impl IntoView {
    let words = move || far.with(|far| far.as_ref().map(words));
    let is_done =
        move || far.with(|far| far.as_ref().is_some_and(|far| far.visible > 0 && far.discussed == far.visible));
    view! {
        <li>
            <a class="theme" href=route.to_hash() aria-current=is_here.then_some("page")>
                <span class="theme__name">{title}</span>
                <span class="theme__far">
                    <Show when=is_done>
                        <Pictogram icon=Icon::Check />
                    </Show>
                    {words}
                </span>
            </a>
        </li>
    }
}

/// « 3 sur 5 ».
fn words(far: &BlockProgress) -> String {
    match far.visible {
        0 => "Rien à demander".to_owned(),
        visible => format!("{} sur {visible}", far.discussed),
    }
}
