//! The two sheets as values: what each shows, chosen from the interview and the directory. Views only lay them out.

use super::decision::{Decision, Referral};
use super::id::OrientationId;
use super::model::Interview;
use super::orientation::Proposal;
use super::questionnaire::{Block, Questionnaire};
use super::rulebook::Orientation;
use crate::domain::directory::collection::Directory;
use crate::domain::directory::hours::Hours;
use crate::domain::directory::nearest::Freshness;
use crate::domain::directory::place::{Place, PlaceId};
use crate::domain::directory::usual_week::{UsualWeek, Weeks};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What a sheet needs to know of the world.
#[derive(Clone, Copy, Debug)]
pub struct Surroundings<'a> {
    /// None while no directory is imported.
    pub directory: Option<&'a Directory>,
    /// The places that someone here has checked.
    pub verified: &'a BTreeSet<PlaceId>,
    pub today: NaiveDate,
}

/// One thing to do, on the person's sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonStep<'a> {
    pub orientation: &'a Orientation,
    pub place: Option<SheetPlace<'a>>,
    /// Whom or what to ask for: the professional's words, else those of the orientation. May be empty.
    pub ask_for: &'a str,
    /// When to go, in the professional's words. May be empty.
    pub when: &'a str,
}

impl PersonStep<'_> {
    /// No place is chosen though one is to be found: a line to write it by hand.
    pub fn lacks_place(&self) -> bool {
        self.place.is_none() && self.orientation.filter.is_some()
    }
}

/// The place chosen, as the directory describes it today, else as it was copied when chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetPlace<'a> {
    pub name: &'a str,
    pub phones: Vec<&'a str>,
    pub address: &'a str,
    /// « 93200 Saint-Denis ».
    pub town: String,
    pub hours: SheetHours<'a>,
    /// Other hours hold during school holidays, which are not known here.
    pub differs_in_school_holidays: bool,
    pub is_itinerant: bool,
    /// Whether to telephone before going there; never to a place known to be closed.
    pub asks_for_a_call: bool,
    /// What the description is worth; none when the directory no longer holds the place.
    pub freshness: Option<Freshness>,
    /// The directory it comes from.
    pub source: &'a str,
}

/// When a place is open, as far as paper can tell.
#[derive(Clone, Debug, PartialEq)]
pub enum SheetHours<'a> {
    /// Those of every ordinary week.
    Week(UsualWeek),
    /// What the file says, which cannot be evaluated.
    Text(&'a str),
    /// The file gives none, or none that hold week after week.
    Unknown,
    /// None hold any more: someone here knows that the place is closed.
    ClosedForGood,
}

/// What to do, for the person: the kept orientations, the most pressing first.
pub fn person_steps<'a>(
    proposals: &'a [Proposal<'a>],
    referrals: &'a BTreeMap<OrientationId, Referral>,
    around: Surroundings<'a>,
) -> Vec<PersonStep<'a>> {
    let step = |proposal: &'a Proposal<'a>| {
        let referral = referrals.get(&proposal.orientation.id);
        let said = referral.map_or("", |referral| referral.ask_for.as_str());
        PersonStep {
            orientation: proposal.orientation,
            place: referral.map(|referral| sheet_place(referral, around)),
            ask_for: if said.is_empty() { &proposal.orientation.ask_for } else { said },
            when: referral.map_or("", |referral| referral.when.as_str()),
        }
    };
    proposals.iter().filter(|proposal| proposal.is_kept()).map(step).collect()
}

/// A chosen place, as both sheets show it.
pub fn sheet_place<'a>(referral: &'a Referral, around: Surroundings<'a>) -> SheetPlace<'a> {
    let place = around.directory.and_then(|directory| referral.find(directory));
    let freshness =
        place.map(|place| Freshness::of(place.updated_on, around.today, around.verified.contains(&place.id)));
    let phones: Vec<&str> = place.map(|place| place.phones().collect()).unwrap_or_default();
    let address = place.map_or("", |place| place.address.as_str());
    let is_closed = place.zip(around.directory).is_some_and(|(place, directory)| directory.is_closed(&place.id));
    let told = place.filter(|_| !is_closed);
    SheetPlace {
        name: place.map_or(&referral.name, |place| &place.name),
        phones: if phones.is_empty() { referral.phones().collect() } else { phones },
        address: if address.is_empty() { &referral.address } else { address },
        town: town(referral, place),
        hours: match place {
            Some(_) if is_closed => SheetHours::ClosedForGood,
            place => place.map_or(SheetHours::Unknown, |place| hours(&place.hours, around.today)),
        },
        differs_in_school_holidays: told.is_some_and(Place::differs_in_school_holidays),
        is_itinerant: told.is_some_and(Place::is_itinerant),
        asks_for_a_call: !is_closed && freshness.is_none_or(Freshness::asks_for_a_call),
        freshness,
        source: &referral.source,
    }
}

fn town(referral: &Referral, place: Option<&Place>) -> String {
    let commune = place.map(|place| place.commune.as_str()).filter(|commune| !commune.is_empty());
    let postal_code = place.and_then(|place| place.postal_code.as_ref()).map_or("", |code| code.as_str());
    let parts = [postal_code, commune.unwrap_or(&referral.commune)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// When a place with these hours, as written in its file, is open.
pub fn hours(text: &str, today: NaiveDate) -> SheetHours<'_> {
    match (text.trim(), Hours::parse(text)) {
        ("", _) => SheetHours::Unknown,
        (text, Err(_)) => SheetHours::Text(text),
        (_, Ok(hours)) => match Weeks::from(&hours, today) {
            Weeks::Alike(week) => SheetHours::Week(week),
            Weeks::Closed | Weeks::Varied(_) => SheetHours::Unknown,
        },
    }
}

/// The proposals by what was decided of them, in their order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Decisions<'p, 'a> {
    pub kept: Vec<&'p Proposal<'a>>,
    pub set_aside: Vec<&'p Proposal<'a>>,
    pub undecided: Vec<&'p Proposal<'a>>,
}

pub fn decisions<'p, 'a>(proposals: &'p [Proposal<'a>]) -> Decisions<'p, 'a> {
    let mut sorted = Decisions::default();
    for proposal in proposals {
        match &proposal.decision {
            Some(Decision::Accepted | Decision::AddedByHand) => sorted.kept.push(proposal),
            Some(Decision::SetAside { .. }) => sorted.set_aside.push(proposal),
            None => sorted.undecided.push(proposal),
        }
    }
    sorted
}

/// The notes in the order of the questionnaire; those of blocks it does not know come last, without a block.
pub fn notes<'a>(questionnaire: &'a Questionnaire, interview: &'a Interview) -> Vec<(Option<&'a Block>, &'a str)> {
    let known =
        questionnaire.blocks.iter().filter_map(|block| Some((Some(block), interview.notes.get(&block.id)?.as_str())));
    let foreign = interview.notes.iter().filter(|(id, _)| questionnaire.block(id).is_none());
    known.chain(foreign.map(|(_, note)| (None, note.as_str()))).collect()
}

#[cfg(test)]
#[path = "sheet_tests.rs"]
mod tests;
