//! « Clore la journée »: what waits before the trainer leaves, then the end of the exercise and a backup of everything.

use super::super::known::{Known, back_to};
use super::{Absent, Desk};
use crate::browser::{clock, dom};
use crate::domain::exercise::closing::{self, Check, Wait};
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::desk::arrivals;
use crate::domain::exercise::model::{self, Exercise};
use crate::domain::exercise::work::Asked;
use crate::exchange::scope::Scope;
use crate::route::Route;
use crate::route::exercise::ExerciseRoute;
use crate::route::programme::{ProgrammeRoute, SessionPart};
use crate::text::exercise_closing as words;
use crate::ui::components::{Icon, Page, Pictogram};
use crate::ui::pages::data::{Export, HandedOverNotice, SealChoice, at_risk};
use crate::ui::pages::programme::shown_cycle;
use leptos::prelude::*;

/// The section of the backup, by its heading.
const SECTION: &str = "clore-et-sauvegarder";

/// What waits, and the end of the day.
#[component]
pub fn ClosingPage(
    /// What is delivered.
    known: Known,
    /// Which exercise.
    code: ExerciseCode,
) -> impl IntoView {
    let desk = Desk::open(known, code);
    let is_here = Memo::new(move |_| desk.exercise.with(Option::is_some));
    view! {
        <Page title="Clore la journée" lead=words::LEAD back=back_to(code)>
            <Show when=move || is_here.get() fallback=|| view! { <Absent /> }>
                <Checks desk />
                <CloseSection desk />
            </Show>
        </Page>
    }
}

/// Everything that waits, followed: what comes in, is settled or is backed up meanwhile leaves the list.
fn waits(desk: Desk) -> Memo<Vec<Wait>> {
    let held_on = Memo::new(move |_| desk.exercise.with(|exercise| exercise.as_ref().and_then(|it| it.held_on)));
    let state = desk.saver.state();
    // Apart: a cycle is read for it.
    let attendance = Memo::new(move |_| state.with_tables(|tables| closing::attendance(tables, held_on.get())));
    Memo::new(move |_| {
        let arrived = desk.collected.with(|collected| arrivals(&desk.cases(), collected, desk.seats()));
        let mut waits = closing::of_arrivals(&arrived);
        let questionnaire = desk.known.questionnaire;
        waits.extend(state.with_tables(|tables| closing::not_handed_in(tables, desk.code, questionnaire)));
        waits.extend(attendance.get());
        waits.extend(closing::not_backed_up(state.changes_since_backup()));
        waits
    })
}

/// What is looked at, and what it found.
#[component]
fn Checks(
    /// The exercise.
    desk: Desk,
) -> impl IntoView {
    let waits = waits(desk);
    view! {
        <section class="stack" aria-labelledby="ce-qui-attend">
            <h2 id="ce-qui-attend">"Ce qui attend"</h2>
            <p role="status">{move || words::summary(waits.with(Vec::len))}</p>
            <ul role="list" class="cases">
                {Check::ALL.map(|check| view! { <CheckCard desk check waits /> }).collect_view()}
            </ul>
        </section>
    }
}

/// One thing that is looked at.
#[component]
fn CheckCard(
    /// The exercise.
    desk: Desk,
    /// What is looked at.
    check: Check,
    /// Everything that waits.
    waits: Memo<Vec<Wait>>,
) -> impl IntoView {
    let found = Memo::new(move |_| waits.with(|waits| closing::found(waits, check)));
    let is_done = Memo::new(move |_| found.with(Vec::is_empty));
    let icon = move || match is_done.get() {
        true => view! { <Pictogram icon=Icon::Check /> },
        false => view! { <Pictogram icon=Icon::Caution /> },
    };
    view! {
        <li class="card card--flat stack stack--tight">
            <h3 class="check-head">{icon} <span>{words::check(check)}</span></h3>
            <Show when=move || is_done.get()>
                <p>{words::nothing(check)}</p>
            </Show>
            <ul role="list" class="picks">
                <For each=move || found.get() key=Wait::clone let(wait)>
                    <WaitRow desk wait />
                </For>
            </ul>
        </li>
    }
}

/// One thing that waits, and the way to mend it.
#[component]
fn WaitRow(
    /// The exercise.
    desk: Desk,
    /// What waits.
    wait: Wait,
) -> impl IntoView {
    let said = words::wait(&wait, &desk.known.cases_now());
    let of = format!("\u{a0}: {said}");
    let act = words::mend(wait.check());
    let link_of = of.clone();
    let link = |to: Route| {
        view! {
            <a class="button" href=to.to_hash()>
                {act}
                <span class="visually-hidden">{link_of.clone()}</span>
            </a>
        }
        .into_any()
    };
    let way = match wait {
        Wait::ToSettle { .. } => link(ExerciseRoute::Desk(desk.code).into()),
        Wait::Awaited { asked: Asked::Case(case), .. } => link(ExerciseRoute::PaperEntry(desk.code, case).into()),
        Wait::Awaited { asked: Asked::Positioning(_), .. } => link(ExerciseRoute::PositioningEntry(desk.code).into()),
        Wait::NotHandedIn { seat, .. } => link(ExerciseRoute::Seat(desk.code, seat).into()),
        Wait::Attendance(unfinished) => {
            let to = ProgrammeRoute::Session(unfinished.session, SessionPart::Attendance).to_hash();
            let state = desk.saver.state();
            // Its cycle may not be the one that is shown.
            let show_cycle = move |_| {
                if untrack(|| shown_cycle(state, clock::today())).as_ref() != Some(&unfinished.cycle) {
                    let cycle = unfinished.cycle.0.clone();
                    state.set_preferences(|preferences| preferences.cycle = Some(cycle));
                }
            };
            view! {
                <a class="button" href=to on:click=show_cycle>
                    {act}
                    <span class="visually-hidden">{of}</span>
                </a>
            }
            .into_any()
        }
        // Further down on this page.
        Wait::NotBackedUp { .. } => view! {
            <button type="button" class="button" on:click=|_| dom::focus(SECTION)>
                {act}
            </button>
        }
        .into_any(),
    };
    view! {
        <li class="pick">
            <div>
                <p>{said}</p>
            </div>
            {way}
        </li>
    }
}

/// The end of the exercise, and a file that holds everything.
#[component]
fn CloseSection(
    /// The exercise.
    desk: Desk,
) -> impl IntoView {
    let export = Export::new(SECTION);
    let sealed = RwSignal::new(false);
    let is_open = Memo::new(move |_| desk.exercise.with(|exercise| exercise.as_ref().is_some_and(Exercise::is_open)));
    let act = move || match is_open.get() {
        true => "Clore et préparer la sauvegarde",
        false => "Préparer une sauvegarde",
    };
    let close = move |_| {
        let Some(exercise) = desk.exercise.get_untracked() else { return };
        let is_sealed = sealed.get_untracked();
        let was_open = exercise.is_open();
        let changes = if was_open { model::close(&exercise, Some(clock::today())) } else { Default::default() };
        desk.saver.save_then(changes, move || {
            if was_open {
                desk.messages.done("Exercice clos", "");
            }
            // The file holds that it is closed; one may have left the page meanwhile.
            if export.stage.try_get_untracked().is_some() {
                export.start(Scope::Everything, is_sealed);
            }
        });
    };
    view! {
        <section class="card" aria-labelledby=SECTION>
            <h2 id=SECTION tabindex="-1">
                "Clore et sauvegarder"
            </h2>
            <p>{move || if is_open.get() { words::CLOSE } else { words::CLOSED }}</p>
            <p class="data__state" role="status">
                {move || at_risk(desk.saver.state())}
            </p>
            <HandedOverNotice export />
            <SealChoice sealed />
            <p class="status-line" role="status">
                {move || export.progress()}
            </p>
            <p>
                <button
                    type="button"
                    class="button button--primary"
                    aria-disabled=move || export.is_preparing().to_string()
                    on:click=close
                >
                    <Pictogram icon=Icon::Download />
                    {act}
                </button>
            </p>
        </section>
    }
}
