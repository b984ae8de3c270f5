//! The lines of one paper → a paper.

use super::shape::{IdLine, Site};
use crate::core::day::Day;
use crate::core::diagnostic::DiagnosticKind;
use crate::core::digest::address::find_id;
use crate::core::digest::categories;
use crate::core::digest::dates;
use crate::core::digest::desk::Desk;
use crate::core::digest::ids::doi;
use crate::core::digest::lines::Line;
use crate::core::digest::markup;
use crate::core::digest::names::{self, Order};
use crate::core::paper::{AnnounceKind, Announcement, ArxivId, Paper, PaperId};

/// What the next line without a label is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Due {
    Title,
    Authors,
    /// Part of the field that was read last.
    More(Field),
    Abstract,
    /// Nothing of the paper.
    Nothing,
}

/// The fields that go on over lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Authors,
    Comments,
    Subjects,
    Journal,
    Other,
}

/// A paper that is being read.
#[derive(Debug)]
pub(super) struct Draft {
    line: Line,
    site: Site,
    id: Option<(ArxivId, Option<u16>)>,
    day: Option<Day>,
    announce: Option<AnnounceKind>,
    due: Due,
    title: String,
    authors: String,
    comment: String,
    subjects: String,
    journal: String,
    doi: String,
    submitted: Option<Day>,
    summary: String,
    has_blank: bool,
}

/// What stands on the page of a paper between authors and abstract.
const BUTTONS: [&str; 8] = [
    "View PDF",
    "HTML (experimental)",
    "TeX Source",
    "Download PDF",
    "Download:",
    "Other Formats",
    "View a PDF of the paper titled",
    "Full-text links",
];

/// What stands below the last paper of a page.
const FOOT: [&str; 4] = ["About", "Help", "Contact", "Copyright"];

impl Draft {
    /// The paper that a line names, in a list of this day that carries it so.
    pub(super) fn new(
        line: Line,
        id: IdLine<'_>,
        day: Option<Day>,
        section: Option<AnnounceKind>,
    ) -> Self {
        let announce = if id.rest.contains("(cross-list") {
            Some(AnnounceKind::Cross)
        } else if id.rest.contains("(replaced") {
            Some(AnnounceKind::Replaced)
        } else {
            section
        };
        let subjects = match id.site {
            Site::Search => id.rest.rsplit(']').next().unwrap_or_default().to_owned(),
            Site::List | Site::Page => String::new(),
        };
        Self {
            id: Some(id.id),
            site: id.site,
            announce,
            day,
            subjects,
            ..Self::of_page(line)
        }
    }

    /// The paper whose page starts here.
    pub(super) fn of_page(line: Line) -> Self {
        Self {
            line,
            site: Site::Page,
            id: None,
            day: None,
            announce: None,
            due: Due::Title,
            title: String::new(),
            authors: String::new(),
            comment: String::new(),
            subjects: String::new(),
            journal: String::new(),
            doi: String::new(),
            submitted: None,
            summary: String::new(),
            has_blank: false,
        }
    }

    /// Whether the line that says when it was submitted may belong to it.
    pub(super) fn awaits_submission(&self) -> bool {
        self.site == Site::Page && self.title.is_empty() && self.submitted.is_none()
    }

    /// Takes `4 Mar 2026 (v1), last revised 5 Mar 2026 (this version, v2)]`.
    pub(super) fn submitted(&mut self, rest: &str) {
        self.submitted = dates::of_time(rest);
        self.due = Due::Title;
    }

    /// Takes a labelled field.
    pub(super) fn field(&mut self, name: &str, value: &str) {
        if self.due == Due::Nothing {
            return;
        }
        // In an abstract that has begun a line may look like a field; on the page of a paper and
        // among results of a search the fields follow the abstract.
        if self.site == Site::List && !self.summary.is_empty() {
            return self.summary_line(&format!("{name}: {value}"));
        }
        let field = match name {
            "Title" => {
                self.due = Due::Title;
                if !value.is_empty() {
                    self.line(value);
                }
                return;
            }
            "Abstract" => {
                self.due = Due::Abstract;
                return self.summary_line(value.trim_start_matches(':').trim_start());
            }
            "Authors" | "Author" => Field::Authors,
            "Comments" => Field::Comments,
            "Subjects" => Field::Subjects,
            "Journal-ref" | "Journal reference" | "Journal ref" => Field::Journal,
            "Cite as" => {
                self.id = self.id.take().or_else(|| find_id(value));
                Field::Other
            }
            "Related DOI" => {
                value.clone_into(&mut self.doi);
                Field::Other
            }
            _ => Field::Other,
        };
        self.extend(field, value);
        // In a list the abstract follows the categories and has no label.
        self.due = match (self.site, field) {
            _ if value.is_empty() => Due::More(field),
            (Site::List, Field::Subjects) | (Site::Page, Field::Authors) => Due::Abstract,
            (Site::List, _) => Due::Authors,
            _ => Due::More(Field::Other),
        };
    }

    /// Takes a line without a label.
    pub(super) fn line(&mut self, content: &str) {
        if self.site == Site::Search && self.small(content) {
            return;
        }
        match self.due {
            Due::Title => {
                content.clone_into(&mut self.title);
                self.due = Due::Authors;
            }
            Due::Authors if self.authors.is_empty() => {
                self.extend(Field::Authors, content);
                self.due = match self.site {
                    Site::Page => Due::Abstract,
                    Site::List | Site::Search => Due::Authors,
                };
            }
            // A list of names that is broken after a comma goes on.
            Due::Authors => {
                if self.authors.trim_end().ends_with(',') {
                    self.extend(Field::Authors, content);
                }
            }
            Due::More(field) => {
                self.extend(field, content);
                self.due = match (self.site, field) {
                    (Site::List, Field::Subjects) | (Site::Page, Field::Authors) => Due::Abstract,
                    (Site::List, _) => Due::Authors,
                    _ => Due::More(Field::Other),
                };
            }
            Due::Abstract => {
                let is_button = BUTTONS.iter().any(|button| content.starts_with(button));
                if self.has_blank && FOOT.contains(&content) && self.site != Site::Page {
                    self.due = Due::Nothing;
                } else if !(is_button && self.site == Site::Page) {
                    self.summary_line(content);
                }
            }
            Due::Nothing => {}
        }
    }

    /// Takes what stands around a result of a search; says whether it was that.
    fn small(&mut self, content: &str) -> bool {
        if let Some(rest) = content.strip_prefix("Submitted ") {
            self.submitted = dates::of_time(rest);
            self.due = Due::More(Field::Other);
            return true;
        }
        let stated = content.strip_prefix("doi ");
        if let Some(stated) = stated.filter(|stated| doi::find(stated).is_some()) {
            stated.clone_into(&mut self.doi);
            return true;
        }
        let is_category = |word: &str| categories::is_category(word);
        if self.title.is_empty()
            && (content == "doi" || content.split_whitespace().all(is_category))
        {
            self.extend(Field::Subjects, content);
            return true;
        }
        false
    }

    /// A blank line.
    pub(super) fn blank(&mut self) {
        self.has_blank = true;
    }

    fn extend(&mut self, field: Field, value: &str) {
        let field = match field {
            Field::Authors => &mut self.authors,
            Field::Comments => &mut self.comment,
            Field::Subjects => &mut self.subjects,
            Field::Journal => &mut self.journal,
            Field::Other => return,
        };
        if !field.is_empty() {
            field.push(' ');
        }
        field.push_str(value);
    }

    fn summary_line(&mut self, content: &str) {
        let content = content.strip_suffix("▽ More").unwrap_or(content);
        let (content, is_over) = match content.strip_suffix("△ Less") {
            Some(content) => (content, true),
            None => (content, false),
        };
        if self.has_blank && !self.summary.is_empty() {
            self.summary.push_str("<br>");
        }
        self.has_blank = false;
        self.summary.push_str(content.trim());
        self.summary.push('\n');
        if is_over {
            self.due = Due::More(Field::Other);
        }
    }

    /// Enters the paper, or says why it is none.
    pub(super) fn enter(self, desk: &mut Desk<'_>) {
        let title = markup::read(&self.title);
        if title.is_empty() && self.id.is_none() {
            let message = "No title follows this line; what follows was left out.";
            return desk.refuse(self.line, DiagnosticKind::BadEntry, message);
        }
        let (id, version) = PaperId::of(self.id, &title.plain);
        let paper = Paper {
            version,
            summary: markup::visible(&self.summary),
            authors: names::list(&self.authors, Order::Spoken),
            categories: categories::list(&self.subjects),
            days: self.day.into_iter().collect(),
            announce: self.announce.map(|kind| Announcement {
                kind,
                inferred: false,
            }),
            comment: markup::visible(&self.comment),
            journal: markup::visible(&self.journal).map(|journal| journal.plain),
            doi: doi::read(&self.doi),
            submitted: self.submitted,
            ..Paper::new(id, title, self.line.number)
        };
        desk.paper(self.line, paper);
    }
}
