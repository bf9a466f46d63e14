//! Letting the browser show what was just said before a long work takes its turn.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Long enough for the browser to paint; a frame alone would never come in a hidden tab.
const PAINT_MS: i32 = 40;

/// Resumes once the page has had the time to show its last change.
pub async fn until_painted() {
    let promise = Promise::new(&mut |resolve, _| match web_sys::window() {
        Some(window) => {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, PAINT_MS);
        }
        None => drop(resolve.call0(&JsValue::NULL)),
    });
    let _ = JsFuture::from(promise).await;
}
