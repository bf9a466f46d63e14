//! Files that something damaged, or that somebody made to do damage. The same seed gives the same files.

use sha2::{Digest, Sha256};

/// Numbers drawn from a seed (splitmix64).
pub struct Chance(pub u64);

impl Chance {
    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Less than `end`; 0 when there is nothing below it.
    pub fn below(&mut self, end: usize) -> usize {
        self.draw() as usize % end.max(1)
    }

    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }
}

/// What numbers are replaced with.
const NUMBERS: [&str; 14] = [
    "0",
    "-0",
    "-1",
    "1.5",
    "1e400",
    "-1e-400",
    "9223372036854775807",
    "-9223372036854775808",
    "9223372036854775808",
    "18446744073709551615",
    "18446744073709551616",
    "99999999999999999999999999999999999999999999",
    "00",
    "0x10",
];

/// What texts are replaced with, quotes not included: names that mean something to other programs, wrong escapes.
const TEXTS: [&str; 16] = [
    "",
    "__proto__",
    "constructor",
    "deleted",
    "r1",
    "a b",
    "é",
    "../../x",
    "\\u0000",
    "\\ud800",
    "\\u202e",
    "\\x",
    "<img src=x onerror=alert(1)>",
    "=cmd|' /C calc'!A0",
    "0123456789012345678901234567890123456789012345678901234567890123456789",
    "\\\"},{\\\"",
];

/// What is put in anywhere.
const PIECES: [&[u8]; 24] = [
    b"\"__proto__\":{\"a\":1},",
    b"\"fields\":{},",
    b"\"seen\":{\"r1\":{\"seq\":1,\"device\":\"d\"}},",
    b"\"erased\":true,",
    b"\"a\":1,\"a\":2,",
    b"null",
    b"true",
    b"{}",
    b"[]",
    b"[[[[",
    b"}}}}",
    b",",
    b":",
    b"\"",
    b"\"\"",
    b";",
    b"\t",
    b"\r",
    b"\r\n",
    b"\0",
    b"\xc0\x80",
    b"\xed\xa0\x80",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
];

/// One damage to the bytes, half of the time up to four; `other` is a file to take pieces from.
pub fn damaged(bytes: &[u8], other: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let most = *chance.pick(&[1, 4]);
    for _ in 0..=chance.below(most) {
        damage(&mut bytes, other, chance);
    }
    bytes
}

fn damage(bytes: &mut Vec<u8>, other: &[u8], chance: &mut Chance) {
    let at = chance.below(bytes.len());
    let end = (at + 1 + chance.below(80)).min(bytes.len());
    match chance.below(20) {
        0 | 1 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << chance.below(8)),
        2 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte = chance.draw() as u8),
        3 => bytes.truncate(at),
        4 => drop(bytes.drain(at..end)),
        5 => {
            let again = bytes[at..end].repeat(1 + chance.below(40));
            insert(bytes, at, &again);
        }
        6 => {
            let from = chance.below(other.len());
            insert(bytes, at, &other[from..(from + chance.below(400)).min(other.len())]);
        }
        7..=10 => replace_after(bytes, at, u8::is_ascii_digit, chance.pick(&NUMBERS).as_bytes()),
        11..=14 => replace_text(bytes, at, chance.pick(&TEXTS).as_bytes()),
        15 | 16 => {
            let piece: &&[u8] = chance.pick(&PIECES);
            insert(bytes, at, piece);
        }
        17 => {
            let depth = 1 + chance.below(300);
            let (open, close) = *chance.pick(&[("[", "]"), ("{\"a\":", "}"), ("[{\"a\":", "}]")]);
            let nested = format!("{}1{}", open.repeat(depth), close.repeat(depth));
            replace_after(bytes, at, u8::is_ascii_digit, nested.as_bytes());
        }
        18 => replace_text(bytes, at, "é".repeat(19_990 + chance.below(20)).as_bytes()),
        _ => reencode(bytes, chance),
    }
}

fn insert(bytes: &mut Vec<u8>, at: usize, piece: &[u8]) {
    bytes.splice(at..at, piece.iter().copied());
}

/// Replaces the first run of such bytes at or after a place.
fn replace_after(bytes: &mut Vec<u8>, at: usize, is_of_run: fn(&u8) -> bool, piece: &[u8]) {
    let Some(start) = bytes.iter().skip(at).position(is_of_run).map(|skipped| at + skipped) else { return };
    let length = bytes.iter().skip(start).take_while(|byte| is_of_run(byte)).count();
    bytes.splice(start..start + length, piece.iter().copied());
}

/// Replaces the first text between quotes after a place: a name, an identifier or a value.
fn replace_text(bytes: &mut Vec<u8>, at: usize, piece: &[u8]) {
    let mut quotes = bytes.iter().enumerate().skip(at).filter(|(_, byte)| **byte == b'"').map(|(at, _)| at);
    if let (Some(open), Some(close)) = (quotes.next(), quotes.next()) {
        bytes.splice(open + 1..close, piece.iter().copied());
    }
}

fn reencode(bytes: &mut Vec<u8>, chance: &mut Chance) {
    let text = String::from_utf8_lossy(bytes).into_owned();
    *bytes = match chance.below(4) {
        0 => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        1 => [0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect(),
        2 => text.chars().map(|c| c as u8).collect(),
        // Each letter on two bytes, as no encoder writes it.
        _ => text.bytes().flat_map(|byte| [0xc0 | (byte >> 6), 0x80 | (byte & 0x3f)]).collect(),
    };
}

/// An exchange file around any bytes, its hash made right: what is inside is read.
pub fn resealed(data: &[u8], version: u32) -> Vec<u8> {
    let sha256: String = Sha256::digest(data).iter().map(|byte| format!("{byte:02x}")).collect();
    let head = format!(
        "{{\"format\":\"reperes\",\"version\":{version},\"min_reader\":1,\"device\":\"poste-1\",\
         \"created_at\":\"2026-11-23T14:05:00\",\"scope\":\"everything\",\"sha256\":\"{sha256}\",\"data\":"
    );
    [head.as_bytes(), data, b"}"].concat()
}

/// What an exchange file holds under its hash.
pub fn data_of(file: &[u8]) -> &[u8] {
    let member = b"\"data\":";
    let at = file.windows(member.len()).position(|bytes| bytes == member).unwrap() + member.len();
    &file[at..file.len() - 1]
}
