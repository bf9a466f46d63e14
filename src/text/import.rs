//! What to say of an import before it is done, and of going back after it.

use super::backup::held;
use super::exchange::{Fault, agreed, kind};
use super::format::{agree, count, date, integer, list, number, time};
use crate::exchange::backup::Held;
use crate::exchange::plan::alarm::Alarm;
use crate::exchange::plan::effect::{Effect, RecordEffect};
use crate::exchange::restore_point::{Cause, KEPT};
use crate::exchange::transfer::Progress;
use crate::exchange::undo::{Outlook, RollbackCounts};
use crate::records::DeviceId;
use chrono::NaiveDateTime;
use std::collections::BTreeSet;

/// What would happen to one record: « 3 informations ajoutées, 1 modifiée », « supprimé ».
pub fn effect(effect: &RecordEffect) -> String {
    let RecordEffect { fields_added: added, fields_changed: changed, fields_in_conflict: in_conflict, .. } = *effect;
    let done = |phrase| agreed(effect.key.kind.as_str(), 1, phrase);
    match effect.effect {
        Effect::Erased => done("effacé pour toujours"),
        Effect::Deleted => done("supprimé"),
        Effect::Added => match (added + in_conflict, in_conflict) {
            (0, _) => done("ajouté"),
            (all, 0) => format!("{}, avec {}", done("ajouté"), count(number(all), "information", "informations")),
            (all, disputed) => {
                let all = count(number(all), "information", "informations");
                format!("{}, avec {all}, dont {} à vérifier", done("ajouté"), integer(number(disputed)))
            }
        },
        Effect::Restored => match fields(in_conflict, added, changed) {
            fields if fields.is_empty() => done("rétabli"),
            fields => format!("{}, avec {fields}", done("rétabli")),
        },
        Effect::InConflict | Effect::Changed => match fields(in_conflict, added, changed) {
            fields if fields.is_empty() => "aucun changement visible".to_owned(),
            fields => fields,
        },
    }
}

/// « 2 informations à vérifier, 1 ajoutée »: the noun goes with the first number.
fn fields(in_conflict: usize, added: usize, changed: usize) -> String {
    let parts: Vec<String> =
        [(in_conflict, "à vérifier", "à vérifier"), (added, "ajoutée", "ajoutées"), (changed, "modifiée", "modifiées")]
            .into_iter()
            .filter(|(fields, _, _)| *fields > 0)
            .enumerate()
            .map(|(nth, (fields, one, many))| {
                let fields = number(fields);
                let done = agree(fields, one, many);
                match nth {
                    0 => format!("{} {done}", count(fields, "information", "informations")),
                    _ => format!("{}\u{a0}{done}", integer(fields)),
                }
            })
            .collect();
    parts.join(", ")
}

/// What is unusual in an import, and what to do about it.
pub fn alarm(alarm: &Alarm) -> Fault {
    match alarm {
        Alarm::Shrinks { here, there } => {
            let there = match there {
                0 => "ne contient aucun élément".to_owned(),
                1 => "ne contient qu’un élément".to_owned(),
                there => format!("ne contient que {}", elements(*there)),
            };
            Fault {
                what: format!("Cet import {there}, alors que cet appareil en garde {}", integer(number(*here))),
                next: "C’est peut-être un fichier ancien, ou celui d’un autre poste. Vérifiez sa date et le poste d’où il vient. Un import ajoute et complète\u{a0}: ce qui manque au fichier reste sur cet appareil.".to_owned(),
            }
        }
        Alarm::RemovesMany { removed, here } => Fault {
            what: format!("Cet import retire {} sur {}", elements(*removed), integer(number(*here))),
            next: "Ils ont été supprimés ou effacés sur un autre poste. Un élément supprimé peut être rétabli\u{a0}; un élément effacé ne reviendra pas. En cas de doute, n’importez pas, et demandez à la personne qui a préparé le fichier.".to_owned(),
        },
        Alarm::WrongClock { ahead, behind } => Fault {
            what: "La date d’un poste semble fausse".to_owned(),
            next: clocks(ahead, behind),
        },
    }
}

/// What an import does not take, since what is kept here under the same name is damaged.
pub fn not_taken(records: usize) -> Option<Fault> {
    let (records, them) = match records {
        0 => return None,
        1 => ("Un élément ne sera pas repris".to_owned(), "celui que cet appareil garde sous le même nom est abîmé"),
        many => (
            format!("{} ne seront pas repris", elements(many)),
            "ceux que cet appareil garde sous le même nom sont abîmés",
        ),
    };
    let next = format!(
        "Repères n’écrase rien\u{a0}: {them}. Page «\u{202f}Données\u{202f}», choisissez d’abord «\u{202f}Exporter ce qui est illisible\u{202f}»."
    );
    Some(Fault { what: records, next })
}

fn clocks(ahead: &BTreeSet<DeviceId>, behind: &BTreeSet<DeviceId>) -> String {
    let mut sentences = Vec::new();
    if !ahead.is_empty() {
        sentences
            .push(format!("Sur {}, elle est en avance de plus d’un jour sur celle de cet appareil.", devices(ahead)));
    }
    if !behind.is_empty() {
        sentences.push(format!("Sur {}, elle est d’avant 2021.", devices(behind)));
    }
    sentences.push("Rien n’est perdu\u{a0}: en cas de désaccord, les deux valeurs sont gardées, mais la plus récente n’est peut-être pas celle qui s’affiche en premier. Vérifiez la date de ces postes et celle de cet appareil.".to_owned());
    sentences.join(" ")
}

fn devices(devices: &BTreeSet<DeviceId>) -> String {
    list(&devices.iter().map(|device| format!("«\u{202f}{device}\u{202f}»")).collect::<Vec<_>>())
}

/// Before what a restore point was taken: « Avant l’import de reperes-2026-03-01-0905.json ».
pub fn cause(cause: &Cause) -> String {
    match cause {
        Cause::Import { files } => match files.as_slice() {
            [only] => format!("Avant l’import de {}", only.name),
            files => format!("Avant l’import de {}", count(number(files.len()), "fichier", "fichiers")),
        },
        Cause::Undo => "Avant l’annulation d’un import".to_owned(),
        Cause::Return => "Avant un retour en arrière".to_owned(),
    }
}

/// What follows an import.
pub const DONE: &str = "Import terminé\u{a0}: ce que contenaient les fichiers est maintenant sur cet appareil.";

/// What restore points are for, and how many are kept.
pub fn points_lead() -> String {
    format!(
        "Avant chaque import et chaque retour, Repères garde ce qui était sur cet appareil. Les {KEPT} derniers points restent, dans ce navigateur seulement."
    )
}

/// When a restore point was kept and what it holds: « 1er mars 2026 à 9 h 05. Il contient 3 entretiens. »
pub fn point(at: NaiveDateTime, content: &Held) -> String {
    let holds = match content.0.values().all(|count| *count == 0) {
        true => "Il ne contient aucune donnée.".to_owned(),
        false => format!("Il contient {}.", held(content)),
    };
    format!("{} à {}. {holds}", date(at.date()), time(at.time()))
}

/// What going back would do, a sentence for each kind of record that moves, then what stays.
pub fn preview(outlook: &Outlook) -> Vec<String> {
    let kinds = outlook.by_kind.iter().rev();
    let mut sentences: Vec<String> =
        kinds.map(|(kind, counts)| moves(kind.as_str(), *counts)).filter(|sentence| !sentence.is_empty()).collect();
    match outlook.kept_later_edits {
        0 => {}
        1 => sentences.push("1\u{a0}élément modifié depuis reste avec ces modifications.".to_owned()),
        kept => sentences.push(format!("{} modifiés depuis restent avec ces modifications.", elements(kept))),
    }
    match outlook.left_unreadable {
        0 => {}
        1 => sentences.push("1\u{a0}élément abîmé de cet appareil reste tel qu’il est.".to_owned()),
        left => sentences.push(format!("{} abîmés de cet appareil restent tels qu’ils sont.", elements(left))),
    }
    if sentences.is_empty() {
        sentences.push("Rien ne changera sur cet appareil.".to_owned());
    }
    sentences
}

/// « 12 entretiens reviendront, 3 seront retirés d’ici. » The participles agree afterwards.
fn moves(name: &str, counts: RollbackCounts) -> String {
    let parts: Vec<String> = [
        (counts.back, "reviendra", "reviendront"),
        (counts.gone, "sera retiré d’ici", "seront retiré d’ici"),
        (counts.changed, "retrouvera ses valeurs d’avant", "retrouveront leurs valeurs d’avant"),
    ]
    .into_iter()
    .filter(|(records, _, _)| *records > 0)
    .enumerate()
    .map(|(nth, (records, one, many))| {
        let records = number(records);
        let does = agreed(name, records, agree(records, one, many));
        match nth {
            0 => format!("{}\u{a0}{} {does}", integer(records), kind(name, records)),
            _ => format!("{}\u{a0}{does}", integer(records)),
        }
    })
    .collect();
    if parts.is_empty() { String::new() } else { format!("{}.", parts.join(", ")) }
}

/// « L’import est annulé. 1 élément modifié depuis est gardé. »
pub fn undone(outlook: &Outlook) -> String {
    let kept = match outlook.kept_later_edits {
        0 => String::new(),
        1 => " 1\u{a0}élément modifié depuis est gardé.".to_owned(),
        kept => format!(" {} modifiés depuis sont gardés.", elements(kept)),
    };
    format!("L’import est annulé.{kept}")
}

/// « Vos données sont à nouveau celles du 1er mars 2026 à 9 h 05. »
pub fn returned(at: NaiveDateTime) -> String {
    format!("Vos données sont à nouveau celles du {} à {}.", date(at.date()), time(at.time()))
}

/// How far the work on files is.
pub fn progress(step: &Progress) -> String {
    match step {
        Progress::Reading { name, nth, of } if *of > 1 => {
            format!("Lecture de {name} ({} sur {})…", integer(number(*nth)), integer(number(*of)))
        }
        Progress::Reading { name, .. } => format!("Lecture de {name}…"),
        Progress::Comparing => "Comparaison avec ce qui est ici…".to_owned(),
        Progress::Writing => "Enregistrement…".to_owned(),
        Progress::Preparing => "Préparation du fichier…".to_owned(),
        Progress::Sealing => "Fermeture par la phrase de passe…".to_owned(),
    }
}

/// « 1 200 autres éléments changent aussi. »
pub fn left_out(records: usize) -> String {
    match records {
        1 => "1\u{a0}autre élément change aussi.".to_owned(),
        records => format!("{} autres éléments changent aussi.", integer(number(records))),
    }
}

/// A restore point that cannot be read.
pub fn unreadable_point() -> Fault {
    Fault {
        what: "Ce point de retour ne peut pas être lu".to_owned(),
        next:
            "Vos données n’ont pas changé. Choisissez un autre point de retour, ou reprenez un fichier de sauvegarde."
                .to_owned(),
    }
}

fn elements(records: usize) -> String {
    count(number(records), "élément", "éléments")
}

#[cfg(test)]
#[path = "import_tests.rs"]
mod tests;
