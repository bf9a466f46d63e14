//! The tables of the programme for a spreadsheet: days as « 2022-03-01 », lengths of time in minutes, a line each.

use super::programme_counted::{attendance, registrations};
use super::programme_mission::origin;
use super::programme_tables::{Listed, figure, heads, text};
use crate::domain::commune::Communes;
use crate::domain::programme::eligibility::Eligibility;
use crate::domain::programme::hours::Half;
use crate::domain::programme::person::Professional;
use crate::domain::programme::session::Session;
use crate::domain::programme::whole::Programme;
use crate::exchange::csv::write::{Cell, Table};
use crate::text::programme as words;
use chrono::NaiveDate;

/// A table that may be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Export {
    Sessions,
    /// Without a way to reach them.
    People,
    PeopleWithContacts,
    Structures,
    Registrations,
    Attendance,
    Actions,
}

impl Export {
    pub const ALL: [Self; 7] = [
        Self::Sessions,
        Self::People,
        Self::PeopleWithContacts,
        Self::Structures,
        Self::Registrations,
        Self::Attendance,
        Self::Actions,
    ];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sessions => "Sessions",
            Self::People => "Personnes, sans leurs coordonnées",
            Self::PeopleWithContacts => "Personnes, avec leurs coordonnées",
            Self::Structures => "Structures",
            Self::Registrations => "Inscriptions",
            Self::Attendance => "Présences",
            Self::Actions => "Actions",
        }
    }

    /// What it says of people.
    pub fn what(self) -> &'static str {
        match self {
            Self::Sessions => "Dates, horaires, lieux, places. Aucun nom.",
            Self::People => "Nom, structure, fonction, priorité, heures suivies.",
            Self::PeopleWithContacts => {
                "Les mêmes, avec courriel, téléphone et aménagements demandés\u{a0}: à ne transmettre qu’à qui en a besoin."
            }
            Self::Structures => {
                "Type, commune, relances, places. Le nom et les coordonnées de la personne à contacter y sont."
            }
            Self::Registrations => {
                "Qui est inscrit, en attente ou a annulé, et pourquoi. Noms, sauf des personnes effacées."
            }
            Self::Attendance => {
                "Demi-journée par demi-journée, avec ce qui l’établit. Noms, sauf des personnes effacées."
            }
            Self::Actions => "À faire, responsable, échéance.",
        }
    }

    pub fn table(self, programme: &Programme, communes: &Communes) -> Listed {
        let (file, table) = match self {
            Self::Sessions => ("programme-sessions", sessions(programme, communes)),
            Self::People => ("programme-personnes", people(programme, communes, false)),
            Self::PeopleWithContacts => ("programme-personnes-coordonnees", people(programme, communes, true)),
            Self::Structures => ("programme-structures", structures(programme, communes)),
            Self::Registrations => ("programme-inscriptions", registrations(programme, communes)),
            Self::Attendance => ("programme-presences", attendance(programme, communes)),
            Self::Actions => ("programme-actions", actions(programme)),
        };
        Listed { caption: self.name().to_owned(), file, table }
    }
}

/// A day, as spreadsheets sort it.
pub fn day(on: Option<NaiveDate>) -> Cell {
    text(on.map(|on| on.to_string()).unwrap_or_default())
}

fn yes(is_so: bool) -> Cell {
    text(if is_so { "oui" } else { "non" })
}

/// A commune, and its territory.
pub fn commune(code: Option<&crate::domain::commune::InseeCode>, communes: &Communes) -> [Cell; 2] {
    let known = code.and_then(|code| communes.by_code(code));
    [
        text(known.map(|it| it.name.clone()).unwrap_or_default()),
        text(known.map(|it| it.territory.as_str().to_owned()).unwrap_or_default()),
    ]
}

fn sessions(programme: &Programme, communes: &Communes) -> Table {
    let row = |session: &Session| {
        let group = programme.group(session);
        let half = |half| {
            let hours = session.hours.half(half);
            text(hours.map(|it| format!("{}-{}", it.from.format("%H:%M"), it.to.format("%H:%M"))).unwrap_or_default())
        };
        let trainers: Vec<String> =
            session.trainers.iter().filter_map(|id| programme.trainer(id)).map(|trainer| trainer.name()).collect();
        let places = [group.capacity, group.registered, group.waiting].map(|number| Cell::Number(number as i64));
        let head = [figure(u32::try_from(programme.number(&session.id)).unwrap_or_default()), day(session.held_on)];
        let state = [text(words::status(&session.status)), half(Half::Morning), half(Half::Afternoon)];
        let minutes = [figure(session.hours.minutes())];
        let place = [&session.place, &session.room, &session.address].map(|it| text(it.as_str()));
        let commune = commune(session.commune.as_ref(), communes);
        head.into_iter()
            .chain(state)
            .chain(minutes)
            .chain(place)
            .chain(commune)
            .chain(places)
            .chain([text(trainers.join(", "))])
            .collect()
    };
    let names = [
        "Session",
        "Jour",
        "État",
        "Matin",
        "Après-midi",
        "Minutes de formation",
        "Lieu",
        "Salle",
        "Adresse",
        "Commune",
        "Territoire",
        "Places",
        "Inscriptions",
        "En attente",
        "Équipe",
    ];
    Table { heads: heads(&names), rows: programme.sessions.iter().map(|session| row(session)).collect() }
}

fn people(programme: &Programme, communes: &Communes, with_contacts: bool) -> Table {
    let row = |person: &Professional| {
        let structure = programme.structure_of(person);
        let minutes: u32 = programme
            .places_of(&person.id)
            .filter_map(|place| programme.session(&place.session))
            .filter(|session| !session.is_cancelled())
            .map(|session| programme.minutes(session, &person.id))
            .sum();
        let mut cells = vec![
            text(person.family_name.as_str()),
            text(person.given_name.as_str()),
            text(structure.map(|it| it.name.clone()).unwrap_or_default()),
            text(programme.kind_of(person).map_or("", words::structure_kind)),
            text(person.function.as_str()),
            day(person.hired_on),
        ];
        cells.extend(commune(person.commune.as_ref(), communes));
        cells.push(yes(person.is_digital_adviser));
        cells.push(text(priority(&programme.eligibility(person))));
        cells.push(figure(minutes));
        if with_contacts {
            cells.extend([&person.email, &person.phone, &person.needs].map(|it| text(it.as_str())));
        }
        cells
    };
    let mut names = vec![
        "Nom",
        "Prénom",
        "Structure",
        "Type de structure",
        "Fonction",
        "En poste depuis le",
        "Commune de travail",
        "Territoire",
        "Conseillère ou conseiller numérique",
        "Public prioritaire",
        "Minutes suivies",
    ];
    if with_contacts {
        names.extend(["Courriel", "Téléphone", "Aménagements demandés"]);
    }
    Table { heads: heads(&names), rows: programme.people.iter().map(|person| row(person)).collect() }
}

fn priority(eligibility: &Eligibility) -> &'static str {
    match eligibility {
        Eligibility::First => "oui",
        Eligibility::Unknown(_) => "à préciser",
        Eligibility::NotFirst(_) => "non",
        Eligibility::Decided { decided, .. } if decided.is_accepted => "oui, décidé à part",
        Eligibility::Decided { .. } => "non, décidé à part",
    }
}

fn structures(programme: &Programme, communes: &Communes) -> Table {
    let taken = programme.taken_by_structure();
    let rows = programme.structures.iter().map(|structure| {
        let of_it = taken.get(&structure.id).copied().unwrap_or_default();
        let mut cells = vec![text(structure.name.as_str()), text(structure.kind.map_or("", words::structure_kind))];
        cells.extend(commune(structure.commune.as_ref(), communes));
        cells.extend([&structure.contact, &structure.email, &structure.phone].map(|it| text(it.as_str())));
        cells.push(text(words::mobilised(structure.mobilised(of_it))));
        cells.extend([
            day(structure.contacted_on),
            day(structure.invited_on),
            day(structure.reminders.last().copied()),
        ]);
        cells.push(structure.seats.map_or(Cell::Empty, figure));
        cells.push(Cell::Number(of_it as i64));
        cells
    });
    let names = [
        "Structure",
        "Type",
        "Commune",
        "Territoire",
        "Personne à contacter",
        "Courriel",
        "Téléphone",
        "Mobilisation",
        "Contactée le",
        "Invitée le",
        "Dernière relance le",
        "Places proposées",
        "Places prises",
    ];
    Table { heads: heads(&names), rows: rows.collect() }
}

fn actions(programme: &Programme) -> Table {
    let row = |action: &crate::domain::programme::log::Action| {
        let origin = action.origin.as_ref().and_then(|id| origin(&programme.log, id));
        vec![
            text(action.label.as_str()),
            text(action.owner.as_str()),
            day(action.due_on),
            day(action.done_on),
            text(origin.unwrap_or_default()),
            yes(action.improves),
        ]
    };
    let names = ["À faire", "Responsable", "Échéance", "Fait le", "Vient de", "Amélioration de la formation"];
    Table { heads: heads(&names), rows: programme.log.actions.iter().map(row).collect() }
}

#[cfg(test)]
#[path = "programme_exports_tests.rs"]
mod tests;
