//! Files of rules among the files that are read.

use super::super::{Store, count};
use crate::core::diagnostic::Severity;
use crate::core::digest::Content;
use crate::core::tags::own::{Kept, RuleError, is_rules, read};
use crate::protocol::{FileProblem, FileReport};

/// How many lines of the file are shown above and below one that is wrong.
const AROUND: usize = 1;
/// The longest line that is shown, in characters.
const LINE: usize = 200;

/// The text of a file of rules; `None` where it is none. Its name says so, or its first line.
pub(in crate::engine) fn rules_in(name: &str, content: &Content) -> Option<String> {
    let bytes = content.as_bytes();
    let start = bytes.get(..4096).unwrap_or(bytes);
    let is_named = name
        .rsplit_once('.')
        .is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("toml"));
    if !is_named && !is_rules(&String::from_utf8_lossy(start)) {
        return None;
    }
    Some(String::from_utf8_lossy(bytes).into_owned())
}

impl Store {
    /// Takes rules and tags by hand over from a file. Rules of a tag that the file has rules for are replaced by those; all others stay. Of a file that cannot be
    /// read nothing is taken over.
    pub(in crate::engine) fn import(&mut self, name: String, text: &str) -> FileReport {
        let report = FileReport {
            name,
            format: Some("Tag rules".to_owned()),
            unit: "rule".to_owned(),
            ..FileReport::default()
        };
        let read = match read(text.trim_start_matches('\u{feff}')) {
            Ok(read) => read,
            Err(errors) => {
                return FileReport {
                    counts: [0, 0, count(errors.len())],
                    problems: problems(text, &errors),
                    ..report
                };
            }
        };
        let Kept {
            mut rules,
            mut hand,
        } = self.owned.kept.clone();
        let taken = read.rules.len()
            + read
                .hand
                .papers()
                .map(|p| read.hand.of(p).count())
                .sum::<usize>();
        for (at, rule) in read.rules.iter().enumerate() {
            if read.rules[..at].iter().any(|other| other.name == rule.name) {
                continue;
            }
            let same = |other: &&crate::core::tags::own::Rule| other.name == rule.name;
            let new: Vec<_> = read.rules.iter().filter(same).cloned().collect();
            let place = rules.iter().position(|other| other.name == rule.name);
            rules.retain(|other| other.name != rule.name);
            let place = place.unwrap_or(rules.len()).min(rules.len());
            rules.splice(place..place, new);
        }
        for paper in read.hand.papers() {
            for (tag, what) in read.hand.of(paper) {
                hand.set(paper.clone(), tag.clone(), what);
            }
        }
        let said = self.set_own(Kept { rules, hand });
        self.owned.said.push_back(said);
        FileReport {
            entries: count(read.rules.len()),
            rules: Some(count(taken)),
            ..report
        }
    }
}

/// What is wrong with a file of rules, as the report shows it.
pub(super) fn problems(text: &str, errors: &[RuleError]) -> Vec<FileProblem> {
    let shown = errors.iter().take(FileReport::PROBLEMS_SHOWN);
    let problem = |error: &RuleError| {
        let at = error.line as usize;
        let first = at.saturating_sub(AROUND).max(1);
        let lines = text.lines().skip(first - 1).take(at + AROUND + 1 - first);
        let cut = |line: &str| line.chars().take(LINE).collect::<String>();
        FileProblem {
            line: error.line,
            column: error.column,
            severity: Severity::Error,
            message: error.message.clone(),
            excerpt: (count(first)..).zip(lines.map(cut)).collect(),
        }
    };
    shown.map(problem).collect()
}
