//! The words of each field and value, with the content they are joined to.

use super::value::raw;
use super::*;
use crate::content::communes::communes;
use crate::content::ecosystem::ecosystem;
use crate::content::questionnaire::questionnaire;
use crate::content::rules::rulebook;
use serde_json::{Value, json};

fn wording() -> Wording<'static> {
    Wording {
        questionnaire: questionnaire().ok(),
        rulebook: rulebook().ok(),
        communes: communes().ok().map(|content| &content.communes),
        ecosystem: ecosystem().ok(),
    }
}

fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn a_field_is_named_as_people_name_it() {
    let question = &questionnaire().unwrap().items[0];
    let answer = format!("answer/{}", question.id);
    let [safety, basics] = ["safety", "basics"].map(|id| {
        questionnaire().unwrap().blocks.iter().find(|block| block.id.as_str() == id).map(|block| block.title.as_str())
    });
    let welcome = rulebook().unwrap().orientations.iter().find(|one| one.id.as_str() == "welcome");
    let titled = |start: &str, title: Option<&str>| format!("{start} : {}", title.unwrap());
    let note = titled("Note", safety);
    let asked = titled("Thème abordé quand même", basics);
    let [decision, referral] =
        ["Décision", "Lieu choisi"].map(|start| titled(start, welcome.map(|one| one.title.as_str())));
    for (kind, name, expected) in [
        ("interview", "label", "Repère de dossier"),
        ("interview", "age_band", "Tranche d’âge"),
        ("interview", answer.as_str(), question.text.as_str()),
        ("interview", "note/safety", note.as_str()),
        ("interview", "ask_anyway/basics", asked.as_str()),
        ("interview", "orientation/welcome", decision.as_str()),
        ("interview", "referral/welcome", referral.as_str()),
        ("interview", "answer/later", "Champ « answer/later »"),
        ("interview", "answer/Wrong", "Champ « answer/Wrong »"),
        ("interview", "later", "Champ « later »"),
        ("directory", "current", "Édition en cours"),
        ("directory", "source", "Nom de l’annuaire"),
        ("directory", "label", "Champ « label »"),
        ("base_map", "current", "Fond de carte en cours"),
        ("base_map", "name", "Champ « name »"),
        ("actor", "role", "Rôle"),
        ("actor", "mission/equip", "Mission : Équiper et connecter"),
        ("actor", "mission/later", "Champ « mission/later »"),
        ("actor_link", "kind", "Lien"),
        ("contact", "reach", "Comment joindre"),
        ("contact", "role", "Champ « role »"),
        ("place", "note/n1", "Note sur le lieu"),
        ("place", "correction/telephone", "Correction : Téléphone"),
        ("place", "correction/later", "Champ « correction/later »"),
        ("place", "closed", "Fermeture"),
        ("place", "attached_to", "Lieu devenu"),
        ("place_list", "name", "Nom de la liste"),
        ("place_list", "note", "Note sur la liste"),
        ("later", "label", "Champ « label »"),
    ] {
        assert_eq!(plain(&field(wording(), kind, name)), plain(expected), "{kind} {name}");
    }
    assert_eq!(plain(&field(Wording::default(), "interview", &answer)), format!("Champ « {answer} »"));
}

#[test]
fn a_value_is_said_in_words() {
    let referral = json!({"place": "p", "source": "s", "name": "Le Relais", "commune": "Bondy", "when": "mardi"});
    let edition = json!({"snapshot": "0".repeat(64), "imported_on": "2026-03-01", "file": "lieux.csv", "count": 38});
    let mut base_map = edition.clone();
    base_map["name"] = json!("Contours");
    for (kind, name, stored, expected) in [
        ("interview", "label", json!("23-11-A"), "23-11-A"),
        ("actor", "kind", json!("target"), "Structure dont les équipes se forment"),
        ("actor", "territory", json!("region"), "Île-de-France"),
        ("actor", "mission/equip", json!(false), "Non"),
        ("actor", "role", json!("Prête du matériel."), "Prête du matériel."),
        ("actor", "role", Value::Null, "Vide"),
        ("actor_link", "to", json!("pix"), "Pix"),
        ("actor_link", "to", json!("0192f"), "0192f"),
        ("actor_link", "kind", json!("refers_to"), "Oriente vers"),
        ("actor_link", "since", json!("2022"), "Depuis 2022"),
        ("contact", "about", json!({"actor": "caf-93"}), "Caisse d’allocations familiales de la Seine-Saint-Denis"),
        ("contact", "informed_on", json!("2026-03-01"), "1er mars 2026"),
        ("interview", "commune", json!({"code": "93008"}), "Bobigny"),
        ("interview", "commune", json!({"code": "75056"}), "Commune 75056"),
        ("interview", "commune", json!("not_said"), "Ne souhaite pas le dire"),
        ("interview", "commune", Value::Null, "Non abordé"),
        ("interview", "starting_commune", json!("93048"), "Montreuil"),
        ("interview", "age_band", json!("26_39"), "26 à 39 ans"),
        ("interview", "length", json!("short"), "Repérage"),
        ("interview", "presentation", json!("one_per_page"), "Une question par page"),
        ("interview", "started_on", json!("2026-03-01"), "1er mars 2026"),
        ("interview", "concluded_on", json!("2026-03-02"), "Terminé le 2 mars 2026"),
        ("interview", "concluded_on", Value::Null, "Entretien en cours"),
        ("interview", "professional/employee", json!(false), "Non"),
        ("interview", "ask_anyway/basics", json!(true), "Oui"),
        ("interview", "ask_anyway/basics", Value::Null, "Non"),
        (
            "interview",
            "person_informed",
            json!({"agreed": false, "on": "2026-03-01"}),
            "Informée le 1er mars 2026, pas d’accord pour être orientée",
        ),
        ("interview", "answer/demand", json!({"many": ["procedure"]}), "Une démarche à faire en ligne"),
        ("interview", "answer/demand", json!("does_not_know"), "Ne sait pas"),
        ("interview", "answer/demand", Value::Null, "Non abordé"),
        ("interview", "answer/demand", json!({"many": ["later"]}), r#"{"many":["later"]}"#),
        ("interview", "answer/later", json!({"one": "x"}), r#"{"one":"x"}"#),
        ("interview", "note/safety", json!("une\ndeux"), "une\ndeux"),
        ("interview", "note/safety", Value::Null, "Aucune note"),
        ("interview", "orientation/welcome", json!({"state": "accepted"}), "Retenue"),
        (
            "interview",
            "orientation/welcome",
            json!({"state": "set_aside", "reason": "not_now"}),
            "Écartée (Pas maintenant)",
        ),
        (
            "interview",
            "orientation/welcome",
            json!({"state": "set_aside", "reason": "other", "note": "en avril"}),
            "Écartée (Autre raison : en avril)",
        ),
        ("interview", "orientation/welcome", Value::Null, "À décider"),
        ("interview", "referral/welcome", referral, "Le Relais, Bondy, mardi"),
        ("interview", "age_band", json!({"later": 1}), r#"{"later":1}"#),
        ("directory", "current", edition, "38 lieux, importés le 1er mars 2026 depuis lieux.csv"),
        ("directory", "current", json!([1]), "[1]"),
        (
            "place",
            "closed",
            json!({"since": "2026-03-01", "why": "travaux"}),
            "Fermé depuis le 1er mars 2026 : travaux",
        ),
        ("place", "closed", Value::Null, "Lieu ouvert"),
        (
            "place",
            "note/n1",
            json!({"text": "Porte bleue", "on": "2026-03-01", "by": "MD"}),
            "1er mars 2026 (MD) : Porte bleue",
        ),
        ("place", "note/n1", Value::Null, "Aucune note"),
        (
            "place",
            "attached_to",
            json!({"source": "s", "place": "1", "name": "Le Relais", "commune": "Bondy"}),
            "Le Relais, Bondy",
        ),
        ("place", "attached_to", Value::Null, "Aucun autre lieu"),
        (
            "place",
            "correction/telephone",
            json!({"value": ["0199000012"], "on": "2026-03-01"}),
            "01 99 00 00 12 (Corrigé le 1er mars 2026)",
        ),
        (
            "place",
            "correction/telephone",
            json!({"value": [], "on": "2026-03-01"}),
            "Non renseigné (Corrigé le 1er mars 2026)",
        ),
        ("place", "correction/telephone", Value::Null, "Aucune correction"),
        ("place", "correction/telephone", json!({"later": 1}), r#"{"later":1}"#),
        ("place_list", "name", json!("Autour de la gare"), "Autour de la gare"),
        ("base_map", "current", base_map, "« Contours », 38 contours, importés le 1er mars 2026 depuis lieux.csv"),
        ("later", "label", Value::Null, "Vide"),
        ("later", "label", json!("<b>x</b>"), "<b>x</b>"),
    ] {
        assert_eq!(plain(&value(wording(), kind, name, &stored)), expected, "{kind} {name} {stored}");
    }
}

#[test]
fn a_long_shape_is_cut_and_a_long_text_is_not() {
    let shape = raw(&json!(["é".repeat(400)]));
    assert_eq!((shape.chars().count(), shape.ends_with('…')), (301, true));
    let longest_whole = json!(["é".repeat(296)]);
    assert_eq!(raw(&longest_whole), longest_whole.to_string());
    assert_eq!(raw(&json!("é".repeat(400))).chars().count(), 400);
}

#[test]
fn says_who_wrote_and_when() {
    let device = DeviceId::new("poste-1a2b").unwrap();
    let day: Option<NaiveDate> = "2026-03-01".parse().ok();
    let moment = Moment { day, time: NaiveTime::from_hms_opt(9, 5, 0) };
    for (device, clock, moment, who, wrong) in [
        (Some(&device), Clock::Plausible, moment, "Écrit sur « poste-1a2b », le 1er mars 2026 à 9 h 05", None),
        (
            Some(&device),
            Clock::Plausible,
            Moment { time: None, ..moment },
            "Écrit sur « poste-1a2b », le 1er mars 2026",
            None,
        ),
        (None, Clock::Plausible, moment, "Écrit sur un poste inconnu, le 1er mars 2026 à 9 h 05", None),
        (
            Some(&device),
            Clock::Past,
            Moment { day: "1970-01-01".parse().ok(), time: None },
            "Écrit sur « poste-1a2b »",
            Some("Horloge du poste à vérifier : 1er janvier 1970"),
        ),
        (
            None,
            Clock::Future,
            Moment { day: None, time: None },
            "Écrit sur un poste inconnu",
            Some("Horloge du poste à vérifier : date impossible"),
        ),
    ] {
        assert_eq!(plain(&written("Écrit", device, clock, moment)), who);
        assert_eq!(wrong_clock(clock, moment).as_deref().map(plain).as_deref(), wrong);
    }
}

#[test]
fn the_notice_counts_and_stays_silent_without_reason() {
    for (disagreements, unreadable, expected) in [
        (0, 0, None),
        (1, 0, Some("1 désaccord à vérifier")),
        (2, 0, Some("2 désaccords à vérifier")),
        (0, 1, Some("1 valeur illisible à vérifier")),
        (2, 3, Some("2 désaccords et 3 valeurs illisibles à vérifier")),
    ] {
        assert_eq!(notice(disagreements, unreadable).as_deref().map(plain).as_deref(), expected);
    }
}

#[test]
fn a_record_is_named_by_what_people_see_of_it() {
    let label = CaseLabel::new("23-11-A").unwrap();
    for (kind, label, source, expected) in [
        ("interview", Some(&label), None, "Dossier 23-11-A"),
        ("interview", None, None, "Dossier sans repère"),
        ("directory", None, Some("Relais"), "Annuaire « Relais »"),
        ("directory", None, None, "Annuaire x"),
        ("base_map", None, Some("Contours"), "Fond de carte « Contours »"),
        ("base_map", None, None, "Fond de carte"),
        ("actor", None, Some("Relais"), "Acteur « Relais »"),
        ("actor_link", None, None, "Lien entre deux acteurs"),
        ("contact", None, Some("Accueil"), "Contact « Accueil »"),
        ("place", None, Some("Le Relais"), "Lieu « Le Relais »"),
        ("place", None, None, "Lieu sans nom"),
        ("place_list", None, Some("Nord"), "Liste de lieux « Nord »"),
        ("place_list", None, None, "Liste de lieux sans nom"),
        ("later", None, None, "Élément d’une version plus récente (later/x)"),
    ] {
        assert_eq!(plain(&record(kind, "x", label, source)), expected);
    }
    for kind in ["interview", "directory", "base_map", "place", "place_list", "later"] {
        let words = removal(kind);
        assert!(words.keep.starts_with("Garder "), "{words:?}");
        assert!([words.explanation, words.kept, words.left].iter().all(|said| said.ends_with('.')), "{words:?}");
    }
}

#[test]
fn notes_are_kept_together_whatever_their_number() {
    for (notes, expected) in
        [(2, "Garder les deux, l’un sous l’autre"), (3, "Garder tous les textes, l’un sous l’autre")]
    {
        assert_eq!(keep_together(notes), expected);
    }
}

#[test]
fn a_refused_text_says_what_to_write() {
    assert_eq!(
        plain(&text_fault(TextFault::NotALabel)),
        "Écrivez un repère d’une seule ligne, de 40 caractères au plus."
    );
    assert_eq!(plain(&text_fault(TextFault::TooLong)), "Raccourcissez le texte : 20 000 caractères au plus.");
}

#[test]
fn what_was_done_is_said_in_one_line() {
    assert_eq!(plain(&total(2)), "2 points à vérifier");
    assert_eq!(plain(&kept("Lundi 3")), "Valeur gardée : Lundi 3");
    assert_eq!(plain(&kept(&"é".repeat(121))), format!("Valeur gardée : {}…", "é".repeat(120)));
    assert_eq!(plain(&emptied("Repère")), "Champ vidé : Repère");
}

#[test]
fn figures_that_were_published_are_told_without_any_answer() {
    let units = json!(["AAAA", "BBBB"]);
    let batch = json!({ "on": "2022-04-01", "sessions": ["s"], "threshold": 5, "units": units, "fell": ["01"] });
    let ledger = json!({ "batches": [batch], "lines": [] });
    let said = value(Wording::default(), "synthesis", "ledger/end_of_day", &ledger);
    assert_eq!(
        said.replace(['\u{a0}', '\u{202f}'], " "),
        "2 réponses comptées, les dernières arrêtées le 1er avril 2022"
    );
    let field = field(Wording::default(), "synthesis", "ledger/end_of_day");
    assert_eq!(field.replace('\u{a0}', " "), "Chiffres arrêtés : la satisfaction en fin de journée");
    assert_eq!(
        value(Wording::default(), "synthesis", "published/2022-04-01/1", &json!("closing")),
        "Synthèse de fin de cycle"
    );
    // What cannot be read may hold answers as well.
    let spoiled = json!({ "batches": [{ "units": units }], "later": true });
    for (kind, name) in [("synthesis", "ledger/end_of_day"), ("survey_response", "response")] {
        assert!(!unreadable(kind, name, &spoiled).contains("AAAA"), "{kind}");
    }
    assert!(unreadable("session", "status", &json!({ "is": "x" })).contains("is"));
}
