//! What the organisation decided: how long, and what it must keep.

use super::field::{LineField, Names, Takes};
use crate::domain::retention::{Rule, change_rule};
use crate::domain::retention_draft::RuleDraft;
use crate::state::AppState;
use crate::text::retention as text;
use crate::ui::components::{ErrorSummary, FieldFault, Messages};
use crate::ui::save::Saver;
use leptos::prelude::*;

const NAMES: Names = Names { months: "conservation-mois", reason: "obligation-motif", until: "obligation-date" };

/// A field: what is stored, followed, until something else is typed.
#[derive(Clone, Copy)]
struct Field {
    typed: RwSignal<Option<String>>,
    shown: Signal<String>,
}

impl Field {
    fn new(stored: Memo<RuleDraft>, of: fn(RuleDraft) -> String) -> Self {
        let typed = RwSignal::new(None);
        let shown = Signal::derive(move || typed.get().unwrap_or_else(|| of(stored.get())));
        Self { typed, shown }
    }

    /// Shows what is stored again.
    fn settle(self) {
        // One may have left the page meanwhile.
        let _ = self.typed.try_set(None);
    }
}

/// The rule, to read over and to change. A field that nobody types in is not written: it may have changed elsewhere.
#[component]
pub fn RuleSection() -> impl IntoView {
    let (state, saver, messages) = (AppState::expect(), Saver::expect(), Messages::expect());
    let stored = Memo::new(move |_| state.with_tables(|tables| RuleDraft::from(&Rule::of(tables))));
    let months = Field::new(stored, |draft| draft.months);
    let reason = Field::new(stored, |draft| draft.reason);
    let until = Field::new(stored, |draft| draft.until);
    let faults = RwSignal::new(Vec::<FieldFault>::new());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let [months_shown, reason_shown, until_shown] =
            [months, reason, until].map(|field| field.shown.get_untracked());
        match (RuleDraft { months: months_shown, reason: reason_shown, until: until_shown }).read() {
            Ok(rule) => {
                faults.set(Vec::new());
                let changes = state.with_tables_now(|tables| change_rule(&Rule::of(tables), &rule));
                saver.save_then(changes, move || {
                    [months, reason, until].into_iter().for_each(Field::settle);
                    messages.done("Règle enregistrée", "Elle voyage avec vos fichiers de sauvegarde.");
                });
            }
            Err(found) => faults.set(found.into_iter().map(|fault| NAMES.in_words(fault)).collect()),
        }
    };
    let type_in = |field: Field| move |text: String| field.typed.set(Some(text));
    view! {
        <section class="stack" aria-labelledby="regle">
            <h2 id="regle">"La règle de votre organisation"</h2>
            <form class="stack card" on:submit=submit novalidate>
                <ErrorSummary faults />
                <LineField
                    id=NAMES.months
                    label="Durée de conservation (facultatif)"
                    hint=text::MONTHS_HINT
                    takes=Takes::Number
                    value=months.shown
                    on_input=type_in(months)
                    faults
                />
                <fieldset class="group stack" aria-describedby="obligation-aide">
                    <legend>"Obligation de garder (facultatif)"</legend>
                    <p id="obligation-aide" class="hint">
                        {text::HOLD_HINT}
                    </p>
                    <LineField
                        id=NAMES.reason
                        label="Motif"
                        takes=Takes::Text
                        value=reason.shown
                        on_input=type_in(reason)
                        faults
                    />
                    <LineField
                        id=NAMES.until
                        label="Jusqu’au"
                        takes=Takes::Date
                        value=until.shown
                        on_input=type_in(until)
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
