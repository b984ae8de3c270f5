//! The directory of a zip archive: where its files lie and how they are packed.
//!
//! Only what reading needs, after PKWARE's APPNOTE 6.3 with the 64-bit extension: the worker has a
//! budget, and a general library costs it sixty kilobytes. Packed bytes are unpacked by `flate2`.

use std::ops::Range;

use memchr::memmem;

use crate::core::digest::charset;

/// How a file in the archive is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Method {
    /// Not at all.
    Stored,
    /// Deflate.
    Deflated,
    /// In a way that is not read.
    Other(u16),
}

/// One file of the archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DirectoryRow {
    /// Its path with forward slashes; a folder's ends in one.
    pub name: String,
    /// Whether it needs a password.
    encrypted: bool,
    /// How it is packed.
    method: Method,
    /// The CRC-32 of its unpacked bytes.
    pub crc: u32,
    /// Its size packed, in bytes.
    pub packed: u64,
    /// The size that it is said to have unpacked, in bytes.
    pub unpacked: u64,
    /// Where its local header starts.
    header: u64,
}

const END: &[u8] = b"PK\x05\x06";
const END_64: &[u8] = b"PK\x06\x06";
const LOCATOR_64: &[u8] = b"PK\x06\x07";
const CENTRAL: &[u8] = b"PK\x01\x02";
const LOCAL: &[u8] = b"PK\x03\x04";
/// The size of a local header without its name and extra fields.
const LOCAL_SIZE: usize = 30;
const LOCATOR_64_SIZE: usize = 20;
/// The size that the 64-bit end record has in practice.
const END_64_SIZE: usize = 56;
/// The end record's size without its comment, and the longest comment.
const END_SIZE: usize = 22;
const MAX_COMMENT: usize = u16::MAX as usize;
/// The extra field that holds what does not fit into 32 bits.
const EXTRA_64: u16 = 1;
/// The extra field that holds the name in UTF-8, behind a version and a checksum.
const EXTRA_NAME: u16 = 0x7075;
/// The flag of names in UTF-8; without it they are in whatever encoding the machine had.
const UTF_8_NAME: u16 = 1 << 11;

/// The directory, read entry by entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Directory {
    /// Where the next entry starts.
    at: usize,
    /// Where the directory ends.
    end: usize,
    /// How many entries it says it has; the lower 16 bits count, for many programs write no more.
    count: u64,
    /// How many entries were read.
    seen: u64,
    /// How many bytes stand before the archive, which its places do not count.
    shift: u64,
}

impl Directory {
    /// Finds the directory of an archive.
    ///
    /// Its place stands in the end record, the last thing in the file but for a comment. The
    /// signature of that record may stand in the comment too, or in a file that is not packed: the
    /// right one is the last whose comment reaches the file's end and whose directory is where it
    /// says. Where bytes were added to the archive there is none such, and the comment does not
    /// count. At most 64 KiB are looked through, and each place that may be right costs the same.
    pub(super) fn find(bytes: &[u8]) -> Option<Self> {
        let earliest = bytes.len().saturating_sub(END_SIZE + MAX_COMMENT);
        let tail = bytes.get(earliest..)?;
        let found = |is_whole: bool| {
            memmem::rfind_iter(tail, END)
                .filter(|at| !is_whole || ends_the_file(tail, *at))
                .find_map(|at| Self::of(bytes, earliest + at))
        };
        found(true).or_else(|| found(false))
    }

    /// The directory that an end record at this place tells of.
    fn of(bytes: &[u8], at: usize) -> Option<Self> {
        let record = Bytes(bytes.get(at..)?);
        let mut count = u64::from(record.u16(10)?);
        let mut size = u64::from(record.u32(12)?);
        let mut offset = u64::from(record.u32(16)?);
        let mut end = at;
        let overflows =
            count == u64::from(u16::MAX) || [size, offset].contains(&u64::from(u32::MAX));
        // Without a wide record the numbers are what they are: 65,535 files fit.
        if overflows && let Some((place, wide)) = wide_record(bytes, at) {
            (count, size, offset) = (wide.u64(32)?, wide.u64(40)?, wide.u64(48)?);
            end = place;
        }
        let is_directory = |at: &usize| match bytes.get(*at..end) {
            // Nothing stands before a directory of nothing; zeros in a comment would be one
            // anywhere.
            Some([]) => *at == 0 && count == 0,
            Some(rest) => rest.starts_with(CENTRAL),
            None => false,
        };
        // Where something stands before the archive, its directory is as long as it says, and
        // further behind.
        let before_end = usize::try_from(size)
            .ok()
            .and_then(|size| end.checked_sub(size));
        let said = usize::try_from(offset).ok();
        let start = [before_end, said]
            .into_iter()
            .flatten()
            .find(is_directory)?;
        Some(Self {
            at: start,
            end,
            count,
            seen: 0,
            shift: u64::try_from(start).ok()?.saturating_sub(offset),
        })
    }

    /// The next entry; `None` at the end. The error says what is wrong, for a person.
    pub(super) fn next(&mut self, bytes: &[u8]) -> Option<Result<DirectoryRow, String>> {
        let rest = bytes.get(self.at..self.end).unwrap_or_default();
        if !rest.starts_with(CENTRAL) {
            let (seen, count) = (self.seen, self.count);
            self.give_up();
            let is_whole = seen % (1 << 16) == count % (1 << 16);
            return (!is_whole).then(|| {
                Err(format!(
                    "its directory says that it has {count} files and names {seen}: the archive is damaged"
                ))
            });
        }
        let Some((mut entry, size)) = central(rest) else {
            let at = self.at;
            self.give_up();
            return Some(Err(format!(
                "its directory is damaged at byte {at}; the files that it names from there on are left out"
            )));
        };
        entry.header = entry.header.saturating_add(self.shift);
        self.seen += 1;
        self.at += size;
        Some(Ok(entry))
    }

    /// There is nothing more to say.
    fn give_up(&mut self) {
        self.at = self.end;
        self.seen = self.count;
    }
}

/// Whether the comment of the end record at this place reaches the end.
fn ends_the_file(tail: &[u8], at: usize) -> bool {
    let comment = Bytes(tail).u16(at + 20).map(usize::from);
    comment.is_some_and(|comment| at + END_SIZE + comment == tail.len())
}

/// The record with 64-bit numbers that belongs to the end record at this place, and its own place.
fn wide_record(bytes: &[u8], end: usize) -> Option<(usize, Bytes<'_>)> {
    let locator_at = end.checked_sub(LOCATOR_64_SIZE)?;
    let locator = Bytes(bytes.get(locator_at..)?).signed(LOCATOR_64)?;
    let said = usize::try_from(locator.u64(8)?).ok();
    // Where something stands before the archive, it is the record before the locator all the same.
    let places = [said, locator_at.checked_sub(END_64_SIZE)];
    places.into_iter().flatten().find_map(|at| {
        let record = Bytes(bytes.get(at..locator_at)?).signed(END_64)?;
        Some((at, record))
    })
}

/// What speaks against unpacking a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Against {
    /// It needs a password.
    Encrypted,
    /// It is not where the directory says.
    Elsewhere,
    /// It is packed in a way that is not read, of this number.
    Method(u16),
    /// With it the files have more packed bytes than the archive: some share theirs.
    Shared,
}

/// The packed bytes of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Claim {
    /// Where they are.
    pub range: Range<usize>,
    /// Whether they are deflated; else they are the file's own.
    pub is_deflated: bool,
}

/// How many bytes before the directory no file has claimed. Files stand there, and an archive in
/// which they share their bytes unpacks to far more than anybody wants.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Unclaimed(usize);

impl Unclaimed {
    /// All bytes before a directory of which nothing was read.
    pub(super) fn before(directory: &Directory) -> Self {
        Self(directory.at)
    }

    /// Where a file is, if nothing speaks against unpacking it.
    pub(super) fn claim(&mut self, bytes: &[u8], row: &DirectoryRow) -> Result<Claim, Against> {
        if row.encrypted {
            return Err(Against::Encrypted);
        }
        let range = packed(bytes, row).ok_or(Against::Elsewhere)?;
        let is_deflated = match row.method {
            Method::Stored => false,
            Method::Deflated => true,
            Method::Other(number) => return Err(Against::Method(number)),
        };
        let left = self.0.checked_sub(range.len() + LOCAL_SIZE);
        self.0 = left.ok_or(Against::Shared)?;
        Ok(Claim { range, is_deflated })
    }
}

/// Where the packed bytes of a file are; `None` when they are not where the directory says.
fn packed(bytes: &[u8], entry: &DirectoryRow) -> Option<Range<usize>> {
    let at = usize::try_from(entry.header).ok()?;
    let header = Bytes(bytes.get(at..)?).signed(LOCAL)?;
    let start = at + LOCAL_SIZE + usize::from(header.u16(26)?) + usize::from(header.u16(28)?);
    let end = start.checked_add(usize::try_from(entry.packed).ok()?)?;
    bytes.get(start..end).map(|_| start..end)
}

/// The entry at the start of this part of the directory, and its size there.
fn central(directory: &[u8]) -> Option<(DirectoryRow, usize)> {
    let header = Bytes(directory).signed(CENTRAL)?;
    let lengths = [header.u16(28)?, header.u16(30)?, header.u16(32)?].map(usize::from);
    let [name_length, extra_length, comment_length] = lengths;
    let name = header.0.get(46..46 + name_length)?;
    let extra = header
        .0
        .get(46 + name_length..46 + name_length + extra_length)?;
    let (mut unpacked, mut packed) = (u64::from(header.u32(24)?), u64::from(header.u32(20)?));
    let mut local = u64::from(header.u32(42)?);
    // The 64-bit field holds, in this order, only those values that did not fit.
    let mut wide = extra_field(extra, EXTRA_64)
        .unwrap_or_default()
        .chunks_exact(8);
    let mut next = || wide.next().and_then(|value| Bytes(value).u64(0));
    if unpacked == u64::from(u32::MAX) {
        unpacked = next()?;
    }
    if packed == u64::from(u32::MAX) {
        packed = next()?;
    }
    if local == u64::from(u32::MAX) {
        local = next()?;
    }
    let name = match extra_field(extra, EXTRA_NAME).and_then(|field| field.get(5..)) {
        Some(name) if std::str::from_utf8(name).is_ok() => String::from_utf8_lossy(name).into(),
        _ if header.u16(8)? & UTF_8_NAME != 0 => String::from_utf8_lossy(name).into(),
        _ => charset::name(name),
    };
    let entry = DirectoryRow {
        name: name.replace('\\', "/"),
        encrypted: header.u16(8)? & 1 == 1,
        method: match header.u16(10)? {
            0 => Method::Stored,
            8 => Method::Deflated,
            other => Method::Other(other),
        },
        crc: header.u32(16)?,
        packed,
        unpacked,
        header: local,
    };
    Some((entry, 46 + name_length + extra_length + comment_length))
}

fn extra_field(mut extra: &[u8], wanted: u16) -> Option<&[u8]> {
    loop {
        let field = Bytes(extra);
        let (id, size) = (field.u16(0)?, usize::from(field.u16(2)?));
        let content = extra.get(4..4 + size)?;
        if id == wanted {
            return Some(content);
        }
        extra = extra.get(4 + size..)?;
    }
}

/// Little-endian numbers at places that may not be there.
#[derive(Clone, Copy)]
struct Bytes<'b>(&'b [u8]);

impl Bytes<'_> {
    fn signed(self, signature: &[u8]) -> Option<Self> {
        self.0.starts_with(signature).then_some(self)
    }

    fn array<const N: usize>(self, at: usize) -> Option<[u8; N]> {
        self.0.get(at..)?.first_chunk().copied()
    }

    fn u16(self, at: usize) -> Option<u16> {
        self.array(at).map(u16::from_le_bytes)
    }

    fn u32(self, at: usize) -> Option<u32> {
        self.array(at).map(u32::from_le_bytes)
    }

    fn u64(self, at: usize) -> Option<u64> {
        self.array(at).map(u64::from_le_bytes)
    }
}
