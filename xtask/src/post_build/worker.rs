//! The workers: each is one script, which fetches its program on a site. That of long work is given it in the single
//! file, which does without the other.

use super::pieces::{self, OPTIMIZED};
use super::{dense, html};
use crate::process::{self, minutes};
use crate::setup::WASM;
use crate::tools::Tools;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Long work, and spreadsheets. The page names the script of each on its root element, in the attribute of this name.
pub const WORK: &str = "worker";
pub const SPREADSHEET: &str = "spreadsheet";
/// How the names end of what Trunk stages for a worker, which goes.
const STAGED: [&str; 3] = [".js", "_bg.wasm", "_loader.js"];

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

/// Puts a reduced worker in place of what Trunk staged; gives it, and the page that names it.
pub fn place(program: &str, page: &str, staging: &Path) -> Result<(Worker, String)> {
    let tools = Tools::install()?;
    let target = pieces::cargo_target()?;
    let scratch = target.join(format!("reperes-{program}"));
    let _ = fs::remove_dir_all(&scratch);
    fs::create_dir_all(&scratch)?;

    let built = target.join(WASM).join("release").join(format!("{program}.wasm"));
    let mut bindgen = Command::new(tools.wasm_bindgen.join("wasm-bindgen"));
    bindgen.args(["--target", "no-modules", "--no-typescript", "--out-name", program, "--out-dir"]);
    process::run(bindgen.arg(&scratch).arg(&built), minutes(10))?;
    let small = scratch.join("small.wasm");
    let mut command = Command::new(tools.wasm_opt.join("wasm-opt"));
    let bound = scratch.join(format!("{program}_bg.wasm"));
    process::run(command.args(OPTIMIZED).arg(bound).arg("-o").arg(&small), minutes(20))?;

    for end in STAGED {
        let name = format!("{program}{end}");
        fs::remove_file(staging.join(&name)).with_context(|| format!("Trunk n’a pas écrit {name}"))?;
    }
    let glue = fs::read_to_string(scratch.join(format!("{program}.js")))?;
    ensure!(glue.contains("let wasm_bindgen"), "wasm-bindgen nomme son entrée autrement");
    let delivered = pieces::deliver(&fs::read(&small)?, staging, program, ".wasm")?;
    let on_site = format!("{glue}{}{delivered}{}", FROM_SITE.0, FROM_SITE.1);
    let script = pieces::deliver(on_site.as_bytes(), staging, program, ".js")?;
    let named = format!("data-{program}=\"./{program}_loader.js\"");
    ensure!(page.matches(&named).count() == 1, "index.html ne nomme pas le travailleur {program} comme attendu");
    let page = page.replace(&named, &format!("data-{program}=\"./{script}\""));
    let script = html::script_body(&format!("{glue}{}{FROM_PAGE}", dense::READ));
    Ok((Worker { script, program: delivered }, page))
}
