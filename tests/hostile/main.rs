//! No file breaks a reader: whatever its bytes, it is read or refused, in memory and time in proportion to its size.
//!
//! `REPERES_MUTATIONS` says how many files each reader meets, `REPERES_SEED` replays a run. A file that breaks a reader
//! is kept beside the build, to be added to `tests/fixtures/crashers/`, which is read at each run.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

mod mutation;

use cap::Cap;
use mutation::{Chance, damaged, data_of, resealed};
use reperes::domain::commune::Communes;
use reperes::domain::directory::edition::DirectorySnapshot;
use reperes::domain::directory::nearest::Precision;
use reperes::domain::map::atlas::{Atlas, Location};
use reperes::domain::map::base_map::BaseMap;
use reperes::domain::map::marks::marks;
use reperes::domain::map::view::Size;
use reperes::exchange::csv::import_directory;
use reperes::exchange::csv::write::{Cell, Table};
use reperes::exchange::file::{self, ReadError};
use reperes::exchange::geojson;
use reperes::exchange::raw;
use reperes::exchange::scope::Scope;
use reperes::exchange::sealed;
use std::alloc::System;
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Instant, SystemTime};
use std::{env, fs, io};

/// Counts every byte that is asked for.
#[global_allocator]
static MEMORY: Cap<System> = Cap::new(System, usize::MAX);

/// The counts are the whole process's: each test waits here for its turn.
fn alone() -> MutexGuard<'static, ()> {
    static TURN: Mutex<()> = Mutex::new(());
    TURN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// How many files each reader meets, unless `REPERES_MUTATIONS` says otherwise, as `cargo xtask test` does.
const MUTATIONS: usize = 2_000;

/// What reading may ask for in all, freed or not: so many bytes for each byte of the file, and some to start with.
const BYTES_PER_BYTE: usize = 400;
const BYTES_AT_LEAST: usize = 2_000_000;

/// Longer than any file of these tests needs on a slow machine.
const SECONDS_MAX: u64 = 10;

struct Reader {
    name: &'static str,
    /// Reads a file, and checks what came out of it.
    read: fn(&[u8]),
}

const READERS: [Reader; 6] = [
    Reader { name: "exchange", read: read_exchange },
    Reader { name: "sealed", read: |bytes| drop(sealed::header(bytes)) },
    Reader { name: "directory", read: read_directory },
    Reader { name: "raw", read: read_exchange },
    Reader { name: "map", read: read_map },
    Reader { name: "snapshot", read: read_snapshot },
];

/// What is read can be written, and read again the same: no file leaves data that could not be exported.
fn read_exchange(bytes: &[u8]) {
    let Ok(read) = file::read(bytes) else { return };
    for (_, _, record) in read.content.tables.iter() {
        assert_eq!(record.merge(record), **record);
    }
    let written = file::write(&read.origin, &Scope::Everything, &read.content).unwrap();
    assert_eq!(file::read(&written).unwrap().content, read.content);
}

fn read_directory(bytes: &[u8]) {
    if let Ok(import) = import_directory(bytes) {
        let counts = import.counts;
        assert_eq!(counts.accepted + counts.with_remarks, import.places.len());
        assert_eq!(counts.accepted + counts.with_remarks + counts.rejected, import.report.len());
    }
}

/// What is read can be kept, and read again the same.
fn read_map(bytes: &[u8]) {
    if let Ok(read) = geojson::read(bytes) {
        let base = BaseMap::new("Fond", "fond.geojson", "", Default::default(), read.outlines);
        assert_eq!(BaseMap::from_text(&base.to_text().unwrap().1), Ok(base));
    }
}

/// What is read is on the globe, and every place of it is drawn.
fn read_snapshot(bytes: &[u8]) {
    let read = std::str::from_utf8(bytes).ok().and_then(|text| DirectorySnapshot::from_text(text).ok());
    let Some(DirectorySnapshot { places, .. }) = read else { return };
    let at = |place: usize| places[place].coordinates.map(|at| Location { at, precision: Precision::Exact });
    let all: Vec<usize> = (0..places.len()).collect();
    assert!(all.iter().filter_map(|place| at(*place)).all(|location| location.at.is_on_earth()));
    let atlas = Atlas::new(&all, at, &Communes::default());
    let size = Size::for_width(640);
    let drawn = marks(&atlas, atlas.farthest(size), size).iter().map(|mark| mark.places.len()).sum::<usize>();
    assert_eq!(drawn + atlas.unplaced().len(), places.len());
}

fn fixture(path: &str) -> Vec<u8> {
    let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "tests/fixtures", path].iter().collect();
    fs::read(path).unwrap()
}

/// Reads a file; says why when the reader did not stand it.
fn outcome(reader: &Reader, bytes: &[u8]) -> Result<(), String> {
    let (before, started) = (MEMORY.total_allocated(), Instant::now());
    catch_unwind(AssertUnwindSafe(|| (reader.read)(bytes))).map_err(|_| "it panics".to_owned())?;
    let (taken, elapsed) = (MEMORY.total_allocated() - before, started.elapsed());
    if taken > BYTES_AT_LEAST + BYTES_PER_BYTE * bytes.len() {
        return Err(format!("it takes {taken} bytes for {}", bytes.len()));
    }
    if elapsed.as_secs() > SECONDS_MAX {
        return Err(format!("it takes {elapsed:?} for {} bytes", bytes.len()));
    }
    Ok(())
}

/// Reads a file, and keeps it if the reader does not stand it.
fn check(reader: &Reader, bytes: &[u8], origin: &str) {
    if let Err(fault) = outcome(reader, bytes) {
        let kept = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("crasher-{}", reader.name));
        fs::write(&kept, bytes).unwrap();
        panic!("{}, {origin}: {fault}. The file is kept in {}", reader.name, kept.display());
    }
}

fn from_environment(name: &str) -> Option<u64> {
    env::var(name).ok().map(|value| value.parse().unwrap())
}

/// Runs a reader on damaged files that `make` makes from a seed. The seed is said before: a stack that overflows kills
/// the whole process.
fn meet(reader: &Reader, make: impl Fn(&mut Chance) -> Vec<u8>) {
    let clock = || SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap().as_nanos() as u64;
    let seed = from_environment("REPERES_SEED").unwrap_or_else(clock);
    let count = from_environment("REPERES_MUTATIONS").map_or(MUTATIONS, |count| count as usize);
    let announced = format!("{}: {count} files, REPERES_SEED={seed}\n", reader.name);
    io::stderr().write_all(announced.as_bytes()).unwrap();
    let mut chance = Chance(seed);
    for nth in 0..count {
        let bytes = make(&mut chance);
        check(reader, &bytes, &format!("file {nth} of REPERES_SEED={seed}"));
    }
}

#[test]
fn an_exchange_file_is_read_or_refused() {
    let _alone = alone();
    let names = ["v1/everything", "v1/full", "v1/weird", "v2/full", "v2/weird", "v2/small"];
    let files = names.map(|name| fixture(&format!("exchange/{name}.json")));
    meet(&READERS[0], |chance| {
        let (file, other) = (chance.pick(&files), chance.pick(&files));
        // Without the right hash, nothing but the hash is tried.
        match chance.below(5) {
            0 => damaged(file, other, chance),
            _ => resealed(&damaged(data_of(file), other, chance), 1 + chance.below(2) as u32),
        }
    });
}

#[test]
fn raw_data_is_read_or_refused() {
    let _alone = alone();
    let files = ["v1/weird", "v2/full", "v2/small"].map(|name| {
        let file = file::read(&fixture(&format!("exchange/{name}.json"))).unwrap();
        raw::write(&file.origin, &file.content.tables).unwrap().1
    });
    meet(&READERS[3], |chance| {
        let (file, other) = (chance.pick(&files), chance.pick(&files));
        damaged(file, other, chance)
    });
}

#[test]
fn the_mutations_reach_what_lies_under_the_hash() {
    let _alone = alone();
    let file = fixture("exchange/v2/full.json");
    let mut chance = Chance(1);
    let (mut read, mut invalid) = (0, 0);
    for _ in 0..300 {
        match file::read(&resealed(&damaged(data_of(&file), &file, &mut chance), 2)) {
            Ok(_) => read += 1,
            Err(ReadError::InvalidRecord { .. }) => invalid += 1,
            Err(_) => {}
        }
    }
    assert!(read > 20 && invalid > 20, "{read} read, {invalid} refused for what a record holds");
}

#[test]
fn an_encrypted_file_is_cut_or_refused() {
    let _alone = alone();
    let plain = [7; 40];
    let file = sealed::seal(&plain, "mimosa", [1; 16], [2; 24]).unwrap();
    assert!(sealed::header(&file).is_ok());
    meet(&READERS[1], |chance| damaged(&file, &file, chance));
}

#[test]
fn a_directory_is_read_or_refused() {
    let _alone = alone();
    let head = |name: &str| {
        let file = fixture(&format!("directory/{name}"));
        let lines: Vec<&[u8]> = file.split_inclusive(|byte| *byte == b'\n').take(6).collect();
        lines.concat()
    };
    let ours = Table {
        heads: ["id", "pivot", "nom", "commune", "code_postal", "adresse", "date_maj"].map(str::to_owned).to_vec(),
        rows: vec![
            ["'=1", "W99999999", "Été;\"", "Bobigny", "93000", "1 rue\nA", "2026-01-15"]
                .map(|text| Cell::Text(text.to_owned()))
                .to_vec(),
        ],
    };
    let files = [head("places-93.csv"), head("places-93-faulty.csv"), head("places-93-windows.csv"), ours.to_csv()];
    meet(&READERS[2], |chance| {
        let (file, other) = (chance.pick(&files), chance.pick(&files));
        damaged(file, other, chance)
    });
}

#[test]
fn a_snapshot_is_read_or_refused() {
    let _alone = alone();
    let import = import_directory(&fixture("directory/places-93.csv")).unwrap();
    let places = import.places.into_iter().take(6).collect();
    let text = DirectorySnapshot::new("Lieux", "lieux.csv", Default::default(), places).to_text().unwrap().1;
    let far = text.replace("\"lat\":48", "\"lat\":1048").into_bytes();
    let files = [text.into_bytes(), far];
    assert_ne!(files[0], files[1]);
    meet(&READERS[5], |chance| {
        let (file, other) = (chance.pick(&files), chance.pick(&files));
        damaged(file, other, chance)
    });
}

#[test]
fn a_base_map_is_read_or_refused() {
    let _alone = alone();
    let compact = serde_json::from_slice::<serde_json::Value>(&fixture("map/contours.geojson")).unwrap().to_string();
    let files = [fixture("map/contours.geojson"), compact.into_bytes()];
    assert!(files.iter().all(|file| geojson::read(file).is_ok()));
    meet(&READERS[4], |chance| {
        let (file, other) = (chance.pick(&files), chance.pick(&files));
        damaged(file, other, chance)
    });
}

#[test]
fn what_broke_a_reader_once_never_does_again() {
    let _alone = alone();
    let folder: PathBuf = [env!("CARGO_MANIFEST_DIR"), "tests/fixtures/crashers"].iter().collect();
    let mut count = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        count += 1;
        for reader in &READERS {
            check(reader, &bytes, &path.display().to_string());
            check(reader, &resealed(&bytes, 2), &path.display().to_string());
        }
    }
    assert!(count >= 12, "only {count} files");
}

/// Big files made to cost much: each is refused before anything is kept.
#[test]
fn a_bomb_is_refused_before_it_costs() {
    let _alone = alone();
    let count = 500_000;
    let members = |member: &dyn Fn(usize) -> String| (0..count).map(member).collect::<Vec<_>>().join(",");
    let bombs = [
        ("records", format!("{{\"records\":{{\"a\":{{{}}}}}}}", members(&|n| format!("\"{n}\":{{}}")))),
        ("kinds", format!("{{\"records\":{{{}}}}}", members(&|n| format!("\"{n}\":{{}}")))),
        ("same record", format!("{{\"records\":{{\"a\":{{{}}}}}}}", members(&|_| "\"x\":{}".to_owned()))),
        ("snapshots", format!("{{\"records\":{{}},\"snapshots\":{{{}}}}}", members(&|n| format!("\"{n:064}\":\"\"")))),
        ("members", format!("{{\"records\":{{}},{}}}", members(&|n| format!("\"{n}\":1")))),
    ];
    for (name, data) in bombs {
        let bytes = resealed(data.as_bytes(), 2);
        let before = MEMORY.total_allocated();
        assert!(file::read(&bytes).is_err(), "{name}");
        let taken = MEMORY.total_allocated() - before;
        assert!(taken < 10_000, "{name}: {taken} bytes for a file of {}", bytes.len());
    }
}
