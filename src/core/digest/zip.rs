//! The directory of a zip archive: where its files lie and how they are packed.
//!
//! Only what reading needs, after PKWARE's APPNOTE 6.3 with the 64-bit extension: the worker has a budget, and a general library costs it sixty kilobytes. Packed bytes
//! are unpacked by `flate2`.

/// How a file in the archive is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    /// Not at all.
    Stored,
    /// Deflate.
    Deflated,
    /// In a way that is not read.
    Other(u16),
}

/// One file of the archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// Its path with forward slashes; a folder's ends in one.
    pub name: String,
    /// Whether it needs a password.
    pub encrypted: bool,
    /// How it is packed.
    pub method: Method,
    /// The CRC-32 of its unpacked bytes.
    pub crc: u32,
    /// Its size packed, in bytes.
    pub packed: u64,
    /// Where its local header starts.
    header: u64,
}

const END: &[u8] = b"PK\x05\x06";
const END_64: &[u8] = b"PK\x06\x06";
const LOCATOR_64: &[u8] = b"PK\x06\x07";
const CENTRAL: &[u8] = b"PK\x01\x02";
const LOCAL: &[u8] = b"PK\x03\x04";
/// The end record's size without its comment, and the longest comment.
const END_SIZE: usize = 22;
const MAX_COMMENT: usize = u16::MAX as usize;
/// The extra field that holds what does not fit into 32 bits.
const EXTRA_64: u16 = 1;

/// Reads the directory. The error says what is wrong with the archive, for a person.
pub(super) fn directory(bytes: &[u8]) -> Result<Vec<Entry>, &'static str> {
    let (mut at, count) = start(bytes).ok_or("its end is missing: the archive is cut short")?;
    let mut entries = Vec::new();
    for _ in 0..count {
        let (entry, size) = central(bytes, at).ok_or("its directory is damaged")?;
        entries.push(entry);
        at += size;
    }
    Ok(entries)
}

/// The packed bytes of a file; `None` when they are not where the directory says.
pub(super) fn packed<'b>(bytes: &'b [u8], entry: &Entry) -> Option<&'b [u8]> {
    let at = usize::try_from(entry.header).ok()?;
    let header = Bytes(bytes.get(at..)?).signed(LOCAL)?;
    let start = 30 + usize::from(header.u16(26)?) + usize::from(header.u16(28)?);
    let size = usize::try_from(entry.packed).ok()?;
    header.0.get(start..)?.get(..size)
}

/// Where the directory starts and how many entries it has.
fn start(bytes: &[u8]) -> Option<(usize, u64)> {
    let earliest = bytes.len().saturating_sub(END_SIZE + MAX_COMMENT);
    let tail = bytes.get(earliest..)?;
    let end = earliest + tail.windows(END.len()).rposition(|window| window == END)?;
    let record = Bytes(&bytes[end..]);
    let (count, offset) = (record.u16(10)?, record.u32(16)?);
    if count < u16::MAX && offset < u32::MAX {
        return Some((usize::try_from(offset).ok()?, u64::from(count)));
    }
    let locator = Bytes(bytes.get(end.checked_sub(20)?..)?).signed(LOCATOR_64)?;
    let record = Bytes(bytes.get(usize::try_from(locator.u64(8)?).ok()?..)?).signed(END_64)?;
    Some((usize::try_from(record.u64(48)?).ok()?, record.u64(32)?))
}

/// The entry at this place of the directory, and its size there.
fn central(bytes: &[u8], at: usize) -> Option<(Entry, usize)> {
    let header = Bytes(bytes.get(at..)?).signed(CENTRAL)?;
    let lengths = [header.u16(28)?, header.u16(30)?, header.u16(32)?].map(usize::from);
    let [name_length, extra_length, comment_length] = lengths;
    let name = header.0.get(46..46 + name_length)?;
    let extra = header
        .0
        .get(46 + name_length..46 + name_length + extra_length)?;
    let (unpacked, mut packed) = (header.u32(24)?, u64::from(header.u32(20)?));
    let mut local = u64::from(header.u32(42)?);
    // The 64-bit field holds, in this order, only those values that did not fit.
    let mut wide = extra_field(extra, EXTRA_64)
        .unwrap_or_default()
        .chunks_exact(8);
    let mut next = || wide.next().and_then(|value| Bytes(value).u64(0));
    if unpacked == u32::MAX {
        next()?;
    }
    if packed == u64::from(u32::MAX) {
        packed = next()?;
    }
    if local == u64::from(u32::MAX) {
        local = next()?;
    }
    let entry = Entry {
        name: String::from_utf8_lossy(name).replace('\\', "/"),
        encrypted: header.u16(8)? & 1 == 1,
        method: match header.u16(10)? {
            0 => Method::Stored,
            8 => Method::Deflated,
            other => Method::Other(other),
        },
        crc: header.u32(16)?,
        packed,
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
        extra = &extra[4 + size..];
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
        self.0.get(at..at + N)?.try_into().ok()
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
