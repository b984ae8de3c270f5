//! Zip archives that are one document to whoever made them: a workbook, a book.

use memchr::memmem;

use super::zip::Directory;

/// So many files of an archive are looked at.
const MOST: usize = 1024;

/// The folder of a document by Microsoft's office programs, and what it is.
const FOLDERS: [(&str, &str); 3] = [
    ("xl/", "an Excel workbook"),
    ("word/", "a Word document"),
    ("ppt/", "a PowerPoint presentation"),
];

/// The type that other documents name in their first file, and what they are.
const TYPES: [(&[u8], &str); 4] = [
    (
        b"application/vnd.oasis.opendocument.spreadsheet",
        "an OpenDocument spreadsheet",
    ),
    (
        b"application/vnd.oasis.opendocument.presentation",
        "an OpenDocument presentation",
    ),
    (
        b"application/vnd.oasis.opendocument.text",
        "an OpenDocument text",
    ),
    (b"application/epub+zip", "an EPUB book"),
];

/// What a zip archive is, for a person, where it is a document and no archive of files.
pub(in super::super) fn document(bytes: &[u8]) -> Option<&'static str> {
    // The name and the type stand in the local header and right behind it.
    let start = bytes.get(..128).unwrap_or(bytes);
    if memmem::find(start, b"mimetypeapplication/").is_some() {
        let named = |(kind, _): &&(&[u8], &str)| memmem::find(start, kind).is_some();
        return TYPES.iter().find(named).map(|(_, what)| *what);
    }
    let mut directory = Directory::find(bytes)?;
    let (mut has_types, mut folder) = (false, None);
    for _ in 0..MOST {
        let Some(Ok(entry)) = directory.next(bytes) else {
            break;
        };
        let name = entry.name.as_str();
        if name == "Index/Document.iwa" {
            return Some("a document of Numbers, Pages or Keynote");
        }
        if name.ends_with("sdb/sdb.eni") {
            return Some("a library of EndNote");
        }
        has_types |= name == "[Content_Types].xml";
        let inside = |(folder, _): &&(&str, &str)| name.starts_with(folder);
        folder = folder.or(FOLDERS.iter().find(inside).map(|(_, what)| *what));
        if has_types && folder.is_some() {
            break;
        }
    }
    folder.filter(|_| has_types)
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use zip::write::SimpleFileOptions;
    use zip::{CompressionMethod, ZipWriter};

    use super::super::Packing;
    use super::*;

    #[track_caller]
    fn check(files: &[(&str, &str)], expected: Option<&str>) {
        let mut archive = ZipWriter::new(std::io::Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        for (name, content) in files {
            archive.start_file(*name, options).unwrap();
            archive.write_all(content.as_bytes()).unwrap();
        }
        let bytes = archive.finish().unwrap().into_inner();
        assert_eq!(document(&bytes), expected, "{files:?}");
        assert_eq!(Packing::of(&bytes) == Packing::Plain, expected.is_some());
    }

    #[test]
    fn documents_are_no_archives_of_files() {
        let types = ("[Content_Types].xml", "<Types/>");
        check(
            &[("docProps/app.xml", ""), ("xl/workbook.xml", ""), types],
            Some("an Excel workbook"),
        );
        check(&[types, ("word/document.xml", "")], Some("a Word document"));
        let sheet = "application/vnd.oasis.opendocument.spreadsheet";
        check(&[("mimetype", sheet)], Some("an OpenDocument spreadsheet"));
        check(
            &[("mimetype", "application/epub+zip")],
            Some("an EPUB book"),
        );
        check(&[("x.Data/sdb/sdb.eni", "")], Some("a library of EndNote"));
        check(&[("word/day.md", "# Day"), ("a.md", "")], None);
    }

    #[test]
    fn what_is_cut_short_is_an_archive() {
        assert_eq!(document(b"PK\x03\x04[Content_Types].xml"), None);
    }
}
