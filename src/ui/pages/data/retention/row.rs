//! One interview of « À supprimer »: what it is called, why it is there, and what may be done with it.

use crate::browser::dom;
use crate::domain::interview::label::CaseLabel;
use crate::domain::retention::{self, Listed};
use crate::records::{Key, RecordId};
use crate::route::Route;
use crate::state::AppState;
use crate::text::interview as interview_text;
use crate::ui::components::Messages;
use crate::ui::pages::data::erase::on_each;
use crate::ui::save::Saver;
use leptos::prelude::*;

/// What a row is known by in its list: all that it shows.
pub fn row_key<T: Clone>(listed: &Listed<T>) -> (RecordId, Option<CaseLabel>, bool, T) {
    (listed.id.clone(), listed.label(), listed.is_removed(), listed.why.clone())
}

/// Something that may be done with an interview.
pub struct Act {
    label: String,
    run: Callback<RecordId>,
}

impl Act {
    /// An act and its name.
    pub fn new(label: impl Into<String>, run: impl Fn(RecordId) + Send + Sync + 'static) -> Self {
        Self { label: label.into(), run: Callback::new(run) }
    }
}

/// The buttons of a row: each also says, to who does not see the row, which interview it is about.
fn acts_on<T>(listed: &Listed<T>, acts: Vec<Act>) -> AnyView {
    let of = mention(listed);
    acts.into_iter()
        .map(|act| {
            let id = listed.id.clone();
            view! {
                <button type="button" class="button button--plain" on:click=move |_| act.run.run(id.clone())>
                    {act.label}
                    <span class="visually-hidden">{of.clone()}</span>
                </button>
            }
        })
        .collect_view()
        .into_any()
}

fn mention<T>(listed: &Listed<T>) -> String {
    format!(" : {}", interview_text::case_mention(listed.label().as_ref()))
}

/// An interview. Its result can be seen from here, unless it was removed.
#[component]
pub fn Row<T: Send + Sync + 'static>(
    /// The interview.
    listed: Listed<T>,
    /// Why it is in this list.
    sentence: String,
    /// What may be done with it.
    acts: Vec<Act>,
) -> impl IntoView {
    let is_removed = listed.is_removed();
    let of = mention(&listed);
    let acts = acts_on(&listed, acts);
    let result = Route::Result(listed.id.clone()).to_hash();
    view! {
        <li class="card card--flat case">
            <div class="case__body">
                <h3 class="case__name">{interview_text::case_title(listed.label().as_ref())}</h3>
                <p class="card__meta">{sentence}</p>
            </div>
            <div class="case__ways">
                {(!is_removed)
                    .then(|| {
                        view! {
                            <a class="button" href=result>
                                "Résultat"
                                <span class="visually-hidden">{of}</span>
                            </a>
                        }
                    })}
            </div>
            <div class="case__acts">{acts}</div>
        </li>
    }
}

/// Lets an interview be used again.
pub fn lift(state: AppState, saver: Saver, messages: Messages, interview: &RecordId) {
    let act = |key: &Key| state.with_tables_now(|tables| retention::restrict(tables, key, None));
    saver.save_then(on_each(std::slice::from_ref(interview), act), move || {
        messages.done("Limitation levée", "L’entretien revient où il était.");
        request_animation_frame(dom::focus_heading);
    });
}
