use std::rc::Rc;

use web_sys::Event;
use yew::prelude::*;

use crate::core::diagnostic::Severity;
use crate::protocol::{FileProblem, FileReport};
use crate::ui::supervisor::Input;
use crate::ui::text;

use super::el::{El, When, button, el, label, list};
use super::part::{ByPlace, long, more};
use super::picker::chosen;

/// How much is shown at once, a problem counting one and a file without any two. Eighty problems are some two thousand elements.
const PAGE: usize = 80;

/// The balance of every file, the last one first: what it is, what was found in it, what was wrong and where.
pub fn report(reports: &Rc<[Rc<FileReport>]>, read: &Callback<Input>) -> Html {
    let (all, read) = (Rc::clone(reports), read.clone());
    long(ByPlace(Rc::clone(reports)), move |pages| {
        let mut room = PAGE * **pages;
        let mut files = Vec::new();
        for report in all.iter().rev() {
            if room == 0 {
                break;
            }
            room = room.saturating_sub(report.problems.len() + 2);
            files.push(file(report, &read).done());
        }
        let left = all.len() - files.len();
        files.push(el("p", "").maybe(more(pages, left)).done());
        list(files)
    })
}

fn file(report: &FileReport, read: &Callback<Input>) -> El {
    let hidden = report.counts.iter().sum::<u32>() as usize - shown(report);
    let format = match (&report.format, &report.same_as) {
        (Some(format), _) => Some(AttrValue::from(format.clone())),
        (None, None) => Some(AttrValue::Static(text::NO_FORMAT)),
        (None, Some(_)) => None,
    };
    let mut balance = el("p", "balance");
    if let Some(format) = format {
        balance = balance.put(el("span", "format").text(format)).text(" · ");
    }
    let balance = balance.text(text::balance(report));
    let acts = report.source.as_ref().map(|source| acts(source, read));
    let name = report.source.as_ref().unwrap_or(&report.name);
    let mut problems = el("ul", "problems");
    for one in &report.problems {
        problems = problems.put(problem(one));
    }
    el("section", "file")
        .put(el("h3", "").text(text::short(name).into_owned()))
        .put(balance)
        .maybe(acts)
        .put(problems)
        .maybe((hidden > 0).then(|| el("p", "hint").text(text::more_problems(hidden))))
}

/// Takes a file out, or reads another in its place.
fn acts(source: &str, read: &Callback<Input>) -> El {
    let remove = {
        let (read, source) = (read.clone(), source.to_owned());
        Callback::from(move |_: Event| read.emit(Input::Remove(source.clone())))
    };
    let replace = {
        let (read, source) = (read.clone(), source.to_owned());
        Callback::from(move |event: Event| {
            let files = chosen(&event);
            if !files.is_empty() {
                read.emit(Input::Remove(source.clone()));
                read.emit(Input::Files(files));
            }
        })
    };
    let input = el("input", "visually-hidden")
        .with("type", "file")
        .with("aria-label", text::replace(source))
        .on(When::Change, replace);
    let replace = el("label", "button").text(text::REPLACE).put(input);
    el("p", "file-acts")
        .put(button("button", text::REMOVE, remove).with("aria-label", text::remove(source)))
        .put(replace)
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
        el("span", "message")
            .text(text::short(&problem.message).into_owned())
            .done(),
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
