//! The questionnaires that go with a message, as texts under numbers of their own. The numbers are kept: a reminder carries those
//! of the first message, so that whoever answers twice counts once.

use super::draw;
use crate::browser::files;
use crate::domain::evaluation::follow_up::{Dates, FollowUp};
use crate::domain::evaluation::secret::SecretNumber;
use crate::domain::evaluation::sending::{prepare, prepared};
use crate::domain::evaluation::survey::Survey;
use crate::text::evaluation_collect as text;
use crate::text::evaluation_mail::{Reference, write};
use crate::text::evaluation_reminder::Message;
use crate::ui::components::{Action, Icon, Message as Notice, Messages, Pictogram, Tone};
use crate::ui::hand_over::hand_over_now;
use crate::ui::save::Saver;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What is sent about a session.
#[derive(Clone, Copy)]
struct Sending {
    survey: StoredValue<Arc<Survey>>,
    follow_up: StoredValue<FollowUp>,
    dates: Dates,
    /// Those that were made so far, on whatever machine.
    numbers: Memo<BTreeSet<SecretNumber>>,
    people: usize,
    is_drawing: StoredValue<bool>,
    saver: Saver,
    messages: Messages,
}

impl Sending {
    /// How many people have no number yet.
    fn missing(self) -> usize {
        self.people.saturating_sub(self.numbers.with(BTreeSet::len))
    }

    /// The questionnaire of a number; none once one has left the page.
    fn file(self, number: SecretNumber) -> Option<(String, String)> {
        let session = self.follow_up.try_with_value(|follow_up| follow_up.session.clone())?;
        let held = text::held(Some(self.dates.held_on));
        self.survey.try_with_value(|survey| {
            let reference = Reference { number, session, version: survey.version.clone(), edition: 1 };
            (text::file_name(number), write(survey, &reference, &held))
        })
    }

    fn hand_over(self, numbers: &[SecretNumber]) {
        if let [only] = numbers {
            if let Some((name, written)) = self.file(*only) {
                hand_over_now(self.messages, &name, "text/plain", written.as_bytes());
            }
            return;
        }
        let sent = numbers.iter().filter_map(|number| self.file(*number));
        let sent = sent.filter(|(name, written)| files::hand_over(name, "text/plain", written.as_bytes()).is_ok());
        self.messages.done("Fichiers préparés", text::handed_over(sent.count()));
    }

    /// Draws numbers, keeps them, then makes their files: no file bears a number that is not kept.
    fn draw(self, files: usize) {
        let drawn: Vec<SecretNumber> = (0..files).map(|_| draw()).collect();
        let Some(session) = self.follow_up.try_with_value(|follow_up| follow_up.session.clone()) else {
            return self.messages.done("Aucun numéro préparé", "La page a changé depuis\u{a0}: recommencez.");
        };
        // What is being stored is not in the tables yet: another draw would write over it.
        if self.is_drawing.try_get_value() != Some(false) {
            return;
        }
        self.is_drawing.set_value(true);
        let changes = self.saver.state().with_tables_now(|tables| prepare(tables, &session, drawn.iter().copied()));
        spawn_local(async move {
            let is_stored = self.saver.save(changes).await;
            let _ = self.is_drawing.try_update_value(|is_drawing| *is_drawing = false);
            if is_stored {
                self.hand_over(&drawn);
            }
        });
    }

    /// One more; when each person has a number, once one has said that it is meant.
    fn one(self) {
        let made = self.numbers.with_untracked(BTreeSet::len);
        if self.people == 0 || made < self.people {
            return self.draw(1);
        }
        self.messages.say(Notice {
            tone: Tone::Caution,
            title: "Chaque personne a déjà un numéro".to_owned(),
            body: text::one_too_many(made, self.people),
            actions: vec![Action::new("Préparer un numéro de plus", move || self.draw(1))],
        });
    }

    fn again(self) {
        let numbers: Vec<SecretNumber> = self.numbers.with_untracked(|numbers| numbers.iter().copied().collect());
        self.hand_over(&numbers);
    }
}

/// What to attach, and how many were made.
#[component]
pub fn Attachments(
    /// The questionnaire in use.
    survey: Arc<Survey>,
    /// The session.
    follow_up: FollowUp,
    /// Its dates.
    dates: Dates,
    /// The message that they go with.
    message: Message,
) -> impl IntoView {
    let (saver, people, session) = (Saver::expect(), follow_up.asked, follow_up.session.clone());
    let numbers = Memo::new(move |_| saver.state().with_tables(|tables| prepared(tables, &session)));
    let sending = Sending {
        survey: StoredValue::new(survey),
        follow_up: StoredValue::new(follow_up),
        dates,
        numbers,
        people,
        is_drawing: StoredValue::new(false),
        saver,
        messages: Messages::expect(),
    };
    let made = move || numbers.with(BTreeSet::len);
    let is_first = message == Message::First;
    view! {
        <h3>"Le questionnaire à joindre"</h3>
        <p>{if is_first { text::ATTACH } else { text::ATTACH_AGAIN }}</p>
        <p class="status-line" role="status">
            {move || (made() > 0).then(|| text::prepared(made(), people))}
        </p>
        <div class="row">
            <button type="button" class="button" on:click=move |_| sending.one()>
                <Pictogram icon=Icon::Download />
                "Préparer le fichier d’une personne"
            </button>
            <Show when=move || { sending.missing() > 1 }>
                <button
                    type="button"
                    class="button"
                    on:click=move |_| sending.draw(untrack(move || sending.missing()))
                >
                    {move || text::prepare_missing(sending.missing())}
                </button>
            </Show>
            <Show when=move || { made() > 0 }>
                <button type="button" class="button" on:click=move |_| sending.again()>
                    {move || text::prepare_again(made())}
                </button>
            </Show>
        </div>
    }
}
