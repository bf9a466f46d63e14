//! Tests of the interview on its real content: every rule, finding and frame, on situations written in short.

use super::interview_situations::*;
use super::questionnaire::questionnaire;
use super::rules::rulebook;
use crate::domain::interview::assessment::{Outcome, view_of};
use crate::domain::interview::condition::Evidence;
use crate::domain::interview::id::ItemId;
use crate::domain::interview::level::{Level, LevelResult};
use crate::domain::interview::model::Interview;
use crate::domain::interview::questionnaire::{Axis, Length, Voice};
use crate::text::interview::rules::{describe, describe_rule};
use std::collections::BTreeSet;

/// A rule, a situation where it fires, and one, close to it, where it stays silent.
fn rule_cases() -> Vec<(&'static str, String, String)> {
    let case = |rule, fires: &[&str], silent: &[&str]| (rule, fires.join(" "), silent.join(" "));
    vec![
        case("urgent-procedure", &[URGENT, "e_admin=does_not"], &[URGENT, "e_admin=alone"]),
        case("wants-it-done", &["wish=done"], &["wish=done protection=yes"]),
        case("uneasy-help", &["helper=uneasy"], &["helper=relative"]),
        case("protected-adult", &[URGENT, "protection=yes"], &["protection=yes wish=learn", PHONE]),
        case(
            "no-online-identity",
            &["franceconnect=impossible wish=done"],
            &["franceconnect=impossible wish=learn demand=learning"],
        ),
        case("wants-no-digital", &["wish=no-digital"], &["wish=done"]),
        case("no-device-equipment", &["devices=basic-phone"], &["devices=none wish=no-digital"]),
        case("failing-device", &[PHONE, "device-state=failing"], &[PHONE, "device-state=shared"]),
        case("no-device-access", &["devices=none"], &[PHONE, "connection=mobile"]),
        case("no-print", &["print-scan=no-way"], &["print-scan=someone"]),
        case("no-connection", &["connection=none"], &["connection=none connection-obstacle=refusal"]),
        case("costly-connection", &["budget=heavy"], &["budget=some connection=mobile"]),
        case("no-mailbox", &[PHONE, "mailbox=others"], &[PHONE, "mailbox=reads"]),
        case("wants-to-learn", &["devices=none wish=learn"], &[PHONE, "basics=alone e_admin=alone wish=learn"]),
        case("beginner-with-someone", &[PHONE, "e_admin=with_help wish=with"], &[PHONE, "e_admin=with_help wish=done"]),
        case("asks-to-learn", &["demand=learning"], &["demand=learning wish=done"]),
        case("learns-in-group", &["wish=learn format=group"], &["wish=learn format=group availability=none"]),
        case(
            "practises-alone",
            &[PHONE, "basics=with_help wish=learn"],
            &[PHONE, "basics=with_help wish=learn words=read-aloud"],
        ),
        case(
            "near-autonomous-job",
            &[PHONE, "demand=job basics=alone e_admin=alone"],
            &[PHONE, "demand=job basics=alone e_admin=with_help"],
        ),
        case("job-with-help", &[PHONE, "demand=job apply-job=with_help"], &[PHONE, "demand=job apply-job=alone"]),
        case("reading-support", &["words=write"], &["words=simple"]),
        case("other-language", &["words=language+simple"], &["words=none"]),
        case("papers-at-risk", &["papers=nowhere"], &["papers=safe"]),
        case("uneasy-online", &["trust=harmed"], &["trust=careful"]),
        case("safety-level", &[PHONE, "safety=does_not"], &[PHONE, "safety=alone"]),
        case("school", &["project=children"], &["project=job demand=none"]),
        case("adapted-welcome", &["comfort=accessible"], &["comfort=none words=none"]),
        case("stays-home", &["mobility=home"], &["mobility=nearby format=one"]),
        case("heavy-budget", &["budget=heavy wish=with"], &["budget=heavy wish=done"]),
    ]
}

#[test]
fn a_structure_that_acts_is_never_proposed_where_aidants_connect_is_impossible() {
    let acting = [
        ("urgent-procedure", format!("{URGENT} e_admin=does_not")),
        ("wants-it-done", "wish=done".to_owned()),
        ("uneasy-help", "helper=uneasy".to_owned()),
    ];
    for (rule, situation) in acting {
        assert!(fired(&of(&situation)).contains(rule), "{rule}");
        for barred in ["protection=yes", "franceconnect=impossible"] {
            assert!(!fired(&of(&format!("{situation} {barred}"))).contains(rule), "{rule} {barred}");
        }
    }
}

#[test]
fn who_refuses_internet_is_not_sent_there() {
    for (rule, situation) in [
        ("failing-device", format!("{PHONE} device-state=failing")),
        ("no-device-access", "devices=none".to_owned()),
        ("no-connection", "connection=none".to_owned()),
        ("costly-connection", "budget=heavy".to_owned()),
        ("no-mailbox", format!("{PHONE} mailbox=others")),
        ("near-autonomous-job", format!("{PHONE} demand=job basics=alone e_admin=alone")),
    ] {
        assert!(fired(&of(&situation)).contains(rule), "{rule}");
        assert!(!fired(&of(&format!("{situation} wish=no-digital"))).contains(rule), "{rule}");
    }
}

#[test]
fn an_urgent_procedure_done_with_help_is_not_left_alone() {
    let situation = format!("{URGENT} open-account=alone fill-form=with_help wish=learn");
    let fired = fired(&of(&situation));
    assert!(fired.contains("urgent-procedure") && fired.contains("wants-to-learn"), "{fired:?}");
}

#[test]
fn every_rule_fires_in_one_situation_and_stays_silent_in_another() {
    let cases = rule_cases();
    let covered: BTreeSet<&str> = cases.iter().map(|(rule, _, _)| *rule).collect();
    let written: BTreeSet<&str> = rulebook().unwrap().rules.iter().map(|rule| rule.id.as_str()).collect();
    assert_eq!(covered, written);
    assert_eq!(cases.len(), written.len());
    for (rule, fires, silent) in &cases {
        assert!(fired(&of(fires)).contains(*rule), "{rule} should fire on {fires}");
        assert!(!fired(&of(silent)).contains(*rule), "{rule} should stay silent on {silent}");
    }
}

#[test]
fn a_rule_says_why_with_the_answers_that_made_it_fire_and_no_other() {
    let assessment = of(&format!("{URGENT} e_admin=does_not wish=learn helper=nobody"));
    let help =
        assessment.proposals.iter().find(|proposal| proposal.orientation.id.as_str() == "procedure-help").unwrap();
    let said: Vec<String> = help
        .reasons
        .iter()
        .map(|reason| crate::text::interview::evidence(reason, questionnaire().unwrap(), rulebook().unwrap()))
        .collect();
    assert_eq!(
        said,
        [
            "Demande\u{a0}: Une démarche à faire en ligne",
            "Date à respecter\u{a0}: Dans la semaine",
            "E-administration\u{a0}: niveau très éloigné",
            "Remplir un formulaire\u{a0}: Ne fait pas"
        ]
    );
    for proposal in &assessment.proposals {
        assert!(!proposal.reasons.is_empty(), "{}", proposal.orientation.id);
    }
}

#[test]
fn nothing_is_proposed_nor_found_when_nothing_is_known() {
    let everything_unknown = |value: &str| {
        let ids: Vec<String> =
            questionnaire().unwrap().items.iter().map(|item| format!("{}={value}", item.id)).collect();
        of(&ids.join(" "))
    };
    for assessment in [of(""), everything_unknown("?"), everything_unknown("!")] {
        assert_eq!(assessment.proposals, []);
        assert_eq!(found(&assessment), BTreeSet::new());
        for axis in assessment.axes.iter().filter(|axis| axis.axis.is_skill()) {
            let is_undecided =
                matches!(axis.outcome, Outcome::Skill { result: LevelResult::NotEnough { answered: 0, .. }, .. });
            assert!(is_undecided, "{axis:?}");
        }
    }
}

#[test]
fn every_finding_holds_in_some_situation_and_not_in_another() {
    let questionnaire = questionnaire().unwrap();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut missed: BTreeSet<String> = BTreeSet::new();
    let base = "demand=procedure deadline=week consequence=income devices=smartphone connection=none";
    let mut situations = vec![base.to_owned(), base.replace("week", "later")];
    for item in questionnaire.items.iter().filter(|item| !item.is_skill()) {
        for option in item.options() {
            situations.push(format!("{base} {}={}", item.id, option.id));
        }
    }
    for situation in situations {
        let held = found(&of(&situation));
        missed
            .extend(rulebook().unwrap().findings.iter().map(|one| one.id.to_string()).filter(|id| !held.contains(id)));
        seen.extend(held);
    }
    let all: BTreeSet<String> = rulebook().unwrap().findings.iter().map(|finding| finding.id.to_string()).collect();
    assert_eq!((seen, missed), (all.clone(), all));
}

#[test]
fn the_triage_reaches_every_skill_axis_and_the_most_pressing_orientations() {
    let triage = |text: &str| assessed(&Interview { length: Length::Short, answers: answers(text), ..interview() });
    let assessment = triage(
        "demand=procedure deadline=tomorrow devices=smartphone connection=mobile-short use-device=alone \
         send-mail=with_help open-account=with_help fill-form=does_not passwords=with_help spot-scam=does_not \
         words=read-aloud wish=with",
    );
    let levels: Vec<_> = assessment
        .axes
        .iter()
        .filter_map(|axis| match axis.outcome {
            Outcome::Skill { result: LevelResult::Level(level), .. } => Some((axis.axis, level)),
            _ => None,
        })
        .collect();
    assert_eq!(
        levels,
        [(Axis::Basics, Level::NearAutonomy), (Axis::EAdmin, Level::Beginner), (Axis::Safety, Level::Beginner)]
    );
    let first: Vec<&str> =
        assessment.proposals.iter().take(4).map(|proposal| proposal.orientation.id.as_str()).collect();
    assert_eq!(first, ["procedure-help", "digital-adviser", "reading-first", "solidarity-connection"]);
}

#[test]
fn without_any_device_skills_are_not_asked_unless_wanted() {
    let without = Interview { answers: answers("devices=none send-mail=alone"), ..interview() };
    let view = view_of(questionnaire().unwrap(), &without);
    let mail = ItemId::new("send-mail").unwrap();
    assert!(!view.shows(&mail) && !view.answers.contains_key(&mail));
    assert!(view.kept_aside.contains_key(&mail));
    let skills = view.items.iter().filter(|item| item.is_skill()).count();
    assert_eq!(skills, 0);

    let asked_anyway = Interview { ask_anyway: view.can_ask_anyway.clone(), ..without };
    let view = view_of(questionnaire().unwrap(), &asked_anyway);
    assert!(view.shows(&mail) && view.answers.contains_key(&mail));
}

#[test]
fn every_rule_is_said_in_words_made_of_labels() {
    let (questionnaire, rulebook) = (questionnaire().unwrap(), rulebook().unwrap());
    for rule in &rulebook.rules {
        let words = describe_rule(rule, questionnaire, rulebook);
        let lines = [Some(words.when.line()), words.unless.map(|unless| unless.line())];
        for line in lines.into_iter().flatten() {
            assert!(!line.is_empty() && !line.contains("-with") && !line.contains('_'), "{line}");
        }
    }
    let line = |rule: &str| {
        let rule = rulebook.rules.iter().find(|known| known.id.as_str() == rule).unwrap();
        let words = describe_rule(rule, questionnaire, rulebook);
        (words.when.line(), words.unless.map(|unless| unless.line()))
    };
    assert_eq!(
        line("heavy-budget"),
        (
            "Poids du téléphone et d’internet\u{a0}: «\u{202f}Beaucoup\u{202f}»\u{202f}; et Souhait\u{a0}: \
             «\u{202f}Apprendre à les faire\u{202f}» ou «\u{202f}Les faire avec quelqu’un\u{202f}»"
                .to_owned(),
            None
        )
    );
    let no_device = rulebook.findings.iter().find(|finding| finding.id.as_str() == "no-device").unwrap();
    assert_eq!(
        describe(&no_device.when, questionnaire, rulebook).line(),
        "Appareils utilisés\u{a0}: ni «\u{202f}Un ordinateur\u{202f}» ni «\u{202f}Un téléphone avec internet \
         (smartphone)\u{202f}» ni «\u{202f}Une tablette\u{202f}»"
    );
}

#[test]
fn an_answer_with_several_options_reads_in_the_order_of_the_questionnaire() {
    let questionnaire = questionnaire().unwrap();
    let item = questionnaire.item(&ItemId::new("devices").unwrap()).unwrap();
    let answers = answers("devices=tablet+computer");
    let said = crate::text::interview::answer(item, answers.get(&item.id), Voice::Person);
    assert_eq!(said, "Un ordinateur\u{202f}; Une tablette");
    let evidence = Evidence::Unanswered(ItemId::new("wish").unwrap());
    let said = crate::text::interview::evidence(&evidence, questionnaire, rulebook().unwrap());
    assert_eq!(said, "Souhait\u{a0}: pas de réponse");
}
