//! From bytes to text: UTF-8 first, Windows-1252 when that is what a spreadsheet wrote.

use super::{Encoding, ImportError, MAX_BYTES};
use std::borrow::Cow;

const UTF8_BOM: &[u8] = &[0xef, 0xbb, 0xbf];
const ZIP: &[u8] = b"PK\x03\x04";
const OLD_OFFICE: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0];

/// The text of a file and how it was encoded.
pub fn decode(bytes: &[u8]) -> Result<(Cow<'_, str>, Encoding), ImportError> {
    if bytes.len() > MAX_BYTES {
        return Err(ImportError::TooLarge);
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(ImportError::Utf16);
    }
    if bytes.starts_with(ZIP) || bytes.starts_with(OLD_OFFICE) {
        return Err(ImportError::Spreadsheet);
    }
    let (bytes, has_bom) = bytes.strip_prefix(UTF8_BOM).map_or((bytes, false), |rest| (rest, true));
    if bytes.trim_ascii().is_empty() {
        return Err(ImportError::Empty);
    }
    let head = bytes.get(..4096).unwrap_or(bytes);
    let zeros = head.iter().filter(|byte| **byte == 0).count();
    if zeros > 0 {
        // Latin text in UTF-16 is one half zeros.
        return Err(if zeros * 5 > head.len() * 2 { ImportError::Utf16 } else { ImportError::NotText });
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((Cow::Borrowed(text), Encoding::Utf8));
    }
    if has_bom || is_mostly_utf8(bytes) {
        Ok((String::from_utf8_lossy(bytes), Encoding::DamagedUtf8))
    } else {
        Ok((Cow::Owned(bytes.iter().copied().map(windows_1252).collect()), Encoding::Windows1252))
    }
}

/// One damaged byte must not turn every accent of the file into two wrong letters.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut letters, mut faults) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        letters += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        faults += usize::from(!chunk.invalid().is_empty());
    }
    letters > faults
}

fn windows_1252(byte: u8) -> char {
    // The five bytes without a character become the mark of what could not be read.
    const HIGH: [char; 32] = [
        '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž', '\u{fffd}',
        '\u{fffd}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{fffd}', 'ž', 'Ÿ',
    ];
    let in_table = byte.checked_sub(0x80).and_then(|index| HIGH.get(usize::from(index)));
    in_table.copied().unwrap_or(char::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> (String, Encoding) {
        let (text, encoding) = decode(bytes).unwrap();
        (text.into_owned(), encoding)
    }

    #[test]
    fn reads_the_encodings_that_files_come_in() {
        assert_eq!(decoded("é œ".as_bytes()), ("é œ".into(), Encoding::Utf8));
        assert_eq!(decoded(b"\xef\xbb\xbfid"), ("id".into(), Encoding::Utf8));
        assert_eq!(
            decoded(b"\xe9t\xe9 \x9cuvre \x80 \x92\x81"),
            ("été œuvre € ’\u{fffd}".into(), Encoding::Windows1252)
        );
        let mut damaged = "été à côté".as_bytes().to_vec();
        damaged.push(0xe9);
        assert_eq!(decoded(&damaged), ("été à côté\u{fffd}".into(), Encoding::DamagedUtf8));
    }

    #[test]
    fn refuses_what_is_not_text_and_says_why() {
        let utf16: Vec<u8> = "id,nom".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let with_bom = [&[0xff, 0xfe], utf16.as_slice()].concat();
        for (bytes, expected) in [
            (&b""[..], ImportError::Empty),
            (b" \r\n\t", ImportError::Empty),
            (b"\xef\xbb\xbf", ImportError::Empty),
            (&utf16, ImportError::Utf16),
            (&with_bom, ImportError::Utf16),
            (b"PK\x03\x04...", ImportError::Spreadsheet),
            (b"\xd0\xcf\x11\xe0...", ImportError::Spreadsheet),
            (b"GIF89a\0 some binary", ImportError::NotText),
        ] {
            assert_eq!(decode(bytes), Err(expected), "{bytes:?}");
        }
        assert_eq!(decode(&vec![b'a'; MAX_BYTES + 1]), Err(ImportError::TooLarge));
    }
}
