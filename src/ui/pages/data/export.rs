//! Preparing a file off the page, handing it over, and asking whether it arrived.

use crate::browser::files::{self, BytesArray};
use crate::browser::{clock, dom, identity, single_file};
use crate::content::words::words;
use crate::domain::exercise::code::ExerciseCode;
use crate::exchange::backup::bag_name;
use crate::exchange::bag;
use crate::exchange::file::Origin;
use crate::exchange::passphrase::passphrase;
use crate::exchange::raw;
use crate::exchange::scope::Scope;
use crate::exchange::transfer::Progress;
use crate::jobs::{Failure, Job, Order, PreparedFile, Reply, Seal, Workshop};
use crate::state::AppState;
use crate::storage::StorageError;
use crate::text;
use crate::ui::components::{Action, Message, Messages, Tone};
use crate::ui::faults;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What receives the focus once a file is prepared, by the section it is prepared in.
pub fn prepared_id(section: &str) -> String {
    format!("{section}-prepare")
}

/// How far an export is.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    Idle,
    Preparing(Progress),
    /// Handed over; only the person can tell whether it arrived.
    HandedOver(HandedOver),
}

/// A file that was given to the browser.
#[derive(Clone, Debug, PartialEq)]
pub struct HandedOver {
    pub file: PreparedFile,
    pub scope: Scope,
    pub bytes: u64,
    /// What opens it, shown this once.
    pub passphrase: Option<String>,
    at_ms: i64,
}

/// The export of a page.
#[derive(Clone, Copy)]
pub struct Export {
    pub stage: RwSignal<Stage>,
    pub state: AppState,
    /// The section of the page, by its heading's identifier: it receives the focus when what held it goes away.
    pub section: &'static str,
    messages: Messages,
}

impl Export {
    /// The export of the page this is called from.
    pub fn new(section: &'static str) -> Self {
        let (state, messages) = (AppState::expect(), Messages::expect());
        Self { stage: RwSignal::new(Stage::Idle), state, section, messages }
    }

    /// Whether a file is being prepared, followed.
    pub fn is_preparing(self) -> bool {
        matches!(self.stage.get(), Stage::Preparing(_))
    }

    /// How far it is, in words, followed.
    pub fn progress(self) -> String {
        match self.stage.get() {
            Stage::Preparing(step) => text::import::progress(&step),
            Stage::Idle | Stage::HandedOver(_) => String::new(),
        }
    }

    /// Prepares a file and hands it over, closed by a passphrase when `is_sealed`.
    pub fn start(self, scope: Scope, is_sealed: bool) {
        if matches!(self.stage.get_untracked(), Stage::Preparing(_)) {
            return;
        }
        self.stage.set(Stage::Preparing(Progress::Preparing));
        spawn_local(async move {
            let next = match self.prepare(scope, is_sealed).await {
                Ok(handed_over) => {
                    self.state.note_handed_over(handed_over.file.revision.max(self.state.revision())).await;
                    let id = prepared_id(self.section);
                    request_animation_frame(move || dom::focus(&id));
                    Stage::HandedOver(handed_over)
                }
                Err(why) => {
                    self.messages.say(why.message(self.state, self.messages));
                    request_animation_frame(dom::focus_heading_if_lost);
                    Stage::Idle
                }
            };
            // One may have left the page meanwhile.
            let _ = self.stage.try_set(next);
        });
    }

    /// The person says that the file has arrived.
    pub fn arrived(self, handed_over: &HandedOver) {
        let mark = AppState::mark(handed_over.file.revision, handed_over.at_ms);
        let is_backup = handed_over.scope == Scope::Everything;
        self.stage.set(Stage::Idle);
        spawn_local(async move {
            if is_backup && let Err(error) = self.state.mark_backed_up(mark).await {
                self.messages.say(faults::storage_message(&error, Vec::new()));
            }
            request_animation_frame(move || dom::focus(self.section));
        });
    }

    async fn prepare(self, scope: Scope, is_sealed: bool) -> Result<HandedOver, Why> {
        let at_ms = clock::now_ms();
        let seal = if is_sealed { Some(new_seal()?) } else { None };
        let passphrase = seal.as_ref().map(|seal| seal.passphrase.clone());
        // A database that no longer holds what is shown must not keep it out of a file; one that cannot be read neither.
        let _ = self.state.look_again().await;
        let is_all = self.state.halt_now().is_some();
        let order = Order {
            scope: scope.clone(),
            origin: Origin { device: self.state.device(), created_at: clock::now_local() },
            records: self.state.records_to_send(is_all).await.map_err(storage)?,
            is_all,
            seal,
        };
        let (mut file, bytes) = self.prepared(order).await?;
        let bytes = match &scope {
            Scope::Bag(exercise) => {
                file.name = bag_name(&file.name);
                let bag = bag_of(*exercise, &bytes.to_vec()).await?;
                files::hand_over(&file.name, "text/html", &bag).map_err(|_| Why::Download)?;
                bag.len() as u64
            }
            _ => {
                files::hand_over_array(&file.name, "application/json", &bytes).map_err(|_| Why::Download)?;
                bytes.length().into()
            }
        };
        Ok(HandedOver { file, scope, bytes, passphrase, at_ms })
    }

    async fn prepared(self, mut order: Order) -> Result<(PreparedFile, BytesArray), Why> {
        let progress = move |step| drop(self.stage.try_set(Stage::Preparing(step)));
        loop {
            match Workshop::open().run(&Job::Prepare(order.clone()), &[], &progress).await {
                (Reply::Prepared(file), Some(bytes)) => return Ok((*file, bytes)),
                // Nor one that no longer answers.
                (Reply::Failed(Failure::Storage(_)), _) if !order.is_all => {
                    order.is_all = true;
                    order.records = self.state.records_to_send(true).await.map_err(storage)?;
                }
                (Reply::Failed(failure), _) => return Err(Why::Failed(failure)),
                _ => return Err(Why::Failed(Failure::NoWorker)),
            }
        }
    }
}

/// A copy of the single file that carries what was prepared.
async fn bag_of(exercise: ExerciseCode, file: &[u8]) -> Result<Vec<u8>, Why> {
    let page = single_file::page().await.ok_or(Why::NoPage)?;
    bag::write(&page, exercise, file).ok_or(Why::NoPage)
}

fn storage(error: StorageError) -> Why {
    Why::Failed(Failure::Storage(error))
}

fn new_seal() -> Result<Seal, Why> {
    let words = words().map_err(|_| Why::Failed(Failure::NotSealed))?;
    Ok(Seal {
        passphrase: passphrase(words, identity::random_numbers()),
        salt: identity::random_bytes(),
        nonce: identity::random_bytes(),
    })
}

/// Why no file was handed over.
enum Why {
    Failed(Failure),
    Download,
    /// The single file, which a bag is a copy of, cannot be read.
    NoPage,
}

impl Why {
    fn message(self, state: AppState, messages: Messages) -> Message {
        let raw = raw_export(state, messages);
        match self {
            Self::Failed(failure) => faults::failure_message(&failure, vec![raw]),
            Self::Download => faults::download_refused(vec![raw]),
            Self::NoPage => faults::no_single_file(),
        }
    }
}

/// The last way out: every record as it is.
async fn export_raw(state: AppState, messages: Messages) {
    let handed_over = match state.tables_to_export().await {
        Ok(tables) => raw::write(&Origin { device: state.device(), created_at: clock::now_local() }, &tables)
            .is_ok_and(|(name, bytes)| files::hand_over(&name, "application/json", &bytes).is_ok()),
        Err(_) => false,
    };
    if handed_over {
        state.note_handed_over(state.revision()).await;
        messages.done("Données brutes préparées", "Vérifiez que le fichier est bien dans vos téléchargements.");
    } else {
        messages.say(Message {
            tone: Tone::Fault,
            title: "Les données brutes n’ont pas pu être exportées".to_owned(),
            body: "Vos données sont intactes dans ce navigateur. Autorisez les téléchargements pour cette page, puis réessayez."
                .to_owned(),
            actions: vec![raw_export(state, messages)],
        });
    }
}

fn raw_export(state: AppState, messages: Messages) -> Action {
    Action::new("Exporter les données brutes", move || {
        spawn_local(async move { export_raw(state, messages).await });
    })
}
