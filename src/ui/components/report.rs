use yew::prelude::*;

use crate::core::diagnostic::Severity;
use crate::protocol::{FileProblem, FileReport};
use crate::ui::text;

use super::dialog::Dialog;

/// The balance of every file: what it is, what was found in it, what was wrong and where.
pub fn report(reports: &[FileReport], onclose: &Callback<()>) -> Html {
    html! {
        <Dialog title={text::REPORT} class="report" {onclose}>
            { for reports.iter().rev().map(file) }
        </Dialog>
    }
}

fn file(report: &FileReport) -> Html {
    let hidden = report.counts.iter().sum::<u32>() as usize - shown(report);
    html! {
        <section class="file">
            <h3>{ report.name.clone() }</h3>
            <p class="balance">
                <span class="format">{ report.format.clone().unwrap_or_else(|| text::NO_FORMAT.to_owned()) }</span>
                { " · " }{ text::balance(report) }
            </p>
            <ul class="problems">
                { for report.problems.iter().map(problem) }
            </ul>
            if hidden > 0 {
                <p class="hint">{ text::more_problems(hidden) }</p>
            }
        </section>
    }
}

fn shown(report: &FileReport) -> usize {
    report
        .problems
        .len()
        .min(report.counts.iter().sum::<u32>() as usize)
}

fn problem(problem: &FileProblem) -> Html {
    let class = match problem.severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    };
    let said = html! {
        <>
            <span class={classes!("severity", class)}>{ text::severity(problem.severity) }</span>
            <span class="line">{ text::line(problem.line) }</span>
            <span class="message">{ problem.message.clone() }</span>
        </>
    };
    if problem.excerpt.is_empty() {
        return html! { <li>{ said }</li> };
    }
    html! {
        <li>
            <details>
                <summary>{ said }</summary>
                <pre class="excerpt">
                    { for problem.excerpt.iter().map(|(number, line)| html! {
                        <span class={classes!((*number == problem.line).then_some("here"))}>
                            <span class="number">{ *number }</span>{ line.clone() }{ "\n" }
                        </span>
                    }) }
                </pre>
            </details>
        </li>
    }
}
