//! Papers for others: what can be shared, and pages made of them; and papers of others.

use std::io;
use std::vec::IntoIter;

use super::export::no_papers;
use super::files::short;
use super::making::{Making, Sink};
use super::{Engine, Store, count};
use crate::core::export::file_name;
use crate::core::library::{DocId, Record};
use crate::core::marks::Flags;
use crate::core::parcel::{self, Alphabet, Effort, MOST_TEXT, MOST_TEXT_IN_LINK, Opened, Packer};
use crate::core::sorting;
use crate::protocol::{
    MOST_IN_LINK, MadeFile, Need, NeedStanding, PageWish, ParcelView, Response, ShareView,
    ShareWish, Take,
};

/// How many papers are packed in one slice of work.
const PAPERS_A_SLICE: usize = 32;
/// And how many bytes of them are enough for one: packing takes a millisecond for 20 KB.
const TEXT_A_SLICE: usize = 96 << 10;
/// How a parcel that cannot be opened is called where it is said why.
const PARCEL: &str = "What came with this page or link";

impl Engine {
    /// What can be shared of some papers, at once.
    pub(super) fn shareable(&mut self, seq: u32, wish: &ShareWish) -> Response {
        let outcome = self.docs_of(&wish.of).map(|docs| {
            let store = &self.store;
            let mut view = ShareView {
                papers: count(docs.len()),
                needs: store.needs_of(&docs),
                ..ShareView::default()
            };
            let marks = store.journal.marks();
            for record in docs.iter().filter_map(|doc| store.library.get(*doc)) {
                let flags = marks.of(&record.paper.id);
                view.marked += u32::from(!flags.is_undecided());
                view.noted += u32::from(flags.has_note());
            }
            if (1..=MOST_IN_LINK).contains(&view.papers)
                && store.text_of(wish, &docs) <= MOST_TEXT_IN_LINK
            {
                // What cannot be packed has no link; a page says why.
                let parcel = store.packed(wish, &docs).ok().flatten();
                let parcel = parcel.map(|packed| Alphabet::Address.encode(&packed));
                view.parcel = parcel.filter(|text| text.len() <= parcel::LONGEST_IN_LINK);
            }
            view
        });
        Response::Share { seq, outcome }
    }

    /// How the files that a view needs stand.
    pub(super) fn check_needs(&self, needs: &[Need]) -> Response {
        let sources = self.store.library.sources();
        let is_named = |name: &str| sources.iter().any(|source| source == name);
        let standing = |need: &Need| {
            if self.store.files.has(need.print) {
                NeedStanding::Here
            } else if is_named(&need.name) {
                NeedStanding::Other
            } else {
                NeedStanding::Missing
            }
        };
        Response::Needs(needs.iter().map(standing).collect())
    }

    /// Opens what came from others and begins to read it; where it cannot be opened, nothing of it
    /// is read.
    pub(super) fn receive(&mut self, job: u32, text: &str, take: Take, at: u64) -> Vec<Response> {
        let opened = match opened(text) {
            Ok(opened) => opened,
            Err(why) => {
                self.pipeline.read(job, 1);
                self.push_unreadable(job, PARCEL, format!("it {why}"));
                return Vec::new();
            }
        };
        let Opened {
            title,
            files,
            papers,
            marks,
            notes,
        } = opened;
        let view = ParcelView {
            title,
            papers: count(papers),
            marked: count(marks.len()),
            noted: count(notes.len()),
            sources: files.iter().map(|(name, _)| name.clone()).collect(),
        };
        let mut said = vec![Response::Parcel { job, view }];
        if take != Take::Leave {
            let is_own = take == Take::Own;
            let changed = self.store.journal.receive(&marks, notes, at, is_own);
            said.push(self.store.tell_taken(&changed));
        }
        self.pipeline.read(job, files.len());
        for (name, text) in files {
            self.push_file(job, &name, text.into_bytes());
        }
        said
    }
}

/// The digests that are in a parcel, each with its name, for whoever keeps files; none where it
/// cannot be opened.
pub fn files_in(parcel: &str) -> Vec<(String, String)> {
    opened(parcel).map_or_else(|_| Vec::new(), |opened| opened.files)
}

/// What is in a parcel of a link or a page; one that is longer than a link's is a page's.
fn opened(parcel: &str) -> Result<Opened, String> {
    let most = if parcel.len() > parcel::LONGEST_IN_LINK {
        MOST_TEXT
    } else {
        MOST_TEXT.min(MOST_TEXT_IN_LINK.max(parcel.len().saturating_mul(64)))
    };
    parcel::open(parcel, most)
}

impl Store {
    /// The sources of papers, the newest first, each with what tells its content.
    fn needs_of(&self, docs: &[DocId]) -> Vec<Need> {
        let need = |source: &u32| {
            let name = self.library.sources().get(*source as usize)?;
            let print = self.files.print(*source)?;
            Some(Need {
                name: name.clone(),
                print: short(print),
            })
        };
        let sources = self.sources_of(docs);
        sources.iter().rev().filter_map(need).collect()
    }

    /// The sources of papers, ascending.
    fn sources_of(&self, docs: &[DocId]) -> Vec<u32> {
        let records = docs.iter().filter_map(|doc| self.library.get(*doc));
        let mut sources: Vec<u32> = records.flat_map(|record| record.sources.clone()).collect();
        sorting::sort(&mut sources);
        sources.dedup();
        sources
    }

    /// How much text papers have, about: in bytes, each for all of its sources.
    fn text_of(&self, wish: &ShareWish, docs: &[DocId]) -> usize {
        let marks = self.journal.marks();
        let records = docs.iter().filter_map(|doc| self.library.get(*doc));
        let text = |record: &Record| {
            let note = if wish.notes {
                marks.note(&record.paper.id).len()
            } else {
                0
            };
            let text = record.paper.size().saturating_add(note);
            text.saturating_mul(record.sources.len())
        };
        // In 32 bits they may be more than can be counted.
        records.map(text).fold(0, usize::saturating_add)
    }

    /// Papers as a parcel for a link; `None` where that would be too much text.
    fn packed(&self, wish: &ShareWish, docs: &[DocId]) -> io::Result<Option<Vec<u8>>> {
        let mut packing = Packing::new(self, wish, docs, Effort::Most)?;
        for record in docs.iter().filter_map(|doc| self.library.get(*doc)) {
            packing.add(self, wish, record)?;
        }
        let fits = packing.packer.size() <= MOST_TEXT_IN_LINK;
        fits.then(|| packing.packer.finish()).transpose()
    }
}

/// Papers on their way into a parcel.
#[derive(Debug)]
struct Packing {
    packer: Packer,
    /// The sources that the parcel names, ascending.
    sources: Vec<u32>,
}

impl Packing {
    fn new(store: &Store, wish: &ShareWish, docs: &[DocId], effort: Effort) -> io::Result<Self> {
        let sources = store.sources_of(docs);
        let all = store.library.sources();
        let name = |source: &u32| all.get(*source as usize).map_or("", String::as_str);
        Ok(Self {
            packer: Packer::new(&wish.title, sources.iter().map(name), effort)?,
            sources,
        })
    }

    /// Adds a paper, and says whether it is in one of the sources; it may have been taken out of
    /// them since the parcel was begun.
    fn add(&mut self, store: &Store, wish: &ShareWish, record: &Record) -> io::Result<bool> {
        let place = |source: &u32| self.sources.binary_search(source).ok();
        let places: Vec<usize> = record.sources.iter().filter_map(place).collect();
        if places.is_empty() {
            return Ok(false);
        }
        let marks = store.journal.marks();
        let id = &record.paper.id;
        let flags = if wish.marks {
            marks.of(id).marks()
        } else {
            Flags::default()
        };
        let note = if wish.notes { marks.note(id) } else { "" };
        self.packer.paper(&record.paper, &places, flags, note)?;
        Ok(true)
    }
}

/// A page that is being made: what goes into the one-file program.
#[derive(Debug)]
pub(super) struct Page {
    wish: PageWish,
    docs: IntoIter<DocId>,
    total: u32,
    packed: u32,
    /// Gone when all are packed.
    packing: Option<Packing>,
    sink: Sink,
}

/// Begins a page. The error is for a person.
pub(super) fn begin(engine: &mut Engine, wish: PageWish) -> Result<Page, String> {
    let docs = engine.some_docs_of(&wish.share.of, "share")?;
    let packing = Packing::new(&engine.store, &wish.share, &docs, Effort::Usual);
    Ok(Page {
        total: count(docs.len()),
        packing: Some(packing.map_err(|error| error.to_string())?),
        docs: docs.into_iter(),
        packed: 0,
        sink: Sink::default(),
        wish,
    })
}

impl Making for Page {
    fn step(&mut self, store: &Store) -> io::Result<Option<MadeFile>> {
        let mut text = 0;
        for _ in 0..PAPERS_A_SLICE {
            let Some(doc) = self.docs.next() else {
                return self.finish().map(Some);
            };
            // It may have been taken out since.
            let packing = self.packing.as_mut();
            let Some((packing, record)) = packing.zip(store.library.get(doc)) else {
                continue;
            };
            self.packed += u32::from(packing.add(store, &self.wish.share, record)?);
            text += record.paper.size();
            if text >= TEXT_A_SLICE {
                break;
            }
        }
        Ok(None)
    }

    fn progress(&self) -> (u32, u32) {
        (self.total - count(self.docs.len()), self.total)
    }

    fn sink(&self) -> &Sink {
        &self.sink
    }
}

impl Page {
    fn finish(&mut self) -> io::Result<MadeFile> {
        if self.packed == 0 {
            return Err(io::Error::other(no_papers("share")));
        }
        let packing = self.packing.take();
        let packed = packing.map_or_else(|| Ok(Vec::new()), |packing| packing.packer.finish())?;
        let title = &self.wish.share.title;
        let element = parcel::element(title, &self.wish.view, &packed);
        io::Write::write_all(&mut self.sink, element.as_bytes())?;
        Ok(MadeFile {
            name: [&file_name(title, "papers"), ".html"].concat(),
            mime: "text/html".to_owned(),
            papers: self.packed,
        })
    }
}
