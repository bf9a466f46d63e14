//! What somebody means to change: it leaves with them, on paper and in a calendar, and is kept nowhere here.

use super::draft::Draft;
use crate::browser::{clock, dom, identity};
use crate::domain::evaluation::commitment::Commitments;
use crate::exchange::calendar::to_ics;
use crate::text::evaluation_collect as text;
use crate::text::evaluation_reminder as reminder;
use crate::ui::components::{FieldFault, Icon, Messages, Pictogram, Takes, TextField};
use crate::ui::hand_over::hand_over_now;
use chrono::{DateTime, NaiveDate};
use leptos::prelude::*;

const SECTION: &str = "engagements";

fn field_id(nth: usize) -> String {
    format!("engagement-{nth}")
}

/// Three lines, and the two ways they leave.
#[component]
pub fn TakeAway(
    /// Who writes them.
    draft: Draft,
) -> impl IntoView {
    let messages = Messages::expect();
    let faults = RwSignal::new(Vec::<FieldFault>::new());
    let lines = draft.commitments.get_value();
    let fields = (1..).zip(&lines).map(|(nth, value): (usize, _)| {
        view! { <TextField id=field_id(nth) label=format!("Engagement {nth}") takes=Takes::Line value=*value faults /> }
    });
    let fields = fields.collect_view();
    let read = move || {
        let typed: Vec<String> = draft.commitments.get_value().iter().map(|line| line.get_untracked()).collect();
        match Commitments::of(&typed) {
            Ok(commitments) => {
                faults.set(Vec::new());
                Some(commitments)
            }
            Err(fault) => {
                let (nth, sentence) = text::commitment_fault(fault);
                faults.set(vec![FieldFault { field: field_id(nth), sentence }]);
                dom::focus_in_place(&field_id(nth));
                None
            }
        }
    };
    let held_on = draft.asked.with_value(|asked| asked.held_on.unwrap_or(asked.today));
    let remind = move |_| {
        let Some(commitments) = read() else { return };
        let stamp = DateTime::from_timestamp_millis(clock::now_ms()).unwrap_or_default().naive_utc();
        if let Some(event) = reminder::calendar(&commitments, held_on, &identity::random_name(), stamp) {
            hand_over_now(messages, &reminder::file_name(held_on), "text/calendar", to_ics(&[event]).as_bytes());
        }
    };
    let print = move |_| {
        if read().is_some() {
            // The sheet below holds what was typed: it is printed alone.
            dom::print();
        }
    };
    view! {
        <section class="stack screen-only" aria-labelledby=SECTION>
            <h2 id=SECTION>"Mes engagements"</h2>
            <p>{text::COMMITMENTS}</p>
            {fields}
            <div class="row">
                <button type="button" class="button" on:click=remind>
                    <Pictogram icon=Icon::Calendar />
                    "Un rappel dans mon agenda (.ics)"
                </button>
                <button type="button" class="button" on:click=print>
                    <Pictogram icon=Icon::Print />
                    "Imprimer mes engagements"
                </button>
            </div>
        </section>
        <PrintedSheet draft held_on />
    }
}

/// What the paper says: it is seen on paper only.
#[component]
fn PrintedSheet(
    /// Who wrote them.
    draft: Draft,
    /// The day of the training.
    held_on: NaiveDate,
) -> impl IntoView {
    let lines = move || {
        let written = draft.commitments.get_value().into_iter().map(|line| line.get().trim().to_owned());
        written.filter(|line| !line.is_empty()).map(|line| view! { <li>{line}</li> }).collect_view()
    };
    view! {
        <section class="print-only survey-promises" aria-hidden="true">
            <h2>"Mes engagements"</h2>
            <p>{text::held(Some(held_on))}</p>
            <ol>{lines}</ol>
            <p>{text::look_back(held_on)}</p>
        </section>
    }
}
