//! Files that people choose, and files handed to them.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, DataTransfer, File, FileList, HtmlAnchorElement, HtmlInputElement, Url};

/// A file that a person chose or dropped, not yet read.
pub type ChosenFile = File;

/// Above this size a file is refused before it is read.
pub const MAX_FILE_BYTES: u64 = 64_000_000;

/// Why a chosen file could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileError {
    TooLarge { bytes: u64 },
    Unreadable,
}

/// A file as read: its name, for showing, and its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadFile {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// Reads a chosen file whole, after looking at its size.
pub async fn read(file: &File) -> Result<ReadFile, FileError> {
    let bytes = file.size() as u64;
    if bytes > MAX_FILE_BYTES {
        return Err(FileError::TooLarge { bytes });
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| FileError::Unreadable)?;
    Ok(ReadFile { name: file.name(), bytes: Uint8Array::new(&buffer).to_vec() })
}

/// The file chosen in a file field, which is then emptied so that the same file may be chosen again.
pub fn take_chosen(input: &HtmlInputElement) -> Option<File> {
    let file = input.files().and_then(|files: FileList| files.get(0));
    input.set_value("");
    file
}

/// The first file dropped.
pub fn dropped(transfer: Option<DataTransfer>) -> Option<File> {
    transfer?.files()?.get(0)
}

/// Hands a file to the person. The browser does not tell whether it arrived.
pub fn hand_over(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let anchor: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    anchor.set_href(&url);
    anchor.set_download(name);
    if let Some(body) = document.body() {
        body.append_child(&anchor)?;
        anchor.click();
        anchor.remove();
    }
    // Revoked later: Firefox reads the address after the click has returned.
    let later = wasm_bindgen::prelude::Closure::once_into_js(move || {
        let _ = Url::revoke_object_url(&url);
    });
    if let Some(window) = web_sys::window() {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(later.unchecked_ref(), 60_000);
    }
    Ok(())
}
