//! A case shown on a page: its interview, what is concluded from it, and how the page writes to it.

use crate::content::error::ContentError;
use crate::content::questionnaire::questionnaire;
use crate::content::rules::rulebook;
use crate::domain::interview::assessment::{Assessment, assess, view_of};
use crate::domain::interview::decode;
use crate::domain::interview::flow::Step;
use crate::domain::interview::id::{ItemId, OrientationId};
use crate::domain::interview::model::{Interview, Presentation};
use crate::domain::interview::orientation::Proposal;
use crate::domain::interview::questionnaire::Questionnaire;
use crate::domain::interview::rulebook::Rulebook;
use crate::domain::interview::visibility::View;
use crate::records::{ChangeSet, Key, Record, RecordId};
use crate::route::{Return, Route};
use crate::state::AppState;
use crate::text::interview as words;
use crate::ui::components::{BackTo, Page};
use crate::ui::save::Saver;
use leptos::prelude::*;

/// The interview of a page.
#[derive(Clone, Copy)]
pub struct Case {
    key: StoredValue<Key>,
    pub questionnaire: &'static Questionnaire,
    pub rulebook: &'static Rulebook,
    is_here: Memo<bool>,
    pub interview: Memo<Interview>,
    pub view: Memo<View<'static>>,
    pub assessment: Memo<Assessment<'static>>,
    /// What was just done, for screen readers.
    pub said: RwSignal<String>,
    saver: Saver,
}

impl Case {
    fn open(id: &RecordId) -> Result<Self, ContentError> {
        let questionnaire = questionnaire().map_err(Clone::clone)?;
        let rulebook = rulebook().map_err(Clone::clone)?;
        let key = decode::key(id).map_err(|error| ContentError { file: "interview", fault: error.to_string() })?;
        let record = AppState::expect().record(key.clone());
        let is_here =
            Memo::new(move |_| record.with(|record| record.as_ref().is_some_and(|record| !record.is_deleted())));
        let id = id.clone();
        let interview = Memo::new(move |_| {
            record.with(|record| match record {
                Some(record) => Interview::from_record(&id, record),
                None => Interview::from_record(&id, &Record::default()),
            })
        });
        let view = Memo::new(move |_| interview.with(|interview| view_of(questionnaire, interview)));
        let assessment = Memo::new(move |_| {
            view.with(|view| interview.with(|interview| assess(rulebook, view, interview)))
        });
        let (key, said, saver) = (StoredValue::new(key), RwSignal::new(String::new()), Saver::expect());
        Ok(Self { key, questionnaire, rulebook, is_here, interview, view, assessment, said, saver })
    }

    /// Its identity.
    pub fn id(self) -> RecordId {
        self.key.with_value(|key| key.id.clone())
    }

    /// « Dossier 23-11-A ».
    pub fn title(self) -> String {
        self.interview.with(|interview| words::case_title(interview.label.as_ref()))
    }

    /// What is proposed and decided of one orientation; none when no rule proposes it and nothing was decided.
    pub fn proposal(self, orientation: &OrientationId) -> Memo<Option<Proposal<'static>>> {
        let id = orientation.clone();
        Memo::new(move |_| {
            self.assessment.with(|assessment| {
                assessment.proposals.iter().find(|proposal| proposal.orientation.id == id).cloned()
            })
        })
    }

    /// Where a question is asked in this interview.
    pub fn question(self, item: &ItemId) -> Route {
        let presentation = self.interview.with(|interview| interview.presentation);
        let step = match (presentation, self.questionnaire.item(item)) {
            (Presentation::Conversation, Some(item)) => Step::Block(item.block.clone()),
            _ => Step::Item(item.clone()),
        };
        Route::Step(self.id(), step, Return::Flow)
    }

    /// Stores what an act changes.
    pub fn act(self, act: impl FnOnce(&Key) -> ChangeSet) {
        self.saver.save(self.key.with_value(act));
    }

    /// Stores what an act changes, then says what was done and calls `then`.
    pub fn act_then(
        self,
        act: impl FnOnce(&Key) -> ChangeSet,
        done: impl Into<String>,
        then: impl FnOnce() + 'static,
    ) {
        let done = done.into();
        self.saver.save_then(self.key.with_value(act), move || {
            self.said.set(done);
            then();
        });
    }
}

/// Shows a page about a case, or says that it is not here.
#[component]
pub fn CaseGate(
    /// Which interview.
    id: RecordId,
    /// What to show of it.
    page: fn(Case) -> AnyView,
) -> impl IntoView {
    match Case::open(&id) {
        Ok(case) => (move || if case.is_here.get() { page(case) } else { view! { <Missing /> }.into_any() }).into_any(),
        Err(error) => view! { <Spoiled error /> }.into_any(),
    }
}

/// No interview here under this address.
#[component]
fn Missing() -> impl IntoView {
    view! {
        <Page title="Cet entretien n’est pas sur cet appareil" back=BackTo::new(Route::Interviews, "Entretiens")>
            <p>
                "Il a été supprimé, ou il a été mené sur un autre appareil. Dans ce cas, importez le fichier d’échange de cet appareil."
            </p>
            <p>
                <a class="button" href=Route::Data.to_hash()>"Aller aux données"</a>
            </p>
        </Page>
    }
}

/// The content of the application cannot be read: only a mistake of ours leads there.
#[component]
fn Spoiled(
    /// What is wrong.
    error: ContentError,
) -> impl IntoView {
    view! {
        <Page title="Le contenu de Repères ne peut pas être lu" back=BackTo::new(Route::Interviews, "Entretiens")>
            <p>"Vos données sont intactes. Exportez-les, puis ouvrez une version plus récente de Repères."</p>
            <p class="hint">{error.to_string()}</p>
        </Page>
    }
}
