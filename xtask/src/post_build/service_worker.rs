//! Fills in the service worker: the files it keeps, and a version that changes with any of them.

use super::policy::integrity;
use crate::stamp;
use anyhow::{Result, ensure};
use std::fs;
use std::path::Path;

/// The service worker of what is staged.
pub fn write(template: &str, staging: &Path) -> Result<String> {
    let mut files = Vec::new();
    for file in stamp::files_under(staging)? {
        let name = file.strip_prefix(staging)?.to_string_lossy().replace('\\', "/");
        // The single file is the other delivery: who wants it downloads it.
        if !["reperes.html", "sw.js"].contains(&name.as_str()) && !name.starts_with('.') {
            files.push([format!("./{name}"), integrity(&fs::read(&file)?)]);
        }
    }
    let files = serde_json::to_string_pretty(&files)?;
    let version = stamp::of_bytes(format!("{template}{files}").as_bytes());
    let written = template.replace("\"%VERSION%\"", &format!("\"{}\"", &version[..16])).replace("\"%FILES%\"", &files);
    ensure!(!written.contains("%VERSION%") && !written.contains("%FILES%"), "gabarit du service worker inattendu");
    Ok(written)
}
