//! What is said of the reader's own rules, and of tags by hand.

use crate::core::paper::Part;
use crate::protocol::{
    BuiltIn, ChangeView, DeedView, FileProblem, FileReport, OwnDeed, PreviewView, RuleField,
};

use super::{counted, short};

pub const RULES: &str = "Tag rules";
pub const NO_RULES: &str = "No rules yet. A rule gives a tag to every paper that has its words, adds words to a built-in tag, or switches one off.";
pub const NEW_RULE: &str = "New rule";
pub const EDIT: &str = "Edit";
pub const DELETE: &str = "Delete";
pub const IMPORT: &str = "Import…";
pub const IMPORT_LABEL: &str = "Import a file of rules";
pub const EXPORT: &str = "Export";
pub const RULES_FILE: &str = "tag-rules.toml";
pub const RULES_HINT: &str = "Rules and tags by hand are kept in this browser. Export them to keep them safe or to share them; a file of rules can also be dropped on the page.";
pub const NOT_KEPT: &str =
    "This browser keeps nothing: your rules are gone when this page is closed. Export them.";
pub const SAVE: &str = "Save rule";
pub const SAVE_HINT: &str = "Papers are tagged anew as soon as it is saved.";
pub const BACK_TO_RULES: &str = "Back without saving";
pub const UNDO: &str = "Undo";
pub const UNSAVED: &str = "A rule is not saved yet.";
pub const EDIT_ON: &str = "Edit on";
pub const DISCARD: &str = "Discard";
pub const DROPPED: &str = "The rule was not saved.";
pub const TAGGING: &str = "Tagging papers by your rules";
pub const PREVIEW: &str = "What it changes";
pub const NOTHING_CHANGES: &str = "No paper gains or loses a tag.";
pub const GAIN: &str = "Papers that gain it";
pub const LOSE: &str = "Papers that lose it";
pub const AMONG_OTHERS: &str = ", among others";
pub const FIELD_NAME: &str = "Tag";
pub const FIELD_FACET: &str = "Facet";
pub const FIELD_WORDS: &str = "Words, one pattern a line";
pub const FIELD_WORDS_HINT: &str =
    "singular and plural alike · detect* · (image|video) retrieval · map ..2 road · =CT";
pub const FIELD_REGEX: &str = "Regular expressions, one a line";
pub const FIELD_NOT: &str = "Not where it says, one pattern a line";
pub const FIELD_PLACES: &str = "Look in";
pub const FIELD_BUILT_IN: &str = "The built-in tag of this name";
pub const FIELD_STATUS: &str = "Use this rule";
pub const BUILT_IN_TAG: &str = "built in";
pub const NEW_TAG: &str = "new tag";
pub const BY_RULE: &str = "your rule";
pub const BY_HAND: &str = "by hand";
pub const ADD_TAG: &str = "Add a tag";
pub const ADD_TAG_HINT: &str = "Add a tag";
pub const OWN_TAGS: &str = "Your tags";
pub const RENAME: &str = "Rename";
pub const NEW_NAME: &str = "New name";
/// What a tag of the reader's own begins with in a row.
pub const OWN_TAG: &str = "#";
pub const REMOVED_BY_HAND: &str = "Taken off";

/// A part of a paper.
pub fn part(part: Part) -> &'static str {
    match part {
        Part::Title => "Title",
        Part::Abstract => "Abstract",
        Part::Comment => "Comment",
    }
}

/// What becomes of the built-in tag.
pub fn built_in(what: BuiltIn) -> &'static str {
    match what {
        BuiltIn::Keep => "Add to it",
        BuiltIn::Replace => "Replace it",
        BuiltIn::Off => "Switch it off",
    }
}

/// The name of a field of a rule that takes text.
pub fn rule_field(field: RuleField) -> &'static str {
    match field {
        RuleField::Words => FIELD_WORDS,
        RuleField::Regex => FIELD_REGEX,
        RuleField::Not => FIELD_NOT,
        _ => FIELD_NAME,
    }
}

/// What an act did with the rules or with tags by hand. The deed names the tag, and the paper where
/// it is one.
pub fn did(deed: OwnDeed, view: &DeedView) -> String {
    let (tag, count) = (short(&view.tag), view.papers);
    let papers = if count == 1 && !view.title.is_empty() {
        format!("“{}”", short(&view.title))
    } else {
        counted(count, "paper")
    };
    match deed {
        OwnDeed::Save => format!("Saved the rule {tag}."),
        OwnDeed::Delete => format!("Deleted the rule {tag}."),
        OwnDeed::SwitchOn => format!("Switched on the rule {tag}."),
        OwnDeed::SwitchOff => format!("Switched off the rule {tag}."),
        OwnDeed::Move => "Moved a rule.".to_owned(),
        OwnDeed::Import if count == 1 => format!("Took over the rule or tag {tag}."),
        OwnDeed::Import => format!("Took over {count} rules and tags by hand."),
        OwnDeed::PutOn => format!("Put the tag {tag} on {papers}."),
        OwnDeed::TakeOff => format!("Took the tag {tag} off {papers}."),
        OwnDeed::Leave => format!("Left the tag {tag} of {papers} to the rules again."),
        OwnDeed::Rename => format!("Renamed the tag {tag} to {}.", short(&view.title)),
        OwnDeed::Remove => format!("Removed the tag {tag} everywhere."),
    }
}

/// Why a change was not made.
pub fn not_done(why: &str) -> String {
    format!("Nothing was changed: {why}.")
}

/// The title of the box that puts a tag on papers of the list.
pub fn tag_papers(count: u32) -> String {
    format!("Tag {}", counted(count, "paper"))
}

/// How many papers have a tag that was put on by hand.
pub fn tagged_by_hand(papers: u32) -> String {
    format!("on {} by hand", counted(papers, "paper"))
}

/// The names of what is done with a tag everywhere.
pub fn rename_tag(label: &str) -> String {
    format!("Rename the tag {label}")
}

pub fn remove_tag(label: &str) -> String {
    format!("Remove the tag {label} from all papers")
}

/// What was taken over from files of rules; `None` where none of them was one.
pub fn imported<'r>(reports: impl IntoIterator<Item = &'r FileReport>) -> Option<String> {
    let (mut files, mut rules, mut all) = (0, 0, 0);
    for report in reports {
        if let Some(taken) = report.rules {
            files += 1;
            rules += report.entries;
            all += taken;
        }
    }
    if files == 0 {
        return None;
    }
    let mut said = counted(rules, "rule");
    match u32::saturating_sub(all, rules) {
        0 => {}
        1 => said.push_str(", 1 tag by hand"),
        tags => said = format!("{said}, {tags} tags by hand"),
    }
    said.push_str(" taken over.");
    Some(said)
}

/// What is wrong with a file of rules, and where.
pub fn place(problem: &FileProblem) -> String {
    format!(
        "Line {}, column {}: {}.",
        problem.line, problem.column, problem.message
    )
}

/// Why a file of rules was not taken over.
pub fn wrong_rules(problem: &FileProblem) -> String {
    const DO: &str = " Nothing was changed: put it right there and add the file again.";
    format!("{}{DO}", place(problem))
}

/// A tag's name in a query.
pub fn tag_id(facet: &str, id: &str) -> String {
    format!("{facet}:{id}")
}

/// How many papers have a tag now.
pub fn papers_have(papers: u32) -> String {
    match papers {
        0 => "no paper has it".to_owned(),
        1 => "1 paper has it".to_owned(),
        papers => format!("{papers} papers have it"),
    }
}

/// What a draft would change, in one sentence. `shows` is the tag that the draft is about.
pub fn change(change: &ChangeView, named: bool) -> String {
    let mut parts = Vec::new();
    for (count, one, more) in [
        (change.gained, " gains", " gain"),
        (change.lost, " loses", " lose"),
    ] {
        if count > 0 {
            let verb = if count == 1 { one } else { more };
            parts.push(format!("{}{verb}", counted(count, "paper")));
        }
    }
    let tag = if named { &change.tag.label } else { "it" };
    format!("{} {tag}", parts.join(", "))
}

/// The whole of a preview, for who does not see it.
pub fn preview(preview: &PreviewView) -> String {
    if !preview.problems.is_empty() || preview.done < preview.of {
        return String::new();
    }
    if preview.changes.is_empty() {
        return NOTHING_CHANGES.to_owned();
    }
    let changes = preview.changes.iter();
    let changes: Vec<String> = changes.map(|one| change(one, true)).collect();
    changes.join("; ")
}

/// How far a preview is.
pub fn looked_at(done: u32, of: u32) -> String {
    format!("{done} of {of} papers looked at")
}

/// Names for the buttons of a rule.
pub fn edit_rule(label: &str) -> String {
    format!("Edit the rule {label}")
}

pub fn delete_rule(label: &str) -> String {
    format!("Delete the rule {label}")
}

pub fn use_rule(label: &str) -> String {
    format!("Use the rule {label}")
}

pub fn move_rule(label: &str, by: i32) -> String {
    let way = if by < 0 { " up" } else { " down" };
    format!("Move the rule {label}{way}")
}

/// The names of the buttons beside a tag.
pub fn edit_tag(label: &str) -> String {
    format!("Rule for {label}")
}

pub fn take_off(label: &str) -> String {
    format!("Take off {label}")
}

pub fn put_back(label: &str) -> String {
    format!("Put back {label}")
}

/// What a rule looks for, in a line.
pub fn rule_line(words: &str, regex: &str, built_in_is: BuiltIn) -> String {
    if built_in_is == BuiltIn::Off {
        return "switches the built-in tag off".to_owned();
    }
    let regexes = regex.lines().map(|regex| format!("/{regex}/"));
    let all: Vec<String> = words.lines().map(str::to_owned).chain(regexes).collect();
    all.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::facet::Facet;
    use crate::protocol::TagView;

    #[test]
    fn changes_are_told_in_a_sentence() {
        let tag = TagView {
            facet: Facet::Method,
            id: "knots".into(),
            label: "Knots".into(),
        };
        let mut one = ChangeView {
            tag,
            gained: 1,
            lost: 0,
            gains: Vec::new(),
            losses: Vec::new(),
        };
        assert_eq!(change(&one, false), "1 paper gains it");
        one.lost = 12;
        assert_eq!(change(&one, true), "1 paper gains, 12 papers lose Knots");
        let mut all = PreviewView::default();
        assert_eq!(preview(&all), NOTHING_CHANGES);
        all.of = 3;
        assert_eq!(preview(&all), "", "not all was looked at");
    }
}
