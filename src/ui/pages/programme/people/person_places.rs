//! The places that somebody has or had in the cycle, their hours, and a place in one more session.

use super::super::board::Board;
use super::person::Followed;
use crate::browser::clock;
use crate::domain::programme::id::{ProfessionalId, SessionId};
use crate::domain::programme::session::{Session, Status};
use crate::domain::programme::whole::Programme;
use crate::route::programme::{ProgrammeRoute, SessionPart};
use crate::text::programme as words;
use crate::text::programme_people as text;
use crate::ui::components::{ChoiceField, FieldFault};
use crate::ui::save::Undoable;
use leptos::prelude::*;

const SESSION: &str = "inscrire-session";

/// A place, as the table says it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Line {
    session: SessionId,
    name: String,
    status: String,
    hours: String,
    trained: &'static str,
}

/// The places in the cycle.
#[component]
pub fn Places(
    /// The cycle.
    board: Board,
    /// Who, followed.
    person: Followed,
    /// Who.
    id: ProfessionalId,
) -> impl IntoView {
    let lines = {
        let id = id.clone();
        Memo::new(move |_| board.programme.with(|programme| lines(programme, &id)))
    };
    let is_restricted = move || person.with(|person| person.as_ref().is_some_and(|it| it.restricted.is_some()));
    view! {
        <section class="stack" aria-labelledby="places">
            <h2 id="places">"Places dans le cycle"</h2>
            <Show
                when=move || lines.with(|lines| !lines.is_empty())
                fallback=|| view! { <p>"Aucune place dans ce cycle pour l’instant."</p> }
            >
                <div class="table-scroll" role="region" aria-label="Tableau des places" tabindex="0">
                    <table class="table">
                        <caption>"Inscriptions et heures de formation"</caption>
                        <thead>
                            <tr>
                                <th scope="col">"Session"</th>
                                <th scope="col">"Inscription"</th>
                                <th scope="col" class="number">
                                    "Durée suivie"
                                </th>
                                <th scope="col">"Journée entière"</th>
                            </tr>
                        </thead>
                        <tbody>
                            <For each=move || lines.get() key=Clone::clone let(line)>
                                <tr>
                                    <th scope="row">
                                        <a href=ProgrammeRoute::Session(
                                            line.session,
                                            SessionPart::Registrations,
                                        )
                                            .to_hash()>{line.name}</a>
                                    </th>
                                    <td>{line.status}</td>
                                    <td class="number">{line.hours}</td>
                                    <td>{line.trained}</td>
                                </tr>
                            </For>
                        </tbody>
                    </table>
                </div>
            </Show>
            <Show when=move || !is_restricted()>
                <Register board id=id.clone() />
            </Show>
        </section>
    }
}

fn lines(programme: &Programme, person: &ProfessionalId) -> Vec<Line> {
    let line = |place: &crate::domain::programme::registration::Registration| {
        let session = programme.session(&place.session)?;
        let minutes = programme.minutes(session, person);
        Some(Line {
            session: session.id.clone(),
            name: name(programme, session),
            status: words::place(&place.status),
            hours: if minutes == 0 { "—".to_owned() } else { words::minutes(minutes) },
            trained: if programme.is_trained_in(session, person) { "Oui" } else { "Non" },
        })
    };
    programme.places_of(person).filter_map(line).collect()
}

fn name(programme: &Programme, session: &Session) -> String {
    words::session(programme.number(&session.id), session.held_on)
}

/// A place in one more session.
#[component]
fn Register(
    /// The cycle.
    board: Board,
    /// Who.
    id: ProfessionalId,
) -> impl IntoView {
    let open = Memo::new(move |_| board.programme.with(open_sessions));
    let (chosen, faults) = (RwSignal::new(String::new()), RwSignal::new(Vec::<FieldFault>::new()));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let programme = board.now();
        let session = SessionId::new(&chosen.get_untracked()).ok();
        let session = session.and_then(|session| programme.session(&session).cloned());
        let asked = session.ok_or_else(|| "Choisissez une session.".to_owned()).and_then(|session| {
            let given = programme.register(&session, &id, clock::now_ms());
            given.map_err(|refusal| text::refusal(&programme, &refusal))
        });
        let (changes, given) = match asked {
            Ok(asked) => asked,
            Err(sentence) => return faults.set(vec![FieldFault { field: SESSION.to_owned(), sentence }]),
        };
        faults.set(Vec::new());
        let done = Undoable {
            title: text::given(given),
            body: String::new(),
            take_back: "Annuler l’inscription",
            taken_back: "Inscription annulée",
        };
        board.save_places(changes, done, move || {
            let _ = chosen.try_set(String::new());
        });
    };
    let submit = StoredValue::new_local(submit);
    view! {
        <Show
            when=move || open.with(|open| !open.is_empty())
            fallback=|| view! { <p class="hint">"Aucune session à venir où s’inscrire."</p> }
        >
            <form class="stack stack--tight screen-only" on:submit=move |event| submit.with_value(|submit| submit(event)) novalidate>
                {move || {
                    view! {
                        <ChoiceField
                            id=SESSION
                            label="Inscrire dans une session"
                            options=open.get()
                            value=chosen
                            faults
                        />
                    }
                }}
                <p>
                    <button type="submit" class="button">
                        "Inscrire"
                    </button>
                </p>
            </form>
        </Show>
    }
}

/// The sessions that are neither held nor cancelled, with the seats that are left.
fn open_sessions(programme: &std::sync::Arc<Programme>) -> Vec<(String, String)> {
    let open =
        programme.sessions.iter().filter(|session| matches!(session.status, Status::Planned | Status::Confirmed));
    let words = |session: &std::sync::Arc<Session>| {
        let left = text::left(programme.group(session));
        (session.id.as_str().to_owned(), format!("{}, {left}", name(programme, session)))
    };
    open.map(words).collect()
}
