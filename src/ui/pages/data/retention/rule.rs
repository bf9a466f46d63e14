//! What the organisation decided: how long, and what it must keep.

use super::field::Names;
use crate::domain::retention::{Rule, change_rule};
use crate::domain::retention_draft::RuleDraft;
use crate::state::AppState;
use crate::text::retention as text;
use crate::ui::components::{ErrorSummary, FieldFault, Messages, Rewrite, Takes, TextField};
use crate::ui::save::Saver;
use leptos::prelude::*;

const NAMES: Names = Names {
    months: "conservation-mois",
    proof_months: "conservation-presences",
    answer_months: "conservation-reponses",
    reason: "obligation-motif",
    until: "obligation-date",
};

/// The rule, to read over and to change. A field that nobody types in is not written: it may have changed elsewhere.
#[component]
pub fn RuleSection() -> impl IntoView {
    let (state, saver, messages) = (AppState::expect(), Saver::expect(), Messages::expect());
    let stored = Memo::new(move |_| state.with_tables(|tables| RuleDraft::from(&Rule::of(tables))));
    let months = Rewrite::of(move || stored.with(|draft| draft.months.clone()));
    let proof_months = Rewrite::of(move || stored.with(|draft| draft.proof_months.clone()));
    let answer_months = Rewrite::of(move || stored.with(|draft| draft.answer_months.clone()));
    let reason = Rewrite::of(move || stored.with(|draft| draft.reason.clone()));
    let until = Rewrite::of(move || stored.with(|draft| draft.until.clone()));
    let faults = RwSignal::new(Vec::<FieldFault>::new());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let sent = RuleDraft {
            months: months.now(),
            proof_months: proof_months.now(),
            answer_months: answer_months.now(),
            reason: reason.now(),
            until: until.now(),
        };
        match sent.read() {
            Ok(rule) => {
                faults.set(Vec::new());
                let changes = state.with_tables_now(|tables| change_rule(&Rule::of(tables), &rule));
                saver.save_then(changes, move || {
                    months.settle(&sent.months);
                    proof_months.settle(&sent.proof_months);
                    answer_months.settle(&sent.answer_months);
                    reason.settle(&sent.reason);
                    until.settle(&sent.until);
                    messages.done("Règle enregistrée", "Elle voyage avec vos fichiers de sauvegarde.");
                });
            }
            Err(found) => faults.set(found.into_iter().map(|fault| NAMES.in_words(fault)).collect()),
        }
    };
    view! {
        <section class="stack" aria-labelledby="regle">
            <h2 id="regle">"La règle de votre organisation"</h2>
            <form class="stack card" on:submit=submit novalidate>
                <ErrorSummary faults />
                <TextField
                    id=NAMES.months
                    label="Durée de conservation des entretiens"
                    is_optional=true
                    hint=text::MONTHS_HINT
                    takes=Takes::Number
                    value=months
                    faults
                />
                <TextField
                    id=NAMES.proof_months
                    label="Durée de conservation des présences"
                    is_optional=true
                    hint=text::PROOF_MONTHS_HINT
                    takes=Takes::Number
                    value=proof_months
                    faults
                />
                <TextField
                    id=NAMES.answer_months
                    label="Durée de conservation des réponses à l’évaluation"
                    is_optional=true
                    hint=text::ANSWER_MONTHS_HINT
                    takes=Takes::Number
                    value=answer_months
                    faults
                />
                <fieldset class="group stack" aria-describedby="obligation-aide">
                    <legend>"Obligation de garder (facultatif)"</legend>
                    <p id="obligation-aide" class="hint">
                        {text::HOLD_HINT}
                    </p>
                    <TextField
                        id=NAMES.reason
                        label="Motif"
                        takes=Takes::Line
                        value=reason
                        faults
                    />
                    <TextField
                        id=NAMES.until
                        label="Jusqu’au"
                        takes=Takes::Date
                        value=until
                        faults
                    />
                </fieldset>
                <div class="row">
                    <button type="submit" class="button">
                        "Enregistrer la règle"
                    </button>
                </div>
            </form>
        </section>
    }
}
