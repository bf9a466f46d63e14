//! Whether what was built or installed still answers to what it was made from.

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// A hash as text.
pub fn hex(hash: &[u8]) -> String {
    hash.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The hash of some bytes, as text.
pub fn of_bytes(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// The hash of files and whole folders: their names and their contents.
pub fn of_files(root: &Path, inputs: &[&str]) -> Result<String> {
    let mut hasher = Sha256::new();
    for input in inputs {
        let path = root.join(input);
        if path.exists() {
            for file in files_under(&path)? {
                let bytes = fs::read(&file).with_context(|| file.display().to_string())?;
                hasher.update(file.to_string_lossy().as_bytes());
                hasher.update((bytes.len() as u64).to_le_bytes());
                hasher.update(&bytes);
            }
        }
    }
    Ok(hex(&hasher.finalize()))
}

/// Every file in a folder, sorted; a file stands for itself.
pub fn files_under(path: &Path) -> Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_path_buf()]);
    }
    let mut found = Vec::new();
    for entry in fs::read_dir(path).with_context(|| path.display().to_string())? {
        let path = entry?.path();
        if path.file_name().is_some_and(|name| name != "node_modules") {
            found.extend(files_under(&path)?);
        }
    }
    found.sort();
    Ok(found)
}

/// Whether a stamp file says this.
pub fn is_fresh(stamp: &Path, expected: &str) -> bool {
    fs::read_to_string(stamp).is_ok_and(|found| found == expected)
}
