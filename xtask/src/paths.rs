//! Where things lie: the project, the user's cache folder, and what is built.

use anyhow::{Context, Result};
use std::env;
use std::path::{Path, PathBuf};

/// The project's folder. Cargo says it at each run: a program built from one clone may be run from another.
pub fn root() -> PathBuf {
    let manifest = env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    manifest.parent().map(Path::to_path_buf).unwrap_or(manifest)
}

/// What is delivered.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The browser journeys.
pub fn journeys() -> PathBuf {
    root().join("tests").join("e2e")
}

/// Our folder in the user's cache.
pub fn cache() -> Result<PathBuf> {
    let base = match env::var_os("XDG_CACHE_HOME").filter(|value| !value.is_empty()) {
        Some(folder) => PathBuf::from(folder),
        None => env::home_dir().context("dossier personnel introuvable")?.join(".cache"),
    };
    Ok(base.join("reperes"))
}

/// A tool's folder, by its exact version.
pub fn tool(name: &str, version: &str) -> Result<PathBuf> {
    Ok(cache()?.join("tools").join(format!("{name}-{version}")))
}

/// Where cargo builds: shared by every clone, so that a fresh one starts from what is known.
pub fn target() -> Result<PathBuf> {
    match env::var_os("CARGO_TARGET_DIR").filter(|value| !value.is_empty()) {
        Some(folder) => Ok(root().join(folder)),
        None => Ok(cache()?.join("target")),
    }
}

/// The first program of this name on PATH.
pub fn program(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}
