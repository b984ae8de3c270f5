//! An evaluator as plain as can be: paper by paper, on strings, straight from the sentences of the
//! language.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use digest_explorer::core::day::{Date, Day};
use digest_explorer::core::facet::{Facet, FacetKind};
use digest_explorer::core::library::Record;
use digest_explorer::core::paper::AnnounceKind;
use digest_explorer::core::query::{Atom, DayRange, Expr, Field, HasPart, IsState, Query, Term};
use digest_explorer::core::search::FacetCounts;
use digest_explorer::core::search::rank::{BM25F, FieldWeight};
use digest_explorer::core::tags;

#[path = "marked.rs"]
pub mod marked;

use marked::{Marked, STATES};

/// A word, or one character of a script without spaces.
#[derive(Clone, Debug, PartialEq)]
struct Piece {
    text: String,
    /// Whether it is a character of a script without spaces.
    alone: bool,
    /// Whether nothing stands between it and such a character before it.
    joined: bool,
}

fn is_unspaced(c: char) -> bool {
    use regex::Regex;
    use std::sync::LazyLock;
    static UNSPACED: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Bopomofo}\p{Hangul}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}〆〱-〵〼ー]",
        )
        .unwrap()
    });
    UNSPACED.is_match(&c.to_string())
}

/// What is typed for a letter that has no accent to leave out.
fn typed(c: char) -> String {
    if "ʹʺʻʽʾʿ\u{640}".contains(c) {
        return String::new();
    }
    let pairs = "ł=l ø=o đ=d ð=d þ=th ß=ss æ=ae œ=oe ı=i ħ=h ŧ=t ŋ=n ς=σ ə=e ǝ=e ɛ=e ƀ=b ɓ=b ƈ=c \
                 ɖ=d ɗ=d ƒ=f ǥ=g ɠ=g ɨ=i ȷ=j ƙ=k ĸ=k ƚ=l ɫ=l ɲ=n ƞ=n ɔ=o ɵ=o ƥ=p ƭ=t ʈ=t ʉ=u ʋ=v \
                 ƴ=y ƶ=z";
    let mut pairs = pairs.split(' ').filter_map(|pair| pair.split_once('='));
    let found = pairs.find(|(letter, _)| letter.starts_with(c));
    found.map_or_else(|| c.to_string(), |(_, letters)| letters.to_owned())
}

fn pieces(text: &str) -> Vec<Piece> {
    let is_sound = |c: char| matches!(c, '\u{3099}' | '\u{309a}');
    let plain = text
        .nfkd()
        .filter(|c| !is_combining_mark(*c) || is_sound(*c));
    let composed: String = plain.nfc().filter(|c| !is_combining_mark(*c)).collect();
    let lower: String = composed.to_lowercase().chars().map(typed).collect();
    let mut pieces: Vec<Piece> = Vec::new();
    let mut before = ' ';
    for c in lower.chars() {
        if c.is_alphanumeric() {
            let alone = is_unspaced(c);
            let goes_on = before.is_alphanumeric() && alone == is_unspaced(before);
            match pieces.last_mut() {
                Some(last) if goes_on && !alone => last.text.push(c),
                _ => pieces.push(Piece {
                    text: c.to_string(),
                    alone,
                    joined: goes_on,
                }),
            }
        }
        before = c;
    }
    pieces
}

pub fn tokens(text: &str) -> Vec<String> {
    pieces(text).into_iter().map(|piece| piece.text).collect()
}

/// The rules of the language word by word.
fn stem(token: &str) -> String {
    let ends = |ending: &str| token.ends_with(ending);
    let cut = |bytes: usize| token[..token.len() - bytes].to_owned();
    if token.chars().count() <= 3 {
        token.to_owned()
    } else if ends("ies") && !ends("eies") && !ends("aies") {
        cut(3) + "y"
    } else if ends("es") && !ends("aes") && !ends("ees") && !ends("oes") {
        cut(2) + "e"
    } else if ends("s") && !ends("us") && !ends("ss") {
        cut(1)
    } else {
        token.to_owned()
    }
}

/// The texts of a field; without a field those of all four.
fn texts(record: &Record, field: Option<Field>) -> Vec<String> {
    let paper = &record.paper;
    let mut texts = Vec::new();
    let wants = |wanted: Field| field.is_none_or(|field| field == wanted);
    if wants(Field::Title) {
        texts.push(paper.title.plain.clone());
    }
    if wants(Field::Abstract) {
        texts.extend(paper.summary.iter().map(|text| text.plain.clone()));
    }
    if wants(Field::Author) {
        texts.extend(paper.authors.iter().cloned());
    }
    if wants(Field::Comment) {
        texts.extend(paper.comment.iter().map(|text| text.plain.clone()));
    }
    texts
}

/// How often a word, prefix or phrase stands in a text. `None` when it says nothing.
fn occurrences(text: &str, atom: &Atom) -> Option<usize> {
    let (Atom::Word(wanted) | Atom::Exact(wanted) | Atom::Prefix(wanted) | Atom::Phrase(wanted)) =
        atom
    else {
        return None;
    };
    let (wanted, text) = (pieces(wanted), pieces(text));
    if wanted.is_empty() {
        return None;
    }
    let meets = |(at, (piece, wanted)): (usize, (&Piece, &Piece))| {
        let (token, word) = (piece.text.as_str(), wanted.text.as_str());
        if wanted.alone {
            // What stands side by side in the query does so in the text.
            return token == word && (piece.joined || !wanted.joined || at == 0);
        }
        match atom {
            Atom::Exact(_) => token == word,
            Atom::Prefix(_) if at + 1 == tokens_of(atom) => token.starts_with(word),
            _ => stem(token) == stem(word),
        }
    };
    let windows = text.windows(wanted.len());
    Some(
        windows
            .filter(|window| window.iter().zip(&wanted).enumerate().all(meets))
            .count(),
    )
}

fn tokens_of(atom: &Atom) -> usize {
    match atom {
        Atom::Word(text) | Atom::Exact(text) | Atom::Prefix(text) | Atom::Phrase(text) => {
            tokens(text).len()
        }
        _ => 0,
    }
}

fn is_word_like(atom: &Atom) -> bool {
    tokens_of(atom) > 0
}

pub struct Papers<'l> {
    pub records: &'l [Record],
    pub sources: &'l [String],
    /// The papers that were taken out, by number.
    pub gone: &'l [bool],
    /// What the reader did with them.
    pub states: &'l Marked,
}

impl Papers<'_> {
    fn holds(&self, record: &Record, expr: &Expr) -> Option<bool> {
        let parts = |exprs: &[Expr]| -> Vec<bool> {
            exprs
                .iter()
                .filter_map(|expr| self.holds(record, expr))
                .collect()
        };
        match expr {
            Expr::And(all) => Some(parts(all))
                .filter(|parts| !parts.is_empty())
                .map(|parts| !parts.contains(&false)),
            Expr::Or(any) => Some(parts(any))
                .filter(|parts| !parts.is_empty())
                .map(|parts| parts.contains(&true)),
            Expr::Not(inner) => self.holds(record, inner).map(|holds| !holds),
            Expr::Term(term) => self.term(record, term),
        }
    }

    fn term(&self, record: &Record, term: &Term) -> Option<bool> {
        let paper = &record.paper;
        Some(match (term.field, &term.atom) {
            (Some(Field::Facet(facet)), Atom::None) => self.values(record, facet).is_empty(),
            (Some(Field::Facet(facet)), Atom::Value(value)) => self
                .values(record, facet)
                .iter()
                .any(|has| named(facet, has, value)),
            (_, Atom::Days(range)) => dates(record).into_iter().any(|date| {
                range.from.is_none_or(|from| date.first() >= from)
                    && range.to.is_none_or(|to| date.last() <= to)
            }),
            (_, Atom::Is(state)) => match state {
                IsState::Duplicate => record.occurrences >= 2,
                _ => self.states.is(record, *state),
            },
            (_, Atom::Has(part)) => match part {
                HasPart::Abstract => paper
                    .summary
                    .as_ref()
                    .is_some_and(|text| !text.plain.is_empty()),
                HasPart::Authors => !paper.authors.is_empty(),
                // These papers have neither links nor styles.
                HasPart::Code | HasPart::Math => false,
                HasPart::Note => !self.states.note(record).is_empty(),
            },
            (Some(Field::Id), Atom::Value(id)) => {
                let known = paper.id.as_str();
                id.strip_prefix(known).is_some_and(|rest| {
                    rest.strip_prefix('v').map_or(rest.is_empty(), |version| {
                        !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_digit())
                    })
                })
            }
            (Some(Field::Id), Atom::Prefix(start)) => paper.id.as_str().starts_with(start),
            (Some(Field::Note), atom) => {
                if !is_word_like(atom) {
                    return None;
                }
                occurrences(self.states.note(record), atom) > Some(0)
            }
            (
                field,
                Atom::Regex {
                    pattern,
                    case_sensitive,
                },
            ) => {
                let pattern = if *case_sensitive {
                    pattern.clone()
                } else {
                    format!("(?i){pattern}")
                };
                let regex = regex::Regex::new(&pattern).unwrap();
                let mut found = texts(record, field).iter().any(|text| regex.is_match(text));
                if field.is_none() {
                    found = [Field::Title, Field::Abstract, Field::Comment]
                        .iter()
                        .any(|field| {
                            texts(record, Some(*field))
                                .iter()
                                .any(|text| regex.is_match(text))
                        });
                }
                found
            }
            (field, atom) => {
                if !is_word_like(atom) {
                    return None;
                }
                texts(record, field)
                    .iter()
                    .any(|text| occurrences(text, atom) > Some(0))
            }
        })
    }

    /// A paper's values in a facet, as they read in a query.
    fn values(&self, record: &Record, facet: Facet) -> Vec<String> {
        let paper = &record.paper;
        let mut values: Vec<String> = match facet.kind() {
            FacetKind::Announce => paper
                .announce
                .iter()
                .map(|announce| announce.kind.id().to_owned())
                .collect(),
            FacetKind::Category => paper
                .categories
                .iter()
                .map(|category| category.0.clone())
                .collect(),
            FacetKind::Topic => paper.topics.clone(),
            FacetKind::Day => dates(record).iter().map(Date::to_string).collect(),
            FacetKind::State => self.states.values(record),
            FacetKind::Source => record
                .sources
                .iter()
                .map(|at| self.sources[*at as usize].clone())
                .collect(),
            FacetKind::Tag => {
                let tags = record.tags.iter().filter(|tag| tags::facet(**tag) == facet);
                tags.map(|tag| tags::id(*tag).to_owned()).collect()
            }
        };
        values.sort();
        values.dedup();
        values
    }

    /// The papers that satisfy the clauses that pass.
    pub fn hits(&self, query: &Query, passes: impl Fn(&Expr) -> bool) -> Vec<usize> {
        let holds = |at: &usize| {
            let mut clauses = query.clauses.iter().filter(|clause| passes(clause));
            clauses.all(|clause| self.holds(&self.records[*at], clause) != Some(false))
        };
        let live = (0..self.records.len()).filter(|at| !self.gone[*at]);
        live.filter(holds).collect()
    }

    /// How many papers satisfy all but the clauses of days, and have no date or one that may fit
    /// and may not.
    pub fn undated(&self, query: &Query) -> u32 {
        let of_days: Vec<&Expr> = query
            .clauses
            .iter()
            .filter(|clause| is_own(clause, Facet::Day))
            .collect();
        if of_days.is_empty() {
            return 0;
        }
        let hits = self.hits(query, |_| true);
        let fits = |date: Date, clause: &Expr| {
            let terms = match clause {
                Expr::Or(any) => any.as_slice(),
                one => std::slice::from_ref(one),
            };
            terms.iter().any(|expr| match expr {
                Expr::Term(term) => match term.atom {
                    Atom::Days(range) => may_lie(range, date),
                    _ => false,
                },
                _ => false,
            })
        };
        let is_left_out = |at: &usize| match dates(&self.records[*at])[..] {
            [] => true,
            [date] if date.first() < date.last() => of_days.iter().all(|clause| fits(date, clause)),
            _ => false,
        };
        let wider = self.hits(query, |clause| !is_own(clause, Facet::Day));
        let left = wider.into_iter().filter(|at| !hits.contains(at));
        u32::try_from(left.filter(is_left_out).count()).unwrap()
    }

    pub fn facet(&self, query: &Query, facet: Facet, all_of: &[Facet]) -> FacetCounts {
        let own = query
            .clauses
            .iter()
            .filter(|clause| is_own(clause, facet))
            .count();
        let left_out = own == 1 && !all_of.contains(&facet);
        let hits = self.hits(query, |clause| !(left_out && is_own(clause, facet)));
        let has = |at: &usize, name: &str| {
            self.values(&self.records[*at], facet)
                .iter()
                .any(|value| named(facet, value, name))
        };
        // What was taken out is a nameless paper, of which nobody decides anything.
        let live = self
            .records
            .iter()
            .zip(self.gone)
            .filter(|(_, gone)| !**gone);
        let mut names: Vec<String> = live
            .flat_map(|(record, _)| self.values(record, facet))
            .collect();
        for term in query
            .terms()
            .into_iter()
            .filter(|term| term.field == Some(Field::Facet(facet)))
        {
            let name = match &term.atom {
                Atom::Value(name) if facet.kind() == FacetKind::Tag => meant(facet, name),
                Atom::Value(name) => name.clone(),
                Atom::Days(DayRange {
                    from: Some(from),
                    to: Some(to),
                }) if from == to => from.to_string(),
                _ => continue,
            };
            // The library's own spelling, where it has one.
            let known = match facet.kind() {
                FacetKind::Source => self
                    .sources
                    .iter()
                    .find(|source| named(facet, source, &name))
                    .cloned(),
                FacetKind::Tag
                | FacetKind::Announce
                | FacetKind::Category
                | FacetKind::Topic
                | FacetKind::Day
                | FacetKind::State => names
                    .iter()
                    .find(|known| known.eq_ignore_ascii_case(&name))
                    .cloned(),
            };
            names.push(known.unwrap_or(name));
        }
        names.sort_by_key(|name| self.place(facet, name));
        names.dedup();
        let count = |name: String| {
            let count = hits.iter().filter(|at| has(at, &name)).count();
            (name, u32::try_from(count).unwrap())
        };
        let none = hits
            .iter()
            .filter(|at| self.values(&self.records[**at], facet).is_empty())
            .count();
        FacetCounts {
            facet,
            values: names.into_iter().map(count).collect(),
            none: u32::try_from(none).unwrap(),
        }
    }

    /// Where a value stands in its facet.
    fn place(&self, facet: Facet, name: &str) -> (usize, String) {
        let at = match facet.kind() {
            FacetKind::Announce => AnnounceKind::ALL.iter().position(|kind| kind.id() == name),
            FacetKind::Source => self.sources.iter().position(|source| source == name),
            FacetKind::Category | FacetKind::Topic => Some(0),
            FacetKind::State => STATES.iter().position(|state| *state == name),
            FacetKind::Day => {
                let date: Date = name.parse().unwrap();
                let age = 1_000_000 - date.first().days_since_epoch();
                // Of those that start on one day the longest comes first.
                let length = date.last().days_since_epoch() - date.first().days_since_epoch();
                Some(usize::try_from(1_000 * age - length).unwrap())
            }
            FacetKind::Tag => tags::of(facet).position(|tag| tags::id(tag) == name),
        };
        (at.unwrap_or(usize::MAX), name.to_owned())
    }

    /// A paper's score by the published formula.
    pub fn score(&self, query: &Query, record: &Record) -> f64 {
        let terms = positive_words(query);
        terms
            .into_iter()
            .map(|term| self.term_score(term, record))
            .sum()
    }

    #[expect(clippy::cast_precision_loss, reason = "small counts")]
    fn term_score(&self, term: &Term, record: &Record) -> f64 {
        let papers = self.gone.iter().filter(|gone| !**gone).count() as f64;
        let with_term = self
            .records
            .iter()
            .filter(|record| self.term(record, term) == Some(true));
        let with_term = with_term.count() as f64;
        let mut weight = 0.0;
        for (field, FieldWeight { weight: each, b }) in [
            (Field::Title, BM25F.title),
            (Field::Abstract, BM25F.summary),
            (Field::Author, BM25F.authors),
            (Field::Comment, BM25F.comment),
        ] {
            if term.field.is_some_and(|wanted| wanted != field) {
                continue;
            }
            let length = |record: &Record| -> usize {
                texts(record, Some(field))
                    .iter()
                    .map(|text| tokens(text).len())
                    .sum()
            };
            let lengths: Vec<usize> = self
                .records
                .iter()
                .map(length)
                .filter(|length| *length > 0)
                .collect();
            let mean = lengths.iter().sum::<usize>() as f64 / lengths.len() as f64;
            let found = texts(record, Some(field))
                .iter()
                .filter_map(|text| occurrences(text, &term.atom))
                .sum::<usize>();
            if found > 0 {
                weight += each * found as f64 / (1.0 - b + b * length(record) as f64 / mean);
            }
        }
        (1.0 + (papers - with_term + 0.5) / (with_term + 0.5)).ln() * weight / (BM25F.k1 + weight)
    }
}

/// Whether a clause is one value of a facet, or several joined by OR.
pub fn is_own(clause: &Expr, facet: Facet) -> bool {
    match clause {
        Expr::Term(term) => term.field == Some(Field::Facet(facet)),
        Expr::Or(any) => any
            .iter()
            .all(|expr| matches!(expr, Expr::Term(_)) && is_own(expr, facet)),
        _ => false,
    }
}

pub fn positive_words(query: &Query) -> Vec<&Term> {
    fn walk<'q>(expr: &'q Expr, terms: &mut Vec<&'q Term>) {
        match expr {
            Expr::And(all) | Expr::Or(all) => all.iter().for_each(|expr| walk(expr, terms)),
            // Notes are the reader's own words: papers do not rank by them.
            Expr::Term(term)
                if is_word_like(&term.atom)
                    && !matches!(term.field, Some(Field::Note | Field::Id))
                    && !terms.contains(&term) =>
            {
                terms.push(term);
            }
            _ => {}
        }
    }
    let mut terms = Vec::new();
    query.clauses.iter().for_each(|expr| walk(expr, &mut terms));
    terms
}

/// The days of a paper; of one without any the closest of what is known that lies in what is said
/// of it: the day of its first version, the month of its id.
pub fn dates(record: &Record) -> Vec<Date> {
    let paper = &record.paper;
    if !paper.days.is_empty() {
        return paper.days.iter().map(|day| Date::from(*day)).collect();
    }
    let month = |id: &str| {
        let digits = id.rsplit('/').next()?;
        let century = if id.contains('/') && digits >= "91" {
            "19"
        } else {
            "20"
        };
        let text = format!("{century}{}-{}", digits.get(..2)?, digits.get(2..4)?);
        text.parse::<Date>().ok()
    };
    let known = [
        paper.submitted.map(Date::from),
        paper.id.arxiv().and_then(|id| month(id.as_str())),
    ];
    let mut known = known.into_iter().flatten();
    let lies = |date: &Date| {
        let inside = |dated: Date| dated.first() <= date.first() && date.last() <= dated.last();
        paper.dated.is_none_or(inside)
    };
    known.find(lies).or(paper.dated).into_iter().collect()
}

/// Whether some of a date's days lie in a range.
fn may_lie(range: DayRange, date: Date) -> bool {
    let days = |date: Date| {
        let next = move |day: &Day| day.following().filter(|day| *day <= date.last());
        std::iter::successors(Some(date.first()), next)
    };
    days(date)
        .any(|day| range.from.is_none_or(|from| day >= from) && range.to.is_none_or(|to| day <= to))
}

/// The tag that a query means by a name, which may be its label.
fn meant(facet: Facet, name: &str) -> String {
    let stems = |text: &str| -> Vec<String> { tokens(text).iter().map(|one| stem(one)).collect() };
    let is_it = |tag: &tags::TagId| {
        [tags::label(*tag), tags::id(*tag)]
            .iter()
            .any(|known| stems(known) == stems(name))
    };
    let known = tags::of(facet).any(|tag| tags::id(tag) == name);
    let tag = tags::of(facet)
        .find(is_it)
        .filter(|_| !known && !stems(name).is_empty());
    tag.map_or_else(|| name.to_owned(), |tag| tags::id(tag).to_owned())
}

/// Whether a value is the one that a query names.
fn named(facet: Facet, value: &str, name: &str) -> bool {
    let by_id = meant(facet, name);
    let name = if facet.kind() == FacetKind::Tag {
        by_id.as_str()
    } else {
        name
    };
    let (value, name) = (value.to_lowercase(), name.to_lowercase());
    match facet.kind() {
        FacetKind::Category => value == name || value.starts_with(&format!("{name}.")),
        FacetKind::Source => value == name || value.ends_with(&format!("/{name}")),
        FacetKind::Tag
        | FacetKind::Announce
        | FacetKind::Topic
        | FacetKind::Day
        | FacetKind::State => value == name,
    }
}
