//! Taking what a file holds: read, weighed, agreed to, merged.

use super::review::ReviewFile;
use crate::browser::files::{FileError, ReadFile};
use crate::browser::{dom, pause};
use crate::exchange::backup::{self, Merge};
use crate::exchange::file::{self, ExchangeFile};
use crate::state::AppState;
use crate::storage::{StorageError, Write};
use crate::text::exchange::{self, Fault, NOTHING_CHANGED};
use crate::ui::components::{FilePick, Messages, Notice, Tone};
use crate::ui::faults;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// A file that was read and weighed, not yet merged.
#[derive(Debug)]
pub struct WeighedFile {
    /// The file's name.
    pub name: String,
    /// Who made it, and what it holds.
    pub file: ExchangeFile,
    /// What merging it would do.
    pub merge: Merge,
    /// It brings nothing that is not here.
    pub brings_nothing: bool,
}

/// How far the import is.
#[derive(Clone, Debug)]
enum Stage {
    Choosing,
    Reading,
    Refused { name: String, fault: Fault },
    Weighed(Arc<WeighedFile>),
    Merged,
}

/// Choosing a file, then agreeing to what it brings.
#[component]
pub fn RestoreSection() -> impl IntoView {
    let state = AppState::expect();
    let messages = Messages::expect();
    let stage = RwSignal::new(Stage::Choosing);
    let take = Callback::new(move |read: Result<ReadFile, FileError>| match read {
        Ok(read) => spawn_local(weigh(state, messages, read, stage)),
        Err(error) => messages.say(faults::file_message(error)),
    });
    // The card that held the focus goes away: reading goes on from the heading.
    let go_on = move |next| {
        stage.set(next);
        request_animation_frame(|| dom::focus("reprendre"));
    };
    let leave = Callback::new(move |()| go_on(Stage::Choosing));
    let accept = Callback::new(move |weighed: Arc<WeighedFile>| {
        spawn_local(async move {
            match merge(state, &weighed).await {
                Ok(()) => go_on(Stage::Merged),
                Err(error) => messages.say(faults::storage_message(&error, Vec::new())),
            }
        });
    });
    let sentence = move || match stage.get() {
        Stage::Reading => "Lecture du fichier…",
        Stage::Merged => "Fichier importé : ce qu’il contenait est maintenant sur cet appareil.",
        Stage::Choosing | Stage::Refused { .. } | Stage::Weighed(_) => "",
    };
    view! {
        <section class="stack" aria-labelledby="reprendre">
            <h2 id="reprendre" tabindex="-1">
                "Reprendre un fichier"
            </h2>
            <p>"Son contenu s’ajoute à celui de cet appareil. Vous verrez ce qui change avant de décider."</p>
            <p class="status-line" role="status">
                {sentence}
            </p>
            <div role="alert">{move || refusal(stage.get())}</div>
            {move || match stage.get() {
                Stage::Weighed(weighed) => view! { <ReviewFile weighed accept leave /> }.into_any(),
                Stage::Reading => ().into_any(),
                Stage::Choosing | Stage::Refused { .. } | Stage::Merged => {
                    view! {
                        <FilePick
                            label="Déposez ici un fichier de sauvegarde, ou choisissez-le"
                            hint="Fichier « reperes-….json », 64\u{a0}Mo au plus."
                            accept=".json,application/json"
                            on_file=take
                        />
                    }
                        .into_any()
                }
            }}
        </section>
    }
}

/// Why a file was refused.
fn refusal(stage: Stage) -> Option<impl IntoView> {
    let Stage::Refused { name, fault } = stage else { return None };
    Some(view! {
        <Notice tone=Tone::Fault title=fault.what>
            <p class="breakable">{name}</p>
            <p>{fault.next}</p>
            <p>{NOTHING_CHANGED}</p>
        </Notice>
    })
}

/// Reads a file once the page has had the time to say that it does, and weighs it against what is here.
async fn weigh(state: AppState, messages: Messages, read: ReadFile, stage: RwSignal<Stage>) {
    stage.set(Stage::Reading);
    pause::until_painted().await;
    let file = match file::read(&read.bytes) {
        Ok(file) => file,
        Err(error) => {
            stage.set(Stage::Refused { name: read.name, fault: exchange::refusal(&error) });
            return;
        }
    };
    let merge = state.with_tables_now(|tables| backup::weigh(tables, &file));
    match holds_all(state, &merge).await {
        Ok(holds_all) => {
            let brings_nothing = merge.plan.is_empty() && holds_all;
            stage.set(Stage::Weighed(Arc::new(WeighedFile { name: read.name, file, merge, brings_nothing })));
            request_animation_frame(|| dom::focus("contenu-fichier"));
        }
        Err(error) => {
            stage.set(Stage::Choosing);
            messages.say(faults::storage_message(&error, Vec::new()));
        }
    }
}

/// Whether every snapshot that the file would bring is kept here already.
async fn holds_all(state: AppState, merge: &Merge) -> Result<bool, StorageError> {
    for id in merge.kept.keys() {
        if state.snapshot(id.as_str()).await?.is_none() {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Everything in one transaction: records merged, snapshots kept, those no longer in use dropped.
async fn merge(state: AppState, weighed: &WeighedFile) -> Result<(), StorageError> {
    // Weighed again: something may have been written since the file was shown.
    let merge = state.with_tables_now(|tables| backup::weigh(tables, &weighed.file));
    let kept = merge.kept.into_iter().map(|(id, text)| Write::snapshot(id.as_str(), text));
    let dropped = merge.dropped.iter().map(|id| Write::drop_snapshot(id.as_str()));
    let writes = kept.chain(dropped).collect();
    state.merge(weighed.file.content.tables.clone(), writes).await
}
