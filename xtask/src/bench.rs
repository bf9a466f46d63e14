//! Measures what people would feel. Times depend on the machine: they are given against one another.

use crate::process::{self, minutes};
use crate::{build, say, setup, sizes, test, tools};
use anyhow::Result;

/// Sizes, start-up in a browser, the directory against what one writes without us, the debrief of a room, then the big files
/// natively.
pub fn run() -> Result<()> {
    let bench = setup::for_tests()?;
    build::release_with(&bench.tools)?;
    sizes::check()?;
    let step = say::step("Démarrage dans Chromium");
    process::run(test::journey_runner(&bench).arg("startup.mjs"), minutes(5))?;
    step.done();
    let step = say::step("20 000 lieux, contre PapaParse, Dexie et MiniSearch");
    process::run(test::journey_runner(&bench).arg("rivals.mjs"), minutes(15))?;
    step.done();
    let step = say::step("Restitution d’une salle, sur un ordinateur lent");
    process::run(test::journey_runner(&bench).arg("debrief.mjs"), minutes(3))?;
    step.done();
    let step = say::step("Un programme entier, sur un ordinateur lent");
    process::run(test::journey_runner(&bench).arg("programme.mjs"), minutes(6))?;
    step.done();
    let step = say::step("Import de 20 000 éléments, page libre");
    let mut command = test::journey_runner(&bench);
    command.env("REPERES_MEASURE", "1").args(["--test", "--test-name-pattern=sans figer la page", "large.test.mjs"]);
    process::run(&mut command, minutes(10))?;
    step.done();
    let step = say::step("Gros fichiers");
    let mut command = tools::cargo(&["test", "--release", "--locked", "--package", "reperes", "--test", "growth"])?;
    process::run(command.args(["--", "--nocapture", "--test-threads=1"]), minutes(20))?;
    step.done();
    Ok(())
}
