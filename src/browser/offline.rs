//! The service worker: ready without network, and updates that wait for the person.

use super::dom::{Delivery, delivery};
use super::{location, pause};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    CacheStorage, RegistrationOptions, ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration,
    ServiceWorkerState, ServiceWorkerUpdateViaCache,
};

/// What may be promised about working without network.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Readiness {
    /// Not known yet, or this browser keeps nothing: nothing is promised.
    #[default]
    Unknown,
    /// Every file of this version is kept: the page opens without network.
    Ready,
    /// One file from a disk: it needs no network by nature.
    SingleFile,
    /// A newer version is kept and waits for the person's agreement.
    UpdateWaiting,
}

fn container() -> Option<ServiceWorkerContainer> {
    let navigator = web_sys::window()?.navigator();
    // On `http://` names other than localhost the property is missing, which web-sys does not say.
    js_sys::Reflect::has(&navigator, &JsValue::from_str("serviceWorker")).ok()?.then(|| navigator.service_worker())
}

/// Registers the service worker and tells `listener` what may be promised, now and whenever it changes.
pub fn watch(listener: impl Fn(Readiness) + 'static) {
    if delivery() == Delivery::File {
        listener(Readiness::SingleFile);
        return;
    }
    if cfg!(debug_assertions) {
        return;
    }
    let listener = Rc::new(listener);
    spawn_local(async move {
        let Some(container) = container() else { return };
        let options = RegistrationOptions::new();
        options.set_update_via_cache(ServiceWorkerUpdateViaCache::None);
        let registering = container.register_with_options("./sw.js", &options);
        let Ok(registration) = JsFuture::from(registering).await else { return };
        let registration: ServiceWorkerRegistration = registration.unchecked_into();
        if registration.waiting().is_some() && container.controller().is_some() {
            listener(Readiness::UpdateWaiting);
        }
        follow_updates(&registration, &container, &listener);
        check_on_return(registration);
        if let Ok(ready) = container.ready()
            && let Ok(registration) = JsFuture::from(ready).await
        {
            let registration: ServiceWorkerRegistration = registration.unchecked_into();
            // An active worker has kept every file: its installation is all or nothing.
            if registration.waiting().is_none() && precache_is_complete().await {
                listener(Readiness::Ready);
            }
        }
    });
}

/// Whether a cache of ours holds this page: the browser may have emptied it under the worker.
async fn precache_is_complete() -> bool {
    let Some(caches) = web_sys::window().and_then(|window| window.caches().ok()) else { return false };
    let Ok(found) = JsFuture::from(caches.match_with_str("./index.html")).await else { return false };
    !found.is_undefined()
}

fn follow_updates(
    registration: &ServiceWorkerRegistration,
    container: &ServiceWorkerContainer,
    listener: &Rc<impl Fn(Readiness) + 'static>,
) {
    let found = {
        let registration = registration.clone();
        let container = container.clone();
        let listener = Rc::clone(listener);
        Closure::<dyn Fn()>::new(move || {
            let Some(installing) = registration.installing() else { return };
            let worker: ServiceWorker = installing.clone();
            let container = container.clone();
            let listener = Rc::clone(&listener);
            let changed = Closure::<dyn Fn()>::new(move || {
                if worker.state() == ServiceWorkerState::Installed && container.controller().is_some() {
                    listener(Readiness::UpdateWaiting);
                }
            });
            installing.set_onstatechange(Some(changed.as_ref().unchecked_ref()));
            changed.forget();
        })
    };
    registration.set_onupdatefound(Some(found.as_ref().unchecked_ref()));
    found.forget();
}

/// Looks for a newer version when the person comes back to the page: the one request made after loading.
fn check_on_return(registration: ServiceWorkerRegistration) {
    let last_ms = Rc::new(RefCell::new(super::clock::now_ms()));
    let check = Closure::<dyn Fn()>::new(move || {
        const EVERY_MS: i64 = 12 * 60 * 60 * 1000;
        let now_ms = super::clock::now_ms();
        if now_ms.saturating_sub(*last_ms.borrow()) > EVERY_MS {
            last_ms.replace(now_ms);
            let _ = registration.update();
        }
    });
    if let Some(window) = web_sys::window() {
        let _ = window.add_event_listener_with_callback("focus", check.as_ref().unchecked_ref());
    }
    check.forget();
}

/// How long a newer version may take to replace the former. A browser holds it back while the former has not answered all
/// that it was asked, were it by a page that went away; loading the page again lets it through.
const TAKING_OVER_MS: i32 = 4_000;

/// Lets the waiting version take over, then reloads the page once it has.
pub fn accept_update() {
    spawn_local(async {
        let Some(container) = container() else { return };
        let Ok(registration) = JsFuture::from(container.get_registration()).await else { return };
        let Ok(registration) = registration.dyn_into::<ServiceWorkerRegistration>() else { return };
        let reload = Closure::once_into_js(location::reload);
        container.set_oncontrollerchange(Some(reload.unchecked_ref()));
        let message = js_sys::Object::new();
        let _ = js_sys::Reflect::set(&message, &JsValue::from_str("type"), &JsValue::from_str("activate"));
        if let Some(waiting) = registration.waiting() {
            let _ = waiting.post_message(&message);
        }
        pause::millis(TAKING_OVER_MS).await;
        location::reload();
    });
}

/// Forgets this copy of the program: its worker, and the files kept to work without network. Whether nothing of them is
/// left. The page goes on as it is; opening it again needs the network.
pub async fn forget() -> bool {
    // The worker first: it would serve, and may keep, what goes next.
    let is_unregistered = unregister().await;
    drop_kept_files().await && is_unregistered
}

async fn unregister() -> bool {
    let Some(container) = container() else { return true };
    let Ok(found) = JsFuture::from(container.get_registration()).await else { return false };
    let Ok(registration) = found.dyn_into::<ServiceWorkerRegistration>() else { return true };
    let Ok(unregistering) = registration.unregister() else { return false };
    JsFuture::from(unregistering).await.is_ok_and(|done| done.as_bool() == Some(true))
}

/// Drops the caches of this copy: others may share the origin. Their names start as the worker writes them.
async fn drop_kept_files() -> bool {
    let Some(window) = web_sys::window() else { return false };
    // Outside a secure context the property is missing, which web-sys does not say; nothing was kept then.
    if !js_sys::Reflect::has(&window, &JsValue::from_str("caches")).unwrap_or(false) {
        return true;
    }
    let (Ok(caches), Ok(path)) = (window.caches(), window.location().pathname()) else { return false };
    let folder = path.rfind('/').and_then(|end| path.get(..=end)).unwrap_or("/");
    let prefix = format!("reperes {folder} ");
    let Some(kept) = cache_names(&caches, &prefix).await else { return false };
    for name in kept {
        let _ = JsFuture::from(caches.delete(&name)).await;
    }
    cache_names(&caches, &prefix).await.is_some_and(|left| left.is_empty())
}

async fn cache_names(caches: &CacheStorage, prefix: &str) -> Option<Vec<String>> {
    let names = JsFuture::from(caches.keys()).await.ok()?;
    let names = js_sys::Array::from(&names);
    Some(names.iter().filter_map(|name| name.as_string()).filter(|name| name.starts_with(prefix)).collect())
}
