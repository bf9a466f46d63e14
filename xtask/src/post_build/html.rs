//! Reads and rewrites the few elements of our own page that matter here.

use anyhow::{Context, Result, bail};
use std::ops::Range;

/// The value of an attribute in an opening tag.
pub fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, after) = tag.split_once(&format!(" {name}=\""))?;
    after.split_once('"').map(|(value, _)| value)
}

/// Rewrites each opening tag of a name: `None` keeps it.
pub fn rewrite_tags(page: &str, name: &str, mut rewrite: impl FnMut(&str) -> Result<Option<String>>) -> Result<String> {
    let opening = format!("<{name} ");
    let mut written = String::with_capacity(page.len());
    let mut rest = page;
    while let Some(start) = rest.find(&opening) {
        let (before, found) = rest.split_at(start);
        let (tag, after) = found.split_at(found.find('>').context("balise non fermée")? + 1);
        written.push_str(before);
        written.push_str(&rewrite(tag)?.unwrap_or_else(|| tag.to_owned()));
        rest = after;
    }
    written.push_str(rest);
    Ok(written)
}

/// A script or style element written in the page.
pub struct Inline<'a> {
    /// Where the whole element stands.
    pub place: Range<usize>,
    pub tag: &'a str,
    pub body: &'a str,
}

/// Every element of a name that has a body and no `src`.
pub fn inline_elements<'a>(page: &'a str, name: &str) -> Result<Vec<Inline<'a>>> {
    let (opening, closing) = (format!("<{name}"), format!("</{name}>"));
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = page[from..].find(&opening).map(|start| from + start) {
        let body_start = start + page[start..].find('>').context("balise non fermée")? + 1;
        let body_end = body_start + page[body_start..].find(&closing).context("élément non fermé")?;
        let (tag, body) = (&page[start..body_start], &page[body_start..body_end]);
        let end = body_end + closing.len();
        if attribute(tag, "src").is_none() {
            found.push(Inline { place: start..end, tag, body });
        }
        from = end;
    }
    Ok(found)
}

/// The one script that starts the program.
pub fn boot(page: &str) -> Result<Inline<'_>> {
    let scripts = inline_elements(page, "script")?;
    let mut boots = scripts.into_iter().filter(|script| attribute(script.tag, "type") == Some("module"));
    let (Some(boot), None) = (boots.next(), boots.next()) else {
        bail!("index.html devrait avoir un seul module de démarrage");
    };
    Ok(boot)
}

/// The file with this ending that a script names.
pub fn quoted<'a>(script: &'a str, ending: &str) -> Result<&'a str> {
    let name = script.split(['"', '\'']).find(|word| word.starts_with("./") && word.ends_with(ending));
    let name = name.or_else(|| script.split(['"', '\'']).find(|word| word.starts_with('/') && word.ends_with(ending)));
    Ok(name
        .with_context(|| format!("le script de démarrage ne nomme aucun fichier {ending}"))?
        .trim_start_matches(['.', '/']))
}

/// A script as it may be written in a page: nothing in it closes the element, nor opens a comment that would.
pub fn script_body(source: &str) -> String {
    source.replace("</script", "<\\/script").replace("<!--", "\\x3C!--")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_attribute_is_found_by_its_whole_name() {
        let tag = r#"<link data-href="x" href="./a.css" rel="stylesheet">"#;
        assert_eq!(attribute(tag, "href"), Some("./a.css"));
        assert_eq!(attribute(tag, "type"), None);
    }

    #[test]
    fn tags_are_rewritten_or_kept() {
        let page = "<p>a</p><link rel=\"x\"><linked><link rel=\"y\">";
        let written = rewrite_tags(page, "link", |tag| Ok((attribute(tag, "rel") == Some("x")).then(String::new)));
        assert_eq!(written.unwrap(), "<p>a</p><linked><link rel=\"y\">");
    }

    #[test]
    fn inline_scripts_are_found_and_linked_ones_are_not() {
        let page = "<script>a()</script><script src=\"b.js\"></script><script type=\"module\">c()</script>";
        let bodies: Vec<_> = inline_elements(page, "script").unwrap().iter().map(|script| script.body).collect();
        assert_eq!(bodies, ["a()", "c()"]);
    }

    #[test]
    fn a_script_cannot_close_its_element() {
        assert_eq!(script_body("'</script>' '<!--'"), "'<\\/script>' '\\x3C!--'");
    }
}
