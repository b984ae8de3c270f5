use crate::core::digest::{Digest, Format, read};

fn one_line(digest: &Digest) -> Vec<String> {
    let papers = digest.papers.iter();
    papers
        .map(|paper| {
            let text = |text: &Option<crate::core::text::RichText>| {
                text.as_ref()
                    .map_or("-".to_owned(), |text| text.plain.clone())
            };
            let kind = paper.announce.map_or("-", |announce| announce.kind.id());
            let day = |day: Option<&crate::core::day::Day>| {
                day.map_or("-".to_owned(), ToString::to_string)
            };
            let categories: Vec<&str> = paper.categories.iter().map(|c| c.0.as_str()).collect();
            format!(
                "{} | {} | {} | {} | {kind} {} {} | {} | {}",
                paper.id,
                paper.title.plain,
                paper.authors.join(", "),
                categories.join(" "),
                day(paper.days.first()),
                day(paper.submitted.as_ref()),
                text(&paper.comment),
                text(&paper.summary),
            )
        })
        .collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let digest = read("x.txt", text.as_bytes().to_vec());
    assert_eq!(digest.format, Some(Format::Copied));
    assert_eq!(one_line(&digest), expected);
    assert!(digest.is_balanced());
}

#[test]
fn a_list_of_a_day() {
    check(
        "Sound\nShowing new listings for Friday, 6 March 2026\nTotal of 3 entries\n\
         New submissions (showing 1 of 1 entries)\n\n\
         [1] arXiv:2603.00001 [pdf, html, other]\nTitle: Kettles that whistle\nAda Stern, Bo Wolke\n\
         Comments: 9 pages\nSubjects: Sound (cs.SD); Graphics (cs.GR)\n\
         A kettle whistles.\nComments: none.\n\
         Cross submissions (showing 1 of 1 entries)\n\n\
         [2] arXiv:2603.00002 (cross-list from cs.GR) [pdf, other]\n Title:\n Umbrellas\nCy Dee\n\
         Subjects: Graphics (cs.GR)\n\nWe count umbrellas.\n\
         Replacement submissions (showing 1 of 1 entries)\n\
         [3] arXiv:2511.00003 (replaced) [pdf]\nTitle: Lichens\nAuthors: Eff Gee,\nHa Ih\n\
         Subjects: Sound (cs.SD)\nTotal of 3 entries\nAbout\nHelp\n",
        &[
            "2603.00001 | Kettles that whistle | Ada Stern, Bo Wolke | cs.SD cs.GR | \
             new 2026-03-06 - | 9 pages | A kettle whistles. Comments: none.",
            "2603.00002 | Umbrellas | Cy Dee | cs.GR | cross 2026-03-06 - | - | We count umbrellas.",
            "2511.00003 | Lichens | Eff Gee, Ha Ih | cs.SD | replaced 2026-03-06 - | - | -",
        ],
    );
}

#[test]
fn results_of_a_search() {
    check(
        "Showing 1–2 of 2 results for all: moss\n\
         1. arXiv:2603.00004  [pdf, other]  cs.CV cs.GR\n\nMoss, counted\n\n\
         Authors: Te You, Vee We\n\nAbstract: …moss grows where nobody counts. ▽ More\n\n\
         Submitted 4 March, 2026; originally announced March 2026.\n\nComments: 4 pages\n\n\
         2. arXiv:2603.00005  [pdf]\ncs.GR\ndoi 10.1000/182\nFerns\nAuthors: Ex Wy\n\
         Abstract: Ferns too. △ Less\nSubmitted 5 March, 2026; v1 submitted 3 March, 2026;\n",
        &[
            "2603.00004 | Moss, counted | Te You, Vee We | cs.CV cs.GR | - - 2026-03-04 | 4 pages | \
             …moss grows where nobody counts.",
            "2603.00005 | Ferns | Ex Wy | cs.GR | - - 2026-03-05 | - | Ferns too.",
        ],
    );
}

#[test]
fn the_page_of_a_paper() {
    let page = "Computer Science > Sound\narXiv:2603.00006 (cs)\n\
        [Submitted on 4 Mar 2026 (v1), last revised 5 Mar 2026 (this version, v2)]\n\
        Title:Bells at noon\nAuthors:Lee Em, En Oh\nView PDF HTML (experimental)\n\
        Abstract:A bell rings.\n\nIt rings again.\nComments:\tAt a fair\n\
        Subjects:\tSound (cs.SD)\nCite as:\tarXiv:2603.00006 [cs.SD]\n \t(or arXiv:2603.00006v2 [cs.SD] for this version)\n\
        Submission history\nFrom: Lee Em [view email]\n";
    let expected = "2603.00006 | Bells at noon | Lee Em, En Oh | cs.SD | - - 2026-03-04 | At a fair | \
                    A bell rings.\nIt rings again.";
    check(page, &[expected]);
    let bare = page
        .replace("arXiv:2603.00006 (cs)\n", "")
        .replace("Title:", "")
        .replace("Authors:", "")
        .replace("Abstract:", "");
    check(&bare, &[expected]);
}

#[test]
fn an_entry_without_a_title_is_told() {
    let text = "[Submitted on 4 Mar 2026]\nSubjects: Sound (cs.SD)\n";
    let digest = read("x.txt", text.as_bytes().to_vec());
    assert_eq!((digest.papers.len(), digest.entries), (0, 1));
    assert!(digest.is_balanced());
}
