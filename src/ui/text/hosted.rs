//! What is said of newer versions of the page and of what comes from outside of it.

use super::short;

pub const RENEWED: &str = "A new version of this page is ready. What you have open stays as it is.";
pub const RENEWED_LOSES: &str = "A new version of this page is ready. Nothing is kept in this browser, so it begins without the papers that are here now.";
pub const RENEW: &str = "Use the new version";
pub const READ_OFFER: &str = "Read it";
pub const REFUSE_OFFER: &str = "Do not";

/// Something was handed to the page.
pub fn offered(label: &str) -> String {
    format!(
        "Another app or page has handed this over: {}.",
        short(label)
    )
}

#[cfg(test)]
mod tests {
    #[test]
    fn an_offer_is_named() {
        assert_eq!(
            super::offered("day.md"),
            "Another app or page has handed this over: day.md."
        );
    }
}
