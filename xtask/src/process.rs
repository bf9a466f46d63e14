//! Runs other programs: bounded in time, and stopped whole, with everything they started.

use crate::say;
use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// Minutes as a duration.
pub const fn minutes(count: u64) -> Duration {
    Duration::from_secs(count * 60)
}

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
    command.stdout(Stdio::piped());
    let mut running = Running::start(command)?;
    let output = running.child.stdout.take().context("sortie illisible")?;
    thread::scope(|scope| {
        scope.spawn(move || {
            for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
                let line = String::from_utf8_lossy(&line);
                println!("{line}");
                read(&line);
            }
        });
        let status = running.wait(Some(limit));
        // A process left behind would hold the pipe open, and the reader with it.
        drop(running);
        Ok(status?.success())
    })
}

/// What a short program writes on its standard output.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command.stdin(Stdio::null()).output().with_context(|| failed_to_start(command))?;
    expect_success(command, output.status)?;
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether a short program succeeds; its output is not shown.
pub fn succeeds(command: &mut Command) -> bool {
    let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
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
        succeeds(Command::new("kill").args(["-KILL", "--", &format!("-{leader}")]));
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
