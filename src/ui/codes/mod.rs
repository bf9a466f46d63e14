//! Codes shown on participants' screens: read from pictures, or by the camera of this device.

mod camera;

use crate::browser::dom;
use crate::browser::files::{self, ChosenFile};
use crate::browser::worker::Parcel;
use crate::exchange::qr_read::Sighting;
use crate::jobs::{Job, Reply, Workshop};
use crate::text::codes::{self as text, Outcome, Told};
use crate::ui::components::{DropFrame, Icon, Pictogram};
use camera::CameraPart;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::VecDeque;
use std::mem::discriminant;
use std::pin::Pin;
use std::rc::Rc;

const HEADING: &str = "codes-a-lire";
/// A picture takes a second or two on a slow computer; one that takes this long is left.
const LIMIT_MS: i32 = 20_000;

/// What is told of each text of a code; none when it could not be stored.
type Receiving = Pin<Box<dyn Future<Output = Option<Vec<Told>>>>>;

type Receive = Rc<dyn Fn(Vec<String>) -> Receiving>;

/// Stores what codes bring.
#[derive(Clone, Copy)]
pub struct Collector {
    receive: StoredValue<Receive, LocalStorage>,
}

impl Collector {
    /// `receive` stores what texts bring, then tells it; none when it could not be stored.
    pub fn new<F: Future<Output = Option<Vec<Told>>> + 'static>(receive: impl Fn(Vec<String>) -> F + 'static) -> Self {
        let receive: Receive = Rc::new(move |texts| Box::pin(receive(texts)));
        Self { receive: StoredValue::new_local(receive) }
    }

    async fn receive(self, texts: &[String]) -> Option<Vec<Told>> {
        // One may have left the page.
        let receive = self.receive.try_get_value()?;
        receive(texts.to_vec()).await
    }
}

/// The way in for codes.
#[component]
pub fn CodesSection(
    /// What receives what is read.
    collector: Collector,
) -> impl IntoView {
    let pictures = Pictures::new(collector);
    view! {
        <section class="stack" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">
                "Lire les codes des écrans"
            </h2>
            <p>{text::LEAD}</p>
            <PicturesPart pictures />
            <CameraPart collector />
        </section>
    }
}

/// A picture that was given, and what became of it.
#[derive(Clone, Debug, PartialEq)]
struct Picture {
    nth: usize,
    name: String,
    outcome: Outcome,
}

/// The pictures of this page. They are read one after the other: what one brings is here before the next is weighed.
#[derive(Clone, Copy)]
struct Pictures {
    collector: Collector,
    seen: RwSignal<Vec<Picture>>,
    /// Not read yet, by their place among those that were seen.
    waiting: StoredValue<VecDeque<(usize, ChosenFile)>, LocalStorage>,
    is_at_work: StoredValue<bool>,
    workshop: StoredValue<Option<Workshop>, LocalStorage>,
    /// What is wrong with what was dropped.
    trouble: RwSignal<Option<&'static str>>,
}

impl Pictures {
    fn new(collector: Collector) -> Self {
        Self {
            collector,
            seen: RwSignal::new(Vec::new()),
            waiting: StoredValue::new_local(VecDeque::new()),
            is_at_work: StoredValue::new(false),
            workshop: StoredValue::new_local(None),
            trouble: RwSignal::new(None),
        }
    }

    /// Adds pictures to those that wait; the list of those already read gives way to a new one.
    fn take(self, given: Vec<ChosenFile>) {
        // An empty choice is a choice given up.
        if given.is_empty() {
            return;
        }
        self.trouble.set(None);
        let begins = !self.is_at_work.get_value();
        let mut seen = if begins { Vec::new() } else { self.seen.get_untracked() };
        for file in given {
            let nth = seen.len();
            seen.push(Picture { nth, name: file.name(), outcome: Outcome::Waiting });
            self.waiting.update_value(|waiting| waiting.push_back((nth, file)));
        }
        self.seen.set(seen);
        if begins {
            self.is_at_work.set_value(true);
            spawn_local(self.read_all());
        }
    }

    /// Reads whatever waits, until nothing does or the page is left.
    async fn read_all(self) {
        while let Some((nth, file)) = self.waiting.try_update_value(VecDeque::pop_front).flatten() {
            let outcome = self.read(file).await;
            let told = self.seen.try_update(|seen| {
                // One that was stopped meanwhile stays so, unless it was stored.
                let is_stored = matches!(outcome, Outcome::Stored(_));
                if let Some(picture) = seen.get_mut(nth).filter(|one| is_stored || one.outcome == Outcome::Waiting) {
                    picture.outcome = outcome;
                }
            });
            if told.is_none() {
                return;
            }
        }
        let _ = self.workshop.try_set_value(None);
        let _ = self.is_at_work.try_set_value(false);
    }

    async fn read(self, file: ChosenFile) -> Outcome {
        let Some(workshop) =
            self.workshop.try_update_value(|workshop| workshop.get_or_insert_with(Workshop::open).clone())
        else {
            return Outcome::Stopped;
        };
        let parcel = Parcel { files: vec![file], frame: None };
        match workshop.run_within(LIMIT_MS, &Job::ReadCodes, &parcel).await {
            Reply::CodesRead(Ok(Sighting::Codes(texts))) => match self.collector.receive(&texts).await {
                Some(told) => Outcome::Stored(told),
                None => Outcome::NotStored,
            },
            Reply::CodesRead(Ok(Sighting::Unclear)) => Outcome::Unclear,
            Reply::CodesRead(Ok(Sighting::Nothing)) => Outcome::Nothing,
            Reply::CodesRead(Err(fault)) => Outcome::Fault(fault),
            _ => {
                // Its worker is gone: the next picture has another.
                let _ = self.workshop.try_set_value(None);
                Outcome::NotRead
            }
        }
    }

    /// Leaves what was not read yet.
    fn stop(self) {
        self.waiting.update_value(VecDeque::clear);
        self.seen.update(|seen| {
            for picture in seen.iter_mut().filter(|one| one.outcome == Outcome::Waiting) {
                picture.outcome = Outcome::Stopped;
            }
        });
        if let Some(workshop) = self.workshop.get_value() {
            workshop.stop();
        }
        request_animation_frame(|| dom::focus_if_lost(HEADING));
    }
}

/// Giving pictures, and what became of each.
#[component]
fn PicturesPart(
    /// The pictures of this page.
    pictures: Pictures,
) -> impl IntoView {
    let Pictures { seen, .. } = pictures;
    let waiting =
        Memo::new(move |_| seen.with(|seen| seen.iter().filter(|one| one.outcome == Outcome::Waiting).count()));
    let said = move || match waiting.get() {
        0 => seen.with(|seen| text::summary(seen.iter().map(|one| &one.outcome))),
        left => {
            let of = seen.with(Vec::len);
            text::reading(of - left + 1, of)
        }
    };
    view! {
        <PicturesPick pictures />
        <p class="status-line" role="status">
            {said}
        </p>
        <Show when=move || { waiting.get() > 0 }>
            <div class="working">
                <progress aria-label="Lecture des images"></progress>
                <button type="button" class="button" on:click=move |_| pictures.stop()>
                    "Arrêter la lecture"
                </button>
            </div>
        </Show>
        <ul class="files" role="list" aria-label="Images données">
            <For
                each=move || seen.get()
                key=|picture| (picture.nth, picture.name.clone(), discriminant(&picture.outcome))
                let(picture)
            >
                <PictureRow picture />
            </For>
        </ul>
    }
}

/// Where pictures are dropped or chosen.
#[component]
fn PicturesPick(
    /// Receives them.
    pictures: Pictures,
) -> impl IntoView {
    const TROUBLE: &str = "images-donnees-erreur";
    let input = NodeRef::<html::Input>::new();
    let drop = Callback::new(move |event: leptos::ev::DragEvent| {
        let dropped = files::dropped_all(event.data_transfer());
        spawn_local(async move {
            let files = dropped.await.files;
            // One may have left the page meanwhile.
            let trouble = files.is_empty().then_some(text::NO_FILE);
            if pictures.trouble.try_set(trouble).is_none() {
                pictures.take(files);
            }
        });
    });
    let choose = move |_| pictures.take(input.get().map(|input| files::take_all_chosen(&input)).unwrap_or_default());
    view! {
        <DropFrame on_drop=drop>
            <label class="stack stack--tight">
                <span class="row">
                    <Pictogram icon=Icon::Upload />
                    <strong>"Déposez ici des images de codes, ou choisissez-les"</strong>
                </span>
                <span class="hint">{text::PICTURES_HINT}</span>
                <input
                    type="file"
                    multiple
                    accept="image/*"
                    aria-describedby=TROUBLE
                    node_ref=input
                    on:change=choose
                />
            </label>
            <p id=TROUBLE class="field__error" role="status">
                {move || pictures.trouble.get()}
            </p>
        </DropFrame>
    }
}

/// One picture.
#[component]
fn PictureRow(
    /// The picture.
    picture: Picture,
) -> impl IntoView {
    let sentences = text::outcome(&picture.outcome);
    view! {
        <li>
            <p class="breakable">
                <strong>{picture.name}</strong>
            </p>
            {sentences.into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect_view()}
        </li>
    }
}
