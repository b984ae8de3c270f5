//! Texts as others write them, in every format that has them.

use super::{Digest, read};
use crate::core::diagnostic::Severity;

#[track_caller]
fn digest(name: &str, text: &str) -> Digest {
    let digest = read(name, text.as_bytes().to_vec());
    assert!(digest.is_balanced(), "{text}");
    digest
}

/// What is checked of one paper: title, abstract, authors, journal, DOI, date and comment.
#[track_caller]
fn check(name: &str, text: &str, expected: &[(&str, &str)]) {
    let digest = digest(name, text);
    let [paper] = &digest.papers[..] else {
        panic!("{text}: {:?}", digest.diagnostics);
    };
    let plain = |text: &Option<crate::core::text::RichText>| {
        text.as_ref()
            .map_or(String::new(), |text| text.plain.clone())
    };
    for (field, expected) in expected {
        let found = match *field {
            "title" => paper.title.plain.clone(),
            "abstract" => plain(&paper.summary),
            "authors" => paper.authors.join("+"),
            "journal" => paper.journal.clone().unwrap_or_default(),
            "doi" => paper.doi.clone().unwrap_or_default(),
            "date" => paper.date().map_or(String::new(), |date| date.to_string()),
            "id" => paper.id.arxiv().map_or("", |id| id.as_str()).to_owned(),
            _ => plain(&paper.comment),
        };
        assert_eq!(found, *expected, "{field} of {text}");
    }
}

#[test]
fn tags_of_publishers_go_in_all_formats() {
    let tagged =
        "<jats:title>Abstract</jats:title><jats:p>Fog <jats:italic>wet</jats:italic>.</jats:p>";
    let expected = [("title", "Mist"), ("abstract", "Fog wet.")];
    for (name, text) in [
        (
            "a.json",
            format!(
                r#"[{{"type":"article-journal","title":"Mist","DOI":"10.1000/1","abstract":"{tagged}"}}]"#
            ),
        ),
        (
            "a.json",
            format!(r#"[{{"title":"Mist","abstract":"{tagged}"}}]"#),
        ),
        (
            "a.ris",
            format!("TY  - JOUR\nTI  - <b>Mist</b>\nAB  - {tagged}\nER  - \n"),
        ),
        (
            "a.bib",
            format!("@article{{a, title = {{Mist}}, abstract = {{{tagged}}}}}"),
        ),
        (
            "a.csv",
            format!("Title,Authors,Abstract\nMist,Ada Stern,{tagged}\n"),
        ),
        (
            "a.html",
            format!(
                "<html><head><meta name=\"citation_title\" content=\"&lt;b&gt;Mist&lt;/b&gt;\"><meta name=\"citation_abstract\" content=\"{}\"></head></html>",
                tagged.replace('<', "&lt;")
            ),
        ),
        (
            "a.xml",
            format!(
                "<rss><channel><item><title>Mist</title><description><![CDATA[{tagged}]]></description></item></channel></rss>"
            ),
        ),
    ] {
        check(name, &text, &expected);
    }
}

#[test]
fn descriptions_of_feeds_are_paragraphs() {
    let item = |inside: &str| {
        format!("<rss><channel><item><title>Mist</title>{inside}</item></channel></rss>")
    };
    for (inside, expected) in [
        (
            "<description><![CDATA[<h3>Abstract</h3><p>Fog is wet.</p><ul><li>one</li></ul>]]></description>",
            &[("abstract", "Fog is wet.\none")][..],
        ),
        (
            "<description><![CDATA[<div><section><h4>Aims</h4><p class=\"x\">Fog.</p></section></div>]]></description>",
            &[("abstract", "Aims\nFog.")],
        ),
        (
            "<description>Journal of Fog, EarlyView.</description><content:encoded><![CDATA[<h2>ABSTRACT</h2>\n<p>Fog is wet all day long in the valley.</p>]]></content:encoded>",
            &[("abstract", "Fog is wet all day long in the valley.")],
        ),
        (
            "<description><![CDATA[<p>Publication date: March 2026</p><p><b>Source:</b> Journal of Fog, Volume 3</p><p>Author(s): Ada Stern, Bo Wolke</p>]]></description>",
            &[
                ("abstract", ""),
                ("authors", "Ada Stern+Bo Wolke"),
                ("journal", "Journal of Fog, Volume 3"),
                ("date", "2026-03"),
            ],
        ),
        (
            "<content:encoded><![CDATA[<p>Journal of Fog, Published online: 01 March 2026; <a href=\"https://www.fog.example/a\">doi:10.1000/fog-1</a></p>Fog is wet.]]></content:encoded><dc:identifier>doi:10.1000/fog-1</dc:identifier>",
            &[
                ("abstract", "Fog is wet."),
                ("journal", "Journal of Fog"),
                ("doi", "10.1000/fog-1"),
            ],
        ),
        (
            "<dc:identifier>pmid:77</dc:identifier><dc:identifier>doi:10.1000/7</dc:identifier><dc:source>Journal of Fog</dc:source>",
            &[("doi", "10.1000/7"), ("journal", "Journal of Fog")],
        ),
        (
            "<prism:publicationName>Journal of Fog</prism:publicationName><link>https://dl.acm.org/doi/abs/10.1145/3580305?af=R</link>",
            &[("doi", "10.1145/3580305"), ("journal", "Journal of Fog")],
        ),
        (
            "<authors>Ada Stern;Bo Wolke</authors><publicationName>Transactions on Fog</publicationName>",
            &[
                ("authors", "Ada Stern+Bo Wolke"),
                ("journal", "Transactions on Fog"),
            ],
        ),
        (
            "<link>https://www.biorxiv.org/content/10.1101/2026.03.01.123456v2?rss=1</link>",
            &[("doi", "10.1101/2026.03.01.123456")],
        ),
        (
            "<guid>https://link.springer.com/article/10.1007/s1-026-1</guid><source url=\"https://a.b\">News of all</source>",
            &[("doi", "10.1007/s1-026-1"), ("journal", "")],
        ),
    ] {
        check("feed.xml", &item(inside), expected);
    }
    check(
        "feed.xml",
        "<rss><channel><item><title>[2405.12346] Fog</title></item></channel></rss>",
        &[("title", "Fog"), ("id", "2405.12346")],
    );
}

#[test]
fn years_of_records() {
    for (members, date) in [
        (r#""year": 2020"#, "2020"),
        (r#""year": "2020", "month": "5""#, "2020-05"),
        (
            r#""year": "2020", "month": "May", "day": "4""#,
            "2020-05-04",
        ),
        (r#""publication_year": 2020"#, "2020"),
        (r#""year": 2020, "publicationDate": null"#, "2020"),
        (r#""issued": {"date-parts": [[2023, 1]]}"#, "2023-01"),
        (r#""issued": [{"year": 2023, "month": 1}]"#, "2023-01"),
        (
            r#""published": {"$date": "2020-05-04T00:00:00Z"}"#,
            "2020-05-04",
        ),
        (
            r#""published": {"$date": {"$numberLong": "1588550400000"}}"#,
            "2020-05-04",
        ),
    ] {
        check(
            "a.json",
            &format!(r#"[{{"title": "Mist", "authors": ["Ada Stern"], {members}}}]"#),
            &[("date", date)],
        );
    }
    check(
        "a.json",
        r#"[{"title": "Mist", "authors": ["Ada Stern"], "url": "https://dl.acm.org/doi/10.1145/3580305"}]"#,
        &[("doi", "10.1145/3580305")],
    );
    check(
        "a.yaml",
        "- title: Mist\n  author: Ada Stern\n  year: 2020\n  abstract: \"Fog.\"\n",
        &[("date", "2020")],
    );
}

#[test]
fn labels_before_texts_go() {
    let expected = [("title", "Mist"), ("abstract", "Wet fog.")];
    check(
        "a.ris",
        "TY  - JOUR\nTI  - Mist\nAB  - Abstract\nWet fog.\nN1  - Comment: 12 pages\nER  - \n",
        &[expected[0], expected[1], ("comment", "12 pages")],
    );
    check(
        "a.json",
        r#"[{"title": "Title: Mist", "abstract": "Abstract: Wet fog."}]"#,
        &expected,
    );
    check(
        "a.csv",
        "Title,Authors,Abstract\nMist,Ada Stern,Abstract: Wet fog.\n",
        &expected,
    );
    check(
        "a.bib",
        "@misc{a, title = {Mist}, note = {Comment: 12 pages}}",
        &[("comment", "12 pages")],
    );
}

#[test]
fn what_a_file_has_in_another_format_is_a_warning() {
    let entry = "@misc{a, title = {Mist}}\n";
    for other in [
        "TY  - JOUR\nTI  - Fog\nER  - \n",
        "PMID- 77\nAB  - Fog\n",
        "%0 Journal Article\n%T Fog\n",
    ] {
        let digest = digest("a.bib", &format!("{entry}\n{other}"));
        let [said] = &digest.diagnostics[..] else {
            panic!("{:?}", digest.diagnostics);
        };
        assert_eq!(said.severity, Severity::Warning, "{other}");
        assert!(said.message.contains("another format"), "{said}");
    }
}
