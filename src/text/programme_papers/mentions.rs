//! What documents say of who trains.

use super::{Block, Source};
use crate::domain::programme::provider::Provider;
use crate::text::format;

/// Who trains, with what identifies them; only what is known.
pub fn identity(provider: &Provider) -> Block {
    let Provider { name, address, siret, phone, email, .. } = provider;
    let siret = if siret.is_empty() { String::new() } else { format!("SIRET {}", spaced(siret)) };
    let phone = format::phone(phone);
    let lines = [
        joined(&[name, &address.replace('\n', ", ")]),
        joined(&[&siret, &phone, email]),
        declaration(provider).unwrap_or_default(),
    ];
    Block::Mentions(lines.into_iter().filter(|line| !line.is_empty()).collect())
}

fn joined(parts: &[&str]) -> String {
    parts.iter().copied().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" – ")
}

/// The declaration of activity, with what it does not mean; none when its number is not known.
pub fn declaration(provider: &Provider) -> Option<String> {
    let Provider { declaration, prefecture, .. } = provider;
    if declaration.is_empty() {
        return None;
    }
    let with = match prefecture.as_str() {
        "" => String::new(),
        _ if prefecture.to_lowercase().contains("préf") => format!(" auprès de\u{a0}: {prefecture}"),
        region => format!(" auprès du préfet de région {region}"),
    };
    Some(format!(
        "Déclaration d’activité enregistrée sous le numéro {declaration}{with}\u{a0}; cet enregistrement ne vaut pas agrément de l’État."
    ))
}

/// « 732 829 320 00074 ».
pub fn spaced(siret: &str) -> String {
    let digits: String = siret.chars().filter(|c| !c.is_whitespace()).collect();
    let parts = [digits.get(0..3), digits.get(3..6), digits.get(6..9), digits.get(9..)];
    let parts: Option<Vec<&str>> = parts.into_iter().collect();
    parts.map_or(digits.clone(), |parts| parts.join("\u{a0}"))
}

impl Source<'_> {
    pub(super) fn provider(&self) -> &Provider {
        &self.programme.provider
    }

    /// A box for the signature of who trains.
    pub(super) fn signature(self) -> Block {
        let said = match self.provider().signatory.as_str() {
            "" => "Nom, fonction, signature et cachet".to_owned(),
            signatory => format!("{signatory}\u{a0}: signature et cachet"),
        };
        Block::Signatures(vec![said])
    }

    /// « Fait à Bobigny, le 1er mars 2022 ».
    pub(super) fn signed(self) -> Block {
        let place = self.provider().signed_at.clone();
        let on = if self.is_blank { String::new() } else { format::date(self.today) };
        Block::Facts(vec![("Fait à", place), ("Le", on)])
    }
}
