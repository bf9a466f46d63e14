//! Choosing or dropping files: one, which is read; or several at once, or a whole folder, which are not read here.

use super::drop_frame::DropFrame;
use super::icon::{Icon, Pictogram};
use super::notice::Messages;
use crate::browser::files::{self, ChosenFile, FileError, ReadFile};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

const CLOSED_FOLDER: &str =
    "Ce navigateur ne laisse pas lire un dossier déposé ici. Choisissez-le avec le bouton prévu pour les dossiers.";
const NOTHING: &str = "Aucun fichier ici. Choisissez un fichier, ou un dossier qui en contient.";

/// What was wrong with what was given.
const TROUBLE: &str = "fichiers-donnes-erreur";

/// What receives what was chosen.
#[derive(Clone, Copy)]
pub enum Picked {
    /// One file, read whole, or why it was not.
    One(Callback<Result<ReadFile, FileError>>),
    /// Files, not yet read.
    Many(Callback<Vec<ChosenFile>>),
}

impl Picked {
    fn is_many(self) -> bool {
        matches!(self, Self::Many(_))
    }

    /// Hands files over. An empty choice is a choice given up.
    fn give(self, chosen: Vec<ChosenFile>) {
        match self {
            Self::One(on_file) => {
                if let Some(file) = chosen.into_iter().next() {
                    // One may have left the page while a large file was being read.
                    spawn_local(async move {
                        let _ = on_file.try_run(files::read(&file).await);
                    });
                }
            }
            Self::Many(on_files) if !chosen.is_empty() => {
                let _ = on_files.try_run(chosen);
            }
            Self::Many(_) => {}
        }
    }
}

/// A place where files are dropped or chosen.
#[component]
pub fn FilePick(
    /// What to bring here.
    #[prop(into)]
    label: String,
    /// Formats and weight, before the choice.
    #[prop(into)]
    hint: String,
    /// The endings proposed by the browser's chooser (`.csv,text/csv`).
    accept: &'static str,
    /// Receives what was chosen.
    on_pick: Picked,
) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let trouble = RwSignal::new(None::<&'static str>);
    let messages = Messages::expect();
    let drop = Callback::new(move |event: leptos::ev::DragEvent| match on_pick {
        Picked::One(_) => on_pick.give(files::dropped(event.data_transfer()).into_iter().collect()),
        Picked::Many(_) => drop_all(&event, on_pick, trouble, messages),
    });
    let choose = move |_| {
        trouble.set(None);
        on_pick.give(input.get().map(|input| files::take_all_chosen(&input)).unwrap_or_default());
    };
    let many = on_pick.is_many();
    let folder = many.then(|| view! { <FolderInput on_pick trouble /> });
    view! {
        <DropFrame on_drop=drop>
            <label class="stack stack--tight">
                <span class="row">
                    <Pictogram icon=Icon::Upload />
                    <strong>{label}</strong>
                </span>
                <span class="hint">{hint}</span>
                <input
                    type="file"
                    multiple=many
                    accept=accept
                    aria-describedby=many.then_some(TROUBLE)
                    node_ref=input
                    on:change=choose
                />
            </label>
            {folder}
        </DropFrame>
    }
}

/// Hands over everything that was dropped, the files of its folders included; an empty folder is worth a word.
fn drop_all(
    event: &leptos::ev::DragEvent,
    on_pick: Picked,
    trouble: RwSignal<Option<&'static str>>,
    messages: Messages,
) {
    let dropped = files::dropped_all(event.data_transfer());
    spawn_local(async move {
        let dropped = dropped.await;
        // One may have left the page meanwhile.
        let _ = trouble.try_set(match (dropped.has_closed_folder, dropped.files.is_empty()) {
            (true, true) => Some(CLOSED_FOLDER),
            (false, true) => Some(NOTHING),
            _ => None,
        });
        if !dropped.files.is_empty() && dropped.has_closed_folder {
            messages.done(
                "Un dossier déposé n’a pas été lu",
                "Les autres fichiers sont examinés. Choisissez ce dossier avec le bouton prévu pour les dossiers.",
            );
        }
        on_pick.give(dropped.files);
    });
}

/// The files of a folder, and what was wrong with what was given.
#[component]
fn FolderInput(
    /// Receives them.
    on_pick: Picked,
    /// What was wrong.
    trouble: RwSignal<Option<&'static str>>,
) -> impl IntoView {
    let folder = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let Some(folder) = folder.get() {
            files::choose_folders(&folder);
        }
    });
    let choose = move |_| {
        trouble.set(None);
        on_pick.give(folder.get().map(|input| files::take_all_chosen(&input)).unwrap_or_default());
    };
    view! {
        <label class="stack stack--tight">
            <span class="hint">"Ou tous les fichiers d’un dossier, d’une clé par exemple"</span>
            <input type="file" aria-describedby=TROUBLE node_ref=folder on:change=choose />
        </label>
        <p id=TROUBLE class="field__error" role="status">
            {move || trouble.get()}
        </p>
    }
}
