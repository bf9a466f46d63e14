//! The kinds of structure: the codes that the national map shares with other directories, and their words.

use crate::domain::fold::squash;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// The codes of the list, as it writes them, in order.
#[rustfmt::skip]
pub const CODES: [&str; 92] = [
    "ACI", "ACIPHC", "AFPA", "AI", "ASE", "ASSO", "ASSO_CHOMEUR", "AVIP", "Autre", "BIB", "CAARUD", "CADA", "CAF",
    "CAP_EMPLOI", "CAVA", "CC", "CCAS", "CCONS", "CD", "CDAS", "CFP", "CHRS", "CHU", "CIAS", "CIDFF", "CITMET",
    "CMP", "CMS", "CPAM", "CPH", "CS", "CSAPA", "CSC", "DEETS", "DEPT", "DIPLP", "E2C", "EA", "EATT", "EI", "EITI",
    "ENM", "EPCI", "EPI", "EPIDE", "EPN", "ES", "ESAT", "ESS", "ETTI", "EVS", "FABLAB", "FABRIQUE", "FAIS", "FT",
    "GEIQ", "HUDA", "LA_POSTE", "MDE", "MDEF", "MDH", "MDPH", "MDS", "MJC", "ML", "MQ", "MSA", "MSAP", "MUNI",
    "OACAS", "ODC", "OF", "OIL", "OPCS", "PAD", "PENSION", "PI", "PIJ_BIJ", "PIMMS", "PJJ", "PLIE", "PREF",
    "PREVENTION", "REG", "RELAIS_LECTURE", "RESSOURCERIE", "RFS", "RS_FJT", "SCP", "SPIP", "TIERS_LIEUX", "UDAF",
];

/// Codes that another one replaced.
const REPLACED: [(&str, &str); 1] = [("PE", "FT")];

/// The list's own writing of a code, whatever its case and signs, or of the code that replaced it.
pub fn listed(text: &str) -> Option<&'static str> {
    static SQUASHED: OnceLock<BTreeMap<String, &'static str>> = OnceLock::new();
    // The list is in order (tested).
    if let Some(code) = CODES.binary_search(&text).ok().and_then(|at| CODES.get(at)) {
        return Some(code);
    }
    let read = || {
        let own = CODES.into_iter().map(|code| (code, code));
        own.chain(REPLACED).map(|(written, code)| (squash(written), code)).collect()
    };
    SQUASHED.get_or_init(read).get(&squash(text)).copied()
}

/// What each code stands for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typologies {
    labels: BTreeMap<String, String>,
}

impl Typologies {
    pub fn new(labels: BTreeMap<String, String>) -> Self {
        Self { labels }
    }

    /// The words of a code; none when it is not of the list.
    pub fn words_of(&self, code: &str) -> Option<&str> {
        self.labels.get(listed(code)?).map(String::as_str)
    }

    /// A code in words; one that is not known stays as it is.
    pub fn say<'a>(&'a self, code: &'a str) -> &'a str {
        self.words_of(code).unwrap_or(code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_codes_are_in_order() {
        assert!(CODES.is_sorted());
    }

    #[test]
    fn a_code_is_known_however_it_is_typed() {
        for (text, expected) in [
            ("RFS", Some("RFS")),
            ("tiers lieux", Some("TIERS_LIEUX")),
            ("AUTRE", Some("Autre")),
            ("PE", Some("FT")),
            ("RFSX", None),
            ("", None),
        ] {
            assert_eq!(listed(text), expected, "{text}");
        }
        for code in CODES {
            assert_eq!(listed(code), Some(code));
        }
    }

    #[test]
    fn an_unknown_code_stays_as_it_is() {
        let known = Typologies::new(BTreeMap::from([("FT".to_owned(), "France Travail".to_owned())]));
        assert_eq!(
            ["ft", "PE", "RFS", "Fictif"].map(|code| known.say(code)),
            ["France Travail", "France Travail", "RFS", "Fictif"]
        );
    }
}
