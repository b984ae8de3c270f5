//! Which key does what: the table of commands with the reader's changes, and the keys that are
//! pressed one after the other. Pure.

use super::State;
use super::command::{COMMANDS, Entry};

/// How long the second key of a pair may take, in milliseconds.
pub const BETWEEN_TWO: f64 = 1_000.0;
/// What a key begins with that is pressed with Ctrl, or with Command on a Mac.
pub const CTRL: &str = "Ctrl+";
/// How the space bar is written where it is kept.
const SPACE: &str = "Space";
/// How many keys of one command are read from what is kept.
const MOST: usize = 4;
/// Keys with Ctrl that are the browser's, or copy and paste.
const BROWSERS: &str = "cnqrtvwxz";
/// Keys that the list, fields and dialogs have for themselves.
const RESERVED: [&str; 11] = [
    "Escape",
    "Backspace",
    "Tab",
    "ArrowUp",
    "ArrowDown",
    "ArrowLeft",
    "ArrowRight",
    "Home",
    "End",
    "PageUp",
    "PageDown",
];
/// What browsers name as keys and nobody can choose: pressed beside others, or no key at all.
const NO_KEYS: [&str; 12] = [
    "Shift",
    "Control",
    "Alt",
    "AltGraph",
    "Meta",
    "CapsLock",
    "NumLock",
    "Dead",
    "Compose",
    "Process",
    "Unidentified",
    "Fn",
];

/// The key by which a press is known, given what the browser calls it; `None` for what is no key
/// of its own.
pub fn stroke(name: &str, ctrl: bool) -> Option<String> {
    if NO_KEYS.contains(&name) {
        return None;
    }
    Some(if ctrl {
        [CTRL, &name.to_ascii_lowercase()].concat()
    } else {
        name.to_owned()
    })
}

/// Whether a key is one that can begin or end a pair.
pub fn is_letter(stroke: &str) -> bool {
    let mut letters = stroke.chars();
    letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
}

/// Whether a key can be chosen for a command.
pub fn can_be_chosen(stroke: &str) -> bool {
    if RESERVED.contains(&stroke) || NO_KEYS.contains(&stroke) {
        return false;
    }
    if let Some(key) = stroke.strip_prefix(CTRL) {
        let mut letters = key.chars();
        let is_one = letters
            .next()
            .is_some_and(|c| c.is_ascii_digit() || c.is_alphabetic())
            && letters.next().is_none();
        return is_one && !BROWSERS.contains(key);
    }
    let count = stroke.chars().count();
    match count {
        0 => false,
        1 => stroke == " " || !stroke.contains(|c: char| c.is_control() || c.is_whitespace()),
        // F1 is a key, and gg are two.
        2 if stroke.chars().all(char::is_alphabetic) => true,
        _ => {
            stroke.len() <= 24
                && stroke.starts_with(|c: char| c.is_ascii_uppercase())
                && stroke.chars().all(|c| c.is_ascii_alphanumeric())
        }
    }
}

/// Whether two keys cannot be told apart when the first is pressed: they are the same, or one
/// begins a pair that the other is.
fn collide(one: &str, other: &str) -> bool {
    let begins = |short: &str, long: &str| {
        is_letter(short) && long.chars().count() == 2 && long.starts_with(short) && is_pair(long)
    };
    one == other || begins(one, other) || begins(other, one)
}

fn is_pair(stroke: &str) -> bool {
    stroke.chars().count() == 2 && stroke.chars().all(char::is_alphabetic)
}

/// Which key does what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keymap {
    /// The keys of each command, in the order of the table.
    keys: Vec<Vec<String>>,
}

impl Default for Keymap {
    fn default() -> Self {
        Self {
            keys: COMMANDS.iter().map(usual).collect(),
        }
    }
}

fn usual(entry: &Entry) -> Vec<String> {
    entry.keys.iter().map(|key| (*key).to_owned()).collect()
}

impl Keymap {
    /// The keys of a command.
    pub fn keys(&self, at: usize) -> &[String] {
        self.keys.get(at).map_or(&[], Vec::as_slice)
    }

    /// The first key of the command of this id that is in force; keys of one letter may be off.
    pub fn of(&self, id: &str, has_singles: bool) -> Option<&str> {
        let at = super::command::command_of(id)?;
        let mut keys = self.keys(at).iter().map(String::as_str);
        keys.find(|key| has_singles || !is_single(key))
    }

    /// Whether a command has the keys that it has at first.
    pub fn is_usual(&self, at: usize) -> bool {
        COMMANDS
            .get(at)
            .is_none_or(|entry| self.keys(at) == entry.keys)
    }

    /// Whether the reader has changed any.
    pub fn is_changed(&self) -> bool {
        (0..COMMANDS.len()).any(|at| !self.is_usual(at))
    }

    /// The command that a key does.
    pub fn find(&self, stroke: &str) -> Option<&'static Entry> {
        let has = |keys: &Vec<String>| keys.iter().any(|key| key == stroke);
        COMMANDS.get(self.keys.iter().position(has)?)
    }

    fn begins_pair(&self, stroke: &str) -> bool {
        let mut all = self.keys.iter().flatten();
        is_letter(stroke) && all.any(|key| is_pair(key) && key.starts_with(stroke))
    }

    /// The other command that has a key, or one that cannot be told from it.
    pub fn taken(&self, at: usize, stroke: &str) -> Option<usize> {
        let has = |keys: &Vec<String>| keys.iter().any(|key| collide(key, stroke));
        let others = self.keys.iter().enumerate();
        others
            .filter(|(other, _)| *other != at)
            .find(|(_, keys)| has(keys))
            .map(|(other, _)| other)
    }

    /// The other command that has one of the usual keys of this one.
    pub fn usual_taken(&self, at: usize) -> Option<usize> {
        let keys = COMMANDS.get(at)?.keys;
        keys.iter().find_map(|key| self.taken(at, key))
    }

    /// Gives a command other keys, none of which may be [taken](Self::taken).
    fn put(&mut self, at: usize, keys: Vec<String>) {
        if let Some(old) = self.keys.get_mut(at) {
            *old = keys;
        }
    }

    /// This command gets a key that another one has, which gets all keys of this one; `None` where
    /// that cannot be told apart, or the other one's cannot be changed.
    pub fn swapped(&self, at: usize, other: usize, stroke: &str) -> Option<Self> {
        let is_free = COMMANDS.get(other).is_some_and(Entry::is_changeable);
        let mut map = self.clone();
        map.put(other, self.keys(at).to_vec());
        map.put(at, vec![stroke.to_owned()]);
        let fits = |at: usize| map.keys(at).iter().all(|key| map.taken(at, key).is_none());
        (is_free && fits(at) && fits(other)).then_some(map)
    }

    /// What is kept: a line for each command whose keys were changed, with its id and its keys.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        for (at, entry) in COMMANDS.iter().enumerate() {
            if self.is_usual(at) {
                continue;
            }
            text.push_str(entry.id);
            for key in self.keys(at) {
                text.push(' ');
                text.push_str(if key == " " { SPACE } else { key });
            }
            text.push('\n');
        }
        text
    }

    /// Reads what [`Keymap::to_text`] wrote, whatever became of it: commands that are not known,
    /// and keys that nobody can choose or that are taken, are left out.
    pub fn from_text(text: &str) -> Self {
        let mut map = Self::default();
        let mut is_changed = vec![false; COMMANDS.len()];
        for (at, keys) in lines(text) {
            if !std::mem::replace(&mut is_changed[at], true) {
                map.put(at, keys);
            }
        }
        // What the reader chose is theirs, also where this version has come to use the key itself.
        let (chosen, others): (Vec<usize>, Vec<usize>) =
            (0..COMMANDS.len()).partition(|at| is_changed[*at]);
        let mut known: Vec<String> = Vec::new();
        for at in chosen.into_iter().chain(others) {
            let mut keys = map.keys(at).to_vec();
            keys.retain(|key| !known.iter().any(|known| collide(known, key)));
            known.extend(keys.iter().cloned());
            map.put(at, keys);
        }
        map
    }

    /// Whether a text says anything of keys.
    pub fn reads(text: &str) -> bool {
        lines(text).next().is_some()
    }
}

/// The commands of a text that can be changed, each with its keys that can be chosen.
fn lines(text: &str) -> impl Iterator<Item = (usize, Vec<String>)> {
    text.lines().filter_map(|line| {
        let mut words = line.split(' ');
        let at = super::command::command_of(words.next()?)?;
        COMMANDS[at].is_changeable().then_some(())?;
        let keys = words.map(|key| if key == SPACE { " " } else { key });
        let keys = keys.filter(|key| can_be_chosen(key)).take(MOST);
        Some((at, keys.map(str::to_owned).collect()))
    })
}

/// Whether a key is pressed alone and is a character, so that speech and stray hands may press it.
pub fn is_single(stroke: &str) -> bool {
    stroke.chars().count() == 1 || is_pair(stroke)
}

/// The first key of two, once it was pressed.
#[derive(Debug, Default)]
pub struct Pressed(Option<(String, f64)>);

impl Pressed {
    /// A key was pressed at this time in milliseconds: the command that it does, alone or with the
    /// one before.
    pub fn press(&mut self, stroke: &str, now: f64, keymap: &Keymap) -> Option<&'static Entry> {
        let pair = self.0.take().filter(|(_, at)| now - at <= BETWEEN_TWO);
        let pair = pair.map(|(first, _)| first + stroke);
        if let Some(entry) = pair.and_then(|pair| keymap.find(&pair)) {
            return Some(entry);
        }
        if keymap.begins_pair(stroke) {
            self.0 = Some((stroke.to_owned(), now));
            return None;
        }
        keymap.find(stroke)
    }
}

/// What the reader does with the keys. Commands have their numbers in the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyAct {
    /// A command gets these keys, or none.
    Put(usize, Vec<String>),
    /// A command gets a key of another one, which gets all of its.
    Swap(usize, usize, String),
    /// A command gets the keys back that it had at first.
    Usual(usize),
    /// All commands do.
    AllUsual,
    /// Another tab has kept these.
    Adopt(String),
}

impl State {
    pub(super) fn change_keys(&mut self, act: KeyAct) {
        let mut map = Keymap::clone(&self.keymap);
        match act {
            KeyAct::Put(at, keys) => {
                if keys.iter().all(|key| map.taken(at, key).is_none()) {
                    map.put(at, keys);
                }
            }
            KeyAct::Swap(at, other, stroke) => {
                map = map.swapped(at, other, &stroke).unwrap_or(map);
            }
            KeyAct::Usual(at) => {
                if map.usual_taken(at).is_none() {
                    map.put(at, COMMANDS.get(at).map(usual).unwrap_or_default());
                }
            }
            KeyAct::AllUsual => map = Keymap::default(),
            KeyAct::Adopt(text) => map = Keymap::from_text(&text),
        }
        if *self.keymap != map {
            self.keymap = map.into();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::place::Place;
    use crate::ui::state::Action;
    use crate::ui::state::command::command_of;

    fn at(id: &str) -> usize {
        command_of(id).unwrap()
    }

    fn ids(map: &Keymap, keys: &[(&str, f64)]) -> Vec<Option<&'static str>> {
        let mut pressed = Pressed::default();
        let press = |(key, now): &(&str, f64)| Some(pressed.press(key, *now, map)?.id);
        keys.iter().map(press).collect()
    }

    #[test]
    fn the_usual_keys_can_be_told_apart() {
        let map = Keymap::default();
        for (number, entry) in COMMANDS.iter().enumerate() {
            for key in map.keys(number) {
                assert_eq!(map.taken(number, key), None, "{key}");
                assert!(can_be_chosen(key) || !entry.is_changeable(), "{key}");
            }
        }
        assert!(!map.is_changed() && map.to_text().is_empty());
    }

    #[test]
    fn two_keys_are_pressed_one_after_the_other() {
        let map = Keymap::default();
        let all = [
            ("g", 0.0),
            ("g", 900.0),
            ("g", 950.0),
            ("g", 2_000.0),
            ("j", 2_100.0),
        ];
        assert_eq!(
            ids(&map, &all),
            [None, Some("first"), None, None, Some("next")]
        );
        let mut state = State::new(Place::default());
        state.apply(Action::Keys(KeyAct::Put(at("star"), vec!["qw".into()])));
        assert_eq!(
            ids(
                &state.keymap,
                &[("q", 0.0), ("w", 1.0), ("q", 2.0), ("j", 3.0)]
            ),
            [None, Some("star"), None, Some("next")]
        );
    }

    #[test]
    fn a_key_that_is_taken_is_named_and_can_be_swapped() {
        let mut state = State::new(Place::default());
        let (star, first, back) = (at("star"), at("first"), at("back"));
        assert_eq!(state.keymap.taken(star, "j"), Some(at("next")));
        assert_eq!(state.keymap.taken(star, "s"), None, "it is its own");
        assert_eq!(state.keymap.taken(star, "g"), Some(first), "it begins gg");
        assert_eq!(state.keymap.taken(star, "sx"), None, "s is given up for it");
        assert_eq!(state.keymap.taken(star, "xs"), Some(at("skip")));
        state.apply(Action::Keys(KeyAct::Put(star, vec!["j".into()])));
        assert!(!state.keymap.is_changed(), "nothing loses its key unasked");
        state.apply(Action::Keys(KeyAct::Swap(star, at("next"), "j".into())));
        assert_eq!(state.keymap.find("j").unwrap().id, "star");
        assert_eq!(state.keymap.find("s").unwrap().id, "next");
        assert_eq!(state.keymap.usual_taken(star), Some(at("next")));
        state.apply(Action::Keys(KeyAct::Usual(star)));
        assert_eq!(
            state.keymap.of("star", true),
            Some("j"),
            "its own key is taken"
        );
        let map = &state.keymap;
        assert_eq!(map.swapped(star, back, "Escape"), None);
        state.apply(Action::Keys(KeyAct::AllUsual));
        assert!(!state.keymap.is_changed());
    }

    #[test]
    fn keys_read_back_from_their_text() {
        let mut state = State::new(Place::default());
        for (id, keys) in [
            ("star", &["b"][..]),
            ("skip", &[]),
            ("scroll", &["F2"]),
            ("next", &[" ", "zz"]),
            ("add-files", &["Ctrl+o"]),
        ] {
            let keys = keys.iter().map(|key| (*key).to_owned()).collect();
            state.apply(Action::Keys(KeyAct::Put(at(id), keys)));
        }
        let text = state.keymap.to_text();
        assert_eq!(
            text,
            "next Space zz\nscroll F2\nstar b\nskip\nadd-files Ctrl+o\n"
        );
        assert!(Keymap::reads(&text));
        assert_eq!(Keymap::from_text(&text), *state.keymap);
        assert_eq!(state.keymap.of("skip", true), None);
        let quiet = |id: &str| state.keymap.of(id, false);
        assert_eq!((quiet("star"), quiet("scroll")), (None, Some("F2")));
        assert_eq!(quiet("palette"), Some("Ctrl+k"));
    }

    #[test]
    fn what_a_browser_kept_may_be_anything() {
        for text in [
            "star s s s\nstar x\nskip s",
            "back q\nhelp Escape Tab\nnonsense j",
            "open Enter\nnext Enter j",
            "first g\nstar \u{7} \u{200b}\t",
            "last gg\nfirst g",
            "\n\n star s",
        ] {
            let map = Keymap::from_text(text);
            for number in 0..COMMANDS.len() {
                for key in map.keys(number) {
                    assert_eq!(map.taken(number, key), None, "{text:?}: {key:?}");
                }
            }
            assert_eq!(map.keys(at("back")), ["Escape"], "{text:?}");
            assert_eq!(Keymap::from_text(&map.to_text()), map, "{text:?}");
        }
        for (text, expected) in [("star", true), ("{\"star\":1}", false), ("back q", false)] {
            assert_eq!(Keymap::reads(text), expected, "{text}");
        }
        // A key that the reader chose is taken from the command that has it at first.
        let map = Keymap::from_text("help j");
        assert_eq!(map.find("j").unwrap().id, "help");
        assert!(map.keys(at("next")).is_empty());
    }
}
