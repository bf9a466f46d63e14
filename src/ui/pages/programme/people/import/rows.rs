//! What would be done with each row, and what a person says of those that may be somebody known.

use super::Import;
use crate::exchange::people_import::{Choice, Trial, Tried};
use crate::text::{format, programme_import as text};
use crate::ui::components::{LinesTable, line_pages};
use leptos::prelude::*;

/// Which rows are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Looked {
    Twins,
    Rejected,
    Incomplete,
    All,
}

impl Looked {
    const ALL: [(Self, &'static str); 4] = [
        (Self::Twins, "Doublons possibles"),
        (Self::Rejected, "Non reprises"),
        (Self::Incomplete, "À compléter"),
        (Self::All, "Toutes"),
    ];

    fn holds(self, row: &Tried) -> bool {
        match self {
            Self::Twins => row.draft.is_ok() && row.twin.is_some(),
            Self::Rejected => row.draft.is_err(),
            Self::Incomplete => row.draft.is_ok() && row.twin.is_none() && !row.issues.is_empty(),
            Self::All => true,
        }
    }

    fn places(self, trial: &Trial) -> Vec<usize> {
        let rows = trial.rows.iter().enumerate().filter(|(_, row)| self.holds(row));
        rows.map(|(nth, _)| nth).collect()
    }
}

/// The rows, page by page.
#[component]
pub fn RowsPart(
    /// The import.
    import: Import,
) -> impl IntoView {
    let trial = import.trial;
    let first = trial.with_untracked(|trial| {
        let some = Looked::ALL.into_iter().find(|(looked, _)| trial.rows.iter().any(|row| looked.holds(row)));
        some.map_or(Looked::All, |(looked, _)| looked)
    });
    let (looked, page) = (RwSignal::new(first), RwSignal::new(0));
    let places = Memo::new(move |_| trial.with(|trial| looked.get().places(trial)));
    let paging = line_pages(move || places.with(Vec::len));
    let shown = move || {
        let rows = paging.get().rows(page.get());
        let places = places.with(|places| places.get(rows).map(<[usize]>::to_vec).unwrap_or_default());
        trial.with(|trial| {
            let row = |nth: usize| Some((nth, trial.rows.get(nth)?.clone()));
            places.into_iter().filter_map(row).collect::<Vec<_>>()
        })
    };
    let rows = move || shown().into_iter().map(|(nth, row)| view! { <Row import nth row /> }).collect_view();
    let choice = move |(value, label): (Looked, &'static str)| {
        let number = move || trial.with(|trial| trial.rows.iter().filter(|row| value.holds(row)).count());
        let choose = move |_| {
            looked.set(value);
            page.set(0);
        };
        view! {
            <label class="choice">
                <input type="radio" name="lignes" prop:checked=move || looked.get() == value on:change=choose />
                <span>{label} " (" {number} ")"</span>
            </label>
        }
    };
    view! {
        <section class="stack" aria-labelledby="lignes">
            <h2 id="lignes">"Les lignes"</h2>
            <fieldset class="group stack stack--tight">
                <legend>"Lignes à montrer"</legend>
                <div class="choices choices--inline">{Looked::ALL.map(choice).collect_view()}</div>
            </fieldset>
            <AllTwins import />
            <LinesTable
                class="import-lines"
                paging
                page
                heads=&["Personne", "Structure", "Ce qu’il faut savoir"]
                label="Pages des lignes"
            >
                {rows}
            </LinesTable>
        </section>
    }
}

/// One word for every row that may be somebody known; nothing when there is only one.
#[component]
fn AllTwins(
    /// The import.
    import: Import,
) -> impl IntoView {
    let twins = Memo::new(move |_| import.trial.with(|trial| Looked::Twins.places(trial)));
    let say = move |choice: Choice| {
        twins.with_untracked(|twins| import.say(twins, Some(choice)));
    };
    let button = move |choice: Choice| {
        view! {
            <button type="button" class="button" on:click=move |_| say(choice)>
                {text::choice(choice)}
            </button>
        }
    };
    view! {
        <Show when=move || twins.with(|twins| twins.len() > 1)>
            <div class="stack stack--tight" role="group" aria-labelledby="doublons">
                <p id="doublons">"Pour tous les doublons possibles\u{a0}:"</p>
                <div class="row">{Choice::ALL.map(button).collect_view()}</div>
            </div>
        </Show>
    }
}

/// One row.
#[component]
fn Row(
    /// The import.
    import: Import,
    /// Its place among the rows.
    nth: usize,
    /// What would be done with it.
    row: Tried,
) -> impl IntoView {
    let chip = match (&row.draft, &row.twin) {
        (Err(_), _) => "chip chip--fault",
        (Ok(_), Some(_)) => "chip chip--caution",
        (Ok(_), None) if row.issues.is_empty() => "chip",
        (Ok(_), None) => "chip chip--plain",
    };
    let told = text::told(&row).into_iter().map(|said| view! { <li>{said}</li> }).collect_view();
    let is_twin = row.draft.is_ok() && row.twin.is_some();
    let name = if row.name.is_empty() { "Sans nom".to_owned() } else { row.name.clone() };
    view! {
        <tr>
            <td class="number">{format::integer(row.line as u64)}</td>
            <th scope="row">{name.clone()}</th>
            <td>{row.structure.clone()}</td>
            <td>
                <span class=chip>{text::outcome(&row)}</span>
                <ul role="list" class="breakable">
                    {told}
                </ul>
                {is_twin.then(|| view! { <ChoiceOf import nth name /> })}
            </td>
        </tr>
    }
}

/// What a person says of a row that may be somebody known.
#[component]
fn ChoiceOf(
    /// The import.
    import: Import,
    /// Its place among the rows.
    nth: usize,
    /// What it is called.
    name: String,
) -> impl IntoView {
    let id = format!("doublon-{nth}");
    let chosen = move || import.said(nth).map_or("", Choice::code);
    let choose = move |event| import.say(&[nth], Choice::from_code(&event_target_value(&event)));
    let option = move |choice: Choice| {
        view! {
            <option value=choice.code() selected=move || chosen() == choice.code()>
                {text::choice(choice)}
            </option>
        }
    };
    view! {
        <label class="visually-hidden" for=id.clone()>
            "Qui est-ce\u{a0}: "
            {name}
        </label>
        <select class="input" id=id prop:value=chosen on:change=choose>
            <option value="" selected=move || chosen().is_empty()>"À décider (sinon, laissée de côté)"</option>
            {Choice::ALL.map(option).collect_view()}
        </select>
    }
}
