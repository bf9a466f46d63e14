//! The pages that every screen leads to: help, preferences, personal data, accessibility.

mod accessibility;
mod help;
mod preferences;
mod privacy;

pub use accessibility::AccessibilityPage;
pub use help::HelpPage;
pub use preferences::PreferencesPage;
pub use privacy::PrivacyPage;
