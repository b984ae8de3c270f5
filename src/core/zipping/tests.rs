use std::io::{Cursor, Read, Write};

use ::zip::ZipArchive;

use super::*;

/// Text that packs well, or hardly.
fn bytes(len: usize, noise: bool) -> Vec<u8> {
    let mut state = 7_u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_be_bytes()[0]
    };
    (0..len)
        .map(|at| {
            if noise {
                next()
            } else {
                b"fog and rain "[at % 13]
            }
        })
        .collect()
}

/// What another program reads from it: names, contents, whether they are packed, and their time.
fn read(archive: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(archive)).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut file = archive.by_index(index).unwrap();
            let mut content = Vec::new();
            file.read_to_end(&mut content).unwrap();
            assert_eq!(file.unix_mode(), Some(0o100_644));
            assert_eq!(
                file.last_modified().unwrap().to_string(),
                "1980-01-01 00:00:00"
            );
            (file.name().unwrap().into_owned(), content)
        })
        .collect()
}

#[test]
fn others_read_what_is_written() {
    let files = [
        ("a.md", bytes(0, false)),
        ("Ünïcode/日本.md", bytes(10, false)),
        ("long.txt", bytes(300_000, false)),
        ("noise.bin", bytes(300_000, true)),
    ];
    let expected: Vec<(String, Vec<u8>)> = files
        .iter()
        .map(|(name, content)| ((*name).to_owned(), content.clone()))
        .collect();
    for packing in [Packing::Stored, Packing::Deflated] {
        let mut whole = Zip::new(Vec::new());
        let mut streamed = Zip::new(Vec::new());
        let mut taken = Vec::new();
        for (name, content) in &files {
            whole.add(name, content, packing).unwrap();
            streamed.begin(name, packing).unwrap();
            for part in content.chunks(70_001) {
                streamed.write_all(part).unwrap();
                taken.append(streamed.get_mut());
            }
        }
        let whole = whole.finish().unwrap();
        taken.append(&mut streamed.finish().unwrap());
        assert_eq!(read(&whole), expected, "{packing:?}");
        assert_eq!(read(&taken), expected, "{packing:?} as it comes");
        // Noise does not pack, text does.
        assert_eq!(whole.len() < 310_000, packing == Packing::Deflated);
        assert!(whole.len() < 601_000, "{}", whole.len());
    }
    assert_eq!(read(&Zip::new(Vec::new()).finish().unwrap()), []);
}

#[test]
fn more_files_than_sixteen_bits_count() {
    for count in [65_534, 65_535] {
        let mut zip = Zip::new(Vec::new());
        for number in 0..count {
            zip.add(&number.to_string(), b"", Packing::Stored).unwrap();
        }
        let archive = ZipArchive::new(Cursor::new(zip.finish().unwrap())).unwrap();
        assert_eq!(archive.len(), count);
    }
}

#[test]
fn what_is_too_large_is_refused() {
    let mut zip = Zip::new(std::io::sink());
    zip.at = MAX - 60;
    zip.add("a", b"12345", Packing::Stored).unwrap();
    assert!(zip.add("b", b"", Packing::Stored).is_ok());
    assert!(zip.add("c", b"", Packing::Stored).is_err());
    // The directory starts where four bytes cannot say it.
    assert!(zip.finish().is_err());

    let mut zip = Zip::new(std::io::sink());
    zip.begin("a", Packing::Stored).unwrap();
    zip.open.as_mut().unwrap().size = MAX;
    zip.write_all(b"1").unwrap();
    assert!(zip.end().is_err());

    let mut zip = Zip::new(std::io::sink());
    assert!(zip.write_all(b"1").is_err());
    assert!(zip.add(&"n".repeat(65_536), b"", Packing::Stored).is_err());
}

#[test]
fn the_same_files_are_the_same_bytes() {
    let make = || {
        let mut zip = Zip::new(Vec::new());
        zip.add("a", &bytes(1000, false), Packing::Deflated)
            .unwrap();
        zip.begin("b", Packing::Deflated).unwrap();
        zip.write_all(b"b").unwrap();
        zip.finish().unwrap()
    };
    assert_eq!(make(), make());
}
