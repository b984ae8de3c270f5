//! The file that the worker is making, as the page shows it, and what became of it.

use std::rc::Rc;

use crate::protocol::{MadeFile, WrittenView};
use crate::ui::text;

use super::{State, file_called};

/// What becomes of a file when it is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Then {
    /// It is saved under this name; where that is empty, under its own.
    Save(String),
    /// It is copied, and this is said.
    Copy(String),
    /// It goes into the one-file program, which is saved.
    Page,
}

impl Default for Then {
    fn default() -> Self {
        Self::Save(String::new())
    }
}

/// What papers are written as text for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum TextFor {
    /// To be looked at before more of them are.
    #[default]
    Preview,
    /// To be copied, and then this is said.
    Copy(String),
}

/// What happens to the file that is being made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MakingAct {
    /// The worker was asked for it.
    Begun(Then),
    /// It is made, or not and why; `None` where nobody wants it any more.
    Ended(Option<Result<MadeFile, String>>),
    /// It is saved, since this time in milliseconds since 1970.
    Saved(u64),
    /// Papers as they would be written.
    Preview(Result<WrittenView, String>),
}

/// The file that is being made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Making {
    /// What becomes of it.
    pub then: Then,
    /// How much is done, and of how much; of nothing while that is not known.
    pub progress: (u32, u32),
}

impl State {
    pub(super) fn act_on_making(&mut self, act: MakingAct) {
        match act {
            MakingAct::Begun(then) => {
                self.keeping.saved(None);
                let making = Making {
                    then,
                    progress: (0, 0),
                };
                if let Some(before) = self.making.replace(making) {
                    self.tell(text::making_stopped(&before.then).to_owned());
                }
            }
            MakingAct::Ended(outcome) => {
                let making = self.making.take();
                if !matches!(outcome, Some(Ok(_))) {
                    self.keeping.saved(None);
                }
                match (outcome, making.map(|making| making.then)) {
                    (Some(Ok(file)), Some(Then::Save(name))) => {
                        let name = file_called(&name, &file.name);
                        self.tell(text::saved_as(&name, file.papers));
                    }
                    (Some(Err(why)), Some(Then::Copy(_))) => self.tell(text::not_written(&why)),
                    (Some(Err(why)), _) => self.tell(text::not_made(&why)),
                    (None, Some(then)) => self.tell(text::making_stopped(&then).to_owned()),
                    // Whoever copies it, or puts it into a page, says so.
                    (Some(Ok(_)), _) | (None, None) => {}
                }
            }
            MakingAct::Saved(at) => self.keeping.saved(Some(at)),
            MakingAct::Preview(outcome) => self.preview_written = Some(Rc::new(outcome)),
        }
    }

    /// The worker has made some more of the file.
    pub(super) fn making_on(&mut self, done: u32, total: u32) {
        if let Some(making) = &mut self.making {
            making.progress = (done, total);
        }
    }
}
