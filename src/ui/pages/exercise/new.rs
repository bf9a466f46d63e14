//! Preparing an exercise: which cases, how long, in what manner, for how many people.

use super::known::{Known, back};
use crate::browser::{clock, identity, location};
use crate::domain::exercise::case::{Case, CaseNumber};
use crate::domain::exercise::code::{ExerciseCode, Manner};
use crate::domain::exercise::draft::{Fault, TypedExercise};
use crate::domain::exercise::model::{Exercise, ExerciseDraft, prepare};
use crate::domain::interview::id::CaseId;
use crate::domain::interview::questionnaire::Length;
use crate::records::ChangeSet;
use crate::route::exercise::ExerciseRoute;
use crate::state::AppState;
use crate::text::{exercise as words, exercise_desk as text, interview};
use crate::ui::components::{ErrorSummary, FieldError, FieldFault, Messages, Page, Takes, TextField};
use crate::ui::pages::interview::{LENGTH, LengthField};
use crate::ui::save::Saver;
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Identifiers of the fields, which errors lead to; that of the cases is the first box.
pub const TITLE: &str = "exercice-titre";
pub const DAY: &str = "exercice-jour";
const CASES: &str = "exercice-cas";
pub const SEATS: &str = "exercice-numeros";
const MINUTES: &str = "exercice-minutes";

/// How many times a code is drawn: one in sixteen million is taken.
const DRAWS: usize = 8;

/// What is typed and chosen, field by field.
#[derive(Clone, Copy)]
struct Fields {
    title: RwSignal<String>,
    held_on: RwSignal<String>,
    cases: RwSignal<BTreeSet<CaseNumber>>,
    written: RwSignal<BTreeSet<CaseId>>,
    length: RwSignal<Option<Length>>,
    manner: RwSignal<Manner>,
    seats: RwSignal<String>,
    minutes: RwSignal<String>,
}

impl Fields {
    fn new(typed: TypedExercise) -> Self {
        Self {
            title: RwSignal::new(typed.title),
            held_on: RwSignal::new(typed.held_on),
            cases: RwSignal::new(typed.cases),
            written: RwSignal::new(typed.written),
            length: RwSignal::new(typed.length),
            manner: RwSignal::new(typed.manner),
            seats: RwSignal::new(typed.seats),
            minutes: RwSignal::new(typed.minutes),
        }
    }

    fn typed(self) -> TypedExercise {
        TypedExercise {
            title: self.title.get_untracked(),
            held_on: self.held_on.get_untracked(),
            cases: self.cases.get_untracked(),
            written: self.written.get_untracked(),
            length: self.length.get_untracked(),
            manner: self.manner.get_untracked(),
            seats: self.seats.get_untracked(),
            minutes: self.minutes.get_untracked(),
        }
    }

    fn tick(self, case: &Case, is_ticked: bool) {
        match case.number {
            CaseNumber::WRITTEN => self.written.update(|chosen| put(chosen, case.id.clone(), is_ticked)),
            number => self.cases.update(|chosen| put(chosen, number, is_ticked)),
        }
    }

    fn is_ticked(self, case: &Case) -> bool {
        match case.number {
            CaseNumber::WRITTEN => self.written.with(|chosen| chosen.contains(&case.id)),
            number => self.cases.with(|chosen| chosen.contains(&number)),
        }
    }
}

fn put<T: Ord>(set: &mut BTreeSet<T>, one: T, is_in: bool) {
    match is_in {
        true => drop(set.insert(one)),
        false => drop(set.remove(&one)),
    }
}

/// The form of a new exercise.
#[component]
pub fn NewExercisePage(
    /// What is delivered.
    known: Known,
) -> impl IntoView {
    let (state, saver, messages) = (AppState::expect(), Saver::expect(), Messages::expect());
    let fields = Fields::new(TypedExercise::proposed(clock::today()));
    // Drawn once: sent twice, it is the same exercise.
    let drawn = draw();
    let sent = StoredValue::new(None::<ExerciseCode>);
    let faults = RwSignal::new(Vec::<FieldFault>::new());
    let faulty = Signal::derive(move || faults.with(|faults| !faults.is_empty()));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        // Sent again, the form leads to the exercise that it has made.
        if let Some(made) = sent.get_value().filter(|code| is_here(state, *code)) {
            return location::replace(&ExerciseRoute::Desk(made).to_hash());
        }
        let draft = match fields.typed().read() {
            Ok(draft) => draft,
            Err(found) => return faults.set(found.into_iter().map(in_words).collect()),
        };
        faults.set(Vec::new());
        let Some((code, changes)) = prepared(state, &draft, drawn) else {
            return messages.done("L’exercice n’a pas pu être préparé", "Rechargez la page, puis réessayez.");
        };
        sent.set_value(Some(code));
        let asked_at = location::hash();
        saver.save_then(changes, move || {
            messages.done_then_leave(&asked_at, "Exercice préparé", "", &ExerciseRoute::Desk(code).to_hash());
        });
    };
    view! {
        <Page title="Préparer un exercice" lead=text::NEW_LEAD back=back() faulty>
            <form class="stack stack--wide" on:submit=submit novalidate>
                <ErrorSummary faults />
                <TextField
                    id=TITLE
                    label="Titre"
                    hint=text::TITLE_HINT
                    takes=Takes::Line
                    value=fields.title
                    faults
                />
                <TextField id=DAY label="Jour" takes=Takes::Date value=fields.held_on faults />
                <CasesField known fields faults />
                <LengthField questionnaire=known.questionnaire length=fields.length faults />
                <MannerField manner=fields.manner />
                <TextField
                    id=SEATS
                    label="Numéros à tirer au sort"
                    hint=text::SEATS_HINT
                    takes=Takes::Number
                    value=fields.seats
                    faults
                />
                <TextField
                    id=MINUTES
                    label="Minutes pour un cas"
                    hint=text::MINUTES_HINT
                    takes=Takes::Number
                    value=fields.minutes
                    faults
                />
                <p>
                    <button type="submit" class="button button--primary">
                        "Préparer l’exercice"
                    </button>
                </p>
            </form>
        </Page>
    }
}

/// The cases to choose from.
#[component]
fn CasesField(
    /// Those that are delivered, and those written here.
    known: Known,
    /// What is typed and chosen.
    fields: Fields,
    /// The faults of the form.
    faults: RwSignal<Vec<FieldFault>>,
) -> impl IntoView {
    let tick = move |case: Arc<Case>| {
        let is_first = case.number == CaseNumber(1);
        let (name, title, age) = (text::case_name(&case), case.title.clone(), interview::age_band(case.age_band));
        let case = StoredValue::new(case);
        let toggle = move |event| case.with_value(|case| fields.tick(case, event_target_checked(&event)));
        let is_ticked = move || case.with_value(|case| fields.is_ticked(case));
        view! {
            <label class="choice choice--big">
                <input
                    type="checkbox"
                    id=is_first.then_some(CASES)
                    prop:checked=is_ticked
                    on:change=toggle
                />
                <span class="choice__body">
                    <strong>{name}</strong>
                    <span>{title}</span>
                    <span class="hint">{age}</span>
                </span>
            </label>
        }
    };
    let is_wrong = move || faults.with(|faults| faults.iter().any(|fault| fault.field == CASES));
    let described = move || is_wrong().then(|| FieldFault::described_by(CASES));
    view! {
        <fieldset class="group group--lead stack stack--tight" aria-describedby=described>
            <legend>"Cas"</legend>
            <FieldError field=CASES faults />
            <div class="big-choices">
                <For each=move || known.cases.get().cases.clone() key=|case| case.id.clone() let(case)>
                    {tick(case)}
                </For>
            </div>
            <p class="hint">
                {text::CASES_HINT} " " <a href=ExerciseRoute::Cases.to_hash()>"Voir et écrire des cas"</a>
            </p>
        </fieldset>
    }
}

/// How a case is held.
#[component]
fn MannerField(
    /// What is chosen.
    manner: RwSignal<Manner>,
) -> impl IntoView {
    let row = move |one: Manner| {
        let words = words::manner(one);
        view! {
            <label class="choice choice--big">
                <input
                    type="radio"
                    name="exercice-maniere"
                    prop:checked=move || manner.get() == one
                    on:change=move |_| manner.set(one)
                />
                <span class="choice__body">
                    <strong>{words.name}</strong>
                    <span class="hint">{words.what}</span>
                </span>
            </label>
        }
    };
    view! {
        <fieldset class="group group--lead stack stack--tight">
            <legend>"Manière"</legend>
            <div class="choices">{Manner::ALL.map(row).collect_view()}</div>
        </fieldset>
    }
}

fn is_here(state: AppState, code: ExerciseCode) -> bool {
    state.with_tables_now(|tables| Exercise::find(tables, code)).is_some()
}

fn draw() -> u32 {
    let [high, middle, low] = identity::random_bytes::<3>();
    u32::from_be_bytes([0, high, middle, low])
}

/// The exercise under a code that no other one has.
fn prepared(state: AppState, draft: &ExerciseDraft, drawn: u32) -> Option<(ExerciseCode, ChangeSet)> {
    let mut draws = std::iter::once(drawn).chain(std::iter::repeat_with(draw)).take(DRAWS);
    let prepare_with = |drawn| state.with_tables_now(|tables| prepare(tables, draft, drawn)).ok().flatten();
    draws.find_map(prepare_with)
}

/// A fault in words, tied to its field.
pub fn in_words(fault: Fault) -> FieldFault {
    let field = match fault {
        Fault::Title(_) => TITLE,
        Fault::Day => DAY,
        Fault::Cases => CASES,
        Fault::LengthMissing => LENGTH,
        Fault::Seats => SEATS,
        Fault::Minutes => MINUTES,
    };
    FieldFault { field: field.to_owned(), sentence: text::fault(fault) }
}
