//! The bars of the jobs under way.

use std::rc::Rc;

use yew::prelude::*;

use crate::protocol;
use crate::ui::text;

/// Properties of [`Progress`].
#[derive(Clone, PartialEq, Properties)]
pub struct ProgressProps {
    /// The jobs under way, oldest first.
    pub jobs: Rc<[protocol::Progress]>,
    /// Stops the job of a number.
    pub cancel: Callback<u32>,
}

/// How far each job is, with a way to stop it. The page goes on meanwhile.
#[component]
pub fn Progress(ProgressProps { jobs, cancel }: &ProgressProps) -> Html {
    html! {
        <div>
            for job in jobs.iter() {
                { job_bar(job, cancel) }
            }
        </div>
    }
}

fn job_bar(job: &protocol::Progress, cancel: &Callback<u32>) -> Html {
    let number = job.job;
    // Tagging begins when all files are done, and fills the bar once more.
    let (files_done, files, reading) = if job.is_tagging {
        (0, 1, text::TAGGING_ON.to_owned())
    } else {
        (job.files_done, job.files.max(1), text::reading(&job.file))
    };
    let done = files_done.saturating_mul(1000) + thousandths(job.part);
    let all = files.saturating_mul(1000);
    html! {
        <div key={number} class="bar progress">
            <span class="progress-file">{ &reading }</span>
            <progress max={all.to_string()} value={done.to_string()} aria-label={reading} />
            <span class="progress-counts">
                { text::progress(job.files_done, job.files, job.papers) }
            </span>
            <button type="button" onclick={cancel.reform(move |_| number)}>
                { text::CANCEL }
            </button>
        </div>
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a part lies between 0 and 1"
)]
fn thousandths(part: f32) -> u32 {
    (part * 1000.0) as u32
}
