//! What buttons say of the keys that do the same.

use std::rc::Rc;

use yew::prelude::*;

use crate::ui::platform;
use crate::ui::state::Keymap;
use crate::ui::text;

/// The keys in force, for buttons to name.
#[derive(Clone)]
pub struct Hint(Rc<Keymap>);

/// The keys in force. They are handed down beside properties: buttons all over the page name one.
#[hook]
pub fn use_hint() -> Hint {
    Hint(use_context().unwrap_or_default())
}

impl Hint {
    /// The key of the command of this id, as it stands on a keyboard.
    pub fn key(&self, command: &str) -> Option<String> {
        let key = self.0.of(command)?;
        Some(text::key(key, platform::is_mac()))
    }

    /// What a button does, with the key that does the same, where there is one.
    pub fn of(&self, name: &str, command: &str) -> AttrValue {
        text::with_key(name, self.key(command).as_deref()).into()
    }
}
