//! The roll of a session: whose presence is to note, half-day by half-day, and what is noted at once.

use super::attendance::{self, Attendee, Noted, Presence, Source};
use super::hours::Half;
use super::id::ProfessionalId;
use super::queue::Refusal;
use super::registration::{self, Status as Place};
use super::session::Session;
use super::whole::Programme;
use crate::records::ChangeSet;

impl Programme {
    /// Everybody whose presence is to note: those who have a place and those who came without one, in the order of names,
    /// then the trainers. Nobody whose use is restricted.
    pub fn roll(&self, session: &Session) -> Vec<Attendee> {
        let places = self.places(&session.id).iter();
        let mut people: Vec<_> = places
            .filter(|place| place.is_registered() || self.is_noted(session, &Attendee::of(&place.person)))
            .filter_map(|place| self.person(&place.person))
            .filter(|person| person.restricted.is_none())
            .collect();
        people.sort_by_cached_key(|person| person.order());
        let people = people.into_iter().map(|person| Attendee::of(&person.id));
        let trainers = session.trainers.iter().filter(|trainer| self.trainer(trainer).is_some());
        people.chain(trainers.cloned().map(Attendee::Trainer)).collect()
    }

    fn is_noted(&self, session: &Session, who: &Attendee) -> bool {
        Half::ALL.into_iter().any(|half| self.noted(session, who, half).is_some())
    }

    /// What was noted of somebody on half a day.
    pub fn noted(&self, session: &Session, who: &Attendee, half: Half) -> Option<Noted> {
        self.attendance(&session.id, who)?.half(half)
    }

    /// How many of those who have a place were away all day, as it was noted. Of whoever was erased, all that is known is
    /// that they were there or not.
    pub fn absences(&self, session: &Session) -> usize {
        let halves: Vec<Half> = session.hours.halves().map(|(half, _)| half).collect();
        let is_away = |who: &Attendee, half: &Half| {
            self.noted(session, who, *half).is_some_and(|noted| noted.presence == Presence::Absent)
        };
        let seated = self.places(&session.id).iter().filter(|place| place.is_registered());
        let away = seated.map(|place| Attendee::of(&place.person));
        let away = away.filter(|who| !halves.is_empty() && halves.iter().all(|half| is_away(who, half)));
        let gone = session.tallies.values().filter(|tally| tally.is_registered && tally.minutes == 0);
        away.count() + gone.filter(|tally| tally.halves.is_empty()).count()
    }

    /// Those of whom nothing is noted on half a day.
    pub fn unnoted(&self, session: &Session, half: Half) -> Vec<Attendee> {
        let mut roll = self.roll(session);
        roll.retain(|who| self.noted(session, who, half).is_none());
        roll
    }

    /// How many presences are still to note, half-day by half-day.
    pub fn missing_presences(&self, session: &Session) -> usize {
        session.hours.halves().map(|(half, _)| self.unnoted(session, half).len()).sum()
    }

    /// Those whose presence was noted on a screen on half a day, and not from the sheet that they signed.
    pub fn unproved(&self, session: &Session, half: Half) -> Vec<(Attendee, Noted)> {
        let noted = self.roll(session).into_iter().filter_map(|who| {
            let noted = self.noted(session, &who, half)?;
            (noted.from == Source::Screen).then_some((who, noted))
        });
        noted.collect()
    }

    /// Notes as there everybody of whom nothing is noted on half a day.
    pub fn note_everybody(&self, session: &Session, half: Half, from: Source) -> ChangeSet {
        let noted = Noted { presence: Presence::Present, from };
        let each = self.unnoted(session, half).into_iter().map(|who| (who, noted));
        note_each(session, half, each)
    }

    /// Says that the signed sheet confirms all that was noted on a screen on half a day.
    pub fn prove(&self, session: &Session, half: Half) -> ChangeSet {
        let proved = |(who, noted): (Attendee, Noted)| (who, Noted { from: Source::Sheet, ..noted });
        note_each(session, half, self.unproved(session, half).into_iter().map(proved))
    }

    /// Gives a place to somebody who is there, whether or not the group is full.
    pub fn welcome(&self, session: &Session, person: &ProfessionalId, at_ms: i64) -> Result<ChangeSet, Refusal> {
        let waiting = self.places(&session.id).iter().find(|place| place.person == *person && place.is_waiting());
        if let Some(place) = waiting {
            return Ok(registration::set_status(place, &Place::Registered));
        }
        self.refusal(session, person).map_or(Ok(()), Err)?;
        registration::place(&session.id, person, &Place::Registered, at_ms).map_err(|_| Refusal::Unnamed)
    }

    /// The minutes that somebody, trained or training, was there.
    pub fn minutes_of(&self, session: &Session, who: &Attendee) -> u32 {
        self.attendance(&session.id, who).map_or(0, |noted| noted.minutes(session.hours))
    }

    /// The minutes of training that everybody had in a session, those who were erased and those whose use is restricted
    /// included.
    pub fn minutes_in(&self, session: &Session) -> u32 {
        let gone: u32 = session.tallies.values().map(|tally| tally.minutes).sum();
        self.places(&session.id).iter().map(|place| self.minutes(session, &place.person)).sum::<u32>() + gone
    }

    /// Those who are named and were there, even in part, in the order of names.
    pub fn came(&self, session: &Session) -> Vec<&super::person::Professional> {
        let of = |who| match who {
            Attendee::Professional(id) => self.person(&id).map(AsRef::as_ref),
            Attendee::Trainer(_) => None,
        };
        let people = self.roll(session).into_iter().filter_map(of);
        people.filter(|person| self.minutes(session, &person.id) > 0).collect()
    }
}

impl Attendee {
    pub fn of(person: &ProfessionalId) -> Self {
        Self::Professional(person.clone())
    }
}

fn note_each(session: &Session, half: Half, each: impl Iterator<Item = (Attendee, Noted)>) -> ChangeSet {
    let notes = each.filter_map(|(who, noted)| attendance::note(&session.id, &who, half, Some(&noted)).ok());
    ChangeSet { changes: notes.flat_map(|note| note.changes).collect() }
}

/// What a presence is, once minutes are typed.
pub fn partial(late: u32, early: u32) -> Presence {
    if late == 0 && early == 0 { Presence::Present } else { Presence::Partial { late, early } }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::Fixture;
    use super::super::person::Restriction;
    use super::super::{erasure, fixture::day, queue::Refusal};
    use super::*;

    fn names(roll: Vec<Attendee>) -> Vec<String> {
        let id = |who| match who {
            Attendee::Professional(id) => id.0,
            Attendee::Trainer(id) => id.0,
        };
        roll.into_iter().map(|who| id(who).as_str().to_owned()).collect()
    }

    #[test]
    fn the_roll_follows_names_then_trainers() {
        let mut fixture = Fixture::new();
        let trainer = fixture.trainer("zoe");
        let session = fixture.session_with("s", &[("held_on", "2022-03-01"), ("trainers", trainer.as_str())]);
        let (bo, ali, restricted) =
            (fixture.person("bo", None), fixture.person("ali", None), fixture.person("cy", None));
        fixture.register(&session, [&bo, &ali, &restricted]);
        let until = Restriction { until: day("2030-01-01"), reason: String::new() };
        fixture.commit(&erasure::restrict(&restricted, Some(&until)));
        let programme = fixture.programme();
        let day = programme.session(&session).unwrap();
        assert_eq!(names(programme.roll(day)), ["ali", "bo", "zoe"]);
        assert_eq!(programme.missing_presences(day), 6);
    }

    #[test]
    fn everybody_is_there_but_those_already_noted() {
        let mut fixture = Fixture::new();
        let session = fixture.session("s", "2022-03-01");
        let (one, other) = (fixture.person("ali", None), fixture.person("bo", None));
        fixture.register(&session, [&one, &other]);
        fixture.note(&session, &one, [Presence::Absent, Presence::Partial { late: 20, early: 10 }]);
        for half in Half::ALL {
            let programme = fixture.programme();
            let day = programme.session(&session).unwrap();
            fixture.commit(&programme.note_everybody(day, half, Source::Screen));
        }
        let programme = fixture.programme();
        let day = programme.session(&session).unwrap();
        assert_eq!(programme.missing_presences(day), 0);
        assert_eq!((programme.minutes(day, &one), programme.minutes(day, &other)), (180, 420));
        assert_eq!(programme.minutes_in(day), 600);
        assert_eq!(programme.unproved(day, Half::Morning).len(), 2);
        fixture.commit(&programme.prove(day, Half::Morning));
        let programme = fixture.programme();
        assert!(programme.unproved(day, Half::Morning).is_empty());
        assert_eq!(programme.unproved(day, Half::Afternoon).len(), 2);
        assert_eq!(programme.minutes(day, &one), 180, "what was noted stays");
    }

    #[test]
    fn nothing_is_written_over_what_is_being_stored() {
        let mut fixture = Fixture::new();
        let session = fixture.session("s", "2022-03-01");
        let (one, other) = (fixture.person("ali", None), fixture.person("bo", None));
        fixture.register(&session, [&one, &other]);
        let absent = Noted { presence: Presence::Absent, from: Source::Screen };
        let leaving = attendance::note(&session, &Attendee::of(&one), Half::Morning, Some(&absent)).unwrap();
        let written = Programme::read(&fixture.tables.as_written(&leaving), &fixture.cycle).unwrap();
        let everybody = written.note_everybody(written.session(&session).unwrap(), Half::Morning, Source::Screen);
        fixture.commit(&leaving);
        fixture.commit(&everybody);
        let programme = fixture.programme();
        let noted = |who| programme.noted(programme.session(&session).unwrap(), &Attendee::of(who), Half::Morning);
        assert_eq!([&one, &other].map(|who| noted(who).unwrap().presence), [Presence::Absent, Presence::Present]);
    }

    #[test]
    fn whoever_is_there_gets_a_place_even_in_a_full_group() {
        let mut fixture = Fixture::new();
        let session = fixture.session_with("s", &[("held_on", "2022-03-01"), ("capacity", "1")]);
        let (one, waits, comes) = (fixture.person("ali", None), fixture.person("bo", None), fixture.person("cy", None));
        fixture.register(&session, [&one, &waits]);
        for person in [&waits, &comes] {
            let programme = fixture.programme();
            let day = programme.session(&session).unwrap();
            fixture.commit(&programme.welcome(day, person, 5).unwrap());
        }
        let programme = fixture.programme();
        let day = programme.session(&session).unwrap();
        assert_eq!(programme.registered(&session).len(), 3);
        assert_eq!(programme.welcome(day, &one, 5), Err(Refusal::AlreadyHere));
    }

    #[test]
    fn nothing_late_and_nothing_early_is_present() {
        assert_eq!(partial(0, 0), Presence::Present);
        assert_eq!(partial(0, 5), Presence::Partial { late: 0, early: 5 });
    }
}
