//! The documents of a session, and what each still lacks before it is printed.

use super::hours::Half;
use super::id::SessionId;
use super::provider::{Provider, field};
use super::session::{self, Session};
use super::whole::Programme;
use crate::records::ChangeSet;

/// A document of a session that is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Paper {
    Programme,
    /// One a person.
    Invitations,
    Attendance(Half),
    Participants,
    Report,
    /// « Certificat de réalisation », one a person.
    Certificates,
    /// « Attestation individuelle », one a person.
    Attestations,
    Invoice,
}

impl Paper {
    pub const ALL: [Self; 9] = [
        Self::Programme,
        Self::Invitations,
        Self::Participants,
        Self::Attendance(Half::Morning),
        Self::Attendance(Half::Afternoon),
        Self::Report,
        Self::Certificates,
        Self::Attestations,
        Self::Invoice,
    ];

    /// Those of a session: no sheet is signed on a half of the day that has no hours.
    pub fn of_session(session: &Session) -> impl Iterator<Item = Self> {
        let hours = session.hours;
        let is_unknown = hours.halves().next().is_none();
        Self::ALL.into_iter().filter(move |paper| match paper {
            Self::Attendance(half) => is_unknown || hours.half(*half).is_some(),
            _ => true,
        })
    }

    /// What it says of who trains.
    pub fn mentions(self) -> &'static [Mention] {
        use Mention::{
            Address, Complaints, Declaration, Disability, Email, Name, Phone, Prefecture, Prerequisites, Rules,
            Signatory, SignedAt, Siret,
        };
        match self {
            Self::Programme => &[Name, Siret, Declaration, Prefecture, Prerequisites, Disability, Complaints],
            Self::Invitations => &[Name, Phone, Email, Disability, Complaints, Rules],
            Self::Attendance(_) | Self::Participants | Self::Report => &[Name],
            Self::Certificates | Self::Attestations => {
                &[Name, Address, Siret, Declaration, Prefecture, Signatory, SignedAt]
            }
            Self::Invoice => &[Name, Address, Siret],
        }
    }
}

/// Something that documents say of who trains.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mention {
    Name,
    Address,
    Siret,
    Declaration,
    Prefecture,
    Signatory,
    SignedAt,
    Phone,
    Email,
    Disability,
    Complaints,
    Prerequisites,
    Rules,
}

impl Mention {
    /// The field that holds it.
    pub fn field(self) -> &'static str {
        match self {
            Self::Name => field::NAME,
            Self::Address => field::ADDRESS,
            Self::Siret => field::SIRET,
            Self::Declaration => field::DECLARATION,
            Self::Prefecture => field::PREFECTURE,
            Self::Signatory => field::SIGNATORY,
            Self::SignedAt => field::SIGNED_AT,
            Self::Phone => field::PHONE,
            Self::Email => field::EMAIL,
            Self::Disability => field::DISABILITY,
            Self::Complaints => field::COMPLAINTS,
            Self::Prerequisites => field::PREREQUISITES,
            Self::Rules => field::RULES,
        }
    }

    /// As it is written; empty: nobody wrote it.
    pub fn of(self, provider: &Provider) -> &str {
        match self {
            Self::Name => &provider.name,
            Self::Address => &provider.address,
            Self::Siret => &provider.siret,
            Self::Declaration => &provider.declaration,
            Self::Prefecture => &provider.prefecture,
            Self::Signatory => &provider.signatory,
            Self::SignedAt => &provider.signed_at,
            Self::Phone => &provider.phone,
            Self::Email => &provider.email,
            Self::Disability => &provider.disability,
            Self::Complaints => &provider.complaints,
            Self::Prerequisites => &provider.prerequisites,
            Self::Rules => &provider.rules,
        }
    }

    /// Whether a document does without it: one way to write or to call is enough, and a region is only named with the
    /// number of the declaration that was made there.
    fn is_needless(self, provider: &Provider) -> bool {
        match self {
            Self::Email => !provider.phone.is_empty(),
            Self::Phone => !provider.email.is_empty(),
            Self::Prefecture => provider.declaration.is_empty(),
            _ => false,
        }
    }
}

/// What a document lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Missing {
    Mention(Mention),
    Day,
    Hours,
    Place,
    Trainer,
    /// Nobody has a place.
    People,
    /// So many presences are not noted.
    Presences(usize),
    /// Nobody who is named was there.
    Nobody,
    /// What the trainer writes of the day.
    Report,
}

/// What a document says of who trains, and that nobody wrote.
pub fn missing_mentions(paper: Paper, provider: &Provider) -> Vec<Mention> {
    let is_missing = |mention: &Mention| mention.of(provider).is_empty() && !mention.is_needless(provider);
    paper.mentions().iter().copied().filter(is_missing).collect()
}

/// What a document of a session lacks, in the order in which it is looked for.
pub fn missing(paper: Paper, programme: &Programme, session: &Session) -> Vec<Missing> {
    let mentions = missing_mentions(paper, &programme.provider).into_iter().map(Missing::Mention);
    let of_day = of_day(paper).iter().copied().filter(|one| match one {
        Missing::Day => session.held_on.is_none(),
        Missing::Hours => session.hours.halves().next().is_none(),
        Missing::Place => session.place.is_empty(),
        Missing::Trainer => session.trainers.iter().all(|trainer| programme.trainer(trainer).is_none()),
        Missing::People => programme.registered(&session.id).is_empty(),
        Missing::Report => session.report.is_empty(),
        Missing::Mention(_) | Missing::Presences(_) | Missing::Nobody => false,
    });
    let of_day: Vec<_> = mentions.chain(of_day).collect();
    of_day.into_iter().chain(of_roll(paper, programme, session)).collect()
}

/// What a document says of the day.
fn of_day(paper: Paper) -> &'static [Missing] {
    use Missing::{Day, Hours, People, Place, Report, Trainer};
    match paper {
        Paper::Programme => &[Hours],
        Paper::Invitations => &[Day, Hours, Place, People],
        Paper::Participants => &[Day, People],
        Paper::Attendance(_) => &[Day, Hours, Place, Trainer, People],
        Paper::Report => &[Day, Report],
        Paper::Certificates | Paper::Attestations => &[Day, Hours],
        Paper::Invoice => &[Day, Hours, Place],
    }
}

/// What a document says of who was there.
fn of_roll(paper: Paper, programme: &Programme, session: &Session) -> Option<Missing> {
    let is_after = matches!(paper, Paper::Report | Paper::Certificates | Paper::Attestations | Paper::Invoice);
    if !is_after {
        return None;
    }
    let missing = programme.missing_presences(session);
    let is_for_each = matches!(paper, Paper::Certificates | Paper::Attestations);
    let is_nobody = || is_for_each && programme.came(session).is_empty();
    (missing > 0).then_some(Missing::Presences(missing)).or_else(|| is_nobody().then_some(Missing::Nobody))
}

/// Writes what the trainer says of the day; blank: nothing.
pub fn write_report(id: &SessionId, text: &str) -> ChangeSet {
    let written = (!text.is_empty()).then_some(text);
    id.key().map_or_else(|_| ChangeSet::new(), |key| ChangeSet::one(&key, session::field::REPORT, written))
}

#[cfg(test)]
#[path = "document_tests.rs"]
mod tests;
