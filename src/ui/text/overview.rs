//! What is said of the days of the library and how far the reader is with them.

use crate::protocol::DayProgress;

pub const OVERVIEW: &str = "Your papers";
pub const ALL_DECIDED: &str = "Every paper is decided.";
pub const NOT_FINISHED: &str = "The oldest day that is not finished:";
pub const SHOW_KEPT: &str = "Show what you kept";
pub const OVERVIEW_NEXT: &str = "next paper";
pub const OVERVIEW_STAR: &str = "star";
pub const OVERVIEW_SKIP: &str = "skip";

/// How far the reader is with a day.
pub fn decided(day: &DayProgress) -> String {
    let DayProgress {
        papers, decided, ..
    } = day;
    format!("{}: {decided} of {papers} decided", day.day.long())
}

/// A day of which every paper is decided, and what was kept of it.
pub fn finished(day: &DayProgress) -> String {
    let kept = [
        (day.starred > 0).then(|| starred(day.starred)),
        (day.later > 0).then(|| later(day.later)),
    ];
    let kept: Vec<String> = kept.into_iter().flatten().collect();
    let kept = if kept.is_empty() {
        "nothing starred, nothing for later".to_owned()
    } else {
        kept.join(", ")
    };
    format!("{} is finished: {kept}.", day.day.long())
}

/// The button that leaves the undecided papers of a day in the list.
pub fn show_left(day: &DayProgress) -> String {
    format!("Show {}", undecided(day.left()))
}

/// The same button where days are not told apart by what stands around it.
pub fn show_left_of(day: &DayProgress) -> String {
    format!("{} of {}", show_left(day), day.day.long())
}

/// The button that shows what was kept of a day, by its name alone.
pub fn show_kept_of(day: &DayProgress) -> String {
    format!("{SHOW_KEPT} of {}", day.day.long())
}

/// The button of the papers that were never seen.
pub fn new(papers: u32) -> String {
    format!("{papers} new")
}

/// The button of those that are starred.
pub fn starred(papers: u32) -> String {
    format!("{papers} starred")
}

/// The button of those that are kept for later.
pub fn later(papers: u32) -> String {
    format!("{papers} for later")
}

/// The button of those that are not decided.
pub fn undecided(papers: u32) -> String {
    format!("{papers} undecided")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::day::Day;

    #[test]
    fn days_are_told_in_a_line() {
        let mut day = DayProgress {
            day: Day::new(2026, 1, 23).unwrap(),
            papers: 68,
            decided: 23,
            starred: 3,
            later: 2,
        };
        assert_eq!(decided(&day), "Fri 23 Jan 2026: 23 of 68 decided");
        assert_eq!(show_left_of(&day), "Show 45 undecided of Fri 23 Jan 2026");
        assert_eq!(
            finished(&day),
            "Fri 23 Jan 2026 is finished: 3 starred, 2 for later."
        );
        (day.starred, day.later) = (0, 0);
        assert_eq!(
            finished(&day),
            "Fri 23 Jan 2026 is finished: nothing starred, nothing for later."
        );
    }
}
