//! Spreadsheets made by hand, for tests.

use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A file that holds these parts.
pub fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// An Excel workbook whose sheets hold this « sheetData »; a name that starts with « - » is that of a hidden sheet.
pub fn workbook(sheets: &[(&str, &str)]) -> Vec<u8> {
    workbook_with(sheets, "<sst xmlns=\"x\"><si><t>partagé</t></si></sst>")
}

/// The same, with its shared texts.
pub fn workbook_with(sheets: &[(&str, &str)], shared: &str) -> Vec<u8> {
    let listed = |form: &dyn Fn(usize, &str) -> String| -> String {
        sheets.iter().enumerate().map(|(nth, (name, _))| form(nth + 1, name)).collect()
    };
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let book = format!(
        "<workbook xmlns:r=\"{relations}\"><workbookPr/><sheets>{}</sheets></workbook>",
        listed(&|nth, name| {
            let state = if name.starts_with('-') { "state=\"hidden\"" } else { "" };
            format!("<sheet name=\"{name}\" sheetId=\"{nth}\" r:id=\"r{nth}\" {state}/>")
        })
    );
    let named = format!(
        "<Relationships>{}</Relationships>",
        listed(&|nth, _| format!(
            "<Relationship Id=\"r{nth}\" Type=\"{relations}/worksheet\" Target=\"worksheets/sheet{nth}.xml\"/>"
        ))
    );
    let package = format!(
        "<Relationships><Relationship Id=\"r1\" Type=\"{relations}/officeDocument\" Target=\"xl/workbook.xml\"/>\
         </Relationships>"
    );
    let styles = "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"20\"/>\
                  <xf numFmtId=\"22\"/></cellXfs></styleSheet>";
    let types = "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/\
                 vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>";
    let data: Vec<(String, String)> = sheets
        .iter()
        .enumerate()
        .map(|(nth, (_, data))| {
            let text = format!("<worksheet><sheetData>{data}</sheetData></worksheet>");
            (format!("xl/worksheets/sheet{}.xml", nth + 1), text)
        })
        .collect();
    let mut parts = vec![
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", package.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", named.as_bytes()),
        ("xl/sharedStrings.xml", shared.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
    ];
    parts.extend(data.iter().map(|(name, text)| (name.as_str(), text.as_bytes())));
    archive(&parts)
}

/// A LibreOffice spreadsheet whose body holds these tables.
pub fn open_document(tables: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content><office:automatic-styles>\
         <style:style style:name=\"ta1\" style:family=\"table\"><style:table-properties table:display=\"true\"/>\
         </style:style><style:style style:name=\"ta2\" style:family=\"table\"><style:table-properties \
         table:display=\"false\"/></style:style></office:automatic-styles><office:body><office:spreadsheet>{tables}\
         </office:spreadsheet></office:body></office:document-content>"
    );
    archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
        ("META-INF/manifest.xml", b"<manifest:manifest/>"),
    ])
}
