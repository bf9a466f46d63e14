//! The words of participants that were chosen, and what the team corrects.

use super::known::Known;
use crate::domain::evaluation::moderation::Written;
use crate::domain::evaluation::synthesis::improvements;
use crate::route::evaluation::EvaluationRoute;
use crate::route::programme::ProgrammeRoute;
use crate::text::programme_mission as mission;
use crate::ui::pages::programme::Board;
use crate::ui::save::Undoable;
use leptos::prelude::*;

/// The words that were chosen.
#[component]
pub fn Quotes(
    /// What is known.
    known: Known,
) -> impl IntoView {
    let chosen = Memo::new(move |_| {
        let synthesis = known.synthesis.get();
        known.written.with(|all| {
            let kept = all.iter().filter(|one| synthesis.is_chosen(one) && one.may_appear().is_some());
            kept.cloned().collect::<Vec<Written>>()
        })
    });
    let is_empty = Memo::new(move |_| chosen.with(Vec::is_empty));
    let row = move |one: Written| {
        let question = known.question(&one.question);
        let words = one.may_appear().unwrap_or_default().to_owned();
        let remove = move |_| {
            let changes = known.synthesis.with_untracked(|it| it.choose(one.number, &one.question, false));
            let done = Undoable {
                title: "Parole retirée de la synthèse".to_owned(),
                body: String::new(),
                take_back: "Annuler",
                taken_back: "Parole remise dans la synthèse",
            };
            known.board.saver.save_undoable(changes, done, || {
                request_animation_frame(crate::browser::dom::focus_heading_if_lost);
            });
        };
        view! {
            <li class="card card--flat stack stack--tight">
                <p class="card__meta">{question}</p>
                <p class="breakable">"«\u{202f}" {words.clone()} "\u{202f}»"</p>
                <p class="screen-only">
                    <button type="button" class="button button--plain" on:click=remove>
                        "Retirer de la synthèse"
                        <span class="visually-hidden">"\u{a0}: " {words}</span>
                    </button>
                </p>
            </li>
        }
    };
    view! {
        <section class="stack screen-only" aria-labelledby="paroles">
            <h2 id="paroles">"Paroles choisies"</h2>
            <Show when=move || is_empty.get()>
                <p>"Aucune parole n’est choisie."</p>
            </Show>
            <ul role="list" class="stack stack--tight">
                {move || chosen.get().into_iter().map(row).collect_view()}
            </ul>
            <p>
                <a href=EvaluationRoute::Texts.to_hash()>"Lire les textes libres et en choisir"</a>
            </p>
            <p class="hint">
                "Une parole paraît dans la synthèse pour le Département quand la réponse dont elle vient a été comptée dans une synthèse arrêtée."
            </p>
        </section>
    }
}

/// What the mission log improves.
#[component]
pub fn Improvements(
    /// The cycle.
    board: Board,
) -> impl IntoView {
    let actions = Memo::new(move |_| {
        board.programme.with(|programme| {
            let of = |action: &crate::domain::programme::log::Action| {
                (action.label.clone(), mission::action_meta(action, board.today))
            };
            improvements(&programme.log).map(of).collect::<Vec<_>>()
        })
    });
    let is_empty = Memo::new(move |_| actions.with(Vec::is_empty));
    let row = |(label, meta): (String, String)| {
        view! {
            <li>
                {label} <br />
                <span class="card__meta">{meta}</span>
            </li>
        }
    };
    view! {
        <section class="stack stack--tight screen-only" aria-labelledby="corriger">
            <h2 id="corriger">"Ce que nous corrigeons"</h2>
            <Show when=move || is_empty.get()>
                <p>"Aucune action d’amélioration n’est notée au suivi de mission. Notez une action et cochez «\u{202f}Action d’amélioration de la formation\u{202f}»\u{a0}: elle paraîtra ici."</p>
            </Show>
            <ul>{move || actions.get().into_iter().map(row).collect_view()}</ul>
            <p>
                <a href=ProgrammeRoute::NewAction.to_hash()>"Noter une action d’amélioration"</a>
            </p>
        </section>
    }
}
