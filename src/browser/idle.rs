//! Whether anybody is using the page.

use super::clock;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

/// What shows that somebody is there.
const INPUTS: [&str; 5] = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"];
/// How often the time since the last input is looked at.
const CHECK_MS: i32 = 10_000;

/// Calls `on_idle` when nothing was typed, touched or moved for a time, once each time, for as long as the page lives. The
/// time that the machine sleeps counts: the first input on waking comes after it. How long it is may change with what the
/// page shows; where there is none, nobody is waited for.
pub fn watch(after_ms: impl Fn() -> Option<i64> + 'static, on_idle: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let last_ms = Rc::new(Cell::new(Some(clock::now_ms())));
    let check = {
        let last_ms = Rc::clone(&last_ms);
        Rc::new(move || {
            let (Some(last), Some(after_ms)) = (last_ms.get(), after_ms()) else { return };
            if clock::now_ms().saturating_sub(last) >= after_ms {
                // Told; the next input starts again.
                last_ms.set(None);
                on_idle();
            }
        })
    };
    let touch = {
        let check = Rc::clone(&check);
        Closure::<dyn Fn()>::new(move || {
            check();
            last_ms.set(Some(clock::now_ms()));
        })
    };
    for input in INPUTS {
        // Captured: no part of the page can keep an input from being seen.
        let listener = touch.as_ref().unchecked_ref();
        let _ = window.add_event_listener_with_callback_and_bool(input, listener, true);
    }
    touch.forget();
    let tick = Closure::<dyn Fn()>::new(move || check());
    let listener = tick.as_ref().unchecked_ref();
    let _ = window.set_interval_with_callback_and_timeout_and_arguments_0(listener, CHECK_MS);
    tick.forget();
}
