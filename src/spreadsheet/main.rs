//! Starts the worker that reads and writes spreadsheets.

#[cfg(target_arch = "wasm32")]
fn main() {
    reperes::jobs::spreadsheets::serve(reperes_spreadsheet::read::read, reperes_spreadsheet::write::write);
}

/// The program is a worker: natively there is nothing to start, only a library to test.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
