//! Reads a sheet of a spreadsheet, whatever its format.

use crate::container::{self, Format};
use crate::{open_document, workbook};
use reperes::exchange::spreadsheet::{Sheet, SheetError};

/// Reads the first sheet that is shown and holds something, or the one that is asked for.
pub fn read(bytes: &[u8], asked: Option<&str>) -> Result<Sheet, SheetError> {
    match container::look(bytes)? {
        Format::Workbook => workbook::read(bytes, asked),
        Format::OpenDocument { content } => open_document::read(&content, asked),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::{open_document, workbook};

    #[test]
    fn cells_are_read_as_they_are_shown() {
        let data = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"inlineStr\"><is><r><t xml:space=\"preserve\">en </t></r>\
                    <r><t>deux</t></r></is></c></row>\
                    <row r=\"3\"><c r=\"A3\" s=\"1\"><v>44621</v></c><c r=\"B3\" s=\"2\"><v>0.395833333333333</v></c>\
                    <c r=\"C3\" s=\"3\"><v>44621.3958333333</v></c><c r=\"D3\"><v>612345678</v></c>\
                    <c r=\"E3\"><v>0.30000000000000004</v></c><c r=\"F3\" t=\"b\"><v>1</v></c>\
                    <c r=\"G3\" t=\"str\"><f>1+1</f><v>calculé</v></c><c r=\"H3\" t=\"e\"><v>#N/A</v></c></row>";
        let sheet =
            read(&workbook(&[("Vide", ""), ("-cachée", data), ("Élèves", data), ("Autre", data)]), None).unwrap();
        let expected = [
            ["partagé", "", "en deux", "", "", "", "", ""],
            ["", "", "", "", "", "", "", ""],
            ["2022-03-01", "09:30", "2022-03-01T09:30", "612345678", "0.3", "VRAI", "calculé", "#N/A"],
        ];
        assert_eq!(sheet.rows, expected);
        assert_eq!(sheet.name, "Élèves");
        assert_eq!(sheet.others, ["Vide", "Autre"]);
    }

    #[test]
    fn another_sheet_may_be_asked_for() {
        let data = |text: &str| format!("<row><c t=\"inlineStr\"><is><t>{text}</t></is></c></row>");
        let bytes = workbook(&[("A", &data("a")), ("B", &data("b")), ("Vide", ""), ("-C", &data("c"))]);
        let other = read(&bytes, Some("B")).unwrap();
        assert_eq!((other.rows, other.others), (vec![vec!["b".to_owned()]], vec!["A".to_owned(), "Vide".to_owned()]));
        for absent in ["Vide", "-C", "Z"] {
            assert_eq!(read(&bytes, Some(absent)), Err(SheetError::Empty));
        }
    }

    #[test]
    fn a_document_of_libre_office_gives_the_same() {
        let cell = |attributes: &str, text: &str| {
            format!("<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>")
        };
        let rows = [
            cell("office:value-type=\"string\"", "L’été &amp; l’&#233;cole"),
            "<table:table-cell><office:annotation><text:p>note</text:p></office:annotation></table:table-cell>".to_owned(),
            "<table:table-cell><text:p>deux<text:s text:c=\"2\"/>mots</text:p><text:p>deux<text:line-break/>lignes</text:p>\
             </table:table-cell>"
                .to_owned(),
            "</table:table-row><table:table-row table:number-rows-repeated=\"2\"><table:table-cell/></table:table-row>\
             <table:table-row>"
                .to_owned(),
            cell("office:value-type=\"date\" office:date-value=\"2022-03-01\"", "01/03/22"),
            cell("office:value-type=\"time\" office:time-value=\"PT09H30M00S\"", "09:30:00"),
            cell("office:value-type=\"float\" office:value=\"612345678\" table:number-columns-repeated=\"2\"", "6E8"),
            cell("office:value-type=\"boolean\" office:boolean-value=\"true\"", "VRAI"),
            "<table:table-cell table:number-columns-repeated=\"16000\"/>".to_owned(),
        ]
        .concat();
        let table = |name: &str, style: &str, rows: &str| {
            format!(
                "<table:table table:name=\"{name}\" table:style-name=\"{style}\"><table:table-row>{rows}\
                 </table:table-row></table:table>"
            )
        };
        let shown = [table("cachée", "ta2", &rows), table("Vide", "ta1", ""), table("Élèves &amp; co", "ta1", &rows)];
        let sheet = read(&open_document(&shown.concat()), None).unwrap();
        let expected = [
            ["L’été & l’école", "", "deux  mots\ndeux\nlignes", "", ""],
            ["", "", "", "", ""],
            ["", "", "", "", ""],
            ["2022-03-01", "09:30", "612345678", "612345678", "VRAI"],
        ];
        assert_eq!(sheet.rows, expected);
        assert_eq!((sheet.name.as_str(), sheet.others), ("Élèves & co", vec!["Vide".to_owned()]));
        assert_eq!(read(&open_document(&shown.concat()), Some("Vide")), Err(SheetError::Empty));
    }
}
