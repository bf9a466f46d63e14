//! The words of the field: found by typing, listed by letter, printed.

use super::known::{Known, back_to_tools};
use crate::browser::{clock, dom};
use crate::domain::curriculum::glossary::{Glossary, Term};
use crate::route::teaching::TeachingRoute;
use crate::text::teaching_tools as text;
use crate::ui::components::{Page, SearchInput};
use crate::ui::pages::result::PrintButton;
use leptos::prelude::*;

const SEARCH: &str = "mot-cherche";

/// Words under one letter.
type Group = (Option<char>, Vec<&'static Term>);

/// Every word.
#[component]
pub fn GlossaryPage(
    /// What is delivered.
    known: Known,
) -> impl IntoView {
    let glossary = known.glossary;
    let typed = RwSignal::new(String::new());
    let is_asked = Memo::new(move |_| typed.with(|typed| !typed.trim().is_empty()));
    let sentence = move || typed.with(|typed| text::words_found(glossary.found(typed).len(), typed));
    let lists = move || match is_asked.get() {
        true => {
            let found = typed.with(|typed| glossary.found(typed));
            view! { <TermList glossary terms=found level=2 /> }.into_any()
        }
        false => view! { <Letters glossary /> }.into_any(),
    };
    let printed = text::foot(glossary.as_of, clock::today(), env!("CARGO_PKG_VERSION"));
    view! {
        <Page
            title="Lexique"
            lead="Les mots et les sigles de l’inclusion numérique et de l’insertion\u{a0}: ce qu’ils veulent dire, et ce que l’on dit aujourd’hui."
            back=back_to_tools()
        >
            <SearchField typed />
            <div class="row row--between screen-only">
                <p class="status-line" role="status">
                    {sentence}
                </p>
                <PrintButton label="Imprimer le lexique" />
            </div>
            {lists}
            <p class="hint">{text::edition(glossary.as_of)}</p>
            <p class="print-only sheet__foot">{printed}</p>
        </Page>
    }
}

/// A word, or some of its letters.
#[component]
fn SearchField(
    /// What is typed.
    typed: RwSignal<String>,
) -> impl IntoView {
    view! {
        <form class="search screen-only" role="search" on:submit=|event| event.prevent_default()>
            <label for=SEARCH>"Chercher un mot ou un sigle"</label>
            <SearchInput id=SEARCH typed on_type=move |words| typed.set(words) />
        </form>
    }
}

/// Every word under its letter, with the way to each letter.
#[component]
fn Letters(
    /// The words.
    glossary: &'static Glossary,
) -> impl IntoView {
    let groups = by_letter(glossary);
    let way = |(letter, _): &Group| {
        let (name, id) = (letter_name(*letter), letter_id(*letter));
        view! {
            <li>
                <button type="button" class="button" on:click=move |_| dom::focus(&id)>
                    {name}
                </button>
            </li>
        }
    };
    let ways = groups.iter().map(way).collect_view();
    let group = |(letter, terms): Group| {
        let id = letter_id(letter);
        let labelled = id.clone();
        view! {
            <section class="stack" aria-labelledby=labelled>
                <h2 id=id tabindex="-1">
                    {letter_name(letter)}
                </h2>
                <TermList glossary terms level=3 />
            </section>
        }
    };
    view! {
        <nav class="screen-only" aria-label="Lettres du lexique">
            <ul role="list" class="chips">
                {ways}
            </ul>
        </nav>
        {groups.into_iter().map(group).collect_view()}
    }
}

fn by_letter(glossary: &'static Glossary) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for term in glossary.in_order() {
        match groups.last_mut().filter(|(letter, _)| *letter == term.letter()) {
            Some((_, terms)) => terms.push(term),
            None => groups.push((term.letter(), vec![term])),
        }
    }
    groups
}

fn letter_name(letter: Option<char>) -> String {
    letter.map_or_else(|| text::NO_LETTER.to_owned(), String::from)
}

fn letter_id(letter: Option<char>) -> String {
    letter.map_or_else(|| "lettre-autre".to_owned(), |letter| format!("lettre-{}", letter.to_ascii_lowercase()))
}

/// Words, each with what it means.
#[component]
fn TermList(
    /// All the words, to which some lead.
    glossary: &'static Glossary,
    /// Those to show.
    terms: Vec<&'static Term>,
    /// The level of their headings.
    level: u8,
) -> impl IntoView {
    let line = |term: &'static Term| {
        let link = view! { <a href=TeachingRoute::Term(term.id.clone()).to_hash()>{term.term.as_str()}</a> };
        let name = match level {
            2 => view! { <h2 class="word__name">{link}</h2> }.into_any(),
            _ => view! { <h3 class="word__name">{link}</h3> }.into_any(),
        };
        view! {
            <li class="word">
                {name}
                <TermBody glossary term />
            </li>
        }
    };
    view! {
        <ul role="list" class="words">
            {terms.into_iter().map(line).collect_view()}
        </ul>
    }
}

/// What a word stands for and means, when it was used, and what is said today.
#[component]
pub fn TermBody(
    /// All the words, to which this one may lead.
    glossary: &'static Glossary,
    /// The word.
    term: &'static Term,
) -> impl IntoView {
    let today = term.today.as_ref().and_then(|id| glossary.term(id)).map(|today| {
        view! {
            <p>
                "On dit aujourd’hui\u{a0}: "
                <a href=TeachingRoute::Term(today.id.clone()).to_hash()>{today.term.as_str()}</a>
            </p>
        }
    });
    let stands_for = term.stands_for.as_ref().map(|letters| view! { <p class="word__letters">{letters.as_str()}</p> });
    let used = text::used(term).map(|used| view! { <p class="hint">{used}</p> });
    let is_former = term.to.is_some().then(|| view! { <span class="chip chip--plain">"Ancien nom"</span> });
    view! {
        {is_former}
        {stands_for}
        <p>{term.meaning.as_str()}</p>
        {today}
        {used}
    }
}
