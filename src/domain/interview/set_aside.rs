//! Setting an orientation aside: what is typed, and the decision it becomes.

use super::decision::{Decision, SetAsideReason};

/// What was chosen and typed so far. Nothing is chosen at first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SetAsideDraft {
    pub reason: Option<SetAsideReason>,
    pub note: String,
}

/// What a draft lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetAsideFault {
    NoReason,
    /// « Other » says nothing by itself.
    OtherWithoutNote,
}

impl TryFrom<&SetAsideDraft> for Decision {
    type Error = SetAsideFault;

    fn try_from(draft: &SetAsideDraft) -> Result<Self, SetAsideFault> {
        let note = draft.note.trim();
        match draft.reason {
            None => Err(SetAsideFault::NoReason),
            Some(SetAsideReason::Other) if note.is_empty() => Err(SetAsideFault::OtherWithoutNote),
            Some(reason) => Ok(Self::SetAside { reason, note: note.to_owned() }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_needed_and_other_must_be_explained() {
        let draft = |reason, note: &str| SetAsideDraft { reason, note: note.to_owned() };
        assert_eq!(Decision::try_from(&draft(None, "note")), Err(SetAsideFault::NoReason));
        let other = Some(SetAsideReason::Other);
        assert_eq!(Decision::try_from(&draft(other, "  ")), Err(SetAsideFault::OtherWithoutNote));
        let expected = Decision::SetAside { reason: SetAsideReason::Other, note: "Déjà vu ailleurs".to_owned() };
        assert_eq!(Decision::try_from(&draft(other, " Déjà vu ailleurs ")), Ok(expected));
        let expected = Decision::SetAside { reason: SetAsideReason::NotNow, note: String::new() };
        assert_eq!(Decision::try_from(&draft(Some(SetAsideReason::NotNow), "")), Ok(expected));
    }
}
