//! The space that the browser grants, and its promise to keep it.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{StorageEstimate, StorageManager};

/// The part of the granted space that is used, from 0 to 1; none where the browser does not say.
pub async fn share_used() -> Option<f64> {
    let estimate = JsFuture::from(manager()?.estimate().ok()?).await.ok()?;
    let estimate: StorageEstimate = estimate.unchecked_into();
    let (usage, quota) = (estimate.get_usage()?, estimate.get_quota()?);
    (quota > 0.0).then(|| usage / quota)
}

/// Whether the browser has promised not to clear this site by itself.
pub async fn is_persisted() -> bool {
    let Some(asked) = manager().and_then(|manager| manager.persisted().ok()) else { return false };
    JsFuture::from(asked).await.ok().and_then(|answer| answer.as_bool()).unwrap_or(false)
}

/// Asks for that promise; from a click, since a browser may ask the person in turn.
pub async fn ask_to_persist() -> bool {
    let Some(asked) = manager().and_then(|manager| manager.persist().ok()) else { return false };
    JsFuture::from(asked).await.ok().and_then(|answer| answer.as_bool()).unwrap_or(false)
}

/// Missing on `http://` names other than localhost, which web-sys does not say.
fn manager() -> Option<StorageManager> {
    let navigator = web_sys::window()?.navigator();
    Reflect::has(&navigator, &JsValue::from_str("storage")).ok()?.then(|| navigator.storage())
}
