//! The bag of a training room: a copy of the single file that carries an exchange file, as an inert block of data.
//!
//! A block of data runs nothing and needs no permission of the page's policy. The file lies in it as it is, but for `<`,
//! which could close the block: a tab stands for it, since the text of our files holds none (JSON escapes them).

use crate::domain::exercise::code::ExerciseCode;

/// The identifier of the block.
pub const BLOCK: &str = "bag";
/// The attribute of the block that names the exercise.
pub const EXERCISE: &str = "data-exercise";

/// What the build writes on the root element of the single file, and of no other page.
const SINGLE: &str = "data-delivery=\"file\"";
/// How far the root element is looked for: past it, the same words may be anything.
const HEAD_BYTES: usize = 1000;
const END: &str = "</body>";
const STAND_IN: u8 = b'\t';

/// A page that carries this file; none when the page is not the single file, or the file not one of ours.
pub fn write(page: &str, exercise: ExerciseCode, file: &[u8]) -> Option<Vec<u8>> {
    let is_single = page.find(SINGLE).is_some_and(|at| at < HEAD_BYTES);
    if !is_single || file.contains(&STAND_IN) {
        return None;
    }
    let (head, tail) = page.split_at(page.rfind(END)?);
    let opening = format!("<script type=\"application/json\" id=\"{BLOCK}\" {EXERCISE}=\"{exercise}\">");
    let mut bag = Vec::with_capacity(page.len() + opening.len() + file.len() + 10);
    bag.extend_from_slice(head.as_bytes());
    bag.extend_from_slice(opening.as_bytes());
    bag.extend(file.iter().map(|byte| if *byte == b'<' { STAND_IN } else { *byte }));
    bag.extend_from_slice(b"</script>\n");
    bag.extend_from_slice(tail.as_bytes());
    Some(bag)
}

/// The file that a block carries, from the block's text.
pub fn read(text: &str) -> Vec<u8> {
    text.bytes().map(|byte| if byte == STAND_IN { b'<' } else { byte }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const PAGE: &str = "<!doctype html>\n<html data-delivery=\"file\"><body><p>Repères</p></body></html>";

    fn code() -> ExerciseCode {
        "46G2-0G3A".parse().unwrap()
    }

    /// The text of the block, as a browser reads it: up to the first sign that closes it.
    fn block(bag: &[u8]) -> &str {
        let bag = std::str::from_utf8(bag).unwrap();
        let opening = "<script type=\"application/json\" id=\"bag\" data-exercise=\"46G2-0G3A\">";
        let (_, rest) = bag.split_once(opening).unwrap();
        rest.split_once('<').unwrap().0
    }

    #[test]
    fn the_rest_of_the_page_is_what_it_was() {
        let bag = write(PAGE, code(), b"{}").unwrap();
        let bag = String::from_utf8(bag).unwrap();
        let block = "<script type=\"application/json\" id=\"bag\" data-exercise=\"46G2-0G3A\">{}</script>\n";
        assert_eq!(bag, PAGE.replace("</body>", &format!("{block}</body>")));
    }

    #[test]
    fn only_the_single_file_becomes_a_bag() {
        assert_eq!(write(&PAGE.replace("\"file\"", "\"web\""), code(), b"{}"), None);
        // A letter of two bytes across the end of what is looked at.
        let far = format!("<html data-delivery=\"web\">{}é<body data-delivery=\"file\"></body>", "x".repeat(1000 - 27));
        assert!(!far.is_char_boundary(1000));
        assert_eq!(write(&far, code(), b"{}"), None, "said of something else");
        assert_eq!(write("data-delivery=\"file\"", code(), b"{}"), None, "a page that was cut");
        assert_eq!(write(PAGE, code(), b"{\t}"), None, "no file of ours");
    }

    proptest! {
        #[test]
        fn no_text_leaves_the_block_or_is_changed_in_it(texts in prop::collection::vec("(\\PC|[<>\t\r\n/!-]|</script>|<!--)*", 1..4)) {
            let file = serde_json::to_vec(&texts).unwrap();
            let bag = write(PAGE, code(), &file).unwrap();
            prop_assert_eq!(read(block(&bag)), file);
            prop_assert!(!block(&bag).contains(['\r', '\0']), "a browser would change them");
        }
    }
}
