//! A document in chapters on its page: its sheets, and the file that a word processor opens.

use crate::domain::book::{Book, Opening};
use crate::exchange::html;
use crate::text::books::SUMMARY;
use crate::ui::components::{BookSheets, Icon, Messages, Pictogram};
use crate::ui::hand_over::hand_over_now;
use crate::ui::pages::result::{Paper, PrintButton};
use leptos::prelude::*;
use std::sync::Arc;

/// Hands a document over as one file.
pub fn save_book(messages: Messages, name: &str, book: &Book) {
    hand_over_now(messages, name, "text/html", html::write(book, SUMMARY, "fr").as_bytes());
}

/// Printing a document, or saving it.
#[component]
pub fn BookActs(
    /// Hands the document over.
    save: Callback<()>,
) -> impl IntoView {
    view! {
        <div class="row">
            <PrintButton label="Imprimer" />
            <button type="button" class="button" on:click=move |_| save.run(())>
                <Pictogram icon=Icon::Download />
                "Enregistrer pour un traitement de texte"
            </button>
        </div>
        <p class="hint">
            "Format A4. Le fichier enregistré est au format HTML\u{a0}: un traitement de texte l’ouvre avec ses titres et ses tableaux."
        </p>
    }
}

/// The sheets of a document, on screen as on paper.
#[component]
pub fn BookPaper(
    /// What the sheets are called.
    label: &'static str,
    /// The document; none while it cannot be made.
    book: Memo<Option<Arc<Book>>>,
) -> impl IntoView {
    let foot =
        Signal::derive(move || book.with(|book| book.as_ref().map(|book| book.foot.clone()).unwrap_or_default()));
    // A document that is read at once is set tighter.
    let is_brief = book.with_untracked(|book| book.as_ref().is_some_and(|book| book.opening == Opening::Head));
    let class = if is_brief { "paper--book paper--brief" } else { "paper--book" };
    let sheets = move || book.get().map(|book| view! { <BookSheets book summary=SUMMARY /> });
    view! {
        <Paper class label foot>
            {sheets}
        </Paper>
    }
}
