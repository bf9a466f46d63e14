//! Long work: weighing and importing files, going back to a former state, preparing files. It is done off the page, by
//! a worker that reads and writes the database itself, and reads the codes of pictures; what goes between them is here. Only [`Workshop`] is the page's.

mod codes;
mod desk;
mod import;
mod prepare;
mod roll_back;
pub mod spreadsheets;
mod workshop;

pub use workshop::{Answer, Workshop};

use crate::browser::worker;
use crate::exchange::backup::{Held, PrepareError};
use crate::exchange::file::Origin;
use crate::exchange::plan::KindCounts;
use crate::exchange::plan::alarm::Alarm;
use crate::exchange::plan::effect::RecordEffect;
use crate::exchange::qr_read::{PictureFault, Sighting};
use crate::exchange::restore_point::{PointId, Summary};
use crate::exchange::scope::Scope;
use crate::exchange::transfer::{FileSeen, Progress};
use crate::exchange::undo::Outlook;
use crate::records::{Author, DeviceId, Kind, ReplicaId};
use crate::storage::{Revision, StorageError};
use desk::Desk;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::rc::Rc;
use tokio::sync::Mutex;

/// What is asked for.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Job {
    /// Reads the files that come with it, and weighs them together against what is kept. Nothing is written.
    Weigh { passphrase: String, now_ms: i64 },
    /// Stores what was weighed last.
    Import { by: By },
    /// Says what going back would do. Nothing is written.
    WeighReturn { to: Back },
    /// Goes back.
    Return { to: Back, by: By },
    /// Prepares a file.
    Prepare(Order),
    /// Stores records that erase, and erases from the restore points too, unless somebody wrote since.
    Store { records: BTreeMap<String, String>, expected: Revision },
    /// Reads the codes of the picture that comes with it.
    ReadCodes,
}

/// Where to go back to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Back {
    /// Undoes the import that this point was kept before; later edits stay.
    Undo(PointId),
    /// Everything as it was at this point.
    Point(PointId),
}

impl Back {
    pub fn point(&self) -> &PointId {
        match self {
            Self::Undo(point) | Self::Point(point) => point,
        }
    }
}

/// A file to prepare.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Order {
    pub scope: Scope,
    pub origin: Origin,
    /// Records as `kind/id` → text. Beside what is stored, those that could not be; alone when the database no longer
    /// answers, or no longer holds what is shown.
    pub records: BTreeMap<String, String>,
    pub is_all: bool,
    /// How to close it with a passphrase.
    pub seal: Option<Seal>,
}

/// A passphrase, and the chance that its lock needs.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Seal {
    pub passphrase: String,
    pub salt: [u8; 16],
    pub nonce: [u8; 24],
}

/// An [`Author`], as it travels.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct By {
    pub replica: ReplicaId,
    pub device: DeviceId,
    pub at_ms: i64,
}

impl From<Author> for By {
    fn from(author: Author) -> Self {
        Self { replica: author.replica, device: author.device, at_ms: author.at_ms }
    }
}

impl From<By> for Author {
    fn from(by: By) -> Self {
        Self { replica: by.replica, device: by.device, at_ms: by.at_ms }
    }
}

/// What is answered.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Reply {
    /// The worker has started.
    Ready,
    Progress(Progress),
    Weighed(Box<Weighed>),
    Imported(Imported),
    ReturnWeighed(Outlook),
    Returned(Returned),
    /// The file's bytes come beside.
    Prepared(Box<PreparedFile>),
    Stored {
        revision: Revision,
        points: Vec<Summary>,
    },
    CodesRead(Result<Sighting, PictureFault>),
    Failed(Failure),
    /// Stopped before its end; nothing was written.
    Stopped,
}

/// Why a work was not done; nothing was changed, but for [`StorageError::Unconfirmed`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Failure {
    Storage(StorageError),
    Prepare(PrepareError),
    /// Nothing was weighed, or another point than those kept here is named.
    Unknown,
    /// The restore point cannot be read any more.
    PointDamaged,
    /// The passphrase could not lock the file.
    NotSealed,
    /// This machine has too little memory to lock a file.
    NoMemory,
    /// The browser gave no worker, or stopped it.
    NoWorker,
}

impl From<StorageError> for Failure {
    fn from(error: StorageError) -> Self {
        Self::Storage(error)
    }
}

/// What files would do here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Weighed {
    pub files: Vec<FileSeen>,
    pub by_kind: BTreeMap<Kind, KindCounts>,
    /// What becomes of each record, the gravest first; at most [`EFFECTS_MAX`].
    pub effects: Vec<NamedEffect>,
    pub effects_total: usize,
    pub alarms: Vec<Alarm>,
    /// Records that are not taken: what is kept here under their key does not read, and is not written over.
    pub not_taken: usize,
    /// Only places that this browser had lost come back.
    pub only_places: bool,
    pub brings_nothing: bool,
}

impl Weighed {
    /// Whether everything was read, brings something, and nothing in it deserves a second look.
    pub fn is_plain(&self) -> bool {
        let was_read = !self.files.is_empty() && self.files.iter().all(FileSeen::was_read);
        was_read && !self.brings_nothing && self.alarms.is_empty() && self.not_taken == 0
    }
}

/// The records shown one by one before an import; the others are counted.
pub const EFFECTS_MAX: usize = 500;

/// What becomes of a record, and what people call it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NamedEffect {
    pub title: Option<String>,
    pub effect: RecordEffect,
}

/// An import that is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imported {
    /// What to undo it with.
    pub point: PointId,
}

/// A return that is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Returned {
    /// The point kept just before.
    pub point: PointId,
    pub outlook: Outlook,
}

/// A file that was prepared, and read back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreparedFile {
    pub name: String,
    pub held: Held,
    pub without_places: usize,
    pub is_sealed: bool,
    /// The revision of what it holds.
    pub revision: Revision,
}

/// Starts the worker: it says that it is ready, then does one job after another.
pub fn serve() {
    let desk = Rc::new(Mutex::new(Desk::default()));
    worker::listen(move |text, parcel| {
        let desk = Rc::clone(&desk);
        worker::spawn(async move {
            let Ok(job) = serde_json::from_str::<Job>(&text) else {
                return say(&Reply::Failed(Failure::Unknown), None);
            };
            let (reply, bytes) = desk.lock().await.work(job, &parcel, &|step| say(&Reply::Progress(step), None)).await;
            say(&reply, bytes.as_deref());
        });
    });
    say(&Reply::Ready, None);
}

fn say(reply: &Reply, bytes: Option<&[u8]>) {
    if let Ok(text) = serde_json::to_string(reply) {
        worker::answer(&text, bytes);
    }
}
