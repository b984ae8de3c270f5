//! What the fields of a tagged reference say.

use super::super::super::ids::registered;
use super::super::super::markup::without_heading;
use super::super::PARAGRAPH;
use super::super::item::Item;
use super::super::names;
use super::super::parted::{Parted, first_day};
use super::dialect::Dialect;

/// A field: its tag, and its lines.
#[derive(Debug)]
pub(super) struct Field {
    /// The tag.
    pub(super) tag: String,
    /// The lines, with a line's end or [`PARAGRAPH`] between them.
    pub(super) value: String,
}

/// The fields of one entry.
struct Fields<'f> {
    list: &'f [Field],
}

impl<'f> Fields<'f> {
    /// The values of one tag that say something.
    fn of(&self, tag: &str) -> Vec<&'f str> {
        let named = self.list.iter().filter(|field| field.tag == tag);
        let values = named.map(|field| field.value.trim());
        values.filter(|value| !value.is_empty()).collect()
    }

    /// The values of the first of some tags that has any.
    fn all(&self, tags: &[&str]) -> Vec<&'f str> {
        let found = tags.iter().map(|tag| self.of(tag));
        found
            .into_iter()
            .find(|values| !values.is_empty())
            .unwrap_or_default()
    }

    /// The first value of the first of some tags that has any.
    fn first(&self, tags: &[&str]) -> &'f str {
        self.all(tags).first().copied().unwrap_or_default()
    }

    /// The values of all of some tags.
    fn each(&self, tags: &[&str]) -> Vec<&'f str> {
        tags.iter().flat_map(|tag| self.of(tag)).collect()
    }
}

/// What the fields of one entry say of its paper.
pub(super) fn item(dialect: Dialect, list: &[Field]) -> Item {
    let fields = Fields { list };
    let tags = dialect.tags();
    let text = |value: &str| value.replace(PARAGRAPH, "<br>");
    let joined = |tags: &[&str]| text(&fields.all(tags).join("<br>"));
    let owned = |values: Vec<&str>| values.into_iter().map(str::to_owned).collect::<Vec<_>>();
    let persons = fields.all(tags.authors);
    let of_ovid = dialect == Dialect::Ovid || fields.first(&["VN"]).starts_with("Ovid");
    let is_short = match dialect {
        Dialect::Medline => fields.of("FAU").is_empty(),
        Dialect::Cochrane | Dialect::Ovid => true,
        _ => false,
    };
    let mut authors: Vec<String> = persons
        .iter()
        .flat_map(|value| apart(value))
        .flat_map(|value| between_commas(value, is_short))
        .map(|name| person(&one_line(name), is_short, of_ovid))
        .collect();
    authors.extend(fields.all(tags.groups).into_iter().map(one_line));
    authors.retain(|name| !name.is_empty());
    let ads = dialect == Dialect::Refer && fields.first(&["W", "G"]).contains("ADS");
    let mut summary = joined(tags.summary);
    if summary.is_empty() && ads {
        summary = joined(&["B"]);
    }
    let journal = if ads { &["J"][..] } else { tags.journal };
    let journal = one_line(fields.first(journal));
    let mut title = fields.first(tags.title);
    if of_ovid {
        title = bare(title);
    }
    Item {
        title: text(title),
        summary: without_heading(&summary).to_owned(),
        authors,
        hints: owned(fields.each(tags.hints)),
        doi: doi(&fields.each(tags.doi)),
        keywords: owned(fields.each(tags.keywords)),
        date: date(&fields.each(tags.date), fields.first(tags.year)),
        submitted: received(&fields.of("PHST")),
        journal: if journal == one_line(title) {
            String::new()
        } else {
            source(dialect, &journal, &fields)
        },
        comment: joined(tags.comment),
        registered: registered::of_medicine(
            digits(fields.first(tags.pmid)),
            fields.first(tags.pmc),
        ),
        ..Item::default()
    }
}

/// Where it stands: what Ovid calls a source has volume and pages behind the name.
fn source(dialect: Dialect, journal: &str, fields: &Fields<'_>) -> String {
    let source = match dialect {
        Dialect::Medline if journal.is_empty() => one_line(fields.first(&["SO"])),
        Dialect::Ovid => journal.to_owned(),
        _ => return journal.to_owned(),
    };
    let name = source.split(". ").next().unwrap_or_default();
    name.trim_end_matches('.').to_owned()
}

fn one_line(value: &str) -> String {
    let words: Vec<&str> = value.split_whitespace().collect();
    words.join(" ")
}

/// What follows a family name, or the given names of PubMed.
const SUFFIXES: [&str; 9] = ["Jr", "Jr.", "Sr", "Sr.", "2nd", "3rd", "II", "III", "IV"];

/// Names between semicolons, of which those in brackets part none: `Em, El [Author; E-mail: a]`.
fn apart(value: &str) -> Vec<&str> {
    let mut depth = 0_u32;
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, b) in value.bytes().enumerate() {
        match b {
            b'[' => depth += 1,
            b']' => depth = depth.saturating_sub(1),
            b';' if depth == 0 => {
                parts.extend(value.get(start..at));
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.extend(value.get(start..));
    parts
}

/// Names with their initials behind between commas: `Em E, Oh N`; any other value is one.
fn between_commas(value: &str, is_short: bool) -> Vec<&str> {
    let names: Vec<&str> = value.split(',').map(str::trim).collect();
    let is_name = |name: &&str| {
        let parts = name.rsplit_once(' ');
        parts.is_some_and(|(_, initials)| is_initials(initials))
    };
    if is_short && names.len() > 1 && names.iter().all(is_name) {
        names
    } else {
        vec![value]
    }
}

/// A title of Ovid without what kind of text it is: `Chairs. [Article]`.
fn bare(title: &str) -> &str {
    let inner = title.trim_end_matches('.').strip_suffix(']');
    let before = inner.and_then(|inner| inner.rsplit_once('['));
    match before {
        Some((before, kind)) if !before.trim().is_empty() && kind.len() <= 40 => before.trim_end(),
        _ => title,
    }
}

/// What Ovid writes behind a name: degrees, and marks of places.
fn is_no_name(word: &str) -> bool {
    let word = word.trim_matches(|c: char| matches!(c, ',' | '*' | '+' | '.'));
    let is_mark = word.bytes().all(|b| b.is_ascii_digit() || b == b',');
    is_mark
        || matches!(
            word,
            "MD" | "PhD" | "Ph.D" | "MPH" | "MSc" | "RN" | "DVM" | "MBBS"
        )
}

/// A name of Ovid up to what stands behind the first of the given names and is none.
fn without_marks(name: &str) -> &str {
    let Some(comma) = name.find(',') else {
        return name;
    };
    let given = name.get(comma + 1..).unwrap_or_default();
    let mut end = comma + 1;
    for (nth, word) in given.split_inclusive(' ').enumerate() {
        // A space stands before the first.
        if nth > 1 && is_no_name(word.trim()) {
            break;
        }
        end += word.len();
    }
    name.get(..end).unwrap_or(name).trim()
}

/// A name with the family first. PubMed writes `Vole, Petra A Jr`, and `Vole PA Jr` where it gives
/// initials alone; Ovid adds what somebody did in brackets.
fn person(name: &str, is_short: bool, of_ovid: bool) -> String {
    let name = name.split(" [").next().unwrap_or(name);
    let mail = name.find(" (").filter(|_| name.contains('@'));
    let name = mail.and_then(|at| name.get(..at)).unwrap_or(name).trim();
    let name = if of_ovid { without_marks(name) } else { name };
    let (base, suffix) = match name.rsplit_once(' ') {
        Some((base, last)) if SUFFIXES.contains(&last) => (base, last),
        _ => (name, ""),
    };
    if let Some((family, given)) = base.split_once(',') {
        return if suffix.is_empty() || given.contains(',') {
            names::ris(name)
        } else {
            names::straight(family, given, suffix)
        };
    }
    match base.rsplit_once(' ') {
        Some((family, given)) if is_short && is_initials(given) => {
            names::straight(family, given, suffix)
        }
        _ => name.to_owned(),
    }
}

/// `PA`, `P.A.`, `J-P`.
fn is_initials(word: &str) -> bool {
    word.chars().count() <= 6
        && word.chars().any(char::is_uppercase)
        && word
            .chars()
            .all(|c| c.is_uppercase() || matches!(c, '.' | '-'))
}

/// The DOI among numbers of which each may say what it is: `S0001 [pii]`, `10.1000/1 [doi]`.
fn doi(values: &[&str]) -> String {
    let said = values.iter().find(|value| value.ends_with("[doi]"));
    let said = said.or_else(|| {
        values.iter().find(|value| {
            value
                .trim_start_matches("doi:")
                .trim_start()
                .starts_with("10.")
        })
    });
    let behind = |value: &&str| {
        let lower = value.to_ascii_lowercase();
        let at = lower.rfind("doi:").or_else(|| lower.find("doi.org/"));
        at.and_then(|at| value.get(at..)).map(str::to_owned)
    };
    let found = match said {
        Some(value) => (*value).to_owned(),
        None => values.iter().find_map(behind).unwrap_or_default(),
    };
    // A sentence ends behind it.
    found.trim_end_matches('.').to_owned()
}

/// The first date that is a day, the year told apart where it has none; else the first with a year.
fn date(dates: &[&str], year: &str) -> String {
    let whole: Vec<String> = dates
        .iter()
        .map(|date| Parted::of(date).or_year(Parted::of(year).year()).iso())
        .collect();
    let mut all: Vec<&str> = whole.iter().map(String::as_str).collect();
    all.push(year);
    first_day(&all)
}

/// The day on which a journal received a paper: `2024/01/02 00:00 [received]`.
fn received(history: &[&str]) -> String {
    let found = history.iter().find(|one| one.ends_with("[received]"));
    found.map_or(String::new(), |one| Parted::of(one).iso())
}

/// A number out of `PUBMED 123`.
fn digits(value: &str) -> &str {
    value.trim_start_matches(|c: char| !c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_pubmed() {
        for (name, is_short, of_ovid, expected) in [
            ("Vole, Petra A", false, false, "Petra A Vole"),
            ("Vole, Petra A Jr", false, false, "Petra A Vole Jr"),
            ("van der Vole, P", false, false, "P van der Vole"),
            ("Vole PA", true, false, "PA Vole"),
            ("van der Vole PA 3rd", true, false, "PA van der Vole 3rd"),
            ("Vole PA", false, false, "Vole PA"),
            ("Night Watch", true, false, "Night Watch"),
            (
                "Vole, Petra A. [Reprint Author]",
                false,
                false,
                "Petra A. Vole",
            ),
            ("Vole, Petra, Jr.", false, false, "Petra Vole, Jr."),
            ("Vole, Petra A. 1,2,+", false, true, "Petra A. Vole"),
            ("Vole, Petra A. MD, PhD *", false, true, "Petra A. Vole"),
            (
                "Vole, Petra A. (a@b.example)",
                false,
                false,
                "Petra A. Vole",
            ),
            ("Vole, MD", false, false, "MD Vole"),
            ("Vole, MD", false, true, "MD Vole"),
            ("Vole", false, true, "Vole"),
        ] {
            assert_eq!(person(name, is_short, of_ovid), expected, "{name}");
        }
    }

    #[test]
    fn ovid_says_more_than_names_and_titles() {
        assert_eq!(apart("A [b; c]; D"), ["A [b; c]", " D"]);
        assert_eq!(bare("Chairs. [Article]"), "Chairs.");
        assert_eq!(bare("Chairs. [References]."), "Chairs.");
        assert_eq!(bare("[Chairs]"), "[Chairs]");
    }

    #[test]
    fn a_doi_among_numbers() {
        for (values, expected) in [
            (&["S1 [pii]", "10.1000/1 [doi]"][..], "10.1000/1 [doi]"),
            (
                &["S1 [pii]", "Owl. 2024;1:1. doi: 10.1000/2."],
                "doi: 10.1000/2",
            ),
            (&["https://doi.org/10.1000/3"], "doi.org/10.1000/3"),
            (&["http://eric.ed.gov/?id=1"], ""),
        ] {
            assert_eq!(doi(values), expected, "{values:?}");
        }
    }
}
