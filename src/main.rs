//! The page: what people see, mounted on the library. It lives here and not in the library, so that the worker, which is
//! built from the same library, does not carry it.

#[cfg(target_arch = "wasm32")]
mod ui;

#[cfg(target_arch = "wasm32")]
use reperes::{browser, chart, content, domain, exchange, jobs, records, route, state, storage, text};

#[cfg(target_arch = "wasm32")]
fn main() {
    ui::start();
}

/// The program is a page: natively there is nothing to start, only a library to test.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
