//! What is wrong with a catalogue: all of it at once.

use super::catalogue::{Catalogue, MissionWords};
use super::model::{Actor, ActorId, Link, LinkKind, Mission};
use super::places::PlaceSearch;
use std::collections::BTreeSet;

/// The most characters of a mission in a word.
const MAX_SHORT_CHARS: usize = 10;

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A mission without its words, or with two sets of them.
    MissionWords(Mission),
    MissionOfNobody(Mission),
    DuplicateActor(ActorId),
    EmptyText(ActorId),
    NoMission(ActorId),
    /// The search of its places asks nothing.
    EmptyPlaceSearch(ActorId),
    /// Nobody to ask for, though the actor exists today.
    NobodyToAskFor(ActorId),
    NoFact(ActorId),
    UnknownSuccessor(ActorId),
    /// Its successor leads back to it.
    SuccessionInCircle(ActorId),
    UnknownActor(Link),
    LinkToItself(Link),
    DuplicateLink(Link),
    /// A succession is said by the status of the former body, once.
    SuccessionAsLink(Link),
    EndsBeforeItStarts(Link),
}

impl Catalogue {
    /// Everything that is wrong.
    pub fn check(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        self.check_missions(&mut faults);
        let mut met = BTreeSet::new();
        for actor in &self.actors {
            if !met.insert(&actor.id) {
                faults.push(Fault::DuplicateActor(actor.id.clone()));
            }
            self.check_actor(actor, &mut faults);
        }
        for (index, link) in self.links.iter().enumerate() {
            let is_repeated = self.links.iter().take(index).any(|before| before.says_as(link));
            self.check_link(link, is_repeated, &mut faults);
        }
        faults
    }

    fn check_missions(&self, faults: &mut Vec<Fault>) {
        for mission in Mission::ALL {
            let words: Vec<_> = self.missions.iter().filter(|words| words.id == mission).collect();
            if !matches!(words.as_slice(), [only] if only.is_whole()) {
                faults.push(Fault::MissionWords(mission));
            }
            if !self.actors.iter().any(|actor| actor.is_current() && actor.missions.contains(&mission)) {
                faults.push(Fault::MissionOfNobody(mission));
            }
        }
    }

    fn check_actor(&self, actor: &Actor, faults: &mut Vec<Fault>) {
        let id = || actor.id.clone();
        let texts = [&actor.name, &actor.role].into_iter().chain(actor.facts.iter().map(|fact| &fact.text));
        if texts.chain(&actor.also).chain(&actor.words).any(|text| text.trim().is_empty()) {
            faults.push(Fault::EmptyText(id()));
        }
        if actor.places.as_ref().is_some_and(PlaceSearch::is_empty) {
            faults.push(Fault::EmptyPlaceSearch(id()));
        }
        if actor.missions.is_empty() {
            faults.push(Fault::NoMission(id()));
        }
        if actor.is_current() && actor.ask_for.is_empty() {
            faults.push(Fault::NobodyToAskFor(id()));
        }
        if actor.facts.is_empty() {
            faults.push(Fault::NoFact(id()));
        }
        for successor in actor.status.successors() {
            match self.actor(successor) {
                None => faults.push(Fault::UnknownSuccessor(id())),
                Some(_) if self.leads_to(successor, &actor.id) => faults.push(Fault::SuccessionInCircle(id())),
                Some(_) => {}
            }
        }
    }

    /// Whether following successors from one actor meets another.
    fn leads_to(&self, from: &ActorId, sought: &ActorId) -> bool {
        let mut to_follow = vec![from];
        let mut met = BTreeSet::new();
        while let Some(id) = to_follow.pop() {
            if id == sought {
                return true;
            }
            if met.insert(id) {
                to_follow.extend(self.actor(id).into_iter().flat_map(|actor| actor.status.successors()));
            }
        }
        false
    }

    fn check_link(&self, link: &Link, is_repeated: bool, faults: &mut Vec<Fault>) {
        let is_unknown = [&link.from, &link.to].into_iter().any(|id| self.actor(id).is_none());
        let is_backwards = link.since.zip(link.until).is_some_and(|(since, until)| until < since);
        let wrong = [
            is_unknown.then_some(Fault::UnknownActor as fn(Link) -> Fault),
            (link.from == link.to).then_some(Fault::LinkToItself),
            is_repeated.then_some(Fault::DuplicateLink),
            (link.kind == LinkKind::Replaces).then_some(Fault::SuccessionAsLink),
            is_backwards.then_some(Fault::EndsBeforeItStarts),
        ];
        faults.extend(wrong.into_iter().flatten().map(|fault| fault(link.clone())));
    }
}

impl MissionWords {
    fn is_whole(&self) -> bool {
        let is_short = (1..=MAX_SHORT_CHARS).contains(&self.short.chars().count());
        is_short && !self.title.is_empty() && !self.words.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{actor, catalogue, id, link};
    use super::super::model::Status;
    use super::*;
    use crate::domain::ecosystem::when::When;

    #[test]
    fn a_sound_catalogue_has_no_fault() {
        assert_eq!(catalogue().check(), []);
    }

    #[test]
    fn each_mistake_is_told() {
        let renamed = |into: &str| Status::Renamed { into: id(into), since: None };
        type Spoil = fn(&mut Catalogue);
        let cases: [(Spoil, Fault); 12] = [
            (|it| it.missions[0].title.clear(), Fault::MissionWords(Mission::Pilot)),
            (|it| it.missions[1].short.clear(), Fault::MissionWords(Mission::Coordinate)),
            (|it| it.missions[1].short = "onze lettres".to_owned(), Fault::MissionWords(Mission::Coordinate)),
            (|it| it.actors[1].words.push(" ".to_owned()), Fault::EmptyText(id("relay"))),
            (|it| it.actors[1].places = Some(PlaceSearch::default()), Fault::EmptyPlaceSearch(id("relay"))),
            (|it| it.actors[1].role.clear(), Fault::EmptyText(id("relay"))),
            (|it| it.actors[1].ask_for.clear(), Fault::NobodyToAskFor(id("relay"))),
            (|it| it.actors[1].facts.clear(), Fault::NoFact(id("relay"))),
            (|it| it.actors.push(actor("relay", "Encore")), Fault::DuplicateActor(id("relay"))),
            (
                |it| it.links.push(link("relay", "funds", "nobody")),
                Fault::UnknownActor(link("relay", "funds", "nobody")),
            ),
            (|it| it.links.push(link("relay", "funds", "relay")), Fault::LinkToItself(link("relay", "funds", "relay"))),
            (
                |it| it.links.push(link("relay", "replaces", "old-relay")),
                Fault::SuccessionAsLink(link("relay", "replaces", "old-relay")),
            ),
        ];
        for (spoil, fault) in cases {
            let mut spoiled = catalogue();
            spoil(&mut spoiled);
            assert_eq!(spoiled.check(), [fault]);
        }
        let mut circle = catalogue();
        circle.actors[1].status = renamed("old-relay");
        assert!(circle.check().contains(&Fault::SuccessionInCircle(id("old-relay"))));
        circle.actors[1].status = renamed("nobody");
        assert!(circle.check().contains(&Fault::UnknownSuccessor(id("relay"))));
    }

    #[test]
    fn a_link_is_said_once_and_ends_after_its_start() {
        let mut spoiled = catalogue();
        let mut again = spoiled.links[0].clone();
        again.since = When::new("2022").ok();
        again.until = When::new("2021").ok();
        spoiled.links.push(again.clone());
        assert_eq!(spoiled.check(), [Fault::DuplicateLink(again.clone()), Fault::EndsBeforeItStarts(again)]);
    }
}
