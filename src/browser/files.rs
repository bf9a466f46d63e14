//! Files that people choose, and files handed to them.

use crate::exchange::file::MAX_BYTES;
use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, DataTransfer, File, FileSystemDirectoryEntry, FileSystemEntry, FileSystemFileEntry,
    HtmlAnchorElement, HtmlInputElement, Url,
};

/// Bytes that are the browser's.
pub type BytesArray = Uint8Array;

/// Bytes of ours, given to the browser.
pub fn array(bytes: &[u8]) -> BytesArray {
    Uint8Array::from(bytes)
}

/// A file that a person chose or dropped, not yet read.
pub type ChosenFile = File;

/// Above this size a file is refused before it is read.
pub const MAX_FILE_BYTES: u64 = MAX_BYTES as u64;

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

/// A file made here, for what takes files that people choose.
pub fn made(name: &str, bytes: &[u8]) -> Option<ChosenFile> {
    File::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes)), name).ok()
}

/// The first file dropped.
pub fn dropped(transfer: Option<DataTransfer>) -> Option<File> {
    transfer?.files()?.get(0)
}

/// Every file chosen in a file field, which is then emptied so that the same ones may be chosen again.
pub fn take_all_chosen(input: &HtmlInputElement) -> Vec<File> {
    let list = input.files();
    let files = list.map(|list| (0..list.length()).filter_map(|nth| list.get(nth)).collect()).unwrap_or_default();
    input.set_value("");
    files
}

/// Makes a file field choose folders: every browser knows how, under a name that is no standard.
pub fn choose_folders(input: &HtmlInputElement) {
    let _ = input.set_attribute("webkitdirectory", "");
}

/// What was dropped.
pub struct Dropped {
    pub files: Vec<File>,
    /// A folder that this browser did not let read, as happens to a page opened from a disk.
    pub has_closed_folder: bool,
}

/// Every file dropped, those inside folders included. What was dropped is taken before anything is awaited: the browser
/// forgets it once the event is over. Entries are no classes that every browser names: they are asked what they are.
pub fn dropped_all(transfer: Option<DataTransfer>) -> impl Future<Output = Dropped> {
    let items = transfer.map(|transfer| transfer.items());
    let mut files: Vec<File> = Vec::new();
    let mut folders: Vec<FileSystemEntry> = Vec::new();
    for item in items.into_iter().flat_map(|items| (0..items.length()).filter_map(move |nth| items.get(nth))) {
        match item.webkit_get_as_entry().ok().flatten().filter(FileSystemEntry::is_directory) {
            Some(folder) => folders.push(folder),
            None => files.extend(item.get_as_file().ok().flatten()),
        }
    }
    async move {
        let mut has_closed_folder = false;
        while let Some(folder) = folders.pop() {
            let Some(entries) = entries_of(folder.unchecked_ref()).await else {
                has_closed_folder = true;
                continue;
            };
            for entry in entries {
                if entry.is_directory() {
                    folders.push(entry);
                } else if let Some(file) = file_of(entry.unchecked_ref()).await {
                    files.push(file);
                } else {
                    has_closed_folder = true;
                }
            }
        }
        Dropped { files, has_closed_folder }
    }
}

async fn file_of(entry: &FileSystemFileEntry) -> Option<File> {
    let promise = Promise::new(&mut |resolve, reject| entry.file_with_callback_and_callback(&resolve, &reject));
    JsFuture::from(promise).await.ok()?.dyn_into().ok()
}

/// A browser gives the entries of a folder by batches, the last one empty.
async fn entries_of(folder: &FileSystemDirectoryEntry) -> Option<Vec<FileSystemEntry>> {
    let reader = folder.create_reader();
    let mut entries = Vec::new();
    loop {
        let promise = Promise::new(&mut |resolve, reject| {
            let _ = reader.read_entries_with_callback_and_callback(&resolve, &reject);
        });
        let batch = Array::from(&JsFuture::from(promise).await.ok()?);
        if batch.length() == 0 {
            return Some(entries);
        }
        entries.extend(batch.iter().map(JsCast::unchecked_into));
    }
}

/// Hands a file to the person. The browser does not tell whether it arrived.
pub fn hand_over(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), JsValue> {
    hand_over_array(name, media_type, &Uint8Array::from(bytes))
}

/// The same, of bytes that are already the browser's.
pub fn hand_over_array(name: &str, media_type: &str, bytes: &Uint8Array) -> Result<(), JsValue> {
    let parts = Array::of1(bytes);
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
