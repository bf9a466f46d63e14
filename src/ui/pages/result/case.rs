//! A case shown on a page: its interview, what is concluded from it, and how the page writes to it.

use crate::content::error::ContentError;
use crate::content::rules::rulebook;
use crate::domain::interview::assessment::{Assessment, assess};
use crate::domain::interview::flow::Step;
use crate::domain::interview::id::{ItemId, OrientationId};
use crate::domain::interview::model::{Interview, Presentation};
use crate::domain::interview::orientation::Proposal;
use crate::domain::interview::questionnaire::Questionnaire;
use crate::domain::interview::rulebook::Rulebook;
use crate::domain::interview::visibility::View;
use crate::records::{ChangeSet, Key, RecordId};
use crate::route::Route;
use crate::text::interview as words;
use crate::ui::components::BackTo;
use crate::ui::pages::interview::{Gate, Held, Unreadable};
use leptos::prelude::*;

/// The interview of a page, and what follows from it.
#[derive(Clone, Copy)]
pub struct Case {
    held: Held,
    pub questionnaire: &'static Questionnaire,
    pub rulebook: &'static Rulebook,
    pub interview: Memo<Interview>,
    pub view: Memo<View<'static>>,
    pub assessment: Memo<Assessment<'static>>,
    /// What was just done, for screen readers.
    pub said: RwSignal<String>,
}

impl Case {
    fn open(held: Held) -> Result<Self, ContentError> {
        let rulebook = rulebook().map_err(Clone::clone)?;
        let Held { questionnaire, interview, view, .. } = held;
        let assessment =
            Memo::new(move |_| view.with(|view| interview.with(|interview| assess(rulebook, view, interview))));
        Ok(Self { held, questionnaire, rulebook, interview, view, assessment, said: RwSignal::new(String::new()) })
    }

    /// Its identity.
    pub fn id(self) -> RecordId {
        self.held.id()
    }

    /// Where its record lives.
    pub fn key(self) -> Key {
        self.held.key()
    }

    /// The exercise it is held in, when it is held on a case.
    pub fn exercise(self) -> Option<BackTo> {
        self.held.is_practice().then(|| self.held.home())
    }

    /// « Dossier 23-11-A ».
    pub fn title(self) -> String {
        self.interview.with(|interview| words::case_title(interview.label.as_ref()))
    }

    /// What is proposed and decided of one orientation; none when no rule proposes it and nothing was decided.
    pub fn proposal(self, orientation: &OrientationId) -> Memo<Option<Proposal<'static>>> {
        let id = orientation.clone();
        Memo::new(move |_| {
            self.assessment
                .with(|assessment| assessment.proposals.iter().find(|proposal| proposal.orientation.id == id).cloned())
        })
    }

    /// Whether a rule proposes an orientation now: if none does, it is here only while something is decided of it.
    pub fn is_proposed(self, orientation: &OrientationId) -> bool {
        self.assessment.with_untracked(|assessment| {
            let of_it = |proposal: &Proposal<'_>| proposal.orientation.id == *orientation && !proposal.rules.is_empty();
            assessment.proposals.iter().any(of_it)
        })
    }

    /// Where a question is asked in this interview.
    pub fn question(self, item: &ItemId) -> Route {
        let presentation = self.interview.with(|interview| interview.presentation);
        let step = match (presentation, self.questionnaire.item(item)) {
            (Presentation::Conversation, Some(item)) => Step::Block(item.block.clone()),
            _ => Step::Item(item.clone()),
        };
        self.held.route(step)
    }

    /// Stores what an act changes.
    pub fn act(self, act: impl FnOnce(&Key) -> ChangeSet) {
        self.held.save(self.held.change(act));
    }

    /// Stores what an act changes, then says what was done and calls `then`.
    pub fn act_then(self, act: impl FnOnce(&Key) -> ChangeSet, done: impl Into<String>, then: impl FnOnce() + 'static) {
        let (said, done) = (self.said, done.into());
        self.store_then(act, move || {
            let _ = said.try_set(done);
            then();
        });
    }

    /// Stores what an act changes, then calls `then`, which says what was done.
    pub fn store_then(self, act: impl FnOnce(&Key) -> ChangeSet, then: impl FnOnce() + 'static) {
        self.held.save_then(self.held.change(act), then);
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
    let shown = Callback::new(move |held: Held| match Case::open(held) {
        Ok(case) => page(case),
        Err(error) => view! { <Unreadable error /> }.into_any(),
    });
    view! { <Gate id page=shown /> }
}
