//! The addresses of the programme: the one place where the family is listed.

use super::Route;
use crate::domain::programme::document::Paper;
use crate::domain::programme::hours::Half;
use crate::domain::programme::id::{
    ACTION_KIND, ATTENDANCE_KIND, ActionId, COMPLAINT_KIND, CYCLE_KIND, ComplaintId, CycleId, MEETING_KIND, MeetingId,
    PROFESSIONAL_KIND, PROVIDER_KIND, ProfessionalId, REGISTRATION_KIND, RISK_KIND, RiskId, SESSION_KIND,
    STRUCTURE_KIND, SessionId, StructureId, TRAINER_KIND, TrainerId, WORDING_KIND,
};
use crate::domain::programme::task::Task;
use crate::records::Key;
use chrono::NaiveDate;

/// A document, as an address names it.
fn paper_code(paper: Paper) -> &'static str {
    match paper {
        Paper::Programme => "programme",
        Paper::Invitations => "convocations",
        Paper::Participants => "liste",
        Paper::Attendance(Half::Morning) => "emargement-matin",
        Paper::Attendance(Half::Afternoon) => "emargement-apres-midi",
        Paper::Report => "compte-rendu",
        Paper::Certificates => "certificats",
        Paper::Attestations => "attestations",
        Paper::Invoice => "annexe-facture",
    }
}

/// A part of a session's record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SessionPart {
    /// What is known of it, and what is to do.
    Summary,
    Edit,
    Registrations,
    Attendance,
    /// The documents, and which is ready.
    Papers,
    /// Several of them, in one job.
    AllPapers,
    Paper(Paper),
    /// The same with blank lines instead of people.
    Blank(Paper),
}

/// A screen of the family.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ProgrammeRoute {
    /// The current cycle: its gauge, what is late and what is next.
    Home,
    /// The gauge, to print for the commissioner.
    Gauge,
    NewCycle,
    Cycles,
    Cycle(CycleId),
    Sessions,
    /// The same in a month of a calendar; none: this one.
    Calendar(Option<NaiveDate>),
    NewSession,
    Session(SessionId, SessionPart),
    People,
    NewPerson,
    Person(ProfessionalId),
    PersonEdit(ProfessionalId),
    ImportPeople,
    Trainers,
    NewTrainer,
    Trainer(TrainerId),
    Structures,
    NewStructure,
    Structure(StructureId),
    StructureEdit(StructureId),
    /// Who trains, as documents say it.
    Provider,
    /// The wording of documents.
    Wording,
    /// The mission log.
    Log,
    /// The same, to print.
    LogPaper,
    NewMeeting,
    Meeting(MeetingId),
    NewAction,
    Action(ActionId),
    NewRisk,
    Risk(RiskId),
    NewComplaint,
    Complaint(ComplaintId),
}

impl From<ProgrammeRoute> for Route {
    fn from(route: ProgrammeRoute) -> Self {
        Self::Programme(route)
    }
}

const NEW: &str = "nouveau";
const EDIT: &str = "modifier";

impl SessionPart {
    fn path(self) -> String {
        match self {
            Self::Summary => String::new(),
            Self::Edit => format!("/{EDIT}"),
            Self::Registrations => "/inscriptions".to_owned(),
            Self::Attendance => "/presences".to_owned(),
            Self::Papers => "/documents".to_owned(),
            Self::AllPapers => "/documents/dossier".to_owned(),
            Self::Paper(paper) => format!("/documents/{}", paper_code(paper)),
            Self::Blank(paper) => format!("/documents/{}/vierge", paper_code(paper)),
        }
    }

    fn read(rest: &[&str]) -> Option<Self> {
        let paper = |code: &str| Paper::ALL.into_iter().find(|paper| paper_code(*paper) == code);
        Some(match rest {
            [] => Self::Summary,
            [EDIT] => Self::Edit,
            ["inscriptions"] => Self::Registrations,
            ["presences"] => Self::Attendance,
            ["documents"] => Self::Papers,
            ["documents", "dossier"] => Self::AllPapers,
            ["documents", code] => Self::Paper(paper(code)?),
            ["documents", code, "vierge"] => Self::Blank(paper(code)?),
            _ => return None,
        })
    }
}

impl ProgrammeRoute {
    /// The programme, or the part of it, of an address that begins with `programme`.
    pub(super) fn read(rest: &[&str]) -> Option<Self> {
        Some(match rest {
            [] => Self::Home,
            ["jauge"] => Self::Gauge,
            ["cycle"] => Self::Cycles,
            ["cycle", NEW] => Self::NewCycle,
            ["cycle", id] => Self::Cycle(CycleId::new(id).ok()?),
            ["sessions"] => Self::Sessions,
            ["calendrier"] => Self::Calendar(None),
            ["calendrier", month] => Self::Calendar(Some(format!("{month}-01").parse().ok()?)),
            ["session", NEW] => Self::NewSession,
            ["session", id, rest @ ..] => Self::Session(SessionId::new(id).ok()?, SessionPart::read(rest)?),
            ["personnes"] => Self::People,
            ["personnes", "importer"] => Self::ImportPeople,
            ["personne", NEW] => Self::NewPerson,
            ["personne", id] => Self::Person(ProfessionalId::new(id).ok()?),
            ["personne", id, EDIT] => Self::PersonEdit(ProfessionalId::new(id).ok()?),
            ["equipe"] => Self::Trainers,
            ["equipe", NEW] => Self::NewTrainer,
            ["equipe", id] => Self::Trainer(TrainerId::new(id).ok()?),
            ["structures"] => Self::Structures,
            ["structure", NEW] => Self::NewStructure,
            ["structure", id] => Self::Structure(StructureId::new(id).ok()?),
            ["structure", id, EDIT] => Self::StructureEdit(StructureId::new(id).ok()?),
            ["organisme"] => Self::Provider,
            ["formulations"] => Self::Wording,
            ["suivi"] => Self::Log,
            ["suivi", "dossier"] => Self::LogPaper,
            ["suivi", "echange", NEW] => Self::NewMeeting,
            ["suivi", "echange", id] => Self::Meeting(MeetingId::new(id).ok()?),
            ["suivi", "action", NEW] => Self::NewAction,
            ["suivi", "action", id] => Self::Action(ActionId::new(id).ok()?),
            ["suivi", "risque", NEW] => Self::NewRisk,
            ["suivi", "risque", id] => Self::Risk(RiskId::new(id).ok()?),
            ["suivi", "reclamation", NEW] => Self::NewComplaint,
            ["suivi", "reclamation", id] => Self::Complaint(ComplaintId::new(id).ok()?),
            _ => return None,
        })
    }

    /// The path, without its `#/`.
    pub(super) fn path(&self) -> String {
        let rest = match self {
            Self::Home => return "programme".to_owned(),
            Self::Gauge => "jauge".to_owned(),
            Self::Cycles => "cycle".to_owned(),
            Self::NewCycle => format!("cycle/{NEW}"),
            Self::Cycle(id) => format!("cycle/{}", id.as_str()),
            Self::Sessions => "sessions".to_owned(),
            Self::Calendar(None) => "calendrier".to_owned(),
            Self::Calendar(Some(month)) => format!("calendrier/{}", month.format("%Y-%m")),
            Self::NewSession => format!("session/{NEW}"),
            Self::Session(id, part) => format!("session/{}{}", id.as_str(), part.path()),
            Self::People => "personnes".to_owned(),
            Self::ImportPeople => "personnes/importer".to_owned(),
            Self::NewPerson => format!("personne/{NEW}"),
            Self::Person(id) => format!("personne/{}", id.as_str()),
            Self::PersonEdit(id) => format!("personne/{}/{EDIT}", id.as_str()),
            Self::Trainers => "equipe".to_owned(),
            Self::NewTrainer => format!("equipe/{NEW}"),
            Self::Trainer(id) => format!("equipe/{}", id.as_str()),
            Self::Structures => "structures".to_owned(),
            Self::NewStructure => format!("structure/{NEW}"),
            Self::Structure(id) => format!("structure/{}", id.as_str()),
            Self::StructureEdit(id) => format!("structure/{}/{EDIT}", id.as_str()),
            Self::Provider => "organisme".to_owned(),
            Self::Wording => "formulations".to_owned(),
            Self::Log => "suivi".to_owned(),
            Self::LogPaper => "suivi/dossier".to_owned(),
            Self::NewMeeting => format!("suivi/echange/{NEW}"),
            Self::Meeting(id) => format!("suivi/echange/{}", id.as_str()),
            Self::NewAction => format!("suivi/action/{NEW}"),
            Self::Action(id) => format!("suivi/action/{}", id.as_str()),
            Self::NewRisk => format!("suivi/risque/{NEW}"),
            Self::Risk(id) => format!("suivi/risque/{}", id.as_str()),
            Self::NewComplaint => format!("suivi/reclamation/{NEW}"),
            Self::Complaint(id) => format!("suivi/reclamation/{}", id.as_str()),
        };
        format!("programme/{rest}")
    }

    /// The address, with its `#`.
    pub fn to_hash(&self) -> String {
        Route::Programme(self.clone()).to_hash()
    }

    /// Where a record is changed; none for those that have no screen of their own.
    pub fn of_record(key: &Key) -> Option<Self> {
        let id = key.id.clone();
        Some(match key.kind.as_str() {
            CYCLE_KIND => Self::Cycle(CycleId(id)),
            SESSION_KIND => Self::Session(SessionId(id), SessionPart::Edit),
            PROFESSIONAL_KIND => Self::PersonEdit(ProfessionalId(id)),
            TRAINER_KIND => Self::Trainer(TrainerId(id)),
            STRUCTURE_KIND => Self::StructureEdit(StructureId(id)),
            MEETING_KIND => Self::Meeting(MeetingId(id)),
            ACTION_KIND => Self::Action(ActionId(id)),
            RISK_KIND => Self::Risk(RiskId(id)),
            COMPLAINT_KIND => Self::Complaint(ComplaintId(id)),
            PROVIDER_KIND => Self::Provider,
            WORDING_KIND => Self::Wording,
            _ => return None,
        })
    }

    /// Where a place or a presence in a session is changed; none for other kinds.
    pub fn of_part(key: &Key, session: SessionId) -> Option<Self> {
        let part = match key.kind.as_str() {
            REGISTRATION_KIND => SessionPart::Registrations,
            ATTENDANCE_KIND => SessionPart::Attendance,
            _ => return None,
        };
        Some(Self::Session(session, part))
    }

    /// Where a task is done.
    pub fn of_task(task: &Task) -> Self {
        let session = |id: &SessionId, part| Self::Session(id.clone(), part);
        match task {
            Task::Clash(clash) => session(&clash.other, SessionPart::Edit),
            Task::SayHeld(id) | Task::Confirm(id) => session(id, SessionPart::Summary),
            Task::NoteAttendance { session: id, .. } => session(id, SessionPart::Attendance),
            Task::LateAction(id) => Self::Action(id.clone()),
            Task::AnswerComplaint(id) => Self::Complaint(id.clone()),
            Task::Promote { session: id, .. }
            | Task::SmallGroup { session: id, .. }
            | Task::LargeGroup { session: id, .. } => session(id, SessionPart::Registrations),
            Task::Hours { session: id, .. } | Task::FindDay(id) | Task::NoTrainer(id) => session(id, SessionPart::Edit),
            Task::Invite { session: id, .. } => session(id, SessionPart::Papers),
            Task::Remind(id) => Self::Structure(id.clone()),
            Task::PlanSessions { .. } => Self::NewSession,
            Task::FindPeople { .. } => Self::Structures,
        }
    }
}
