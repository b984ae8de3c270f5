use yew::prelude::*;

use crate::core::diagnostic::Severity;
use crate::protocol::{FileProblem, FileReport};
use crate::ui::text;

use super::el::{El, el, label, list};

/// The balance of every file: what it is, what was found in it, what was wrong and where.
pub fn report(reports: &[FileReport]) -> Html {
    let mut files = Vec::new();
    for report in reports.iter().rev() {
        files.push(file(report).done());
    }
    list(files)
}

fn file(report: &FileReport) -> El {
    let hidden = report.counts.iter().sum::<u32>() as usize - shown(report);
    let format = report.format.clone();
    let format = format.map_or(AttrValue::Static(text::NO_FORMAT), AttrValue::from);
    let balance = el("p", "balance")
        .put(el("span", "format").text(format))
        .text(" · ")
        .text(text::balance(report));
    let mut problems = el("ul", "problems");
    for one in &report.problems {
        problems = problems.put(problem(one));
    }
    el("section", "file")
        .put(el("h3", "").text(report.name.clone()))
        .put(balance)
        .put(problems)
        .maybe((hidden > 0).then(|| el("p", "hint").text(text::more_problems(hidden))))
}

fn shown(report: &FileReport) -> usize {
    report
        .problems
        .len()
        .min(report.counts.iter().sum::<u32>() as usize)
}

fn problem(problem: &FileProblem) -> El {
    let class = match problem.severity {
        Severity::Note => "severity note",
        Severity::Warning => "severity warning",
        Severity::Error => "severity error",
    };
    let said = list(vec![
        label("span", class, text::severity(problem.severity)).done(),
        el("span", "line").text(text::line(problem.line)).done(),
        el("span", "message").text(problem.message.clone()).done(),
    ]);
    if problem.excerpt.is_empty() {
        return el("li", "").add(said);
    }
    let mut excerpt = el("pre", "excerpt");
    for (number, line) in &problem.excerpt {
        let class = if *number == problem.line { "here" } else { "" };
        let number = el("span", "number").text(number.to_string());
        let line = el("span", class).put(number).text(line.clone()).text("\n");
        excerpt = excerpt.put(line);
    }
    let details = el("details", "")
        .put(el("summary", "").add(said))
        .put(excerpt);
    el("li", "").put(details)
}
