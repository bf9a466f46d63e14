//! Cuts the release into pieces: what the first load needs, and each family of screens that the page fetches later
//! (`src/ui/pages/pieces.rs`). It starts again from cargo's program, and takes the place of what Trunk has staged.

use super::html;
use crate::process::{self, minutes};
use crate::setup::WASM;
use crate::tools::{self, Tools};
use crate::{sizes, stamp};
use anyhow::{Context, Result, anyhow, ensure};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

const PROGRAM: &str = "reperes";

/// The module that joins the pieces, as the glue imports it. Its text goes into the glue: one file less to fetch.
const LINK: &str = "./__wasm_split.js";

/// How that module finds the first piece, fetches another, around its name, and starts it.
const FIRST: &str = "import { initSync } from \"./main.js\";";
const FETCH: (&str, &str) = ("fetch(new URL(\"./", "\", import.meta.url))");
const START: &str = "WebAssembly.instantiateStreaming(src, imports)";

/// How a site's page does it, whatever type its server says a piece is.
const FROM_SITE: &str = r#"
const fetchPiece = (name) => fetch(new URL(name, import.meta.url));
const startPiece = async (arriving, imports) => {
    const response = await arriving;
    if (!response.ok) throw new Error(`${response.status} ${response.url}`);
    return WebAssembly.instantiate(await response.arrayBuffer(), imports);
};
"#;

/// What reduces a program without leaving the browsers that are supported.
pub const OPTIMIZED: [&str; 8] = [
    "-Oz",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-mutable-globals",
    "--enable-multivalue",
];

/// The program in pieces, as it lies in the staging folder.
pub struct Pieces {
    /// The glue, which leaves `fetchPiece` and `startPiece` to whoever delivers it.
    pub glue: String,
    /// The file of the first piece.
    pub first: String,
    /// The files of the others.
    pub later: Vec<String>,
}

/// Puts the pieces in place of the whole program; gives them, and the page that names them.
pub fn cut(page: &str, staging: &Path) -> Result<(Pieces, String)> {
    let tools = Tools::install()?;
    let target = cargo_target()?;
    let scratch = target.join("reperes-pieces");
    let _ = fs::remove_dir_all(&scratch);
    fs::create_dir_all(&scratch)?;

    let program = target.join(WASM).join("release").join(format!("{PROGRAM}.wasm"));
    let whole = fs::read(&program).with_context(|| format!("{} est illisible", program.display()))?;
    let main = scratch.join("main.wasm");
    let mut options = wasm_split_cli_support::Options::new(&whole);
    options.output_dir = &scratch;
    options.main_out_path = &main;
    options.link_name = LINK;
    let split = wasm_split_cli_support::transform(options)
        .map_err(|error| anyhow!("le programme ne se coupe pas en morceaux : {error:#}"))?;
    let mut link = fs::read_to_string(scratch.join(LINK)).context("le lien entre les morceaux manque")?;

    let mut bindgen = Command::new(tools.wasm_bindgen.join("wasm-bindgen"));
    // The other pieces use what the linker exports from the first one.
    bindgen.args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", PROGRAM, "--out-dir"]);
    process::run(bindgen.arg(&scratch).arg(&main), minutes(10))?;

    let first = scratch.join(format!("{PROGRAM}_bg.wasm"));
    let reduce = |file: &PathBuf| {
        let mut command = Command::new(tools.wasm_opt.join("wasm-opt"));
        process::run(command.args(OPTIMIZED).arg(file).arg("-o").arg(file.with_extension("opt")), minutes(20))
    };
    // The first piece takes as long as all the others.
    let files: Vec<PathBuf> = std::iter::once(first.clone()).chain(split.split_modules.iter().cloned()).collect();
    at_once(&files, reduce)?;
    let place =
        |file: &Path, start: &str, end: &str| deliver(&fs::read(file.with_extension("opt"))?, staging, start, end);
    let mut later = Vec::new();
    for file in &split.split_modules {
        let name = file.file_stem().and_then(|name| name.to_str()).context("nom de morceau inattendu")?;
        let placed = place(file, &format!("{}{}", sizes::LATER, name.trim_start_matches("split_")), ".wasm")?;
        let fetched = format!("{}{name}.wasm{}", FETCH.0, FETCH.1);
        ensure!(link.contains(&fetched), "rien ne charge le morceau {name}");
        link = link.replace(&fetched, &format!("fetchPiece(\"./{placed}\")"));
        later.push(placed);
    }
    let first = place(&first, PROGRAM, "_bg.wasm")?;
    let glue = join(&fs::read_to_string(scratch.join(format!("{PROGRAM}.js")))?, &link)?;
    let pieces = Pieces { glue, first, later };
    let page = name_in(page, staging, &pieces)?;
    Ok((pieces, page))
}

/// Does a work on each file, as many at once as the machine can, until one fails: no other is begun then.
fn at_once(files: &[PathBuf], work: impl Fn(&PathBuf) -> Result<()> + Sync) -> Result<()> {
    let next = AtomicUsize::new(0);
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let one_after_another = || -> Result<()> {
        while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            work(file).inspect_err(|_| next.store(files.len(), Ordering::Relaxed))?;
        }
        Ok(())
    };
    thread::scope(|scope| {
        let running: Vec<_> = (0..workers).map(|_| scope.spawn(one_after_another)).collect();
        running.into_iter().try_for_each(|worker| worker.join().map_err(|_| anyhow!("un travail s’est arrêté"))?)
    })
}

/// The page with the pieces in place of what Trunk staged, which goes.
fn name_in(page: &str, staging: &Path, pieces: &Pieces) -> Result<String> {
    let glue = deliver(format!("{}{FROM_SITE}", pieces.glue).as_bytes(), staging, PROGRAM, ".js")?;
    let boot = html::boot(page)?.body;
    let mut named = page.to_owned();
    for (ending, new) in [(".js", &glue), ("_bg.wasm", &pieces.first)] {
        let old = html::quoted(boot, ending)?;
        if old != new {
            fs::remove_file(staging.join(old))?;
        }
        named = named.replace(old, new);
    }
    Ok(named)
}

/// Writes a file under a name that changes with its contents.
pub fn deliver(bytes: &[u8], staging: &Path, start: &str, end: &str) -> Result<String> {
    let name = format!("{start}-{}{end}", &stamp::of_bytes(bytes)[..16]);
    fs::write(staging.join(&name), bytes)?;
    Ok(name)
}

/// The glue with the joining module inside.
fn join(glue: &str, link: &str) -> Result<String> {
    let changed = "wasm-bindgen ou wasm-split écrivent leurs modules autrement";
    ensure!(link.contains(FIRST) && link.contains(START), changed);
    let link = link.replace(FIRST, "").replace(START, "startPiece(src, imports)");
    let names: Vec<&str> = link
        .lines()
        .filter_map(|line| line.strip_prefix("export const ")?.split_once(" = "))
        .map(|(name, _)| name)
        .collect();
    let link = link.replace("export const ", "const ");
    ensure!(!names.is_empty() && !link.contains("import.meta") && !link.contains("export "), changed);

    let mut joined = String::with_capacity(glue.len() + link.len());
    let mut imported = String::new();
    for line in glue.lines() {
        match line.strip_prefix("import * as ").and_then(|rest| rest.split_once(" from ")) {
            Some((name, from)) if from.contains(LINK) => write!(imported, "\nconst {name} = pieces;")?,
            _ => writeln!(joined, "{line}")?,
        }
    }
    ensure!(!imported.is_empty() && !joined.starts_with("import ") && !joined.contains("\nimport "), changed);
    write!(joined, "\nconst pieces = (() => {{\n{link}\nreturn {{ {} }};\n}})();{imported}\n", names.join(", "))?;
    Ok(joined)
}

/// Where the cargo that Trunk ran has built, as cargo itself says it.
pub fn cargo_target() -> Result<PathBuf> {
    let mut command = Command::new(tools::cargo_program());
    command.args(["metadata", "--no-deps", "--offline", "--format-version", "1"]).current_dir(crate::paths::root());
    let metadata: serde_json::Value = serde_json::from_str(&process::output(&mut command)?)?;
    metadata["target_directory"].as_str().map(PathBuf::from).context("cargo ne dit pas où il construit")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    const LINKED: &str = "import { initSync } from \"./main.js\";\nfunction makeLoad() {}\nexport const load_a = \
        makeLoad(() => { const src = fetchPiece(\"./piece-a.wasm\"); return WebAssembly.instantiateStreaming(src, imports); });\n";

    #[test]
    fn nothing_is_begun_once_a_work_has_failed() {
        let files: Vec<PathBuf> = (0..1_000).map(|number| number.to_string().into()).collect();
        let begun = AtomicUsize::new(0);
        let outcome = at_once(&files, |file| {
            begun.fetch_add(1, Ordering::Relaxed);
            // The others are still at work when the first one fails.
            thread::sleep(Duration::from_millis(u64::from(file != &files[0])));
            if file == &files[0] { Err(anyhow!("raté")) } else { Ok(()) }
        });
        assert!(outcome.is_err());
        assert!(begun.load(Ordering::Relaxed) < files.len(), "{begun:?}");
        let done = AtomicUsize::new(0);
        let all = at_once(&files, |_| {
            done.fetch_add(1, Ordering::Relaxed);
            Ok(())
        });
        assert!(all.is_ok() && done.load(Ordering::Relaxed) == files.len());
    }

    #[test]
    fn the_joining_module_moves_into_the_glue() {
        let glue = "import * as import1 from \"./__wasm_split.js\"\nimport * as import2 from \"./__wasm_split.js\"\nuse(import1);\n";
        let joined = join(glue, LINKED).unwrap();
        assert!(!joined.contains("from \"") && !joined.contains("export "));
        assert!(joined.contains("return { load_a };") && joined.contains("startPiece(src, imports)"));
        assert!(joined.contains("const import1 = pieces;\nconst import2 = pieces;"));
    }

    #[test]
    fn a_form_that_is_not_known_is_refused() {
        assert!(join("use(import1);\n", LINKED).is_err());
        assert!(join("import * as import1 from \"./__wasm_split.js\"\n", "export const load_a = 1;\n").is_err());
    }
}
