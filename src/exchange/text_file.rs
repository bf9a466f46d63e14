//! A text that somebody sent back, from the bytes of its file: whatever program saved it, and nothing else than a text.

use super::csv::{ImportError, decode::decode};

/// The most that is read: a questionnaire that was filled in takes a tenth of it.
pub const MAX_TEXT_BYTES: u64 = 200_000;

/// Why a file is no such text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Above [`MAX_TEXT_BYTES`].
    TooLarge,
    /// The browser could not read it.
    Unreadable,
    Empty,
    /// One of our exchange files: it is imported.
    Exchange,
    /// A document, a workbook, an archive.
    Document,
    NotText,
}

/// The text of a file.
pub fn read(bytes: &[u8]) -> Result<String, Refused> {
    if bytes.len() as u64 > MAX_TEXT_BYTES {
        return Err(Refused::TooLarge);
    }
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes)?,
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes)?,
        _ => decode(bytes).map_err(refused)?.0.into_owned(),
    };
    match text.trim_start() {
        "" => Err(Refused::Empty),
        start if start.starts_with("{\\rtf") || start.starts_with("%PDF") => Err(Refused::Document),
        start if start.starts_with('{') => Err(Refused::Exchange),
        _ => Ok(text),
    }
}

/// What some notepads write: each letter in two bytes, in the order that the first two said.
fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Refused> {
    let units = bytes.chunks_exact(2).filter_map(|pair| Some(unit(pair.try_into().ok()?)));
    String::from_utf16(&units.collect::<Vec<_>>()).map_err(|_| Refused::NotText)
}

fn refused(error: ImportError) -> Refused {
    match error {
        ImportError::TooLarge => Refused::TooLarge,
        ImportError::Empty => Refused::Empty,
        ImportError::Spreadsheet => Refused::Document,
        _ => Refused::NotText,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_text_is_read_however_a_program_saved_it() {
        let said = "Numéro : 7QK2\n1) 2 œ";
        let [little, big] = [u16::to_le_bytes as fn(u16) -> [u8; 2], u16::to_be_bytes].map(|bytes| {
            let marked = std::iter::once(0xfeff).chain(said.encode_utf16());
            marked.flat_map(bytes).collect::<Vec<u8>>()
        });
        let marked = [b"\xef\xbb\xbf", said.as_bytes()].concat();
        for bytes in [said.as_bytes(), &marked, &little, &big, b"Num\xe9ro : 7QK2\n1) 2 \x9c"] {
            assert_eq!(read(bytes).as_deref(), Ok(said), "{bytes:?}");
        }
    }

    #[test]
    fn each_file_that_is_no_text_has_its_own_reason() {
        for (bytes, reason) in [
            (&b""[..], Refused::Empty),
            (b"\xff\xfe", Refused::Empty),
            (b"  {\"format\": 1}", Refused::Exchange),
            (b"{\\rtf1 x}", Refused::Document),
            (b"%PDF-1.7", Refused::Document),
            (b"PK\x03\x04...", Refused::Document),
            (b"\xd0\xcf\x11\xe0...", Refused::Document),
            (b"GIF89a\0 some binary", Refused::NotText),
            (b"\xff\xfe\x00\xd8", Refused::NotText),
        ] {
            assert_eq!(read(bytes), Err(reason), "{bytes:?}");
        }
        assert_eq!(read(&vec![b'a'; 200_001]), Err(Refused::TooLarge));
        assert!(read(&vec![b'a'; 200_000]).is_ok());
    }

    proptest! {
        #[test]
        fn whatever_a_file_holds_reading_it_ends(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = read(&bytes);
        }
    }
}
