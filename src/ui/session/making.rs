//! Files that the worker makes: asked for, gathered part by part, and saved or copied when whole.

use crate::protocol::{ExportWish, Make, PrintWish, Request, Response, WrittenView};
use crate::ui::latest::Latest;
use crate::ui::state::{About, Action, MakingAct, TakeAct, TextFor, Then};
use crate::ui::text;

use super::{Effect, Session, Source};

/// What of this is under way.
#[derive(Debug, Default)]
pub(super) struct Files {
    /// The file that is being made, and what becomes of it.
    made: Latest<Then>,
    /// Papers that are wanted as text.
    written: Latest<TextFor>,
    /// Papers that are to be printed.
    printed: Latest<()>,
}

impl Files {
    /// Whether the worker has yet to say more of it.
    pub(super) fn waits(&self) -> bool {
        self.made.waits() || self.printed.waits()
    }
}

impl<S: Source> Session<S> {
    /// Has a file made. One that is being made is given up.
    pub fn make(&mut self, what: Make, then: Then) {
        // A copy that takes the place of another has begun anew already.
        if !matches!(then, Then::Copy(_)) {
            self.drop_copy();
        }
        let seq = self.files.made.ask(then.clone());
        self.effects.push(Effect::DropParts);
        self.act(Action::Making(MakingAct::Begun(then)));
        self.post(Request::Make { seq, what });
        self.refuse_without_worker();
    }

    /// Where there will be no worker any more, nothing of what was asked for comes, which is said.
    fn refuse_without_worker(&mut self) {
        if self.has_ended {
            self.bury_making(text::MAKER_DIED);
        }
    }

    /// The file that is being made is wanted no more.
    pub fn stop_making(&mut self) {
        if self.end_making() {
            self.post(Request::StopMaking);
            self.act(Action::Making(MakingAct::Ended(None)));
        }
    }

    /// Something else is copied: a file that is being made for that is wanted no more.
    pub fn stop_copying(&mut self) {
        if self.files.made.waits() && matches!(self.files.made.asked(), Then::Copy(_)) {
            self.stop_making();
        }
    }

    /// The worker that was making a file is gone; `why` is for a person.
    pub(super) fn bury_making(&mut self, why: &str) {
        if self.end_making() {
            let why = why.to_owned();
            self.act(Action::Making(MakingAct::Ended(Some(Err(why)))));
        }
        if self.files.printed.waits() {
            self.files.printed.give_up();
            let why = why.to_owned();
            self.act(Action::Take(TakeAct::NoPrint(why)));
        }
        if self.files.written.waits() {
            self.files.written.give_up();
            let asked = self.files.written.asked().clone();
            self.written(asked, Err(why.to_owned()));
        }
    }

    /// What still comes of the file is not heard. Whether there was one under way.
    fn end_making(&mut self) -> bool {
        let was = self.files.made.waits();
        if was {
            self.drop_copy();
            self.files.made.ask(Then::default());
            self.files.made.give_up();
            self.effects.push(Effect::DropParts);
        }
        was
    }

    /// If the file that is being made was to be copied, it is not.
    fn drop_copy(&mut self) {
        if self.files.made.waits() && matches!(self.files.made.asked(), Then::Copy(_)) {
            self.effects.push(Effect::DropCopy);
        }
    }

    /// Has at most so many papers written as text, at once.
    pub fn write(&mut self, wish: ExportWish, most: u32, for_what: TextFor) {
        // What was to be copied is not awaited any more. Where it is another copy that takes its
        // place, that has begun anew already and says what becomes of it.
        if self.files.written.waits()
            && for_what == TextFor::Preview
            && let asked @ TextFor::Copy(_) = self.files.written.asked().clone()
        {
            self.written(asked, Err(text::OVERTAKEN.to_owned()));
        }
        let seq = self.files.written.ask(for_what);
        self.post(Request::Write { seq, wish, most });
        self.refuse_without_worker();
    }

    /// Has papers made ready to be printed; `None` when nobody wants to print any more.
    pub fn print(&mut self, wish: Option<PrintWish>) {
        let seq = self.files.printed.ask(());
        if wish.is_none() {
            self.files.printed.give_up();
        }
        self.act(Action::Take(TakeAct::Print(wish.clone())));
        self.post(Request::Print { seq, wish });
        self.refuse_without_worker();
    }

    /// Takes the bytes out of a part of the file that is being made: the state hears how far it is
    /// and holds none of it.
    pub(super) fn take_part(&mut self, response: &mut Response) {
        if let Response::Making { seq, bytes, .. } = response {
            let part = std::mem::take(bytes);
            if self.files.made.is_last(*seq) && !part.is_empty() {
                self.effects.push(Effect::Part(part));
            }
        }
    }

    /// What a response tells of files; `None` if the state is not to hear it.
    pub(super) fn note_making(&mut self, response: &Response) -> Option<About> {
        match response {
            Response::Making { seq, .. } => {
                return self.files.made.is_last(*seq).then_some(About::Nothing);
            }
            Response::Made { seq, outcome } => {
                if outcome.is_err() && self.files.made.is_last(*seq) {
                    self.drop_copy();
                }
                let then = self.files.made.answered(*seq)?.clone();
                // Before it is saved: whoever cannot has the last word.
                self.act(Action::Making(MakingAct::Ended(Some(outcome.clone()))));
                self.effects.push(match outcome {
                    Ok(file) => Effect::Finish(then, file.clone()),
                    Err(_) => Effect::DropParts,
                });
            }
            Response::Written { seq, outcome } => {
                let asked = self.files.written.answered(*seq)?.clone();
                self.written(asked, outcome.clone());
            }
            Response::Printed { seq, outcome } => {
                if !self.files.printed.is_last(*seq) {
                    return None;
                }
                if outcome.as_ref().is_ok_and(|view| view.done < view.of) {
                    return Some(About::Nothing);
                }
                self.files.printed.answered(*seq)?;
                return Some(About::Nothing);
            }
            _ => {}
        }
        None
    }

    fn written(&mut self, asked: TextFor, outcome: Result<WrittenView, String>) {
        match asked {
            TextFor::Preview => self.act(Action::Making(MakingAct::Preview(outcome))),
            TextFor::Copy(said) => self.effects.push(Effect::Copy(said, outcome)),
        }
    }
}
