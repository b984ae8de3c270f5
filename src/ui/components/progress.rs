use std::rc::Rc;

use yew::prelude::*;

use crate::protocol::Progress;
use crate::ui::text;

/// The jobs under way.
#[derive(Clone, PartialEq, Properties)]
pub struct ProgressBarProps {
    /// The jobs, oldest first.
    pub jobs: Rc<[Progress]>,
    /// Stops a job.
    pub cancel: Callback<u32>,
}

/// How far each job is, with a way to stop it. The page goes on meanwhile.
#[component]
pub fn ProgressBar(props: &ProgressBarProps) -> Html {
    html! {
        <div>{ for props.jobs.iter().map(|job| job_bar(job, &props.cancel)) }</div>
    }
}

fn job_bar(job: &Progress, cancel: &Callback<u32>) -> Html {
    let number = job.job;
    let files = f64::from(job.files.max(1));
    let part = (f64::from(job.files_done) + f64::from(job.part)) / files;
    html! {
        <div class="bar progress" key={number}>
            <span class="progress-file">{ text::reading(&job.file) }</span>
            <progress max="1" value={part.min(1.0).to_string()} aria-label={text::reading(&job.file)} />
            <span class="progress-counts">{ text::progress(job.files_done, job.files, job.papers) }</span>
            <button type="button" onclick={cancel.reform(move |_: MouseEvent| number)}>{ text::CANCEL }</button>
        </div>
    }
}
