//! The first form of the manifest: without a snapshot.

use serde::Deserialize;

use super::{Entry, Manifest};

/// Its version.
pub(super) const SCHEMA: u32 = 1;

/// All files that are kept.
#[derive(Deserialize)]
struct First {
    next: u32,
    files: Vec<Entry>,
    opened: u64,
}

/// Reads what stands behind the version.
pub(super) fn read(body: &[u8]) -> Option<Manifest> {
    let First {
        next,
        files,
        opened,
    } = postcard::from_bytes(body).ok()?;
    Some(Manifest {
        next,
        files,
        opened,
        ..Manifest::default()
    })
}
