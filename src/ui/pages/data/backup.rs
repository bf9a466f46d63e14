//! Preparing a file that holds everything, handing it over, and asking whether it arrived.

use crate::browser::{clock, dom, files, pause};
use crate::domain::snapshot::SnapshotId;
use crate::exchange::backup::{self, PrepareError, Prepared};
use crate::exchange::file::{Content, Origin};
use crate::state::{AppState, BackupMark};
use crate::storage::StorageError;
use crate::text::{self, format};
use crate::ui::components::{Action, Icon, Message, Messages, Notice, Pictogram, Tone};
use crate::ui::faults;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;

/// The section's heading.
const HEADING: &str = "sauvegarde";
/// What receives the focus once a file is prepared.
const PREPARED: &str = "fichier-prepare";

/// How far the backup is.
#[derive(Clone, Debug, PartialEq)]
enum Stage {
    Idle,
    Preparing,
    /// Handed over; only the person can tell whether it arrived.
    HandedOver {
        name: String,
        summary: String,
        mark: BackupMark,
    },
}

/// The backup of this page, which the wiping proposes too.
#[derive(Clone, Copy)]
pub struct Backup {
    stage: RwSignal<Stage>,
    state: AppState,
    messages: Messages,
}

impl Backup {
    /// The backup of the page this is called from.
    pub fn new() -> Self {
        Self { stage: RwSignal::new(Stage::Idle), state: AppState::expect(), messages: Messages::expect() }
    }

    /// Prepares a file and hands it over.
    pub fn start(self) {
        if self.stage.get_untracked() == Stage::Preparing {
            return;
        }
        self.stage.set(Stage::Preparing);
        spawn_local(async move {
            pause::until_painted().await;
            let mark = self.state.backup_mark();
            let next = match prepare(self.state).await.and_then(hand_over) {
                Ok((name, summary)) => {
                    request_animation_frame(|| dom::focus(PREPARED));
                    Stage::HandedOver { name, summary, mark }
                }
                Err(failure) => {
                    self.messages.say(failure.message(self.state));
                    Stage::Idle
                }
            };
            self.stage.set(next);
        });
    }

    fn arrived(self, mark: BackupMark) {
        self.state.mark_backed_up(mark);
        self.stage.set(Stage::Idle);
        // The state of the backup, just below, says it.
        request_animation_frame(|| dom::focus(HEADING));
    }
}

/// Why no file was handed over.
enum Failure {
    Storage(StorageError),
    Prepare(PrepareError),
    Download,
}

impl Failure {
    fn message(self, state: AppState) -> Message {
        let (title, body) = match self {
            Self::Storage(error) => return faults::storage_message(&error, Vec::new()),
            Self::Prepare(error) => ("Le fichier n’a pas pu être préparé", text::backup::prepare_error(&error)),
            Self::Download => (
                "Le navigateur a refusé le téléchargement",
                "Vos données sont intactes. Autorisez les téléchargements pour cette page, puis réessayez.".to_owned(),
            ),
        };
        let raw = Action {
            label: "Exporter les données brutes".to_owned(),
            run: Callback::new(move |()| spawn_local(async move { export_raw(state).await })),
        };
        Message { tone: Tone::Fault, title: title.to_owned(), body, actions: vec![raw] }
    }
}

/// The last way out: every record as it is. Were even this to fail, the message before it would still stand.
async fn export_raw(state: AppState) {
    if let Ok(tables) = state.tables_to_export().await
        && let Ok((name, bytes)) = backup::raw(&tables, clock::now_local())
    {
        let _ = files::hand_over(&name, "application/json", &bytes);
    }
}

async fn prepare(state: AppState) -> Result<Prepared, Failure> {
    let tables = state.tables_to_export().await.map_err(Failure::Storage)?;
    let mut snapshots = BTreeMap::new();
    for id in backup::snapshots_in_use(&tables) {
        // A directory that was damaged here must not keep the interviews from being saved.
        if let Some(text) = state.snapshot(id.as_str()).await.map_err(Failure::Storage)?
            && SnapshotId::of(&text) == id
        {
            snapshots.insert(id, text);
        }
    }
    let origin = Origin { device: state.device(), created_at: clock::now_local() };
    backup::prepare(&origin, &Content { tables, snapshots }).map_err(Failure::Prepare)
}

fn hand_over(prepared: Prepared) -> Result<(String, String), Failure> {
    files::hand_over(&prepared.name, "application/json", &prepared.bytes).map_err(|_| Failure::Download)?;
    let size = format::bytes(prepared.bytes.len() as u64);
    Ok((prepared.name, format!("{}, {size}.", format::capitalised(&text::backup::held(&prepared.held)))))
}

/// The state of the backup, and its act.
#[component]
pub fn BackupSection(
    /// The backup of this page.
    backup: Backup,
) -> impl IntoView {
    let sentence = move || {
        let preferences = backup.state.preferences();
        let last = preferences.backed_up_at_ms.map(clock::local_date);
        text::backup::state(preferences.changes_since_backup, last)
    };
    let label = move || match backup.stage.get() {
        Stage::Preparing => "Préparation du fichier…",
        Stage::Idle => "Préparer un fichier de sauvegarde",
        Stage::HandedOver { .. } => "Préparer un autre fichier",
    };
    let is_idle = move || !matches!(backup.stage.get(), Stage::HandedOver { .. });
    view! {
        <section class="card" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">
                "Sauvegarde"
            </h2>
            <p class="data__state" role="status">
                {sentence}
            </p>
            <p>
                "Le fichier contient tous les entretiens et les annuaires de cet appareil. Il se relit dans Repères, ici ou sur un autre poste, et complète ce qui s’y trouve sans rien écraser. Il n’est pas chiffré : rangez-le où vous rangez vos dossiers."
            </p>
            <HandedOver backup />
            <div class="row">
                <button
                    type="button"
                    class="button"
                    class:button--primary=is_idle
                    aria-disabled=move || (backup.stage.get() == Stage::Preparing).to_string()
                    on:click=move |_| backup.start()
                >
                    <Pictogram icon=Icon::Download />
                    {label}
                </button>
            </div>
        </section>
    }
}

/// A download's end cannot be observed: what was prepared, and the question.
#[component]
fn HandedOver(
    /// The backup of this page.
    backup: Backup,
) -> impl IntoView {
    move || match backup.stage.get() {
        Stage::Idle | Stage::Preparing => None,
        Stage::HandedOver { name, summary, mark } => Some(view! {
            <div id=PREPARED tabindex="-1" class="data__prepared">
                <Notice tone=Tone::Info title="Fichier préparé">
                    <p>
                        <strong class="breakable">{name}</strong>
                    </p>
                    <p>{summary}" Relu et vérifié avant d’être remis au navigateur."</p>
                    <p>
                        "Le fichier est-il bien arrivé ? Regardez dans vos téléchargements : Repères ne peut pas le voir à votre place."
                    </p>
                    <div class="row">
                        <button type="button" class="button button--primary" on:click=move |_| backup.arrived(mark)>
                            "Oui, je l’ai vérifié"
                        </button>
                    </div>
                </Notice>
            </div>
        }),
    }
}
