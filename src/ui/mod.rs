//! What people see: each page shows a state and sends an intention.

use leptos::prelude::*;

/// Mounts the application in the page.
pub fn start() {
    console_error_panic_hook::set_once();
    mount_to_body(|| view! { <h1>"Repères"</h1> });
}
