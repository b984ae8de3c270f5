//! The lines of the lists, as JSON.

use serde::{Deserialize, Serialize};

use super::manifest::{NO_PAPER, Source, check_note, check_notes};
use super::time::words;
use crate::core::marks::{
    Act, Change, Deed, Flags, Held, Kind, LONGEST_SETTING, Setting, SettingKind, Stamped, Version,
    paper_of,
};
use crate::core::paper::PaperId;

#[allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands over what it may leave out like this"
)]
fn is_false(is: &bool) -> bool {
    !is
}

/// What is known of a paper.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HeldLine {
    /// Which paper; empty where that is known from elsewhere.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    paper: String,
    #[serde(default, skip_serializing_if = "is_false")]
    seen: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    starred: Option<MarkLine>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    later: Option<MarkLine>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    skipped: Option<MarkLine>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    read: Option<MarkLine>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    notes: Vec<NoteLine>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    replaced: Vec<String>,
}

/// Whether a mark is on, and since when.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct MarkLine {
    on: bool,
    #[serde(with = "words")]
    at: u64,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct NoteLine {
    #[serde(with = "words")]
    at: u64,
    text: String,
}

/// A setting, or that it is gone.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SettingLine {
    pub(super) kind: SettingKind,
    pub(super) name: String,
    #[serde(with = "words")]
    pub(super) at: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) text: Option<String>,
    /// Whether the text stands in the file of rules.
    #[serde(default, skip_serializing_if = "is_false")]
    pub(super) in_rules: bool,
    #[serde(default)]
    pub(super) place: u32,
}

/// An act of the history.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ActLine {
    #[serde(with = "words")]
    at: u64,
    deed: Deed,
    /// Whether it was undone.
    #[serde(default, skip_serializing_if = "is_false")]
    pub(super) undone: bool,
    changes: Vec<ChangeLine>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum ChangeLine {
    Marks {
        paper: String,
        before: Vec<Kind>,
        after: Vec<Kind>,
    },
    Note {
        paper: String,
        before: String,
        after: String,
    },
    Setting {
        kind: SettingKind,
        name: String,
        before: Option<Setting>,
        after: Option<Setting>,
    },
    Held {
        paper: String,
        before: Box<HeldLine>,
        after: Box<HeldLine>,
    },
    Stamped {
        kind: SettingKind,
        name: String,
        #[serde(with = "words")]
        before_at: u64,
        before: Option<Setting>,
        #[serde(with = "words")]
        after_at: u64,
        after: Option<Setting>,
    },
}

/// A file of the library.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SourceLine {
    /// Where it stands in the archive.
    pub(super) file: String,
    name: String,
    size: u64,
    #[serde(with = "words")]
    added: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    source: Option<String>,
    papers: u32,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    without: Vec<MemberLine>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct MemberLine {
    name: String,
    nth: u32,
}

impl HeldLine {
    /// The line of a paper.
    pub(super) fn of_paper(paper: &PaperId, held: &Held) -> Self {
        Self {
            paper: paper.to_string(),
            ..Self::of(held)
        }
    }

    /// The paper that a line is about, and what is known of it.
    pub(super) fn read_paper(self) -> Result<(PaperId, Held), String> {
        Ok((paper(&self.paper)?, self.read()?))
    }

    fn of(held: &Held) -> Self {
        let mark = |kind| {
            let (at, on) = held.mark(kind);
            (at > 0).then_some(MarkLine { on, at })
        };
        let note = |version: &Version| NoteLine {
            at: version.at,
            text: version.text.clone(),
        };
        let past = held.past().iter();
        Self {
            paper: String::new(),
            seen: held.is_seen(),
            starred: mark(Kind::Starred),
            later: mark(Kind::Later),
            skipped: mark(Kind::Skipped),
            read: mark(Kind::Read),
            notes: held.notes().iter().map(note).collect(),
            replaced: past.map(|id| format!("{id:016x}")).collect(),
        }
    }

    fn read(self) -> Result<Held, String> {
        let marks = [self.starred, self.later, self.skipped, self.read];
        let marks = marks.map(|mark| mark.map_or((0, false), |mark| (mark.at, mark.on)));
        let version = |note: NoteLine| Version {
            at: note.at,
            text: note.text,
        };
        let notes: Vec<Version> = self.notes.into_iter().map(version).collect();
        let id = |hex: String| u64::from_str_radix(&hex, 16).ok();
        let past: Option<Vec<u64>> = self.replaced.into_iter().map(id).collect();
        let past = past.ok_or("what was replaced is written in hexadecimal")?;
        let held = Held::of(self.seen, marks, notes, past).ok_or(
            "its marks cannot all be: one is on at no time, or it is kept and skipped at once, or \
             a note is empty",
        )?;
        check_notes(&held)?;
        Ok(held)
    }
}

impl SettingLine {
    pub(super) fn of(kind: SettingKind, name: &str, stamped: &Stamped, in_rules: bool) -> Self {
        let setting = stamped.setting.as_ref();
        Self {
            kind,
            name: name.to_owned(),
            at: stamped.at,
            text: setting
                .filter(|_| !in_rules)
                .map(|setting| setting.text.clone()),
            in_rules,
            place: setting.map_or(0, |setting| setting.place),
        }
    }

    /// The setting that it is; `rule` is the next text of the file of rules, for whoever stands
    /// there.
    pub(super) fn read(
        self,
        rule: impl FnOnce() -> Result<String, String>,
    ) -> Result<((SettingKind, String), Stamped), String> {
        let Self {
            kind,
            name,
            at,
            text,
            in_rules,
            place,
        } = self;
        let text = match (text, in_rules) {
            (text, false) => text,
            (None, true) if kind == SettingKind::Rule => Some(rule()?),
            _ => return Err("only the text of a rule stands elsewhere, and then once".to_owned()),
        };
        let setting = text.map(|text| Setting { text, place });
        check_setting(kind, &name, setting.as_ref())?;
        if at == 0 {
            return Err("a setting has a time".to_owned());
        }
        Ok(((kind, name), Stamped { at, setting }))
    }
}

impl ActLine {
    pub(super) fn of(act: &Act, undone: bool) -> Self {
        Self {
            at: act.at,
            deed: act.deed,
            undone,
            changes: act.changes.iter().map(ChangeLine::of).collect(),
        }
    }

    pub(super) fn read(self) -> Result<Act, String> {
        let changes: Result<Vec<Change>, String> =
            self.changes.into_iter().map(ChangeLine::read).collect();
        let changes = changes?;
        if changes.is_empty() {
            return Err("an act changes something".to_owned());
        }
        Ok(Act {
            at: self.at,
            deed: self.deed,
            changes,
        })
    }
}

impl ChangeLine {
    fn of(change: &Change) -> Self {
        let kinds = |flags: &Flags| {
            let all = Kind::ALL.into_iter();
            all.filter(|kind| flags.has(*kind)).collect()
        };
        match change {
            Change::Marks {
                paper,
                before,
                after,
            } => Self::Marks {
                paper: paper.to_string(),
                before: kinds(before),
                after: kinds(after),
            },
            Change::Note {
                paper,
                before,
                after,
            } => Self::Note {
                paper: paper.to_string(),
                before: before.clone(),
                after: after.clone(),
            },
            Change::Setting {
                kind,
                name,
                before,
                after,
            } => Self::Setting {
                kind: *kind,
                name: name.clone(),
                before: before.clone(),
                after: after.clone(),
            },
            Change::Held {
                paper,
                before,
                after,
            } => Self::Held {
                paper: paper.to_string(),
                before: Box::new(HeldLine::of(before)),
                after: Box::new(HeldLine::of(after)),
            },
            Change::Stamped {
                kind,
                name,
                before,
                after,
            } => Self::Stamped {
                kind: *kind,
                name: name.clone(),
                before_at: before.at,
                before: before.setting.clone(),
                after_at: after.at,
                after: after.setting.clone(),
            },
        }
    }

    fn read(self) -> Result<Change, String> {
        let flags = |kinds: Vec<Kind>| {
            let kinds = kinds.into_iter();
            kinds.fold(Flags::default(), |flags, kind| flags.with(kind, true))
        };
        let fits = |kind, name: &str, settings: [&Option<Setting>; 2]| {
            let mut all = settings.into_iter();
            all.try_for_each(|setting| check_setting(kind, name, setting.as_ref()))
        };
        Ok(match self {
            Self::Marks {
                paper: id,
                before,
                after,
            } => Change::Marks {
                paper: paper(&id)?,
                before: flags(before),
                after: flags(after),
            },
            Self::Note {
                paper: id,
                before,
                after,
            } => {
                check_note(&before)?;
                check_note(&after)?;
                Change::Note {
                    paper: paper(&id)?,
                    before,
                    after,
                }
            }
            Self::Setting {
                kind,
                name,
                before,
                after,
            } => {
                fits(kind, &name, [&before, &after])?;
                Change::Setting {
                    kind,
                    name,
                    before,
                    after,
                }
            }
            Self::Held {
                paper: id,
                before,
                after,
            } => Change::Held {
                paper: paper(&id)?,
                before: before.read()?,
                after: after.read()?,
            },
            Self::Stamped {
                kind,
                name,
                before_at,
                before,
                after_at,
                after,
            } => {
                fits(kind, &name, [&before, &after])?;
                Change::Stamped {
                    kind,
                    name,
                    before: Stamped {
                        at: before_at,
                        setting: before,
                    },
                    after: Stamped {
                        at: after_at,
                        setting: after,
                    },
                }
            }
        })
    }
}

impl SourceLine {
    pub(super) fn of(source: &Source, file: String) -> Self {
        let member = |(name, nth): &(String, u32)| MemberLine {
            name: name.clone(),
            nth: *nth,
        };
        Self {
            file,
            name: source.name.clone(),
            size: source.size,
            added: source.added,
            source: source.source.clone(),
            papers: source.papers,
            without: source.without.iter().map(member).collect(),
        }
    }

    pub(super) fn read(self) -> Result<Source, String> {
        let without = self.without.into_iter();
        let source = Source {
            name: self.name,
            source: self.source,
            size: self.size,
            added: self.added,
            papers: self.papers,
            without: without.map(|member| (member.name, member.nth)).collect(),
        };
        source.check()?;
        Ok(source)
    }
}

/// The paper of an id. One that is written otherwise is none, so that no two lines are about one.
fn paper(id: &str) -> Result<PaperId, String> {
    paper_of(id).ok_or_else(|| NO_PAPER.to_owned())
}

fn check_setting(kind: SettingKind, name: &str, setting: Option<&Setting>) -> Result<(), String> {
    let text = setting.map_or("", |setting| &setting.text);
    if name.is_empty() || name.len() > LONGEST_SETTING || text.len() > kind.longest_text() {
        return Err("a setting has no name, or a longer name or text than it may have".to_owned());
    }
    Ok(())
}
