//! A text: its words, what it is about, what becomes of it.

use super::super::known::Known;
use crate::browser::dom;
use crate::domain::evaluation::moderation::{self, State, Tag, Withheld, Written};
use crate::domain::evaluation::reading::Stands;
use crate::domain::evaluation::response::Response;
use crate::domain::evaluation::secret::SecretNumber;
use crate::domain::evaluation::survey::QuestionId;
use crate::text::evaluation as words;
use crate::text::evaluation_told as told;
use crate::ui::components::{ChoiceField, FieldFault, Fold, Rewrite, Takes, TextField};
use crate::ui::save::Undoable;
use leptos::prelude::*;

/// Where a text is.
type Place = StoredValue<(SecretNumber, QuestionId)>;

fn find(known: Known, place: Place) -> Option<Written> {
    place.with_value(|(number, question)| {
        known.written.with(|all| all.iter().find(|one| one.number == *number && one.question == *question).cloned())
    })
}

/// Stores a decision, with a way to take it back.
fn decide(known: Known, place: Place, state: Option<State>, title: &'static str) {
    let changes = place.with_value(|(number, question)| {
        known.board.saver.state().with_tables_now(|tables| {
            Response::find(tables, *number).map(|response| moderation::decide(&response, question, state))
        })
    });
    let done =
        Undoable {
            title: title.to_owned(), body: String::new(), take_back: "Annuler", taken_back: "Décision annulée"
        };
    // The text may leave the list with what was pressed.
    known.board.saver.save_undoable(changes.unwrap_or_default(), done, || {
        request_animation_frame(dom::focus_heading_if_lost);
    });
}

/// A text.
#[component]
pub fn TextRow(
    /// What is known.
    known: Known,
    /// The number of its answer.
    number: SecretNumber,
    /// The question that it answers.
    question: QuestionId,
) -> impl IntoView {
    let title = question.clone();
    let title = Memo::new(move |_| known.question(&title));
    let place = StoredValue::new((number, question));
    let written = Memo::new(move |_| find(known, place));
    let said = move || written.with(|one| one.as_ref().map(|one| one.words.clone()).unwrap_or_default());
    let stands = Memo::new(move |_| written.with(|one| one.as_ref().map(Stands::of)));
    let stand = move || written.with(|one| one.as_ref().map(told::stand_of).unwrap_or_default());
    let other_words = move || {
        written.with(|one| {
            let one = one.as_ref()?;
            one.may_appear().filter(|words| *words != one.words).map(str::to_owned)
        })
    };
    let keep = move |_| decide(known, place, Some(State::Read), "Texte lu, gardé par l’équipe");
    let again = move |_| decide(known, place, None, "Texte à relire");
    let of = Signal::derive(move || format!("\u{a0}: {}", said()));
    view! {
        <li class="card stack stack--tight">
            <p class="card__meta">{title}</p>
            <blockquote class="told-words breakable">{said}</blockquote>
            {move || {
                other_words().map(|words| view! { <p class="breakable">"Paraîtra\u{a0}: «\u{202f}" {words} "\u{202f}»"</p> })
            }}
            <p>
                <strong>{stand}</strong>
            </p>
            <Tags known place of />
            <LetThrough known place written of />
            <Withhold known place of />
            <p class="row screen-only">
                <Show when=move || stands.get() != Some(Stands::Kept)>
                    <button type="button" class="button button--plain" on:click=keep>
                        "Lu, garder pour l’équipe"
                        <span class="visually-hidden">{of}</span>
                    </button>
                </Show>
                <Show when=move || stands.get() != Some(Stands::ToRead)>
                    <button type="button" class="button button--plain" on:click=again>
                        "Remettre à lire"
                        <span class="visually-hidden">{of}</span>
                    </button>
                </Show>
                <Show when=move || stands.get() == Some(Stands::MayAppear)>
                    <Choose known place written of />
                </Show>
            </p>
        </li>
    }
}

/// What it is about.
#[component]
fn Tags(
    /// What is known.
    known: Known,
    /// Where it is.
    place: Place,
    /// Its words, heard after what is pressed.
    of: Signal<String>,
) -> impl IntoView {
    let saver = known.board.saver;
    // With what is on its way to the disk: a tick counts those that were made just before.
    let record = place.with_value(|(number, _)| moderation::key(*number).ok());
    let record = record.map(|key| saver.state().record_as_written(key));
    let tags = Memo::new(move |_| {
        let record = record.and_then(|record| record.get());
        record.map(|record| place.with_value(|(_, question)| moderation::tags(&record, question))).unwrap_or_default()
    });
    let tick = move |tag: Tag| {
        let is_in = move || tags.with(|tags| tags.contains(&tag));
        let toggle = move |event| {
            let mut tags = tags.get_untracked();
            if event_target_checked(&event) {
                tags.insert(tag)
            } else {
                tags.remove(&tag)
            };
            let changes = place.with_value(|(number, question)| moderation::tag(*number, question, &tags));
            saver.save_ahead_then(changes, || ());
        };
        view! {
            <label class="choice">
                <input type="checkbox" prop:checked=is_in on:change=toggle />
                <span>{words::tag(tag)}</span>
            </label>
        }
    };
    view! {
        <fieldset class="group screen-only">
            <legend>
                "Thèmes" <span class="visually-hidden">{of}</span>
            </legend>
            <div class="choices choices--flow">{Tag::ALL.map(tick).collect_view()}</div>
        </fieldset>
    }
}

/// Letting it appear, in its words or in others.
#[component]
fn LetThrough(
    /// What is known.
    known: Known,
    /// Where it is.
    place: Place,
    /// The text, followed.
    written: Memo<Option<Written>>,
    /// Its words, heard after what is pressed.
    of: Signal<String>,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let text = Rewrite::of(move || {
        written.with(|one| {
            let shown = one.as_ref().map(|one| one.may_appear().unwrap_or(&one.words).to_owned());
            shown.unwrap_or_default()
        })
    });
    let id = place.with_value(|(number, question)| format!("mots-{number}-{question}"));
    let faults = RwSignal::new(Vec::<FieldFault>::new());
    let field = StoredValue::new(id.clone());
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let words = text.now();
        let is_blank = words.trim().is_empty();
        faults.set(match is_blank {
            true => vec![FieldFault {
                field: field.get_value(),
                sentence: "Écrivez les mots qui paraîtront, ou gardez ce texte pour l’équipe.".to_owned(),
            }],
            false => Vec::new(),
        });
        if !is_blank {
            is_open.set(false);
            text.settle(&words);
            decide(known, place, Some(State::MayAppear { words }), "Ce texte peut paraître");
        }
    };
    view! {
        <Fold summary="Laisser paraître…" is_open>
            <form class="stack stack--tight" on:submit=send novalidate>
                <TextField
                    id
                    label="Les mots qui paraîtront"
                    hint="Retirez ce qui permettrait de reconnaître quelqu’un."
                    takes=Takes::Text
                    value=text
                    faults
                />
                <p>
                    <button type="submit" class="button">
                        "Laisser paraître ces mots"
                        <span class="visually-hidden">{of}</span>
                    </button>
                </p>
            </form>
        </Fold>
    }
}

fn code(why: Withheld) -> String {
    Withheld::ALL.iter().position(|one| *one == why).unwrap_or_default().to_string()
}

/// Withholding it, and why.
#[component]
fn Withhold(
    /// What is known.
    known: Known,
    /// Where it is.
    place: Place,
    /// Its words, heard after what is pressed.
    of: Signal<String>,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let chosen = RwSignal::new(String::new());
    let faults = RwSignal::new(Vec::<FieldFault>::new());
    let id = place.with_value(|(number, question)| format!("motif-{number}-{question}"));
    let field = StoredValue::new(id.clone());
    let options = Withheld::ALL.map(|why| (code(why), words::withheld(why).to_owned())).to_vec();
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let why = chosen.with_untracked(|chosen| Withheld::ALL.into_iter().find(|why| code(*why) == *chosen));
        faults.set(match why {
            None => {
                vec![FieldFault {
                    field: field.get_value(),
                    sentence: "Choisissez pourquoi ce texte est écarté.".to_owned(),
                }]
            }
            Some(_) => Vec::new(),
        });
        if let Some(why) = why {
            is_open.set(false);
            decide(known, place, Some(State::Withheld { why }), "Texte écarté");
        }
    };
    view! {
        <Fold summary="Écarter…" is_open>
            <form class="stack stack--tight" on:submit=send novalidate>
                <ChoiceField id label="Pourquoi" options value=chosen faults />
                <p>
                    <button type="submit" class="button">
                        "Écarter ce texte"
                        <span class="visually-hidden">{of}</span>
                    </button>
                </p>
            </form>
        </Fold>
    }
}

/// Choosing it for the synthesis.
#[component]
fn Choose(
    /// What is known.
    known: Known,
    /// Where it is.
    place: Place,
    /// The text, followed.
    written: Memo<Option<Written>>,
    /// Its words, heard after what is pressed.
    of: Signal<String>,
) -> impl IntoView {
    let is_chosen = move || {
        written.with(|one| one.as_ref().is_some_and(|one| known.synthesis.with(|synthesis| synthesis.is_chosen(one))))
    };
    let toggle = move |event| {
        let is_in = event_target_checked(&event);
        let changes = place.with_value(|(number, question)| {
            known.synthesis.with_untracked(|synthesis| synthesis.choose(*number, question, is_in))
        });
        known.board.saver.save_then(changes, || ());
    };
    view! {
        <label class="choice">
            <input type="checkbox" prop:checked=is_chosen on:change=toggle />
            <span>
                "Citer dans la synthèse" <span class="visually-hidden">{of}</span>
            </span>
        </label>
    }
}
