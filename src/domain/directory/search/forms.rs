//! One form for the feminine, the masculine, the singular and the plural of a French word.

/// Endings of a singular, and what they become: the longest first. Those that ordinary nouns also have are left out.
const ENDINGS: [(&str, &str); 13] = [
    ("trice", "teur"),
    ("ienne", "ien"),
    ("euse", "eur"),
    ("elle", "el"),
    ("onne", "on"),
    ("aise", "ai"),
    ("ante", "ant"),
    ("ente", "ent"),
    ("ere", "er"),
    ("ive", "if"),
    ("ale", "al"),
    ("ee", "e"),
    ("aux", "al"),
];
/// Shorter words have no other form: « père » is not « per ».
const MIN_CHARS: usize = 5;

/// The form that the words of a family share: « conseillères » and « conseiller » give `conseiller`. The word is folded.
pub fn form(word: &str) -> String {
    if word.len() < MIN_CHARS {
        return word.to_owned();
    }
    let is_of_al = word.ends_with("aux") && !word.ends_with("eaux");
    let singular = if is_of_al { word } else { word.strip_suffix(['s', 'x']).unwrap_or(word) };
    let of_ending = |(ending, form): &(&str, &str)| {
        let root = singular.strip_suffix(ending).filter(|root| root.len() > 1)?;
        Some(format!("{root}{form}"))
    };
    ENDINGS.iter().find_map(of_ending).unwrap_or_else(|| singular.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_family_share_a_form() {
        for family in [
            &["conseiller", "conseillere", "conseillers", "conseilleres"][..],
            &["animateur", "animatrice", "animatrices"],
            &["formateur", "formatrice", "formateurs"],
            &["mediateur", "mediatrices"],
            &["accompagnateur", "accompagnatrice"],
            &["travailleur", "travailleuse", "travailleuses"],
            &["assistant", "assistante", "assistantes"],
            &["gardien", "gardiennes"],
            &["sportif", "sportives"],
            &["social", "sociale", "sociaux", "sociales"],
            &["departemental", "departementales", "departementaux"],
            &["professionnel", "professionnelle", "professionnels"],
            &["employe", "employee", "employees"],
            &["francais", "francaise", "francaises"],
            &["bureau", "bureaux"],
        ] {
            for word in family {
                assert_eq!(form(word), form(family[0]), "{word}");
            }
        }
    }

    #[test]
    fn words_apart_keep_forms_apart() {
        for (a, b) in
            [("pere", "per"), ("mere", "mer"), ("salle", "sal"), ("elle", "el"), ("aux", "al"), ("gare", "gars")]
        {
            assert_ne!(form(a), form(b), "{a} {b}");
        }
    }
}
