//! Acts of the reader before a kill, and whether those that are older than a second are there
//! afterwards.
//!
//! The worker tells the page of each record, and the page's side of that is listened to. What is in
//! the store after the kill must come to the same as those records do, up to one of the last
//! second.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use digest_explorer::core::marks::Journal;
use digest_explorer::protocol::Response;
use serde_json::{Value, json};

use super::{Files, RULES, Random};
use crate::explorer::keys;
use crate::page::Page;
use crate::{Result, expect};

/// How old what is lost may be, in milliseconds.
const MAY_BE_LOST: u64 = 1_000;
/// So many records make the log one that is folded with the next.
const MANY: u32 = 2_000;
/// A record that changes nothing: that no papers were seen.
const NOTHING: [u8; 3] = [2, 3, 0];

/// Listens to what workers say of records.
const LISTEN: &str = "
    const said = window.saidOfRecords = [];
    window.Worker = class extends Worker {
        constructor(...all) {
            super(...all);
            this.addEventListener('message', ({ data }) => {
                if (data[0] !== RECORDS) return;
                let bytes = '';
                for (const byte of data) bytes += String.fromCharCode(byte);
                said.push([Date.now(), btoa(bytes)]);
            });
        }
    };
";

/// Gives all records of the store, or adds some where `arguments[0]` says which.
const STORE: &str = "
    return (async () => {
        const all = await indexedDB.databases();
        if (all.every((one) => one.name !== 'digest-explorer')) return [];
        const said = (request) => new Promise((resolve, reject) => {
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error);
        });
        const db = await said(indexedDB.open('digest-explorer'));
        if (!db.objectStoreNames.contains('records')) { db.close(); return []; }
        const [record, count] = arguments;
        const records = db.transaction(['records'], 'readwrite').objectStore('records');
        for (let at = 0; at < (count ?? 0); at += 1) records.put(new Uint8Array(record));
        const stored = await said(records.getAll());
        db.close();
        if (count) return [];
        return stored.map((record) => btoa(String.fromCharCode(...record)));
    })();
";

/// What is known of the records of a profile.
#[derive(Default)]
pub(super) struct Acts {
    /// The records that were in the store when the page was last opened.
    before: Vec<Vec<u8>>,
    /// Those that came since, each with its time in milliseconds.
    since: Vec<(u64, Vec<u8>)>,
    /// When the browser was killed.
    killed: u64,
    rules: u32,
}

impl Acts {
    /// Listens in every page that is opened from now on.
    pub(super) fn listen(page: &Page) -> Result {
        let example = Response::Records {
            records: Vec::new(),
            last: 0,
            is_all: false,
        };
        let number = postcard::to_allocvec(&example)?[0];
        let script = LISTEN.replace("RECORDS", &number.to_string());
        page.browser.prepare(&script)
    }

    /// How many records there are of which is known.
    pub(super) fn count(&self) -> usize {
        self.before.len() + self.since.len()
    }

    /// Looks at what is in the store after the kill.
    pub(super) fn check(&mut self, page: &Page) -> Result {
        let stored = bytes(&page.browser.run(STORE, &[])?)?;
        let found = state(stored.iter());
        let old = |(at, _): &&(u64, Vec<u8>)| at + MAY_BE_LOST < self.killed;
        let least = self.since.iter().filter(old).count();
        let is_there = (least..=self.since.len()).any(|count| {
            let since = self.since.iter().take(count).map(|(_, record)| record);
            state(self.before.iter().chain(since)) == found
        });
        expect(is_there || self.killed == 0, || {
            format!(
                "of {} records and {} since, {least} of them old, {} are in the store",
                self.before.len(),
                self.since.len(),
                stored.len()
            )
        })?;
        self.before = stored;
        self.since.clear();
        Ok(())
    }

    /// Does something that a reader does.
    pub(super) fn act(&mut self, page: &Page, random: &mut Random) -> Result {
        let browser = &page.browser;
        match random.below(12) {
            0 => {
                browser.press("n")?;
                pause(random.below(120));
                browser.press("kettle")?;
                browser.press(keys::ESCAPE)?;
                browser.press(keys::ESCAPE)
            }
            1 | 2 => {
                browser.press("t")?;
                pause(random.below(120));
                let tag = ["agent", "thesis", "field work"][random.at(3)];
                browser.press(tag)?;
                browser.press(keys::ENTER)?;
                browser.press(keys::ESCAPE)
            }
            3 => {
                self.rules += 1;
                let (name, number) = (random.below(4), self.rules);
                let rule = format!(
                    "[[rule]]\nname = \"steam-{name}\"\nfacet = \"tag\"\nwords = \"kettle {number}\"\n"
                );
                page.drop_files(&[(RULES, rule.as_bytes())])
            }
            4 => browser.run(STORE, &[json!(NOTHING), MANY.into()]).map(drop),
            5 => Files::remove_one(page, random),
            _ => {
                let keys = ["j", "s", "l", "x", "m", "e", "u", "U", "J", "k"];
                let pressed: String = (0..=random.below(6)).map(|_| keys[random.at(10)]).collect();
                browser.press(&pressed)
            }
        }
    }

    /// Takes note of what was said of records, right before the kill.
    pub(super) fn note(&mut self, page: &Page) -> Result {
        let said = page
            .browser
            .run("return [Date.now(), window.saidOfRecords]", &[])?;
        self.killed = said[0].as_u64().ok_or("no time")?;
        for one in said[1].as_array().into_iter().flatten() {
            let at = one[0].as_u64().ok_or("no time")?;
            let message = BASE64.decode(one[1].as_str().unwrap_or_default())?;
            if let Response::Records { records, .. } = postcard::from_bytes(&message)? {
                self.since
                    .extend(records.into_iter().map(|record| (at, record)));
            }
        }
        Ok(())
    }
}

fn pause(ms: u64) {
    std::thread::sleep(std::time::Duration::from_millis(ms));
}

fn bytes(records: &Value) -> Result<Vec<Vec<u8>>> {
    let records = records.as_array().into_iter().flatten();
    records
        .map(|record| Ok(BASE64.decode(record.as_str().unwrap_or_default())?))
        .collect()
}

/// What records come to: all marks, notes, tags and rules, and what can be undone.
fn state<'r>(records: impl Iterator<Item = &'r Vec<u8>>) -> Vec<u8> {
    let mut journal = Journal::default();
    for record in records {
        // One that cannot be read leaves all as it is.
        let _ = journal.replay(record);
    }
    journal.folded()
}
