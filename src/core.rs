//! What must be fast: records and their merge, the directory, its search and its map, national files.
//!
//! A package of its own, because cargo sets how a program is compiled package by package: this one for speed, all else for
//! size (`lib.rs`, which gives these modules again under the same names).

pub mod records;

pub mod domain {
    //! The part of `domain` that must be fast.
    pub mod aside;
    pub mod commune;
    pub mod directory;
    pub mod fold;
    pub mod map;
    pub mod paging;
    pub mod snapshot;
}

pub mod exchange {
    //! The part of `exchange` that must be fast.
    pub mod csv;
}
