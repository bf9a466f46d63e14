//! Randomness and identities, drawn from the browser.

use crate::records::{DeviceId, InvalidId, RecordId, ReplicaId};
use js_sys::Reflect;
use std::fmt::Write;
use wasm_bindgen::{JsCast, JsValue};

/// Random bytes. The browser offers them on `file://` too, where `randomUUID` may be missing.
pub fn random_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    // The page and its worker both have it, each in its own global scope.
    let crypto = Reflect::get(&js_sys::global(), &JsValue::from_str("crypto"));
    if let Some(crypto) = crypto.ok().and_then(|crypto| crypto.dyn_into::<web_sys::Crypto>().ok())
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

/// Six random numbers, from the same source.
pub fn random_numbers() -> [u16; 6] {
    let bytes = random_bytes::<12>();
    let mut pairs =
        bytes.chunks_exact(2).map(|pair| pair.iter().fold(0, |number, byte| number << 8 | u16::from(*byte)));
    std::array::from_fn(|_| pairs.next().unwrap_or_default())
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

/// The author of this page's writes, drawn anew at each page load, and whenever a number of the former could serve twice.
pub fn new_replica_id() -> Result<ReplicaId, InvalidId> {
    ReplicaId::new(random_name())
}

/// A name that nothing else has.
pub fn random_name() -> String {
    hex(&random_bytes::<12>())
}

/// A label for a machine that has none yet.
pub fn new_device_id() -> Result<DeviceId, InvalidId> {
    DeviceId::new(format!("poste-{}", hex(&random_bytes::<2>())))
}
