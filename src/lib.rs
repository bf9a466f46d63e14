//! Repères: the training of those who guide people towards digital autonomy, offline: an interview and its orientation, the
//! directory behind it, the programme of sessions, the exercises, the evaluation.
//!
//! The map: `records` knows no kind; `domain` says what the programme is; `content`, `exchange` and `text`
//! read files and make French sentences; `route` is the addresses; `chart` is the geometry of drawings; all of these are pure and build natively.
//! `storage` and `browser` are the only code that touches the browser; `jobs` does long work in a worker; `state` mirrors
//! the tables as signals. `ui`, which shows and asks, is in the page's binary (`main.rs`): the worker does not carry it.
//! `src/spreadsheet` is another worker, and another package.
//!
//! What must be fast (`records`, the directory of `domain` and its files) is a package of its own, `core.rs`, compiled for
//! speed; it is given again here under the same names.
//!
//! Dependencies point one way:
//! `records ← domain ← content, exchange, route ← text, chart ← storage, browser ← jobs ← state ← ui`.
//!
//! Deliberately absent: a clock, randomness or a French sentence in `records` and `domain`; a server; a router
//! crate; any write to storage outside `state`.

pub mod chart;
pub mod content;
pub mod domain;
pub mod exchange;
pub mod route;
pub mod text;

pub use reperes_core::records;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod jobs;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
pub mod state;
#[cfg(target_arch = "wasm32")]
pub mod storage;
