//! What became of each row of a file, before anything is stored.

use super::import::ReadDirectory;
use crate::browser::dom;
use crate::exchange::csv::review::Review;
use crate::exchange::csv::{RowOutcome, RowReport};
use crate::text::{directory_import, format};
use crate::ui::components::{LinesTable, Notice, Tone, line_pages};
use leptos::prelude::*;
use std::sync::Arc;

/// The heading of the rows to look at.
const ROWS: &str = "lignes";

/// The counts, and what concerns the whole file.
#[component]
pub fn ImportSummary(
    /// What was read.
    read: Arc<ReadDirectory>,
) -> impl IntoView {
    let import = &read.import;
    let remarks: Vec<String> = directory_import::encoding(import.encoding)
        .into_iter()
        .chain(directory_import::version(import.version))
        .map(str::to_owned)
        .chain(directory_import::ignored_columns(&import.ignored_columns))
        .collect();
    let counts = import.counts;
    let to_review = (counts.with_remarks + counts.rejected) as u64;
    let see = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        dom::focus(ROWS);
    };
    view! {
        <section class="stack" aria-labelledby="compte-rendu">
            <h2 id="compte-rendu" tabindex="-1">
                "Compte rendu de lecture"
            </h2>
            <ul role="list" class="tally">
                <Tally kind="" number=counts.accepted one="lieu accepté" many="lieux acceptés" />
                <Tally kind="tally__item--remarks" number=counts.with_remarks one="accepté avec remarque" many="acceptés avec remarque" />
                <Tally kind="tally__item--rejected" number=counts.rejected one="ligne rejetée" many="lignes rejetées" />
            </ul>
            {(!remarks.is_empty())
                .then(|| {
                    view! {
                        <Notice tone=Tone::Caution title="À savoir sur ce fichier">
                            {remarks.into_iter().map(|remark| view! { <p>{remark}</p> }).collect_view()}
                        </Notice>
                    }
                })}
            {match to_review {
                0 => view! { <p>"Toutes les lignes sont acceptées, sans remarque."</p> }.into_any(),
                number => {
                    let label = format::count(number, "ligne à regarder", "lignes à regarder");
                    view! {
                        <p>
                            <a href="#lignes" on:click=see>
                                {label}
                            </a>
                            ", plus bas sur cette page."
                        </p>
                    }
                        .into_any()
                }
            }}
        </section>
    }
}

/// One count, large.
#[component]
fn Tally(
    /// Its variant in the style sheet.
    kind: &'static str,
    /// The number.
    number: usize,
    /// What is counted, in the singular.
    one: &'static str,
    /// And in the plural.
    many: &'static str,
) -> impl IntoView {
    let number = number as u64;
    let kind = if number == 0 { "tally__item--none" } else { kind };
    view! {
        <li class=format!("tally__item {kind}")>
            <span class="tally__number">{format::integer(number)}</span>
            " "
            <span>{format::agree(number, one, many)}</span>
        </li>
    }
}

/// The rows that deserve a look, page by page; nothing when none does.
#[component]
pub fn RowsToReview(
    /// What was read.
    read: Arc<ReadDirectory>,
) -> impl IntoView {
    let counts = read.import.counts;
    if counts.rejected + counts.with_remarks == 0 {
        return None;
    }
    let review = RwSignal::new(if counts.rejected > 0 { Review::Rejected } else { Review::All });
    let page = RwSignal::new(0);
    let total = move || match review.get() {
        Review::All => counts.rejected + counts.with_remarks,
        Review::Rejected => counts.rejected,
        Review::Remarks => counts.with_remarks,
    };
    let paging = line_pages(total);
    let rows = move || {
        let rows = read.import.to_review(review.get());
        let shown = paging.get().rows(page.get());
        rows.get(shown).unwrap_or_default().iter().map(|row| view! { <Row row=(*row).clone() /> }).collect_view()
    };
    Some(view! {
        <section class="stack" aria-labelledby=ROWS>
        <h2 id=ROWS tabindex="-1">"Lignes à regarder"</h2>
        {(counts.rejected > 0 && counts.with_remarks > 0).then(|| view! { <Filter review page /> })}
        <LinesTable paging page heads=&["Lieu", "Ce qu’il faut savoir"] label="Pages du compte rendu">
            {rows}
        </LinesTable>
        </section>
    })
}

/// Which rows to look at.
#[component]
fn Filter(
    /// The rows looked at.
    review: RwSignal<Review>,
    /// Goes back to the first page when they change.
    page: RwSignal<usize>,
) -> impl IntoView {
    let choices = [(Review::Rejected, "Lignes rejetées"), (Review::Remarks, "Remarques"), (Review::All, "Toutes")];
    let choice = move |(value, label): (Review, &'static str)| {
        let choose = move |_| {
            review.set(value);
            page.set(0);
        };
        view! {
            <label class="choice">
                <input type="radio" name="lignes" prop:checked=move || review.get() == value on:change=choose />
                <span>{label}</span>
            </label>
        }
    };
    view! {
        <fieldset class="group stack stack--tight">
            <legend>"Lignes à montrer"</legend>
            <div class="choices choices--inline">{choices.map(choice).collect_view()}</div>
        </fieldset>
    }
}

/// One row of the file.
#[component]
fn Row(
    /// What became of it.
    row: RowReport,
) -> impl IntoView {
    let sentences: Vec<String> = match &row.outcome {
        RowOutcome::Accepted => Vec::new(),
        RowOutcome::AcceptedWithRemarks(remarks) => remarks.iter().map(directory_import::remark).collect(),
        RowOutcome::Rejected(rejection) => vec![directory_import::rejection(rejection)],
    };
    let class = if matches!(row.outcome, RowOutcome::Rejected(_)) { "chip chip--fault" } else { "chip chip--caution" };
    let name = if row.name.is_empty() { "Sans nom".to_owned() } else { row.name };
    view! {
        <tr>
            <td class="number">{format::integer(row.line as u64)}</td>
            <th scope="row">{name}</th>
            <td>
                <span class=class>{directory_import::outcome(&row.outcome)}</span>
                <ul role="list" class="breakable">
                    {sentences.into_iter().map(|sentence| view! { <li>{sentence}</li> }).collect_view()}
                </ul>
            </td>
        </tr>
    }
}
