//! Where a participant says how far they are from each objective, before the day or after it.

use super::known::{Known, back};
use crate::browser::{dom, identity, location};
use crate::domain::curriculum::objective::{Objective, ObjectiveGroup};
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::handing_in::NothingToHandIn;
use crate::domain::exercise::positioning::{self, Place, Positioned};
use crate::domain::exercise::work::Grade;
use crate::records::Key;
use crate::route::exercise::ExerciseRoute;
use crate::text::{exercise as words, exercise_positioning as text, exercise_seat, format};
use crate::ui::components::{BackTo, Message, Messages, Notice, Page, Tone};
use crate::ui::open_place::OpenPlace;
use crate::ui::save::Saver;
use leptos::prelude::*;

/// A positioning open on a page.
#[derive(Clone, Copy)]
struct Open {
    known: Known,
    place: Place,
    /// Drawn once, unless this place has begun already.
    key: StoredValue<Key>,
    /// What is chosen, with what is being stored.
    one: Memo<Option<Positioned>>,
    /// Something was stored from this page.
    has_saved: RwSignal<bool>,
    saver: Saver,
}

impl Open {
    fn new(known: Known, place: Place, key: Key) -> Self {
        let saver = Saver::expect();
        let record = saver.state().record_as_written(key.clone());
        let key = StoredValue::new(key);
        let read = move |record: &_| key.with_value(|key| Positioned::from_record(key, record));
        let one = Memo::new(move |_| record.with(|record| record.as_deref().and_then(read)));
        Self { known, place, key, one, has_saved: RwSignal::new(false), saver }
    }

    fn choose(self, objective: &Objective, grade: Option<Grade>) {
        let changes = self.key.with_value(|key| positioning::choose(key, &self.place, &objective.id, grade));
        let has_saved = self.has_saved;
        self.saver.save_ahead_then(changes, move || {
            let _ = has_saved.try_set(true);
        });
    }
}

/// The objectives, or why the answers of this place do not show.
#[component]
pub fn PositioningPage(
    /// What is delivered.
    known: Known,
    /// Who positions themselves, and when.
    place: Place,
) -> impl IntoView {
    let state = Saver::expect().state();
    let (found, is_handed_in) = state.with_tables_now(|tables| {
        let found = Positioned::find(tables, &place);
        let is_handed_in = found.as_ref().is_some_and(|one| one.handed_in(tables).is_some());
        (found, is_handed_in)
    });
    // Asked once: handing in closes the place, and leaves this page.
    if !untrack(|| OpenPlace::expect().shows_place(place.exercise, place.seat, is_handed_in)) {
        return view! { <Shut exercise=place.exercise /> }.into_any();
    }
    let drawn = || identity::new_record_id().ok().and_then(|id| positioning::key(&id).ok());
    match found.map(|one| one.key).or_else(drawn) {
        Some(key) => view! { <Objectives open=Open::new(known, place, key) /> }.into_any(),
        None => view! { <NoIdentity place /> }.into_any(),
    }
}

fn home(place: Place) -> BackTo {
    BackTo::new(ExerciseRoute::Seat(place.exercise, place.seat), words::seat(place.seat))
}

/// On a shared device, answers open with their ticket.
#[component]
fn Shut(
    /// The exercise.
    exercise: ExerciseCode,
) -> impl IntoView {
    view! {
        <Page title="Ce positionnement s’ouvre avec son ticket" back=back()>
            <p>
                "Cet appareil peut servir à plusieurs personnes\u{a0}: un positionnement ne s’ouvre qu’avec le ticket de son numéro. Rien de ce qui a été répondu n’est perdu."
            </p>
            <p>
                <a class="button button--primary" href=ExerciseRoute::Ticket(exercise).to_hash()>
                    "Taper mon ticket"
                </a>
            </p>
        </Page>
    }
}

/// The browser draws no identity.
#[component]
fn NoIdentity(
    /// Who positions themselves, and when.
    place: Place,
) -> impl IntoView {
    view! {
        <Page title=text::title(place.moment) back=home(place)>
            <Notice tone=Tone::Fault title="Le positionnement n’a pas pu commencer">
                <p>"Rechargez la page, puis réessayez."</p>
            </Notice>
        </Page>
    }
}

/// Every objective, and handing in.
#[component]
fn Objectives(
    /// The positioning.
    open: Open,
) -> impl IntoView {
    let Place { exercise, seat, moment } = open.place;
    let groups = open.known.objectives.groups.iter().map(|group| view! { <Group open group /> }).collect_view();
    let saved = move || match (open.saver.state().has_unsaved(), open.has_saved.get()) {
        (true, _) => "Pas encore enregistré",
        (false, true) => text::SAVED,
        (false, false) => "",
    };
    view! {
        <Page title=format!("{}, {}", text::title(moment), format::uncapitalised(&words::seat(seat))) lead=text::LEAD back=home(open.place)>
            {text::together(exercise.manner).map(|how| view! { <p>{how}</p> })}
            <div class="stack stack--wide positioning">
                {groups}
                <div class="row">
                    <HandIn open />
                    <p class="saved" role="status">
                        {saved}
                    </p>
                </div>
            </div>
        </Page>
    }
}

/// Objectives that go together.
#[component]
fn Group(
    /// The positioning.
    open: Open,
    /// The objectives.
    group: &'static ObjectiveGroup,
) -> impl IntoView {
    let heading = format!("objectifs-{}", group.id);
    let labelled = heading.clone();
    let fields = group.objectives.iter().map(|objective| view! { <ObjectiveField open objective /> }).collect_view();
    view! {
        <section class="stack" aria-labelledby=labelled>
            <h2 id=heading>{group.title.as_str()}</h2>
            {fields}
        </section>
    }
}

/// One objective, and how far one is from it. Nothing is chosen beforehand; a choice is stored at once.
#[component]
fn ObjectiveField(
    /// The positioning.
    open: Open,
    /// The objective.
    objective: &'static Objective,
) -> impl IntoView {
    let chosen = Memo::new(move |_| open.one.with(|one| one.as_ref()?.levels.get(&objective.id).copied()));
    let name = format!("objectif-{}", objective.id);
    let first = StoredValue::new(name.clone());
    let row = move |grade: Grade| {
        let id = (Some(grade) == Grade::ALL.first().copied()).then(|| name.clone());
        view! {
            <label class="choice">
                <input
                    type="radio"
                    id=id
                    name=name.clone()
                    prop:checked=move || chosen.get() == Some(grade)
                    on:change=move |_| open.choose(objective, Some(grade))
                />
                <span>{words::grade(grade)}</span>
            </label>
        }
    };
    let clear = move |_| {
        open.choose(objective, None);
        // The button goes away with the answer: the focus stays in the objective.
        first.with_value(|first| dom::focus_in_place(first));
    };
    view! {
        <fieldset class="item">
            <legend class="item__legend">
                <h3 class="item__question">{objective.said.as_str()}</h3>
            </legend>
            <div class="choices choices--inline">{Grade::ALL.map(row).collect_view()}</div>
            <p class="item__state">
                <Show when=move || chosen.get().is_some() fallback=|| view! { <span>"Sans réponse"</span> }>
                    <button type="button" class="button button--plain" on:click=clear>
                        "Retirer ma réponse"
                        <span class="visually-hidden">{format!("\u{a0}: {}", objective.title)}</span>
                    </button>
                </Show>
            </p>
        </fieldset>
    }
}

/// Hands in what was chosen, then goes back to one's place, where it is sent on.
#[component]
fn HandIn(
    /// The positioning.
    open: Open,
) -> impl IntoView {
    let (saver, messages, place) = (open.saver, Messages::expect(), OpenPlace::expect());
    let seat = StoredValue::new(ExerciseRoute::Seat(open.place.exercise, open.place.seat).to_hash());
    let hand_in = move |_| {
        let handed = open.one.with_untracked(|one| match one {
            Some(one) => saver.state().with_tables_now(|tables| positioning::hand_in(one, tables)),
            None => Err(NothingToHandIn::Empty),
        });
        let seat = seat.get_value();
        match handed {
            Ok(changes) => saver.save_then(changes, move || {
                place.close();
                messages.done_on_arrival("Votre positionnement est remis", exercise_seat::THEN_SEND);
                location::replace(&seat);
            }),
            Err(why) => {
                let (title, body) = text::not_handed_in(why);
                let tone = if why == NothingToHandIn::Unwritable { Tone::Fault } else { Tone::Info };
                messages.say(Message { tone, title: title.to_owned(), body: body.to_owned(), actions: Vec::new() });
            }
        }
    };
    view! {
        <button type="button" class="button button--primary" on:click=hand_in>
            "Remettre ce positionnement"
        </button>
    }
}
