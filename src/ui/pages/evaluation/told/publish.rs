//! Publishing a synthesis: what is told is kept as it was told.

use super::known::Known;
use super::synthesis::{Looked, Preview};
use crate::domain::evaluation::synthesis::{PublishFault, Stage};
use crate::records::ChangeSet;
use crate::route::Route;
use crate::text::evaluation as words;
use crate::text::evaluation_told as told;
use crate::ui::components::Confirm;
use leptos::prelude::*;

/// What was published, what is looked at, and the act.
#[component]
pub fn Publish(
    /// What is known.
    known: Known,
    /// What is looked at.
    looked: RwSignal<Looked>,
    /// What would be told, when one looks at it.
    preview: Preview,
) -> impl IntoView {
    let published = Memo::new(move |_| known.synthesis.with(|synthesis| told::published(synthesis)));
    let is_published = Memo::new(move |_| published.with(|all| !all.is_empty()));
    let asked = RwSignal::new(false);
    let changes = move || -> Option<Result<ChangeSet, PublishFault>> {
        let (stage, next) = preview.get()?;
        Some(known.synthesis.with(|synthesis| synthesis.keep(&next, stage, known.board.today)))
    };
    let standing = Memo::new(move |_| changes().map(|changes| changes.map(drop)));
    let fault = move || standing.get().and_then(Result::err);
    let can = move || standing.get() == Some(Ok(()));
    let publish = Callback::new(move |()| {
        let Some(Ok(changes)) = untrack(changes) else { return };
        known.board.saver.save_then(changes, move || {
            known.messages.done("Synthèse arrêtée", "Vous pouvez l’imprimer, l’exporter et la transmettre.");
            let _ = looked.try_set(Looked::Published);
        });
    });
    let choice = move |value: Looked, label: &'static str, hint: &'static str| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="synthese-vue"
                    prop:checked=move || looked.get() == value
                    on:change=move |_| looked.set(value)
                />
                <span>
                    {label} <br />
                    <span class="hint">{hint}</span>
                </span>
            </label>
        }
    };
    let now = |of: Stage| {
        let label = match of {
            Stage::OnTheWay => "Aujourd’hui, en synthèse d’étape",
            Stage::Closing => "Aujourd’hui, en synthèse de fin de cycle",
        };
        choice(Looked::Now(of), label, told::stage_hint(of))
    };
    let settle = Route::ToCheck.to_hash();
    view! {
        <section class="card stack screen-only" aria-labelledby="arreter">
            <h2 id="arreter">"Ce que vous regardez"</h2>
            <fieldset class="group stack stack--tight">
                <legend class="visually-hidden">"Ce que vous regardez"</legend>
                <Show when=move || is_published.get()>
                    {choice(Looked::Published, "Ce qui a été arrêté", "C’est ce qui s’imprime et s’exporte.")}
                </Show>
                {now(Stage::OnTheWay)}
                {now(Stage::Closing)}
            </fieldset>
            <ul>
                {move || published.get().into_iter().map(|one| view! { <li>{one}</li> }).collect_view()}
            </ul>
            <div role="status">
                {move || fault().map(|fault| view! { <p>{words::not_published(fault)}</p> })}
            </div>
            <Show when=move || fault() == Some(PublishFault::Split)>
                <p>
                    <a href=settle.clone()>"Ouvrir «\u{202f}À vérifier\u{202f}»"</a>
                </p>
            </Show>
            <Show when=can>
                <p>
                    <button type="button" class="button button--primary" on:click=move |_| asked.set(true)>
                        "Arrêter cette synthèse…"
                    </button>
                </p>
            </Show>
        </section>
        <Confirm open=asked title="Arrêter cette synthèse\u{202f}?" accept="Arrêter la synthèse" on_accept=publish>
            <p>{told::PUBLISHING}</p>
            <p>"Les réponses qui arriveront ensuite entreront dans la synthèse suivante."</p>
        </Confirm>
    }
}
