//! How the entries of one file start, found in the file's own first lines.

use super::head::Head;
use super::label::{Field, Label};
use super::shape::{Shape, content, italics};
use crate::core::digest::escapes::is_escaped;
use crate::core::digest::fences::Fences;
use crate::core::digest::lines::{lines, part};
use crate::core::digest::needles::names_arxiv;
use crate::core::digest::parser::Score;

/// How the entries of a file start.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Style {
    /// What starts an entry.
    pub(super) start: Start,
    /// How sure that is.
    pub(super) score: Score,
    /// Whether the entries stand in a quotation.
    pub(super) quoted: bool,
    /// Whether the digest writes `\-` for `-`.
    pub(super) escaped: bool,
    /// Whether its entries have abstracts.
    pub(super) abstracts: bool,
}

/// What starts an entry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Start {
    /// Nothing that is known.
    #[default]
    Nothing,
    /// A heading of this level whose title is a link, then the authors in italics:
    /// daily-arXiv-ai-enhanced.
    Enhanced(usize),
    /// A heading of this level whose title is a link, then fields.
    Linked(usize),
    /// A heading without a link, then fields.
    Plain,
    /// A bullet whose title is a link.
    Bullet,
    /// A footnote: `[^1]: …`
    Footnote,
    /// A labelled link, with the title in the line before or in a field.
    Label,
    /// A bare link.
    Bare,
}

/// What the next visible line may confirm.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Awaited {
    Nothing,
    Linked { level: usize, quoted: bool },
    Plain { quoted: bool },
    Bullet,
    Footnote,
}

/// Whether a line confirms that the heading above it starts an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Confirms {
    /// It is a field of a paper.
    Yes,
    /// It is not.
    No,
    /// It does not tell.
    Wait,
}

/// Whether this line under a heading makes the heading a paper's title.
pub(super) fn confirms(content: &str, shape: Shape) -> Confirms {
    if shape == Shape::Blank {
        return Confirms::Wait;
    }
    if matches!(shape, Shape::Heading(_)) {
        return Confirms::No;
    }
    let is_paper = match Label::of(content) {
        Some(label) => match label.field {
            Some(Field::Authors | Field::Link | Field::Published) => true,
            Some(Field::Other) => content.starts_with("**") && content.contains("(ZH)"),
            _ => false,
        },
        None => false,
    };
    match (is_paper, content.starts_with('|')) {
        (true, _) => Confirms::Yes,
        // The head of a table of fields.
        (false, true) if content.bytes().filter(|b| *b == b'|').count() == 3 => Confirms::Wait,
        (false, _) => Confirms::No,
    }
}

impl Style {
    /// Finds the style of a text by its start.
    pub(super) fn of(sample: &str) -> Self {
        let mut survey = Survey {
            awaited: Awaited::Nothing,
            linked: [0; 7],
            enhanced: [0; 7],
            plain: 0,
            quoted: 0,
            bullets: 0,
            sure_bullets: 0,
            footnotes: 0,
            labels: 0,
            bare: 0,
            abstracts: false,
            lines: 0,
        };
        let mut fences = Fences::default();
        for line in lines(sample) {
            if fences.hide(sample, line) {
                continue;
            }
            let bare = part(sample, &content(sample, line, false));
            let quoted = bare.starts_with('>');
            let text = if quoted {
                part(sample, &content(sample, line, true))
            } else {
                bare
            };
            survey.line(text, quoted);
        }
        survey.style(sample)
    }
}

/// What was counted.
struct Survey {
    awaited: Awaited,
    linked: [u32; 7],
    enhanced: [u32; 7],
    plain: u32,
    quoted: u32,
    bullets: u32,
    sure_bullets: u32,
    footnotes: u32,
    labels: u32,
    bare: u32,
    abstracts: bool,
    lines: u32,
}

impl Survey {
    fn line(&mut self, content: &str, quoted: bool) {
        let shape = Shape::of(content);
        if shape == Shape::Blank {
            return;
        }
        self.lines += 1;
        let label = Label::of(content);
        let field = label.as_ref().and_then(|label| label.field);
        self.abstracts |= field == Some(Field::Abstract) || summary_of_abstract(content);
        match self.awaited {
            Awaited::Linked { level, quoted: all } => {
                let is_quotation = quoted && !all;
                let fits = field.is_some() || shape == Shape::Details || is_quotation;
                count(&mut self.enhanced, level, italics(content).is_some());
                count(&mut self.linked, level, fits);
            }
            Awaited::Plain { quoted: all } if all == quoted => match confirms(content, shape) {
                Confirms::Yes => {
                    self.plain += 1;
                    self.quoted += u32::from(quoted);
                }
                Confirms::Wait => return,
                Confirms::No => {}
            },
            Awaited::Bullet => self.sure_bullets += u32::from(italics(content).is_some()),
            Awaited::Footnote => self.footnotes += u32::from(content.contains("(arXiv:")),
            Awaited::Plain { .. } | Awaited::Nothing => {}
        }
        let linked = || Head::linked(content).filter(Head::names_arxiv);
        self.awaited = match shape {
            Shape::Heading(level) if linked().is_some() => Awaited::Linked { level, quoted },
            Shape::Heading(_) => Awaited::Plain { quoted },
            Shape::Bullet if field.is_none() && linked().is_some() => {
                self.bullets += 1;
                Awaited::Bullet
            }
            Shape::Text if is_footnote(content) => Awaited::Footnote,
            _ => Awaited::Nothing,
        };
        if field == Some(Field::Link) && names_arxiv(content) {
            self.labels += 1;
        } else if self.lines == 1 && bare_link(content).is_some() {
            self.bare = 1;
        }
    }

    /// A list of links alone may be anybody's.
    fn bullets_score(&self) -> Score {
        match (self.sure_bullets, self.bullets) {
            (0, 0..3) => Score::Nothing,
            (0, _) => Score::Fitting,
            _ => Score::Fields,
        }
    }

    fn style(&self, sample: &str) -> Style {
        let most = |counts: &[u32; 7]| {
            let levels = counts.iter().copied().enumerate().skip(1).rev();
            levels.max_by_key(|(_, count)| *count).unwrap_or_default()
        };
        let (level, enhanced) = most(&self.enhanced);
        let (linked_level, linked) = most(&self.linked);
        let candidates = [
            (Start::Footnote, self.footnotes, Score::Start),
            (Start::Enhanced(level), enhanced, Score::Start),
            (Start::Linked(linked_level), linked, Score::Fields),
            (Start::Plain, self.plain, Score::Fields),
            (Start::Bullet, self.bullets, self.bullets_score()),
        ];
        let mut best = (Start::Nothing, 0, Score::Nothing);
        for candidate in candidates {
            if candidate.1 > best.1 && candidate.2 > Score::Nothing {
                best = candidate;
            }
        }
        if best.1 == 0 && self.labels > 0 {
            best = (Start::Label, self.labels, Score::Frame);
        } else if best.1 == 0 && self.bare > 0 {
            best = (Start::Bare, self.bare, Score::Hint);
        }
        Style {
            start: best.0,
            score: best.2,
            quoted: self.quoted * 2 > best.1,
            escaped: is_escaped(sample),
            abstracts: self.abstracts || best.0 == Start::Footnote,
        }
    }
}

/// Counts what was seen at a level of headings.
fn count(counts: &mut [u32; 7], level: usize, seen: bool) {
    if let Some(count) = counts.get_mut(level).filter(|_| seen) {
        *count += 1;
    }
}

fn summary_of_abstract(content: &str) -> bool {
    memchr::memchr_iter(b'<', content.as_bytes())
        .filter_map(|at| content.get(at..))
        .any(|from| from.starts_with("<summary>Abstract"))
}

/// `[^1]: …` at the start of a footnote.
pub(super) fn is_footnote(content: &str) -> bool {
    let number = content.strip_prefix("[^").and_then(|rest| {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        rest.get(digits..).filter(|_| digits > 0)
    });
    number.is_some_and(|after| after.starts_with("]:"))
}

/// A line that is a bare link to a paper, perhaps behind its name in a few words: the name.
pub(super) fn bare_link(content: &str) -> Option<&str> {
    let (name, address) = content
        .rsplit_once(char::is_whitespace)
        .unwrap_or(("", content));
    let fits = address.starts_with("http")
        && names_arxiv(address)
        && name.len() < 80
        && !name.contains(['[', '|', '`', ':', '：']);
    fits.then_some(name.trim())
}
