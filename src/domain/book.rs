//! A document in chapters: what it is made of, whatever it becomes (a screen, paper, a file for a word processor).

/// A document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Book {
    pub title: String,
    /// Under the title, on the cover.
    pub subtitle: String,
    /// What the cover says besides, name by name.
    pub cover: Vec<(String, String)>,
    /// At the foot of each page.
    pub foot: String,
    pub chapters: Vec<Chapter>,
}

/// A chapter; the summary names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chapter {
    pub title: String,
    /// It begins a page.
    pub is_on_new_page: bool,
    pub parts: Vec<Part>,
}

/// A part of a chapter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// It names what follows.
    Heading(String),
    /// The same, under a heading.
    Subheading(String),
    /// A text; its lines are kept.
    Text(String),
    /// Something one must not miss.
    Callout(String),
    List(Vec<String>),
    /// In their order.
    Steps(Vec<String>),
    /// Things to tick on paper.
    Boxes(Vec<String>),
    Facts(Vec<(String, String)>),
    Table(Table),
    /// So many lines to write on.
    Writing(u8),
}

/// A table; the first cell of a row names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    pub caption: String,
    pub heads: Vec<Head>,
    pub rows: Vec<Vec<String>>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    pub name: String,
    pub width: Width,
}

/// How wide a column is beside the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Width {
    /// A number or an hour.
    Narrow,
    Usual,
    /// Sentences.
    Wide,
}

impl Head {
    pub fn new(name: &str, width: Width) -> Self {
        Self { name: name.to_owned(), width }
    }
}

impl Chapter {
    /// A chapter that begins a page.
    pub fn on_new_page(title: impl Into<String>, parts: Vec<Part>) -> Self {
        Self { title: title.into(), is_on_new_page: true, parts }
    }

    /// A chapter that follows the one before.
    pub fn following(title: impl Into<String>, parts: Vec<Part>) -> Self {
        Self { title: title.into(), is_on_new_page: false, parts }
    }
}
