//! What is said of papers that are shared.

use crate::protocol::{MOST_IN_LINK, Need, NeedStanding, ParcelView, ShareView};
use crate::ui::state::{Came, Sharing};

use super::{NAMED, counted, short};

pub const SHARE: &str = "Share";
pub const KEY_SHARE: (&str, &str) = (
    "Share",
    "share papers: by a link, or as a page of their own",
);
pub const SHARED_PAPERS: &str = "shared papers";
pub const SHARE_WHAT: &str = "Papers";
pub const SHARE_TITLE: &str = "Title";
pub const WITH_MARKS: &str = "With my marks";
pub const SHARE_COUNTING: &str = "Counting…";
pub const COPY_LINK: &str = "Copy the link";
pub const SAVE_PAGE: &str = "Save the page";
pub const LINK_COPIED: &str = "The link is copied.";

pub const LINK: &str = "A link to this view";
pub const LINK_SAYS: &str = "Opens this search, with these papers where their files are there.";
pub const LINK_NEEDS_NOTHING: &str = "The papers come from no file, so the link names none.";
pub const LINK_FROM_DISK: &str = "This page was opened from disk: the link works on this machine alone. A page of their own takes the papers anywhere.";

pub const PARCEL: &str = "A link with the papers inside";
pub const PARCEL_SAYS: &str = "Opens with these papers, whatever files are there. They travel in the part of the address that is sent to no server.";
pub const FITS_ALL: &str = "Short enough for whatever passes links on.";
pub const FITS_MOST: &str = "Most programs pass it on; Discord takes 2,000 characters a message.";
pub const FITS_BROWSERS: &str = "All browsers open it, but chats do not take it in one message (Telegram takes 4,096 characters), and mail programs may cut it. Put it into a web page or a note, or save a page instead.";

pub const PAGE: &str = "A page of their own";
pub const PAGE_SAYS: &str = "One HTML file with these papers, this view and the whole program. It opens from disk or from any host, asks nothing and keeps nothing.";
pub const PROGRAM_MISSING: &str = "the program that goes into the page could not be had: digest-explorer.html should lie beside this page, and the host must be in reach";
pub const PROGRAM_STRANGE: &str =
    "digest-explorer.html beside this page is not the program that goes into the page";

pub const ADD_TO_LIBRARY: &str = "Add to my library";
pub const KEEP_RECEIVED: &str = "Keep them";
pub const APART: &str = "This page holds what was shared with it, apart from your library. What you mark here is gone when you close it, unless you add it to your library.";

/// There is no link with so many papers inside, or with so much of them.
pub fn no_parcel(papers: u32) -> String {
    match papers {
        0 => "There is nothing to put into a link.".to_owned(),
        1..=MOST_IN_LINK => {
            "These papers are too long for a link. Choose fewer, or save a page.".to_owned()
        }
        _ => format!("At most {MOST_IN_LINK} papers go into a link. Choose fewer, or save a page."),
    }
}

/// What is inside of what is shared.
pub fn share_inside(view: &ShareView, marks: bool, notes: bool) -> String {
    let mut parts = vec![counted(view.papers, "paper")];
    if marks && view.marked > 0 {
        parts.push(format!("marks on {}", counted(view.marked, "paper")));
    }
    if notes && view.noted > 0 {
        parts.push(counted(view.noted, "note"));
    }
    parts.push("this view".to_owned());
    let last = parts.pop().unwrap_or_default();
    format!("Inside: {} and {last}.", parts.join(", "))
}

/// A switch with how many papers it is about.
pub fn share_with(what: &str, count: u32) -> String {
    format!("{what} ({count})")
}

/// How long a link is.
pub fn link_length(length: usize) -> String {
    let length = u32::try_from(length).unwrap_or(u32::MAX);
    counted(length, "character")
}

/// Through what a link of this length gets.
pub fn link_fits(length: usize) -> &'static str {
    match length {
        0..=2_000 => FITS_ALL,
        2_001..=4_000 => FITS_MOST,
        _ => FITS_BROWSERS,
    }
}

/// The files that a link needs.
pub fn link_needs(needs: &[Need]) -> String {
    if needs.is_empty() {
        return LINK_NEEDS_NOTHING.to_owned();
    }
    let names: Vec<&str> = needs.iter().map(|need| need.name.as_str()).collect();
    format!("It needs {}.", listed(&names, 0))
}

/// Names in a row; of many the first, and how many more there are.
fn listed(names: &[&str], more: u32) -> String {
    let first = names.iter().take(NAMED).map(|name| short(name));
    let mut parts: Vec<String> = first.collect();
    let left = names.len().saturating_sub(NAMED);
    let left = u32::try_from(left).unwrap_or(u32::MAX).saturating_add(more);
    if left > 0 {
        parts.push(counted(left, "more file"));
    }
    let last = parts.pop().unwrap_or_default();
    if parts.is_empty() {
        last
    } else {
        format!("{} and {last}", parts.join(", "))
    }
}

/// What a view needs, on a page that has nothing yet.
pub fn view_needs(needs: &[Need], more: u32) -> String {
    let names: Vec<&str> = needs.iter().map(|need| need.name.as_str()).collect();
    let those = if names.len() > 1 || more > 0 {
        "them"
    } else {
        "it"
    };
    format!(
        "This link leads to a view that needs {}. Drop {those} here or choose {those}, and the view is there.",
        listed(&names, more)
    )
}

/// Nothing can be shared.
pub fn not_shared(why: &str) -> String {
    format!("Nothing can be shared: {}.", short(why))
}

/// The name of the button that copies a link.
pub fn copy_link(what: &str) -> String {
    format!("{COPY_LINK}: {what}")
}

/// What a page lacks of the files that its view needs.
pub fn what_lacks(sharing: &Sharing) -> String {
    let missing = sharing.needed(NeedStanding::Missing);
    view_lacks(&missing, &sharing.needed(NeedStanding::Other))
}

/// What a view lacks of the files that it needs.
fn view_lacks(missing: &[&str], other: &[&str]) -> String {
    let mut said = Vec::new();
    if !missing.is_empty() {
        let (is, those) = if missing.len() > 1 {
            ("are", "them")
        } else {
            ("is", "it")
        };
        said.push(format!(
            "This view needs {}, which {is} not here. Drop {those} on the page.",
            listed(missing, 0)
        ));
    }
    if !other.is_empty() {
        let has = if other.len() > 1 { "have" } else { "has" };
        said.push(format!(
            "{} here {has} another content than where the link was made, so that the view may differ.",
            listed(other, 0)
        ));
    }
    said.join(" ")
}

/// Papers came from others.
pub fn received(from: Came, view: &ParcelView) -> String {
    let mut what = vec![counted(view.papers, "paper")];
    if view.noted > 0 && from != Came::Beside {
        what.push(counted(view.noted, "note"));
    }
    let what = what.join(" and ");
    let called = if view.title.is_empty() {
        String::new()
    } else {
        format!(" (“{}”)", short(&view.title))
    };
    match from {
        Came::Page => APART.to_owned(),
        Came::Link => format!("{what} came with this link{called}. {APART}"),
        Came::Beside => {
            let left = if view.marked + view.noted > 0 {
                MARKS_LEFT
            } else {
                ""
            };
            format!(
                "{what} came with this link{called}. They are gone when you close the page, unless you keep them.{left}"
            )
        }
    }
}

/// What is said where marks and notes of others do not come beside the reader's own.
const MARKS_LEFT: &str = " The marks and notes that came along are left out: open the link in a tab of its own to see them.";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_inside_is_said() {
        let view = ShareView {
            papers: 3,
            marked: 1,
            noted: 2,
            ..ShareView::default()
        };
        let check = |marks, notes, expected: &str| {
            assert_eq!(share_inside(&view, marks, notes), expected);
        };
        check(false, false, "Inside: 3 papers and this view.");
        check(false, true, "Inside: 3 papers, 2 notes and this view.");
        check(
            true,
            true,
            "Inside: 3 papers, marks on 1 paper, 2 notes and this view.",
        );
    }

    #[test]
    fn why_papers_do_not_go_into_a_link_is_said() {
        assert!(no_parcel(MOST_IN_LINK + 1).starts_with("At most 100 papers go into a link."));
        assert!(no_parcel(MOST_IN_LINK).contains("too long for a link"));
        assert!(no_parcel(0).starts_with("There is nothing"));
    }

    #[test]
    fn what_is_lacking_is_named() {
        assert_eq!(
            view_lacks(&["a.md"], &[]),
            "This view needs a.md, which is not here. Drop it on the page."
        );
        assert_eq!(
            view_lacks(&["a", "b", "c", "d", "e"], &["f"]),
            "This view needs a, b, c and 2 more files, which are not here. Drop them on the page. \
             f here has another content than where the link was made, so that the view may differ."
        );
        let need = |name: &str| Need {
            name: name.to_owned(),
            print: 0,
        };
        assert_eq!(
            view_needs(&[need("2026-04-05.md")], 0),
            "This link leads to a view that needs 2026-04-05.md. Drop it here or choose it, and the view is there."
        );
        assert!(view_needs(&[need("a")], 300).contains("a and 300 more files. Drop them"));
    }
}
