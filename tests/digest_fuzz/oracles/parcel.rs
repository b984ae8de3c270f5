//! Parcels: any bytes are refused whole or give digests that can be read whole.

use std::io::Write as _;

use digest_explorer::core::digest;
use digest_explorer::core::parcel::{Alphabet, MOST_TEXT_IN_LINK, open};
use flate2::Compression;
use flate2::write::GzEncoder;

use super::text;

/// The bytes as what is in a parcel, as what a parcel is, and as what a link has.
pub(super) fn check(bytes: &[u8]) {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
    let packed = gzip.write_all(bytes).and_then(|()| gzip.finish());
    tried(&Alphabet::Address.encode(&packed.unwrap_or_default()));
    tried(&Alphabet::Usual.encode(bytes));
    tried(&text(bytes));
}

fn tried(parcel: &str) {
    let Ok(opened) = open(parcel, MOST_TEXT_IN_LINK) else {
        return;
    };
    let mut papers = 0;
    for (name, text) in &opened.files {
        let digest = digest::read(name, text.clone().into_bytes());
        let [_, _, errors] = digest.diagnostics.counts();
        assert_eq!(errors, 0, "{:?}", digest.diagnostics);
        assert!(digest.is_balanced());
        papers += digest.papers.len();
    }
    assert!(papers >= opened.papers, "each paper is in a source");
    assert!(!opened.title.contains(char::is_control));
}
