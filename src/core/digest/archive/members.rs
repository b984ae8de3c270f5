//! The files of a zip archive as they are, for whoever wants their bytes and no digests.
//!
//! Nothing of it is trusted: each file has the size and the checksum that the directory says, or it
//! is an error; no two have one name, and together they have no more packed bytes than stand before
//! the directory, so that no archive unpacks the same bytes again and again.

use std::collections::HashMap;
use std::ops::Range;

use flate2::{Crc, Decompress};

use super::STEP;
use super::member::{Piece, checked, inflate_on};
use super::zip::{Against, Directory, Unclaimed};

/// How much an archive may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Most {
    /// How many files.
    pub files: usize,
    /// How many bytes all of them have, unpacked.
    pub bytes: u64,
    /// How many times as many bytes they have unpacked as packed, where that is more than
    /// `bytes_at_least`.
    pub ratio: u64,
    /// How many bytes any archive may unpack to, within `bytes`.
    pub bytes_at_least: u64,
}

impl Most {
    /// How many bytes an archive of this size may unpack to.
    pub fn unpacked(&self, size: u64) -> u64 {
        let by_ratio = size.saturating_mul(self.ratio);
        by_ratio.max(self.bytes_at_least).min(self.bytes)
    }
}

/// An archive whose directory was read.
#[derive(Debug)]
pub struct Members {
    bytes: Vec<u8>,
    rows: Vec<Row>,
    by_name: HashMap<String, usize>,
}

#[derive(Debug)]
struct Row {
    name: String,
    packed: Range<usize>,
    is_deflated: bool,
    crc: u32,
    size: u64,
}

/// A file of an archive that is being unpacked.
pub struct Unpacking {
    range: Range<usize>,
    inflate: Option<Decompress>,
    sum: Crc,
    crc: u32,
    left: u64,
    piece: Piece,
    is_over: bool,
}

impl std::fmt::Debug for Unpacking {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Unpacking")
            .field("range", &self.range)
            .finish_non_exhaustive()
    }
}

impl Members {
    /// Reads the directory of an archive. The error is for a person: it says what is wrong.
    pub fn open(bytes: Vec<u8>, most: Most) -> Result<Self, String> {
        let mut directory = Directory::find(&bytes).ok_or(
            "its directory is missing, which stands at the end of a zip archive: the file is cut \
             short, or none",
        )?;
        let mut unclaimed = Unclaimed::before(&directory);
        let mut rows: Vec<Row> = Vec::new();
        let mut by_name = HashMap::new();
        let mut sum = 0_u64;
        while let Some(entry) = directory.next(&bytes) {
            let entry = entry?;
            if entry.name.ends_with('/') {
                continue;
            }
            let name = entry.name.clone();
            if rows.len() == most.files {
                return Err(format!("it has more than {} files", most.files));
            }
            let claim = unclaimed.claim(&bytes, &entry);
            let claim = claim.map_err(|against| match against {
                Against::Encrypted => format!("its file {name} is encrypted"),
                Against::Elsewhere => {
                    format!("its file {name} is not where the directory of the archive says")
                }
                Against::Method(number) => {
                    format!(
                        "its file {name} is compressed in a way (method {number}) that is not read"
                    )
                }
                Against::Shared => {
                    "its files share their bytes, as they do in archives that are made to harm"
                        .to_owned()
                }
            })?;
            sum = sum.saturating_add(entry.unpacked);
            if by_name.insert(name.clone(), rows.len()).is_some() {
                return Err(format!("it has two files of the name {name}"));
            }
            rows.push(Row {
                name,
                packed: claim.range,
                is_deflated: claim.is_deflated,
                crc: entry.crc,
                size: entry.unpacked,
            });
        }
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if sum > most.unpacked(size) {
            return Err(format!(
                "it unpacks to {} MiB, which is more than a file of its size should",
                sum >> 20
            ));
        }
        Ok(Self {
            bytes,
            rows,
            by_name,
        })
    }

    /// The names of its files, in the order of its directory.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.rows.iter().map(|row| row.name.as_str())
    }

    /// The size of a file, unpacked, in bytes; `None` where there is none of the name.
    pub fn size(&self, name: &str) -> Option<u64> {
        Some(self.row(name)?.size)
    }

    /// How many bytes all of its files have together.
    pub fn sum(&self) -> u64 {
        self.rows.iter().map(|row| row.size).sum()
    }

    fn row(&self, name: &str) -> Option<&Row> {
        self.rows.get(*self.by_name.get(name)?)
    }

    /// Begins to unpack the file of a name; `None` where there is none.
    pub fn unpack(&self, name: &str) -> Option<Unpacking> {
        let row = self.row(name)?;
        Some(Unpacking {
            range: row.packed.clone(),
            inflate: row.is_deflated.then(|| Decompress::new(false)),
            sum: Crc::new(),
            crc: row.crc,
            left: row.size,
            piece: Piece::default(),
            is_over: false,
        })
    }

    /// Unpacks on: the next bytes, at most 256 KiB; `None` at the end. The error is for a person.
    pub fn next<'u>(&self, file: &'u mut Unpacking) -> Result<Option<&'u [u8]>, String> {
        if file.is_over {
            return Ok(None);
        }
        file.piece.clear();
        let (range, piece) = (&mut file.range, &mut file.piece);
        file.is_over = if let Some(inflate) = &mut file.inflate {
            let mut at = range.start;
            let is_over = inflate_on(inflate, &self.bytes, &mut at, range.end, piece)?;
            range.start = at;
            is_over
        } else {
            let rest = self.bytes.get(range.clone()).unwrap_or_default();
            range.start += piece.copy(rest);
            range.start >= range.end
        };
        let bytes = file.piece.since(0);
        debug_assert!(bytes.len() <= STEP);
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        file.left = file
            .left
            .checked_sub(size)
            .ok_or("it unpacks to more bytes than its archive says")?;
        file.sum.update(bytes);
        if file.is_over {
            if file.left > 0 {
                return Err("it unpacks to fewer bytes than its archive says".to_owned());
            }
            checked(&file.sum, file.crc)?;
        }
        Ok(Some(bytes))
    }
}
