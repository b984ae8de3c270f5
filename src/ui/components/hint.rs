//! What buttons say of the keys that do the same.

use std::rc::Rc;

use yew::html::ImplicitClone;
use yew::prelude::*;

use crate::ui::platform;
use crate::ui::state::Keymap;
use crate::ui::text;

/// The keys in force, for buttons to name.
#[derive(Clone)]
pub struct Hint {
    keymap: Rc<Keymap>,
    has_singles: bool,
}

impl ImplicitClone for Hint {}

/// Keys are the same where nobody has changed any: they are not compared one by one.
impl PartialEq for Hint {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.keymap, &other.keymap) && self.has_singles == other.has_singles
    }
}

impl Hint {
    /// These keys, those of one letter being on or off.
    pub fn new(keymap: &Rc<Keymap>, has_singles: bool) -> Self {
        Self {
            keymap: Rc::clone(keymap),
            has_singles,
        }
    }

    /// The key of the command of this id, as it stands on a keyboard.
    pub fn key(&self, command: &str) -> Option<String> {
        let key = self.keymap.of(command, self.has_singles)?;
        Some(text::key(key, platform::is_mac()))
    }

    /// What a button does, with the key that does the same, where there is one.
    pub fn of(&self, name: &str, command: &str) -> AttrValue {
        text::with_key(name, self.key(command).as_deref()).into()
    }
}
