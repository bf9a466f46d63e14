//! How documents are worded: each text that may be adjusted, with its usual one beside.

use super::super::board::{Board, back};
use crate::text::programme_wording::{Part, Wording, adjust, fault};
use crate::ui::components::{FieldFault, Messages, Page, Rewrite, Takes, TextField};
use crate::ui::save::Undoable;
use leptos::prelude::*;

/// Every text, document by document.
#[component]
pub fn WordingPage(
    /// The cycle.
    board: Board,
) -> impl IntoView {
    let wording = Memo::new(move |_| board.saver.state().with_tables(Wording::read));
    let mut documents: Vec<&'static str> = Part::ALL.iter().map(|part| part.document()).collect();
    documents.dedup();
    let section = move |(nth, document): (usize, &'static str)| {
        let parts = Part::ALL.into_iter().filter(|part| part.document() == document);
        let parts = parts.map(|part| view! { <PartForm board wording part /> }).collect_view();
        let id = format!("document-{nth}");
        view! {
            <section class="stack" aria-labelledby=id>
                <h2 id=id.clone()>{document}</h2>
                {parts}
            </section>
        }
    };
    view! {
        <Page
            title="Les formulations des documents"
            lead="Ces phrases sont les vôtres si vous le souhaitez. Les dates, les noms, les durées et les mentions légales restent ceux qui sont notés ici."
            back=back()
        >
            {documents.into_iter().enumerate().map(section).collect_view()}
        </Page>
    }
}

/// One text.
#[component]
fn PartForm(
    /// The cycle.
    board: Board,
    /// What somebody wrote.
    wording: Memo<Wording>,
    /// Which text.
    part: Part,
) -> impl IntoView {
    let messages = Messages::expect();
    let faults = RwSignal::new(Vec::<FieldFault>::new());
    let text = Rewrite::of(move || wording.with(|wording| wording.of(part).to_owned()));
    let is_adjusted = Memo::new(move |_| wording.with(|wording| wording.is_adjusted(part)));
    let id = part.code().replace('/', "-");
    let store = move |typed: String, done: &'static str| {
        board.saver.save_then(adjust(part, &typed), move || {
            text.settle(&typed);
            messages.done(done, part.label());
        });
    };
    let field = id.clone();
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = text.now();
        let fault = fault(&typed).map(|sentence| FieldFault { field: field.clone(), sentence });
        let is_right = fault.is_none();
        faults.set(fault.into_iter().collect());
        if is_right {
            store(typed, "Formulation enregistrée");
        }
    };
    let revert = move |_| {
        text.write(part.usual());
        faults.set(Vec::new());
        let done = Undoable {
            title: "Texte habituel repris".to_owned(),
            body: part.label().to_owned(),
            take_back: "Annuler",
            taken_back: "Votre texte est rétabli",
        };
        match is_adjusted.get_untracked() {
            true => board.saver.save_undoable(adjust(part, part.usual()), done, move || text.settle(part.usual())),
            // Nothing that was kept goes away.
            false => store(part.usual().to_owned(), "Texte habituel repris"),
        }
    };
    let of = format!("\u{a0}: {}", part.label());
    let also = of.clone();
    view! {
        <form class="card stack stack--tight" on:submit=send novalidate>
            <TextField id label=part.label() takes=Takes::Text rows=3 value=text faults />
            <p class="hint">
                {move || {
                    if is_adjusted.get() {
                        format!("Texte habituel\u{a0}: {}", part.usual())
                    } else {
                        "C’est le texte habituel.".to_owned()
                    }
                }}
            </p>
            <div class="row">
                <button type="submit" class="button">
                    "Enregistrer"
                    <span class="visually-hidden">{of}</span>
                </button>
                <button
                    type="button"
                    class="button button--plain"
                    on:click=revert
                >
                    "Reprendre le texte habituel"
                    <span class="visually-hidden">{also}</span>
                </button>
            </div>
        </form>
    }
}
