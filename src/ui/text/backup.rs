//! What is said of backups.

use crate::protocol::BackupView;

use super::{KEEP_FILES, bytes, counted, files, long_day, short};

pub const BACKUP: &str = "Backup";
pub const SAVE_BACKUP: &str = "Save a backup";
pub const RESTORE_FROM: &str = "Restore from a file";
pub const BACKUP_HINT: &str = "One file with all of it: the files as they came, marks, notes, rules, searches and what can be undone. Restore it in any browser. Where marks were made in two, of each mark the later one holds, and notes that differ are both kept.";
/// The command of the same, which has no panel around it.
pub const DO_RESTORE: &str = "Restore a backup";
pub const RESTORE: &str = "Restore it";
pub const RESTORE_NOT: &str = "Not now";
pub const READING_BACKUP: &str = "Reading the backup";
/// Many marks are nowhere but in a browser that may delete them.
pub const BACKUP_WANTED: &str = "Your marks are kept in this browser alone, and it may delete them when room is short or the page is not visited for long.";
/// The worker that was reading a backup is gone.
pub const RESTORER_DIED: &str = "The backup was not restored to its end: the search engine of this page crashed. Choose it again; what is there by now stays.";
/// And so it is where another one opens the reader's library.
pub const RESTORER_LEFT: &str = "The backup was not restored to its end: the papers of this page were being added to your library. Choose it again; what is there by now stays.";
/// Several backups were dropped at once.
pub const ONE_BACKUP: &str =
    "These are several backups. The first is read; restore the others after it, one at a time.";

/// When a backup was made last; `None` for never.
pub fn last_backup(day: Option<&str>) -> String {
    match day {
        Some(day) => format!("The last one was saved here on {}.", long_day(day)),
        None => "None was saved here yet.".to_owned(),
    }
}

/// A backup that was read, made on this day, and what it holds.
pub fn backup(view: &BackupView, day: &str) -> String {
    let (count, size) = view.files;
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    format!(
        "{} is a backup of {}: {}, {}; marks of {}.",
        short(&view.name),
        long_day(day),
        files(count),
        bytes(size),
        counted(view.papers, "paper")
    )
}

/// What restoring a backup changes.
pub fn restoring(view: &BackupView) -> String {
    let gains = &view.gains;
    // Rules, searches and the like are settings here.
    let all = [
        (gains.marks, "adds", "mark"),
        (gains.notes, "adds", "note"),
        (gains.settings, "adds", "setting"),
        (view.new_files, "adds", "file"),
        (gains.marks_gone, "takes off", "mark"),
        (gains.notes_replaced, "replaces", "note"),
        (gains.settings_changed, "changes", "setting"),
    ];
    let mut said: Vec<String> = Vec::new();
    let mut last = "";
    for (count, does, what) in all.into_iter().filter(|(count, ..)| *count > 0) {
        let what = counted(count, what);
        if does == last {
            said.push(what);
        } else {
            said.push(format!("{does} {what}"));
        }
        last = does;
    }
    if gains.notes_beside > 0 {
        let notes = counted(gains.notes_beside, "note");
        said.push(format!("keeps {notes} beside yours"));
    }
    let back = if gains.is_first {
        ""
    } else {
        " The marks and settings can be undone in one step."
    };
    match said.as_slice() {
        [] if gains.seen > 0 => format!(
            "Restoring it changes nothing but which papers are new: {} will not be.",
            counted(gains.seen, "paper")
        ),
        [] => "All that is in it is here already.".to_owned(),
        said => format!("Restoring it {}.{back}", said.join(", ")),
    }
}

/// A backup is restored: to what is kept, or to the page alone, which may be apart from what is.
pub fn restored(view: &BackupView, is_kept: bool, is_apart: bool) -> String {
    let restored = format!("{} is restored.", short(&view.name));
    if is_kept {
        restored
    } else if is_apart {
        format!(
            "{restored} It is gone when you close this page. To keep it, restore it in your library: open this page without what stands behind the # of its address, or add these papers first."
        )
    } else {
        format!(
            "{restored} It is gone when you close this page, unless you switch on “{KEEP_FILES}”."
        )
    }
}

/// The files of a backup that are being read.
pub fn filing(done: u32, of: u32) -> String {
    format!("Marks and settings are restored. Reading its files: {done} of {of}.")
}

/// The reader stopped that.
pub fn filing_stopped(done: u32, of: u32) -> String {
    format!(
        "Stopped: marks and settings are restored, and {done} of {of} files. Choose the backup again for the others."
    )
}

/// A file cannot be restored.
pub fn not_restored(name: &str, why: &str) -> String {
    let name = if name.is_empty() { "The file" } else { name };
    format!(
        "{} was not restored, and nothing was changed: {}. Choose another backup, or get this one anew.",
        short(name),
        short(why)
    )
}

/// A backup was taken over by an act that changed so many papers and settings.
pub fn restored_act(changes: u32) -> String {
    match changes {
        0 => "Restored a backup.".to_owned(),
        1 => "Restored a backup: one paper or setting changed.".to_owned(),
        _ => format!("Restored a backup: {changes} papers and settings changed."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::Gains;

    #[track_caller]
    fn check(gains: Gains, new_files: u32, expected: &str) {
        let view = BackupView {
            new_files,
            gains,
            ..BackupView::default()
        };
        assert_eq!(restoring(&view), expected);
    }

    #[test]
    fn what_a_backup_changes_is_told_before() {
        let nothing = Gains::default();
        check(nothing, 0, "All that is in it is here already.");
        let gains = Gains {
            marks: 12,
            notes: 3,
            settings: 1,
            marks_gone: 1,
            settings_changed: 2,
            notes_beside: 1,
            ..nothing
        };
        check(
            gains,
            2,
            "Restoring it adds 12 marks, 3 notes, 1 setting, 2 files, takes off 1 mark, changes 2 settings, keeps 1 note beside yours. The marks and settings can be undone in one step.",
        );
        let first = Gains {
            marks: 1,
            is_first: true,
            ..nothing
        };
        check(first, 0, "Restoring it adds 1 mark.");
        let seen = Gains { seen: 9, ..nothing };
        check(
            seen,
            0,
            "Restoring it changes nothing but which papers are new: 9 papers will not be.",
        );
    }

    #[test]
    fn a_backup_is_told_by_what_it_holds() {
        let view = BackupView {
            name: "b.zip".into(),
            papers: 1,
            files: (2, 81_920),
            ..BackupView::default()
        };
        assert_eq!(
            backup(&view, "2026-11-30"),
            "b.zip is a backup of Mon 30 Nov 2026: 2 files, 82 KB; marks of 1 paper."
        );
        assert_eq!(last_backup(None), "None was saved here yet.");
        assert!(last_backup(Some("2026-11-30")).ends_with("on Mon 30 Nov 2026."));
        assert!(not_restored("", "it is no backup").starts_with("The file was not restored"));
    }
}
