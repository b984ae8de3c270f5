use crate::core::digest::{Digest, Format, Reader, Step, read};

/// A digest in one line a paper and one a remark.
fn show(digest: &Digest) -> Vec<String> {
    let papers = digest.papers.iter().map(|paper| {
        let id = paper.id.arxiv().map_or("x", |id| id.as_str());
        let summary = paper.summary.as_ref().map_or("-", |text| &text.plain);
        format!(
            "{}: {id} {} | {} | {}",
            paper.line,
            paper.title.plain,
            paper.authors.join("+"),
            summary.replace('\n', "¶")
        )
    });
    let said = digest.diagnostics.iter();
    let said = said.map(|one| format!("{} {:?} {:?}", one.line, one.severity, one.kind));
    papers.chain(said).collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let digest = read("references.yaml", text.as_bytes().to_vec());
    assert_eq!(digest.format, Some(Format::Yaml), "{text}");
    assert_eq!(show(&digest), expected, "{text}");
    assert!(digest.is_balanced(), "{text}");
}

#[test]
fn items_of_csl() {
    let text = "---\nreferences:\n- id: em2026\n  type: article\n  title: 'Doors: a ''slow'' tale'\n  author:\n  - family: Em\n    given: El\n  issued:\n    date-parts:\n    - - 2026\n      - 3\n      - 1\n  URL: https://arxiv.org/abs/2603.00001 # a link\n  abstract: |\n    Doors are slow.\n\n    We wait.\n- id: oh\n  title: >-\n    Doors and\n    walls\n  author: [{family: Oh, given: \"En\"}, {literal: The Doors}]\n  DOI: 10.1000/9\n...\n";
    let expected = [
        "3: 2603.00001 Doors: a 'slow' tale | El Em | Doors are slow.¶We wait.",
        "19: x Doors and walls | En Oh+The Doors | -",
    ];
    check(text, &expected);
    check(&text.replace('\n', "\r\n"), &expected);
    let digest = read("x.yaml", text.as_bytes().to_vec());
    let submitted = digest.papers[0].submitted.map(|day| day.to_string());
    assert_eq!(submitted.as_deref(), Some("2026-03-01"));
    assert_eq!(digest.papers[1].doi.as_deref(), Some("10.1000/9"));
}

#[test]
fn one_document_is_one_paper() {
    check(
        "abstract: 'Doors are\n  slow.'\nauthor: Em, El and Oh, En\nauthor_list:\n- family: Em\n  given: El\n- family: Oh\n  given: En\ndoi: 10.1000/9\nfiles:\n- doors.pdf\nref: Doors\ntitle: Slow doors\ntype: article\nyear: 2026\n",
        &["1: x Slow doors | El Em+En Oh | Doors are slow."],
    );
    check(
        "title: A\narxiv: 2603.00001\n---\ntitle: B\narxiv: '2603.00002'\nauthors:\n  - El Em\n  - En Oh\n",
        &[
            "1: 2603.00001 A |  | -",
            "4: 2603.00002 B | El Em+En Oh | -",
        ],
    );
}

#[test]
fn the_head_of_a_note() {
    check(
        "---\ntitle: \"Slow doors\"\nauthors: [El Em, En Oh]\narxiv: 2603.00001\ntags:\n  - doors\n  - cs.CV\n---\n\n# Slow doors\n\nI like it: very much.\n",
        &[
            "2: 2603.00001 Slow doors | El Em+En Oh | -",
            "9 Note StrayText",
        ],
    );
    check(
        "---\narxiv: https://arxiv.org/abs/2603.00001\nauthor: El Em\n---\n# Slow doors\n",
        &["2: 2603.00001 Slow doors | El Em | -", "5 Note StrayText"],
    );
}

#[test]
fn records_under_names_and_in_lists() {
    check(
        "em:\n  type: article\n  title: Slow doors\n  author: [\"Em, El\", \"Oh, En\"]\n  serial-number:\n    doi: 10.1000/9\n    arxiv: 2603.00001\noh:\n  title: Walls\n  author: \"Oh, En\"\n",
        &[
            "1: 2603.00001 Slow doors | El Em+En Oh | -",
            "8: x Walls | En Oh | -",
        ],
    );
    check(
        "# My list\n\n- title: A\n  url: https://arxiv.org/abs/2603.00001\n- title: B\n  authors: Ada Em, Bo Oh\n- note\n",
        &[
            "3: 2603.00001 A |  | -",
            "5: x B | Ada Em+Bo Oh | -",
            "7 Error BadEntry",
        ],
    );
    check(
        "cff-version: 1.2.0\ntitle: A tool\nauthors:\n  - family-names: Em\n    given-names: El\npreferred-citation:\n  title: Slow doors\n  authors:\n    - family-names: Oh\n      given-names: En\n  doi: 10.1000/9\n",
        &["6: x Slow doors | En Oh | -", "1: x A tool | El Em | -"],
    );
}

#[test]
fn anchors_are_bounded() {
    check(
        "base: &base\n  authors: [El Em]\n  abstract: Doors.\none:\n  <<: *base\n  title: A\ntwo:\n  <<: *base\n  title: B\n",
        &["4: x A | El Em | Doors.", "7: x B | El Em | Doors."],
    );
    let mut bomb = "title: A\nauthors: [El Em]\na0: &a0 [x, x, x, x, x, x, x, x]\n".to_owned();
    for n in 1..20 {
        use std::fmt::Write as _;
        let before = format!("*a{}, ", n - 1).repeat(8);
        let _ = writeln!(bomb, "a{n}: &a{n} [{before}]");
    }
    let digest = read("x.yaml", bomb.into_bytes());
    assert_eq!(digest.papers.len(), 1);
}

#[test]
fn what_is_damaged_harms_no_other() {
    check(
        "references:\n- title: A\n  author: [{family: Em, given: El}]\n- title: \"B\n  abstract: [x\n- title: C\n  abstract: Doors.\nodd\n",
        &[
            "2: x A | El Em | -",
            "4: x B abstract: [x |  | -",
            "6: x C |  | Doors.",
            "4 Warning BadSyntax",
            "8 Warning StrayText",
        ],
    );
}

#[test]
fn other_texts_are_not_taken() {
    for text in [
        "From: a@b.example\nSubject: papers\n\nHello.\n",
        "---\ntitle: Today's papers\ndate: 2026-03-02\n---\n\nNothing.\n",
        "version: 2\njobs:\n  - title: build\n",
        "name: x\non: push\n",
        "key: value\n",
        "- a\n- b\n",
    ] {
        assert_ne!(
            read("x", text.as_bytes().to_vec()).format,
            Some(Format::Yaml),
            "{text}"
        );
    }
}

#[test]
fn any_bytes_are_read() {
    let seeds = [
        "references:\n- title: A\n  author: [{family: Em, given: \"E\\u00e9l\"}, 'x''y']\n",
        "---\na: &x |\n  b\n\n   c\nd: *x\n- - - e\n? f\n: g\n---\n# H\n",
        "\u{feff}title: é\n\u{a0}authors: \"é\n",
    ];
    for seed in seeds {
        let mut cut = 0;
        while cut <= seed.len() {
            let mut bytes = seed.as_bytes().to_vec();
            bytes.truncate(cut);
            for insert in ["", "\"", "[", "- ", ":", "\n", "\t", "\u{2028}"] {
                let mut bytes = bytes.clone();
                bytes.extend_from_slice(insert.as_bytes());
                bytes.extend_from_slice(seed.as_bytes().get(cut..).unwrap_or_default());
                let mut reader = Reader::as_format("x", bytes, Format::Yaml);
                while reader.step_of(8) != Step::Done {}
                assert!(reader.finish().is_balanced());
            }
            cut += 1;
        }
    }
}
