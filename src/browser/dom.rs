//! The document: its title, focus and dialogs.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, FocusOptions, HtmlDialogElement, HtmlElement, KeyboardEvent};

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
    let mark = root_attribute("data-delivery");
    if mark.as_deref() == Some("file") { Delivery::File } else { Delivery::Web }
}

/// What the build wrote on the root element.
pub fn root_attribute(name: &str) -> Option<String> {
    document()?.document_element()?.get_attribute(name)
}

/// Says to the rescue screen whether something that is shown is not stored.
pub fn mark_unsaved(is_unsaved: bool) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.toggle_attribute_with_force("data-unsaved", is_unsaved);
    }
}

/// Marks the page once every piece of the program has arrived, or failed to: it may be left without cutting one.
pub fn mark_whole() {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("data-pieces", "here");
    }
}

/// The text of an element, by its identifier.
pub fn text_of(id: &str) -> Option<String> {
    document()?.get_element_by_id(id)?.text_content()
}

/// How the page is named in the browser's tab.
pub fn title() -> String {
    document().map(|document| document.title()).unwrap_or_default()
}

/// Names the page in the browser's tab and history.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// How wide an element is inside, in pixels of the page; none when it is not there.
pub fn width_px(id: &str) -> Option<i32> {
    document()?.get_element_by_id(id).map(|element| element.client_width())
}

/// Moves the focus to an element by its identifier, and brings it into view. The address is left alone.
pub fn focus(id: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id))
        && let Ok(element) = element.dyn_into::<HtmlElement>()
    {
        element.scroll_into_view_with_bool(true);
        // In view already: the browser need not look for it again.
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Moves the focus to an element by its identifier, without moving the page when it is already in view.
pub fn focus_in_place(id: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id))
        && let Ok(element) = element.dyn_into::<HtmlElement>()
    {
        let _ = element.focus();
    }
}

/// The key is meant for a field being typed in, or is part of a shortcut of the browser or of the system.
pub fn is_for_others(event: &KeyboardEvent) -> bool {
    let typing = event.target().and_then(|target| target.dyn_into::<Element>().ok()).is_some_and(|target| {
        let tag = target.tag_name();
        let kind = target.get_attribute("type").unwrap_or_default();
        let is_choice = tag == "INPUT" && (kind == "radio" || kind == "checkbox");
        matches!(tag.as_str(), "INPUT" | "TEXTAREA" | "SELECT") && !is_choice
    });
    let modified = event.ctrl_key() || event.alt_key() || event.meta_key();
    typing || modified || event.is_composing() || event.default_prevented()
}

/// The digit of a key, by what it types or by its place: the digits of a French keyboard ask for a shift.
pub fn digit(event: &KeyboardEvent) -> Option<char> {
    let typed = event.key().chars().next().filter(|_| event.key().len() == 1);
    let placed = event.code().strip_prefix("Digit").and_then(|digit| digit.chars().next());
    typed.filter(char::is_ascii_digit).or(placed)
}

/// Moves the focus to the page's main heading and starts at its top, as loading a page would.
pub fn focus_heading() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
    focus_heading_in_place();
}

/// Moves the focus to the page's main heading when nothing has it any more; what is on the screen stays in place.
pub fn focus_heading_if_lost() {
    if is_focus_lost() {
        focus_heading_in_place();
    }
}

/// Moves the focus to an element, by its identifier, when nothing has it any more.
pub fn focus_if_lost(id: &str) {
    if is_focus_lost() {
        focus_in_place(id);
    }
}

/// Whether the focus is on an element, by its identifier, or inside it.
pub fn has_focus_within(id: &str) -> bool {
    let active = document().and_then(|document| Some((document.get_element_by_id(id)?, document.active_element()?)));
    active.is_some_and(|(element, active)| element.contains(Some(&active)))
}

fn is_focus_lost() -> bool {
    let active = document().and_then(|document| document.active_element());
    active.is_none_or(|element| element.tag_name() == "BODY")
}

fn focus_heading_in_place() {
    if let Some(heading) = document().and_then(|document| document.query_selector("main h1").ok().flatten())
        && let Ok(heading) = heading.dyn_into::<HtmlElement>()
    {
        let _ = heading.focus();
    }
}

/// Whether the focus is on the page's main heading.
pub fn heading_has_focus() -> bool {
    let focused = document().and_then(|document| document.active_element());
    focused.is_some_and(|element| element.matches("main h1").unwrap_or(false))
}

/// Opens a native dialog above the page, which then holds the focus.
pub fn open_dialog(dialog: &HtmlDialogElement) {
    if !dialog.open() {
        let _ = dialog.show_modal();
        // The focus goes to the way back, at the bottom: what is asked, at the top, must be in view.
        dialog.set_scroll_top(0);
    }
}

/// Closes a native dialog; the browser gives the focus back.
pub fn close_dialog(dialog: &HtmlDialogElement) {
    if dialog.open() {
        dialog.close();
    }
}

/// What the foot of each printed page says, where the browser can print one; none takes it away. The style sheet reads
/// it from the root element.
pub fn set_print_foot(text: Option<&str>) {
    const PROPERTY: &str = "--sheet-foot";
    let root = document().and_then(|document| document.document_element());
    let Some(style) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()).map(|root| root.style()) else {
        return;
    };
    let _ = match text {
        Some(text) => style.set_property(PROPERTY, &format!("\"{}\"", text.replace(['"', '\\', '\n'], " "))),
        None => style.remove_property(PROPERTY).map(|_| ()),
    };
}

/// Asks the browser to print the page as it stands.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}
