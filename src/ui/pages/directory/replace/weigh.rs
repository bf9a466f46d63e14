//! What a new edition would do to the present one and to what is known here, weighed while the page answers.

use super::super::import::ReadDirectory;
use crate::browser::pause::{self, Breath};
use crate::domain::directory::adoption::Consequence;
use crate::domain::directory::collection::Directory;
use crate::domain::directory::compare::{Comparison, EditionDiff};
use crate::domain::directory::edition::{DirectorySnapshot, DirectorySource};
use crate::domain::directory::field::PlaceField;
use crate::domain::directory::local::change;
use crate::domain::directory::local::correction::Verdict;
use crate::domain::directory::local::lives::Lives;
use crate::domain::directory::local::model::{Correction, PlaceLife};
use crate::domain::directory::local::review::{Judged, Reviewer, Unplaced};
use crate::domain::directory::place::Place;
use crate::records::{ChangeSet, Key};
use crate::state::AppState;
use crate::text::local as text;
use crate::ui::directory::{LoadedDirectory, Places};
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Everything that replacing an edition would do.
#[derive(Debug)]
pub struct Weighed {
    /// The places of the edition that would go.
    pub former: Vec<Place>,
    /// The file, which would take its place.
    pub read: Arc<ReadDirectory>,
    pub diff: EditionDiff,
    /// What the file says of each correction made here.
    pub verdicts: Vec<Verdict>,
    /// The corrections that someone has to look at.
    pub contradicted: Vec<Contradiction>,
    pub unplaced: Vec<Lost>,
}

/// A correction that the file contradicts.
#[derive(Clone, Debug)]
pub struct Contradiction {
    pub life: PlaceLife,
    /// As the file describes it.
    pub place: Place,
    pub field: PlaceField,
    pub correction: Correction,
}

/// What is known of a place that the file does not hold, in words.
#[derive(Clone, Debug)]
pub struct Lost {
    pub name: String,
    pub known: Vec<String>,
    /// The places of the file that it may have become, each with the reasons.
    pub proposals: Vec<String>,
}

/// What becomes of a contradicted correction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Choice {
    /// It holds, and is still to check.
    #[default]
    Later,
    Keep,
    TakeImported,
}

impl Contradiction {
    /// Names it among the choices.
    pub fn id(&self) -> (Key, PlaceField) {
        (self.life.key.clone(), self.field)
    }

    fn changes(&self, choice: Choice) -> ChangeSet {
        match choice {
            Choice::Later => ChangeSet::new(),
            Choice::Keep => change::keep_correction(&self.life, &self.place, self.field),
            Choice::TakeImported => change::drop_corrections(&self.life, [self.field]),
        }
    }
}

/// How far the weighing is.
#[derive(Clone, Debug)]
pub enum Stage {
    /// Nothing would be replaced.
    NotAsked,
    Running,
    /// The present edition cannot be read here: nothing to compare with.
    Impossible,
    Done(Arc<Weighed>),
}

/// The weighing of a file, followed as its name says what it would replace.
#[derive(Clone, Copy)]
pub struct Weighing {
    replaced: Memo<Option<DirectorySource>>,
    /// What came out, and for which source.
    outcome: LocalResource<Option<(DirectorySource, Option<Arc<Weighed>>)>>,
    choices: RwSignal<BTreeMap<(Key, PlaceField), Choice>>,
}

impl Weighing {
    /// Follows what storing the file would do.
    pub fn follow(consequence: Memo<Consequence>, read: Arc<ReadDirectory>) -> Self {
        let (state, known) = (AppState::expect(), Places::expect());
        let replaced = Memo::new(move |_| match consequence.get() {
            Consequence::Replaces(source) => Some(source),
            Consequence::Adds | Consequence::Nothing(_) => None,
        });
        let outcome = LocalResource::new(move || {
            let source = replaced.get();
            let (loaded, lives, read) = (known.get(), known.lives(), Arc::clone(&read));
            async move {
                let source = source?;
                let directory = match loaded {
                    LoadedDirectory::Ready(directory) => directory,
                    LoadedDirectory::Loading => return None,
                    LoadedDirectory::None | LoadedDirectory::Failed(_) => return Some((source, None)),
                };
                let weighed = weigh(state, &directory, &lives, &source, read).await;
                Some((source, weighed.map(Arc::new)))
            }
        });
        Self { replaced, outcome, choices: RwSignal::new(BTreeMap::new()) }
    }

    /// How far it is, followed.
    pub fn stage(self) -> Stage {
        let Some(replaced) = self.replaced.get() else { return Stage::NotAsked };
        match self.outcome.get().flatten().filter(|(source, _)| *source == replaced) {
            None => Stage::Running,
            Some((_, None)) => Stage::Impossible,
            Some((_, Some(weighed))) => Stage::Done(weighed),
        }
    }

    /// What was chosen for a correction, followed.
    pub fn choice(self, id: &(Key, PlaceField)) -> Choice {
        self.choices.with(|choices| choices.get(id).copied().unwrap_or_default())
    }

    /// Chooses what becomes of a correction.
    pub fn choose(self, id: (Key, PlaceField), choice: Choice) {
        self.choices.update(|choices| {
            choices.insert(id, choice);
        });
    }

    /// What was chosen, to be stored with the new edition.
    pub fn chosen(self) -> ChangeSet {
        let Stage::Done(weighed) = untrack(|| self.stage()) else { return ChangeSet::new() };
        let changes =
            weighed.contradicted.iter().flat_map(|one| one.changes(untrack(|| self.choice(&one.id()))).changes);
        ChangeSet { changes: changes.collect() }
    }
}

/// None when the present edition cannot be read.
async fn weigh(
    state: AppState,
    directory: &Directory,
    lives: &Lives,
    source: &DirectorySource,
    read: Arc<ReadDirectory>,
) -> Option<Weighed> {
    let text = state.snapshot(source.current.snapshot.as_str()).await.ok().flatten()?;
    pause::until_painted().await;
    let former = DirectorySnapshot::from_text(&text).ok()?.places;
    let mut breath = Breath::start();
    let mut comparison = Comparison::new(&former, &read.import.places);
    while comparison.read_next() {
        breath.take().await;
    }
    let diff = comparison.finish();
    let mut reviewer = Reviewer::new(lives, directory.imports(), &source.key.id, &read.import.places);
    while reviewer.read_next() {
        breath.take().await;
    }
    let review = reviewer.finish();
    let verdicts = review.corrections.iter().map(|judged| judged.verdict).collect();
    let contradicted = review.corrections.iter().filter(|judged| judged.verdict == Verdict::Contradicted);
    let contradicted = contradicted.map(contradiction).collect();
    let unplaced = review.unplaced.iter().map(lost).collect();
    Some(Weighed { diff, verdicts, contradicted, unplaced, former, read })
}

fn contradiction(judged: &Judged<'_>) -> Contradiction {
    Contradiction {
        life: judged.life.clone(),
        place: judged.place.clone(),
        field: judged.field,
        correction: judged.correction.clone(),
    }
}

fn lost(unplaced: &Unplaced<'_>) -> Lost {
    let proposals = unplaced.proposals.iter().map(|proposal| {
        let name = text::named(&proposal.place.name, &proposal.place.commune);
        format!("{name}\u{a0}: {}", crate::text::format::uncapitalised(&text::reasons(&proposal.reasons)))
    });
    Lost {
        name: unplaced.life.place.as_ref().map(text::place).unwrap_or_default(),
        known: text::known(unplaced.life),
        proposals: proposals.collect(),
    }
}
