//! Big files cost in proportion to their size: four times the rows must not take sixteen times as long.
//! `cargo xtask bench` runs the same on bigger ones, and prints the ratios.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a measure that prints, and stops at the first surprise")]

use reperes::exchange::csv::import_directory;
use reperes::exchange::file::{Content, Origin, read, write};
use reperes::records::{Author, ChangeSet, DeviceId, Key, Kind, RecordId, ReplicaId, Tables};
use serde_json::json;
use std::fmt::Write;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Rows of the smaller of the two sizes compared.
const ROWS: usize = if cfg!(debug_assertions) { 400 } else { 5_000 };
/// Linear is 4, quadratic 16; what lies between is left to the noise of the machine.
const RATIO_MAX: f64 = 9.0;

fn fastest(mut act: impl FnMut()) -> Duration {
    let time = |()| {
        let started = Instant::now();
        act();
        started.elapsed()
    };
    [(); 5].map(time).into_iter().min().unwrap()
}

/// Compares a work on `ROWS` and on four times as many.
fn grows_in_proportion<T>(what: &str, prepare: impl Fn(usize) -> T, work: impl Fn(&T)) {
    let (small, large) = (prepare(ROWS), prepare(4 * ROWS));
    let (small, large) = (fastest(|| work(&small)), fastest(|| work(&large)));
    let ratio = large.as_secs_f64() / small.as_secs_f64();
    println!("{what} : ×{ratio:.1} en temps pour ×4 en taille ({} → {} lignes, {large:.1?})", ROWS, 4 * ROWS);
    assert!(ratio < RATIO_MAX, "{what}: {small:?} then {large:?}");
}

/// A directory of fictional places.
fn directory(rows: usize) -> String {
    let mut text =
        "id,pivot,date_maj,nom,commune,code_postal,adresse,latitude,longitude,telephone,horaires,services\n".to_owned();
    for row in 0..rows {
        writeln!(
            text,
            "lieu-{row},99999999900017,2026-01-15,\"Relais, fictif {row}\",Bobigny,93000,{row} rue de l’Exemple,48.{row:06},2.44,01 99 00 00 01,\
             Mo-Fr 09:00-12:00,Aide aux démarches administratives"
        )
        .unwrap();
    }
    text
}

/// The records of one device.
fn tables(replica: &str, rows: usize) -> Tables {
    written(replica, &changes(replica, rows))
}

fn changes(replica: &str, rows: usize) -> ChangeSet {
    let mut changes = ChangeSet::new();
    for row in 0..rows {
        let key = Key { kind: Kind::new("interview").unwrap(), id: RecordId::new(format!("r{row}")).unwrap() };
        for field in ["label", "answer/mail", "answer/souris"] {
            changes.set_named(&key, field, json!(format!("{replica} {row}"))).unwrap();
        }
    }
    changes
}

fn written(replica: &str, changes: &ChangeSet) -> Tables {
    let author = Author {
        replica: ReplicaId::new(replica).unwrap(),
        device: DeviceId::new("poste").unwrap(),
        at_ms: 1_700_000_000_000,
    };
    let mut tables = Tables::default();
    for (key, record) in changes.apply(&Tables::default(), &author) {
        tables.put(key, record);
    }
    tables
}

#[test]
fn importing_a_directory() {
    grows_in_proportion("Import d’un annuaire", directory, |text| {
        black_box(import_directory(text.as_bytes()).unwrap());
    });
}

#[test]
fn merging_two_devices() {
    grows_in_proportion(
        "Fusion de deux postes",
        |rows| (tables("a", rows), tables("b", rows)),
        |(here, there)| {
            black_box(here.merged_with(there));
        },
    );
}

#[test]
fn writing_many_fields_at_once() {
    grows_in_proportion(
        "Écriture",
        |rows| changes("a", rows),
        |changes| {
            black_box(written("a", changes));
        },
    );
}

#[test]
fn writing_and_reading_an_exchange_file() {
    let origin = Origin { device: DeviceId::new("poste").unwrap(), created_at: "2026-01-15T09:00:00".parse().unwrap() };
    grows_in_proportion(
        "Fichier d’échange, écrit puis relu",
        |rows| Content { tables: tables("a", rows), ..Content::default() },
        |content| {
            black_box(read(&write(&origin, content).unwrap()).unwrap());
        },
    );
}
