//! Where the fuzzers of all else than digests, queries and markup start: backups, rules, links,
//! parcels and archives.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::{DeflateEncoder, GzEncoder};

use super::SEEDS;

/// The lists of a backup, each behind the number of its place in it.
pub const BACKUPS: [&str; 6] = [
    concat!(
        "\u{0}",
        r#"{"format":"digest-explorer-backup","version":1,"program":"0.1.0","#,
        r#""made":"2026-05-30T10:02:43.120Z","#,
        r#""counts":{"papers":2,"settings":2,"acts":5,"sources":1,"bytes":3}}"#,
        "\n"
    ),
    concat!(
        "\u{1}",
        r#"{"paper":"2603.00001","seen":true,"#,
        r#""starred":{"on":true,"at":"2026-05-30T10:02:43.120Z"},"#,
        r#""skipped":{"on":false,"at":"2026-05-30T10:02:43.120Z"},"#,
        r#""notes":[{"at":"2026-05-30T10:02:44.000Z","text":"Kettle.\nLid."},"#,
        r#"{"at":"2026-05-31T00:00:00.000Z","text":"Steam."}],"replaced":["00ff12ab34cd56ef"]}"#,
        "\n",
        r#"{"paper":"x-1","seen":true}"#,
        "\n"
    ),
    concat!(
        "\u{2}",
        r#"{"kind":"Search","name":"Kettles","at":"2026-05-30T10:02:43.120Z","text":"kettle","place":1}"#,
        "\n",
        r#"{"kind":"Rule","name":"tag:lid","at":"2026-05-30T10:02:43.120Z","in_rules":true,"place":1}"#,
        "\n"
    ),
    "\u{3}[[rule]]\nname = \"lid\"\nfacet = \"tag\"\nwords = \"lid\"\n",
    concat!(
        "\u{4}",
        r#"{"at":"2026-05-30T10:02:43.120Z","deed":{"Put":"Starred"},"changes":["#,
        r#"{"marks":{"paper":"2603.00001","before":[],"after":["Starred"]}}]}"#,
        "\n",
        r#"{"at":"2026-05-30T10:02:44.120Z","deed":"Write","changes":["#,
        r#"{"note":{"paper":"x-1","before":"","after":"Kettle."}}]}"#,
        "\n",
        r#"{"at":"2026-05-30T10:02:45.120Z","deed":{"Add":"Search"},"changes":["#,
        r#"{"setting":{"kind":"Search","name":"a","before":null,"#,
        r#""after":{"text":"q","place":0}}}]}"#,
        "\n",
        r#"{"at":"2026-05-30T10:02:46.120Z","deed":"Restore","changes":["#,
        r#"{"held":{"paper":"x-1","before":{},"after":{"seen":true,"#,
        r#""read":{"on":true,"at":"2026-05-30T10:02:46.000Z"}}}}]}"#,
        "\n",
        r#"{"at":"2026-05-30T10:02:47.120Z","deed":{"Own":"Import"},"undone":true,"changes":["#,
        r#"{"stamped":{"kind":"Mute","name":"a","before_at":"1970-01-01T00:00:00.000Z","#,
        r#""before":null,"after_at":"2026-05-30T10:02:47.000Z","after":{"text":"","place":0}}}]}"#,
        "\n"
    ),
    concat!(
        "\u{5}",
        r#"{"file":"sources/00001-day.md","name":"day.md","size":3,"#,
        r#""added":"2026-05-30T10:02:43.120Z","source":"day.md","papers":1,"#,
        r#""without":[{"name":"a","nth":0}]}"#,
        "\n"
    ),
];

/// Files of the reader's own rules.
pub const RULES: [&str; 3] = [
    r#"# Mine.
[[rule]]
name = "kettles"
facet = "task"
label = "Kettles & spoons"
words = ["kettle*", "(tea|table) spoon*", "whistl* again?"]
regex = 'ket{2}le\b'
not = ["a kettle whistles"]
where = ["title", "abstract"]
built-in = "replace"

[[rule]]
name = "slam"
facet = "task"
built-in = "off"
status = "off"

[[paper]]
id = "2603.00031"
add = "method:gan"
remove = ["task:slam", "domain:driving"]
"#,
    "[[rule]]\nname = \"ropes\"\nfacet = \"domain\"\nwords = \"\"\"rope\"\"\"\nregex = [\"kn[oö]t\", '(?x) a # b']\n",
    "[[paper]]\nid = \"x-1\"\nadd = [\"dataset:coco\"]\n[[rule]]\nname = 'a'\nfacet = \"method\"\nwords = ['=Gate', \"a \\\"gate\\\"\", \"\\u00e9*\"]\n",
];

/// Fragments of the page's address.
pub const LINKS: [&str; 6] = [
    "#q=kettle+-domain:medical&sort=oldest&all=task,method&paper=2603.00031",
    "q=two%20words%26%25&unknown=1&sort=best&all=day,nonsense&paper=",
    "#q=/a%2Bb%26c/+%22%C3%A9%22&paper=hep-th/9901001&sort=relevance",
    "#q=%zz%4&&=&sort&all=,&q=%FF",
    "#q=tea&needs=2026-03-02.md~0123456789ab,a%2Cb+c.md~ffffffffffff,+12",
    "#needs=~1,+,a~x,%20~0&papers=H4sIAAz&papers=",
];

/// Parcels: one of two sources, and others that are none.
pub fn parcels() -> Vec<Vec<u8>> {
    let text = "digest-explorer parcel 1\ntitle Two\nsource a.md\nsource b.md\npaper 2603.00041\n\
                title Tea\nin 0 1\nmarks starred\nnote good\nlocal x-00000000000000ff\nin 1\n";
    let texts = [text, "digest-explorer parcel 2\n", "", "\u{fffd}"];
    texts.map(|text| text.as_bytes().to_vec()).to_vec()
}

/// A gzip file, one of two parts, and a zip archive with a folder, a stored and a deflated file.
pub fn archives() -> Vec<Vec<u8>> {
    let gzip = |text: &str| {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        let written = encoder.write_all(text.as_bytes());
        written.and_then(|()| encoder.finish()).unwrap_or_default()
    };
    let [one, two] = [SEEDS[0].text, SEEDS[1].text];
    let deflated = {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::fast());
        let written = encoder.write_all(two.as_bytes());
        written.and_then(|()| encoder.finish()).unwrap_or_default()
    };
    let zip = zip(&[
        ("a/", 0, "", b""),
        ("a/one.md", 0, one, one.as_bytes()),
        ("a/two.txt", 8, two, &deflated),
    ]);
    vec![gzip(one), [gzip(one), gzip(two)].concat(), zip]
}

/// A zip archive of files: name, method, content, and the content as it is packed.
fn zip(files: &[(&str, u16, &str, &[u8])]) -> Vec<u8> {
    let long = |n: usize| u32::try_from(n).unwrap_or_default().to_le_bytes();
    let short = |n: usize| u16::try_from(n).unwrap_or_default().to_le_bytes();
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, method, content, packed) in files {
        let mut crc = flate2::Crc::new();
        crc.update(content.as_bytes());
        // Version, flags, method, time, day, checksum, sizes, lengths of the name and of what
        // follows it.
        let mut facts = [&[20, 0, 0, 0][..], &method.to_le_bytes(), &[0; 4]].concat();
        facts.extend(crc.sum().to_le_bytes());
        facts.extend(long(packed.len()));
        facts.extend(long(content.len()));
        facts.extend(short(name.len()));
        facts.extend([0; 2]);
        directory.extend([b"PK\x01\x02\x14\0", &facts[..], &[0; 10]].concat());
        directory.extend(long(out.len()));
        directory.extend(name.as_bytes());
        out.extend([b"PK\x03\x04", &facts[..], name.as_bytes(), packed].concat());
    }
    let (start, size) = (out.len(), directory.len());
    out.extend(directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend(short(files.len()));
    out.extend(short(files.len()));
    out.extend(long(size));
    out.extend(long(start));
    out.extend([0; 2]);
    out
}
