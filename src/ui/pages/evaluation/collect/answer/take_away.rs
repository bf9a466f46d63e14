//! What somebody means to change: it leaves with them, on paper and in a calendar, and is kept nowhere here.

use super::draft::Draft;
use crate::browser::{clock, dom, identity};
use crate::chart::qr;
use crate::domain::evaluation::commitment::Commitments;
use crate::exchange::calendar::to_ics;
use crate::route::evaluation::Device;
use crate::text::evaluation_collect as text;
use crate::text::evaluation_reminder as reminder;
use crate::ui::components::{FieldFault, Icon, Messages, Pictogram, QrCode, Takes, TextField};
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
    let (held_on, today, device) = draft.asked.with_value(|asked| (asked.held_on, asked.today, asked.device));
    let held_on = Signal::derive(move || held_on.get().unwrap_or(today));
    let is_code_shown = RwSignal::new(false);
    let remind = move |_| {
        let Some(commitments) = read() else { return };
        let stamp = DateTime::from_timestamp_millis(clock::now_ms()).unwrap_or_default().naive_utc();
        let held_on = held_on.get_untracked();
        if let Some(event) = reminder::calendar(&commitments, held_on, &identity::random_name(), stamp) {
            hand_over_now(messages, &reminder::file_name(held_on), "text/calendar", to_ics(&[event]).as_bytes());
        }
    };
    // No file may stay on a device that goes from hand to hand.
    let carry = match device {
        Device::Own => view! {
            <button type="button" class="button" on:click=remind>
                <Pictogram icon=Icon::Calendar />
                "Enregistrer un rappel pour mon agenda (.ics)"
            </button>
        }
        .into_any(),
        Device::Room => view! {
            <button type="button" class="button" on:click=move |_| is_code_shown.set(read().is_some())>
                "Afficher un code à photographier"
            </button>
        }
        .into_any(),
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
            <p>{if device == Device::Room { text::COMMITMENTS_ROOM } else { text::COMMITMENTS }}</p>
            {fields}
            <div class="row">
                {carry}
                <button type="button" class="button" on:click=print>
                    <Pictogram icon=Icon::Print />
                    "Imprimer mes engagements"
                </button>
            </div>
            <Show when=move || is_code_shown.get()>
                <CarriedCode draft held_on />
            </Show>
        </section>
        <PrintedSheet draft held_on />
    }
}

/// The commitments as a code, which follows what is typed: a telephone keeps it, and nothing stays here.
#[component]
fn CarriedCode(
    /// Who writes them.
    draft: Draft,
    /// The day of the training.
    held_on: Signal<NaiveDate>,
) -> impl IntoView {
    move || {
        let typed: Vec<String> = draft.commitments.get_value().into_iter().map(|line| line.get()).collect();
        let commitments = Commitments::of(&typed).ok()?;
        Some(match qr::draw(&reminder::carried(&commitments, held_on.get())) {
            Some(drawing) => view! {
                <QrCode
                    drawing
                    name="Code de mes engagements".to_owned()
                    caption="À photographier avec votre téléphone\u{a0}: il affiche vos engagements, à copier dans vos notes ou votre agenda."
                    is_large=true
                />
            }
            .into_any(),
            None => view! { <p>{text::COMMITMENTS_TOO_LONG}</p> }.into_any(),
        })
    }
}

/// What the paper says: it is seen on paper only.
#[component]
fn PrintedSheet(
    /// Who wrote them.
    draft: Draft,
    /// The day of the training.
    held_on: Signal<NaiveDate>,
) -> impl IntoView {
    let lines = move || {
        let written = draft.commitments.get_value().into_iter().map(|line| line.get().trim().to_owned());
        written.filter(|line| !line.is_empty()).map(|line| view! { <li>{line}</li> }).collect_view()
    };
    view! {
        <section class="print-only survey-promises" aria-hidden="true">
            <h2>"Mes engagements"</h2>
            <p>{move || text::held(Some(held_on.get()))}</p>
            <ol>{lines}</ol>
            <p>{move || text::look_back(held_on.get())}</p>
        </section>
    }
}
