//! Taking what files hold: read and weighed off the page, agreed to, merged, and taken back if one thinks better of it.

mod bag;
mod effects;
mod files;
mod review;
mod section;

pub use bag::BagImport;
pub use section::ImportSection;

use crate::browser::files::ChosenFile;
use crate::browser::{clock, dom};
use crate::exchange::restore_point::PointId;
use crate::exchange::transfer::{Progress, Seen};
use crate::jobs::{Back, Failure, Job, Reply, Returned, Weighed, Workshop};
use crate::records::Author;
use crate::state::AppState;
use crate::text::import as said;
use crate::ui::components::Messages;
use crate::ui::directory::Places;
use crate::ui::faults;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// The section's heading, which receives the focus when what held it goes away.
const HEADING: &str = "reprendre";
/// What was weighed.
const REVIEW: &str = "contenu-fichiers";

/// What opens closed files.
const PASSPHRASE: &str = "phrase-de-passe";

/// How far the import is.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    Choosing,
    Working(Progress),
    Weighed(Arc<Weighed>),
    Done(PointId),
    Undone(Returned),
}

/// Whether one agreed before seeing what would change.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Agreement {
    Asked,
    Given,
}

/// The import of this page.
#[derive(Clone, Copy)]
pub struct Import {
    stage: RwSignal<Stage>,
    /// What opens closed files, as typed so far.
    passphrase: RwSignal<String>,
    files: StoredValue<Vec<ChosenFile>, LocalStorage>,
    workshop: StoredValue<Option<Workshop>, LocalStorage>,
    state: AppState,
    messages: Messages,
    places: Places,
}

impl Import {
    /// The import of the page this is called from.
    pub fn new() -> Self {
        Self {
            stage: RwSignal::new(Stage::Choosing),
            passphrase: RwSignal::new(String::new()),
            files: StoredValue::new_local(Vec::new()),
            workshop: StoredValue::new_local(None),
            state: AppState::expect(),
            messages: Messages::expect(),
            places: Places::expect(),
        }
    }

    /// Weighs files. Nothing is written.
    pub fn weigh(self, files: Vec<ChosenFile>) {
        self.take(files, Agreement::Asked);
    }

    /// Weighs files, then stores them: they are shown first only when something in them deserves a second look.
    pub fn store(self, files: Vec<ChosenFile>) {
        self.take(files, Agreement::Given);
    }

    fn take(self, files: Vec<ChosenFile>, agreement: Agreement) {
        self.files.set_value(files);
        self.workshop.set_value(Some(Workshop::open()));
        self.weigh_agreeing(String::new(), agreement);
    }

    /// Weighs the same files again, with a passphrase.
    pub fn weigh_with(self, passphrase: String) {
        self.weigh_agreeing(passphrase, Agreement::Asked);
    }

    fn weigh_agreeing(self, passphrase: String, agreement: Agreement) {
        let job = Job::Weigh { passphrase, now_ms: clock::now_ms() };
        self.stage.set(Stage::Working(Progress::Comparing));
        let work = self.work();
        spawn_local(async move {
            match work.run(&job).await {
                Reply::Weighed(weighed) if agreement == Agreement::Given && weighed.is_plain() => {
                    // Whoever left the page meanwhile stores nothing.
                    if self.stage.try_set(Stage::Working(Progress::Writing)).is_none() {
                        self.accept();
                    }
                }
                Reply::Weighed(weighed) => {
                    // What is wrong is said at the field, and heard there.
                    let was_tried = weighed.files.iter().any(|file| file.seen == Seen::Locked { tried: true });
                    let focus = if was_tried { PASSPHRASE } else { REVIEW };
                    self.show(Stage::Weighed(Arc::from(weighed)), focus);
                }
                other => self.give_up(other),
            }
        });
    }

    /// Stores what was weighed.
    pub fn accept(self) {
        self.stage.set(Stage::Working(Progress::Writing));
        let work = self.work();
        spawn_local(async move {
            let import = async |author: Author| match work.run(&Job::Import { by: author.into() }).await {
                Reply::Failed(failure) => Err(failure),
                reply => Ok(reply),
            };
            match self.state.let_write(import).await.unwrap_or_else(Reply::Failed) {
                Reply::Imported(imported) => {
                    self.places.read_again();
                    self.leave(Stage::Done(imported.point));
                }
                other => self.give_up(other),
            }
        });
    }

    /// Takes back what was just imported.
    pub fn undo(self, point: PointId) {
        self.stage.set(Stage::Working(Progress::Writing));
        let stage = self.stage;
        spawn_local(async move {
            let outcome = go_back(self.state, Back::Undo(point), |step| drop(stage.try_set(Stage::Working(step))));
            match outcome.await {
                Ok(returned) => {
                    self.places.read_again();
                    self.leave(Stage::Undone(returned));
                }
                Err(failure) => self.give_up(Reply::Failed(failure)),
            }
        });
    }

    /// Stops reading, or leaves what was weighed.
    pub fn stop(self) {
        if let Some(workshop) = self.workshop.get_value() {
            workshop.stop();
        }
        self.leave(Stage::Choosing);
    }

    /// What a job needs, taken at once: one may have left the page when it starts.
    fn work(self) -> Work {
        let workshop = self.workshop.get_value().unwrap_or_else(Workshop::open);
        Work { workshop, files: self.files.get_value(), stage: self.stage }
    }

    fn give_up(self, reply: Reply) {
        if let Reply::Failed(failure) = reply {
            self.messages.say(faults::failure_message(&failure, Vec::new()));
            self.leave(Stage::Choosing);
        }
    }

    fn leave(self, stage: Stage) {
        let _ = self.files.try_set_value(Vec::new());
        let _ = self.passphrase.try_set(String::new());
        let _ = self.workshop.try_set_value(None);
        self.show(stage, HEADING);
    }

    fn show(self, stage: Stage, focus: &'static str) {
        match self.stage.try_set(stage) {
            None => request_animation_frame(move || dom::focus(focus)),
            // One has left the page: what was done is said wherever one is.
            Some(Stage::Done(_)) => self.messages.done(said::DONE, ""),
            Some(Stage::Undone(returned)) => self.messages.done(said::undone(&returned.outlook), ""),
            Some(_) => {}
        }
    }
}

/// A job's means.
struct Work {
    workshop: Workshop,
    files: Vec<ChosenFile>,
    stage: RwSignal<Stage>,
}

impl Work {
    async fn run(&self, job: &Job) -> Reply {
        let stage = self.stage;
        let progress = move |step| drop(stage.try_set(Stage::Working(step)));
        self.workshop.run(job, &self.files, &progress).await.0
    }
}

/// Goes back, under this page's name.
pub async fn go_back(state: AppState, to: Back, progress: impl Fn(Progress)) -> Result<Returned, Failure> {
    let workshop = Workshop::open();
    let work = async |author: Author| {
        let job = Job::Return { to, by: author.into() };
        match workshop.run(&job, &[], &progress).await.0 {
            Reply::Returned(returned) => Ok(returned),
            Reply::Failed(failure) => Err(failure),
            _ => Err(Failure::Unknown),
        }
    };
    state.let_write(work).await
}
