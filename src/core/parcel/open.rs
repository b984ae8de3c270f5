//! Parcel → papers.

use std::io::Read as _;

use flate2::bufread::GzDecoder;

use super::lines::{self, Draft};
use super::pack::PARCEL;
use super::{HEAD, MOST_SOURCES, MOST_TEXT, decode};
use crate::core::marks::Flags;
use crate::core::paper::PaperId;
use crate::core::visible;

/// What was in a parcel.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opened {
    /// Its title; empty where it has none.
    pub title: String,
    /// The sources that have papers, each with its name and a text of those papers, which is a
    /// digest.
    pub files: Vec<(String, String)>,
    /// How many papers there are.
    pub papers: usize,
    /// The marks that whoever made the parcel put on papers.
    pub marks: Vec<(PaperId, Flags)>,
    /// And the notes.
    pub notes: Vec<(PaperId, String)>,
}

/// Opens a parcel that is written in base64 and unpacks to at most so many bytes of text; all of
/// its sources together have at most [`MOST_TEXT`], as whoever packs one has it. All of it is
/// looked at before any is given. The error is for a person and continues "it".
pub fn open(parcel: &str, most: usize) -> Result<Opened, String> {
    let packed = decode(parcel.trim()).ok_or_else(|| damaged("characters of it are missing"))?;
    let text = unpacked(&packed, most.min(MOST_TEXT))?;
    read(&text)
}

fn damaged(how: &str) -> String {
    format!("is damaged: {how}. It was cut off or changed on its way; ask for it once more")
}

fn unpacked(packed: &[u8], most: usize) -> Result<String, String> {
    let mut decoder = GzDecoder::new(packed);
    let mut text = Vec::new();
    // A byte more shows that there is more.
    let limit = u64::try_from(most).map_or(u64::MAX, |most| most + 1);
    let read = decoder.by_ref().take(limit).read_to_end(&mut text);
    if text.len() > most {
        let most = most >> 20;
        return Err(format!(
            "unpacks to more than {most} MiB, which is more than papers need. Nothing of it is \
             read"
        ));
    }
    read.map_err(|_| damaged("it cannot be unpacked"))?;
    if !decoder.into_inner().is_empty() {
        return Err(damaged("something was added to it"));
    }
    String::from_utf8(text).map_err(|_| damaged("it is no text"))
}

pub(super) fn read(text: &str) -> Result<Opened, String> {
    let mut all = text.split_terminator('\n');
    let first = all.next().unwrap_or_default();
    if first != PARCEL {
        let version = first.strip_prefix(PARCEL.trim_end_matches(char::is_numeric));
        return Err(
            if version.is_some_and(|version| version.parse::<u32>().is_ok()) {
                "was made by another version of this program. Reload the page, or open the link where \
             it was made"
                .to_owned()
            } else {
                "holds no papers of this program".to_owned()
            },
        );
    }
    let mut opening = Opening::default();
    for (number, line) in (2..).zip(all) {
        opening.line(line).map_err(|what| {
            format!("is refused: line {number} of it {what}. None of it is read")
        })?;
    }
    opening
        .finish()
        .map_err(|what| format!("is refused: its end {what}. None of it is read"))
}

/// A parcel that is being read.
#[derive(Default)]
struct Opening {
    opened: Opened,
    /// How much text all sources have.
    size: usize,
    draft: Option<Draft>,
    /// The lines of the paper, without those that only a parcel has.
    lines: String,
    /// The sources that it is in.
    places: Vec<usize>,
}

impl Opening {
    fn line(&mut self, line: &str) -> Result<(), &'static str> {
        const WRONG: &str = "says what cannot be";
        let (key, value) = lines::split(line);
        if lines::starts_paper(line) {
            self.end_paper()?;
            self.draft = Some(Draft::begin(line).ok_or(WRONG)?);
        }
        let Some(draft) = &mut self.draft else {
            let text = lines::unescape(value).ok_or(WRONG)?;
            match key {
                "title" => self.opened.title = visible::name(&text).into_owned(),
                "source" if self.opened.files.len() < MOST_SOURCES => {
                    let name = visible::name(&text).into_owned();
                    if name.is_empty() {
                        return Err("is of a source without a name");
                    }
                    self.opened.files.push((name, String::new()));
                }
                "source" => return Err("is of one source too many"),
                _ => {}
            }
            return Ok(());
        };
        match key {
            "in" => {
                for place in value.split(' ').filter(|place| !place.is_empty()) {
                    let place: usize = place.parse().map_err(|_| WRONG)?;
                    let is_next = self.places.last().is_none_or(|last| *last < place);
                    if place >= self.opened.files.len() || !is_next {
                        return Err("names a source that is not there, or in no order");
                    }
                    self.places.push(place);
                }
                return Ok(());
            }
            "marks" | "note" => {}
            _ => {
                self.lines.push_str(line);
                self.lines.push('\n');
            }
        }
        if !lines::starts_paper(line) {
            draft.line(line).ok_or(WRONG)?;
        }
        Ok(())
    }

    fn end_paper(&mut self) -> Result<(), &'static str> {
        let Some(mut draft) = self.draft.take() else {
            return Ok(());
        };
        let places = std::mem::take(&mut self.places);
        let lines = std::mem::take(&mut self.lines);
        // In 32 bits the product may be more than can be counted.
        let size = lines.len().saturating_mul(places.len());
        self.size = self.size.saturating_add(size);
        if self.size > MOST_TEXT {
            return Err("makes more of it than papers need");
        }
        if places.is_empty() {
            return Err("ends a paper that is in no source");
        }
        for place in places {
            if let Some((_, text)) = self.opened.files.get_mut(place) {
                if text.is_empty() {
                    text.push_str(HEAD);
                    text.push('\n');
                }
                text.push_str(&lines);
            }
        }
        let (marks, note) = (draft.marks, std::mem::take(&mut draft.note));
        let paper = draft.finish();
        self.opened.papers += 1;
        if !marks.is_undecided() {
            self.opened.marks.push((paper.id.clone(), marks));
        }
        if !note.is_empty() {
            self.opened.notes.push((paper.id, note));
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Opened, &'static str> {
        self.end_paper()?;
        if self.opened.papers == 0 {
            return Err("comes before any paper");
        }
        self.opened.files.retain(|(_, text)| !text.is_empty());
        Ok(self.opened)
    }
}
