//! Whether a telephone number, an address or a link looks like one. What does not is kept and remarked upon.

/// A French or international number, with the usual signs between digits; empty is nothing to remark.
pub fn is_phone(text: &str) -> bool {
    let compact: String = text.chars().filter(|c| !c.is_whitespace() && !".-/()".contains(*c)).collect();
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    match compact.strip_prefix('+').or_else(|| compact.strip_prefix("00")) {
        Some(number) => (8..=15).contains(&number.len()) && is_digits(number),
        None if compact.is_empty() => true,
        // Ten digits, or a short number such as 3939.
        None => is_digits(&compact) && ((compact.len() == 10 && compact.starts_with('0')) || compact.len() == 4),
    }
}

/// A number without what is written between its digits.
pub fn without_signs(phone: &str) -> String {
    phone.chars().filter(|c| !c.is_whitespace() && !".-()/".contains(*c)).collect()
}

/// The ten digits of a French number, however it was written.
pub fn french_digits(phone: &str) -> Option<String> {
    let kept = without_signs(phone);
    let national = match kept.strip_prefix("+33").or_else(|| kept.strip_prefix("0033")) {
        Some(rest) => format!("0{}", rest.strip_prefix('0').unwrap_or(rest)),
        None => kept,
    };
    let is_digits = national.bytes().all(|byte| byte.is_ascii_digit());
    (national.len() == 10 && national.starts_with('0') && !national.starts_with("00") && is_digits).then_some(national)
}

pub fn is_email(text: &str) -> bool {
    let has_space = text.contains(char::is_whitespace);
    text.split_once('@').is_some_and(|(name, host)| {
        !has_space && !name.is_empty() && !host.contains('@') && host.contains('.') && !host.ends_with('.')
    })
}

/// Neither a web address nor a bare host name.
pub fn is_odd_link(text: &str) -> bool {
    super::place::web_link(text).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recognises_numbers_and_addresses() {
        for text in ["", "+33199000012", "01 99 00 00 12", "01.99.00.00.12", "0033199000012", "3939", "(0199) 00-00-12"]
        {
            assert!(is_phone(text), "{text}");
        }
        for text in ["199000012", "accueil", "01 99 00 00 12 poste 3", "+33", "12345678901234567890"] {
            assert!(!is_phone(text), "{text}");
        }
        assert!(is_email("accueil@example.org"));
        for text in ["accueil", "@example.org", "a@b", "a b@example.org", "a@b@example.org", "a@example."] {
            assert!(!is_email(text), "{text}");
        }
    }
}
