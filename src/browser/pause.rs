//! Letting the browser show what was just said before a long work takes its turn.

use super::clock;
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

/// A frame never comes in a hidden tab: nobody waits for it longer than this.
const PAINT_MS: i32 = 40;

/// Resumes once the page shows its last change.
pub async fn until_painted() {
    let promise = Promise::new(&mut |resolve, _| match web_sys::window() {
        Some(window) => {
            let _ = window.request_animation_frame(&resolve);
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, PAINT_MS);
        }
        None => drop(resolve.call0(&JsValue::NULL)),
    });
    let _ = JsFuture::from(promise).await;
    // The browser paints once what waited for the frame is done.
    next_turn().await;
}

/// How long a work holds the page before it lets it answer: under a frame.
const HELD_MS: i64 = 14;

/// What a long work takes now and then, so that the page answers meanwhile.
#[derive(Debug)]
pub struct Breath {
    last_ms: i64,
}

impl Breath {
    /// Starts to hold the page.
    pub fn start() -> Self {
        Self { last_ms: clock::now_ms() }
    }

    /// Lets the page answer, when it has been held long enough.
    pub async fn take(&mut self) {
        // A clock set back in between counts as long enough.
        if !(0..HELD_MS).contains(&(clock::now_ms() - self.last_ms)) {
            next_turn().await;
            self.last_ms = clock::now_ms();
        }
    }
}

/// Resumes once the browser has done what waited. A timer would do, but browsers make nested ones wait four
/// milliseconds each: a third of the time of a long work.
pub async fn next_turn() {
    let Ok(channel) = MessageChannel::new() else { return millis(0).await };
    let promise = Promise::new(&mut |resolve, _| {
        channel.port1().set_onmessage(Some(&resolve));
        let _ = channel.port2().post_message(&JsValue::NULL);
    });
    let _ = JsFuture::from(promise).await;
    channel.port1().close();
}

/// Resumes after a time.
pub async fn millis(delay_ms: i32) {
    let promise = Promise::new(&mut |resolve, _| match web_sys::window() {
        Some(window) => {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, delay_ms);
        }
        None => drop(resolve.call0(&JsValue::NULL)),
    });
    let _ = JsFuture::from(promise).await;
}
