//! Writes the whole application as one page that runs from a disk: no server, no network, no other file.

use super::{html, policy};
use crate::sizes;
use anyhow::{Context, Result, bail, ensure};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use std::fs;
use std::path::Path;

/// How the page starts its own wasm; the glue stands before it in the same module and names its entry so.
const START: &str = r#"
const packed = Uint8Array.from(atob(document.getElementById("wasm").textContent), (letter) => letter.charCodeAt(0));
const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
await __wbg_init({ module_or_path: await new Response(unpacked).arrayBuffer() });
"#;
const ENTRY: &str = "function __wbg_init(";

/// The single file, from the page that Trunk wrote and the files beside it.
pub fn write(page: &str, staging: &Path) -> Result<String> {
    let page = html::rewrite_tags(page, "link", |tag| link(tag, staging))?;
    let page = page.replace("data-delivery=\"web\"", "data-delivery=\"file\"");
    let page = replace_boot(&page, staging)?;
    for trace in ["href=\"./", "src=\"./", "href=\"/", "src=\"/", "from \"./", "from './"] {
        ensure!(!page.contains(trace), "reperes.html dépend encore d’un autre fichier ({trace})");
    }
    policy::for_single_file(&page)
}

/// What becomes of a link: the sheets and the icon come in, the rest serves a site only.
fn link(tag: &str, staging: &Path) -> Result<Option<String>> {
    let read = || {
        let href = html::attribute(tag, "href").context("lien sans adresse")?;
        fs::read_to_string(staging.join(href.trim_start_matches("./"))).with_context(|| format!("{href} illisible"))
    };
    match html::attribute(tag, "rel") {
        Some("stylesheet") => {
            let sheet = read()?;
            ensure!(!sheet.contains("</style"), "une feuille de style contient </style");
            Ok(Some(format!("<style>{sheet}</style>")))
        }
        Some("icon") => {
            let data = BASE64_STANDARD.encode(read()?);
            Ok(Some(format!("<link rel=\"icon\" type=\"image/svg+xml\" href=\"data:image/svg+xml;base64,{data}\" />")))
        }
        Some("preload" | "modulepreload" | "manifest" | "apple-touch-icon") => Ok(Some(String::new())),
        other => bail!("reperes.html ne sait que faire d’un lien {other:?}"),
    }
}

/// Puts the glue and the wasm in place of the script that would fetch them.
fn replace_boot(page: &str, staging: &Path) -> Result<String> {
    let scripts = html::inline_elements(page, "script")?;
    let mut boots = scripts.iter().filter(|script| html::attribute(script.tag, "type") == Some("module"));
    let (Some(boot), None) = (boots.next(), boots.next()) else {
        bail!("index.html devrait avoir un seul module de démarrage");
    };
    let glue = fs::read_to_string(staging.join(quoted(boot.body, ".js")?))?;
    ensure!(glue.contains(ENTRY), "wasm-bindgen nomme son entrée autrement");
    let wasm = sizes::gzip(&fs::read(staging.join(quoted(boot.body, "_bg.wasm")?))?)?;
    let (wasm, glue) = (BASE64_STANDARD.encode(wasm), html::script_body(&glue));
    // The boot awaits, a module does: both wait for the whole page.
    let delivered = format!(
        "<script type=\"application/octet-stream\" id=\"wasm\">{wasm}</script>\n<script type=\"module\">{glue}{START}</script>"
    );
    let mut page = page.to_owned();
    page.replace_range(boot.place.clone(), &delivered);
    Ok(page)
}

/// The file name with this ending that a script names.
fn quoted<'a>(script: &'a str, ending: &str) -> Result<&'a str> {
    let name = script.split(['"', '\'']).find(|word| word.starts_with("./") && word.ends_with(ending));
    let name = name.or_else(|| script.split(['"', '\'']).find(|word| word.starts_with('/') && word.ends_with(ending)));
    Ok(name
        .with_context(|| format!("le script de démarrage ne nomme aucun fichier {ending}"))?
        .trim_start_matches(['.', '/']))
}
