//! The panel that reports what was read from each file.

use std::rc::Rc;

use yew::prelude::*;

use crate::core::diagnostic::Severity;
use crate::protocol::{FileProblem, FileReport};
use crate::ui::fast::ByAddress;
use crate::ui::input::Input;
use crate::ui::state::Said;
use crate::ui::text;

use super::Dispatch;
use super::more_button::MoreButton;
use super::picker::chosen;
use super::said_bar::SaidBar;

/// How much is shown at once, a problem counting one and a file without any two. Eighty problems
/// are some two thousand elements.
const PAGE: usize = 80;

/// Properties of the [`Report`].
#[derive(Clone, PartialEq, Properties)]
pub struct ReportProps {
    /// The report of every file read, oldest first.
    pub reports: ByAddress<[Rc<FileReport>]>,
    /// Reads something.
    pub read: Callback<Input>,
    /// What was done last.
    pub said: Option<Rc<Said>>,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// The balance of every file, the last one first: what it is, what was found in it, what was wrong
/// and where.
#[component]
pub fn Report(props: &ReportProps) -> Html {
    let ReportProps {
        reports,
        read,
        said,
        dispatch,
    } = props;
    let pages = use_state_eq(|| 1);
    let mut room = PAGE * *pages;
    let shown = reports.iter().rev().take_while(|report| {
        let has_room = room > 0;
        room = room.saturating_sub(report.problems.len() + 2);
        has_room
    });
    let shown: Vec<_> = shown.collect();
    html! {
        <>
            <div class="rules-undo"><SaidBar said={said.clone()} {dispatch} /></div>
            for report in &shown {
                { file(report, read) }
            }
            <p><MoreButton {pages} left={reports.len() - shown.len()} /></p>
        </>
    }
}

fn file(report: &FileReport, read: &Callback<Input>) -> Html {
    let found = report.counts.iter().sum::<u32>() as usize;
    let hidden = found.saturating_sub(report.problems.len());
    let format = match (&report.format, &report.same_as) {
        (Some(format), _) => Some(AttrValue::from(format.clone())),
        (None, None) => Some(AttrValue::Static(text::NO_FORMAT)),
        (None, Some(_)) => None,
    };
    let name = report.source.as_ref().unwrap_or(&report.name);
    html! {
        <section class="file">
            <h3>{ text::short(name) }</h3>
            <p class="balance">
                if let Some(format) = format {
                    <span class="format">{ format }</span>
                    { " · " }
                }
                { text::balance(report) }
            </p>
            if let Some(source) = &report.source {
                { acts(source, read) }
            }
            <ul class="problems">
                for one in &report.problems {
                    <li>{ problem(one) }</li>
                }
            </ul>
            if hidden > 0 {
                <p class="hint">{ text::more_problems(hidden) }</p>
            }
        </section>
    }
}

/// Takes a file out, or reads another in its place.
fn acts(source: &str, read: &Callback<Input>) -> Html {
    let remove = {
        let source = source.to_owned();
        read.reform(move |_| Input::Remove(source.clone()))
    };
    let replace = {
        let (read, source) = (read.clone(), source.to_owned());
        move |event: Event| {
            let files = chosen(&event);
            if !files.is_empty() {
                read.emit(Input::Remove(source.clone()));
                read.emit(Input::Files(files));
            }
        }
    };
    html! {
        <p class="file-acts">
            <button
                type="button"
                class="button"
                aria-label={text::remove(source)}
                onclick={remove}
            >
                { text::REMOVE }
            </button>
            <label class="button">
                { text::REPLACE }
                <input
                    class="visually-hidden"
                    type="file"
                    aria-label={text::replace(source)}
                    onchange={replace}
                />
            </label>
        </p>
    }
}

fn problem(problem: &FileProblem) -> Html {
    let class = match problem.severity {
        Severity::Note => "severity note",
        Severity::Warning => "severity warning",
        Severity::Error => "severity error",
    };
    let said = html! {
        <>
            <span {class}>{ text::severity(problem.severity) }</span>
            <span class="line">{ text::line(problem.line) }</span>
            <span class="message">{ text::short(&problem.message) }</span>
        </>
    };
    if problem.excerpt.is_empty() {
        return said;
    }
    html! {
        <details>
            <summary>{ said }</summary>
            <pre class="excerpt">
                for (number, line) in &problem.excerpt {
                    <span class={(*number == problem.line).then_some("here")}>
                        <span class="number">{ *number }</span>
                        { line }
                        { "\n" }
                    </span>
                }
            </pre>
        </details>
    }
}
