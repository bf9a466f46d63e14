//! The places of a snapshot's text, read one by one: thousands take a moment.

use super::edition::DirectorySnapshot;
use super::place::{Place, SharedPlace};
use crate::domain::snapshot::{SnapshotError, from_unclean, is_clean};
use serde_json::Deserializer;

/// What comes before the places in a text that this program wrote, and what comes after them.
const BEFORE: &str = "\"places\":[";
const AFTER: &str = "]}";

/// A snapshot's text being read.
#[derive(Debug)]
pub struct PlacesText {
    text: String,
    places: Vec<SharedPlace>,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    /// The next place begins at this byte.
    At(usize),
    /// The text is not quite as this program writes it: it is to be read at once, as any text from elsewhere.
    Whole,
    Done,
}

impl PlacesText {
    pub fn new(text: String) -> Self {
        let stage = first_place(&text).map_or(Stage::Whole, Stage::At);
        Self { text, places: Vec::new(), stage }
    }

    /// Reads a little more; whether there was something left to read. What it gives in the end is what
    /// [`DirectorySnapshot::from_text`] does.
    pub fn read_next(&mut self) -> Result<bool, SnapshotError> {
        match self.stage {
            Stage::At(at) => {
                self.stage = self.read_at(at).unwrap_or(Stage::Whole);
                Ok(true)
            }
            Stage::Whole => {
                self.places = DirectorySnapshot::from_text(&self.text)?.places;
                self.stage = Stage::Done;
                Ok(true)
            }
            Stage::Done => Ok(false),
        }
    }

    /// The places that were read.
    pub fn finish(self) -> Vec<SharedPlace> {
        self.places
    }

    /// Reads the place at a byte; none when the text is not as this program writes it.
    fn read_at(&mut self, at: usize) -> Option<Stage> {
        let rest = self.text.get(at..)?;
        let mut values = Deserializer::from_str(rest).into_iter::<Place>();
        let mut place = values.next()?.ok()?;
        let (written, rest) = rest.split_at_checked(values.byte_offset())?;
        if !is_clean(written) {
            place = from_unclean(written).ok()?;
        }
        self.places.push(place.into());
        match rest.strip_prefix(',') {
            Some(next) => Some(Stage::At(self.text.len() - next.len())),
            None => (rest == AFTER).then_some(Stage::Done),
        }
    }
}

/// Where the first place begins; none where there is none.
fn first_place(text: &str) -> Option<usize> {
    let at = text.find(BEFORE)? + BEFORE.len();
    // What comes before, with no place, is a whole snapshot.
    let without_places = [text.get(..at)?, AFTER].concat();
    DirectorySnapshot::from_text(&without_places).ok()?;
    is_clean(&without_places).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::directory::place::PlaceId;
    use proptest::prelude::*;

    fn read(text: &str) -> (Result<Vec<SharedPlace>, SnapshotError>, usize) {
        let mut reader = PlacesText::new(text.to_owned());
        let mut steps = 0;
        loop {
            match reader.read_next() {
                Ok(true) => steps += 1,
                Ok(false) => return (Ok(reader.finish()), steps),
                Err(error) => return (Err(error), steps),
            }
        }
    }

    fn text_of(source: &str, names: &[String]) -> String {
        let id = |number| PlaceId::new(&format!("{number:03}")).unwrap();
        let places: Vec<Place> =
            names.iter().enumerate().map(|(number, name)| Place::named(id(number), name)).collect();
        DirectorySnapshot::new(source, "lieux.csv", "2026-03-02".parse().unwrap(), places).to_text().unwrap().1
    }

    #[test]
    fn reads_place_by_place_what_this_program_wrote() {
        let names = ["C:\\users", "ca\u{202e}che", "Un", "Deux, ]} fin", "Trois \"places\":["].map(str::to_owned);
        for source in ["Carte", "\"places\":["] {
            let text = text_of(source, &names);
            let (places, steps) = read(&text);
            assert_eq!(places.unwrap(), DirectorySnapshot::from_text(&text).unwrap().places);
            assert_eq!(steps, names.len(), "{source}");
        }
    }

    proptest! {
        #[test]
        fn gives_what_reading_at_once_gives(
            names in prop::collection::vec("[a-zé\"\\\\,\\]}\u{202e} ]{1,12}", 0..5),
            source in "[a-z\"\\[: \u{202e}]{0,12}",
            cut in any::<prop::sample::Index>(),
            put in prop::option::of("[\\]},\"0a ]"),
        ) {
            let mut text = text_of(&source, &names);
            if let Some(put) = put {
                let at = (0..=text.len()).filter(|at| text.is_char_boundary(*at)).collect::<Vec<_>>();
                text.insert_str(at[cut.index(at.len())], &put);
            }
            prop_assert_eq!(read(&text).0, DirectorySnapshot::from_text(&text).map(|snapshot| snapshot.places));
        }
    }
}
