//! What the person was told, and whether they agree.

use super::case::Case;
use crate::browser::{clock, dom};
use crate::domain::interview::change;
use crate::domain::interview::model::Informed;
use crate::text::format;
use crate::text::interview as words;
use leptos::prelude::*;

/// The identifier of the first choice.
const FIRST: &str = "information-accord";

/// The section of the person's information and agreement.
#[component]
pub fn InformedSection(
    /// The case.
    case: Case,
) -> impl IntoView {
    let informed = Memo::new(move |_| case.interview.with(|interview| interview.informed));
    let tell = move |agreed: bool| {
        case.act(|key| change::inform(key, Some(Informed { agreed, on: clock::today() })));
    };
    let choice = move |agreed: bool, label: &'static str| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="information"
                    id=agreed.then_some(FIRST)
                    prop:checked=move || informed.get().map(|informed| informed.agreed) == Some(agreed)
                    on:change=move |_| tell(agreed)
                />
                <span>{label}</span>
            </label>
        }
    };
    let take_back = move |_| {
        if informed.get_untracked().is_some() {
            case.act(|key| change::inform(key, None));
            // The button goes away with the answer.
            dom::focus_in_place(FIRST);
        }
    };
    view! {
        <section class="stack" aria-labelledby="accord">
            <div class="stack stack--tight">
                <h2 id="accord" tabindex="-1">"Information et accord de la personne"</h2>
                <p>"Dites à la personne ce qui est gardé et qui le voit, puis demandez-lui si l’orientation lui convient."</p>
            </div>
            <blockquote class="to-say">
                <p>{words::WHAT_IS_KEPT}</p>
                <p>{words::WHO_SEES_IT}</p>
            </blockquote>
            <fieldset class="group stack stack--tight">
                <legend>"La personne a été informée de ce qui est gardé, et de l’orientation proposée"</legend>
                <div class="choices">
                    {choice(true, "Oui, et elle est d’accord avec l’orientation")}
                    {choice(false, "Oui, et elle n’est pas d’accord avec l’orientation")}
                </div>
            </fieldset>
            <div class="row">
                <p class="hint" role="status">{move || state(informed.get())}</p>
                <Show when=move || informed.get().is_some()>
                    <button type="button" class="button button--plain" on:click=take_back>
                        "Effacer cette réponse"
                    </button>
                </Show>
            </div>
        </section>
    }
}

/// What was noted, with its date.
pub fn state(informed: Option<Informed>) -> String {
    match informed {
        None => "Non noté pour l’instant.".to_owned(),
        Some(Informed { agreed: true, on }) => {
            format!("Personne informée et d’accord, noté le {}.", format::date(on))
        }
        Some(Informed { agreed: false, on }) => {
            format!("Personne informée et pas d’accord, noté le {}. N’orientez pas sans elle.", format::date(on))
        }
    }
}
