//! Papers that are taken along: which, in which form, and the words for them. Pure.

use std::rc::Rc;

use crate::core::day::Day;
use crate::protocol::{
    Chosen, Detail, ExportWish, ExportWith, PrintPaper, PrintWish, PrintedView, Scope,
};
use crate::ui::text::{self, FORMS, FormText};

use super::{Fetched, Panel, State};

/// Which papers are taken along.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Which {
    /// The one that is open.
    Paper,
    /// The chosen rows.
    Chosen,
    /// All hits.
    #[default]
    Hits,
    /// All that are starred.
    Starred,
    /// What was kept of a day.
    Kept(Day),
}

/// How papers are taken along; kept from visit to visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TakeChoice {
    /// The format.
    pub form: &'static FormText,
    /// What of the papers.
    pub with: ExportWith,
    /// How much of an abstract is printed.
    pub detail: Detail,
}

impl Default for TakeChoice {
    fn default() -> Self {
        Self {
            form: &FORMS[0],
            with: ExportWith::default(),
            detail: Detail::default(),
        }
    }
}

/// The words for what is on where it is kept.
const ABSTRACTS: &str = "abstracts";
const OWN: &str = "own";
const DETAILS: [(Detail, &str); 3] = [
    (Detail::Nothing, "titles"),
    (Detail::Lines, "lines"),
    (Detail::Whole, "whole"),
];

impl TakeChoice {
    /// What is kept of it: the format, and a word for each part that is on.
    pub fn to_text(self) -> String {
        let detail = DETAILS.iter().find(|(detail, _)| *detail == self.detail);
        let words = [
            Some(self.form.id),
            self.with.abstracts.then_some(ABSTRACTS),
            self.with.own.then_some(OWN),
            detail.map(|(_, word)| *word),
        ];
        words.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// Reads what [`TakeChoice::to_text`] wrote; `None` where it is something else.
    pub fn from_text(text: &str) -> Option<Self> {
        let mut words = text.split(' ');
        let form = text::form(words.next()?)?;
        let mut choice = Self {
            form,
            with: ExportWith {
                abstracts: false,
                own: false,
            },
            detail: Detail::default(),
        };
        for word in words {
            match word {
                ABSTRACTS => choice.with.abstracts = true,
                OWN => choice.with.own = true,
                _ => choice.detail = DETAILS.iter().find(|(_, name)| *name == word)?.0,
            }
        }
        Some(choice)
    }
}

/// What the dialogs of taking along show.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Taking {
    /// The papers that were asked for; where there are none any more, others are taken.
    pub which: Which,
    /// How.
    pub choice: TakeChoice,
    /// What the file is to be called; `None` for what it is called by itself.
    pub name: Option<String>,
    /// The papers to be printed, as far as they have come.
    pub printing: Option<Printing>,
}

/// Papers that are being printed.
#[derive(Clone, Debug, PartialEq)]
pub struct Printing {
    /// What stands above them.
    pub title: Rc<str>,
    /// The papers that have come, some at a time.
    pub parts: Rc<[Rc<[PrintPaper]>]>,
    /// How many have come, how many will, and how many there are; nothing before the first.
    pub counts: Option<(u32, u32, u32)>,
    /// Why there are none.
    pub problem: Option<Rc<str>>,
}

impl Printing {
    /// Whether all have come.
    pub fn is_ready(&self) -> bool {
        self.counts.is_some_and(|(done, of, _)| done >= of)
    }
}

/// What the reader does in these dialogs.
#[derive(Clone, Debug, PartialEq)]
pub enum TakeAct {
    /// One is opened, for these papers or those that are at hand.
    Open(Panel, Option<Which>),
    /// Other papers are meant.
    Which(Which),
    /// Another format.
    Form(&'static FormText),
    /// With abstracts, or without.
    Abstracts(bool),
    /// With what is the reader's own, or without.
    Own(bool),
    /// So much of an abstract is printed.
    Detail(Detail),
    /// The file is called this.
    Name(String),
    /// Papers are on their way to be printed; `None` when nobody wants them any more.
    Print(Option<PrintWish>),
    /// They will not come: why.
    NoPrint(String),
}

/// How a file ends that has this name by itself, with the dot.
fn ending_of(own: &str) -> &str {
    own.rfind('.').map_or("", |dot| &own[dot..])
}

fn has_ending(name: &str, ending: &str) -> bool {
    let from = name.len().checked_sub(ending.len());
    let end = from.and_then(|from| name.get(from..));
    end.is_some_and(|end| end.eq_ignore_ascii_case(ending))
}

/// What a reader has called a file, without the ending that it has by itself.
fn without_ending<'a>(name: &'a str, own: &str) -> &'a str {
    let ending = ending_of(own);
    if has_ending(name, ending) {
        &name[..name.len() - ending.len()]
    } else {
        name
    }
}

/// What a file is saved as: as the reader has called it, with the ending that it has by itself; or
/// by its own name, where nothing was said.
pub fn file_called(name: &str, own: &str) -> String {
    match without_ending(name, own) {
        "" => own.to_owned(),
        name => [name, ending_of(own)].concat(),
    }
}

impl State {
    pub(super) fn take_along(&mut self, act: TakeAct) {
        let own = match self.preview_written.as_deref() {
            Some(Ok(view)) => view.name.as_str(),
            _ => "",
        };
        let taking = &mut self.taking;
        match act {
            TakeAct::Open(panel, which) => {
                self.panel = Some(panel);
                self.panels += 1;
                self.begin_taking(which);
            }
            TakeAct::Which(which) => {
                taking.which = which;
                taking.name = None;
            }
            TakeAct::Form(form) => {
                taking.choice.form = form;
                // The file gets the ending of the other format when it is saved.
                let name = taking.name.take();
                taking.name = name.map(|name| without_ending(&name, own).to_owned());
            }
            TakeAct::Abstracts(is_on) => taking.choice.with.abstracts = is_on,
            TakeAct::Own(is_on) => taking.choice.with.own = is_on,
            TakeAct::Detail(detail) => taking.choice.detail = detail,
            TakeAct::Name(name) => taking.name = Some(name),
            TakeAct::Print(None) => taking.printing = None,
            TakeAct::Print(Some(_)) => {
                let title = self.title_of_print().into();
                self.taking.printing = Some(Printing {
                    title,
                    parts: Rc::new([]),
                    counts: None,
                    problem: None,
                });
            }
            TakeAct::NoPrint(why) => {
                if let Some(printing) = &mut taking.printing {
                    printing.problem = Some(why.into());
                }
            }
        }
    }

    /// A dialog is opened, for these papers or those that are at hand: the chosen ones, the open
    /// one, all hits.
    pub(super) fn begin_taking(&mut self, which: Option<Which>) {
        let at_hand = if self.choice().is_some() {
            Which::Chosen
        } else if self.place.paper.is_some() {
            Which::Paper
        } else {
            Which::Hits
        };
        self.taking.which = which.unwrap_or(at_hand);
        self.taking.name = None;
        self.taking.printing = None;
        self.preview_written = None;
    }

    /// The papers that were asked for in the panel that is open.
    fn asked_for(&self) -> Which {
        if self.panel == Some(Panel::Share) {
            self.sharing.of
        } else {
            self.taking.which
        }
    }

    /// The papers that can be taken along or shared now, in the order in which they are offered.
    pub fn takable(&self) -> Vec<Which> {
        let finished = self
            .finished
            .day
            .or_else(|| self.overview.as_ref()?.finished);
        let finished = finished.filter(|day| day.starred + day.later > 0);
        let mut day = finished.map(|day| Which::Kept(day.day));
        if let kept @ Which::Kept(_) = self.asked_for() {
            day = Some(kept);
        }
        let all = [
            self.place.paper.as_ref().map(|_| Which::Paper),
            self.choice().map(|_| Which::Chosen),
            (self.hits() > 0).then_some(Which::Hits),
            Some(Which::Starred),
            day,
        ];
        all.into_iter().flatten().collect()
    }

    /// The papers that are meant: those that were asked for, while they can be taken.
    pub fn taken(&self) -> Which {
        let all = self.takable();
        let asked = self.asked_for();
        let asked = all.iter().find(|which| **which == asked);
        asked.or(all.first()).copied().unwrap_or(Which::Starred)
    }

    /// Papers as the worker knows them; `None` where there are none.
    pub(super) fn scope(&self, which: Which) -> Option<Scope> {
        let hits = |from, to| {
            Scope::Papers(Chosen::Hits {
                seq: self.answered,
                from,
                to,
            })
        };
        Some(match which {
            Which::Paper => Scope::Papers(Chosen::Ids(vec![self.place.paper.clone()?])),
            Which::Chosen => {
                let (first, last) = self.choice()?;
                hits(first, last + 1)
            }
            Which::Hits => hits(0, u32::MAX),
            Which::Starred => Scope::Starred,
            Which::Kept(day) => Scope::Kept(day),
        })
    }

    /// What the dialog of the export would have written.
    pub fn export_wish(&self) -> Option<ExportWish> {
        let TakeChoice { form, with, .. } = self.taking.choice;
        Some(ExportWish {
            form: form.id.to_owned(),
            of: self.scope(self.taken())?,
            with,
        })
    }

    /// What the dialog of printing would have printed.
    pub fn print_wish(&self) -> Option<PrintWish> {
        let TakeChoice { with, detail, .. } = self.taking.choice;
        Some(PrintWish {
            of: self.scope(self.taken())?,
            detail,
            own: with.own,
        })
    }

    /// What a key copies: the open paper or the active one, or those that are chosen; with the
    /// words for that. `None` where there is nothing.
    pub fn copy_wish(&self, chosen: bool) -> Option<(ExportWish, String)> {
        let form = text::copied_form(self.taking.choice.form);
        let (of, said) = if chosen {
            let of = self.scope(Which::Chosen)?;
            (of, text::copied_some(form, self.chosen()))
        } else {
            let id = self.place.paper.as_ref();
            let row = self.rows.get(self.active);
            let id = id.or_else(|| Some(&row?.id))?.clone();
            let said = text::copied(form, &self.title_of(&id));
            (Scope::Papers(Chosen::Ids(vec![id])), said)
        };
        let wish = ExportWish {
            form: form.id.to_owned(),
            of,
            // A citation has no abstract.
            with: ExportWith {
                abstracts: false,
                own: false,
            },
        };
        Some((wish, said))
    }

    /// The title of a paper that is on show; its id where that is not known.
    pub fn title_of(&self, id: &str) -> String {
        if let Fetched::Paper(paper) = &self.paper
            && paper.id == id
        {
            return paper.title.text.plain.clone();
        }
        let row = self.rows.position(id).and_then(|at| self.rows.get(at));
        row.map_or_else(|| id.to_owned(), |row| row.title.text.plain.clone())
    }

    /// What stands above the papers that are printed.
    fn title_of_print(&self) -> String {
        match self.taken() {
            Which::Paper => String::new(),
            Which::Chosen => text::PRINTED_CHOSEN.to_owned(),
            Which::Hits if self.place.search.text.trim().is_empty() => text::PRINTED.to_owned(),
            Which::Hits => text::printed_search(&self.place.search.text),
            Which::Starred => text::PRINTED_STARRED.to_owned(),
            Which::Kept(day) => text::printed_day(day),
        }
    }

    /// Some more papers have come to be printed.
    pub(super) fn printed(&mut self, outcome: Result<PrintedView, String>) {
        let Some(printing) = &mut self.taking.printing else {
            return;
        };
        match outcome {
            Ok(view) => {
                let parts = printing.parts.iter().cloned();
                printing.parts = parts.chain([view.papers.into()]).collect();
                printing.counts = Some((view.done, view.of, view.all));
            }
            Err(why) => printing.problem = Some(why.into()),
        }
    }
}
