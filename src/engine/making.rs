//! Files that the page saves: made of the library a slice at a time, behind searches.

use std::cell::RefCell;
use std::fmt;
use std::io::{self, Write};
use std::rc::Rc;

use super::{Engine, Store, export, sharing};
use crate::protocol::{ExportWish, MadeFile, Make, Response};

/// How large a part of a file is before it is sent, in bytes.
const A_PART: usize = 1 << 20;

/// Takes what is written, for whoever sends it. Clones write into the same.
#[derive(Clone, Debug, Default)]
pub(super) struct Sink(Rc<RefCell<Vec<u8>>>);

impl Sink {
    /// How much was written and not taken, in bytes.
    pub(super) fn len(&self) -> usize {
        self.0.borrow().len()
    }

    /// Takes what was written since it was last taken.
    pub(super) fn take(&self) -> Vec<u8> {
        self.0.take()
    }
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A file that is made step by step.
pub(super) trait Making: fmt::Debug {
    /// Makes a slice of it, a few milliseconds long. Gives what it is when it is whole.
    fn step(&mut self, store: &Store) -> io::Result<Option<MadeFile>>;

    /// How much is done, and of how much.
    fn progress(&self) -> (u32, u32);

    /// Where it is written to.
    fn sink(&self) -> &Sink;
}

/// The file under way.
#[derive(Debug)]
pub(super) struct Under {
    seq: u32,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    /// It is being made.
    Making(Box<dyn Making>),
    /// All parts were sent.
    Made(MadeFile),
}

impl Engine {
    /// Begins a file; one that is under way is given up. Answers at once where there is nothing to
    /// make it of.
    pub(super) fn begin_making(&mut self, seq: u32, what: Make) -> Option<Response> {
        self.making = None;
        let making: Result<Box<dyn Making>, String> = match what {
            Make::Export(wish) => export::begin(self, &wish).map(|export| Box::new(export) as _),
            // Whoever has the files makes it.
            Make::Backup => return None,
            Make::Page(wish) => sharing::begin(self, wish).map(|page| Box::new(page) as _),
        };
        match making {
            Ok(making) => {
                let stage = Stage::Making(making);
                self.making = Some(Under { seq, stage });
                None
            }
            Err(why) => Some(made(seq, Err(why))),
        }
    }

    /// The file under way is given up.
    pub(super) fn stop_making(&mut self) -> Option<Response> {
        self.making = None;
        None
    }

    /// Makes a slice of the file under way and says how far it is, with a part of it where that is
    /// large enough, or the last.
    pub(super) fn make_on(&mut self) -> Option<Response> {
        let Under { seq, stage } = self.making.take()?;
        let mut making = match stage {
            Stage::Making(making) => making,
            Stage::Made(file) => return Some(made(seq, Ok(file))),
        };
        let file = match making.step(&self.store) {
            Ok(file) => file,
            Err(error) => return Some(made(seq, Err(error.to_string()))),
        };
        let (done, total) = making.progress();
        let sink = making.sink();
        let bytes = if file.is_some() || sink.len() >= A_PART {
            sink.take()
        } else {
            Vec::new()
        };
        let stage = file.map_or(Stage::Making(making), Stage::Made);
        self.making = Some(Under { seq, stage });
        Some(Response::Making {
            seq,
            done,
            total,
            bytes,
        })
    }

    /// At most so many papers as text, at once.
    pub(super) fn write(&mut self, seq: u32, wish: &ExportWish, most: u32) -> Response {
        let outcome = export::begin(self, wish).and_then(|export| {
            export
                .text(&self.store, most)
                .map_err(|error| error.to_string())
        });
        Response::Written { seq, outcome }
    }
}

fn made(seq: u32, outcome: Result<MadeFile, String>) -> Response {
    Response::Made { seq, outcome }
}
