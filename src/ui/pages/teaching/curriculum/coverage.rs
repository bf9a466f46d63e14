//! The objectives and the sequences that work on them: in a table, and one by one on a telephone.

use super::super::known::{Followed, Known, back_to};
use super::findings::{Findings, coverage};
use crate::domain::curriculum::coverage::{Cell, Coverage, Row};
use crate::domain::curriculum::sequence::SequenceId;
use crate::domain::curriculum::version::{Curriculum, CurriculumId};
use crate::route::teaching::{TeachingRoute, VersionPart};
use crate::text::programme::minutes;
use crate::text::teaching_coverage as told;
use crate::ui::components::Page;
use leptos::prelude::*;
use std::sync::Arc;

const LEGEND: &str = "legende-couverture";

/// What a version covers.
#[component]
pub fn CoveragePage(
    /// What is known.
    known: Known,
    /// The version, followed.
    version: Followed,
    /// Which one.
    id: CurriculumId,
) -> impl IntoView {
    let coverage = coverage(known, version);
    let is_writable = Memo::new(move |_| version.with(|version| version.as_ref().is_some_and(|one| one.is_writable())));
    let back = back_to(known, &id);
    let both = move || Some((version.get()?, coverage.get()?));
    let lead = "Chaque objectif du cahier des charges, les séquences où l’on y est actif et celles qui l’évaluent.";
    view! {
        <Page title="Couverture des objectifs" lead back>
            <Findings version=id.clone() coverage is_writable />
            {move || both().map(|(_, coverage)| shares(&coverage))}
            {move || both().map(|(version, coverage)| table(&version, &coverage))}
            {move || both().map(|(version, coverage)| one_by_one(&version, &coverage))}
        </Page>
    }
}

/// How the time is shared.
fn shares(coverage: &Coverage) -> impl IntoView + use<> {
    let line = |line: String| view! { <li>{line}</li> };
    view! {
        <section class="stack stack--tight" aria-labelledby="temps">
            <h2 id="temps">"Le temps"</h2>
            <p>{told::time(coverage)}</p>
            <ul>{told::methods(coverage).into_iter().map(line).collect_view()}</ul>
        </section>
    }
}

/// The way to a sequence, by its name.
fn way(version: &Curriculum, id: &SequenceId) -> (String, String) {
    let title = version.day.sequence(id).map(|sequence| sequence.title.clone()).unwrap_or_default();
    (TeachingRoute::Version(version.id.clone(), VersionPart::Sequence(id.clone())).to_hash(), title)
}

/// The whole, within a frame that scrolls: its heads stay in view.
fn table(version: &Arc<Curriculum>, coverage: &Coverage) -> impl IntoView + use<> {
    let head = |id: &SequenceId| {
        let (to, title) = way(version, id);
        view! {
            <th scope="col" class="covered__sequence">
                <a href=to>{title}</a>
            </th>
        }
    };
    let row = |row: &Row| {
        view! {
            <tr>
                <th scope="row">{row.title.clone()}</th>
                {row.cells.iter().map(cell).collect_view()}
                <td class="number">{minutes(row.active)}</td>
                <td>{told::assessed_by(row)}</td>
            </tr>
        }
    };
    let whole = |id: &SequenceId| {
        let active = version.day.sequence(id).map(|sequence| u32::from(sequence.active_minutes()));
        view! { <td class="number">{active.filter(|minutes| *minutes > 0).map(minutes)}</td> }
    };
    view! {
        <div class="stack stack--tight covered-whole">
            <p id=LEGEND>
                "Un nombre dit les minutes où l’on est actif\u{202f}; «\u{202f}éval.\u{202f}», que l’objectif y est évalué. "
                <span class="hint screen-only">"Le tableau défile dans son cadre."</span>
            </p>
            <div class="table-scroll matrix-frame" role="region" aria-label="Tableau de couverture" tabindex="0">
                <table class="table covered" aria-describedby=LEGEND>
                    <caption>{format!("Objectifs et séquences de «\u{202f}{}\u{202f}»", version.title)}</caption>
                    <thead>
                        <tr>
                            <th scope="col">"Objectif"</th>
                            {coverage.columns.iter().map(head).collect_view()}
                            <th scope="col">"En tout"</th>
                            <th scope="col">"Évalué par"</th>
                        </tr>
                    </thead>
                    <tbody>{coverage.rows.iter().map(row).collect_view()}</tbody>
                    <tfoot>
                        <tr>
                            <th scope="row">"Minutes actives"</th>
                            {coverage.columns.iter().map(whole).collect_view()}
                            <td class="number">{minutes(coverage.active)}</td>
                            <td></td>
                        </tr>
                    </tfoot>
                </table>
            </div>
        </div>
    }
}

fn cell(cell: &Cell) -> impl IntoView + use<> {
    let is_empty = cell.is_empty();
    let active = (cell.minutes > 0).then(|| cell.minutes.to_string());
    let assessed = (!cell.assessed_by.is_empty()).then(|| view! { <span class="covered__mark">"éval."</span> });
    view! {
        <td class="covered__cell" class:covered__cell--worked={cell.minutes > 0}>
            {active} {assessed}
            {is_empty.then(|| view! { <span class="visually-hidden">"rien"</span> })}
        </td>
    }
}

/// The same on a telephone: what each objective has.
fn one_by_one(version: &Arc<Curriculum>, coverage: &Coverage) -> impl IntoView + use<> {
    let sequence = |id: &SequenceId, more: String| {
        let (to, title) = way(version, id);
        view! {
            <li>
                <a href=to>{title}</a>
                {more}
            </li>
        }
    };
    let row = |row: &Row| {
        let worked = row.worked_in(&coverage.columns).map(|(id, active)| sequence(id, format!(", {active}\u{a0}min")));
        let assessed = row.assessed_in(&coverage.columns).map(|(id, by)| sequence(id, told::by(by)));
        view! {
            <section class="stack stack--tight">
                <h3>{row.title.clone()}</h3>
                <p>{told::row(row)}</p>
                <ul>{worked.chain(assessed).collect_view()}</ul>
            </section>
        }
    };
    view! {
        <section class="stack covered-list screen-only" aria-labelledby="par-objectif">
            <h2 id="par-objectif">"Objectif par objectif"</h2>
            {coverage.rows.iter().map(row).collect_view()}
        </section>
    }
}
