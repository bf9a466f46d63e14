//! The result of an interview: what the answers show, what to propose, in which frame, with the person's agreement.

use super::axes::Axes;
use super::case::{Case, CaseGate};
use super::finish::Finish;
use super::framing::FramingSection;
use super::informed::InformedSection;
use super::orientations::Orientations;
use super::summary::Summary;
use crate::domain::interview::flow::Step;
use crate::records::RecordId;
use crate::route::{Return, Route};
use crate::ui::components::{BackTo, Page};
use leptos::prelude::*;

/// The screen of the result.
#[component]
pub fn ResultPage(
    /// Which interview.
    id: RecordId,
) -> impl IntoView {
    view! { <CaseGate id page=result /> }
}

fn result(case: Case) -> AnyView {
    let back = BackTo::new(Route::Step(case.id(), Step::Check, Return::Flow), "Vérifier les réponses");
    let title = Signal::derive(move || format!("{}\u{a0}: résultat et orientation", case.title()));
    view! {
        <Page
            title
            lead="Ce que montrent les réponses, axe par axe, et ce que l’on peut proposer. Ni note, ni total."
            back
        >
            <p class="visually-hidden" role="status">{move || case.said.get()}</p>
            <div class="with-aside result">
                <Summary case />
                <div class="result__body">
                    <Axes case />
                    <Orientations case />
                    <FramingSection case />
                    <InformedSection case />
                    <Finish case />
                </div>
            </div>
        </Page>
    }
    .into_any()
}
