use super::*;
use crate::domain::book::{Book, Chart, Part as BookPart, Shade, Table};
use crate::domain::curriculum::objective::ObjectiveId;
use crate::domain::evaluation::ledger::Block;
use crate::domain::evaluation::measure::{About, Category};
use crate::domain::evaluation::synthesis::Synthesis;
use crate::domain::exercise::work::{Grade, Moment};
use crate::domain::programme::fixture::{Fixture, day};
use crate::domain::programme::session::{Status, field};
use crate::exchange::html;
use crate::records::ChangeSet;
use crate::text::books::SUMMARY;
use crate::text::synthesis::tests::{cycle, empty_cycle, source_of};
use crate::text::synthesis::{Thing, files};
use std::collections::BTreeSet;

#[test]
fn only_chosen_words_appear_and_partners_are_told_neither_words_nor_sessions() {
    let mut fixture = cycle();
    let written = |audience| source_of(&fixture, |source| html::write(&book(source, audience), SUMMARY, "fr"));
    let session = format!("Session 1, {}", format::date(day("2022-03-01")));
    let (commissioner, partners) = (written(Audience::Commissioner), written(Audience::Partners));
    for shown in ["Merci à la formatrice", "plus de pratique", &session, "Sommaire"] {
        assert!(commissioner.contains(shown), "{shown}");
        assert!(shown == "Sommaire" || !partners.contains(shown), "{shown}");
    }
    for hidden in ["Camille", "Une journée utile"] {
        assert!(!commissioner.contains(hidden) && !partners.contains(hidden), "{hidden}");
    }
    assert!(partners.contains("144") && partners.contains("toutes sessions"));
    let files = source_of(&fixture, |source| files(source, Audience::Partners));
    assert!(files.iter().all(|listed| !listed.file.ends_with("-sessions")));
    let participation = files.iter().find(|listed| listed.file == "synthese-participation").unwrap();
    assert_eq!(participation.table.rows.len(), 1, "no session alone");
    let cycle = Synthesis::find(&fixture.tables, &fixture.cycle).write_comment(None, "Le bilan de l’équipe");
    fixture.commit(&cycle);
    let on_the_way = |audience| {
        source_of(&fixture, |source| {
            html::write(&book(Source { stage: Stage::OnTheWay, ..source }, audience), SUMMARY, "fr")
        })
    };
    assert!(on_the_way(Audience::Commissioner).contains("Le bilan de l’équipe"));
    assert!(!on_the_way(Audience::Partners).contains("Le bilan de l’équipe"));
}

#[test]
fn nothing_published_is_nothing_told() {
    let fixture = Fixture::new();
    let book = source_of(&fixture, |source| book(source, Audience::Commissioner));
    assert_eq!(titles(&book), ["L’essentiel", ANSWERS]);
    let nothing = BookPart::Text(told::NOTHING_PUBLISHED.to_owned());
    assert_eq!(book.chapters[1].parts, std::slice::from_ref(&nothing));
    // Whoever is expected to answer is known all the same.
    let mut fixture = empty_cycle(1);
    let held = fixture.session("s02", "2022-03-02");
    fixture.commit(&ChangeSet::one(&held.key().unwrap(), field::STATUS, Some(&Status::Held)));
    let parts = |audience| source_of(&fixture, |source| super::book(source, audience)).chapters[1].parts.clone();
    assert_eq!((parts(Audience::Partners), parts(Audience::Commissioner).len()), (vec![nothing], 2));
}

fn titles(book: &Book) -> Vec<&str> {
    book.chapters.iter().map(|chapter| chapter.title.as_str()).collect()
}

fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

fn chart_of(part: &BookPart) -> Option<&Chart> {
    match part {
        BookPart::Chart(chart) => Some(chart),
        _ => None,
    }
}

fn charts_of(book: &Book) -> Vec<&Chart> {
    book.chapters.iter().flat_map(|chapter| &chapter.parts).filter_map(chart_of).collect()
}

fn table<'a>(book: &'a Book, caption: &str) -> &'a Table {
    let named = |part: &'a BookPart| match part {
        BookPart::Table(table) if plain(&table.caption).starts_with(caption) => Some(table),
        BookPart::Chart(chart) if plain(&chart.table.caption).starts_with(caption) => Some(&chart.table),
        _ => None,
    };
    book.chapters.iter().flat_map(|chapter| &chapter.parts).find_map(named).unwrap_or_else(|| panic!("{caption}"))
}

#[test]
fn a_question_is_a_row_with_its_bar_and_its_numbers() {
    let book = source_of(&cycle(), |source| book(source, Audience::Commissioner));
    let chart = charts_of(&book)[0];
    let caption = "La satisfaction en fin de journée, toutes sessions : de « tout à fait » à « pas du tout »";
    assert_eq!(plain(&chart.table.caption), caption);
    let row: Vec<String> = chart.table.rows[0].iter().map(|cell| plain(cell)).collect();
    let said =
        "Tout à fait 120 (83 %) ; plutôt oui 12 (8 %) ; plutôt non 12 (8 %) ; pas du tout 0 ; je ne me prononce pas 0";
    assert_eq!(row, ["Le contenu répond à ce que j’attendais.", said, "144 réponses"]);
    let pieces: Vec<_> = chart.bars[0].iter().flat_map(|bar| &bar.pieces).map(|one| (one.count, one.shade)).collect();
    assert_eq!(pieces, [120, 12, 12, 0, 0].into_iter().zip(Shade::ALL).collect::<Vec<_>>());
    assert_eq!(chart.key.len(), 5);
    for chart in charts_of(&book) {
        assert_eq!(chart.bars.len(), chart.table.rows.len(), "{}", chart.table.caption);
    }
    // What may be ticked: a row for each choice, whose question is said once.
    let ticked =
        table(&book, "La satisfaction en fin de journée, toutes sessions : Ce qui va changer dans mon travail");
    assert_eq!(plain(&ticked.rows[5].join(" | ")), "Rien pour le moment | Oui 0 | 144 personnes");
}

#[test]
fn sessions_are_columns_and_those_told_together_are_named() {
    let book = source_of(&cycle(), |source| book(source, Audience::Commissioner));
    let matrix = table(&book, "La satisfaction en fin de journée, par session : « Tout à fait ou plutôt oui »");
    let heads: Vec<&str> = matrix.heads.iter().map(|head| head.name.as_str()).collect();
    assert_eq!([&heads[..2], &heads[12..]].concat(), ["Question", "1", "12", "Ensemble", "En tout"]);
    let content: Vec<String> = matrix.rows[0].iter().map(|cell| plain(cell)).collect();
    assert_eq!(content[1..13], ["–"; 12]);
    assert_eq!(content[13..], ["1, 2, 3, 4 et 5 : 55/60\n6, 7, 8, 9, 10, 11 et 12 : 77/84", "132/144"]);
    assert_eq!(plain(&matrix.rows[1][1]), "0/12", "nobody answered it, and that is told of each session");
}

#[test]
fn the_first_page_says_what_is_essential_then_the_team_speaks_at_both_stages() {
    let mut fixture = cycle();
    let of_team = Synthesis::find(&fixture.tables, &fixture.cycle).write_comment(None, "Le bilan de l’équipe");
    fixture.commit(&of_team);
    for stage in [Stage::OnTheWay, Stage::Closing] {
        let book = source_of(&fixture, |source| book(Source { stage, ..source }, Audience::Commissioner));
        assert_eq!(titles(&book)[..3], ["L’essentiel", "Ce que l’équipe en retient", ANSWERS]);
        assert_eq!(book.chapters[1].parts, [BookPart::Text("Le bilan de l’équipe".to_owned())]);
        let published = book.cover.iter().find(|(name, _)| name == "Chiffres").map(|(_, said)| plain(said));
        assert_eq!(published.as_deref(), Some("Synthèse de fin de cycle arrêtée le 1er avril 2022"));
    }
    let essential = source_of(&fixture, |source| book(source, Audience::Partners)).chapters.remove(0);
    let facts: Vec<String> = essential
        .parts
        .iter()
        .filter_map(|part| match part {
            BookPart::Facts(facts) => Some(facts),
            _ => None,
        })
        .flatten()
        .map(|(name, said)| plain(&format!("{name}: {said}")))
        .collect();
    assert_eq!(facts, ["La satisfaction en fin de journée: 144 réponses sur 144 personnes formées (100 %)"]);
}

#[test]
fn words_stand_under_the_question_that_they_answer() {
    let book = source_of(&cycle(), |source| book(source, Audience::Commissioner));
    let parts = &book.chapters.iter().find(|one| one.title == "La satisfaction en fin de journée").unwrap().parts;
    let at = parts.iter().position(|part| *part == BookPart::Heading("Paroles choisies".to_owned())).unwrap();
    let expected = [
        BookPart::Subheading("Ce que je veux ajouter".to_owned()),
        BookPart::List(vec!["«\u{202f}Merci à la formatrice\u{202f}»".to_owned()]),
    ];
    assert_eq!(parts[at + 1..at + 3], expected);
}

#[test]
fn each_table_has_its_own_name_and_only_what_is_said_of_a_session_makes_it_a_chapter() {
    let book = source_of(&cycle(), |source| book(source, Audience::Commissioner));
    let captions: Vec<&str> = book
        .chapters
        .iter()
        .flat_map(|chapter| &chapter.parts)
        .filter_map(|part| match part {
            BookPart::Table(table) => Some(table.caption.as_str()),
            BookPart::Chart(chart) => Some(chart.table.caption.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(captions.iter().collect::<BTreeSet<_>>().len(), captions.len(), "{captions:#?}");
    let said = book.chapters.last().unwrap();
    assert_eq!((said.title.as_str(), said.parts.len()), ("Ce que l’équipe dit de chaque session", 2));
}

fn placed(moment: Moment, objective: &str) -> Thing {
    let blocks: Vec<Block> =
        Grade::ALL.map(|grade| Block { categories: vec![Category::Grade(grade)], count: 6 }).into_iter().collect();
    Thing {
        about: About::Positioned(moment, ObjectiveId::new(objective).unwrap()),
        title: format!("{objective} {moment:?}"),
        short: String::new(),
        answers: blocks.iter().map(|block| ("Je découvre".to_owned(), block.count)).collect(),
        scale: vec!["Je découvre".to_owned(); 4],
        base: 24,
        favourable: None,
        rank: None,
        mean: None,
        is_partial: false,
        notes: Vec::new(),
        blocks,
    }
}

#[test]
fn a_row_is_of_the_objective_above_only_where_that_one_is_told() {
    let things = [placed(Moment::Before, "pix"), placed(Moment::After, "pix"), placed(Moment::After, "map")];
    let [chart] = charts(Part::Positioned, &things, ToString::to_string).try_into().unwrap();
    let titles: Vec<&str> = chart.table.rows.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(titles, ["pix Before", "– le même, après la journée", "map After"]);
    // People place themselves from the least to the most: the further, the darker.
    let shades: Vec<Shade> = chart.bars[0].iter().flat_map(|bar| &bar.pieces).map(|piece| piece.shade).collect();
    assert_eq!(shades, [Shade::Fourth, Shade::Third, Shade::Second, Shade::First]);
    assert_eq!(chart.key.iter().map(|(shade, _)| *shade).collect::<Vec<_>>(), shades);
}

#[test]
fn what_is_not_told_whole_has_no_share_no_bar_and_says_why() {
    let partial =
        Thing { is_partial: true, notes: vec!["au moins 8 sur 12".to_owned()], ..placed(Moment::After, "pix") };
    let silent = Thing { answers: Vec::new(), blocks: Vec::new(), base: 0, ..partial.clone() };
    let [chart] = charts(Part::Positioned, &[partial, silent], ToString::to_string).try_into().unwrap();
    let said: Vec<String> = chart.table.rows.iter().map(|row| plain(&row[1..].join(" | "))).collect();
    let counts = "Je découvre 6 ; je découvre 6 ; je découvre 6 ; je découvre 6";
    assert_eq!(said, [format!("{counts}\nau moins 8 sur 12 | 24 personnes"), "au moins 8 sur 12 | ".to_owned()]);
    assert_eq!(chart.bars, [None, None]);
}

#[test]
fn what_is_liked_most_and_least_goes_by_shares_of_those_who_answered_and_leaves_out_what_is_not_told_whole() {
    let asked = |(nth, count): (usize, &usize)| Thing {
        about: About::Question(QuestionId::new(&format!("q{nth}")).unwrap()),
        title: format!("Q{nth}."),
        favourable: Some(("Oui".to_owned(), *count)),
        ..placed(Moment::After, "pix")
    };
    let mut things: Vec<Thing> = [12, 24, 6, 18, 12, 21, 24].iter().enumerate().map(asked).collect();
    things[6].is_partial = true;
    let lists = |things: &[Thing]| -> Vec<Vec<String>> {
        let list = |part| match part {
            BookPart::List(lines) => Some(lines.iter().map(|line| plain(line)).collect()),
            _ => None,
        };
        essential::liked(things, |_| false).into_iter().filter_map(list).collect()
    };
    let most = ["Q1. 24 sur 24 personnes (100 %)", "Q5. 21 sur 24 personnes (88 %)", "Q3. 18 sur 24 personnes (75 %)"];
    let least = ["Q2. 6 sur 24 personnes (25 %)", "Q4. 12 sur 24 personnes (50 %)", "Q0. 12 sur 24 personnes (50 %)"];
    assert_eq!(lists(&things), [most, least]);
    assert!(lists(&things[..5]).is_empty(), "there is too little to choose from");
}
