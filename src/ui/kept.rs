//! What the browser keeps from visit to visit. It is read like a stranger's file: what cannot be
//! read is set aside under a name of its own, so that the page starts without it and nothing is
//! lost.
//!
//! The pages of one host share what is kept, so every name begins with [`PREFIX`].

use std::cell::Cell;
use std::rc::Rc;

use super::host::Host;
use super::place::Place;
use super::platform;
use super::session::KeptRules;
use super::state::{Aside, FacetLayout, Keeping, Keymap, Palette, TakeChoice};
use super::text;
use crate::protocol::Forgotten;

/// What all names begin with in the browser's storage.
const PREFIX: &str = "digest-explorer.";
/// What is added to the name of what was set aside; a number follows where the name is taken.
const ASIDE: &str = "-unreadable";
/// What was set aside by earlier versions of this page.
const OLD_ASIDE: &str = "rules-unreadable";
/// How many texts of one name are set aside; the last one is written over.
const MOST_ASIDE: u32 = 9;

/// The reader's own rules, as their file.
pub const RULES: &str = "rules";
/// Marks a tab whose worker is being told the rules. Where the mark is still there when the page
/// starts, they ended the page before.
const TRYING: &str = "digest-explorer.rules-trying";
/// Tells this tab that rules of earlier visits ended the page before.
const LEAVE_OUT: &str = "digest-explorer.rules-left-out";
/// Is there when rules are among the records that are kept.
const HAS_RULES: &str = "has-rules";
/// The order of the facets, and which are folded.
pub const FACETS: &str = "facets";
/// The colours.
pub const THEME: &str = "theme";
/// The keys that the reader has changed.
pub const KEYS: &str = "keys";
/// What was used last in the palette.
pub const RECENT: &str = "recent";
/// How papers were taken along last.
pub const TAKING: &str = "taking";
/// A note that was being written when the page was left.
const DRAFT: &str = "draft";
/// A link that is too long to be read.
pub const LINK: &str = "link";
/// Whether files are kept, once the reader has chosen.
const KEEP: &str = "keep";
/// How many files were kept when that was last seen, and on which day.
const LIBRARY: &str = "library";
/// When a backup was saved last, and when the reader was last reminded of one.
const BACKUP: &str = "backup";
/// Is there when the page was left in good order.
const LEFT: &str = "left";
/// The papers that pages came with and that were kept.
const JOINED: &str = "joined";
/// Tells this tab what was let go before the page began anew.
const FORGOTTEN: &str = "digest-explorer.forgotten";
/// What is no setting of the reader's.
const OF_LIBRARY: [&str; 6] = [LIBRARY, LEFT, DRAFT, HAS_RULES, BACKUP, JOINED];
/// What is on until the reader switches it off, and the words for that.
pub const SWITCHES: [&str; 4] = ["terms", "single-keys", "marks", "read-through"];
/// Those of them that earlier versions have kept without a prefix.
const OLD_SWITCHES: [&str; 3] = ["terms", "single-keys", "marks"];
pub const ON: &str = "on";
pub const OFF: &str = "off";
/// The colours by their names.
pub const THEMES: [&str; 3] = ["system", "light", "dark"];

thread_local! {
    /// Whether the page is apart.
    static APART: Cell<bool> = const { Cell::new(false) };
}

/// The page is apart from all others, because it came with papers of somebody's: of what the
/// browser keeps it takes how the reader likes a page to look and to be used, and it changes
/// nothing, unless the reader wants all of it gone. Or it is so no longer.
pub fn be_apart(is: bool) {
    APART.set(is);
}

/// Whether it is.
pub fn is_apart() -> bool {
    APART.get()
}

/// What tells the papers that a page came with, for a page that kept them: the end of a parcel has
/// the sum and the length of all of it.
fn mark_of(parcel: &str) -> &str {
    const LEN: usize = 16;
    parcel
        .get(parcel.len().saturating_sub(LEN)..)
        .unwrap_or(parcel)
}

/// Whether papers that the page came with were kept at an earlier visit.
pub fn has_joined(parcel: &str) -> bool {
    get(JOINED).is_some_and(|joined| joined.lines().any(|line| line == mark_of(parcel)))
}

/// Papers that the page came with, and those that came to it since, are kept from now on.
pub fn join(parcels: &[Rc<str>]) {
    be_apart(false);
    choose_keeping(true);
    let before = get(JOINED).unwrap_or_default();
    let mut joined = before.clone();
    for parcel in parcels.iter().map(|parcel| mark_of(parcel)) {
        if !joined.lines().any(|line| line == parcel) {
            joined.push_str(parcel);
            joined.push('\n');
        }
    }
    if joined != before {
        let _ = put(JOINED, &joined);
    }
}

/// Keeps a value, unless the page is apart.
fn store(key: &str, text: &str) -> Option<()> {
    if is_apart() {
        return None;
    }
    platform::store(key, text)
}

/// Lets a value go, unless the page is apart.
fn forget(key: &str) {
    if !is_apart() {
        platform::forget(key);
    }
}

/// What is kept under a name; `None` as well where the browser keeps nothing.
pub fn get(name: &str) -> Option<String> {
    let is_taste = [FACETS, THEME, KEYS].contains(&name) || SWITCHES.contains(&name);
    if is_apart() && !is_taste {
        return None;
    }
    platform::stored(&full(name)).filter(|text| !text.is_empty())
}

/// Keeps a text, where the browser allows it.
pub fn put(name: &str, text: &str) -> Option<()> {
    store(&full(name), text)
}

/// Reads what earlier versions of this page kept, sets aside what cannot be read, and gives all
/// that is set aside.
pub fn begin() -> Vec<Aside> {
    if is_apart() {
        return too_long(&platform::hash()).into_iter().collect();
    }
    adopt_old();
    if platform::is_marked(TRYING) {
        tried();
        match get(RULES) {
            Some(rules) => drop(set_aside(RULES, &rules)),
            // They came with the records of earlier visits, which the worker has.
            None => platform::mark(LEAVE_OUT, true),
        }
    }
    for name in [FACETS, THEME, KEYS, RECENT, DRAFT, TAKING]
        .into_iter()
        .chain(SWITCHES)
    {
        if let Some(text) = get(name).filter(|text| !reads(name, text)) {
            let _ = set_aside(name, &text);
        }
    }
    let keys = platform::stored_names();
    let asides = keys.into_iter().filter_map(|key| {
        let name = key.strip_prefix(PREFIX)?.rsplit_once(ASIDE)?.0.to_owned();
        let text = platform::stored(&key).filter(|text| !text.is_empty())?;
        Some(Aside::new(name, key, text))
    });
    let link = too_long(&platform::hash());
    asides.chain(link).collect()
}

/// A link that cannot be read. It is not kept: the address has it until another takes its place,
/// and this page can save it.
pub fn too_long(hash: &str) -> Option<Aside> {
    let is_too_long = Place::is_too_long(hash);
    is_too_long.then(|| Aside::new(LINK.to_owned(), LINK.to_owned(), hash.to_owned()))
}

/// Moves what is kept under a name out of the page's way.
pub fn set_aside(name: &str, text: &str) -> Aside {
    let key = free_key(name, text, platform::stored);
    // What cannot be set aside for want of room stays where it is: the page goes on without it, and
    // says where it is.
    let is_aside = store(&key, text).is_some();
    if is_aside {
        forget(&full(name));
    }
    let key = if is_aside { key } else { full(name) };
    Aside::new(name.to_owned(), key, text.to_owned())
}

/// Lets go of what was set aside.
pub fn throw_away(aside: &Aside) {
    if aside.name != LINK {
        forget(&aside.key);
    }
}

/// The worker is told the rules.
pub fn try_rules() {
    platform::mark(TRYING, true);
}

/// The worker has read the rules and lives.
pub fn tried() {
    platform::mark(TRYING, false);
}

/// What is kept of the reader's own rules; asked once.
pub fn rules() -> KeptRules {
    let are_left_out = platform::is_marked(LEAVE_OUT);
    platform::mark(LEAVE_OUT, false);
    KeptRules {
        text: get(RULES).unwrap_or_default(),
        are_recorded: get(HAS_RULES).is_some(),
        are_left_out,
    }
}

/// Rules are kept with the records of what the reader did, so that no copy is needed here.
pub fn forget_rules() {
    if get(RULES).is_some() {
        forget(&full(RULES));
    }
}

/// Whether there are rules among the records that are kept.
pub fn note_rules(has_rules: bool) {
    if !has_rules {
        forget(&full(HAS_RULES));
    } else if get(HAS_RULES).is_none() {
        let _ = put(HAS_RULES, ON);
    }
}

/// What the page knows at its start of what is kept from visit to visit.
pub fn keeping() -> Keeping {
    let choice = get(KEEP);
    let before = get(LIBRARY).and_then(|said| {
        let (count, day) = said.split_once(' ')?;
        Some((count.parse().ok()?, day.to_owned()))
    });
    let (backup_saved, backup_asked) = backup();
    Keeping {
        backup_saved,
        backup_asked,
        began: platform::clock(),
        is_from_disk: platform::is_from_disk(),
        is_apart: is_apart(),
        choice: choice.map(|choice| choice == ON),
        before,
        forgotten: platform::take_note(FORGOTTEN).map(Into::into),
        ..Keeping::default()
    }
}

/// When a backup was saved last, and when the reader was last reminded of one, in milliseconds
/// since 1970; 0 for never.
fn backup() -> (u64, u64) {
    let kept = get(BACKUP).unwrap_or_default();
    let (saved, asked) = kept.split_once(' ').unwrap_or_default();
    (saved.parse().unwrap_or(0), asked.parse().unwrap_or(0))
}

/// A backup was saved at this time.
pub fn note_backup(at: u64) {
    // Where the browser keeps nothing there is nothing to remind of.
    let _ = put(BACKUP, &format!("{at} {}", backup().1));
}

/// The reader was reminded of a backup at this time.
pub fn note_backup_asked(at: u64) {
    let _ = put(BACKUP, &format!("{} {at}", backup().0));
}

/// Whether files are kept from now on.
pub fn choose_keeping(is_on: bool) {
    // Where the browser keeps nothing the choice holds for this visit.
    let _ = put(KEEP, if is_on { ON } else { OFF });
}

/// So many files are kept now.
pub fn note_library(count: usize) {
    if count == 0 {
        forget(&full(LIBRARY));
    } else {
        let _ = put(LIBRARY, &format!("{count} {}", platform::today()));
    }
}

/// The page is left, while something is kept.
pub fn end_well() {
    if get(LIBRARY).is_some() || get(KEEP).is_some_and(|choice| choice == ON) {
        let _ = put(LEFT, ON);
    }
}

/// Whether the page before was left in good order; asked once.
pub fn ended_well() -> bool {
    let is = get(LEFT).is_some();
    forget(&full(LEFT));
    is
}

/// Keeps a note on a paper that is being written while the page is left: what the worker is told
/// then may be lost. Where the reader wants nothing kept it is not.
pub fn leave_draft(paper: &str, text: &str) {
    let choice = get(KEEP);
    if choice.map_or(!platform::is_from_disk(), |choice| choice == ON) {
        let _ = put(DRAFT, &format!("{paper}\n{text}"));
    }
}

/// Takes the note that the visit before was writing, and its paper.
pub fn take_draft() -> Option<(String, String)> {
    let draft = draft_of(&get(DRAFT)?);
    forget(&full(DRAFT));
    draft
}

fn draft_of(text: &str) -> Option<(String, String)> {
    let (paper, note) = text.split_once('\n')?;
    let is_id = !paper.is_empty() && !paper.contains(char::is_whitespace);
    is_id.then(|| (paper.to_owned(), note.to_owned()))
}

/// Lets go of all that stands under names of this program and of the page's own copy, and begins
/// the page anew, which says what is gone.
pub fn forget_all(gone: Forgotten, host: &Host) {
    let names = platform::stored_names();
    let ours: Vec<_> = names.iter().filter(|key| key.starts_with(PREFIX)).collect();
    // Whoever is apart wants this too.
    for key in &ours {
        platform::forget(key);
    }
    let settings = ours
        .iter()
        .filter(|key| !OF_LIBRARY.contains(&&key[PREFIX.len()..]));
    platform::leave_note(FORGOTTEN, &text::forgotten(gone, settings.count()));
    let _ = platform::set_hash("", false);
    host.forget(|| {
        let _ = platform::reload();
    });
}

fn full(name: &str) -> String {
    format!("{PREFIX}{name}")
}

/// Under which key a text is set aside: the first that is free or has the same text.
fn free_key(name: &str, text: &str, stored: impl Fn(&str) -> Option<String>) -> String {
    let mut key = format!("{PREFIX}{name}{ASIDE}");
    for number in 2..=MOST_ASIDE {
        let there = stored(&key).filter(|there| !there.is_empty() && there != text);
        if there.is_none() {
            break;
        }
        key = format!("{PREFIX}{name}{ASIDE}-{number}");
    }
    key
}

/// Whether a text can be what is kept under a name. Only the worker can read rules.
fn reads(name: &str, text: &str) -> bool {
    match name {
        FACETS => FacetLayout::reads(text),
        THEME => THEMES.contains(&text),
        RULES => true,
        KEYS => Keymap::reads(text),
        RECENT => Palette::reads(text),
        DRAFT => draft_of(text).is_some(),
        TAKING => TakeChoice::from_text(text).is_some(),
        _ => [ON, OFF].contains(&text),
    }
}

/// Takes over what earlier versions of this page kept under names without a prefix. Other pages of
/// the host may have kept something there: only what this page can have written is taken, and of
/// the colours, which are called the same everywhere, a copy.
fn adopt_old() {
    let names = [RULES, OLD_ASIDE, FACETS, THEME].into_iter();
    for name in names.chain(OLD_SWITCHES) {
        let key = full(name);
        let old = platform::stored(name).filter(|old| is_ours(name, old));
        if let Some(old) = old.filter(|_| platform::stored(&key).is_none()) {
            let moves = name != THEME;
            // There may be no room for both.
            if moves {
                forget(name);
            }
            if store(&key, &old).is_none() && moves {
                let _ = store(name, &old);
            }
        }
    }
}

/// Whether this page can have written a text that stands under a name without a prefix.
fn is_ours(name: &str, text: &str) -> bool {
    match name {
        RULES => text.starts_with("[[rule]]") || text.starts_with("[[paper]]"),
        OLD_ASIDE => !text.is_empty(),
        _ => reads(name, text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_read_by_its_name() {
        for (name, text, expected) in [
            (FACETS, "-task,method", true),
            (FACETS, "{\"task\":1}", false),
            (THEME, "dark", true),
            (THEME, "Dark", false),
            ("marks", "off", true),
            ("marks", "0", false),
            (RULES, "\0", true),
            (KEYS, "star w", true),
            (KEYS, "w", false),
            (RECENT, "theme\ntask:depth", true),
            (RECENT, "\u{1}", false),
            ("read-through", "on", true),
            (DRAFT, "2012.00001\na note\nof two lines", true),
            (DRAFT, "{\"a\": 1}", false),
        ] {
            assert_eq!(reads(name, text), expected, "{name}: {text}");
        }
    }

    #[test]
    fn what_other_pages_keep_is_left_alone() {
        for (name, text, expected) in [
            (RULES, "[[rule]]\nname = \"a\"\n", true),
            (RULES, "[[paper]]\nid = \"2012.00001\"\n", true),
            (RULES, "{\"rules\":[]}", false),
            (RULES, "", false),
            (FACETS, "[\"brand\",\"size\"]", false),
            ("terms", "accepted", false),
            ("terms", "off", true),
        ] {
            assert_eq!(is_ours(name, text), expected, "{name}: {text}");
        }
    }

    #[test]
    fn what_is_set_aside_replaces_nothing_that_was() {
        let taken = |count: u32| {
            let name = |n: u32| match n {
                0 => String::new(),
                n => format!("-{}", n + 1),
            };
            let keys: Vec<String> = (0..count)
                .map(|n| format!("digest-explorer.rules-unreadable{}", name(n)))
                .collect();
            move |key: &str| {
                keys.iter()
                    .position(|known| known == key)
                    .map(|n| n.to_string())
            }
        };
        let check = |text: &str, count: u32, expected: &str| {
            let key = free_key(RULES, text, taken(count));
            assert_eq!(key, format!("digest-explorer.rules-unreadable{expected}"));
        };
        check("new", 0, "");
        check("new", 1, "-2");
        check("new", 3, "-4");
        check("1", 3, "-2");
        check("new", 30, "-9");
    }
}
