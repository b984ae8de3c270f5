//! What it costs who types that files are kept: `journeys DIST --typing N`.
//!
//! A file of N papers is dropped on the page in turn with keeping off and on, and words are typed
//! letter by letter from then on: while it is read and stored, and when all can be searched, while
//! tags are made and what makes the next visit quick is written.

use std::time::Duration;

use serde_json::{Value, json};

use crate::driver::Driver;
use crate::engine::Engine;
use crate::explorer::Explorer;
use crate::page::Page;
use crate::server::Server;
use crate::{Form, Result, Visit};

/// How many papers the file has where nobody says.
pub const PAPERS: u32 = 100_000;
/// How often each of the two is measured.
const ROUNDS: u32 = 2;
/// How long words are typed in one go, in milliseconds, and how often that is done when all can be
/// searched.
const TYPED: u32 = 8_000;
const TIMES: u32 = 3;
/// How long the papers may take to be read.
const PATIENCE: Duration = Duration::from_mins(5);

/// Makes a digest of `arguments[1]` papers of some 1.4 KB and drops it on `arguments[0]`.
const DROP: &str = "
    const [target, papers] = arguments;
    let state = 88172645463325252n;
    const below = (end) => {
        state ^= BigInt.asUintN(64, state << 13n);
        state ^= state >> 7n;
        state ^= BigInt.asUintN(64, state << 17n);
        return Number(state % BigInt(end));
    };
    const sounds = ['con', 're', 'ti', 'ma', 'net', 'lo', 'gra', 've', 'sen', 'pro', 'di', 'ta', 'mo', 'ca', 'le', 'su'];
    const word = (number) => sounds[number % 16] + sounds[(number >> 4) % 16] + (number < 256 ? '' : sounds[(number >> 8) % 16]);
    // Words by how often they stand in texts, as far as it matters here: few of them often.
    const texts = Array.from({ length: 997 }, () => Array.from({ length: 90 }, () => word(below(below(4096) + 1))).join(' '));
    const parts = ['# ArXiv cs.CV --Mon, 2 Mar 2026\\n'];
    for (let at = 1; at <= papers; at++) {
        const id = `${10 + Math.floor(at / 90000)}${String(at % 12 + 1).padStart(2, '0')}.${String(at % 90000 + 10000)}`;
        parts.push(`### ${at}.${word(below(4096))} ${word(below(4096))} of ${word(at % 4096)} ${at} [ :arrow_down: ](https://arxiv.org/pdf/${id}.pdf)\\n>  ${texts[at % 997]} ${texts[below(997)]}.\\n`);
    }
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(parts, 'many.md'));
    for (const kind of ['dragenter', 'dragover', 'drop']) {
        target.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true, composed: true }));
    }
";

/// Types words letter by letter for so many milliseconds, and gives of each letter how long it took
/// until the frame behind it was drawn, and the frame with the answer.
const TYPE: &str = "
    return (async () => {
        const [box, time] = arguments;
        box.focus();
        const frame = () => new Promise((resolve) => requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = resolve;
            channel.port2.postMessage(0);
        }));
        const say = (text) => {
            box.value = text;
            box.dispatchEvent(new InputEvent('input', { bubbles: true }));
        };
        const told = [];
        const end = performance.now() + time;
        for (let round = 0; performance.now() < end; round++) {
            const word = ['contima', 'netlo', 'graven -sen', 'proditamo'][round % 4];
            for (let letters = 1; letters <= word.length; letters++) {
                await new Promise((resolve) => setTimeout(resolve, 90));
                const start = performance.now();
                say(word.slice(0, letters));
                await frame();
                const first = performance.now() - start;
                while (document.querySelector('.hits')?.ariaBusy === 'true' && performance.now() - start < 3000) await frame();
                told.push([first, performance.now() - start]);
            }
        }
        say('');
        return told;
    })();
";

/// What the letters of one kind of moment took, in milliseconds: to the frame, and to the answer.
#[derive(Default)]
struct Letters(Vec<(f64, f64)>);

impl Letters {
    fn add(&mut self, told: &Value) {
        let letters = told.as_array().into_iter().flatten();
        let pairs = letters.filter_map(|letter| Some((letter[0].as_f64()?, letter[1].as_f64()?)));
        self.0.extend(pairs);
    }

    /// The medians and the 95th percentiles, in words.
    fn said(&self) -> String {
        let of = |which: fn(&(f64, f64)) -> f64| {
            let mut all: Vec<f64> = self.0.iter().map(which).collect();
            all.sort_by(f64::total_cmp);
            let at = |percent: usize| all.get(percent * all.len() / 100).copied();
            let (half, most) = (at(50).unwrap_or_default(), at(95).unwrap_or_default());
            format!("{half:.1}/{most:.1}")
        };
        format!(
            "{} letters, frame {} ms, answer {} ms",
            self.0.len(),
            of(|letter| letter.0),
            of(|letter| letter.1)
        )
    }
}

/// Measures both and prints what came of it: p50/p95.
pub fn run(dist: &std::path::Path, papers: u32) -> Result {
    let driver = Driver::start(Engine::Chromium)?;
    let mut told: [[Letters; 2]; 2] = Default::default();
    for round in 0..ROUNDS * 2 {
        let keeps = round % 2 == 1;
        let server = Server::start(dist)?;
        let page = Page::new(driver.open_browser()?);
        let visit = Visit {
            page: &page,
            server: &server,
            dist,
            form: Form::Hosted,
        };
        let [reading, searchable] = &mut told[usize::from(keeps)];
        measure(&visit, keeps, papers, reading, searchable)?;
    }
    for (letters, keeps) in told.iter().zip(["nothing is kept", "all is kept"]) {
        println!("{keeps}, while it is read: {}", letters[0].said());
        println!("{keeps}, when all is read: {}", letters[1].said());
    }
    Ok(())
}

fn measure(
    visit: &Visit,
    keeps: bool,
    papers: u32,
    reading: &mut Letters,
    searchable: &mut Letters,
) -> Result {
    let page = visit.page;
    let choice = if keeps { "on" } else { "off" };
    page.browser.prepare(&format!(
        "try {{ localStorage.setItem('digest-explorer.keep', '{choice}'); }} catch {{}}"
    ))?;
    let explorer = Explorer::open(visit)?;
    let body = page.browser_body()?;
    page.browser.run(DROP, &[body.argument(), json!(papers)])?;
    page.wait_long_for(PATIENCE, "the first papers", || {
        let (first, _) = page.all("status")?.pop().ok_or("no status")?;
        Ok(page.text(&first)?.contains(" of ").then_some(()))
    })?;
    let type_words = |letters: &mut Letters| -> Result {
        let search_box = explorer.search_box()?;
        let arguments = [search_box.argument(), json!(TYPED)];
        letters.add(&page.browser.run(TYPE, &arguments)?);
        Ok(())
    };
    type_words(reading)?;
    explorer.expect_status_within(PATIENCE, papers, papers)?;
    for _ in 0..TIMES {
        type_words(searchable)?;
    }
    Ok(())
}
