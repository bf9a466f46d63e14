//! Pictures as pixels, in the worker: the browser opens them, and draws them out of sight.

use super::files::ChosenFile;
use crate::exchange::qr_read::{Grey, MAX_PICTURE_BYTES, PictureFault, fitting};
use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ImageBitmap, OffscreenCanvas, OffscreenCanvasRenderingContext2d, WorkerGlobalScope};

/// What a camera sees at one time, which can be handed to the worker.
pub type Frame = ImageBitmap;

/// The pixels of a picture that a person gave, after looking at its weight.
pub async fn of_file(file: &ChosenFile) -> Result<Grey, PictureFault> {
    let bytes = file.size() as u64;
    if bytes > MAX_PICTURE_BYTES {
        return Err(PictureFault::TooLarge { bytes });
    }
    let scope: WorkerGlobalScope = js_sys::global().dyn_into().map_err(|_| PictureFault::NoPixels)?;
    let opening = scope.create_image_bitmap_with_blob(file).map_err(|_| PictureFault::NoPixels)?;
    let opened = JsFuture::from(opening).await.map_err(|_| PictureFault::Unreadable)?;
    of_frame(&opened.dyn_into().map_err(|_| PictureFault::Unreadable)?)
}

/// The pixels of what a camera saw; it is given back to the browser.
pub fn of_frame(frame: &Frame) -> Result<Grey, PictureFault> {
    let pixels = pixels(frame);
    frame.close();
    pixels
}

fn pixels(picture: &ImageBitmap) -> Result<Grey, PictureFault> {
    let (width, height) = fitting(picture.width(), picture.height());
    let (wide, high) = (f64::from(width), f64::from(height));
    let rgba = place(width, height).and_then(|context| {
        context.draw_image_with_image_bitmap_and_dw_and_dh(picture, 0.0, 0.0, wide, high).ok()?;
        context.get_image_data(0.0, 0.0, wide, high).ok()
    });
    let rgba = rgba.ok_or(PictureFault::NoPixels)?.data();
    Grey::from_rgba(width, height, &rgba).ok_or(PictureFault::Unreadable)
}

/// A place to draw, whose pixels are read at once: it had better be in memory than on a graphics card.
fn place(width: u32, height: u32) -> Option<OffscreenCanvasRenderingContext2d> {
    let options = Object::new();
    let _ = Reflect::set(&options, &JsValue::from_str("willReadFrequently"), &JsValue::TRUE);
    let canvas = OffscreenCanvas::new(width, height).ok()?;
    canvas.get_context_with_context_options("2d", &options).ok()??.dyn_into().ok()
}
