//! The address: only its hash is ours.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

/// The address's hash, with its `#`, or an empty text.
pub fn hash() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// The whole address of a screen, to open on another machine; none when the page comes from no web server.
pub fn shared(hash: &str) -> Option<String> {
    let href = web_sys::window()?.location().href().ok()?;
    let base = href.split('#').next()?;
    base.starts_with("http").then(|| format!("{base}{hash}"))
}

/// A link that opens one's mail program on a message that is written already.
pub fn mail_link(subject: &str, body: &str) -> String {
    let encoded = |text: &str| String::from(js_sys::encode_uri_component(text));
    // A line of a message ends with both signs.
    format!("mailto:?subject={}&body={}", encoded(subject), encoded(&body.replace('\n', "\r\n")))
}

/// Goes to another address, adding to the history.
pub fn go(hash: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().set_hash(hash);
    }
}

/// Goes to another address in place of the present one: Back does not return here.
pub fn replace(hash: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().replace(hash);
    }
}

/// Rewrites the present address without going anywhere, as a search does while one types.
pub fn rewrite(hash: &str) {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(hash));
    }
}

/// Goes one step back in the history.
pub fn back() {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        let _ = history.back();
    }
}

/// Calls `listener` with the hash whenever it changes, for as long as the page lives.
pub fn on_change(listener: impl Fn(String) + 'static) {
    let closure = Closure::<dyn Fn()>::new(move || listener(hash()));
    if let Some(window) = web_sys::window() {
        let _ = window.add_event_listener_with_callback("hashchange", closure.as_ref().unchecked_ref());
    }
    closure.forget();
}

/// Loads the page again.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}
