//! Photographs every screen, to be looked at.

use crate::process::{self, minutes};
use crate::{build, paths, say, setup, test};
use anyhow::Result;
use std::env;
use std::path::PathBuf;

/// Builds, then walks the screens; the pictures go to the folder given, or to the target folder.
pub fn run(folder: Option<&str>) -> Result<()> {
    let bench = setup::for_tests()?;
    build::release_with(&bench.tools)?;
    let folder = match folder {
        Some(folder) => env::current_dir()?.join(folder),
        None => paths::target()?.join("pictures"),
    };
    let step = say::step(&format!("Photographies dans {}", PathBuf::from(&folder).display()));
    process::run(test::journey_runner(&bench).arg("pictures.mjs").arg(&folder), minutes(20))?;
    step.done();
    Ok(())
}
