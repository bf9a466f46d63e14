//! Whatever is shown of the evaluation, to whomever and on however many days, no two figures tell by their difference what
//! fewer people than the threshold said. It reads what is shown, table by table, and not what it is made from.

use super::printed::{self, GROUPS, WHOLE};
use super::tests::{empty_cycle, source_of};
use super::*;
use crate::content::objectives::objectives;
use crate::content::surveys::survey;
use crate::domain::evaluation::measure::{Category, Measure, of_objectives, of_survey, way};
use crate::domain::evaluation::population::{Population, Unit};
use crate::domain::evaluation::response::{Response, receive_all};
use crate::domain::evaluation::secret::SecretNumber;
use crate::domain::evaluation::survey::{Answer, Answers, QuestionKind, SurveyKind};
use crate::domain::exercise::work::Moment;
use crate::domain::programme::fixture::{Fixture, day};
use crate::text::synthesis_book;
use std::collections::BTreeMap;

/// Added to the sessions of a group that waits.
const WAITS: usize = 1_000;

/// People that a figure is about. Nobody leaves what is told, so that a later day holds the people of an earlier one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Group {
    wave: usize,
    part: &'static str,
    /// None: who took part, whatever they said.
    question: Option<String>,
    /// None: everybody.
    sessions: Option<Vec<usize>>,
    /// The ranks of the categories, from the first to the last.
    ranks: (usize, usize),
    count: usize,
}

impl Group {
    /// A group that waits has a name of its own each day.
    fn waits(&self) -> bool {
        self.sessions.as_ref().is_some_and(|sessions| sessions.iter().any(|session| *session > WAITS))
    }

    /// Whether all its people are among those of another.
    fn is_within(&self, other: &Self) -> bool {
        let is_about_it = match (&self.question, &other.question) {
            // Those who wait are not among those who are told.
            (Some(_), Some(_)) if self.waits() => false,
            (Some(one), Some(other)) => one == other,
            // All who are told of a thing took part.
            (Some(_), None) => other.sessions.is_none(),
            (None, Some(_)) => false,
            (None, None) => true,
        };
        let is_among = other.sessions.is_none() || self.sessions == other.sessions;
        let is_said = other.question.is_none() || (other.ranks.0 <= self.ranks.0 && self.ranks.1 <= other.ranks.1);
        self.part == other.part && is_about_it && is_among && is_said && self.wave <= other.wave
    }
}

/// Every question that is counted, by its title: its measure, and the ranks of each way to call categories.
struct Read {
    measures: BTreeMap<String, BTreeMap<String, (usize, usize)>>,
    last: BTreeMap<String, usize>,
    part: BTreeMap<String, &'static str>,
    /// Whole titles, by those of rows whose table says the rest.
    full: BTreeMap<String, String>,
}

impl Read {
    fn new(words: Words<'_>) -> Self {
        let mut read =
            Self { measures: BTreeMap::new(), last: BTreeMap::new(), part: BTreeMap::new(), full: BTreeMap::new() };
        let asked = of_survey(words.survey).into_iter().map(|one| (Part::EndOfDay, one));
        let positioned = of_objectives(words.objectives).into_iter().map(|one| (Part::Positioned, one));
        for (part, Measure { about, categories, .. }) in asked.chain(positioned) {
            read.part.insert(words.about(&about), evaluation::part(part));
            if words.short(&about) != words.about(&about) {
                assert!(
                    read.full.insert(words.short(&about), words.about(&about)).is_none(),
                    "two rows bear one title"
                );
            }
            let mut names = BTreeMap::new();
            for from in 0..categories.len() {
                for to in from..categories.len() {
                    let block = Block { categories: categories[from..=to].to_vec(), count: 0 };
                    names.insert(words.block(&about, &block), (from, to));
                }
            }
            read.last.insert(words.about(&about), categories.len() - 1);
            assert!(read.measures.insert(words.about(&about), names).is_none(), "two questions bear one title");
        }
        read
    }

    fn ranks(&self, question: &str, answer: &str) -> (usize, usize) {
        self.measures[question][answer]
    }

    /// Everything that a table tells; nothing when it is no table of the evaluation.
    fn groups(&self, table: &BookTable, wave: usize) -> Vec<Group> {
        let heads: Vec<&str> = table.heads.iter().map(|head| head.name.as_str()).collect();
        let number = |text: &str| text.replace(['\u{202f}', '\u{a0}'], "").parse::<usize>().unwrap();
        let sessions = |text: &str| match text {
            "En tout" => None,
            named => Some(named.split(|c: char| !c.is_ascii_digit()).filter_map(|one| one.parse().ok()).collect()),
        };
        let mut groups = Vec::new();
        let mut asked = String::new();
        for row in &table.rows {
            if !row[0].is_empty() {
                asked.clone_from(&row[0]);
            }
            let mut tell = |sessions: Option<Vec<usize>>, ranks, count| {
                let part = self.part[&asked];
                groups.push(Group { wave, part, question: Some(asked.clone()), sessions, ranks, count });
            };
            match heads.as_slice() {
                // Only why nothing is told.
                names if names == WHOLE && row[2].is_empty() => {}
                names if names == WHOLE => {
                    let (count, base, last) = (number(&row[2]), number(&row[4]), self.last[&asked]);
                    let ranks = self.ranks(&asked, &row[1]);
                    tell(None, ranks, count);
                    let silent = usize::from(row[5] == AMONG_ANSWERS);
                    tell(None, (0, last - silent), base);
                    // What is left says as much, where it is one answer or neighbours.
                    if ranks.0 == 0 {
                        tell(None, (ranks.1 + 1, last - silent), base - count);
                    }
                }
                // Told with all sessions.
                names if names == GROUPS && row[3].is_empty() => {}
                names if names == GROUPS && row[3].parse::<usize>().is_err() => {
                    // They wait, as a group of that day: their number is told, and a bound that is the same whatever they said.
                    assert!(row[5].is_empty() && (row[3].starts_with("au ") || row[3] == "non montré"), "{row:?}");
                    let apart = sessions(&row[1])
                        .map(|all: Vec<usize>| all.iter().map(|one| WAITS * (wave + 1) + one).collect());
                    tell(apart, (0, self.last[&asked]), number(&row[4]));
                }
                names if names == GROUPS => {
                    let ranks = self.ranks(&asked, &row[2]);
                    tell(sessions(&row[1]), ranks, number(&row[3]));
                    tell(sessions(&row[1]), (0, self.last[&asked]), number(&row[4]));
                    // What is left says as much.
                    tell(sessions(&row[1]), (ranks.1 + 1, self.last[&asked]), number(&row[4]) - number(&row[3]));
                }
                // How many came in tells nothing of what they said.
                ["Évaluation", "Sessions", .., "Comptées dans les chiffres"] => groups.push(Group {
                    wave,
                    part: self.part.values().find(|part| **part == row[0]).unwrap(),
                    question: None,
                    sessions: sessions(&row[1]),
                    ranks: (0, 0),
                    count: number(&row[5]),
                }),
                _ => {}
            }
        }
        groups
    }
}

/// Numbers that look drawn, the same each time.
struct Draw(u64);

impl Draw {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most.max(1)
    }

    /// Small groups come out of habits: most say the same, a few say something else.
    fn rank(&mut self, choices: usize) -> usize {
        if self.below(10) < 7 { 0 } else { self.below(choices) }
    }

    fn answers(&mut self) -> Answers {
        let mut answers = Answers::new();
        for question in survey(SurveyKind::EndOfDay).unwrap().questions() {
            let choices = question.choices();
            let said = match &question.kind {
                _ if self.below(12) == 0 => continue,
                QuestionKind::One { .. } => Answer::One(choices[self.rank(choices.len())].id.clone()),
                QuestionKind::Many { .. } => {
                    let ticked = choices.iter().filter(|_| self.below(3) == 0).map(|choice| choice.id.clone());
                    Answer::Many(ticked.collect())
                }
                QuestionKind::Text => continue,
            };
            answers.insert(question.id.clone(), said);
        }
        answers
    }
}

/// Somebody who positioned themselves; on some objectives they said nothing.
fn place(draw: &mut Draw, nth: u64, session: &SessionId, measures: &[Measure]) -> Unit {
    let mut said = BTreeMap::new();
    for Measure { about, categories, .. } in measures {
        let category = match about {
            About::Way(id) => {
                let grade = |moment| match said.get(&About::Positioned(moment, id.clone())) {
                    Some(Category::Grade(grade)) => Some(*grade),
                    _ => None,
                };
                way(grade(Moment::Before), grade(Moment::After)).unwrap_or(Category::Nothing)
            }
            About::Positioned(Moment::After, _) => categories[(draw.rank(categories.len()) + 2) % 4].clone(),
            _ => categories[draw.rank(categories.len())].clone(),
        };
        said.insert(about.clone(), category);
    }
    let unasked = BTreeSet::new();
    Unit { id: format!("place/{nth}"), session: session.clone(), said, unasked }
}

/// What is shown of a cycle in four syntheses, the last two of which close it.
fn shown(seed: u64, threshold: Threshold) -> Vec<Group> {
    let mut draw = Draw(seed);
    let asked = survey(SurveyKind::EndOfDay).unwrap();
    let read = Read::new(Words { survey: asked, objectives: objectives().unwrap() });
    let mut fixture: Fixture = empty_cycle(8);
    let sessions: Vec<SessionId> = fixture.programme().sessions.iter().map(|session| session.id.clone()).collect();
    let (mut groups, mut drawn) = (Vec::new(), 0);
    let mut positioned = Population { measures: of_objectives(objectives().unwrap()), units: Vec::new() };
    for (wave, stage) in [Stage::OnTheWay, Stage::OnTheWay, Stage::Closing, Stage::Closing].into_iter().enumerate() {
        let mut responses = Vec::new();
        for session in sessions.iter().take(3 + 2 * wave) {
            for _ in 0..draw.below(if wave == 0 { 14 } else { 7 }) {
                drawn += 1;
                responses.push(Response {
                    number: SecretNumber::new(drawn),
                    survey: SurveyKind::EndOfDay,
                    version: asked.version.clone(),
                    session: session.clone(),
                    on: day("2022-03-20"),
                    edition: 1,
                    answers: draw.answers(),
                });
                if draw.below(5) > 0 {
                    let place = place(&mut draw, drawn, session, &positioned.measures);
                    positioned.units.push(place);
                }
            }
        }
        let (_, changes) = receive_all(&fixture.tables, &responses);
        fixture.commit(&changes);
        let population = Population::answering(&fixture.tables, asked, &sessions);
        let synthesis = Synthesis::find(&fixture.tables, &fixture.cycle);
        let on = day(&format!("2022-04-{:02}", wave + 1));
        let populations = [(Part::EndOfDay, population), (Part::Positioned, positioned.clone())].into();
        if let Ok(changes) = synthesis.publish(&populations, threshold, stage, on) {
            fixture.commit(&changes);
        }
        source_of(&fixture, |source| {
            let source = Source { stage, threshold, ..source };
            for audience in [Audience::Commissioner, Audience::Partners] {
                let parts =
                    synthesis_book::book(source, audience).chapters.into_iter().flat_map(|chapter| chapter.parts);
                let printed = parts.flat_map(|part| printed::read(&part, &read.full));
                let files = files(source, audience);
                let tables: Vec<BookTable> = printed.chain(files.iter().map(on_paper)).collect();
                groups.extend(tables.iter().flat_map(|table| read.groups(table, wave)));
            }
        });
    }
    groups.sort();
    groups.dedup();
    groups
}

#[test]
fn no_two_figures_that_are_shown_tell_a_small_group_by_their_difference() {
    let (mut pairs, mut apart, mut close) = (0, 0, 0);
    for seed in 1..=12 {
        let threshold = Threshold::new(if seed % 3 == 0 { 3 } else { 5 });
        let groups = shown(seed, threshold);
        let is_safe = |count: usize| count == 0 || count >= threshold.number();
        for one in &groups {
            assert!(is_safe(one.count), "{seed}: {one:?}");
            apart += usize::from(one.question.is_some() && one.sessions.is_some());
            for other in groups.iter().filter(|other| one.is_within(other)) {
                let difference = other.count.checked_sub(one.count);
                assert!(difference.is_some_and(is_safe), "{seed}: {one:?} of {other:?}");
                pairs += 1;
                close += usize::from(difference.is_some_and(|people| people > 0 && people < threshold.number() + 2));
            }
        }
    }
    assert!(pairs > 20_000 && apart > 1_000, "{pairs} pairs, {apart} figures of sessions apart");
    assert!(close > 100, "the answers come close to the threshold {close} times only");
}
