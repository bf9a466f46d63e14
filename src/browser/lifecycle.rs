//! What the static rescue screen needs to know: that the application has started, or has stopped.

use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit};

fn tell(event: &str, detail: &str) {
    let init = CustomEventInit::new();
    init.set_detail(&JsValue::from_str(detail));
    if let Ok(event) = CustomEvent::new_with_event_init_dict(event, &init)
        && let Some(window) = web_sys::window()
    {
        let _ = window.dispatch_event(&event);
    }
}

/// Tells the rescue screen that it is not needed.
pub fn started() {
    tell("reperes:started", "");
}

/// From now on a panic brings the rescue screen, which needs no wasm.
pub fn watch_panics() {
    std::panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        tell("reperes:stopped", &panic.to_string());
    }));
}
