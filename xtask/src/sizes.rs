//! What a first visit downloads, and the bounds it keeps to.

use crate::{paths, say, stamp};
use anyhow::{Context, Result, bail};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::Write;

/// The first load of the page, compressed as servers do.
const FIRST_LOAD_MAX: u64 = 500_000;
/// A worker, compressed: kept after the start.
const WORKER_MAX: u64 = 700_000;
/// How the names of the files of each worker start, and what it is called.
const WORKERS: [(&str, &str); 2] = [("worker-", "le travailleur"), ("spreadsheet-", "celui des classeurs")];
/// The single file as it lies on a key.
const SINGLE_FILE_MAX: u64 = 6_000_000;

/// How the name of a piece that the page fetches later starts.
pub const LATER: &str = "piece-";

/// Prints the sizes of dist/ and refuses those above the bounds.
pub fn check() -> Result<()> {
    let dist = paths::dist();
    let (mut total, mut later, mut workers) = (0, 0, [0; WORKERS.len()]);
    println!("  Premier chargement, compressé :");
    for file in stamp::files_under(&dist)? {
        let name = file.strip_prefix(&dist)?.to_string_lossy().replace('\\', "/");
        if name.starts_with(LATER) {
            later += gzip(&fs::read(&file)?)?.len() as u64;
        } else if let Some(nth) = WORKERS.iter().position(|(start, _)| name.starts_with(start)) {
            workers[nth] += gzip(&fs::read(&file)?)?.len() as u64;
        } else if is_first_load(&name) {
            let size = gzip(&fs::read(&file)?)?.len() as u64;
            total += size;
            println!("    {:>10}  {name}", say::kilobytes(size));
        }
    }
    let single = fs::metadata(dist.join("reperes.html")).context("dist/reperes.html manque")?.len();
    println!("    {:>10}  en tout (au plus {})", say::kilobytes(total), say::kilobytes(FIRST_LOAD_MAX));
    println!("    {:>10}  ensuite, pendant que la personne lit", say::kilobytes(later));
    for ((_, called), size) in WORKERS.iter().zip(workers) {
        println!("    {:>10}  {called} (au plus {})", say::kilobytes(size), say::kilobytes(WORKER_MAX));
    }
    println!("    {:>10}  reperes.html (au plus {})", say::kilobytes(single), say::kilobytes(SINGLE_FILE_MAX));
    if total > FIRST_LOAD_MAX {
        bail!("le premier chargement dépasse {}", say::kilobytes(FIRST_LOAD_MAX));
    }
    for ((_, called), size) in WORKERS.iter().zip(workers) {
        if size == 0 {
            bail!("{called} manque");
        }
        if size > WORKER_MAX {
            bail!("{called} dépasse {}", say::kilobytes(WORKER_MAX));
        }
    }
    if single > SINGLE_FILE_MAX {
        bail!("reperes.html dépasse {}", say::kilobytes(SINGLE_FILE_MAX));
    }
    Ok(())
}

/// The service worker is fetched after the page is shown, large icons at installation, the single file never.
fn is_first_load(name: &str) -> bool {
    let later = name.starts_with("icon-") || name == "sw.js";
    let page = [".html", ".css", ".js", ".wasm", ".svg", ".webmanifest"];
    name != "reperes.html" && !later && page.iter().any(|end| name.ends_with(end))
}

/// The best that gzip does, as a careful server keeps it.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}
