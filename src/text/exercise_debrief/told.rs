//! From the figures of a debrief to its words.

use super::{BlockWords, DifferenceWords, ItemWords, Line, OrientationWords, Reading, Subject, Told, TopicWords};
use crate::domain::exercise::case::{HiddenTopic, ReadAnswer, ReadOrientation};
use crate::domain::exercise::code::Manner;
use crate::domain::exercise::debrief::{
    About, Chosen, Debrief, Difference, ItemDebrief, OrientationDebrief, ReadStance, TopicDebrief,
};
use crate::domain::interview::answer::Discussed;
use crate::domain::interview::questionnaire::{Item, Voice};
use crate::text::exercise::{nobody, people};
use crate::text::format::{agree, number};
use crate::text::interview as words;

/// The questions and the answers are those that the professional reads.
const VOICE: Voice = Voice::Professional;

const KEEPS: &str = "La lecture de référence la retient.";
const LEAVES: &str = "La lecture de référence l’écarte.";

/// A debrief, in words.
pub fn told(subject: Subject<'_>, debrief: &Debrief<'_>) -> Told {
    let (manner, participants) = (subject.manner, debrief.participants);
    let everybody = people(participants, manner);
    let blocks = debrief.items.chunk_by(|one, next| one.item.block == next.item.block);
    Told {
        participants,
        differences: debrief.differences().iter().filter_map(|one| difference(subject, debrief, one)).collect(),
        discuss: subject.case.reading.discuss.clone(),
        items_caption: format!(
            "Les réponses du groupe ({everybody}). Quand plusieurs réponses sont possibles, chacune est comptée. Accord\u{a0}: la réponse la plus donnée, sur toutes celles qui ont été données."
        ),
        blocks: blocks.filter_map(|items| block(subject, items)).collect(),
        topics_caption: format!("Ce que l’on pouvait demander, et combien l’ont fait ({everybody})."),
        topics: debrief.topics.iter().map(|one| topic(manner, participants, one)).collect(),
        orientations_caption: format!("Ce que le groupe a décidé de chaque orientation ({everybody})."),
        orientations: debrief.orientations.iter().map(orientation).collect(),
    }
}

/// « 9 personnes sur 12 ».
fn part(how_many: usize, of: usize, manner: Manner) -> String {
    format!("{} sur\u{a0}{of}", people(how_many, manner))
}

/// Only what the room did is said: what the reading does of it, and how many part from it, is told with the reading.
fn difference(subject: Subject<'_>, debrief: &Debrief<'_>, one: &Difference<'_>) -> Option<DifferenceWords> {
    let (manner, participants) = (subject.manner, debrief.participants);
    let does = |how_many: usize, alone, together| {
        format!("{} {}.", part(how_many, participants, manner), agree(number(how_many), alone, together))
    };
    let title = |read: &ReadOrientation| Some(subject.rulebook.orientation(&read.orientation)?.title.clone());
    let kept = |how_many| match how_many {
        0 => format!("{} sur\u{a0}{participants} n’a retenu cette orientation.", nobody(manner)),
        _ => does(how_many, "a retenu cette orientation", "ont retenu cette orientation"),
    };
    let spread = |item: &ItemDebrief<'_>| match item.discussed - item.together {
        0 => format!("Même réponse pour {}.", part(item.together, participants, manner)),
        apart => {
            does(apart, "ne donne pas la réponse la plus fréquente", "ne donnent pas la réponse la plus fréquente")
        }
    };
    let (kind, about, said, reading) = match one.about {
        About::NotKept(read) => {
            let apart = does(one.concerned, "ne l’a pas retenue", "ne l’ont pas retenue");
            let reading = Reading { stands: Some(KEEPS.to_owned()), argued: vec![read.why.clone(), apart] };
            ("Orientation", title(read)?, kept(participants - one.concerned), Some(reading))
        }
        About::KeptThough(read) => {
            let reading = Reading { stands: Some(LEAVES.to_owned()), argued: vec![read.why.clone()] };
            ("Orientation", title(read)?, kept(one.concerned), Some(reading))
        }
        About::NeverAsked(hidden) => {
            let said = does(one.concerned, "n’a pas posé cette question", "n’ont pas posé cette question");
            ("Question à la personne", hidden.topic.question.clone(), said, Some(told_when_asked(hidden)))
        }
        About::AnsweredOtherwise(read) => {
            let item = debrief.items.iter().find(|item| item.item.id == read.item)?;
            let mut reading = answer(item.item, read);
            reading.argued.push(does(one.concerned, "a répondu autrement", "ont répondu autrement"));
            ("Réponse", item.item.short.clone(), spread(item), Some(reading))
        }
        About::Divided(item) => {
            let item = debrief.items.iter().find(|one| one.item.id == item.id)?;
            ("Réponse", item.item.short.clone(), spread(item), None)
        }
    };
    Some(DifferenceWords { kind, about, said, reading })
}

fn told_when_asked(hidden: &HiddenTopic) -> Reading {
    Reading { stands: Some(hidden.topic.reply.clone()), argued: vec![hidden.why.clone()] }
}

/// What the reading answers, and others that can be argued for.
fn answer(item: &Item, read: &ReadAnswer) -> Reading {
    let in_words = |answer| words::answer(item, Some(answer), VOICE);
    let also: Vec<String> = read.also.iter().map(in_words).collect();
    let also = (!also.is_empty()).then(|| format!("Se défend aussi\u{a0}: {}.", also.join(", ou ")));
    Reading { stands: Some(in_words(&read.answer)), argued: [read.why.clone()].into_iter().chain(also).collect() }
}

fn block(subject: Subject<'_>, items: &[ItemDebrief<'_>]) -> Option<BlockWords> {
    let title = subject.questionnaire.block(&items.first()?.item.block)?.title.clone();
    Some(BlockWords { title, items: items.iter().map(|one| item(subject.manner, one)).collect() })
}

fn item(manner: Manner, one: &ItemDebrief<'_>) -> ItemWords {
    let label = |chosen: &Chosen<'_>| match chosen {
        Chosen::Level(level) => words::skill_level(*level, VOICE).to_owned(),
        Chosen::Option(option) => option.label(VOICE).to_owned(),
    };
    let known = one.chosen.iter().map(|(chosen, count)| Line { label: label(chosen), count: *count, is_known: true });
    let unknown = [
        (Discussed::DoesNotKnow, one.does_not_know),
        (Discussed::PrefersNotToSay, one.prefers_not_to_say),
        (Discussed::NotDiscussed, one.not_discussed),
    ];
    let unknown = unknown.map(|(discussed, count)| Line {
        label: words::discussed(discussed, VOICE).to_owned(),
        count,
        is_known: false,
    });
    let (lines, unused): (Vec<Line>, Vec<Line>) = known.chain(unknown).partition(|line| line.count > 0);
    let unchosen: Vec<String> = unused.into_iter().filter(|line| line.is_known).map(|line| line.label).collect();
    // Of a question that nobody discussed, « nobody chose » would say nothing more.
    let unchosen = (one.discussed > 0 && !unchosen.is_empty())
        .then(|| format!("Jamais choisi\u{a0}: {}.", unchosen.join("\u{202f}; ")));
    ItemWords {
        short: one.item.short.clone(),
        lines,
        unchosen,
        agreement: match one.discussed {
            0 => "Non abordé".to_owned(),
            discussed => format!("{} sur\u{a0}{discussed}", one.together),
        },
        reading: one.read.map(|read| with_figure(manner, one, answer(one.item, read))),
    }
}

/// How many answered as the reading does would give its answer away: it is told with it.
fn with_figure(manner: Manner, one: &ItemDebrief<'_>, mut reading: Reading) -> Reading {
    let as_read = one.as_read.unwrap_or(0);
    reading.argued.push(match one.discussed {
        0 => "Le groupe n’en a pas parlé.".to_owned(),
        discussed => {
            let spoke = agree(number(discussed), "qui en a parlé", "qui en ont parlé");
            let answered = match as_read {
                0 => format!("{} ne répond", nobody(manner)),
                _ => format!("{} {}", people(as_read, manner), agree(number(as_read), "répond", "répondent")),
            };
            format!("{answered} dans ce sens, sur\u{a0}{discussed} {spoke}.")
        }
    });
    reading
}

fn topic(manner: Manner, participants: usize, one: &TopicDebrief<'_>) -> TopicWords {
    TopicWords {
        question: one.topic.question.clone(),
        asked: match one.asked {
            0 => format!("{} sur\u{a0}{participants}", nobody(manner)),
            asked => part(asked, participants, manner),
        },
        said: match one.asked {
            0 => format!("{} sur\u{a0}{participants} ne l’a posée.", nobody(manner)),
            asked => format!("Posée par {}.", part(asked, participants, manner)),
        },
        hidden: one.hidden.map(told_when_asked),
    }
}

fn orientation(one: &OrientationDebrief<'_>) -> OrientationWords {
    let (stands, read) = match one.read {
        Some(ReadStance::Keeps(read)) => (Some(KEEPS), Some(read)),
        Some(ReadStance::Leaves(read)) => (Some(LEAVES), Some(read)),
        None => (None, None),
    };
    OrientationWords {
        title: one.orientation.title.clone(),
        kept: one.kept,
        set_aside: one.set_aside,
        undecided: one.undecided,
        reading: read.map(|read| Reading { stands: stands.map(str::to_owned), argued: vec![read.why.clone()] }),
    }
}
