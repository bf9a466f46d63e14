use super::super::attendance::Presence;
use super::super::fixture::Fixture;
use super::super::forms;
use super::super::provider::key;
use super::*;

fn lacks(fixture: &Fixture, paper: Paper) -> Vec<Missing> {
    let programme = fixture.programme();
    missing(paper, &programme, &programme.sessions[0])
}

fn provider(fixture: &mut Fixture, but: &str) {
    let typed = [
        ("name", "Organisme fictif"),
        ("address", "1 rue des Essais"),
        ("siret", "73282932000074"),
        ("declaration", "11930000000"),
        ("prefecture", "Île-de-France"),
        ("signatory", "Alex EXEMPLE"),
        ("signed_at", "Bobigny"),
        ("phone", "01 99 00 00 01"),
        ("disability", "Alex"),
        ("complaints", "Alex"),
        ("prerequisites", "aucun"),
        ("rules", "À l’accueil"),
    ];
    let typed: Vec<_> = typed.into_iter().filter(|(name, _)| *name != but).collect();
    fixture.fill(&forms::PROVIDER, &key().unwrap(), &typed);
}

#[test]
fn every_mention_is_read_from_its_field() {
    let mut fixture = Fixture::new();
    provider(&mut fixture, "");
    let provider = fixture.programme().provider;
    let all: Vec<Mention> = Paper::ALL.into_iter().flat_map(Paper::mentions).copied().collect();
    for field in forms::PROVIDER.fields {
        let mention = all.iter().find(|mention| mention.field() == field.name);
        let mention = mention.unwrap_or_else(|| panic!("{} is on no document", field.name));
        assert_eq!(mention.of(&provider).is_empty(), field.name == "email", "{}", field.name);
    }
}

#[test]
fn what_is_missing_is_told_document_by_document() {
    use Mention::{Declaration, Prefecture, Signatory};
    for (but, paper, expected) in [
        ("", Paper::Certificates, vec![]),
        ("signatory", Paper::Certificates, vec![Signatory]),
        ("signatory", Paper::Programme, vec![]),
        ("declaration", Paper::Programme, vec![Declaration]),
        ("prefecture", Paper::Attestations, vec![Prefecture]),
        ("phone", Paper::Invitations, vec![Mention::Phone, Mention::Email]),
        ("phone", Paper::Invoice, vec![]),
    ] {
        let mut fixture = Fixture::new();
        provider(&mut fixture, but);
        assert_eq!(missing_mentions(paper, &fixture.programme().provider), expected, "{but} {paper:?}");
    }
}

#[test]
fn a_document_waits_for_the_day_then_for_the_presences() {
    let mut fixture = Fixture::new();
    provider(&mut fixture, "");
    let session = fixture.session_with("s", &[("held_on", "2022-03-01")]);
    let trainer = fixture.trainer("zoe");
    assert_eq!(lacks(&fixture, Paper::Programme), []);
    assert_eq!(lacks(&fixture, Paper::Invitations), [Missing::Place, Missing::People]);
    let sheet = Paper::Attendance(Half::Morning);
    assert_eq!(lacks(&fixture, sheet), [Missing::Place, Missing::Trainer, Missing::People]);
    let typed = [("place", "Maison fictive"), ("trainers", trainer.as_str())];
    fixture.fill(&forms::SESSION, &session.key().unwrap(), &typed);
    let session = fixture.session("s", "2022-03-01");
    let person = fixture.person("ali", None);
    fixture.register(&session, [&person]);
    assert_eq!(lacks(&fixture, Paper::Invitations), [Missing::Place]);
    assert_eq!(lacks(&fixture, Paper::Certificates), [Missing::Presences(2)]);
    fixture.note(&session, &person, [Presence::Absent; 2]);
    assert_eq!(lacks(&fixture, Paper::Certificates), [Missing::Nobody]);
    assert_eq!(lacks(&fixture, Paper::Report), [Missing::Report]);
    fixture.note(&session, &person, [Presence::Present, Presence::Absent]);
    assert_eq!(lacks(&fixture, Paper::Attestations), []);
}

#[test]
fn no_sheet_is_signed_on_a_half_without_hours() {
    let mut fixture = Fixture::new();
    fixture.session("s", "2022-03-01");
    let mut session = (*fixture.programme().sessions[0]).clone();
    assert_eq!(Paper::of_session(&session).count(), 9);
    session.hours.afternoon = None;
    let papers: Vec<_> = Paper::of_session(&session).collect();
    assert!(
        papers.contains(&Paper::Attendance(Half::Morning)) && !papers.contains(&Paper::Attendance(Half::Afternoon))
    );
    session.hours.morning = None;
    assert_eq!(Paper::of_session(&session).count(), 9, "all are still to know");
}
