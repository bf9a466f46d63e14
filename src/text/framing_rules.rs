//! How the frame is settled, in words and in order. A test holds these lines to what runs.

use super::interview::framing::statement;
use crate::domain::interview::framing::{Frame, Input};

/// One line: the frame, when all of this is so and no line above applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FrameLine {
    pub when: &'static [(Input, bool)],
    pub frame: Frame,
}

/// The lines: the first that applies decides, and the last always applies.
pub const LINES: [FrameLine; 11] = [
    FrameLine { when: &[(Input::WantsNoDigital, true), (Input::Autonomous, true)], frame: Frame::Counter },
    FrameLine { when: &[(Input::WantsNoDigital, true), (Input::Agrees, false)], frame: Frame::Counter },
    FrameLine { when: &[(Input::WantsToLearn, true), (Input::Urgent, false)], frame: Frame::Teach },
    FrameLine { when: &[(Input::Autonomous, true)], frame: Frame::DoWith },
    FrameLine { when: &[(Input::Agrees, false)], frame: Frame::DoWith },
    FrameLine {
        when: &[(Input::Urgent, false), (Input::WantsItDone, false), (Input::WantsNoDigital, false)],
        frame: Frame::DoWith,
    },
    FrameLine { when: &[(Input::Protected, true)], frame: Frame::Guardian },
    FrameLine { when: &[(Input::Identity, false)], frame: Frame::Counter },
    FrameLine {
        when: &[(Input::Employee, true), (Input::Habilitated, true)],
        frame: Frame::InPlaceUnderAidantsConnect,
    },
    FrameLine {
        when: &[(Input::Urgent, true), (Input::Immediate, true), (Input::Employee, true)],
        frame: Frame::InPlaceWithMandate,
    },
    FrameLine { when: &[], frame: Frame::Refer },
];

impl FrameLine {
    /// When it applies, in words.
    pub fn words(self) -> String {
        let said: Vec<&str> = self.when.iter().map(|(input, value)| statement(*input, *value)).collect();
        if said.is_empty() { "Dans les autres cas.".to_owned() } else { said.join(" ") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::interview::answer::{Answer, Answers};
    use crate::domain::interview::condition::{Condition, Facts};
    use crate::domain::interview::framing::{FramingRules, Professional, frame};
    use crate::domain::interview::id::{ItemId, OptionId};

    fn item(input: Input) -> ItemId {
        ItemId::new(&format!("{input:?}").to_lowercase()).unwrap()
    }

    fn yes() -> OptionId {
        OptionId::new("yes").unwrap()
    }

    fn rules() -> FramingRules {
        let is = |input| Condition::Answer { item: item(input), r#in: vec![yes()] };
        FramingRules {
            urgent: is(Input::Urgent),
            immediate: is(Input::Immediate),
            autonomous: is(Input::Autonomous),
            wants_to_learn: is(Input::WantsToLearn),
            wants_it_done: is(Input::WantsItDone),
            wants_no_digital: is(Input::WantsNoDigital),
            agrees: is(Input::Agrees),
            protected: is(Input::Protected),
            identity: is(Input::Identity),
        }
    }

    #[test]
    fn the_lines_say_what_runs() {
        let rules = rules();
        let mut checked = 0;
        for world in 0..1u32 << Input::ALL.len() {
            let is = |input: Input| world & (1 << Input::ALL.iter().position(|one| *one == input).unwrap()) != 0;
            let wishes = [Input::WantsToLearn, Input::WantsItDone, Input::WantsNoDigital];
            if wishes.into_iter().filter(|wish| is(*wish)).count() > 1 || (is(Input::Immediate) && !is(Input::Urgent)) {
                continue;
            }
            let option = |input| if is(input) { yes() } else { OptionId::new("no").unwrap() };
            let answers: Answers =
                Input::ALL.into_iter().map(|input| (item(input), Answer::One(option(input)))).collect();
            let professional =
                Professional { employee: Some(is(Input::Employee)), habilitated: Some(is(Input::Habilitated)) };
            let settled = frame(&rules, Facts::answers_only(&answers), professional).settled();
            let line = LINES.iter().find(|line| line.when.iter().all(|(input, value)| is(*input) == *value));
            assert_eq!(settled, line.map(|line| line.frame), "{world:b}");
            checked += 1;
        }
        assert_eq!(checked, 2_048 / 2 * 3 / 4);
    }

    #[test]
    fn every_line_is_said() {
        for line in LINES {
            assert!(line.words().ends_with('.'), "{line:?}");
        }
    }
}
