//! Backups: saved, restored where nothing is left, and brought together with what is there.

use crate::explorer::{Explorer, keys};
use crate::fixtures;
use crate::{Form, Result, Visit, expect};

use super::kept::{DENIED, expect_kept, in_worker, with_two_files};
use super::saving::{Saved, WATCH, count, saved};

/// Waits until the panel of what is kept says this.
fn expect_said(visit: &Visit, part: &str) -> Result {
    let page = visit.page;
    let mut last = String::new();
    page.wait_for(&format!("word of {part:?}"), || {
        last = page.text_of("dialog", "What is kept")?;
        Ok(last.contains(part).then_some(()))
    })
    .map_err(|error| format!("{error}; it says {last:?}").into())
}

/// Opens the panel of what is kept. A bar may have a button of that name as well.
fn open_panel(visit: &Visit) -> Result {
    let page = visit.page;
    page.wait_for("a click on What is kept", || {
        let buttons = page.all("button")?;
        let open = buttons.iter().find(|(_, name)| name == "What is kept");
        open.map(|(button, _)| page.browser.click(button))
            .transpose()
    })
}

/// Saves a backup from the panel, which is closed again.
fn save(visit: &Visit) -> Result<Saved> {
    let page = visit.page;
    let before = count(visit)?;
    open_panel(visit)?;
    page.click("button", "Save a backup")?;
    let saved = saved(visit, before + 1)?;
    page.browser.press(keys::ESCAPE)?;
    Ok(saved)
}

/// Drops a backup and restores it after the page has said this of it.
fn restore(visit: &Visit, backup: &Saved, said: &str) -> Result {
    let page = visit.page;
    page.drop_files(&[(&backup.name, &backup.bytes)])?;
    expect_said(visit, said)?;
    page.click("button", "Restore it")?;
    expect_said(visit, "is restored.")?;
    page.browser.press(keys::ESCAPE)
}

/// Lets everything go, and waits for the page that begins anew.
fn forget(visit: &Visit, explorer: &Explorer) -> Result {
    let page = visit.page;
    open_panel(visit)?;
    page.click("button", "Forget everything")?;
    page.find("button", "Keep everything")?;
    page.click("button", "Forget everything")?;
    explorer.started()
}

/// What was saved is there again after everything was forgotten, and can be undone as before.
pub fn all_again(visit: &Visit) -> Result {
    let page = visit.page;
    page.browser.prepare(WATCH)?;
    let explorer = with_two_files(visit)?;
    page.browser.press("jssx")?;
    explorer.expect_state("Skipped", 1)?;
    let backup = save(visit)?;
    expect(backup.name.starts_with("digest-explorer-backup-2"), || {
        backup.name.clone()
    })?;
    forget(visit, &explorer)?;
    restore(visit, &backup, "Restoring it adds 3 marks, 2 files.")?;
    explorer.expect_status(5, 5)?;
    explorer.expect_state("Starred", 2)?;
    explorer.expect_state("Undecided", 2)?;
    page.browser.press("u")?;
    explorer.expect_state("Undecided", 3)?;
    if visit.form == Form::Standalone {
        // What was forgotten is told first.
        page.wait_for("a click on Keep it", || {
            let buttons = page.all("button")?;
            let named = |wanted: &str| buttons.iter().find(|(_, name)| name == wanted);
            if let Some((keep, _)) = named("Keep it") {
                return page.browser.click(keep).map(Some);
            }
            if let Some((dismiss, _)) = named("Dismiss") {
                page.browser.click(dismiss)?;
            }
            Ok(None)
        })?;
    }
    expect_kept(visit, 2)?;
    page.browser.travel("refresh")?;
    explorer.expect_status(5, 5)?;
    explorer.expect_state("Undecided", 3)?;
    // It holds one act less than the backup; the later one, which took it back, stands.
    page.drop_files(&[(&backup.name, &backup.bytes)])?;
    expect_said(visit, "All that is in it is here already.")?;
    page.browser.press(keys::ESCAPE)?;
    explorer.expect_status(5, 5)
}

/// Two readers' marks are brought together: the later act holds, and one key takes it back.
pub fn two_readers(visit: &Visit) -> Result {
    let page = visit.page;
    page.browser.prepare(WATCH)?;
    let explorer = with_two_files(visit)?;
    explorer.search("title:lantern")?;
    explorer.expect_status(1, 5)?;
    explorer.leave_box()?;
    page.browser.press("s")?;
    explorer.expect_state("Starred", 1)?;
    let backup = save(visit)?;
    forget(visit, &explorer)?;
    page.drop_files(&[("digest.md", &fixtures::read("digest.md")?)])?;
    explorer.expect_status(3, 3)?;
    page.browser.press("jx")?;
    explorer.expect_state("Skipped", 1)?;
    page.drop_files(&[(&backup.name, &backup.bytes)])?;
    expect_said(visit, "1 file")?;
    expect_said(visit, "can be undone in one step")?;
    page.click("button", "Restore it")?;
    expect_said(visit, "is restored.")?;
    page.browser.press(keys::ESCAPE)?;
    explorer.expect_status(5, 5)?;
    explorer.expect_state("Skipped", 1)?;
    explorer.expect_state("Starred", 1)?;
    page.browser.press("u")?;
    explorer.expect_state("Starred", 0)?;
    explorer.expect_state("Skipped", 1)
}

/// What only looks like a backup is refused as a whole, and everything is as it was.
pub fn hostile(visit: &Visit) -> Result {
    let page = visit.page;
    page.browser.prepare(WATCH)?;
    let explorer = with_two_files(visit)?;
    page.browser.press("js")?;
    explorer.expect_state("Starred", 1)?;
    let Saved { name, bytes, .. } = save(visit)?;
    let cut = bytes.get(..bytes.len() / 2).unwrap_or_default().to_vec();
    let later = {
        let mut later = bytes.clone();
        let version = b"\"version\":1";
        let at = later
            .windows(version.len())
            .position(|bytes| bytes == version);
        let at = at.ok_or("no version in the backup")? + version.len() - 1;
        later[at] = b'2';
        later
    };
    for (file, why) in [(cut, "cut short"), (later, "checksum")] {
        page.drop_files(&[(&name, &file)])?;
        expect_said(visit, "was not restored, and nothing was changed")?;
        expect_said(visit, why)?;
        page.browser.press(keys::ESCAPE)?;
    }
    explorer.expect_status(5, 5)?;
    explorer.expect_state("Starred", 1)
}

/// Where the browser keeps nothing, the line that says so offers a backup, which is all there is
/// of it at the next visit.
pub fn where_nothing_is_kept(visit: &Visit) -> Result {
    let page = visit.page;
    page.browser.prepare(WATCH)?;
    page.browser.prepare(&in_worker(DENIED))?;
    let explorer = Explorer::open(visit)?;
    page.drop_files(&[("digest.md", &fixtures::read("digest.md")?)])?;
    explorer.expect_status(3, 3)?;
    if visit.form == Form::Standalone {
        page.click("button", "Keep it")?;
    }
    page.browser.press("js")?;
    explorer.expect_state("Starred", 1)?;
    page.click("button", "Save a backup")?;
    let backup = saved(visit, 1)?;
    page.browser.travel("refresh")?;
    explorer.started()?;
    restore(visit, &backup, "Restoring it adds 1 mark, 1 file.")?;
    explorer.expect_status(3, 3)?;
    explorer.expect_state("Starred", 1)?;
    let saved = count(visit)?;
    expect(saved == 0, || format!("{saved} files were saved"))
}
