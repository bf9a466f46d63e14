//! What the style asks and code can check. Each message says what to do instead.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

mod source;
mod voice;

use source::{File, Source, files, sources};

/// What stays pure: no browser, no clock, no chance.
const PURE: [&str; 10] = [
    "src/records/",
    "src/domain/",
    "src/exchange/",
    "src/content/",
    "src/text/",
    "src/route.rs",
    "src/route/",
    "src/chart.rs",
    "src/chart/",
    "src/spreadsheet/",
];

/// Fails with every fault, one a line.
pub fn assert_none(faults: Vec<String>, instead: &str) {
    assert!(faults.is_empty(), "{instead}\n  {}", faults.join("\n  "));
}

/// Where one of the words stands in the code of the sources that `concerns` holds of.
fn words_in_code(sources: &[Source], words: &[&str], concerns: impl Fn(&Source) -> bool) -> Vec<String> {
    let mut faults = Vec::new();
    for source in sources.iter().filter(|source| concerns(source)) {
        for line in &source.lines {
            for word in words.iter().filter(|word| line.code.contains(**word)) {
                faults.push(format!("{}:{}: {word}", source.path, line.number));
            }
        }
    }
    faults
}

#[test]
fn the_browser_is_reached_through_two_folders() {
    let words = ["web_sys", "js_sys", "wasm_bindgen"];
    let browser = ["src/browser/", "src/storage/", "src/bin/"];
    let faults = words_in_code(sources(), &words, |source| !source.is_in(&browser));
    assert_none(faults, "Give src/browser or src/storage a function with a plain signature, and call that.");
}

#[test]
fn no_page_touches_storage() {
    let is_fault = |code: &str| code.contains("crate::storage") && !code.contains("crate::storage::StorageError;");
    let interface = sources().iter().filter(|source| source.is_in(&["src/ui/"]));
    let faults = interface.flat_map(|source| {
        source.lines.iter().filter(|line| is_fault(&line.code)).map(|line| format!("{}:{}", source.path, line.number))
    });
    assert_none(faults.collect(), "Ask AppState to read or to commit; only a failure is named here.");
}

#[test]
fn only_the_interface_knows_leptos() {
    let faults =
        words_in_code(sources(), &["leptos"], |source| !source.is_in(&["src/ui/", "src/state/", "src/main.rs"]));
    assert_none(faults, "Keep signals and views in src/state and src/ui.");
}

#[test]
fn what_is_pure_takes_time_and_chance_as_arguments() {
    let words = ["now(", "now_ms(", "SystemTime", "Instant::", "random", "rand::", "new_v4", "now_v7"];
    let faults = words_in_code(sources(), &words, |source| source.is_in(&PURE));
    assert_none(faults, "Take the date, the time or the identity as an argument.");
}

#[test]
fn nothing_is_written_as_markup() {
    let words = ["inner_html", "outer_html", "insert_adjacent", "document_write", "eval("];
    assert_none(words_in_code(sources(), &words, |_| true), "Build elements and text nodes: markup lets data run.");
}

#[test]
fn no_style_attribute_is_set() {
    let faults = words_in_code(sources(), &[" style=", "\tstyle="], |_| true);
    assert_none(faults, "The policy blocks it: use a class, or `style:name=` which sets the property.");
    let page = files().iter().find(|file| file.path == "index.html").unwrap();
    assert!(!page.text.contains(" style="), "index.html: use a class, the policy blocks style attributes.");
}

/// What each module may use, `lib.rs`'s map in figures.
const MAY_USE: [(&str, &[&str]); 14] = [
    ("src/records/", &["records"]),
    ("src/domain/", &["records", "domain"]),
    ("src/text/", &["records", "domain", "exchange", "text"]),
    ("src/content/", &["records", "domain", "content"]),
    ("src/exchange/", &["records", "domain", "exchange"]),
    ("src/route.rs", &["records", "domain", "route"]),
    ("src/route/", &["records", "domain", "route"]),
    ("src/chart.rs", &["domain", "text", "chart"]),
    ("src/chart/", &["domain", "text", "chart"]),
    ("src/storage/", &["records", "domain", "exchange", "browser", "storage"]),
    ("src/browser/", &["records", "domain", "exchange", "browser"]),
    ("src/jobs/", &["records", "domain", "exchange", "storage", "browser", "jobs"]),
    ("src/state/", &["records", "domain", "exchange", "storage", "browser", "jobs", "state"]),
    ("src/bin/", &["jobs"]),
];

fn wrong_dependencies(sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for source in sources {
        let Some((_, may_use)) = MAY_USE.iter().find(|(place, _)| source.is_in(&[place])) else { continue };
        for line in &source.lines {
            // A program of its own names the library.
            let named = line.code.replace("reperes::", "crate::");
            for used in named.split("crate::").skip(1) {
                let module = used.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
                if !module.is_empty() && !may_use.contains(&module) {
                    faults.push(format!("{}:{}: crate::{module}", source.path, line.number));
                }
            }
        }
    }
    faults
}

#[test]
fn dependencies_point_one_way() {
    assert_none(wrong_dependencies(sources()), "Move the code down, or pass what it needs as an argument.");
    let upwards = [Source::new("src/domain/x.rs", "use crate::text::format;\nuse crate::records::Record;\n")];
    assert_eq!(wrong_dependencies(&upwards), ["src/domain/x.rs:1: crate::text"]);
}

#[test]
fn an_address_is_written_in_one_file() {
    let mut faults = Vec::new();
    for source in sources().iter().filter(|source| source.path != "src/route.rs") {
        for line in source.lines.iter().filter(|line| line.texts.iter().any(|text| text.starts_with("\"#/"))) {
            faults.push(format!("{}:{}: {}", source.path, line.number, line.texts.join(" ")));
        }
    }
    assert_none(faults, "Print a Route with to_hash.");
}

/// The addresses that no link leads to: one is what any other is read as.
const NOT_LINKED: [&str; 1] = ["Route::NotFound"];

/// « Route::Home » for each variant of each enum of addresses.
fn addresses(sources: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources.iter().filter(|source| source.is_in(&["src/route.rs", "src/route/"])) {
        let mut of = None;
        for line in &source.lines {
            let name = |text: &str| text.chars().take_while(|c| c.is_alphanumeric()).collect::<String>();
            if let Some(rest) = line.code.strip_prefix("pub enum ") {
                of = Some(name(rest)).filter(|name| name.ends_with("Route"));
            } else if line.code.starts_with('}') {
                of = None;
            }
            // Those of a family are listed by the family.
            let own = line.code.strip_prefix("    ").filter(|rest| !rest.contains("Route)"));
            let variant = own.map(name).filter(|name| name.starts_with(char::is_uppercase));
            found.extend(of.as_ref().zip(variant).map(|(of, variant)| format!("{of}::{variant}")));
        }
    }
    found
}

#[test]
fn every_screen_can_be_reached() {
    let all = addresses(sources());
    assert!(all.len() > 60, "src/route no longer lists the addresses in enums: say here how it does.");
    // `mod.rs` shows the screens of a family, and so does the table of pieces: a link stands elsewhere.
    let shows = |source: &Source| source.path.ends_with("/mod.rs") || source.path == "src/ui/pages/pieces.rs";
    let links: Vec<&Source> =
        sources().iter().filter(|source| source.is_in(&["src/ui/", "src/text/"]) && !shows(source)).collect();
    let is_named = |name: &String| {
        let says = |code: &str| {
            code.match_indices(name.as_str()).any(|(at, _)| {
                let [before, after] = [code[..at].chars().last(), code[at + name.len()..].chars().next()];
                [before, after].iter().all(|c| c.is_none_or(|c| !c.is_alphanumeric()))
            })
        };
        links.iter().any(|source| source.lines.iter().any(|line| says(&line.code)))
    };
    let faults = all.into_iter().filter(|name| !NOT_LINKED.contains(&name.as_str()) && !is_named(name)).collect();
    assert_none(faults, "An address leads to a screen that no link of src/ui leads to: link it, or remove it.");
}

#[test]
fn files_stay_small() {
    let limit = |path: &str| match path {
        _ if path.starts_with("src/ui/") => 300,
        _ if path.ends_with(".rs") => 400,
        _ if path.ends_with(".css") => 800,
        _ => usize::MAX,
    };
    let is_long = |file: &File| file.text.lines().count() > limit(&file.path);
    let faults = files().iter().filter(|file| is_long(file)).map(|file| file.path.clone()).collect();
    assert_none(faults, "Split the file where it changes its subject.");
}

fn has_colour(line: &str) -> bool {
    let is_hex = |rest: &str| {
        let digits = rest.chars().take_while(char::is_ascii_hexdigit).count();
        let ends = !rest.chars().nth(digits).is_some_and(|c| c.is_alphanumeric() || c == '-' || c == '_');
        ends && matches!(digits, 3 | 4 | 6 | 8)
    };
    let functions = ["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch("];
    line.split('#').skip(1).any(is_hex) || functions.iter().any(|function| line.contains(function))
}

#[test]
fn a_colour_is_a_token() {
    let mut faults = Vec::new();
    for file in files().iter().filter(|file| file.path.starts_with("style/") && file.path != "style/tokens.css") {
        for (number, line) in file.text.lines().enumerate().filter(|(_, line)| has_colour(line)) {
            // Paper gives tokens their values again.
            if file.path != "style/print.css" || !line.trim_start().starts_with("--") {
                faults.push(format!("{}:{}: {}", file.path, number + 1, line.trim()));
            }
        }
    }
    for source in sources().iter().filter(|source| source.is_in(&["src/ui/"])) {
        for line in source.lines.iter().filter(|line| line.texts.iter().any(|text| has_colour(text))) {
            faults.push(format!("{}:{}: {}", source.path, line.number, line.texts.join(" ")));
        }
    }
    assert_none(faults, "Name the colour in style/tokens.css and use it with var().");
    assert!(has_colour("color: #fff;") && has_colour("rgb(0 0 0 / 5%)"));
    assert!(!has_colour("#contenu { color: var(--ink) }") && !has_colour("href=\"#aide\""));
}

#[test]
fn every_style_sheet_is_linked_and_layered() {
    let files = files();
    let page = &files.iter().find(|file| file.path == "index.html").unwrap().text;
    let mut faults = Vec::new();
    for file in files.iter().filter(|file| file.path.starts_with("style/")) {
        if !page.contains(&format!("rel=\"css\" href=\"{}\"", file.path)) {
            faults.push(format!("{}: not linked in index.html", file.path));
        }
        let is_outside = |line: &&str| line.ends_with('{') && !line.starts_with([' ', '\t', '@']);
        if let Some(rule) = file.text.lines().find(is_outside) {
            faults.push(format!("{}: outside any layer: {rule}", file.path));
        }
    }
    assert_none(faults, "Link each sheet in the order of the layers, and put each rule in one.");
    assert!(page.find("tokens.css") < page.find("base.css") && page.find("pages.css") < page.find("print.css"));
}

#[test]
fn no_machine_is_named() {
    let names = [
        concat!("/wo", "rk/"),
        concat!("/tm", "p/"),
        concat!("/ro", "ot/"),
        concat!("/ho", "me/"),
        concat!(".libr", "ary"),
    ];
    let mut faults = Vec::new();
    for file in files() {
        for (number, line) in file.text.lines().enumerate() {
            if let Some(name) = names.iter().find(|name| line.contains(*name)) {
                faults.push(format!("{}:{}: {name}", file.path, number + 1));
            }
        }
    }
    assert_none(faults, "A clone lives anywhere: ask the system for its folders, or use a relative path.");
}

#[test]
fn every_version_of_the_exchange_file_keeps_a_frozen_one() {
    let files = files();
    let has_fixture = |version: &u32| {
        let folder = format!("tests/fixtures/exchange/v{version}/");
        files.iter().any(|file| file.path.starts_with(&folder))
    };
    let faults = (1..=reperes::exchange::file::VERSION).filter(|version| !has_fixture(version));
    assert_none(faults.map(|version| format!("v{version}")).collect(), "Freeze a file of each version that shipped.");
}
