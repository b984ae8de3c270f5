use std::io::{Cursor, Write};

use ::zip::write::SimpleFileOptions;
use ::zip::{CompressionMethod, ZipWriter};
use flate2::Compression;
use flate2::write::GzEncoder;

use super::*;

fn unpack(name: &str, bytes: Vec<u8>) -> Vec<Unpacked> {
    let packing = Packing::of(&bytes);
    let mut unpacker = Unpacker::new(name, bytes, packing);
    let mut seen = Vec::new();
    loop {
        match unpacker.step() {
            Unpacked::More => {}
            Unpacked::Done => return seen,
            other => seen.push(other),
        }
    }
}

fn gzip(content: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(content).unwrap();
    encoder.finish().unwrap()
}

fn zip(files: &[(&str, &[u8], CompressionMethod)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content, method) in files {
        let options = SimpleFileOptions::default().compression_method(*method);
        writer.start_file(*name, options).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn place(bytes: &[u8], part: &[u8]) -> usize {
    let mut parts = bytes.windows(part.len());
    parts.position(|window| window == part).unwrap()
}

fn member(name: &str, bytes: &[u8]) -> Unpacked {
    Unpacked::Member {
        name: name.to_owned(),
        content: Content::Text(String::from_utf8(bytes.to_vec()).unwrap()),
    }
}

#[test]
fn a_gzipped_file_comes_out_whole() {
    let content = b"# ArXiv\n".repeat(100_000);
    assert_eq!(
        unpack("day.md.gz", gzip(&content)),
        [member("day.md", &content)]
    );
    let mut twice = gzip(b"one ");
    twice.extend(gzip(b"two"));
    assert_eq!(unpack("d.gz", twice), [member("d", b"one two")]);
}

#[test]
fn a_zip_gives_its_files_and_leaves_litter_out() {
    let bytes = zip(&[
        ("2026/a.md", b"first", CompressionMethod::Deflated),
        ("__MACOSX/a.md", b"litter", CompressionMethod::Stored),
        ("2026/.DS_Store", b"litter", CompressionMethod::Stored),
        ("b.md", b"second", CompressionMethod::Stored),
    ]);
    assert_eq!(
        unpack("year.zip", bytes),
        [
            member("year.zip/2026/a.md", b"first"),
            member("year.zip/b.md", b"second")
        ]
    );
}

#[track_caller]
fn check_damage(name: &str, bytes: Vec<u8>, expected: &[(&str, &str)]) {
    let seen = unpack(name, bytes);
    let damaged: Vec<(&str, &str)> = seen
        .iter()
        .filter_map(|unpacked| match unpacked {
            Unpacked::Damaged { name, message } => Some((name.as_str(), message.as_str())),
            _ => None,
        })
        .collect();
    assert_eq!(damaged.len(), expected.len(), "{damaged:?}");
    for ((name, message), (expected_name, part)) in damaged.into_iter().zip(expected) {
        assert_eq!(name, *expected_name);
        assert!(message.contains(part), "{message}");
    }
}

#[test]
fn damage_is_said_and_the_rest_comes_out() {
    let mut bytes = zip(&[
        ("a.md", b"first file", CompressionMethod::Stored),
        ("b.md", b"second", CompressionMethod::Stored),
    ]);
    let at = place(&bytes, b"first");
    bytes[at] = b'F';
    assert_eq!(
        unpack("z.zip", bytes.clone()).pop(),
        Some(member("z.zip/b.md", b"second"))
    );
    check_damage("z.zip", bytes, &[("z.zip/a.md", "checksum")]);
}

#[test]
fn what_is_cut_short_says_where() {
    check_damage(
        "x.zip",
        b"PK\x03\x04 and then nothing".to_vec(),
        &[("x.zip", "cut short after 21 bytes")],
    );
    let whole = gzip(b"cut short by half, which is told");
    for len in [4, 12, 20, whole.len() - 8, whole.len() - 1] {
        let said = format!("cut short at byte {len} of its archive");
        check_damage("x.gz", whole[..len].to_vec(), &[("x", said.as_str())]);
    }
    let mut damaged = whole.clone();
    damaged[10] = 0xff;
    check_damage("x.gz", damaged, &[("x", "damaged near byte")]);
    let mut longer = whole.clone();
    longer.extend(b"more");
    let said = format!("from byte {} of it on is no gzip", whole.len());
    check_damage("x.gz", longer, &[("x", &said)]);
}

#[test]
fn heads_and_padding_of_gzip_are_passed_over() {
    let mut bytes = vec![0x1f, 0x8b, 8, 0x1e, 0, 0, 0, 0, 0, 3];
    bytes.extend(b"\x02\x00xxname\0a comment\0hc");
    bytes.extend(&gzip(b"text")[10..]);
    bytes.extend([0; 700]);
    assert_eq!(unpack("a.gz", bytes), [member("a", b"text")]);
}

/// How many steps go before the first that gives something.
fn steps(bytes: Vec<u8>) -> usize {
    let mut unpacker = Unpacker::new("x.gz", bytes, Packing::Gzip);
    let mut steps = 0;
    while unpacker.step() == Unpacked::More {
        steps += 1;
    }
    steps
}

#[test]
fn what_has_no_bytes_comes_in_many_steps_too() {
    assert!(steps(gzip(b"").repeat(10_000)) >= 10_000 * BEGINNING / STEP);
    // Blocks of deflate without a byte in them.
    let mut bytes = gzip(b"")[..10].to_vec();
    bytes.extend([0, 0, 0, 0xff, 0xff].repeat(4 * STEP));
    assert!(steps(bytes) >= 20);
}

#[test]
fn archives_stand_in_archives() {
    let stored = CompressionMethod::Stored;
    let inner = zip(&[("b.md.gz", &gzip(b"text"), stored), ("c.md", b"c", stored)]);
    let outer = zip(&[("a.zip", &inner, stored), ("d.md", b"d", stored)]);
    assert_eq!(
        unpack("o.zip", outer),
        [
            member("o.zip/a.zip/b.md", b"text"),
            member("o.zip/a.zip/c.md", b"c"),
            member("o.zip/d.md", b"d"),
        ]
    );
    let mut deep = b"text".to_vec();
    for _ in 0..4 {
        deep = gzip(&deep);
    }
    check_damage("x.gz.gz.gz.gz", deep, &[("x.gz", "inside 3 others")]);
}

#[test]
fn all_of_an_archive_together_is_bounded() {
    let zeros = gzip(&vec![b'\n'; usize::try_from(FREE_SUM).unwrap() * 3 / 4]);
    let stored = CompressionMethod::Deflated;
    let files = [("a.gz", &zeros[..], stored), ("b.gz", &zeros[..], stored)];
    let bytes = zip(&files);
    let seen = unpack("bomb.zip", bytes.clone());
    assert!(matches!(&seen[0], Unpacked::Member { name, .. } if name == "bomb.zip/a"));
    check_damage("bomb.zip", bytes, &[("bomb.zip/b", "more than 64 MiB")]);
}

/// A zip archive whose files are all the first one's bytes.
fn overlapping(files: usize) -> Vec<u8> {
    let name = |at: usize| format!("{at:05}.md");
    let names: Vec<String> = (0..files).map(name).collect();
    let all: Vec<_> = names
        .iter()
        .map(|name| (name.as_str(), &b"text"[..], CompressionMethod::Stored))
        .collect();
    let mut bytes = zip(&all);
    let directory = place(&bytes, b"PK\x01\x02");
    for at in 0..files {
        let entry = directory + at * (46 + 8);
        bytes[entry + 42..entry + 46].fill(0);
    }
    let mut shared = bytes[..30 + 8 + 4].to_vec();
    shared.extend(&bytes[directory..]);
    let end = shared.len() - 6;
    shared[end..end + 4].copy_from_slice(&42_u32.to_le_bytes());
    shared
}

#[test]
fn files_that_share_bytes_end_their_archive() {
    let seen = unpack("o.zip", overlapping(1));
    assert_eq!(seen, [member("o.zip/00000.md", b"text")]);
    let seen = unpack("o.zip", overlapping(500));
    assert_eq!(seen.len(), 2);
    check_damage(
        "o.zip",
        overlapping(2),
        &[("o.zip/00001.md", "share their bytes")],
    );
}

#[test]
fn of_much_damage_the_rest_is_counted() {
    let names: Vec<String> = (0..1500).map(|at| format!("{at}.md")).collect();
    let all: Vec<_> = names
        .iter()
        .map(|name| (name.as_str(), &b"text"[..], CompressionMethod::Stored))
        .collect();
    let mut bytes = zip(&all);
    while let Some(at) = bytes.windows(4).position(|bytes| bytes == b"text") {
        bytes[at] = b'T';
    }
    let seen = unpack("z.zip", bytes);
    assert_eq!(seen.len(), MAX_TOLD + 1);
    assert!(
        matches!(&seen[MAX_TOLD], Unpacked::Damaged { name, message }
        if name == "z.zip" && message.starts_with("500 more"))
    );
}

#[test]
fn the_right_end_record_is_found() {
    let files = [
        ("a.md", &b"first"[..], CompressionMethod::Stored),
        (
            "b.md",
            &b"see PK\x05\x06 in the data, and so on to a record's length"[..],
            CompressionMethod::Stored,
        ),
    ];
    let whole = zip(&files);
    let expected = unpack("z.zip", whole.clone());
    assert_eq!(expected.len(), 2);
    for comment in [
        &b"PK\x05\x06"[..],
        b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
        b"see PK\x05\x06\0\0\0\0\x01\0\x01\0\x10\0\0\0\x20\0\0\0\x02\0xx",
        &b"PK\x05\x06".repeat(16_000),
    ] {
        let mut bytes = whole.clone();
        let len = u16::try_from(comment.len()).unwrap();
        let at = bytes.len() - 2;
        bytes[at..].copy_from_slice(&len.to_le_bytes());
        bytes.extend(comment);
        assert_eq!(unpack("z.zip", bytes), expected);
    }
    // Bytes behind and before the archive.
    let mut longer = whole.clone();
    longer.extend(b"\0\0PK\x05\x06 and more");
    assert_eq!(unpack("z.zip", longer), expected);
    let mut behind = zip(&files[..1]);
    behind.extend(&whole);
    assert_eq!(unpack("z.zip", behind), expected);
}

#[test]
fn more_files_come_out_than_sixteen_bits_count() {
    let files: Vec<_> = (0..66_000).map(|at| format!("{at}")).collect();
    let all: Vec<_> = files
        .iter()
        .map(|name| (name.as_str(), &b""[..], CompressionMethod::Stored))
        .collect();
    // With a 64-bit record, and as programs write it that know none.
    let wide = zip(&all);
    let narrow = |files: usize| {
        let mut bytes = wide.clone();
        let end = bytes.len() - 22;
        let record = end - 20 - 56;
        let size = bytes[record + 40..record + 44].to_vec();
        let start = bytes[record + 48..record + 52].to_vec();
        bytes[end + 12..end + 16].copy_from_slice(&size);
        bytes[end + 16..end + 20].copy_from_slice(&start);
        let count = u16::try_from(files % 65_536).unwrap().to_le_bytes();
        bytes[end + 8..end + 10].copy_from_slice(&count);
        bytes[end + 10..end + 12].copy_from_slice(&count);
        bytes.drain(record..end);
        bytes
    };
    assert_eq!(unpack("z.zip", wide.clone()).len(), 66_000);
    assert_eq!(unpack("z.zip", narrow(66_000)).len(), 66_000);
    let seen = unpack("z.zip", narrow(66_001));
    assert!(matches!(&seen[66_000], Unpacked::Damaged { message, .. }
            if message.contains("says that it has")));
    // As many as fit just so.
    let bytes = zip(&all[..65_535]);
    assert_eq!(unpack("z.zip", bytes).len(), 65_535);
}

#[test]
fn names_do_nothing() {
    let stored = CompressionMethod::Stored;
    let bytes = zip(&[("\u{1b}[31mred\n.md", b"x", stored)]);
    assert_eq!(
        unpack("z.zip", bytes),
        [member("z.zip/\u{fffd}[31mred\u{fffd}.md", b"x")]
    );
}

/// What [`zipping`](crate::core::zipping) writes is read here, whole or as it came.
#[test]
fn our_own_archives_are_read() {
    use crate::core::zipping::{Packing as Packed, Zip};

    let content = b"# ArXiv\n".repeat(10_000);
    let mut zip = Zip::new(Vec::new());
    zip.add("a/b.md", &content, Packed::Deflated).unwrap();
    for (name, packing) in [("c.md", Packed::Stored), ("d.md", Packed::Deflated)] {
        zip.begin(name, packing).unwrap();
        zip.write_all(&content).unwrap();
    }
    let expected = ["x.zip/a/b.md", "x.zip/c.md", "x.zip/d.md"];
    assert_eq!(
        unpack("x.zip", zip.finish().unwrap()),
        expected.map(|name| member(name, &content))
    );
    let mut zip = Zip::new(Vec::new());
    for number in 0..65_600 {
        zip.add(&format!("{number}.md"), b"a", Packed::Stored)
            .unwrap();
    }
    assert_eq!(unpack("x.zip", zip.finish().unwrap()).len(), 65_600);
}
