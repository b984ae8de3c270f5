//! What is said about reading files.

use crate::protocol::FileReport;
use crate::ui::state::Notice;

use super::{counted, files, imported, short};

pub const NO_FORMAT: &str = "Not a digest";
pub const REMOVE: &str = "Remove";
pub const REPLACE: &str = "Replace…";

/// What a file of rules is made of, as its report names it.
pub const RULE: &str = "rule";

/// A job of which all papers can be searched and some have no tags yet.
pub const TAGGING_ON: &str = "All can be searched. Adding tags";

/// How far a job is.
pub fn progress(done: u32, files: u32, papers: u32) -> String {
    let papers = counted(papers, "paper");
    if files > 1 {
        format!("{done} of {}, {papers}", counted(files, "file"))
    } else {
        papers
    }
}

/// What came of a load, in one sentence.
pub fn notice(notice: &Notice) -> String {
    let mut said = Vec::new();
    if notice.cancelled {
        said.push("Cancelled.".to_owned());
    }
    if notice.known > 0 {
        let verb = if notice.known == 1 { " was" } else { " were" };
        said.push(format!(
            "{}{verb} here already.",
            counted(notice.known, "file")
        ));
    }
    if notice.known > 0 && notice.known == notice.files {
        return said.join(" ");
    }
    if notice.added + notice.merged == 0 {
        said.push("No paper was read.".to_owned());
    } else {
        let mut counts = counted(notice.added, "new paper");
        if notice.merged > 0 {
            counts = format!("{counts}, {} known already", notice.merged);
        }
        said.push(format!(
            "{counts} from {}.",
            counted(notice.files - notice.known, "file")
        ));
    }
    if notice.problems > 0 {
        said.push(format!("{}.", counted(notice.problems, "problem")));
    }
    said.join(" ")
}

/// The rest of the files that could not be read.
pub fn more_unread(count: usize) -> String {
    format!("and {} more", files(count))
}

/// The balance of a file.
pub fn balance(report: &FileReport) -> String {
    if let Some(known) = &report.same_as {
        return format!("The same file as {}; nothing changed", short(known));
    }
    if let Some(said) = imported([report]) {
        return said;
    }
    let problems = report.counts[1] + report.counts[2];
    let mut parts = Vec::new();
    if !report.unit.is_empty() {
        parts.push(counted(report.entries, &report.unit));
    }
    if report.unit != RULE {
        parts.push(counted(report.added + report.merged, "paper"));
    }
    parts.push(counted(problems, "problem"));
    if report.merged > 0 {
        parts.push(format!("{} known already", report.merged));
    }
    if report.counts[0] > 0 {
        parts.push(counted(report.counts[0], "note"));
    }
    parts.join(", ")
}

/// Problems that the report does not list.
pub fn more_problems(count: usize) -> String {
    format!("and {count} more")
}

/// A line of a file.
pub fn line(line: u32) -> String {
    format!("line {line}")
}

/// The name of the button that reads another file in place of one.
pub fn replace(name: &str) -> String {
    format!("Replace {}", short(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_counts_files_where_there_are_several() {
        assert_eq!(progress(1, 3, 0), "1 of 3 files, 0 papers");
        assert_eq!(progress(0, 1, 1), "1 paper");
    }

    #[test]
    fn a_balance_names_what_is_not_a_paper() {
        let mut report = FileReport {
            unit: "heading".into(),
            entries: 68,
            added: 68,
            ..FileReport::default()
        };
        assert_eq!(balance(&report), "68 headings, 68 papers, 0 problems");
        report.added = 60;
        report.merged = 7;
        report.counts = [2, 0, 1];
        assert_eq!(
            balance(&report),
            "68 headings, 67 papers, 1 problem, 7 known already, 2 notes"
        );
    }

    #[test]
    fn a_load_is_told_in_one_sentence() {
        let loaded = Notice {
            added: 68,
            merged: 0,
            problems: 0,
            unread: Vec::new(),
            all_unread: 0,
            files: 1,
            known: 0,
            cancelled: false,
        };
        assert_eq!(notice(&loaded), "68 new papers from 1 file.");
        let twice = Notice {
            files: 3,
            known: 2,
            ..loaded.clone()
        };
        assert_eq!(
            notice(&twice),
            "2 files were here already. 68 new papers from 1 file."
        );
        let nothing = Notice {
            added: 0,
            problems: 1,
            cancelled: true,
            ..loaded
        };
        assert_eq!(notice(&nothing), "Cancelled. No paper was read. 1 problem.");
    }
}
