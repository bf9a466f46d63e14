//! What every screen of what is told needs: who is counted, what was published, what was written freely.

use crate::content::error::ContentError;
use crate::content::objectives::objectives;
use crate::content::surveys::survey;
use crate::domain::curriculum::objective::Objectives;
use crate::domain::evaluation::ledger::Ledger;
use crate::domain::evaluation::moderation::{self, Written};
use crate::domain::evaluation::participation::Received;
use crate::domain::evaluation::population::Population;
use crate::domain::evaluation::response::Response;
use crate::domain::evaluation::sources::{LeftOut, left_out, populations};
use crate::domain::evaluation::survey::{Survey, SurveyKind};
use crate::domain::evaluation::synthesis::{Part, Stage, Standing, Synthesis};
use crate::domain::evaluation::wording::{Wording, named};
use crate::domain::exercise::debrief::Threshold;
use crate::domain::programme::gauge::Gauge;
use crate::route::Route;
use crate::route::evaluation::EvaluationRoute;
use crate::text::evaluation::Words;
use crate::text::evaluation_figures as figures;
use crate::text::synthesis::Source;
use crate::ui::components::{BackTo, Messages};
use crate::ui::pages::interview::Unreadable;
use crate::ui::pages::programme::Board;
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Who is counted, part by part.
pub type Populations = Arc<BTreeMap<Part, Population>>;

/// What is known of the evaluation of the cycle. What is long to make is made when a page first reads it.
#[derive(Clone, Copy)]
pub struct Known {
    pub board: Board,
    pub messages: Messages,
    pub objectives: &'static Objectives,
    /// As they are delivered: at the end of the day, at three months.
    pub delivered: [&'static Survey; 2],
    /// How many are told at least, from now on.
    pub threshold: Threshold,
    /// What was published and chosen, followed.
    pub synthesis: Memo<Arc<Synthesis>>,
    pub populations: Memo<Populations>,
    /// The positionings that are counted nowhere, followed.
    pub left_out: Memo<Arc<Vec<LeftOut>>>,
    /// How many came in, followed.
    pub received: Memo<Arc<Received>>,
    /// Every free text of the cycle, followed.
    pub written: Memo<Arc<Vec<Written>>>,
    /// Both questionnaires, so that everything that was ever asked has its name.
    named: Memo<Arc<Vec<Survey>>>,
    /// The gauge today, followed.
    pub gauge: Memo<Arc<Gauge>>,
}

impl Known {
    fn new(board: Board, messages: Messages, objectives: &'static Objectives, delivered: [&'static Survey; 2]) -> Self {
        let state = board.saver.state();
        // The preference is changed on another screen.
        let threshold = untrack(|| state.preferences().threshold);
        let cycle = board.now().cycle.id.clone();
        let responses = Memo::new(move |_| {
            let sessions: BTreeSet<_> =
                board.programme.with(|programme| programme.sessions.iter().map(|session| session.id.clone()).collect());
            let here = |one: &Response| sessions.contains(&one.session);
            Arc::new(state.with_tables(|tables| {
                let all = Response::all(tables).into_iter().filter(here);
                all.filter(|one| moderation::counts(tables, one.number)).collect::<Vec<_>>()
            }))
        });
        let gauge = Memo::new(move |_| Arc::new(board.gauge()));
        let asked = Memo::new(move |_| {
            Arc::new(state.with_tables(|tables| delivered.map(|one| Wording::in_use(one, tables)).to_vec()))
        });
        let populations = Memo::new(move |_| {
            let responses = responses.get();
            board.programme.with(|programme| {
                let found =
                    |tables: &_| populations(tables, &responses, programme, &delivered.map(Clone::clone), objectives);
                Arc::new(state.with_tables(found))
            })
        });
        let synthesis = Memo::new(move |_| Arc::new(state.with_tables(|tables| Synthesis::find(tables, &cycle))));
        Self {
            board,
            messages,
            objectives,
            delivered,
            threshold,
            synthesis,
            populations,
            left_out: Memo::new(move |_| {
                board.programme.with(|programme| Arc::new(state.with_tables(|tables| left_out(tables, programme))))
            }),
            received: Memo::new(move |_| {
                Arc::new(populations.with(|all| synthesis.with(|synthesis| Received::of(all, synthesis))))
            }),
            written: Memo::new(move |_| {
                let responses = responses.get();
                Arc::new(state.with_tables(|tables| moderation::written(tables, &responses)))
            }),
            named: Memo::new(move |_| {
                let asked = asked.get();
                Arc::new(delivered.iter().zip(asked.iter()).map(|(one, in_use)| named(one, in_use)).collect())
            }),
            gauge,
        }
    }

    /// The questionnaire as it is delivered.
    pub fn delivered(self, kind: SurveyKind) -> &'static Survey {
        let [end_of_day, three_months] = self.delivered;
        match kind {
            SurveyKind::EndOfDay => end_of_day,
            SurveyKind::ThreeMonths => three_months,
        }
    }

    /// What was published last; before that, what tells the least.
    pub fn last_stage(self) -> Stage {
        self.synthesis.with(|synthesis| synthesis.published.last().map_or(Stage::OnTheWay, |(_, stage)| *stage))
    }

    /// How small groups are protected in what is shown: as they were when it was published; before that, as they will be.
    pub fn protection(self) -> Threshold {
        self.synthesis.with(|synthesis| synthesis.threshold().unwrap_or(self.threshold))
    }

    /// Why no figure is shown, followed; none: they are.
    pub fn fault(self) -> Option<&'static str> {
        self.synthesis.with(|synthesis| figures::standing(synthesis.standing))
    }

    /// The title of a question, followed.
    pub fn question(self, id: &crate::domain::evaluation::survey::QuestionId) -> String {
        self.named.with(|named| {
            let known = named.iter().find_map(|survey| survey.question(id));
            known.map_or_else(|| id.to_string(), |question| question.title.clone())
        })
    }

    /// Reads each part that was published, followed: what takes nothing of the answers.
    pub fn of_parts<T>(self, read: impl Fn(Part, Words<'_>, &Ledger) -> T) -> Vec<T> {
        let named = self.named.get();
        self.synthesis.with(|synthesis| {
            let published = synthesis.published_ledgers();
            published.map(|(part, ledger)| read(part, self.words(&named, part.survey()), ledger)).collect()
        })
    }

    fn words(self, named: &[Survey], kind: SurveyKind) -> Words<'_> {
        let survey = named.iter().find(|survey| survey.kind == kind).unwrap_or_else(|| self.delivered(kind));
        Words { survey, objectives: self.objectives }
    }

    /// Reads what was published, followed.
    pub fn tell_published<T>(self, read: impl FnOnce(Source<'_>) -> T) -> T {
        let (synthesis, stage) = (self.synthesis.get(), self.last_stage());
        let named = self.named.get();
        let words = |kind| self.words(&named, kind);
        let (written, gauge, received) = (self.written.get(), self.gauge.get(), self.received.get());
        self.board.programme.with(|programme| {
            read(Source {
                programme,
                gauge: &gauge,
                synthesis: &synthesis,
                received: &received,
                end_of_day: words(SurveyKind::EndOfDay),
                three_months: words(SurveyKind::ThreeMonths),
                written: &written,
                threshold: self.threshold,
                stage,
                today: self.board.today,
            })
        })
    }
}

/// The way back to the evaluation.
pub fn back() -> BackTo {
    BackTo::new(EvaluationRoute::Home, "Évaluation")
}

/// The way back to the synthesis.
pub fn back_to_synthesis() -> BackTo {
    BackTo::new(EvaluationRoute::Synthesis, "Synthèse")
}

/// Why no figure is shown, with the way to what settles it; nothing while they are.
#[component]
pub fn FiguresFault(
    /// What is known.
    known: Known,
) -> impl IntoView {
    move || {
        let fault = known.fault()?;
        let settle = known.synthesis.with(|synthesis| synthesis.standing == Standing::Split);
        let way = settle.then(|| {
            view! {
                <p>
                    <a href=Route::ToCheck.to_hash()>"Ouvrir «\u{202f}À vérifier\u{202f}»"</a>
                </p>
            }
        });
        Some(view! {
            <div class="stack stack--tight screen-only">
                <p>{fault}</p>
                {way}
            </div>
        })
    }
}

fn delivered() -> Result<(&'static Objectives, [&'static Survey; 2]), ContentError> {
    let objectives = objectives().map_err(Clone::clone)?;
    Ok((objectives, [survey(SurveyKind::EndOfDay)?, survey(SurveyKind::ThreeMonths)?]))
}

/// Shows a page, or why what is delivered cannot be read.
#[component]
pub fn KnownGate(
    /// The cycle.
    board: Board,
    /// The page.
    page: Callback<Known, AnyView>,
) -> impl IntoView {
    let messages = Messages::expect();
    match delivered() {
        Ok((objectives, delivered)) => page.run(Known::new(board, messages, objectives, delivered)),
        Err(error) => view! { <Unreadable error /> }.into_any(),
    }
}
