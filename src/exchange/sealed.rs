//! A file that only its passphrase opens.
//!
//! `REPERES-CHIFFRE 1`, a line; `{"kdf":"argon2id",…}`, a line; then the encrypted bytes. The key is drawn from the
//! passphrase by a function that takes 64 MiB a try, so that guessing is slow; what is encrypted is also authenticated,
//! and the two lines with it. Nothing recovers a lost passphrase.

use super::file::MAX_BYTES;
use super::passphrase::normalised;
use argon2::{Algorithm, Argon2, Block, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

/// What the first line begins with.
const MAGIC: &str = "REPERES-CHIFFRE ";
/// The version written here, and the greatest one read.
pub const VERSION: u32 = 1;

const KDF: &str = "argon2id";
const CIPHER: &str = "xchacha20poly1305";
/// A first line or a header longer than this is not ours.
const MAX_LINE: usize = 1_024;
/// What the cipher adds to tell a damaged text.
const TAG: usize = 16;
/// Once closed, a file of this size is still one that an import accepts.
const MAX_PLAIN: usize = MAX_BYTES - 2 * MAX_LINE - TAG;

const WRITTEN: Cost = Cost { m_kib: 64 * 1_024, t: 3, p: 1 };
/// What a file may ask of the machine that opens it: enough to be safe, not enough to freeze it.
const ACCEPTED: Bounds = Bounds { m_kib: 19 * 1_024..=256 * 1_024, t: 1..=10, p: 1..=4 };

/// What a try costs: memory in KiB, passes over it, lanes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Cost {
    m_kib: u32,
    t: u32,
    p: u32,
}

struct Bounds {
    m_kib: RangeInclusive<u32>,
    t: RangeInclusive<u32>,
    p: RangeInclusive<u32>,
}

/// Why nothing was encrypted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealError {
    /// The passphrase has no letter, digit or sign.
    NoPassphrase,
    TooLarge,
    /// This machine has not the memory that it takes.
    NoMemory,
}

/// Why a file was not opened. Nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum OpenError {
    /// Not an encrypted file of ours.
    NotSealed,
    TooLarge,
    /// Made by a version that this one cannot read.
    TooNew {
        version: u32,
    },
    /// The file stops before its end, or its second line is not one of ours.
    Header,
    /// It asks for more work than a machine should do, or for so little that anybody would guess the passphrase.
    OutOfBounds,
    /// The passphrase is another one, or the file was altered: the two cannot be told apart.
    WrongOrDamaged,
    /// This machine has not the memory that it takes.
    NoMemory,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct HeaderText {
    kdf: String,
    m_kib: u32,
    t: u32,
    p: u32,
    salt: String,
    cipher: String,
    nonce: String,
}

/// A file cut into its parts, before any key is made.
#[derive(Debug)]
pub struct Sealed<'a> {
    cost: Cost,
    salt: [u8; 16],
    nonce: [u8; 24],
    /// Both lines, line ends included.
    lines: &'a [u8],
    encrypted: &'a [u8],
}

/// Whether a file is an encrypted one, of any version.
pub fn is_sealed(bytes: &[u8]) -> bool {
    bytes.starts_with(MAGIC.as_bytes())
}

/// Encrypts a file. The salt and the nonce must come from a source made for secrets, and serve once.
pub fn seal(plain: &[u8], passphrase: &str, salt: [u8; 16], nonce: [u8; 24]) -> Result<Vec<u8>, SealError> {
    seal_at(WRITTEN, plain, passphrase, salt, nonce)
}

/// Decrypts a file: the bytes that were sealed, exactly.
pub fn open(bytes: &[u8], passphrase: &str) -> Result<Vec<u8>, OpenError> {
    open_within(&ACCEPTED, bytes, passphrase)
}

/// Reads the two lines, and refuses a cost out of bounds: all that is done before a passphrase is asked for.
pub fn header(bytes: &[u8]) -> Result<Sealed<'_>, OpenError> {
    header_within(&ACCEPTED, bytes)
}

fn seal_at(cost: Cost, plain: &[u8], passphrase: &str, salt: [u8; 16], nonce: [u8; 24]) -> Result<Vec<u8>, SealError> {
    let passphrase = normalised(passphrase);
    if passphrase.is_empty() {
        return Err(SealError::NoPassphrase);
    }
    if plain.len() > MAX_PLAIN {
        return Err(SealError::TooLarge);
    }
    let Cost { m_kib, t, p } = cost;
    let (salt_hex, nonce_hex) = (hex(&salt), hex(&nonce));
    let mut file = format!(
        "{MAGIC}{VERSION}\n{{\"kdf\":\"{KDF}\",\"m_kib\":{m_kib},\"t\":{t},\"p\":{p},\"salt\":\"{salt_hex}\",\
         \"cipher\":\"{CIPHER}\",\"nonce\":\"{nonce_hex}\"}}\n"
    )
    .into_bytes();
    let key = derive(cost, &passphrase, &salt).ok_or(SealError::NoMemory)?;
    let payload = Payload { msg: plain, aad: &file };
    let encrypted = XChaCha20Poly1305::new(&key).encrypt(&XNonce::from(nonce), payload);
    // The cipher only refuses texts of gigabytes.
    file.extend(encrypted.map_err(|_| SealError::TooLarge)?);
    Ok(file)
}

fn open_within(bounds: &Bounds, bytes: &[u8], passphrase: &str) -> Result<Vec<u8>, OpenError> {
    let sealed = header_within(bounds, bytes)?;
    let key = derive(sealed.cost, &normalised(passphrase), &sealed.salt).ok_or(OpenError::NoMemory)?;
    let payload = Payload { msg: sealed.encrypted, aad: sealed.lines };
    let plain = XChaCha20Poly1305::new(&key).decrypt(&XNonce::from(sealed.nonce), payload);
    plain.map_err(|_| OpenError::WrongOrDamaged)
}

fn header_within<'a>(bounds: &Bounds, bytes: &'a [u8]) -> Result<Sealed<'a>, OpenError> {
    if !is_sealed(bytes) {
        return Err(OpenError::NotSealed);
    }
    let (first, rest) = line(bytes).ok_or(OpenError::Header)?;
    let version: u32 = first.strip_prefix(MAGIC).and_then(|version| version.parse().ok()).ok_or(OpenError::Header)?;
    if version > VERSION {
        return Err(OpenError::TooNew { version });
    }
    let (second, encrypted) = line(rest).ok_or(OpenError::Header)?;
    let text: HeaderText = serde_json::from_str(second).map_err(|_| OpenError::Header)?;
    let (Some(salt), Some(nonce)) = (unhex(&text.salt), unhex(&text.nonce)) else { return Err(OpenError::Header) };
    if version == 0 || text.kdf != KDF || text.cipher != CIPHER || encrypted.len() < TAG {
        return Err(OpenError::Header);
    }
    if encrypted.len() > MAX_BYTES + TAG {
        return Err(OpenError::TooLarge);
    }
    let cost = Cost { m_kib: text.m_kib, t: text.t, p: text.p };
    if !(bounds.m_kib.contains(&cost.m_kib) && bounds.t.contains(&cost.t) && bounds.p.contains(&cost.p)) {
        return Err(OpenError::OutOfBounds);
    }
    let lines = bytes.get(..bytes.len() - encrypted.len()).ok_or(OpenError::Header)?;
    Ok(Sealed { cost, salt, nonce, lines, encrypted })
}

/// A first line and what follows it.
fn line(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let end = bytes.iter().take(MAX_LINE).position(|byte| *byte == b'\n')?;
    let (line, rest) = bytes.split_at_checked(end)?;
    Some((std::str::from_utf8(line).ok()?, rest.get(1..)?))
}

/// `None`: the memory is not there. The cost was bounded before.
fn derive(cost: Cost, passphrase: &str, salt: &[u8]) -> Option<Key> {
    let params = Params::new(cost.m_kib, cost.t, cost.p, None).ok()?;
    let mut memory: Vec<Block> = Vec::new();
    memory.try_reserve_exact(params.block_count()).ok()?;
    memory.resize(params.block_count(), Block::default());
    let mut key = [0; 32];
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    argon2.hash_password_into_with_memory(passphrase.as_bytes(), salt, &mut key, &mut memory).ok()?;
    Some(Key::from(key))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let is_plain = text.len() == 2 * N && text.bytes().all(|c| c.is_ascii_hexdigit());
    let byte = |at: usize| u8::from_str_radix(text.get(at..at + 2)?, 16).ok();
    let bytes: Option<Vec<u8>> = (0..text.len()).step_by(2).map(byte).collect();
    if is_plain { bytes?.try_into().ok() } else { None }
}

#[cfg(test)]
#[path = "sealed_tests.rs"]
mod tests;
