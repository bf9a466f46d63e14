//! Starts the worker, where long work is done while the page stays free.

#[cfg(target_arch = "wasm32")]
fn main() {
    reperes::jobs::serve();
}

/// The program is a worker: natively there is nothing to start, only a library to test.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
