//! Cards for any address book (RFC 2426, vCard 3.0).
//!
//! Version 3.0 and not 4.0: Outlook reads no card of version 4.0 well, and the telephones in use read both.

use super::content_lines::{Lines, escaped};

/// Somebody's card, for an address book.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VCard {
    /// The same at each export: an address book then changes the card that it has rather than add another.
    pub uid: String,
    pub given_name: String,
    pub family_name: String,
    pub organisation: String,
    pub email: String,
    pub phone: String,
    pub note: String,
}

/// The text of a file that holds these cards.
pub fn to_vcf(cards: &[VCard]) -> String {
    let mut lines = Lines::default();
    for card in cards {
        push_card(&mut lines, card);
    }
    lines.text()
}

fn push_card(lines: &mut Lines, card: &VCard) {
    let name = format!("{} {}", card.given_name, card.family_name);
    lines.push("BEGIN:VCARD");
    lines.push("VERSION:3.0");
    lines.push("PRODID:-//Reperes//Reperes//FR");
    lines.push_text("UID", &card.uid);
    // Both names are required, even when one of them is empty.
    lines.push(&format!("N:{};{};;;", escaped(&card.family_name), escaped(&card.given_name)));
    lines.push(&format!("FN:{}", escaped(name.trim())));
    lines.push_text("ORG", &card.organisation);
    lines.push_text("EMAIL;TYPE=INTERNET", &card.email);
    lines.push_text("TEL;TYPE=WORK", &card.phone);
    lines.push_text("NOTE", &card.note);
    lines.push("END:VCARD");
}

#[cfg(test)]
mod tests {
    use super::super::content_lines::LINE_MAX;
    use super::*;
    use proptest::prelude::*;

    fn card() -> VCard {
        VCard {
            uid: "c1".to_owned(),
            given_name: "Zoé".to_owned(),
            family_name: "Martin; dite Ma".to_owned(),
            organisation: "Relais, Bobigny".to_owned(),
            email: "zoe@exemple.fr".to_owned(),
            phone: "01 00 00 00 00".to_owned(),
            note: "Peut aider\u{a0}:\nAmeli\\CAF".to_owned(),
        }
    }

    /// The lines of a file, unfolded.
    fn unfolded(text: &str) -> Vec<String> {
        text.replace("\r\n ", "").split_terminator("\r\n").map(ToOwned::to_owned).collect()
    }

    #[test]
    fn a_card_holds_what_an_address_book_reads() {
        let expected = [
            "BEGIN:VCARD",
            "VERSION:3.0",
            "PRODID:-//Reperes//Reperes//FR",
            "UID:c1",
            "N:Martin\\; dite Ma;Zoé;;;",
            "FN:Zoé Martin\\; dite Ma",
            "ORG:Relais\\, Bobigny",
            "EMAIL;TYPE=INTERNET:zoe@exemple.fr",
            "TEL;TYPE=WORK:01 00 00 00 00",
            "NOTE:Peut aider\u{a0}:\\nAmeli\\\\CAF",
            "END:VCARD",
        ];
        assert_eq!(unfolded(&to_vcf(&[card()])), expected);
    }

    #[test]
    fn what_is_empty_is_left_out_but_the_names() {
        let nobody = VCard { uid: "c".to_owned(), ..VCard::default() };
        let lines = unfolded(&to_vcf(&[nobody]));
        assert!(lines.contains(&"N:;;;;".to_owned()) && lines.contains(&"FN:".to_owned()));
        assert!(
            !lines.iter().any(|line| line.starts_with("ORG") || line.starts_with("TEL") || line.starts_with("NOTE"))
        );
    }

    #[test]
    fn several_cards_follow_one_another() {
        let text = to_vcf(&[card(), card()]);
        assert_eq!(text.matches("BEGIN:VCARD\r\n").count(), 2);
        assert!(text.ends_with("END:VCARD\r\n"));
    }

    proptest! {
        #[test]
        fn whatever_is_written_makes_no_line_of_its_own(text in any::<String>()) {
            let fields = VCard {
                uid: text.clone(), given_name: text.clone(), family_name: text.clone(), organisation: text.clone(),
                email: text.clone(), phone: text.clone(), note: text,
            };
            let written = to_vcf(&[fields]);
            prop_assert!(written.split("\r\n").all(|line| line.len() <= LINE_MAX));
            let names: Vec<String> = unfolded(&written)
                .iter()
                .map(|line| line.split([':', ';']).next().unwrap_or_default().to_owned())
                .filter(|name| !["UID", "ORG", "EMAIL", "TEL", "NOTE"].contains(&name.as_str()))
                .collect();
            prop_assert_eq!(names, ["BEGIN", "VERSION", "PRODID", "N", "FN", "END"]);
        }
    }
}
