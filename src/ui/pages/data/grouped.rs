//! Results of all interviews together, for a spreadsheet: nobody is in them.

use crate::browser::clock;
use crate::browser::pause::Breath;
use crate::content::questionnaire::questionnaire;
use crate::content::rules::rulebook;
use crate::domain::interview::assessment::{assess, view_of};
use crate::domain::interview::grouped::{Grouped, TooFew, group, too_few};
use crate::domain::interview::model::Interview;
use crate::domain::interview::worklist::in_use;
use crate::jobs::Failure;
use crate::records::{Record, RecordId};
use crate::state::AppState;
use crate::text::grouped as said;
use crate::ui::components::{Icon, Messages, Pictogram};
use crate::ui::faults;
use crate::ui::hand_over::hand_over_now;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// The act, once there are enough interviews.
#[component]
pub fn GroupedSection() -> impl IntoView {
    let state = AppState::expect();
    let messages = Messages::expect();
    let few = Memo::new(move |_| too_few(state.with_tables(|tables| in_use(tables).count())));
    let is_preparing = RwSignal::new(false);
    let hand_over = move |_| {
        if is_preparing.get_untracked() || few.with_untracked(Option::is_some) {
            return;
        }
        is_preparing.set(true);
        spawn_local(async move {
            match (grouped(state).await, rulebook()) {
                (Some(Ok(grouped)), Ok(rules)) => {
                    let table = said::table(&grouped, rules);
                    hand_over_now(messages, &said::file_name(clock::today()), "text/csv", &table.to_csv());
                }
                // There were enough when the button was pressed: it says so itself now.
                (Some(Err(_)), _) => {}
                (None, _) | (_, Err(_)) => messages.say(faults::failure_message(&Failure::Unknown, Vec::new())),
            }
            is_preparing.try_set(false);
        });
    };
    let status = move || is_preparing.get().then_some("Calcul des résultats…");
    view! {
        <section class="card" aria-labelledby="regroupes">
            <h2 id="regroupes">"Résultats regroupés"</h2>
            <p>
                "Un tableau pour un tableur\u{a0}: combien d’entretiens à chaque niveau, combien de fois chaque orientation est retenue. Les petits nombres n’y sont pas, et aucun dossier n’y figure."
            </p>
            <p id="regroupes-pourquoi" class="card__meta">
                {move || few.get().map(said::too_few)}
            </p>
            <div class="row">
                <button
                    type="button"
                    class="button"
                    aria-disabled=move || (few.with(Option::is_some) || is_preparing.get()).to_string()
                    aria-describedby="regroupes-pourquoi"
                    on:click=hand_over
                >
                    <Pictogram icon=Icon::Download />
                    "Préparer les résultats regroupés"
                </button>
            </div>
            <p class="status-line" role="status">
                {status}
            </p>
        </section>
    }
}

/// What the interviews say together; none when the program's own content cannot be read.
async fn grouped(state: AppState) -> Option<Result<Grouped, TooFew>> {
    let (questions, rules) = (questionnaire().ok()?, rulebook().ok()?);
    let records: Vec<(RecordId, Arc<Record>)> =
        state.with_tables_now(|tables| in_use(tables).map(|(id, record)| (id.clone(), Arc::clone(record))).collect());
    let mut breath = Breath::start();
    let mut concluded = Vec::with_capacity(records.len());
    for (id, record) in &records {
        breath.take().await;
        let interview = Interview::from_record(id, record);
        let assessment = assess(rules, &view_of(questions, &interview), &interview);
        concluded.push((interview, assessment));
    }
    Some(group(concluded.into_iter()))
}
