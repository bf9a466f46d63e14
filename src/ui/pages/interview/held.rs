//! An interview open on a page: what it holds, what is asked, and how a page writes to it.

use crate::browser::location;
use crate::content::error::ContentError;
use crate::content::questionnaire::questionnaire;
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::practice::{self, Practice};
use crate::domain::interview::answer::Answer;
use crate::domain::interview::assessment::view_of;
use crate::domain::interview::change;
use crate::domain::interview::decode;
use crate::domain::interview::flow::{Flow, Step};
use crate::domain::interview::id::ItemId;
use crate::domain::interview::model::{Interview, Status};
use crate::domain::interview::questionnaire::{Questionnaire, Voice};
use crate::domain::interview::visibility::View;
use crate::records::{ChangeSet, Key, Record, RecordId};
use crate::route::exercise::ExerciseRoute;
use crate::route::{Return, Route};
use crate::state::AppState;
use crate::ui::components::BackTo;
use crate::ui::open_place::OpenPlace;
use crate::ui::save::Saver;
use leptos::prelude::*;

/// Whether an interview can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    Here,
    /// Removed; it may be restored.
    Deleted,
    /// Only kept: nobody uses it until the restriction is lifted.
    Restricted,
    /// Held on a case and handed in: its ticket opens it again.
    HandedIn(ExerciseCode),
    /// Held on a case from another place than the open one.
    OtherPlace(ExerciseCode),
    /// Never seen on this device, or erased.
    Absent,
}

/// An interview open on a page.
#[derive(Clone, Copy)]
pub struct Held {
    key: StoredValue<Key>,
    /// What may be asked.
    pub questionnaire: &'static Questionnaire,
    /// Whether it can be shown.
    pub presence: Memo<Presence>,
    /// The exercise it is held in, when it is held on a case.
    pub practice: Memo<Option<Practice>>,
    /// The interview, with the answers being stored.
    pub interview: Memo<Interview>,
    /// What is asked and what counts.
    pub view: Memo<View<'static>>,
    /// Something was stored from this page.
    pub has_saved: RwSignal<bool>,
    saver: Saver,
}

impl Held {
    /// Follows the interview of this identity.
    pub fn open(id: &RecordId) -> Result<Self, ContentError> {
        let questionnaire = questionnaire().map_err(Clone::clone)?;
        let fault = |error: crate::records::InvalidId| ContentError { file: "interview", fault: error.to_string() };
        let state = AppState::expect();
        // An identity is drawn once: no interview of a person has that of an interview on a case.
        let on_a_case = practice::key(id).ok().filter(|key| state.with_tables_now(|tables| tables.get(key).is_some()));
        let is_practice = on_a_case.is_some();
        let key = on_a_case.map_or_else(|| decode::key(id), Ok).map_err(fault)?;
        let record = state.record_as_written(key.clone());
        let key = StoredValue::new(key);
        let practice = Memo::new(move |_| {
            let record = record.get().filter(|_| is_practice)?;
            key.with_value(|key| Practice::from_record(key, &record))
        });
        let place = OpenPlace::expect();
        let shut = Memo::new(move |_| {
            practice.with(|one| {
                let one = one.as_ref()?;
                let is_handed_in = state.with_tables(|tables| one.handed_in(tables)).is_some();
                let exercise = one.assignment.exercise;
                let shut = if is_handed_in { Presence::HandedIn(exercise) } else { Presence::OtherPlace(exercise) };
                (!place.shows(&one.assignment, is_handed_in)).then_some(shut)
            })
        });
        let presence = Memo::new(move |_| {
            record.with(|record| match record.as_deref() {
                Some(record) if record.is_deleted() => Presence::Deleted,
                Some(record) if !decode::is_in_use(record) => Presence::Restricted,
                Some(_) => shut.get().unwrap_or(Presence::Here),
                None => Presence::Absent,
            })
        });
        let id = id.clone();
        let interview = Memo::new(move |_| {
            if let Some(practice) = practice.get() {
                return practice.interview;
            }
            record.with(|record| match record {
                Some(record) => Interview::from_record(&id, record),
                None => Interview::from_record(&id, &Record::default()),
            })
        });
        let view = Memo::new(move |_| interview.with(|interview| view_of(questionnaire, interview)));
        let has_saved = RwSignal::new(false);
        let saver = Saver::expect();
        Ok(Self { key, questionnaire, presence, practice, interview, view, has_saved, saver })
    }

    /// It is kept here, and does not read as an interview.
    pub fn is_quarantined(self) -> bool {
        let unreadable = self.saver.state().unreadable();
        self.key.with_value(|key| unreadable.iter().any(|one| one.key == key.to_string()))
    }

    /// Its identity.
    pub fn id(self) -> RecordId {
        self.key.with_value(|key| key.id.clone())
    }

    /// Where its record lives.
    pub fn key(self) -> Key {
        self.key.get_value()
    }

    /// Whether it is held on a case, in an exercise.
    pub fn is_practice(self) -> bool {
        untrack(|| self.practice.with(Option::is_some))
    }

    /// The screen that leads to it.
    pub fn home(self) -> BackTo {
        let assignment = untrack(|| self.practice.with(|practice| practice.as_ref().map(|one| one.assignment.clone())));
        match assignment {
            Some(one) => BackTo::new(ExerciseRoute::Seat(one.exercise, one.seat), "Exercice"),
            None => BackTo::new(Route::Interviews, "Entretiens"),
        }
    }

    /// The address of one of its pages.
    pub fn route(self, step: Step) -> Route {
        Route::Step(self.id(), step, Return::Flow)
    }

    /// The answer to an item, followed.
    pub fn answer(self, item: &ItemId) -> Memo<Option<Answer>> {
        let item = item.clone();
        Memo::new(move |_| self.interview.with(|interview| interview.answers.get(&item).cloned()))
    }

    /// Its pages in order, as things stand.
    pub fn flow(self) -> Flow<'static> {
        let presentation = self.interview.with(|interview| interview.presentation);
        self.view.with(|view| Flow::new(self.questionnaire, view, presentation))
    }

    /// Its pages in order, were this answer given.
    pub fn flow_with(self, item: &ItemId, answer: Option<&Answer>) -> Flow<'static> {
        let mut interview = self.interview.get_untracked();
        match answer {
            Some(answer) => interview.answers.insert(item.clone(), answer.clone()),
            None => interview.answers.remove(item),
        };
        Flow::new(self.questionnaire, &view_of(self.questionnaire, &interview), interview.presentation)
    }

    /// Who reads the questions.
    pub fn voice(self) -> Voice {
        self.interview.with(|interview| interview.presentation.voice())
    }

    /// The change that an act makes.
    pub fn change(self, act: impl FnOnce(&Key) -> ChangeSet) -> ChangeSet {
        self.key.with_value(act)
    }

    /// Gives an answer and stores it at once, with the page it was given on.
    pub fn give(self, item: &ItemId, answer: Option<&Answer>, here: &Step) {
        let changes = self.change(|key| change::answer(key, item, answer));
        self.save_ahead(self.staying(changes, here));
    }

    /// Stores changes, with where to resume, then goes there.
    pub fn go_on(self, changes: ChangeSet, to: Step) {
        let changes = self.staying(changes, &to);
        let route = self.route(to);
        self.save_then(changes, move || location::go(&route.to_hash()));
    }

    /// Stores where to resume, then calls `then`: one stops for now.
    pub fn pause(self, at: Step, then: impl FnOnce() + 'static) {
        self.save_then(self.staying(ChangeSet::new(), &at), then);
    }

    /// Stores changes.
    pub fn save(self, changes: ChangeSet) {
        self.save_then(changes, || ());
    }

    /// Stores changes that the page shows at once.
    pub fn save_ahead(self, changes: ChangeSet) {
        let has_saved = self.has_saved;
        self.saver.save_ahead_then(changes, move || {
            let _ = has_saved.try_set(true);
        });
    }

    /// Stores changes, then calls `then`; a failure is told and nothing follows.
    pub fn save_then(self, changes: ChangeSet, then: impl FnOnce() + 'static) {
        let has_saved = self.has_saved;
        self.saver.save_then(changes, move || {
            let _ = has_saved.try_set(true);
            then();
        });
    }

    /// Adds where to resume, when that moves. A concluded interview resumes at its result.
    fn staying(self, mut changes: ChangeSet, step: &Step) -> ChangeSet {
        let moves = untrack(|| {
            self.interview.with(|interview| interview.status == Status::Ongoing && interview.at.as_ref() != Some(step))
        });
        if moves {
            changes.changes.extend(self.change(|key| change::stay_at(key, step)).changes);
        }
        changes
    }
}
