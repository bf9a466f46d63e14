//! What the machine itself must offer: Rust's wasm target, Node, and for the tests a browser, readers of PDF, of workbooks
//! and of texts, and what knows French grammar.

use crate::process::{self, minutes};
use crate::tools::Tools;
use crate::{paths, say, tools};
use anyhow::{Context, Result, bail};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The target that browsers run.
pub const WASM: &str = "wasm32-unknown-unknown";
const NODE_MAJOR: u32 = 20;

/// Everything that a build needs, installed when missing.
pub fn for_build() -> Result<Tools> {
    node()?;
    wasm_target()?;
    Tools::install()
}

/// What the tests need besides.
pub struct TestBench {
    pub tools: Tools,
    pub chromium: PathBuf,
    pub chromedriver: PathBuf,
    /// A second engine for the single file, where it could be installed.
    pub firefox: Option<PathBuf>,
}

/// Everything that the tests need, installed when missing and permitted.
pub fn for_tests() -> Result<TestBench> {
    let tools = for_build()?;
    room()?;
    components()?;
    system_packages()?;
    tools::npm_install(&paths::journeys(), "ce qui pilote les navigateurs")?;
    let absent = "reste introuvable après son installation";
    Ok(TestBench {
        tools,
        chromium: chromium().with_context(|| format!("Chromium {absent}"))?,
        chromedriver: chromedriver().with_context(|| format!("chromedriver {absent}"))?,
        firefox: firefox(),
    })
}

/// What every build and the browsers' profiles take from nothing, with some to spare.
const ROOM: u64 = 12 * GIGABYTE;
const GIGABYTE: u64 = 1 << 30;

/// A disk that fills up in the middle makes every later stage fail for a reason of its own: what earlier versions left
/// goes first, and what is still missing is said.
fn room() -> Result<()> {
    let target = paths::target()?;
    fs::create_dir_all(&target)?;
    let built = target.join("laws").is_dir();
    let wanted = if built { ROOM / 2 } else { ROOM };
    if fs4::available_space(&target)? >= wanted {
        return Ok(());
    }
    if target.starts_with(paths::cache()?) {
        say::note("Le disque est presque plein : ce que les constructions précédentes ont laissé est effacé.");
        fs::remove_dir_all(&target)?;
        fs::create_dir_all(&target)?;
    }
    let left = fs4::available_space(&target)?;
    if left < ROOM {
        bail!("il reste {} Go sur le disque ; il en faut {} pour tout construire", left / GIGABYTE, ROOM / GIGABYTE);
    }
    Ok(())
}

fn node() -> Result<()> {
    let advice = || format!("Node {NODE_MAJOR} ou plus récent et npm sont nécessaires (https://nodejs.org)");
    let version = process::output(Command::new("node").arg("--version")).with_context(advice)?;
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < NODE_MAJOR) {
        bail!("{} ; ici : {version}", advice());
    }
    paths::program("npm").map(drop).with_context(advice)
}

/// rustup may be set not to install anything by itself: ask it.
fn wasm_target() -> Result<()> {
    let sysroot = process::output(Command::new("rustc").args(["--print", "sysroot"]).current_dir(paths::root()))?;
    if Path::new(&sysroot).join("lib").join("rustlib").join(WASM).join("lib").is_dir() {
        return Ok(());
    }
    let step = say::step("Ajout de la cible WebAssembly à Rust");
    let mut command = Command::new("rustup");
    process::run(command.args(["target", "add", WASM]).current_dir(paths::root()), minutes(10))
        .with_context(|| format!("ajoutez-la vous-même : rustup target add {WASM}"))?;
    step.done();
    Ok(())
}

fn components() -> Result<()> {
    for (component, command) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if !process::succeeds(&mut tools::cargo(&[command, "--version"])?) {
            let step = say::step(&format!("Ajout de {component} à Rust"));
            let mut command = Command::new("rustup");
            process::run(command.args(["component", "add", component]).current_dir(paths::root()), minutes(10))?;
            step.done();
        }
    }
    Ok(())
}

fn chromium() -> Option<PathBuf> {
    named("CHROMIUM").or_else(|| first(&["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"]))
}

fn chromedriver() -> Option<PathBuf> {
    named("CHROMEDRIVER").or_else(|| first(&["chromedriver"]))
}

fn firefox() -> Option<PathBuf> {
    named("FIREFOX").or_else(|| first(&["firefox-esr", "firefox"]))
}

/// The Python that reads and writes workbooks as another program would: the first that has what it takes, since the one that
/// comes first may not be the system's.
fn python() -> Option<PathBuf> {
    let named = [PathBuf::from("python3"), PathBuf::from("/usr/bin/python3")];
    named.into_iter().find(|program| process::succeeds(Command::new(program).args(["-c", "import openpyxl"])))
}

/// A program named by a variable.
fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from).filter(|file| file.is_file())
}

fn first(names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(|name| paths::program(name))
}

/// Installs the missing browsers, readers and grammar from the system's packages, where that is permitted.
fn system_packages() -> Result<()> {
    let mut needed = Vec::new();
    if chromium().is_none() {
        needed.push("chromium");
    }
    if chromedriver().is_none() {
        needed.push("chromium-driver");
    }
    if paths::program("pdftotext").is_none() {
        needed.push("poppler-utils");
    }
    if python().is_none() {
        needed.push("python3-openpyxl");
    }
    if paths::program("grammalecte-cli").is_none() {
        needed.push("grammalecte-cli");
    }
    if paths::program("soffice").is_none() {
        needed.push("libreoffice-writer-nogui");
    }
    if needed.is_empty() && firefox().is_some() {
        return Ok(());
    }
    let installed = apt(&needed);
    if !needed.is_empty() {
        installed.with_context(|| format!("installez ce qui manque : {}", by_hand(&needed)))?;
    }
    if firefox().is_none() && apt(&["firefox-esr"]).is_err() {
        say::note(&format!("Firefox manque : son essai sera passé. Pour l’avoir : {}", by_hand(&["firefox-esr"])));
    }
    Ok(())
}

fn by_hand(packages: &[&str]) -> String {
    format!("sudo apt-get update && sudo apt-get install {}", packages.join(" "))
}

fn apt(packages: &[&str]) -> Result<()> {
    if packages.is_empty() {
        return Ok(());
    }
    if paths::program("apt-get").is_none() {
        bail!("ce système n’a pas apt-get");
    }
    let (program, prefix) = privileges().context("installer un paquet demande d’être administrateur")?;
    let step = say::step(&format!("Installation par le système : {}", packages.join(", ")));
    let apt_get = |arguments: &[&str]| {
        let mut command = Command::new(program);
        command.args(prefix);
        command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-y"]).args(arguments);
        process::run(&mut command, minutes(20))
    };
    apt_get(&["update"])?;
    apt_get(&[&["install", "--no-install-recommends"], packages].concat())?;
    step.done();
    Ok(())
}

/// What runs a command with variables as the administrator, if this user may be it without a password.
fn privileges() -> Option<(&'static str, &'static [&'static str])> {
    if process::output(Command::new("id").arg("-u")).is_ok_and(|id| id == "0") {
        Some(("env", &[]))
    } else if process::succeeds(Command::new("sudo").args(["-n", "true"])) {
        Some(("sudo", &["-n", "env"]))
    } else {
        None
    }
}
