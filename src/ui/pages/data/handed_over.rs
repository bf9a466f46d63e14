//! A download's end cannot be observed: what was prepared, and the question.

use super::export::{Export, HandedOver, Stage, prepared_id};
use crate::browser::dom;
use crate::exchange::scope::Scope;
use crate::text;
use crate::ui::components::{Notice, Tone};
use leptos::prelude::*;

/// What was handed over, what opens it, and whether it arrived.
#[component]
pub fn HandedOverNotice(
    /// The export of this page.
    export: Export,
) -> impl IntoView {
    move || match export.stage.get() {
        Stage::HandedOver(handed_over) => Some(view! { <Prepared export handed_over /> }),
        Stage::Idle | Stage::Preparing(_) => None,
    }
}

/// A file that was handed over.
#[component]
fn Prepared(
    /// The export of this page.
    export: Export,
    /// What was handed over.
    handed_over: HandedOver,
) -> impl IntoView {
    let name = handed_over.file.name.clone();
    let summary = text::backup::prepared(&handed_over.file.held, handed_over.bytes, handed_over.file.without_places);
    let passphrase = handed_over.passphrase.clone();
    let is_backup = handed_over.scope == Scope::Everything;
    let is_sealed = passphrase.is_some();
    let scope = handed_over.scope.clone();
    let again = move |_| {
        export.start(scope.clone(), is_sealed);
        dom::focus(export.section);
    };
    let arrived = move |_| export.arrived(&handed_over);
    view! {
        <div id=prepared_id(export.section) tabindex="-1" class="data__prepared">
            <Notice tone=Tone::Info title="Fichier préparé">
                <p>
                    <strong class="breakable">{name}</strong>
                </p>
                <p>{summary}" Ce fichier a été relu et vérifié avant d’être remis au navigateur."</p>
                {passphrase.map(|passphrase| view! { <Passphrase passphrase /> })}
                <p>
                    "Le fichier est-il bien arrivé\u{202f}? Regardez dans vos téléchargements\u{a0}: Repères ne peut pas le voir à votre place."
                </p>
                <div class="row">
                    <button type="button" class="button button--primary" on:click=arrived>
                        {if is_sealed { "Oui, et j’ai noté la phrase de passe" } else { "Oui, je l’ai vérifié" }}
                    </button>
                    <button type="button" class="button" on:click=again>
                        "Non, recommencer"
                    </button>
                </div>
                {(!is_backup)
                    .then(|| {
                        view! {
                            <p class="hint">
                                "Ce fichier ne contient qu’une partie de vos données\u{a0}: il ne remplace pas la sauvegarde."
                            </p>
                        }
                    })}
            </Notice>
        </div>
    }
}

/// The words that open the file, shown this once.
#[component]
fn Passphrase(
    /// The six words.
    passphrase: String,
) -> impl IntoView {
    view! {
        <div class="passphrase">
            <p>
                "Phrase de passe, à noter maintenant\u{a0}:"
            </p>
            <p class="passphrase__words">
                <strong>{passphrase}</strong>
            </p>
            <p>
                "Elle n’est gardée nulle part. Sans elle, personne ne pourra ouvrir ce fichier, pas même vous. Donnez-la de vive voix ou par téléphone, jamais avec le fichier."
            </p>
        </div>
    }
}
