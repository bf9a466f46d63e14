//! What people see: each page shows a state and sends an intention.

pub mod app;
pub mod bag;
pub mod codes;
pub mod components;
pub mod directory;
pub mod faults;
mod hand_over;
mod map_memory;
mod open_place;
pub mod pages;
mod people_memory;
mod removed;
pub mod save;
mod shell;

use crate::browser::lifecycle;

/// Mounts the application in the page.
pub fn start() {
    lifecycle::watch_panics();
    leptos::mount::mount_to_body(app::App);
}
