//! A case written here, part by part: each one is stored on its own.

use super::super::known::Known;
use super::answers::AnswersSection;
use super::identity::IdentitySection;
use super::orientations::OrientationsSection;
use super::topics::TopicsSection;
use super::{Absent, Editing, back};
use crate::domain::interview::id::CaseId;
use crate::route::exercise::ExerciseRoute;
use crate::text::exercise_cases as text;
use crate::ui::components::{FieldFault, Page};
use leptos::prelude::*;

/// The editor, or that the case is not here.
#[component]
pub fn EditPage(
    /// What a whole case needs.
    known: Known,
    /// Which case.
    id: CaseId,
) -> impl IntoView {
    let Some(edited) = Editing::open(known, &id) else { return view! { <Absent /> }.into_any() };
    let is_here = Memo::new(move |_| edited.case.with(Option::is_some));
    let way = StoredValue::new(ExerciseRoute::Case(id).to_hash());
    view! {
        <Show when=move || is_here.get() fallback=|| view! { <Absent /> }>
            <Editor edited way=way.get_value() />
        </Show>
    }
    .into_any()
}

/// Every part, in the order in which one writes.
#[component]
fn Editor(
    /// The case.
    edited: Editing,
    /// The address of its sheet.
    way: String,
) -> impl IntoView {
    let title = Signal::derive(move || edited.say(text::title));
    let faults = RwSignal::new(Vec::<FieldFault>::new());
    let faulty = Signal::derive(move || faults.with(|faults| !faults.is_empty()));
    let known = edited.known;
    let missing = Memo::new(move |_| {
        edited.say(|case| {
            let missing = case.missing(known.questionnaire, known.rulebook);
            let words = |one| text::missing(one, case, known.questionnaire, known.rulebook);
            missing.iter().map(words).collect::<Vec<String>>()
        })
    });
    let rows = move || missing.get().into_iter().map(|one| view! { <li>{one}</li> }).collect_view();
    view! {
        <Page title lead=text::FICTIONAL back=back() faulty>
            <section class="card stack stack--tight" aria-labelledby="cas-etat">
                <h2 id="cas-etat">"Où en est ce cas"</h2>
                <p role="status">{move || text::state(missing.with(Vec::len))}</p>
                <Show when=move || missing.with(|missing| !missing.is_empty())>
                    <details class="disclosure">
                        <summary>"Ce qu’il reste à compléter"</summary>
                        <ul>{rows}</ul>
                    </details>
                </Show>
                <p>
                    <a class="button" href=way>
                        "Voir la fiche du cas"
                    </a>
                </p>
            </section>
            <IdentitySection edited faults />
            <TopicsSection edited />
            <AnswersSection edited />
            <OrientationsSection edited />
        </Page>
    }
}
