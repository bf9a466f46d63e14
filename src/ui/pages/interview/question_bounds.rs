//! Around a question: the ways on, and the pages of a question that is not asked.

use super::held::Held;
use super::manner::Manner;
use crate::domain::interview::answer::Answer;
use crate::domain::interview::flow::Step;
use crate::domain::interview::questionnaire::Item;
use crate::route::{Return, Route};
use crate::ui::components::{BackTo, Page};
use leptos::prelude::*;

/// Under a question: continue, pass, or take the answer back.
#[component]
pub fn Onward(
    /// What is chosen.
    #[prop(into)]
    answer: Signal<Option<Answer>>,
    /// Goes on without an answer.
    pass: Callback<()>,
    /// Takes the answer back.
    clear: Callback<()>,
) -> impl IntoView {
    view! {
        <div class="way-on">
            <button type="submit" class="button button--primary">
                "Continuer"
            </button>
            <button type="button" class="button button--plain" on:click=move |_| pass.run(())>
                "Passer cette question"
            </button>
            <Show when=move || answer.with(Option::is_some)>
                <button type="button" class="button button--plain" on:click=move |_| clear.run(())>
                    "Retirer cette réponse"
                </button>
            </Show>
        </div>
    }
}

/// For the professional beside the person: what else may be done.
#[component]
pub fn Beside(
    /// The interview.
    held: Held,
) -> impl IntoView {
    view! {
        <details class="disclosure beside">
            <summary>"Pour la personne qui accompagne"</summary>
            <div class="stack">
                <ul role="list" class="themes__ways">
                    <li>
                        <a href=held.route(Step::Check).to_hash()>"Vérifier les réponses"</a>
                    </li>
                    <li>
                        <a href=Route::Result(held.id()).to_hash()>"Voir le résultat"</a>
                    </li>
                </ul>
                {(!held.is_practice()).then(|| view! { <Manner held /> })}
            </div>
        </details>
    }
}

/// A question that an earlier answer makes pointless.
#[component]
pub fn NotAsked(
    /// The interview.
    held: Held,
    /// The question.
    item: &'static Item,
    /// Where one goes afterwards.
    back: Return,
) -> impl IntoView {
    let onward = untrack(|| match back {
        Return::Review => Step::Check,
        Return::Flow => held.flow().locate(&Step::Item(item.id.clone())).clone(),
    });
    let back = BackTo::new(held.route(Step::Check), "Vérifier les réponses");
    view! {
        <Page title="Cette question n’est pas posée" lead=item.short.clone() back>
            <p>
                "Une réponse donnée plus tôt la rend inutile. Si elle avait déjà une réponse, celle-ci est gardée de côté et reviendra si la question revient."
            </p>
            <p>
                <a class="button button--primary" href=held.route(onward).to_hash()>
                    "Continuer"
                </a>
            </p>
        </Page>
    }
}

/// A question that this questionnaire does not have.
#[component]
pub fn UnknownQuestion(
    /// The interview.
    held: Held,
) -> impl IntoView {
    let back = BackTo::new(Route::Interview(held.id()), "Reprendre l’entretien");
    view! {
        <Page title="Cette question n’existe pas" back>
            <p>"L’adresse vient peut-être d’une autre version de Repères. L’entretien est intact."</p>
        </Page>
    }
}
