//! The backup: a file that holds everything.

use super::export::{Export, Stage};
use super::handed_over::HandedOverNotice;
use crate::browser::clock;
use crate::exchange::scope::Scope;
use crate::state::AppState;
use crate::text;
use crate::ui::components::{Icon, Pictogram};
use leptos::prelude::*;

/// The section's heading.
const HEADING: &str = "sauvegarde";

/// The backup of this page, which the wiping proposes too.
#[derive(Clone, Copy)]
pub struct Backup(Export);

impl Backup {
    /// The backup of the page this is called from.
    pub fn new() -> Self {
        Self(Export::new(HEADING))
    }

    /// Prepares a file and hands it over.
    pub fn start(self) {
        self.0.start(Scope::Everything, false);
    }

    fn is_preparing(self) -> bool {
        self.0.is_preparing()
    }
}

/// What this browser would lose, in one sentence, followed.
pub fn at_risk(state: AppState) -> String {
    let last = state.backed_up_at_ms().map(clock::local_date);
    text::backup::state(state.changes_since_backup(), last)
}

/// The state of the backup, and its act.
#[component]
pub fn BackupSection(
    /// The backup of this page.
    backup: Backup,
) -> impl IntoView {
    let Backup(export) = backup;
    let sealed = RwSignal::new(false);
    let label = move || match export.stage.get() {
        Stage::Preparing(_) => "Préparation du fichier…",
        Stage::Idle => "Préparer un fichier de sauvegarde",
        Stage::HandedOver(_) => "Préparer un autre fichier",
    };
    let is_idle = move || !matches!(export.stage.get(), Stage::HandedOver(_));
    view! {
        <section class="card" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">
                "Sauvegarde"
            </h2>
            <p class="data__state" role="status">
                {move || at_risk(export.state)}
            </p>
            <p>
                "Le fichier contient tout ce que garde cet appareil\u{a0}: entretiens, annuaires et contacts, formation et personnes à former, exercices, évaluation, cartes du réseau. Il se relit dans Repères, ici ou sur un autre poste, et complète ce qui s’y trouve sans rien écraser."
            </p>
            <HandedOverNotice export />
            <SealChoice sealed />
            <p class="status-line" role="status">
                {move || export.progress()}
            </p>
            <div class="row">
                <button
                    type="button"
                    class="button"
                    class:button--primary=is_idle
                    aria-disabled=move || backup.is_preparing().to_string()
                    on:click=move |_| export.start(Scope::Everything, sealed.get_untracked())
                >
                    <Pictogram icon=Icon::Download />
                    {label}
                </button>
            </div>
        </section>
    }
}

/// Whether the file is closed by a passphrase.
#[component]
pub fn SealChoice(
    /// The choice.
    sealed: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <label class="choice">
            <input
                type="checkbox"
                prop:checked=sealed
                on:change=move |event| sealed.set(event_target_checked(&event))
            />
            <span>
                "Fermer le fichier par une phrase de passe" <br />
                <span class="hint">
                    "Sans elle, une personne qui trouverait le fichier ne pourrait rien lire. Si vous la perdez, elle ne se retrouve pas."
                </span>
            </span>
        </label>
    }
}
