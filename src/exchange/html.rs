//! A document as one HTML file, which a word processor opens with its headings and its tables.
//!
//! Nothing of it is fetched from elsewhere, nothing runs, and every text is escaped.

use super::html_chart::{self, Drawn};
use crate::domain::book::{Book, Chapter, Opening, Part, Table, Width};
use std::fmt::Write;

/// What a word processor and a browser make of it: plain, black on white. Selectors are simple ones, and screens alone have
/// margins that are computed: Writer makes columns of a letter of the latter, and applies the former alone.
const STYLE: &str = "\
body{font-family:'Liberation Sans',Arial,sans-serif;font-size:11pt;line-height:1.4}\
h1{font-size:24pt}h2{font-size:17pt;margin-top:24pt}h3{font-size:13pt;margin-top:16pt}h4{font-size:11pt}\
h2,h3,h4{page-break-after:avoid}.page{page-break-before:always}\
table{border-collapse:collapse;width:100%;margin:8pt 0}caption{text-align:left;font-weight:bold;padding:4pt 0}\
th,td{border:1px solid #777;padding:3pt 5pt;text-align:left;vertical-align:top;font-size:9.5pt}\
thead{display:table-header-group}tr{page-break-inside:avoid}\
.callout{border-left:4pt solid #000;padding-left:8pt}.line{border-bottom:1px solid #777;height:22pt;margin:0}\
dt{font-weight:bold}dd{margin:0 0 6pt 0}\
@media screen{body{max-width:180mm;margin:16mm auto}}";

/// What changes where a document is read at once: it is set tighter.
const BRIEF: &str = "\
body{font-size:10pt;line-height:1.3}h1{font-size:20pt;margin:0}h2{font-size:14pt;margin:12pt 0 3pt 0}\
h3{font-size:11pt;margin:8pt 0 2pt 0}h4{font-size:10pt;margin:4pt 0 0 0}p{margin:3pt 0}ul{margin:2pt 0}table{margin:4pt 0}\
th,td{font-size:8.5pt;line-height:1.2;padding:1pt 3pt}caption{padding:2pt 0;page-break-after:avoid}.key{font-size:8.5pt;margin:2pt 0 6pt 0}\
td.drawn img{width:100%;height:auto}tbody th{font-weight:normal}\
@media print{.contents{display:none}}";

/// The bytes of the file; `language` is that of the texts.
pub fn write(book: &Book, summary: &str, language: &str) -> String {
    let mut file = String::with_capacity(64 * 1024);
    let title = escape(&book.title);
    let more = match book.opening {
        Opening::Cover => "",
        Opening::Head => BRIEF,
    };
    let _ = write!(
        file,
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
         <style>{STYLE}{more}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
    );
    if !book.subtitle.is_empty() {
        let _ = writeln!(file, "<p>{}</p>", lines(&book.subtitle));
    }
    facts(&mut file, &book.cover, book.opening);
    contents(&mut file, book, summary);
    for (number, one) in book.chapters.iter().enumerate() {
        chapter(&mut file, number + 1, one, book.opening);
    }
    let _ = write!(file, "<p>{}</p>\n</body>\n</html>\n", escape(&book.foot));
    file
}

/// The list of the chapters: a line of its own in a document that is read at once.
fn contents(file: &mut String, book: &Book, summary: &str) {
    let entries = book.chapters.iter().enumerate();
    let link =
        |(nth, chapter): (usize, &Chapter)| format!("<a href=\"#chapitre-{}\">{}</a>", nth + 1, escape(&chapter.title));
    match book.opening {
        Opening::Cover => {
            let _ = writeln!(file, "<h2>{}</h2>\n<ol>", escape(summary));
            for link in entries.map(link) {
                let _ = writeln!(file, "<li>{link}</li>");
            }
            file.push_str("</ol>\n");
        }
        Opening::Head => {
            let links: Vec<String> = entries.map(link).collect();
            let _ = writeln!(file, "<p class=\"contents\">{}\u{a0}: {}</p>", escape(summary), links.join(" – "));
        }
    }
}

fn chapter(file: &mut String, number: usize, chapter: &Chapter, opening: Opening) {
    let class = if chapter.is_on_new_page { " class=\"page\"" } else { "" };
    let _ = writeln!(file, "<h2 id=\"chapitre-{number}\"{class}>{}</h2>", escape(&chapter.title));
    chapter.parts.iter().for_each(|one| part(file, one, opening));
}

fn part(file: &mut String, part: &Part, opening: Opening) {
    match part {
        Part::Heading(text) => drop(writeln!(file, "<h3>{}</h3>", escape(text))),
        Part::Subheading(text) => drop(writeln!(file, "<h4>{}</h4>", escape(text))),
        Part::Text(text) => drop(writeln!(file, "<p>{}</p>", lines(text))),
        Part::Callout(text) => drop(writeln!(file, "<p class=\"callout\">{}</p>", lines(text))),
        Part::List(entries) => list(file, "ul", entries, ""),
        Part::Steps(entries) => list(file, "ol", entries, ""),
        Part::Boxes(entries) => list(file, "ul", entries, "\u{2610}\u{a0}"),
        Part::Facts(entries) => facts(file, entries, opening),
        Part::Table(one) => table(file, one, &html_chart::NOTHING_DRAWN),
        Part::Chart(one) => {
            table(file, &one.table, &html_chart::drawings(one));
            html_chart::key(file, &one.key);
        }
        Part::Writing(count) => (0..*count).for_each(|_| file.push_str("<p class=\"line\">&nbsp;</p>\n")),
    }
}

fn list(file: &mut String, tag: &str, entries: &[String], mark: &str) {
    let _ = writeln!(file, "<{tag}>");
    for entry in entries {
        let _ = writeln!(file, "<li>{mark}{}</li>", lines(entry));
    }
    let _ = writeln!(file, "</{tag}>");
}

/// Names and what they say, each on two lines, or on one in a document that is read at once.
fn facts(file: &mut String, entries: &[(String, String)], opening: Opening) {
    if entries.is_empty() {
        return;
    }
    if opening == Opening::Head {
        let line = |(name, value): &(String, String)| format!("<b>{}\u{a0}:</b> {}", escape(name), lines(value));
        let _ = writeln!(file, "<p>{}</p>", entries.iter().map(line).collect::<Vec<_>>().join("<br>"));
        return;
    }
    file.push_str("<dl>\n");
    for (name, value) in entries {
        let _ = writeln!(file, "<dt>{}</dt><dd>{}</dd>", escape(name), lines(value));
    }
    file.push_str("</dl>\n");
}

/// A table; what is drawn of it stands after the first cell of each row.
fn table(file: &mut String, table: &Table, drawn: &Drawn) {
    let _ = writeln!(file, "<table>\n<caption>{}</caption>\n<thead><tr>", escape(&table.caption));
    let whole: u32 = table.heads.iter().map(|head| share(head.width)).sum::<u32>() + drawn.share;
    let width = |share: u32| share * 100 / whole.max(1);
    for (nth, head) in table.heads.iter().enumerate() {
        let _ = write!(file, "<th scope=\"col\" width=\"{}%\">{}</th>", width(share(head.width)), escape(&head.name));
        if let Some(name) = drawn.name.as_ref().filter(|_| nth == 0) {
            let _ = write!(file, "<th scope=\"col\" width=\"{}%\">{}</th>", width(drawn.share), escape(name));
        }
    }
    file.push_str("</tr></thead>\n<tbody>\n");
    for (at, row) in table.rows.iter().enumerate() {
        file.push_str("<tr>");
        for (place, cell) in row.iter().enumerate() {
            let (tag, scope) = if place == 0 { ("th", " scope=\"row\"") } else { ("td", "") };
            let _ = write!(file, "<{tag}{scope}>{}</{tag}>", lines(cell));
            if place == 0 && drawn.name.is_some() {
                let image = drawn.rows.get(at).map_or("", String::as_str);
                let _ = write!(file, "<td class=\"drawn\">{image}</td>");
            }
        }
        file.push_str("</tr>\n");
    }
    file.push_str("</tbody>\n</table>\n");
}

fn share(width: Width) -> u32 {
    match width {
        Width::Slim => 5,
        Width::Narrow => 4,
        Width::Usual => 8,
        Width::Wide => 16,
    }
}

/// A text whose lines are kept.
fn lines(text: &str) -> String {
    escape(text.trim_end()).replace('\n', "<br>")
}

/// A text in which nothing is markup.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for one in text.chars() {
        match one {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::book::{Bar, Chart, Head, Piece, Shade};
    use proptest::prelude::*;

    fn book(text: &str) -> Book {
        let texts = || vec![text.to_owned()];
        let parts = vec![
            Part::Heading(text.to_owned()),
            Part::Subheading(text.to_owned()),
            Part::Text(text.to_owned()),
            Part::Callout(text.to_owned()),
            Part::List(texts()),
            Part::Steps(texts()),
            Part::Boxes(texts()),
            Part::Facts(vec![(text.to_owned(), text.to_owned())]),
            Part::Table(Table {
                caption: text.to_owned(),
                heads: vec![Head::new(text, Width::Narrow)],
                rows: vec![texts()],
            }),
            Part::Chart(Chart {
                table: Table {
                    caption: text.to_owned(),
                    heads: vec![Head::new(text, Width::Usual), Head::new(text, Width::Slim)],
                    rows: vec![vec![text.to_owned(); 2]; 2],
                },
                drawn: text.to_owned(),
                bars: vec![Some(Bar { pieces: vec![Piece { count: 12, shade: Shade::First }] }), None],
                key: vec![(Shade::First, text.to_owned())],
            }),
            Part::Writing(2),
        ];
        Book {
            title: text.to_owned(),
            subtitle: text.to_owned(),
            cover: vec![(text.to_owned(), text.to_owned())],
            foot: text.to_owned(),
            opening: Opening::Cover,
            chapters: vec![Chapter::on_new_page(text, parts)],
        }
    }

    #[test]
    fn headings_tables_and_lists_are_what_they_are() {
        let file = write(&book("Une\nligne"), "Sommaire", "fr");
        for expected in [
            "<html lang=\"fr\">",
            "<h2>Sommaire</h2>",
            "<h2 id=\"chapitre-1\" class=\"page\">",
            "<li><a href=\"#chapitre-1\">",
            "<thead><tr>\n<th scope=\"col\" width=\"100%\">",
            "<tr><th scope=\"row\">Une<br>ligne</th></tr>",
            "<li>\u{2610}\u{a0}Une<br>ligne</li>",
        ] {
            assert!(file.contains(expected), "{expected} in {file}");
        }
    }

    #[test]
    fn a_chart_is_its_table_with_a_picture_in_each_row_and_a_brief_document_lists_its_chapters_in_a_line() {
        let file = write(&Book { opening: Opening::Head, ..book("Un") }, "Sommaire", "fr");
        for expected in [
            "<b>Un\u{a0}:</b> Un",
            "<p class=\"contents\">Sommaire\u{a0}: <a href=\"#chapitre-1\">Un</a></p>",
            "<th scope=\"row\">Un</th><td class=\"drawn\"><img alt=\"\" src=\"data:image/svg+xml,%3Csvg",
            "<th scope=\"row\">Un</th><td class=\"drawn\"></td><td>Un</td>",
        ] {
            assert!(file.contains(expected), "{expected} in {file}");
        }
        assert!(!file.contains("<svg") && !file.contains("<h2>Sommaire</h2>"));
    }

    proptest! {
        /// Whatever is typed, the file has the same tags.
        #[test]
        fn what_is_typed_is_never_markup(text in "[a-z<>&\"'/=! ]{1,40}") {
            let tags = |text: &str| write(&book(text), "Sommaire", "fr").matches('<').count();
            prop_assert_eq!(tags(&text), tags("a"));
        }
    }
}
