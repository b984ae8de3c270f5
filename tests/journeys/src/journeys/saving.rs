//! What the page hands to the browser as files, without a look at the disk.

use std::time::Duration;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD as BASE64;

use crate::{Result, Visit};

/// Has the page leave word of each file that it hands to the browser. May run again.
pub const WATCH: &str = "
    if (!window.saved) {
        window.saved = [];
        const create = URL.createObjectURL;
        let last;
        URL.createObjectURL = (blob) => create.call(URL, last = blob);
        const click = HTMLAnchorElement.prototype.click;
        HTMLAnchorElement.prototype.click = function () {
            if (this.download) window.saved.push([this.download, last]);
            return click.call(this);
        };
    }
";

/// The last file with its name, as an address that has all of it, if so many were saved.
const LAST: &str = "
    const [name, blob] = window.saved?.length === arguments[0] ? window.saved.at(-1) : [];
    if (!blob) return null;
    return new Promise((resolve, reject) => {
        const reader = new FileReader();
        reader.onload = () => resolve([name, blob.type, reader.result.split(',')[1] ?? '']);
        reader.onerror = () => reject(reader.error);
        reader.readAsDataURL(blob);
    });
";

/// A file that was saved.
pub struct Saved {
    pub name: String,
    /// Its type, as the page named it.
    pub kind: String,
    pub bytes: Vec<u8>,
}

impl Saved {
    /// What it says.
    pub fn text(&self) -> Result<&str> {
        Ok(std::str::from_utf8(&self.bytes)?)
    }
}

/// Waits until this page has saved so many files, and gives the last.
pub fn saved(visit: &Visit, count: u64) -> Result<Saved> {
    let page = visit.page;
    let minute = Duration::from_mins(1);
    page.wait_long_for(minute, &format!("{count} saved files"), || {
        let file = page.browser.run(LAST, &[count.into()])?;
        let part = |at: usize| file[at].as_str().map(str::to_owned);
        let (Some(name), Some(kind), Some(packed)) = (part(0), part(1), part(2)) else {
            return Ok(None);
        };
        let bytes = BASE64.decode(packed)?;
        Ok(Some(Saved { name, kind, bytes }))
    })
}

/// How many files this page has saved.
pub fn count(visit: &Visit) -> Result<u64> {
    let count = visit
        .page
        .browser
        .run("return window.saved?.length ?? 0", &[])?;
    Ok(count.as_u64().unwrap_or(0))
}
