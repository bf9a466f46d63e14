//! What the person at the terminal reads.

use std::time::{Duration, Instant};

/// A step that is being done.
pub struct Step {
    started: Instant,
}

/// Announces a step.
pub fn step(what: &str) -> Step {
    println!("→ {what}…");
    Step { started: Instant::now() }
}

impl Step {
    /// Says that the step is over, and how long it took.
    pub fn done(self) {
        println!("  fait en {}", duration(self.started.elapsed()));
    }
}

/// A remark on the present step.
pub fn note(what: &str) {
    println!("  {what}");
}

/// A duration to read: tenths below ten seconds, minutes above one.
pub fn duration(elapsed: Duration) -> String {
    let seconds = elapsed.as_secs();
    if seconds >= 60 {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    } else {
        format!("{:.1} s", elapsed.as_secs_f64()).replace('.', ",")
    }
}

/// A size in kilobytes of 1,000 bytes, as budgets count them.
pub fn kilobytes(bytes: u64) -> String {
    format!("{:.1} ko", bytes as f64 / 1000.0).replace('.', ",")
}
