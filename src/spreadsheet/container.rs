//! What a file is and how much it holds once unpacked, before anything reads it: the readers trust what files announce.

use memchr::memmem::find;
use reperes::exchange::spreadsheet::{MAX_BYTES, SheetError};
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// All the parts of a file, unpacked.
const MAX_UNPACKED: usize = 64_000_000;
/// A reader keeps forty times as much memory for a style as the file that names it.
const MAX_STYLES: usize = 2_000_000;
const MAX_PARTS: usize = 2_000;

/// The container of Excel's former format, and of its files that are closed by a password.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
const ARCHIVE: &[u8] = b"PK";

/// What announces how many texts follow: room is asked for them at once.
const ANNOUNCED: &[u8] = b"uniqueCount";
/// The shortest element that holds one of them.
const SHORTEST: &[u8] = b"<si/>";

/// A format that is read.
#[derive(Debug, PartialEq, Eq)]
pub enum Format {
    /// Excel's.
    Workbook,
    /// LibreOffice's, with what it holds.
    OpenDocument { content: String },
}

/// Looks into a file.
pub fn look(bytes: &[u8]) -> Result<Format, SheetError> {
    if bytes.len() > MAX_BYTES {
        return Err(SheetError::TooLarge);
    }
    if bytes.starts_with(COMPOUND) {
        let is_locked = has(bytes, &utf16("EncryptedPackage"));
        return Err(if is_locked { SheetError::Locked } else { SheetError::OtherFormat });
    }
    if !bytes.starts_with(ARCHIVE) {
        return Err(SheetError::NotASpreadsheet);
    }
    let parts = Parts::unpack(bytes)?;
    if parts.has_workbook {
        return Ok(Format::Workbook);
    }
    if parts.has_binary_workbook {
        return Err(SheetError::OtherFormat);
    }
    match parts.content {
        Some(_) if parts.is_locked => Err(SheetError::Locked),
        Some(content) => {
            String::from_utf8(content).map(|content| Format::OpenDocument { content }).map_err(|_| SheetError::Damaged)
        }
        None => Err(SheetError::NotASpreadsheet),
    }
}

/// What is learnt from unpacking every part once.
#[derive(Default)]
struct Parts {
    has_workbook: bool,
    has_binary_workbook: bool,
    is_open_document: bool,
    is_locked: bool,
    content: Option<Vec<u8>>,
}

impl Parts {
    fn unpack(bytes: &[u8]) -> Result<Self, SheetError> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| SheetError::Damaged)?;
        if archive.len() > MAX_PARTS {
            return Err(SheetError::TooLarge);
        }
        let mut parts = Self::default();
        let mut left = MAX_UNPACKED;
        for nth in 0..archive.len() {
            let part = archive.by_index(nth).map_err(|error| match error {
                ZipError::InvalidPassword | ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
                    SheetError::Locked
                }
                _ => SheetError::Damaged,
            })?;
            let name = part.name().map_err(|_| SheetError::Damaged)?.to_ascii_lowercase();
            // What is announced is not believed: the parts are unpacked, and counted.
            let mut unpacked = Vec::new();
            part.take(left as u64 + 1).read_to_end(&mut unpacked).map_err(|_| SheetError::Damaged)?;
            left = left.checked_sub(unpacked.len()).ok_or(SheetError::TooLarge)?;
            parts.learn(&name, unpacked)?;
        }
        if !parts.is_open_document {
            parts.content = None;
        }
        Ok(parts)
    }

    fn learn(&mut self, name: &str, unpacked: Vec<u8>) -> Result<(), SheetError> {
        let is_text = [".xml", ".rels"].iter().any(|end| name.ends_with(end));
        if is_text {
            check_text(name, &unpacked)?;
        }
        match name {
            "mimetype" => {
                self.is_open_document = unpacked.starts_with(b"application/vnd.oasis.opendocument.spreadsheet");
            }
            "content.xml" => self.content = Some(unpacked),
            "meta-inf/manifest.xml" => self.is_locked = has(&unpacked, b"encryption-data"),
            "[content_types].xml" => {
                self.has_workbook = has(&unpacked, b"spreadsheetml.sheet.main+xml")
                    || has(&unpacked, b"ms-excel.sheet.macroEnabled.main+xml")
                    || has(&unpacked, b"spreadsheetml.template.main+xml");
                self.has_binary_workbook = has(&unpacked, b"ms-excel.sheet.binary");
            }
            _ => {}
        }
        Ok(())
    }
}

/// Refuses a part whose reading would ask for more memory than its length allows.
fn check_text(name: &str, text: &[u8]) -> Result<(), SheetError> {
    // A text in UTF-16 could hide what is looked for below; no spreadsheet program writes one.
    if text.contains(&0) {
        return Err(SheetError::Damaged);
    }
    if name.ends_with("styles.xml") && text.len() > MAX_STYLES {
        return Err(SheetError::TooLarge);
    }
    let mut rest = text;
    while let Some(place) = find(rest, ANNOUNCED) {
        rest = rest.get(place + ANNOUNCED.len()..).unwrap_or_default();
        let is_between = |byte: &u8| byte.is_ascii_whitespace() || b"='\"+".contains(byte);
        let digits: Vec<u8> =
            rest.iter().copied().skip_while(is_between).take_while(u8::is_ascii_digit).take(20).collect();
        let announced = str::from_utf8(&digits).ok().and_then(|digits| digits.parse::<u64>().ok());
        // Without digits nothing is announced; with too many, the number is no honest one.
        if !digits.is_empty() && announced.is_none_or(|count| count > (text.len() / SHORTEST.len()) as u64) {
            return Err(SheetError::Damaged);
        }
    }
    Ok(())
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn has(bytes: &[u8], sought: &[u8]) -> bool {
    find(bytes, sought).is_some()
}
