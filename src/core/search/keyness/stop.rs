//! Words that say nothing about what a paper is about.

use crate::core::index::bitset::Bitset;
use crate::core::index::narrow;
use crate::core::words::dictionary::Dictionary;
use crate::core::words::tokens::is_of_run;

/// The words that hold English sentences together, and those that any paper may say of itself. In
/// alphabetical order, in lower case.
const STOP: &str = "a able about above abstract according accordingly achieve achieved achieves achieving across addition additionally address \
addressed addresses addressing adopt adopted after again against aiding aiming aims all allow allowing allows almost along alongside already also \
although always am among an analyze and another any applied apply approach are argue arise around article as at available based be because become \
becomes been before being below better between beyond both bring but by call called can cannot capable capture captures certain clearly code \
collectively com combining comparable compared comparing conduct conducted conducts consider considered consist consistently consists contain \
contribution could crucial crucially current currently demonstrate demonstrated demonstrates demonstrating describe described despite develop \
developed did difficult directly discuss do does doing done due during e each effective effectively effectiveness efficient either emerge emerged \
emerges emerging emphasize emphasizes enable enables enabling enhance enhanced enhances enhancing enough ensure ensures ensuring especially et etc \
evaluate evaluated even ever every exhibit exhibits existing experiment experimental explicitly explore explored explores exploring extend \
extending extends facilitate facilitates facilitating far finally find finding focusing following for found from fundamentally further furthermore \
get github give given gives had has have having he hence her here highlight highlighting highlights highly him his hold holds how however http \
https i ie if important improve improved improvement improves improving in include includes including incorporate incorporates increase increasing \
increasingly indeed inherent inherently instead integrating interesting into introduce introduced introduces introducing investigate investigating \
involve involves involving is issue it its itself just know known largely last lead leading leads less let leverage leverages leveraging like \
likely limited made mainly make makes making many may me means meanwhile method might more moreover most mostly much must my namely necessary \
necessitate need needed needs neither never no nor not notably now number o observe observed obtain obtained of off offer offering offers often on \
once only onto or order other others otherwise our ours out outperform outperforming outperforms over overall own paper particular particularly per \
perform performance performs perhaps please pose poses potential potentially present presented presenting presents previous previously primarily \
problem propose proposed proposes proposing provide provided provides providing publicly put rapid rapidly rather really recent recently reducing \
regarding related relies rely remain remains report reported require required requires requiring research respect respectively result resulting \
reveal revealing reveals same say see seem seen serve serves several shall she should show showed showing shown shows significant significantly \
simply since so some specific specifically still struggle struggles studied study substantial substantially such suffer suffers suggest suggested \
suggesting suggests support t tackle tackles take taken takes than that the their them themselves then there thereby therefore these they thing \
this those though through throughout thus to together too toward towards typical typically ultimately under underlying underscore underscores \
understand unlike until up upon url us use used user uses using usually utilize utilizes utilizing validate validates vary versatility very via \
vital want was way we well were what when where whether which while who whole whom whose why widely will with within without would www yet yield \
yielding yields you your";

/// Words that say something about a paper beside others alone, and not as the last of them:
/// `few-shot`, `large scale`. In alphabetical order, in lower case.
const VAGUE: &str = "ability accuracy accurate adaptive advantage aim art aspect basic benefit best big broad capability case challenge challenging choice close common \
complete complex comprehensive concept concern considerable context correct critical deep design detail development different direct domain early \
easy effect effort end entire essential evidence exact example extended extensive factor fast feasible few final fine first flexible focus form \
framework full fundamental general global goal good great hard high idea impact implementation importance independent initial insight interest joint \
key large late least level light line local long low main major manner mean modern multi multiple near new next noisy normal novel novelty objective \
one open optimal original outcome part partial perspective point poor popular possible practical practice pre precise primary principle procedure \
process promising proper property purpose quality question range rate real reliable rich robust role scale second self semi separate series set short \
significance similar simple single small solution sound special stage standard state step strategy strong successful suitable super superior target \
task technique term third three tool top total two type unique united useful valid value variant variation variety various view weak wide work world \
zero";

/// The words of a dictionary that want another, by the forms that stand for all that share their
/// stem.
pub(super) fn vague(dictionary: &Dictionary) -> Bitset {
    let mut vague = Bitset::empty(dictionary.len());
    for term in VAGUE.split(' ').filter_map(|word| dictionary.leader(word)) {
        vague.insert(term as usize);
    }
    vague
}

/// The words of a dictionary that are one of those, a number, a letter or no word, by the forms
/// that stand for all that share their stem.
pub(super) fn silent(dictionary: &Dictionary) -> Bitset {
    let mut silent = Bitset::empty(dictionary.len());
    let stops = STOP.split(' ');
    for term in stops.filter_map(|stop| dictionary.leader(stop)) {
        silent.insert(term as usize);
    }
    for term in 0..dictionary.len() {
        let word = dictionary.term(narrow(term));
        let is_letter = word.chars().nth(1).is_none();
        // Nor is a pair of a run without spaces a word.
        if is_letter || is_of_run(word) || word.bytes().all(|byte| byte.is_ascii_digit()) {
            silent.insert(term);
        }
    }
    silent
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_in_order_and_without_doubles() {
        for list in [STOP, VAGUE] {
            let words: Vec<&str> = list.split(' ').collect();
            for pair in words.windows(2) {
                assert!(pair[0] < pair[1], "{pair:?}");
            }
        }
        let both = VAGUE
            .split(' ')
            .find(|word| STOP.split(' ').any(|stop| stop == *word));
        assert_eq!(both, None, "a word is in one of them");
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
        let said = |word: &str| !silent.contains(dictionary.leader(word).unwrap() as usize);
        for word in ["network", "networks", "3d"] {
            assert!(said(word), "{word}");
        }
        for word in ["this", "results", "result", "method", "x", "2020"] {
            assert!(!said(word), "{word}");
        }
    }
}
