//! What gzip puts around deflated bytes (RFC 1952).

use flate2::{Crc, Decompress};

use super::member::{Piece, checked, cut_short, inflate_on};
use super::{BEGINNING, STEP};

/// The gzip members that are left of a file.
pub(super) struct Gzip {
    at: usize,
    inflate: Decompress,
    /// Whether a member has begun.
    is_inside: bool,
}

impl Default for Gzip {
    fn default() -> Self {
        Self {
            at: 0,
            inflate: Decompress::new(false),
            is_inside: false,
        }
    }
}

impl Gzip {
    /// Unpacks as much as a step allows and says whether there may be more. The error is for a
    /// person.
    pub(super) fn unpack_on(
        &mut self,
        archive: &[u8],
        piece: &mut Piece,
        sum: &mut Crc,
    ) -> Result<bool, String> {
        let mut budget = STEP;
        while budget > 0 && piece.len() < STEP {
            let (at, written) = (self.at, piece.len());
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
                "it cannot be unpacked: what stands from byte {} of it on is no gzip; it is \
                 damaged or something was added to it",
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

/// The size that a gzip file promises at its end (ISIZE), which is that of its last member modulo 4
/// GiB.
pub(super) fn promise(gzip: &[u8]) -> u64 {
    gzip.last_chunk()
        .map_or(0, |size| u64::from(u32::from_le_bytes(*size)))
}
