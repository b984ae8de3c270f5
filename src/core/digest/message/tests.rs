use super::*;
use crate::core::digest::archive::{Unpacked, Unpacker};
use crate::core::digest::read;

fn unpack(bytes: &[u8]) -> Vec<(String, Content)> {
    assert!(is_envelope(bytes));
    let mut unpacker = Unpacker::new("a.mbox", bytes.to_vec(), Packing::of(bytes));
    let mut seen = Vec::new();
    loop {
        match unpacker.step() {
            Unpacked::More => {}
            Unpacked::Done => return seen,
            Unpacked::Member { name, content } => seen.push((name, content)),
            Unpacked::Damaged { name, message } => {
                seen.push((format!("{name}!"), Content::Text(message)));
            }
        }
    }
}

/// The names of the members with the titles of their papers.
#[track_caller]
fn check(text: &str, expected: &[(&str, &[&str])]) {
    let seen: Vec<(String, Vec<String>)> = unpack(text.as_bytes())
        .into_iter()
        .map(|(name, content)| {
            if name.ends_with('!') {
                return (name, vec![String::from_utf8(content.into_bytes()).unwrap()]);
            }
            let digest = read(&name, content);
            let papers = digest.papers.iter();
            (
                name,
                papers.map(|paper| paper.title.plain.clone()).collect(),
            )
        })
        .collect();
    let expected: Vec<(String, Vec<String>)> = expected
        .iter()
        .map(|(name, titles)| {
            let titles = titles.iter().map(|title| (*title).to_owned());
            ((*name).to_owned(), titles.collect())
        })
        .collect();
    assert_eq!(seen, expected);
}

const HEAD: &str =
    "From: Lists <list@a.example>\nDate: Wed, 4 Mar 2026 01:29:12 GMT\nSubject: a day\n";

fn record(id: &str, title: &str) -> String {
    format!(
        "\\\\\narXiv:{id}\nDate: Tue, 3 Mar 2026 05:08:53 GMT   (1kb)\n\nTitle: {title}\nAuthors: A B\n\
         Categories: cs.CL\n\\\\\n  We see.\n\\\\ ( https://arxiv.org/abs/{id} ,  1kb)\n"
    )
}

#[test]
fn quoted_printable_and_base64_are_undone() {
    let body = record("2603.00001", "Hats =3D coats of M=C3=BCller").replace("see.", "s=\nee.");
    let coded = "Content-Transfer-Encoding: quoted-printable\n\n";
    check(
        &format!("{HEAD}{coded}{body}"),
        &[("a.mbox", &["Hats = coats of Müller"])],
    );
    // “\\”, an id, a title and “\\”.
    let body = "XFwKYXJYaXY6MjYwMy4wMDAwMQpUaXRsZTogSGF0cwpBdXRob3JzOiBBIEIKXFwKICBXZSBz\n\
                ZWUuClxcICggaHR0cHM6Ly9hcnhpdi5vcmcvYWJzLzI2MDMuMDAwMDEgLCAgMWtiKQo=\n";
    let coded = "Content-Transfer-Encoding: BASE64\n\n";
    check(&format!("{HEAD}{coded}{body}"), &[("a.mbox", &["Hats"])]);
}

#[test]
fn a_plain_message_is_no_envelope() {
    let body = record("2603.00001", "Hats");
    let kind = "Content-Type: text/plain; charset=us-ascii\nContent-Transfer-Encoding: 7bit\n\n";
    assert!(!is_envelope(format!("{HEAD}{kind}{body}").as_bytes()));
    assert!(!is_envelope(format!("{HEAD}\n{body}").as_bytes()));
    assert!(!is_envelope(
        b"Content-Type: text/html is a header\nof messages"
    ));
    assert!(!is_envelope(b""));
}

#[test]
fn of_several_forms_of_a_text_the_one_with_papers_is_read() {
    let body = record("2603.00001", "Hats");
    let html =
        "<h3><a class=\"gse_alrt_title\" href=\"https://arxiv.org/abs/2603.00002\">Coats</a></h3>";
    let parts = |plain: &str, html: &str| {
        format!(
            "{HEAD}Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n\
             {plain}\n--b\nContent-Type: text/html\n\n{html}\n--b--\n"
        )
    };
    check(&parts(&body, "<p>Hats</p>"), &[("a.mbox", &["Hats"])]);
    check(&parts("Coats and hats", html), &[("a.mbox", &["Coats"])]);
}

#[test]
fn messages_of_one_sender_are_read_together() {
    let other = HEAD
        .replace("list@", "other@")
        .replace("a day", "=?utf-8?q?fog=3A?= soon");
    let html = "Content-Type: text/html\n\n";
    let alert = "<h3><a class=\"gse_alrt_title\">Fog</a></h3>\n>From afar\n";
    let mailbox = format!(
        "From a@b Wed Mar  4 01:29:12 2026\n{HEAD}Content-Transfer-Encoding: 7bit\n\n{}\n\
         From a@b Wed Mar  4 01:29:12 2026\n{other}{html}{alert}\n\
         From a@b Wed Mar  4 01:29:12 2026\n{HEAD}\n{}\nFrom here on it is text.\n\n\
         From a@b Wed Mar  4 01:29:12 2026\n{other}\nNothing.\n",
        record("2603.00001", "Hats"),
        record("2603.00002", "Coats"),
    );
    check(
        &mailbox,
        &[
            ("a.mbox/list@a.example", &["Hats", "Coats"]),
            ("a.mbox/other@a.example", &["Fog"]),
            (
                "a.mbox!",
                &["one of its 4 messages (“fog: soon”) has no list of papers that is known here"],
            ),
        ],
    );
}

#[test]
fn files_that_came_along_are_read() {
    let mixed = format!(
        "{HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nSee below.\n\
         --b\nContent-Type: application/x-bibtex; name=\"a/b.bib\"\nContent-Transfer-Encoding: base64\n\n\
         QG1pc2N7YSwgdGl0bGUgPSB7SGF0c319Cg==\n--b\nContent-Type: image/png; name=c.png\n\nx\n--b--\n"
    );
    check(&mixed, &[("a.mbox/a b.bib", &["Hats"])]);
}

#[test]
fn what_was_quoted_is_read() {
    let quoted: String = record("2603.00001", "Hats")
        .lines()
        .map(|line| ["> ", line, "\n"].concat())
        .collect();
    check(&format!("A wrote:\n{quoted}"), &[("a.mbox", &["Hats"])]);
    check(
        &format!("{HEAD}\nA wrote:\n{quoted}"),
        &[("a.mbox", &["Hats"])],
    );
}

#[test]
fn a_message_without_papers_is_told() {
    let kind = "Content-Type: text/html\n\n";
    check(
        &format!("{HEAD}{kind}<p>Hello</p>"),
        &[(
            "a.mbox!",
            &["this message (“a day”) has no list of papers that is known here"],
        )],
    );
}

#[test]
fn a_list_in_html_without_a_plain_text_is_read() {
    let body = record("2603.00001", "Hats &amp; coats").replace('\n', "<br>\n");
    let kind = "Content-Type: text/html; charset=utf-8\n\n";
    check(
        &format!("{HEAD}{kind}<html><body><div>{body}</div></body></html>"),
        &[("a.mbox", &["Hats & coats"])],
    );
}
