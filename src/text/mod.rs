//! French: formats, and the sentences for errors and notices.

pub mod format;
