//! How many answered, of how many were trained, session by session: participation, which says nothing of what they said.

use super::commitment::look_back_on;
use super::follow_up::trained;
use super::moderation;
use super::population::Population;
use super::response::Response;
use super::synthesis::{Part, Synthesis};
use crate::domain::programme::id::{CycleId, SessionId};
use crate::domain::programme::session::Session;
use crate::domain::programme::whole::Programme;
use crate::records::Tables;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// How many answered in a session, against how many could.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Participation {
    pub session: SessionId,
    pub part: Part,
    pub received: usize,
    /// Who was trained there.
    pub asked: usize,
}

/// How many came in, those whose answers were erased since included.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Received(BTreeMap<(Part, SessionId), usize>);

impl Received {
    /// Of everybody who is counted.
    pub fn of(populations: &BTreeMap<Part, Population>, synthesis: &Synthesis) -> Self {
        let units = populations.iter().flat_map(|(part, all)| all.units.iter().map(|unit| (*part, &unit.session)));
        Self::counting(units, synthesis)
    }

    /// Of answers that count.
    pub fn among(responses: &[Response], synthesis: &Synthesis) -> Self {
        Self::counting(responses.iter().map(|one| (Part::of(one.survey), &one.session)), synthesis)
    }

    /// Of the answers that are here, given by a day.
    pub fn find(tables: &Tables, cycle: &CycleId, by: NaiveDate) -> Self {
        let mut responses = Response::all(tables);
        responses.retain(|one| one.on <= by && moderation::counts(tables, one.number));
        Self::among(&responses, &Synthesis::find(tables, cycle))
    }

    fn counting<'a>(came: impl Iterator<Item = (Part, &'a SessionId)>, synthesis: &Synthesis) -> Self {
        let mut counts = synthesis.erased.clone();
        for (part, session) in came {
            *counts.entry((part, session.clone())).or_default() += 1;
        }
        Self(counts)
    }

    pub fn at(&self, part: Part, session: &SessionId) -> usize {
        self.0.get(&(part, session.clone())).copied().unwrap_or_default()
    }

    /// Every session that was held by a day, even where nobody answered; three months later, those whose day to be asked has
    /// come. Wherever somebody answered, it counts.
    pub fn held(&self, programme: &Programme, part: Part, on: NaiveDate) -> Vec<Participation> {
        let counts = |session: &Session| {
            self.at(part, &session.id) > 0 || (session.is_held_by(on) && is_asked(session, part, on))
        };
        let sessions = programme.sessions.iter().filter(|session| counts(session));
        let of = |session: &Session| Participation {
            session: session.id.clone(),
            part,
            received: self.at(part, &session.id),
            asked: trained(programme, session),
        };
        sessions.map(|session| of(session)).collect()
    }
}

fn is_asked(session: &Session, part: Part, on: NaiveDate) -> bool {
    match part {
        Part::EndOfDay | Part::Positioned => true,
        Part::ThreeMonths => session.held_on.and_then(look_back_on).is_none_or(|due| due <= on),
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::response;
    use super::super::response::receive_all;
    use super::super::survey::SurveyKind;
    use super::*;
    use crate::domain::programme::attendance::Presence;
    use crate::domain::programme::fixture::{Fixture, day};
    use crate::domain::programme::session::{Status, field};
    use crate::records::ChangeSet;

    /// Three sessions of two people, two of which were held.
    fn fixture() -> Fixture {
        let mut fixture = Fixture::new();
        for (id, on, status) in [
            ("s1", "2022-03-03", Status::Held),
            ("s2", "2022-03-04", Status::Held),
            ("s3", "2022-03-05", Status::Planned),
        ] {
            let session = fixture.session(id, on);
            let people = ["a", "b"].map(|name| fixture.person(&format!("{id}{name}"), None));
            fixture.register(&session, &people);
            for person in &people {
                fixture.note(&session, person, [Presence::Present; 2]);
            }
            fixture.commit(&ChangeSet::one(&session.key().unwrap(), field::STATUS, Some(&status)));
        }
        fixture
    }

    #[test]
    fn every_session_that_was_held_is_counted_whether_or_not_somebody_answered() {
        let mut fixture = fixture();
        let told = |fixture: &Fixture, part, on: &str| {
            let received = Received::find(&fixture.tables, &fixture.cycle, day(on));
            let all = received.held(&fixture.programme(), part, day(on));
            all.iter().map(|one| (one.session.as_str().to_owned(), one.received, one.asked)).collect::<Vec<_>>()
        };
        let of = |id: &str, received| (id.to_owned(), received, 2);
        assert_eq!(told(&fixture, Part::EndOfDay, "2022-03-10"), [of("s1", 0), of("s2", 0)]);
        let mut aside = response(3, "s1", 0);
        aside.answers.clear();
        let late = Response { survey: SurveyKind::ThreeMonths, on: day("2022-06-03"), ..response(4, "s2", 0) };
        let (_, changes) = receive_all(&fixture.tables, &[response(1, "s1", 0), response(2, "s3", 0), aside, late]);
        fixture.commit(&changes);
        fixture.commit(&moderation::set_aside(super::super::secret::SecretNumber::new(3), true));
        assert_eq!(told(&fixture, Part::EndOfDay, "2022-03-10"), [of("s1", 1), of("s2", 0), of("s3", 1)]);
        assert_eq!(told(&fixture, Part::EndOfDay, "2022-03-02"), [(); 0].map(|()| of("", 0)), "not held yet");
        assert_eq!(told(&fixture, Part::ThreeMonths, "2022-06-02"), [(); 0].map(|()| of("", 0)), "not asked yet");
        assert_eq!(told(&fixture, Part::ThreeMonths, "2022-06-03"), [of("s1", 0), of("s2", 1)]);
    }
}
