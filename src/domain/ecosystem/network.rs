//! The picture of who is linked to whom: one column for each kind, no chance in it, and the same links as a nested list.

use super::known::{Ecosystem, KnownActor, KnownLink};
use super::model::{ActorId, ActorKind};
use super::passages::{Edge, Passages};

/// The size of an actor's box, in the units of the drawing.
pub const BOX_WIDTH: i32 = 190;
pub const BOX_HEIGHT: i32 = 46;
/// The room between two boxes, one above the other.
const GAP: i32 = 18;
/// The room between two columns, where links go.
pub const LANE: i32 = 110;
/// The room above the boxes, for the name of the kind.
pub const HEAD: i32 = 52;
/// The most that arcs within a column stick out.
pub const MARGIN: i32 = 60;
/// The most characters of a line in a box, and the most lines.
const LINE_CHARS: usize = 22;
const LINES: usize = 2;
/// How many times columns are put in the order of what they are linked to.
const SWEEPS: usize = 4;

/// The picture, in the units of its drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    pub width: i32,
    pub height: i32,
    pub columns: Vec<Column>,
    pub nodes: Vec<Node>,
    pub edges: Vec<Edge>,
}

/// The actors of one kind, one under the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub kind: ActorKind,
    pub x: i32,
}

/// An actor's box, by its upper left corner, and what is written in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    pub actor: ActorId,
    pub x: i32,
    pub y: i32,
    pub lines: Vec<String>,
}

/// What an actor does for others, as a list: the very links of the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch {
    pub actor: ActorId,
    pub links: Vec<KnownLink>,
}

impl Ecosystem {
    /// The picture of the actors that lists show and of every link between them.
    pub fn picture(&self) -> Picture {
        let kinds: Vec<ActorKind> =
            ActorKind::ALL.into_iter().filter(|kind| self.of_kind(*kind).next().is_some()).collect();
        let step = BOX_WIDTH + LANE;
        let columns: Vec<Column> =
            kinds.iter().zip((0..).step_by(step as usize)).map(|(kind, x)| Column { kind: *kind, x }).collect();
        let ordered = self.ordered(&kinds);
        let tallest = ordered.iter().map(Vec::len).max().unwrap_or(0) as i32;
        let nodes: Vec<Node> = columns
            .iter()
            .zip(&ordered)
            .flat_map(|(column, actors)| {
                let free = (tallest - actors.len() as i32) * (BOX_HEIGHT + GAP) / 2;
                let tops = (0..).map(move |row| HEAD + free + row * (BOX_HEIGHT + GAP));
                actors.iter().zip(tops).map(|(known, y)| Node::of(known, column.x, y))
            })
            .collect();
        let height = HEAD + tallest * (BOX_HEIGHT + GAP);
        let mut passages = Passages::new(&nodes, height);
        let edges = self.shown_links().filter_map(|known| passages.edge(known)).collect();
        Picture {
            width: columns.last().map_or(0, |column| column.x + BOX_WIDTH + MARGIN),
            height,
            columns,
            nodes,
            edges,
        }
    }

    /// The links of the picture, under the actor that each starts from; those that nothing starts from are left out.
    pub fn branches(&self) -> Vec<Branch> {
        let branch = |known: &KnownActor| Branch {
            actor: known.id().clone(),
            links: self.links_from(known.id()).cloned().collect(),
        };
        self.shown().map(branch).filter(|branch| !branch.links.is_empty()).collect()
    }

    /// The shown actors that no shown link touches.
    pub fn unlinked(&self) -> impl Iterator<Item = &KnownActor> {
        self.shown()
            .filter(|known| self.links_from(known.id()).next().is_none() && self.links_to(known.id()).next().is_none())
    }

    /// The columns, each in the order of the middle of what it is linked to, so that fewer links cross.
    fn ordered(&self, kinds: &[ActorKind]) -> Vec<Vec<&KnownActor>> {
        let mut columns: Vec<Vec<&KnownActor>> = kinds.iter().map(|kind| self.of_kind(*kind).collect()).collect();
        let links: Vec<(&ActorId, &ActorId)> =
            self.shown_links().map(|known| (&known.link.from, &known.link.to)).collect();
        for sweep in 0..SWEEPS {
            for turn in 0..columns.len() {
                let index = if sweep % 2 == 0 { turn } else { columns.len() - 1 - turn };
                let middle = |known: &KnownActor, row: usize| middle(&columns, index, known, row, &links);
                let Some(column) = columns.get(index) else { continue };
                let mut keyed: Vec<(u64, &KnownActor)> =
                    column.iter().enumerate().map(|(row, known)| (middle(known, row), *known)).collect();
                // Stable: equals stay where they were.
                keyed.sort_by_key(|(middle, _)| *middle);
                if let Some(column) = columns.get_mut(index) {
                    *column = keyed.into_iter().map(|(_, known)| known).collect();
                }
            }
        }
        columns
    }
}

/// How far down its column an actor's neighbours of other columns are, in thousandths; its own place without any.
fn middle(
    columns: &[Vec<&KnownActor>],
    own: usize,
    known: &KnownActor,
    row: usize,
    links: &[(&ActorId, &ActorId)],
) -> u64 {
    const WHOLE: usize = 1_000;
    let share =
        |row: usize, column: usize| (2 * row + 1) * WHOLE / (2 * columns.get(column).map_or(1, Vec::len).max(1));
    let place = |id: &ActorId| {
        let mut others = columns.iter().enumerate().filter(|(column, _)| *column != own);
        others.find_map(|(column, actors)| Some(share(actors.iter().position(|one| one.id() == id)?, column)))
    };
    let neighbours = links.iter().filter_map(|(from, to)| match () {
        () if *from == known.id() => place(to),
        () if *to == known.id() => place(from),
        () => None,
    });
    let places: Vec<usize> = neighbours.collect();
    let sum: usize = if places.is_empty() { share(row, own) } else { places.iter().sum() };
    (sum / places.len().max(1)) as u64
}

impl Node {
    fn of(known: &KnownActor, x: i32, y: i32) -> Self {
        Self { actor: known.id().clone(), x, y, lines: lines(known.actor.short_name()) }
    }
}

/// A name on a few short lines, as wide as a box; what does not fit ends with « … ».
pub fn lines(name: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in name.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= LINE_CHARS => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    let is_cut = lines.len() > LINES;
    lines.truncate(LINES);
    let last = lines.len().saturating_sub(1);
    for (index, line) in lines.iter_mut().enumerate() {
        let ends_here = is_cut && index == last;
        if ends_here || line.chars().count() > LINE_CHARS {
            *line = line.chars().take(LINE_CHARS - 1).chain(['…']).collect();
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::super::change;
    use super::super::decode;
    use super::super::fixture::{catalogue, id, link, write};
    use super::*;
    use crate::records::{RecordId, Tables};
    use proptest::prelude::*;

    fn ends(known: &KnownLink) -> (String, &'static str, String) {
        (known.link.from.to_string(), known.link.kind.code(), known.link.to.to_string())
    }

    /// The catalogue with links of our own, between any two actors.
    fn with_links(pairs: &[(usize, usize, usize)]) -> Ecosystem {
        let names = ["all", "relay", "old-relay", "target"];
        let mut tables = Tables::default();
        for (nth, (from, kind, to)) in pairs.iter().enumerate() {
            let kinds = super::super::model::LinkKind::ALL;
            let link = link(names[from % 4], kinds[kind % kinds.len()].code(), names[to % 4]);
            let key = decode::link_key(&RecordId::new(format!("l{nth}")).unwrap()).unwrap();
            write(&mut tables, &change::add_link(&key, &link));
        }
        Ecosystem::of(&catalogue(), &tables)
    }

    proptest! {
        #[test]
        fn the_list_holds_the_very_links_that_are_drawn(
            pairs in prop::collection::vec((0usize..4, 0usize..11, 0usize..4), 0..12)
        ) {
            let ecosystem = with_links(&pairs);
            let picture = ecosystem.picture();
            let mut drawn: Vec<_> = picture.edges.iter().map(|edge| ends(&edge.link)).collect();
            let branches = ecosystem.branches();
            let mut listed: Vec<_> = branches.iter().flat_map(|branch| &branch.links).map(ends).collect();
            prop_assert!(branches.iter().all(|branch| branch.links.iter().all(|one| one.link.from == branch.actor)));
            drawn.sort();
            listed.sort();
            prop_assert_eq!(&drawn, &listed);
            drawn.dedup();
            prop_assert_eq!(drawn.len(), listed.len());
            prop_assert_eq!(picture, ecosystem.picture());
        }

        #[test]
        fn boxes_stay_within_the_picture_and_apart(
            pairs in prop::collection::vec((0usize..4, 0usize..11, 0usize..4), 0..12)
        ) {
            let picture = with_links(&pairs).picture();
            prop_assert_eq!(picture.nodes.len(), 4);
            for (index, node) in picture.nodes.iter().enumerate() {
                prop_assert!(node.x >= 0 && node.x + BOX_WIDTH <= picture.width);
                prop_assert!(node.y >= HEAD && node.y + BOX_HEIGHT <= picture.height);
                for other in &picture.nodes[..index] {
                    prop_assert!(node.x != other.x || (node.y - other.y).abs() >= BOX_HEIGHT);
                }
            }
            for edge in &picture.edges {
                let (width, height) = (f64::from(picture.width), f64::from(picture.height));
                prop_assert!(edge.way().iter().all(|(x, y)| (0.0..=width).contains(x) && (0.0..=height).contains(y)));
                prop_assert!(!picture.nodes.iter().any(|node| edge.passes_over(node)));
            }
        }

        #[test]
        fn any_name_fits_in_its_box(name in "[ a-zé’]{0,80}") {
            let lines = lines(&name);
            prop_assert!(lines.len() <= LINES && lines.iter().all(|line| line.chars().count() <= LINE_CHARS));
        }
    }

    #[test]
    fn what_nothing_links_is_told() {
        let alone: Vec<ActorId> = with_links(&[]).unlinked().map(|known| known.id().clone()).collect();
        assert_eq!(alone, []);
        let mut bare = catalogue();
        bare.links.clear();
        let bare = Ecosystem::of(&bare, &Tables::default());
        assert_eq!(bare.unlinked().map(KnownActor::id).collect::<Vec<_>>(), [&id("all"), &id("target")]);
    }

    #[test]
    fn a_name_is_cut_where_it_no_longer_fits() {
        for (name, expected) in [
            ("Pix", vec!["Pix"]),
            ("Département de la Seine-Saint-Denis", vec!["Département de la", "Seine-Saint-Denis"]),
            ("Une bien longue maison pour les associations", vec!["Une bien longue maison", "pour les associations"]),
            (
                "Une bien longue maison pour les associations du quartier",
                vec!["Une bien longue maison", "pour les associations…"],
            ),
        ] {
            assert_eq!(lines(name), expected);
        }
    }
}
