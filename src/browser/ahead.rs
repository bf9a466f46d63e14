//! Work begun before it is asked for.

use tokio::sync::oneshot;
use wasm_bindgen_futures::spawn_local;

/// A work on its way. Whoever drops it no longer wants its outcome.
#[derive(Debug)]
pub struct Ahead<T> {
    outcome: oneshot::Receiver<T>,
}

impl<T: 'static> Ahead<T> {
    /// Begins the work.
    pub fn start(work: impl Future<Output = T> + 'static) -> Self {
        let (sender, outcome) = oneshot::channel();
        spawn_local(async move {
            let _ = sender.send(work.await);
        });
        Self { outcome }
    }

    /// What it gives, once it is done; none when the page that did it is gone.
    pub async fn outcome(self) -> Option<T> {
        self.outcome.await.ok()
    }
}
