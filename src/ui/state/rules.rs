//! The reader's own rules and tags by hand, as the page knows them.

use std::rc::Rc;

use crate::core::facet::Facet;
use crate::core::paper::Part;
use crate::protocol::{
    BuiltIn, Draft, FileReport, Hand, OwnEdit, OwnView, PreviewView, RuleField, TagView, Tagging,
};
use crate::ui::text;

/// How many changes are remembered until it is certain that they were sent.
const REMEMBERED: usize = 8;

/// The reader's own rules and tags by hand.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rules {
    /// As the worker has them.
    pub own: Rc<OwnView>,
    /// How often the worker has told them.
    pub told: u32,
    /// What there was before they last changed.
    before: Option<String>,
    /// The rule that is being edited; kept while the panel is closed.
    pub editing: Option<Editing>,
    /// The last changes that were asked for, with their numbers.
    pub asked: Rc<[(u32, OwnEdit)]>,
    /// What can be taken back.
    pub undo: Option<Rc<Undo>>,
    /// How far papers are tagged by new rules; `None` when they are.
    pub tagging: Option<Tagging>,
    /// The tag that is being put on the open paper.
    pub adding: Adding,
}

/// A rule in the editor.
#[derive(Clone, Debug, PartialEq)]
pub struct Editing {
    /// The rule of the list that it takes the place of; `None` for a new one.
    pub at: Option<u32>,
    /// The rule.
    pub draft: Rc<Draft>,
    /// What the last draft of which that is known would change.
    pub preview: Option<Rc<PreviewView>>,
    /// Whether the preview is of this draft.
    pub fits: bool,
    /// What came of saving it.
    pub saving: Saving,
    /// Whether something was written in it.
    changed: bool,
    /// Whether the list of rules was on show before.
    pub from_list: bool,
}

/// What came of saving a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    /// Nobody tried.
    Untried,
    /// It is saved as soon as the worker says that it can be.
    Waits,
    /// It cannot be saved as it was, so that what is missing is told.
    Refused,
}

/// A change that can be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undo {
    /// What there was before it.
    pub before: Before,
    /// What it was, for a person.
    pub said: String,
}

/// What a change can be taken back to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Before {
    /// All rules, as a file.
    Own(String),
    /// A rule in the editor that was not saved.
    Draft(Option<u32>, Rc<Draft>),
}

/// The tag that is being put on the open paper.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Adding {
    /// What is typed; `None` while nothing is.
    pub typed: Option<String>,
    /// The tags that fit.
    pub all: Rc<[TagView]>,
    /// The one that is chosen.
    pub chosen: usize,
}

impl Adding {
    /// Chooses the next or the one before, round both ends.
    pub(super) fn choose(&mut self, by: i32) {
        let count = i32::try_from(self.all.len()).unwrap_or(0).max(1);
        let now = i32::try_from(self.chosen).unwrap_or(0);
        self.chosen = usize::try_from((now + by).rem_euclid(count)).unwrap_or(0);
    }
}

impl Editing {
    /// A rule that is yet to be looked at.
    pub(super) fn new(at: Option<u32>, draft: Rc<Draft>, from_list: bool) -> Self {
        Self {
            at,
            draft,
            preview: None,
            fits: false,
            saving: Saving::Untried,
            changed: false,
            from_list,
        }
    }

    /// A field says something else. Of the parts that are looked at the one named is ticked or not.
    fn put(&mut self, field: RuleField, value: String) {
        let mut draft = Draft::clone(&self.draft);
        match field {
            RuleField::Name | RuleField::Label => draft.name = value,
            RuleField::Facet => draft.facet = Facet::from_name(&value).unwrap_or(draft.facet),
            RuleField::Words => draft.words = value,
            RuleField::Regex => draft.regex = value,
            RuleField::Not => draft.not = value,
            RuleField::Places => {
                let ticked = |part: &Part| {
                    let is = looks_in(&draft, *part);
                    if text::part(*part) == value { !is } else { is }
                };
                let places: Vec<Part> = PARTS.into_iter().filter(ticked).collect();
                // All of them are written as none; and nowhere there is nothing to find.
                let all = places.is_empty() || places.len() == PARTS.len();
                draft.places = if all { Vec::new() } else { places };
            }
            RuleField::BuiltIn => {
                let all = [BuiltIn::Keep, BuiltIn::Replace, BuiltIn::Off];
                let named = all.into_iter().find(|what| text::built_in(*what) == value);
                draft.built_in = named.unwrap_or_default();
            }
            RuleField::Status => draft.is_off = !draft.is_off,
        }
        self.draft = Rc::new(draft);
        self.changed = true;
        self.fits = false;
        if self.saving == Saving::Waits {
            self.saving = Saving::Refused;
        }
    }
}

/// The parts of a paper in which a rule can look.
pub const PARTS: [Part; 3] = [Part::Title, Part::Abstract, Part::Comment];

/// Whether a rule looks in a part.
pub fn looks_in(draft: &Draft, part: Part) -> bool {
    draft.places.is_empty() || draft.places.contains(&part)
}

impl Rules {
    /// Something is typed into the rule that is being edited.
    pub(super) fn put(&mut self, field: RuleField, value: String) {
        if let Some(editing) = &mut self.editing {
            editing.put(field, value);
        }
    }

    /// The rule that gives a tag, ready to be edited, or a new one.
    pub(super) fn of_tag(&self, tag: &TagView) -> (Option<u32>, Rc<Draft>) {
        let mut rules = (0..).zip(&self.own.rules);
        let known = rules.find(|(_, rule)| rule.tag.facet == tag.facet && rule.tag.id == tag.id);
        if let Some((at, rule)) = known {
            return (Some(at), Rc::new(rule.draft.clone()));
        }
        let new = Draft {
            name: tag.label.clone(),
            facet: tag.facet,
            ..Draft::default()
        };
        (None, Rc::new(new))
    }

    /// Asks the worker for a change and remembers how to take it back.
    pub(super) fn ask(&mut self, edit: OwnEdit) {
        if let Some(said) = text::did(&edit, &self.own.rules) {
            self.remember(said);
        }
        self.send(edit);
    }

    fn remember(&mut self, said: String) {
        let before = Before::Own(self.own.text.clone());
        self.undo = Some(Rc::new(Undo { before, said }));
    }

    /// Lets go of the rule in the editor; what was written there can be had back. Says whether the
    /// list of rules was on show before.
    pub(super) fn drop_editing(&mut self) -> bool {
        let Some(editing) = self.editing.take() else {
            return false;
        };
        if editing.changed {
            let before = Before::Draft(editing.at, editing.draft);
            let said = text::DROPPED.to_owned();
            self.undo = Some(Rc::new(Undo { before, said }));
        }
        editing.from_list
    }

    fn send(&mut self, edit: OwnEdit) {
        let last = self.asked.last().map_or(0, |(number, _)| *number);
        let kept = self.asked.len().saturating_sub(REMEMBERED);
        let asked = self.asked.iter().skip(kept).cloned();
        self.asked = asked.chain([(last + 1, edit)]).collect();
    }

    /// Has the rules as they were at another time, and gives the way back from there.
    pub(super) fn swap(&mut self, undo: &Undo) -> Rc<Undo> {
        let now = Before::Own(self.own.text.clone());
        if let Before::Own(text) = &undo.before {
            self.send(OwnEdit::All(text.clone()));
        }
        let said = undo.said.clone();
        Rc::new(Undo { before: now, said })
    }

    /// Takes the last change back. Gives the rule that is to be edited again, if it was that.
    pub(super) fn undo(&mut self) -> Option<(Option<u32>, Rc<Draft>)> {
        match &self.undo.take()?.before {
            Before::Own(text) => {
                self.send(OwnEdit::All(text.clone()));
                None
            }
            Before::Draft(at, draft) => Some((*at, draft.clone())),
        }
    }

    /// Tries to save the rule that is being edited; says whether it is saved.
    pub(super) fn save(&mut self) -> bool {
        let Some(editing) = &mut self.editing else {
            return false;
        };
        editing.saving = if editing.fits {
            Saving::Refused
        } else {
            Saving::Waits
        };
        let is_good = |preview: &Rc<PreviewView>| preview.problems.is_empty();
        if !editing.fits || !editing.preview.as_ref().is_some_and(is_good) {
            return false;
        }
        let edit = OwnEdit::Save(editing.at, Draft::clone(&editing.draft));
        self.editing = None;
        self.ask(edit);
        true
    }

    /// The worker tells the rules as they are now; says whether papers have other tags.
    pub(super) fn tell(&mut self, own: OwnView) -> bool {
        let changed = own.changed;
        if own.text != self.own.text {
            self.before = Some(self.own.text.clone());
        }
        self.told += 1;
        self.own = Rc::new(own);
        changed
    }

    /// Rules were taken over from files.
    pub(super) fn imported(&mut self, reports: &[Rc<FileReport>]) {
        let said = text::imported(reports.iter().map(|report| &**report));
        if let (Some(said), Some(before)) = (said, self.before.take()) {
            let before = Before::Own(before);
            self.undo = Some(Rc::new(Undo { before, said }));
        }
    }

    /// What a draft would change is known, as far as papers were looked at; says whether the rule
    /// is to be saved.
    pub(super) fn preview(&mut self, preview: PreviewView) -> bool {
        let Some(editing) = &mut self.editing else {
            return false;
        };
        editing.preview = Some(Rc::new(preview));
        editing.fits = true;
        editing.saving == Saving::Waits
    }

    /// A tag of the open paper is put on or taken off by hand.
    pub(super) fn by_hand(&mut self, paper: &str, tag: &TagView, what: Option<Hand>) {
        self.adding = Adding::default();
        self.remember(text::did_by_hand(&tag.label, what));
        self.send(OwnEdit::Hand {
            paper: paper.to_owned(),
            facet: tag.facet,
            tag: tag.id.clone(),
            what,
        });
    }
}
