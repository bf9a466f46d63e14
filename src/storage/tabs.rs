//! Several tabs of one browser: they take turns to write, and tell each other what they wrote.

use super::schema;
use super::writing::Revision;
use js_sys::{Function, Promise, Reflect};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{BroadcastChannel, MessageEvent};

/// Above this number of records the other tabs read everything again.
const KEYS_MAX: usize = 200;

/// What a tab tells the others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum News {
    /// It opened, with this version of the records: an older tab must stop writing.
    Opened { version: u32 },
    /// It wrote these records, or so many that they are not named.
    Wrote { revision: Revision, keys: Option<Vec<String>> },
    /// It noted something about the backup.
    Noted,
}

impl News {
    /// These records were written.
    pub fn wrote<'a>(revision: Revision, keys: impl ExactSizeIterator<Item = &'a crate::records::Key>) -> Self {
        let keys = (keys.len() <= KEYS_MAX).then(|| keys.map(ToString::to_string).collect());
        Self::Wrote { revision, keys }
    }
}

/// The other tabs; none answers where the browser has no channel, and the revision then guards alone.
#[derive(Clone, Debug)]
pub struct Tabs {
    channel: Option<BroadcastChannel>,
}

impl Tabs {
    /// Opens the channel and listens for as long as the page lives.
    pub fn listen(listener: impl Fn(News) + 'static) -> Self {
        let channel = BroadcastChannel::new(schema::TABS).ok();
        if let Some(channel) = &channel {
            let closure = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                let news = event.data().as_string().and_then(|text| serde_json::from_str(&text).ok());
                if let Some(news) = news {
                    listener(news);
                }
            });
            channel.set_onmessage(Some(closure.as_ref().unchecked_ref()));
            closure.forget();
        }
        Self { channel }
    }

    /// Tells the other tabs.
    pub fn tell(&self, news: &News) {
        if let (Some(channel), Ok(text)) = (&self.channel, serde_json::to_string(news)) {
            // Nobody else listens: nothing is lost.
            let _ = channel.post_message(&JsValue::from_str(&text));
        }
    }
}

/// The right to write, held by one tab at a time; given back when this goes away. Where the browser has no locks it is
/// given at once.
#[derive(Debug)]
pub struct Turn {
    release: Option<Function>,
}

impl Turn {
    /// Waits for its turn.
    pub async fn wait() -> Self {
        let Some((locks, request)) = lock_manager() else { return Self { release: None } };
        let mut release = None;
        let held = Promise::new(&mut |resolve, _| release = Some(resolve));
        let granted = Promise::new(&mut |resolve, _| {
            let held = held.clone();
            let refused = resolve.clone();
            let callback = Closure::once_into_js(move |_lock: JsValue| {
                let _ = resolve.call0(&JsValue::NULL);
                JsValue::from(held)
            });
            let asked = request.call2(&locks, &JsValue::from_str(schema::WRITER_LOCK), &callback);
            // Refused (a page without an origin of its own): the revision guards alone.
            match asked.ok().and_then(|asked| asked.dyn_into::<Promise>().ok()) {
                Some(asked) => {
                    let failed = Closure::once(move |_: JsValue| drop(refused.call0(&JsValue::NULL)));
                    let _ = asked.catch(&failed);
                    failed.forget();
                }
                None => drop(refused.call0(&JsValue::NULL)),
            }
        });
        let _ = JsFuture::from(granted).await;
        Self { release }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        if let Some(release) = &self.release {
            let _ = release.call0(&JsValue::NULL);
        }
    }
}

/// `navigator.locks`, which web-sys does not know yet, and its one act.
fn lock_manager() -> Option<(JsValue, Function)> {
    let get = |from: &JsValue, name: &str| Reflect::get(from, &JsValue::from_str(name)).ok();
    let locks = get(&get(&js_sys::global(), "navigator")?, "locks").filter(|locks| locks.is_object())?;
    let request = get(&locks, "request")?.dyn_into().ok()?;
    Some((locks, request))
}
