//! Communes for the tests of the map.

use crate::domain::commune::Communes;

/// Two communes beside one another, the second one larger, and one far away.
pub fn communes() -> Communes {
    let commune = |code: &str, name: &str, population: u32, lat: i32, lon: i32| {
        serde_json::json!({
            "code": code, "name": name, "postal_codes": ["99100"], "territory": "Territoire fictif",
            "population": population, "centre": { "lat": lat, "lon": lon },
        })
    };
    let list = serde_json::json!([
        commune("99101", "Exemple-Ville", 1_000, 48_900_000, 2_400_000),
        commune("99102", "Modelle", 2_000, 48_900_500, 2_402_000),
        commune("99103", "Lointaine", 500, 48_990_000, 2_490_000),
    ]);
    Communes::new(serde_json::from_value(list).unwrap())
}
