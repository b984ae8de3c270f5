//! Archives: whatever is in one comes out or is said to be damaged.

use digest_explorer::core::digest::archive::{Packing, Unpacked, Unpacker};

/// More than this no archive of the size that is tried unpacks to without being told off.
const MOST_STEPS: usize = 1 << 20;

pub fn check(bytes: &[u8]) {
    for packing in [Packing::of(bytes), Packing::Gzip, Packing::Zip] {
        if packing != Packing::Plain {
            unpack(bytes, packing);
        }
    }
}

fn unpack(bytes: &[u8], packing: Packing) {
    let mut unpacker = Unpacker::new("a.zip", bytes.to_vec(), packing);
    for _ in 0..MOST_STEPS {
        match unpacker.step() {
            Unpacked::More => {}
            Unpacked::Member { name, .. } => assert!(!name.is_empty()),
            Unpacked::Damaged { message, .. } => assert!(!message.is_empty()),
            Unpacked::Done => {
                assert_eq!(unpacker.step(), Unpacked::Done);
                return;
            }
        }
    }
    panic!("an archive without end");
}
