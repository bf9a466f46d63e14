//! What the static rescue screen needs to know: that the application has started, cannot open, or has stopped.

use js_sys::Array;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BeforeUnloadEvent, CustomEvent, CustomEventInit};

fn tell(event: &str, detail: &JsValue) {
    let init = CustomEventInit::new();
    init.set_detail(detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(event, &init)
        && let Some(window) = web_sys::window()
    {
        let _ = window.dispatch_event(&event);
    }
}

/// Tells the rescue screen that it is not needed.
pub fn started() {
    tell("reperes:started", &JsValue::NULL);
}

/// Asks for the rescue screen, which exports the raw data, in place of an application that cannot open its database:
/// what happens, what to do, and the cause in technical words.
pub fn refused(what: &str, next: &str, cause: &str) {
    let detail = Array::of3(&what.into(), &next.into(), &cause.into());
    tell("reperes:refused", &detail);
}

/// Asks before the page is left while `is_at_risk` says so. The browser words the question itself.
pub fn guard_leaving(is_at_risk: impl Fn() -> bool + 'static) {
    let closure = Closure::<dyn Fn(BeforeUnloadEvent)>::new(move |event: BeforeUnloadEvent| {
        if is_at_risk() {
            event.prevent_default();
            // Browsers older than the standard look at this.
            event.set_return_value(" ");
        }
    });
    if let Some(window) = web_sys::window() {
        let _ = window.add_event_listener_with_callback("beforeunload", closure.as_ref().unchecked_ref());
    }
    closure.forget();
}

/// Calls `listener` at each click of the page, for as long as it lives: some promises are only given from a click.
pub fn on_click(listener: impl Fn() + 'static) {
    let closure = Closure::<dyn Fn()>::new(listener);
    if let Some(window) = web_sys::window() {
        let _ = window.add_event_listener_with_callback("click", closure.as_ref().unchecked_ref());
    }
    closure.forget();
}

/// From now on a panic brings the rescue screen, which needs no wasm.
pub fn watch_panics() {
    std::panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        tell("reperes:stopped", &panic.to_string().into());
    }));
}
