//! SHA-256 computed by the browser, beside the page.

use js_sys::{Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Crypto;

/// The SHA-256 of these bytes, begun at once; none where the browser does not offer it, on a site without https.
pub fn sha256(bytes: &[u8]) -> impl Future<Output = Option<[u8; 32]>> + use<> {
    let asked = ask(bytes);
    async move {
        let digest = JsFuture::from(asked?).await.ok()?;
        Uint8Array::new(&digest).to_vec().try_into().ok()
    }
}

fn ask(bytes: &[u8]) -> Option<Promise> {
    let crypto: Crypto = Reflect::get(&js_sys::global(), &JsValue::from_str("crypto")).ok()?.dyn_into().ok()?;
    // The browser takes its own copy before it answers.
    crypto.subtle().digest_with_str_and_u8_array("SHA-256", bytes).ok()
}
