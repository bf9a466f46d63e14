//! Serves dist/ on this machine, as a plain web server would.

use crate::{build, paths, say};
use anyhow::{Context, Result, anyhow};
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread;
use tiny_http::{Header, Method, Request, Response, Server};

/// The first free one is taken, always in the same order: browsers keep data by address, port included.
const PORTS: std::ops::RangeInclusive<u16> = 8080..=8099;

/// Sets up, builds and serves until interrupted.
pub fn run() -> Result<()> {
    build::release()?;
    let (server, port) = bind()?;
    println!("\nRepères est servi ici : http://127.0.0.1:{port}/");
    say::note("Interrompez par Ctrl+C.");
    let server = Arc::new(server);
    let threads: Vec<_> = (0..4)
        .map(|_| {
            let server = Arc::clone(&server);
            thread::spawn(move || {
                for request in server.incoming_requests() {
                    answer(request, &paths::dist());
                }
            })
        })
        .collect();
    for thread in threads {
        thread.join().map_err(|_| anyhow!("le serveur s’est arrêté"))?;
    }
    Ok(())
}

fn bind() -> Result<(Server, u16)> {
    PORTS
        .into_iter()
        .find_map(|port| Server::http(("127.0.0.1", port)).ok().map(|server| (server, port)))
        .with_context(|| format!("aucun port libre de {} à {}", PORTS.start(), PORTS.end()))
}

/// A reader that has gone away is no fault.
fn answer(request: Request, root: &Path) {
    let found = [Method::Get, Method::Head].contains(request.method()).then(|| file_at(root, request.url())).flatten();
    let Some((file, bytes)) = found.and_then(|file| fs::read(&file).ok().map(|bytes| (file, bytes))) else {
        let _ = request.respond(Response::from_string("Introuvable").with_status_code(404));
        return;
    };
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    // The browser asks again each time, and the service worker's own file is never kept.
    let cache = if name == "sw.js" { "no-store" } else { "no-cache" };
    let headers =
        [("Content-Type", media_type(&name)), ("Cache-Control", cache), ("X-Content-Type-Options", "nosniff")];
    let mut response = Response::from_data(bytes);
    for (field, value) in headers {
        if let Ok(header) = Header::from_bytes(field, value) {
            response.add_header(header);
        }
    }
    let _ = request.respond(response);
}

/// The file that an address names, never outside the folder.
fn file_at(root: &Path, url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.trim_start_matches('/');
    let path = Path::new(if path.is_empty() { "index.html" } else { path });
    let inside = path.components().all(|component| matches!(component, Component::Normal(_)));
    inside.then(|| root.join(path)).filter(|file| file.is_file())
}

/// Streaming compilation wants the exact type of wasm.
fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webmanifest" => "application/manifest+json",
        "json" => "application/json",
        _ => "application/octet-stream",
    }
}
