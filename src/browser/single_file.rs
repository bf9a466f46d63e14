//! The application as one page: what its copies are made from, and the block of data that a copy carries.

use super::dom::{Delivery, delivery};
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// Its file, beside the site's own page.
const FILE: &str = "./reperes.html";
/// What the single file says of itself, as `xtask post-build` writes it.
const DELIVERED: &str = "pageAsDelivered";

/// The text of the single file; none where it cannot be had, on a site without network.
pub async fn page() -> Option<String> {
    match delivery() {
        Delivery::File => {
            let say: Function = Reflect::get(&js_sys::global(), &JsValue::from_str(DELIVERED)).ok()?.dyn_into().ok()?;
            say.call0(&JsValue::NULL).ok()?.as_string()
        }
        Delivery::Web => {
            let asked = web_sys::window()?.fetch_with_str(FILE);
            let response: Response = JsFuture::from(asked).await.ok()?.dyn_into().ok()?;
            if !response.ok() {
                return None;
            }
            JsFuture::from(response.text().ok()?).await.ok()?.as_string()
        }
    }
}

/// The text of a block of data of this page.
pub fn block(id: &str) -> Option<String> {
    web_sys::window()?.document()?.get_element_by_id(id)?.text_content()
}

/// An attribute of a block of data of this page.
pub fn block_attribute(id: &str, name: &str) -> Option<String> {
    web_sys::window()?.document()?.get_element_by_id(id)?.get_attribute(name)
}
