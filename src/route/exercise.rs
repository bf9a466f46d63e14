//! The addresses of the room exercise and of what belongs to it: the one place where the family is listed.

use super::Route;
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::seat::Seat;
use crate::domain::exercise::work::Moment;
use crate::domain::interview::id::CaseId;
use crate::records::RecordId;

const NEW: &str = "nouveau";
const JOIN: &str = "rejoindre";
const BAG: &str = "mallette";
const CASE: &str = "cas";
const WALL: &str = "mur";
const SEAT: &str = "numero";
const ENTRY: &str = "saisie";
const PAPER: &str = "papier";
const CLOSING: &str = "cloture";
const PROGRESS: &str = "avant-apres";
const MOMENTS: [(Moment, &str); 2] = [(Moment::Before, "matin"), (Moment::After, "soir")];
const EDIT: &str = "ecrire";

/// A screen of the family.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ExerciseRoute {
    /// The exercises of the training room.
    List,
    New,
    /// Where a participant types the code and their ticket.
    Join,
    /// The same, where the address names the exercise and no ticket of it.
    Ticket(ExerciseCode),
    /// What this copy of the application carries.
    Bag,
    /// The cases: those that are delivered, and those written here.
    Cases,
    NewCase,
    /// A case as it is used.
    Case(CaseId),
    /// A case written here, to change.
    CaseEdit(CaseId),
    /// The trainer's desk.
    Desk(ExerciseCode),
    /// What the room answered on a case.
    Debrief(ExerciseCode, CaseId),
    /// The same on the wall, in a window of its own.
    Wall(ExerciseCode, CaseId),
    /// What a participant has to do, and hands in.
    Seat(ExerciseCode, Seat),
    /// Sheets of a case filled on paper, to type.
    PaperEntry(ExerciseCode, CaseId),
    /// One that was typed, to type over.
    PaperCorrection(ExerciseCode, CaseId, RecordId),
    /// The sheets of a case, to print.
    CasePaper(ExerciseCode, CaseId),
    /// Everything of an exercise that is printed.
    AllPaper(ExerciseCode),
    /// What waits before one leaves the room.
    Closing(ExerciseCode),
    /// Where a participant says how far they are from each objective.
    Positioning(ExerciseCode, Seat, Moment),
    /// How far the group was, and is.
    Progress(ExerciseCode),
    /// Positioning sheets filled on paper, to type.
    PositioningEntry(ExerciseCode),
    /// One that was typed, to type over.
    PositioningCorrection(ExerciseCode, RecordId),
    /// The positioning sheet, to print.
    PositioningPaper(ExerciseCode),
}

impl From<ExerciseRoute> for Route {
    fn from(route: ExerciseRoute) -> Self {
        Self::Exercise(route)
    }
}

impl ExerciseRoute {
    /// The exercise, or the part of one, of an address that begins with `exercice`.
    pub(super) fn read(rest: &[&str]) -> Option<Self> {
        let case = |typed: &str| CaseId::new(typed).ok();
        let route = match rest {
            [] => Self::List,
            [NEW] => Self::New,
            [JOIN] => Self::Join,
            [BAG] => Self::Bag,
            [CASE] => Self::Cases,
            [CASE, NEW] => Self::NewCase,
            [CASE, id] => Self::Case(case(id)?),
            [CASE, id, EDIT] => Self::CaseEdit(case(id)?),
            [code, rest @ ..] => {
                let code = code.parse().ok()?;
                match rest {
                    [] => Self::Desk(code),
                    [CASE, id] => Self::Debrief(code, case(id)?),
                    [CASE, id, WALL] => Self::Wall(code, case(id)?),
                    [ENTRY, id] => Self::PaperEntry(code, case(id)?),
                    [ENTRY, id, sheet] => Self::PaperCorrection(code, case(id)?, RecordId::new(*sheet).ok()?),
                    [PAPER, id] => Self::CasePaper(code, case(id)?),
                    [PAPER] => Self::AllPaper(code),
                    [CLOSING] => Self::Closing(code),
                    [PROGRESS] => Self::Progress(code),
                    [PROGRESS, ENTRY] => Self::PositioningEntry(code),
                    [PROGRESS, ENTRY, sheet] => Self::PositioningCorrection(code, RecordId::new(*sheet).ok()?),
                    [PROGRESS, PAPER] => Self::PositioningPaper(code),
                    [SEAT] => Self::Ticket(code),
                    // A number alone, or with the letter of another, is nobody's: the ticket is asked for again.
                    [SEAT, ticket] => {
                        Seat::read(ticket, code).map_or(Self::Ticket(code), |seat| Self::Seat(code, seat))
                    }
                    [SEAT, ticket, at] => {
                        let (moment, _) = *MOMENTS.iter().find(|(_, name)| name == at)?;
                        Seat::read(ticket, code)
                            .map_or(Self::Ticket(code), |seat| Self::Positioning(code, seat, moment))
                    }
                    _ => return None,
                }
            }
        };
        Some(route)
    }

    /// The address, without its `#/`.
    pub(super) fn path(&self) -> String {
        let rest = match self {
            Self::List => return "exercice".to_owned(),
            Self::New => NEW.to_owned(),
            Self::Join => JOIN.to_owned(),
            Self::Bag => BAG.to_owned(),
            Self::Cases => CASE.to_owned(),
            Self::NewCase => format!("{CASE}/{NEW}"),
            Self::Case(id) => format!("{CASE}/{id}"),
            Self::CaseEdit(id) => format!("{CASE}/{id}/{EDIT}"),
            Self::Ticket(code) => format!("{}/{SEAT}", written(*code)),
            Self::Desk(code) => written(*code),
            Self::Debrief(code, case) => format!("{}/{CASE}/{case}", written(*code)),
            Self::Wall(code, case) => format!("{}/{CASE}/{case}/{WALL}", written(*code)),
            Self::Seat(code, seat) => seat_path(*code, *seat),
            Self::Positioning(code, seat, moment) => format!("{}/{}", seat_path(*code, *seat), named(*moment)),
            Self::Progress(code) => format!("{}/{PROGRESS}", written(*code)),
            Self::PositioningEntry(code) => format!("{}/{PROGRESS}/{ENTRY}", written(*code)),
            Self::PositioningCorrection(code, id) => format!("{}/{PROGRESS}/{ENTRY}/{id}", written(*code)),
            Self::PositioningPaper(code) => format!("{}/{PROGRESS}/{PAPER}", written(*code)),
            Self::PaperEntry(code, case) => format!("{}/{ENTRY}/{case}", written(*code)),
            Self::PaperCorrection(code, case, id) => format!("{}/{ENTRY}/{case}/{id}", written(*code)),
            Self::CasePaper(code, case) => format!("{}/{PAPER}/{case}", written(*code)),
            Self::AllPaper(code) => format!("{}/{PAPER}", written(*code)),
            Self::Closing(code) => format!("{}/{CLOSING}", written(*code)),
        };
        format!("exercice/{rest}")
    }

    /// The address, with its `#`.
    pub fn to_hash(&self) -> String {
        Route::from(self.clone()).to_hash()
    }
}

fn written(code: ExerciseCode) -> String {
    code.to_string().to_lowercase()
}

fn seat_path(code: ExerciseCode, seat: Seat) -> String {
    format!("{}/{SEAT}/{}", written(code), seat.ticket(code).to_lowercase())
}

fn named(moment: Moment) -> &'static str {
    MOMENTS.iter().find(|(at, _)| *at == moment).map_or("", |(_, name)| *name)
}
