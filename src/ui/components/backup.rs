//! Backups in the panel of what is kept: one is saved, and one is restored after the reader has
//! seen what that changes.

use yew::prelude::*;

use crate::protocol::{BackupView, Restoring};
use crate::ui::hooks::Backups;
use crate::ui::platform;
use crate::ui::state::{Keeping, Making};
use crate::ui::text;

use super::making_bar::{making_of, progress_of};

/// Properties of [`Backup`].
#[derive(Clone, PartialEq, Properties)]
pub struct BackupProps {
    /// What the page knows of what is kept.
    pub keeping: Keeping,
    /// The file that is being made.
    pub making: Option<Making>,
    /// Stops that.
    pub stop: Callback<()>,
    /// Saves and restores.
    pub backups: Backups,
}

/// The two buttons, and how it stands with what they began.
#[component]
pub fn Backup(props: &BackupProps) -> Html {
    let BackupProps {
        keeping,
        making,
        stop,
        backups,
    } = props;
    let saved = Some(keeping.backup_saved).filter(|time| *time > 0);
    let saved = saved.map(platform::day);
    html! {
        <section class="kept-backup" aria-labelledby="backup">
            <h3 id="backup">{ text::BACKUP }</h3>
            <p class="hint">{ text::BACKUP_HINT }{ " " }{ text::last_backup(saved.as_deref()) }</p>
            <div class="kept-does">
                <button
                    type="button"
                    disabled={making.is_some()}
                    onclick={backups.save.reform(|_| ())}
                >
                    { text::SAVE_BACKUP }
                </button>
                <button type="button" onclick={backups.choose.reform(|_| ())}>
                    { text::RESTORE_FROM }
                </button>
            </div>
            if let Some(making) = making {
                <div class="kept-does">{ making_of(making, stop) }</div>
            }
            <div role="status">{ restoring(keeping, backups) }</div>
        </section>
    }
}

fn restoring(keeping: &Keeping, backups: &Backups) -> Html {
    let leave = |name: &'static str| {
        html! {
            <button type="button" onclick={backups.leave.reform(|_| ())}>{ name }</button>
        }
    };
    let Some(restoring) = &keeping.restoring else {
        return Html::default();
    };
    match &**restoring {
        Restoring::Reading(done, of) => html! {
            <div class="kept-does">
                { progress_of(text::READING_BACKUP, (*done, *of), "", &backups.leave) }
            </div>
        },
        Restoring::Refused { name, why } => html! {
            <div class="kept-fault kept-does">
                <p>{ text::not_restored(name, why) }</p>
                { leave(text::DISMISS) }
            </div>
        },
        Restoring::Found(view) => html! {
            <div class="kept-found kept-does">
                <p>{ text::backup(view, &platform::day(view.made)) }</p>
                <p>{ text::restoring(view) }</p>
                if changes(view) {
                    <button
                        type="button"
                        class="primary"
                        onclick={backups.take.reform(|_| ())}
                    >
                        { text::RESTORE }
                    </button>
                    { leave(text::RESTORE_NOT) }
                } else {
                    { leave(text::DISMISS) }
                }
            </div>
        },
        Restoring::Filing(done, of) => html! { <p>{ text::filing(*done, *of) }</p> },
        Restoring::Restored(view) => html! {
            <div class="kept-found kept-does">
                <p>{ text::restored(view, keeping.writes(), keeping.is_apart) }</p>
                { leave(text::DISMISS) }
            </div>
        },
        Restoring::Stopped(done, of) => html! {
            <div class="kept-found kept-does">
                <p>{ text::filing_stopped(*done, *of) }</p>
                { leave(text::DISMISS) }
            </div>
        },
    }
}

/// Whether restoring it makes any difference.
fn changes(view: &BackupView) -> bool {
    view.new_files > 0 || !view.gains.is_nothing()
}
