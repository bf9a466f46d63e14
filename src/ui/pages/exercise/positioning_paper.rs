//! The positioning sheet on paper: both moments on one page, blank.

use super::known::{Known, back_to};
use crate::domain::curriculum::objective::ObjectiveGroup;
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::work::{Grade, Moment};
use crate::text::{exercise as words, exercise_positioning as text};
use crate::ui::components::Page;
use crate::ui::pages::result::{BlankLine, Paper, PrintButton};
use leptos::prelude::*;

/// The sheet.
#[component]
pub fn PositioningPaperPage(
    /// What is delivered.
    known: Known,
    /// The exercise.
    code: ExerciseCode,
) -> impl IntoView {
    let foot = format!("Exercice {code} – Repères {}", env!("CARGO_PKG_VERSION"));
    view! {
        <Page
            title="Fiche de positionnement à imprimer"
            lead="Une page par numéro, pour le matin et pour le soir."
            back=back_to(code)
        >
            <div class="row screen-only">
                <PrintButton />
                <p class="hint">"Format A4. Imprimez autant d’exemplaires que de numéros."</p>
            </div>
            <Paper class="paper--exercise" label="Aperçu de la fiche de positionnement" foot>
                <PositioningSheet known code />
            </Paper>
        </Page>
    }
}

/// One page: the objectives, and a box for each grade at each moment.
#[component]
pub fn PositioningSheet(
    /// What is delivered.
    known: Known,
    /// The exercise.
    code: ExerciseCode,
) -> impl IntoView {
    let legend = Grade::ALL.map(|grade| view! { <li>{text::ranked(grade)}</li> }).into_iter().collect_view();
    let moments = Moment::ALL
        .map(|at| {
            view! {
                <th scope="colgroup" colspan="4">
                    {words::moment(at)}
                </th>
            }
        })
        .into_iter()
        .collect_view();
    let groups = known.objectives.groups.iter().map(|group| view! { <Rows group /> }).collect_view();
    view! {
        <section class="paper__sheet positioning-sheet">
            <header class="sheet-head">
                <h2 class="sheet-head__title">"Où j’en suis"</h2>
                <p class="sheet-head__date">{format!("Exercice {code}")}</p>
            </header>
            <BlankLine label="Numéro du ticket" />
            <p class="hint">{text::PAPER_HINT}</p>
            <ol role="list" class="marks">
                {legend}
            </ol>
            <div class="table-scroll" tabindex="0" role="region" aria-label="Tableau des objectifs">
                <table class="table positioning-sheet__table">
                    <thead>
                        <tr>
                            <th scope="col">"Objectif"</th>
                            {moments}
                        </tr>
                    </thead>
                    {groups}
                </table>
            </div>
        </section>
    }
}

/// The objectives of a group.
#[component]
fn Rows(
    /// The group.
    group: &'static ObjectiveGroup,
) -> impl IntoView {
    let boxes = || {
        let ranks = Moment::ALL.iter().flat_map(|_| 1..=Grade::ALL.len());
        ranks.map(|rank| view! { <td class="positioning-sheet__box">{rank}</td> }).collect_view()
    };
    let rows = group.objectives.iter().map(|objective| {
        view! {
            <tr>
                <th scope="row">{objective.said.as_str()}</th>
                {boxes()}
            </tr>
        }
    });
    view! {
        <tbody>
            <tr>
                <th scope="rowgroup" colspan="9" class="positioning-sheet__group">
                    {group.title.as_str()}
                </th>
            </tr>
            {rows.collect_view()}
        </tbody>
    }
}
