//! What is typed for each kind of record of the programme, of the curriculum that it follows and of the network that it makes.

use super::cycle::field as cycle;
use super::id;
use super::log::{Grade, Occasion, field as log};
use super::person::field as person;
use super::provider::field as provider;
use super::session::{Equipment, field as session};
use super::structure::{StructureKind, field as structure};
use crate::domain::curriculum::forms as curriculum;
use crate::domain::curriculum::sequence::SEQUENCE_KIND;
use crate::domain::curriculum::version::CURRICULUM_KIND;
use crate::domain::form::{Agreement, Field, Form, Input, Shape};
use crate::domain::network::card::CARD_KIND;
use crate::domain::network::forms as network;
use crate::domain::network::oriented::ORIENTED_KIND;

const LINE: Input = Input::alone(Shape::Line { max: 120 });
const TEXT: Input = Input::alone(Shape::Text { max: 4_000 });
const PHONE: Input = Input::alone(Shape::Line { max: 30 });
const EMAIL: Input = Input::alone(Shape::Email);
const DAY: Input = Input::alone(Shape::Day);
const COMMUNE: Input = Input::alone(Shape::Commune);
const FLAG: Input = Input::alone(Shape::Flag);
const GRADE: Input = Input::alone(Shape::Choice(&Grade::CODES));
const HALF: [Input; 3] = [
    Input::part("from", Shape::Time),
    Input::part("to", Shape::Time),
    Input::optional("pause", Shape::Count { least: 0, most: 180 }),
];

/// Between two numbers, both included.
const fn range(most: u32) -> [Input; 2] {
    [Input::part("least", Shape::Count { least: 1, most }), Input::part("most", Shape::Count { least: 1, most })]
}

/// The form of a kind of record; none when it is not filled by hand.
pub fn of_kind(kind: &str) -> Option<&'static Form> {
    Some(match kind {
        id::CYCLE_KIND => &CYCLE,
        id::SESSION_KIND => &SESSION,
        id::STRUCTURE_KIND => &STRUCTURE,
        id::PROFESSIONAL_KIND => &PROFESSIONAL,
        id::TRAINER_KIND => &TRAINER,
        id::PROVIDER_KIND => &PROVIDER,
        id::MEETING_KIND => &MEETING,
        id::ACTION_KIND => &ACTION,
        id::RISK_KIND => &RISK,
        id::COMPLAINT_KIND => &COMPLAINT,
        CURRICULUM_KIND => &curriculum::VERSION,
        SEQUENCE_KIND => &curriculum::SEQUENCE,
        CARD_KIND => &network::CARD,
        ORIENTED_KIND => &network::ORIENTED,
        _ => return None,
    })
}

pub static CYCLE: Form = Form {
    fields: &[
        Field::required(cycle::TITLE, &[LINE]),
        Field::required(cycle::WINDOW, &[Input::part("from", Shape::Day), Input::part("to", Shape::Day)])
            .agreeing(Agreement::InOrder),
        Field::optional(cycle::COMMISSIONER, &[LINE]),
        Field::optional(cycle::SESSIONS, &range(200)).agreeing(Agreement::InOrder),
        Field::optional(cycle::GROUP, &range(60)).agreeing(Agreement::InOrder),
        Field::optional(cycle::PEOPLE, &range(5_000)).agreeing(Agreement::InOrder),
        Field::optional(cycle::HOURS, &[Input::alone(Shape::Count { least: 1, most: 14 })]),
        Field::optional(cycle::HIRED_SINCE, &[DAY]),
        Field::optional(cycle::PRIORITIES, &[Input::alone(Shape::Ticks(&StructureKind::CODES))]),
        Field::optional(
            cycle::BUDGET,
            &[Input::part("ceiling", Shape::Euros), Input::optional("committed", Shape::Euros)],
        ),
        Field::optional(cycle::NOTE, &[TEXT]),
    ],
};

pub static SESSION: Form = Form {
    fields: &[
        Field::optional(session::HELD_ON, &[DAY]),
        Field::optional(session::MORNING, &HALF).agreeing(Agreement::StrictlyInOrder),
        Field::optional(session::AFTERNOON, &HALF).agreeing(Agreement::StrictlyInOrder),
        Field::optional(session::PLACE, &[LINE]),
        Field::optional(session::ROOM, &[LINE]),
        Field::optional(session::ADDRESS, &[Input::alone(Shape::Line { max: 200 })]),
        Field::optional(session::COMMUNE, &[COMMUNE]),
        Field::optional(session::ACCESS, &[TEXT]),
        Field::optional(session::EQUIPMENT, &[Input::alone(Shape::Ticks(&Equipment::CODES))]),
        Field::optional(session::TRAINERS, &[Input::alone(Shape::Records)]),
        Field::optional(session::CAPACITY, &[Input::alone(Shape::Count { least: 1, most: 60 })]),
        Field::optional(session::CURRICULUM, &[Input::alone(Shape::Record)]),
        Field::optional(session::MATERIALS, &[TEXT]),
    ],
};

pub static STRUCTURE: Form = Form {
    fields: &[
        Field::required(structure::NAME, &[LINE]),
        Field::required(structure::KIND, &[Input::alone(Shape::Choice(&StructureKind::CODES))]),
        Field::optional(structure::COMMUNE, &[COMMUNE]),
        Field::optional(structure::CONTACT, &[LINE]),
        Field::optional(structure::EMAIL, &[EMAIL]),
        Field::optional(structure::PHONE, &[PHONE]),
        Field::optional(structure::SEATS, &[Input::alone(Shape::Count { least: 0, most: 500 })]),
        Field::optional(structure::CONTACTED_ON, &[DAY]),
        Field::optional(structure::INVITED_ON, &[DAY]),
        Field::optional(structure::NOTE, &[TEXT]),
    ],
};

pub static PROFESSIONAL: Form = Form {
    fields: &[
        Field::required(person::FAMILY_NAME, &[LINE]),
        Field::required(person::GIVEN_NAME, &[LINE]),
        Field::optional(person::STRUCTURE, &[Input::alone(Shape::Record)]),
        Field::optional(person::FUNCTION, &[LINE]),
        Field::optional(person::HIRED_ON, &[DAY]),
        Field::optional(person::COMMUNE, &[COMMUNE]),
        Field::optional(person::EMAIL, &[EMAIL]),
        Field::optional(person::PHONE, &[PHONE]),
        Field::optional(person::DIGITAL_ADVISER, &[FLAG]),
        Field::optional(person::NEEDS, &[Input::alone(Shape::Text { max: 500 })]),
    ],
};

pub static TRAINER: Form = Form {
    fields: &[
        Field::required(person::FAMILY_NAME, &[LINE]),
        Field::required(person::GIVEN_NAME, &[LINE]),
        Field::optional(person::ORGANISATION, &[LINE]),
        Field::optional(person::EMAIL, &[EMAIL]),
        Field::optional(person::PHONE, &[PHONE]),
    ],
};

pub static PROVIDER: Form = Form {
    fields: &[
        Field::required(provider::NAME, &[LINE]),
        Field::optional(provider::ADDRESS, &[Input::alone(Shape::Text { max: 300 })]),
        Field::optional(provider::SIRET, &[Input::alone(Shape::Siret)]),
        Field::optional(provider::DECLARATION, &[Input::alone(Shape::Line { max: 40 })]),
        Field::optional(provider::PREFECTURE, &[LINE]),
        Field::optional(provider::SIGNATORY, &[LINE]),
        Field::optional(provider::SIGNED_AT, &[LINE]),
        Field::optional(provider::PHONE, &[PHONE]),
        Field::optional(provider::EMAIL, &[EMAIL]),
        Field::optional(provider::DISABILITY, &[Input::alone(Shape::Text { max: 300 })]),
        Field::optional(provider::COMPLAINTS, &[Input::alone(Shape::Text { max: 300 })]),
        Field::optional(provider::PREREQUISITES, &[Input::alone(Shape::Text { max: 600 })]),
        Field::optional(provider::RULES, &[TEXT]),
    ],
};

pub static MEETING: Form = Form {
    fields: &[
        Field::required(log::OCCASION, &[Input::alone(Shape::Choice(&Occasion::CODES))]),
        Field::required(log::HELD_ON, &[DAY]),
        Field::optional(log::TITLE, &[LINE]),
        Field::optional(log::PRESENT, &[Input::alone(Shape::Text { max: 1_000 })]),
        Field::optional(log::AGENDA, &[TEXT]),
        Field::optional(log::DECISIONS, &[TEXT]),
    ],
};

pub static ACTION: Form = Form {
    fields: &[
        Field::required(log::LABEL, &[Input::alone(Shape::Line { max: 200 })]),
        Field::optional(log::OWNER, &[LINE]),
        Field::optional(log::DUE_ON, &[DAY]),
        Field::optional(log::DONE_ON, &[DAY]),
        Field::optional(log::ORIGIN, &[Input::alone(Shape::Record)]),
        Field::optional(log::IMPROVES, &[FLAG]),
    ],
};

pub static RISK: Form = Form {
    fields: &[
        Field::required(log::LABEL, &[Input::alone(Shape::Line { max: 200 })]),
        Field::required(log::LIKELIHOOD, &[GRADE]),
        Field::required(log::IMPACT, &[GRADE]),
        Field::optional(log::RESPONSE, &[TEXT]),
        Field::optional(log::CLOSED_ON, &[DAY]),
    ],
};

pub static COMPLAINT: Form = Form {
    fields: &[
        Field::required(log::RECEIVED_ON, &[DAY]),
        Field::optional(log::FROM, &[LINE]),
        Field::required(log::WHAT, &[TEXT]),
        Field::optional(id::SESSION_FIELD, &[Input::alone(Shape::Record)]),
        Field::optional(log::ANSWER, &[TEXT]),
        Field::optional(log::ANSWERED_ON, &[DAY]),
    ],
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::form::codes;
    use crate::domain::programme::hours::Half;
    use crate::domain::programme::session::half_field;
    use std::collections::BTreeSet;

    #[test]
    fn codes_are_those_that_are_read() {
        assert_eq!(codes(StructureKind::all()), StructureKind::CODES);
        assert!(StructureKind::all().all(|kind| StructureKind::from_code(kind.code()) == Some(kind)));
        assert_eq!(codes(Equipment::ALL), Equipment::CODES);
        assert_eq!(codes(Occasion::ALL), Occasion::CODES);
        assert_eq!(codes(Grade::ALL), Grade::CODES);
        assert_eq!(Half::ALL.map(half_field), Half::ALL.map(Half::code));
    }

    #[test]
    fn no_field_is_asked_twice() {
        for kind in [
            id::CYCLE_KIND,
            id::SESSION_KIND,
            id::STRUCTURE_KIND,
            id::PROFESSIONAL_KIND,
            id::TRAINER_KIND,
            id::PROVIDER_KIND,
            id::MEETING_KIND,
            id::ACTION_KIND,
            id::RISK_KIND,
            id::COMPLAINT_KIND,
            CURRICULUM_KIND,
            SEQUENCE_KIND,
            CARD_KIND,
            ORIENTED_KIND,
        ] {
            let fields = of_kind(kind).unwrap().fields;
            let names: BTreeSet<_> = fields.iter().map(|field| field.name).collect();
            assert_eq!(names.len(), fields.len(), "{kind}");
        }
    }
}
