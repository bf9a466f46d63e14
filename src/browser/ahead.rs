//! Work begun before it is asked for.

use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;
use tokio::sync::oneshot;
use wasm_bindgen_futures::spawn_local;

/// A work on its way. Whoever drops it stops it.
#[derive(Debug)]
pub struct Ahead<T> {
    outcome: oneshot::Receiver<T>,
}

impl<T: 'static> Ahead<T> {
    /// Begins the work.
    pub fn start(work: impl Future<Output = T> + 'static) -> Self {
        let (mut sender, outcome) = oneshot::channel();
        spawn_local(async move {
            let mut work = pin!(work);
            let until_dropped = poll_fn(|context| match sender.poll_closed(context) {
                Poll::Ready(()) => Poll::Ready(None),
                Poll::Pending => work.as_mut().poll(context).map(Some),
            });
            if let Some(done) = until_dropped.await {
                let _ = sender.send(done);
            }
        });
        Self { outcome }
    }

    /// What it gives, once it is done.
    pub async fn outcome(self) -> Option<T> {
        self.outcome.await.ok()
    }
}
