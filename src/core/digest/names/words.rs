//! The words of names that are neither given nor family names.

/// What may follow a name and belongs to it, behind a space or a comma.
const SUFFIXES: [&str; 17] = [
    "Jr", "Jr.", "jr", "jr.", "JR", "JR.", "Sr", "Sr.", "sr", "sr.", "II", "III", "IV", "Junior",
    "Filho", "Neto", "3rd",
];

/// What belongs to a name behind a comma alone.
const DEGREES: [&str; 9] = [
    "PhD", "Ph.D.", "Ph.D", "Dr.", "Dr", "Esq.", "Esq", "2nd", "4th",
];

/// The same behind a whole name alone: elsewhere it is a given name's initials.
const ORDERS: [&str; 2] = ["S.J.", "O.P."];

/// The words in lower case that belong to the family name behind them.
const PARTICLES: [&str; 37] = [
    "'t", "’t", "af", "al", "auf", "av", "bin", "d'", "da", "das", "de", "del", "della", "dello",
    "den", "der", "des", "di", "do", "dos", "du", "el", "ibn", "in", "la", "las", "le", "los",
    "op", "te", "ten", "ter", "van", "vom", "von", "zu", "zur",
];

/// The same as some write them; they are part of the family name.
const CAPITALS: [&str; 13] = [
    "Al", "De", "Del", "Della", "Den", "Der", "Dos", "El", "Ten", "Ter", "Van", "Vander", "Von",
];

/// Words that no person's name has, of groups that may be an author.
const COLLECTIVES: [&str; 20] = [
    "Alliance",
    "Association",
    "Collaboration",
    "collaboration",
    "Collaborations",
    "Consortium",
    "consortium",
    "Group",
    "group",
    "Initiative",
    "Network",
    "Project",
    "Survey",
    "Team",
    "team",
    "The",
    "Society",
    "Committee",
    "Foundation",
    "Investigators",
];

/// Words that no person's name has, of places where people work.
const INSTITUTIONS: [&str; 33] = [
    "Academy",
    "Center",
    "Centre",
    "Co.",
    "College",
    "Corp",
    "Corp.",
    "Department",
    "Dept",
    "Dept.",
    "Faculty",
    "GmbH",
    "Hospital",
    "Inc",
    "Inc.",
    "Institut",
    "Institute",
    "Lab",
    "Laboratory",
    "Labs",
    "LLC",
    "Ltd",
    "Ltd.",
    "Ministry",
    "Observatory",
    "Research",
    "School",
    "Technologies",
    "Universidad",
    "Universität",
    "University",
    "Université",
    "for",
];

/// Whether a word follows names and belongs to them: `Jr.`, `III`.
pub(in crate::core) fn is_suffix(word: &str) -> bool {
    SUFFIXES.contains(&word)
}

/// Whether a text behind a comma belongs to the name before it, which is a whole one or not.
pub(in crate::core) fn is_appended(text: &str, to_whole: bool) -> bool {
    is_suffix(text) || DEGREES.contains(&text) || (to_whole && ORDERS.contains(&text))
}

/// Whether the suffix of a name is a number: `III`.
fn is_numeral(suffix: &str) -> bool {
    !suffix.is_empty() && suffix.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'))
}

/// Whether the suffix of a name follows it without a comma as a rule: `III`, `Jr`.
pub(in crate::core) fn stands_bare(suffix: &str) -> bool {
    is_numeral(suffix) || (is_suffix(suffix) && !suffix.ends_with('.'))
}

/// Whether a word in lower case belongs to the family name behind it: `van`.
pub(in crate::core) fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word)
}

/// Whether a word is a particle with a capital: `Van`.
pub(in crate::core) fn is_capital_particle(word: &str) -> bool {
    CAPITALS.contains(&word)
}

/// Whether a word is one that no person's name has.
pub(in crate::core) fn is_groups(word: &str) -> bool {
    word == "of" || COLLECTIVES.contains(&word) || INSTITUTIONS.contains(&word)
}

/// Whether a text is the name of a group or of a place where people work.
pub(in crate::core) fn is_group(text: &str) -> bool {
    text.split_whitespace()
        .any(|word| is_groups(word.trim_matches(['{', '}'])))
}

/// Whether a text is the name of a group of authors, as far as its last word tells.
pub(super) fn is_collective(text: &str) -> bool {
    let last = text.trim_end_matches('}').rsplit(' ').next();
    last.is_some_and(|last| last != "The" && COLLECTIVES.contains(&last))
}

/// Whether a character is of a script in which the family name stands first.
pub(in crate::core) fn is_eastern(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11ff}' | '\u{3040}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}')
}
