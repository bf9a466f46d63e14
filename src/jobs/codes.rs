//! Reading the codes of a picture, in the worker.

use super::Reply;
use crate::browser::picture;
use crate::browser::worker::Parcel;
use crate::exchange::qr_read::{self, PictureFault};

/// Reads what came with the job: what a camera saw, or else the first file.
pub async fn read(parcel: &Parcel) -> Reply {
    let pixels = match (&parcel.frame, parcel.files.first()) {
        (Some(frame), _) => picture::of_frame(frame),
        (None, Some(file)) => picture::of_file(file).await,
        (None, None) => Err(PictureFault::Unreadable),
    };
    Reply::CodesRead(pixels.map(|pixels| qr_read::read(&pixels)))
}
