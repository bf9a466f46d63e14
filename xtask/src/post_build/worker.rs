//! The worker: one script, which fetches its program on a site, and is given it in the single file.

use super::pieces::{self, OPTIMIZED};
use super::{dense, html};
use crate::process::{self, minutes};
use crate::setup::WASM;
use crate::tools::Tools;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::Path;
use std::process::Command;

const PROGRAM: &str = "worker";
/// What Trunk stages for it, which goes.
const STAGED: [&str; 3] = ["worker.js", "worker_bg.wasm", "worker_loader.js"];
/// How the page names the script, on its root element.
const NAMED: &str = "data-worker=\"./worker_loader.js\"";

/// How the script starts its program on a site.
const FROM_SITE: (&str, &str) = (
    "\nconst refuse = (fault) => setTimeout(() => { throw fault; });\nwasm_bindgen({ module_or_path: new URL(\"./",
    "\", self.location.href) }).catch(refuse);\n",
);
/// How it does in the single file, where the page sends it the program first, packed.
const FROM_PAGE: &str = r#"
self.onmessage = async ({ data }) => {
    self.onmessage = null;
    const packed = fromText(data);
    const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    // A refusal inside a promise would reach nobody: the page hears what is thrown.
    const refuse = (fault) => setTimeout(() => { throw fault; });
    new Response(unpacked).arrayBuffer().then((program) => wasm_bindgen({ module_or_path: program })).catch(refuse);
};
"#;

/// The worker as it lies in the staging folder.
pub struct Worker {
    /// The script, for the single file.
    pub script: String,
    /// The file of its program.
    pub program: String,
}

/// Puts the reduced worker in place of what Trunk staged; gives it, and the page that names it.
pub fn place(page: &str, staging: &Path) -> Result<(Worker, String)> {
    let tools = Tools::install()?;
    let target = pieces::cargo_target()?;
    let scratch = target.join("reperes-worker");
    let _ = fs::remove_dir_all(&scratch);
    fs::create_dir_all(&scratch)?;

    let built = target.join(WASM).join("release").join(format!("{PROGRAM}.wasm"));
    let mut bindgen = Command::new(tools.wasm_bindgen.join("wasm-bindgen"));
    bindgen.args(["--target", "no-modules", "--no-typescript", "--out-name", PROGRAM, "--out-dir"]);
    process::run(bindgen.arg(&scratch).arg(&built), minutes(10))?;
    let small = scratch.join("small.wasm");
    let mut command = Command::new(tools.wasm_opt.join("wasm-opt"));
    let bound = scratch.join(format!("{PROGRAM}_bg.wasm"));
    process::run(command.args(OPTIMIZED).arg(bound).arg("-o").arg(&small), minutes(20))?;

    for name in STAGED {
        fs::remove_file(staging.join(name)).with_context(|| format!("Trunk n’a pas écrit {name}"))?;
    }
    let glue = fs::read_to_string(scratch.join(format!("{PROGRAM}.js")))?;
    ensure!(glue.contains("let wasm_bindgen"), "wasm-bindgen nomme son entrée autrement");
    let program = pieces::deliver(&fs::read(&small)?, staging, PROGRAM, ".wasm")?;
    let on_site = format!("{glue}{}{program}{}", FROM_SITE.0, FROM_SITE.1);
    let script = pieces::deliver(on_site.as_bytes(), staging, PROGRAM, ".js")?;
    ensure!(page.matches(NAMED).count() == 1, "index.html ne nomme pas le travailleur comme attendu");
    let page = page.replace(NAMED, &format!("data-worker=\"./{script}\""));
    Ok((Worker { script: html::script_body(&format!("{glue}{}{FROM_PAGE}", dense::READ)), program }, page))
}
