//! The worker, seen from both sides: the page that sends work, the worker that answers. A message is a JSON text, and
//! beside it what JSON does not carry: files and frames one way, bytes the other.

use super::dom::{self, Delivery};
use super::files::ChosenFile;
use super::picture::Frame;
use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, DedicatedWorkerGlobalScope, MessageEvent, Url};

/// Names of the parts of a message.
const TEXT: &str = "text";
const FILES: &str = "files";
const FRAME: &str = "frame";
const BYTES: &str = "bytes";

/// In the single file: the script, and its packed program.
const SCRIPT: &str = "worker-script";
const PROGRAM: &str = "worker-program";

/// The programs that run in workers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Program {
    /// Long work on what is kept.
    Work,
    /// Spreadsheets; the single file does not carry it.
    Spreadsheet,
}

impl Program {
    /// Where the page names its script, on the root element.
    fn named(self) -> &'static str {
        match self {
            Self::Work => "data-worker",
            Self::Spreadsheet => "data-spreadsheet",
        }
    }

    /// Whether this delivery carries it.
    pub fn is_here(self) -> bool {
        self == Self::Work || dom::delivery() == Delivery::Web
    }
}

/// What a worker lets its page hear.
#[derive(Clone, Debug)]
pub enum Heard {
    Said {
        text: String,
        bytes: Option<Uint8Array>,
    },
    /// It could not start, or has stopped.
    Failed,
}

/// What goes to the worker beside a message.
#[derive(Clone, Debug, Default)]
pub struct Parcel {
    /// Read in the worker itself.
    pub files: Vec<ChosenFile>,
    /// Given away: the page no longer has it.
    pub frame: Option<Frame>,
}

impl Parcel {
    /// These files, and nothing else.
    pub fn of_files(files: &[ChosenFile]) -> Self {
        Self { files: files.to_vec(), frame: None }
    }
}

/// A worker of this page. It stops at once when this goes away, whatever it is doing.
#[derive(Debug)]
pub struct Worker {
    worker: web_sys::Worker,
    /// The address made for its script, which holds memory as long as it is not given back.
    address: Option<String>,
    _on_message: Closure<dyn Fn(MessageEvent)>,
    _on_error: Closure<dyn Fn()>,
}

impl Worker {
    /// Starts a worker; none where the browser or this delivery has none.
    pub fn start(program: Program, listener: impl Fn(Heard) + Clone + 'static) -> Option<Self> {
        let (worker, address) = match dom::delivery() {
            Delivery::Web => (web_sys::Worker::new(&dom::root_attribute(program.named())?).ok()?, None),
            Delivery::File if program.is_here() => from_page()?,
            Delivery::File => return None,
        };
        let failed = listener.clone();
        let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let part = |name: &str| Reflect::get(&event.data(), &JsValue::from_str(name)).ok();
            if let Some(text) = part(TEXT).and_then(|text| text.as_string()) {
                listener(Heard::Said { text, bytes: part(BYTES).and_then(|bytes| bytes.dyn_into().ok()) });
            }
        });
        let on_error = Closure::<dyn Fn()>::new(move || failed(Heard::Failed));
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Some(Self { worker, address, _on_message: on_message, _on_error: on_error })
    }

    /// Sends work, with what the worker needs for it.
    pub fn send(&self, text: &str, parcel: &Parcel) {
        let list: Array = parcel.files.iter().collect();
        // Files are handed over by reference: nothing is read here.
        let message = message(text, FILES, &list);
        let given: Array = parcel.frame.iter().collect();
        if let Some(frame) = &parcel.frame {
            let _ = Reflect::set(&message, &JsValue::from_str(FRAME), frame);
        }
        let _ = self.worker.post_message_with_transfer(&message, &given);
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.worker.terminate();
        if let Some(address) = &self.address {
            let _ = Url::revoke_object_url(address);
        }
    }
}

/// In the single file the script and its program lie in the page.
fn from_page() -> Option<(web_sys::Worker, Option<String>)> {
    let parts = Array::of1(&JsValue::from_str(&dom::text_of(SCRIPT)?));
    let options = BlobPropertyBag::new();
    options.set_type("text/javascript");
    let script = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let address = Url::create_object_url_with_blob(&script).ok()?;
    let worker = web_sys::Worker::new(&address).ok()?;
    worker.post_message(&JsValue::from_str(&dom::text_of(PROGRAM)?)).ok()?;
    Some((worker, Some(address)))
}

/// Inside the worker: hears what the page sends.
pub fn listen(listener: impl Fn(String, Parcel) + 'static) {
    let Some(scope) = scope() else { return };
    let closure = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let part = |name: &str| Reflect::get(&event.data(), &JsValue::from_str(name)).unwrap_or_default();
        let files = Array::from(&part(FILES)).iter().filter_map(|file| file.dyn_into().ok()).collect();
        let frame = part(FRAME).dyn_into().ok();
        if let Some(text) = part(TEXT).as_string() {
            listener(text, Parcel { files, frame });
        }
    });
    scope.set_onmessage(Some(closure.as_ref().unchecked_ref()));
    closure.forget();
}

/// Inside the worker: answers, and gives the bytes away rather than copy them.
pub fn answer(text: &str, bytes: Option<&[u8]>) {
    let Some(scope) = scope() else { return };
    let outcome = match bytes {
        Some(bytes) => {
            let bytes = Uint8Array::from(bytes);
            scope.post_message_with_transfer(&message(text, BYTES, &bytes), &Array::of1(&bytes.buffer()))
        }
        None => scope.post_message(&message(text, BYTES, &JsValue::UNDEFINED)),
    };
    // The page has gone: there is nobody to tell.
    let _ = outcome;
}

/// Inside the worker: does something in its own time.
pub fn spawn(work: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(work);
}

fn scope() -> Option<DedicatedWorkerGlobalScope> {
    js_sys::global().dyn_into().ok()
}

fn message(text: &str, name: &str, part: &JsValue) -> JsValue {
    let message = js_sys::Object::new();
    let _ = Reflect::set(&message, &JsValue::from_str(TEXT), &JsValue::from_str(text));
    let _ = Reflect::set(&message, &JsValue::from_str(name), part);
    message.into()
}
