//! What the file says of the corrections made here; those that it contradicts are decided now, or later.

use super::weigh::{Weighed, Weighing};
use crate::domain::directory::local::choices::{Choice, Contradiction};
use crate::domain::paging::Paging;
use crate::text::local as text;
use crate::ui::components::Pager;
use leptos::prelude::*;
use std::sync::Arc;

/// How many corrections a page shows.
const PAGE: usize = 10;

/// The counts, and each contradicted correction with its choice.
#[component]
pub fn Corrections(
    /// The weighing of the file.
    weighing: Weighing,
    /// What was weighed.
    weighed: Arc<Weighed>,
) -> impl IntoView {
    let counts = text::verdicts(&weighed.verdicts)?;
    let page = RwSignal::new(0);
    let paging = Paging { total: weighed.contradicted.len(), size: PAGE };
    let rows = move || {
        let shown = weighed.contradicted.get(paging.rows(page.get())).unwrap_or_default();
        shown.iter().map(|one| view! { <Row weighing contradiction=one.clone() /> }).collect_view()
    };
    Some(view! {
        <section class="stack stack--tight" aria-labelledby="corrections-jugees">
            <h3 id="corrections-jugees">"Vos corrections"</h3>
            <p>{counts}</p>
            {rows}
            <Pager paging=Signal::stored(paging) page label="Pages des corrections contredites" />
        </section>
    })
}

/// A correction that the file contradicts.
#[component]
fn Row(
    /// The weighing of the file.
    weighing: Weighing,
    /// The correction.
    contradiction: Contradiction,
) -> impl IntoView {
    let Contradiction { life, place, field, correction } = contradiction.clone();
    let name = format!("choix-{}-{}", life.key.id, field.column());
    let contradiction = StoredValue::new(contradiction);
    let option = move |choice: Choice, label: &'static str| {
        let name = name.clone();
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name=name
                    prop:checked=move || contradiction.with_value(|one| weighing.choice(one)) == choice
                    on:change=move |_| contradiction.with_value(|one| weighing.choose(one, choice))
                />
                <span>{label}</span>
            </label>
        }
    };
    let options = [
        (Choice::Keep, "Garder notre correction"),
        (Choice::TakeImported, "Prendre la valeur du fichier"),
        (Choice::Later, "Décider plus tard, sur la fiche du lieu"),
    ];
    view! {
        <fieldset class="group stack stack--tight comparison__choice">
            <legend>{text::named(&place.name, &place.commune)}"\u{a0}: "{text::field(field)}</legend>
            <dl class="facts breakable">
                <dt>"Notre correction"</dt>
                <dd>{text::value(field, &correction.value)}</dd>
                <dt>"Avant"</dt>
                <dd>{text::value(field, &correction.instead_of)}</dd>
                <dt>"Dans ce fichier"</dt>
                <dd>{text::value(field, &field.value(&place))}</dd>
            </dl>
            <div class="choices">{options.map(|(choice, label)| option(choice, label))}</div>
        </fieldset>
    }
}
