//! Builds the application with Trunk, and nothing when nothing has changed.

use crate::process::{self, minutes};
use crate::tools::Tools;
use crate::{paths, say, setup, stamp, tools};
use anyhow::Result;
use std::fs::{self, File};
use std::path::PathBuf;
use std::process::Command;

/// Everything that the release depends on.
const INPUTS: [&str; 10] =
    ["Cargo.toml", "Cargo.lock", "build.rs", "Trunk.toml", "index.html", ".cargo", "public", "src", "style", "xtask"];

/// What the stamp covers of the result: the service worker names every other file by its contents.
const OUTPUTS: [&str; 3] = ["index.html", "sw.js", "reperes.html"];

/// Sets up and builds the release.
pub fn release() -> Result<()> {
    release_with(&setup::for_build()?)
}

/// Builds the release, if something has changed.
pub fn release_with(tools: &Tools) -> Result<()> {
    let target = paths::target()?;
    fs::create_dir_all(&target)?;
    // Clones share the target folder: one at a time.
    let lock = File::create(target.join("reperes.lock"))?;
    lock.lock()?;
    let mark = mark()?;
    let inputs = stamp::of_files(&paths::root(), &INPUTS)?;
    if stamp::is_fresh(&mark, &with_outputs(&inputs)) {
        say::note("dist/ est à jour.");
        return Ok(());
    }
    let step = say::step("Construction de l’application (3 à 6 minutes la première fois, puis moins d’une)");
    forget_other_clones()?;
    let mut command = Command::new(tools.trunk.join("trunk"));
    tools.prepare(&mut command)?;
    process::run(command.args(["build", "--release", "--skip-version-check"]), minutes(40))?;
    fs::write(&mark, with_outputs(&inputs))?;
    step.done();
    Ok(())
}

/// Serves the application in development, rebuilt and reloaded at each change.
pub fn watch() -> Result<()> {
    let tools = setup::for_build()?;
    let mut command = Command::new(tools.trunk.join("trunk"));
    tools.prepare(&mut command)?;
    say::note("Interrompez par Ctrl+C.");
    process::run_unbounded(command.args(["serve", "--skip-version-check", "--dist", "target/dev"]))
}

/// A stamp: what was built from, and the result as it lies in dist/ now.
fn with_outputs(inputs: &str) -> String {
    format!("{inputs} {}", stamp::of_files(&paths::dist(), &OUTPUTS).unwrap_or_default())
}

/// Where the stamp of this clone's build is kept.
fn mark() -> Result<PathBuf> {
    let clone = stamp::of_bytes(paths::root().to_string_lossy().as_bytes());
    Ok(paths::target()?.join(format!("reperes-{}.stamp", &clone[..16])))
}

/// Cargo gives a wasm program one name whatever clone it comes from, and would take another clone's for ours:
/// when another one has built last, ours is built again.
fn forget_other_clones() -> Result<()> {
    let mark = paths::target()?.join("reperes-last-clone");
    let root = paths::root().to_string_lossy().into_owned();
    if !stamp::is_fresh(&mark, &root) {
        let mut command = tools::cargo(&["clean", "--quiet", "--release", "--target", setup::WASM])?;
        process::run(command.args(["-p", "reperes", "-p", "reperes-spreadsheet"]), minutes(2))?;
        fs::write(mark, root)?;
    }
    Ok(())
}
