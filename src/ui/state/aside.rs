//! What the browser had kept and the page goes on without.

use std::rc::Rc;

use super::State;

/// A text that could not be read, or did harm, and is kept under another name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// The name under which the page keeps such texts.
    pub name: String,
    /// Where it is in the browser's storage.
    pub key: String,
    /// The text.
    pub text: Rc<str>,
    /// What is wrong with it, where that is known.
    pub why: String,
    /// Whether the reader has seen that it is there.
    pub seen: bool,
}

impl Aside {
    /// A text that is kept under a key now.
    pub fn new(name: String, key: String, text: String) -> Self {
        Self {
            name,
            key,
            text: text.into(),
            why: String::new(),
            seen: false,
        }
    }
}

impl State {
    /// Something was set aside. What stood under the same key is the same text, or was written
    /// over.
    pub(super) fn set_aside(&mut self, aside: Aside) {
        let mut asides = self.asides.to_vec();
        asides.retain(|other| other.key != aside.key);
        asides.push(aside);
        self.asides = asides.into();
    }

    /// The reader has seen what is set aside under a key, or has thrown it away.
    pub(super) fn leave_aside(&mut self, key: &str, is_gone: bool) {
        let mut asides = self.asides.to_vec();
        asides.retain(|aside| aside.key != key || !is_gone);
        for aside in asides.iter_mut().filter(|aside| aside.key == key) {
            aside.seen = true;
        }
        self.asides = asides.into();
    }
}
