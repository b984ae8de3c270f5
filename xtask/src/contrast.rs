//! The colours of marks: text on them stays legible, in light and in dark. The measure is WCAG's
//! contrast ratio.

#![cfg(test)]
#![allow(clippy::expect_used, reason = "a test says where it failed")]

use std::collections::HashMap;
use std::path::Path;

/// What WCAG asks of text of usual size (level AA).
const LEAST: f64 = 4.5;

/// What may stand on a mark: text, secondary text, links.
const ON_MARKS: [&str; 3] = ["--ink", "--soft", "--accent"];

#[test]
fn marks_are_legible_and_distinct() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../static/css/tokens.css");
    let css = std::fs::read_to_string(path).expect("the tokens are there");
    let blocks: Vec<HashMap<&str, &str>> = css.split('}').map(colours).collect();
    let themes: Vec<_> = blocks
        .iter()
        .filter(|block| block.contains_key("--m0"))
        .collect();
    let [light, dark, dark_by_system] = &themes[..] else {
        panic!("{} blocks of colours", themes.len());
    };
    assert_eq!(dark, dark_by_system, "dark is the same whoever asks for it");
    for theme in [light, dark] {
        let marks: Vec<&str> = (0..6).map(|n| theme[format!("--m{n}").as_str()]).collect();
        for mark in &marks {
            for text in ON_MARKS {
                let ratio = contrast(theme[text], mark);
                assert!(ratio >= LEAST, "{text} on {mark}: {ratio:.2}");
            }
            let same = marks.iter().filter(|other| other == &mark).count();
            assert_eq!(same, 1, "{mark} stands for two terms");
        }
        // The words of the reader's lists are told by the colour of the text.
        for ink in (0..5).map(|n| theme[format!("--h{n}").as_str()]) {
            for ground in ["--paper", "--sheet", "--hover", "--chosen", "--accent-wash"] {
                let ratio = contrast(ink, theme[ground]);
                assert!(ratio >= LEAST, "{ink} on {ground}: {ratio:.2}");
            }
        }
    }
}

/// The colours that a block of declarations names.
fn colours(block: &str) -> HashMap<&str, &str> {
    block
        .split(['{', ';'])
        .filter_map(|line| line.trim().split_once(": "))
        .filter(|(_, value)| value.starts_with('#'))
        .collect()
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The relative luminance of a colour written `#rrggbb`.
fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let value = u8::from_str_radix(&colour[at..at + 2], 16).expect("two hex digits");
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

#[test]
fn contrast_is_measured_rightly() {
    assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 1e-9);
    assert!((contrast("#777777", "#ffffff") - 4.48).abs() < 0.01);
}
