use super::*;
use crate::chart::dumbbell::Scale;
use crate::content::objectives::objectives;
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::hand_in::{HandIn, key};
use crate::domain::exercise::seat::Seat;
use crate::domain::exercise::work::{Positioning, Work};
use crate::domain::interview::questionnaire::Length;
use crate::records::RecordId;

fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

fn handed(id: &str, number: u8, moment: Moment, levels: &[(&str, usize)]) -> HandIn {
    let exercise = ExerciseCode::new(&[].into(), Length::Short, Manner::Alone, 3);
    let levels = levels.iter().map(|(id, rank)| (ObjectiveId::new(id).unwrap(), Grade::ALL[*rank])).collect();
    let answers = Handed::Positioning(Positioning { moment, levels });
    let work = Work { exercise, seat: Seat::new(number).unwrap(), edition: 1, answers };
    HandIn { key: key(&RecordId::new(id).unwrap()).unwrap(), work, is_set_aside: false }
}

/// Five who answered twice, the last of them without the second objective, one morning only, one evening only.
fn room() -> Vec<HandIn> {
    use Moment::{After, Before};
    let mut room = Vec::new();
    for (number, before, after) in [(1, 0, 2), (2, 0, 1), (3, 1, 1), (4, 2, 1), (5, 0, 3)] {
        let of = |rank| if number == 5 { vec![("pix", rank)] } else { vec![("pix", rank), ("map", rank)] };
        room.push(handed(&format!("m{number}"), number, Before, &of(before)));
        room.push(handed(&format!("s{number}"), number, After, &of(after)));
    }
    room.push(handed("m6", 6, Before, &[("pix", 0)]));
    room.push(handed("s7", 7, After, &[("pix", 3)]));
    room
}

fn told(room: Vec<HandIn>, least: u8) -> Told {
    Told::of(objectives().unwrap(), Manner::Alone, &Collected::of(room), Threshold::new(least))
}

fn on<'a>(told: &'a Told, title: &str) -> &'a ObjectiveWords {
    told.groups.iter().flat_map(|group| &group.objectives).find(|one| one.title.contains(title)).unwrap()
}

#[test]
fn only_those_who_answered_twice_are_counted_and_the_others_are_told() {
    let told = told(room(), 4);
    assert_eq!(plain(&told.lead), "5 personnes ont répondu le matin et le soir.");
    assert_eq!(
        told.once.as_deref().map(plain).as_deref(),
        Some("Réponses données une seule fois, qui ne sont pas comparées : 1 le matin, 1 le soir.")
    );
    assert_eq!(told.waiting, None);
    assert!(!told.is_withheld && told.is_drawn());
    let pix = on(&told, "Pix");
    let moved = pix.moved.as_ref().unwrap();
    // 3, 1, 1 and 0 in the morning; 0, 3, 1 and 1 in the evening: no number under four is told.
    let block = |from, to, count| Block { from, to, count };
    assert_eq!(moved.before.blocks, [block(0, 2, 5), block(3, 3, 0)]);
    assert_eq!(moved.after.blocks, [block(0, 0, 0), block(1, 3, 5)]);
    assert_eq!((moved.before.middle_words(), moved.after.middle_words()), ("2,00".into(), "3,00".into()));
    assert_eq!(plain(&moved.way), "Non montré : trop peu de réponses de chaque sorte");
    assert!(plain(told.together.as_deref().unwrap()).starts_with("Aucun nombre de moins de 4 n’est montré :"));
    assert_eq!(pix.who, None);
    assert_eq!(on(&told, "Cartographie").who.as_deref().map(plain).as_deref(), Some("4 personnes sur 5"));
    let none = on(&told, "Aidants Connect").moved.clone().unwrap_err();
    assert_eq!(plain(&none), "Non montré : 0 personne a répondu deux fois, sur les 4 qu’il faut.");
}

#[test]
fn the_chart_and_the_table_carry_the_same_figures() {
    let scale = Scale { start: 0.0, length: 300.0, steps: grades().len() };
    let told = told(room(), 4);
    let all = told.groups.iter().flat_map(|group| &group.objectives).filter_map(|one| one.moved.as_ref().ok());
    let mut drawn = 0;
    for moved in all {
        let (Some(before), Some(after)) = (moved.before.middle, moved.after.middle) else { continue };
        let dumbbell = scale.dumbbell(before, after, 5.0);
        for (stood, x) in [(&moved.before, dumbbell.before), (&moved.after, dumbbell.after)] {
            // Where the mark stands reads as what is written.
            let written: f64 = stood.middle_words().replace(',', ".").parse().unwrap();
            assert!((1.0 + x / 100.0 - written).abs() < 1e-9, "{written}");
            // And what is written is the mean of the counts in the row.
            let answers: usize = stood.blocks.iter().map(|block| block.count).sum();
            let middle = |block: &Block| 1.0 + (block.from + block.to) as f64 / 2.0;
            let sum: f64 = stood.blocks.iter().map(|block| middle(block) * block.count as f64).sum();
            assert!((sum / answers as f64 - written).abs() <= 0.005, "{written}");
            drawn += 1;
        }
    }
    assert_eq!(drawn, 4);
}

#[test]
fn no_number_that_is_shown_is_smaller_than_the_threshold() {
    let least = 3;
    let mut told_apart = 0;
    for seed in 0..200_usize {
        let rank = |number: usize, moment: usize| (seed * 7 + number * number * (3 + seed % 5) + moment * number) % 4;
        let seats = 3 + seed % 11;
        let room = (1..=seats).flat_map(|number| {
            [(Moment::Before, "m", 0), (Moment::After, "s", 1)].map(|(moment, name, nth)| {
                let seat = u8::try_from(number).unwrap();
                handed(&format!("{name}{number}"), seat, moment, &[("pix", rank(number, nth))])
            })
        });
        let told = told(room.collect(), least);
        let moved = on(&told, "Pix").moved.as_ref().unwrap();
        let small = |count: usize| count > 0 && count < usize::from(least);
        for block in moved.before.blocks.iter().chain(&moved.after.blocks) {
            assert!(!small(block.count) && !small(seats - block.count), "{seed}: {moved:?}");
            told_apart += usize::from(block.is_apart() && block.count > 0);
        }
        let numbers = moved.way.split(|c: char| !c.is_ascii_digit()).filter_map(|one| one.parse::<usize>().ok());
        numbers.for_each(|count| assert!(!small(count) && !small(seats - count), "{seed}: {}", moved.way));
    }
    assert!(told_apart > 100, "{told_apart}");
}

#[test]
fn the_way_is_told_with_its_neighbour_where_it_would_be_too_few() {
    let ways = |counts: [usize; 3]| plain(&way(&crate::domain::exercise::blocks::blocks(&counts, Threshold::new(5))));
    for (counts, expected) in [
        ([5, 7, 0], "5 plus loin, 7 au même point"),
        ([5, 4, 3], "5 plus loin, 7 au même point ou moins loin"),
        ([6, 0, 0], "6 plus loin"),
        ([1, 6, 5], "7 plus loin ou au même point, 5 moins loin"),
        ([2, 2, 2], "Non montré : trop peu de réponses de chaque sorte"),
    ] {
        assert_eq!(ways(counts), expected);
    }
}

#[test]
fn below_the_threshold_nothing_is_told_but_why() {
    let told = told(room(), 6);
    assert!(told.is_withheld && !told.is_drawn());
    assert_eq!(
        plain(&told.lead),
        "5 personnes ont répondu le matin et le soir, sur les 6 qu’il faut pour montrer le groupe : avec moins, chaque personne serait reconnue."
    );
}

#[test]
fn what_waits_is_told_and_does_not_count() {
    let mut room = room();
    room.push(handed("again", 1, Moment::Before, &[("pix", 3)]));
    let told = told(room, 4);
    assert!(told.lead.starts_with('4'), "{}", told.lead);
    assert!(plain(&told.waiting.unwrap()).starts_with("1 positionnement est arrivé plusieurs fois"));
}

#[test]
fn nobody_is_in_it() {
    let of = |seats: [u8; 7]| {
        let mut room = room();
        for one in &mut room {
            one.work.seat = Seat::new(seats[usize::from(one.work.seat.number()) - 1]).unwrap();
        }
        told(room, 4)
    };
    assert_eq!(of([1, 2, 3, 4, 5, 6, 7]), of([31, 12, 53, 44, 25, 16, 60]));
}
