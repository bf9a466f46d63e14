//! Starts the page.

#[cfg(target_arch = "wasm32")]
fn main() {
    reperes::ui::start();
}

/// The program is a page: natively there is nothing to start, only a library to test.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
