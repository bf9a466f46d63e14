//! A file that one chooses: read on this device, shown before anything is stored, or refused with its reason.

use crate::browser::dom;
use crate::browser::files::{FileError, ReadFile};
use crate::browser::pause;
use crate::records::clean_text;
use crate::ui::components::{Messages, Notice, Tone};
use crate::ui::faults;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// What says that a file is refused, and receives the focus then.
const REFUSAL: &str = "refus";

/// How far an import is.
#[derive(Debug)]
pub enum Stage<T> {
    Choosing,
    Reading,
    Refused { file: String, reason: String },
    Read(Arc<T>),
}

/// What was read is shared, whatever it is.
impl<T> Clone for Stage<T> {
    fn clone(&self) -> Self {
        match self {
            Self::Choosing => Self::Choosing,
            Self::Reading => Self::Reading,
            Self::Refused { file, reason } => Self::Refused { file: file.clone(), reason: reason.clone() },
            Self::Read(read) => Self::Read(Arc::clone(read)),
        }
    }
}

/// Receives the file: `read` gives what it holds, or why it is refused; `heading` names what was read, and receives the
/// focus then.
pub fn taking<T: Send + Sync + 'static, R: Future<Output = Result<T, String>> + 'static>(
    stage: RwSignal<Stage<T>>,
    heading: &'static str,
    read: fn(ReadFile) -> R,
) -> Callback<Result<ReadFile, FileError>> {
    let messages = Messages::expect();
    Callback::new(move |file: Result<ReadFile, FileError>| match file {
        Ok(file) => spawn_local(async move {
            stage.set(Stage::Reading);
            // The page has the time to say that it reads.
            pause::until_painted().await;
            // A name is a text from elsewhere like any other.
            let name = clean_text(&file.name).into_owned();
            let file = ReadFile { name, ..file };
            let name = file.name.clone();
            let (shown, focused) = match read(file).await {
                Ok(content) => (Stage::Read(Arc::new(content)), heading),
                Err(reason) => (Stage::Refused { file: name, reason }, REFUSAL),
            };
            stage.set(shown);
            request_animation_frame(move || dom::focus(focused));
        }),
        Err(error) => messages.say(faults::file_message(error)),
    })
}

/// Goes back to the choice of a file.
pub fn choosing_again<T: Send + Sync + 'static>(stage: RwSignal<Stage<T>>) -> Callback<()> {
    Callback::new(move |()| {
        stage.set(Stage::Choosing);
        request_animation_frame(dom::focus_heading);
    })
}

/// Why the file as a whole was refused.
#[component]
pub fn Refusal<T: Send + Sync + 'static>(
    /// How far the import is.
    stage: RwSignal<Stage<T>>,
    /// What cannot be done with the file: « ne peut pas être importé ».
    cannot: &'static str,
) -> impl IntoView {
    let notice = move || {
        let Stage::Refused { file, reason } = stage.get() else { return None };
        Some(view! {
            <Notice tone=Tone::Fault title=format!("«\u{202f}{file}\u{202f}» {cannot}")>
                <p>{reason}</p>
                <p>"Rien n’a été changé."</p>
            </Notice>
        })
    };
    view! {
        <div id=REFUSAL tabindex="-1" role="alert">
            {notice}
        </div>
    }
}
