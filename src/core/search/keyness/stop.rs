//! Words that say nothing about what a paper is about.

use super::words::leader;
use crate::core::index::bitset::Bitset;
use crate::core::index::dictionary::Dictionary;
use crate::core::index::narrow;

/// The words that hold English sentences together, and those that any paper may say of itself. In alphabetical order, in lower case.
const STOP: &str = "a able about above abstract according accordingly achieve achieved achieves achieving across additionally after again against all almost along \
already also although always am among an analyze and another any applied apply approach are arise around article as at available based be because \
become becomes been before being below best better between beyond both bring but by call called can cannot certain clearly code com common comparable \
compared consider considered consist consists contain contribution could current currently demonstrate demonstrated demonstrates describe described \
despite develop developed did different difficult discuss do does doing done due during e each effective effectively efficient either enable enables \
end enough especially et etc evaluate evaluated even ever every example existing experiment experimental extensive far few finally find finding first \
focus following for found from full further furthermore general get github give given gives good great had has have having he hence her here high \
highly him his how however http https i ie if important improve improved improvement improves in include including increase indeed instead \
interesting into introduce introduced introduces investigate is issue it its itself just key know known large largely last lead leads least less let \
like likely limited low made main mainly make makes making manner many may me mean means meanwhile method might more moreover most mostly much must \
my namely near necessary need needed needs neither never new next no nor not notably novel now number o obtain obtained of off often on once one only \
onto open or order other others otherwise our ours out over overall own paper part particular particularly per perform performance performs perhaps \
please possible potential potentially present presented presents previous previously problem propose proposed proposes proposing provide provided \
provides publicly put rather really recent recently regarding related remain remains report reported require required requires research respect \
respectively result same say second see seem seen several shall she should show showed shown shows significant significantly similar simple simply \
since single small so some specific specifically state still strong studied study such suffer suggest support t take taken takes than that the their \
them themselves then there thereby therefore these they thing third this those though three through throughout thus to together too toward two \
typical typically under unlike until up upon url us use used useful user uses using usually various vary very via want was way we well were what when \
where whether which while who whole whom whose why wide widely will with within without work would www yet yield yields you your";

/// The words of a dictionary that are one of those, a number or a letter, by the forms that stand for all that share their stem.
pub(super) fn silent(dictionary: &Dictionary) -> Bitset {
    let mut silent = Bitset::empty(dictionary.len());
    let stops = STOP.split(' ');
    for term in stops.filter_map(|stop| leader(dictionary, stop)) {
        silent.insert(term as usize);
    }
    for term in 0..dictionary.len() {
        let word = dictionary.term(narrow(term));
        let is_letter = word.chars().nth(1).is_none();
        if is_letter || word.bytes().all(|byte| byte.is_ascii_digit()) {
            silent.insert(term);
        }
    }
    silent
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_in_order_and_without_doubles() {
        let words: Vec<&str> = STOP.split(' ').collect();
        for pair in words.windows(2) {
            assert!(pair[0] < pair[1], "{pair:?}");
        }
    }

    #[test]
    fn forms_of_silent_words_are_silent_too() {
        let mut dictionary = Dictionary::default();
        for word in [
            "this", "network", "networks", "results", "methods", "x", "2020", "3d",
        ] {
            dictionary.intern(word);
        }
        let silent = silent(&dictionary);
        let said = |word: &str| !silent.contains(leader(&dictionary, word).unwrap() as usize);
        for word in ["network", "networks", "3d"] {
            assert!(said(word), "{word}");
        }
        for word in ["this", "results", "result", "method", "x", "2020"] {
            assert!(!said(word), "{word}");
        }
    }
}
