//! Backups, between state, worker and browser.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::core::backup;
use crate::protocol::{Make, Restore};
use crate::ui::input::Input;
use crate::ui::platform::{self, NamedFile};
use crate::ui::state::{Action, Bar, KeepAct, Panel, State, Then};
use crate::ui::supervisor::Supervisor;
use crate::ui::{kept, text};

use super::use_making::Makers;

/// What a backup is called at its end.
const ENDING: &str = ".zip";

/// The ways to save and restore all that is kept. They stay the same for the life of the page.
#[derive(Clone, PartialEq)]
pub struct Backups {
    /// Saves a backup.
    pub save: Callback<()>,
    /// Has the reader choose a file, which is read.
    pub choose: Callback<()>,
    /// Reads a backup and says what it would change.
    pub look: Callback<NamedFile>,
    /// What was read is restored.
    pub take: Callback<()>,
    /// It is not, or what became of it was seen.
    pub leave: Callback<()>,
}

/// The ways to save and restore all that is kept. Keeps when that was done last, and whether the
/// browser has promised to delete nothing.
#[hook]
pub fn use_backup(
    supervisor: &Supervisor,
    makers: &Makers,
    state: &UseReducerHandle<State>,
) -> Backups {
    let keeping = &state.keeping;
    use_effect_with((keeping.backups, keeping.backup_saved), |(backups, at)| {
        if *backups > 0 {
            kept::note_backup(*at);
        }
    });
    use_effect_with(keeping.seen.contains(&Bar::Backup), |seen| {
        if *seen {
            kept::note_backup_asked(platform::clock());
        }
    });
    // Asked again when there is much to lose: it may have been promised since.
    {
        let dispatch = state.dispatcher();
        use_effect_with(keeping.has_much(), move |has_much| {
            if *has_much {
                platform::persists(move |is| {
                    dispatch.dispatch(Action::Keeping(KeepAct::Persists(is)));
                });
            }
        });
    }
    let backups = use_memo((), |()| {
        let dispatch = state.dispatcher();
        let look = {
            let (supervisor, dispatch) = (supervisor.clone(), dispatch.clone());
            Callback::from(move |file: NamedFile| {
                let name = file.name.clone();
                let file = Some(Input::Files(vec![file]));
                dispatch.dispatch(Action::Keeping(KeepAct::Look));
                dispatch.dispatch(Action::Panel(Some(Panel::Kept)));
                supervisor.with(|session| session.restore(Restore::Look { name }, file));
            })
        };
        Backups {
            save: {
                let (make, dispatch) = (makers.make.clone(), dispatch.clone());
                Callback::from(move |()| {
                    make.emit((Make::Backup, Then::default()));
                    dispatch.dispatch(Action::Keeping(KeepAct::BackUp));
                })
            },
            choose: {
                let look = look.clone();
                Callback::from(move |()| {
                    let look = look.clone();
                    // A browser that shows no question has said so itself.
                    let _ = platform::choose_file(ENDING, move |file| look.emit(file));
                })
            },
            take: {
                let supervisor = supervisor.clone();
                Callback::from(move |()| {
                    let at = platform::clock();
                    supervisor.with(|session| session.restore(Restore::Take { at }, None));
                })
            },
            leave: {
                let supervisor = supervisor.clone();
                Callback::from(move |()| {
                    dispatch.dispatch(Action::Keeping(KeepAct::Leave));
                    supervisor.with(|session| session.restore(Restore::Leave, None));
                })
            },
            look,
        }
    });
    (*backups).clone()
}

/// Reads what came: the files of digests as such, of backups the first as one.
pub fn read_or_restore(
    input: Input,
    backups: &Backups,
    dispatch: &UseReducerDispatcher<State>,
    read: impl Fn(Input) + 'static,
) {
    let files = match input {
        Input::Files(files) if files.iter().any(may_be_one) => files,
        input => return read(input),
    };
    let (backups, dispatch) = (backups.clone(), dispatch.clone());
    spawn_local(async move {
        let mut found = Vec::new();
        let mut rest = Vec::new();
        for file in files {
            if may_be_one(&file) && is_one(&file).await {
                found.push(file);
            } else {
                rest.push(file);
            }
        }
        if !rest.is_empty() {
            read(Input::Files(rest));
        }
        let has_more = found.len() > 1;
        if let Some(first) = found.into_iter().next() {
            backups.look.emit(first);
        }
        // In the panel that is open by now.
        if has_more {
            dispatch.dispatch(Action::Say(text::ONE_BACKUP.to_owned()));
        }
    });
}

fn may_be_one(file: &NamedFile) -> bool {
    let name = file.name.to_ascii_lowercase();
    name.ends_with(ENDING)
}

/// Whether a file starts as a backup does.
async fn is_one(file: &NamedFile) -> bool {
    let len = u32::try_from(backup::TELLING).unwrap_or(u32::MAX);
    let start = platform::piece(&file.file, 0, len).await;
    start.is_some_and(|start| backup::is_one(&start.to_vec()))
}
