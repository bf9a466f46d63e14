//! Doing with the person, in their place, or having it done: which frame, and whether Aidants Connect is possible.
//!
//! Aidants Connect is for salaried professionals of a habilitated structure; it is impossible for adults under a legal
//! protection measure and for a person unknown to the civil register behind FranceConnect. What is not known is said to
//! be asked, and every frame it leaves possible is given: nothing is guessed.

use super::condition::{Condition, Evidence, Facts, Truth};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// How the answers tell what a frame depends on. Content.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FramingRules {
    /// A procedure cannot wait for the person to learn.
    pub urgent: Condition,
    /// It must be done today or tomorrow.
    pub immediate: Condition,
    /// The person does online procedures without someone beside them.
    pub autonomous: Condition,
    pub wants_to_learn: Condition,
    /// The person would rather have it done.
    pub wants_it_done: Condition,
    pub wants_no_digital: Condition,
    /// The person agrees that someone acts in their name.
    pub agrees: Condition,
    /// A legal protection measure is in force.
    pub protected: Condition,
    /// The civil register behind FranceConnect can know the person.
    pub identity: Condition,
}

/// The professional who holds the interview, as far as it matters here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Professional {
    /// A salaried professional of the structure.
    pub employee: Option<bool>,
    /// Their structure is habilitated for Aidants Connect.
    pub habilitated: Option<bool>,
}

/// One thing a frame depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Input {
    Urgent,
    Immediate,
    Autonomous,
    WantsToLearn,
    WantsItDone,
    WantsNoDigital,
    Agrees,
    Protected,
    Identity,
    Employee,
    Habilitated,
}

impl Input {
    pub const ALL: [Self; 11] = [
        Self::Urgent,
        Self::Immediate,
        Self::Autonomous,
        Self::WantsToLearn,
        Self::WantsItDone,
        Self::WantsNoDigital,
        Self::Agrees,
        Self::Protected,
        Self::Identity,
        Self::Employee,
        Self::Habilitated,
    ];

    fn bit(self) -> u32 {
        1 << (self as u32)
    }
}

/// What to do, in which capacity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Frame {
    /// The person learns; nothing presses.
    Teach,
    /// The person acts, someone is beside them.
    DoWith,
    /// The habilitated structure acts, under the mandate that Aidants Connect produces.
    InPlaceUnderAidantsConnect,
    /// The professional acts under a written mandate on the CNIL's model.
    InPlaceWithMandate,
    /// France services or a habilitated structure acts.
    Refer,
    /// The person or service in charge of the protection measure, with a counter, the phone or paper.
    Guardian,
    /// A counter, the phone or paper.
    Counter,
}

/// Why Aidants Connect is not possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Blocker {
    ProtectedAdult,
    NoIdentity,
    NotEmployee,
    NotHabilitated,
    PersonDisagrees,
}

/// Whether Aidants Connect can be used, here and now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AidantsConnect {
    Possible,
    Impossible(Vec<Blocker>),
    /// Nothing known forbids it; these remain to be asked.
    ToAsk(Vec<Input>),
}

/// The frame of an interview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Framing {
    /// Every frame that what is known allows: one when it is settled, in the order of `Frame`.
    pub frames: Vec<Frame>,
    /// With a settled frame, what to do when it cannot be done.
    pub fallback: Option<Frame>,
    pub aidants_connect: AidantsConnect,
    /// What to ask to settle the frame: unknown, and able to change it.
    pub to_ask: Vec<Input>,
    /// What is known, and the answers that say so (none for the professional's own status).
    pub known: Vec<(Input, bool, Vec<Evidence>)>,
}

impl Framing {
    /// The one frame, once it is settled.
    pub fn settled(&self) -> Option<Frame> {
        match self.frames.as_slice() {
            [frame] => Some(*frame),
            _ => None,
        }
    }
}

impl FramingRules {
    /// The condition behind an input; none for the professional's own status.
    pub fn condition(&self, input: Input) -> Option<&Condition> {
        Some(match input {
            Input::Urgent => &self.urgent,
            Input::Immediate => &self.immediate,
            Input::Autonomous => &self.autonomous,
            Input::WantsToLearn => &self.wants_to_learn,
            Input::WantsItDone => &self.wants_it_done,
            Input::WantsNoDigital => &self.wants_no_digital,
            Input::Agrees => &self.agrees,
            Input::Protected => &self.protected,
            Input::Identity => &self.identity,
            Input::Employee | Input::Habilitated => return None,
        })
    }
}

/// The frame that follows from what is known.
pub fn frame(rules: &FramingRules, facts: Facts<'_>, professional: Professional) -> Framing {
    let mut known = Vec::new();
    for input in Input::ALL {
        let (value, evidence) = match (input, rules.condition(input)) {
            (Input::Employee, _) => (professional.employee, Vec::new()),
            (Input::Habilitated, _) => (professional.habilitated, Vec::new()),
            (_, None) => (None, Vec::new()),
            (_, Some(condition)) => {
                let verdict = condition.evaluate(facts);
                let value = match verdict.truth {
                    Truth::True => Some(true),
                    Truth::False => Some(false),
                    Truth::Unknown => None,
                };
                (value, verdict.evidence)
            }
        };
        if let Some(value) = value {
            known.push((input, value, evidence));
        }
    }
    let values: Vec<(Input, bool)> = known.iter().map(|(input, value, _)| (*input, *value)).collect();
    let Settlement { frames, fallback, to_ask } = settle(&values);
    Framing { frames, fallback, aidants_connect: aidants_connect(&values), to_ask, known }
}

/// Every frame that what is known allows, in the order of `Frame`.
pub fn frames(values: &[(Input, bool)]) -> Vec<Frame> {
    settle(values).frames
}

struct Settlement {
    frames: Vec<Frame>,
    fallback: Option<Frame>,
    to_ask: Vec<Input>,
}

fn settle(values: &[(Input, bool)]) -> Settlement {
    let worlds = worlds(values);
    let frames: BTreeSet<Frame> = worlds.iter().map(|world| world.frame()).collect();
    let unknown = |input: &Input| values.iter().all(|(known, _)| known != input);
    let matters = |input: &Input| worlds.iter().any(|world| world.frame() != world.flipped(*input).frame());
    let to_ask = match frames.len() {
        1 => Vec::new(),
        _ => Input::ALL.into_iter().filter(|input| unknown(input) && matters(input)).collect(),
    };
    let fallback = match worlds.as_slice() {
        [first, rest @ ..] if frames.len() == 1 => {
            first.fallback().filter(|fallback| rest.iter().all(|world| world.fallback() == Some(*fallback)))
        }
        _ => None,
    };
    Settlement { frames: frames.into_iter().collect(), fallback, to_ask }
}

/// Whether Aidants Connect can be used, from what is known alone.
pub fn aidants_connect(values: &[(Input, bool)]) -> AidantsConnect {
    let value = |input| values.iter().find(|(known, _)| *known == input).map(|(_, value)| *value);
    let conditions = [
        (Input::Protected, false, Blocker::ProtectedAdult),
        (Input::Identity, true, Blocker::NoIdentity),
        (Input::Agrees, true, Blocker::PersonDisagrees),
        (Input::Employee, true, Blocker::NotEmployee),
        (Input::Habilitated, true, Blocker::NotHabilitated),
    ];
    let blockers: Vec<Blocker> = conditions
        .iter()
        .filter(|(input, wanted, _)| value(*input).is_some_and(|value| value != *wanted))
        .map(|(_, _, blocker)| *blocker)
        .collect();
    if !blockers.is_empty() {
        return AidantsConnect::Impossible(blockers);
    }
    let unknown: Vec<Input> =
        conditions.iter().map(|(input, _, _)| *input).filter(|input| value(*input).is_none()).collect();
    if unknown.is_empty() { AidantsConnect::Possible } else { AidantsConnect::ToAsk(unknown) }
}

/// Every input given a value: a set of the true ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct World(u32);

/// The worlds that agree with what is known and make sense.
fn worlds(known: &[(Input, bool)]) -> Vec<World> {
    (0..1 << Input::ALL.len())
        .map(World)
        .filter(|world| world.makes_sense() && known.iter().all(|(input, value)| world.is(*input) == *value))
        .collect()
}

impl World {
    fn is(self, input: Input) -> bool {
        self.0 & input.bit() != 0
    }

    fn flipped(self, input: Input) -> Self {
        Self(self.0 ^ input.bit())
    }

    /// At most one wish; what is immediate is urgent.
    fn makes_sense(self) -> bool {
        let wishes = [Input::WantsToLearn, Input::WantsItDone, Input::WantsNoDigital];
        wishes.into_iter().filter(|wish| self.is(*wish)).count() <= 1
            && (!self.is(Input::Immediate) || self.is(Input::Urgent))
    }

    fn frame(self) -> Frame {
        if self.is(Input::WantsNoDigital) && (self.is(Input::Autonomous) || !self.is(Input::Agrees)) {
            return Frame::Counter;
        }
        let has_reason = [Input::Urgent, Input::WantsItDone, Input::WantsNoDigital].iter().any(|input| self.is(*input));
        let in_place = has_reason && !self.is(Input::Autonomous);
        if !in_place || !self.is(Input::Agrees) {
            let can_teach = self.is(Input::WantsToLearn) && !self.is(Input::Urgent);
            return if can_teach { Frame::Teach } else { Frame::DoWith };
        }
        if self.is(Input::Protected) {
            Frame::Guardian
        } else if !self.is(Input::Identity) {
            Frame::Counter
        } else if self.is(Input::Employee) && self.is(Input::Habilitated) {
            Frame::InPlaceUnderAidantsConnect
        } else if self.is(Input::Employee) && self.is(Input::Immediate) {
            Frame::InPlaceWithMandate
        } else {
            Frame::Refer
        }
    }

    fn fallback(self) -> Option<Frame> {
        match self.frame() {
            Frame::InPlaceWithMandate => Some(Frame::Refer),
            Frame::Refer if self.is(Input::Employee) => Some(Frame::InPlaceWithMandate),
            Frame::InPlaceUnderAidantsConnect => Some(Frame::Refer),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> Vec<World> {
        worlds(&[])
    }

    #[test]
    fn acting_in_place_always_needs_agreement_and_a_reason() {
        let in_place = [Frame::InPlaceUnderAidantsConnect, Frame::InPlaceWithMandate, Frame::Refer, Frame::Guardian];
        for world in all().into_iter().filter(|world| in_place.contains(&world.frame())) {
            assert!(world.is(Input::Agrees), "{world:?}");
            let reasons = [Input::Urgent, Input::WantsItDone, Input::WantsNoDigital];
            assert!(reasons.into_iter().any(|reason| world.is(reason)), "{world:?}");
            assert!(!world.is(Input::Autonomous), "{world:?}");
        }
    }

    #[test]
    fn aidants_connect_is_the_frame_only_when_it_is_possible() {
        for world in all().into_iter().filter(|world| world.frame() == Frame::InPlaceUnderAidantsConnect) {
            let values: Vec<_> = Input::ALL.into_iter().map(|input| (input, world.is(input))).collect();
            assert_eq!(aidants_connect(&values), AidantsConnect::Possible, "{world:?}");
        }
    }

    #[test]
    fn nobody_acts_in_place_of_a_protected_adult_nor_without_an_online_identity() {
        let acting = [Frame::InPlaceUnderAidantsConnect, Frame::InPlaceWithMandate, Frame::Refer];
        for world in all().into_iter().filter(|world| acting.contains(&world.frame())) {
            assert!(!world.is(Input::Protected) && world.is(Input::Identity), "{world:?}");
        }
    }

    #[test]
    fn a_written_mandate_is_for_salaried_staff_and_what_cannot_wait() {
        for world in all().into_iter().filter(|world| world.frame() == Frame::InPlaceWithMandate) {
            assert!(world.is(Input::Employee) && world.is(Input::Immediate), "{world:?}");
            assert_eq!(world.fallback(), Some(Frame::Refer));
        }
        let volunteer = all().into_iter().filter(|world| !world.is(Input::Employee));
        assert!(volunteer.map(World::fallback).all(|fallback| fallback != Some(Frame::InPlaceWithMandate)));
    }

    #[test]
    fn nobody_is_pushed_online() {
        for world in all().into_iter().filter(|world| world.is(Input::WantsNoDigital)) {
            assert!(!matches!(world.frame(), Frame::Teach | Frame::DoWith), "{world:?}");
        }
    }

    #[test]
    fn teaching_is_for_those_who_wish_it_when_nothing_presses() {
        for world in all().into_iter().filter(|world| world.frame() == Frame::Teach) {
            assert!(world.is(Input::WantsToLearn) && !world.is(Input::Urgent), "{world:?}");
        }
    }

    #[test]
    fn every_frame_is_reached_and_every_input_matters() {
        let frames: BTreeSet<Frame> = all().into_iter().map(World::frame).collect();
        assert_eq!(frames.len(), 7);
        for input in Input::ALL {
            assert!(all().iter().any(|world| world.frame() != world.flipped(input).frame()), "{input:?}");
        }
    }

    #[test]
    fn answering_what_is_to_be_asked_settles_the_frame() {
        // From what is true, forget three inputs in every way; what is then asked, once told, gives the true frame back.
        let inputs = Input::ALL;
        for world in all().into_iter().step_by(41) {
            for (a, b, c) in (0..inputs.len()).flat_map(|a| (0..a).flat_map(move |b| (0..b).map(move |c| (a, b, c)))) {
                let forgotten = [inputs[a], inputs[b], inputs[c]];
                let told = |input: &Input| (*input, world.is(*input));
                let mut known: Vec<_> = inputs.iter().filter(|input| !forgotten.contains(input)).map(told).collect();
                let before = settle(&known);
                assert!(before.frames.contains(&world.frame()));
                assert_eq!(before.to_ask.is_empty(), before.frames.len() == 1);
                known.extend(before.to_ask.iter().map(told));
                assert_eq!(settle(&known).frames, [world.frame()], "{world:?} {forgotten:?}");
            }
        }
    }
}
