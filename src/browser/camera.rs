//! The camera: asked for, shown, looked at now and then, given back. What it sees stays in the page and its worker.

use super::picture::Frame;
use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, HtmlVideoElement, MediaDevices, MediaStream, MediaStreamConstraints, MediaStreamTrack};

/// Why there is no camera.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CameraFault {
    /// The person, or the settings of the browser, said no.
    Refused,
    Absent,
    /// Another program has it.
    Busy,
    /// This browser gives none to a page delivered this way.
    Insecure,
    Unknown,
}

/// A camera that looks. It stops when this goes away.
#[derive(Debug)]
pub struct Camera {
    stream: MediaStream,
}

impl Camera {
    /// Asks for the camera, the one at the back if there are two. The person may take their time to agree.
    pub async fn open() -> Result<Self, CameraFault> {
        let devices = devices().ok_or(CameraFault::Insecure)?;
        let constraints = MediaStreamConstraints::new();
        let ideal = |value: f64| object(&[("ideal", &JsValue::from_f64(value))]);
        let video = object(&[
            ("facingMode", &JsValue::from_str("environment")),
            ("width", &ideal(1280.0)),
            ("height", &ideal(720.0)),
        ]);
        constraints.set_video(&video);
        let asked = devices.get_user_media_with_constraints(&constraints).map_err(|error| fault(&error))?;
        let stream = JsFuture::from(asked).await.map_err(|error| fault(&error))?;
        Ok(Self { stream: stream.dyn_into().map_err(|_| CameraFault::Unknown)? })
    }

    /// Shows what it sees.
    pub async fn show_in(&self, video: &HtmlVideoElement) {
        video.set_muted(true);
        video.set_src_object(Some(&self.stream));
        // A browser may refuse to play what is not in view: there is then nothing to look at yet, and nothing to say.
        if let Ok(playing) = video.play() {
            let _ = JsFuture::from(playing).await;
        }
    }

    /// It still sees: it was not unplugged, nor taken back by the browser.
    pub fn is_live(&self) -> bool {
        self.stream.active()
    }
}

impl Drop for Camera {
    fn drop(&mut self) {
        for track in self.stream.get_tracks().iter() {
            track.unchecked_into::<MediaStreamTrack>().stop();
        }
    }
}

/// What is shown now; none before the first image.
pub async fn frame(video: &HtmlVideoElement) -> Option<Frame> {
    if video.video_width() == 0 {
        return None;
    }
    let taking = web_sys::window()?.create_image_bitmap_with_html_video_element(video).ok()?;
    JsFuture::from(taking).await.ok()?.dyn_into().ok()
}

/// Shows nothing any more.
pub fn hide(video: &HtmlVideoElement) {
    video.set_src_object(None);
}

/// Absent from a page that was not delivered safely.
fn devices() -> Option<MediaDevices> {
    let navigator = web_sys::window()?.navigator();
    let devices = Reflect::get(&navigator, &JsValue::from_str("mediaDevices")).ok()?;
    (!devices.is_undefined()).then(|| devices.unchecked_into())
}

fn fault(error: &JsValue) -> CameraFault {
    let Some(error) = error.dyn_ref::<DomException>() else { return CameraFault::Unknown };
    match error.name().as_str() {
        "NotAllowedError" => CameraFault::Refused,
        "NotFoundError" | "OverconstrainedError" => CameraFault::Absent,
        "NotReadableError" | "AbortError" => CameraFault::Busy,
        "SecurityError" | "NotSupportedError" => CameraFault::Insecure,
        _ => CameraFault::Unknown,
    }
}

fn object(parts: &[(&str, &JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, part) in parts {
        let _ = Reflect::set(&object, &JsValue::from_str(name), part);
    }
    object.into()
}
