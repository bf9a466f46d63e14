//! What a debrief says, and that nobody is in it.

use super::*;
use crate::content::{cases::cases, questionnaire::questionnaire, rules::rulebook};
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::hand_in::{HandIn, key};
use crate::domain::exercise::seat::Seat;
use crate::domain::exercise::work::{CaseWork, Work};
use crate::domain::interview::questionnaire::Length;
use crate::records::RecordId;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

fn subject(manner: Manner) -> Subject<'static> {
    let case = cases().unwrap().cases.first().unwrap();
    Subject { case, manner, questionnaire: questionnaire().unwrap(), rulebook: rulebook().unwrap() }
}

pub(super) fn code() -> ExerciseCode {
    ExerciseCode::new(&[subject(Manner::Alone).case.number].into(), Length::Full, Manner::Alone, 3)
}

/// What a seat hands in on the first case.
fn hand_in(index: usize, seat: u8, answers: &Value, orientations: &Value, asked: &Value) -> HandIn {
    let version = &questionnaire().unwrap().version;
    let work = json!({ "case": subject(Manner::Alone).case.id, "questionnaire": version, "answers": answers,
        "orientations": orientations, "asked": asked });
    let answers = Handed::Case(serde_json::from_value::<CaseWork>(work).unwrap());
    HandIn {
        key: key(&RecordId::new(format!("r{index}")).unwrap()).unwrap(),
        work: Work { exercise: code(), seat: Seat::new(seat).unwrap(), edition: 1, answers },
        is_set_aside: false,
    }
}

/// Five participants, at these seats.
fn room(seats: &[u8]) -> Collected {
    let (kept, left) = ("kept", "set_aside");
    let works = [
        (
            json!({"devices": {"many": ["smartphone"]}, "fill-form": {"skill": {"level": "with_help"}},
                "deadline": {"one": "week"}, "mobility": {"one": "anywhere"}}),
            json!({"procedure-help": kept, "solidarity-connection": kept}),
            json!(["data", "money"]),
        ),
        (
            json!({"devices": {"many": ["smartphone"]}, "fill-form": {"skill": {"level": "does_not"}},
                "deadline": {"one": "month"}, "mobility": {"one": "nearby"}}),
            json!({"procedure-help": kept, "solidarity-equipment": left}),
            json!(["data"]),
        ),
        (
            json!({"devices": {"many": ["smartphone", "computer"]}, "fill-form": {"skill": {"level": "alone"}},
                "deadline": "does_not_know", "mobility": {"one": "nearby"}}),
            json!({"procedure-help": kept, "solidarity-equipment": kept, "solidarity-connection": left}),
            json!([]),
        ),
        (
            json!({"devices": {"many": ["smartphone"]}, "fill-form": {"skill": {"level": "alone"}},
                "deadline": "prefers_not_to_say"}),
            json!({"solidarity-connection": kept}),
            json!(["money", "wifi"]),
        ),
        (json!({"fill-form": {"skill": {"level": "with_help"}}}), json!({}), json!(["data"])),
    ];
    let handed = works.iter().zip(seats).enumerate();
    let handed =
        handed.map(|(at, ((answers, orientations, asked), seat))| hand_in(at, *seat, answers, orientations, asked));
    Collected::of(handed.collect())
}

pub(super) fn told(manner: Manner) -> Arc<Told> {
    Room::of(subject(manner), &room(&[1, 2, 3, 4, 5]), Threshold::default()).told.unwrap()
}

#[test]
fn each_difference_says_how_many_of_how_many() {
    let said = |told: &Told| {
        told.differences.iter().map(|one| plain(&format!("{} | {}", one.about, one.said))).collect::<Vec<_>>()
    };
    let alone = said(&told(Manner::Alone));
    for expected in [
        "Souhaitez-vous apprendre, ou que nous la fassions ensemble ? | 5 personnes sur 5 n’ont pas posé cette question.",
        "Trouver une connexion à prix solidaire | 2 personnes sur 5 ont retenu cette orientation.",
        "Trouver un appareil à prix solidaire | 1 personne sur 5 a retenu cette orientation.",
        "Date à respecter | 3 personnes sur 5 ne donnent pas la réponse la plus fréquente.",
        "Appareils utilisés | 1 personne sur 5 ne donne pas la réponse la plus fréquente.",
        "Déplacements | 1 personne sur 5 ne donne pas la réponse la plus fréquente.",
    ] {
        assert!(alone.iter().any(|one| one == expected), "{expected}\n{alone:#?}");
    }
    assert!(alone.first().unwrap().contains("5 personnes sur 5"));
    for (manner, expected) in [(Manner::Pairs, "5 binômes sur 5"), (Manner::RolePlay, "5 trios sur 5")] {
        assert!(said(&told(manner)).first().unwrap().contains(expected));
    }
}

#[test]
fn none_is_said_in_words() {
    let hand_ins =
        (1..=5).map(|seat| hand_in(seat.into(), seat, &json!({"deadline": {"one": "month"}}), &json!({}), &json!([])));
    let told = Room::of(subject(Manner::Pairs), &Collected::of(hand_ins.collect()), Threshold::default()).told.unwrap();
    let connection = told.differences.iter().find(|one| one.about.starts_with("Trouver une connexion")).unwrap();
    assert_eq!(plain(&connection.said), "Aucun binôme sur 5 n’a retenu cette orientation.");
    let deadline =
        told.blocks.iter().flat_map(|block| &block.items).find(|one| one.short == "Date à respecter").unwrap();
    let follow = deadline.reading.as_ref().and_then(|reading| reading.argued.last()).map(|text| plain(text));
    assert_eq!(follow.as_deref(), Some("Aucun binôme ne répond dans ce sens, sur 5 qui en ont parlé."));
}

#[test]
fn the_reading_stays_out_of_what_is_said_before_it_is_opened() {
    let told = told(Manner::Alone);
    let arguments: BTreeSet<&str> = {
        let reading = &subject(Manner::Alone).case.reading;
        let orientations = reading.keep.iter().chain(&reading.leave).map(|read| read.why.as_str());
        reading.answers.iter().map(|read| read.why.as_str()).chain(orientations).collect()
    };
    for one in &told.differences {
        assert!(!arguments.iter().any(|why| one.said.contains(why) || one.about.contains(why)), "{one:?}");
        // Neither what it does, nor how many part from it, which would give it away.
        assert!(!format!("{} {} {}", one.kind, one.about, one.said).contains("lecture"), "{one:?}");
        assert_eq!(one.reading.is_some(), one.about != "Déplacements" && one.about != "Transports", "{one:?}");
    }
    let connection = told.differences.iter().find(|one| one.about.starts_with("Trouver une connexion")).unwrap();
    let reading = connection.reading.as_ref().unwrap();
    assert_eq!(reading.stands.as_deref(), Some("La lecture de référence la retient."));
    assert_eq!(
        reading.argued.last().map(|text| plain(text)).as_deref(),
        Some("3 personnes sur 5 ne l’ont pas retenue.")
    );
    let form = told.differences.iter().find(|one| one.about == "Remplir un formulaire").unwrap();
    let reading = form.reading.as_ref().unwrap();
    assert_eq!(reading.stands.as_deref(), Some("Fait avec de l’aide"));
    let argued: Vec<String> = reading.argued.iter().skip(1).map(|text| plain(text)).collect();
    assert_eq!(argued, ["Se défend aussi : Ne fait pas.", "2 personnes sur 5 ont répondu autrement."]);
}

#[test]
fn a_question_tells_its_answers_its_agreement_and_behind_the_reading_how_many_follow_it() {
    let told = told(Manner::Alone);
    let items: Vec<&ItemWords> = told.blocks.iter().flat_map(|block| &block.items).collect();
    let of = |short: &str| *items.iter().find(|one| one.short == short).unwrap();
    let lines = |short: &str| of(short).lines.iter().map(|line| format!("{} {}", line.label, line.count)).collect();
    let lines = |short: &str| -> Vec<String> { lines(short) };
    assert_eq!(
        lines("Date à respecter"),
        ["Dans la semaine 1", "Dans le mois 1", "Ne sait pas 1", "Préfère ne pas répondre 1", "Non abordé 1"]
    );
    assert_eq!(
        of("Date à respecter").unchosen.as_deref().map(plain).as_deref(),
        Some("Jamais choisi : Aujourd’hui ou demain ; Plus tard ; Pas de date.")
    );
    assert_eq!(lines("Déplacements"), ["Partout où il le faut 1", "Près de chez elle 2", "Non abordé 2"]);
    assert_eq!((lines("Souhait"), &of("Souhait").unchosen), (vec!["Non abordé 5".to_owned()], &None));
    for (short, agreement, follow) in [
        ("Date à respecter", "1 sur 4", Some("1 personne répond dans ce sens, sur 4 qui en ont parlé.")),
        ("Appareils utilisés", "3 sur 4", Some("3 personnes répondent dans ce sens, sur 4 qui en ont parlé.")),
        ("Souhait", "Non abordé", Some("Le groupe n’en a pas parlé.")),
        ("Déplacements", "2 sur 3", None),
    ] {
        let one = of(short);
        assert_eq!(plain(&one.agreement), agreement, "{short}");
        let last = one.reading.as_ref().and_then(|reading| reading.argued.last()).map(|text| plain(text));
        assert_eq!(last.as_deref(), follow, "{short}");
    }
}

#[test]
fn where_one_answer_is_possible_the_lines_count_everybody_once() {
    let several = ["Demande", "Appareils utilisés", "Obstacles à la connexion"];
    let told = told(Manner::Alone);
    let blocks: Vec<&str> = told.blocks.iter().map(|block| block.title.as_str()).collect();
    assert_eq!(blocks.len(), blocks.iter().collect::<BTreeSet<_>>().len(), "a block comes once");
    let single = told.blocks.iter().flat_map(|block| &block.items).filter(|one| !several.contains(&one.short.as_str()));
    let sums: Vec<usize> = single.map(|one| one.lines.iter().map(|line| line.count).sum()).collect();
    assert!(sums.len() > 10 && sums.iter().all(|sum| *sum == told.participants), "{sums:?}");
}

#[test]
fn topics_and_orientations_are_counted() {
    let told = told(Manner::Alone);
    let asked = |question: &str| {
        let one = told.topics.iter().find(|one| one.question.starts_with(question)).unwrap();
        (plain(&one.asked), one.hidden.is_some())
    };
    assert_eq!(asked("Comment vous connectez-vous"), ("3 personnes sur 5".to_owned(), false));
    assert_eq!(asked("Souhaitez-vous apprendre"), ("Aucune personne sur 5".to_owned(), true));
    let decided = |title: &str| {
        let one = told.orientations.iter().find(|one| one.title == title).unwrap();
        let stands = one.reading.as_ref().and_then(|reading| reading.stands.clone());
        (one.kept, one.set_aside, one.undecided, stands.unwrap_or_default())
    };
    let keeps = "La lecture de référence la retient.".to_owned();
    assert_eq!(decided("Trouver une connexion à prix solidaire"), (2, 1, 2, keeps));
    let leaves = "La lecture de référence l’écarte.".to_owned();
    assert_eq!(decided("Trouver un appareil à prix solidaire"), (1, 1, 3, leaves));
}

#[test]
fn below_the_threshold_nothing_is_told_but_why() {
    for (seats, lead, waiting) in [
        (&[1, 2, 3, 4, 5][..], "5 réponses reçues.", None),
        (
            &[1, 2, 3, 3, 5],
            "3 réponses reçues sur les 5 qu’il faut pour montrer le groupe",
            Some("1 numéro a remis plusieurs fois"),
        ),
        (&[1, 1, 3, 3, 5], "1 réponse reçue sur les 5", Some("2 numéros ont remis plusieurs fois")),
        (&[], "0 réponse reçue sur les 5", None),
    ] {
        let room = Room::of(subject(Manner::Alone), &room(seats), Threshold::default());
        assert!(plain(&room.lead()).starts_with(lead), "{}", room.lead());
        let said = room.waiting().map(|text| plain(&text));
        assert_eq!(said.is_some(), waiting.is_some());
        assert!(said.unwrap_or_default().starts_with(waiting.unwrap_or_default()));
        assert_eq!(room.told.is_ok(), seats == [1, 2, 3, 4, 5]);
    }
    let settled_here = Room::of(subject(Manner::Alone), &room(&[1, 2, 3, 3, 5]), Threshold::new(3));
    assert_eq!(plain(&settled_here.lead()), "3 réponses reçues, 1 numéro à départager.");
    assert_eq!(plain(&more(4)), "Voir plus : 4 points");
    assert_eq!(title(subject(Manner::Alone).case), "Élodie – Un téléphone, et plus de données");
}

proptest! {
    /// Who sat where changes no word, and no word is that of a seat.
    #[test]
    fn nobody_is_in_a_debrief(seats in prop::sample::subsequence((1..=Seat::MAX).collect::<Vec<_>>(), 5).prop_shuffle()) {
        let of = |seats: &[u8]| Room::of(subject(Manner::Alone), &room(seats), Threshold::default());
        let here = of(&seats);
        prop_assert_eq!(&here, &of(&[1, 2, 3, 4, 5]));
        let said = format!("{here:?} {}", here.lead()).replace("\\u{a0}", "\u{a0}");
        prop_assert!(said.contains("5\u{a0}personnes"), "the words are there to be looked into");
        for number in seats {
            let seat = Seat::new(number).unwrap();
            prop_assert!(!said.contains(&exercise::seat(seat)) && !said.contains(&seat.ticket(code())));
        }
    }
}

#[test]
fn what_came_since_is_said_with_what_shows_it() {
    for (what, said, shows) in [
        (Since::Arrived(2), "2 nouvelles réponses sont arrivées.", "Afficher les nouvelles réponses"),
        (Since::Arrived(1), "1 nouvelle réponse est arrivée.", "Afficher la nouvelle réponse"),
        (Since::Changed, "Les réponses qui comptent ont changé depuis l’affichage.", "Afficher les réponses à jour"),
    ] {
        assert_eq!(since(what).map(|text| plain(&text)).as_deref(), Some(said));
        assert_eq!(show_since(what), shows);
    }
    assert_eq!(since(Since::Same), None);
}
