//! Writing rules as a file.

use std::fmt::Write as _;

use super::spelling::{BUILT_IN, PARTS};
use super::{BuiltIn, Hand, Kept, Name};

/// Writes rules and what was done by hand as a file that [`read`](super::read()) reads.
pub fn write(kept: &Kept) -> String {
    let mut out = String::new();
    for rule in &kept.rules {
        if !out.is_empty() {
            out.push('\n');
        }
        let Name { facet, id } = &rule.name;
        out.push_str("[[rule]]\n");
        line(&mut out, "name", &string(id));
        line(&mut out, "facet", &string(facet.name()));
        if !rule.label.is_empty() {
            line(&mut out, "label", &string(&rule.label));
        }
        let lists = [
            ("words", &rule.words),
            ("regex", &rule.regex),
            ("not", &rule.not),
        ];
        for (key, items) in lists {
            let items: Vec<String> = items.iter().map(|item| string(item)).collect();
            list(&mut out, key, &items);
        }
        let places = PARTS.iter().filter(|(_, part)| rule.places.contains(part));
        let places: Vec<String> = places.map(|(name, _)| string(name)).collect();
        list(&mut out, "where", &places);
        if rule.built_in != BuiltIn::Keep
            && let Some((name, _)) = BUILT_IN.iter().find(|(_, what)| *what == rule.built_in)
        {
            line(&mut out, "built-in", &string(name));
        }
        if rule.is_off {
            line(&mut out, "status", &string("off"));
        }
    }
    for paper in kept.hand.papers() {
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str("[[paper]]\n");
        line(&mut out, "id", &string(paper.as_str()));
        for (key, wanted) in [("add", Hand::Add), ("remove", Hand::Remove)] {
            let tags = kept.hand.of(paper).filter(|(_, what)| *what == wanted);
            let tags = tags.map(|(tag, _)| string(&format!("{}:{}", tag.facet.name(), tag.id)));
            list(&mut out, key, &tags.collect::<Vec<_>>());
        }
    }
    out
}

fn line(out: &mut String, key: &str, value: &str) {
    out.push_str(key);
    out.push_str(" = ");
    out.push_str(value);
    out.push('\n');
}

fn list(out: &mut String, key: &str, items: &[String]) {
    match items {
        [] => {}
        [item] => line(out, key, item),
        _ => line(out, key, &format!("[{}]", items.join(", "))),
    }
}

/// A string in quotes: as it is where TOML allows that, so that a regex stays readable.
fn string(text: &str) -> String {
    let plain = |c: char| !c.is_control() && c != '\'';
    if text.contains(['\\', '"']) && text.chars().all(plain) {
        return format!("'{text}'");
    }
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
