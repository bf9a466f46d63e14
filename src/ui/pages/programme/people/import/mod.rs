//! Bringing a list of people: a file is read, its columns are said, its rows are looked at, and only then is it stored.

mod choose;
mod columns;
mod rows;
mod store;

use super::super::board::Board;
use super::sheets::people;
use crate::browser::dom;
use crate::browser::files::ReadFile;
use crate::exchange::people_import::trial::Context;
use crate::exchange::people_import::{Choice, Choices, Mapping, Outcome, Rows, Trial};
use crate::route::programme::ProgrammeRoute;
use crate::text::programme_import as text;
use crate::ui::components::{Messages, Notice, Page, Tone};
use crate::ui::hand_over::hand_over_now;
use choose::{Choose, OtherSheets};
use columns::Columns;
use leptos::prelude::*;
use rows::RowsPart;
use std::sync::Arc;
use store::Store;

/// Where the import is.
#[derive(Clone, Debug, PartialEq)]
enum Stage {
    Choosing,
    /// A workbook is being read.
    Reading,
    Refused(String),
    Read(Arc<Rows>),
    Imported(Arc<(Trial, Outcome)>),
}

/// The import of a page.
#[derive(Clone, Copy)]
struct Import {
    board: Board,
    stage: RwSignal<Stage>,
    mapping: RwSignal<Mapping>,
    /// What is said of the rows that may be somebody known.
    choices: RwSignal<Choices>,
    /// What would be done with each row.
    trial: Memo<Arc<Trial>>,
    /// The workbook, when the table came from one, to read another of its sheets.
    workbook: StoredValue<Option<ReadFile>>,
    /// The sheet that was read, then the others.
    sheets: RwSignal<Vec<String>>,
    /// Takes back what was stored, as long as it was not.
    back: RwSignal<Option<Callback<()>>>,
}

impl Import {
    fn new(board: Board) -> Self {
        let stage = RwSignal::new(Stage::Choosing);
        let mapping = RwSignal::new(Mapping::default());
        let trial = Memo::new(move |_| {
            let Stage::Read(rows) = stage.get() else { return Arc::default() };
            let trial = board.programme.with(|programme| {
                let context = Context { programme, communes: board.communes, kind_named: text::kind_named };
                mapping.with(|mapping| Trial::of(&rows, mapping, context))
            });
            Arc::new(trial)
        });
        let choices = RwSignal::new(Choices::default());
        let (workbook, sheets) = (StoredValue::new(None), RwSignal::new(Vec::new()));
        Self { board, stage, mapping, choices, trial, workbook, sheets, back: RwSignal::new(None) }
    }

    /// What is said of a row, followed.
    fn said(self, nth: usize) -> Option<Choice> {
        self.trial.with(|trial| self.choices.with(|choices| choices.of(nth, trial.rows.get(nth)?)))
    }

    /// Says the same of rows.
    fn say(self, rows: &[usize], choice: Option<Choice>) {
        self.trial.with_untracked(|trial| {
            let known = |nth: &usize| Some((*nth, trial.rows.get(*nth)?));
            let rows = rows.iter().filter_map(known);
            self.choices.update(|choices| rows.for_each(|(nth, row)| choices.say(nth, row, choice)));
        });
    }

    /// Takes a table, whatever file it comes from.
    fn take(self, read: Result<Rows, String>) {
        match read {
            Ok(rows) => {
                self.mapping.set(Mapping::guess(&rows.heads, rows.width()));
                self.choices.set(Choices::default());
                self.stage.set(Stage::Read(Arc::new(rows)));
                request_animation_frame(|| dom::focus("colonnes"));
            }
            Err(why) => self.stage.set(Stage::Refused(why)),
        }
    }
}

/// The page.
#[component]
pub fn ImportPage(
    /// The cycle.
    board: Board,
) -> impl IntoView {
    let import = Import::new(board);
    let shown = move || match import.stage.get() {
        Stage::Choosing => view! { <Choose import /> }.into_any(),
        Stage::Reading => ().into_any(),
        Stage::Refused(why) => view! {
            <div role="alert">
                <Notice tone=Tone::Fault title="Ce fichier ne peut pas être importé">
                    <p>{why}</p>
                    <p>"Rien n’a été enregistré."</p>
                </Notice>
            </div>
            <Choose import />
        }
        .into_any(),
        Stage::Read(rows) => view! { <Read import rows /> }.into_any(),
        Stage::Imported(done) => view! { <Imported import done /> }.into_any(),
    };
    view! {
        <Page
            title="Importer une liste"
            lead="Une personne par ligne. Rien n’est enregistré avant votre accord."
            back=people()
        >
            <p role="status">
                {move || (import.stage.get() == Stage::Reading).then_some("Lecture du classeur…")}
            </p>
            {shown}
        </Page>
    }
}

/// What the file holds, before anything is stored.
#[component]
fn Read(
    /// The import.
    import: Import,
    /// The file.
    rows: Arc<Rows>,
) -> impl IntoView {
    let remark = rows.encoding.and_then(text::encoding);
    let names_people = move || import.mapping.with(Mapping::names_people);
    view! {
        {remark
            .map(|remark| {
                view! {
                    <Notice tone=Tone::Caution title="À savoir sur ce fichier">
                        <p>{remark}</p>
                    </Notice>
                }
            })}
        <OtherSheets import />
        <Columns import rows />
        <div role="status">
            {move || (!names_people()).then_some("Dites quelles colonnes contiennent le nom et le prénom.")}
        </div>
        <Show when=names_people>
            <RowsPart import />
            <Store import />
        </Show>
        <p>
            <button type="button" class="button button--plain" on:click=move |_| import.stage.set(Stage::Choosing)>
                "Choisir un autre fichier"
            </button>
        </p>
    }
}

/// What was stored.
#[component]
fn Imported(
    /// The import.
    import: Import,
    /// The rows, and what became of each.
    done: Arc<(Trial, Outcome)>,
) -> impl IntoView {
    let messages = Messages::expect();
    let sentence = text::to_write(&done.1);
    let today = import.board.today;
    let report = move |_| {
        let table = text::report(&done.0, &done.1);
        hand_over_now(messages, &text::report_name(today), "text/csv", &table.to_csv());
    };
    // The message that offers it goes away with the next one.
    let take_back = move |_| {
        if let Some(back) = import.back.get_untracked() {
            import.back.set(None);
            back.run(());
        }
    };
    view! {
        <section class="stack" aria-labelledby="importee">
            <h2 id="importee" tabindex="-1">
                "Liste importée"
            </h2>
            <p>{sentence}</p>
            <p class="row">
                <button type="button" class="button" on:click=report>
                    "Enregistrer le compte rendu (CSV)"
                </button>
                <a class="button button--primary" href=ProgrammeRoute::People.to_hash()>
                    "Voir les personnes"
                </a>
                <Show when=move || import.back.with(Option::is_some)>
                    <button type="button" class="button button--plain" on:click=take_back>
                        "Annuler l’import"
                    </button>
                </Show>
            </p>
        </section>
    }
}
