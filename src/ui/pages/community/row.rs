//! A card in a list.

use crate::domain::network::card::Card;
use crate::route::community::CommunityRoute;
use crate::text::format;
use crate::text::network as text;
use leptos::prelude::*;
use std::sync::Arc;

/// Whose card it is, what they can help with, what they look for, how to reach them.
#[component]
pub fn CardRow(
    /// The card.
    card: Arc<Card>,
) -> impl IntoView {
    let to = CommunityRoute::Card(card.id.clone()).to_hash();
    view! {
        <li class="card network-card">
            <h2 class="network-card__name">
                <a href=to>{text::name(&card)}</a>
            </h2>
            <p class="card__meta">{card.structure.clone()}</p>
            <Facts card />
        </li>
    }
}

/// What a card says, besides whose it is.
#[component]
pub fn Facts(
    /// The card.
    card: Arc<Card>,
) -> impl IntoView {
    let said = [("Peut aider", &card.can_help), ("Cherche", &card.looks_for)];
    let said = said.into_iter().filter(|(_, text)| !text.is_empty()).map(|(name, text)| {
        view! {
            <dt>{name}</dt>
            <dd class="breakable network-card__text">{text.clone()}</dd>
        }
    });
    let phone = (!card.reach.phone.is_empty()).then(|| {
        let shown = format::phone(&card.reach.phone);
        match format::phone_link(&card.reach.phone) {
            Some(link) => view! { <a href=link>{shown}</a> }.into_any(),
            None => shown.into_any(),
        }
    });
    let email = (!card.reach.email.is_empty()).then(|| {
        view! { <a href=format!("mailto:{}", card.reach.email) class="breakable">{card.reach.email.clone()}</a> }
    });
    view! {
        <dl class="network-card__facts">
            {said.collect_view()} {phone.map(|phone| view! { <dt>"Téléphone"</dt><dd>{phone}</dd> })}
            {email.map(|email| view! { <dt>"Courriel"</dt><dd>{email}</dd> })}
        </dl>
    }
}
