//! Checks everything, the same here and in continuous integration.

use crate::process::{self, minutes};
use crate::setup::{self, TestBench};
use crate::{build, paths, say, sizes, tools};
use anyhow::{Result, bail};
use std::fs;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

/// Cases that each law meets, and damaged files that each reader meets.
const CASES: &str = "10000";
const MUTATIONS: &str = "100000";
/// The same in `cargo xtask proof`.
const PROOF_CASES: &str = "100000";
const PROOF_MUTATIONS: &str = "1000000";
/// How many times slower the pages run there.
const PROOF_SLOWNESS: &str = "4";

/// The file of journeys to begin with: begun last, it would end alone.
const LONGEST: &str = "screens.test.mjs";
/// One more than there are cores where it matters: a journey waits for its page a part of the time.
const AT_ONCE: &str = "--test-concurrency=3";

/// What the stages found; a stage that counts no test is one check.
#[derive(Default)]
struct Tally {
    passed: u64,
    failed: u64,
    stages: Vec<(&'static str, bool, Duration)>,
}

impl Tally {
    /// Runs a stage; a fault in it does not keep the following ones from being seen.
    fn stage(&mut self, name: &'static str, act: impl FnOnce(&mut Counts) -> Result<bool>) -> bool {
        println!("\n=== {name}");
        let started = Instant::now();
        let mut counts = Counts::default();
        let succeeded = act(&mut counts).unwrap_or_else(|error| {
            println!("{error:#}");
            false
        });
        println!("=== {name} : {} en {}", outcome(succeeded), say::duration(started.elapsed()));
        self.passed += if counts.passed + counts.failed == 0 { u64::from(succeeded) } else { counts.passed };
        self.failed += counts.failed + u64::from(!succeeded && counts.failed == 0);
        self.stages.push((name, succeeded, started.elapsed()));
        succeeded
    }

    fn conclude(&self) -> Result<()> {
        println!("\n=== En tout");
        for (name, succeeded, elapsed) in &self.stages {
            println!("{:>14}  {:6}  {name}", say::duration(*elapsed), outcome(*succeeded));
        }
        println!("\n{} passed, {} failed", self.passed, self.failed);
        if self.failed > 0 { bail!("tout n’est pas vert") } else { Ok(()) }
    }
}

fn outcome(succeeded: bool) -> &'static str {
    if succeeded { "réussi" } else { "échoué" }
}

/// The tests that a runner's closing lines count.
#[derive(Default)]
struct Counts {
    passed: u64,
    failed: u64,
}

impl Counts {
    /// Reads a line of `cargo test`, of wasm-bindgen's runner (the same form) or of `node --test`.
    fn read(&mut self, line: &str) {
        if let Some(result) = line.trim_start().strip_prefix("test result: ") {
            self.passed += number_before(result, " passed");
            self.failed += number_before(result, " failed");
        } else if let Some(count) = line.strip_prefix("ℹ pass ") {
            self.passed += count.trim().parse().unwrap_or(0);
        } else if let Some(count) = line.strip_prefix("ℹ fail ") {
            self.failed += count.trim().parse().unwrap_or(0);
        }
    }
}

fn number_before(text: &str, word: &str) -> u64 {
    let before = text.split_once(word).map(|(before, _)| before);
    before.and_then(|before| before.rsplit(' ').next()?.parse().ok()).unwrap_or(0)
}

/// Sets up and checks everything.
pub fn run() -> Result<()> {
    println!("=== Préparation");
    let bench = setup::for_tests()?;
    let mut tally = Tally::default();
    tally.stage("Mise en forme", |_| succeeds(tools::cargo(&["fmt", "--all", "--check"])?, minutes(3)));
    tally.stage("Clippy", |_| {
        let arguments = ["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"];
        succeeds(tools::cargo(&arguments)?, minutes(20))
    });
    tally.stage("Clippy, WebAssembly", |_| {
        let arguments = ["clippy", "--locked", "--target", setup::WASM, "--lib", "--bins", "--", "-D", "warnings"];
        succeeds(tools::cargo(&arguments)?, minutes(20))
    });
    // The build is mostly one program joined on one core: the tests take the others meanwhile.
    let built = thread::scope(|scope| {
        let build = scope.spawn(|| build::release_with(&bench.tools));
        tally.stage("Tests", |counts| {
            process::run_reading(&mut native_tests(CASES, MUTATIONS)?, minutes(30), |line| counts.read(line))
        });
        tally.stage("Tests WebAssembly, dans Chromium", |counts| wasm_tests(&bench, counts));
        tally.stage("Construction de l’application, commencée avec les tests", |_| match build.join() {
            Ok(built) => built.map(|()| true),
            Err(_) => bail!("la construction s’est arrêtée"),
        })
    });
    tally.stage("Tailles", |_| sizes::check().map(|()| true));
    tally.stage("Parcours dans les navigateurs", |counts| {
        if built { journeys(&bench, counts) } else { bail!("pas de parcours sans application") }
    });
    tally.conclude()
}

/// The laws of the merge and the hostile files, on many more cases than at each run; then the journeys, as on a laptop
/// several times slower: what only works on a fast machine shows.
pub fn proof() -> Result<()> {
    process::run(&mut native_tests(PROOF_CASES, PROOF_MUTATIONS)?, minutes(120))?;
    let bench = setup::for_tests()?;
    build::release_with(&bench.tools)?;
    let mut counts = Counts::default();
    if journeys_with(&bench, &mut counts, PROOF_SLOWNESS)? {
        Ok(())
    } else {
        bail!("un parcours échoue sur un ordinateur lent")
    }
}

fn native_tests(cases: &str, mutations: &str) -> Result<Command> {
    let mut command = tools::cargo(&["test", "--profile", "laws", "--workspace", "--locked"])?;
    command.env("PROPTEST_CASES", cases).env("REPERES_MUTATIONS", mutations);
    Ok(command)
}

fn succeeds(mut command: Command, limit: Duration) -> Result<bool> {
    process::run_reading(&mut command, limit, |_| ())
}

/// The files of `tests/` that a browser runs; the others are native.
fn wasm_tests(bench: &TestBench, counts: &mut Counts) -> Result<bool> {
    let mut command = tools::cargo(&["test", "--locked", "--package", "reperes", "--target", setup::WASM])?;
    for entry in fs::read_dir(paths::root().join("tests"))? {
        let path = entry?.path();
        let is_test = path.extension().is_some_and(|extension| extension == "rs");
        if is_test && fs::read_to_string(&path)?.contains("wasm_bindgen_test_configure!(") {
            command.arg("--test").arg(path.file_stem().unwrap_or_default());
        }
    }
    bench.tools.prepare(&mut command)?;
    command.env("CHROMEDRIVER", &bench.chromedriver).env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    process::run_reading(&mut command, minutes(20), |line| counts.read(line))
}

fn journeys(bench: &TestBench, counts: &mut Counts) -> Result<bool> {
    journeys_with(bench, counts, "1")
}

fn journeys_with(bench: &TestBench, counts: &mut Counts, slowness: &str) -> Result<bool> {
    let folder = paths::journeys();
    let mut files: Vec<_> = fs::read_dir(&folder)?.filter_map(|entry| Some(entry.ok()?.file_name())).collect();
    files.retain(|name| name.to_string_lossy().ends_with(".test.mjs"));
    files.sort_by_key(|name| (name != LONGEST, name.clone()));
    let mut command = journey_runner(bench);
    command.args(["--test", "--test-reporter=spec", AT_ONCE]).args(files);
    command.env("REPERES_SLOWNESS", slowness);
    process::run_reading(&mut command, minutes(40), |line| counts.read(line))
}

/// Node in the journeys' folder, told where the browsers are.
pub fn journey_runner(bench: &TestBench) -> Command {
    let mut command = Command::new("node");
    command.current_dir(paths::journeys());
    command.env("CHROMIUM", &bench.chromium).env("REPERES_DIST", paths::dist());
    if let Some(firefox) = &bench.firefox {
        command.env("FIREFOX", firefox);
    }
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_are_counted() {
        let mut counts = Counts::default();
        counts
            .read("test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s");
        counts.read("ℹ pass 5");
        counts.read("ℹ fail 1");
        counts.read("✖ fail 9 is the name of a test");
        assert_eq!((counts.passed, counts.failed), (17, 4));
    }

    #[test]
    fn a_stage_without_tests_is_one_check_and_a_broken_one_is_a_failure() {
        let mut tally = Tally::default();
        tally.stage("a", |_| Ok(true));
        tally.stage("b", |_| bail!("cassé"));
        tally.stage("c", |counts| {
            counts.read("test result: ok. 2 passed; 0 failed;");
            Ok(true)
        });
        tally.stage("d", |counts| {
            counts.read("test result: ok. 2 passed; 0 failed;");
            Ok(false)
        });
        assert_eq!((tally.passed, tally.failed), (5, 2));
        assert!(tally.conclude().is_err());
    }
}
