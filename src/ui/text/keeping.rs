//! What is said of what is kept from visit to visit.

use crate::core::day::Day;
use crate::protocol::{Forgotten, KeepFault, KeptFile, KeptView, Standing};

use super::{NAMED, counted, files, more_unread, short};

pub const KEPT: &str = "What is kept";
pub const KEEP_FILES: &str = "Keep what I add and decide in this browser";
pub const KEEP_HINT: &str = "When this page is opened next, the library is there as it was. Nothing leaves this machine. Switched off, nothing more is written; what is kept stays until it is let go.";
pub const KEEP_DISK: &str =
    "Every page that is opened from disk in this browser can read what this one keeps.";
pub const KEEP_ASK: &str = "Keep this library in this browser, so that it is here next time? Every page that is opened from disk in it can read what is kept.";
pub const KEEP_YES: &str = "Keep it";
pub const KEEP_NO: &str = "Do not keep it";
pub const KEPT_NOW: &str =
    "What you add and decide is kept in this browser, and is here when you open this page again.";
pub const NOTHING_KEPT: &str = "Nothing is kept.";
pub const NOTHING_KEPT_APART: &str =
    "Nothing of this page is kept. What your own library keeps in this browser is not shown here.";
pub const READ_AGAIN: &str = "Read it once more";
pub const LET_GO: &str = "Let go";
pub const FORGET: &str = "Forget everything";
pub const FORGET_SURE: &str = "All files, marks, rules and settings that this page keeps in this browser are deleted. There is no way back.";
pub const FORGET_SURE_APART: &str = "Your own library, which is not open here, is deleted: all files, marks, rules and settings that this browser keeps of it. There is no way back.";
pub const FORGET_NOT: &str = "Keep everything";
pub const OPENING: &str = "Opening your library";

/// A day such as `2026-11-30` as a person would say it.
pub fn long_day(day: &str) -> String {
    day.parse().map_or_else(|_| day.to_owned(), Day::long)
}

/// So many bytes.
pub fn bytes(size: u64) -> String {
    const UNITS: [&str; 4] = ["KB", "MB", "GB", "TB"];
    let (mut tenths, mut unit) = (size.saturating_mul(10).div_ceil(1000), 0);
    while tenths >= 10_000 && unit + 1 < UNITS.len() {
        tenths = tenths.div_ceil(1000);
        unit += 1;
    }
    let unit = UNITS[unit];
    match tenths {
        100.. => format!("{} {unit}", tenths.div_ceil(10)),
        _ => format!("{}.{} {unit}", tenths / 10, tenths % 10),
    }
}

/// How much is kept, by what.
pub fn kept(view: &KeptView) -> String {
    let size = view.files.iter().map(|file| file.size).sum();
    let (count, records) = view.records;
    let mut said = Vec::new();
    if !view.files.is_empty() {
        said.push(format!("{}, {}", files(view.files.len()), bytes(size)));
    }
    if count > 0 {
        said.push(format!("{}, {}", counted(count, "act"), bytes(records)));
    }
    let mut said = format!("{}.", said.join("; "));
    if let Some((used, all)) = view.room {
        let (used, all) = (bytes(used), bytes(all));
        said = format!("{said} This page uses {used} of {all} that the browser would give it.");
    }
    said
}

/// What is known of a kept file.
pub fn kept_file(file: &KeptFile, day: &str) -> String {
    let mut said = vec![bytes(file.size)];
    if file.papers > 0 {
        said.push(counted(file.papers, "paper"));
    }
    if !day.is_empty() {
        said.push(format!("added {}", long_day(day)));
    }
    let standing = match (file.id, file.standing) {
        (None, _) => "not kept for want of room",
        (_, Standing::Waiting) => "not read yet",
        (_, Standing::Here) => "",
        (_, Standing::Aside) => "set aside: the page ended twice while reading it",
        (_, Standing::Lost) => "lost: the browser cannot read it any more; add it again",
    };
    if !standing.is_empty() {
        said.push(standing.to_owned());
    }
    said.join(", ")
}

/// The name of the button that lets a kept file go.
pub fn let_go(name: &str) -> String {
    format!("{LET_GO} {}", short(name))
}

/// The name of the button that reads a file once more.
pub fn read_again(name: &str) -> String {
    format!("{READ_AGAIN}: {}", short(name))
}

/// Why something is not kept.
pub fn keep_fault(fault: &KeepFault, room: Option<(u64, u64)>) -> String {
    match fault {
        KeepFault::Denied => "This browser keeps nothing for this page, as in a private window: the library is gone when the page is closed. All else works as ever.".to_owned(),
        KeepFault::NoRoom(lacking) => {
            let given = room.map_or_else(String::new, |(used, all)| {
                format!(" This page has {} of {}.", bytes(used), bytes(all))
            });
            format!(
                "There is no room in this browser for {} more.{given} What was kept before stays. Let other files go, and it is tried again.",
                bytes(*lacking)
            )
        }
        KeepFault::Newer => "What this browser keeps was written by a later version of this page. It is left as it is and nothing is added to it. Reload the page to get that version.".to_owned(),
        KeepFault::Failed(said) => {
            format!("Not everything could be kept. The browser says: {}", short(said))
        }
    }
}

/// Files that were not read, because they may end the page or are lost.
pub fn kept_left(aside: &[&str], lost: &[&str]) -> String {
    let mut said = Vec::new();
    if !aside.is_empty() {
        said.push(format!(
            "Set aside, because the page ended twice while reading: {}.",
            named(aside)
        ));
    }
    if !lost.is_empty() {
        said.push(format!(
            "This browser has lost what it kept of {}. Add it again.",
            named(lost)
        ));
    }
    said.join(" ")
}

fn named(names: &[&str]) -> String {
    let shown: Vec<String> = names.iter().take(NAMED).map(|name| short(name)).collect();
    let shown = shown.join(", ");
    match names.len().saturating_sub(NAMED) {
        0 => shown,
        more => format!("{shown} {}", more_unread(more)),
    }
}

/// A library is gone that was there before.
pub fn evicted(count: u32, day: &str) -> String {
    let last = match day {
        "" => String::new(),
        day => format!(" on {}", long_day(day)),
    };
    let files = counted(count, "file");
    format!(
        "This browser has deleted the library that it kept here: {files}, last seen{last}. Some browsers do so when a page was not visited for a week, or when room is short. Add the files again, or restore a backup."
    )
}

/// What was let go, with how many settings.
pub fn forgotten(gone: Forgotten, settings: usize) -> String {
    let settings = counted(u32::try_from(settings).unwrap_or(u32::MAX), "setting");
    let acts = match gone.records {
        0 => String::new(),
        records => format!(", {}", counted(records, "act")),
    };
    // Who let it go in another tab was told there how much it was.
    if gone.files == 0 && gone.records == 0 {
        return format!("Forgotten: all that was kept, and {settings}.");
    }
    let files = counted(gone.files, "file");
    format!(
        "Forgotten: {files} of {}{acts} and {settings}.",
        bytes(gone.size)
    )
}

/// More files than are named.
pub fn and_more(count: usize) -> String {
    more_unread(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_told_in_short() {
        for (size, expected) in [
            (0, "0.0 KB"),
            (40, "0.1 KB"),
            (1_234, "1.3 KB"),
            (81_920, "82 KB"),
            (999_900, "1000 KB"),
            (1_500_000, "1.5 MB"),
            (152_000_000, "152 MB"),
            (60_000_000_000, "60 GB"),
        ] {
            assert_eq!(bytes(size), expected, "{size}");
        }
    }

    #[test]
    fn what_is_kept_is_told_by_what_it_is() {
        let file = KeptFile {
            id: Some(1),
            name: "a.md".into(),
            size: 81_920,
            added: 0,
            papers: 68,
            sources: Vec::new(),
            standing: Standing::Here,
        };
        let said = kept_file(&file, "2026-11-30");
        assert_eq!(said, "82 KB, 68 papers, added Mon 30 Nov 2026");
        let mut view = KeptView {
            files: vec![file],
            ..KeptView::default()
        };
        assert_eq!(kept(&view), "1 file, 82 KB.");
        view.records = (12, 480);
        view.room = Some((100_000, 60_000_000_000));
        assert_eq!(
            kept(&view),
            "1 file, 82 KB; 12 acts, 0.5 KB. This page uses 100 KB of 60 GB that the browser would give it."
        );
    }

    #[test]
    fn each_fault_is_told_in_words() {
        let room = Some((900_000_000, 1_000_000_000));
        for (fault, expected) in [
            (KeepFault::Denied, "private window"),
            (
                KeepFault::NoRoom(2_000_000),
                "no room in this browser for 2.0 MB more. This page has 900 MB of 1.0 GB.",
            ),
            (KeepFault::Newer, "later version"),
            (KeepFault::Failed("AbortError: x".into()), "AbortError: x"),
        ] {
            let said = keep_fault(&fault, room);
            assert!(said.contains(expected), "{said}");
        }
    }

    #[test]
    fn what_is_not_there_any_more_is_named() {
        assert_eq!(
            kept_left(&["a.md", "b.md", "c.md", "d.md"], &[]),
            "Set aside, because the page ended twice while reading: a.md, b.md, c.md and 1 file more."
        );
        assert!(
            kept_left(&[], &["a.md"]).starts_with("This browser has lost what it kept of a.md.")
        );
        assert!(evicted(3, "2026-11-28").contains("3 files, last seen on Sat 28 Nov 2026"));
        assert!(evicted(1, "").contains("1 file, last seen. Some"));
        let gone = Forgotten {
            files: 3,
            size: 1_200_000,
            records: 0,
        };
        assert_eq!(
            forgotten(gone, 2),
            "Forgotten: 3 files of 1.2 MB and 2 settings."
        );
        assert_eq!(
            forgotten(Forgotten::default(), 1),
            "Forgotten: all that was kept, and 1 setting."
        );
    }
}
