//! The day of a list.
//!
//! A mail says from when to when it received papers, `received from  Mon  2 Mar 26 19:00:00 GMT  to
//! Tue  3 Mar 26 19:00:00 GMT`. arXiv announces them in the evening and dates its lists by the next
//! day, never a Saturday or Sunday: the day of the list is the first working day after the `to`.
//! Before a holiday it is later, which the `Date:` of the mail tells. A weekly listing has markers
//! of days, `/* Wed, 4 Mar 2026 */`. A monthly one tells no day, and its papers have none.

use super::ArxivMail;
use crate::core::day::Day;
use crate::core::diagnostic::DiagnosticKind;
use crate::core::digest::dates::{self, DayFound};
use crate::core::digest::desk::Desk;
use crate::core::digest::lines::Line;
use crate::core::paper::{AnnounceKind, Paper};

/// How many days after the last submission a mail may be sent and be no forwarded one.
const LATE: i32 = 7;

impl ArxivMail {
    /// A line outside of records that may tell a day.
    pub(super) fn header(&mut self, desk: &mut Desk<'_>, line: Line) {
        let content = line.text(desk.text);
        if let Some(to) = received(content) {
            self.in_header = false;
            let mailed = self.mailed.take();
            let last = told_day(desk, line, dates::find_short(to));
            self.begin_list(match (last, mailed) {
                (Some(last), mailed) => {
                    let day = announced(last);
                    let late = last.days_since_epoch() + LATE;
                    mailed
                        .filter(|mailed| *mailed > day && mailed.days_since_epoch() <= late)
                        .or(Some(day))
                }
                (None, mailed) => mailed,
            });
        } else if content.trim_start().starts_with("Papers received as of") {
            self.begin_list(None);
        } else if let Some(date) = content.strip_prefix("Date:").filter(|_| self.in_header) {
            let day = told_day(desk, line, dates::find_short(date));
            self.mailed = day.map(|day| in_greenwich(day, date));
            self.begin_list(self.mailed);
        }
    }

    /// The list of a day starts, in a weekly listing.
    pub(super) fn begin_day(&mut self, desk: &mut Desk<'_>, line: Line, marker: &str) {
        let day = told_day(desk, line, dates::find_short(marker));
        self.begin_list(day);
    }

    /// Says once that the day of a list is not known; only lists of a day have abstracts.
    pub(super) fn check_day(&mut self, desk: &mut Desk<'_>, line: Line, paper: &Paper) {
        let known = self.day.is_some() || desk.file_day().is_some();
        if known || self.told_no_day || paper.summary.is_none() {
            return;
        }
        self.told_no_day = true;
        let message = "Neither the text nor the file's name tells the day of this list.";
        desk.warn(line, DiagnosticKind::NoDay, message);
    }

    fn begin_list(&mut self, day: Option<Day>) {
        self.day = day;
        self.section = AnnounceKind::New;
    }
}

/// The day that was found on a line, with what is to be said about it.
fn told_day(desk: &mut Desk<'_>, line: Line, found: DayFound) -> Option<Day> {
    match found {
        DayFound::Day(day) => Some(day),
        DayFound::None => None,
        DayFound::WrongWeekday(day) => {
            let message = format!("{day} was a {}, not the day named here.", day.weekday());
            desk.note(line, DiagnosticKind::BadDay, message);
            Some(day)
        }
        DayFound::Impossible => {
            let message = "The calendar has no such day; it was left out.";
            desk.warn(line, DiagnosticKind::BadDay, message);
            None
        }
    }
}

/// Until when a list received papers: what follows the `to`.
pub(super) fn received(line: &str) -> Option<&str> {
    let (_, to) = line
        .trim_start()
        .strip_prefix("received from ")?
        .split_once(" to ")?;
    to.contains(':').then_some(to)
}

/// The day of the list of what was submitted until the afternoon of a day.
fn announced(last: Day) -> Day {
    let mut day = last.following();
    while let Some(weekend) = day.filter(|day| matches!(day.weekday(), "Sat" | "Sun")) {
        day = weekend.following();
    }
    day.unwrap_or(last)
}

/// The day in Greenwich of a time whose zone lies west: `Tue, 3 Mar 2026 20:29:12 -0500` is the 4th
/// there.
fn in_greenwich(day: Day, time: &str) -> Day {
    let mut words = time
        .split_whitespace()
        .skip_while(|word| !word.contains(':'));
    let hour = words.next().and_then(|clock| clock.get(..2)?.parse().ok());
    let west = words
        .next()
        .and_then(|zone| zone.strip_prefix('-')?.get(..2)?.parse().ok());
    match (hour, west) {
        (Some(hour), Some(west)) if u8::saturating_add(hour, west) >= 24 => {
            day.following().unwrap_or(day)
        }
        _ => day,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(seen: Day, expected: &str) {
        assert_eq!(seen.to_string(), expected);
    }

    #[test]
    fn lists_are_of_working_days() {
        for (last, expected) in [
            ("2026-03-03", "2026-03-04"),
            ("2026-03-06", "2026-03-09"),
            ("2026-03-07", "2026-03-09"),
            ("2026-12-31", "2027-01-01"),
        ] {
            check(announced(last.parse().unwrap()), expected);
        }
    }

    #[test]
    fn mails_are_dated_in_greenwich() {
        let day: Day = "2026-03-03".parse().unwrap();
        for (time, expected) in [
            ("Tue, 3 Mar 2026 01:29:12 GMT", "2026-03-03"),
            ("Tue, 3 Mar 2026 20:29:12 -0500 (EST)", "2026-03-04"),
            ("Tue, 3 Mar 2026 18:29:12 -0500", "2026-03-03"),
            ("Tue, 3 Mar 2026 09:29:12 +0800", "2026-03-03"),
            ("Tue, 3 Mar 2026", "2026-03-03"),
        ] {
            check(in_greenwich(day, time), expected);
        }
    }

    #[test]
    fn the_end_of_the_reception_is_found() {
        assert_eq!(
            received(" received from  Mon  2 Mar 26 19:00:00 GMT  to  Tue  3 Mar 26 19:00:00 GMT"),
            Some(" Tue  3 Mar 26 19:00:00 GMT")
        );
        assert_eq!(received("received from space to us"), None);
        assert_eq!(received("it was received from a to b: c"), None);
    }
}
