//! What is looked for in the directory, in words.

use super::directory as words;
use crate::domain::directory::filter::PlaceFilter;

const LOOKED_FOR: &str = "Lieux à chercher";

/// One line of a filter: what it is about, and the values, any of which will do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilterLine {
    pub about: &'static str,
    pub values: Vec<&'static str>,
}

/// A filter, line by line. Services and programmes stand together: one of either is enough.
pub fn lines(filter: &PlaceFilter) -> Vec<FilterLine> {
    let offer = labels(&filter.services).chain(labels(&filter.programmes)).collect();
    let needs = filter
        .special_care
        .iter()
        .map(|care| words::special_care(*care))
        .chain(filter.publics.iter().map(|public| words::public(*public)))
        .chain(labels(&filter.labels))
        .collect();
    let has_offer = !filter.services.is_empty() || !filter.programmes.is_empty();
    let lines = [
        (LOOKED_FOR, offer),
        (if has_offer { "De préférence" } else { LOOKED_FOR }, needs),
        ("Forme", filter.support_modes.iter().map(|mode| words::support_mode(*mode)).collect()),
        ("Venir", filter.access_modes.iter().map(|mode| words::access_mode(*mode)).collect()),
        ("Coût", filter.fees.iter().map(|fee| words::fee(*fee)).collect()),
    ];
    lines
        .into_iter()
        .filter(|(_, values): &(_, Vec<&'static str>)| !values.is_empty())
        .map(|(about, values)| FilterLine { about, values })
        .collect()
}

fn labels<T: crate::domain::directory::standard::StandardValue>(
    values: &[T],
) -> impl Iterator<Item = &'static str> + use<'_, T> {
    values.iter().map(|value| value.label())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::rules::rulebook;

    #[test]
    fn every_filter_of_the_rules_is_said() {
        for orientation in &rulebook().unwrap().orientations {
            if let Some(filter) = &orientation.filter {
                assert!(!lines(filter).is_empty(), "{}", orientation.id);
            }
        }
    }

    #[test]
    fn services_and_programmes_stand_together_and_needs_depend_on_an_offer() {
        let filter = |json: &str| serde_json::from_str::<PlaceFilter>(json).unwrap();
        let both = filter(
            r#"{"services":["Aide aux démarches administratives"],"programmes":["France Services"],
                "special_care":["Illettrisme"],"fees":["Gratuit"]}"#,
        );
        let lines_of_both = lines(&both);
        let said: Vec<(&str, Vec<&str>)> = lines_of_both.iter().map(|line| (line.about, line.values.clone())).collect();
        assert_eq!(
            said,
            [
                ("Lieux à chercher", vec!["Aide aux démarches administratives", "France Services"]),
                ("De préférence", vec!["Aide à la lecture et à l’écriture"]),
                ("Coût", vec!["Gratuit"]),
            ]
        );
        let need = lines(&filter(r#"{"special_care":["Illettrisme"]}"#));
        assert_eq!(need.first().map(|line| line.about), Some("Lieux à chercher"));
        assert_eq!(lines(&PlaceFilter::default()), []);
    }
}
