//! What is told of everybody, as charts: questions that are answered alike share one, a row for each.

use super::super::evaluation;
use super::super::format;
use super::super::synthesis::Thing;
use crate::domain::book::{Bar, Chart, Head, Piece, Shade, Table, Width};
use crate::domain::evaluation::measure::About;
use crate::domain::evaluation::survey::QuestionId;
use crate::domain::evaluation::synthesis::Part;
use crate::domain::exercise::work::{Grade, Moment};

/// Questions that are told together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Family {
    /// They are answered by the same answers, or their favourable answers are the same.
    Scale(Vec<String>),
    /// What may be ticked of one question.
    Ticked(QuestionId),
    Commitments,
}

impl Family {
    pub fn of(about: &About, scale: Vec<String>) -> Self {
        match about {
            About::Ticked(question, _) => Self::Ticked(question.clone()),
            About::Commitments(_) => Self::Commitments,
            About::Question(_) | About::Positioned(..) | About::Way(_) => Self::Scale(scale),
        }
    }
}

/// Those that go together, in the order in which each family first comes.
pub fn together<T>(all: impl IntoIterator<Item = (Family, T)>) -> Vec<(Family, Vec<T>)> {
    let mut families: Vec<(Family, Vec<T>)> = Vec::new();
    for (family, one) in all {
        match families.iter_mut().find(|(known, _)| *known == family) {
            Some((_, members)) => members.push(one),
            None => families.push((family, vec![one])),
        }
    }
    families
}

/// Everything that is told of everybody; `question` gives the title of a question.
pub fn charts(part: Part, things: &[Thing], question: impl Fn(&QuestionId) -> String) -> Vec<Chart> {
    let families = together(things.iter().map(|thing| (Family::of(&thing.about, thing.scale.clone()), thing)));
    let chart = |(family, things): (Family, Vec<&Thing>)| {
        let named = match &family {
            Family::Scale(scale) => ends(scale),
            Family::Ticked(id) => question(id),
            Family::Commitments => "les engagements".to_owned(),
        };
        let key = match &family {
            Family::Scale(scale) => {
                let about = things.first().map(|thing| &thing.about);
                scale.iter().enumerate().map(|(rank, name)| (shade(about, rank), name.clone())).collect()
            }
            Family::Ticked(_) | Family::Commitments => Vec::new(),
        };
        Chart {
            table: Table {
                caption: format!("{}, toutes sessions\u{a0}: {named}", evaluation::part(part)),
                heads: heads("Réponses"),
                rows: titles(&things).into_iter().zip(&things).map(row).collect(),
            },
            drawn: DRAWN.to_owned(),
            bars: things.iter().copied().map(bar).collect(),
            key,
        }
    };
    families.into_iter().map(chart).collect()
}

/// The name of the column of drawings.
pub const DRAWN: &str = "En dessin";

/// The columns of a chart, but for its drawings.
pub fn heads(said: &str) -> Vec<Head> {
    vec![Head::new("Question", Width::Usual), Head::new(said, Width::Wide), Head::new("Sur", Width::Narrow)]
}

/// « de « tout à fait » à « pas du tout » ».
fn ends(scale: &[String]) -> String {
    // Whoever does not pronounce is no end of a scale: it is the fifth answer, where there is one.
    let last = scale.get(3).or_else(|| scale.last());
    let [first, last] = [scale.first(), last].map(|one| one.map_or_else(String::new, |one| format::uncapitalised(one)));
    format!("de «\u{202f}{first}\u{202f}» à «\u{202f}{last}\u{202f}»")
}

/// How the rows begin, where the table says the rest.
fn titles(things: &[&Thing]) -> Vec<String> {
    let mut before = None;
    let mut titles = Vec::new();
    for thing in things {
        titles.push(match &thing.about {
            // Its objective is named on the row above, unless nothing is told of it before the day.
            About::Positioned(Moment::After, id) if before == Some(id) => AFTER.to_owned(),
            About::Ticked(..) | About::Way(_) => thing.short.clone(),
            _ => thing.title.clone(),
        });
        before = match &thing.about {
            About::Positioned(Moment::Before, id) => Some(id),
            _ => None,
        };
    }
    titles
}

/// The row of an objective after the day.
const AFTER: &str = "– le même, après la journée";

fn row((title, thing): (String, &&Thing)) -> Vec<String> {
    let among = if thing.answers.is_empty() { String::new() } else { thing.among_words() };
    vec![title, said(thing), among]
}

/// « Tout à fait 120 (83 %) ; plutôt oui 12 (8 %)… », then what is said besides.
fn said(thing: &Thing) -> String {
    // What is not ticked is the rest.
    let most = if is_ticked(thing) { 1 } else { usize::MAX };
    let answer = |(nth, (name, count)): (usize, &(String, usize))| {
        let name = if nth == 0 { name.clone() } else { format::uncapitalised(name) };
        let number = format::integer(format::number(*count));
        let share = Some(thing.share(nth)).filter(|share| *count > 0 && !share.is_empty() && !thing.is_silence(nth));
        format!("{name}\u{a0}{number}{}", share.map(|share| format!(" ({share})")).unwrap_or_default())
    };
    let is_told = |(nth, (_, count)): &(usize, &(String, usize))| *count > 0 || !thing.is_silence(*nth);
    let answers = thing.answers.iter().enumerate().take(most).filter(is_told);
    let answers = answers.map(answer).collect::<Vec<String>>().join("\u{202f}; ");
    let lines: Vec<&str> = [answers.as_str()]
        .into_iter()
        .chain(thing.mean.iter().chain(&thing.notes).map(String::as_str))
        .filter(|line| !line.is_empty())
        .collect();
    lines.join("\n")
}

fn is_ticked(thing: &Thing) -> bool {
    matches!(thing.about, About::Ticked(..) | About::Commitments(_))
}

/// The further, the darker: people place themselves from the least to the most, other scales begin with what is wished.
fn shade(about: Option<&About>, rank: usize) -> Shade {
    match about {
        Some(About::Positioned(..)) => Shade::of(Grade::ALL.len().saturating_sub(rank + 1)),
        _ => Shade::of(rank),
    }
}

/// Those who answered, from the first answer to the last; none while some of them are not told.
fn bar(thing: &Thing) -> Option<Bar> {
    if thing.is_partial || thing.blocks.is_empty() {
        return None;
    }
    let mut rank = 0;
    let mut pieces = Vec::new();
    for (nth, block) in thing.blocks.iter().enumerate() {
        let shade = if is_ticked(thing) && nth > 0 { Shade::Fourth } else { shade(Some(&thing.about), rank) };
        if !thing.is_silence(nth) {
            pieces.push(Piece { count: block.count, shade });
        }
        rank += block.categories.len();
    }
    Some(Bar { pieces })
}
