//! Randomness and identities, drawn from the browser.

use crate::records::{DeviceId, InvalidId, RecordId, ReplicaId};
use std::fmt::Write;

/// Random bytes. The browser offers them on `file://` too, where `randomUUID` may be missing.
fn random_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    if let Some(crypto) = web_sys::window().and_then(|window| window.crypto().ok())
        && crypto.get_random_values_with_u8_array(&mut bytes).is_ok()
    {
        return bytes;
    }
    // A browser without a random source has no WebAssembly either; still, two pages must not share identities.
    for byte in &mut bytes {
        *byte = (js_sys::Math::random() * 256.0) as u8;
    }
    bytes
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// A new record's identity: a version 7 UUID, so that identities sort by the time they were made.
pub fn new_record_id() -> Result<RecordId, InvalidId> {
    let at_ms = u64::try_from(super::clock::now_ms()).unwrap_or(0);
    RecordId::new(uuid::Builder::from_unix_timestamp_millis(at_ms, &random_bytes()).into_uuid().to_string())
}

/// The author of this page's writes, drawn anew at each page load.
pub fn new_replica_id() -> Result<ReplicaId, InvalidId> {
    ReplicaId::new(hex(&random_bytes::<12>()))
}

/// A label for a machine that has none yet.
pub fn new_device_id() -> Result<DeviceId, InvalidId> {
    DeviceId::new(format!("poste-{}", hex(&random_bytes::<2>())))
}
