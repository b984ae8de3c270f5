//! Archives: `.gz` and `.zip`, and mail, also in one another → the files inside, a piece at a time.
//!
//! An archive is a stranger's, and a few bytes of it can be made to unpack to anything. What bounds
//! the work, whatever the bytes are:
//!
//! - A step reads and writes at most [`STEP`] bytes, or a message, and what costs time without
//!   bytes counts as some.
//! - No part of an archive is unpacked twice: files whose bytes together are more than the archive
//!   share some, as nobody's do but those of bombs, and end it. So an archive by itself unpacks to
//!   no more than deflate can pack.
//! - Archives stand in archives [`MAX_DEPTH`] deep, and all that is unpacked of one file together
//!   is not more than [`MAX_SUM`].
//!
//! [`member`] unpacks one file of an archive, [`gzip`] what gzip puts around it, [`zip`] reads the
//! directory of a zip archive, and [`open`] goes from file to file. [`members`] gives the files as
//! they are, and no digests.

mod document;
mod gzip;
mod member;
mod members;
mod open;
mod zip;

pub(super) use self::document::document;
use self::gzip::Gzip;
use self::member::{Member, Packed, Piece};
pub use self::members::{Members, Most, Unpacking};
use self::open::Archive;
use self::zip::Directory;
use super::intake::Content;
use super::message::{self, Messages};

/// What one step reads and what it writes at most, in bytes: a few milliseconds' work. A message of
/// mail alone is read whole, however long it is.
const STEP: usize = 1 << 18;
/// What it costs to begin a gzip member or to look at an entry of a directory, as bytes of a step:
/// a file may have millions of either and hardly a byte in them.
const BEGINNING: usize = 1 << 10;
/// What all files of an archive and of those in it may unpack to, in bytes: as many as wasm can
/// address. Of papers that are so long as text it can hold less than half, and unpacking so much
/// takes a quarter of a minute.
const MAX_SUM: u64 = 4 << 30;
/// What any archive may unpack to, however small it is, in bytes.
const FREE_SUM: u64 = 64 << 20;
/// How deep archives may stand in archives.
const MAX_DEPTH: usize = 3;
/// Of how many files of an archive is said one by one why they cannot be unpacked; the others are
/// counted. A directory of nothing but damage would otherwise take more memory for what is said of
/// it than for itself.
const MAX_TOLD: usize = 1000;
/// Deflate packs 258 bytes into two bits at best.
const BEST_RATIO: u64 = 1032;

/// How the bytes of a file are packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packing {
    /// Not at all.
    Plain,
    /// One file, gzipped.
    Gzip,
    /// Many files in a zip archive.
    Zip,
    /// Not at all, but in messages of mail whose text is encoded, quoted or one of several parts.
    Messages,
}

impl Packing {
    /// Goes by the bytes, whatever the name says. What is an archive only in how it is stored, as
    /// documents of office programs are, is not unpacked.
    pub fn of(bytes: &[u8]) -> Self {
        match Self::by_magic(bytes) {
            Self::Plain if message::is_envelope(bytes) => Self::Messages,
            packing => packing,
        }
    }

    /// The same without a look for messages.
    pub(super) fn by_magic(bytes: &[u8]) -> Self {
        match bytes {
            [0x1f, 0x8b, ..] => Self::Gzip,
            [b'P', b'K', 3, 4, ..] if document(bytes).is_some() => Self::Plain,
            [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => Self::Zip,
            _ => Self::Plain,
        }
    }
}

/// What one step of unpacking gave.
#[derive(Debug, PartialEq, Eq)]
pub enum Unpacked {
    /// There is more to do.
    More,
    /// A file is complete. It is no archive.
    Member {
        /// Its name, with the archive's before it.
        name: String,
        /// What it holds.
        content: Content,
    },
    /// A file cannot be unpacked.
    Damaged {
        /// Its name, with the archive's before it.
        name: String,
        /// Why, for a person.
        message: String,
    },
    /// Nothing is left.
    Done,
}

/// An archive being unpacked, and those inside of it.
#[derive(Debug)]
pub struct Unpacker {
    name: String,
    /// The archives that are open, the innermost last.
    open: Vec<Archive>,
    /// The file that is being unpacked out of the innermost.
    member: Option<Member>,
    /// What the last step unpacked of it.
    piece: Piece,
    /// How many bytes may be unpacked, and how many of these are left.
    allowed: u64,
    left: u64,
    /// What is to be told next.
    said: Option<Unpacked>,
    /// How many files cannot be unpacked.
    damaged: usize,
}

impl Unpacker {
    /// Starts to unpack a file whose [`Packing`] is not plain.
    pub fn new(name: &str, bytes: Vec<u8>, packing: Packing) -> Self {
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let allowed = size.saturating_mul(BEST_RATIO).clamp(FREE_SUM, MAX_SUM);
        let mut unpacker = Self {
            name: name.to_owned(),
            open: Vec::new(),
            member: None,
            piece: Piece::default(),
            allowed,
            left: allowed,
            said: None,
            damaged: 0,
        };
        if let Err((name, message)) = unpacker.begin(name.to_owned(), bytes, packing) {
            unpacker.said = Some(unpacker.damage(name, message));
        }
        unpacker
    }

    /// Unpacks on, at most about 256 KiB.
    pub fn step(&mut self) -> Unpacked {
        if let Some(said) = self.said.take() {
            return said;
        }
        let Some(archive) = self.open.last_mut() else {
            return self.sum_up();
        };
        if let Some(member) = &mut self.member {
            return match member.unpack_on(archive.bytes(), &mut self.piece) {
                Ok(more) => self.count(more),
                Err(message) => {
                    let name = member.take_name();
                    self.member = None;
                    self.damage(name, message)
                }
            };
        }
        let mut budget = STEP;
        while let Some(rest) = budget.checked_sub(BEGINNING) {
            budget = rest;
            match archive.next() {
                Some(Ok(None)) if archive.has_messages() => break,
                Some(Ok(None)) => {}
                Some(Ok(member)) => {
                    self.member = member;
                    break;
                }
                Some(Err((name, message))) => return self.damage(name, message),
                None => {
                    self.open.pop();
                    break;
                }
            }
        }
        Unpacked::More
    }

    /// Counts what a file gave, which may be all of it.
    fn count(&mut self, more: bool) -> Unpacked {
        let Some(member) = &mut self.member else {
            return Unpacked::More;
        };
        let size = self.piece.len().saturating_add(member.ready_len());
        let size = u64::try_from(size).unwrap_or(u64::MAX);
        let Some(left) = self.left.checked_sub(size) else {
            let name = member.take_name();
            let most = self.allowed >> 20;
            self.member = None;
            self.open.clear();
            let message = format!(
                "with it, what is unpacked of {} comes to more than {most} MiB, which is more than \
                 is read of one archive; this file and what follows it are left out. Unpack it and \
                 add its parts",
                self.name
            );
            return self.damage(name, message);
        };
        self.left = left;
        if more {
            return Unpacked::More;
        }
        let Some(member) = self.member.take() else {
            return Unpacked::More;
        };
        // The text of a message is no message, though it has headers.
        let packing_of = if member.is_ready() {
            Packing::by_magic
        } else {
            Packing::of
        };
        let (name, content) = member.finish();
        match packing_of(content.as_bytes()) {
            Packing::Plain => Unpacked::Member { name, content },
            _ if self.open.len() >= MAX_DEPTH => {
                let message =
                    format!("it is an archive inside {MAX_DEPTH} others; unpack it first");
                self.damage(name, message)
            }
            packing => match self.begin(name, content.into_bytes(), packing) {
                Ok(()) => Unpacked::More,
                Err((name, message)) => self.damage(name, message),
            },
        }
    }

    /// Opens an archive. The error tells why it cannot be.
    fn begin(&mut self, name: String, bytes: Vec<u8>, packing: Packing) -> Result<(), Flaw> {
        let directory = match packing {
            Packing::Zip => match Directory::find(&bytes) {
                None => {
                    let message = format!(
                        "the zip archive cannot be read: its directory is missing, which stands at \
                         its end. It is cut short after {} bytes; get it anew",
                        bytes.len()
                    );
                    return Err((name, message));
                }
                found => found,
            },
            _ => None,
        };
        if packing == Packing::Messages {
            let messages = Some(Messages::default());
            self.open.push(Archive::new(name, bytes, None, messages));
            return Ok(());
        }
        if directory.is_none() {
            let inner = name.strip_suffix(".gz").unwrap_or(&name).to_owned();
            let packed = Packed::Gzipped(Gzip::default());
            let promised = gzip::promise(&bytes);
            self.member = Some(Member::new(inner, packed, promised, bytes.len())?);
        }
        self.open.push(Archive::new(name, bytes, directory, None));
        Ok(())
    }

    /// Tells of a file that cannot be unpacked, or counts it where many were told of.
    fn damage(&mut self, name: String, message: String) -> Unpacked {
        self.damaged += 1;
        if self.damaged > MAX_TOLD {
            return Unpacked::More;
        }
        Unpacked::Damaged { name, message }
    }

    /// All is unpacked: what was only counted is told.
    fn sum_up(&mut self) -> Unpacked {
        let untold = std::mem::take(&mut self.damaged).saturating_sub(MAX_TOLD);
        if untold == 0 {
            return Unpacked::Done;
        }
        Unpacked::Damaged {
            name: self.name.clone(),
            message: format!("{untold} more of its files cannot be unpacked"),
        }
    }
}

/// The name of a file that cannot be unpacked, and why.
type Flaw = (String, String);

#[cfg(test)]
mod tests;
