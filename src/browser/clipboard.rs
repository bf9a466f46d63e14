//! Copying a text for another program.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Clipboard;

/// Copies a text; whether it is certain that it was.
pub async fn copy(text: &str) -> bool {
    let navigator = web_sys::window().map(|window| window.navigator());
    let found = navigator.and_then(|navigator| Reflect::get(&navigator, &"clipboard".into()).ok());
    // Absent where the browser does not trust the page.
    match found.filter(|found| found.is_instance_of::<Object>()) {
        Some(clipboard) => JsFuture::from(clipboard.unchecked_into::<Clipboard>().write_text(text)).await.is_ok(),
        None => false,
    }
}
