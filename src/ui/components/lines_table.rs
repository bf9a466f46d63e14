//! What became of the lines of a file that was read: a page of them in a table.

use super::Pager;
use crate::domain::paging::Paging;
use crate::text::format;
use leptos::prelude::*;

/// How many lines a page shows.
const PAGE: usize = 50;

/// The pages of so many lines.
pub fn line_pages(total: impl Fn() -> usize + Send + Sync + 'static) -> Signal<Paging> {
    Signal::derive(move || Paging { total: total(), size: PAGE })
}

/// The table, and the way through its pages. Each row begins with the number of its line.
#[component]
pub fn LinesTable(
    /// Its class in the style sheet, where its columns are many.
    #[prop(optional)]
    class: &'static str,
    /// The lines, page by page.
    paging: Signal<Paging>,
    /// The page that is shown.
    page: RwSignal<usize>,
    /// Over the columns that follow the number of the line.
    heads: &'static [&'static str],
    /// What the ways through its pages are called.
    label: &'static str,
    /// The rows of the page.
    children: Children,
) -> impl IntoView {
    let caption = move || {
        let count = format::count(format::number(paging.get().total), "ligne", "lignes");
        format!("{count}, avec le numéro de chacune dans le fichier")
    };
    let head = |head: &&'static str| view! { <th scope="col">{*head}</th> };
    view! {
        <div class="table-scroll" role="region" aria-label="Tableau des lignes" tabindex="0">
            <table class=format!("table {class}")>
                <caption>{caption}</caption>
                <thead>
                    <tr>
                        <th scope="col" class="number">
                            "Ligne"
                        </th>
                        {heads.iter().map(head).collect_view()}
                    </tr>
                </thead>
                <tbody>{children()}</tbody>
            </table>
        </div>
        <Pager paging page label />
    }
}
