//! The files that were given: what each turned out to be.

use super::{Import, PASSPHRASE};
use crate::exchange::transfer::{FileSeen, Seen};
use crate::text::exchange::NOTHING_CHANGED;
use crate::text::import_files::{self as said, Foreign};
use crate::text::{backup, scope};
use crate::ui::components::{Notice, Tone};
use leptos::prelude::*;

/// Each file: who made it and when, or why it was refused; and the passphrase that closed ones wait for. Those that are
/// not ours are told together: a whole folder may be given.
#[component]
pub fn FilesSeen(
    /// What was seen of them.
    files: Vec<FileSeen>,
    /// The import of this page.
    import: Import,
) -> impl IntoView {
    let locked = files.iter().any(|file| matches!(file.seen, Seen::Locked { .. }));
    let tried = files.iter().any(|file| matches!(file.seen, Seen::Locked { tried: true }));
    let given = files.len();
    let are_many = files.iter().filter(|file| file.is_foreign()).count() > 1;
    let (foreign, files): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| are_many && file.is_foreign());
    let foreign = are_many.then(|| said::foreign(&foreign, given));
    view! {
        <ul class="files" role="list">
            {files.into_iter().map(|file| view! { <li><FileCard file /></li> }).collect_view()}
            {foreign.map(|foreign| view! { <li><ForeignCard foreign /></li> })}
        </ul>
        {locked.then(|| view! { <Passphrase import tried /> })}
    }
}

/// Every file that is not ours.
#[component]
fn ForeignCard(
    /// What to say of them.
    foreign: Foreign,
) -> impl IntoView {
    view! {
        <Notice tone=Tone::Info title=foreign.fault.what>
            <p class="breakable">{foreign.names}</p>
            <p>{foreign.fault.next}</p>
        </Notice>
    }
}

/// One file.
#[component]
fn FileCard(
    /// What was seen of it.
    file: FileSeen,
) -> impl IntoView {
    let name = file.name;
    match file.seen {
        Seen::Read { origin, scope: holds, records, left_out } => view! {
            <p class="breakable">
                <strong>{name}</strong>
            </p>
            <p class="card__meta">{backup::origin(&origin)}" "{scope::contents(holds.as_ref(), records)}</p>
            {scope::unread(left_out).map(|sentence| view! { <p>{sentence}</p> })}
        }
        .into_any(),
        Seen::Locked { tried } => view! {
            <p class="breakable">
                <strong>{name}</strong>
            </p>
            <p>{if tried { "Ce fichier reste fermé." } else { "Fermé par une phrase de passe." }}</p>
        }
        .into_any(),
        Seen::Refused(refusal) => {
            let fault = said::refused(&refusal);
            view! {
                <Notice tone=Tone::Fault title=fault.what>
                    <p class="breakable">{name}</p>
                    <p>{fault.next}" "{NOTHING_CHANGED}</p>
                </Notice>
            }
            .into_any()
        }
    }
}

/// What opens the closed files.
#[component]
fn Passphrase(
    /// The import of this page.
    import: Import,
    /// One was tried, and opened nothing.
    tried: bool,
) -> impl IntoView {
    let typed = import.passphrase;
    let fault =
        tried.then_some("Cette phrase de passe n’ouvre pas le fichier, ou il a été abîmé. Vérifiez chaque mot.");
    let described = if tried { "phrase-aide phrase-faute" } else { "phrase-aide" };
    let open = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        import.weigh_with(typed.get_untracked());
    };
    view! {
        <form class="field" on:submit=open>
            <label for=PASSPHRASE>"Phrase de passe"</label>
            <p id="phrase-aide" class="hint">
                "Les six mots donnés par la personne qui a préparé le fichier. Majuscules, accents et tirets ne comptent pas."
            </p>
            <input
                id=PASSPHRASE
                class="input"
                type="text"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                aria-describedby=described
                prop:value=typed
                aria-invalid=tried.then_some("true")
                on:input=move |event| typed.set(event_target_value(&event))
            />
            <p id="phrase-faute" class="field__error">
                {fault}
            </p>
            <div class="row">
                <button type="submit" class="button">
                    "Ouvrir les fichiers fermés"
                </button>
            </div>
        </form>
    }
}
