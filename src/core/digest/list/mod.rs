//! Lists of links to papers: bare ones, an id or an address a line, and reading lists in Markdown,
//! an item a paper.
//!
//! ```text
//! https://arxiv.org/abs/2603.00001        ## Kettles
//! arXiv:2603.00002v2                      - **Title** [[paper](https://arxiv.org/abs/2603.00001)]
//! 2603.00003                              - [Title](https://arxiv.org/abs/2603.00002) - A Name, Venue
//! doi:10.1000/182                         1. Title, *A Name*. [[pdf]](https://…) [[code]](https://…)
//!                                         **Title** [paper](https://arxiv.org/abs/2603.00003)
//! ```
//!
//! An item is a bullet or a number and the lines that are indented behind it, or a paragraph that
//! starts with a title in bold; headings are its topics. Items that lead to no paper are counted
//! and named once. What an item says is for [`item`], what stands in its Markdown for [`inline`],
//! and who its authors are for [`authors`]. The bookmarks that a browser saves are such a list as
//! well: [`bookmarks`].

mod authors;
mod bookmarks;
mod inline;
mod item;
#[cfg(test)]
mod tests;

pub(super) use self::authors::names;
use self::inline::label_of;
use super::desk::{Desk, Location};
use super::fences::Fences;
use super::ids::arxiv;
use super::lines::{Line, lines};
use super::parser::{ByLine, Parser, Score, by_line, sample};
use crate::core::diagnostic::DiagnosticKind;

/// An item is not longer than so many bytes; what stands behind is left out.
const LONGEST_ITEM: usize = 16 * 1024;

/// A heading is not longer than so many bytes: each paper below keeps it as a topic.
const LONGEST_HEADING: usize = 256;

/// So many visible lines at the start tell whether a text is a bare list.
const LINES_LOOKED_AT: usize = 64;

/// A line of a bare list is not longer than so many bytes.
const LONGEST_LINE: usize = 400;

/// How sure the start of a text is of a list of links.
pub(super) fn score(sample: &str) -> Score {
    if bookmarks::are_in(sample) {
        return Score::Sure;
    }
    if is_bare(sample) {
        return Score::Fitting;
    }
    let (mut items, mut linked, mut signed) = (0_u32, 0_u32, 0_u32);
    let mut fences = Fences::default();
    for line in lines(sample) {
        if fences.hide(sample, line) {
            continue;
        }
        let content = line.text(sample);
        let inside = match bullet(content) {
            Some((_, inside)) => inside,
            None if is_paragraph(content) => content,
            None => continue,
        };
        if arxiv::find(inside).is_some() {
            items += 1;
            // Such bullets another format reads too, perhaps with fields below.
            linked += u32::from(inside.starts_with('[') && !inside.starts_with("[["));
            let behind = inside
                .split_once("](")
                .and_then(|(_, link)| link.split_once(')'));
            let is_signed = |text| authors::byline(text, false).is_some();
            signed += u32::from(behind.is_some_and(|(_, text)| is_signed(text)));
        }
    }
    // A link or two to papers may stand among those of any page.
    match items {
        2.. if items > linked + linked / 4 || signed * 2 > items => Score::Named,
        3.. => Score::Frame,
        _ => Score::Nothing,
    }
}

/// Whether most lines of a text are nothing but an id or an address of a paper, or that and a few
/// words.
fn is_bare(sample: &str) -> bool {
    let (mut visible, mut papers) = (0, 0);
    for line in lines(sample) {
        let content = line.text(sample).trim_matches(['\u{feff}', ' ', '\t']);
        if content.is_empty() {
            continue;
        }
        visible += 1;
        papers += usize::from(is_bare_line(content));
        if visible >= LINES_LOOKED_AT {
            break;
        }
    }
    papers > 0 && papers * 2 > visible
}

/// Whether a line may be one of a bare list.
fn is_bare_line(content: &str) -> bool {
    let is_other = content.len() > LONGEST_LINE
        || content.starts_with(['{', '}', '<', '|', '@', '\\', '"', '>', '=', '%'])
        || content.contains(['\t', '{', '|'])
        || content.contains("](");
    if is_other {
        return false;
    }
    let content = bullet(content).map_or(content, |(_, inside)| inside);
    let (first, rest) = content
        .split_once(char::is_whitespace)
        .unwrap_or((content, ""));
    let last = content.rsplit(char::is_whitespace).next();
    // A label of a record is no word of a list: `UR  - https://…`, `Link: https://…`.
    let is_labelled = first.ends_with(':') || rest.trim_start().starts_with("- ");
    let is_alone = |word: &str| arxiv::find(word).is_some() || item::leads_to_paper(word);
    if rest.is_empty() {
        return is_alone(content);
    }
    !is_labelled && (is_alone(first) || last.is_some_and(is_alone))
}

/// The indentation of a bullet or a numbered item, and what stands behind its mark.
fn bullet(content: &str) -> Option<(usize, &str)> {
    let visible = content.trim_start_matches([' ', '\t', '\u{feff}']);
    let indent = content.len() - visible.len();
    let digits = visible.bytes().take_while(u8::is_ascii_digit).count();
    let mark = match visible.as_bytes().get(digits) {
        Some(b'-' | b'*' | b'+') if digits == 0 => 1,
        Some(b'.' | b')') if (1..=4).contains(&digits) => digits + 1,
        _ if visible.starts_with('•') => '•'.len_utf8(),
        _ => return None,
    };
    let inside = visible.get(mark..)?;
    if !inside.starts_with([' ', '\t']) {
        return None;
    }
    let inside = inside.trim_start();
    let boxes = ["[ ] ", "[x] ", "[X] "];
    let unticked = boxes.iter().find_map(|mark| inside.strip_prefix(mark));
    Some((indent, unticked.unwrap_or(inside)))
}

/// Whether a line that is no item starts with a paper's title in bold and leads to the paper:
/// `**Title** [paper](https://arxiv.org/abs/2603.00001)`. A label in bold is no title.
fn is_paragraph(content: &str) -> bool {
    let bold = content
        .strip_prefix("[**")
        .or_else(|| content.strip_prefix("**"));
    let title = bold.and_then(|bold| bold.split_once("**"));
    title.is_some_and(|(title, after)| {
        let is_label = title.trim_end().ends_with([':', '：']) || after.starts_with([':', '：']);
        !is_label && item::is_title(&label_of(title)) && arxiv::find(content).is_some()
    })
}

/// Whether a word is a tag such as `#optics`.
fn is_hashtag(word: &str) -> bool {
    word.strip_prefix('#')
        .is_some_and(|tag| tag.starts_with(char::is_alphabetic))
}

/// The level of a heading and its name.
fn heading(content: &str) -> Option<(usize, &str)> {
    let level = content.bytes().take_while(|b| *b == b'#').count();
    let name = content.get(level..)?;
    let is_one = (1..=6).contains(&level) && name.starts_with([' ', '\t']);
    is_one.then(|| (level, name.trim().trim_end_matches('#').trim_end()))
}

/// Starts to parse the text on a desk.
pub(super) fn parser(desk: &mut Desk<'_>) -> Box<dyn Parser> {
    if bookmarks::are_in(desk.text) {
        return Box::new(bookmarks::Bookmarks::default());
    }
    by_line(List {
        bare: is_bare(sample(desk.text)),
        headings: Vec::new(),
        open: None,
        fences: Fences::default(),
        told_no_title: false,
        others: None,
    })
}

/// An item that is being read.
#[derive(Debug)]
struct Open {
    first: Line,
    last: Line,
    indent: usize,
    text: String,
    after_blank: bool,
    /// Whether it names a paper of arXiv.
    has_id: bool,
    is_cut: bool,
}

#[derive(Debug)]
struct List {
    /// Whether each line is an item.
    bare: bool,
    /// The headings above, with their levels.
    headings: Vec<(usize, String)>,
    open: Option<Open>,
    fences: Fences,
    told_no_title: bool,
    /// The first of the items without a paper, and how many there are.
    others: Option<(Location, u32)>,
}

impl ByLine for List {
    fn line(&mut self, desk: &mut Desk<'_>, line: Line) {
        let content = line.text(desk.text).trim_end();
        let visible = content.trim_start_matches([' ', '\t', '\u{feff}']);
        if self.fences.hide(desk.text, line) {
            self.close(desk);
            return;
        }
        if visible.is_empty() {
            if let Some(open) = &mut self.open {
                open.after_blank = true;
            }
            return;
        }
        if let Some((level, name)) = heading(visible) {
            self.close(desk);
            self.headings.retain(|(above, _)| *above < level);
            let near = name.get(..name.floor_char_boundary(LONGEST_HEADING));
            self.headings
                .push((level, label_of(near.unwrap_or_default())));
            return;
        }
        // The tags of a note.
        if visible.split_whitespace().all(is_hashtag) {
            self.close(desk);
            return;
        }
        let bullet = bullet(content);
        if let Some(open) = &mut self.open {
            let indent = content.len() - visible.len();
            let is_inside = if let Some((_, inside)) = bullet {
                indent > open.indent && !(open.has_id && arxiv::find(inside).is_some())
            } else {
                let is_another = open.has_id && is_paragraph(visible);
                !self.bare && !is_another && (!open.after_blank || indent > open.indent)
            };
            if is_inside {
                open.last = line;
                open.after_blank = false;
                let inside = bullet.map_or(visible, |(_, inside)| inside);
                if open.text.len() + inside.len() <= LONGEST_ITEM {
                    open.has_id |= arxiv::find(inside).is_some();
                    open.text.push('\n');
                    open.text.push_str(inside);
                } else {
                    open.is_cut = true;
                }
                return;
            }
            self.close(desk);
        }
        let inside = match bullet {
            Some((_, inside)) => inside,
            None if self.bare || is_paragraph(visible) => visible,
            None => return,
        };
        let near = inside.get(..inside.floor_char_boundary(LONGEST_ITEM));
        self.open = Some(Open {
            first: line,
            last: line,
            indent: content.len() - visible.len(),
            text: near.unwrap_or_default().to_owned(),
            after_blank: false,
            has_id: near.is_some_and(|near| arxiv::find(near).is_some()),
            is_cut: inside.len() > LONGEST_ITEM,
        });
        if self.bare {
            self.close(desk);
        }
    }

    fn end(&mut self, desk: &mut Desk<'_>, _: Line) {
        self.close(desk);
        tell_of_others(desk, self.others);
    }
}

/// Tells of the items without a paper: the first of them, and how many there are.
fn tell_of_others(desk: &mut Desk<'_>, others: Option<(Location, u32)>) {
    let Some((first, count)) = others else {
        return;
    };
    let message = match count {
        1 => "This item leads to no paper; it was left out.".to_owned(),
        _ => format!(
            "This item and {} others lead to no paper; they were left out.",
            count - 1
        ),
    };
    desk.note(first, DiagnosticKind::StrayText, message);
}

impl List {
    /// The item is complete.
    fn close(&mut self, desk: &mut Desk<'_>) {
        let Some(open) = self.open.take() else {
            return;
        };
        let Some(mut paper) = item::paper(&open.text, open.first.number) else {
            // Links within the page are its contents.
            if !open.text.contains("](#") {
                self.others.get_or_insert((open.first.into(), 0)).1 += 1;
            }
            return;
        };
        let at = Location::new(open.first.start..open.last.end, open.first.number);
        if open.is_cut {
            let message =
                "This item is longer than 16,384 bytes; what stands behind them was left out.";
            desk.warn(at, DiagnosticKind::BadSyntax, message);
        }
        // The first heading of the file is its name.
        let topics = self.headings.iter().filter(|(level, _)| *level > 1);
        for (_, topic) in topics {
            if !topic.is_empty() && !paper.topics.contains(topic) {
                paper.topics.push(topic.clone());
            }
        }
        if paper.title.is_empty() && !self.told_no_title {
            self.told_no_title = true;
            let message = "This list names papers without their titles.";
            desk.note(at, DiagnosticKind::NoTitle, message);
        }
        if self.told_no_title {
            desk.told_no_title();
        }
        desk.paper(at, paper);
    }
}
