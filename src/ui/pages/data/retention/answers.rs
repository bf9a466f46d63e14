//! The answers to the questionnaires that were kept long enough, session by session.

use crate::browser::{clock, dom};
use crate::domain::evaluation::erasing::{DueAnswers, due, erase};
use crate::domain::retention::Rule;
use crate::state::AppState;
use crate::text::evaluation_erasing as text;
use crate::text::retention;
use crate::ui::components::{CaseRow, Confirm, Messages, Notice, Tone};
use crate::ui::save::Saver;
use leptos::prelude::*;

/// What is due; nothing where nothing is.
#[component]
pub fn DueAnswersSection() -> impl IntoView {
    let (state, saver, messages) = (AppState::expect(), Saver::expect(), Messages::expect());
    let all = Memo::new(move |_| state.with_tables(|tables| due(tables, &Rule::of(tables), clock::today())));
    let hold = Memo::new(move |_| state.with_tables(|tables| Rule::of(tables).hold_on(clock::today()).cloned()));
    let is_empty = Memo::new(move |_| all.with(Vec::is_empty));
    let asked = RwSignal::new(false);
    let target = RwSignal::new(None::<DueAnswers>);
    let ask = Callback::new(move |one: DueAnswers| {
        target.set(Some(one));
        asked.set(true);
    });
    let accept = Callback::new(move |()| {
        let Some(one) = target.get_untracked() else { return };
        let changes = state.with_tables_now(|tables| erase(tables, &one.session));
        saver.save_then(changes, move || {
            messages.done(text::erased(one.answers), "Il n’en reste rien sur cet appareil.");
            request_animation_frame(dom::focus_heading);
        });
    });
    let name = move || target.with(|target| target.as_ref().map(text::session));
    let obligation = move || {
        hold.get().map(|hold| {
            view! {
                <Notice tone=Tone::Caution title="Obligation de garder">
                    <p>{retention::hold(&hold)}</p>
                </Notice>
            }
        })
    };
    view! {
        <Show when=move || !is_empty.get()>
            <section class="stack" aria-labelledby="reponses-echues">
                <h2 id="reponses-echues">{move || text::due(all.with(Vec::len))}</h2>
                <ul role="list" class="cases">
                    <For each=move || all.get() key=DueAnswers::clone let(one)>
                        <DueRow one ask />
                    </For>
                </ul>
            </section>
        </Show>
        // Beside what goes away with the last of them.
        <Confirm
            open=asked
            title="Effacer ces réponses pour toujours\u{202f}?"
            accept="Effacer pour toujours"
            on_accept=accept
        >
            <p>
                <strong>{name}</strong>
            </p>
            <p>{text::MEANS}</p>
            <p>{text::BEFORE}</p>
            {obligation}
        </Confirm>
    }
}

/// The answers of a session.
#[component]
fn DueRow(
    /// What is due.
    one: DueAnswers,
    /// Asks before erasing.
    ask: Callback<DueAnswers>,
) -> impl IntoView {
    let name = text::session(&one);
    let of = format!("\u{a0}: {name}");
    let sentence = text::why(&one);
    view! {
        <CaseRow name sentence>
            <button type="button" class="button button--plain" on:click=move |_| ask.run(one.clone())>
                "Effacer"
                <span class="visually-hidden">{of}</span>
            </button>
        </CaseRow>
    }
}
