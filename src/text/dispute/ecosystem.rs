//! The fields of actors, links and interlocutors, and their values.

use super::Wording;
use crate::domain::ecosystem::contact::{About, CONTACT_KIND, field as contact};
use crate::domain::ecosystem::decode::{field as actor, link_field as link};
use crate::domain::ecosystem::model::{ACTOR_KIND, ACTOR_LINK_KIND, ActorId, ActorKind, LinkKind, Mission, Territory};
use crate::domain::ecosystem::when::When;
use crate::text::{ecosystem, format};
use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// A field in words; none for one that is not known.
pub fn field(wording: Wording<'_>, kind: &str, field: &str) -> Option<String> {
    let words = match (kind, field) {
        (ACTOR_KIND, actor::NAME) => "Nom de l’acteur",
        (ACTOR_KIND, actor::KIND) => "Nature de l’acteur",
        (ACTOR_KIND, actor::ROLE) => "Rôle",
        (ACTOR_KIND, actor::TERRITORY) => "Territoire",
        (ACTOR_KIND, actor::ASK_FOR) => "Fonction à demander",
        (ACTOR_KIND, actor::NOTE) => "Note sur l’acteur",
        (ACTOR_KIND, actor::HIDDEN) => "Acteur masqué",
        (ACTOR_KIND, _) => {
            let mission = Mission::from_code(field.strip_prefix(actor::MISSION)?)?;
            let title = wording.ecosystem.map_or(mission.code(), |catalogue| catalogue.mission(mission));
            return Some(format!("Mission\u{a0}: {title}"));
        }
        (ACTOR_LINK_KIND, link::FROM) => "Acteur de départ",
        (ACTOR_LINK_KIND, link::KIND) => "Lien",
        (ACTOR_LINK_KIND, link::TO) => "Acteur d’arrivée",
        (ACTOR_LINK_KIND, link::SINCE) => "Début du lien",
        (CONTACT_KIND, contact::ABOUT) => "Structure du contact",
        (CONTACT_KIND, contact::NAME) => "Nom du contact",
        (CONTACT_KIND, contact::FUNCTION) => "Fonction",
        (CONTACT_KIND, contact::REACH) => "Comment joindre",
        (CONTACT_KIND, contact::SOURCE) => "Source",
        (CONTACT_KIND, contact::AS_OF) => "Date de l’information",
        (CONTACT_KIND, contact::INFORMED_ON) => "Personne informée le",
        _ => return None,
    };
    Some(words.to_owned())
}

/// A value in words; none for a shape that is not known, or a text, which is shown as it is.
pub fn value(wording: Wording<'_>, kind: &str, field: &str, value: &Value) -> Option<String> {
    match (kind, field) {
        (ACTOR_KIND, actor::KIND) => parse(value).map(|kind: ActorKind| ecosystem::kind(kind).to_owned()),
        (ACTOR_KIND, actor::TERRITORY) => {
            parse(value).map(|territory: Territory| ecosystem::territory(territory).to_owned())
        }
        (ACTOR_KIND, _) => value.as_bool().map(|yes| if yes { "Oui" } else { "Non" }.to_owned()),
        (ACTOR_LINK_KIND, link::FROM | link::TO) => parse(value).map(|id| name(wording, &id)),
        (ACTOR_LINK_KIND, link::KIND) => parse(value).map(|kind: LinkKind| ecosystem::does(kind).to_owned()),
        (ACTOR_LINK_KIND, link::SINCE) => parse(value).map(|when: When| format::capitalised(&ecosystem::since(when))),
        (CONTACT_KIND, contact::AS_OF | contact::INFORMED_ON) => parse(value).map(|day: NaiveDate| format::date(day)),
        (CONTACT_KIND, contact::ABOUT) => parse(value).map(|about| match about {
            About::Actor(id) => name(wording, &id),
            About::Place(id) => format!("Lieu {id}"),
        }),
        _ => None,
    }
}

/// An actor that was delivered, by its name; another one, by its identifier.
fn name(wording: Wording<'_>, id: &ActorId) -> String {
    let known = wording.ecosystem.and_then(|catalogue| catalogue.actor(id));
    known.map_or_else(|| id.to_string(), |actor| actor.name.clone())
}

fn parse<T: DeserializeOwned>(value: &Value) -> Option<T> {
    T::deserialize(value).ok()
}
