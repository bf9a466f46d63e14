//! A document as one HTML file, which a word processor opens with its headings and its tables.
//!
//! Nothing of it is fetched from elsewhere, nothing runs, and every text is escaped.

use crate::domain::book::{Book, Chapter, Part, Table, Width};
use std::fmt::Write;

/// What a word processor and a browser make of it: plain, black on white.
const STYLE: &str = "\
body{font-family:'Liberation Sans',Arial,sans-serif;font-size:11pt;line-height:1.4;max-width:180mm;margin:16mm auto}\
h1{font-size:24pt}h2{font-size:17pt;margin-top:24pt}h3{font-size:13pt;margin-top:16pt}h4{font-size:11pt}\
.page{page-break-before:always}\
table{border-collapse:collapse;width:100%;margin:8pt 0}caption{text-align:left;font-weight:bold;padding:4pt 0}\
th,td{border:1px solid #777;padding:3pt 5pt;text-align:left;vertical-align:top;font-size:9.5pt}\
thead{display:table-header-group}tr{page-break-inside:avoid}\
.callout{border-left:4pt solid #000;padding-left:8pt}.line{border-bottom:1px solid #777;height:22pt;margin:0}\
dt{font-weight:bold}dd{margin:0 0 6pt 0}";

/// The bytes of the file; `language` is that of the texts.
pub fn write(book: &Book, summary: &str, language: &str) -> String {
    let mut file = String::with_capacity(64 * 1024);
    let title = escape(&book.title);
    let _ = write!(
        file,
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
    );
    if !book.subtitle.is_empty() {
        let _ = writeln!(file, "<p>{}</p>", lines(&book.subtitle));
    }
    facts(&mut file, &book.cover);
    let _ = writeln!(file, "<h2>{}</h2>\n<ol>", escape(summary));
    for (number, chapter) in book.chapters.iter().enumerate() {
        let _ = writeln!(file, "<li><a href=\"#chapitre-{}\">{}</a></li>", number + 1, escape(&chapter.title));
    }
    file.push_str("</ol>\n");
    for (number, one) in book.chapters.iter().enumerate() {
        chapter(&mut file, number + 1, one);
    }
    let _ = write!(file, "<p>{}</p>\n</body>\n</html>\n", escape(&book.foot));
    file
}

fn chapter(file: &mut String, number: usize, chapter: &Chapter) {
    let class = if chapter.is_on_new_page { " class=\"page\"" } else { "" };
    let _ = writeln!(file, "<h2 id=\"chapitre-{number}\"{class}>{}</h2>", escape(&chapter.title));
    chapter.parts.iter().for_each(|one| part(file, one));
}

fn part(file: &mut String, part: &Part) {
    match part {
        Part::Heading(text) => drop(writeln!(file, "<h3>{}</h3>", escape(text))),
        Part::Subheading(text) => drop(writeln!(file, "<h4>{}</h4>", escape(text))),
        Part::Text(text) => drop(writeln!(file, "<p>{}</p>", lines(text))),
        Part::Callout(text) => drop(writeln!(file, "<p class=\"callout\">{}</p>", lines(text))),
        Part::List(entries) => list(file, "ul", entries, ""),
        Part::Steps(entries) => list(file, "ol", entries, ""),
        Part::Boxes(entries) => list(file, "ul", entries, "\u{2610}\u{a0}"),
        Part::Facts(entries) => facts(file, entries),
        Part::Table(one) => table(file, one),
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

fn facts(file: &mut String, entries: &[(String, String)]) {
    if entries.is_empty() {
        return;
    }
    file.push_str("<dl>\n");
    for (name, value) in entries {
        let _ = writeln!(file, "<dt>{}</dt><dd>{}</dd>", escape(name), lines(value));
    }
    file.push_str("</dl>\n");
}

fn table(file: &mut String, table: &Table) {
    let _ = writeln!(file, "<table>\n<caption>{}</caption>\n<thead><tr>", escape(&table.caption));
    let shares = table.heads.iter().map(|head| share(head.width));
    let whole: u32 = shares.sum();
    for head in &table.heads {
        let width = share(head.width) * 100 / whole.max(1);
        let _ = write!(file, "<th scope=\"col\" width=\"{width}%\">{}</th>", escape(&head.name));
    }
    file.push_str("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        file.push_str("<tr>");
        for (place, cell) in row.iter().enumerate() {
            let (tag, scope) = if place == 0 { ("th", " scope=\"row\"") } else { ("td", "") };
            let _ = write!(file, "<{tag}{scope}>{}</{tag}>", lines(cell));
        }
        file.push_str("</tr>\n");
    }
    file.push_str("</tbody>\n</table>\n");
}

fn share(width: Width) -> u32 {
    match width {
        Width::Narrow => 2,
        Width::Usual => 4,
        Width::Wide => 8,
    }
}

/// A text whose lines are kept.
fn lines(text: &str) -> String {
    escape(text.trim_end()).replace('\n', "<br>")
}

/// A text in which nothing is markup.
fn escape(text: &str) -> String {
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
    use crate::domain::book::Head;
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
            Part::Writing(2),
        ];
        Book {
            title: text.to_owned(),
            subtitle: text.to_owned(),
            cover: vec![(text.to_owned(), text.to_owned())],
            foot: text.to_owned(),
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

    proptest! {
        /// Whatever is typed, the file has the same tags.
        #[test]
        fn what_is_typed_is_never_markup(text in "[a-z<>&\"'/=! ]{1,40}") {
            let tags = |text: &str| write(&book(text), "Sommaire", "fr").matches('<').count();
            prop_assert_eq!(tags(&text), tags("a"));
        }
    }
}
