//! Tables for French spreadsheets: UTF-8 with its mark, semicolons, every cell between quotes, and no text that a
//! spreadsheet would compute.

use super::guard::guard;
use serde::{Deserialize, Serialize};

/// A table to hand over.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    pub heads: Vec<String>,
    pub rows: Vec<Vec<Cell>>,
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cell {
    Text(String),
    /// Computed with: a minus sign before it starts no formula.
    Number(i64),
    Empty,
}

impl Table {
    /// The bytes of the file.
    pub fn to_csv(&self) -> Vec<u8> {
        let mut text = String::from('\u{feff}');
        push_row(&mut text, self.heads.iter().map(|head| guarded(head)));
        for row in &self.rows {
            push_row(&mut text, row.iter().map(Cell::written));
        }
        text.into_bytes()
    }
}

impl Cell {
    fn written(&self) -> String {
        match self {
            Self::Text(text) => guarded(text),
            Self::Number(number) => number.to_string(),
            Self::Empty => String::new(),
        }
    }
}

fn guarded(text: &str) -> String {
    format!("{}{text}", guard(text))
}

fn push_row(text: &mut String, cells: impl Iterator<Item = String>) {
    for (nth, cell) in cells.enumerate() {
        if nth > 0 {
            text.push(';');
        }
        text.push('"');
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::super::guard::without_guard;
    use super::super::layout::reader;
    use super::super::{Separator, import_directory};
    use super::*;
    use proptest::prelude::*;

    fn text(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    /// The cells as the reader of this program takes them.
    fn read(bytes: &[u8]) -> Vec<Vec<String>> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap();
        let records = reader(Separator::Semicolon).from_reader(bytes).into_records();
        records.map(|row| row.unwrap().iter().map(|cell| without_guard(cell).to_owned()).collect()).collect()
    }

    #[test]
    fn a_table_opens_in_a_spreadsheet() {
        let table = Table {
            heads: vec!["Lieu".to_owned(), "=Nombre".to_owned()],
            rows: vec![
                vec![text("L’Été ; \"ici\"\net là"), Cell::Number(-3)],
                vec![text("-3"), text("+33199000012"), Cell::Empty],
            ],
        };
        let expected = "\u{feff}\"Lieu\";\"'=Nombre\"\r\n\"L’Été ; \"\"ici\"\"\net là\";\"-3\"\r\n\
                        \"'-3\";\"'+33199000012\";\"\"\r\n";
        assert_eq!(String::from_utf8(table.to_csv()).unwrap(), expected);
        assert_eq!(read(&Table::default().to_csv()), [[""; 0]; 0]);
    }

    #[test]
    fn a_directory_goes_out_and_comes_back() {
        let heads = ["id", "pivot", "nom", "commune", "code_postal", "adresse", "date_maj", "telephone"];
        let names = ["=SOMME(A1)", "'-Le Relais", "@'Halte;\"", "＋Plus", "'Chez nous'", "+1"];
        let row = |(nth, name): (usize, &&str)| {
            let id = format!("-{nth}");
            [&id, "W99999999", name, "Bobigny", "93000", "'=1 rue A\nBâtiment B", "2026-01-15", "+33199000012"]
                .map(text)
                .to_vec()
        };
        let table =
            Table { heads: heads.map(str::to_owned).to_vec(), rows: names.iter().enumerate().map(row).collect() };
        let import = import_directory(&table.to_csv()).unwrap();
        assert_eq!((import.separator, import.counts.rejected), (Separator::Semicolon, 0));
        let read: Vec<&str> = import.places.iter().map(|place| place.name.as_str()).collect();
        assert_eq!(read, names);
        for (nth, place) in import.places.iter().enumerate() {
            assert_eq!(place.id.as_str(), format!("-{nth}"));
            assert_eq!((place.phone.as_str(), place.address.as_str()), ("+33199000012", "'=1 rue A\nBâtiment B"));
        }
    }

    proptest! {
        #[test]
        fn cells_come_back_as_they_went_out(
            rows in prop::collection::vec(prop::collection::vec("['=+@\\-\t\r\n;\"＝＋－＠a é]{0,6}|\\PC{0,8}", 3), 1..6),
            number in any::<i64>(),
        ) {
            let mut table = Table { heads: rows[0].clone(), rows: Vec::new() };
            table.rows.extend(rows[1..].iter().map(|row| row.iter().map(|cell| text(cell)).collect()));
            table.rows.push(vec![Cell::Number(number), Cell::Empty, text("=")]);
            let mut expected = rows;
            expected.push(vec![number.to_string(), String::new(), "=".to_owned()]);
            prop_assert_eq!(read(&table.to_csv()), expected);
        }
    }
}
