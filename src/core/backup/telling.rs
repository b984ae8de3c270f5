//! What tells a backup from other files.

/// What the manifest says that it is of.
pub(super) const FORMAT: &str = "digest-explorer-backup";
/// The file that says it.
pub(super) const MANIFEST: &str = "manifest.json";

/// How long the header of the first file is without its name, in bytes.
const HEADER: usize = 30;

/// How many bytes of a file tell whether it is a backup.
pub const TELLING: usize = 128;

/// Whether a file that starts so is a backup, as it was written: the manifest stands first in it
/// and is not packed.
pub fn is_one(start: &[u8]) -> bool {
    let says = [MANIFEST, r#"{"format":""#, FORMAT, "\""].concat();
    let rest = start.get(HEADER..).unwrap_or_default();
    start.starts_with(b"PK\x03\x04") && rest.starts_with(says.as_bytes())
}
