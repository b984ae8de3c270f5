use yew::prelude::*;

use crate::protocol::Progress;
use crate::ui::text;

/// How far each job is, with a way to stop it. The page goes on meanwhile.
pub fn progress(jobs: &[Progress], cancel: &Callback<u32>) -> Html {
    html! {
        <div>{ for jobs.iter().map(|job| job_bar(job, cancel)) }</div>
    }
}

fn job_bar(job: &Progress, cancel: &Callback<u32>) -> Html {
    let number = job.job;
    let done = job.files_done.saturating_mul(1000) + thousandths(job.part);
    html! {
        <div class="bar progress" key={number}>
            <span class="progress-file">{ text::reading(&job.file) }</span>
            <progress max={job.files.max(1).saturating_mul(1000).to_string()} value={done.to_string()} aria-label={text::reading(&job.file)} />
            <span class="progress-counts">{ text::progress(job.files_done, job.files, job.papers) }</span>
            <button type="button" onclick={cancel.reform(move |_: MouseEvent| number)}>{ text::CANCEL }</button>
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
