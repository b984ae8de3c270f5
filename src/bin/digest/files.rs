//! Files on the command line → digests.

use std::io::{self, Read};

use digest_explorer::core::digest::archive::{Packing, Unpacked, Unpacker};
use digest_explorer::core::digest::{self, Content, Digest};

use crate::{Outcome, complain};

/// One digest and where it comes from.
pub struct Source {
    /// The file as it was named, with an archive's member behind it.
    pub path: String,
    /// The same without folders.
    pub name: String,
    /// What was read.
    pub digest: Digest,
}

/// Reads files one after the other and hands over each digest. A file that cannot be opened is named, and the others are read.
pub fn each(
    paths: &[String],
    mut take: impl FnMut(Source) -> io::Result<()>,
) -> io::Result<Outcome> {
    let mut outcome = Outcome::Fine;
    for path in paths {
        let bytes = match bytes(path) {
            Ok(bytes) => bytes,
            Err(error) => {
                complain(&format!("{path}: {error}"));
                outcome = Outcome::Trouble;
                continue;
            }
        };
        match Packing::of(&bytes) {
            Packing::Plain => take(source(path.clone(), bytes.into()))?,
            packing => outcome = outcome.max(unpack(path, bytes, packing, &mut take)?),
        }
    }
    Ok(outcome)
}

/// The bytes of a file, or of the standard input for `-`.
pub fn bytes(path: &str) -> io::Result<Vec<u8>> {
    if path == "-" {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes)?;
        return Ok(bytes);
    }
    std::fs::read(path)
}

fn unpack(
    path: &str,
    bytes: Vec<u8>,
    packing: Packing,
    take: &mut impl FnMut(Source) -> io::Result<()>,
) -> io::Result<Outcome> {
    let mut outcome = Outcome::Fine;
    let mut unpacker = Unpacker::new(path, bytes, packing);
    loop {
        match unpacker.step() {
            Unpacked::More => {}
            Unpacked::Member { name, content } => take(source(name, content))?,
            Unpacked::Damaged { name, message } => {
                complain(&format!("{name}: {message}"));
                outcome = Outcome::Trouble;
            }
            Unpacked::Done => return Ok(outcome),
        }
    }
}

fn source(path: String, content: Content) -> Source {
    let name = path
        .rsplit(['/', '\\'])
        .next()
        .unwrap_or_default()
        .to_owned();
    let digest = digest::read(&path, content);
    Source { path, name, digest }
}
