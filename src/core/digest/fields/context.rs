//! What the digest's own order says of the entries under it: day, category, topics.

use super::style::Start;
use crate::core::day::Day;
use crate::core::digest::agreed::WITHOUT_DAY;
use crate::core::digest::categories;
use crate::core::digest::dates::day_in_name;
use crate::core::paper::Category;

/// The headings of which say nothing: what a list of papers is called.
const PLAIN_NAMES: [&str; 8] = [
    "recent papers",
    "paper list",
    "papers",
    "论文列表",
    "full archive",
    "today's papers",
    "table of contents",
    "目录",
];

/// A topic is not longer than so many bytes.
const LONGEST_TOPIC: usize = 120;

/// A line that says what follows it is not longer than so many bytes.
const LONGEST_REMARK: usize = 40;

/// What stands above an entry.
#[derive(Debug, Default)]
pub(super) struct Context {
    /// The main category of the section.
    pub(super) category: Option<Category>,
    /// The day of the digest.
    pub(super) day: Option<Day>,
    /// The headings above, by level.
    headings: [Option<String>; 7],
    /// A line between bullets that says what follows: `Vision:`.
    remark: Option<String>,
}

impl Context {
    /// A heading that is no paper's.
    pub(super) fn heading(&mut self, heading: &str, start: Start) {
        let level = heading.bytes().take_while(|b| *b == b'#').count().min(6);
        let name = heading.trim_start_matches('#');
        for deeper in self.headings.iter_mut().skip(level) {
            *deeper = None;
        }
        self.remark = None;
        let Some(name) = near_start(name) else {
            return;
        };
        if let Start::Enhanced(_) = start {
            // `# cs.CV [[Back]](#toc)`
            let name = name.split("[[").next().unwrap_or_default();
            self.category = categories::list(name).into_iter().next();
            return;
        }
        let day = day_in_name(name);
        let name = cut_day(name);
        self.day = day.or(self.day).filter(|_| name != WITHOUT_DAY);
        let name = trimmed(name);
        let plain = PLAIN_NAMES
            .iter()
            .any(|known| known.eq_ignore_ascii_case(name));
        // The title of the whole: of interest only where it names what the list is about, `Robotics
        // Papers`.
        let about = name
            .strip_suffix("Papers")
            .or_else(|| name.strip_suffix("papers"))
            .map(|name| name.trim().trim_end_matches("related").trim());
        let topic = if level == 1 {
            about.filter(|name| !name.to_ascii_lowercase().contains("arxiv"))
        } else {
            Some(name).filter(|_| !plain)
        };
        let topic = topic.filter(|name| name.contains(char::is_alphabetic));
        if let Some(place) = self.headings.get_mut(level) {
            *place = topic.map(ToOwned::to_owned);
        }
    }

    /// The day that the digest says it was made.
    pub(super) fn updated(&mut self, value: &str) {
        if let Some(day) = near_start(value).and_then(day_in_name) {
            self.day = Some(day);
        }
    }

    /// Takes such a line.
    pub(super) fn remark(&mut self, content: &str) {
        match near_start(content).and_then(day_in_name) {
            Some(day) => self.day = Some(day),
            None => self.remark = Some(trimmed(content).to_owned()),
        }
    }

    /// The topics of what stands here, the deepest heading and the remark under it.
    pub(super) fn topics(&self) -> Vec<String> {
        let heading = self.headings.iter().rev().find_map(Option::as_ref);
        heading.into_iter().chain(&self.remark).cloned().collect()
    }
}

/// Whether a line outside of all entries says what follows: a day, or a name before a list of
/// bullets.
pub(super) fn is_remark(content: &str, start: Start) -> bool {
    let day = content.starts_with("**") && content.ends_with("**");
    let day = day && near_start(content).and_then(day_in_name).is_some();
    let words = content.trim_end_matches([':', '：']);
    let is_name = words.starts_with(char::is_alphanumeric)
        && words
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '/'));
    let name = start == Start::Bullet && content.len() <= LONGEST_REMARK && is_name;
    day || name
}

/// A text that is short enough to be a heading.
fn near_start(text: &str) -> Option<&str> {
    (text.len() <= LONGEST_TOPIC).then(|| text.trim())
}

/// A heading without what follows a dot in the middle, and nothing where it is but a day.
fn cut_day(name: &str) -> &str {
    let name = name.split(" · ").next().unwrap_or_default();
    if day_in_name(name).is_some() {
        ""
    } else {
        name
    }
}

/// Without emoji and punctuation around.
fn trimmed(name: &str) -> &str {
    name.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '(' | ')'))
}
