//! Going on otherwise: the other presentation, or the other length. No answer is lost.

use super::held::Held;
use crate::browser::location;
use crate::domain::interview::change;
use crate::domain::interview::model::Presentation;
use crate::domain::interview::questionnaire::Length;
use crate::route::Route;
use crate::text::interview as text;
use leptos::prelude::*;

/// How the questions are shown, how many there are, and how to change that.
#[component]
pub fn Manner(
    /// The interview.
    held: Held,
) -> impl IntoView {
    let presentation = Memo::new(move |_| held.interview.with(|interview| interview.presentation));
    let length = Memo::new(move |_| held.interview.with(|interview| interview.length));
    let switch = move |_| {
        let other = other_presentation(presentation.get_untracked());
        let resume = Route::Interview(held.id());
        let changes = held.change(|key| change::set_presentation(key, other));
        held.save_then(changes, move || location::go(&resume.to_hash()));
    };
    let resize = move |_| {
        let other = other_length(length.get_untracked());
        held.save(held.change(|key| change::set_length(key, other)));
    };
    view! {
        <div class="manner stack stack--tight">
                <p class="hint">
                    {move || {
                        format!("{}, {}.", text::presentation(presentation.get()), text::length(length.get()).to_lowercase())
                    }}
                </p>
                <button type="button" class="button" on:click=switch>
                    {move || match presentation.get() {
                        Presentation::Conversation => "Passer à une question par page",
                        Presentation::OnePerPage => "Passer à l’entretien, thème par thème",
                    }}
                </button>
                <button type="button" class="button" on:click=resize>
                    {move || match length.get() {
                        Length::Short => "Passer à l’entretien complet",
                        Length::Full => "Passer au repérage",
                    }}
                </button>
                <p class="hint">"Aucune réponse n’est perdue."</p>
        </div>
    }
}

fn other_presentation(presentation: Presentation) -> Presentation {
    match presentation {
        Presentation::Conversation => Presentation::OnePerPage,
        Presentation::OnePerPage => Presentation::Conversation,
    }
}

fn other_length(length: Length) -> Length {
    match length {
        Length::Short => Length::Full,
        Length::Full => Length::Short,
    }
}
