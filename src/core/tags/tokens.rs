//! A paper's text as the tagger reads it: words with their case and place, sentences, and links by
//! kind.
//!
//! Search has a tokeniser of its own; this one keeps case and punctuation, which tags depend on.

use std::borrow::Cow;

use crate::core::address::Address;
use crate::core::paper::{Paper, Part};
use crate::core::text::{RichText, Span, Style, Styled};

/// How many bytes of a title, an abstract and a comment, of each, are looked at for tags.
///
/// The longest abstracts of real digests have a few thousand bytes. A text longer than this by far
/// is no abstract but a fault of its file, or its whole point: looked at to its end, it would keep
/// everything else waiting, for one paper's tags are found at one go. Of this size it takes less
/// than a slice. What stands behind is in the search index all the same. The help says so beside
/// what the tags mean, and not the report on each file: nothing of the file is lost or misread.
const LOOKED_AT: usize = 64 << 10;

/// What of a plain text is looked at: all of it, or of one with more than so many bytes what stands
/// before the last white space within them.
pub(super) fn head(plain: &str, most: usize) -> &str {
    if plain.len() <= most {
        return plain;
    }
    let head = &plain[..plain.floor_char_boundary(most)];
    &head[..head.rfind(char::is_whitespace).unwrap_or(head.len())]
}

/// How many bytes of a paper are looked at.
pub fn bytes_looked_at(paper: &Paper) -> usize {
    let texts = [&paper.summary, &paper.comment].into_iter().flatten();
    let texts = texts.chain([&paper.title]);
    texts.map(|text| text.plain.len().min(LOOKED_AT)).sum()
}

/// A text without what is not looked at for tags: the tags of a paper are the same with it.
pub fn looked_at(text: &RichText) -> Cow<'_, RichText> {
    let plain = head(&text.plain, LOOKED_AT);
    if plain.len() == text.plain.len() {
        return Cow::Borrowed(text);
    }
    let within = |styled: &&Styled| styled.span.end as usize <= plain.len();
    Cow::Owned(RichText {
        plain: plain.to_owned(),
        styles: text.styles.iter().filter(within).cloned().collect(),
    })
}

/// A word or a link of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'p> {
    /// What it is.
    pub kind: Kind<'p>,
    /// Where it stands in its part's plain text.
    pub span: Span,
    /// The index of its sentence, counted through all parts of the paper.
    pub sentence: u32,
    /// What stands between it and the token before.
    pub before: Break,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind<'p> {
    /// A longest run of letters and digits, as written.
    Word(&'p str),
    /// A link, whatever its label.
    Link(LinkKind),
}

/// What a link leads to, judged by its address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum LinkKind {
    /// A host of source code.
    Code,
    /// A host of data or models.
    Data,
    /// A page of a project.
    Page,
    /// A paper.
    Paper,
    /// Anything else.
    Other,
}

impl LinkKind {
    /// All kinds.
    pub const ALL: [Self; 5] = [Self::Code, Self::Data, Self::Page, Self::Paper, Self::Other];
}

/// What stands between two tokens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Break {
    /// Nothing, blanks, a hyphen, a slash, a quote.
    #[default]
    None,
    /// A comma, a colon, a bracket.
    Clause,
    /// The end of a sentence.
    Sentence,
}

/// The tokens of what is looked at of title, abstract and comment, and the part of each sentence.
pub(super) fn tokens(paper: &Paper) -> (Vec<Token<'_>>, Vec<Part>) {
    let mut reader = Reader {
        tokens: Vec::with_capacity(300),
        sentences: Vec::with_capacity(20),
    };
    reader.read(Part::Title, &paper.title);
    if let Some(summary) = &paper.summary {
        reader.read(Part::Abstract, summary);
    }
    if let Some(comment) = &paper.comment {
        reader.read(Part::Comment, comment);
    }
    (reader.tokens, reader.sentences)
}

/// Writes a word in lower case and singular to `out`, which is emptied first. English plurals only,
/// by their ending.
pub(super) fn fold(word: &str, out: &mut String) {
    out.clear();
    if word.is_ascii() {
        out.push_str(word);
        out.make_ascii_lowercase();
    } else {
        out.extend(word.chars().flat_map(char::to_lowercase));
    }
    let cut = |endings: &[&str]| endings.iter().any(|ending| out.ends_with(ending));
    if out.len() <= 3 || !out.ends_with('s') || cut(&["ss", "us", "is"]) || out == "news" {
        return;
    }
    if cut(&["ies"]) && out.len() > 4 {
        out.truncate(out.len() - 3);
        out.push('y');
    } else if cut(&["sses", "shes", "ches", "xes"]) {
        out.truncate(out.len() - 2);
    } else {
        out.truncate(out.len() - 1);
    }
}

struct Reader<'p> {
    tokens: Vec<Token<'p>>,
    sentences: Vec<Part>,
}

impl<'p> Reader<'p> {
    fn read(&mut self, part: Part, text: &'p RichText) {
        let plain = head(&text.plain, LOOKED_AT);
        self.sentences.push(part);
        // Link and math spans, in order; what they cover is not read as words.
        let mut covers = text.styles.iter().filter_map(|styled| match &styled.style {
            Style::Link(href) => Some((styled.span, Some(href.as_str()))),
            Style::Math { .. } => Some((styled.span, None)),
            Style::Emphasis | Style::Strong | Style::Code => None,
        });
        let mut cover = covers.next();
        let mut before = Break::Sentence;
        let mut at = 0;
        while let Some(&byte) = plain.as_bytes().get(at) {
            if let Some((span, href)) = cover
                && span.start as usize <= at
            {
                cover = covers.next();
                let stands_here = span.start as usize == at && !span.is_empty();
                if stands_here && plain.get(span.range()).is_some() {
                    if let Some(href) = href {
                        self.push(Kind::Link(link_kind(href)), span, &mut before);
                    }
                    at = span.end as usize;
                }
                continue;
            }
            // Nearly all is ASCII, of which a byte says all.
            let c = if byte.is_ascii() {
                char::from(byte)
            } else {
                plain[at..].chars().next().unwrap_or_default()
            };
            if !c.is_alphanumeric() {
                before = before.max(self.break_of(c, &plain[at + c.len_utf8()..], part));
                at += c.len_utf8();
                continue;
            }
            let rest = &plain[at..];
            if let Some(length) = bare_address(rest) {
                let kind = Kind::Link(link_kind(&rest[..length]));
                self.push(kind, Span::new(at, at + length), &mut before);
                at += length;
                continue;
            }
            let length = word_length(rest);
            let word = &rest[..length];
            let possessive = word == "s" && plain[..at].ends_with(['\'', '’']);
            if !possessive {
                self.push(Kind::Word(word), Span::new(at, at + length), &mut before);
            }
            at += length;
        }
    }

    fn push(&mut self, kind: Kind<'p>, span: Span, before: &mut Break) {
        let first_of_part = self
            .tokens
            .last()
            .is_none_or(|last| last.sentence as usize + 1 < self.sentences.len());
        if *before == Break::Sentence && !first_of_part {
            let part = self.sentences.last().copied().unwrap_or(Part::Title);
            self.sentences.push(part);
        }
        let sentence = Span::new(0, self.sentences.len() - 1).end;
        self.tokens.push(Token {
            kind,
            span,
            sentence,
            before: *before,
        });
        *before = Break::None;
    }

    /// What the character divides, seen with the text behind it and the token before it.
    fn break_of(&self, c: char, behind: &str, part: Part) -> Break {
        match c {
            ',' | ';' | ':' | '(' | ')' | '[' | ']' | '—' | '–' => Break::Clause,
            '\n' if behind.starts_with('\n') => Break::Sentence,
            '.' | '!' | '?' if part == Part::Title => Break::Clause,
            '!' | '?' => Break::Sentence,
            '.' if self.ends_sentence(behind) => Break::Sentence,
            _ => Break::None,
        }
    }

    fn ends_sentence(&self, behind: &str) -> bool {
        let next = behind
            .trim_start_matches([')', '"', '\'', '}', ']'])
            .trim_start();
        let blank = next.len() < behind.len();
        let starts = next
            .chars()
            .next()
            .is_none_or(|c| c.is_uppercase() || c.is_ascii_digit() || !c.is_alphanumeric());
        let abbreviated = match self.tokens.last().map(|token| token.kind) {
            Some(Kind::Word(word)) => matches!(
                word,
                "e" | "g"
                    | "i"
                    | "vs"
                    | "al"
                    | "Fig"
                    | "fig"
                    | "Eq"
                    | "cf"
                    | "etc"
                    | "resp"
                    | "w"
                    | "r"
                    | "t"
            ),
            _ => false,
        };
        // A sentence run into the next one ("imaging.We propose") has no blank.
        let run_in = !blank && behind.starts_with(|c: char| c.is_ascii_uppercase());
        starts && (blank || run_in || behind.is_empty()) && !abbreviated
    }
}

/// How many bytes of letters and digits a text starts with.
fn word_length(text: &str) -> usize {
    let mut bytes = text.bytes();
    match bytes.position(|byte| !byte.is_ascii_alphanumeric()) {
        Some(end) if text.as_bytes()[end].is_ascii() => end,
        None => text.len(),
        Some(_) => {
            let end = text.find(|c: char| !c.is_alphanumeric());
            end.unwrap_or(text.len())
        }
    }
}

/// What addresses without a scheme start with.
const BARE: [&str; 3] = ["github.com/", "www.", "gitlab.com/"];

fn starts_with_any(text: &str, starts: &[&str]) -> bool {
    starts.iter().any(|start| {
        text.get(..start.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(start))
    })
}

/// The length of the web address with which a text starts, if it starts with one.
fn bare_address(text: &str) -> Option<usize> {
    if !text.starts_with(['h', 'g', 'w', 'H']) {
        return None;
    }
    if !starts_with_any(text, &["http://", "https://"]) && !starts_with_any(text, &BARE) {
        return None;
    }
    let end = text
        .find(|c: char| c.is_whitespace() || matches!(c, ')' | '}' | ']' | '>' | '"' | '\\' | ','))
        .unwrap_or(text.len());
    let length = text[..end].trim_end_matches(['.', ',', ';', ':']).len();
    Some(length)
}

fn link_kind(href: &str) -> LinkKind {
    let bare = || {
        let is_bare = starts_with_any(href, &BARE);
        is_bare.then(|| Address::parse(&["https://", href].concat()))?
    };
    let Some(address) = Address::parse(href).or_else(bare) else {
        return LinkKind::Other;
    };
    let path = address.rest.to_ascii_lowercase();
    let path = path.strip_prefix('/').unwrap_or(&path);
    let host = address.site();
    let is = |hosts: &[&str]| hosts.iter().any(|known| address.is_of(known));
    if is(&[
        "arxiv.org",
        "doi.org",
        "youtube.com",
        "youtu.be",
        "openreview.net",
    ]) {
        LinkKind::Paper
    } else if is(&[
        "github.com",
        "gitlab.com",
        "bitbucket.org",
        "codeberg.org",
        "gitee.com",
        "sourceforge.net",
        "4open.science",
        "pypi.org",
        "codeocean.com",
    ]) || host.starts_with("gitlab.")
        || host.starts_with("git.")
    {
        LinkKind::Code
    } else if is(&[
        "zenodo.org",
        "kaggle.com",
        "figshare.com",
        "ieee-dataport.org",
        "osf.io",
        "physionet.org",
        "synapse.org",
        "mendeley.com",
        "dataverse.org",
        "harvard.edu/dataverse",
    ]) || (host == "huggingface.co" && path.starts_with("datasets"))
        || host.contains("dataverse")
    {
        LinkKind::Data
    } else if is(&[
        "github.io",
        "gitlab.io",
        "netlify.app",
        "vercel.app",
        "pages.dev",
    ]) || host == "sites.google.com"
        || path.contains("project")
    {
        LinkKind::Page
    } else {
        LinkKind::Other
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;
    use crate::core::paper::PaperId;

    fn paper(summary: RichText) -> Paper {
        Paper {
            summary: Some(summary),
            ..Paper::new(PaperId::Local("x".into()), RichText::default(), 1)
        }
    }

    /// The tokens with `/` before a sentence and `,` before a clause.
    #[track_caller]
    fn check(summary: RichText, expected: &str) {
        let paper = paper(summary);
        let mut seen = String::new();
        for token in tokens(&paper).0 {
            seen.push_str(match token.before {
                Break::None => " ",
                Break::Clause => " , ",
                Break::Sentence => " / ",
            });
            match token.kind {
                Kind::Word(word) => seen.push_str(word),
                Kind::Link(kind) => write!(seen, "<{kind:?}>").unwrap(),
            }
        }
        assert_eq!(seen.trim_start_matches(" / "), expected);
    }

    #[test]
    fn words_clauses_and_sentences() {
        let text = "Self-driving cars' views (e.g. CT) of Kim et al. are 3.5x better.We show it. The driver's gaze: fine";
        check(
            RichText::from_plain(text),
            "Self driving cars views , e g CT , of Kim et al are 3 5x better / We show it / The driver gaze , fine",
        );
        check(RichText::from_plain("naïve Ünder"), "naïve Ünder");
    }

    #[test]
    fn links_by_kind_and_math_left_out() {
        let plain = "Code at this https URL, $L^2$ norm, data: https://zenodo.org/record/7.";
        let mark = |part: &str, style| {
            let start = plain.find(part).unwrap();
            let span = Span::new(start, start + part.len());
            Styled { span, style }
        };
        let styles = vec![
            mark(
                "this https URL",
                Style::Link("https://github.com/a/b".into()),
            ),
            mark("$L^2$", Style::Math { display: false }),
        ];
        let plain = plain.to_owned();
        check(
            RichText { plain, styles },
            "Code at <Code> , norm , data , <Data>",
        );
    }

    #[test]
    fn plurals_fold_to_their_singular() {
        let mut out = String::new();
        for (word, expected) in [
            ("GANs", "gan"),
            ("Studies", "study"),
            ("meshes", "mesh"),
            ("classes", "class"),
            ("poses", "pose"),
            ("bus", "bus"),
            ("analysis", "analysis"),
            ("CTs", "cts"),
        ] {
            fold(word, &mut out);
            assert_eq!(out, expected);
        }
    }
}
