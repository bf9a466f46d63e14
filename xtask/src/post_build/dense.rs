//! Bytes as text in a page, denser than base64: seven bits to a character. Read by [`READ`], wherever it is put.

/// Characters that a page changes (NUL, CR), that a text file may end with (SUB), or that could close an element.
const MOVED: [u8; 4] = [0, b'\r', 0x1a, b'<'];
/// Where they are moved: two bytes each, with the same seven low bits.
const ELSEWHERE: u32 = 0x100;

/// The reader: `fromText(text)` gives the bytes back.
pub const READ: &str = r#"
const fromText = (text) => {
    const bytes = new Uint8Array((text.length * 7) >> 3);
    let bits = 0;
    let held = 0;
    let at = 0;
    for (let index = 0; index < text.length; index += 1) {
        bits = (bits << 7) | (text.charCodeAt(index) & 127);
        held += 7;
        if (held >= 8) {
            held -= 8;
            bytes[at] = bits >> held;
            at += 1;
            bits &= (1 << held) - 1;
        }
    }
    return bytes;
};
"#;

/// Writes bytes as text.
pub fn write(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 5 / 4);
    let (mut bits, mut held) = (0_u32, 0_u32);
    for byte in bytes {
        bits = (bits << 8) | u32::from(*byte);
        held += 8;
        while held >= 7 {
            held -= 7;
            push(&mut text, (bits >> held) & 0x7f);
            bits &= (1 << held) - 1;
        }
    }
    if held > 0 {
        push(&mut text, (bits << (7 - held)) & 0x7f);
    }
    text
}

fn push(text: &mut String, seven: u32) {
    let is_moved = MOVED.iter().any(|moved| u32::from(*moved) == seven);
    let code = if is_moved { ELSEWHERE + seven } else { seven };
    text.push(char::from_u32(code).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the reader of the page does.
    fn read(text: &str) -> Vec<u8> {
        let bits: Vec<u32> = text.chars().flat_map(|c| (0..7).rev().map(move |n| (u32::from(c) >> n) & 1)).collect();
        bits.chunks_exact(8).map(|byte| byte.iter().fold(0, |byte, bit| byte << 1 | *bit as u8)).collect()
    }

    #[test]
    fn bytes_come_back_and_no_character_is_one_that_a_page_changes() {
        for length in 0..300_usize {
            let bytes: Vec<u8> = (0..length).map(|n| (n * 37 + length) as u8).collect();
            let text = write(&bytes);
            assert_eq!(read(&text), bytes);
            assert_eq!(text.chars().count() * 7 / 8, length, "the reader knows the length");
            assert!(!text.bytes().any(|byte| MOVED.contains(&byte)));
        }
    }
}
