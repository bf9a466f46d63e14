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
    pub opening: Opening,
    pub chapters: Vec<Chapter>,
}

/// How a document begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Opening {
    /// A page of its own, then the list of its chapters.
    #[default]
    Cover,
    /// A few lines above the first chapter: it is read at once. The list of its chapters stays on screens.
    Head,
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
    Chart(Chart),
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

/// A table whose rows are drawn besides: whatever loses the drawing keeps the numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chart {
    pub table: Table,
    /// The name of the column of drawings.
    pub drawn: String,
    /// What each row draws, in the order of the rows; none: nothing can be told of it.
    pub bars: Vec<Option<Bar>>,
    /// What each shade is; empty where the rows say it.
    pub key: Vec<(Shade, String)>,
}

/// A whole in pieces, one after the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bar {
    pub pieces: Vec<Piece>,
}

/// A piece of a bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    pub count: usize,
    pub shade: Shade,
}

/// Shades that stay apart in grey, from the darkest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shade {
    First,
    Second,
    Third,
    Fourth,
    /// White, its border broken.
    Last,
}

impl Shade {
    pub const ALL: [Self; 5] = [Self::First, Self::Second, Self::Third, Self::Fourth, Self::Last];

    /// The shade of a rank, from 0.
    pub fn of(rank: usize) -> Self {
        Self::ALL.get(rank).copied().unwrap_or(Self::Last)
    }
}

/// How long bars are drawn, how high, and how wide a digit in them is: they keep these proportions wherever they are.
pub const BAR_LENGTH: f64 = 200.0;
pub const BAR_HEIGHT: f64 = 18.0;
const DIGIT: f64 = 7.0;

/// A piece where it stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Laid {
    pub x: f64,
    pub width: f64,
    pub shade: Shade,
    /// The number, where there is room for it.
    pub number: Option<usize>,
}

impl Bar {
    /// The pieces of somebody or more, side by side over the whole length.
    pub fn laid(&self) -> Vec<Laid> {
        let whole: usize = self.pieces.iter().map(|piece| piece.count).sum();
        let mut before = 0;
        let lay = |piece: &Piece| {
            let length = |count: usize| count as f64 * BAR_LENGTH / whole as f64;
            let (x, width) = (length(before), length(piece.count));
            before += piece.count;
            let digits = piece.count.checked_ilog10().unwrap_or(0) + 1;
            let number = (width >= DIGIT * f64::from(digits) + 4.0).then_some(piece.count);
            Laid { x, width, shade: piece.shade, number }
        };
        self.pieces.iter().filter(|piece| piece.count > 0).map(lay).collect()
    }
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
    /// A few digits, where columns are many.
    Slim,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_fill_the_length_and_say_their_number_where_it_holds() {
        let piece = |count, rank| Piece { count, shade: Shade::of(rank) };
        let bar = Bar { pieces: vec![piece(97, 0), piece(0, 1), piece(2, 2), piece(101, 9)] };
        let laid = bar.laid();
        assert_eq!(laid.iter().map(|one| one.number).collect::<Vec<_>>(), [Some(97), None, Some(101)]);
        assert_eq!(laid.iter().map(|one| one.shade).collect::<Vec<_>>(), [Shade::First, Shade::Third, Shade::Last]);
        let ends: Vec<f64> = laid.iter().map(|one| one.x + one.width).collect();
        assert_eq!((laid[0].x, laid[1].x, laid[2].x), (0.0, ends[0], ends[1]));
        assert!((ends[2] - BAR_LENGTH).abs() < 1e-9);
        assert_eq!(Bar::default().laid(), []);
    }
}
