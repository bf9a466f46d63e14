//! What a new edition would do to the present one and to what is known here, weighed while the page answers.

use super::super::import::ReadDirectory;
use crate::browser::pause::{self, Breath};
use crate::domain::directory::adoption::Consequence;
use crate::domain::directory::collection::Directory;
use crate::domain::directory::compare::{Comparison, EditionDiff};
use crate::domain::directory::edition::DirectorySource;
use crate::domain::directory::local::choices::{Choice, Choices, Contradiction};
use crate::domain::directory::local::correction::Verdict;
use crate::domain::directory::local::lives::Lives;
use crate::domain::directory::local::review::{Reviewer, Unplaced};
use crate::domain::directory::place::SharedPlace;
use crate::domain::directory::places_text::PlacesText;
use crate::records::ChangeSet;
use crate::state::AppState;
use crate::text::local as text;
use crate::ui::directory::{LoadedDirectory, Places};
use leptos::prelude::*;
use std::sync::Arc;

/// Everything that replacing an edition would do.
#[derive(Debug)]
pub struct Weighed {
    /// The places of the edition that would go.
    pub former: Vec<SharedPlace>,
    /// The file, which would take its place.
    pub read: Arc<ReadDirectory>,
    pub diff: EditionDiff,
    /// What the file says of each correction made here.
    pub verdicts: Vec<Verdict>,
    /// The corrections that someone has to look at.
    pub contradicted: Vec<Contradiction>,
    pub unplaced: Vec<Lost>,
}

/// What is known of a place that the file does not hold, in words.
#[derive(Clone, Debug)]
pub struct Lost {
    pub name: String,
    pub known: Vec<String>,
    /// The places of the file that it may have become, each with the reasons.
    pub proposals: Vec<String>,
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

/// What a weighing rests on. When another tab changes any of it, what was weighed no longer holds.
#[derive(Clone, Debug, PartialEq)]
struct Basis {
    replaced: DirectorySource,
    loaded: LoadedDirectory,
    lives: Arc<Lives>,
}

/// The weighing of a file, followed as its name says what it would replace.
#[derive(Clone, Copy)]
pub struct Weighing {
    basis: Memo<Option<Basis>>,
    /// What came out, and of what.
    outcome: LocalResource<Option<(Basis, Option<Arc<Weighed>>)>>,
    choices: RwSignal<Choices>,
}

impl Weighing {
    /// Follows what storing the file would do.
    pub fn follow(consequence: Memo<Consequence>, read: Arc<ReadDirectory>) -> Self {
        let (state, known) = (AppState::expect(), Places::expect());
        let basis = Memo::new(move |_| match consequence.get() {
            Consequence::Replaces(replaced) => Some(Basis { replaced, loaded: known.get(), lives: known.lives() }),
            Consequence::Adds | Consequence::Nothing(_) => None,
        });
        let outcome = LocalResource::new(move || {
            let (basis, read) = (basis.get(), Arc::clone(&read));
            async move {
                let basis = basis?;
                let directory = match &basis.loaded {
                    LoadedDirectory::Ready(directory) => Arc::clone(directory),
                    LoadedDirectory::Loading => return None,
                    LoadedDirectory::None | LoadedDirectory::Failed(_) => return Some((basis, None)),
                };
                let weighed = weigh(state, &directory, &basis.lives, &basis.replaced, read).await;
                Some((basis, weighed.map(Arc::new)))
            }
        });
        Self { basis, outcome, choices: RwSignal::default() }
    }

    /// How far it is, followed.
    pub fn stage(self) -> Stage {
        let Some(basis) = self.basis.get() else { return Stage::NotAsked };
        match self.outcome.get().flatten().filter(|(of, _)| *of == basis) {
            None => Stage::Running,
            Some((_, None)) => Stage::Impossible,
            Some((_, Some(weighed))) => Stage::Done(weighed),
        }
    }

    /// What was chosen for a correction, followed.
    pub fn choice(self, contradiction: &Contradiction) -> Choice {
        self.choices.with(|choices| choices.of(contradiction))
    }

    /// Chooses what becomes of a correction.
    pub fn choose(self, contradiction: &Contradiction, choice: Choice) {
        self.choices.update(|choices| choices.choose(contradiction, choice));
    }

    /// What was chosen, to be stored with the new edition.
    pub fn chosen(self) -> ChangeSet {
        let Stage::Done(weighed) = untrack(|| self.stage()) else { return ChangeSet::new() };
        self.choices.with_untracked(|choices| choices.changes(&weighed.contradicted))
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
    let mut breath = Breath::start();
    let mut former = PlacesText::new(text);
    while former.read_next().ok()? {
        breath.take().await;
    }
    let former = former.finish();
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
    let contradicted = contradicted.map(Contradiction::from).collect();
    let unplaced = review.unplaced.iter().map(lost).collect();
    Some(Weighed { diff, verdicts, contradicted, unplaced, former, read })
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
