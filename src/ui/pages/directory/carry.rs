//! The contact of a place, to carry along: on paper, by telephone, in a message.

use crate::browser::{clipboard, clock, dom};
use crate::chart::qr::QrDrawing;
use crate::domain::directory::local::model::Closure;
use crate::domain::directory::place::Place;
use crate::text::place_sheet as text;
use crate::ui::components::{Icon, Pictogram, QrCode};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Printing, copying, photographing.
#[component]
pub fn Carry(
    /// The place.
    place: Place,
    /// When someone here knows it to be closed.
    closed: Option<Closure>,
    /// The contact as a code.
    code: Option<QrDrawing>,
) -> impl IntoView {
    view! {
        <section class="card carry screen-only" aria-labelledby="emporter">
            <div class="stack">
                <h2 id="emporter">"Emporter ce contact"</h2>
                <Copy place=place.clone() closed />
            </div>
            {code.map(|drawing| view! { <Code drawing name=place.name /> })}
        </section>
    }
}

/// What became of the copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Copied {
    Yes,
    /// The browser does not let the page copy: the text is shown, to be copied by hand.
    No,
}

/// The acts, and what came of them.
#[component]
fn Copy(
    /// The place.
    place: Place,
    /// When someone here knows it to be closed.
    closed: Option<Closure>,
) -> impl IntoView {
    let copied = RwSignal::new(None::<Copied>);
    let words = StoredValue::new(text::copied(&place, closed.as_ref(), clock::today()));
    let copy = move |_| {
        spawn_local(async move {
            let is_copied = clipboard::copy(&words.get_value()).await;
            // One may have left the page.
            let _ = copied.try_set(Some(if is_copied { Copied::Yes } else { Copied::No }));
        });
    };
    let outcome = move || match copied.get() {
        None => "",
        Some(Copied::Yes) => "Copié\u{a0}: collez-le dans un message.",
        Some(Copied::No) => "Ce navigateur ne laisse pas copier. Sélectionnez le texte ci-dessous pour le copier.",
    };
    view! {
        <div class="row">
            <button type="button" class="button button--primary" on:click=|_| dom::print()>
                <Pictogram icon=Icon::Print />
                "Imprimer la fiche"
            </button>
            <button type="button" class="button" on:click=copy>
                "Copier le contact et les horaires"
            </button>
        </div>
        <p role="status">{outcome}</p>
        <Show when=move || copied.get() == Some(Copied::No)>
            <textarea class="input" rows="8" readonly aria-label="Contact et horaires, à copier">
                {words.get_value()}
            </textarea>
        </Show>
    }
}

/// The contact as a code: any telephone reads it, without network.
#[component]
fn Code(
    /// The code.
    drawing: QrDrawing,
    /// The name of the place.
    name: String,
) -> impl IntoView {
    view! {
        <QrCode
            drawing
            name=format!("Code à photographier\u{a0}: le contact de {name}, en texte")
            caption="À photographier\u{a0}: le nom, l’adresse et le téléphone, en texte, sans internet."
        />
    }
}
