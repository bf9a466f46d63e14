//! What files would change here, before one agrees.

use super::effects::Effects;
use super::files::FilesSeen;
use super::{Import, REVIEW};
use crate::browser::dom;
use crate::exchange::transfer::FileSeen;
use crate::jobs::Weighed;
use crate::text::exchange::{self, Fault};
use crate::text::{format, import as said, import_files};
use crate::ui::components::{Notice, Tone};
use leptos::prelude::*;
use std::sync::Arc;

/// The box that says one has looked.
const UNDERSTOOD: &str = "alarmes-comprises";

/// The files, what they would change, what deserves a second look, and the agreement.
#[component]
pub fn Review(
    /// What was weighed.
    weighed: Arc<Weighed>,
    /// The import of this page.
    import: Import,
) -> impl IntoView {
    let brings_nothing = weighed.brings_nothing;
    let was_read = weighed.files.iter().any(|file| file.was_read());
    let number = |is: fn(&FileSeen) -> bool| weighed.files.iter().filter(|file| is(file)).count();
    let locked = number(FileSeen::is_locked);
    let heading = import_files::files_read(number(FileSeen::was_read), locked, weighed.files.len());
    let not_taken = said::not_taken(weighed.not_taken);
    let understood = RwSignal::new(weighed.alarms.is_empty());
    let refused = RwSignal::new(false);
    let accept = move |_| match understood.get_untracked() {
        true => import.accept(),
        false => {
            refused.set(true);
            dom::focus(UNDERSTOOD);
        }
    };
    let weighed_for_effects = Arc::clone(&weighed);
    view! {
        <div class="card">
            <h3 id=REVIEW tabindex="-1">
                {heading}
            </h3>
            <FilesSeen files=weighed.files.clone() import />
            {(was_read && locked > 0)
                .then(|| {
                    view! { <p>"Ce qui suit ne compte que les fichiers lus\u{a0}: ceux qui sont fermés n’y entrent pas tant que vous ne les avez pas ouverts."</p> }
                })}
            {not_taken
                .map(|fault| {
                    view! {
                        <Notice tone=Tone::Caution title=fault.what>
                            <p>{fault.next}</p>
                        </Notice>
                    }
                })}
            {(was_read && brings_nothing && weighed.not_taken == 0)
                .then(|| {
                    view! {
                        <Notice tone=Tone::Info title="Rien de nouveau">
                            <p>"Tout ce qui a été lu est déjà sur cet appareil."</p>
                        </Notice>
                    }
                })}
            {(was_read && !brings_nothing)
                .then(|| {
                    view! {
                        <Counts weighed=Arc::clone(&weighed_for_effects) />
                        <Alarms weighed=Arc::clone(&weighed_for_effects) understood refused />
                        <Effects weighed=weighed_for_effects />
                    }
                })}
            <div class="row">
                {(was_read && !brings_nothing)
                    .then(|| {
                        view! {
                            <button type="button" class="button button--primary" on:click=accept>
                                "Importer"
                            </button>
                        }
                    })}
                <button type="button" class="button button--plain" on:click=move |_| import.stop()>
                    {if was_read && !brings_nothing { "Ne pas importer" } else { "Choisir d’autres fichiers" }}
                </button>
            </div>
        </div>
    }
}

/// What would change, kind by kind.
#[component]
fn Counts(
    /// What was weighed.
    weighed: Arc<Weighed>,
) -> impl IntoView {
    let restored = weighed.only_places.then_some("Les lieux d’un annuaire, absents de cet appareil, seront rétablis.");
    let rows: Vec<(String, String)> = weighed
        .by_kind
        .iter()
        .rev()
        .map(|(kind, counts)| {
            let name = format::capitalised(&exchange::kind(kind.as_str(), counts.total() as u64));
            (name, format::list(&exchange::changes(kind.as_str(), *counts)))
        })
        .collect();
    view! {
        <dl class="facts">
            {rows.into_iter().map(|(kind, changes)| view! { <dt>{kind}</dt> <dd>{changes}</dd> }).collect_view()}
        </dl>
        {restored.map(|sentence| view! { <p>{sentence}</p> })}
    }
}

/// What deserves a second look, and the words that say one has looked.
#[component]
fn Alarms(
    /// What was weighed.
    weighed: Arc<Weighed>,
    /// Whether one has looked.
    understood: RwSignal<bool>,
    /// One tried to go on without.
    refused: RwSignal<bool>,
) -> impl IntoView {
    let alarms: Vec<Fault> = weighed.alarms.iter().map(said::alarm).collect();
    let asks = !alarms.is_empty();
    let fault = move || (refused.get() && !understood.get()).then_some("Cochez cette case pour importer, ou renoncez.");
    view! {
        {alarms
            .into_iter()
            .map(|fault| {
                view! {
                    <Notice tone=Tone::Caution title=fault.what>
                        <p>{fault.next}</p>
                    </Notice>
                }
            })
            .collect_view()}
        {asks
            .then(|| {
                view! {
                    <label class="choice">
                        <input
                            type="checkbox"
                            id=UNDERSTOOD
                            aria-invalid=move || (refused.get() && !understood.get()).then_some("true")
                            prop:checked=understood
                            aria-describedby="alarmes-faute"
                            on:change=move |event| understood.set(event_target_checked(&event))
                        />
                        <span>"J’ai compris, et je veux importer quand même"</span>
                    </label>
                    <p id="alarmes-faute" class="field__error" role="alert">
                        {fault}
                    </p>
                }
            })}
    }
}
