//! Runs other programs: bounded in time, and stopped whole, with everything they started.

use crate::say;
use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// Minutes as a duration.
pub const fn minutes(count: u64) -> Duration {
    Duration::from_secs(count * 60)
}

/// The most that a short program takes: the first answer of cargo may wait for another build.
const SHORT: Duration = minutes(5);

/// The groups that run now.
static RUNNING: Mutex<BTreeSet<u32>> = Mutex::new(BTreeSet::new());

fn running() -> MutexGuard<'static, BTreeSet<u32>> {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// From now on an interruption of this program also stops what it runs.
pub fn stop_with_us() -> Result<()> {
    ctrlc::set_handler(|| {
        running().iter().copied().for_each(kill_group);
        std::process::exit(130);
    })
    .context("impossible de suivre les interruptions")
}

/// Runs a program that must succeed within the limit; what it says is shown as it is.
pub fn run(command: &mut Command, limit: Duration) -> Result<()> {
    let status = Running::start(command)?.wait(Some(limit))?;
    expect_success(command, status)
}

/// Runs a program until it ends or is interrupted.
pub fn run_unbounded(command: &mut Command) -> Result<()> {
    let status = Running::start(command)?.wait(None)?;
    expect_success(command, status)
}

/// Runs a program, showing and handing over each line of its standard output; whether it succeeded.
pub fn run_reading(command: &mut Command, limit: Duration, mut read: impl FnMut(&str) + Send) -> Result<bool> {
    let status = run_beside(command, limit, |output| {
        for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            read(&line);
        }
    })?;
    Ok(status.success())
}

/// What a short program writes on its standard output.
pub fn output(command: &mut Command) -> Result<String> {
    output_within(command, SHORT)
}

fn output_within(command: &mut Command, limit: Duration) -> Result<String> {
    let mut written = Vec::new();
    let status = run_beside(command.stderr(Stdio::null()), limit, |mut output| {
        // What was read before a failure is worth nothing: the program itself fails then.
        let _ = output.read_to_end(&mut written);
    })?;
    expect_success(command, status)?;
    Ok(String::from_utf8_lossy(&written).trim().to_owned())
}

/// Whether a short program succeeds; its output is not shown.
pub fn succeeds(command: &mut Command) -> bool {
    succeeds_within(command, SHORT)
}

fn succeeds_within(command: &mut Command, limit: Duration) -> bool {
    let mut quiet = Running::start(command.stdout(Stdio::null()).stderr(Stdio::null()));
    quiet.as_mut().is_ok_and(|running| running.wait(Some(limit)).is_ok_and(|status| status.success()))
}

/// Runs a program while its standard output is read.
fn run_beside(command: &mut Command, limit: Duration, read: impl FnOnce(ChildStdout) + Send) -> Result<ExitStatus> {
    let mut running = Running::start(command.stdout(Stdio::piped()))?;
    let output = running.child.stdout.take().context("sortie illisible")?;
    thread::scope(|scope| {
        scope.spawn(move || read(output));
        let status = running.wait(Some(limit));
        // A process left behind would hold the pipe open, and the reader with it.
        drop(running);
        status
    })
}

struct Running {
    child: Child,
    name: String,
}

impl Running {
    fn start(command: &mut Command) -> Result<Self> {
        own_group(command.stdin(Stdio::null()));
        let child = command.spawn().with_context(|| failed_to_start(command))?;
        running().insert(child.id());
        Ok(Self { child, name: name(command) })
    }

    fn wait(&mut self, limit: Option<Duration>) -> Result<ExitStatus> {
        let started = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait()? {
                return Ok(status);
            }
            if let Some(limit) = limit.filter(|limit| started.elapsed() > *limit) {
                bail!("{} arrêté : pas fini en {}", self.name, say::duration(limit));
            }
            thread::sleep(Duration::from_millis(30));
        }
    }
}

impl Drop for Running {
    /// What the program may have left behind (a browser, a server) ends with it.
    fn drop(&mut self) {
        running().remove(&self.child.id());
        kill_group(self.child.id());
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[cfg(unix)]
fn own_group(command: &mut Command) {
    std::os::unix::process::CommandExt::process_group(command, 0);
}

#[cfg(not(unix))]
fn own_group(_command: &mut Command) {}

fn kill_group(leader: u32) {
    if cfg!(unix) {
        let mut kill = Command::new("kill");
        kill.args(["-KILL", "--", &format!("-{leader}")]).stdin(Stdio::null());
        // The group is often empty already.
        let _ = kill.stdout(Stdio::null()).stderr(Stdio::null()).status();
    }
}

fn name(command: &Command) -> String {
    command.get_program().to_string_lossy().into_owned()
}

fn failed_to_start(command: &Command) -> String {
    format!("{} ne démarre pas", name(command))
}

fn expect_success(command: &Command, status: ExitStatus) -> Result<()> {
    if status.success() {
        return Ok(());
    }
    let arguments: Vec<_> = command.get_args().map(|argument| argument.to_string_lossy()).collect();
    bail!("{} {} ({status})", name(command), arguments.join(" "))
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn shell(line: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", line]);
        command
    }

    #[test]
    fn a_short_program_is_heard_and_one_that_does_not_end_is_stopped() {
        let (plenty, little) = (minutes(1), Duration::from_millis(100));
        assert_eq!(output_within(&mut shell("echo ' oui '; echo non >&2"), plenty).ok().as_deref(), Some("oui"));
        assert!(output_within(&mut shell("echo oui; exit 3"), plenty).is_err());
        assert!(succeeds_within(&mut shell("true"), plenty) && !succeeds_within(&mut shell("exit 3"), plenty));
        let started = Instant::now();
        assert!(output_within(&mut shell("sleep 30"), little).is_err());
        assert!(!succeeds_within(&mut shell("sleep 30"), little));
        assert!(started.elapsed() < minutes(1) / 2, "both were stopped");
    }
}
