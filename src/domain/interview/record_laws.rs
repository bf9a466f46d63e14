//! Laws of interviews as records: what is written is read back, copies merge, and garbage is only set aside.

use super::answer::{Answer, Basis, SkillLevel};
use super::change;
use super::decision::{Decision, Referral, SetAsideReason};
use super::decode::key;
use super::fixture::{item, many, one, skill};
use super::flow::Step;
use super::id::{BlockId, OptionId, OrientationId};
use super::label::CaseLabel;
use super::model::*;
use super::questionnaire::{Length, Version};
use crate::domain::aside::AsideReason;
use crate::domain::commune::InseeCode;
use crate::domain::directory::place::PlaceId;
use crate::records::{Author, ChangeSet, DeviceId, Entry, FieldName, Key, Record, RecordId, ReplicaId, Stamp, Tables};
use chrono::NaiveDate;
use proptest::prelude::*;
use serde_json::{Value, json};

fn the_key() -> Key {
    key(&RecordId::new("case-1").unwrap()).unwrap()
}

fn author(name: &str, at_ms: i64) -> Author {
    Author { replica: ReplicaId::new(name).unwrap(), device: DeviceId::new("desk").unwrap(), at_ms }
}

fn write(tables: &mut Tables, changes: &ChangeSet, author: &Author) {
    for (key, record) in changes.apply(tables, author) {
        tables.put(key, record);
    }
}

fn read(tables: &Tables) -> Interview {
    Interview::from_record(&the_key().id, tables.get(&the_key()).unwrap_or(&Record::default()))
}

fn day(number: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, number).unwrap()
}

fn restriction((number, reason): &(u32, String)) -> Restriction {
    Restriction { until: day(*number), reason: reason.clone() }
}

/// An act, and what it must do to the interview as read.
#[derive(Clone, Debug)]
enum Act {
    Start(Length, Presentation, Option<Residence>, Option<AgeBand>),
    Answer(String, Option<Answer>),
    Note(String, String),
    AskAnyway(String, bool),
    Label(String),
    Length(Length),
    Presentation(Presentation),
    Stay(Step),
    Decide(String, Option<Decision>),
    Refer(String, Option<Referral>),
    Inform(Option<bool>),
    Employee(Option<bool>),
    Habilitated(Option<bool>),
    KeepUntil(Option<u32>),
    Restrict(Option<(u32, String)>),
    Conclude(u32),
    Reopen,
}

fn slug(text: &str) -> BlockId {
    BlockId::new(text).unwrap()
}

fn orientation(text: &str) -> OrientationId {
    OrientationId::new(text).unwrap()
}

impl Act {
    fn changes(&self) -> ChangeSet {
        let key = &the_key();
        match self {
            Self::Start(length, presentation, commune, age_band) => change::start(
                key,
                &change::Start {
                    label: CaseLabel::new("03-11-A").unwrap(),
                    commune: commune.clone(),
                    age_band: *age_band,
                    length: *length,
                    presentation: *presentation,
                    questionnaire: Version("t".to_owned()),
                    on: day(3),
                },
            ),
            Self::Answer(id, answer) => change::answer(key, &item(id), answer.as_ref()),
            Self::Note(id, text) => change::note(key, &slug(id), text),
            Self::AskAnyway(id, ask) => change::ask_anyway(key, &slug(id), *ask),
            Self::Label(text) => change::set_label(key, &CaseLabel::new(text).unwrap()),
            Self::Length(length) => change::set_length(key, *length),
            Self::Presentation(presentation) => change::set_presentation(key, *presentation),
            Self::Stay(step) => change::stay_at(key, step),
            Self::Decide(id, decision) => change::decide(key, &orientation(id), decision.as_ref()),
            Self::Refer(id, referral) => change::refer(key, &orientation(id), referral.as_ref()),
            Self::Inform(agreed) => change::inform(key, agreed.map(|agreed| Informed { agreed, on: day(4) })),
            Self::Employee(employee) => change::set_employee(key, *employee),
            Self::Habilitated(habilitated) => change::set_habilitated(key, *habilitated),
            Self::KeepUntil(number) => change::keep_until(key, number.map(day)),
            Self::Restrict(given) => change::restrict(key, given.as_ref().map(restriction).as_ref()),
            Self::Conclude(number) => change::conclude(key, day(*number)),
            Self::Reopen => change::reopen(key),
        }
    }

    fn done_to(&self, interview: &mut Interview) {
        match self.clone() {
            Self::Start(length, presentation, commune, age_band) => {
                interview.label = Some(CaseLabel::new("03-11-A").unwrap());
                interview.commune = commune.or(interview.commune.take());
                interview.age_band = age_band.or(interview.age_band);
                interview.length = length;
                interview.presentation = presentation;
                interview.questionnaire = Some(Version("t".to_owned()));
                interview.started_on = Some(day(3));
            }
            Self::Answer(id, answer) => set(&mut interview.answers, item(&id), answer),
            Self::Note(id, text) => {
                let text = text.trim().to_owned();
                set(&mut interview.notes, slug(&id), Some(text).filter(|text| !text.is_empty()));
            }
            Self::AskAnyway(id, true) => drop(interview.ask_anyway.insert(slug(&id))),
            Self::AskAnyway(id, false) => drop(interview.ask_anyway.remove(&slug(&id))),
            Self::Label(text) => interview.label = Some(CaseLabel::new(&text).unwrap()),
            Self::Length(length) => interview.length = length,
            Self::Presentation(presentation) => interview.presentation = presentation,
            Self::Stay(step) => interview.at = Some(step),
            Self::Decide(id, decision) => set(&mut interview.decisions, orientation(&id), decision),
            Self::Refer(id, referral) => set(&mut interview.referrals, orientation(&id), referral),
            Self::Inform(agreed) => interview.informed = agreed.map(|agreed| Informed { agreed, on: day(4) }),
            Self::Employee(employee) => interview.professional.employee = employee,
            Self::Habilitated(habilitated) => interview.professional.habilitated = habilitated,
            Self::KeepUntil(number) => interview.keep_until = number.map(day),
            Self::Restrict(given) => interview.restricted = given.as_ref().map(restriction),
            Self::Conclude(number) => interview.status = Status::ConcludedOn(day(number)),
            Self::Reopen => interview.status = Status::Ongoing,
        }
    }
}

fn set<K: Ord, V>(map: &mut std::collections::BTreeMap<K, V>, key: K, value: Option<V>) {
    match value {
        Some(value) => drop(map.insert(key, value)),
        None => drop(map.remove(&key)),
    }
}

fn any_answer() -> impl Strategy<Value = Answer> {
    let level = prop::sample::select(SkillLevel::ALL.to_vec());
    let basis = prop::option::of(prop::sample::select(Basis::ALL.to_vec()));
    let options = prop::collection::btree_set(prop::sample::select(vec!["a", "b", "c"]), 1..3);
    prop_oneof![
        (level, basis).prop_map(|(level, basis)| Answer::Skill { level, basis }),
        prop::sample::select(vec!["a", "b"]).prop_map(one),
        options.prop_map(|ids| Answer::Many(ids.into_iter().map(|id| OptionId::new(id).unwrap()).collect())),
        Just(Answer::DoesNotKnow),
        Just(Answer::PrefersNotToSay),
    ]
}

fn any_decision() -> impl Strategy<Value = Decision> {
    let reason = prop::sample::select(SetAsideReason::ALL.to_vec());
    prop_oneof![
        Just(Decision::Accepted),
        (reason, "[a-z ]{0,8}").prop_map(|(reason, note)| Decision::SetAside { reason, note }),
        Just(Decision::AddedByHand),
    ]
}

fn any_referral() -> impl Strategy<Value = Referral> {
    ("[a-z]{1,5}", "[0-9 ]{0,14}", any::<bool>()).prop_map(|(id, phone, with_code)| Referral {
        place: PlaceId::new(&id).unwrap(),
        source: "national".to_owned(),
        name: "Le Relais".to_owned(),
        commune: String::new(),
        insee_code: with_code.then(|| InseeCode::new("93066").unwrap()),
        address: String::new(),
        phone,
        when: String::new(),
        ask_for: String::new(),
    })
}

fn any_act() -> impl Strategy<Value = Act> {
    let name = || prop::sample::select(vec!["x", "y", "z"]).prop_map(str::to_owned);
    let length = || prop::sample::select(Length::ALL.to_vec());
    let presentation = || prop::sample::select(Presentation::ALL.to_vec());
    let residence = prop_oneof![
        Just(Residence::Code(InseeCode::new("93001").unwrap())),
        Just(Residence::Elsewhere),
        Just(Residence::NotSaid)
    ];
    let age_band = prop::sample::select(AgeBand::ALL.to_vec());
    let step = name().prop_flat_map(|id| {
        prop::sample::select(vec![
            Step::Item(item(&id)),
            Step::Checkpoint(slug(&id)),
            Step::Block(slug(&id)),
            Step::Check,
        ])
    });
    prop_oneof![
        (length(), presentation(), prop::option::of(residence), prop::option::of(age_band))
            .prop_map(|(length, presentation, commune, age)| Act::Start(length, presentation, commune, age)),
        (name(), prop::option::of(any_answer())).prop_map(|(id, answer)| Act::Answer(id, answer)),
        (name(), "[ a-z]{0,6}").prop_map(|(id, text)| Act::Note(id, text)),
        (name(), any::<bool>()).prop_map(|(id, ask)| Act::AskAnyway(id, ask)),
        "[a-z]{1,40}".prop_map(Act::Label),
        length().prop_map(Act::Length),
        presentation().prop_map(Act::Presentation),
        step.prop_map(Act::Stay),
        (name(), prop::option::of(any_decision())).prop_map(|(id, decision)| Act::Decide(id, decision)),
        (name(), prop::option::of(any_referral())).prop_map(|(id, referral)| Act::Refer(id, referral)),
        prop::option::of(any::<bool>()).prop_map(Act::Inform),
        prop::option::of(any::<bool>()).prop_map(Act::Employee),
        prop::option::of(any::<bool>()).prop_map(Act::Habilitated),
        prop::option::of(1..28u32).prop_map(Act::KeepUntil),
        prop::option::of((1..28u32, "[a-z ]{0,8}")).prop_map(Act::Restrict),
        (1..28u32).prop_map(Act::Conclude),
        Just(Act::Reopen),
    ]
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        "[a-z_0-9-]{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(
                prop::sample::select(vec![
                    "skill", "one", "many", "level", "state", "code", "item", "agreed", "place", "until"
                ]),
                inner,
                0..3
            )
            .prop_map(|map| Value::Object(map.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())),
        ]
    })
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(acts in prop::collection::vec(any_act(), 0..40)) {
        let mut tables = Tables::default();
        let mut expected = read(&tables);
        for (index, act) in acts.iter().enumerate() {
            write(&mut tables, &act.changes(), &author("me", index as i64));
            act.done_to(&mut expected);
        }
        let interview = read(&tables);
        prop_assert_eq!(&interview, &expected);
        // And through the stored text.
        let text = serde_json::to_string(tables.get(&the_key()).unwrap_or(&Record::default())).unwrap();
        let record: Record = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(Interview::from_record(&the_key().id, &record), expected);
    }

    #[test]
    fn decoding_is_total_and_loses_nothing(
        fields in prop::collection::btree_map(
            prop_oneof![
                prop::sample::select(vec![
                    "label", "commune", "starting_commune", "age_band", "length", "presentation", "questionnaire", "started_on", "at",
                    "concluded_on", "person_informed", "professional/employee", "keep_until", "restricted", "deleted",
                    "subject/x", "surprise",
                    "answer/x", "answer/", "answer/X", "orientation/x", "referral/x", "note/x", "ask_anyway/x",
                ]).prop_map(str::to_owned),
                "[a-zA-Z/_.-]{1,20}",
            ],
            any_json(),
            0..12,
        )
    ) {
        let mut record = Record::default();
        for (seq, (name, value)) in fields.iter().enumerate() {
            let dot = record.seen.next_dot(&ReplicaId::new("r").unwrap(), &DeviceId::new("d").unwrap());
            let entry = Entry { value: value.clone(), stamp: Stamp { at_ms: seq as i64, dot } };
            record.fields.insert(FieldName::new(name.clone()).unwrap(), vec![entry]);
        }
        let interview = Interview::from_record(&the_key().id, &record);
        for aside in &interview.kept_aside {
            prop_assert!(record.value(aside.field.as_str()).is_some());
        }
    }
}

#[test]
fn two_people_s_answers_are_both_kept_by_a_merge() {
    let mut ours = Tables::default();
    let started = Act::Start(Length::Full, Presentation::Conversation, None, None);
    write(&mut ours, &started.changes(), &author("a", 0));
    let mut theirs = ours.clone();
    let answer = |id: &str, given: Answer| change::answer(&the_key(), &item(id), Some(&given));
    write(&mut ours, &answer("device", many(&["phone"])), &author("a", 1));
    write(&mut theirs, &answer("write", skill(SkillLevel::Alone)), &author("b", 2));
    write(&mut ours, &answer("wish", one("learn")), &author("a", 3));
    write(&mut theirs, &answer("wish", one("not")), &author("b", 4));
    write(&mut ours, &Act::Stay(Step::Check).changes(), &author("a", 5));
    write(&mut theirs, &Act::Stay(Step::Item(item("wish"))).changes(), &author("b", 6));

    let merged = ours.get(&the_key()).unwrap().merge(theirs.get(&the_key()).unwrap());
    let interview = Interview::from_record(&the_key().id, &merged);
    assert_eq!(interview.answers.len(), 3);
    assert_eq!(interview.answers.get("wish"), Some(&one("not")));
    let disputed: Vec<&str> = interview.disputed.iter().map(FieldName::as_str).collect();
    assert_eq!(disputed, ["answer/wish"]);
}

#[test]
fn what_cannot_be_read_is_listed_and_harms_nothing_else() {
    let mut tables = Tables::default();
    let mut changes = ChangeSet::new();
    for (field, value) in [
        ("label", json!("")),
        ("answer/wish", json!({"one": "learn"})),
        ("answer/device", json!({"rank": 3})),
        ("age_band", json!("1984-01-01")),
        ("future/thing", json!(1)),
        ("note/Deeds", json!("a")),
        ("restricted", json!({ "until": "2027-02-30", "reason": "r" })),
        ("keep_until", json!("soon")),
        ("length", json!(null)),
    ] {
        changes.set_named(&the_key(), field, value).unwrap();
    }
    write(&mut tables, &changes, &author("a", 0));
    let interview = read(&tables);
    let aside: Vec<_> = interview.kept_aside.iter().map(|one| (one.field.as_str(), one.reason)).collect();
    assert_eq!(
        aside,
        [
            ("age_band", AsideReason::InvalidValue),
            ("answer/device", AsideReason::InvalidValue),
            ("future/thing", AsideReason::UnknownField),
            ("keep_until", AsideReason::InvalidValue),
            ("label", AsideReason::InvalidValue),
            ("note/Deeds", AsideReason::UnknownField),
            ("restricted", AsideReason::InvalidValue),
        ]
    );
    assert_eq!(interview.answers.get("wish"), Some(&one("learn")));
    assert_eq!(interview.length, Length::Full);
}

#[test]
fn not_discussed_is_the_start_and_can_be_returned_to() {
    let mut tables = Tables::default();
    write(&mut tables, &Act::Answer("wish".to_owned(), Some(Answer::DoesNotKnow)).changes(), &author("a", 0));
    assert_eq!(read(&tables).answers.get("wish"), Some(&Answer::DoesNotKnow));
    write(&mut tables, &change::answer(&the_key(), &item("wish"), None), &author("a", 1));
    assert_eq!(read(&tables).answers.get("wish"), None);
    write(&mut tables, &change::answer(&the_key(), &item("device"), Some(&many(&[]))), &author("a", 2));
    assert_eq!(read(&tables).answers.get("device"), None);
}

#[test]
fn a_deleted_interview_comes_back_and_an_erased_one_does_not() {
    let mut tables = Tables::default();
    write(&mut tables, &Act::Answer("wish".to_owned(), Some(one("learn"))).changes(), &author("a", 0));
    write(&mut tables, &change::delete(&the_key()), &author("a", 1));
    assert_eq!(tables.live(KIND).count(), 0);
    write(&mut tables, &change::restore(&the_key()), &author("a", 2));
    assert_eq!(tables.live(KIND).count(), 1);
    assert_eq!(read(&tables).answers.len(), 1);
    let erased = ChangeSet::erase(&tables, &[the_key()]);
    write(&mut tables, &erased, &author("a", 3));
    write(&mut tables, &change::restore(&the_key()), &author("a", 4));
    assert_eq!((tables.live(KIND).count(), read(&tables).answers.len()), (0, 0));
}

#[test]
fn every_slug_makes_a_field_name() {
    let longest = "a".repeat(48);
    for prefix in ["answer/", "ask_anyway/", "note/", "orientation/", "referral/"] {
        assert!(FieldName::new(format!("{prefix}{longest}")).is_ok(), "{prefix}");
    }
}
