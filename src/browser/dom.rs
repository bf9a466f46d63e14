//! The document: its title, focus and dialogs.

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlDialogElement, HtmlElement};

fn document() -> Option<Document> {
    web_sys::window().and_then(|window| window.document())
}

/// Where the page was delivered from: a web server, or one file opened from a disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    Web,
    File,
}

/// How this page was delivered; the build marks it on the root element.
pub fn delivery() -> Delivery {
    let mark = document()
        .and_then(|document| document.document_element())
        .and_then(|root| root.get_attribute("data-delivery"));
    if mark.as_deref() == Some("file") { Delivery::File } else { Delivery::Web }
}

/// Names the page in the browser's tab and history.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Moves the focus to an element by its identifier, and brings it into view. The address is left alone.
pub fn focus(id: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id))
        && let Ok(element) = element.dyn_into::<HtmlElement>()
    {
        element.scroll_into_view_with_bool(true);
        let _ = element.focus();
    }
}

/// Moves the focus to the page's main heading and starts at its top, as loading a page would.
pub fn focus_heading() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
    if let Some(heading) = document().and_then(|document| document.query_selector("main h1").ok().flatten())
        && let Ok(heading) = heading.dyn_into::<HtmlElement>()
    {
        let _ = heading.focus();
    }
}

/// Opens a native dialog above the page, which then holds the focus.
pub fn open_dialog(dialog: &HtmlDialogElement) {
    if !dialog.open() {
        let _ = dialog.show_modal();
    }
}

/// Closes a native dialog; the browser gives the focus back.
pub fn close_dialog(dialog: &HtmlDialogElement) {
    if dialog.open() {
        dialog.close();
    }
}

/// Asks the browser to print the page as it stands.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}
