//! Writes a zip archive as it comes: what is written is never gone back to, so that the bytes may
//! be handed on while the rest is made.
//!
//! After PKWARE's APPNOTE 6.3, with its 64-bit record for archives of more than 65,535 files. Sizes
//! beyond 4 GiB, which readers differ on, are refused. All files have the same time, the first
//! that the format knows: what is exported twice is the same bytes. Names are UTF-8 and stand as
//! they are given: whoever names files sees to it that a name is safe and stands once.

use std::io::{self, Write};

use flate2::{Compress, Compression, Crc, FlushCompress, Status};

/// How a file is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packing {
    /// Not at all: for what is packed already.
    Stored,
    /// Deflate.
    Deflated,
}

const LOCAL: u32 = 0x0403_4b50;
const DESCRIPTOR: u32 = 0x0807_4b50;
const CENTRAL: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;
const END_64: u32 = 0x0606_4b50;
const LOCATOR_64: u32 = 0x0706_4b50;
/// What a reader must know of the format: 2.0, for deflate; 4.5, for the 64-bit record.
const VERSION: u16 = 20;
const VERSION_64: u16 = 45;
/// Made on Unix, as this version: whoever unpacks sees to the files' permissions.
const MADE_BY: u16 = (3 << 8) | VERSION;
/// A file that its owner writes and all read, as Unix has it, in the upper half.
const PERMISSIONS: u32 = 0o100_644 << 16;
/// The name is UTF-8.
const UTF_8: u16 = 1 << 11;
/// Checksum and sizes stand behind the bytes.
const SIZES_BEHIND: u16 = 1 << 3;
/// The first day of 1980, midnight.
const DAY: u16 = (1 << 5) | 1;
/// The largest size and place: the next number says that it stands elsewhere.
const MAX: u64 = u32::MAX as u64 - 1;
/// How many bytes are packed between two writes.
const STEP: usize = 1 << 15;

/// An archive that is being written.
///
/// Behind an error it is unfinished for good. As a [`Write`] it takes the bytes of the file that
/// was [begun](Self::begin).
#[derive(Debug)]
pub struct Zip<W> {
    out: W,
    /// How many bytes were written.
    at: u64,
    /// The rows of the directory, which ends the archive.
    directory: Vec<u8>,
    count: u64,
    packer: Compress,
    /// Room for packed bytes.
    packed: Vec<u8>,
    open: Option<File>,
}

/// A file of the archive.
#[derive(Debug)]
struct File {
    name: String,
    packing: Packing,
    flags: u16,
    /// Where its header starts.
    start: u64,
    crc: Crc,
    size: u64,
    packed: u64,
}

impl File {
    /// The part that local header and directory have in common, from the version on.
    fn facts(&self) -> io::Result<Vec<u8>> {
        let method: u16 = match self.packing {
            Packing::Stored => 0,
            Packing::Deflated => 8,
        };
        let name = u16::try_from(self.name.len())
            .map_err(|_| io::Error::other("a name in an archive has at most 65,535 bytes"))?;
        let mut facts = Vec::with_capacity(26);
        for half in [VERSION, self.flags, method, 0, DAY] {
            facts.extend(half.to_le_bytes());
        }
        facts.extend(self.sizes()?);
        facts.extend(name.to_le_bytes());
        facts.extend([0, 0]);
        Ok(facts)
    }

    /// Checksum, packed size and size.
    fn sizes(&self) -> io::Result<Vec<u8>> {
        let numbers = [self.crc.sum(), small(self.packed)?, small(self.size)?];
        Ok(numbers.into_iter().flat_map(u32::to_le_bytes).collect())
    }
}

/// A size or a place in four bytes.
fn small(size: u64) -> io::Result<u32> {
    let fits = Some(size).filter(|size| *size <= MAX);
    let narrow = fits.and_then(|size| u32::try_from(size).ok());
    narrow.ok_or_else(|| io::Error::other("an archive has at most 4 GiB; make it of fewer files"))
}

impl<W: Write> Zip<W> {
    /// Starts an archive.
    pub fn new(out: W) -> Self {
        Self {
            out,
            at: 0,
            directory: Vec::new(),
            count: 0,
            packer: Compress::new(Compression::default(), false),
            packed: Vec::new(),
            open: None,
        }
    }

    /// Adds a file whose bytes are all there. Where packing makes them no fewer they are stored.
    ///
    /// Fails where the archive becomes larger than 4 GiB, where the name has more than 65,535
    /// bytes, and as writing does.
    pub fn add(&mut self, name: &str, bytes: &[u8], packing: Packing) -> io::Result<()> {
        self.end()?;
        let mut file = self.file(name, packing, UTF_8)?;
        file.crc.update(bytes);
        file.size = bytes.len() as u64;
        let mut packed = std::mem::take(&mut self.packed);
        packed.clear();
        let mut content = bytes;
        if packing == Packing::Deflated {
            self.packer.reset();
            pack(
                &mut self.packer,
                bytes,
                FlushCompress::Finish,
                &mut packed,
                |_| Ok(()),
            )?;
            if packed.len() < bytes.len() {
                content = &packed;
            } else {
                file.packing = Packing::Stored;
            }
        }
        file.packed = content.len() as u64;
        self.header(&file)?;
        self.put(content)?;
        self.packed = packed;
        self.enter(&file)
    }

    /// Begins a file whose bytes are written as they come, and ends the one before.
    ///
    /// Its sizes stand behind its bytes. Programs that read an archive from its front, and not by
    /// its directory, find the end of such a file only where it is deflated.
    pub fn begin(&mut self, name: &str, packing: Packing) -> io::Result<()> {
        self.end()?;
        let file = self.file(name, packing, UTF_8 | SIZES_BEHIND)?;
        self.packer.reset();
        self.header(&file)?;
        self.open = Some(file);
        Ok(())
    }

    /// Ends the file that was begun, if one is open.
    pub fn end(&mut self) -> io::Result<()> {
        let Some(mut file) = self.open.take() else {
            return Ok(());
        };
        if file.packing == Packing::Deflated {
            file.packed += self.deflate(&[], FlushCompress::Finish)?;
        }
        let sizes = file.sizes()?;
        self.put(&DESCRIPTOR.to_le_bytes())?;
        self.put(&sizes)?;
        self.enter(&file)
    }

    /// What is written to; what stands there may be taken out.
    pub fn get_mut(&mut self) -> &mut W {
        &mut self.out
    }

    /// Ends the archive.
    pub fn finish(mut self) -> io::Result<W> {
        self.end()?;
        let start = self.at;
        let directory = std::mem::take(&mut self.directory);
        self.put(&directory)?;
        let (length, end) = (directory.len() as u64, self.at);
        let count = u16::try_from(self.count).ok().filter(|n| *n < u16::MAX);
        let mut tail = Vec::new();
        if count.is_none() {
            tail.extend(END_64.to_le_bytes());
            // How long the rest of the record is.
            tail.extend(44_u64.to_le_bytes());
            for version in [VERSION_64, VERSION_64] {
                tail.extend(version.to_le_bytes());
            }
            // Of one disk this is the first.
            tail.extend([0; 8]);
            for number in [self.count, self.count, length, start] {
                tail.extend(number.to_le_bytes());
            }
            tail.extend(LOCATOR_64.to_le_bytes());
            tail.extend([0; 4]);
            tail.extend(end.to_le_bytes());
            tail.extend(1_u32.to_le_bytes());
        }
        tail.extend(END.to_le_bytes());
        tail.extend([0; 4]);
        for _ in 0..2 {
            tail.extend(count.unwrap_or(u16::MAX).to_le_bytes());
        }
        for number in [length, start] {
            tail.extend(small(number)?.to_le_bytes());
        }
        tail.extend([0; 2]);
        self.put(&tail)?;
        Ok(self.out)
    }

    fn file(&self, name: &str, packing: Packing, flags: u16) -> io::Result<File> {
        small(self.at)?;
        Ok(File {
            name: name.to_owned(),
            packing,
            flags,
            start: self.at,
            crc: Crc::new(),
            size: 0,
            packed: 0,
        })
    }

    fn header(&mut self, file: &File) -> io::Result<()> {
        self.put(&LOCAL.to_le_bytes())?;
        self.put(&file.facts()?)?;
        self.put(file.name.as_bytes())
    }

    /// A row of the directory.
    fn enter(&mut self, file: &File) -> io::Result<()> {
        let row = &mut self.directory;
        row.extend(CENTRAL.to_le_bytes());
        row.extend(MADE_BY.to_le_bytes());
        row.extend(file.facts()?);
        // No comment, the first disk, no kind of content.
        row.extend([0; 6]);
        row.extend(PERMISSIONS.to_le_bytes());
        row.extend(small(file.start)?.to_le_bytes());
        row.extend(file.name.as_bytes());
        self.count += 1;
        Ok(())
    }

    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(bytes)?;
        self.at += bytes.len() as u64;
        Ok(())
    }

    /// Packs bytes of the open file and writes what is ready; gives how many bytes that are.
    fn deflate(&mut self, bytes: &[u8], flush: FlushCompress) -> io::Result<u64> {
        let mut packed = std::mem::take(&mut self.packed);
        packed.clear();
        let before = self.at;
        let (out, at) = (&mut self.out, &mut self.at);
        pack(&mut self.packer, bytes, flush, &mut packed, |packed| {
            out.write_all(packed)?;
            *at += packed.len() as u64;
            packed.clear();
            Ok(())
        })?;
        self.packed = packed;
        Ok(self.at - before)
    }
}

impl<W: Write> Write for Zip<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let Some(mut file) = self.open.take() else {
            return Err(io::Error::other("no file of the archive was begun"));
        };
        file.crc.update(bytes);
        file.size += bytes.len() as u64;
        file.packed += match file.packing {
            Packing::Stored => {
                self.put(bytes)?;
                bytes.len() as u64
            }
            Packing::Deflated => self.deflate(bytes, FlushCompress::None)?,
        };
        self.open = Some(file);
        Ok(bytes.len())
    }

    /// Hands on what is packed; the packer keeps back what may pack better with more.
    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Packs all bytes, and says after each step that something may be ready.
fn pack(
    packer: &mut Compress,
    mut bytes: &[u8],
    flush: FlushCompress,
    packed: &mut Vec<u8>,
    mut ready: impl FnMut(&mut Vec<u8>) -> io::Result<()>,
) -> io::Result<()> {
    loop {
        packed.reserve(STEP);
        let before = packer.total_in();
        let status = packer.compress_vec(bytes, packed, flush)?;
        let read = usize::try_from(packer.total_in() - before).unwrap_or(usize::MAX);
        bytes = bytes.get(read..).unwrap_or_default();
        ready(packed)?;
        let finishes = matches!(flush, FlushCompress::Finish);
        if status == Status::StreamEnd || (bytes.is_empty() && !finishes) {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests;
