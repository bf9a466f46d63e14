//! The Content-Security-Policy: what the page may run, read and reach. Nothing else than itself.

use super::html;
use anyhow::{Result, ensure};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

/// Nothing is permitted but what follows; `'wasm-unsafe-eval'` is what compiling wasm is called.
const SITE: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' %SCRIPTS%; style-src 'self'; \
    img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; font-src 'none'; \
    base-uri 'none'; form-action 'none'";
const SINGLE_FILE: &str = "default-src 'none'; script-src 'wasm-unsafe-eval' %SCRIPTS%; style-src %STYLES%; \
    img-src data: blob:; connect-src 'none'; worker-src blob:; font-src 'none'; base-uri 'none'; form-action 'none'";

/// It must stand before everything that it rules.
const PLACE: &str = "<meta charset=\"utf-8\"";

/// The page of the site, with its policy.
pub fn for_site(page: &str) -> Result<String> {
    insert(page, SITE, &hashes(page, "script")?)
}

/// The page in development: Trunk writes its reloading script as it serves, so that its hash is not known here.
pub fn for_development(page: &str) -> Result<String> {
    insert(page, SITE, "'unsafe-inline'")
}

/// The single file, with its policy.
pub fn for_single_file(page: &str) -> Result<String> {
    insert(page, SINGLE_FILE, &hashes(page, "script")?)
}

fn insert(page: &str, policy: &str, scripts: &str) -> Result<String> {
    ensure!(!page.contains(" style=\""), "la politique de sécurité bloque les attributs style= de index.html");
    let policy = policy.replace("%SCRIPTS%", scripts).replace("%STYLES%", &hashes(page, "style")?);
    let meta = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\" />");
    ensure!(page.matches(PLACE).count() == 1, "index.html ne déclare pas son codage comme attendu");
    Ok(page.replace(PLACE, &format!("{meta}{PLACE}")))
}

/// The hashes of what runs; a data block (any other type of script) does not.
fn hashes(page: &str, element: &str) -> Result<String> {
    let inline = html::inline_elements(page, element)?;
    let runs = |tag| matches!(html::attribute(tag, "type"), None | Some("module" | "text/javascript" | "text/css"));
    let hashes: Vec<String> = inline
        .iter()
        .filter(|element| runs(element.tag))
        .map(|element| format!("'{}'", integrity(element.body.as_bytes())))
        .collect();
    Ok(hashes.join(" "))
}

/// A hash as policies and integrity attributes write it.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_script_that_runs_is_named_and_data_is_not() {
        let page = "<meta charset=\"utf-8\" /><script>a</script><script type=\"application/octet-stream\">b</script>";
        let ruled = for_site(page).unwrap();
        // The hash of « a », from another implementation.
        assert!(ruled.contains("'sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs='"));
        assert_eq!(ruled.matches("sha256-").count(), 1);
        assert!(ruled.find("http-equiv") < ruled.find("<script"));
    }

    #[test]
    fn a_style_attribute_is_refused() {
        assert!(for_site("<meta charset=\"utf-8\" /><p style=\"color: red\">").is_err());
    }
}
