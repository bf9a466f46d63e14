//! Everybody who is known, as a list that is searched: whether they come first, and where their place stands in the cycle.

use super::eligibility::Eligibility;
use super::id::{ProfessionalId, SessionId};
use super::person::Professional;
use super::registration::Status as Place;
use super::session::Status;
use super::structure::{Structure, StructureKind};
use super::whole::Programme;
use crate::domain::fold::fold;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Where somebody's place stands in a cycle; the later ones win when they have several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum At {
    NoPlace,
    /// They had a place, and were not there all day.
    Missed,
    Waiting,
    Registered,
    Trained,
}

impl At {
    pub const ALL: [Self; 5] = [Self::NoPlace, Self::Waiting, Self::Registered, Self::Trained, Self::Missed];
}

/// The same, with the session it is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Standing {
    pub at: At,
    pub session: Option<SessionId>,
}

/// Whether somebody comes first, as a list is filtered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Priority {
    First,
    NotFirst,
    /// Something is to ask.
    Unknown,
}

impl Priority {
    pub const ALL: [Self; 3] = [Self::First, Self::NotFirst, Self::Unknown];

    pub fn of(eligibility: &Eligibility) -> Self {
        match eligibility {
            Eligibility::Unknown(_) => Self::Unknown,
            other if other.is_first() => Self::First,
            _ => Self::NotFirst,
        }
    }
}

/// One person of the list.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Line {
    pub person: Arc<Professional>,
    pub structure: Option<Arc<Structure>>,
    pub eligibility: Eligibility,
    pub standing: Standing,
    /// What a search reads, folded.
    words: String,
}

/// What is looked for. What is not said keeps everybody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pub words: String,
    /// None within: people whose structure's kind nobody said.
    pub kind: Option<Option<StructureKind>>,
    pub priority: Option<Priority>,
    pub at: Option<At>,
}

/// Everybody whose use is not restricted, in the order of names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roster {
    pub lines: Vec<Arc<Line>>,
}

impl Line {
    pub fn kind(&self) -> Option<StructureKind> {
        self.structure.as_ref().and_then(|structure| structure.kind)
    }

    fn answers(&self, query: &Query, words: &[&str]) -> bool {
        query.kind.is_none_or(|kind| kind == self.kind())
            && query.priority.is_none_or(|priority| priority == Priority::of(&self.eligibility))
            && query.at.is_none_or(|at| at == self.standing.at)
            && words.iter().all(|word| self.words.contains(word))
    }
}

impl Roster {
    pub fn of(programme: &Programme) -> Self {
        let mut standings = programme.standings();
        let line = |person: &Arc<Professional>| {
            let structure = programme.structure_of(person).cloned();
            let named = structure.as_ref().map_or("", |structure| structure.name.as_str());
            let words = fold(&format!("{} {} {named}", person.family_name, person.given_name));
            let standing = standings.remove(&person.id);
            Arc::new(Line {
                person: Arc::clone(person),
                structure,
                eligibility: programme.eligibility(person),
                standing: standing.unwrap_or(Standing { at: At::NoPlace, session: None }),
                words,
            })
        };
        Self { lines: programme.people.iter().map(line).collect() }
    }

    /// Those who answer, in the same order.
    pub fn found(&self, query: &Query) -> Vec<Arc<Line>> {
        let folded = fold(&query.words);
        let words: Vec<&str> = folded.split_whitespace().collect();
        self.lines.iter().filter(|line| line.answers(query, &words)).cloned().collect()
    }
}

impl Programme {
    /// Where everybody's place stands; those who have none are left out.
    pub fn standings(&self) -> BTreeMap<ProfessionalId, Standing> {
        let mut standings: BTreeMap<ProfessionalId, Standing> = BTreeMap::new();
        for session in self.sessions.iter().filter(|session| !session.is_cancelled()) {
            let is_held = session.status == Status::Held;
            for place in self.places(&session.id) {
                let at = match place.status {
                    _ if self.is_trained_in(session, &place.person) => At::Trained,
                    Place::Registered if is_held => At::Missed,
                    Place::Registered => At::Registered,
                    Place::Waiting if !is_held => At::Waiting,
                    Place::Waiting | Place::Cancelled { .. } => continue,
                };
                if standings.get(&place.person).is_none_or(|known| known.at <= at) {
                    standings.insert(place.person.clone(), Standing { at, session: Some(session.id.clone()) });
                }
            }
        }
        standings
    }
}

#[cfg(test)]
mod tests {
    use super::super::attendance::Presence::{Absent, Present};
    use super::super::fixture::Fixture;
    use super::super::session::set_status;
    use super::*;

    fn ids(found: &[Arc<Line>]) -> Vec<&str> {
        found.iter().map(|line| line.person.id.as_str()).collect()
    }

    #[test]
    fn people_are_found_by_what_is_typed_of_their_name_or_structure() {
        let mut fixture = Fixture::new();
        let structure = fixture.structure_named("m", "Mission Étoile", StructureKind::MissionLocale);
        fixture.person_named("lefevre", "Lefèvre", Some(&structure));
        fixture.person_named("martin", "Martin", None);
        let roster = Roster::of(&fixture.programme());
        for (typed, expected) in [
            ("", vec!["lefevre", "martin"]),
            ("lefevre camille", vec!["lefevre"]),
            ("etoile", vec!["lefevre"]),
            ("MART", vec!["martin"]),
            ("martin etoile", vec![]),
        ] {
            let query = Query { words: typed.to_owned(), ..Query::default() };
            assert_eq!(ids(&roster.found(&query)), expected, "{typed}");
        }
    }

    #[test]
    fn a_place_stands_where_the_session_and_the_day_put_it() {
        let mut fixture = Fixture::new();
        let held = fixture.session("s1", "2022-02-01");
        let small = fixture.session_with("s2", &[("held_on", "2022-03-01"), ("capacity", "1")]);
        let people = ["a", "b", "c", "d", "e"].map(|id| fixture.person(id, None));
        let [trained, missed, seated, waiting, _] = &people;
        fixture.register(&held, [trained, missed]);
        fixture.note(&held, trained, [Present, Present]);
        fixture.note(&held, missed, [Absent, Present]);
        fixture.commit(&set_status(&held, &Status::Held));
        fixture.register(&small, [seated, waiting, missed]);
        let programme = fixture.programme();
        let roster = Roster::of(&programme);
        let at: Vec<At> = roster.lines.iter().map(|line| line.standing.at).collect();
        assert_eq!(
            at,
            [At::Trained, At::Waiting, At::Registered, At::Waiting, At::NoPlace],
            "missed, then waits again"
        );
        let only = |at: At| ids(&roster.found(&Query { at: Some(at), ..Query::default() })).len();
        assert_eq!(At::ALL.map(only), [1, 2, 1, 1, 0]);
        assert_eq!(roster.lines[1].standing.session, Some(small.clone()));
        fixture.commit(&set_status(&small, &Status::Cancelled { reason: "salle".to_owned() }));
        let at: Vec<At> = Roster::of(&fixture.programme()).lines.iter().map(|line| line.standing.at).collect();
        assert_eq!(at, [At::Trained, At::Missed, At::NoPlace, At::NoPlace, At::NoPlace]);
    }

    #[test]
    fn filters_keep_what_they_say() {
        let mut fixture = Fixture::new();
        let mission = fixture.structure("mission", StructureKind::MissionLocale);
        let other = fixture.structure("autre", StructureKind::Other);
        fixture.person("a", Some(&mission));
        fixture.person("b", Some(&other));
        fixture.person("c", None);
        let roster = Roster::of(&fixture.programme());
        let by =
            |query: Query| roster.found(&query).iter().map(|line| line.person.id.0.to_string()).collect::<Vec<_>>();
        let kind = |kind| by(Query { kind: Some(kind), ..Query::default() });
        assert_eq!(kind(Some(StructureKind::MissionLocale)), ["a"]);
        assert_eq!(kind(None), ["c"]);
        let priority = |priority| by(Query { priority: Some(priority), ..Query::default() });
        assert_eq!(Priority::ALL.map(priority), [["a"], ["b"], ["c"]]);
    }
}
