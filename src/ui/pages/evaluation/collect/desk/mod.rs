//! The desk of a session: what came in, and every way to take in more. Nothing of what was said shows here.

mod come;
mod devices;
mod kept;
mod reading;
mod received;
mod settle;
mod texts;

use super::{home, known};
use crate::domain::evaluation::intake::{Came, Fate, Kept, kept, take_back, take_in};
use crate::domain::evaluation::participation::Received;
use crate::domain::evaluation::response::Response;
use crate::domain::evaluation::survey::Survey;
use crate::domain::programme::id::SessionId;
use crate::exchange::packed_response::unpack;
use crate::text::codes::{How, Told};
use crate::text::{evaluation_collect as text, evaluation_desk};
use crate::ui::codes::{CodesSection, Collector};
use crate::ui::components::{Action, Message, Messages, Page, Tone};
use crate::ui::pages::programme::{Board, NotHere};
use crate::ui::save::Saver;
use chrono::NaiveDate;
use devices::DevicesSection;
use kept::KeptSection;
use leptos::prelude::*;
use received::ReceivedSection;
use settle::SettleSection;
use std::sync::Arc;
use texts::TextsSection;

/// A session open on its desk. Everything follows the tables.
#[derive(Clone, Copy)]
struct Desk {
    board: Board,
    id: StoredValue<SessionId>,
    /// Every answer that is here, whatever its session.
    kept: Memo<Arc<Vec<Kept>>>,
    /// How many came in.
    received: Memo<Received>,
    /// What came twice, otherwise, since the page was opened: somebody decides.
    to_settle: RwSignal<Vec<Response>>,
    /// What two devices hold in two versions, whenever it came: somebody decides.
    in_conflict: Memo<Vec<Vec<Response>>>,
    saver: Saver,
    messages: Messages,
}

impl Desk {
    fn open(board: Board, id: SessionId) -> Self {
        let saver = board.saver;
        let kept = Memo::new(move |_| Arc::new(saver.state().with_tables(kept)));
        let received = Memo::new(move |_| board.received(NaiveDate::MAX));
        let to_settle = RwSignal::new(Vec::new());
        let own = id.clone();
        let in_conflict = Memo::new(move |_| {
            let mut all = saver.state().with_tables(Response::in_conflict);
            all.retain(|versions| versions.iter().any(|one| one.session == own));
            all
        });
        let id = StoredValue::new(id);
        Self { board, id, kept, received, to_settle, in_conflict, saver, messages: Messages::expect() }
    }

    /// The answers of this session, followed.
    fn own(self) -> Vec<Kept> {
        let id = self.id.get_value();
        self.kept.with(|kept| kept.iter().filter(|one| one.session == id).cloned().collect())
    }

    /// The questionnaires that an answer may come from.
    fn surveys(self) -> Vec<Survey> {
        self.saver.state().with_tables_now(known)
    }

    /// The words that an answer was given in, where they are known here.
    fn survey_of(self, one: &Response) -> Option<Survey> {
        let mut surveys = self.surveys();
        let at = surveys.iter().position(|survey| (survey.kind, &survey.version) == (one.survey, &one.version));
        let at = at.or_else(|| surveys.iter().position(|survey| survey.kind == one.survey))?;
        Some(surveys.swap_remove(at))
    }

    /// An answer by its number, its questionnaire and its session.
    fn named(self, one: &Response) -> String {
        evaluation_desk::waiting(one, &untrack(|| self.board.session_name(&one.session)))
    }

    /// Whether a session is in the cycle.
    fn knows(self, id: &SessionId) -> bool {
        self.board.programme.try_with_untracked(|programme| programme.session(id).is_some()).unwrap_or_default()
    }

    /// Stores answers, then tells what each became; none when they could not be stored.
    async fn take(self, responses: Vec<Response>) -> Option<Vec<Came>> {
        let (came, changes) =
            self.saver.state().with_tables_now(|tables| take_in(tables, &responses, |id| self.knows(id)));
        if !self.saver.save(changes).await {
            return None;
        }
        let differ = came.iter().filter_map(|one| match &one.fate {
            Fate::Differs(response) => Some(response.clone()),
            _ => None,
        });
        let differ: Vec<Response> = differ.collect();
        let _ = self.to_settle.try_update(|waiting| {
            let is_settled =
                |one: &Response| came.iter().any(|other| other.number == one.number && other.fate == Fate::Later);
            waiting.retain(|one| !is_settled(one) && !differ.iter().any(|other| other.number == one.number));
            waiting.extend(differ);
        });
        Some(came)
    }

    /// Says what came, with a way to take it back.
    fn say(self, came: &[Came]) {
        let back = take_back(came);
        let Self { saver, messages, .. } = self;
        let run = move || {
            saver.save_then(back.clone(), move || {
                messages.done(
                    "Ces réponses sont mises de côté",
                    "Elles ne comptent plus. La liste de la page permet de les compter à nouveau.",
                );
            });
        };
        let is_new = came.iter().any(|one| one.fate == Fate::New);
        let actions = is_new.then(|| Action::new("Annuler\u{a0}: mettre de côté", run));
        messages.say(Message {
            tone: Tone::Info,
            title: "Réponses reçues".to_owned(),
            body: text::summary(came),
            actions: actions.into_iter().collect(),
        });
    }

    /// Stores what codes bring, then tells it.
    async fn receive(self, codes: Vec<String>) -> Option<Vec<Told>> {
        let surveys = self.surveys();
        let surveys: Vec<&Survey> = surveys.iter().collect();
        let read: Vec<_> = codes.iter().map(|code| unpack(code, &surveys)).collect();
        let responses: Vec<Response> = read.iter().filter_map(|one| one.as_ref().ok().cloned()).collect();
        let mut came = self.take(responses).await?.into_iter();
        let told = read.into_iter().filter_map(|one| match one {
            Ok(_) => came.next().map(|one| text::came(&one)),
            Err(fault) => Some(Told { how: How::Other, sentence: text::pack_fault(fault).to_owned() }),
        });
        Some(told.collect())
    }
}

/// The desk.
#[component]
pub fn DeskPage(
    /// The cycle.
    board: Board,
    /// Which session.
    id: SessionId,
) -> impl IntoView {
    let here = id.clone();
    let is_here = Memo::new(move |_| board.session(&here).is_some());
    let named = id.clone();
    let title = Signal::derive(move || format!("Évaluation\u{a0}: {}", board.session_name(&named)));
    let desk = Desk::open(board, id);
    let collector = Collector::new(move |codes| desk.receive(codes));
    view! {
        <Show
            when=move || is_here.get()
            fallback=|| view! { <NotHere what="Cette session" back=home() /> }
        >
            <Page
                title
                lead="Les réponses arrivent par une tablette, par fichier, par code, par message ou sur papier. Une même réponse ne compte qu’une fois."
                back=home()
            >
                <ReceivedSection desk />
                <SettleSection desk />
                <TextsSection desk />
                <CodesSection collector />
                <DevicesSection desk />
                <KeptSection desk />
            </Page>
        </Show>
    }
}
