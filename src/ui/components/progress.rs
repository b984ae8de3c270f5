use yew::prelude::*;

use crate::protocol::Progress;
use crate::ui::text;

use super::el::{El, button, el};

/// How far each job is, with a way to stop it. The page goes on meanwhile.
pub fn progress(jobs: &[Progress], cancel: &Callback<u32>) -> Html {
    let mut bars = el("div", "");
    for job in jobs {
        bars = bars.put(job_bar(job, cancel));
    }
    bars.done()
}

fn job_bar(job: &Progress, cancel: &Callback<u32>) -> El {
    let number = job.job;
    // Tagging begins when all files are done, and fills the bar once more.
    let (files_done, files, reading) = if job.is_tagging {
        (0, 1, text::TAGGING_ON.to_owned())
    } else {
        (job.files_done, job.files.max(1), text::reading(&job.file))
    };
    let done = files_done.saturating_mul(1000) + thousandths(job.part);
    let reading = AttrValue::from(reading);
    let cancel = cancel.clone();
    let stop = Callback::from(move |_| cancel.emit(number));
    let all = files.saturating_mul(1000);
    let part = el("progress", "")
        .with("max", all.to_string())
        .with("value", done.to_string())
        .with("aria-label", reading.clone());
    let counts = text::progress(job.files_done, job.files, job.papers);
    el("div", "bar progress")
        .key(number)
        .put(el("span", "progress-file").text(reading))
        .put(part)
        .put(el("span", "progress-counts").text(counts))
        .put(button("", text::CANCEL, stop))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a part lies between 0 and 1"
)]
fn thousandths(part: f32) -> u32 {
    (part * 1000.0) as u32
}
