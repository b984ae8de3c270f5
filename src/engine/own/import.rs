//! Files of rules among the files that are read.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{Store, count};
use crate::core::diagnostic::Severity;
use crate::core::digest::Content;
use crate::core::marks::OwnDeed;
use crate::core::tags::own::{
    BY_HAND, ByHand, Kept, LARGEST, Name, Refused, Rule, RuleError, Wanted, excess, is_rules, read,
    write,
};
use crate::protocol::{FileProblem, FileReport, Response};

/// How many lines of the file are shown above and below one that is wrong.
const AROUND: usize = 1;
/// The longest line that is shown, in characters.
const LINE: usize = 200;

/// The text of a file of rules; `None` where it is none. Its name says so, or its first line.
pub(in crate::engine) fn rules_in(name: &str, content: &Content) -> Option<String> {
    let bytes = content.as_bytes();
    let start = bytes.get(..4096).unwrap_or(bytes);
    // Of a file that is too large no more is wanted than shows that.
    let bytes = bytes.get(..=LARGEST).unwrap_or(bytes);
    let is_named = name
        .rsplit_once('.')
        .is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("toml"));
    if !is_named && !is_rules(&String::from_utf8_lossy(start)) {
        return None;
    }
    Some(String::from_utf8_lossy(bytes).into_owned())
}

impl Store {
    /// Takes rules and tags by hand over from a file. Rules of a tag that the file has rules for
    /// are replaced by those; all others stay. Of a file that cannot be read nothing is taken over.
    pub(in crate::engine) fn import(&mut self, name: String, text: &str) -> FileReport {
        let report = FileReport {
            name,
            format: Some("Tag rules".to_owned()),
            unit: "rule".to_owned(),
            ..FileReport::default()
        };
        let refuse = |refused: &Refused| FileReport {
            counts: [0, 0, count(refused.count)],
            problems: problems(text, &refused.errors),
            ..report.clone()
        };
        let read = match read(text.trim_start_matches('\u{feff}')) {
            Ok(read) => read,
            Err(refused) => return refuse(&refused),
        };
        let taken = read.rules.len()
            + read
                .hand
                .papers()
                .map(|p| read.hand.of(p).count())
                .sum::<usize>();
        let (rules, hand) = self.merged(&read);
        let said = self.act_own(OwnDeed::Import, rules, hand, 0);
        if let [Response::OwnRefused(problems)] = &said[..] {
            let why = problems.first().map_or("", |problem| &problem.message);
            let error = RuleError {
                line: 1,
                column: 1,
                message: format!("with those that are there it is too much: {why}"),
            };
            return refuse(&Refused {
                errors: vec![error],
                count: 1,
            });
        }
        self.owned.said.extend(said);
        FileReport {
            entries: count(read.rules.len()),
            rules: Some(count(taken)),
            ..report
        }
    }

    /// The rules and tags by hand that there are, with those of a file: rules of a tag that the
    /// file has rules for are replaced by those.
    pub(super) fn merged(&self, read: &Kept) -> (Vec<Wanted>, ByHand) {
        let mut new: BTreeMap<&Name, Vec<&Rule>> = BTreeMap::new();
        for rule in &read.rules {
            new.entry(&rule.name).or_default().push(rule);
        }
        // Where the first rule of a tag stood now stand all that take its place; those of other
        // tags come last.
        let mut merged: Vec<Wanted> = Vec::new();
        let mut replaced: BTreeSet<&Name> = BTreeSet::new();
        let all = |same: &[&Rule]| -> Vec<Wanted> {
            same.iter().map(|rule| (None, Rule::clone(rule))).collect()
        };
        for (name, rule) in self.wanted() {
            match new.get_key_value(&rule.name) {
                None => merged.push((name, rule)),
                Some((tag, same)) if replaced.insert(tag) => merged.extend(all(same)),
                Some(_) => {}
            }
        }
        for (tag, same) in read.rules.iter().filter_map(|r| new.get_key_value(&r.name)) {
            if replaced.insert(tag) {
                merged.extend(all(same));
            }
        }
        let mut hand = self.owned.kept.hand.clone();
        for paper in read.hand.papers() {
            for (tag, what) in read.hand.of(paper) {
                hand.set(paper.clone(), tag.clone(), what);
            }
        }
        (merged, hand)
    }
}

/// Why rules and tags by hand are more than can be kept, if they are: what is written of them must
/// be read again with the next start.
pub(super) fn too_much(kept: &Kept) -> Option<String> {
    if let Some((_, problem)) = excess(&kept.rules) {
        return Some(problem.message);
    }
    let by_hand = |paper| kept.hand.of(paper).count();
    if kept.hand.papers().any(|paper| by_hand(paper) > BY_HAND) {
        return Some(format!(
            "a paper has at most {BY_HAND} tags put on and taken off by hand"
        ));
    }
    let limit = LARGEST >> 20;
    (write(kept).len() > LARGEST).then(|| format!("a file of rules has at most {limit} MiB"))
}

/// What is wrong with a file of rules, as the report shows it.
pub(super) fn problems(text: &str, errors: &[RuleError]) -> Vec<FileProblem> {
    let shown = errors.iter().take(FileReport::PROBLEMS_SHOWN);
    let all: Vec<&str> = text.lines().collect();
    let problem = |error: &RuleError| {
        let at = error.line as usize;
        let first = at.saturating_sub(AROUND).max(1);
        let lines = all.iter().skip(first - 1).take(at + AROUND + 1 - first);
        let cut = |line: &str| line.chars().take(LINE).collect::<String>();
        FileProblem {
            line: error.line,
            column: error.column,
            severity: Severity::Error,
            message: error.message.clone(),
            excerpt: (count(first)..).zip(lines.map(|line| cut(line))).collect(),
        }
    };
    shown.map(problem).collect()
}
