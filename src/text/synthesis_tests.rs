use super::*;
use crate::content::communes::communes;
use crate::content::objectives::objectives;
use crate::content::surveys::survey;
use crate::domain::book::Part as BookPart;
use crate::domain::curriculum::objective::ObjectiveId;
use crate::domain::evaluation::moderation::{self, State};
use crate::domain::evaluation::population::Population;
use crate::domain::evaluation::response::{Response, receive_all};
use crate::domain::evaluation::secret::SecretNumber;
use crate::domain::evaluation::survey::{Answer, ChoiceId, QuestionId, SurveyKind};
use crate::domain::exercise::work::{Grade, Moment};
use crate::domain::programme::attendance::Presence;
use crate::domain::programme::fixture::{Fixture, day};
use crate::domain::programme::session::{Status, field};
use crate::exchange::html;
use crate::records::ChangeSet;
use crate::text::books::SUMMARY;
use crate::text::{exercise, synthesis_book};

const SESSIONS: usize = 12;
const PEOPLE: usize = 12;

/// So many sessions, a day each.
pub fn empty_cycle(sessions: usize) -> Fixture {
    let mut fixture = Fixture::new();
    for session in 1..=sessions {
        fixture.session(&format!("s{session:02}"), &format!("2022-03-{session:02}"));
    }
    fixture
}

/// A cycle of 12 sessions of 12 people, who all answered at the end of the day: in each session, one is little content.
pub fn cycle() -> Fixture {
    let mut fixture = Fixture::new();
    let mut responses = Vec::new();
    for session in 1..=SESSIONS {
        let on = format!("2022-03-{session:02}");
        let id = fixture.session(&format!("s{session:02}"), &on);
        let people: Vec<_> = (0..PEOPLE).map(|nth| fixture.person(&format!("p{session}-{nth}"), None)).collect();
        fixture.register(&id, &people);
        for person in &people {
            fixture.note(&id, person, [Presence::Present; 2]);
        }
        fixture.commit(&ChangeSet::one(&id.key().unwrap(), field::STATUS, Some(&Status::Held)));
        for nth in 0..PEOPLE {
            let said = ["little", "rather", "fully"][nth.min(2)];
            let answer = |id: &str, answer| (QuestionId::new(id).unwrap(), answer);
            let mut answers = [answer("content", Answer::One(ChoiceId::new(said).unwrap()))].into();
            if nth == 0 {
                let text = Answer::Text(format!("Merci à Camille, session {session}"));
                std::collections::BTreeMap::extend(&mut answers, [answer("free", text)]);
            }
            responses.push(Response {
                number: SecretNumber::new((session * 100 + nth) as u64),
                survey: SurveyKind::EndOfDay,
                version: survey(SurveyKind::EndOfDay).unwrap().version.clone(),
                session: id.clone(),
                on: day(&on),
                edition: 1,
                answers,
            });
        }
    }
    let (_, changes) = receive_all(&fixture.tables, &responses);
    fixture.commit(&changes);
    let free = QuestionId::new("free").unwrap();
    let synthesis = Synthesis::find(&fixture.tables, &fixture.cycle);
    for nth in [0, PEOPLE] {
        let words = if nth == 0 { "Merci à la formatrice" } else { "Une journée utile" };
        let state = State::MayAppear { words: words.to_owned() };
        fixture.commit(&moderation::decide(&responses[nth], &free, Some(state)));
    }
    fixture.commit(&synthesis.choose(responses[0].number, &free, true));
    fixture.commit(&synthesis.write_comment(Some(&responses[0].session), "Le groupe a demandé plus de pratique."));
    let populations = [(Part::EndOfDay, population_of(&fixture))].into();
    let synthesis = Synthesis::find(&fixture.tables, &fixture.cycle);
    let changes = synthesis.publish(&populations, Threshold::default(), Stage::Closing, day("2022-04-01")).unwrap();
    fixture.commit(&changes);
    fixture
}

pub fn source_of<T>(fixture: &Fixture, told: impl FnOnce(Source<'_>) -> T) -> T {
    let programme = fixture.programme();
    let today = day("2022-04-01");
    let gauge = Gauge::of(&programme, &communes().unwrap().communes, today);
    let written = moderation::written(&fixture.tables, &Response::all(&fixture.tables));
    let words = |kind| Words { survey: survey(kind).unwrap(), objectives: objectives().unwrap() };
    told(Source {
        programme: &programme,
        gauge: &gauge,
        synthesis: &Synthesis::find(&fixture.tables, &fixture.cycle),
        received: &Received::find(&fixture.tables, &fixture.cycle, today),
        end_of_day: words(SurveyKind::EndOfDay),
        three_months: words(SurveyKind::ThreeMonths),
        written: &written,
        threshold: Threshold::default(),
        stage: Stage::Closing,
        today,
    })
}

/// Everybody who answered at the end of the day.
pub fn population_of(fixture: &Fixture) -> Population {
    let sessions: Vec<_> = fixture.programme().sessions.iter().map(|session| session.id.clone()).collect();
    Population::answering(&fixture.tables, survey(SurveyKind::EndOfDay).unwrap(), &sessions)
}

fn row<'a>(table: &'a Table, question: &str) -> &'a [Cell] {
    table.rows.iter().find(|row| row[0] == text(question)).unwrap()
}

#[test]
fn figures_are_those_of_the_answers_and_small_ones_are_told_together() {
    let fixture = cycle();
    let files = source_of(&fixture, |source| files(source, Audience::Commissioner));
    let named = |file: &str| &files.iter().find(|listed| listed.file == file).unwrap().table;
    let content = "Le contenu répond à ce que j’attendais.";
    let whole = named("synthese-fin-de-journee");
    let at = whole.rows.iter().position(|row| row[0] == text(content)).unwrap();
    let told: Vec<_> = whole.rows[at..at + 4].iter().map(|row| (row[1].clone(), row[2].clone())).collect();
    let expected = [("Tout à fait", 120), ("Plutôt oui", 12), ("Plutôt non", 12), ("Pas du tout", 0)];
    assert_eq!(told, expected.map(|(name, count)| (text(name), number(count))));
    assert_eq!(row(whole, content)[3..6], [text(format::percent(120.0 / 144.0)), number(144), text(AMONG_ANSWERS)]);
    assert!(whole.rows.iter().all(|row| row[0] != Cell::Empty), "each row says its question");
    // 11 of 12 in each session: five sessions at least are told together.
    let sessions = named("synthese-fin-de-journee-sessions");
    let of_content: Vec<_> = sessions.rows.iter().filter(|row| row[0] == text(content)).collect();
    let of_content: Vec<_> = of_content.iter().map(|row| (row[1].clone(), row[3].clone(), row[4].clone())).collect();
    let expected = [
        (text("Sessions 1, 2, 3, 4 et 5, ensemble"), number(55), number(60)),
        (text("Sessions 6, 7, 8, 9, 10, 11 et 12, ensemble"), number(77), number(84)),
    ];
    assert_eq!(of_content, expected);
    let participation = named("synthese-participation");
    assert_eq!(participation.rows.len(), SESSIONS + 1);
    assert_eq!(participation.rows[SESSIONS][2..4], [number(144), number(144)]);
    assert_eq!(participation.rows[SESSIONS][5], number(144));
}

fn thing(counts: &[usize], last: Category) -> Thing {
    let graded = Grade::ALL.into_iter().map(Category::Grade);
    let categories = graded.take(counts.len() - 1).chain([last]);
    let blocks: Vec<Block> =
        categories.zip(counts).map(|(one, count)| Block { categories: vec![one], count: *count }).collect();
    let figure = Figure { sessions: BTreeSet::new(), blocks: blocks.clone() };
    Thing {
        about: About::Positioned(Moment::After, ObjectiveId::new("pix").unwrap()),
        title: "Pix".to_owned(),
        short: "Pix".to_owned(),
        answers: blocks.iter().map(|block| (String::new(), block.count)).collect(),
        scale: Grade::ALL.map(|grade| exercise::grade(grade).to_owned()).to_vec(),
        base: figure.base(),
        favourable: None,
        rank: figure.mean(),
        mean: None,
        is_partial: false,
        notes: Vec::new(),
        blocks,
    }
}

#[test]
fn shares_are_among_those_who_answered_and_say_so() {
    let plain = |text: String| text.replace(['\u{a0}', '\u{202f}'], " ");
    let told = thing(&[20, 10, 10, 0, 8], Category::Nothing);
    assert_eq!((told.among(), plain(told.among_words())), (40, "40 réponses".to_owned()));
    assert_eq!([0, 3, 4].map(|nth| plain(told.share(nth))), ["50 %", "0 %", "17 %"], "of 40, and silence of 48");
    // Where silence is told with an answer, all those who are counted are the base.
    let mut mixed = told.clone();
    let silent = mixed.blocks.pop().unwrap();
    mixed.blocks[3].categories.extend(silent.categories);
    assert_eq!((mixed.among(), plain(mixed.among_words())), (48, "48 personnes".to_owned()));
}

#[test]
fn a_mean_is_told_in_the_words_of_its_scale() {
    let mean = |counts: &[usize]| {
        let told = thing(counts, Category::Nothing);
        told.rank.and_then(|rank| mean(&told.scale, rank)).map(|mean| mean.replace(['\u{a0}', '\u{202f}'], " "))
    };
    let between = "En moyenne, entre « j’en ai une idée » et « je m’en sers » (2,45 sur 4)";
    assert_eq!(mean(&[0, 11, 9, 0, 5]).as_deref(), Some(between));
    assert_eq!(mean(&[0, 0, 9, 0, 5]).as_deref(), Some("En moyenne, « je m’en sers » (3 sur 4)"));
    assert_eq!(mean(&[0, 0, 0, 0, 5]), None);
}

#[test]
fn a_session_that_left_the_cycle_has_no_number() {
    let fixture = cycle();
    let named = |ids: &[&str]| {
        let ids = ids.iter().map(|id| SessionId::new(id).unwrap()).collect();
        source_of(&fixture, |source| source.sessions(&ids)).replace('\u{a0}', " ")
    };
    assert_eq!(named(&["s03"]), "Session 3");
    assert_eq!(named(&["gone"]), "1 session retirée du cycle");
    assert_eq!(named(&["gone", "s03"]), "Session 3 et 1 session retirée du cycle, ensemble");
    assert_eq!(named(&["gone", "gone-too", "s01", "s03"]), "Sessions 1, 3 et 2 sessions retirées du cycle, ensemble");
}

/// A cycle of one session of 12, of whom so many are little content.
fn one_session(little: usize) -> Fixture {
    let mut fixture = empty_cycle(1);
    let session = fixture.programme().sessions[0].id.clone();
    let response = |nth: usize| Response {
        number: SecretNumber::new(nth as u64),
        survey: SurveyKind::EndOfDay,
        version: survey(SurveyKind::EndOfDay).unwrap().version.clone(),
        session: session.clone(),
        on: day("2022-03-01"),
        edition: 1,
        answers: [(
            QuestionId::new("content").unwrap(),
            Answer::One(ChoiceId::new(if nth < little { "little" } else { "fully" }).unwrap()),
        )]
        .into(),
    };
    let (_, changes) = receive_all(&fixture.tables, &(0..12).map(response).collect::<Vec<_>>());
    fixture.commit(&changes);
    let population = Population::answering(&fixture.tables, survey(SurveyKind::EndOfDay).unwrap(), &[session]);
    let synthesis = Synthesis::find(&fixture.tables, &fixture.cycle);
    let populations = [(Part::EndOfDay, population)].into();
    let changes = synthesis.publish(&populations, Threshold::new(4), Stage::OnTheWay, day("2022-04-01")).unwrap();
    fixture.commit(&changes);
    fixture
}

#[test]
fn every_question_is_listed_and_what_waits_is_told_by_a_bound_without_a_share() {
    let told = |little: usize| {
        source_of(&one_session(little), |source| {
            (source.things(Part::EndOfDay), groups(source, Part::EndOfDay).unwrap())
        })
    };
    let asked = crate::domain::evaluation::measure::of_survey(survey(SurveyKind::EndOfDay).unwrap()).len();
    let content = "Le contenu répond à ce que j’attendais.";
    // The same is said of one, two or three.
    let [one, two, three] = [1, 2, 3].map(told);
    assert_eq!((one.0.len(), &one, &two), (asked, &two, &three));
    let thing = one.0.iter().find(|thing| thing.title == content).unwrap();
    assert_eq!((thing.answers.len(), thing.is_partial), (0, true));
    assert_eq!(thing.notes, ["Tout à fait ou plutôt oui\u{a0}: au moins 9 sur 12."]);
    let row = row(&one.1.table, content);
    assert_eq!(row[3..], [text("au moins 9"), number(12), text("")]);
    // None, or enough: numbers and shares.
    let none = told(0);
    let thing = none.0.iter().find(|thing| thing.title == content).unwrap();
    assert_eq!((thing.answers[0].1, thing.share(0), thing.notes.len()), (12, format::percent(1.0), 0));
    // A question without favourable answers waits for the closing, and says so.
    assert!(none.0.iter().any(|thing| thing.notes == [figures::AT_THE_CLOSING]));
}

#[test]
fn what_is_printed_is_the_threshold_that_was_used() {
    let book = source_of(&one_session(0), |source| synthesis_book::book(source, Audience::Commissioner));
    let chapter = book.chapters.iter().find(|chapter| chapter.title == "Qui a répondu").unwrap();
    let said = BookPart::Text(evaluation::protection(Threshold::new(4)));
    assert_eq!(chapter.parts.first(), Some(&said), "not that of today, which is five");
}

#[test]
fn figures_that_cannot_be_read_are_told_nowhere_and_it_is_said_why() {
    let mut fixture = cycle();
    let key = crate::domain::evaluation::synthesis::key(&fixture.cycle).unwrap();
    fixture.commit(&ChangeSet::one(&key, "ledger/three_months", Some("of a later version")));
    for audience in [Audience::Commissioner, Audience::Partners] {
        let html = source_of(&fixture, |source| html::write(&synthesis_book::book(source, audience), SUMMARY, "fr"));
        assert!(
            html.contains("Mettez Repères à jour")
                && !html.contains("réponses sur")
                && !html.contains("toutes sessions")
        );
        let files = source_of(&fixture, |source| files(source, audience));
        assert!(files.iter().all(|listed| !listed.file.starts_with("synthese")));
    }
}
