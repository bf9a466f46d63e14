//! The synthesis on paper, for whoever ordered the training or for its partners: what was published, and nothing else.

use super::exports::save_synthesis;
use super::known::{FiguresFault, Known, back_to_synthesis};
use crate::route::evaluation::Reader;
use crate::text::evaluation_told as told;
use crate::text::synthesis::Audience;
use crate::text::synthesis_book as text;
use crate::ui::components::Page;
use crate::ui::pages::book::{BookActs, BookPaper};
use leptos::prelude::*;
use std::sync::Arc;

/// The synthesis, on screen as on paper.
#[component]
pub fn PaperPage(
    /// What is known.
    known: Known,
    /// For whom.
    reader: Reader,
) -> impl IntoView {
    let (audience, title, lead) = match reader {
        Reader::Commissioner => (
            Audience::Commissioner,
            "Synthèse pour le Département",
            "Les chiffres arrêtés, les commentaires de l’équipe, les paroles choisies et ce que nous corrigeons.",
        ),
        Reader::Partners => (
            Audience::Partners,
            "Synthèse pour les partenaires",
            "Pour la réunion de bilan\u{a0}: tout le cycle ensemble, sans session à part, sans parole de personne.",
        ),
    };
    let book = Memo::new(move |_| Some(Arc::new(known.tell_published(|source| text::book(source, audience)))));
    let save = Callback::new(move |()| save_synthesis(known, audience));
    let is_published = Memo::new(move |_| known.synthesis.with(|synthesis| !synthesis.published.is_empty()));
    view! {
        <Page title lead back=back_to_synthesis()>
            <div class="stack screen-only">
                <FiguresFault known />
                <Show when=move || !is_published.get()>
                    <p>{told::NOTHING_PUBLISHED}</p>
                </Show>
                <Show when=move || known.fault().is_none()>
                    <BookActs save />
                </Show>
            </div>
            <BookPaper label=title book />
        </Page>
    }
}
