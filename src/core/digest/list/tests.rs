use crate::core::digest::{Digest, Format, read};

fn list(text: &str) -> Digest {
    let digest = read("list.md", text.as_bytes().to_vec());
    assert_eq!(digest.format, Some(Format::List), "{text}");
    assert!(digest.is_balanced(), "{:?}", digest.diagnostics);
    digest
}

/// Each paper as `id title; authors; rest`.
fn shown(digest: &Digest) -> Vec<String> {
    let papers = digest.papers.iter();
    let shown = papers.map(|paper| {
        let gist = paper.gist.as_ref().map_or("", |gist| gist.plain.as_str());
        let authors = paper.authors.join(", ");
        format!("{} {}; {authors}; {gist}", paper.id, paper.title.plain)
    });
    shown.collect()
}

#[test]
fn one_word_before_a_link_is_a_title() {
    let digest = list(
        "Kettle https://arxiv.org/abs/2603.00001\nUmbrella https://arxiv.org/abs/2603.00002\n\n#reading",
    );
    assert_eq!(
        shown(&digest),
        ["2603.00001 Kettle; ; ", "2603.00002 Umbrella; ; "]
    );
}

#[test]
fn a_bare_list_is_of_ids() {
    let digest = list(
        "https://arxiv.org/abs/2603.00001\n\n\
         http://arxiv.org/pdf/2603.00002v2.pdf\n\
         arXiv:2603.00003\n\
         2603.00004\n\
         https://www.alphaxiv.org/abs/2603.00005\n\
         hep-th/9901001\n",
    );
    let ids: Vec<&str> = digest
        .papers
        .iter()
        .map(|paper| paper.id.as_str())
        .collect();
    assert_eq!(
        ids,
        [
            "2603.00001",
            "2603.00002",
            "2603.00003",
            "2603.00004",
            "2603.00005",
            "hep-th/9901001"
        ]
    );
    assert_eq!(digest.papers[1].version, Some(2));
    assert!(digest.papers.iter().all(|paper| paper.title.is_empty()));
    assert_eq!(digest.diagnostics.len(), 1, "{:?}", digest.diagnostics);
}

#[test]
fn a_bare_list_may_have_titles_and_dois() {
    let digest = list(
        "2603.00001 On kettles that whistle\n\
         On lids - https://arxiv.org/abs/2603.00002\n\
         https://doi.org/10.1000/182\n\
         doi:10.1000/183\n",
    );
    assert_eq!(
        shown(&digest)[..2],
        [
            "2603.00001 On kettles that whistle; ; ",
            "2603.00002 On lids; ; "
        ]
    );
    let dois: Vec<_> = digest
        .papers
        .iter()
        .map(|paper| paper.doi.as_deref())
        .collect();
    assert_eq!(dois, [None, None, Some("10.1000/182"), Some("10.1000/183")]);
    assert_ne!(digest.papers[2].id, digest.papers[3].id);
}

#[test]
fn items_have_titles_in_many_places() {
    let digest = list(
        "# Awesome kettles\n\
         ## Contents\n- [Lids](#lids)\n\
         ## Lids\n\
         - **Lids that wait** [[paper](https://arxiv.org/abs/2603.00001)] [[code](https://github.com/a/lid)] *Ada Sch, Bo Brk*, ICLR 2025\n\
         - [Lids that hurry](https://arxiv.org/abs/2603.00002) - J. Ohm et al. (CVPR 2024)\n\
         ### Old lids\n\
         - (*NeurIPS'23*) Lids at rest: A survey [[arXiv:2603.00003](https://arxiv.org/abs/2603.00003)] ![stars](https://img.a/b)\n\
         - [2603.00004] Lids in fog, *Ava Moss*. [[pdf]](https://arxiv.org/pdf/2603.00004.pdf)\n\
         - [![arXiv](https://img.a/badge/arXiv-2603.00005-b31b1b.svg)](https://arxiv.org/abs/2603.00005) Lids under snow\n\
         1. \"Lids, quoted\" by Cy Dee, <a href=\"https://arxiv.org/abs/2603.00006\">Paper</a>\n\
         * **CVPR 2024** [Lids of steam](http://arxiv.org/abs/2603.00007)\n\
         \x20 - *Eff Gee and Ha Ive*\n\
         - A pot without a link\n",
    );
    assert_eq!(
        shown(&digest),
        [
            "2603.00001 Lids that wait; Ada Sch, Bo Brk; ICLR 2025",
            "2603.00002 Lids that hurry; J. Ohm; (CVPR 2024)",
            "2603.00003 Lids at rest: A survey; ; NeurIPS'23",
            "2603.00004 Lids in fog; Ava Moss; ",
            "2603.00005 Lids under snow; ; ",
            "2603.00006 Lids, quoted; Cy Dee; ",
            "2603.00007 Lids of steam; Eff Gee, Ha Ive; CVPR 2024",
        ]
    );
    assert_eq!(digest.papers[0].code, ["https://github.com/a/lid"]);
    assert_eq!(digest.papers[0].topics, ["Lids"]);
    assert_eq!(digest.papers[3].topics, ["Lids", "Old lids"]);
    let said: Vec<&str> = digest
        .diagnostics
        .iter()
        .map(|said| said.message.as_str())
        .collect();
    assert_eq!(said, ["This item leads to no paper; it was left out."]);
}

#[test]
fn papers_of_other_sites_are_papers_too() {
    let digest = list(
        "- **Pots, openly** [[paper]](https://openreview.net/forum?id=Ab1)\n\
         - **Pots, in words** [Paper](https://arxiv.org/abs/2603.00001)\n\
         - Pots and pans [[link]](https://doi.org/10.1000/184), arXiv:2603.00002\n",
    );
    let seen = shown(&digest);
    assert!(
        seen[0].ends_with("Pots, openly; ; https://openreview.net/forum?id=Ab1"),
        "{seen:?}"
    );
    assert_eq!(seen[1], "2603.00001 Pots, in words; ; ");
    assert!(
        seen[2].starts_with("2603.00002 Pots and pans; ;"),
        "{seen:?}"
    );
    assert_eq!(digest.papers[2].doi.as_deref(), Some("10.1000/184"));
}

#[test]
fn authors_stand_behind_a_title() {
    for (item, expected) in [
        (
            "[Lids wait]{} - Ada Sch, Bo Brk, ICLR 2025",
            "Lids wait; Ada Sch, Bo Brk; ICLR 2025",
        ),
        (
            "[Lids wait]{} – Ada Sch and Bo Brk. *ICLR 2025*",
            "Lids wait; Ada Sch, Bo Brk; ICLR 2025",
        ),
        (
            "[Lids wait]{}, Ada Sch, Bo Brk, and Cy Dee (CVPR'24)",
            "Lids wait; Ada Sch, Bo Brk, Cy Dee; (CVPR'24)",
        ),
        (
            "[Lids wait]{} A. Sch, B. van Brk. Journal of Fog, 2024",
            "Lids wait; A. Sch, B. van Brk; Journal of Fog, 2024",
        ),
        (
            "**Lids wait** [[paper]{}] - Ada Sch et al.",
            "Lids wait; Ada Sch; ",
        ),
        ("[Lids wait]{}<br>by Ada Sch", "Lids wait; Ada Sch; "),
        (
            "Ada Sch, Bo Brk. [Lids that wait]{}. ICLR 2025",
            "Lids that wait; Ada Sch, Bo Brk; ICLR 2025",
        ),
        // Two words in capitals need not be a person.
        (
            "[Lids wait]{} - Computer Vision, Image Denoising",
            "Lids wait; ; Computer Vision, Image Denoising",
        ),
        (
            "[Lids wait]{} - A survey of lids, 2024",
            "Lids wait; ; A survey of lids, 2024",
        ),
        (
            "[Lids wait]{} - with [pots](https://a.example) by Google Brain, soon",
            "Lids wait; ; with pots by Google Brain, soon",
        ),
    ] {
        let item = item.replace("{}", "(https://arxiv.org/abs/2603.00001)");
        let digest = list(&format!(
            "- {item}\n- **Pots wait** [[paper](https://arxiv.org/abs/2603.00002)]\n- **Pans wait** [[paper](https://arxiv.org/abs/2603.00003)]\n"
        ));
        assert_eq!(
            shown(&digest)[0],
            format!("2603.00001 {expected}"),
            "{item}"
        );
    }
}

#[test]
fn links_with_authors_are_a_list() {
    let item = |n: u32| {
        format!("- [Lids wait {n}](https://arxiv.org/abs/2603.0000{n}) - A. Sch, ICLR 2025\n")
    };
    let digest = list(&(1..5).map(item).collect::<String>());
    assert_eq!(
        shown(&digest)[3],
        "2603.00004 Lids wait 4; A. Sch; ICLR 2025"
    );
}

#[test]
fn paragraphs_may_be_items() {
    let digest = list(
        "# Awesome lids\n\n\
         **Lids that wait** [paper](https://arxiv.org/abs/2603.00001) [code](https://github.com/a/lid)\n\
         **Lids that hurry** [paper](https://arxiv.org/abs/2603.00002)\n*Ada Sch, Bo Brk*\n\n\
         [**Lids at rest**](https://arxiv.org/abs/2603.00003)<br>\nICLR 2025\n\n\
         **Note that lids** are [here](https://a.example).\n\n**Some more:** 2603.00004\n",
    );
    assert_eq!(
        shown(&digest),
        [
            "2603.00001 Lids that wait; ; ",
            "2603.00002 Lids that hurry; Ada Sch, Bo Brk; ",
            "2603.00003 Lids at rest; ; ICLR 2025",
        ]
    );
    assert_eq!(digest.papers[0].code, ["https://github.com/a/lid"]);
}

#[test]
fn headings_are_bounded() {
    let long = "lid ".repeat(1_000);
    let digest = list(&format!(
        "## {long}\n- **Lids that wait** [paper](https://arxiv.org/abs/2603.00001)\n\
         - **Lids that hurry** [paper](https://arxiv.org/abs/2603.00002)\n"
    ));
    assert!(digest.papers[1].topics[0].len() <= 256);
}

#[test]
fn code_is_no_item() {
    let digest = list(
        "- **Lids that wait** [paper](https://arxiv.org/abs/2603.00001)\n```\n\
         - **Lids that hurry** [paper](https://arxiv.org/abs/2603.00002)\n```\n\
         - **Lids at rest** [paper](https://arxiv.org/abs/2603.00003)\n```\n\
         - **Lids of steam** [paper](https://arxiv.org/abs/2603.00004)\n",
    );
    let ids: Vec<_> = digest
        .papers
        .iter()
        .map(|paper| paper.id.as_str())
        .collect();
    assert_eq!(ids, ["2603.00001", "2603.00003", "2603.00004"]);
}
