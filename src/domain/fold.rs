//! The form in which texts are compared: what two people typing the same name differently have in common.

/// Lower case without accents; every run of signs and spaces becomes one space; `œ` and `æ` are spelled out.
/// « L’Île-Saint-Denis » and « l'ile saint denis » fold to the same text.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    let mut rest = text;
    loop {
        // Nearly all of every text stays as it is, and is copied at once.
        let same = rest.bytes().take_while(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()).count();
        let (run, after) = rest.split_at_checked(same).unwrap_or((rest, ""));
        if !run.is_empty() {
            begin(&mut folded, &mut gap);
            folded.push_str(run);
        }
        let mut chars = after.chars();
        let Some(c) = chars.next() else { return folded };
        if c.is_ascii_uppercase() {
            push(&mut folded, &mut gap, c.to_ascii_lowercase());
        } else if c.is_ascii() || is_punctuation(c) {
            gap = true;
        } else if !is_combining(c) {
            fold_char(&mut folded, &mut gap, c);
        }
        rest = chars.as_str();
    }
}

fn fold_char(folded: &mut String, gap: &mut bool, c: char) {
    // The usual letters with an accent: the tables of all scripts are slow to ask.
    let bare = without_accent(c);
    if bare != c {
        return push(folded, gap, bare);
    }
    let mut pushed = false;
    for lower in c.to_lowercase().filter(|c| c.is_alphanumeric()) {
        pushed = true;
        match spelled_out(lower) {
            Some(letters) => letters.chars().for_each(|letter| push(folded, gap, letter)),
            None => push(folded, gap, without_accent(lower)),
        }
    }
    *gap = *gap || !pushed;
}

/// Adds a letter, after a space when signs were passed over.
fn push(folded: &mut String, gap: &mut bool, letter: char) {
    begin(folded, gap);
    folded.push(letter);
}

fn begin(folded: &mut String, gap: &mut bool) {
    if std::mem::take(gap) && !folded.is_empty() {
        folded.push(' ');
    }
}

/// The same without any space: for values whose spacing varies from one file to the next.
pub fn squash(text: &str) -> String {
    fold(text).replace(' ', "")
}

/// Quotes, dashes and spaces of every width: none of them is a letter.
fn is_punctuation(c: char) -> bool {
    ('\u{2000}'..='\u{206f}').contains(&c)
}

fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

fn spelled_out(c: char) -> Option<&'static str> {
    match c {
        'œ' => Some("oe"),
        'æ' => Some("ae"),
        'ß' => Some("ss"),
        _ => None,
    }
}

fn without_accent(c: char) -> char {
    match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ğ' => 'g',
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'š' | 'ş' | 'ș' => 's',
        'ť' | 'ţ' | 'ț' => 't',
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn folds_what_people_type_differently() {
        for (text, expected) in [
            ("L’Île-Saint-Denis", "l ile saint denis"),
            ("l'ile  saint denis ", "l ile saint denis"),
            ("ÉPINAY-SUR-SEINE", "epinay sur seine"),
            ("e\u{301}pinay", "epinay"),
            ("Cœur d’Æther", "coeur d aether"),
            ("  «\u{202f}Mon Espace\u{202f}»  ", "mon espace"),
            ("Étapes numériques(La Poste)", "etapes numeriques la poste"),
            ("İstanbul", "istanbul"),
            ("", ""),
            ("…", ""),
        ] {
            assert_eq!(fold(text), expected, "{text}");
        }
        assert_eq!(squash("ORDI 3.0"), "ordi30");
    }

    #[test]
    fn what_is_told_at_once_is_what_the_tables_say() {
        for c in '\0'..=char::MAX {
            assert!(!is_punctuation(c) || !c.is_alphanumeric(), "{c:?}");
            let bare = without_accent(c);
            assert!(bare == c || c.to_lowercase().eq([c]) && c.is_alphanumeric(), "{c:?}");
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
