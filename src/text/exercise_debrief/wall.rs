//! A debrief on the wall, in words: one thing at a time, large enough to be read from the back of the room.

use super::{ItemWords, Line, Reading, Told};
use crate::domain::exercise::wall::{Part, Slide};

/// What frames everything that is projected.
pub const PUBLIC: &str = "Écran public";

/// What the trainer may do, and what never shows.
pub const HOW: &str = "Rien ne s’affiche au mur avant «\u{202f}Montrer au mur\u{202f}». Aucun numéro n’y paraît.";

/// The browser opened no window.
pub const BLOCKED: &str = "Le navigateur n’a pas ouvert d’autre fenêtre\u{a0}: projetez ici, en plein écran.";

/// The window of the wall has other answers than those shown here.
pub const WAITS: &str = "L’écran public attend que vous affichiez les réponses arrivées.";

/// What goes from one thing to another, for whoever does not see where it stands.
pub const STEPS: &str = "Au mur";

/// What is chosen to be shown.
pub const WHICH: &str = "À montrer au mur";

/// What reveals the reading on the wall, or hides it again.
pub fn read(is_read: bool) -> &'static str {
    if is_read { "Masquer la lecture au mur" } else { "Montrer la lecture au mur" }
}

/// The same, on the wall itself.
pub fn read_here(is_read: bool) -> &'static str {
    if is_read { "Masquer la lecture" } else { "Montrer la lecture" }
}

/// One thing on the wall.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlideWords {
    /// What kind of thing it is.
    pub kind: &'static str,
    pub title: String,
    /// What the room did.
    pub said: Option<String>,
    /// How its answers spread.
    pub lines: Vec<Line>,
    /// What the trainer reads in it, when it is revealed.
    pub reading: Option<Reading>,
    /// What that is called.
    pub read_as: &'static str,
}

const READING: &str = "La lecture de référence";
const HIDDEN: &str = "Ne se dit que sur demande";

/// How many things a part holds.
pub fn many(told: &Told, part: Part) -> usize {
    match part {
        Part::Differences => told.differences.len(),
        Part::Questions => told.discuss.len(),
        Part::Items => items(told).count(),
        Part::Topics => told.topics.len(),
        Part::Orientations => told.orientations.len(),
    }
}

/// What each thing of a part is called, in their order.
pub fn titles(told: &Told, part: Part) -> Vec<&str> {
    match part {
        Part::Differences => told.differences.iter().map(|one| one.about.as_str()).collect(),
        Part::Questions => told.discuss.iter().map(String::as_str).collect(),
        Part::Items => items(told).map(|one| one.short.as_str()).collect(),
        Part::Topics => told.topics.iter().map(|one| one.question.as_str()).collect(),
        Part::Orientations => told.orientations.iter().map(|one| one.title.as_str()).collect(),
    }
}

/// Whether the trainer's reading says something of it.
pub fn has_reading(told: &Told, slide: Slide) -> bool {
    whole(told, slide).is_some_and(|words| words.reading.is_some())
}

/// A thing on the wall; nothing where there is none. The reading stays out until it is revealed.
pub fn slide(told: &Told, slide: Slide) -> Option<SlideWords> {
    let words = whole(told, slide)?;
    Some(SlideWords { reading: words.reading.filter(|_| slide.is_read), ..words })
}

/// « 3 sur 12 ».
pub fn position(rank: usize, many: usize) -> String {
    format!("{} sur\u{a0}{many}", rank + 1)
}

/// What is on the wall, for the trainer: « Au mur : Orientations, 3 sur 12. »
pub fn standing(told: &Told, shown: Option<Slide>) -> String {
    match shown {
        None => "Rien n’est montré au mur.".to_owned(),
        Some(slide) => {
            let at = position(slide.rank, many(told, slide.part));
            format!("Au mur\u{a0}: {}, {at}.", super::part(slide.part))
        }
    }
}

fn items(told: &Told) -> impl Iterator<Item = &ItemWords> {
    told.blocks.iter().flat_map(|block| &block.items)
}

fn whole(told: &Told, Slide { part, rank, .. }: Slide) -> Option<SlideWords> {
    let line = |label: &str, count, is_known| Line { label: label.to_owned(), count, is_known };
    Some(match part {
        Part::Differences => {
            let one = told.differences.get(rank)?;
            SlideWords {
                kind: one.kind,
                title: one.about.clone(),
                said: Some(one.said.clone()),
                lines: Vec::new(),
                reading: one.reading.clone(),
                read_as: READING,
            }
        }
        Part::Questions => SlideWords {
            kind: "À discuter",
            title: told.discuss.get(rank)?.clone(),
            said: None,
            lines: Vec::new(),
            reading: None,
            read_as: READING,
        },
        Part::Items => {
            let one = items(told).nth(rank)?;
            SlideWords {
                kind: "Réponses du groupe",
                title: one.short.clone(),
                said: None,
                lines: one.lines.clone(),
                reading: one.reading.clone(),
                read_as: READING,
            }
        }
        Part::Topics => {
            let one = told.topics.get(rank)?;
            SlideWords {
                kind: "Question à la personne",
                title: one.question.clone(),
                said: Some(one.said.clone()),
                lines: Vec::new(),
                reading: one.hidden.clone(),
                read_as: HIDDEN,
            }
        }
        Part::Orientations => {
            let one = told.orientations.get(rank)?;
            let lines = [
                line("Retenue", one.kept, true),
                line("Écartée", one.set_aside, true),
                line("Non décidée", one.undecided, false),
            ];
            SlideWords {
                kind: "Orientation",
                title: one.title.clone(),
                said: None,
                lines: lines.to_vec(),
                reading: one.reading.clone(),
                read_as: READING,
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{code, told};
    use super::*;
    use crate::domain::exercise::code::Manner;
    use crate::domain::exercise::seat::Seat;
    use crate::domain::exercise::wall::Wall;
    use crate::text::exercise;

    fn at(part: Part, rank: usize) -> Slide {
        Wall::reveal(part, rank).shown().unwrap()
    }

    #[test]
    fn each_thing_of_each_part_shows_alone_and_its_reading_waits() {
        let told = told(Manner::Alone);
        for part in Part::ALL {
            let titles = titles(&told, part);
            assert_eq!(titles.len(), many(&told, part));
            assert!(titles.len() > 1, "{part:?}");
            for (rank, title) in titles.into_iter().enumerate() {
                let closed = slide(&told, at(part, rank)).unwrap();
                assert_eq!((closed.title.as_str(), &closed.reading), (title, &None), "{part:?}");
                let said = format!("{} {:?} {:?}", closed.kind, closed.said, closed.lines);
                assert!(!said.contains("lecture"), "{said}");
                let open = Slide { is_read: true, ..at(part, rank) };
                assert_eq!(slide(&told, open).unwrap().reading.is_some(), has_reading(&told, open), "{part:?} {rank}");
            }
            assert_eq!(slide(&told, at(part, many(&told, part))), None, "nothing after the last of {part:?}");
        }
        assert!(Part::ALL.into_iter().any(|part| has_reading(&told, at(part, 0))));
    }

    #[test]
    fn the_wall_counts_as_the_tables_do() {
        let told = told(Manner::Alone);
        for (rank, one) in told.orientations.iter().enumerate() {
            let lines = slide(&told, at(Part::Orientations, rank)).unwrap().lines;
            let counts: Vec<usize> = lines.iter().map(|line| line.count).collect();
            assert_eq!(counts, [one.kept, one.set_aside, one.undecided]);
        }
        for (rank, one) in told.blocks.iter().flat_map(|block| &block.items).enumerate() {
            assert_eq!(slide(&told, at(Part::Items, rank)).unwrap().lines, one.lines);
        }
    }

    #[test]
    fn the_trainer_is_told_what_is_on_the_wall() {
        let told = told(Manner::Alone);
        assert_eq!(standing(&told, None), "Rien n’est montré au mur.");
        let orientations = many(&told, Part::Orientations);
        let said = standing(&told, Some(at(Part::Orientations, 1))).replace('\u{a0}', " ");
        assert_eq!(said, format!("Au mur : Orientations, 2 sur {orientations}."));
    }

    #[test]
    fn nobody_is_on_the_wall() {
        let told = told(Manner::Alone);
        for part in Part::ALL {
            for rank in 0..many(&told, part) {
                let said = format!("{:?}", slide(&told, Slide { is_read: true, ..at(part, rank) }));
                for seat in (1..=Seat::MAX).filter_map(|number| Seat::new(number).ok()) {
                    assert!(!said.contains(&exercise::seat(seat)) && !said.contains(&seat.ticket(code())), "{said}");
                }
            }
        }
    }
}
