//! `digest page`: papers and the program that explores them, in one HTML file.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

use digest_explorer::core::fragment;
use digest_explorer::core::marks::Flags;
use digest_explorer::core::paper::Paper;
use digest_explorer::core::parcel::{Effort, Full, Packer, around, element};
use digest_explorer::core::visible;

use crate::args::PageOptions;
use crate::query::{Papers, error_text};
use crate::{Outcome, complain};

/// The one-file program, as a release calls it.
const PROGRAM: &str = "digest-explorer.html";

/// Writes the page to a file, or to the standard output for `-`.
pub fn run(options: &PageOptions, out: &mut impl Write) -> io::Result<Outcome> {
    let program = match program(options.program.as_deref()) {
        Ok(program) => program,
        Err(message) => {
            complain(&message);
            return Ok(Outcome::Trouble);
        }
    };
    let (before, behind) = match around(&program.text) {
        Ok(around) => around,
        Err(why) => {
            complain(&format!("{}: {why}", program.path.display()));
            return Ok(Outcome::Trouble);
        }
    };
    let (mut papers, read) = Papers::read(&options.files)?;
    let view = options.query.as_deref().unwrap_or_default();
    if let Err(error) = papers.check(view) {
        complain(&error_text(view, &error));
        return Ok(Outcome::Trouble);
    }
    let only = options.only.as_deref().unwrap_or_default();
    let sources = papers.sources().to_vec();
    let packed = match papers.with_sources(only) {
        Ok(all) if all.is_empty() => {
            complain("there is no paper to put into the page");
            return Ok(Outcome::Trouble);
        }
        Ok(all) => pack(&title(options), &sources, &all),
        Err(error) => {
            complain(&error_text(only, &error));
            return Ok(Outcome::Trouble);
        }
    };
    let packed = match packed {
        Err(error)
            if error
                .get_ref()
                .is_some_and(<dyn std::error::Error + Send + Sync>::is::<Full>) =>
        {
            complain(&format!("{error}; --only takes fewer"));
            return Ok(Outcome::Trouble);
        }
        packed => packed?,
    };
    let element = element(&title(options), &fragment_of(view), &packed);
    let write = |to: &mut dyn Write| {
        [before, &element, behind]
            .iter()
            .try_for_each(|part| to.write_all(part.as_bytes()))
    };
    if options.out == "-" {
        write(out)?;
        return Ok(read);
    }
    let written = fs::File::create(&options.out).and_then(|file| {
        let mut file = io::BufWriter::new(file);
        write(&mut file)?;
        file.flush()
    });
    if let Err(error) = written {
        complain(&format!("{}: {error}", visible::line(&options.out)));
        return Ok(Outcome::Trouble);
    }
    Ok(read)
}

/// Packs papers, each with the places of its sources; a parcel has the sources that they are in and
/// no other.
fn pack(title: &str, sources: &[String], papers: &[(&Paper, Vec<usize>)]) -> io::Result<Vec<u8>> {
    let mut used: Vec<usize> = papers
        .iter()
        .flat_map(|(_, places)| places.clone())
        .collect();
    used.sort_unstable();
    used.dedup();
    let names = used.iter().filter_map(|place| sources.get(*place));
    let mut packer = Packer::new(title, names.map(String::as_str), Effort::Usual)?;
    for (paper, places) in papers {
        let places = places
            .iter()
            .filter_map(|place| used.binary_search(place).ok());
        packer.paper(paper, &places.collect::<Vec<_>>(), Flags::default(), "")?;
    }
    packer.finish()
}

/// What the page is called: as was asked, or as its file is.
fn title(options: &PageOptions) -> String {
    if let Some(title) = &options.title {
        return title.clone();
    }
    let name = |path: &str| path.rsplit(['/', '\\']).next().unwrap_or(path).to_owned();
    match options.files.as_slice() {
        [only] if only != "-" => name(only),
        _ => "Digest Explorer".to_owned(),
    }
}

/// The view that the page opens with, as the fragment of its address.
fn fragment_of(query: &str) -> String {
    if query.is_empty() {
        return String::new();
    }
    let mut view = "#q=".to_owned();
    fragment::encode(query, &mut view);
    view
}

/// The one-file program.
struct Program {
    path: PathBuf,
    text: String,
}

/// Reads the one-file program from where it was said to be, from beside this executable, or from
/// the folder of a release. The error is for a person.
fn program(path: Option<&str>) -> Result<Program, String> {
    let path = match path {
        Some(path) => PathBuf::from(path),
        None => found().ok_or_else(|| {
            format!(
                "the program that goes into the page is not here: {PROGRAM} of a release is \
                 looked for beside this executable and in dist/. Put it there, or name it by \
                 --program PATH"
            )
        })?,
    };
    match fs::read_to_string(&path) {
        Ok(text) => Ok(Program { path, text }),
        Err(error) => Err(format!("{}: {error}", path.display())),
    }
}

fn found() -> Option<PathBuf> {
    let executable = std::env::current_exe().ok();
    let folders = executable.iter().flat_map(|path| path.ancestors().skip(1));
    let beside = folders.clone().take(1).map(|folder| folder.join(PROGRAM));
    // Where it was built, it stands in the target folder of a checkout.
    let built = folders.map(|folder| folder.join("dist").join(PROGRAM));
    let here = [PathBuf::from("dist").join(PROGRAM), PathBuf::from(PROGRAM)];
    beside.chain(here).chain(built).find(|path| path.is_file())
}

#[cfg(test)]
mod tests {
    use digest_explorer::core::paper::PaperId;
    use digest_explorer::core::parcel::{Alphabet, MOST_SOURCES, MOST_TEXT, open};
    use digest_explorer::core::text::RichText;

    use super::*;

    #[test]
    fn sources_without_papers_are_not_packed() {
        let sources: Vec<String> = (0..=MOST_SOURCES).map(|place| place.to_string()).collect();
        let id = PaperId::named("2603.00001");
        let paper = Paper::new(id, RichText::from_plain("Hats"), 1);
        let packed = pack("", &sources, &[(&paper, vec![3, MOST_SOURCES])]).unwrap();
        let opened = open(&Alphabet::Usual.encode(&packed), MOST_TEXT).unwrap();
        let names: Vec<&str> = opened.files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["3", "10000"]);
    }
}
