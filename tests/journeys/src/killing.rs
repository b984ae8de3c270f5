//! What is kept survives the browser's sudden end: `journeys DIST --kill N`.
//!
//! In each of N rounds files are dropped on the page and papers are marked, and all processes of
//! the browser are killed at a random moment (SIGKILL). Opened again, the page must have every file
//! that was in the store before, byte by byte, and show the papers of all of them; and of what the
//! reader did nothing older than a second may be missing.

mod acts;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use self::acts::Acts;
use crate::driver::Driver;
use crate::engine::Engine;
use crate::explorer::{Explorer, keys};
use crate::page::Page;
use crate::server::Server;
use crate::{Form, Result, Visit, expect};

/// How many rounds are played where nobody says.
pub const ROUNDS: u32 = 50;
/// After so many rounds the browser gets a new profile.
const ROUNDS_A_PROFILE: u32 = 10;
/// How many papers a file has at most: a large one is read for some hundred milliseconds.
const PAPERS: u64 = 3_000;
/// How long after the drop the kill comes at most, in milliseconds: while files are read, or while
/// a snapshot of the library is written, which begins a second and a half after that.
const LATEST: [u64; 2] = [1_500, 5_000];
/// What a file of rules is called.
const RULES: &str = "mine.toml";
/// How long the page may take to show what was kept.
const PATIENCE: Duration = Duration::from_mins(1);

/// Gives of each file in the store its number, its name, a hash of its bytes, and how often reading
/// it was begun and not ended. Nothing is made where there is no store.
const STORED: &str = "
    return (async () => {
        const all = await indexedDB.databases();
        if (all.every((one) => one.name !== 'digest-explorer')) return [];
        const said = (request) => new Promise((resolve, reject) => {
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error);
        });
        const db = await said(indexedDB.open('digest-explorer'));
        if (!db.objectStoreNames.contains('sources')) { db.close(); return []; }
        const transaction = db.transaction(['sources', 'tries']);
        const [keys, files, tried, tries] = await Promise.all([
            said(transaction.objectStore('sources').getAllKeys()), said(transaction.objectStore('sources').getAll()),
            said(transaction.objectStore('tries').getAllKeys()), said(transaction.objectStore('tries').getAll()),
        ]);
        db.close();
        const hash = async (file) => {
            let hash = 0x811c9dc5;
            for (const byte of new Uint8Array(await file.arrayBuffer())) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
            return hash;
        };
        return Promise.all(files.map(async (file, at) => [
            keys[at], file.name, await hash(file), tries[tried.indexOf(keys[at])] ?? 0,
        ]));
    })();
";

/// A file of the store.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stored {
    name: String,
    hash: u64,
    tries: u64,
}

/// Numbers that look random: xorshift.
struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }

    /// A place in a list that has so many.
    fn at(&mut self, len: usize) -> usize {
        usize::try_from(self.below(len as u64)).unwrap_or(0)
    }
}

/// What is known of the files of a profile.
#[derive(Default)]
struct Files {
    /// Of each name the hash of its bytes and its papers.
    made: BTreeMap<String, (u64, u32)>,
}

impl Files {
    /// Makes a file of so many papers that no other has.
    fn make(&mut self, papers: u32) -> (String, Vec<u8>) {
        let number = self.made.len();
        let mut digest = String::from("# ArXiv cs.CV --Mon, 2 Mar 2026\n");
        for at in 1..=papers {
            // Writing to a string cannot fail.
            let _ = writeln!(
                digest,
                "### {at}.Kettle {at} of {number} [ :arrow_down: ](https://arxiv.org/pdf/26{:02}.{:05}.pdf)\n>  Steam from a kettle, seen {at} times.",
                number % 12 + 1,
                10_000 + number / 12 * 4_000 + at as usize
            );
        }
        let mut hash: u32 = 0x811c_9dc5;
        for byte in digest.bytes() {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
        let name = format!("kettles-{number}.md");
        self.made.insert(name.clone(), (hash.into(), papers));
        (name, digest.into_bytes())
    }

    /// Takes a file out of the library, if there is more than one.
    fn remove_one(page: &Page, random: &mut Random) -> Result {
        let before = stored(page)?;
        let whole: Vec<(&u64, &Stored)> = before.iter().filter(|(_, one)| one.tries == 0).collect();
        if whole.len() < 2 {
            return Ok(());
        }
        let (id, file) = whole[random.at(whole.len())];
        page.click("button", "Reading report")?;
        page.click("button", &format!("Remove {}", file.name))?;
        page.wait_for("a file less in the store", || {
            Ok((!stored(page)?.contains_key(id)).then_some(()))
        })?;
        page.browser.press(keys::ESCAPE)
    }

    /// How many papers the library has of what is in the store. What was set aside has none there.
    fn papers(&self, stored: &BTreeMap<u64, Stored>) -> Result<u32> {
        let mut papers = 0;
        for file in stored.values() {
            let made = self.made.get(&file.name);
            let (hash, count) = made.ok_or_else(|| format!("nobody made {}", file.name))?;
            expect(*hash == file.hash, || format!("{} is damaged", file.name))?;
            papers += if file.tries < 2 { *count } else { 0 };
        }
        Ok(papers)
    }
}

/// Plays the rounds in both forms of the release in turn.
pub fn run(dist: &Path, rounds: u32) -> Result {
    let seed = SystemTime::now().duration_since(UNIX_EPOCH)?.as_millis();
    let mut random = Random(u64::try_from(seed)? | 1);
    println!("seed {seed}");
    let driver = Driver::start(Engine::Chromium)?;
    let mut left = rounds;
    let mut forms = Form::BOTH.iter().cycle();
    while left > 0 {
        let count = left.min(ROUNDS_A_PROFILE);
        left -= count;
        let form = *forms.next().ok_or("no form")?;
        let profile = Profile::make()?;
        let mut files = Files::default();
        let mut acts = Acts::default();
        let server = Server::start(dist)?;
        let mut before = BTreeMap::new();
        for round in 1..=count {
            let browser = driver.open_browser_with(&[&profile.argument()])?;
            let page = Page::new(browser);
            let visit = Visit {
                page: &page,
                server: &server,
                dist,
                form,
            };
            let told = |error| format!("{} round {round}: {error}", form.name());
            before = play(&visit, &mut random, &mut files, &mut acts, &before).map_err(told)?;
            profile.kill()?;
            println!(
                "{} round {round}: {} files, {} records",
                form.name(),
                before.len(),
                acts.count()
            );
        }
    }
    println!("{rounds} rounds, nothing lost");
    Ok(())
}

/// Opens the page, which must have what was there before, drops files on it and waits for a while.
/// Gives what is in the store then.
fn play(
    visit: &Visit,
    random: &mut Random,
    files: &mut Files,
    acts: &mut Acts,
    before: &BTreeMap<u64, Stored>,
) -> Result<BTreeMap<u64, Stored>> {
    let page = visit.page;
    page.browser
        .prepare("try { localStorage.setItem('digest-explorer.keep', 'on'); } catch {}")?;
    Acts::listen(page)?;
    page.browser.go(&visit.address())?;
    acts.check(page)?;
    let explorer = Explorer::on(page);
    let found = stored(page)?;
    for (id, file) in before {
        let is_there = found.get(id).is_some_and(|there| there.hash == file.hash);
        expect(is_there, || format!("{} is gone: {found:?}", file.name))?;
    }
    if found.is_empty() {
        explorer.started()?;
    } else {
        page.wait_long_for(PATIENCE, "the papers of all files", || {
            let papers = files.papers(&stored(page)?)?;
            let wanted = format!("{papers} of {papers} papers");
            let status = page.all("status")?.pop();
            let said = status.map(|(status, _)| page.text(&status)).transpose()?;
            // Where all is set aside there is nothing to show.
            let is_so = papers == 0 || said.is_some_and(|said| said == wanted);
            Ok(is_so.then_some(()))
        })
        .map_err(|error| format!("{error}; in the store are {found:?}"))?;
    }
    // In turn what is read and what is done has the last word.
    for _ in 0..random.below(8) {
        acts.act(page, random)?;
    }
    for _ in 0..random.below(3) {
        let papers = u32::try_from(random.below(PAPERS) + 1)?;
        let (name, bytes) = files.make(papers);
        page.drop_files(&[(&name, &bytes)])?;
    }
    for _ in 0..random.below(4) {
        acts.act(page, random)?;
    }
    let latest = LATEST[usize::from(random.below(2) == 0)];
    std::thread::sleep(Duration::from_millis(random.below(latest)));
    let stored = stored(page)?;
    acts.note(page)?;
    Ok(stored)
}

/// The files in the store. One of rules is there only until it is read: what it says is among the
/// records.
fn stored(page: &Page) -> Result<BTreeMap<u64, Stored>> {
    let stored = page.browser.run(STORED, &[])?;
    let mut files = BTreeMap::new();
    for file in stored.as_array().into_iter().flatten() {
        if file[1] == RULES {
            continue;
        }
        let number = |at: usize| file[at].as_u64().ok_or("no number");
        files.insert(
            number(0)?,
            Stored {
                name: file[1].as_str().unwrap_or_default().to_owned(),
                hash: number(2)?,
                tries: number(3)?,
            },
        );
    }
    Ok(files)
}

/// A folder in which a browser keeps everything. It goes with this value.
struct Profile(PathBuf);

impl Profile {
    fn make() -> Result<Self> {
        let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_nanos();
        let folder = std::env::temp_dir().join(format!("digest-explorer-kill-{now}"));
        std::fs::create_dir_all(&folder)?;
        Ok(Self(folder))
    }

    fn argument(&self) -> String {
        format!("--user-data-dir={}", self.0.display())
    }

    /// Kills every process of the browser that has this profile, and nothing else.
    fn kill(&self) -> Result {
        let argument = self.argument();
        let mut killed = 0;
        for process in std::fs::read_dir("/proc")?.flatten() {
            let name = process.file_name();
            let id = name.to_string_lossy();
            let Ok(line) = std::fs::read(process.path().join("cmdline")) else {
                continue;
            };
            let mut words = line.split(|byte| *byte == 0);
            if words.any(|word| word == argument.as_bytes()) {
                let status = Command::new("kill").args(["-9", &id]).status()?;
                killed += u32::from(status.success());
            }
        }
        expect(killed > 0, || "there was no browser to kill".to_owned())
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        let _ = self.kill();
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
