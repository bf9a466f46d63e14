//! Answering a questionnaire: on a tablet that goes from hand to hand, or on one's own device. On a tablet an answer is nowhere
//! but on the screen until it is handed in, and a page that was left, or handed in, holds nothing of it; one's own device
//! keeps it in its tab until it is erased.

mod draft;
mod form;
mod hand_in;
mod question;
mod take_away;

use super::found;
use crate::browser::{clock, dom};
use crate::domain::evaluation::survey::{Survey, SurveyKind};
use crate::domain::programme::id::SessionId;
use crate::route::evaluation::Device;
use crate::text::evaluation_collect as text;
use crate::ui::components::Page;
use crate::ui::open_place::OpenPlace;
use crate::ui::save::Saver;
use chrono::NaiveDate;
use draft::Draft;
use form::AnswerForm;
use leptos::prelude::*;
use std::sync::Arc;
use take_away::TakeAway;

const HANDED_IN: &str = "reponses-remises";

/// Who is asked what, on which device.
#[derive(Clone)]
pub struct Asked {
    survey: Arc<Survey>,
    session: SessionId,
    /// The day of the training, where it is known.
    held_on: Memo<Option<NaiveDate>>,
    /// Whose device it is: as the address says, whatever is known here.
    device: Device,
    /// It goes from hand to hand: nothing that is being answered stays on it.
    is_shared: bool,
    today: NaiveDate,
}

/// The questionnaire.
#[component]
pub fn AnswerPage(
    /// The session that is asked about.
    session: SessionId,
    /// What is asked.
    survey: Arc<Survey>,
    /// On which device.
    device: Device,
) -> impl IntoView {
    let (saver, place) = (Saver::expect(), OpenPlace::expect());
    let is_shared = device == Device::Room || untrack(|| saver.state().preferences()).inactivity.is_on();
    let of = session.clone();
    // The session may come, or get its day, while somebody answers.
    let held_on = Memo::new(move |_| saver.state().with_tables(|tables| found(tables, &of)?.held_on));
    let (title, lead) = (survey.title.clone(), survey.intro.clone());
    let asked = StoredValue::new(Asked { survey, session, held_on, device, is_shared, today: clock::today() });
    // Each person has a blank one: what the former held goes with it.
    let turn = RwSignal::new(0_u32);
    let next = move || {
        let _ = (turn.get(), place.left());
        view! { <Turn draft=Draft::open(asked, saver, turn) /> }
    };
    view! {
        <Page title lead>
            {next}
        </Page>
    }
}

/// One person, from a blank questionnaire to their leaving.
#[component]
fn Turn(
    /// What they answer.
    draft: Draft,
) -> impl IntoView {
    let is_done = RwSignal::new(false);
    // What is typed outlives a reload of the page, and nothing more.
    if draft.is_kept() {
        Effect::new(move |_| draft.saver.state().keep_unsent(draft.unsent()));
    }
    view! {
        <Show when=move || is_done.get() fallback=move || view! { <AnswerForm draft is_done /> }>
            <Thanks draft />
        </Show>
    }
}

/// What is left to do once the answers are stored.
#[component]
fn Thanks(
    /// Who answered: their commitments are still here to take away.
    draft: Draft,
) -> impl IntoView {
    let next = move |_| {
        draft.leave();
        request_animation_frame(dom::focus_heading);
    };
    let is_end_of_day = draft.asked.with_value(|asked| asked.survey.kind == SurveyKind::EndOfDay);
    view! {
        <section class="stack screen-only" aria-labelledby=HANDED_IN>
            <h2 id=HANDED_IN tabindex="-1">
                "Vos réponses sont remises"
            </h2>
            <p>{text::THANKS}</p>
            <p class="hint">{text::handed_in(draft.number)}</p>
        </section>
        {is_end_of_day.then(|| view! { <TakeAway draft /> })}
        <p class="screen-only">
            <button type="button" class="button button--primary" on:click=next>
                "Laisser la place à la personne suivante"
            </button>
        </p>
    }
}

/// The answers are stored: reading goes on from what is said of it.
fn focus_thanks() {
    request_animation_frame(|| dom::focus(HANDED_IN));
}
