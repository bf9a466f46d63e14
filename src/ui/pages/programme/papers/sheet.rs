//! The sheets of a document, laid out as they are printed.

use super::super::board::Board;
use crate::content::objectives::objectives;
use crate::domain::programme::document::Paper as Document;
use crate::domain::programme::id::SessionId;
use crate::text::programme_papers::{self as text, Block, Sheet, Source, Table, Width};
use crate::text::programme_wording::Wording;
use crate::ui::pages::teaching::known::versions_in;
use leptos::prelude::*;

/// Reads what documents are made from, followed; nothing when the session is not here.
fn read<T: Default>(board: Board, id: &SessionId, is_blank: bool, make: impl FnOnce(Source<'_>) -> T) -> T {
    let Ok(objectives) = objectives() else { return T::default() };
    let wording = board.saver.state().with_tables(Wording::read);
    let versions = board.saver.state().with_tables(versions_in);
    board.programme.with(|programme| {
        let Some(session) = programme.session(id) else { return T::default() };
        let Board { communes, today, .. } = board;
        let followed = session.curriculum.as_ref();
        let curriculum = followed.and_then(|id| versions.iter().find(|version| version.id == *id));
        make(Source { programme, session, communes, objectives, wording: &wording, curriculum, today, is_blank })
    })
}

/// The sheets of a document, followed.
pub fn made(board: Board, id: SessionId, document: Document, is_blank: bool) -> Memo<Vec<Sheet>> {
    Memo::new(move |_| read(board, &id, is_blank, |source| text::sheets(document, source)))
}

/// The foot of each page, followed.
pub fn foot(board: Board, id: SessionId) -> Signal<String> {
    Signal::derive(move || read(board, &id, false, text::foot))
}

/// Each sheet begins a page.
#[component]
pub fn Sheets(
    /// The sheets.
    sheets: Memo<Vec<Sheet>>,
) -> impl IntoView {
    move || sheets.with(|sheets| sheets.iter().map(sheet).collect_view())
}

fn sheet(sheet: &Sheet) -> impl IntoView + use<> {
    let is_signed = sheet.blocks.iter().any(|block| matches!(block, Block::Table(table) if table.is_signed));
    let of = (!sheet.of.is_empty()).then(|| view! { <p class="sheet-head__date">{sheet.of.clone()}</p> });
    view! {
        <section class="paper__sheet" class:paper__sheet--signed=is_signed>
            <header class="sheet-head">
                <h2 class="sheet-head__title">{sheet.title.clone()}</h2>
                {of}
            </header>
            {sheet.blocks.iter().map(|one| block(one, &sheet.title)).collect_view()}
        </section>
    }
}

fn block(block: &Block, title: &str) -> AnyView {
    match block {
        Block::Mentions(lines) if lines.is_empty() => {
            view! { <p class="paper__mentions paper__blank" aria-hidden="true"></p> }.into_any()
        }
        Block::Mentions(lines) => view! { <p class="paper__mentions paper__lines">{lines.join("\n")}</p> }.into_any(),
        Block::Heading(heading) => view! { <h3>{*heading}</h3> }.into_any(),
        Block::Paragraph(text) => view! { <p>{text.clone()}</p> }.into_any(),
        Block::Lines(text) => view! { <p class="paper__lines">{text.clone()}</p> }.into_any(),
        Block::List(lines) => {
            let lines = lines.iter().map(|line| view! { <li>{line.clone()}</li> }).collect_view();
            view! { <ul>{lines}</ul> }.into_any()
        }
        Block::Facts(facts) => {
            let facts = facts.iter().map(|(name, value)| {
                view! {
                    <dt>{*name}</dt>
                    <dd class="paper__lines" class:paper__blank=value.is_empty()>
                        {value.clone()}
                    </dd>
                }
            });
            view! { <dl class="facts">{facts.collect_view()}</dl> }.into_any()
        }
        Block::Table(table) => self::table(table, title).into_any(),
        Block::Writing(lines) => {
            let line = || view! { <div class="paper__blank"></div> };
            view! { <div class="paper__writing" aria-hidden="true">{(0..*lines).map(|_| line()).collect_view()}</div> }
                .into_any()
        }
        Block::Signatures(boxes) => {
            let boxes = boxes.iter().map(|said| view! { <p class="paper__signature">{said.clone()}</p> });
            view! { <div class="paper__signatures">{boxes.collect_view()}</div> }.into_any()
        }
    }
}

fn width(width: Width) -> &'static str {
    match width {
        Width::Number => "paper__number",
        Width::Narrow => "paper__narrow",
        Width::Usual => "paper__usual",
        Width::Wide => "paper__wide",
    }
}

fn table(table: &Table, title: &str) -> impl IntoView + use<> {
    // Several sheets may stand on a page: each table has a name of its own.
    let label = format!("{}, {title}", table.caption);
    let heads = table.heads.iter().map(|head| {
        view! {
            <th scope="col" class=width(head.width)>
                {head.name}
            </th>
        }
    });
    let heads = heads.collect_view();
    // Who a row is about: its second cell, or its first when it bears no number. A row to fill is about nobody yet.
    let named = usize::from(table.heads.first().is_some_and(|head| head.width == Width::Number));
    let row = |cells: &Vec<String>| {
        let cell = |(nth, cell): (usize, &String)| match nth == named && !cell.is_empty() {
            true => view! { <th scope="row">{cell.clone()}</th> }.into_any(),
            false => view! { <td>{cell.clone()}</td> }.into_any(),
        };
        view! { <tr>{cells.iter().enumerate().map(cell).collect_view()}</tr> }
    };
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=label>
            <table class="table" class:paper__signing=table.is_signed>
                <caption>{table.caption.clone()}</caption>
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{table.rows.iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}
