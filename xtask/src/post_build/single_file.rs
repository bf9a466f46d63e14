//! Writes the whole application as one page that runs from a disk: no server, no network, no other file.

use super::pieces::Pieces;
use super::worker::Worker;
use super::{dense, html, policy};
use crate::sizes;
use anyhow::{Context, Result, bail, ensure};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use std::fs;
use std::path::Path;

/// How the page finds its own pieces and starts; the glue stands before it in the same module.
const START: &str = r#"
// The page before the program changes it, for the copies that carry an exercise. The texts of a clone are shared with it.
const delivered = document.documentElement.cloneNode(true);
globalThis.pageAsDelivered = () => {
    delivered.querySelector("[id=bag]")?.remove();
    return `<!doctype html>\n${delivered.outerHTML}`;
};
const unpack = (id) => {
    const packed = fromText(document.getElementById(id).textContent);
    const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(unpacked).arrayBuffer();
};
const fetchPiece = async (name) => unpack(name);
const startPiece = async (arriving, imports) => WebAssembly.instantiate(await arriving, imports);
await __wbg_init({ module_or_path: await unpack("wasm") });
"#;
/// The element that holds the first piece, as the script above names it; the others bear the names of their files.
const FIRST: &str = "wasm";
const ENTRY: &str = "function __wbg_init(";

/// The single file, from the page, the pieces of the program that it names and the files beside it.
pub fn write(page: &str, pieces: &Pieces, worker: &Worker, staging: &Path) -> Result<String> {
    let page = html::rewrite_tags(page, "link", |tag| link(tag, staging))?;
    let page = page.replace("data-delivery=\"web\"", "data-delivery=\"file\"");
    let page = replace_boot(&page, pieces, worker, staging)?;
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

/// Puts the glue and the pieces in place of the script that would fetch them.
fn replace_boot(page: &str, pieces: &Pieces, worker: &Worker, staging: &Path) -> Result<String> {
    ensure!(pieces.glue.contains(ENTRY), "wasm-bindgen nomme son entrée autrement");
    let data = |id: &str, file: &str| -> Result<String> {
        let packed = dense::write(&sizes::gzip(&fs::read(staging.join(file))?)?);
        Ok(format!("<script type=\"application/octet-stream\" id=\"{id}\">{packed}</script>\n"))
    };
    let mut delivered = data(FIRST, &pieces.first)?;
    for name in &pieces.later {
        delivered.push_str(&data(&format!("./{name}"), name)?);
    }
    delivered.push_str(&data("worker-program", &worker.program)?);
    delivered.push_str(&format!("<script type=\"text/plain\" id=\"worker-script\">{}</script>\n", worker.script));
    // The boot awaits, a module does: both wait for the whole page.
    let glue = html::script_body(&pieces.glue);
    delivered.push_str(&format!("<script type=\"module\">{glue}{}{START}</script>", dense::READ));
    let mut page = page.to_owned();
    let place = html::boot(&page)?.place;
    page.replace_range(place, &delivered);
    Ok(page)
}
