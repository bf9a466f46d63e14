//! Answering a questionnaire: on a tablet that goes from hand to hand, or on one's own device. Until it is handed in, an answer
//! is nowhere but on the screen; a page that was left, or handed in, holds nothing of it.

mod draft;
mod form;
mod hand_in;
mod question;
mod take_away;

use crate::browser::{clock, dom};
use crate::domain::evaluation::intake::kept;
use crate::domain::evaluation::survey::{Survey, SurveyKind};
use crate::domain::programme::id::SessionId;
use crate::domain::programme::session::Session;
use crate::exchange::scope::Scope;
use crate::records::Tables;
use crate::text::evaluation_collect as text;
use crate::ui::components::Page;
use crate::ui::open_place::OpenPlace;
use crate::ui::pages::data::{Export, OneExport};
use crate::ui::save::Saver;
use chrono::NaiveDate;
use draft::Draft;
use form::AnswerForm;
use leptos::prelude::*;
use std::sync::Arc;
use take_away::TakeAway;

const HANDED_IN: &str = "reponses-remises";
const KEPT_HERE: &str = "reponses-gardees";

/// Who is asked what, on which device.
#[derive(Clone)]
pub struct Asked {
    survey: Arc<Survey>,
    session: SessionId,
    /// The day of the training, where it is known.
    held_on: Option<NaiveDate>,
    /// This device keeps what is handed in: it is the trainer's, which knows the session, or a tablet of the room.
    keeps: bool,
    today: NaiveDate,
}

/// The questionnaire.
#[component]
pub fn AnswerPage(
    /// The session that is asked about.
    session: SessionId,
    /// What is asked.
    survey: Arc<Survey>,
) -> impl IntoView {
    let (saver, place) = (Saver::expect(), OpenPlace::expect());
    let known = saver.state().with_tables_now(|tables| found(tables, &session));
    let is_shared = untrack(|| saver.state().preferences()).inactivity.is_on();
    let (keeps, held_on) = (known.is_some() || is_shared, known.as_ref().and_then(|session| session.held_on));
    let tablet = (is_shared && known.is_none()).then(|| session.clone());
    let (title, lead) = (survey.title.clone(), survey.intro.clone());
    let asked = StoredValue::new(Asked { survey, session, held_on, keeps, today: clock::today() });
    // Each person has a blank one: what the former held goes with it.
    let turn = RwSignal::new(0_u32);
    let blank = move || {
        let _ = (turn.get(), place.left());
        view! { <Turn draft=Draft::blank(asked, saver) turn /> }
    };
    view! {
        <Page title lead>
            {blank}
            {tablet.map(|session| view! { <KeptHere session saver /> })}
        </Page>
    }
}

/// A session that is known on this device.
fn found(tables: &Tables, id: &SessionId) -> Option<Session> {
    let record = tables.get(&id.key().ok()?).filter(|record| !record.erased && !record.is_deleted())?;
    Some(Session::from_record(&id.0, record))
}

/// One person, from a blank questionnaire to their leaving.
#[component]
fn Turn(
    /// What they answer.
    draft: Draft,
    /// Which turn it is.
    turn: RwSignal<u32>,
) -> impl IntoView {
    let is_done = RwSignal::new(false);
    view! {
        <Show when=move || is_done.get() fallback=move || view! { <AnswerForm draft is_done /> }>
            <Thanks draft turn />
        </Show>
    }
}

/// What is left to do once the answers are stored.
#[component]
fn Thanks(
    /// Who answered: their commitments are still here to take away.
    draft: Draft,
    /// Which turn it is.
    turn: RwSignal<u32>,
) -> impl IntoView {
    let next = move |_| {
        turn.update(|turn| *turn = turn.wrapping_add(1));
        request_animation_frame(dom::focus_heading);
    };
    let is_end_of_day = draft.asked.with_value(|asked| asked.survey.kind == SurveyKind::EndOfDay);
    view! {
        <section class="stack screen-only" aria-labelledby=HANDED_IN>
            <h2 id=HANDED_IN tabindex="-1">
                "Vos réponses sont remises"
            </h2>
            <p>{text::THANKS}</p>
        </section>
        {is_end_of_day.then(|| view! { <TakeAway draft /> })}
        <p class="screen-only">
            <button type="button" class="button button--primary" on:click=next>
                "Laisser la place à la personne suivante"
            </button>
        </p>
    }
}

/// A tablet that knows no session has no desk: what it keeps leaves from here.
#[component]
fn KeptHere(
    /// The session that is asked about.
    session: SessionId,
    /// The way to the store.
    saver: Saver,
) -> impl IntoView {
    let export = Export::new(KEPT_HERE);
    let scope = StoredValue::new(Scope::Answers(session.0.clone()));
    let number = Memo::new(move |_| {
        saver.state().with_tables(|tables| kept(tables).iter().filter(|one| one.session == session).count())
    });
    view! {
        <Show when=move || { number.get() > 0 }>
            <section class="stack screen-only" aria-labelledby=KEPT_HERE>
                <h2 id=KEPT_HERE tabindex="-1">
                    "Pour la personne qui anime"
                </h2>
                <p>{move || text::kept_here(number.get())}</p>
                <OneExport
                    export
                    scope=scope.get_value()
                    label="Préparer le fichier des réponses de cet appareil"
                />
            </section>
        </Show>
    }
}

/// The answers are stored: reading goes on from what is said of it.
fn focus_thanks() {
    request_animation_frame(|| dom::focus(HANDED_IN));
}
