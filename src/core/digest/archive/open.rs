//! An archive that is open: its files, one after the other.

use flate2::Decompress;

use super::Flaw;
use super::member::{Member, Packed};
use super::zip::{Against, Claim, Directory, DirectoryRow, Unclaimed};
use crate::core::digest::message::Messages;
use crate::core::visible;

/// An archive and how much of it has begun.
#[derive(Debug)]
pub(super) struct Archive {
    name: String,
    bytes: Vec<u8>,
    /// `None` where all there is to it has begun: a gzip file is one file.
    directory: Option<Directory>,
    unclaimed: Unclaimed,
    /// The messages, if it is a mailbox.
    messages: Option<Messages>,
}

impl Archive {
    /// An archive with this directory, if it is one of many files; else all there is to it has
    /// begun. A mailbox has messages and no directory.
    pub(super) fn new(
        name: String,
        bytes: Vec<u8>,
        directory: Option<Directory>,
        messages: Option<Messages>,
    ) -> Self {
        Self {
            messages,
            name,
            bytes,
            unclaimed: directory
                .as_ref()
                .map_or_else(Unclaimed::default, Unclaimed::before),
            directory,
        }
    }

    /// Whether it is a mailbox, of which each step of reading takes its time.
    pub(super) fn has_messages(&self) -> bool {
        self.messages.is_some()
    }

    /// The archive as it is packed.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Opens the next file; `Ok(None)` where it is a folder or the operating system's own litter.
    pub(super) fn next(&mut self) -> Option<Result<Option<Member>, Flaw>> {
        if let Some(messages) = &mut self.messages {
            return Some(match messages.next(&self.bytes, &self.name)? {
                Ok(found) => Ok(found.map(|(name, content)| Member::ready(name, content))),
                Err(message) => Err((self.name.clone(), message)),
            });
        }
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

    /// The packed bytes of a file, if nothing speaks against unpacking it.
    fn claim(&mut self, entry: &DirectoryRow) -> Result<Packed, String> {
        match self.unclaimed.claim(&self.bytes, entry) {
            Ok(Claim { range, is_deflated }) => Ok(if is_deflated {
                Packed::Deflated(range, Decompress::new(false), entry.crc)
            } else {
                Packed::Stored(range, entry.crc)
            }),
            Err(Against::Encrypted) => {
                Err("it is encrypted; unpack it with its password first".to_owned())
            }
            Err(Against::Elsewhere) => Err(
                "it is not where the directory of the archive says; the archive is damaged"
                    .to_owned(),
            ),
            Err(Against::Method(number)) => Err(format!(
                "its compression (method {number}) is not read; pack it with deflate"
            )),
            Err(Against::Shared) => {
                self.directory = None;
                Err(
                    "the files of the archive share their bytes, as they do in archives that are \
                     made to unpack to far more than anybody wants; this file and those that \
                     follow it in the archive are left out"
                        .to_owned(),
                )
            }
        }
    }
}
