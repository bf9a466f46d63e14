//! What one reads first: what was ordered and done, who answered, a few figures, what is liked most and least, what is corrected.

use super::super::format;
use super::super::programme_tables as tables;
use super::super::synthesis::{Audience, Source, Thing, on_paper, share};
use super::answers;
use super::charts::{DRAWN, heads};
use crate::domain::book::{Bar, Chapter, Chart, Part as BookPart, Piece, Shade, Table};
use crate::domain::evaluation::measure::About;
use crate::domain::evaluation::synthesis::{Part, improvements};
use crate::domain::programme::log::Action;

/// Questions whose figures come first; one that is not asked any more is left out.
const LEADING: [(Part, &str); 3] =
    [(Part::EndOfDay, "useful"), (Part::EndOfDay, "overall"), (Part::ThreeMonths, "contacts")];

/// How many are named as liked most, and least.
const NAMED: usize = 3;

pub fn chapter(source: Source<'_>, audience: Audience) -> Chapter {
    let mut parts = vec![BookPart::Table(on_paper(&tables::indicators(source.programme, source.gauge)))];
    let answered = answers::in_all(source, audience);
    if !answered.is_empty() {
        parts.push(BookPart::Facts(answered));
    }
    let leading = leading(source);
    if !leading.table.rows.is_empty() {
        parts.push(BookPart::Chart(leading));
    }
    parts.extend(liked(&source.things(Part::EndOfDay), |thing| is_of_objective(source, Part::EndOfDay, thing)));
    if audience == Audience::Commissioner {
        let actions: Vec<String> = improvements(&source.programme.log).map(action).collect();
        if !actions.is_empty() {
            parts.push(BookPart::Heading("Ce que nous corrigeons".to_owned()));
            parts.push(BookPart::List(actions));
        }
    }
    Chapter::following("L’essentiel", parts)
}

/// A figure: what it is of, what is said, among how many, so many of so many.
struct Leading {
    title: String,
    said: String,
    among: String,
    count: usize,
    base: usize,
}

fn leading(source: Source<'_>) -> Chart {
    let parts = Part::ALL.map(|part| (part, source.things(part)));
    let of = |part: Part| parts.iter().filter(move |(one, _)| *one == part).flat_map(|(_, things)| things);
    let question = |(part, id): (Part, &str)| {
        let is_it = |thing: &&Thing| matches!(&thing.about, About::Question(question) if question.as_str() == id);
        let thing = of(part).find(is_it).filter(|thing| is_whole(thing))?;
        let (answer, count) = thing.favourable.as_ref()?;
        Some(Leading {
            title: thing.title.clone(),
            said: format!(
                "{answer}\u{a0}{} ({})",
                format::integer(format::number(*count)),
                share(*count, thing.among())
            ),
            among: thing.among_words(),
            count: *count,
            base: thing.among(),
        })
    };
    // Each objective counts once, whatever its number of answers.
    let objectives = |part: Part, title: &str, share_of: [usize; 2]| {
        let is_told = |thing: &&Thing| is_of_objective(source, part, thing) || matches!(thing.about, About::Way(_));
        let (told, waiting): (Vec<&Thing>, Vec<&Thing>) = of(part).filter(is_told).partition(|thing| is_whole(thing));
        let base = base_of(told.iter().all(|thing| thing.answered().is_some()));
        let told = told.into_iter().filter_map(|thing| Some((thing.favourable.as_ref()?.1, base(thing))));
        let told: Vec<(usize, usize)> = told.collect();
        let [least, whole] = share_of;
        let count = told.iter().filter(|(count, base)| count * whole >= base * least).count();
        let title = match waiting.len() {
            0 => title.to_owned(),
            waiting => format!("{title} ({} encore)", format::count(format::number(waiting), "attend", "attendent")),
        };
        (!told.is_empty()).then(|| Leading {
            title,
            said: format::count(format::number(count), "objectif", "objectifs"),
            among: format::count(format::number(told.len()), "objectif", "objectifs"),
            count,
            base: told.len(),
        })
    };
    let [useful, overall, contacts] = LEADING.map(question);
    let reached = "Objectifs que trois personnes sur quatre disent atteints, ou en grande partie";
    let further = "Objectifs où la moitié des personnes se disent plus loin après la journée";
    let used = "Objectifs que la moitié des personnes mettent en pratique à trois mois";
    let rows: Vec<Leading> = [
        useful,
        overall,
        objectives(Part::EndOfDay, reached, [3, 4]),
        objectives(Part::Positioned, further, [1, 2]),
        objectives(Part::ThreeMonths, used, [1, 2]),
        contacts,
    ]
    .into_iter()
    .flatten()
    .collect();
    let bar = |row: &Leading| Bar {
        pieces: vec![
            Piece { count: row.count, shade: Shade::First },
            Piece { count: row.base.saturating_sub(row.count), shade: Shade::Fourth },
        ],
    };
    Chart {
        bars: rows.iter().map(|row| Some(bar(row))).collect(),
        table: Table {
            caption: "Les chiffres à retenir, toutes sessions".to_owned(),
            heads: heads("Nombre"),
            rows: rows.into_iter().map(|row| vec![row.title, row.said, row.among]).collect(),
        },
        drawn: DRAWN.to_owned(),
        key: Vec::new(),
    }
}

/// Whether it can be compared with the others.
fn is_whole(thing: &Thing) -> bool {
    !thing.is_partial && thing.among() > 0
}

/// Among how many things are compared: those who answered, where they are told of each thing; everybody otherwise.
fn base_of(is_told: bool) -> fn(&Thing) -> usize {
    if is_told { Thing::among } else { |thing| thing.base }
}

fn is_of_objective(source: Source<'_>, part: Part, thing: &Thing) -> bool {
    let About::Question(id) = &thing.about else { return false };
    source.words(part).survey.question(id).is_some_and(|question| question.objective.is_some())
}

/// What most participants, and fewest, say something favourable of; nothing where there is little to choose from.
pub(super) fn liked(things: &[Thing], is_of_objective: impl Fn(&Thing) -> bool) -> Vec<BookPart> {
    let asked = |thing: &&Thing| matches!(thing.about, About::Question(_)) && !is_of_objective(thing);
    let mut told: Vec<(&Thing, usize)> = things
        .iter()
        .filter(asked)
        .filter_map(|thing| Some((thing, thing.favourable.as_ref()?.1)))
        .filter(|(thing, _)| is_whole(thing))
        .collect();
    if told.len() < 2 * NAMED {
        return Vec::new();
    }
    // Products, not quotients: equal shares stay in the order of the questionnaire.
    let base = base_of(told.iter().all(|(thing, _)| thing.answered().is_some()));
    told.sort_by(|(one, count), (other, others)| (others * base(one)).cmp(&(count * base(other))));
    let say = |(thing, count): &(&Thing, usize)| {
        let number = format::integer(format::number(*count));
        let share = share(*count, base(thing));
        let among = match base(thing) == thing.among() {
            true => thing.among_words(),
            false => format::count(format::number(thing.base), "personne", "personnes"),
        };
        format!("{} {number} sur {among} ({share})", thing.title)
    };
    let most = told.iter().take(NAMED).map(say).collect();
    let least = told.iter().rev().take(NAMED).map(say).collect();
    vec![
        BookPart::Heading("Ce que les personnes apprécient le plus (réponses favorables)".to_owned()),
        BookPart::List(most),
        BookPart::Heading("Ce qu’elles apprécient le moins (réponses favorables)".to_owned()),
        BookPart::List(least),
    ]
}

/// « Rallonger la pause (fait le 3 mars 2022) »: nobody is named here.
fn action(action: &Action) -> String {
    let due = action.due_on.map(|on| format!("pour le {}", format::date(on)));
    let stand = action.done_on.map(|on| format!("fait le {}", format::date(on))).or(due);
    stand.map_or_else(|| action.label.clone(), |stand| format!("{} ({stand})", action.label))
}
