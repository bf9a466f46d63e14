//! A participant's place: what to do, where each case stands, and handing in.

use super::known::{Known, back};
use super::seat_positioning::PositioningCard;
use super::send::Send;
use crate::browser::{clock, dom, identity, location};
use crate::domain::exercise::case::Case;
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::handing_in::NothingToHandIn;
use crate::domain::exercise::model::Exercise;
use crate::domain::exercise::positioning::Place;
use crate::domain::exercise::practice::{self, Assignment, Practice};
use crate::domain::exercise::seat::Seat;
use crate::domain::exercise::work::Moment;
use crate::domain::interview::model::Presentation;
use crate::records::Tables;
use crate::route::Route;
use crate::route::exercise::ExerciseRoute;
use crate::text::exercise as words;
use crate::text::exercise_seat::{self as text, CaseState};
use crate::ui::components::{Message, Messages, Notice, Page, Tone};
use crate::ui::open_place::OpenPlace;
use crate::ui::pages::interview::Story;
use crate::ui::save::Saver;
use leptos::prelude::*;
use std::sync::Arc;

/// The place of a number.
#[component]
pub fn SeatPage(
    /// What is delivered.
    known: Known,
    /// The exercise.
    code: ExerciseCode,
    /// The number that was drawn.
    seat: Seat,
) -> impl IntoView {
    let state = Saver::expect().state();
    // On the trainer's devices, and where the bag came; elsewhere the code says enough.
    let exercise = Memo::new(move |_| state.with_tables(|tables| Exercise::find(tables, code)));
    let is_closed = move || exercise.with(|exercise| exercise.as_ref().is_some_and(|one| !one.is_open()));
    let lead = move || text::how(code.manner, exercise.with(|exercise| exercise.as_ref().map(|one| one.minutes)));
    // Followed: cases written here come with the bag.
    let cases = Memo::new(move |_| known.cases_of(code));
    let has_none = Memo::new(move |_| cases.with(Vec::is_empty));
    let positioning = move |moment| view! { <PositioningCard known place=Place { exercise: code, seat, moment } /> };
    view! {
        <Page
            title=format!("{}, exercice {code}", words::seat(seat))
            lead=Signal::derive(move || Some(lead()))
            back=back()
        >
            <Show when=is_closed>
                <Notice tone=Tone::Caution title="Cet exercice est clos">
                    <p>"Vous pouvez relire vos réponses. Prévenez la personne qui anime avant de les changer."</p>
                </Notice>
            </Show>
            <Show when=move || has_none.get()>
                <NoCase />
            </Show>
            <ol role="list" class="stack stack--wide seat__cases">
                {positioning(Moment::Before)}
                <For each=move || cases.get() key=|case| case.id.clone() let(case)>
                    <CaseCard known code seat case />
                </For>
                {positioning(Moment::After)}
            </ol>
            <Send known code seat />
        </Page>
    }
}

/// The code names no delivered case.
#[component]
fn NoCase() -> impl IntoView {
    view! {
        <p>
            "Les cas de cet exercice ne sont pas sur cet appareil. Demandez le fichier de la mallette à la personne qui anime, puis importez-le depuis la page "
            <a href=Route::Data.to_hash()>"Données"</a> "."
        </p>
    }
}

/// A case: the situation, where it stands, and the way on.
#[component]
fn CaseCard(
    /// What is delivered.
    known: Known,
    /// The exercise.
    code: ExerciseCode,
    /// The number that was drawn.
    seat: Seat,
    /// The case.
    case: Arc<Case>,
) -> impl IntoView {
    let state = Saver::expect().state();
    let assignment = StoredValue::new(Assignment { exercise: code, case: case.id.clone(), seat });
    let practice =
        Memo::new(move |_| state.with_tables(|tables| assignment.with_value(|one| Practice::find(tables, one))));
    let stands = Memo::new(move |_| {
        practice.with(|practice| state.with_tables(|tables| stands(practice.as_ref(), tables, known)))
    });
    let title = format!("cas-{}", case.id);
    let (labelled, heading) = (title.clone(), title.clone());
    view! {
        <li class="card stack" aria-labelledby=labelled>
            <h2 id=heading tabindex="-1">
                {format!("{}\u{a0}: {}", case.name, case.title)}
            </h2>
            <Story case=Arc::clone(&case) />
            <p class="card__meta">{move || text::state(stands.get())}</p>
            <div class="row">
                <HandInButton known practice stands title name=case.name.clone() />
                <BeginOrResume known assignment case practice />
            </div>
        </li>
    }
}

/// Begins the interview, or leads to where it was left.
#[component]
fn BeginOrResume(
    /// What is delivered.
    known: Known,
    /// Who works on what.
    assignment: StoredValue<Assignment>,
    /// The case.
    case: Arc<Case>,
    /// The interview, once begun.
    practice: Memo<Option<Practice>>,
) -> impl IntoView {
    let (saver, messages) = (Saver::expect(), Messages::expect());
    let of = format!("\u{a0}: {}", case.name);
    let (of_way, of_act) = (of.clone(), StoredValue::new(of));
    let case = StoredValue::new(case);
    // Drawn once: pressed twice, it is the same interview.
    let id = StoredValue::new(identity::new_record_id().ok());
    let begun = move || {
        let id = id.get_value()?;
        let key = practice::key(&id).ok()?;
        let (presentation, on) = (Presentation::Conversation, clock::today());
        let changes = assignment.with_value(|one| {
            case.with_value(|case| practice::begin(&key, one, case, presentation, known.questionnaire, on))
        })?;
        Some((id, changes))
    };
    let begin = move |_| match begun() {
        Some((id, changes)) => saver.save_then(changes, move || location::go(&Route::Interview(id).to_hash())),
        None => messages.done("L’entretien n’a pas pu commencer", "Rechargez la page, puis réessayez."),
    };
    let place = OpenPlace::expect();
    let way = Memo::new(move |_| {
        practice.with(|practice| {
            let one = practice.as_ref()?;
            let is_handed_in = saver.state().with_tables(|tables| one.handed_in(tables)).is_some();
            Some(match place.shows(&one.assignment, is_handed_in) {
                true => (Route::Interview(one.key.id.clone()).to_hash(), "Reprendre l’entretien"),
                false => (ExerciseRoute::Ticket(one.assignment.exercise).to_hash(), "Reprendre avec mon ticket"),
            })
        })
    });
    let href = move || way.with(|way| way.as_ref().map(|(href, _)| href.clone()));
    let words = move || way.with(|way| way.as_ref().map(|(_, words)| *words));
    view! {
        <Show
            when=move || way.with(Option::is_some)
            fallback=move || {
                view! {
                    <button type="button" class="button button--primary" on:click=begin>
                        "Commencer l’entretien"
                        <span class="visually-hidden">{of_act.get_value()}</span>
                    </button>
                }
            }
        >
            <a class="button" href=href>
                {words}
                <span class="visually-hidden">{of_way.clone()}</span>
            </a>
        </Show>
    }
}

/// Hands in what was answered, while there is something that was not.
#[component]
fn HandInButton(
    /// What is delivered.
    known: Known,
    /// The interview, once begun.
    practice: Memo<Option<Practice>>,
    /// Where it stands.
    stands: Memo<CaseState>,
    /// The heading of the case, by its identifier: the button goes away once it is pressed.
    title: String,
    /// The person of the case.
    name: String,
) -> impl IntoView {
    let (saver, messages, place) = (Saver::expect(), Messages::expect(), OpenPlace::expect());
    let title = StoredValue::new(title);
    let hand_in = move |_| {
        let Some(practice) = practice.get_untracked() else { return };
        let handed = saver.state().with_tables_now(|tables| practice::hand_in(&practice, tables, known.questionnaire));
        let title = title.get_value();
        match handed {
            Ok(changes) => saver.save_then(changes, move || {
                place.close();
                messages.done("Vos réponses sont remises", text::THEN_SEND);
                request_animation_frame(move || dom::focus_in_place(&title));
            }),
            Err(why) => {
                let (title, body) = text::not_handed_in(why);
                let tone = if why == NothingToHandIn::Unwritable { Tone::Fault } else { Tone::Info };
                messages.say(Message { tone, title: title.to_owned(), body: body.to_owned(), actions: Vec::new() });
            }
        }
    };
    view! {
        <Show when=move || matches!(stands.get(), CaseState::Begun { .. } | CaseState::Changed)>
            <button type="button" class="button button--primary" on:click=hand_in>
                "Remettre mes réponses"
                <span class="visually-hidden">{format!("\u{a0}: {name}")}</span>
            </button>
        </Show>
    }
}

/// Where the interview on a case stands.
fn stands(practice: Option<&Practice>, tables: &Tables, known: Known) -> CaseState {
    let Some(practice) = practice else { return CaseState::ToBegin };
    match practice.to_hand_in(tables, known.questionnaire) {
        Err(NothingToHandIn::Same) => CaseState::HandedIn,
        Err(NothingToHandIn::Empty | NothingToHandIn::Unwritable) => match practice.handed_in(tables) {
            None => CaseState::Empty,
            Some(_) => CaseState::Emptied,
        },
        Ok(work) if work.edition > 1 => CaseState::Changed,
        Ok(_) => CaseState::Begun { answers: practice.interview.answers.len() },
    }
}
