//! How to reach a place: the telephone first.

use crate::chart::qr::QrDrawing;
use crate::domain::directory::place::{Place, web_link};
use crate::text::{format, places};
use crate::ui::components::{Icon, Pictogram};
use leptos::prelude::*;

/// The telephone numbers, each calling when it can be dialled.
#[component]
pub fn PhoneLinks(
    /// The place.
    place: Place,
) -> impl IntoView {
    let numbers: Vec<String> = place.phones().map(str::to_owned).collect();
    if numbers.is_empty() {
        return view! { <p class="phones phones--none">"Téléphone non renseigné"</p> }.into_any();
    }
    let number = |number: String| {
        let shown = format::phone(&number);
        match format::phone_link(&number) {
            Some(link) => view! {
                <li>
                    <a class="phone" href=link>
                        <Pictogram icon=Icon::Phone />
                        <span class="visually-hidden">{format!("Appeler {} au ", place.name)}</span>
                        <span class="phone__number">{shown}</span>
                    </a>
                </li>
            }
            .into_any(),
            None => view! { <li>{shown}</li> }.into_any(),
        }
    };
    view! {
        <ul role="list" class="phones">
            {numbers.into_iter().map(number).collect_view()}
        </ul>
    }
    .into_any()
}

/// Telephone, mail, address, web. On paper a code stands beside them.
#[component]
pub fn Contact(
    /// The place.
    place: Place,
    /// The contact as a code.
    code: Option<QrDrawing>,
) -> impl IntoView {
    let emails = place.emails.clone();
    let address = places::address(&place);
    let links: Vec<(&'static str, String)> = place
        .websites
        .iter()
        .map(|url| ("Site web", url))
        .chain([("Rendez-vous en ligne", &place.booking_url), ("Accessibilité du lieu", &place.accessibility_url)])
        .filter(|(_, url)| !url.is_empty())
        .map(|(what, url)| (what, url.clone()))
        .collect();
    view! {
        <section class="card sheet__contact" aria-labelledby="contact">
            <h2 id="contact">"Contact"</h2>
            {code
                .map(|QrDrawing { side, path }| {
                    view! {
                        <svg class="code__drawing print-only" viewBox=format!("0 0 {side} {side}") aria-hidden="true">
                            <path d=path></path>
                        </svg>
                    }
                })}
            <PhoneLinks place />
            <dl class="facts">
                {(!emails.is_empty()).then(|| view! { <dt>"Courriel"</dt> <dd><Emails emails /></dd> })}
                {(!address.is_empty())
                    .then(|| {
                        view! {
                            <dt>"Adresse"</dt>
                            <dd>
                                <address>
                                    {address.into_iter().map(|line| view! { <span>{line}</span> }).collect_view()}
                                </address>
                            </dd>
                        }
                    })}
                {links.into_iter().map(|(what, url)| view! { <dt>{what}</dt> <dd><WebLink url /></dd> }).collect_view()}
            </dl>
        </section>
    }
}

/// The addresses to write to.
#[component]
fn Emails(
    /// The addresses, as written in the file.
    emails: Vec<String>,
) -> impl IntoView {
    let email = |email: String| {
        let is_address = email.contains('@') && !email.contains(|c: char| c.is_whitespace() || "?&:/".contains(c));
        let link = format!("mailto:{email}");
        match is_address {
            true => view! { <li><a href=link>{email}</a></li> }.into_any(),
            false => view! { <li>{email}</li> }.into_any(),
        }
    };
    view! { <ul role="list">{emails.into_iter().map(email).collect_view()}</ul> }
}

/// A link to a site, when the text of the file is one; it opens outside of this application.
#[component]
fn WebLink(
    /// The text of the file.
    url: String,
) -> impl IntoView {
    match web_link(&url) {
        Some(link) => view! {
            <a href=link target="_blank" rel="noopener noreferrer" class="breakable">
                {url}
                <span class="visually-hidden">" (nouvel onglet)"</span>
            </a>
        }
        .into_any(),
        None => view! { <span class="breakable">{url}</span> }.into_any(),
    }
}
