//! What queries find, sentence by sentence of the language.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod search_support;

use digest_explorer::core::facet::Facet;
use digest_explorer::core::library::Record;
use digest_explorer::core::order::Sort;
use digest_explorer::core::paper::AnnounceKind;
use digest_explorer::core::query::{Query, parse};
use digest_explorer::core::search::{FacetCounts, Found, Index, Options, Searcher, matches};
use digest_explorer::core::text::{Mark, RichText, Span, Style, Styled};

use search_support::{With, day, record};

/// The query that the text is.
fn query(text: &str) -> Query {
    match parse(text) {
        Ok(parsed) => parsed.query,
        Err(error) => panic!("{text}: {}", error.message),
    }
}

/// The records made searchable.
fn index(records: &[Record]) -> Index {
    let mut index = Index::default();
    for (doc, record) in (0..).zip(records) {
        index.put(doc, record);
    }
    index
}

/// What the query finds in the records.
fn search(records: &[Record], sources: &[&str], text: &str, options: &Options) -> Found {
    let sources: Vec<String> = sources.iter().map(|&name| name.to_owned()).collect();
    Searcher::over(&mut index(records), records, &sources).search(&query(text), options)
}

/// The counts of the query's facets over records without sources.
fn facets(records: &[Record], text: &str, options: &Options) -> Vec<FacetCounts> {
    let mut index = index(records);
    let searcher = Searcher::over(&mut index, records, &[]);
    searcher.facet_counts(&searcher.search(&query(text), options))
}

/// Searches papers with these titles, and expects the places of those that are found in the order
/// of arrival.
#[track_caller]
fn check_titles(titles: &[&str], cases: &[(&str, &[u32])]) {
    let paper = |title: &&str| record("x").title(title);
    check(&titles.iter().map(paper).collect::<Vec<_>>(), cases);
}

#[track_caller]
fn check(records: &[Record], cases: &[(&str, &[u32])]) {
    let sources = ["mail/2020/Monday.txt", "tuesday.md"];
    let options = Options {
        sort: Some(Sort::Newest),
        ..Options::default()
    };
    for (text, expected) in cases {
        let mut docs = search(records, &sources, text, &options).docs();
        docs.sort_unstable();
        assert_eq!(docs, *expected, "{text}");
    }
}

#[test]
fn words_are_whole_and_mind_neither_number_nor_case() {
    check_titles(
        &["A GAN", "GANs for All", "An organ", "Began", "gan's"],
        &[
            ("gan", &[0, 1, 4]),
            ("GANs", &[0, 1, 4]),
            ("=gan", &[0, 4]),
            ("=GANs", &[1]),
            ("gan*", &[0, 1, 4]),
            ("org*", &[2]),
            ("gans*", &[1]),
        ],
    );
    check_titles(
        &["Studies", "study", "gas", "ga", "Losses", "loss", "bus"],
        &[
            ("study", &[0, 1]),
            ("studies", &[0, 1]),
            ("gas", &[2]),
            ("loss", &[5]),
            ("losses", &[4]),
            ("bus", &[6]),
        ],
    );
}

#[test]
fn a_part_of_a_run_without_spaces_is_found() {
    check_titles(
        &[
            "把机器推论洗成权威事实的风险",
            "用JWT认证的系统。使用网络",
            "深層学習によるサーバーの画像認識",
            "서울시가 기계학습을 든 시간",
            "ระบบเครือข่าย network",
        ],
        &[
            ("权威事实", &[0]),
            ("机器 风险", &[0]),
            ("\"洗成权威\"", &[0]),
            ("\"机器 推论\"", &[0]),
            ("险", &[0]),
            ("机推", &[]),
            ("jwt", &[1]),
            ("认证", &[1]),
            ("用jwt认", &[1]),
            ("\"使用 jwt\"", &[]),
            ("统使", &[]),
            ("认*", &[1]),
            ("=系统", &[1]),
            ("画像認識", &[2]),
            ("学習", &[2]),
            ("ｻｰﾊﾞ", &[2]),
            ("サーハ", &[]),
            ("서울", &[3]),
            ("학습", &[3]),
            ("기계학습", &[3]),
            ("가기", &[]),
            ("เครือ", &[4]),
            ("网络", &[1]),
            ("networks", &[4]),
            ("-学", &[0, 1, 3, 4]),
        ],
    );
    let papers = [
        record("1")
            .title("A")
            .authors(&["王伟", "山田 太郎"])
            .summary("教务使用的令牌"),
        record("2").title("令牌").authors(&["王伟明"]),
    ];
    check(
        &papers,
        &[
            ("author:王伟", &[0, 1]),
            ("author:山田太郎", &[]),
            ("author:\"山田太郎\"", &[]),
            ("author:\"山田 太郎\"", &[0]),
            ("author:山田", &[0]),
            ("abstract:教务 令牌", &[0]),
        ],
    );
}

#[test]
fn what_was_typed_of_a_run_is_marked() {
    let record = record("1")
        .title("认证和用JWT认证: ｶﾞｽ")
        .summary("ß und straße");
    let marked = |text: &str| -> Vec<String> {
        let found = matches(&record, &query(text));
        let title = &record.paper.title.plain;
        let summary = &record.paper.summary.as_ref().unwrap().plain;
        let of = |text: &str, marks: &[Mark]| -> Vec<String> {
            let marked = marks.iter().map(|mark| text[mark.span.range()].to_owned());
            marked.collect()
        };
        [of(title, &found.title), of(summary, &found.summary)].concat()
    };
    assert_eq!(marked("认证"), ["认证", "认证"]);
    assert_eq!(marked("证"), ["证", "证"]);
    assert_eq!(marked("用jwt认"), ["用JWT认"]);
    assert_eq!(marked("ガ"), ["ｶﾞ"]);
    assert_eq!(marked("ガス"), ["ｶﾞｽ"]);
    assert_eq!(marked("strasse"), ["straße"]);
}

#[test]
fn letters_that_have_no_accent_are_found_as_they_are_typed() {
    let names = [
        "Łukasz Ørsted",
        "Åse Sørensen",
        "Đorđe Ćosić",
        "Weiß",
        "Ægir Þór",
        "Kılıç",
    ];
    let papers = [record("1").title("Fluﬁd λόγος").authors(&names)];
    for text in [
        "lukasz",
        "orsted",
        "sorensen",
        "dorde",
        "weiss",
        "aegir",
        "thor",
        "kilic",
        "łukasz",
        "ØRSTED",
        "weiß",
        "Weis*",
        "=kilic",
        "\"lukasz orsted\"",
    ] {
        check(&papers, &[(&format!("author:{text}"), &[0])]);
    }
    check(
        &papers,
        &[("flufid", &[0]), ("ΛΟΓΟΣ", &[0]), ("oersted", &[])],
    );
}

#[test]
fn ids_are_found_by_their_beginning() {
    let papers = [
        record("2506.00001").title("a"),
        record("2507.00001").title("b"),
    ];
    check(
        &papers,
        &[("id:2506*", &[0]), ("id:25*", &[0, 1]), ("-id:2506*", &[1])],
    );
}

#[test]
fn text_is_compared_without_accents_markup_and_hyphens() {
    check_titles(
        &[
            "Self-Supervised Poincaré",
            "self supervised",
            "supervised self",
            "ﬁne-grained $L^2$",
        ],
        &[
            ("self-supervised", &[0, 1]),
            ("\"self supervised\"", &[0, 1]),
            ("self supervised", &[0, 1, 2]),
            ("poincare", &[0]),
            ("Poincare\u{301}", &[0]),
            ("fine", &[3]),
            ("\"L 2\"", &[3]),
            ("fine-grain*", &[3]),
            ("self-super*", &[0, 1]),
        ],
    );
}

#[test]
fn phrases_stay_within_one_field_and_one_author() {
    let records = [
        record("a").title("deep nets").summary("see images"),
        record("b").title("deep").summary("net"),
        record("c")
            .authors(&["Ma X", "W Lee"])
            .comment("deep net, 3 images"),
        record("d").authors(&["Ma W", "X Lee"]),
    ];
    check(
        &records,
        &[
            ("\"deep net\"", &[0, 2]),
            ("\"nets see\"", &[]),
            ("deep net", &[0, 1, 2]),
            ("author:\"Ma W\"", &[3]),
            ("author:ma author:w", &[2, 3]),
            ("\"x w\"", &[]),
            ("lee", &[2, 3]),
            ("author:deep", &[]),
            ("title:deep", &[0, 1]),
            ("abstract:(net OR image)", &[0, 1]),
            ("comment:image", &[2]),
            ("title:\"deep net\"", &[0]),
            ("title:\"see image\"", &[]),
            ("author:le*", &[2, 3]),
        ],
    );
}

#[test]
fn regexes_see_the_plain_text_of_title_abstract_and_comment() {
    let records = [
        record("a").title("YOLOv4 at 30 FPS").authors(&["Ann"]),
        record("b").summary("yolo  v5").comment("a/b"),
        record("c").comment("YOLO-X"),
    ];
    check(
        &records,
        &[
            (r"/yolo\s*v\d/", &[0, 1]),
            ("/yolo/", &[0, 1, 2]),
            ("/yolo/c", &[1]),
            ("/YOLO/c", &[0, 2]),
            ("/ann/", &[]),
            ("/ 30 f/", &[0]),
            ("-/ v/", &[0, 2]),
            ("title:/ F/c", &[0]),
            ("yolo / a", &[1]),
            ("yolo / b / v5", &[1]),
            ("/ yolo /", &[1, 2]),
            ("author:/^ann$/", &[0]),
            ("title:/yolo/", &[0]),
            (r"/a\/b/", &[1]),
            ("/^/", &[0, 1, 2]),
            ("comment:/^/", &[1, 2]),
        ],
    );
}

#[test]
fn regexes_see_what_tokens_leave_out() {
    let records = [
        record("a").title(r"the loss $\mathcal{L}$"),
        record("b").title(r"$\alpha2$"),
        record("c").title("mathcal, alpha"),
        record("d").title("tas\u{17f} \u{212a}elvin"),
    ];
    check(
        &records,
        &[
            ("/mathcal/", &[0, 2]),
            ("mathcal", &[2]),
            ("/alpha2/", &[1]),
            ("/pha2|thcal/", &[0, 1, 2]),
            ("/TASS? kelvin/", &[3]),
            ("/tass/", &[3]),
            ("/tass/c", &[]),
        ],
    );
}

#[test]
fn ids_with_and_without_version() {
    let mut second = record("2012.12877");
    second.paper.version = Some(2);
    let records = [
        second,
        record("2012.12878"),
        record("math/0309136"),
        record("x-0123456789abcdef"),
    ];
    check(
        &records,
        &[
            ("id:2012.12877", &[0]),
            ("id:2012.12877v2", &[0]),
            ("id:2012.12877v1", &[0]),
            ("id:2012.12878v1", &[1]),
            ("id:2012.12879v1", &[]),
            ("id:math.GT/0309136", &[2]),
            ("id:math/0309136v3", &[2]),
            ("id:x-0123456789abcdef", &[3]),
            ("-id:2012.12877", &[1, 2, 3]),
        ],
    );
}

#[test]
fn categories_days_sources_and_announcements() {
    let records = [
        record("a")
            .categories(&["cs.CV", "eess.IV"])
            .days(&["2020-12-20", "2020-12-24"])
            .sources(&[0])
            .announced(AnnounceKind::New),
        record("b")
            .categories(&["cs.LG"])
            .days(&["2020-11-30"])
            .sources(&[1, 0])
            .announced(AnnounceKind::Cross),
        record("c"),
    ];
    check(
        &records,
        &[
            ("cat:cs.CV", &[0]),
            ("cat:CS.cv", &[0]),
            ("cat:cs", &[0, 1]),
            ("cat:(cs.LG OR eess.IV)", &[0, 1]),
            ("cat:c", &[]),
            ("cat:none", &[2]),
            ("day:2020-12-24", &[0]),
            ("day:2020-12", &[0]),
            ("day:2020-12-21..2020-12-23", &[]),
            ("day:>=2020-11-30", &[0, 1]),
            ("day:<2020-12-24", &[0, 1]),
            ("day:none", &[2]),
            ("source:\"Monday.txt\"", &[0, 1]),
            ("source:\"mail/2020/monday.TXT\"", &[0, 1]),
            ("source:tuesday.md", &[1]),
            ("source:day.txt", &[]),
            ("source:none", &[2]),
            ("announce:new", &[0]),
            ("announce:(new OR cross)", &[0, 1]),
            ("announce:replaced", &[]),
            ("announce:none", &[2]),
        ],
    );
}

#[test]
fn what_a_paper_is_and_has() {
    let styled = |plain: &str, style: Style| RichText {
        plain: plain.to_owned(),
        styles: vec![Styled {
            span: Span::new(0, plain.len()),
            style,
        }],
    };
    let mut code = record("a").authors(&["A"]);
    code.paper.comment = Some(styled("here", Style::Link("https://github.com/a/b".into())));
    code.occurrences = 2;
    let mut math = record("b");
    math.paper.summary = Some(styled("$x$", Style::Math { display: false }));
    check(
        &[code, math, record("c").summary("")],
        &[
            ("is:duplicate", &[0]),
            ("is:unread", &[0, 1, 2]),
            ("is:read", &[]),
            ("is:(starred OR later OR skipped)", &[]),
            ("has:code", &[0]),
            ("has:math", &[1]),
            ("has:abstract", &[1]),
            ("has:authors", &[0]),
            ("has:note", &[]),
            ("tag:mine", &[]),
            ("tag:none", &[0, 1, 2]),
            ("-tag:none", &[]),
        ],
    );
}

#[test]
fn operators() {
    check_titles(
        &["a b", "a c", "b c", "or"],
        &[
            ("", &[0, 1, 2, 3]),
            ("a b", &[0]),
            ("a OR b", &[0, 1, 2]),
            ("a OR b c", &[0, 1, 2]),
            ("(a OR b) c", &[1, 2]),
            ("a -b", &[1]),
            ("NOT a", &[2, 3]),
            ("-a -b", &[3]),
            ("-(a OR or)", &[2]),
            ("-a OR b", &[0, 2, 3]),
            ("or", &[3]),
        ],
    );
}

fn options(all_of: &[Facet]) -> Options {
    Options {
        all_of: all_of.to_vec(),
        ..Options::default()
    }
}

fn categorised() -> Vec<Record> {
    [
        ("one", &["cs.CV", "cs.LG"][..], "2020-12-24"),
        ("two", &["cs.CV"], "2020-12-24"),
        ("three", &["cs.LG", "cs.AI"], "2020-12-23"),
        ("four", &[], "2020-12-22"),
    ]
    .into_iter()
    .map(|(title, categories, day)| record("x").title(title).categories(categories).days(&[day]))
    .collect()
}

#[track_caller]
fn check_categories(text: &str, all_of: &[Facet], expected: &[(&str, u32)], none: u32) {
    let facets = facets(&categorised(), text, &options(all_of));
    let mut facets = facets.iter();
    let counts = facets.find(|counts| counts.facet == Facet::Category);
    let counts = counts.unwrap();
    let seen: Vec<_> = counts
        .values
        .iter()
        .map(|(id, count)| (id.as_str(), *count))
        .collect();
    assert_eq!((seen.as_slice(), counts.none), (expected, none), "{text}");
}

#[test]
fn counts_are_what_ticking_would_show() {
    let all = [("cs.AI", 1), ("cs.CV", 2), ("cs.LG", 2)];
    check_categories("", &[], &all, 1);
    check_categories("cat:cs.CV", &[], &all, 1);
    check_categories("cat:(cs.CV OR cs.AI)", &[], &all, 1);
    let both = [("cs.AI", 0), ("cs.CV", 2), ("cs.LG", 1)];
    check_categories("cat:cs.CV", &[Facet::Category], &both, 0);
    check_categories(
        "cat:cs.CV cat:cs.LG",
        &[],
        &[("cs.AI", 0), ("cs.CV", 1), ("cs.LG", 1)],
        0,
    );
    check_categories(
        "-cat:cs.CV",
        &[],
        &[("cs.AI", 1), ("cs.CV", 0), ("cs.LG", 1)],
        1,
    );
    check_categories(
        "cat:cs.CV -cat:cs.LG",
        &[],
        &[("cs.AI", 0), ("cs.CV", 1), ("cs.LG", 0)],
        1,
    );
    check_categories(
        "cat:cs.CV one",
        &[],
        &[("cs.AI", 0), ("cs.CV", 1), ("cs.LG", 1)],
        0,
    );
    check_categories("cat:none", &[], &all, 1);
    check_categories(
        "(cat:cs.AI OR one)",
        &[],
        &[("cs.AI", 1), ("cs.CV", 1), ("cs.LG", 2)],
        0,
    );
}

#[test]
fn values_of_the_query_are_counted_though_the_library_has_none() {
    let asked = [("cs.AI", 1), ("cs.CV", 2), ("cs.LG", 2), ("math.GT", 0)];
    check_categories("cat:math.GT", &[], &asked, 1);
    let archive = [("cs", 3), ("cs.AI", 1), ("cs.CV", 2), ("cs.LG", 2)];
    check_categories("cat:cs", &[], &archive, 1);
}

#[test]
fn other_facets_respect_the_choice_and_stand_in_their_own_order() {
    let facets = facets(&categorised(), "cat:cs.CV", &Options::default());
    let values = |facet: Facet| {
        &facets
            .iter()
            .find(|counts| counts.facet == facet)
            .unwrap()
            .values
    };
    let expected = [("2020-12-24", 2), ("2020-12-23", 0), ("2020-12-22", 0)];
    assert_eq!(
        *values(Facet::Day),
        expected.map(|(day, count)| (day.to_owned(), count))
    );
    let facets: Vec<Facet> = facets.iter().map(|counts| counts.facet).collect();
    assert_eq!(facets, Facet::ALL);
}

/// A paper of which the month alone is known is in a range that has the whole month.
#[test]
fn months_and_years_are_dates_too() {
    let mut year = record("a");
    year.paper.dated = "2020".parse().ok();
    year.paper.doi = Some("10.1000/ABC".to_owned());
    let records = [
        record("2012.00001"),
        record("hep-th/9901001"),
        record("2012.00002").days(&["2020-12-24"]),
        year,
        record("b"),
    ];
    check(
        &records,
        &[
            ("day:2020-12", &[0, 2]),
            ("day:2020", &[0, 2, 3]),
            ("day:2020-12-24", &[2]),
            ("day:>=2020-12-01", &[0, 2]),
            ("day:>=2020-12-02", &[2]),
            ("day:<=2020-12-30", &[1, 2]),
            ("day:<=2020-12-31", &[0, 1, 2, 3]),
            ("day:<2000", &[1]),
            ("-day:2020-12", &[1, 3, 4]),
            ("day:none", &[4]),
            ("id:10.1000/abc", &[3]),
            ("id:\"https://doi.org/10.1000/Abc\"", &[3]),
            ("id:\"https://huggingface.co/papers/2012.00001\"", &[0]),
        ],
    );
    for (text, undated) in [
        ("", 0),
        ("day:2020", 1),
        ("day:2020-12", 2),
        ("day:2020-12-24", 3),
        ("day:>=2021", 1),
        ("day:2020-12-24 id:2012.00001", 1),
        ("-day:2020-12-24", 0),
    ] {
        let found = search(&records, &[], text, &Options::default());
        assert_eq!(found.undated, undated, "{text}");
    }
}

#[test]
fn the_histogram_leaves_the_querys_own_days_out() {
    for (text, expected) in [
        ("", [1, 1, 2]),
        ("day:2020-12-24", [1, 1, 2]),
        ("day:>=2020-12-23 day:<=2020-12-23 cat:cs", [0, 1, 2]),
        ("-day:2020-12-24", [1, 1, 0]),
        ("(day:2020-12-24 OR four)", [1, 0, 2]),
    ] {
        let found = search(&categorised(), &[], text, &Options::default());
        let days = ["2020-12-22", "2020-12-23", "2020-12-24"].map(|text| day(text).into());
        let expected: Vec<_> = days.into_iter().zip(expected).collect();
        assert_eq!(found.days, expected, "{text}");
    }
}

#[test]
fn orders() {
    let records = [
        record("2012.00002").title("(b)").days(&["2020-12-23"]),
        record("2012.00003")
            .title("Ábc")
            .days(&["2020-12-24", "2020-12-22"]),
        record("2012.00001").title("").summary("abc"),
        record("2012.00004").title("a-b").days(&["2020-12-24"]),
    ];
    for (text, sort, expected) in [
        ("", None, [1, 3, 0, 2]),
        ("", Some(Sort::Newest), [1, 3, 0, 2]),
        // Of the third the id tells the month, which starts before them all.
        ("", Some(Sort::Oldest), [2, 0, 1, 3]),
        ("", Some(Sort::Title), [3, 1, 0, 2]),
        ("", Some(Sort::Id), [2, 0, 1, 3]),
        ("-zzz", Some(Sort::Relevance), [1, 3, 0, 2]),
        // Title before abstract, then those without the word as by day.
        ("abc OR cat:none", None, [1, 2, 3, 0]),
    ] {
        let options = Options {
            sort,
            ..Options::default()
        };
        let mut found = search(&records, &[], text, &options);
        assert_eq!(found.docs(), expected, "{text} {sort:?}");
    }
}

#[test]
fn words_order_by_relevance_and_filters_by_day() {
    for (text, expected) in [
        ("", Sort::Newest),
        ("gan", Sort::Relevance),
        ("a OR =b", Sort::Relevance),
        ("-gan", Sort::Newest),
        ("/gan/", Sort::Newest),
        ("cat:cs day:2020 has:code", Sort::Newest),
        ("cat:cs gan*", Sort::Relevance),
    ] {
        let found = search(&categorised(), &[], text, &Options::default());
        assert_eq!(found.sort, expected, "{text}");
    }
}

#[test]
fn every_score_is_the_sum_of_its_terms() {
    let records = [
        record("a").title("nets nets").summary("nets and images"),
        record("b").summary("nets and images and images"),
        record("c").summary("images"),
    ];
    let mut index = index(&records);
    let searcher = Searcher::over(&mut index, &records, &[]);
    let parts = |doc| searcher.explain(doc, &query("title:net =images and* -zzz \"and image\""));
    let labels: Vec<String> = parts(0).into_iter().map(|part| part.term).collect();
    assert_eq!(labels, ["title:net", "=images", "and*", "\"and image\""]);
    assert!(parts(0).iter().all(|part| part.score > 0.0));
    assert_eq!(
        parts(2)
            .iter()
            .map(|part| part.score > 0.0)
            .collect::<Vec<_>>(),
        [false, true, false, false]
    );
    assert_eq!(searcher.explain(9, &query("net")), []);
}

#[test]
fn a_record_that_is_put_again_replaces_the_old_one() {
    let old = [
        record("a").title("old words").categories(&["cs.CV"]),
        record("b").title("old"),
    ];
    let new = [
        record("a").title("new").categories(&["cs.LG"]),
        record("b").title("old"),
    ];
    let mut changed = index(&old);
    changed.put(0, &new[0]);
    let mut fresh = index(&new);
    for text in ["", "old", "new OR old", "cat:cs.LG"] {
        let found = |index: &mut Index| {
            let searcher = Searcher::over(index, &new, &[]);
            let mut found = searcher.search(&query(text), &Options::default());
            let facets = searcher.facet_counts(&found);
            (found.docs(), facets, found.days)
        };
        assert_eq!(found(&mut changed), found(&mut fresh), "{text}");
    }
}

/// The marked places as `text/term`, title, abstract, comment and authors one after the other.
#[track_caller]
fn check_marks(text: &str, expected: &[&str]) {
    let record = record("a")
        .title("Self-supervised GANs")
        .summary("A GAN, self supervised; gans again")
        .comment("12 pages, ﬁne GAN")
        .authors(&["Ann Gan", "Bob"]);
    let found = matches(&record, &query(text));
    let paper = &record.paper;
    let summary = paper.summary.as_ref().unwrap();
    let comment = paper.comment.as_ref().unwrap();
    let mut seen = Vec::new();
    for (plain, marks) in [
        (&paper.title.plain, &found.title),
        (&summary.plain, &found.summary),
        (&comment.plain, &found.comment),
    ] {
        seen.extend(
            marks
                .iter()
                .map(|mark| (&plain[mark.span.range()], mark.term)),
        );
    }
    for (author, mark) in &found.authors {
        seen.push((
            &paper.authors[*author as usize][mark.span.range()],
            mark.term,
        ));
    }
    let seen: Vec<String> = seen
        .iter()
        .map(|(text, term)| format!("{text}/{term}"))
        .collect();
    assert_eq!(seen, expected, "{text}");
}

#[test]
fn marks_show_what_matched() {
    check_marks("gan", &["GANs/0", "GAN/0", "gans/0", "GAN/0", "Gan/0"]);
    check_marks("title:=gans", &["GANs/0"]);
    check_marks("-gan bob", &["Bob/0"]);
    check_marks(
        "self-supervised -gan",
        &["Self-supervised/0", "self supervised/0"],
    );
    check_marks(
        "\"supervised gan\" title:gan",
        &["supervised GANs/0", "supervised; gans/0"],
    );
    check_marks("fin* author:ann", &["ﬁne/0", "Ann/1"]);
    check_marks("12 OR /p.ges|x*/", &["12/0", "pages/1"]);
    check_marks("title:(gan OR gans) title:gan", &["GANs/0"]);
    check_marks(
        "self-super* title:self",
        &["Self-supervised/0", "self supervised/0"],
    );
    check_marks("cat:cs has:code", &[]);
}
