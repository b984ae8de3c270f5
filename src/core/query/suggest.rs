//! "Did you mean …?"

/// Words longer than this many characters are no misspelling of anything we know.
const LONGEST: usize = 40;

/// The candidate that a person who typed `word` most likely meant, if any comes near; the first of
/// equals.
///
/// Near is a candidate within a third of the word's length in slips (at least one) of a finger;
/// failing that, one that starts with the word; failing that, one that contains it. Letter case
/// does not count.
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let word: Vec<char> = lower(word);
    if !(2..=LONGEST).contains(&word.len()) {
        return None;
    }
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let rank = rank(&word, &lower(candidate));
        if let Some(rank) = rank
            && best.is_none_or(|(least, _)| rank < least)
        {
            best = Some((rank, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// How far a candidate is from the word; `None` when it is not near at all.
fn rank(word: &[char], candidate: &[char]) -> Option<usize> {
    let limit = (word.len() / 3).max(1);
    if word.len().abs_diff(candidate.len()) <= limit {
        let slips = distance(word, candidate);
        if slips <= limit {
            return Some(slips);
        }
    }
    if word.len() >= 3 && candidate.starts_with(word) {
        return Some(LONGEST);
    }
    let inside = word.len() >= 4 && candidate.windows(word.len()).any(|part| part == word);
    inside.then_some(LONGEST + 1)
}

fn lower(text: &str) -> Vec<char> {
    text.chars().flat_map(char::to_lowercase).collect()
}

/// The number of letters added, left out, replaced or swapped with their neighbour between two
/// words.
///
/// Damerau–Levenshtein distance in its restricted form (optimal string alignment: no letter is
/// edited twice).
pub(in crate::core) fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = vec![0; b.len() + 1];
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for i in 0..a.len() {
        let mut row = vec![i + 1; b.len() + 1];
        for j in 0..b.len() {
            let replaced = above[j] + usize::from(a[i] != b[j]);
            row[j + 1] = replaced.min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] {
                row[j + 1] = row[j + 1].min(before[j - 1] + 1);
            }
        }
        before = above;
        above = row;
    }
    above[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, expected: Option<&str>) {
        let candidates = [
            "task",
            "title",
            "tag",
            "dataset",
            "is",
            "id",
            "segmentation",
            "object-detection",
        ];
        assert_eq!(nearest(word, candidates), expected, "{word}");
    }

    #[test]
    fn slips_of_a_finger_are_found() {
        check("taks", Some("task"));
        check("TASK", Some("task"));
        check("titel", Some("title"));
        check("segmentaton", Some("segmentation"));
        check("semgentaiton", Some("segmentation"));
        check("if", Some("is"));
    }

    #[test]
    fn beginnings_and_parts_are_found_when_nothing_is_nearer() {
        check("data", Some("dataset"));
        check("segment", Some("segmentation"));
        check("detection", Some("object-detection"));
        check("ask", Some("task"));
    }

    #[test]
    fn what_is_far_is_not_suggested() {
        check("doi", None);
        check("x", None);
        check("", None);
        check("foo", None);
        check(&"t".repeat(100_000), None);
    }

    #[test]
    fn distances() {
        for (a, b, expected) in [
            ("", "", 0),
            ("", "abc", 3),
            ("abc", "", 3),
            ("abc", "acb", 1),
            ("kitten", "sitting", 3),
            ("ca", "abc", 3),
        ] {
            assert_eq!(distance(&lower(a), &lower(b)), expected, "{a} {b}");
            assert_eq!(distance(&lower(b), &lower(a)), expected, "{b} {a}");
        }
    }
}
