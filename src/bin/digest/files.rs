//! Files on the command line → digests.

use std::borrow::Cow;
use std::fs::{File, Metadata};
use std::io::{self, ErrorKind, Read};

use digest_explorer::core::diagnostic::Severity;
use digest_explorer::core::digest::archive::{Packing, Unpacked, Unpacker};
use digest_explorer::core::digest::{self, Content, Digest};
use digest_explorer::core::visible;

use crate::{Outcome, complain};

/// The largest file that is read, in bytes: places in a text are told in 32 bits.
const MAX_FILE: u64 = u32::MAX as u64;

/// One digest and where it comes from.
pub struct Source {
    /// The file as it was named, with an archive's member behind it; on one line of a terminal.
    pub path: String,
    /// The same without folders.
    pub name: String,
    /// What was read.
    pub digest: Digest,
}

impl Source {
    /// Names what could not be read in the file on the standard error.
    pub fn complain(&self) {
        let said = self.digest.diagnostics.iter();
        for diagnostic in said.filter(|said| said.severity == Severity::Error) {
            complain(&format!("{}:{diagnostic}", self.path));
        }
    }
}

/// Reads files one after the other and hands over each digest. A file that cannot be read is named,
/// and the others are read. There are problems where a file has an error, for every command alike.
pub fn each(
    paths: &[String],
    mut take: impl FnMut(Source) -> io::Result<()>,
) -> io::Result<Outcome> {
    let mut outcome = Outcome::Fine;
    let mut errors = false;
    let mut take = |source: Source| {
        let [_, _, found] = source.digest.diagnostics.counts();
        errors |= found > 0;
        take(source)
    };
    for path in paths {
        let shown = visible::line(path);
        let bytes = match bytes(path) {
            Ok(bytes) => bytes,
            Err(message) => {
                complain(&format!("{shown}: {message}"));
                outcome = Outcome::Trouble;
                continue;
            }
        };
        match Packing::of(&bytes) {
            Packing::Plain => take(source(shown.into_owned(), bytes.into()))?,
            packing => outcome = outcome.max(unpack(&shown, bytes, packing, &mut take)?),
        }
    }
    let found = if errors {
        Outcome::Problems
    } else {
        Outcome::Fine
    };
    Ok(outcome.max(found))
}

/// The bytes of a file, or of the standard input for `-`. The error is for a person.
pub fn bytes(path: &str) -> Result<Vec<u8>, Cow<'static, str>> {
    if path == "-" {
        return read(io::stdin().lock());
    }
    let about = std::fs::metadata(path).map_err(|error| said(&error))?;
    if about.is_dir() {
        return Err("it is a folder; name the files in it".into());
    }
    if about.len() > MAX_FILE {
        return Err(too_large());
    }
    if is_pipe(&about) && !path.starts_with("/dev/") && !path.starts_with("/proc/") {
        // Until somebody writes, nothing happens.
        let path = visible::line(path);
        complain(&format!(
            "{path}: it is a pipe; waiting for what is written into it"
        ));
    }
    File::open(path)
        .map_err(|error| said(&error))
        .and_then(read)
}

fn read(source: impl Read) -> Result<Vec<u8>, Cow<'static, str>> {
    let mut bytes = Vec::new();
    match source.take(MAX_FILE + 1).read_to_end(&mut bytes) {
        Ok(_) if u64::try_from(bytes.len()).is_ok_and(|len| len > MAX_FILE) => Err(too_large()),
        Ok(_) => Ok(bytes),
        Err(error) => Err(said(&error)),
    }
}

fn too_large() -> Cow<'static, str> {
    "it is larger than 4 GiB, which is more than is read of one file; split it".into()
}

fn said(error: &io::Error) -> Cow<'static, str> {
    match error.kind() {
        ErrorKind::NotFound => "there is no such file".into(),
        ErrorKind::PermissionDenied => "it may not be read: its permissions do not allow it".into(),
        ErrorKind::OutOfMemory => "there is no memory for it; split it".into(),
        _ => error.to_string().into(),
    }
}

#[cfg(unix)]
fn is_pipe(about: &Metadata) -> bool {
    use std::os::unix::fs::FileTypeExt as _;
    about.file_type().is_fifo()
}

#[cfg(not(unix))]
fn is_pipe(_: &Metadata) -> bool {
    false
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
