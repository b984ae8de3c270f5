//! The palette: what stands in it, and what of that a few letters mean. Pure.

use std::rc::Rc;

use crate::protocol::{Choice, Edit, FacetValue, SettingKind};
use crate::ui::text;

use super::State;
use super::command::{COMMANDS, Needs};

/// How many lines are shown.
const MOST: usize = 60;
/// How many lines that were used are remembered.
const REMEMBERED: usize = 12;
/// The longest id of a line that is kept, in bytes.
const LONGEST: usize = 300;

/// The command that comes first on a page without papers.
const FIRST_OF_ALL: &str = "add-files";

/// What the palette shows beside its lines.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Palette {
    /// What is typed.
    pub typed: String,
    /// The line that Enter takes.
    pub chosen: usize,
    /// The ids of the lines that were used last, the newest first; kept from visit to visit.
    pub recent: Rc<[String]>,
}

/// What the reader does in the palette.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaletteAct {
    /// The box says this now.
    Type(String),
    /// Another line is chosen: so many further down, or up, round both ends.
    Choose(i32),
    /// The line of this id was used.
    Used(String),
}

/// One line of the palette.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is called where it is kept that it was used.
    pub id: String,
    /// What it says, which is what letters are looked for in.
    pub name: String,
    /// What stands at its end: a key, or how many papers.
    pub end: String,
    /// What it does.
    pub does: Does,
}

/// What a line does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Does {
    /// The command of this number in the table.
    Command(usize),
    /// A change of the query.
    Edit(Edit),
    /// The saved search of this name is put in force.
    Run(String),
    /// The query becomes this.
    Query(String),
}

impl Palette {
    /// What earlier visits have used, as [`Palette::recent_text`] wrote it.
    pub fn recent_from(text: &str) -> Rc<[String]> {
        let lines = text.lines().filter(|line| !line.is_empty());
        lines.take(REMEMBERED).map(str::to_owned).collect()
    }

    /// What was used, to be kept.
    pub fn recent_text(&self) -> String {
        self.recent.join("\n")
    }

    /// Whether a text can be what was kept of it.
    pub fn reads(text: &str) -> bool {
        let is_id = |line: &str| {
            line.len() <= LONGEST && !line.contains(|letter: char| letter.is_control())
        };
        text.lines().count() <= REMEMBERED && text.lines().all(is_id)
    }

    fn used(&mut self, id: &str) {
        if Self::reads(id) {
            let others = self.recent.iter().filter(|known| **known != id).cloned();
            let all = std::iter::once(id.to_owned()).chain(others);
            self.recent = all.take(REMEMBERED).collect();
        }
    }
}

impl State {
    pub(super) fn palette(&mut self, act: PaletteAct) {
        match act {
            PaletteAct::Type(typed) => {
                self.palette.typed = typed;
                self.palette.chosen = 0;
            }
            PaletteAct::Choose(by) => {
                let count = i32::try_from(self.palette_lines(false).len()).unwrap_or(0);
                let now = i32::try_from(self.palette.chosen).unwrap_or(0);
                let next = (now + by).rem_euclid(count.max(1));
                self.palette.chosen = usize::try_from(next).unwrap_or(0);
            }
            PaletteAct::Used(id) => self.palette.used(&id),
        }
    }

    /// All that the palette offers, group by group: what comes first is preferred where letters fit
    /// as well. Whoever adds a group adds it here.
    fn palette_offers(&self, is_mac: bool) -> Vec<Line> {
        let mut all = self.saved_lines();
        all.extend(self.command_lines(is_mac));
        all.extend(self.facet_lines());
        all
    }

    /// The lines of the palette that are shown: those that fit what is typed, the best first;
    /// where nothing is typed those that were used last come first. On a Mac keys are called
    /// otherwise.
    pub fn palette_lines(&self, is_mac: bool) -> Vec<Line> {
        let offers = self.palette_offers(is_mac);
        let typed = self.palette.typed.to_ascii_lowercase();
        let words: Vec<&str> = typed.split_whitespace().collect();
        let recent = |line: &Line| self.palette.recent.iter().position(|id| *id == line.id);
        let number = |of: usize| u64::try_from(of).unwrap_or(u64::MAX);
        let mut order: Vec<(u64, u64)> = Vec::new();
        for (at, line) in offers.iter().enumerate() {
            if let Some(rank) = rank(&words, &line.name.to_ascii_lowercase()) {
                let recent = recent(line).unwrap_or(REMEMBERED);
                // What fits as well stays in the order of the groups.
                let key = u64::from(rank) << 16 | number(recent);
                order.push((key, number(at)));
            }
        }
        order.sort_unstable();
        // Scattered letters are a guess, for want of anything better.
        let is_guess = |key: u64| key >> 16 >= u64::from(LETTERS);
        if order.first().is_some_and(|(key, _)| !is_guess(*key)) {
            order.retain(|(key, _)| !is_guess(*key));
        }
        let best = order.into_iter().take(MOST);
        let line = |(_, at): (u64, u64)| offers.get(usize::try_from(at).ok()?).cloned();
        best.filter_map(line).collect()
    }

    /// The saved searches and the followed authors, with what is new of each.
    fn saved_lines(&self) -> Vec<Line> {
        let all = self.settings.all.iter().filter(|_| self.papers > 0);
        let lines = all.filter_map(|view| {
            let (name, does) = match view.kind {
                SettingKind::Search => (text::run_search(&view.name), Does::Run(view.name.clone())),
                SettingKind::Author => (
                    text::show_author(&view.name),
                    Does::Query(view.query.clone()),
                ),
                _ => return None,
            };
            let new = view.new.filter(|new| *new > 0);
            Some(Line {
                id: name.clone(),
                end: new.map_or_else(String::new, text::some_new),
                name,
                does,
            })
        });
        lines.collect()
    }

    /// The commands that make sense now.
    fn command_lines(&self, is_mac: bool) -> Vec<Line> {
        let makes_sense = |needs| match needs {
            Needs::Nothing => true,
            Needs::Reports => !self.reports.is_empty(),
            Needs::Papers => self.papers > 0,
        };
        let all = COMMANDS.iter().enumerate();
        let shown = all.filter(|(_, entry)| entry.is_named() && makes_sense(entry.needs));
        let mut lines: Vec<Line> = shown
            .map(|(at, entry)| {
                let key = self.keymap.of(entry.id, true);
                Line {
                    id: entry.id.to_owned(),
                    name: entry.name.to_owned(),
                    end: key.map_or_else(String::new, |key| text::key(key, is_mac)),
                    does: Does::Command(at),
                }
            })
            .collect();
        // Before there are papers what reads some comes first.
        if self.papers == 0
            && let Some(first) = lines.iter().position(|line| line.id == FIRST_OF_ALL)
        {
            lines.rotate_left(first);
        }
        lines
    }

    /// The values of the facets as the last answer has them: every value that some hit has, with
    /// its count. The worker need not be asked: a value that it could add would find nothing.
    fn facet_lines(&self) -> Vec<Line> {
        let found = self.found.as_ref().filter(|_| self.papers > 0);
        let facets = found.iter().flat_map(|found| found.facets.iter());
        let lines = facets.flat_map(|view| {
            let facet = text::facet(view.facet).to_ascii_lowercase();
            let line = move |value: &FacetValue| {
                let id = value.name.id();
                let is_chosen = value.choice == Choice::Included;
                Line {
                    id: format!("{}:{id}", view.facet.name()),
                    name: text::filter_by(&facet, value.name.label(), is_chosen),
                    end: value.count.to_string(),
                    does: Does::Edit(Edit::Include(view.facet, id.to_owned())),
                }
            };
            view.values.iter().map(line).collect::<Vec<_>>()
        });
        lines.collect()
    }
}

/// How badly words fit a name, both in small letters; 0 is best. Each must be found in it: as the
/// beginning of a word, inside one, or as letters in their order that start with a word.
fn rank(words: &[&str], name: &str) -> Option<u32> {
    let ranks = words.iter().map(|word| rank_of(word, name));
    ranks.sum()
}

/// Whether a letter goes on with the word before it.
fn is_of_word(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || !letter.is_ascii()
}

/// What it costs to be found as scattered letters: more than in any other way.
const LETTERS: u32 = 16;

fn rank_of(word: &str, name: &str) -> Option<u32> {
    /// What each way of being found costs.
    const WORD: u32 = 1;
    const INSIDE: u32 = 8;
    if name.starts_with(word) {
        return Some(0);
    }
    let is_start = |at: usize| !name[..at].ends_with(is_of_word);
    let mut places = name.match_indices(word).map(|(at, _)| at).peekable();
    if let Some(first) = places.peek().copied() {
        // The later the word stands in the name, the less is the name about it.
        let start = places.find(|at| is_start(*at));
        let before = |at: usize| {
            let words = name[..at].split(' ').count().min(6);
            u32::try_from(words).unwrap_or(0)
        };
        return Some(match start {
            Some(at) => WORD + before(at) / 2,
            None => INSIDE + before(first) / 2,
        });
    }
    // One letter that is nowhere is no beginning of anything.
    let mut letters = word.chars();
    let first = letters.next()?;
    let starts = name.match_indices(first).map(|(at, _)| at);
    let spread = starts.filter(|at| is_start(*at)).filter_map(|at| {
        let mut rest = name[at..].char_indices().skip(1);
        let mut last = 0;
        for letter in letters.clone() {
            last = rest.find(|(_, other)| *other == letter)?.0;
        }
        u32::try_from(last).ok()
    });
    Some(LETTERS + spread.min()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::facet::Facet;
    use crate::protocol::{FacetView, ValueName};
    use crate::ui::place::Place;
    use crate::ui::state::{Action, Found};

    fn value(facet: Facet, id: &str, label: &str, count: u32, choice: Choice) -> FacetView {
        FacetView {
            facet,
            all_of: false,
            can_all_of: true,
            values: vec![FacetValue {
                name: ValueName::new(id, label, ""),
                count,
                choice,
            }],
        }
    }

    fn library() -> State {
        let mut state = State::new(Place::default());
        state.papers = 100;
        let off = Choice::Off;
        state.found = Some(Rc::new(Found {
            facets: Rc::new([
                Rc::new(value(Facet::Task, "segmentation", "Segmentation", 12, off)),
                Rc::new(value(
                    Facet::Modality,
                    "video",
                    "Video",
                    3,
                    Choice::Included,
                )),
            ]),
            ..Found::default()
        }));
        state
    }

    fn typed(state: &mut State, text: &str) -> Vec<String> {
        state.apply(Action::Palette(PaletteAct::Type(text.to_owned())));
        let lines = state.palette_lines(false).into_iter();
        lines.map(|line| line.name).collect()
    }

    #[test]
    fn a_few_letters_find_a_command() {
        let mut state = library();
        for (text, expected) in [
            ("star", "Star"),
            ("mark all", "Mark all above as read"),
            ("mash", "Mark all shown as read"),
            ("undo", "Undo"),
            ("segm", "Filter: task · Segmentation"),
            ("filter vid", "Filter no more: modality · Video"),
            ("next und", "Show the next undecided day"),
            ("oldest", "Sort by oldest"),
            ("OPEN", "Open the paper"),
            ("files", "Open files"),
        ] {
            let all = typed(&mut state, text);
            assert_eq!(
                all.first().map(String::as_str),
                Some(expected),
                "{text}: {all:?}"
            );
        }
        assert!(typed(&mut state, "zzqx").is_empty());
        let all = state.palette_lines(false);
        assert!(all.is_empty() && state.palette.chosen == 0);
    }

    #[test]
    fn values_say_how_many_papers_and_commands_their_keys() {
        let mut state = library();
        let ends = |state: &mut State, text: &str| {
            typed(state, text);
            state.palette_lines(false).remove(0).end
        };
        assert_eq!(ends(&mut state, "segmentation"), "12");
        assert_eq!(ends(&mut state, "first paper"), "g g");
        let star = super::super::command::command_of("star").unwrap();
        let put = super::super::KeyAct::Put(star, vec!["b".into()]);
        state.apply(Action::Keys(put));
        assert_eq!(ends(&mut state, "star"), "b");
    }

    #[test]
    fn what_was_used_last_comes_first() {
        let mut state = library();
        for id in ["theme", "task:segmentation", "theme", "help", "no\u{7}t"] {
            state.apply(Action::Palette(PaletteAct::Used(id.to_owned())));
        }
        let all = typed(&mut state, "");
        assert_eq!(
            all[..3],
            ["Help", "Change the colours", "Filter: task · Segmentation"]
        );
        let text = state.palette.recent_text();
        assert_eq!(text, "help\ntheme\ntask:segmentation");
        assert!(Palette::reads(&text) && !Palette::reads(&"a\n".repeat(99)));
        assert_eq!(Palette::recent_from(&text), state.palette.recent);
    }

    #[test]
    fn before_anything_was_read_only_what_makes_sense_is_offered() {
        let mut state = State::new(Place::default());
        let all = typed(&mut state, "");
        let has = |name: &str| all.iter().any(|known| known == name);
        assert_eq!(all[0], "Open files");
        assert!(has("Try the sample") && has("Undo") && has("Help"));
        assert!(!has("Star") && !has("Sort by newest") && !has("Put a tag on the paper"));
        state.apply(Action::Palette(PaletteAct::Choose(-1)));
        assert_eq!(state.palette.chosen, all.len() - 1);
        state.apply(Action::Palette(PaletteAct::Choose(1)));
        assert_eq!(state.palette.chosen, 0);
    }
}
