//! The reader's own rules and tags by hand, as the page knows them.

use std::rc::Rc;

use crate::core::facet::Facet;
use crate::core::paper::Part;
use crate::protocol::{BuiltIn, Draft, OwnEdit, OwnView, PreviewView, RuleField, TagView, Tagging};
use crate::ui::text;

use super::Adding;

/// How many changes are remembered until it is certain that they were sent.
const REMEMBERED: usize = 8;

/// The reader's own rules and tags by hand.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rules {
    /// As the worker has them.
    pub own: Rc<OwnView>,
    /// How often the worker has told them.
    pub told: u32,
    /// The rule that is being edited; kept while the panel is closed.
    pub editing: Option<Editing>,
    /// The last changes that were asked for, with their numbers.
    pub asked: Rc<[(u32, OwnEdit)]>,
    /// What was written and not saved, while it can be had back.
    pub undo: Option<Rc<Undo>>,
    /// How far papers are tagged by new rules; `None` when they are.
    pub tagging: Option<Tagging>,
    /// The tag that is being put on papers.
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

/// A rule that was written in the editor and not saved, which can be had back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undo {
    /// The rule of the list whose place it was to take.
    pub at: Option<u32>,
    /// What was written.
    pub draft: Rc<Draft>,
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

    /// Asks the worker for a change.
    pub(super) fn ask(&mut self, edit: OwnEdit) {
        let last = self.asked.last().map_or(0, |(number, _)| *number);
        let kept = self.asked.len().saturating_sub(REMEMBERED);
        let asked = self.asked.iter().skip(kept).cloned();
        self.asked = asked.chain([(last + 1, edit)]).collect();
    }

    /// Lets go of the rule in the editor; what was written there can be had back. Says whether the
    /// list of rules was on show before.
    pub(super) fn drop_editing(&mut self) -> bool {
        let Some(editing) = self.editing.take() else {
            return false;
        };
        let Editing { at, draft, .. } = editing;
        if editing.changed {
            self.undo = Some(Rc::new(Undo { at, draft }));
        }
        editing.from_list
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
        self.told += 1;
        self.own = Rc::new(own);
        changed
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
}
