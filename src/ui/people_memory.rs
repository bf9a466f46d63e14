//! What is looked for among the people of the programme, kept while the program is open: one comes back from a record to the
//! list as it was. Never in an address: it may be a name.

use leptos::prelude::*;

/// The search, as typed and chosen.
#[derive(Clone, Copy)]
pub struct PeopleMemory {
    pub words: RwSignal<String>,
    pub kind: RwSignal<String>,
    pub priority: RwSignal<String>,
    pub at: RwSignal<String>,
    pub page: RwSignal<usize>,
}

impl PeopleMemory {
    /// Remembers nothing yet.
    pub fn new() -> Self {
        let blank = || RwSignal::new(String::new());
        Self { words: blank(), kind: blank(), priority: blank(), at: blank(), page: RwSignal::new(0) }
    }

    /// The memory of the page this is called from.
    ///
    /// # Panics
    /// Outside the application proper.
    #[expect(clippy::expect_used, reason = "every page is shown below the gate, which provides the memory")]
    pub fn expect() -> Self {
        use_context().expect("the memory of the people is provided by the gate")
    }

    /// Something is looked for, followed.
    pub fn is_any(self) -> bool {
        [self.words, self.kind, self.priority, self.at].iter().any(|asked| asked.with(|asked| !asked.is_empty()))
    }

    /// Looks for nothing any more.
    pub fn forget(self) {
        for asked in [self.words, self.kind, self.priority, self.at] {
            asked.set(String::new());
        }
        self.page.set(0);
    }
}
