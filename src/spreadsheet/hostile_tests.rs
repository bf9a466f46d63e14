//! What files may do to the reader: nothing but be refused, in time and memory that are bounded.

use crate::read::read;
use crate::samples::{archive, open_document, workbook, workbook_with};
use crate::write::write;
use proptest::prelude::*;
use reperes::exchange::spreadsheet::{MAX_BYTES, SheetError};
use reperes_core::exchange::csv::write::{Cell, Table};
use std::sync::LazyLock;

fn refusal(bytes: &[u8]) -> SheetError {
    read(bytes, None).unwrap_err()
}

fn cell(place: &str, text: &str) -> String {
    format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

fn text_cell(attributes: &str, text: &str) -> String {
    format!("<table:table-cell {attributes} office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
}

#[test]
fn what_is_no_spreadsheet_is_told_from_one_that_is_not_read() {
    assert_eq!(refusal(b""), SheetError::NotASpreadsheet);
    assert_eq!(refusal(b"nom;commune\r\n"), SheetError::NotASpreadsheet);
    assert_eq!(refusal(&archive(&[("photo.png", b"x")])), SheetError::NotASpreadsheet);
    assert_eq!(refusal(&archive(&[("content.xml", b"<a/>")])), SheetError::NotASpreadsheet);
    assert_eq!(refusal(b"PK\x03\x04"), SheetError::Damaged);
    let former = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 Workbook";
    assert_eq!(refusal(former), SheetError::OtherFormat);
    let locked: Vec<u8> =
        former.iter().copied().chain("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(refusal(&locked), SheetError::Locked);
    let binary = archive(&[("[Content_Types].xml", b"application/vnd.ms-excel.sheet.binary.macroEnabled.main")]);
    assert_eq!(refusal(&binary), SheetError::OtherFormat);
    let closed = archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", b"\xff\xfe"),
        ("META-INF/manifest.xml", b"<manifest:encryption-data/>"),
    ]);
    assert_eq!(refusal(&closed), SheetError::Locked);
}

#[test]
fn a_small_file_that_would_fill_the_memory_is_refused() {
    assert_eq!(refusal(&vec![b'P'; MAX_BYTES + 1]), SheetError::TooLarge);
    let zeros = vec![b' '; 64_000_001];
    let bomb = archive(&[("xl/sharedStrings.xml", &zeros)]);
    assert!(bomb.len() < 200_000);
    assert_eq!(refusal(&bomb), SheetError::TooLarge);
    let styles = vec![b' '; 2_000_001];
    assert_eq!(refusal(&archive(&[("XL/Styles.xml", &styles)])), SheetError::TooLarge);
    let names: Vec<String> = (0..2_001).map(|nth| nth.to_string()).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert_eq!(refusal(&archive(&parts)), SheetError::TooLarge);
}

#[test]
fn texts_that_are_announced_and_absent_get_no_room() {
    for announced in ["\"18446744073709551615\"", "\"99999999999999999999999\"", " = '900000000000'", "\"40\""] {
        let shared =
            format!("<sst uniqueCount{}{announced}><si/></sst>", if announced.contains('=') { "" } else { "=" });
        assert_eq!(refusal(&workbook_with(&[("A", &cell("A1", "a"))], &shared)), SheetError::Damaged, "{announced}");
    }
    let honest = "<sst uniqueCount=\"1\"><si><t>a</t></si></sst>";
    assert!(read(&workbook_with(&[("A", "<row><c t=\"s\"><v>0</v></c></row>")], honest), None).is_ok());
    let hidden: Vec<u8> = "<sst uniqueCount=\"999999999\"/>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(refusal(&archive(&[("xl/sharedStrings.xml", &hidden)])), SheetError::Damaged);
}

#[test]
fn far_cells_are_refused_and_far_empty_ones_are_not_seen() {
    let sheet = |place: &str, text: &str| workbook(&[("A", &format!("{}{}", cell("A1", "a"), cell(place, text)))]);
    assert_eq!(refusal(&sheet("A1048576", "x")), SheetError::TooManyRows);
    assert_eq!(refusal(&sheet("XFD1", "x")), SheetError::TooManyColumns);
    assert_eq!(refusal(&sheet("GR19000", "x")), SheetError::TooLarge);
    assert_eq!(read(&sheet("XFD1048576", " "), None).unwrap().rows, [["a"]]);
    let long = "é".repeat(20_001);
    assert_eq!(refusal(&sheet("B3", &long)), SheetError::CellTooLong { row: 3, column: 2 });
    assert!(read(&sheet("B3", &"é".repeat(20_000)), None).is_ok());
}

#[test]
fn one_text_shown_in_many_cells_is_counted_each_time() {
    let shared = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(20_000));
    let rows = "<row><c t=\"s\"><v>0</v></c></row>".repeat(900);
    assert_eq!(refusal(&workbook_with(&[("A", &rows)], &shared)), SheetError::TooLarge);
}

#[test]
fn what_is_repeated_without_end_is_refused_unless_it_is_empty() {
    let table = |rows: &str| open_document(&format!("<table:table table:name=\"A\">{rows}</table:table>"));
    let row = |attributes: &str, cells: &str| format!("<table:table-row {attributes}>{cells}</table:table-row>");
    let full = text_cell("", "a");
    let many = "table:number-rows-repeated=\"18446744073709551615\"";
    assert_eq!(refusal(&table(&row(many, &full))), SheetError::TooManyRows);
    let wide = text_cell("table:number-columns-repeated=\"16384\"", "a");
    assert_eq!(refusal(&table(&row("", &wide))), SheetError::TooManyColumns);
    let empty = "<table:table-cell table:number-columns-repeated=\"16384\"/>";
    let after = format!("{}{}", row("", &format!("{full}{empty}")), row(many, empty));
    assert_eq!(read(&table(&after), None).unwrap().rows, [["a"]]);
    assert_eq!(refusal(&table(&format!("{}{}", row(many, empty), row("", &full)))), SheetError::TooManyRows);
    assert_eq!(refusal(&table(&row("table:number-rows-repeated=\"-1\"", &full))), SheetError::Damaged);
    assert_eq!(refusal(&table("<table:table-row>")), SheetError::Damaged);
}

/// A workbook that we write, another one, and a document.
static WHOLE: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let table = Table {
        heads: vec!["Nom".to_owned(), "Heures".to_owned()],
        rows: vec![vec![Cell::Text("=1+1".to_owned()), Cell::Number(7)]; 30],
    };
    let cells = text_cell("table:number-columns-repeated=\"3\"", "L’<text:s text:c=\"2\"/>été");
    let row = format!("<table:table-row table:number-rows-repeated=\"2\">{cells}</table:table-row>");
    let made =
        workbook(&[("-x", &cell("A1", "a")), ("A", &format!("<row r=\"1\">{}</row>", cell("B2", "&amp;&#233;")))]);
    vec![write(&table).unwrap(), made, open_document(&format!("<table:table table:name=\"A\">{row}</table:table>"))]
});

/// The parts of a file with some bytes of one changed: what is packed is damaged from inside.
fn damaged_inside(bytes: &[u8], changes: &[(usize, usize, u8)]) -> Vec<u8> {
    let mut whole = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for nth in 0..whole.len() {
        let mut part = whole.by_index(nth).unwrap();
        let mut unpacked = Vec::new();
        std::io::Read::read_to_end(&mut part, &mut unpacked).unwrap();
        parts.push((part.name().unwrap().into_owned(), unpacked));
    }
    for (part, place, byte) in changes {
        let count = parts.len();
        let unpacked = &mut parts[part % count].1;
        let length = unpacked.len().max(1);
        match unpacked.get_mut(place % length) {
            // Digits and quotes as often as anything: they change what is announced.
            Some(old) => *old = b"0123456789\"<>=/& "[usize::from(*byte) % 17],
            None => unpacked.push(*byte),
        }
    }
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    archive(&parts)
}

proptest! {
    #[test]
    fn no_bytes_break_the_reader(start in prop::sample::select(vec![&b"PK\x03\x04"[..], b"", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]), rest: Vec<u8>) {
        let bytes: Vec<u8> = start.iter().copied().chain(rest).collect();
        let _ = read(&bytes, None);
    }

    #[test]
    fn no_cut_nor_damaged_file_breaks_the_reader(which in 0_usize..3, cut: usize, place: usize, byte: u8) {
        let mut bytes = WHOLE[which].clone();
        let length = bytes.len();
        bytes[place % length] ^= byte;
        let _ = read(&bytes, None);
        bytes.truncate(cut % length);
        prop_assert!(read(&bytes, None).is_err());
    }

    #[test]
    fn no_damage_inside_breaks_the_reader(
        which in 0_usize..3,
        changes in prop::collection::vec((0_usize..12, any::<usize>(), any::<u8>()), 1..6),
    ) {
        let _ = read(&damaged_inside(&WHOLE[which], &changes), None);
    }
}
