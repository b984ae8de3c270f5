//! What obeys a command, be it of a key or of the palette.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::ui::components::{PICKER, READER_SCROLL, SEARCH_BOX};
use crate::ui::input::Input;
use crate::ui::platform;
use crate::ui::state::{Action, Command, Needs, SavedAct, State, Switch, Triage};
use crate::ui::text;

use super::use_backup::Backups;
use super::use_making::Makers;

/// Whether something is switched on, and what switches it.
pub type Switched = (bool, Callback<bool>);

/// The page as it is, and the ways to reach out of it.
#[derive(Clone)]
pub struct Reach {
    /// The page.
    pub state: UseReducerHandle<State>,
    /// Reads something.
    pub read: Callback<Input>,
    /// Takes papers along.
    pub makers: Makers,
    /// Goes to the next colours.
    pub next_theme: Callback<()>,
    /// The switch of each kind.
    pub switches: Switches,
    /// Saves and restores all that is kept.
    pub backups: Backups,
}

/// All switches.
#[derive(Clone, PartialEq)]
pub struct Switches {
    /// Whether the words that stand out are on show.
    pub terms: Switched,
    /// Whether keys of one letter are on.
    pub single_keys: Switched,
    /// Whether matches are marked.
    pub marks: Switched,
    /// Whether a paper that was read to its end is marked as read.
    pub read_through: Switched,
}

impl Switches {
    fn of(&self, switch: Switch) -> &Switched {
        match switch {
            Switch::Marks => &self.marks,
            Switch::Terms => &self.terms,
            Switch::SingleKeys => &self.single_keys,
            Switch::ReadThrough => &self.read_through,
        }
    }
}

/// Obeys commands, always with the page as it was drawn last. It stays the same for the life of
/// the page.
#[derive(Clone)]
pub struct Commander(Rc<RefCell<Option<Reach>>>);

impl PartialEq for Commander {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What obeys commands.
#[hook]
pub fn use_commands(reach: Reach) -> Commander {
    let commander = use_memo((), |()| Commander(Rc::default()));
    commander.0.replace(Some(reach));
    (*commander).clone()
}

impl Commander {
    /// What the page was drawn from last.
    pub fn reach(&self) -> Option<Reach> {
        self.0.borrow().clone()
    }

    /// Does what a command says; with Shift some do the opposite. Returns whether there was
    /// anything to do.
    pub fn obey(&self, command: &Command, shift: bool) -> bool {
        self.reach().is_some_and(|reach| reach.obey(command, shift))
    }
}

impl Reach {
    /// Whether what a command needs is there.
    pub fn has(&self, needs: Needs) -> bool {
        match needs {
            Needs::Nothing => true,
            Needs::Reports => !self.state.reports.is_empty(),
            Needs::Papers => self.state.papers > 0,
        }
    }

    fn obey(&self, command: &Command, shift: bool) -> bool {
        let state = &self.state;
        let is_reading = state.place.paper.is_some();
        let action = match command {
            Command::Back => return self.go_back(),
            Command::Panel(panel) => {
                let is_open = state.panel == Some(*panel);
                // What lies over the page already makes room.
                platform::close_dialog();
                if is_open {
                    return true;
                }
                Action::Panel(Some(*panel))
            }
            Command::Triage(act) => Action::Triage(act.clone()),
            Command::Step(by) => Action::Step(*by),
            Command::Scroll if !is_reading => return false,
            Command::Scroll => {
                if platform::scroll_on(READER_SCROLL, shift) || shift {
                    return true;
                }
                Action::Step(1)
            }
            Command::Open => Action::OpenActive,
            Command::Search => return platform::focus_and_select(SEARCH_BOX).is_some(),
            Command::Visit => {
                let address = state.arxiv_address();
                return address.as_deref().and_then(platform::open_tab).is_some();
            }
            Command::AddFiles => return platform::click(PICKER).is_some(),
            Command::AddFolder => {
                let read = self.read.clone();
                let chosen = platform::choose_folder(move |files| {
                    if !files.is_empty() {
                        read.emit(Input::Files(files));
                    }
                });
                return chosen.is_some();
            }
            Command::Paste => {
                self.paste();
                return true;
            }
            Command::Sample => {
                self.read.emit(Input::Sample);
                return true;
            }
            Command::Theme => {
                self.next_theme.emit(());
                return true;
            }
            Command::Switch(switch) => {
                let (is_on, set) = self.switches.of(*switch);
                set.emit(!is_on);
                return true;
            }
            Command::Save => Action::Saved(SavedAct::Name(true)),
            Command::Sort(sort) => Action::Sort(*sort),
            Command::Query(query) => Action::Query((*query).to_owned()),
            Command::NextDay => Action::Query(state.next_day_query()),
            Command::UsualFilters => Action::UsualOrder,
            Command::BackUp => {
                self.backups.save.emit(());
                return true;
            }
            Command::Restore => {
                self.backups.choose.emit(());
                return true;
            }
            Command::Copy { chosen } => {
                self.copy(*chosen);
                return true;
            }
        };
        state.dispatch(action);
        true
    }

    /// Out of what is open, one thing after the other.
    fn go_back(&self) -> bool {
        let state = &self.state;
        // Out of the box and onto the active hit, which takes a focus that nothing has.
        let action = if platform::has_focus(SEARCH_BOX) {
            let _ = platform::blur();
            Action::Step(0)
        } else if state.marking.anchor.is_some() {
            Action::Triage(Triage::Release)
        } else if state.place.paper.is_some() && state.papers > 0 {
            Action::Close
        } else {
            Action::DismissNotice
        };
        state.dispatch(action);
        true
    }

    /// Copies a paper or what is chosen. The browser wants that begun while the key is handled.
    fn copy(&self, chosen: bool) {
        if let Some(wish) = self.state.copy_wish(chosen) {
            self.makers.copy.emit(wish);
            return;
        }
        let why = if chosen {
            text::NOTHING_CHOSEN
        } else {
            text::NOTHING_TO_COPY
        };
        self.state.dispatch(Action::Say(why.to_owned()));
    }

    /// Reads what was copied, where the browser hands it over.
    fn paste(&self) {
        let (read, dispatch) = (self.read.clone(), self.state.dispatcher());
        platform::read_clipboard(move |copied| match copied {
            Some(text) if !text.trim().is_empty() => read.emit(Input::Text(text)),
            Some(_) => dispatch.dispatch(Action::Say(text::NOTHING_TO_PASTE.to_owned())),
            None => dispatch.dispatch(Action::Say(text::NO_PASTE.to_owned())),
        });
    }
}
