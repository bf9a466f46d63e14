//! Spreadsheets, read and written in a worker of their own: it starts when one is asked for, and stops once it has
//! answered.

use crate::browser::files::{self, BytesArray, ChosenFile, FileError};
use crate::browser::pause;
use crate::browser::worker::{self, Heard, Parcel, Program, Worker};
use crate::exchange::csv::write::Table;
use crate::exchange::spreadsheet::{MAX_BYTES, Sheet, SheetError};
use serde::{Deserialize, Serialize};
use tokio::sync::mpsc::unbounded_channel;

/// How long a spreadsheet may take, the start of the worker included.
const LIMIT_MS: i32 = 60_000;

/// How a spreadsheet is read, and written: the worker gives them, and nothing else carries them.
type Read = fn(&[u8], Option<&str>) -> Result<Sheet, SheetError>;
type Write = fn(&Table) -> Result<Vec<u8>, SheetError>;

#[derive(Debug, Serialize, Deserialize)]
enum Task {
    /// Reads the file that comes with it.
    Read {
        asked: Option<String>,
    },
    Write(Table),
}

#[derive(Debug, Serialize, Deserialize)]
enum Said {
    /// The worker has started.
    Ready,
    Read(Result<Sheet, SheetError>),
    /// The bytes come beside.
    Written(Result<(), SheetError>),
}

/// Whether spreadsheets can be read and written here: the single file knows CSV only.
pub fn are_offered() -> bool {
    Program::Spreadsheet.is_here()
}

/// Reads the first sheet of a spreadsheet that is shown and holds something, or the one that is asked for.
pub async fn read_sheet(file: &ChosenFile, asked: Option<String>) -> Result<Sheet, SheetError> {
    if file.size() > MAX_BYTES as f64 {
        return Err(SheetError::TooLarge);
    }
    let parcel = Parcel::of_files(std::slice::from_ref(file));
    match ask(&Task::Read { asked }, &parcel).await? {
        (Said::Read(read), _) => read,
        _ => Err(SheetError::Damaged),
    }
}

/// Writes a table as a spreadsheet.
pub async fn write_sheet(table: Table) -> Result<BytesArray, SheetError> {
    match ask(&Task::Write(table), &Parcel::default()).await? {
        (Said::Written(written), Some(bytes)) => written.map(|()| bytes),
        (Said::Written(Err(error)), None) => Err(error),
        _ => Err(SheetError::Damaged),
    }
}

/// Starts a worker, gives it a task, and waits for what it says of it.
async fn ask(task: &Task, parcel: &Parcel) -> Result<(Said, Option<BytesArray>), SheetError> {
    let (tell, mut words) = unbounded_channel();
    let heard = tell.clone();
    let worker = Worker::start(Program::Spreadsheet, move |said| drop(heard.send(Some(said))));
    let worker = worker.ok_or(SheetError::NoWorker)?;
    worker::spawn(async move {
        pause::millis(LIMIT_MS).await;
        let _ = tell.send(None);
    });
    let task = serde_json::to_string(task).map_err(|_| SheetError::TooLarge)?;
    let mut is_ready = false;
    loop {
        let (text, bytes) = match words.recv().await.flatten() {
            Some(Heard::Said { text, bytes }) => (text, bytes),
            // What stops a worker that had started is what it was given.
            Some(Heard::Failed) if is_ready => return Err(SheetError::Damaged),
            Some(Heard::Failed) => return Err(SheetError::NoWorker),
            None => return Err(SheetError::TooSlow),
        };
        match serde_json::from_str(&text).map_err(|_| SheetError::NoWorker)? {
            Said::Ready => {
                is_ready = true;
                worker.send(&task, parcel);
            }
            said => return Ok((said, bytes)),
        }
    }
}

/// Starts the worker: it says that it is ready, then does what it is asked.
pub fn serve(read: Read, write: Write) {
    worker::listen(move |text, parcel| {
        worker::spawn(async move {
            let (said, bytes) = match serde_json::from_str(&text) {
                Ok(Task::Read { asked }) => {
                    let bytes = bytes_of(&parcel).await;
                    (Said::Read(bytes.and_then(|bytes| read(&bytes, asked.as_deref()))), None)
                }
                Ok(Task::Write(table)) => match write(&table) {
                    Ok(bytes) => (Said::Written(Ok(())), Some(bytes)),
                    Err(error) => (Said::Written(Err(error)), None),
                },
                Err(_) => (Said::Written(Err(SheetError::Damaged)), None),
            };
            say(&said, bytes.as_deref());
        });
    });
    say(&Said::Ready, None);
}

async fn bytes_of(parcel: &Parcel) -> Result<Vec<u8>, SheetError> {
    let file = parcel.files.first().ok_or(SheetError::Unreadable)?;
    match files::read(file).await {
        Ok(read) => Ok(read.bytes),
        Err(FileError::TooLarge { .. }) => Err(SheetError::TooLarge),
        Err(FileError::Unreadable) => Err(SheetError::Unreadable),
    }
}

fn say(said: &Said, bytes: Option<&[u8]>) {
    if let Ok(text) = serde_json::to_string(said) {
        worker::answer(&text, bytes);
    }
}
