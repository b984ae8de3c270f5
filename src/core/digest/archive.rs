//! Archives: `.gz` and `.zip`, also in one another → the files inside, a piece at a time.
//!
//! An archive is a stranger's, and a few bytes of it can be made to unpack to anything. What bounds the work, whatever the bytes are:
//!
//! - A step reads and writes at most [`STEP`] bytes, and what costs time without bytes counts as some.
//! - No part of an archive is unpacked twice: files whose bytes together are more than the archive share some, as nobody's do but those of bombs, and end
//!   it. So an archive by itself unpacks to no more than deflate can pack.
//! - Archives stand in archives [`MAX_DEPTH`] deep, and all that is unpacked of one file together is not more than [`MAX_SUM`].
#![warn(clippy::indexing_slicing, clippy::string_slice)]

use std::ops::Range;

use flate2::{Crc, Decompress, FlushDecompress, Status};

use super::intake::{Content, Intake};
use super::zip::{self, Directory, Entry, Method};
use crate::core::visible;

/// What one step reads and what it writes at most, in bytes: a few milliseconds' work.
const STEP: usize = 1 << 18;
/// What it costs to begin a gzip member or to look at an entry of a directory, as bytes of a step: a file may have millions of either and hardly a byte in them.
const BEGINNING: usize = 1 << 10;
/// What one file may unpack to, in bytes. A larger one is refused: wasm has 4 GiB, and parsing wants its share.
const MAX_MEMBER: usize = 1 << 30;
/// What all files of an archive and of those in it may unpack to, in bytes: as many as wasm can address. Of papers that are so long as text it can hold less
/// than half, and unpacking so much takes a quarter of a minute.
const MAX_SUM: u64 = 4 << 30;
/// What any archive may unpack to, however small it is, in bytes.
const FREE_SUM: u64 = 64 << 20;
/// How deep archives may stand in archives.
const MAX_DEPTH: usize = 3;
/// Of how many files of an archive is said one by one why they cannot be unpacked; the others are counted. A directory of nothing but damage would otherwise
/// take more memory for what is said of it than for itself.
const MAX_TOLD: usize = 1000;
/// Deflate packs 258 bytes into two bits at best.
const BEST_RATIO: u64 = 1032;
/// Room is made at once for a file that promises to be so many times its packed size; a larger promise is believed when it is kept.
const USUAL_RATIO: u64 = 32;

/// How the bytes of a file are packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packing {
    /// Not at all.
    Plain,
    /// One file, gzipped.
    Gzip,
    /// Many files in a zip archive.
    Zip,
}

impl Packing {
    /// Goes by the first bytes, whatever the name says.
    pub fn of(bytes: &[u8]) -> Self {
        match bytes {
            [0x1f, 0x8b, ..] => Self::Gzip,
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

#[derive(Debug)]
struct Archive {
    name: String,
    bytes: Vec<u8>,
    /// `None` where all there is to it has begun: a gzip file is one file.
    directory: Option<Directory>,
    /// How many bytes before the directory no file has claimed.
    unclaimed: usize,
}

/// One compressed file.
struct Member {
    name: String,
    packed: Packed,
    intake: Intake,
    /// The checksum of what came since it was last begun.
    sum: Crc,
}

/// What one step unpacked. Its room is made once, for to fill it with zeros takes longer than to unpack a file of a few bytes.
#[derive(Debug)]
struct Piece {
    bytes: Vec<u8>,
    len: usize,
}

impl Default for Piece {
    fn default() -> Self {
        Self {
            bytes: vec![0; STEP],
            len: 0,
        }
    }
}

impl Piece {
    /// What was unpacked, from a place on.
    fn since(&self, at: usize) -> &[u8] {
        self.bytes.get(at..self.len).unwrap_or_default()
    }

    /// Where more can be unpacked to.
    fn room(&mut self) -> &mut [u8] {
        self.bytes.get_mut(self.len..).unwrap_or_default()
    }

    /// Takes as many bytes as there is room for, and says how many these are.
    fn copy(&mut self, bytes: &[u8]) -> usize {
        let room = self.room();
        let count = room.len().min(bytes.len());
        for (to, from) in room.iter_mut().zip(bytes) {
            *to = *from;
        }
        self.len += count;
        count
    }
}

/// Where in its archive the rest of a file is, and how it is packed.
enum Packed {
    /// As it is, with the checksum that it should have.
    Stored(Range<usize>, u32),
    /// By deflate, likewise.
    Deflated(Range<usize>, Decompress, u32),
    /// In gzip members, up to the end of the archive.
    Gzipped(Gzip),
}

impl std::fmt::Debug for Member {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Member")
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
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
            return match member.unpack_on(&archive.bytes, &mut self.piece) {
                Ok(more) => self.count(more),
                Err(message) => {
                    let name = std::mem::take(&mut member.name);
                    self.member = None;
                    self.damage(name, message)
                }
            };
        }
        let mut budget = STEP;
        while let Some(rest) = budget.checked_sub(BEGINNING) {
            budget = rest;
            match archive.next() {
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
        let size = u64::try_from(self.piece.len).unwrap_or(u64::MAX);
        let Some(left) = self.left.checked_sub(size) else {
            let name = std::mem::take(&mut member.name);
            let most = self.allowed >> 20;
            self.member = None;
            self.open.clear();
            let message = format!(
                "with it, what is unpacked of {} comes to more than {most} MiB, which is more than is read of one archive; this file and what follows it are left out. Unpack \
                 it and add its parts",
                self.name
            );
            return self.damage(name, message);
        };
        self.left = left;
        if more {
            return Unpacked::More;
        }
        let Some(Member { name, intake, .. }) = self.member.take() else {
            return Unpacked::More;
        };
        let content = intake.finish();
        match Packing::of(content.as_bytes()) {
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
                        "the zip archive cannot be read: its directory is missing, which stands at its end. It is cut short after {} bytes; get it anew",
                        bytes.len()
                    );
                    return Err((name, message));
                }
                found => found,
            },
            _ => None,
        };
        if directory.is_none() {
            let inner = name.strip_suffix(".gz").unwrap_or(&name).to_owned();
            let packed = Packed::Gzipped(Gzip {
                at: 0,
                inflate: Decompress::new(false),
                is_inside: false,
            });
            self.member = Some(Member::new(
                inner,
                packed,
                gzip_promise(&bytes),
                bytes.len(),
            )?);
        }
        self.open.push(Archive {
            name,
            bytes,
            // Files stand before their directory.
            unclaimed: directory.as_ref().map_or(0, Directory::at),
            directory,
        });
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

impl Archive {
    /// Opens the next file; `Ok(None)` where it is a folder or the operating system's own litter.
    fn next(&mut self) -> Option<Result<Option<Member>, Flaw>> {
        let entry = match self.directory.as_mut()?.next(&self.bytes)? {
            Ok(entry) => entry,
            Err(problem) => return Some(Err((self.name.clone(), problem))),
        };
        let mut parts = entry.name.split('/');
        let is_litter = parts.any(|part| part == "__MACOSX" || part.starts_with('.'));
        if entry.name.ends_with('/') || is_litter {
            return Some(Ok(None));
        }
        let name = visible::name(&format!("{}/{}", self.name, entry.name)).into_owned();
        Some(match self.claim(&entry) {
            Ok(packed) => {
                let size = usize::try_from(entry.packed).unwrap_or(usize::MAX);
                Member::new(name, packed, entry.unpacked, size).map(Some)
            }
            Err(message) => Err((name, message)),
        })
    }

    /// Where a file is, if nothing speaks against unpacking it.
    fn claim(&mut self, entry: &Entry) -> Result<Packed, String> {
        if entry.encrypted {
            return Err("it is encrypted; unpack it with its password first".to_owned());
        }
        let range = zip::packed(&self.bytes, entry)
            .ok_or("it is not where the directory of the archive says; the archive is damaged")?;
        let packed = match entry.method {
            Method::Stored => Packed::Stored(range.clone(), entry.crc),
            Method::Deflated => Packed::Deflated(range.clone(), Decompress::new(false), entry.crc),
            Method::Other(number) => {
                return Err(format!(
                    "its compression (method {number}) is not read; pack it with deflate"
                ));
            }
        };
        let Some(unclaimed) = self.unclaimed.checked_sub(range.len() + zip::LOCAL_SIZE) else {
            self.directory = None;
            return Err(
                "the files of the archive share their bytes, as they do in archives that are made to unpack to far more than anybody wants; this file and \
                 those that follow it in the archive are left out"
                    .to_owned(),
            );
        };
        self.unclaimed = unclaimed;
        Ok(packed)
    }
}

impl Member {
    /// A file of so many bytes, as its archive promises, that is packed in so many.
    fn new(name: String, packed: Packed, promised: u64, size: usize) -> Result<Self, Flaw> {
        let usual = u64::try_from(size)
            .unwrap_or(u64::MAX)
            .saturating_mul(USUAL_RATIO);
        let room = usize::try_from(promised.min(usual)).unwrap_or(usize::MAX);
        match Intake::with_capacity(room.min(MAX_MEMBER)) {
            Ok(intake) => Ok(Self {
                name,
                packed,
                intake,
                sum: Crc::new(),
            }),
            Err(_) => Err((
                name,
                "there is no memory for what is in it; unpack and split it".to_owned(),
            )),
        }
    }

    /// Unpacks a piece and says whether there may be more. The error is for a person.
    fn unpack_on(&mut self, archive: &[u8], piece: &mut Piece) -> Result<bool, String> {
        piece.len = 0;
        let more = match &mut self.packed {
            Packed::Stored(range, crc) => {
                let rest = archive.get(range.clone()).unwrap_or_default();
                range.start += piece.copy(rest);
                self.sum.update(piece.since(0));
                let more = range.start < range.end;
                more || checked(&self.sum, *crc)?
            }
            Packed::Deflated(range, inflate, crc) => {
                let mut at = range.start;
                let is_over = inflate_on(inflate, archive, &mut at, range.end, piece)?;
                range.start = at;
                self.sum.update(piece.since(0));
                !is_over || checked(&self.sum, *crc)?
            }
            Packed::Gzipped(gzip) => gzip.unpack_on(archive, piece, &mut self.sum)?,
        };
        self.intake.push(piece.since(0));
        if self.intake.len() > MAX_MEMBER {
            return Err("it unpacks to more than 1 GiB; unpack and split it".to_owned());
        }
        Ok(more)
    }
}

/// Compares the checksum of a file that is over. The error is for a person; there is no more.
fn checked(sum: &Crc, promised: u32) -> Result<bool, &'static str> {
    if sum.sum() == promised {
        Ok(false)
    } else {
        Err("its checksum is wrong: the archive is damaged")
    }
}

/// Unpacks deflated bytes from one place on and not beyond another, as far as the piece has room, and says whether they are over.
fn inflate_on(
    inflate: &mut Decompress,
    archive: &[u8],
    at: &mut usize,
    end: usize,
    piece: &mut Piece,
) -> Result<bool, String> {
    let stop = end.min(at.saturating_add(STEP));
    let input = archive.get(*at..stop).unwrap_or_default();
    let before = (inflate.total_in(), inflate.total_out());
    let status = inflate.decompress(input, piece.room(), FlushDecompress::None);
    let read = usize::try_from(inflate.total_in() - before.0).unwrap_or(usize::MAX);
    let written = usize::try_from(inflate.total_out() - before.1).unwrap_or(usize::MAX);
    piece.len = piece.len.saturating_add(written).min(STEP);
    *at = at.saturating_add(read).min(stop);
    match status {
        Ok(Status::StreamEnd) => Ok(true),
        Ok(_) if read > 0 || written > 0 => Ok(false),
        Ok(_) if stop == end => Err(cut_short(end)),
        Ok(_) | Err(_) => Err(format!(
            "it cannot be unpacked: it is damaged near byte {at} of its archive"
        )),
    }
}

fn cut_short(at: usize) -> String {
    format!("it cannot be unpacked: it is cut short at byte {at} of its archive; get it anew")
}

/// The gzip members (RFC 1952) that are left of a file.
struct Gzip {
    at: usize,
    inflate: Decompress,
    /// Whether a member has begun.
    is_inside: bool,
}

impl Gzip {
    /// Unpacks as much as a step allows and says whether there may be more. The error is for a person.
    fn unpack_on(
        &mut self,
        archive: &[u8],
        piece: &mut Piece,
        sum: &mut Crc,
    ) -> Result<bool, String> {
        let mut budget = STEP;
        while budget > 0 && piece.len < STEP {
            let (at, written) = (self.at, piece.len);
            if !self.is_inside {
                if !self.begin(archive)? {
                    return Ok(false);
                }
                sum.reset();
                budget = budget.saturating_sub(BEGINNING);
            }
            let end = archive.len();
            let is_over = inflate_on(&mut self.inflate, archive, &mut self.at, end, piece)?;
            let new = piece.since(written);
            sum.update(new);
            budget = budget.saturating_sub(self.at - at + new.len());
            if is_over {
                self.end(archive, sum)?;
            }
        }
        Ok(true)
    }

    /// Reads the head of the next member; `false` when there is none.
    fn begin(&mut self, archive: &[u8]) -> Result<bool, String> {
        let rest = archive.get(self.at..).unwrap_or_default();
        // Tapes and some programs fill the end up with zeros.
        if rest.iter().all(|b| *b == 0) {
            return Ok(false);
        }
        if !rest.starts_with(GZIP) {
            return Err(format!(
                "it cannot be unpacked: what stands from byte {} of it on is no gzip; it is damaged or something was added to it",
                self.at
            ));
        }
        self.at += head_len(rest).ok_or_else(|| cut_short(archive.len()))?;
        self.inflate.reset(false);
        self.is_inside = true;
        Ok(true)
    }

    /// Compares a member with what its end says of it.
    fn end(&mut self, archive: &[u8], sum: &Crc) -> Result<(), String> {
        let end = archive.get(self.at..).and_then(|rest| rest.first_chunk());
        let end: &[u8; 8] = end.ok_or_else(|| cut_short(archive.len()))?;
        let [crc @ .., _, _, _, _] = *end;
        self.at += end.len();
        self.is_inside = false;
        checked(sum, u32::from_le_bytes(crc))?;
        Ok(())
    }
}

/// What a gzip member that is deflated starts with.
const GZIP: &[u8] = &[0x1f, 0x8b, 8];

/// The size of a member's head; `None` where it is cut.
fn head_len(member: &[u8]) -> Option<usize> {
    let flags = *member.get(3)?;
    let has = |flag: u8| flags & (1 << flag) != 0;
    let mut at = 10;
    if has(2) {
        let size = member.get(at..)?.first_chunk()?;
        at += 2 + usize::from(u16::from_le_bytes(*size));
    }
    // Its name and a comment, each up to a zero.
    for _ in [3, 4].into_iter().filter(|flag| has(*flag)) {
        at += memchr::memchr(0, member.get(at..)?)? + 1;
    }
    if has(1) {
        at += 2;
    }
    Some(at)
}

/// The size that a gzip file promises at its end (ISIZE), which is that of its last member modulo 4 GiB.
fn gzip_promise(gzip: &[u8]) -> u64 {
    gzip.last_chunk()
        .map_or(0, |size| u64::from(u32::from_le_bytes(*size)))
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use ::zip::write::SimpleFileOptions;
    use ::zip::{CompressionMethod, ZipWriter};
    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;

    fn unpack(name: &str, bytes: Vec<u8>) -> Vec<Unpacked> {
        let packing = Packing::of(&bytes);
        let mut unpacker = Unpacker::new(name, bytes, packing);
        let mut seen = Vec::new();
        loop {
            match unpacker.step() {
                Unpacked::More => {}
                Unpacked::Done => return seen,
                other => seen.push(other),
            }
        }
    }

    fn gzip(content: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(content).unwrap();
        encoder.finish().unwrap()
    }

    fn zip(files: &[(&str, &[u8], CompressionMethod)]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content, method) in files {
            let options = SimpleFileOptions::default().compression_method(*method);
            writer.start_file(*name, options).unwrap();
            writer.write_all(content).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn place(bytes: &[u8], part: &[u8]) -> usize {
        let mut parts = bytes.windows(part.len());
        parts.position(|window| window == part).unwrap()
    }

    fn member(name: &str, bytes: &[u8]) -> Unpacked {
        Unpacked::Member {
            name: name.to_owned(),
            content: Content::Text(String::from_utf8(bytes.to_vec()).unwrap()),
        }
    }

    #[test]
    fn a_gzipped_file_comes_out_whole() {
        let content = b"# ArXiv\n".repeat(100_000);
        assert_eq!(
            unpack("day.md.gz", gzip(&content)),
            [member("day.md", &content)]
        );
        let mut twice = gzip(b"one ");
        twice.extend(gzip(b"two"));
        assert_eq!(unpack("d.gz", twice), [member("d", b"one two")]);
    }

    #[test]
    fn a_zip_gives_its_files_and_leaves_litter_out() {
        let bytes = zip(&[
            ("2026/a.md", b"first", CompressionMethod::Deflated),
            ("__MACOSX/a.md", b"litter", CompressionMethod::Stored),
            ("2026/.DS_Store", b"litter", CompressionMethod::Stored),
            ("b.md", b"second", CompressionMethod::Stored),
        ]);
        assert_eq!(
            unpack("year.zip", bytes),
            [
                member("year.zip/2026/a.md", b"first"),
                member("year.zip/b.md", b"second")
            ]
        );
    }

    #[track_caller]
    fn check_damage(name: &str, bytes: Vec<u8>, expected: &[(&str, &str)]) {
        let seen = unpack(name, bytes);
        let damaged: Vec<(&str, &str)> = seen
            .iter()
            .filter_map(|unpacked| match unpacked {
                Unpacked::Damaged { name, message } => Some((name.as_str(), message.as_str())),
                _ => None,
            })
            .collect();
        assert_eq!(damaged.len(), expected.len(), "{damaged:?}");
        for ((name, message), (expected_name, part)) in damaged.into_iter().zip(expected) {
            assert_eq!(name, *expected_name);
            assert!(message.contains(part), "{message}");
        }
    }

    #[test]
    fn damage_is_said_and_the_rest_comes_out() {
        let mut bytes = zip(&[
            ("a.md", b"first file", CompressionMethod::Stored),
            ("b.md", b"second", CompressionMethod::Stored),
        ]);
        let at = place(&bytes, b"first");
        bytes[at] = b'F';
        assert_eq!(
            unpack("z.zip", bytes.clone()).pop(),
            Some(member("z.zip/b.md", b"second"))
        );
        check_damage("z.zip", bytes, &[("z.zip/a.md", "checksum")]);
    }

    #[test]
    fn what_is_cut_short_says_where() {
        check_damage(
            "x.zip",
            b"PK\x03\x04 and then nothing".to_vec(),
            &[("x.zip", "cut short after 21 bytes")],
        );
        let whole = gzip(b"cut short by half, which is told");
        for len in [4, 12, 20, whole.len() - 8, whole.len() - 1] {
            let said = format!("cut short at byte {len} of its archive");
            check_damage("x.gz", whole[..len].to_vec(), &[("x", said.as_str())]);
        }
        let mut damaged = whole.clone();
        damaged[10] = 0xff;
        check_damage("x.gz", damaged, &[("x", "damaged near byte")]);
        let mut longer = whole.clone();
        longer.extend(b"more");
        let said = format!("from byte {} of it on is no gzip", whole.len());
        check_damage("x.gz", longer, &[("x", &said)]);
    }

    #[test]
    fn heads_and_padding_of_gzip_are_passed_over() {
        let mut bytes = vec![0x1f, 0x8b, 8, 0x1e, 0, 0, 0, 0, 0, 3];
        bytes.extend(b"\x02\x00xxname\0a comment\0hc");
        bytes.extend(&gzip(b"text")[10..]);
        bytes.extend([0; 700]);
        assert_eq!(unpack("a.gz", bytes), [member("a", b"text")]);
    }

    /// How many steps go before the first that gives something.
    fn steps(bytes: Vec<u8>) -> usize {
        let mut unpacker = Unpacker::new("x.gz", bytes, Packing::Gzip);
        let mut steps = 0;
        while unpacker.step() == Unpacked::More {
            steps += 1;
        }
        steps
    }

    #[test]
    fn what_has_no_bytes_comes_in_many_steps_too() {
        assert!(steps(gzip(b"").repeat(10_000)) >= 10_000 * BEGINNING / STEP);
        // Blocks of deflate without a byte in them.
        let mut bytes = gzip(b"")[..10].to_vec();
        bytes.extend([0, 0, 0, 0xff, 0xff].repeat(4 * STEP));
        assert!(steps(bytes) >= 20);
    }

    #[test]
    fn archives_stand_in_archives() {
        let stored = CompressionMethod::Stored;
        let inner = zip(&[("b.md.gz", &gzip(b"text"), stored), ("c.md", b"c", stored)]);
        let outer = zip(&[("a.zip", &inner, stored), ("d.md", b"d", stored)]);
        assert_eq!(
            unpack("o.zip", outer),
            [
                member("o.zip/a.zip/b.md", b"text"),
                member("o.zip/a.zip/c.md", b"c"),
                member("o.zip/d.md", b"d"),
            ]
        );
        let mut deep = b"text".to_vec();
        for _ in 0..4 {
            deep = gzip(&deep);
        }
        check_damage("x.gz.gz.gz.gz", deep, &[("x.gz", "inside 3 others")]);
    }

    #[test]
    fn all_of_an_archive_together_is_bounded() {
        let zeros = gzip(&vec![b'\n'; usize::try_from(FREE_SUM).unwrap() * 3 / 4]);
        let stored = CompressionMethod::Deflated;
        let files = [("a.gz", &zeros[..], stored), ("b.gz", &zeros[..], stored)];
        let bytes = zip(&files);
        let seen = unpack("bomb.zip", bytes.clone());
        assert!(matches!(&seen[0], Unpacked::Member { name, .. } if name == "bomb.zip/a"));
        check_damage("bomb.zip", bytes, &[("bomb.zip/b", "more than 64 MiB")]);
    }

    /// A zip archive whose files are all the first one's bytes.
    fn overlapping(files: usize) -> Vec<u8> {
        let name = |at: usize| format!("{at:05}.md");
        let names: Vec<String> = (0..files).map(name).collect();
        let all: Vec<_> = names
            .iter()
            .map(|name| (name.as_str(), &b"text"[..], CompressionMethod::Stored))
            .collect();
        let mut bytes = zip(&all);
        let directory = place(&bytes, b"PK\x01\x02");
        for at in 0..files {
            let entry = directory + at * (46 + 8);
            bytes[entry + 42..entry + 46].fill(0);
        }
        let mut shared = bytes[..30 + 8 + 4].to_vec();
        shared.extend(&bytes[directory..]);
        let end = shared.len() - 6;
        shared[end..end + 4].copy_from_slice(&42_u32.to_le_bytes());
        shared
    }

    #[test]
    fn files_that_share_bytes_end_their_archive() {
        let seen = unpack("o.zip", overlapping(1));
        assert_eq!(seen, [member("o.zip/00000.md", b"text")]);
        let seen = unpack("o.zip", overlapping(500));
        assert_eq!(seen.len(), 2);
        check_damage(
            "o.zip",
            overlapping(2),
            &[("o.zip/00001.md", "share their bytes")],
        );
    }

    #[test]
    fn of_much_damage_the_rest_is_counted() {
        let names: Vec<String> = (0..1500).map(|at| format!("{at}.md")).collect();
        let all: Vec<_> = names
            .iter()
            .map(|name| (name.as_str(), &b"text"[..], CompressionMethod::Stored))
            .collect();
        let mut bytes = zip(&all);
        while let Some(at) = bytes.windows(4).position(|bytes| bytes == b"text") {
            bytes[at] = b'T';
        }
        let seen = unpack("z.zip", bytes);
        assert_eq!(seen.len(), MAX_TOLD + 1);
        assert!(
            matches!(&seen[MAX_TOLD], Unpacked::Damaged { name, message }
            if name == "z.zip" && message.starts_with("500 more"))
        );
    }

    #[test]
    fn the_right_end_record_is_found() {
        let files = [
            ("a.md", &b"first"[..], CompressionMethod::Stored),
            (
                "b.md",
                &b"see PK\x05\x06 in the data, and so on to a record's length"[..],
                CompressionMethod::Stored,
            ),
        ];
        let whole = zip(&files);
        let expected = unpack("z.zip", whole.clone());
        assert_eq!(expected.len(), 2);
        for comment in [
            &b"PK\x05\x06"[..],
            b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
            b"see PK\x05\x06\0\0\0\0\x01\0\x01\0\x10\0\0\0\x20\0\0\0\x02\0xx",
            &b"PK\x05\x06".repeat(16_000),
        ] {
            let mut bytes = whole.clone();
            let len = u16::try_from(comment.len()).unwrap();
            let at = bytes.len() - 2;
            bytes[at..].copy_from_slice(&len.to_le_bytes());
            bytes.extend(comment);
            assert_eq!(unpack("z.zip", bytes), expected);
        }
        // Bytes behind and before the archive.
        let mut longer = whole.clone();
        longer.extend(b"\0\0PK\x05\x06 and more");
        assert_eq!(unpack("z.zip", longer), expected);
        let mut behind = zip(&files[..1]);
        behind.extend(&whole);
        assert_eq!(unpack("z.zip", behind), expected);
    }

    #[test]
    fn more_files_come_out_than_sixteen_bits_count() {
        let files: Vec<_> = (0..66_000).map(|at| format!("{at}")).collect();
        let all: Vec<_> = files
            .iter()
            .map(|name| (name.as_str(), &b""[..], CompressionMethod::Stored))
            .collect();
        // With a 64-bit record, and as programs write it that know none.
        let wide = zip(&all);
        let narrow = |files: usize| {
            let mut bytes = wide.clone();
            let end = bytes.len() - 22;
            let record = end - 20 - 56;
            let size = bytes[record + 40..record + 44].to_vec();
            let start = bytes[record + 48..record + 52].to_vec();
            bytes[end + 12..end + 16].copy_from_slice(&size);
            bytes[end + 16..end + 20].copy_from_slice(&start);
            let count = u16::try_from(files % 65_536).unwrap().to_le_bytes();
            bytes[end + 8..end + 10].copy_from_slice(&count);
            bytes[end + 10..end + 12].copy_from_slice(&count);
            bytes.drain(record..end);
            bytes
        };
        assert_eq!(unpack("z.zip", wide.clone()).len(), 66_000);
        assert_eq!(unpack("z.zip", narrow(66_000)).len(), 66_000);
        let seen = unpack("z.zip", narrow(66_001));
        assert!(
            matches!(&seen[66_000], Unpacked::Damaged { message, .. } if message.contains("says that it has"))
        );
        // As many as fit just so.
        let bytes = zip(&all[..65_535]);
        assert_eq!(unpack("z.zip", bytes).len(), 65_535);
    }

    #[test]
    fn names_do_nothing() {
        let stored = CompressionMethod::Stored;
        let bytes = zip(&[("\u{1b}[31mred\n.md", b"x", stored)]);
        assert_eq!(
            unpack("z.zip", bytes),
            [member("z.zip/\u{fffd}[31mred\u{fffd}.md", b"x")]
        );
    }
}
