//! Archives: `.gz` and `.zip` → the files inside, a piece at a time.

use std::io::{Cursor, Read};

use flate2::Crc;
use flate2::read::{DeflateDecoder, MultiGzDecoder};

use super::intake::{Content, Intake};
use super::zip::{self, Entry, Method};

/// What is unpacked in one step, in bytes: a few milliseconds' work.
const PIECE: usize = 1 << 18;
/// What one member may unpack to, in bytes. A larger one is refused: wasm has 4 GiB, and parsing wants its share.
const MAX_MEMBER: usize = 1 << 30;

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
    /// A file is complete.
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

/// An archive being unpacked.
#[derive(Debug)]
pub struct Unpacker {
    name: String,
    zip: Option<ZipMembers>,
    member: Option<Member>,
    broken: Option<String>,
}

#[derive(Debug)]
struct ZipMembers {
    bytes: Vec<u8>,
    entries: std::vec::IntoIter<Entry>,
}

/// One compressed file.
struct Member {
    name: String,
    reader: Box<dyn Read>,
    intake: Intake,
    /// What the last step unpacked.
    piece: Vec<u8>,
    /// The checksum that the archive promises; gzip checks its own.
    crc: Option<u32>,
    sum: Crc,
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
        let mut unpacker = Self {
            name: name.to_owned(),
            zip: None,
            member: None,
            broken: None,
        };
        if packing == Packing::Zip {
            match zip::directory(&bytes) {
                Ok(entries) => {
                    let entries = entries.into_iter();
                    unpacker.zip = Some(ZipMembers { bytes, entries });
                }
                Err(problem) => {
                    unpacker.broken = Some(format!("the zip archive cannot be read: {problem}"));
                }
            }
        } else {
            let inner = name.strip_suffix(".gz").unwrap_or(name).to_owned();
            let size = unpacked_size(&bytes);
            let reader = Box::new(MultiGzDecoder::new(Cursor::new(bytes)));
            match Member::new(inner, reader, size, None) {
                Ok(member) => unpacker.member = Some(member),
                Err(problem) => unpacker.broken = Some(problem),
            }
        }
        unpacker
    }

    /// Unpacks on, at most about 256 KiB.
    pub fn step(&mut self) -> Unpacked {
        if let Some(message) = self.broken.take() {
            return Unpacked::Damaged {
                name: self.name.clone(),
                message,
            };
        }
        if let Some(member) = &mut self.member {
            return match member.read_on() {
                Ok(true) => Unpacked::More,
                Ok(false) => self.member.take().map_or(Unpacked::Done, Member::finish),
                Err(error) => {
                    let name = member.name.clone();
                    self.member = None;
                    Unpacked::Damaged {
                        name,
                        message: format!("it cannot be unpacked: {error}"),
                    }
                }
            };
        }
        let Some(zip) = &mut self.zip else {
            return Unpacked::Done;
        };
        match zip.open_next(&self.name) {
            None => Unpacked::Done,
            Some(Ok(member)) => {
                self.member = member;
                Unpacked::More
            }
            Some(Err(damaged)) => damaged,
        }
    }
}

impl ZipMembers {
    /// Opens the next file; `Ok(None)` where it is a folder or the operating system's own litter.
    fn open_next(&mut self, archive_name: &str) -> Option<Result<Option<Member>, Unpacked>> {
        let entry = self.entries.next()?;
        let name = format!("{archive_name}/{}", entry.name);
        Some(
            self.open(&entry, &name)
                .map_err(|message| Unpacked::Damaged { name, message }),
        )
    }

    fn open(&self, entry: &Entry, name: &str) -> Result<Option<Member>, String> {
        let litter = entry
            .name
            .split('/')
            .any(|part| part == "__MACOSX" || part.starts_with('.'));
        if entry.name.ends_with('/') || litter {
            return Ok(None);
        }
        if entry.encrypted {
            return Err("it is encrypted; unpack it with its password first".to_owned());
        }
        let packed = zip::packed(&self.bytes, entry)
            .ok_or("it is not where the directory of the archive says; the archive is damaged")?;
        let size = packed.len();
        let packed = Cursor::new(packed.to_vec());
        let reader: Box<dyn Read> = match entry.method {
            Method::Stored => Box::new(packed),
            Method::Deflated => Box::new(DeflateDecoder::new(packed)),
            Method::Other(number) => {
                return Err(format!(
                    "its compression (method {number}) is not read; pack it with deflate"
                ));
            }
        };
        Member::new(name.to_owned(), reader, size, Some(entry.crc)).map(Some)
    }
}

impl Member {
    /// A file that will have about so many bytes.
    fn new(
        name: String,
        reader: Box<dyn Read>,
        size: usize,
        crc: Option<u32>,
    ) -> Result<Self, String> {
        let intake = Intake::with_capacity(size)
            .map_err(|_| "there is no memory for what is in it; unpack and split it".to_owned())?;
        Ok(Self {
            name,
            reader,
            intake,
            piece: Vec::with_capacity(PIECE),
            crc,
            sum: Crc::new(),
        })
    }

    /// Whether there may be more.
    fn read_on(&mut self) -> std::io::Result<bool> {
        if self.intake.len() > MAX_MEMBER {
            return Err(std::io::Error::other("it unpacks to more than 1 GiB"));
        }
        self.piece.clear();
        let most = u64::try_from(PIECE).unwrap_or(u64::MAX);
        let read = self
            .reader
            .by_ref()
            .take(most)
            .read_to_end(&mut self.piece)?;
        self.sum.update(&self.piece);
        self.intake.push(&self.piece);
        Ok(read == PIECE)
    }

    fn finish(self) -> Unpacked {
        if self.crc.is_some_and(|promised| promised != self.sum.sum()) {
            let message = "its checksum is wrong: the archive is damaged".to_owned();
            return Unpacked::Damaged {
                name: self.name,
                message,
            };
        }
        Unpacked::Member {
            name: self.name,
            content: self.intake.finish(),
        }
    }
}

/// The size that a gzip file promises at its end (RFC 1952, ISIZE), as far as deflate can pack so tightly.
fn unpacked_size(gzip: &[u8]) -> usize {
    /// Deflate packs 258 bytes into two bits at best.
    const BEST_RATIO: usize = 1032;
    let promised = gzip
        .last_chunk()
        .map_or(0, |size| u32::from_le_bytes(*size));
    usize::try_from(promised)
        .unwrap_or(usize::MAX)
        .min(gzip.len().saturating_mul(BEST_RATIO))
        .min(MAX_MEMBER)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

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

    #[test]
    fn damage_is_said_and_the_rest_comes_out() {
        let mut bytes = zip(&[
            ("a.md", b"first file", CompressionMethod::Stored),
            ("b.md", b"second", CompressionMethod::Stored),
        ]);
        let at = bytes
            .windows(5)
            .position(|window| window == b"first")
            .unwrap();
        bytes[at] = b'F';
        let seen = unpack("z.zip", bytes);
        assert!(
            matches!(&seen[0], Unpacked::Damaged { name, message } if name == "z.zip/a.md" && message.contains("checksum"))
        );
        assert_eq!(seen[1], member("z.zip/b.md", b"second"));

        for broken in [
            &b"PK\x03\x04 and then nothing"[..],
            &gzip(b"cut short by half")[..20],
        ] {
            assert!(matches!(
                unpack("x", broken.to_vec())[..],
                [Unpacked::Damaged { .. }]
            ));
        }
    }
}
