//! A document in chapters, as it comes out on paper.

use super::book_chart::{bar, key};
use crate::browser::dom;
use crate::domain::book::{Bar, Book, Chapter, Head, Opening, Part, Table, Width};
use leptos::prelude::*;
use std::sync::Arc;

/// The whole document: its cover, the list of its chapters, and each of them.
#[component]
pub fn BookSheets(
    /// The document.
    book: Arc<Book>,
    /// The name of the list of chapters.
    summary: &'static str,
) -> impl IntoView {
    let entry = |(number, chapter): (usize, &Chapter)| {
        let id = anchor(number);
        let href = format!("#{id}");
        let go = move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            dom::focus(&id);
        };
        view! {
            <li>
                <a href=href on:click=go>
                    {chapter.title.clone()}
                </a>
            </li>
        }
    };
    let subtitle = (!book.subtitle.is_empty()).then(|| view! { <p class="book__subtitle">{book.subtitle.clone()}</p> });
    let is_brief = book.opening == Opening::Head;
    view! {
        <section class="book__cover" class:book__cover--head=is_brief>
            <h2 class="book__title">{book.title.clone()}</h2>
            {subtitle}
            {facts(&book.cover)}
        </section>
        <nav class="book__summary" class:screen-only=is_brief aria-label=summary>
            <h3>{summary}</h3>
            <ol>{book.chapters.iter().enumerate().map(entry).collect_view()}</ol>
        </nav>
        {book.chapters.iter().enumerate().map(|(number, one)| chapter(number, one)).collect_view()}
    }
}

fn anchor(number: usize) -> String {
    format!("chapitre-{}", number + 1)
}

fn chapter(number: usize, chapter: &Chapter) -> impl IntoView + use<> {
    view! {
        <section class="book__chapter" class:book__chapter--page=chapter.is_on_new_page>
            <h3 class="book__chapter-title" id=anchor(number) tabindex="-1">
                {chapter.title.clone()}
            </h3>
            {chapter.parts.iter().map(part).collect_view()}
        </section>
    }
}

fn part(part: &Part) -> AnyView {
    match part {
        Part::Heading(text) => view! { <h4>{text.clone()}</h4> }.into_any(),
        Part::Subheading(text) => view! { <h5>{text.clone()}</h5> }.into_any(),
        Part::Text(text) => view! { <p class="book__lines">{text.clone()}</p> }.into_any(),
        Part::Callout(text) => view! { <p class="book__lines book__callout">{text.clone()}</p> }.into_any(),
        Part::List(entries) => view! { <ul>{entries_of(entries)}</ul> }.into_any(),
        Part::Steps(entries) => view! { <ol>{entries_of(entries)}</ol> }.into_any(),
        Part::Boxes(entries) => view! {
            <ul role="list" class="book__boxes">
                {entries_of(entries)}
            </ul>
        }
        .into_any(),
        Part::Facts(entries) => facts(entries),
        Part::Table(one) => table(one, None),
        Part::Chart(one) => view! {
            {table(&one.table, Some((&one.drawn, &one.bars)))}
            {key(&one.key)}
        }
        .into_any(),
        Part::Writing(lines) => {
            let line = |_| view! { <div class="book__blank"></div> };
            view! { <div aria-hidden="true">{(0..*lines).map(line).collect_view()}</div> }.into_any()
        }
    }
}

fn entries_of(entries: &[String]) -> impl IntoView + use<> {
    entries.iter().map(|entry| view! { <li class="book__lines">{entry.clone()}</li> }).collect_view()
}

fn facts(entries: &[(String, String)]) -> AnyView {
    let entry = |(name, value): &(String, String)| {
        view! {
            <dt>{name.clone()}</dt>
            <dd class="book__lines">{value.clone()}</dd>
        }
    };
    let entries = (!entries.is_empty()).then(|| entries.iter().map(entry).collect_view());
    entries.map(|entries| view! { <dl class="facts book__facts">{entries}</dl> }).into_any()
}

/// A table; what is drawn of its rows stands after the first cell of each.
fn table(table: &Table, drawn: Option<(&String, &Vec<Option<Bar>>)>) -> AnyView {
    let head = |(place, head): (usize, &Head)| {
        let drawing = drawn.filter(|_| place == 0).map(|(name, _)| {
            view! {
                <th scope="col" class="book__drawn">
                    {name.clone()}
                </th>
            }
        });
        view! {
            <th scope="col" class=width(head.width)>
                {head.name.clone()}
            </th>
            {drawing}
        }
    };
    let cell = |(place, cell): (usize, &String)| match place == 0 && !cell.is_empty() {
        true => view! { <th scope="row">{cell.clone()}</th> }.into_any(),
        false => view! { <td class="book__lines">{cell.clone()}</td> }.into_any(),
    };
    let row = |(at, row): (usize, &Vec<String>)| {
        let drawing = drawn.map(|(_, bars)| view! { <td>{bars.get(at).and_then(Option::as_ref).map(bar)}</td> });
        let mut cells = row.iter().enumerate().map(cell);
        view! { <tr>{cells.next()} {drawing} {cells.collect_view()}</tr> }
    };
    let is_crowded = table.heads.iter().any(|head| head.width == Width::Slim);
    let has_many = !is_crowded && table.heads.len() > MANY;
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=table.caption.clone()>
            <table class="table book__table" class:book__table--crowded=is_crowded class:book__table--many=has_many>
                <caption>{table.caption.clone()}</caption>
                <thead>
                    <tr>{table.heads.iter().enumerate().map(head).collect_view()}</tr>
                </thead>
                <tbody>{table.rows.iter().enumerate().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// More columns than this are set smaller.
const MANY: usize = 6;

fn width(width: Width) -> &'static str {
    match width {
        Width::Slim => "book__slim",
        Width::Narrow => "book__narrow",
        Width::Usual => "book__usual",
        Width::Wide => "book__wide",
    }
}
