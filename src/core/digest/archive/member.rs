//! One file of an archive: unpacked piece by piece, and its checksum compared.

use std::ops::Range;

use flate2::{Crc, Decompress, FlushDecompress, Status};

use super::gzip::Gzip;
use super::{Flaw, STEP};
use crate::core::digest::intake::{Content, Intake};

/// What one file may unpack to, in bytes. A larger one is refused: wasm has 4 GiB, and parsing
/// wants its share.
const MAX_MEMBER: usize = 1 << 30;
/// Room is made at once for a file that promises to be so many times its packed size; a larger
/// promise is believed when it is kept.
const USUAL_RATIO: u64 = 32;

/// One compressed file.
pub(super) struct Member {
    name: String,
    packed: Packed,
    intake: Intake,
    /// The checksum of what came since it was last begun.
    sum: Crc,
}

/// What one step unpacked. Its room is made once, for to fill it with zeros takes longer than to
/// unpack a file of a few bytes.
#[derive(Debug)]
pub(super) struct Piece {
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
    /// How many bytes were unpacked.
    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// Nothing is in it any more.
    pub(super) fn clear(&mut self) {
        self.len = 0;
    }

    /// What was unpacked, from a place on.
    pub(super) fn since(&self, at: usize) -> &[u8] {
        self.bytes.get(at..self.len).unwrap_or_default()
    }

    /// Where more can be unpacked to.
    fn room(&mut self) -> &mut [u8] {
        self.bytes.get_mut(self.len..).unwrap_or_default()
    }

    /// Takes as many bytes as there is room for, and says how many these are.
    pub(super) fn copy(&mut self, bytes: &[u8]) -> usize {
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
pub(super) enum Packed {
    /// As it is, with the checksum that it should have.
    Stored(Range<usize>, u32),
    /// By deflate, likewise.
    Deflated(Range<usize>, Decompress, u32),
    /// In gzip members, up to the end of the archive.
    Gzipped(Gzip),
    /// It is unpacked already.
    Ready(Content),
}

impl std::fmt::Debug for Member {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Member")
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}

impl Member {
    /// A file of so many bytes, as its archive promises, that is packed in so many.
    pub(super) fn new(
        name: String,
        packed: Packed,
        promised: u64,
        size: usize,
    ) -> Result<Self, Flaw> {
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

    /// A file that is unpacked already.
    pub(super) fn ready(name: String, content: Content) -> Self {
        Self {
            name,
            packed: Packed::Ready(content),
            intake: Intake::default(),
            sum: Crc::new(),
        }
    }

    /// Whether it was unpacked before it was opened.
    pub(super) fn is_ready(&self) -> bool {
        matches!(self.packed, Packed::Ready(_))
    }

    /// How many bytes were unpacked before it was opened.
    pub(super) fn ready_len(&self) -> usize {
        match &self.packed {
            Packed::Ready(content) => content.as_bytes().len(),
            _ => 0,
        }
    }

    /// Takes the name, of a file that is given up.
    pub(super) fn take_name(&mut self) -> String {
        std::mem::take(&mut self.name)
    }

    /// The name of a file that is complete, and what it holds.
    pub(super) fn finish(self) -> (String, Content) {
        let content = match self.packed {
            Packed::Ready(content) => content,
            _ => self.intake.finish(),
        };
        (self.name, content)
    }

    /// Unpacks a piece and says whether there may be more. The error is for a person.
    pub(super) fn unpack_on(&mut self, archive: &[u8], piece: &mut Piece) -> Result<bool, String> {
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
            Packed::Ready(_) => false,
        };
        self.intake.push(piece.since(0));
        if self.intake.len() > MAX_MEMBER {
            return Err("it unpacks to more than 1 GiB; unpack and split it".to_owned());
        }
        Ok(more)
    }
}

/// Compares the checksum of a file that is over. The error is for a person; there is no more.
pub(super) fn checked(sum: &Crc, promised: u32) -> Result<bool, &'static str> {
    if sum.sum() == promised {
        Ok(false)
    } else {
        Err("its checksum is wrong: the archive is damaged")
    }
}

/// Unpacks deflated bytes from one place on and not beyond another, as far as the piece has room,
/// and says whether they are over.
pub(super) fn inflate_on(
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

/// What is said of a file that ends at this byte of its archive and should not.
pub(super) fn cut_short(at: usize) -> String {
    format!("it cannot be unpacked: it is cut short at byte {at} of its archive; get it anew")
}
