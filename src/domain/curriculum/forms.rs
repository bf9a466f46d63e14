//! What is typed for a version of the curriculum and for each of its sequences.

use super::sequence::{Means, Method, Opens};
use crate::domain::form::{Field, Form, Input, Shape};

/// Names of the fields of a version. They are stored: never rename one.
pub mod version {
    pub const TITLE: &str = "title";
    pub const STARTS_AT: &str = "starts_at";
    pub const NOTE: &str = "note";
    /// The version it was copied from.
    pub const COPIED_FROM: &str = "copied_from";
    /// Its sequences, in order.
    pub const ORDER: &str = "order";
    /// The day as it was when it was first held; from then on nothing of it changes.
    pub const FROZEN: &str = "frozen";
}

/// Names of the fields of a sequence. They are stored: never rename one.
pub mod sequence {
    /// The version it belongs to.
    pub const CURRICULUM: &str = "curriculum";
    pub const ROOT: &str = "root";
    pub const TITLE: &str = "title";
    pub const METHOD: &str = "method";
    pub const MINUTES: &str = "minutes";
    pub const LEAST: &str = "least";
    pub const AIM: &str = "aim";
    pub const CONTENT: &str = "content";
    pub const TRAINER: &str = "trainer";
    pub const LEARNERS: &str = "learners";
    pub const SUPPORT: &str = "support";
    pub const MATERIALS: &str = "materials";
    pub const ACTIVE: &str = "active";
    pub const ONLINE: &str = "online";
    pub const OFFLINE: &str = "offline";
    pub const ASSESSED: &str = "assessed";
    pub const MEANS: &str = "means";
    pub const ASSESSMENT: &str = "assessment";
    pub const OPENS: &str = "opens";
}

/// The objectives of the tender, which a form names one by one.
pub const OBJECTIVES: [&str; 9] =
    ["define", "needs", "actors", "contacts", "network", "map", "pix", "aidants-connect", "digital-safe"];

const LINE: Input = Input::alone(Shape::Line { max: 120 });
const SHORT: Input = Input::alone(Shape::Text { max: 600 });
const TEXT: Input = Input::alone(Shape::Text { max: 4_000 });
const MINUTES: Shape = Shape::Count { least: 1, most: 240 };

const fn active(objective: &'static str) -> Input {
    Input::optional(objective, MINUTES)
}

pub static VERSION: Form = Form {
    fields: &[
        Field::required(version::TITLE, &[LINE]),
        Field::required(version::STARTS_AT, &[Input::alone(Shape::Time)]),
        Field::optional(version::NOTE, &[TEXT]),
    ],
};

pub static SEQUENCE: Form = Form {
    fields: &[
        Field::required(sequence::TITLE, &[LINE]),
        Field::required(sequence::METHOD, &[Input::alone(Shape::Choice(&Method::CODES))]),
        Field::required(sequence::MINUTES, &[Input::alone(MINUTES)]),
        Field::optional(sequence::LEAST, &[Input::alone(MINUTES)]),
        Field::optional(sequence::AIM, &[SHORT]),
        Field::optional(sequence::CONTENT, &[TEXT]),
        Field::optional(sequence::TRAINER, &[TEXT]),
        Field::optional(sequence::LEARNERS, &[TEXT]),
        Field::optional(sequence::SUPPORT, &[SHORT]),
        Field::optional(sequence::MATERIALS, &[SHORT]),
        Field::optional(
            sequence::ACTIVE,
            &[
                active("define"),
                active("needs"),
                active("actors"),
                active("contacts"),
                active("network"),
                active("map"),
                active("pix"),
                active("aidants-connect"),
                active("digital-safe"),
            ],
        ),
        Field::optional(sequence::ONLINE, &[TEXT]),
        Field::optional(sequence::OFFLINE, &[TEXT]),
        Field::optional(sequence::ASSESSED, &[Input::alone(Shape::Ticks(&OBJECTIVES))]),
        Field::optional(sequence::MEANS, &[Input::alone(Shape::Ticks(&Means::CODES))]),
        Field::optional(sequence::ASSESSMENT, &[SHORT]),
        Field::optional(sequence::OPENS, &[Input::alone(Shape::Ticks(&Opens::CODES))]),
    ],
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::form::codes;

    #[test]
    fn codes_are_those_that_are_read() {
        assert_eq!(codes(Method::ALL), Method::CODES);
        assert_eq!(codes(Means::ALL), Means::CODES);
        let screens = Opens::CODES.map(|code| Opens::try_from(code.to_owned()).unwrap());
        assert_eq!(codes(screens), Opens::CODES);
        let objectives = crate::content::objectives::objectives().unwrap();
        let ids: Vec<&str> = objectives.iter().map(|objective| objective.id.as_str()).collect();
        assert_eq!(ids, OBJECTIVES);
        let active: Vec<&str> =
            SEQUENCE.inputs().filter(|(id, _)| id.field == sequence::ACTIVE).map(|(id, _)| id.part).collect();
        assert_eq!(active, OBJECTIVES);
    }
}
