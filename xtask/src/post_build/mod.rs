//! What follows Trunk's build, in one program since the hooks of a stage start together: the pieces, the security
//! policy, the single file and the service worker. It works in the staging folder, before that replaces dist/.

mod dense;
mod html;
mod pieces;
mod policy;
mod service_worker;
mod single_file;
mod worker;

use crate::paths;
use anyhow::{Context, Result};
use std::env;
use std::fs;
use std::path::PathBuf;

/// Finishes what Trunk has staged.
pub fn run() -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging = staging.context("TRUNK_STAGING_DIR manque : cette commande est appelée par Trunk")?;
    let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");

    let index = staging.join("index.html");
    let page = fs::read_to_string(&index).context("index.html illisible")?;
    // In development the program stays whole, and a service worker would serve yesterday's files.
    if !release {
        return Ok(fs::write(&index, policy::for_development(&page)?)?);
    }
    let (worker, page) = worker::place(worker::WORK, &page, &staging)?;
    let (_, page) = worker::place(worker::SPREADSHEET, &page, &staging)?;
    let (pieces, page) = pieces::cut(&page, &staging)?;
    fs::write(&index, policy::for_site(&page)?)?;
    fs::write(staging.join("reperes.html"), single_file::write(&page, &pieces, &worker, &staging)?)?;
    let template = fs::read_to_string(paths::root().join("src/browser/service_worker.js"))?;
    fs::write(staging.join("sw.js"), service_worker::write(&template, &staging)?)?;
    Ok(())
}
