//! The programs that build and test the application, each at an exact version, in the user's cache folder.

use crate::process::{self, minutes};
use crate::{paths, say, stamp};
use anyhow::{Context, Result};
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const TRUNK: &str = "0.21.14";

/// The tools that a build needs.
pub struct Tools {
    pub trunk: PathBuf,
    pub wasm_bindgen: PathBuf,
    pub wasm_opt: PathBuf,
}

impl Tools {
    /// Installs what is missing.
    pub fn install() -> Result<Self> {
        let version = wasm_bindgen_version()?;
        let wasm_bindgen =
            cargo_tool("wasm-bindgen-cli", "wasm-bindgen", &version, "2 à 5 minutes").with_context(|| {
                format!(
                    "la commande wasm-bindgen {version} ne s’installe pas ; fixez dans Cargo.toml une version dont \
                 « cargo install --locked wasm-bindgen-cli@VERSION » réussit, par exemple wasm-bindgen = \"=0.2.129\""
                )
            })?;
        let trunk = cargo_tool("trunk", "trunk", TRUNK, "5 à 10 minutes")?;
        Ok(Self { trunk, wasm_bindgen, wasm_opt: wasm_opt()? })
    }

    /// Makes cargo and Trunk find these tools, and build where every clone does.
    pub fn prepare(&self, command: &mut Command) -> Result<()> {
        let ours = [&self.trunk, &self.wasm_bindgen, &self.wasm_opt];
        let theirs = env::var_os("PATH").unwrap_or_default();
        let path = env::join_paths(ours.into_iter().cloned().chain(env::split_paths(&theirs)))?;
        command.current_dir(paths::root()).env("PATH", path).env("CARGO_TARGET_DIR", paths::target()?);
        // Trunk's hook is this very program: cargo need not build it again elsewhere.
        if let Some(folder) = own_target_folder() {
            command.env("CARGO_ALIAS_XTASK", format!("run --quiet --package xtask --target-dir {folder} --"));
        }
        // A RUSTFLAGS variable would replace the flags of .cargo/config.toml; Trunk refuses NO_COLOR=1.
        command.env_remove("RUSTFLAGS");
        if env::var_os("NO_COLOR").is_some() {
            command.env("NO_COLOR", "true");
        }
        Ok(())
    }
}

/// Where this program was built; an alias cannot hold a path with a space.
fn own_target_folder() -> Option<String> {
    let program = env::current_exe().ok()?;
    let folder = program.parent()?.parent()?.to_str()?;
    (!folder.contains(char::is_whitespace)).then(|| folder.to_owned())
}

/// Cargo, building where every clone does.
pub fn cargo(arguments: &[&str]) -> Result<Command> {
    let mut command = Command::new(cargo_program());
    command.args(arguments).current_dir(paths::root()).env("CARGO_TARGET_DIR", paths::target()?);
    command.env_remove("RUSTFLAGS");
    Ok(command)
}

/// The cargo that runs this program.
pub fn cargo_program() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// The library's version, which the command must have too.
fn wasm_bindgen_version() -> Result<String> {
    let lock = fs::read_to_string(paths::root().join("Cargo.lock")).context("Cargo.lock illisible")?;
    let mut lines = lock.lines().skip_while(|line| *line != "name = \"wasm-bindgen\"");
    let version = lines.nth(1).and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'));
    Ok(version.context("wasm-bindgen est absent de Cargo.lock")?.to_owned())
}

/// The folder of a program that cargo installs; `wait` is how long it takes when it must be compiled.
fn cargo_tool(package: &str, program: &str, version: &str, wait: &str) -> Result<PathBuf> {
    let folder = paths::tool(program, version)?;
    let bin = folder.join("bin");
    if bin.join(program).is_file() {
        return Ok(bin);
    }
    let step = say::step(&format!("Installation de {program} {version}, une fois pour toutes ({wait})"));
    let wanted = format!("{package}@{version}");
    if paths::program("cargo-binstall").is_some() {
        let mut command = cargo(&["binstall", "--no-confirm", "--locked", "--root"])?;
        if process::run(command.arg(&folder).arg(&wanted), minutes(10)).is_ok() && bin.join(program).is_file() {
            step.done();
            return Ok(bin);
        }
        say::note("cargo binstall n’y parvient pas : compilation.");
    }
    let scratch = paths::cache()?.join("tools").join(format!("{program}-{version}.build"));
    let mut command = cargo(&["install", "--locked", "--root"])?;
    command.arg(&folder).arg(&wanted);
    // A tool need not be fast, only soon there; an interrupted compilation starts again where it was.
    command.env("CARGO_PROFILE_RELEASE_LTO", "off").env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
    command.env("CARGO_TARGET_DIR", &scratch);
    process::run(&mut command, minutes(60))?;
    let _ = fs::remove_dir_all(&scratch);
    step.done();
    Ok(bin)
}

/// The folder of wasm-opt: Debian's is too old, npm's is recent and pinned by a lock.
fn wasm_opt() -> Result<PathBuf> {
    let source = paths::root().join("xtask").join("npm");
    let folder = paths::tool("wasm-opt", &locked_version(&source, "binaryen")?)?;
    if !folder.join("package-lock.json").is_file() {
        fs::create_dir_all(&folder)?;
        for file in ["package.json", "package-lock.json"] {
            fs::copy(source.join(file), folder.join(file))?;
        }
    }
    npm_install(&folder, "wasm-opt")?;
    Ok(folder.join("node_modules").join(".bin"))
}

fn locked_version(folder: &Path, package: &str) -> Result<String> {
    let lock: serde_json::Value = serde_json::from_slice(&fs::read(folder.join("package-lock.json"))?)?;
    let version = lock["packages"][format!("node_modules/{package}")]["version"].as_str();
    Ok(version.with_context(|| format!("{package} est absent de {}", folder.display()))?.to_owned())
}

/// Installs what a package-lock.json names, unless it is there already.
pub fn npm_install(folder: &Path, what: &str) -> Result<()> {
    let expected = stamp::of_bytes(&fs::read(folder.join("package-lock.json"))?);
    let mark = folder.join("node_modules").join(".reperes");
    if stamp::is_fresh(&mark, &expected) {
        return Ok(());
    }
    let step = say::step(&format!("Installation de {what} par npm"));
    let mut command = Command::new("npm");
    command.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "error"]).current_dir(folder);
    process::run(&mut command, minutes(10))?;
    fs::write(mark, expected)?;
    step.done();
    Ok(())
}
