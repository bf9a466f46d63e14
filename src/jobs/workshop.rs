//! The page's side of long work: it is sent to the worker.

use super::{Failure, Job, Reply};
use crate::browser::files::{BytesArray, ChosenFile};
use crate::browser::pause;
use crate::browser::worker::{self, Heard, Parcel, Program, Worker};
use crate::exchange::transfer::Progress;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

/// How long a worker may take to start: all tabs wait while one writes.
const PATIENCE_MS: i32 = 20_000;

/// The answer to a job, with its bytes when there are some.
pub type Answer = (Reply, Option<BytesArray>);

/// Where the long work of one task is done, from its first job to its last: what a job leaves, the next one finds.
#[derive(Clone, Debug)]
pub struct Workshop {
    place: Rc<RefCell<Place>>,
    /// The jobs that were begun.
    begun: Rc<Cell<u32>>,
    tell: UnboundedSender<Word>,
}

#[derive(Debug)]
enum Place {
    Worker(Box<Distant>),
    /// The browser gives no worker.
    Nowhere,
    /// Work is under way, or was stopped.
    Away,
}

#[derive(Debug)]
struct Distant {
    worker: Worker,
    words: UnboundedReceiver<Word>,
    is_ready: bool,
}

/// What the page waits for.
#[derive(Debug)]
enum Word {
    Heard(Heard),
    /// It has had the time to start.
    Late,
    /// It has had the time to do this job.
    Overdue(u32),
    Stop,
}

/// Why no answer came from the worker.
enum Silence {
    /// It did not start, or the browser stopped it.
    Failed,
    /// The person stopped it, or it took too long.
    Stopped,
}

impl Workshop {
    /// Opens one; its worker stops when the last clone goes.
    pub fn open() -> Self {
        let (tell, words) = unbounded_channel();
        let heard = tell.clone();
        let place = match Worker::start(Program::Work, move |said| drop(heard.send(Word::Heard(said)))) {
            Some(worker) => Place::Worker(Box::new(Distant { worker, words, is_ready: false })),
            None => Place::Nowhere,
        };
        let late = tell.clone();
        worker::spawn(async move {
            pause::millis(PATIENCE_MS).await;
            let _ = late.send(Word::Late);
        });
        Self { place: Rc::new(RefCell::new(place)), begun: Rc::default(), tell }
    }

    /// Does a job; progress is told as it comes. One job at a time.
    pub async fn run(&self, job: &Job, files: &[ChosenFile], progress: &dyn Fn(Progress)) -> Answer {
        self.run_with(job, &Parcel::of_files(files), progress).await
    }

    /// Does a job that is stopped, and its worker with it, when it takes longer than this.
    pub async fn run_within(&self, limit_ms: i32, job: &Job, parcel: &Parcel) -> Reply {
        let (tell, nth) = (self.tell.clone(), self.begun.get() + 1);
        worker::spawn(async move {
            pause::millis(limit_ms).await;
            let _ = tell.send(Word::Overdue(nth));
        });
        self.run_with(job, parcel, &|_| ()).await.0
    }

    async fn run_with(&self, job: &Job, parcel: &Parcel, progress: &dyn Fn(Progress)) -> Answer {
        let nth = self.begun.get() + 1;
        self.begun.set(nth);
        let place = self.place.replace(Place::Away);
        let (answer, place) = match place {
            Place::Worker(mut distant) => match distant.run(nth, job, parcel, progress).await {
                Ok(answer) => (answer, Place::Worker(distant)),
                Err(Silence::Stopped) => ((Reply::Stopped, None), Place::Away),
                Err(Silence::Failed) => ((Reply::Failed(Failure::NoWorker), None), Place::Nowhere),
            },
            Place::Nowhere => ((Reply::Failed(Failure::NoWorker), None), Place::Nowhere),
            Place::Away => ((Reply::Stopped, None), Place::Away),
        };
        self.place.replace(place);
        answer
    }

    /// Stops whatever is under way. Nothing is left half done: a write is whole, or there is none.
    pub fn stop(&self) {
        let _ = self.tell.send(Word::Stop);
    }
}

impl Distant {
    async fn run(
        &mut self,
        nth: u32,
        job: &Job,
        parcel: &Parcel,
        progress: &dyn Fn(Progress),
    ) -> Result<Answer, Silence> {
        let text = serde_json::to_string(job).map_err(|_| Silence::Failed)?;
        if self.is_ready {
            self.worker.send(&text, parcel);
        }
        loop {
            let (said, bytes) = match self.words.recv().await {
                Some(Word::Heard(Heard::Said { text, bytes })) => (text, bytes),
                Some(Word::Stop) => return Err(Silence::Stopped),
                Some(Word::Overdue(late)) if late == nth => return Err(Silence::Stopped),
                Some(Word::Overdue(_)) => continue,
                Some(Word::Late) if self.is_ready => continue,
                Some(Word::Late) => return Err(Silence::Failed),
                Some(Word::Heard(Heard::Failed)) | None => return Err(Silence::Failed),
            };
            match serde_json::from_str(&said).map_err(|_| Silence::Failed)? {
                Reply::Ready if !self.is_ready => {
                    self.is_ready = true;
                    self.worker.send(&text, parcel);
                }
                Reply::Ready => {}
                Reply::Progress(step) => progress(step),
                reply => return Ok((reply, bytes)),
            }
        }
    }
}
