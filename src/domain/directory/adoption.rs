//! Before an edition is adopted: what it replaces, and whether it brings anything.

use super::edition::{DirectorySnapshot, DirectorySource, source_key};
use super::place::SharedPlace;

/// A source's name, proposed from a file's name. Dates are left out, so that next year's file replaces this one.
pub fn proposed_source(file: &str) -> Option<String> {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let mut words: Vec<&str> = Vec::new();
    let mut after_year = 0;
    for word in stem.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
        let is_year = is_number && word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
        let is_day_or_month = is_number && word.len() <= 2 && after_year > 0;
        after_year = match (is_year, is_day_or_month) {
            (true, _) => 2,
            (false, true) => after_year - 1,
            (false, false) => 0,
        };
        let is_date = is_year || is_day_or_month || (is_number && word.len() >= 6);
        if !is_date {
            words.push(word);
        }
    }
    let mut letters = words.join(" ").chars().collect::<Vec<_>>().into_iter();
    let first = letters.next()?;
    Some(first.to_uppercase().chain(letters).collect())
}

/// The source that an edition with this name would replace.
fn replaced<'a>(name: &str, sources: &'a [DirectorySource]) -> Option<&'a DirectorySource> {
    let key = source_key(name).ok()?;
    sources.iter().find(|source| source.key == key)
}

/// What keeping places under a name would do here.
#[derive(Clone, Debug, PartialEq)]
pub enum Consequence {
    /// No source has this name.
    Adds,
    /// Another edition of this source.
    Replaces(DirectorySource),
    /// This source holds exactly these places already.
    Nothing(DirectorySource),
}

/// What keeping these places under this name would do. `is_lost`: a source whose places this device no longer has, which
/// the same file brings back.
pub fn consequence(
    name: &str,
    places: &[SharedPlace],
    sources: &[DirectorySource],
    is_lost: impl Fn(&DirectorySource) -> bool,
) -> Consequence {
    match replaced(name, sources) {
        None => Consequence::Adds,
        Some(source) if !is_lost(source) && brings_nothing(places, source) => Consequence::Nothing(source.clone()),
        Some(source) => Consequence::Replaces(source.clone()),
    }
}

/// Whether these places are exactly those of the source's current edition: its name is made from them.
fn brings_nothing(places: &[SharedPlace], source: &DirectorySource) -> bool {
    let current = &source.current;
    // Telling it takes a moment for thousands of places: not where their number says it.
    current.count == places.len() && {
        let same = DirectorySnapshot::new(&source.name, &current.file, current.imported_on, places.to_vec());
        same.to_text().is_ok_and(|(id, _)| id == current.snapshot)
    }
}

#[cfg(test)]
mod tests {
    use super::super::edition::CurrentEdition;
    use super::super::place::{Place, PlaceId};
    use super::*;
    use std::sync::Arc;

    fn places(names: &[&str]) -> Vec<SharedPlace> {
        names.iter().map(|name| Place::named(PlaceId::new(name).unwrap(), *name).into()).collect()
    }

    fn source(name: &str, held: &[&str]) -> DirectorySource {
        let snapshot = DirectorySnapshot::new(name, "lieux.csv", "2026-03-02".parse().unwrap(), places(held));
        let (id, _) = snapshot.to_text().unwrap();
        let current = CurrentEdition {
            snapshot: id,
            imported_on: snapshot.imported_on,
            file: snapshot.file,
            count: snapshot.places.len(),
        };
        DirectorySource { key: source_key(name).unwrap(), name: name.into(), current }
    }

    #[test]
    fn a_source_is_named_after_its_file_without_the_date() {
        for (file, expected) in [
            ("lieux-99-2022.csv", Some("Lieux 99")),
            ("20260302_mediation-numerique.csv", Some("Mediation numerique")),
            ("mediation 2026-03-02 (1).csv", Some("Mediation 1")),
            ("éspaces.fictifs.csv", Some("Éspaces fictifs")),
            ("lieux", Some("Lieux")),
            ("2022.csv", None),
            (".csv", None),
            ("", None),
        ] {
            assert_eq!(proposed_source(file).as_deref(), expected, "{file}");
        }
    }

    #[test]
    fn the_same_places_bring_nothing_in_any_order_and_on_any_day() {
        let known = source("Carte d’exemple", &["a", "b"]);
        assert!(brings_nothing(&places(&["b", "a"]), &known));
        assert!(!brings_nothing(&places(&["a"]), &known));
        let mut changed = places(&["a", "b"]);
        Arc::make_mut(&mut changed[0]).phone = "0199000000".into();
        assert!(!brings_nothing(&changed, &known));
    }

    #[test]
    fn what_an_edition_does_follows_its_name() {
        let sources = [source("Carte", &["a"])];
        let held = places(&["a"]);
        let outcome = |name: &str, places: &[SharedPlace], lost: bool| consequence(name, places, &sources, |_| lost);
        assert_eq!(outcome("Autre", &held, false), Consequence::Adds);
        assert_eq!(outcome("carte", &held, false), Consequence::Nothing(sources[0].clone()));
        assert_eq!(outcome("Carte", &held, true), Consequence::Replaces(sources[0].clone()));
        assert_eq!(outcome("Carte", &places(&["b"]), false), Consequence::Replaces(sources[0].clone()));
    }

    #[test]
    fn an_edition_replaces_the_one_of_the_same_name() {
        let sources = [source("Carte d’exemple", &["a"]), source("Autre", &["a"])];
        assert_eq!(replaced("CARTE D'EXEMPLE", &sources), Some(&sources[0]));
        assert_eq!(replaced("Nouvelle", &sources), None);
    }
}
