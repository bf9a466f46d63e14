use super::*;
use crate::domain::directory::edition::{CurrentEdition, DirectorySnapshot, DirectorySource, source_key};
use crate::domain::directory::local::lives::Lives;
use crate::domain::interview::decision::SetAsideReason;
use crate::domain::interview::id::BlockId;
use crate::domain::interview::rulebook::Priority;
use crate::records::{Record, RecordId};

fn id(text: &str) -> OrientationId {
    OrientationId::new(text).unwrap()
}

fn today() -> NaiveDate {
    "2026-11-23".parse().unwrap()
}

fn proposal(orientation: &str, decision: Option<Decision>) -> Proposal<'static> {
    Proposal {
        orientation: orientations().iter().find(|known| known.id == id(orientation)).unwrap(),
        priority: Priority::Soon,
        rules: Vec::new(),
        reasons: Vec::new(),
        decision,
    }
}

fn orientations() -> &'static [Orientation] {
    static READ: std::sync::OnceLock<Vec<Orientation>> = std::sync::OnceLock::new();
    READ.get_or_init(|| {
        let one = |id: &str, filter: &str| {
            let text = format!(
                r#"{{"id":"{id}","title":"t","what":"w","action":"a","ask_for":"Demandez.","pictogram":"help"{filter}}}"#
            );
            serde_json::from_str(&text).unwrap()
        };
        let filter = r#","filter":{"fees":["Gratuit"]}"#;
        vec![one("adviser", filter), one("workshop", filter), one("pix", filter), one("guardian", "")]
    })
}

fn aside() -> Option<Decision> {
    Some(Decision::SetAside { reason: SetAsideReason::NotNow, note: String::new() })
}

fn place() -> Place {
    let mut place = Place::named(PlaceId::new("fictif-1").unwrap(), "Le Relais fictif");
    place.address = "3 rue de l’Exemple".into();
    place.address_extra = "Bâtiment B".into();
    place.commune = "Saint-Denis".into();
    place.postal_code = Some(crate::domain::commune::PostalCode::new("93200").unwrap());
    place.phone = "01 99 00 12 34|01 99 00 12 35".into();
    place.hours = "Mo-Fr 09:00-12:00".into();
    place.updated_on = Some("2026-06-01".parse().unwrap());
    place
}

fn directory(places: Vec<Place>) -> Directory {
    Directory::read(vec![edition("Annuaire fictif", places)], &Lives::default())
}

fn edition(name: &str, places: Vec<Place>) -> (DirectorySource, Option<String>) {
    let snapshot = DirectorySnapshot::new(name, "lieux.csv", today(), places);
    let (snapshot_id, text) = snapshot.to_text().unwrap();
    let current = CurrentEdition { snapshot: snapshot_id, imported_on: today(), file: "lieux.csv".into(), count: 1 };
    (DirectorySource { key: source_key(name).unwrap(), name: name.into(), current }, Some(text))
}

fn shown(place_now: Option<Place>) -> (String, bool, bool) {
    let directory = place_now.map(|place| directory(vec![place]));
    let verified = BTreeSet::new();
    let around = Surroundings { directory: directory.as_ref(), verified: &verified, today: today() };
    let referral = Referral::to(&place(), "Annuaire fictif");
    let place = sheet_place(&referral, around);
    let line = format!("{} / {} / {} / {}", place.name, place.phones.join(" "), place.address, place.town);
    (line, place.asks_for_a_call, matches!(place.hours, SheetHours::Week(_)))
}

#[test]
fn only_kept_orientations_reach_the_person() {
    let proposals = [
        proposal("adviser", Some(Decision::Accepted)),
        proposal("workshop", aside()),
        proposal("pix", None),
        proposal("guardian", Some(Decision::AddedByHand)),
    ];
    let verified = BTreeSet::new();
    let around = Surroundings { directory: None, verified: &verified, today: today() };
    let referrals = BTreeMap::from([
        (id("adviser"), Referral::to(&place(), "Annuaire fictif").agreed(" lundi à 9 h ", "")),
        (id("workshop"), Referral::to(&place(), "Annuaire fictif")),
    ]);
    let steps = person_steps(&proposals, &referrals, around);
    let shown: Vec<_> = steps.iter().map(|step| step.orientation.id.as_str()).collect();
    assert_eq!(shown, ["adviser", "guardian"]);
    assert_eq!(steps[0].when, "lundi à 9 h");
    assert_eq!(steps[0].ask_for, steps[0].orientation.ask_for);
    assert!(!steps[0].lacks_place());
    assert!(steps[1].place.is_none() && !steps[1].lacks_place(), "no place of the directory answers it");
    let none = BTreeMap::new();
    let without_place = person_steps(&proposals[..1], &none, around);
    assert!(without_place[0].lacks_place());
}

#[test]
fn the_professional_s_words_on_whom_to_ask_for_come_first() {
    let proposals = [proposal("adviser", Some(Decision::Accepted))];
    let referral = Referral::to(&place(), "Annuaire fictif").agreed("", "Demandez l’accueil.");
    let referrals = BTreeMap::from([(id("adviser"), referral)]);
    let verified = BTreeSet::new();
    let around = Surroundings { directory: None, verified: &verified, today: today() };
    assert_eq!(person_steps(&proposals, &referrals, around)[0].ask_for, "Demandez l’accueil.");
}

#[test]
fn a_place_is_shown_as_the_directory_describes_it_today_else_as_it_was_copied() {
    let copied = "Le Relais fictif / 01 99 00 12 34 01 99 00 12 35 / 3 rue de l’Exemple, Bâtiment B / Saint-Denis";
    assert_eq!(shown(None), (copied.to_owned(), true, false), "without a directory, call first");
    let moved = Place { address: "8 place Neuve".into(), phone: String::new(), ..place() };
    let expected = "Le Relais fictif / 01 99 00 12 34 01 99 00 12 35 / 8 place Neuve / 93200 Saint-Denis";
    assert_eq!(shown(Some(moved)), (expected.to_owned(), false, true), "an empty field does not hide what is known");
    let old = Place { updated_on: Some("2024-01-01".parse().unwrap()), ..place() };
    assert!(shown(Some(old)).1, "an old description asks for a call");
}

#[test]
fn a_chosen_place_known_to_be_closed_is_not_told_as_open() {
    use crate::domain::directory::local::{change, model::Closure};
    let bare = directory(vec![place()]);
    let life = Lives::default().in_directory(bare.imports(), &place().id).unwrap();
    let mut desk = crate::domain::directory::local::fixture::Desk::new();
    desk.write(&change::close(&life, &Closure::new(today(), "", None).unwrap()));
    let directory = Directory::read(vec![edition("Annuaire fictif", vec![place()])], &Lives::read(&desk.tables));
    let verified = BTreeSet::new();
    let around = Surroundings { directory: Some(&directory), verified: &verified, today: today() };
    let referral = Referral::to(&place(), "Annuaire fictif");
    let place = sheet_place(&referral, around);
    assert_eq!((place.hours, place.asks_for_a_call), (SheetHours::ClosedForGood, false));
}

#[test]
fn a_chosen_place_stays_itself_whatever_other_sources_call_theirs() {
    let other = || Place { phone: "0199009999".into(), ..Place::named(place().id, "La Fabrique fictive") };
    let ours = || edition("Annuaire fictif", vec![place()]);
    let theirs = || edition("Annuaire autre", vec![other()]);
    let both = Directory::read(vec![theirs(), ours()], &Lives::default());
    let derived = PlaceId::new("annuaire-fictif:fictif-1").unwrap();
    let chosen_alone = Referral::to(&place(), "Annuaire fictif");
    let chosen_among_both = Referral::to(both.place(&derived).unwrap(), "Annuaire fictif");
    for referral in [chosen_alone, chosen_among_both] {
        for (directory, is_found) in [
            (&both, true),
            (&Directory::read(vec![ours()], &Lives::default()), true),
            (&Directory::read(vec![ours(), theirs()], &Lives::default()), true),
            (&Directory::read(vec![theirs()], &Lives::default()), false),
        ] {
            let found = referral.find(directory);
            assert_eq!(found.map(|place| place.name.as_str()), is_found.then_some("Le Relais fictif"), "{referral:?}");
        }
    }
}

#[test]
fn a_chosen_place_is_told_from_its_namesakes() {
    let namesake = Place { id: PlaceId::new("fictif-2").unwrap(), commune: "Pantin".into(), ..place() };
    let directory = directory(vec![place(), namesake.clone()]);
    let referral = Referral::to(&place(), "Annuaire fictif");
    assert!(referral.leads_to(&place(), &directory));
    assert!(!referral.leads_to(&namesake, &directory));
}

#[test]
fn hours_that_cannot_be_evaluated_are_shown_as_written() {
    assert_eq!(hours(" sur rendez-vous ", today()), SheetHours::Text("sur rendez-vous"));
    assert_eq!(hours("  ", today()), SheetHours::Unknown);
    let SheetHours::Week(week) = hours("Mo-Fr 09:00-12:00", "2026-12-23".parse().unwrap()) else { panic!() };
    assert_eq!(week.days.len(), 7);
    assert!(week.days.iter().all(|day| day.holiday.is_none()), "Christmas and New Year’s weeks are passed over");
}

#[test]
fn paper_gives_only_hours_that_hold_week_after_week() {
    for (text, today, closes_at_times) in [
        ("Mo-Fr 09:00-12:00", "2026-11-23", Some(false)),
        ("24/7", "2026-11-23", Some(false)),
        ("Mo-Fr 09:00-12:00; PH off", "2026-05-04", Some(false)),
        // What happened before this week is over, what comes after two months is far.
        ("Mo-Fr 09:00-12:00; Nov 16-Nov 20 off", "2026-11-23", Some(false)),
        ("Nov-Mar Mo 10:00-12:00", "2026-11-23", Some(false)),
        // A dated closure does not hide the rest, and is told.
        ("Mo-Fr 09:00-12:00; Dec 7-Dec 11 off", "2026-11-23", Some(true)),
        ("Mo-Fr 09:00-12:00; Dec 24-Jan 2 off", "2026-11-23", Some(true)),
        ("Mo-Fr 09:00-12:00; We[2] off", "2026-11-23", None),
        ("We[1] 10:00-12:00", "2026-11-23", None),
        ("We[1] 10:00-12:00", "2026-11-30", None),
        ("Mo 09:00-12:00; Sa[1] 10:00-12:00", "2026-11-23", None),
        ("week 11-53/2 Mo 10:00-12:00", "2026-09-07", None),
        ("week 10-52/2 Mo 10:00-12:00", "2026-09-07", None),
        ("Nov-Mar Mo 10:00-12:00", "2026-03-09", None),
        ("Apr-Oct Mo 10:00-12:00", "2026-03-09", None),
        ("Apr-Oct Mo 10:00-12:00", "2026-11-23", None),
        ("Mo-Fr 09:00-12:00; Dec 7-Jan 9 off", "2026-11-23", None),
        ("off", "2026-11-23", None),
    ] {
        let said = match hours(text, today.parse().unwrap()) {
            SheetHours::Week(week) => Some(week.closes_at_times),
            SheetHours::Unknown => None,
            SheetHours::Text(text) => panic!("{text} is not evaluated"),
            SheetHours::ClosedForGood => panic!("nobody said so"),
        };
        assert_eq!(said, closes_at_times, "{text} on {today}");
    }
}

#[test]
fn a_chosen_place_tells_of_school_holidays() {
    let verified = BTreeSet::new();
    let referral = Referral::to(&place(), "Annuaire fictif");
    for (text, expected) in [("Mo-Fr 09:00-12:00; SH off", true), ("Mo-Fr 09:00-12:00", false), ("", false)] {
        let directory = directory(vec![Place { hours: text.into(), ..place() }]);
        let around = Surroundings { directory: Some(&directory), verified: &verified, today: today() };
        assert_eq!(sheet_place(&referral, around).differs_in_school_holidays, expected, "{text}");
    }
}

#[test]
fn decisions_are_sorted_and_nothing_is_lost() {
    let proposals = [
        proposal("workshop", aside()),
        proposal("adviser", Some(Decision::Accepted)),
        proposal("pix", None),
        proposal("guardian", Some(Decision::AddedByHand)),
    ];
    let sorted = decisions(&proposals);
    assert_eq!((sorted.kept.len(), sorted.set_aside.len(), sorted.undecided.len()), (2, 1, 1));
}

#[test]
fn notes_follow_the_questionnaire_and_foreign_ones_come_last() {
    let block = |id: &str| format!(r#"{{"id":"{id}","title":"t","intro":"i","intro_self":"i"}}"#);
    let text = format!(r#"{{"version":"t","items":[],"blocks":[{},{}]}}"#, block("demand"), block("supports"));
    let questionnaire: Questionnaire = serde_json::from_str(&text).unwrap();
    let mut interview = Interview::from_record(&RecordId::new("i").unwrap(), &Record::default());
    for (block, note) in [("aaa-ancien", "d’une autre version"), ("supports", "fin"), ("demand", "début")] {
        interview.notes.insert(BlockId::new(block).unwrap(), note.to_owned());
    }
    let notes = notes(&questionnaire, &interview);
    let said: Vec<_> = notes.iter().map(|(block, note)| (block.is_some(), *note)).collect();
    assert_eq!(said, [(true, "début"), (true, "fin"), (false, "d’une autre version")]);
}
