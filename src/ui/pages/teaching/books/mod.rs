//! The documents made of a version of the curriculum.

use super::known::{Followed, Gate, Known, OfVersion, back_to};
use crate::browser::clock;
use crate::content::error::ContentError;
use crate::content::glossary::glossary;
use crate::domain::book::Book as Document;
use crate::domain::curriculum::glossary::Glossary;
use crate::domain::curriculum::version::{Curriculum, CurriculumId};
use crate::domain::programme::provider::Provider;
use crate::route::teaching::Book;
use crate::text::books::{self as text, Source};
use crate::ui::components::Page;
use crate::ui::pages::book::{BookActs, BookPaper, save_book};
use crate::ui::pages::interview::Unreadable;
use leptos::prelude::*;
use std::sync::Arc;

/// A document, on screen as on paper.
pub fn show(id: CurriculumId, book: Book) -> AnyView {
    let page = Callback::new(move |known: Known| {
        let id = id.clone();
        match glossary() {
            Ok(words) => {
                let of = id.clone();
                let page =
                    move |version: Followed| view! { <BookPage known id=of.clone() version words book /> }.into_any();
                view! { <OfVersion known id page=Callback::new(page) /> }.into_any()
            }
            Err(error) => view! { <Unreadable error=ContentError::clone(error) /> }.into_any(),
        }
    });
    view! { <Gate page /> }.into_any()
}

/// What the document is made of, made.
fn made(known: Known, words: &'static Glossary, version: &Curriculum, book: Book) -> Document {
    let coverage = known.coverage(version);
    let provider = known.saver.state().with_tables(|tables| Provider::of(tables).name);
    let source = Source {
        version,
        objectives: known.objectives,
        tools: known.tools,
        glossary: words,
        coverage: &coverage,
        provider: &provider,
        today: clock::today(),
    };
    match book {
        Book::Curriculum => text::curriculum(source),
        Book::TrainerGuide => text::guide(source),
        Book::Booklet => text::booklet(source),
    }
}

/// What the page says of a document: its title, what it is for, the name of its file.
fn said(book: Book) -> (&'static str, &'static str, &'static str) {
    match book {
        Book::Curriculum => (
            "Référentiel pédagogique",
            "Le document complet à remettre au Département\u{a0}: objectifs, déroulé, séquences, couverture, annexes.",
            "referentiel-pedagogique.html",
        ),
        Book::TrainerGuide => (
            "Guide de la formatrice et du formateur",
            "Ce qu’il faut préparer, dire et faire, séquence par séquence.",
            "guide-de-formation.html",
        ),
        Book::Booklet => (
            "Livret de la journée",
            "Ce que chaque participante et chaque participant remplit, puis garde.",
            "livret-de-la-journee.html",
        ),
    }
}

#[component]
fn BookPage(
    /// What is known.
    known: Known,
    /// Which version.
    id: CurriculumId,
    /// The version, followed.
    version: Followed,
    /// The words of the field.
    words: &'static Glossary,
    /// Which document.
    book: Book,
) -> impl IntoView {
    let document = Memo::new(move |_| {
        version.with(|version| version.as_deref().map(|version| Arc::new(made(known, words, version, book))))
    });
    let (title, lead, file) = said(book);
    let save = Callback::new(move |()| {
        if let Some(document) = document.get_untracked() {
            save_book(known.messages, file, &document);
        }
    });
    view! {
        <Page title lead back=back_to(known, &id)>
            <div class="stack screen-only">
                <BookActs save />
            </div>
            <BookPaper label=title book=document />
        </Page>
    }
}
