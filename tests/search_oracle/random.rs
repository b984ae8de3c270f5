//! Random libraries and queries over few words, so that they meet.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use digest_explorer::core::facet::{Facet, FacetKind};
use digest_explorer::core::library::Record;
use digest_explorer::core::order::Sort;
use digest_explorer::core::paper::AnnounceKind;
use digest_explorer::core::query::{Atom, DayRange, Expr, Field, HasPart, IsState, Query, Term};
use digest_explorer::core::search::Options;
use digest_explorer::core::tags::{self, TagId};

use crate::search_support::{With, day, record};
use crate::states::NOTES;

const WORDS: [&str; 26] = [
    "net",
    "Nets",
    "self-supervised",
    "study",
    "studies",
    "GAN",
    "organ",
    "début",
    "ﬁne",
    "3D",
    "L²",
    "a",
    "глубина",
    "loss,",
    "(losses)",
    "—",
    "学习",
    "深度学习",
    "用Net学",
    "学",
    "ガス",
    "ｶﾞｽ。カ",
    "학습을",
    "학습",
    "Łoss",
    "Straße",
];
const NAMES: [&str; 5] = ["Ma W", "W. Net", "José Ma", "Nets", "学习 Łoss"];
const CATEGORIES: [&str; 4] = ["cs.CV", "cs.LG", "eess.IV", "csx"];
const DAYS: [&str; 4] = ["2020-12-22", "2020-12-23", "2020-12-24", "2021-01-01"];
pub const SOURCES: [&str; 3] = ["mail/a.txt", "B.md", "old/c.txt"];
pub const IDS: [&str; 4] = [
    "2012.12877",
    "2012.12878",
    "math/0309136",
    "x-0123456789abcdef",
];

fn text(most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(select(&WORDS[..]), 0..=most).prop_map(|words| words.join(" "))
}

/// Some tags of each facet.
fn some_tags() -> Vec<TagId> {
    Facet::TAGGED
        .into_iter()
        .flat_map(|facet| tags::of(facet).take(3))
        .collect()
}

pub fn one_record() -> impl Strategy<Value = Record> {
    let some = |all: &'static [&'static str]| subsequence(all, 0..=2.min(all.len()));
    let texts = (
        text(5),
        prop::option::of(text(9)),
        prop::option::of(text(3)),
        some(&NAMES),
    );
    let facets = (
        some(&CATEGORIES),
        some(&DAYS),
        prop::option::of(select(&AnnounceKind::ALL[..])),
        subsequence(vec![0, 1, 2], 0..=2),
        subsequence(vec!["Point Clouds", "SLAM", "视觉"], 0..=2),
        any::<u64>(),
    );
    let dated = prop::option::of(select(&["2019", "2020", "2020-12", "2018-03"][..]));
    let identity = (
        select(&IDS[..]),
        prop::option::of(1..3_u16),
        1..3_u32,
        dated,
    );
    (texts, facets, identity).prop_map(|(texts, facets, (id, version, occurrences, dated))| {
        let (title, summary, comment, authors) = texts;
        let (categories, days, announce, sources, topics, tag_bits) = facets;
        let mut record = record(id).title(&title).authors(&authors);
        record = record.categories(&categories).days(&days).sources(&sources);
        if let Some(text) = summary {
            record = record.summary(&text);
        }
        if let Some(text) = comment {
            record = record.comment(&text);
        }
        if let Some(kind) = announce {
            record = record.announced(kind);
        }
        record.paper.version = version;
        record.paper.dated = dated.map(|date| date.parse().unwrap());
        record.paper.topics = topics.into_iter().map(str::to_owned).collect();
        record.occurrences = occurrences;
        let tags = some_tags().into_iter().enumerate();
        record.tags = tags
            .filter(|(at, _)| tag_bits >> (at % 64) & 1 == 1)
            .map(|(_, tag)| tag)
            .collect();
        record.tags.sort_unstable();
        record
    })
}

pub fn library() -> impl Strategy<Value = Vec<Record>> {
    prop::collection::vec(one_record(), 0..12)
}

fn text_term() -> impl Strategy<Value = Term> {
    let field = select(vec![
        None,
        None,
        None,
        Some(Field::Title),
        Some(Field::Abstract),
        Some(Field::Author),
        Some(Field::Comment),
    ]);
    let word = || {
        select(
            [
                &WORDS[..],
                &[
                    "nets", "gans", "losse", "w", "ma", "度学", "습", "loss", "strasse",
                ],
            ]
            .concat(),
        )
    };
    let atom = prop_oneof![
        4 => word().prop_map(|word| Atom::Word(word.to_owned())),
        1 => word().prop_map(|word| Atom::Exact(word.to_owned())),
        1 => (word(), 1..4_usize).prop_map(|(word, most)| Atom::Prefix(word.chars().take(most).collect())),
        1 => (word(), word()).prop_map(|(first, last)| Atom::Prefix(format!("{first}-{last}"))),
        2 => (word(), word()).prop_map(|(first, last)| Atom::Phrase(format!("{first} {last}"))),
        1 => (select(vec!["net", "^n", "s$", r"\d", "g.n", "Ä|É", "x{0}"]), any::<bool>())
            .prop_map(|(pattern, case_sensitive)| Atom::Regex { pattern: pattern.to_owned(), case_sensitive }),
    ];
    (field, atom).prop_map(|(field, atom)| Term { field, atom })
}

/// A value of the facet, one that no paper has among them.
fn facet_term(facet: Facet) -> BoxedStrategy<Term> {
    let field = Some(Field::Facet(facet));
    let value = |names: Vec<&'static str>| {
        select(names).prop_map(|name| {
            if name == "none" {
                Atom::None
            } else {
                Atom::Value(name.to_owned())
            }
        })
    };
    let atom = match facet.kind() {
        FacetKind::Announce => value(vec!["new", "cross", "replaced", "none"]).boxed(),
        FacetKind::Category => {
            value(vec!["cs.CV", "CS.lg", "cs", "eess.IV", "csx", "zz", "none"]).boxed()
        }
        FacetKind::Topic => value(vec!["point clouds", "Slam", "视觉", "other", "none"]).boxed(),
        FacetKind::Source => {
            value(vec!["a.txt", "MAIL/A.TXT", "b.md", "c.txt", "zz", "none"]).boxed()
        }
        FacetKind::Day => {
            let end = || {
                prop::option::of(select(
                    &["2020-12-22", "2020-12-23", "2020-12-24", "2020-01-01"][..],
                ))
            };
            let ends = (end(), end(), any::<bool>());
            let range = ends.prop_map(|(from, to, one)| {
                let to = if one { from } else { to };
                Atom::Days(DayRange {
                    from: from.map(day),
                    to: to.map(day),
                })
            });
            prop_oneof![5 => range, 1 => Just(Atom::None)].boxed()
        }
        FacetKind::State => value(vec![
            "starred",
            "later",
            "read",
            "skipped",
            "new",
            "undecided",
            "none",
        ])
        .boxed(),
        FacetKind::Tag => {
            let mut names: Vec<&str> = tags::of(facet).take(4).map(tags::id).collect();
            names.push("none");
            value(names).boxed()
        }
    };
    atom.prop_map(move |atom| Term { field, atom }).boxed()
}

fn other_term() -> impl Strategy<Value = Term> {
    use HasPart::{Abstract, Authors, Code, Math, Note};
    use IsState::{Duplicate, Later, New, Read, Skipped, Starred, Undecided, Unread};
    let id = (select(&IDS[..]), select(vec!["", "", "v1", "v2"])).prop_map(|(id, version)| {
        let version = if id.starts_with('x') { "" } else { version };
        (Field::Id, Atom::Value(format!("{id}{version}")))
    });
    let is = select(vec![
        Unread, Read, Starred, Later, Skipped, Duplicate, New, Undecided,
    ]);
    let has = select(vec![Abstract, Authors, Code, Math, Note]);
    let note = select(&NOTES[1..]).prop_map(|word| (Field::Note, Atom::Word(word.to_owned())));
    prop_oneof![
        id,
        note,
        is.prop_map(|state| (Field::Is, Atom::Is(state))),
        has.prop_map(|part| (Field::Has, Atom::Has(part))),
    ]
    .prop_map(|(field, atom)| Term {
        field: Some(field),
        atom,
    })
}

fn any_facet() -> impl Strategy<Value = Facet> {
    select(&Facet::ALL[..])
}

fn expr() -> impl Strategy<Value = Expr> {
    let term = prop_oneof![
        4 => text_term(),
        2 => any_facet().prop_flat_map(facet_term),
        1 => other_term(),
    ];
    term.prop_map(Expr::Term).prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 2..4).prop_map(Expr::And),
            prop::collection::vec(inner.clone(), 2..4).prop_map(Expr::Or),
            inner.prop_map(|inner| Expr::Not(Box::new(inner))),
        ]
    })
}

/// A clause such as a click on a facet makes.
fn facet_clause() -> impl Strategy<Value = Expr> {
    let values = any_facet().prop_flat_map(|facet| prop::collection::vec(facet_term(facet), 1..4));
    (values, 0..4).prop_map(|(values, exclude)| {
        let mut values: Vec<Expr> = values.into_iter().map(Expr::Term).collect();
        let clause = if values.len() == 1 {
            values.remove(0)
        } else {
            Expr::Or(values)
        };
        if exclude == 0 {
            Expr::Not(Box::new(clause))
        } else {
            clause
        }
    })
}

pub fn query() -> impl Strategy<Value = Query> {
    let clause =
        prop_oneof![1 => expr(), 1 => text_term().prop_map(Expr::Term), 2 => facet_clause()];
    prop::collection::vec(clause, 0..4).prop_map(|clauses| Query { clauses })
}

pub fn options() -> impl Strategy<Value = Options> {
    let sort = select(vec![
        None,
        None,
        Some(Sort::Relevance),
        Some(Sort::Newest),
        Some(Sort::Oldest),
        Some(Sort::Title),
        Some(Sort::Id),
    ]);
    let all_of = subsequence(Facet::ALL.to_vec(), 0..4);
    (sort, all_of).prop_map(|(sort, all_of)| Options {
        sort,
        all_of,
        first: None,
    })
}
