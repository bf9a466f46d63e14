//! Search by the words of a name, a commune, a postal code or an address.

use super::place::Place;
use crate::domain::fold::fold;

/// The searchable words of a directory, prepared once.
#[derive(Clone, Debug, Default)]
pub struct DirectoryIndex {
    entries: Vec<Entry>,
}

/// Folded texts in which every word follows a space, so that a word's beginning is found by looking for « space, word ».
#[derive(Clone, Debug)]
struct Entry {
    name: String,
    commune: String,
    address: String,
}

/// Where the words were found, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    NameStart,
    Name,
    Commune,
    Elsewhere,
}

impl DirectoryIndex {
    /// Prepares the places; results are positions in this slice.
    pub fn new(places: &[Place]) -> Self {
        Self { entries: places.iter().map(Entry::new).collect() }
    }

    /// The positions of the places in which every word of the query begins some word, the best first, then by name. An
    /// empty query gives every place, by name.
    pub fn search(&self, query: &str) -> Vec<usize> {
        let query = fold(query);
        let words: Vec<Word> = query.split(' ').filter(|word| !word.is_empty()).map(Word::new).collect();
        let name_start = format!(" {query}");
        let mut found: Vec<(Rank, &str, usize)> = self
            .entries
            .iter()
            .enumerate()
            .filter_map(|(index, entry)| Some((entry.rank(&words, &name_start)?, entry.name.as_str(), index)))
            .collect();
        found.sort_unstable();
        found.into_iter().map(|(_, _, index)| index).collect()
    }
}

impl Entry {
    fn new(place: &Place) -> Self {
        let postal_code = place.postal_code.as_ref().map_or("", |code| code.as_str());
        Self {
            name: format!(" {}", fold(&place.name)),
            commune: format!(" {} {postal_code}", fold(&place.commune)),
            address: format!(" {} {}", fold(&place.address), fold(&place.address_extra)),
        }
    }

    fn rank(&self, words: &[Word], name_start: &str) -> Option<Rank> {
        let all_in = |text: &str| words.iter().all(|word| word.begins_a_word_of(text));
        if self.name.starts_with(name_start) {
            Some(Rank::NameStart)
        } else if all_in(&self.name) {
            Some(Rank::Name)
        } else if all_in(&self.commune) {
            Some(Rank::Commune)
        } else {
            let is_somewhere =
                |word: &Word| [&self.name, &self.commune, &self.address].iter().any(|text| word.begins_a_word_of(text));
            words.iter().all(is_somewhere).then_some(Rank::Elsewhere)
        }
    }
}

/// A word of the query, after a space; « st » also stands for « saint », which is how communes are written.
struct Word {
    typed: String,
    spelled_out: Option<&'static str>,
}

impl Word {
    fn new(word: &str) -> Self {
        let spelled_out = match word {
            "st" => Some(" saint"),
            "ste" => Some(" sainte"),
            _ => None,
        };
        Self { typed: format!(" {word}"), spelled_out }
    }

    fn begins_a_word_of(&self, text: &str) -> bool {
        text.contains(&self.typed) || self.spelled_out.is_some_and(|word| text.contains(word))
    }
}

#[cfg(test)]
mod tests {
    use super::super::place::PlaceId;
    use super::*;
    use crate::domain::commune::PostalCode;

    fn place(name: &str, commune: &str, postal: &str, address: &str) -> Place {
        let mut place = Place::named(PlaceId::new(name).unwrap(), name);
        place.commune = commune.into();
        place.postal_code = PostalCode::new(postal).ok();
        place.address = address.into();
        place
    }

    #[test]
    fn finds_places_whatever_the_typing_and_puts_names_first() {
        let places = [
            place("Médiathèque L’Étoile", "Saint-Fictif", "99200", "3 rue du Relais"),
            place("Le Relais d’Exemple", "L’Île-aux-Exemples", "99100", "1 place de la Mairie"),
            place("Relais du Cœur", "Sainte-Fiction", "99300", ""),
            place("Espace Stainfort", "Exemple", "", "12 avenue de l’Étoile"),
        ];
        let index = DirectoryIndex::new(&places);
        for (query, expected) in [
            ("relais", vec![2, 1, 0]),
            ("RELAIS exem", vec![1]),
            ("l'etoile", vec![0, 3]),
            ("étoile", vec![0, 3]),
            ("coeur", vec![2]),
            ("ile aux", vec![1]),
            ("9920", vec![0]),
            ("st fictif", vec![0]),
            ("st", vec![3, 0, 2]),
            ("mairie relais", vec![1]),
            ("toile", vec![]),
            ("relais introuvable", vec![]),
            ("", vec![3, 1, 0, 2]),
            (" - ", vec![3, 1, 0, 2]),
        ] {
            assert_eq!(index.search(query), expected, "{query}");
        }
    }
}
