//! The documents of a session: what each is for, whether it is ready, and the ways to print it.

use super::super::board::Board;
use super::back_to_session;
use super::paper::lacks;
use crate::domain::programme::document::{Missing, Paper};
use crate::domain::programme::id::SessionId;
use crate::route::programme::{ProgrammeRoute, SessionPart};
use crate::text::programme_papers as text;
use crate::ui::components::{Icon, Page, Pictogram};
use leptos::prelude::*;

/// Every document of a session.
#[component]
pub fn PapersPage(
    /// The cycle.
    board: Board,
    /// Which session.
    id: SessionId,
) -> impl IntoView {
    let named = id.clone();
    let title = Signal::derive(move || format!("Documents\u{a0}: {}", board.session_name(&named)));
    let back = back_to_session(board, &id);
    let of = id.clone();
    let papers = Memo::new(move |_| board.session(&of).iter().flat_map(|it| Paper::of_session(it)).collect::<Vec<_>>());
    let all = ProgrammeRoute::Session(id.clone(), SessionPart::AllPapers).to_hash();
    view! {
        <Page
            title
            lead="Chaque document s’imprime rempli, d’après ce qui est noté ici, ou vierge, à remplir à la main."
            back
        >
            <ul role="list" class="grid paper-cards">
                <For
                    each=move || papers.get()
                    key=|paper| *paper
                    children=move |paper| view! { <PaperCard board id=id.clone() paper /> }
                />
            </ul>
            <p>
                <a class="button" href=all>
                    <Pictogram icon=Icon::Print />
                    "Imprimer tout le dossier de la session"
                </a>
            </p>
            <section class="stack stack--tight" aria-labelledby="regler">
                <h2 id="regler">"Ce que disent tous les documents"</h2>
                <ul class="stack stack--tight">
                    <li>
                        <a href=ProgrammeRoute::Provider.to_hash()>"L’organisme et ses mentions légales"</a>
                    </li>
                    <li>
                        <a href=ProgrammeRoute::Wording.to_hash()>"Les formulations des documents"</a>
                    </li>
                </ul>
            </section>
        </Page>
    }
}

/// One document.
#[component]
fn PaperCard(
    /// The cycle.
    board: Board,
    /// Which session.
    id: SessionId,
    /// Which document.
    paper: Paper,
) -> impl IntoView {
    let name = text::name(paper);
    let lacking = lacks(board, id.clone(), paper);
    let is_ready = Memo::new(move |_| lacking.with(Vec::is_empty));
    let of = format!("\u{a0}: {name}");
    let filled = ProgrammeRoute::Session(id.clone(), SessionPart::Paper(paper)).to_hash();
    // What says nothing of anybody is the same when it is blank.
    let blank = (paper != Paper::Programme).then(|| {
        let to = ProgrammeRoute::Session(id.clone(), SessionPart::Blank(paper)).to_hash();
        let of = of.clone();
        view! {
            <a href=to>"Version vierge" <span class="visually-hidden">{of}</span></a>
        }
    });
    view! {
        <li class="card stack stack--tight">
            <h2 class="paper-card__name">{name}</h2>
            <p>{text::purpose(paper)}</p>
            <p class="row paper-card__state">
                {move || {
                    let icon = if is_ready.get() { Icon::Check } else { Icon::Caution };
                    view! { <Pictogram icon /> }
                }} <span>{move || lacking.with(|lacking| text::state(lacking))}</span>
            </p>
            <Show when=move || !is_ready.get()>
                <Lacks id=id.clone() lacking />
            </Show>
            <div class="row paper-card__acts">
                <a class="button" href=filled>
                    "Voir et imprimer"
                    <span class="visually-hidden">{of}</span>
                </a>
                {blank}
            </div>
        </li>
    }
}

/// What a document lacks, each with the page that gives it.
#[component]
pub fn Lacks(
    /// Which session.
    id: SessionId,
    /// What is missing.
    lacking: Memo<Vec<Missing>>,
) -> impl IntoView {
    let row = move |one: Missing| {
        let to = mend(&id, one).to_hash();
        view! {
            <li>
                <a href=to>{text::missing(one)}</a>
            </li>
        }
    };
    view! {
        <ul class="stack stack--tight">
            <For each=move || lacking.get() key=|one| *one children=row />
        </ul>
    }
}

/// Where what is missing is given.
fn mend(id: &SessionId, missing: Missing) -> ProgrammeRoute {
    let part = match missing {
        Missing::Mention(_) => return ProgrammeRoute::Provider,
        Missing::Day | Missing::Hours | Missing::Place | Missing::Trainer => SessionPart::Edit,
        Missing::People => SessionPart::Registrations,
        Missing::Presences(_) | Missing::Nobody => SessionPart::Attendance,
        Missing::Report => SessionPart::Paper(Paper::Report),
    };
    ProgrammeRoute::Session(id.clone(), part)
}
