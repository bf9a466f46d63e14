//! The interviews whose erasing is due, one by one and all together.

use super::limit::Limiting;
use super::row::{Act, Row, lift, row_key};
use crate::browser::{clock, dom};
use crate::domain::paging::Paging;
use crate::domain::retention::{self, Due, Rule, Why, due};
use crate::records::{Key, RecordId};
use crate::state::AppState;
use crate::text::retention as text;
use crate::ui::components::{Messages, Pager};
use crate::ui::pages::data::erase::{Erasing, on_each};
use crate::ui::save::Saver;
use leptos::prelude::*;

/// How many rows a page of the list shows.
pub const PAGE: usize = 20;

/// What is due, with its date and why.
#[component]
pub fn DueSection(
    /// Asks before erasing.
    erasing: Erasing,
    /// Asks until when to restrict.
    limiting: Limiting,
) -> impl IntoView {
    let state = AppState::expect();
    let all = Memo::new(move |_| state.with_tables(|tables| due(tables, &Rule::of(tables), clock::today())));
    let is_undecided = move || state.with_tables(|tables| Rule::of(tables).months.is_none());
    let page = RwSignal::new(0);
    let paging = Signal::derive(move || Paging { total: all.with(Vec::len), size: PAGE });
    let shown = move || {
        let rows = paging.get().rows(page.get());
        all.with(|all| all.get(rows).map(<[Due]>::to_vec).unwrap_or_default())
    };
    view! {
        <section class="stack" aria-labelledby="echus">
            <h2 id="echus">{move || text::due(all.with(Vec::len))}</h2>
            <Show
                when=move || all.with(|all| !all.is_empty())
                fallback=move || {
                    view! {
                        <Show when=is_undecided>
                            <p>
                                "Votre organisation n’a pas encore dit combien de temps garder : écrivez-le plus bas."
                            </p>
                        </Show>
                        <p>{text::nothing_due()}</p>
                    }
                }
            >
                <ActsOnAll all erasing limiting />
                <ul role="list" class="cases">
                    <For each=shown key=row_key let(due)>
                        <DueRow due erasing limiting />
                    </For>
                </ul>
                <Pager paging page label="Pages des entretiens à supprimer" />
            </Show>
        </section>
    }
}

/// The same acts on everything that is due, the other pages of the list included.
#[component]
fn ActsOnAll(
    /// Everything that is due.
    all: Memo<Vec<Due>>,
    /// Asks before erasing.
    erasing: Erasing,
    /// Asks until when to restrict.
    limiting: Limiting,
) -> impl IntoView {
    let (state, saver, messages) = (AppState::expect(), Saver::expect(), Messages::expect());
    let that = move |keeps: fn(&&Due) -> bool| -> Vec<RecordId> {
        all.with_untracked(|all| all.iter().filter(keeps).map(|due| due.id.clone()).collect())
    };
    let chosen = move || that(|_| true);
    let postponable = move || that(|due| can_be_postponed(due.why));
    let postpone_all = move |_| postpone(state, saver, messages, &postponable());
    let some_postponable = move || all.with(|all| all.iter().any(|due| can_be_postponed(due.why)));
    view! {
        <Show when=move || all.with(|all| all.len() > 1)>
            <div class="row">
                <button type="button" class="button button--fault" on:click=move |_| erasing.ask_all(chosen())>
                    "Tout effacer…"
                </button>
                <Show when=some_postponable>
                    <button type="button" class="button" on:click=postpone_all>
                        {text::postpone_all()}
                    </button>
                </Show>
                <button type="button" class="button" on:click=move |_| limiting.ask(chosen())>
                    "Limiter l’usage de tous…"
                </button>
            </div>
        </Show>
    }
}

/// One interview that is due.
#[component]
fn DueRow(
    /// The interview, and why.
    due: Due,
    /// Asks before erasing.
    erasing: Erasing,
    /// Asks until when to restrict.
    limiting: Limiting,
) -> impl IntoView {
    let (state, saver, messages) = (AppState::expect(), Saver::expect(), Messages::expect());
    let why = due.why;
    let erase = Act::new("Effacer", move |interview| erasing.ask(interview));
    let name = if can_be_postponed(why) { "Limiter l’usage" } else { "Prolonger la limitation" };
    let limit = Act::new(name, move |interview| limiting.ask(vec![interview]));
    let other = if can_be_postponed(why) {
        Act::new(text::postpone(), move |interview| postpone(state, saver, messages, &[interview]))
    } else {
        Act::new("Lever la limitation", move |interview: RecordId| lift(state, saver, messages, &interview))
    };
    view! { <Row listed=due sentence=text::why(why) acts=vec![erase, other, limit] /> }
}

/// A restriction that is over is renewed or lifted, not postponed.
fn can_be_postponed(why: Why) -> bool {
    !matches!(why, Why::RestrictionOver { .. })
}

fn postpone(state: AppState, saver: Saver, messages: Messages, interviews: &[RecordId]) {
    let until = retention::postponed(clock::today());
    let number = interviews.len();
    let act = |key: &Key| state.with_tables_now(|tables| retention::keep_until(tables, key, until));
    saver.save_then(on_each(interviews, act), move || {
        messages.done(text::postponed(number, until), "");
        request_animation_frame(dom::focus_heading);
    });
}
