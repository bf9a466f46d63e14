//! The camera of the trainer's device: each code that is shown to it is received at once, and said.

use super::Collector;
use crate::browser::camera::{self, Camera, CameraFault};
use crate::browser::worker::Parcel;
use crate::browser::{clock, dom, pause};
use crate::exchange::qr_read::Sighting;
use crate::jobs::{Job, Reply, Workshop};
use crate::text::codes as text;
use crate::ui::components::{Notice, Tone};
use crate::ui::faults::camera_sentences;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;

const START: &str = "demarrer-camera";
const STOP: &str = "arreter-camera";
/// About five images a second.
const BETWEEN_MS: i64 = 200;
/// An image takes a tenth of a second; a worker that takes this long is stopped, and another one started.
const LIMIT_MS: i32 = 8_000;
/// So many in a row that are not read: this browser does not.
const MAX_FAILURES: u32 = 3;
/// A code that left the image for this long, then comes back, is told again.
const AWAY_MS: i64 = 3_000;

/// What the camera does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Off,
    /// The browser asks the person.
    Asking,
    On,
    Failed(CameraFault),
}

/// The camera of this page.
#[derive(Clone, Copy)]
struct Watch {
    collector: Collector,
    stage: RwSignal<Stage>,
    /// What was last said of it.
    said: RwSignal<String>,
    /// Which start this is: what an older one still does is left.
    run: StoredValue<u32>,
    camera: StoredValue<Option<Camera>, LocalStorage>,
    video: NodeRef<html::Video>,
}

impl Watch {
    fn new(collector: Collector) -> Self {
        let watch = Self {
            collector,
            stage: RwSignal::new(Stage::Off),
            said: RwSignal::new(String::new()),
            run: StoredValue::new(0),
            camera: StoredValue::new_local(None),
            video: NodeRef::new(),
        };
        // Its light goes out as the page is left.
        on_cleanup(move || drop(watch.camera.try_update_value(Option::take)));
        watch
    }

    fn start(self) {
        if matches!(self.stage.get_untracked(), Stage::Asking | Stage::On) {
            return;
        }
        let run = self.run.get_value() + 1;
        self.run.set_value(run);
        self.stage.set(Stage::Asking);
        self.said.set(text::CAMERA_ASKED.to_owned());
        spawn_local(self.look(run));
        request_animation_frame(|| dom::focus_if_lost(STOP));
    }

    /// Stops looking, and says why.
    fn stop(self, stage: Stage, said: &str) {
        let _ = self.run.try_update_value(|run| *run += 1);
        let _ = self.camera.try_update_value(Option::take);
        if let Some(video) = self.video.try_get_untracked().flatten() {
            camera::hide(&video);
        }
        let _ = self.said.try_set(said.to_owned());
        // The button that stops gives its place to the one that starts.
        if self.stage.try_set(stage).is_none() {
            request_animation_frame(|| dom::focus_if_lost(START));
        }
    }

    /// Nobody stopped it nor left the page.
    fn goes_on(self, run: u32) -> bool {
        self.run.try_get_value() == Some(run)
    }

    async fn look(self, run: u32) {
        let Some(video) = self.video.try_get_untracked().flatten() else { return };
        // It starts while the person agrees.
        let mut eye = Eye { workshop: Some(Workshop::open()), ..Eye::default() };
        let opened = Camera::open().await;
        if !self.goes_on(run) {
            return;
        }
        let camera = match opened {
            Ok(camera) => camera,
            Err(fault) => return self.stop(Stage::Failed(fault), ""),
        };
        self.stage.set(Stage::On);
        self.said.set(text::CAMERA_ON.to_owned());
        camera.show_in(&video).await;
        // Stopped while it began to show: its light goes out with it.
        if !self.goes_on(run) || self.camera.try_update_value(|kept| *kept = Some(camera)).is_none() {
            return;
        }
        while self.goes_on(run) {
            if !self.camera.try_with_value(|camera| camera.as_ref().is_some_and(Camera::is_live)).unwrap_or(false) {
                return self.stop(Stage::Off, text::CAMERA_LOST);
            }
            let from_ms = clock::now_ms();
            let Some(frame) = camera::frame(&video).await else {
                pause::millis(BETWEEN_MS as i32).await;
                continue;
            };
            let Some(texts) = eye.read(Parcel { files: Vec::new(), frame: Some(frame) }).await else {
                if self.goes_on(run) {
                    self.stop(Stage::Off, text::CAMERA_BLIND);
                }
                return;
            };
            if !self.goes_on(run) {
                return;
            }
            if !texts.is_empty() {
                self.tell(&texts).await;
            }
            let spent_ms = (clock::now_ms() - from_ms).clamp(0, BETWEEN_MS);
            pause::millis((BETWEEN_MS - spent_ms).max(1) as i32).await;
        }
    }

    /// Receives what was just shown, and says it.
    async fn tell(self, texts: &[String]) {
        let said = match self.collector.receive(texts).await {
            Some(told) => told.into_iter().map(|one| one.sentence).collect::<Vec<_>>().join(" "),
            None => text::NOT_STORED.to_owned(),
        };
        let _ = self.said.try_set(said);
    }
}

/// What looks at images, and remembers the codes that are still in front of it.
#[derive(Default)]
struct Eye {
    workshop: Option<Workshop>,
    failures: u32,
    /// When each code was last seen.
    last_ms: BTreeMap<String, i64>,
}

impl Eye {
    /// The codes that have just come into the image; none when this browser reads no image.
    async fn read(&mut self, parcel: Parcel) -> Option<Vec<String>> {
        let workshop = self.workshop.get_or_insert_with(Workshop::open).clone();
        match workshop.run_within(LIMIT_MS, &Job::ReadCodes, &parcel).await {
            Reply::CodesRead(Ok(Sighting::Codes(texts))) => {
                self.failures = 0;
                let now_ms = clock::now_ms();
                // A clock set back in between counts as away.
                let is_new = |last: Option<i64>| last.is_none_or(|last| !(0..AWAY_MS).contains(&(now_ms - last)));
                Some(texts.into_iter().filter(|text| is_new(self.last_ms.insert(text.clone(), now_ms))).collect())
            }
            Reply::CodesRead(Ok(Sighting::Unclear | Sighting::Nothing)) => {
                self.failures = 0;
                Some(Vec::new())
            }
            _ => {
                self.workshop = None;
                self.failures += 1;
                (self.failures < MAX_FAILURES).then(Vec::new)
            }
        }
    }
}

/// Starting the camera, what it sees, what it received, stopping it.
#[component]
pub fn CameraPart(
    /// What receives what it reads.
    collector: Collector,
) -> impl IntoView {
    let watch = Watch::new(collector);
    let is_on = Memo::new(move |_| watch.stage.get() == Stage::On);
    let may_start = Memo::new(move |_| matches!(watch.stage.get(), Stage::Off | Stage::Failed(_)));
    let fault = move || match watch.stage.get() {
        Stage::Failed(fault) => Some(camera_sentences(fault)),
        _ => None,
    };
    let notice = move || {
        fault().map(|(title, next)| {
            view! {
                <Notice tone=Tone::Caution title>
                    <p>{next}</p>
                </Notice>
            }
        })
    };
    let stop = move |_| watch.stop(Stage::Off, text::CAMERA_OFF);
    view! {
        <div class="stack camera">
            <h3>"Avec la caméra de cet appareil"</h3>
            <p class="hint">{text::CAMERA_HINT}</p>
            <video
                class="camera__view"
                node_ref=watch.video
                hidden=move || !is_on.get()
                aria-label="Ce que voit la caméra"
                muted
                playsinline
            ></video>
            <p class="camera__said" role="status">
                {watch.said}
            </p>
            <div role="alert">{notice}</div>
            <Show
                when=move || may_start.get()
                fallback=move || {
                    view! {
                        <p>
                            <button type="button" id=STOP class="button" on:click=stop>
                                "Arrêter la caméra"
                            </button>
                        </p>
                    }
                }
            >
                <p>
                    <button type="button" id=START class="button" on:click=move |_| watch.start()>
                        "Démarrer la caméra"
                    </button>
                </p>
            </Show>
        </div>
    }
}
