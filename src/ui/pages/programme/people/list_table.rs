//! The people of a page of the list, in a table.

use super::super::board::Board;
use crate::domain::programme::roster::{Line, Priority};
use crate::route::programme::ProgrammeRoute;
use crate::text::programme as words;
use crate::text::programme_people as text;
use leptos::prelude::*;
use std::sync::Arc;

/// The table.
#[component]
pub fn PeopleTable(
    /// The cycle.
    board: Board,
    /// The people shown.
    lines: Signal<Vec<Arc<Line>>>,
) -> impl IntoView {
    view! {
        <div class="table-scroll" role="region" aria-label="Tableau des personnes" tabindex="0">
            <table class="table people">
                <caption>"Les personnes, dans l’ordre des noms"</caption>
                <thead>
                    <tr>
                        <th scope="col">"Nom"</th>
                        <th scope="col">"Structure"</th>
                        <th scope="col">"Commune"</th>
                        <th scope="col">"Priorité"</th>
                        <th scope="col">"Place dans le cycle"</th>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || lines.get() key=Arc::clone let(line)>
                        <Row board line />
                    </For>
                </tbody>
            </table>
        </div>
    }
}

/// One person.
#[component]
fn Row(
    /// The cycle.
    board: Board,
    /// Who.
    line: Arc<Line>,
) -> impl IntoView {
    let person = &line.person;
    let structure = match (&line.structure, &person.structure) {
        (Some(structure), _) => structure.name.clone(),
        (None, Some(_)) => "Structure supprimée".to_owned(),
        (None, None) => "À compléter".to_owned(),
    };
    let commune = person.commune.as_ref().and_then(|code| board.communes.by_code(code));
    let chip = match Priority::of(&line.eligibility) {
        Priority::First => "chip",
        Priority::NotFirst => "chip chip--plain",
        Priority::Unknown => "chip chip--caution",
    };
    let needs = (!person.needs.is_empty()).then_some("Aménagement demandé");
    let standing = line.standing.clone();
    let place = move || board.programme.with(|programme| text::standing(programme, &standing));
    view! {
        <tr>
            <th scope="row">
                <a href=ProgrammeRoute::Person(person.id.clone()).to_hash()>{text::name(person)}</a>
                {needs.map(|needs| view! { <span class="people__needs">{needs}</span> })}
            </th>
            <td>
                {structure}
                {line.kind().map(|kind| view! { <span class="hint people__kind">{words::structure_kind_short(kind)}</span> })}
            </td>
            <td>{commune.map_or_else(|| "À compléter".to_owned(), |commune| commune.name.clone())}</td>
            <td>
                <span class=chip>{text::priority(Priority::of(&line.eligibility))}</span>
                <span class="hint people__why">{why(&line)}</span>
            </td>
            <td>{place}</td>
        </tr>
    }
}

/// Why they come first or not, when the chip does not say it all.
fn why(line: &Line) -> Option<String> {
    let said = text::eligibility(&line.eligibility);
    let chip = text::priority(Priority::of(&line.eligibility));
    let rest = said.strip_prefix(chip).map(|rest| rest.trim_start_matches("\u{a0}: ").trim());
    let why = rest.unwrap_or(&said);
    (!why.is_empty()).then(|| why.to_owned())
}
