//! The connection to the database: opened once, opened again when the browser closed it, given up when a newer version
//! of the program needs it.

use super::error::StorageError;
use super::schema;
use js_sys::{Array, Function, Object, Promise, Reflect};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, Event, IdbDatabase, IdbFactory, IdbOpenDbRequest, IdbTransaction, IdbTransactionMode,
    IdbVersionChangeEvent,
};

/// A connection, shared by whoever uses the database.
#[derive(Clone, Debug)]
pub struct Connection {
    idb: Rc<RefCell<IdbDatabase>>,
    /// A newer version of the program asked for the database: this one gave it up.
    superseded: Rc<Cell<bool>>,
}

impl Connection {
    /// Opens the database of this site, making its stores the first time.
    pub async fn open() -> Result<Self, StorageError> {
        let superseded = Rc::new(Cell::new(false));
        let idb = open(&superseded).await?;
        Ok(Self { idb: Rc::new(RefCell::new(idb)), superseded })
    }

    /// Begins a transaction. A connection that the browser closed is opened again, once.
    pub async fn begin(&self, stores: &[&str], mode: IdbTransactionMode) -> Result<IdbTransaction, StorageError> {
        if self.superseded.get() {
            return Err(StorageError::Superseded);
        }
        match self.try_begin(stores, mode) {
            Err(StorageError::Closed) => {
                let again = open(&self.superseded).await?;
                self.idb.replace(again);
                self.try_begin(stores, mode)
            }
            outcome => outcome,
        }
    }

    fn try_begin(&self, stores: &[&str], mode: IdbTransactionMode) -> Result<IdbTransaction, StorageError> {
        let names: Array = stores.iter().map(|name| JsValue::from_str(name)).collect();
        let idb = self.idb.borrow();
        if mode == IdbTransactionMode::Readonly {
            return Ok(idb.transaction_with_str_sequence_and_mode(&names, mode)?);
        }
        // « Saved » must survive a power cut: some browsers would say it before the disk has it. web-sys holds the options
        // back as unstable, all browsers of today know them.
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into())?;
        let begin: Function = Reflect::get(&idb, &"transaction".into())?.dyn_into()?;
        Ok(begin.call3(&idb, &names, &mode.into(), &options)?.dyn_into()?)
    }
}

async fn open(superseded: &Rc<Cell<bool>>) -> Result<IdbDatabase, StorageError> {
    let request = factory()?.open_with_u32(schema::DATABASE, schema::VERSION)?;
    let upgrade = {
        let request = request.clone();
        Closure::<dyn Fn()>::new(move || {
            if let Ok(idb) = request.result().and_then(JsCast::dyn_into::<IdbDatabase>) {
                for store in schema::STORES {
                    // A store that exists already is the one case of failure, and is what is wanted.
                    let _ = idb.create_object_store(store);
                }
            }
        })
    };
    request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
    let idb: IdbDatabase = match opened(&request).await {
        Ok(opened) => opened.unchecked_into(),
        Err(error) => {
            if error == StorageError::Blocked {
                give_up_later(&request, upgrade);
            }
            return Err(error);
        }
    };
    request.set_onupgradeneeded(None);
    // Another tab needs a newer version: let it through rather than block it.
    let superseded = Rc::clone(superseded);
    let give_way = Closure::<dyn Fn(IdbVersionChangeEvent)>::new(move |event: IdbVersionChangeEvent| {
        // Without a new version the database is being removed: the next transaction opens another one.
        superseded.set(event.new_version().is_some());
        if let Some(idb) = event.target().and_then(|target| target.dyn_into::<IdbDatabase>().ok()) {
            idb.close();
        }
    });
    idb.set_onversionchange(Some(give_way.as_ref().unchecked_ref()));
    give_way.forget();
    Ok(idb)
}

/// A blocked opening goes on by itself once the other tab lets it: its stores are then made all the same, and the
/// connection that nobody waits for any more is closed.
fn give_up_later(request: &IdbOpenDbRequest, upgrade: Closure<dyn Fn()>) {
    upgrade.forget();
    let close = Closure::<dyn Fn(Event)>::new(|event: Event| {
        let request = event.target().and_then(|target| target.dyn_into::<IdbOpenDbRequest>().ok());
        if let Some(Ok(idb)) = request.map(|request| request.result()) {
            idb.unchecked_into::<IdbDatabase>().close();
        }
    });
    request.set_onsuccess(Some(close.as_ref().unchecked_ref()));
    close.forget();
}

/// The page and its worker both have one, each in its own global scope.
fn factory() -> Result<IdbFactory, StorageError> {
    let factory = Reflect::get(&js_sys::global(), &JsValue::from_str("indexedDB"));
    factory.ok().and_then(|factory| factory.dyn_into().ok()).ok_or(StorageError::Refused)
}

/// Waits for the transaction to be durable, or for the reason why it is not.
pub async fn completed(transaction: &IdbTransaction) -> Result<(), StorageError> {
    let mut handlers = None;
    let promise = Promise::new(&mut |resolve, reject| {
        let complete = Closure::once(move || drop(resolve.call0(&JsValue::NULL)));
        let abort = Closure::once(move || drop(reject.call0(&JsValue::NULL)));
        transaction.set_oncomplete(Some(complete.as_ref().unchecked_ref()));
        transaction.set_onabort(Some(abort.as_ref().unchecked_ref()));
        handlers = Some((complete, abort));
    });
    let outcome = JsFuture::from(promise).await;
    transaction.set_oncomplete(None);
    transaction.set_onabort(None);
    drop(handlers);
    outcome.map(drop).map_err(|_| StorageError::from_exception(transaction.error()))
}

/// Waits for an opening to succeed, to fail, or to be blocked by another tab: a blocked opening never settles by itself.
async fn opened(request: &IdbOpenDbRequest) -> Result<JsValue, StorageError> {
    let mut handlers = None;
    let blocked_mark = JsValue::from_str("blocked");
    let promise = Promise::new(&mut |resolve, reject| {
        let success = Closure::once(move || drop(resolve.call0(&JsValue::NULL)));
        let failed = reject.clone();
        let error = Closure::once(move || drop(failed.call0(&JsValue::NULL)));
        let mark = blocked_mark.clone();
        let blocked = Closure::once(move || drop(reject.call1(&JsValue::NULL, &mark)));
        request.set_onsuccess(Some(success.as_ref().unchecked_ref()));
        request.set_onerror(Some(error.as_ref().unchecked_ref()));
        request.set_onblocked(Some(blocked.as_ref().unchecked_ref()));
        handlers = Some((success, error, blocked));
    });
    let outcome = JsFuture::from(promise).await;
    request.set_onsuccess(None);
    request.set_onerror(None);
    request.set_onblocked(None);
    drop(handlers);
    match outcome {
        Ok(_) => Ok(request.result()?),
        Err(mark) if mark == blocked_mark => Err(StorageError::Blocked),
        Err(_) => {
            let exception = request.error().ok().flatten().and_then(|error| error.dyn_into::<DomException>().ok());
            Err(match StorageError::from_exception(exception) {
                StorageError::Closed => StorageError::Refused,
                other => other,
            })
        }
    }
}
