//! The address of each screen, in the hash. The one place where a path is written.

pub mod community;
mod directory;
pub mod evaluation;
pub mod exercise;
mod lists;
pub mod programme;
pub mod teaching;

use crate::domain::directory::place::PlaceId;
use crate::domain::directory::query::DirectoryQuery;
use crate::domain::ecosystem::model::{ActorId, Mission};
use crate::domain::interview::flow::Step;
use crate::domain::interview::id::{BlockId, ItemId};
use crate::records::RecordId;
use community::CommunityRoute;
use evaluation::EvaluationRoute;
use exercise::ExerciseRoute;
use programme::ProgrammeRoute;
use std::fmt::Write;
use teaching::TeachingRoute;

/// A screen and what it shows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Route {
    Home,
    Interviews,
    NewInterview,
    Rules,
    /// Where an interview stands: resumes it.
    Interview(RecordId),
    /// A page of the questions; with the page to return to once it is answered.
    Step(RecordId, Step, Return),
    Result(RecordId),
    PersonSheet(RecordId),
    ProfessionalSheet(RecordId),
    Directory(DirectoryQuery),
    DirectoryImport,
    /// An import meant to replace the edition of this source.
    DirectoryReplace(RecordId),
    /// What is drawn under the places of the map.
    BaseMap,
    Place(PlaceId),
    /// The lists of places.
    Lists,
    /// One list.
    List(RecordId),
    /// What is known of places that are in no edition any more.
    Lost,
    /// Who does what: a search by words and by mission.
    Ecosystem {
        query: String,
        mission: Option<Mission>,
    },
    NewActor,
    Actor(ActorId),
    /// The matrix of actors and missions.
    Missions,
    /// The picture of who is linked to whom.
    Network,
    /// Interlocutors that are missing, old, or not told.
    ToComplete,
    /// The room exercise.
    Exercise(ExerciseRoute),
    /// The programme: sessions, people, documents, the mission log.
    Programme(ProgrammeRoute),
    /// The network of those who were trained: their cards, their pairs.
    Community(CommunityRoute),
    Evaluation(EvaluationRoute),
    /// What is taught: the curriculum, the run-sheet, the tool sheets, the words.
    Teaching(TeachingRoute),
    Data,
    /// The points to return to.
    Points,
    /// Files for somebody else.
    Share,
    /// What people disagree on, and what cannot be read.
    ToCheck,
    /// Interviews whose erasing is due.
    ToDelete,
    EndOfSession,
    Help,
    Preferences,
    Privacy,
    Accessibility,
    NotFound,
}

/// Where a page of questions leads once it is answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Return {
    /// To the next page.
    #[default]
    Flow,
    /// Back to the review of the answers.
    Review,
}

/// The entry of the menu that a screen belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Section {
    Home,
    Interviews,
    Directory,
    Training,
    Data,
    Help,
    Elsewhere,
}

const RETURN_TO_REVIEW: &str = "retour=verification";

impl Route {
    /// Reads an address. Only `#/…` and the empty hash are addresses of ours: anything else (`#contenu`) is none.
    pub fn from_hash(hash: &str) -> Option<Self> {
        let hash = hash.strip_prefix('#').unwrap_or(hash);
        if hash.is_empty() {
            return Some(Self::Home);
        }
        let path = hash.strip_prefix('/')?;
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        Some(Self::read(path, query).unwrap_or(Self::NotFound))
    }

    fn read(path: &str, query: &str) -> Option<Self> {
        let parts: Vec<&str> = path.trim_end_matches('/').split('/').collect();
        let route = match parts.as_slice() {
            [""] => Self::Home,
            ["diagnostic"] => Self::Interviews,
            ["diagnostic", "nouveau"] => Self::NewInterview,
            ["diagnostic", "regles"] => Self::Rules,
            ["diagnostic", id, rest @ ..] => Self::read_interview(RecordId::new(*id).ok()?, rest, query)?,
            ["annuaire"] => Self::Directory(directory::read(query)?),
            ["annuaire", "importer"] => Self::DirectoryImport,
            ["annuaire", "importer", source] => Self::DirectoryReplace(RecordId::new(*source).ok()?),
            ["annuaire", "fond-de-carte"] => Self::BaseMap,
            ["annuaire", "lieu", id] => Self::Place(PlaceId::new(&decode(id)?)?),
            ["annuaire", rest @ ..] => lists::read(rest)?,
            ["ecosysteme"] => Self::read_ecosystem(query)?,
            ["ecosysteme", "nouveau"] => Self::NewActor,
            ["ecosysteme", "missions"] => Self::Missions,
            ["ecosysteme", "reseau"] => Self::Network,
            ["ecosysteme", "a-completer"] => Self::ToComplete,
            ["ecosysteme", "acteur", id] => Self::Actor(ActorId::new(id).ok()?),
            ["exercice", rest @ ..] => Self::Exercise(ExerciseRoute::read(rest)?),
            ["programme", rest @ ..] => Self::Programme(ProgrammeRoute::read(rest)?),
            ["evaluation", rest @ ..] => Self::Evaluation(EvaluationRoute::read(rest)?),
            ["reseau", rest @ ..] => Self::Community(CommunityRoute::read(rest)?),
            ["referentiel" | "outils" | "lexique", ..] => Self::Teaching(TeachingRoute::read(&parts)?),
            ["donnees"] => Self::Data,
            ["donnees", "points"] => Self::Points,
            ["donnees", "partager"] => Self::Share,
            ["donnees", "a-verifier"] => Self::ToCheck,
            ["donnees", "a-supprimer"] => Self::ToDelete,
            ["donnees", "fin-de-seance"] => Self::EndOfSession,
            ["aide"] => Self::Help,
            ["preferences"] => Self::Preferences,
            ["confidentialite"] => Self::Privacy,
            ["accessibilite"] => Self::Accessibility,
            _ => return None,
        };
        Some(route)
    }

    fn read_interview(id: RecordId, rest: &[&str], query: &str) -> Option<Self> {
        let back = if query == RETURN_TO_REVIEW { Return::Review } else { Return::Flow };
        let route = match rest {
            [] => Self::Interview(id),
            ["verifier"] => Self::Step(id, Step::Check, Return::Flow),
            ["resultat"] => Self::Result(id),
            ["fiche"] => Self::PersonSheet(id),
            ["fiche-professionnelle"] => Self::ProfessionalSheet(id),
            ["question", item] => Self::Step(id, Step::Item(ItemId::new(item).ok()?), back),
            ["etape", block] => Self::Step(id, Step::Checkpoint(BlockId::new(block).ok()?), Return::Flow),
            ["bloc", block] => Self::Step(id, Step::Block(BlockId::new(block).ok()?), back),
            _ => return None,
        };
        Some(route)
    }

    /// A mission that is not known asks for none: an older address still finds its words.
    fn read_ecosystem(query: &str) -> Option<Self> {
        let part = |name: &str| query.split('&').find_map(|part| part.strip_prefix(name)).unwrap_or_default();
        Some(Self::Ecosystem { query: decode(part("q="))?, mission: Mission::from_code(part("mission=")) })
    }

    /// The address, with its `#`.
    pub fn to_hash(&self) -> String {
        let path = match self {
            Self::Home | Self::NotFound => String::new(),
            Self::Interviews => "diagnostic".to_owned(),
            Self::NewInterview => "diagnostic/nouveau".to_owned(),
            Self::Rules => "diagnostic/regles".to_owned(),
            Self::Interview(id) => format!("diagnostic/{id}"),
            Self::Step(id, step, back) => {
                let back = if *back == Return::Review { format!("?{RETURN_TO_REVIEW}") } else { String::new() };
                match step {
                    Step::Item(item) => format!("diagnostic/{id}/question/{item}{back}"),
                    Step::Block(block) => format!("diagnostic/{id}/bloc/{block}{back}"),
                    Step::Checkpoint(block) => format!("diagnostic/{id}/etape/{block}"),
                    Step::Check => format!("diagnostic/{id}/verifier"),
                }
            }
            Self::Result(id) => format!("diagnostic/{id}/resultat"),
            Self::PersonSheet(id) => format!("diagnostic/{id}/fiche"),
            Self::ProfessionalSheet(id) => format!("diagnostic/{id}/fiche-professionnelle"),
            Self::Directory(query) => format!("annuaire{}", directory::write(query)),
            Self::DirectoryImport => "annuaire/importer".to_owned(),
            Self::DirectoryReplace(source) => format!("annuaire/importer/{source}"),
            Self::BaseMap => "annuaire/fond-de-carte".to_owned(),
            Self::Place(id) => format!("annuaire/lieu/{}", encode(id.as_str())),
            Self::Lists | Self::List(_) | Self::Lost => lists::write(self),
            Self::Ecosystem { query, mission } => {
                let words = (!query.is_empty()).then(|| format!("q={}", encode(query)));
                let mission = mission.map(|mission| format!("mission={}", mission.code()));
                let parts: Vec<String> = words.into_iter().chain(mission).collect();
                if parts.is_empty() { "ecosysteme".to_owned() } else { format!("ecosysteme?{}", parts.join("&")) }
            }
            Self::NewActor => "ecosysteme/nouveau".to_owned(),
            Self::Actor(id) => format!("ecosysteme/acteur/{id}"),
            Self::Missions => "ecosysteme/missions".to_owned(),
            Self::Network => "ecosysteme/reseau".to_owned(),
            Self::ToComplete => "ecosysteme/a-completer".to_owned(),
            Self::Exercise(route) => route.path(),
            Self::Programme(route) => route.path(),
            Self::Community(route) => route.path(),
            Self::Evaluation(route) => route.path(),
            Self::Teaching(route) => route.path(),
            Self::Data => "donnees".to_owned(),
            Self::Points => "donnees/points".to_owned(),
            Self::Share => "donnees/partager".to_owned(),
            Self::ToCheck => "donnees/a-verifier".to_owned(),
            Self::ToDelete => "donnees/a-supprimer".to_owned(),
            Self::EndOfSession => "donnees/fin-de-seance".to_owned(),
            Self::Help => "aide".to_owned(),
            Self::Preferences => "preferences".to_owned(),
            Self::Privacy => "confidentialite".to_owned(),
            Self::Accessibility => "accessibilite".to_owned(),
        };
        format!("#/{path}")
    }

    /// The whole directory.
    pub fn directory() -> Self {
        Self::Directory(DirectoryQuery::default())
    }

    /// The entry of the menu that this screen belongs to.
    pub fn section(&self) -> Section {
        match self {
            Self::Home => Section::Home,
            Self::Interviews
            | Self::NewInterview
            | Self::Rules
            | Self::Interview(_)
            | Self::Step(..)
            | Self::Result(_)
            | Self::PersonSheet(_)
            | Self::ProfessionalSheet(_) => Section::Interviews,
            Self::Directory(_)
            | Self::DirectoryImport
            | Self::DirectoryReplace(_)
            | Self::BaseMap
            | Self::Place(_)
            | Self::Lists
            | Self::List(_)
            | Self::Lost
            | Self::Ecosystem { .. }
            | Self::NewActor
            | Self::Actor(_)
            | Self::Missions
            | Self::Network
            | Self::ToComplete => Section::Directory,
            Self::Exercise(_) | Self::Programme(_) | Self::Community(_) | Self::Evaluation(_) | Self::Teaching(_) => {
                Section::Training
            }
            Self::Data | Self::Points | Self::Share | Self::ToCheck | Self::ToDelete | Self::EndOfSession => {
                Section::Data
            }
            Self::Help => Section::Help,
            Self::Preferences | Self::Privacy | Self::Accessibility | Self::NotFound => Section::Elsewhere,
        }
    }

    /// This screen is made for everybody to see: nothing of the application stands around it.
    pub fn is_public(&self) -> bool {
        matches!(self, Self::Exercise(ExerciseRoute::Wall(..)) | Self::Teaching(TeachingRoute::RunWall(_)))
    }

    /// Both addresses show the same screen: what was typed in a search is not another place.
    pub fn same_screen(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Directory(_), Self::Directory(_)) => true,
            (Self::Ecosystem { .. }, Self::Ecosystem { .. }) => true,
            _ => self == other,
        }
    }
}

fn encode(text: &str) -> String {
    text.bytes().fold(String::with_capacity(text.len()), |mut encoded, byte| {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
        encoded
    })
}

fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        rest = match (first, tail) {
            (b'%', [high, low, tail @ ..]) => {
                let digit = |byte: &u8| char::from(*byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
                bytes.push(digit(high)? * 16 + digit(low)?);
                tail
            }
            (b'%', _) => return None,
            (byte, tail) => {
                bytes.push(*byte);
                tail
            }
        };
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
#[path = "route_tests.rs"]
mod tests;
