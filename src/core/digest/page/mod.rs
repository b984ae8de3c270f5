//! Web pages and mails in HTML that list papers or are about one: arXiv's lists, its search and its
//! pages of a paper, alerts and results of Google Scholar, results of PubMed, Hugging Face's pages,
//! and any publisher's page whose `citation_…` meta tags say what it is about.
//!
//! ```text
//! <dt><a href="/abs/2603.00001">arXiv:2603.00001</a> (cross-list from cs.SD)</dt>
//! <dd><div class="list-title">…</div> <div class="list-authors">…</div>
//! <p class="mathjax">…</p></dd>
//! ```
//!
//! There is no tree: [`tokens`] gives tags and texts in their order, [`roles`] knows by its element
//! and class what a tag starts, and a part goes on until the end tag of its own element. What was
//! collected of an entry is put together in [`entry`], what the meta tags say in [`head`].

mod entry;
mod head;
mod roles;
pub(super) mod tokens;

use self::entry::{Draft, Site};
use self::head::Head;
use self::roles::{Role, Starts};
use self::tokens::{Tag, Token, Tokens};
use super::dates::{self, DayFound};
use super::desk::{Desk, Location};
use super::lines::lines;
use super::markup;
use super::parser::{Parser, Place, Score};
use crate::core::day::Day;
use crate::core::paper::AnnounceKind;

/// What only lists and pages of papers have, as it stands in their tags.
const SIGNS: [&str; 6] = [
    "citation_title",
    "list-title",
    "arxiv-result",
    "gse_alrt_title",
    "docsum-title",
    "title mathjax",
];

/// What other texts have in tags as well: these must be pages.
const SIGNS_OF_PAGES: [&str; 5] = [
    "\"gs_rt\"",
    "=gs_rt>",
    "huggingface.co/papers/",
    "href=\"/papers/",
    "href=/papers/",
];

/// Where in a text is looked for what it is.
const HEAD: usize = 4096;
/// How many places of a sign are looked at.
const PLACES: usize = 16;

/// How sure the start of a text is of this format.
pub(super) fn score(sample: &str) -> Score {
    let start = sample.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if !(start.starts_with('<') || starts_with_header(start)) {
        return Score::Nothing;
    }
    let head = start
        .get(..start.floor_char_boundary(HEAD))
        .unwrap_or(start);
    let has = |tag: &str| head.contains(tag);
    // The texts of a feed may be such pages.
    if has("<feed") || has("<rss") || has("<rdf:RDF") {
        return Score::Nothing;
    }
    let is_page = || {
        ["<html", "<HTML", "<!DOCTYPE html", "<!doctype html"]
            .into_iter()
            .any(has)
    };
    let is_tagged = |signs: &[&str]| signs.iter().any(|sign| in_a_tag(sample, sign));
    if is_tagged(&SIGNS) || (is_page() && is_tagged(&SIGNS_OF_PAGES)) {
        Score::StartOfItems
    } else {
        Score::Nothing
    }
}

/// Whether one of the first places of a sign is inside of a tag. The first of all may be in a style
/// sheet.
fn in_a_tag(sample: &str, sign: &str) -> bool {
    let mut found = memchr::memmem::find_iter(sample.as_bytes(), sign.as_bytes()).take(PLACES);
    found.any(|at| {
        let before = sample.as_bytes().get(at.saturating_sub(HEAD)..at);
        let before = before.unwrap_or_default();
        memchr::memrchr(b'<', before) > memchr::memrchr(b'>', before)
    })
}

/// Whether a text starts with a header of the message in which it came.
fn starts_with_header(text: &str) -> bool {
    ["Date: ", "From: ", "Subject: "]
        .iter()
        .any(|name| text.starts_with(name))
}

/// Starts to parse the text on a desk.
pub(super) fn parser(_: &mut Desk<'_>) -> Box<dyn Parser> {
    Box::new(Page::default())
}

#[derive(Debug, Default)]
struct Page {
    tokens: Tokens,
    /// What the page says of the one paper that it is about.
    head: Head,
    /// The entry that is being read.
    entry: Option<Draft>,
    /// The part that is being read.
    part: Option<Part>,
    /// How many tags of headings are open.
    headings: u32,
    /// The day of the list, and how it carries what follows.
    day: Option<Day>,
    section: Option<AnnounceKind>,
}

/// The text of an element that is being collected.
#[derive(Debug)]
struct Part {
    role: Role,
    /// The element's name.
    element: String,
    /// How many elements of that name are open in it.
    depth: u32,
    /// The element inside of it that says nothing, and how many of its name are open there.
    muted: Option<(String, u32)>,
    /// What was collected: text, and tags of those that are read in texts.
    text: String,
}

/// More of one part than this is not collected, in bytes: one that is never closed would hold the
/// page.
const LONGEST: usize = 64 * 1024;

impl Parser for Page {
    fn step(&mut self, desk: &mut Desk<'_>, from: Place, budget: usize) -> Option<Place> {
        let text = desk.text;
        let mut place = from;
        while place.at - from.at < budget {
            let Some((token, end)) = self.tokens.next(text, place.at) else {
                self.close_page(desk);
                return None;
            };
            match token {
                Token::Start(tag) => self.start(desk, &tag, place, end),
                Token::End(name) => self.end(desk, name),
                Token::Text(text) => self.text(desk, text, false),
                Token::Tex(tex) => self.text(desk, tex, true),
                Token::Nothing => {}
            }
            place = place.advance(text, end);
        }
        Some(place)
    }
}

impl Page {
    fn start(&mut self, desk: &mut Desk<'_>, tag: &Tag<'_>, place: Place, end: usize) {
        let at = Location::new(place.at..end, place.line);
        if is_heading(tag.name) {
            self.headings = self.headings.saturating_add(1);
        }
        if tag.is("html") {
            self.close_page(desk);
        } else if tag.is("meta") {
            self.head.meta(tag, at);
        }
        let site = self.entry.as_ref().map(|entry| entry.site);
        let starts = roles::starts(tag, site, self.headings > 0);
        // An entry may start with a link that is all of a heading.
        let in_heading = matches!(&self.part, Some(part) if part.role == Role::Heading);
        if in_heading && matches!(starts, Some(Starts::Entry(..))) {
            self.part = None;
        }
        if let Some(part) = &mut self.part {
            part.start(tag);
            // What is inside of a title may say where it leads.
            if let (Some(entry), Some(href)) = (&mut self.entry, link(tag)) {
                entry.link(href);
            }
            return;
        }
        match starts {
            Some(Starts::Entry(site, role)) => {
                self.close_entry(desk);
                let (day, section) = match site {
                    Site::List => (self.day, self.section),
                    _ => (self.day, None),
                };
                self.entry = Some(Draft::new(site, at, day, section));
                if let (Some(entry), Some(href)) = (&mut self.entry, link(tag)) {
                    entry.link(href);
                }
                self.begin(role, tag);
            }
            Some(Starts::Part(role)) => {
                if role == Role::Heading {
                    self.close_entry(desk);
                }
                let wants = match &self.entry {
                    Some(entry) => entry.wants(role),
                    None => role == Role::Heading || self.head.wants(role, at),
                };
                if wants {
                    self.begin(Some(role), tag);
                }
            }
            None => {
                if let (Some(entry), Some(href)) = (&mut self.entry, link(tag)) {
                    entry.link(href);
                }
            }
        }
    }

    fn begin(&mut self, role: Option<Role>, tag: &Tag<'_>) {
        self.part = role.map(|role| Part {
            role,
            element: tag.name.to_owned(),
            depth: 1,
            muted: None,
            text: String::new(),
        });
    }

    fn end(&mut self, desk: &mut Desk<'_>, name: &str) {
        if is_heading(name) {
            self.headings = self.headings.saturating_sub(1);
        }
        if self.part.as_mut().is_some_and(|part| part.end(name)) {
            self.close_part();
        }
        let closes = |element: &str| name.eq_ignore_ascii_case(element);
        let is_over = match self.entry.as_ref().map(|entry| entry.site) {
            Some(Site::List) => closes("dd") || closes("dl"),
            Some(Site::Search) => closes("li") || closes("ol"),
            Some(Site::Scholar | Site::Pubmed | Site::Faces) | None => false,
        };
        if is_over || closes("body") || closes("html") {
            self.close_entry(desk);
        }
    }

    fn text(&mut self, desk: &mut Desk<'_>, text: &str, is_tex: bool) {
        if let Some(part) = &mut self.part {
            part.push(text, is_tex);
        } else if starts_with_header(text.trim_start()) {
            self.close_page(desk);
            self.header(text);
        } else if let Some(entry) = &mut self.entry {
            entry.text(text);
        }
    }

    /// The headers of the message in which a page came.
    fn header(&mut self, text: &str) {
        let day = lines(text)
            .take(64)
            .find_map(|line| dates::of_time(line.text(text).strip_prefix("Date: ")?));
        self.day = day.or(self.day);
    }

    fn close_part(&mut self) {
        let Some(part) = self.part.take() else {
            return;
        };
        if part.role == Role::Heading {
            self.heading(&part.text);
        } else if let Some(entry) = &mut self.entry {
            entry.part(part.role, &part.text);
        } else {
            self.head.part(part.role, &part.text);
        }
    }

    /// A heading of a list: its day, and how it carries what follows.
    fn heading(&mut self, text: &str) {
        let text = markup::read(text).plain;
        if let Some(section) = section(&text) {
            self.section = Some(section);
        }
        match dates::find_short(&text) {
            DayFound::Day(day) | DayFound::WrongWeekday(day) => self.day = Some(day),
            DayFound::Impossible | DayFound::None => {}
        }
    }

    fn close_entry(&mut self, desk: &mut Desk<'_>) {
        self.close_part();
        if let Some(entry) = self.entry.take() {
            entry.enter(desk);
        }
    }

    /// The page is over, or another starts.
    fn close_page(&mut self, desk: &mut Desk<'_>) {
        self.close_entry(desk);
        std::mem::take(&mut self.head).enter(desk);
        self.headings = 0;
    }
}

/// How a list carries what stands below a heading: `Cross submissions (showing 12 of 12 entries)`.
pub(super) fn section(heading: &str) -> Option<AnnounceKind> {
    let heading = heading.trim_start();
    let starts = |start: &str| heading.starts_with(start);
    if starts("New submissions") {
        Some(AnnounceKind::New)
    } else if starts("Cross submissions") || starts("Cross-list") {
        Some(AnnounceKind::Cross)
    } else if starts("Replacement") {
        Some(AnnounceKind::Replaced)
    } else {
        None
    }
}

fn is_heading(name: &str) -> bool {
    matches!(name.as_bytes(), [b'h' | b'H', b'1'..=b'4'])
}

/// Where a link leads.
fn link<'t>(tag: &Tag<'t>) -> Option<&'t str> {
    tag.is("a").then(|| tag.attribute("href")).flatten()
}

impl Part {
    fn start(&mut self, tag: &Tag<'_>) {
        if let Some((name, depth)) = &mut self.muted {
            *depth += u32::from(tag.is(name));
            return;
        }
        if roles::says_nothing(tag) && !is_void(tag.name) {
            self.muted = Some((tag.name.to_owned(), 1));
            return;
        }
        self.depth += u32::from(tag.is(&self.element) && !is_void(tag.name));
        if self.text.len() > LONGEST {
            return;
        }
        if tag.is("br") || tag.is("p") || tag.is("div") || tag.is("li") {
            self.text.push_str(if self.role.has_paragraphs() {
                "<br>"
            } else {
                "\n"
            });
        } else if let Some(name) = kept(tag.name) {
            self.text.push('<');
            self.text.push_str(name);
            self.text.push('>');
        } else if self.role.has_paragraphs()
            && let Some(href) = link(tag).filter(|href| !href.contains(['"', '<', '>']))
        {
            self.text.push_str("<a href=\"");
            self.text.push_str(href);
            self.text.push_str("\">");
        }
    }

    /// Takes an end tag, and says whether it is the part's own.
    fn end(&mut self, name: &str) -> bool {
        if let Some((muted, depth)) = &mut self.muted {
            if name.eq_ignore_ascii_case(muted) {
                *depth -= 1;
                if *depth == 0 {
                    self.muted = None;
                }
            }
            return false;
        }
        if name.eq_ignore_ascii_case(&self.element) {
            self.depth -= 1;
            return self.depth == 0;
        }
        if self.text.len() <= LONGEST {
            let name = kept(name).or_else(|| {
                (self.role.has_paragraphs() && name.eq_ignore_ascii_case("a")).then_some("a")
            });
            if let Some(name) = name {
                self.text.push_str("</");
                self.text.push_str(name);
                self.text.push('>');
            }
        }
        false
    }

    fn push(&mut self, text: &str, is_tex: bool) {
        if self.muted.is_some() || self.text.len() > LONGEST {
            return;
        }
        let text = text
            .get(..text.floor_char_boundary(LONGEST))
            .unwrap_or_default();
        let around = if is_tex { "$" } else { "" };
        for piece in [around, text, around] {
            self.text.push_str(piece);
        }
    }
}

/// The tags that are read in texts, under the name by which they are.
fn kept(name: &str) -> Option<&'static str> {
    ["i", "em", "sub", "sup", "code", "tt"]
        .into_iter()
        .find(|kept| name.eq_ignore_ascii_case(kept))
}

/// Whether an element has no end tag.
fn is_void(name: &str) -> bool {
    ["br", "hr", "img", "input", "link", "meta", "wbr"]
        .iter()
        .any(|void| name.eq_ignore_ascii_case(void))
}

#[cfg(test)]
mod tests;
