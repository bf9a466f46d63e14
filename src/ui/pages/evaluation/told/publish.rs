//! Publishing the figures: who answered is told before, what they said is told after, and stays as it was told.

use super::known::Known;
use crate::browser::dom;
use crate::domain::evaluation::synthesis::{PublishFault, Stage};
use crate::text::coming::coming;
use crate::text::evaluation as words;
use crate::text::evaluation_told as told;
use crate::text::format;
use crate::ui::components::{AfterPaint, Confirm, Fold};
use leptos::prelude::*;

/// The heading of what was published last.
pub const FROZEN: &str = "chiffres";

/// What was published, who answered since, and the act.
#[component]
pub fn Publish(
    /// What is known.
    known: Known,
) -> impl IntoView {
    let published = Memo::new(move |_| known.synthesis.with(|synthesis| told::published(synthesis)));
    let has_published = Memo::new(move |_| published.with(|all| !all.is_empty()));
    // What was told in detail stays so.
    let is_closed = Memo::new(move |_| {
        known.synthesis.with(|synthesis| synthesis.published.iter().any(|(_, stage)| *stage == Stage::Closing))
    });
    let chosen = RwSignal::new(Stage::OnTheWay);
    let stage = Memo::new(move |_| if is_closed.get() { Stage::Closing } else { chosen.get() });
    let asked = RwSignal::new(false);
    let standing = Memo::new(move |_| {
        let populations = known.populations.get();
        known.synthesis.with(|synthesis| synthesis.may_publish(&populations, known.threshold, stage.get()))
    });
    let publish = Callback::new(move |()| {
        let (populations, stage) = (known.populations.get_untracked(), stage.get_untracked());
        let today = known.board.today;
        let changes =
            known.synthesis.with_untracked(|synthesis| synthesis.publish(&populations, known.threshold, stage, today));
        let Ok(changes) = changes else { return };
        known.board.saver.save_then(changes, move || {
            let said =
                known.synthesis.try_with_untracked(|synthesis| told::last_published(synthesis)).unwrap_or_default();
            known
                .messages
                .done("Chiffres arrêtés", format!("{said}. Vous pouvez les lire, les imprimer, les exporter."));
            // The figures come with the next frame, and the dialog has given the focus back.
            request_animation_frame(|| request_animation_frame(|| dom::focus(FROZEN)));
        });
    });
    let choice = move |of: Stage| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="synthese-stade"
                    prop:checked=move || stage.get() == of
                    on:change=move |_| chosen.set(of)
                />
                <span>
                    {told::stage(of)} <br /> <span class="hint">{told::stage_hint(of)}</span>
                </span>
            </label>
        }
    };
    // The others are said above the page.
    let nothing = move || standing.get() == Err(PublishFault::Nothing);
    view! {
        <section class="card stack screen-only" aria-labelledby="arreter">
            <h2 id="arreter">"Arrêter les chiffres"</h2>
            <Show when=move || has_published.get()>
                <ul>
                    {move || published.get().into_iter().map(|one| view! { <li>{one}</li> }).collect_view()}
                </ul>
            </Show>
            // The answers are read once the first figures are on the screen.
            <AfterPaint>
                <Came known />
                <Show when=move || !is_closed.get()>
                    <fieldset class="group stack stack--tight">
                        <legend>"Ce que vous arrêtez"</legend>
                        {Stage::ALL.map(choice).collect_view()}
                    </fieldset>
                </Show>
                <div role="status">
                    <Show when=nothing>
                        <p>
                            {move || match has_published.get() {
                                true => words::not_published(PublishFault::Nothing),
                                false => words::NOT_ENOUGH_YET,
                            }}
                        </p>
                    </Show>
                </div>
                <Show when=move || standing.get().is_ok()>
                    <p>{told::PUBLISHING} " " {told::waits(known.threshold)}</p>
                    <p>
                        <button type="button" class="button button--primary" on:click=move |_| asked.set(true)>
                            "Arrêter les chiffres et les lire…"
                        </button>
                    </p>
                </Show>
            </AfterPaint>
        </section>
        <Confirm open=asked title="Arrêter ces chiffres\u{202f}?" accept="Arrêter les chiffres" on_accept=publish>
            <p>{move || told::stage(stage.get())} "."</p>
            <p>{told::PUBLISHING}</p>
            <p>{told::waits(known.threshold)}</p>
        </Confirm>
    }
}

/// Who answered: how many would be told, how many wait.
#[component]
fn Came(
    /// What is known.
    known: Known,
) -> impl IntoView {
    let came = Memo::new(move |_| {
        let populations = known.populations.get();
        let coming = |programme: &_| {
            known.synthesis.with(|synthesis| coming(programme, synthesis, &populations, known.threshold))
        };
        known.board.programme.with(|programme| coming(programme))
    });
    let is_open = RwSignal::new(false);
    let rows = move || {
        is_open.get().then(|| {
            let row = |row: &crate::text::coming::Row| {
                let numbers = [row.received, row.told, row.next, row.waiting];
                let numbers =
                    numbers.map(|one| view! { <td class="number">{format::integer(format::number(one))}</td> });
                view! {
                    <tr>
                        <th scope="row">{row.session.clone()}</th>
                        <td>{row.part}</td>
                        {numbers.into_iter().collect_view()}
                    </tr>
                }
            };
            came.with(|came| came.rows.iter().map(row).collect_view())
        })
    };
    let has_rows = Memo::new(move |_| came.with(|came| !came.rows.is_empty()));
    view! {
        <Show when=move || came.with(|came| !came.told.is_empty())>
            <ul>
                {move || came.with(|came| came.told.iter().map(|one| view! { <li>{one.clone()}</li> }).collect_view())}
            </ul>
        </Show>
        <Show when=move || has_rows.get()>
            <Fold summary="Réponses, session par session" is_open>
                <div class="table-scroll" tabindex="0" role="region" aria-label="Réponses, session par session">
                    <table class="table">
                        <thead>
                            <tr>
                                <th scope="col">"Session"</th>
                                <th scope="col">"Évaluation"</th>
                                <th scope="col" class="number">
                                    "Reçues"
                                </th>
                                <th scope="col" class="number">
                                    "Dans les chiffres arrêtés"
                                </th>
                                <th scope="col" class="number">
                                    "Au prochain arrêt"
                                </th>
                                <th scope="col" class="number">
                                    "En attente"
                                </th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </Fold>
        </Show>
    }
}
