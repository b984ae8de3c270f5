//! Records in JSON: what is damaged harms nothing around it, and our reader of values agrees with
//! another.

use digest_explorer::core::digest::{Digest, Reader, Step, read};
use digest_explorer::core::paper::Paper;
use digest_explorer::core::text::RichText;
use proptest::prelude::*;
use serde_json::Value;

/// How the records of a file are put together.
#[derive(Clone, Copy, Debug)]
enum Shape {
    Lines,
    List,
    Papers,
    Spread,
    Python,
}

const SHAPES: [Shape; 5] = [
    Shape::Lines,
    Shape::List,
    Shape::Papers,
    Shape::Spread,
    Shape::Python,
];

/// Invented records.
fn records() -> Vec<String> {
    (1..=9_u32)
        .map(|number| {
            format!(
                r#"{{"id": "2603.{number:05}", "title": "Paper n\u00b0 {number}, {{of}} [braces]", "authors": ["A B", "C D"], "summary": "We \"show\" $x_{number}$: {{{{, ]\n  and more\\.", "links": [{{"n": {number}.5}}], "comment": null}}"#
            )
        })
        .collect()
}

/// A file of these records.
fn file(records: &[String], shape: Shape) -> String {
    match shape {
        Shape::Lines => records.join("\n") + "\n",
        Shape::List => format!("[{}]", records.join(", ")),
        Shape::Papers => format!("{{\"count\": 9, \"papers\": [{}]}}\n", records.join(",\n")),
        Shape::Spread => format!("[{}]", records.join(",\n").replace(", \"", ",\n  \"")),
        Shape::Python => {
            let lines = records.join("\n");
            let quoted = lines
                .replace("\\\"", "~")
                .replace('"', "'")
                .replace('~', "\"");
            quoted.replace(": null", ": None") + "\n"
        }
    }
}

/// What of a paper does not depend on where it stands.
fn content(paper: &Paper) -> (&str, &RichText, Option<&RichText>, &[String]) {
    let summary = paper.summary.as_ref();
    (paper.id.as_str(), &paper.title, summary, &paper.authors)
}

/// All papers but one or two at the damage come out, and what is lost is told.
#[track_caller]
fn check_survivors(whole: &Digest, digest: &Digest, harmed: &[usize], text: &str) {
    assert!(digest.is_balanced(), "{:?}", digest.diagnostics);
    for (index, expected) in whole.papers.iter().enumerate() {
        let survives = digest
            .papers
            .iter()
            .any(|paper| content(paper) == content(expected));
        assert!(
            survives || harmed.contains(&index),
            "{index} of {text}\n{:?}",
            digest.diagnostics
        );
    }
    // What is cut between two lines leaves no trace.
    let lost = digest.papers.len() < whole.papers.len() && !text.trim_end().ends_with('}');
    assert!(!lost || !digest.diagnostics.is_empty(), "{text}");
}

/// The records in which these bytes of a file stand.
fn touched(text: &str, place: std::ops::Range<usize>) -> Vec<usize> {
    let starts: Vec<usize> = (1..=9)
        .filter_map(|number| {
            let id = text.find(&format!("2603.{number:05}"))?;
            text[..id].rfind('{')
        })
        .collect();
    // What divides two records is part of both.
    let end = |index: usize| starts.get(index + 1).map_or(text.len(), |next| next + 1);
    (0..starts.len())
        .filter(|index| starts[*index].saturating_sub(3) < place.end && place.start < end(*index))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn what_stands_before_a_cut_survives(at in any::<prop::sample::Index>(), shape in prop::sample::select(&SHAPES[..])) {
        let text = file(&records(), shape);
        let whole = read("x", text.clone().into_bytes());
        assert_eq!(whole.papers.len(), 9);
        assert_eq!(whole.diagnostics[..], []);
        let cut = at.index(text.len());
        let digest = read("x", text.as_bytes()[..cut].to_vec());
        let gone: Vec<usize> = touched(&text, cut..text.len());
        check_survivors(&whole, &digest, &gone, &text[..text.floor_char_boundary(cut)]);
    }

    #[test]
    fn a_damaged_byte_harms_its_own_record_alone(at in any::<prop::sample::Index>(), byte in prop::sample::select(&b"\"'{}[],:\\ax0 \n\r\t\0\xff"[..]), shape in prop::sample::select(&SHAPES[..])) {
        let text = file(&records(), shape);
        let whole = read("x", text.clone().into_bytes());
        let place = at.index(text.len());
        let mut bytes = text.clone().into_bytes();
        bytes[place] = byte;
        // A file that starts with something else may be another.
        prop_assume!(place > 0);
        let digest = read("x", bytes.clone());
        let text_now = String::from_utf8_lossy(&bytes).into_owned();
        check_survivors(&whole, &digest, &touched(&text, place..place + 1), &text_now);
    }

    #[test]
    fn records_in_any_order_are_the_same_records(order in Just((0..9).collect::<Vec<usize>>()).prop_shuffle(), shape in prop::sample::select(&SHAPES[..])) {
        let records = records();
        let shuffled: Vec<String> = order.iter().map(|index| records[*index].clone()).collect();
        let whole = read("x", file(&records, shape).into_bytes());
        let digest = read("x", file(&shuffled, shape).into_bytes());
        assert_eq!(digest.diagnostics[..], []);
        for (paper, index) in digest.papers.iter().zip(order) {
            assert_eq!(content(paper), content(&whole.papers[index]));
        }
    }

    #[test]
    fn texts_are_what_another_reader_says(title in "\\PC{0,30}", summary in any::<String>(), ascii in any::<bool>()) {
        let record = serde_json::json!({"id": "2603.00001", "title": format!("T{title}"), "authors": ["A"], "announce_inferred": false, "abstract": format!("a{summary}")});
        let mut text = record.to_string();
        if ascii {
            let escaped = text.encode_utf16().map(|unit| match u8::try_from(unit) {
                Ok(byte) if byte.is_ascii() => char::from(byte).to_string(),
                _ => format!("\\u{unit:04x}"),
            });
            text = escaped.collect();
        }
        let digest = read("x", text.clone().into_bytes());
        assert_eq!(digest.diagnostics[..], [], "{text}");
        let flat = |value: &Value| value.as_str().map(|text| {
            let visible = text.replace('\0', "");
            visible.split_whitespace().collect::<Vec<_>>().join(" ")
        });
        let paper = &digest.papers[0];
        assert_eq!(flat(&record["title"]).as_deref(), Some(paper.title.plain.as_str()));
        let summary = paper.summary.as_ref().map(|text| text.plain.replace('\n', " "));
        assert_eq!(flat(&record["abstract"]), summary);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn steps_give_what_reading_at_once_gives(at in any::<prop::sample::Index>(), byte in prop::sample::select(&b"\"'{}[],:\\"[..])) {
        let text = file(&records(), Shape::List).repeat(300);
        let mut bytes = text.into_bytes();
        let place = at.index(bytes.len() - 1) + 1;
        bytes[place] = byte;
        let mut reader = Reader::new("x", bytes.clone());
        let mut last = 0;
        while let Step::More { done, .. } = reader.step() {
            assert!(done > last);
            last = done;
        }
        assert_eq!(reader.finish(), read("x", bytes));
    }
}
