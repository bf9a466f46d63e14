//! What is said of a base map: where it comes from, and why a file gives none.

use super::format;
use crate::domain::map::base_map::{CurrentBaseMap, MAX_POINTS};
use crate::domain::snapshot::SnapshotError;
use crate::exchange::geojson::{GeoJsonError, MAX_FEATURES};

/// « 39 contours, importés le 2 mars 2026 depuis contours.geojson ».
pub fn edition(current: &CurrentBaseMap) -> String {
    let count = current.count as u64;
    let imported = format::agree(count, "importé", "importés");
    format!("{}, {imported} le {} depuis {}", outlines(current.count), format::date(current.imported_on), current.file)
}

/// The same under its name: « « Communes », 39 contours, importés le 2 mars 2026 depuis contours.geojson ».
pub fn whole(current: &CurrentBaseMap) -> String {
    format!("«\u{202f}{}\u{202f}», {}", current.name, edition(current))
}

/// « 39 contours ».
pub fn outlines(number: usize) -> String {
    format::count(number as u64, "contour", "contours")
}

/// Whom to name under the map: « Fond de carte : Communes, Auteur fictif ».
pub fn attribution(name: &str, attribution: &str) -> String {
    match attribution {
        "" => format!("Fond de carte\u{a0}: {name}"),
        attribution => format!("Fond de carte\u{a0}: {name}, {attribution}"),
    }
}

/// Why the base map that was imported is not shown.
pub fn missing(error: Option<SnapshotError>) -> &'static str {
    match error {
        None => "Le fond de carte n’est pas sur cet appareil. Importez à nouveau son fichier.",
        Some(SnapshotError::Unreadable) => "Le fond de carte ne peut plus être lu. Importez à nouveau son fichier.",
        Some(SnapshotError::Newer { .. }) => {
            "Le fond de carte a été préparé par une version plus récente de Repères. Mettez Repères à jour pour le voir."
        }
    }
}

/// Why a file is refused, and what to do.
pub fn error(error: &GeoJsonError) -> String {
    match error {
        GeoJsonError::Empty => "Ce fichier est vide.".into(),
        GeoJsonError::TooLarge => {
            "Ce fichier dépasse 5\u{a0}Mo. Choisissez des contours simplifiés, ou limités à votre territoire.".into()
        }
        GeoJsonError::NotText => "Ce fichier n’est pas du texte. Un fond de carte s’importe au format GeoJSON.".into(),
        GeoJsonError::NotJson => {
            "Ce fichier est abîmé, ou n’est pas au format GeoJSON. Téléchargez-le à nouveau.".into()
        }
        GeoJsonError::NotGeoJson => {
            "Ce fichier ne suit pas le format GeoJSON. Choisissez un fichier «\u{202f}.geojson\u{202f}».".into()
        }
        GeoJsonError::TopoJson => {
            "Ce fichier est au format TopoJSON. Téléchargez les mêmes contours au format GeoJSON.".into()
        }
        GeoJsonError::OtherGeometry(kind) => format!(
            "Ce fichier contient autre chose que des lignes et des surfaces («\u{202f}{kind}\u{202f}»). Choisissez un \
             fichier de contours."
        ),
        GeoJsonError::TooManyFeatures => format!(
            "Ce fichier contient plus de {} formes. Choisissez des contours limités à votre territoire.",
            format::integer(MAX_FEATURES as u64)
        ),
        GeoJsonError::TooManyPoints => format!(
            "Ce fichier contient plus de {} points. Choisissez des contours simplifiés.",
            format::integer(MAX_POINTS as u64)
        ),
        GeoJsonError::TooDeep | GeoJsonError::WrongShape => {
            "Les coordonnées de ce fichier ne sont pas rangées comme le demande le format GeoJSON. Téléchargez-le à \
             nouveau, ou choisissez-en un autre."
                .into()
        }
        GeoJsonError::OutsideEarth => {
            "Les coordonnées de ce fichier ne sont pas des degrés de longitude et de latitude. Choisissez le fichier \
             en «\u{202f}WGS\u{a0}84\u{202f}», et non en «\u{202f}Lambert\u{202f}»."
                .into()
        }
        GeoJsonError::TooShort => {
            "Une ligne de ce fichier n’a qu’un point, ou une surface moins de trois. Choisissez un autre fichier."
                .into()
        }
        GeoJsonError::NoLine => "Ce fichier ne contient aucun contour à dessiner.".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::snapshot::SnapshotId;

    fn plain(text: &str) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn says_where_a_base_map_comes_from() {
        let current = |count| CurrentBaseMap {
            snapshot: SnapshotId::of(""),
            name: "Communes".into(),
            imported_on: "2026-03-02".parse().unwrap(),
            file: "contours.geojson".into(),
            count,
        };
        assert_eq!(plain(&edition(&current(39))), "39 contours, importés le 2 mars 2026 depuis contours.geojson");
        assert_eq!(plain(&edition(&current(1))), "1 contour, importé le 2 mars 2026 depuis contours.geojson");
        let said = plain(&whole(&current(39)));
        assert_eq!(said, "« Communes », 39 contours, importés le 2 mars 2026 depuis contours.geojson");
        assert_eq!(plain(&attribution("Communes", "Auteur fictif")), "Fond de carte : Communes, Auteur fictif");
        assert_eq!(plain(&attribution("Communes", "")), "Fond de carte : Communes");
    }

    #[test]
    fn each_fault_says_what_to_do_or_what_is_missing() {
        for fault in [
            GeoJsonError::Empty,
            GeoJsonError::TooLarge,
            GeoJsonError::NotText,
            GeoJsonError::NotJson,
            GeoJsonError::NotGeoJson,
            GeoJsonError::TopoJson,
            GeoJsonError::OtherGeometry("Point".into()),
            GeoJsonError::TooManyFeatures,
            GeoJsonError::TooManyPoints,
            GeoJsonError::TooDeep,
            GeoJsonError::WrongShape,
            GeoJsonError::OutsideEarth,
            GeoJsonError::TooShort,
            GeoJsonError::NoLine,
        ] {
            let said = error(&fault);
            assert!(said.ends_with('.') && said.chars().count() < 200, "{said}");
        }
        assert!(plain(&error(&GeoJsonError::TooManyPoints)).contains("200 000 points"));
        assert!(plain(&error(&GeoJsonError::OtherGeometry("Point".into()))).contains("(« Point »)"));
    }
}
