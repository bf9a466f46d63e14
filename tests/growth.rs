//! Big files cost in proportion to their size: four times the records must take at most five times as long.
//! `cargo xtask bench` runs this in release, and prints the times and the ratios of one run.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a measure that prints, and stops at the first surprise")]

use reperes::exchange::csv::import_directory;
use reperes::exchange::file::{Content, Origin, read, write};
use reperes::exchange::plan::ImportPlan;
use reperes::exchange::restore_point::{Cause, Moment, PointId, RestorePoint};
use reperes::exchange::scope::Scope;
use reperes::exchange::undo::undo;
use reperes::records::{Author, ChangeSet, DeviceId, Key, Kind, RecordId, ReplicaId, Tables};
use serde_json::json;
use std::fmt::Write;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// The sizes compared; the last is four times the one before.
const SIZES: [usize; 3] = [1_000, 10_000, 40_000];
/// What ×4 in size may cost in time.
const RATIO_MAX: f64 = 5.0;

/// How often each size is timed: the fastest is kept.
const TRIES: usize = 12;

fn timed(act: impl FnOnce()) -> Duration {
    let started = Instant::now();
    act();
    started.elapsed()
}

/// Times a work on each size. A machine that was busy at the wrong moment gets a second chance, a slow algorithm fails twice.
fn grows_in_proportion<T>(what: &str, prepare: impl Fn(usize) -> T, work: impl Fn(&T)) {
    let ready = SIZES.map(|size| prepare(size));
    let measure = || {
        // Turn by turn, so that what slows the machine for a while slows every size.
        let turns: Vec<_> = (0..TRIES).map(|_| ready.each_ref().map(|ready| timed(|| work(ready)))).collect();
        let [small, medium, large] = [0, 1, 2].map(|nth| turns.iter().map(|turn| turn[nth]).min().unwrap());
        let ratio = large.as_secs_f64() / medium.as_secs_f64();
        println!(
            "{what} : 1 000 en {small:.1?}, 10 000 en {medium:.1?}, 40 000 en {large:.1?} ; ×4 en taille, ×{ratio:.1} en temps"
        );
        ratio
    };
    let ratio = measure();
    assert!(ratio <= RATIO_MAX || measure() <= RATIO_MAX, "{what}");
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
    let mut tables = Tables::default();
    for (key, record) in changes.apply(&Tables::default(), &author(replica)) {
        tables.put(key, record);
    }
    tables
}

fn author(replica: &str) -> Author {
    Author {
        replica: ReplicaId::new(replica).unwrap(),
        device: DeviceId::new("poste").unwrap(),
        at_ms: 1_700_000_000_000,
    }
}

#[test]
fn erasing_everything() {
    grows_in_proportion(
        "Effacement de tous les dossiers",
        |rows| tables("a", rows),
        |here| {
            let keys: Vec<Key> = here.iter().map(|(kind, id, _)| Key { kind: kind.clone(), id: id.clone() }).collect();
            black_box(ChangeSet::erase(here, &keys).apply(here, &author("b")));
        },
    );
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
fn importing_an_exchange_file() {
    grows_in_proportion(
        "Import d’un fichier d’échange (lecture, essai, point de retour)",
        |rows| (tables("a", rows), file("b", rows)),
        |(here, bytes)| {
            let incoming = read(bytes).unwrap().content.tables;
            let plan = ImportPlan::new(here, &incoming);
            black_box(RestorePoint::before(moment(), here, &plan.records).to_text().unwrap());
        },
    );
}

#[test]
fn undoing_an_import() {
    grows_in_proportion(
        "Annulation d’un import",
        |rows| {
            let mut here = tables("a", rows);
            let plan = ImportPlan::new(&here, &tables("b", rows));
            let point = RestorePoint::before(moment(), &here, &plan.records);
            for (key, record) in plan.records {
                here.put(key, record);
            }
            (here, point)
        },
        |(now, point)| {
            black_box(undo(now, point, true).unwrap());
        },
    );
}

fn moment() -> Moment {
    let at_ms = 1_700_000_000_000;
    let device = DeviceId::new("poste").unwrap();
    Moment { id: PointId::after(&[], at_ms), at_ms, device, cause: Cause::Undo, revision_before: 1 }
}

fn origin() -> Origin {
    Origin { device: DeviceId::new("poste").unwrap(), created_at: "2026-01-15T09:00:00".parse().unwrap() }
}

fn file(replica: &str, rows: usize) -> Vec<u8> {
    let content = Content { tables: tables(replica, rows), ..Content::default() };
    write(&origin(), &Scope::Everything, &content).unwrap()
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
    grows_in_proportion(
        "Fichier d’échange, écrit puis relu",
        |rows| Content { tables: tables("a", rows), ..Content::default() },
        |content| {
            black_box(read(&write(&origin(), &Scope::Everything, content).unwrap()).unwrap());
        },
    );
}
