use std::fmt::Write as _;

use crate::core::diagnostic::Severity;
use crate::core::digest::{Digest, Format, read};

/// A digest in one line a paper and one a remark.
fn show(digest: &Digest) -> String {
    let mut out = String::new();
    for paper in &digest.papers {
        let version = paper.version.map_or(String::new(), |n| format!("v{n}"));
        let kind = paper.announce.map_or("-", |announce| announce.kind.id());
        let categories: Vec<&str> = paper.categories.iter().map(|c| c.0.as_str()).collect();
        let days: Vec<String> = paper.days.iter().map(ToString::to_string).collect();
        let id = paper.id.arxiv().map_or("x", |id| id.as_str());
        let summary = paper.summary.as_ref().map_or("-", |text| &text.plain);
        let _ = writeln!(
            out,
            "{id}{version} {} | {summary} | {} | {} | {kind} | {}",
            paper.title.plain,
            paper.authors.join("+"),
            categories.join(" "),
            days.join(" "),
        );
    }
    for diagnostic in &digest.diagnostics {
        let _ = writeln!(
            out,
            "{}:{} {} {:?}",
            diagnostic.line, diagnostic.column, diagnostic.severity, diagnostic.kind
        );
    }
    out
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let digest = read("feed.xml", text.as_bytes().to_vec());
    assert_eq!(digest.format, Some(Format::Feed));
    let shown = show(&digest);
    assert_eq!(shown.lines().collect::<Vec<_>>(), expected, "{text}");
}

const ATOM: &str = "<?xml version=\"1.0\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n";

fn entry(number: u32, title: &str) -> String {
    format!(
        "<entry>\n<title type=\"html\"><![CDATA[{title}. (arXiv:2603.0000{number}v2 [cs.CV] UPDATED)]]></title>\n\
         <id>http://arxiv.org/abs/2603.0000{number}</id>\n<updated>2026-03-02T06:00:00Z</updated>\n\
         <summary type=\"html\"><![CDATA[About $x<y$\nand more.\n\nMore still.]]></summary>\n\
         <author><name>&lt;a href=\"http://arxiv.org/a\"&gt;Ann Bee&lt;/a&gt;, C&#233;d Dee</name></author>\n</entry>\n"
    )
}

const READ: &str =
    "| About $x<y$ and more.\nMore still. | Ann Bee+Céd Dee | cs.CV | replaced | 2026-03-02";

fn shown(number: u32, title: &str) -> Vec<String> {
    let line = format!("2603.0000{number}v2 {title} {READ}");
    line.lines().map(str::to_owned).collect()
}

#[track_caller]
fn check_entries(text: &str, entries: &[(u32, &str)], remarks: &[&str]) {
    let mut expected: Vec<String> = Vec::new();
    for (number, title) in entries {
        expected.extend(shown(*number, title));
    }
    expected.extend(remarks.iter().map(|remark| (*remark).to_owned()));
    let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
    check(text, &expected);
}

#[test]
fn an_archive_of_the_old_announcements() {
    let text = format!("{ATOM}{}{}</feed>\n", entry(1, "First"), entry(2, "Why?"));
    check_entries(&text, &[(1, "First"), (2, "Why?")], &[]);
}

#[test]
fn the_interface_of_arxiv() {
    let text = format!(
        "{ATOM}<updated>2026-03-09T00:00:00Z</updated><entry><id>http://arxiv.org/abs/2603.00007v3</id>\
         <updated>2026-03-05T17:00:00Z</updated><published>2026-03-01T17:00:00Z</published><title>A Title\n  that Wraps</title>\
         <summary>  It is 3 &lt; 4 &amp;amp; so on.\n</summary><author><name>A. One</name><arxiv:affiliation>Nowhere</arxiv:affiliation></author>\
         <author><name>B. Two</name></author><arxiv:doi>10.1000/182</arxiv:doi><arxiv:comment>3 pages</arxiv:comment>\
         <arxiv:journal_ref>J. Inv. 1 (2026)</arxiv:journal_ref><link href=\"http://arxiv.org/abs/2603.00007v3\" rel=\"alternate\"/>\
         <arxiv:primary_category term=\"cs.LG\"/><category term=\"cs.CV\"/><category term=\"cs.LG\"/></entry></feed>"
    );
    check(
        &text,
        &[
            "2603.00007v3 A Title that Wraps | It is 3 < 4 & so on. | A. One+B. Two | cs.LG cs.CV | - | 2026-03-01",
        ],
    );
    let digest = read("x", text.into_bytes());
    let paper = &digest.papers[0];
    assert_eq!(paper.doi.as_deref(), Some("10.1000/182"));
    assert_eq!(paper.journal.as_deref(), Some("J. Inv. 1 (2026)"));
    assert_eq!(paper.comment.as_ref().unwrap().plain, "3 pages");
    assert_eq!(paper.submitted.unwrap().to_string(), "2026-03-01");
}

#[test]
fn the_announcements_of_today() {
    check(
        "<rss version=\"2.0\"><channel><title>cs updates</title><pubDate>Mon, 02 Mar 2026 00:00:00 -0500</pubDate><item><title>A Title</title>\
         <link>https://arxiv.org/abs/2603.00003</link><description>arXiv:2603.00003v1 Announce Type: replace-cross \nAbstract: Short.</description>\
         <guid isPermaLink=\"false\">oai:arXiv.org:2603.00003v1</guid><category>cs.AI</category><category>cs.CV</category>\
         <pubDate>Tue, 03 Mar 2026 00:00:00 -0500</pubDate><arxiv:announce_type>replace-cross</arxiv:announce_type>\
         <dc:creator>A. One, B. Two</dc:creator></item></channel></rss>",
        &["2603.00003v1 A Title | Short. | A. One+B. Two | cs.AI cs.CV | replaced | 2026-03-03"],
    );
}

#[test]
fn a_digest_in_two_languages() {
    let text = "<rss version=\"2.0\"><channel><item><title>一句话</title><link>http://arxiv.org/abs/2603.00004</link><description>&lt;p&gt;\n标题\n&lt;/p&gt;\n\
         &lt;p&gt;\nThe Title. (arXiv:2603.00004v1 [cs.CL])\n&lt;/p&gt;\n&lt;p&gt;\nhttp://arxiv.org/abs/2603.00004\n&lt;/p&gt;\n&lt;p&gt;\n摘要\n&lt;/p&gt;\n\
         &lt;p&gt;\nThe abstract.\n&lt;/p&gt;</description></item></channel></rss>";
    check(
        text,
        &["2603.00004v1 The Title | The abstract. |  | cs.CL | new | "],
    );
    let digest = read("x", text.as_bytes().to_vec());
    assert_eq!(digest.papers[0].gist.as_ref().unwrap().plain, "一句话");
}

#[test]
fn an_empty_feed_is_no_defect() {
    check("<rss version=\"2.0\"><channel></channel></rss>", &[]);
}

#[test]
fn papers_of_elsewhere_go_by_their_titles() {
    check(
        "<rss><channel><item><title>On Cells</title><link>https://example.org/1</link></item></channel></rss>",
        &["x On Cells | - |  |  | - | "],
    );
}

#[test]
fn damage_stays_in_its_entry() {
    let (a, b, c) = (entry(1, "First"), entry(2, "Second"), entry(3, "Third"));
    let unclosed = b.replace("</entry>\n", "");
    check_entries(
        &format!("{ATOM}{a}{unclosed}{c}</feed>"),
        &[(1, "First"), (2, "Second"), (3, "Third")],
        &["13:1 warning BadSyntax"],
    );
    let nameless = "<entry><summary>What?</summary></entry>\n";
    check_entries(
        &format!("{ATOM}{a}{nameless}{c}</feed>"),
        &[(1, "First"), (3, "Third")],
        &["13:1 error BadEntry"],
    );
    let broken = b.replace("]]></title>", "</title>");
    let digest = read("x", format!("{ATOM}{a}{broken}{c}</feed>").into_bytes());
    assert_eq!((digest.entries, digest.papers.len()), (3, 3));
}

#[test]
fn a_cut_at_any_byte_loses_only_what_is_behind_it() {
    let text = format!("{ATOM}{}{}</feed>\n", entry(1, "First"), entry(2, "Second"));
    let first = text.find("</entry>").unwrap() + "</entry>".len();
    for at in 0..text.len() {
        let digest = read("x", text.as_bytes()[..at].to_vec());
        assert!(digest.is_balanced(), "{at}");
        if at >= first {
            assert_eq!(digest.papers[0].title.plain, "First", "{at}");
        }
        if at > ATOM.len() + 8 && at + "</feed>\n".len() < text.len() {
            assert!(!digest.diagnostics.is_empty(), "{at}");
        }
    }
}

#[test]
fn nesting_and_entities_are_bounded() {
    let deep = "<b>".repeat(10_000);
    let text = format!(
        "{ATOM}<entry><title>T{deep}</title></entry>{}</feed>",
        entry(2, "B")
    );
    let digest = read("x", text.into_bytes());
    assert_eq!(digest.papers.last().unwrap().title.plain, "B");
    let bomb = "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><rss><item><title>X &b;</title></item></rss>";
    let digest = read("x", bomb.as_bytes().to_vec());
    assert_eq!(digest.papers[0].title.plain, "X &b;");
}

#[test]
fn entries_without_an_end_are_read_in_linear_time() {
    let many = 100_000;
    for piece in [
        "<item>",
        "<entry ",
        "<item><![CDATA[",
        "<item><![CDATA[</item>",
        "<item>]]>",
    ] {
        // Anything worse than linear would not end at this size.
        let text = format!("<rss>{}", piece.repeat(many));
        let digest = read("x", text.into_bytes());
        assert_eq!(digest.entries as usize, many, "{piece}");
    }
}

#[test]
fn sections_hide_what_stands_in_them_and_nothing_else() {
    let hidden = "<item><title>A</title><![CDATA[<item>]]><![CDATA[<item> </item>]]></item>";
    let open = "<item><title>B</title><![CDATA[<item><title>C</title></item>";
    let digest = read("x", format!("<rss>{hidden}{open}</rss>").into_bytes());
    let titles: Vec<&str> = digest
        .papers
        .iter()
        .map(|paper| paper.title.plain.as_str())
        .collect();
    assert_eq!(titles, ["A", "B", "C"]);
}

#[test]
fn of_an_entry_without_measure_the_first_elements_are_read() {
    let elements = "<a/>\n".repeat(20_000);
    check(
        &format!(
            "<rss><item><title>A</title>\n{elements}<guid>arXiv:2603.00001</guid></item></rss>"
        ),
        &["x A | - |  |  | - | ", "16385:5 warning BadSyntax"],
    );
}

#[test]
fn an_error_of_the_api_is_no_paper() {
    let text = concat!(
        r#"<feed xmlns="http://www.w3.org/2005/Atom"><title>ArXiv Query</title>"#,
        "\n<entry><id>http://arxiv.org/api/errors#start_must_be_an_integer</id><title>Error</title>",
        "<summary>start must be an integer</summary><author><name>arXiv api core</name></author>",
        "</entry></feed>",
    );
    let digest = read("feed.xml", text.as_bytes().to_vec());
    assert_eq!(digest.papers, []);
    let [said] = &digest.diagnostics[..] else {
        panic!("{:?}", digest.diagnostics);
    };
    assert_eq!((said.line, said.severity), (2, Severity::Error));
    assert!(said.message.contains("start must be an integer"), "{said}");
    assert!(digest.is_balanced());
}
