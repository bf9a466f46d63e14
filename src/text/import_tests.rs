use super::*;
use crate::exchange::file::Origin;
use crate::exchange::restore_point::ImportedFile;
use crate::records::{Key, Kind, RecordId};

fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn an_effect_is_said_with_what_it_does_to_how_much() {
    use Effect::{Added, Changed, Deleted, Erased, InConflict, Restored};
    for (what, added, changed, in_conflict, expected) in [
        (Erased, 0, 0, 0, "effacé pour toujours"),
        (Deleted, 0, 0, 0, "supprimé"),
        (Added, 0, 0, 0, "ajouté"),
        (Added, 1, 0, 0, "ajouté, avec 1 information"),
        (Added, 12, 0, 0, "ajouté, avec 12 informations"),
        (Added, 2, 0, 1, "ajouté, avec 3 informations, dont 1 à vérifier"),
        (Changed, 3, 0, 0, "3 informations ajoutées"),
        (Changed, 3, 1, 0, "3 informations ajoutées, 1 modifiée"),
        (Changed, 0, 1, 0, "1 information modifiée"),
        (Changed, 0, 0, 0, "aucun changement visible"),
        (InConflict, 1, 0, 2, "2 informations à vérifier, 1 ajoutée"),
        (Restored, 0, 0, 0, "rétabli"),
        (Restored, 0, 2, 0, "rétabli, avec 2 informations modifiées"),
    ] {
        let key = Key { kind: Kind::new("interview").unwrap(), id: RecordId::new("a").unwrap() };
        let effect = RecordEffect {
            key,
            effect: what,
            fields_added: added,
            fields_changed: changed,
            fields_in_conflict: in_conflict,
        };
        assert_eq!(plain(&super::effect(&effect)), expected);
    }
}

#[test]
fn what_is_done_agrees_with_the_kind() {
    let said = |effect| {
        let key = Key { kind: Kind::new("session").unwrap(), id: RecordId::new("a").unwrap() };
        let all = RecordEffect { key, effect, fields_added: 0, fields_changed: 0, fields_in_conflict: 0 };
        super::effect(&all)
    };
    let [added, deleted, restored] = [Effect::Added, Effect::Deleted, Effect::Restored].map(said);
    assert_eq!([added, deleted, restored], ["ajoutée", "supprimée", "rétablie"]);
    let gone = preview(&rollback(&[("session", [1, 2, 1]), ("registration", [0, 1, 0])], 0));
    let gone: Vec<String> = gone.iter().map(|sentence| plain(sentence)).collect();
    assert_eq!(
        gone,
        [
            "1 session reviendra, 2 seront retirées d’ici, 1 retrouvera ses valeurs d’avant.",
            "1 inscription sera retirée d’ici.",
        ]
    );
}

#[test]
fn an_alarm_says_what_is_unusual_and_what_to_do() {
    let names = |names: &[&str]| names.iter().map(|name| DeviceId::new(*name).unwrap()).collect();
    for (alarm, what, next) in [
        (
            Alarm::Shrinks { here: 40, there: 1 },
            "Cet import ne contient qu’un élément, alors que cet appareil en garde 40",
            "C’est peut-être un fichier ancien, ou celui d’un autre poste. Vérifiez sa date et le poste d’où il vient. Un import ajoute et complète : ce qui manque au fichier reste sur cet appareil.",
        ),
        (
            Alarm::Shrinks { here: 1200, there: 0 },
            "Cet import ne contient aucun élément, alors que cet appareil en garde 1 200",
            "C’est peut-être un fichier ancien, ou celui d’un autre poste. Vérifiez sa date et le poste d’où il vient. Un import ajoute et complète : ce qui manque au fichier reste sur cet appareil.",
        ),
        (
            Alarm::RemovesMany { removed: 12, here: 40 },
            "Cet import retire 12 éléments sur 40",
            "Ils ont été supprimés ou effacés sur un autre poste. Un élément supprimé peut être rétabli ; un élément effacé ne reviendra pas. En cas de doute, n’importez pas, et demandez à la personne qui a préparé le fichier.",
        ),
        (
            Alarm::WrongClock { ahead: names(&["poste-2", "poste-1"]), behind: names(&["poste-3"]) },
            "La date d’un poste semble fausse",
            "Sur « poste-1 » et « poste-2 », elle est en avance de plus d’un jour sur celle de cet appareil. Sur « poste-3 », elle est d’avant 2021. Rien n’est perdu : en cas de désaccord, les deux valeurs sont gardées, mais la plus récente n’est peut-être pas celle qui s’affiche en premier. Vérifiez la date de ces postes et celle de cet appareil.",
        ),
        (
            Alarm::WrongClock { ahead: BTreeSet::new(), behind: names(&["poste-3"]) },
            "La date d’un poste semble fausse",
            "Sur « poste-3 », elle est d’avant 2021. Rien n’est perdu : en cas de désaccord, les deux valeurs sont gardées, mais la plus récente n’est peut-être pas celle qui s’affiche en premier. Vérifiez la date de ces postes et celle de cet appareil.",
        ),
    ] {
        let said = super::alarm(&alarm);
        assert_eq!((plain(&said.what).as_str(), plain(&said.next).as_str()), (what, next));
    }
}

#[test]
fn a_point_says_before_what_it_was_taken() {
    let file = |name: &str| {
        let device = DeviceId::new("poste-1").unwrap();
        let created_at = "2026-03-01T09:05:00".parse().unwrap();
        ImportedFile { name: name.to_owned(), origin: Origin { device, created_at } }
    };
    let import = |names: &[&str]| Cause::Import { files: names.iter().map(|name| file(name)).collect() };
    for (before, expected) in [
        (import(&["reperes-2026-03-01-0905.json"]), "Avant l’import de reperes-2026-03-01-0905.json"),
        (import(&["a.json", "b.json", "c.json"]), "Avant l’import de 3 fichiers"),
        (Cause::Undo, "Avant l’annulation d’un import"),
        (Cause::Return, "Avant un retour en arrière"),
    ] {
        assert_eq!(plain(&cause(&before)), expected);
    }
}

fn rollback(kinds: &[(&str, [usize; 3])], kept_later_edits: usize) -> Outlook {
    let by_kind = kinds.iter().map(|(kind, [back, gone, changed])| {
        (Kind::new(*kind).unwrap(), RollbackCounts { back: *back, gone: *gone, changed: *changed })
    });
    Outlook { by_kind: by_kind.collect(), kept_later_edits, left_unreadable: 0 }
}

#[test]
fn going_back_is_said_kind_by_kind() {
    for (rollback, expected) in [
        (rollback(&[], 0), &["Rien ne changera sur cet appareil."][..]),
        (rollback(&[("interview", [12, 3, 0])], 0), &["12 entretiens reviendront, 3 seront retirés d’ici."]),
        (
            rollback(&[("interview", [1, 1, 2]), ("directory", [0, 0, 1])], 1),
            &[
                "1 entretien reviendra, 1 sera retiré d’ici, 2 retrouveront leurs valeurs d’avant.",
                "1 annuaire retrouvera ses valeurs d’avant.",
                "1 élément modifié depuis reste avec ces modifications.",
            ],
        ),
        (
            rollback(&[("later", [0, 2, 0])], 3),
            &[
                "2 éléments d’une version plus récente seront retirés d’ici.",
                "3 éléments modifiés depuis restent avec ces modifications.",
            ],
        ),
    ] {
        assert_eq!(preview(&rollback).iter().map(|sentence| plain(sentence)).collect::<Vec<_>>(), expected);
    }
}

#[test]
fn what_is_damaged_here_is_said_to_stay() {
    let preview_of = |left_unreadable| preview(&Outlook { left_unreadable, ..Outlook::default() });
    assert_eq!(plain(&preview_of(1).concat()), "1 élément abîmé de cet appareil reste tel qu’il est.");
    assert_eq!(plain(&preview_of(3).concat()), "3 éléments abîmés de cet appareil restent tels qu’ils sont.");
    assert_eq!(not_taken(0), None);
    assert_eq!(plain(&not_taken(1).unwrap().what), "Un élément ne sera pas repris");
    assert_eq!(plain(&not_taken(2).unwrap().what), "2 éléments ne seront pas repris");
}

#[test]
fn what_was_done_is_said() {
    for (kept, expected) in [
        (0, "L’import est annulé."),
        (1, "L’import est annulé. 1 élément modifié depuis est gardé."),
        (1200, "L’import est annulé. 1 200 éléments modifiés depuis sont gardés."),
    ] {
        assert_eq!(plain(&undone(&rollback(&[], kept))), expected);
    }
    let at = "2026-03-01T09:05:00".parse().unwrap();
    assert_eq!(plain(&returned(at)), "Vos données sont à nouveau celles du 1er mars 2026 à 9 h 05.");
    assert_eq!(unreadable_point().what, "Ce point de retour ne peut pas être lu");
}

#[test]
fn the_number_of_points_is_that_which_is_kept() {
    assert!(points_lead().contains(&format!("Les {KEPT} derniers points")));
}

#[test]
fn a_point_says_when_and_what() {
    let at = "2026-03-01T09:05:00".parse().unwrap();
    let plain = |text: String| text.replace(['\u{a0}', '\u{202f}'], " ");
    assert_eq!(plain(point(at, &Held::default())), "1er mars 2026 à 9 h 05. Il ne contient aucune donnée.");
    let held = Held([(Kind::new("interview").unwrap(), 3)].into());
    assert_eq!(plain(point(at, &held)), "1er mars 2026 à 9 h 05. Il contient 3 entretiens.");
}
