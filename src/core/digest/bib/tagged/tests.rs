use super::super::tests::check_as;
use super::*;
use crate::core::digest::Format;

#[track_caller]
fn check(text: &str, expected: &str) {
    check_as(Format::Tagged, text, expected);
}

const NBIB: &str = "
PMID- 90000011
OWN - NLM
DP  - 2026 Mar
TI  - Wicker chairs and what
      they say.
LID - S1 [pii]
LID - 10.1000/w.11 [doi]
AB  - AIM: A chair creaks, P<0.05. RESULTS: It is
      the wicker.
CI  - (c) 2026 Chairs.
FAU - Em, El A Jr
AU  - Em EA Jr
AD  - Chair House.
CN  - Chair Group
DEP - 20260302
TA  - Ch
JT  - Chairs
PMC - PMC12
PHST- 2026/01/02 00:00 [received]
SO  - Ch. 2026 Mar;1(1):1. doi: 10.1000/w.11.

PMID- 90000012
TI  - Stools.
AU  - van Oh E
AID - 10.1000/w.12 [doi]
DP  - 2025 Nov-Dec
";

const NBIB_READ: &str = "x Wicker chairs and what they say. |by El A Em Jr+Chair Group |on 2026-03-02 |abs AIM: A chair creaks, P<0.05. RESULTS: It is the wicker. |com PMID 90000011 PMC12 |jour Chairs |doi 10.1000/w.11 |sub 2026-01-02;x Stools. |by E van Oh |about 2025 |com PMID 90000012 |doi 10.1000/w.12;";

#[test]
fn pubmed() {
    check(NBIB, NBIB_READ);
    check(&NBIB.replace('\n', "\r\n"), NBIB_READ);
    // Records need no blank line between.
    check(&NBIB.replace("\n\n", "\n"), NBIB_READ);
}

#[test]
fn ovid_and_others_write_alike() {
    check(
        "<1. >\nVN  - Ovid Technologies\nTI  - Chairs\nAU  - Em, El [Reprint Author]\nIN  - A House\n\n      B House\nSO  - Chairs. 1(2), 2026.\nAB  - a\n\n<2. >\nVN  - Ovid Technologies\nTI  - Stools\n",
        "x Chairs |by El Em |abs a |jour Chairs;x Stools;",
    );
    check(
        "OWN - ERIC\nTI  - Chairs\nAB  - a\nDP  - 2026\n\nOWN - ERIC\nTI  - Stools\n",
        "x Chairs |about 2026 |abs a;x Stools;",
    );
    check(
        "PMID- 1\nTI  - Chairs\nLID - arXiv:2603.00011v2 [pii]\n",
        "2603.00011v2 Chairs |com PMID 1;",
    );
}

#[test]
fn ovid_names_its_fields() {
    check(
        "<1>\nAccession Number\n  1\nAuthor\n  Em, El 1;  Oh, En\nInstitution\n  (1) A House\nTitle\n  Chairs and\n  stools. [Review]\nSource\n  Rooms.  28:103-106, April 2026.\nAbstract\n  We sit.\n\n<2>\nAuthor\n  Qu P.\nTitle\n  Beds\n",
        "x Chairs and stools. |by El Em+En Oh |abs We sit. |jour Rooms;x Beds |by P. Qu;",
    );
}

#[test]
fn web_of_science() {
    let text = "\u{feff}FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nAU Em, E\n   Oh, N\nAF Em, El\n   van der Oh, En\nCA Basket Group\nTI Baskets:\n   of reed\nSO REED\nDE weaving; reed\nAB A basket\n   holds.\nPD MAR 2\nPY 2026\nDI 10.1000/w.13\nUT WOS:1\nER\n\nPT C\nAU Qu, P; Ar, E\nTI Trays\nPD SPR\nPY 2026\nER\n\nEF\n";
    let second = "x Trays |by P Qu+E Ar |about 2026;";
    let first = "x Baskets: of reed |by El Em+En van der Oh+Basket Group |on 2026-03-02 |abs A basket holds. |jour REED |doi 10.1000/w.13;";
    check(text, &format!("{first}{second}"));
    check(
        &text.replace("ER\n\nPT", "PT"),
        &format!("{first}{second}3:1 warning BadSyntax;"),
    );
    check(
        "PT J\nAU Em, E\nTI Trays\n",
        "x Trays |by E Em;1:1 warning Truncated;",
    );
}

#[test]
fn endnote() {
    check(
        "%0 Journal Article\n%A Em, El\n%A Oh, En\n%T Rafts\n%J arXiv preprint arXiv:2603.00012\n%D 2026\n%8 March 2\n%X A raft floats.\n\nAlways.\n%R 10.1000/w.14\n\n%0 Book\n%A Qu, Pe\n%T Oars\n%B Boats\n%~ Library\n",
        "2603.00012 Rafts |by El Em+En Oh |on 2026-03-02 |abs A raft floats./Always. |doi 10.1000/w.14;x Oars |by Pe Qu |jour Boats;",
    );
    check(
        "%T Rafts\n%A Em, El\n\n\n%A Qu, Pe\n%T Oars\n\n%T Keels\n",
        "x Rafts |by El Em;x Oars |by Pe Qu;x Keels;",
    );
    check("%0 Serial\n%0 Audio\n%T Rafts\n", "x Rafts;");
    check(
        "%R 2026A&A...1....1E\n%T Rafts\n%A Em, El; Qu, Pe\n%J Rivers\n%D 3/2026\n%B A raft floats.\n%Y DOI: 10.1000/w.15\n%G ADS\n",
        "x Rafts |by El Em+Pe Qu |about 2026-03 |abs A raft floats. |jour Rivers |doi 10.1000/w.15;",
    );
}

#[test]
fn refworks_and_cochrane() {
    check(
        "Refworks Export Tagged Format\n\nTag legend\nRT=Reference Type\n\nBEGIN EXPORTED REFERENCES\n\nRT Journal Article\nSR Electronic(1)\nA1 Em, El\nA1 Oh, En\nT1 Rafts\nJF Rivers\nYR 2026\nFD Mar 2\nAB A raft\nDO 10.1000/w.16\n\nRT Book\nT1 Oars\n",
        "x Rafts |by El Em+En Oh |on 2026-03-02 |abs A raft |jour Rivers |doi 10.1000/w.16;x Oars;",
    );
    check(
        "Record #1 of 2\nID: CN-1\nAU: Em E\nAU: Oh N\nTI: Rafts\nSO: Rivers\nYR: 2026\nPM: PUBMED 12\nDOI: 10.1000/w.17\nAB: A raft: it floats.\n\n\nRecord #2 of 2\nID: CN-2\nTI: Oars\n",
        "x Rafts |by E Em+N Oh |about 2026 |abs A raft: it floats. |com PMID 12 |jour Rivers |doi 10.1000/w.17;x Oars;",
    );
}

#[test]
fn nothing_is_dropped_in_silence() {
    check(
        "PMID- 1\nAU  - Em E\n\nPMID- 2\nTI  - Stools\n",
        "x Stools |com PMID 2;1:1 error BadEntry;",
    );
    check(
        "Found today:\n\n%0 Book\n%T Oars\n",
        "x Oars;1:1 warning StrayText;",
    );
}

#[test]
fn other_texts_are_none() {
    for text in [
        "% A comment\n@misc{a, title = {T}}\n",
        "TY  - JOUR\nTI  - A\nAU  - B\nER  - \n",
        "PT J is a title\n\nAnd a text.\n",
        "AI - a survey\nML - another\n",
        "Title: a\nAU: b\n",
    ] {
        assert_eq!(score(text), Score::Nothing, "{text}");
    }
}
