//! What is typed for a card, and for a count of people who were oriented.

use super::card::{WORDINGS, field as card};
use super::oriented::field as oriented;
use crate::domain::form::{Field, Form, Input, Shape};
use crate::domain::programme::structure::StructureKind;

const LINE: Input = Input::alone(Shape::Line { max: 120 });
const TEXT: Input = Input::alone(Shape::Text { max: 600 });
const DAY: Input = Input::alone(Shape::Day);
const KIND: Input = Input::alone(Shape::Choice(&StructureKind::CODES));

pub static CARD: Form = Form {
    fields: &[
        Field::required(card::GIVEN_NAME, &[LINE]),
        Field::required(card::FAMILY_NAME, &[LINE]),
        Field::required(card::STRUCTURE, &[LINE]),
        Field::optional(card::CAN_HELP, &[TEXT]),
        Field::optional(card::LOOKS_FOR, &[TEXT]),
        Field::required(
            card::REACH,
            &[Input::optional("email", Shape::Email), Input::optional("phone", Shape::Line { max: 30 })],
        ),
        Field::optional(card::MET_IN, &[Input::alone(Shape::Record)]),
        Field::required(card::UNTIL, &[DAY]),
        Field::required(
            card::CONSENT,
            &[Input::part("wording", Shape::Agreed(&WORDINGS)), Input::part("on", Shape::Day)],
        ),
    ],
};

pub static ORIENTED: Form = Form {
    fields: &[
        Field::required(oriented::FROM, &[KIND]),
        Field::required(oriented::TO, &[KIND]),
        Field::required(oriented::PEOPLE, &[Input::alone(Shape::Count { least: 1, most: 999 })]),
    ],
};
