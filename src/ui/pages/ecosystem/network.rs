//! The network: one picture, then the very same links as a list.

use super::foot::PrintedFoot;
use super::known::{Known, back};
use crate::domain::ecosystem::model::{ActorId, LinkKind};
use crate::domain::ecosystem::network::{self, BOX_HEIGHT, BOX_WIDTH, Branch, Node, Picture};
use crate::domain::ecosystem::passages::{Edge, Leg};
use crate::route::Route;
use crate::text::ecosystem as text;
use crate::ui::components::Page;
use leptos::prelude::*;

/// The height of a line of a box, and where the first one stands when it is alone.
const LINE: i32 = 17;
const BASELINE: i32 = 5;
/// The room around the picture.
const PAD: i32 = 16;

/// Who is linked to whom.
#[component]
pub fn NetworkPage(
    /// What is known.
    known: Known,
) -> impl IntoView {
    let picture = Memo::new(move |_| known.with(|ecosystem| ecosystem.picture()));
    view! {
        <Page
            title="Le réseau"
            lead="Qui pilote, finance, oriente vers qui. L’image, puis les mêmes liens en liste."
            back=back()
        >
            {move || view! { <Drawing known picture=picture.get() /> }}
            <LinkList known />
            <PrintedFoot />
        </Page>
    }
}

/// The picture. Its boxes are links: the one that has the focus shows its own links.
#[component]
fn Drawing(
    /// What is known.
    known: Known,
    /// What to draw.
    picture: Picture,
) -> impl IntoView {
    let pointed = RwSignal::new(None::<ActorId>);
    let Picture { width, height, columns, nodes, edges } = picture;
    let heads = columns
        .into_iter()
        .map(|column| {
            let lines = network::lines(text::kinds(column.kind));
            let line = |(nth, words): (i32, String)| {
                view! {
                    <text class="network__kind" x=column.x y=LINE * (nth + 1)>
                        {words}
                    </text>
                }
            };
            (0..).zip(lines).map(line).collect_view()
        })
        .collect_view();
    let edges = edges.into_iter().map(|edge| view! { <Curve edge pointed /> }).collect_view();
    let nodes = nodes.into_iter().map(|node| view! { <Actor known node pointed /> }).collect_view();
    view! {
        <figure class="stack stack--tight">
            <div class="table-scroll network" role="region" aria-label="Image du réseau" tabindex="0">
                <svg
                    class="network__drawing"
                    viewBox=format!("-{PAD} -{PAD} {} {}", width + 2 * PAD, height + PAD)
                    width=width + 2 * PAD
                    height=height + PAD
                    role="group"
                    aria-label="Acteurs, par nature. Chacun mène à sa fiche ; leurs liens sont en liste sous l’image."
                >
                    <defs>
                        <marker id="fleche" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto">
                            <path class="network__head" d="M0 0L8 4L0 8z"></path>
                        </marker>
                    </defs>
                    <g aria-hidden="true">{edges}</g>
                    <g aria-hidden="true">{heads}</g>
                    {nodes}
                </svg>
            </div>
            <figcaption class="hint">
                {text::LEGEND}
            </figcaption>
        </figure>
    }
}

/// One link.
#[component]
fn Curve(
    /// The link.
    edge: Edge,
    /// The actor pointed at, whose links stand out.
    pointed: RwSignal<Option<ActorId>>,
) -> impl IntoView {
    let Edge { link, start, legs } = edge;
    let link = link.link;
    let kind = match link.kind {
        LinkKind::Funds => "network__link network__link--funds",
        LinkKind::Replaces => "network__link network__link--replaces",
        _ => "network__link",
    };
    let path = legs.into_iter().fold(format!("M{} {}", start.0, start.1), |path, leg| match leg {
        Leg::Curve { by: [a, b], to } => format!("{path}C{} {} {} {} {} {}", a.0, a.1, b.0, b.1, to.0, to.1),
        Leg::Straight(to) => format!("{path}L{} {}", to.0, to.1),
    });
    let stands_out = move || pointed.with(|actor| actor.as_ref().is_some_and(|id| *id == link.from || *id == link.to));
    view! { <path class=kind class:network__link--pointed=stands_out d=path marker-end="url(#fleche)"></path> }
}

/// One actor.
#[component]
fn Actor(
    /// What is known.
    known: Known,
    /// Its box.
    node: Node,
    /// The actor pointed at.
    pointed: RwSignal<Option<ActorId>>,
) -> impl IntoView {
    let Node { actor: id, x, y, lines } = node;
    let name = known.with_now(|ecosystem| ecosystem.name(&id).to_owned());
    // What is heard begins with what is seen.
    let seen = lines.join(" ");
    let name = if seen == name { name } else { format!("{seen}\u{a0}: {name}") };
    let href = Route::Actor(id.clone()).to_hash();
    let first = y + BOX_HEIGHT / 2 + BASELINE - (lines.len() as i32 - 1) * LINE / 2;
    let written = lines
        .into_iter()
        .zip((first..).step_by(LINE as usize))
        .map(|(line, y)| {
            view! {
                <text x=x + 10 y=y>
                    {line}
                    " "
                </text>
            }
        })
        .collect_view();
    let point = move || pointed.set(Some(id.clone()));
    let point_too = point.clone();
    view! {
        <g class="network__actor">
            <a
                href=href
                aria-label=name
                on:focus=move |_| point()
                on:blur=move |_| pointed.set(None)
                on:mouseenter=move |_| point_too()
                on:mouseleave=move |_| pointed.set(None)
            >
                <rect x=x y=y width=BOX_WIDTH height=BOX_HEIGHT rx="8"></rect>
                {written}
            </a>
        </g>
    }
}

/// The links of the picture, under the actor that each starts from.
#[component]
fn LinkList(
    /// What is known.
    known: Known,
) -> impl IntoView {
    let branches = Memo::new(move |_| known.with(|ecosystem| ecosystem.branches()));
    let alone = Memo::new(move |_| {
        known.with(|ecosystem| {
            let alone = ecosystem.unlinked().map(|known| (known.id().clone(), known.actor.name.clone()));
            alone.collect::<Vec<_>>()
        })
    });
    view! {
        <section class="stack" aria-labelledby="liens">
            <h2 id="liens">"Les mêmes liens, en liste"</h2>
            <ul role="list" class="stack branches">
                {move || branches.get().into_iter().map(|branch| view! { <BranchView known branch /> }).collect_view()}
            </ul>
            <Show when=move || alone.with(|alone| !alone.is_empty())>
                <h3>{move || text::unlinked(alone.with(Vec::len))}</h3>
                <ul role="list" class="list-links">
                    {move || {
                        alone
                            .get()
                            .into_iter()
                            .map(|(id, name)| view! { <li><a href=Route::Actor(id).to_hash()>{name}</a></li> })
                            .collect_view()
                    }}
                </ul>
            </Show>
        </section>
    }
}

/// What one actor does for others.
#[component]
fn BranchView(
    /// What is known.
    known: Known,
    /// The actor and its links.
    branch: Branch,
) -> impl IntoView {
    let name = |id: &ActorId| known.with_now(|ecosystem| ecosystem.name(id).to_owned());
    let own = name(&branch.actor);
    let line = |link: crate::domain::ecosystem::model::Link| {
        let other = name(&link.to);
        view! {
            <li>
                {text::does(link.kind)} "\u{a0}: " <a href=Route::Actor(link.to).to_hash()>{other}</a>
                {text::period(link.since, link.until).map(|period| format!(", {period}"))}
            </li>
        }
    };
    let lines = branch.links.into_iter().map(|known| line(known.link)).collect_view();
    view! {
        <li>
            <a href=Route::Actor(branch.actor).to_hash()>{own}</a>
            <ul>{lines}</ul>
        </li>
    }
}
