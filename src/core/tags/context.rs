//! Where a mention stands: in a claim, in the background, in words that say it is *not* what the
//! paper does.

use super::matcher::Hit;
use super::tokens::{Break, Token};
use crate::core::paper::Part;

/// What a turn of phrase says about the words around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cue {
    /// The sentence says what the authors do.
    Claim,
    /// The sentence speaks of what the authors made: a claim, unless it reports how that did.
    Own,
    /// The sentence reports on what the work was tried, and how it did.
    Trial,
    /// What follows, up to the end of the clause, is what the authors turn away from.
    Contrast,
    /// What follows, up to the end of the clause, is what others build: no method of this paper.
    Rival,
    /// What follows in the sentence is what the work may be good for.
    Uses,
    /// What follows in the sentence are examples; before the first claim they are not the paper's
    /// subject.
    Examples,
}

/// The turns of phrase, as patterns.
pub(super) const CUES: [(Cue, &str); 7] = [
    (
        Cue::Claim,
        "we (propose|present|introduce|develop|design|describe|devise|formulate|tackle|address|investigate|study|explore|analyze|analyse|build|release|contribute|train|leverage|employ|adopt|use|utilize|apply|combine|extend|formalize|construct|create|collect|implement|examine|consider|provide|aim|focus|reformulate|revisit|create|exploit|integrate|incorporate|learn|generate|fine|frame|cast|model|trained|used|proposed|presented|developed|introduced);
         we (first|then|also|further|therefore|thus|hence|here|systematically|empirically|additionally|instead|next|finally|specifically|theoretically|jointly|carefully|newly) (propose|present|introduce|develop|design|devise|formulate|tackle|address|investigate|study|explore|analyze|use|train|adopt|employ|apply|leverage|build|extend|combine|construct|utilize);
         (this|the present|our) (paper|work|article|study|thesis|manuscript|report|research|survey|letter) ..3 (propose*|present*|introduce*|develop*|design*|address*|investigat*|stud*|explor*|describ*|tackle*|focus*|analyz*|examin*|provid*|review*|aim*|contribut*|bridge*|deal*|consider*|report*|use*|appl*|concern*|revisit*|formulat*|offer*|advance*|leverag*|adopt*|combin*);
         in this (paper|work|article|study|letter|thesis|report);
         (is|are|was|were) (proposed|presented|introduced|developed|designed|curated|collected|constructed|contributed);
         our (contribution|goal|aim|key|core|main|idea); named; dubbed; termed; called; to this end; a novel; a new",
    ),
    (
        Cue::Own,
        "(proposed|presented|novel|new) (method|approach|framework|model|network|algorithm|architecture|system|scheme|pipeline|technique|dataset|benchmark|module|loss);
         our (method|approach|framework|model|network|algorithm|architecture|system|scheme|pipeline|technique|dataset|benchmark|solution|proposed|work|design|formulation);
         (ours|our|proposed|it|framework|approach|method|which|system|pipeline) ..2 (is|are) (based|built) on",
    ),
    (
        Cue::Trial,
        "experiment* (on|with|show*|demonstrat*|using|across|conducted|validate*|verify|reveal*|confirm*|indicate*|over|and|are|were|in); experimental (result|evaluation); (extensive|comprehensive|thorough|empirical|quantitative|qualitative) ..1 (experiment|evaluation|result);
         (outperform*|surpass*|achiev*|attain*|reach*|yield*|obtain*|gain*|improv*) ..8 (state of the art|=SOTA|accuracy|score|=AP|=mAP|=mIoU|=FID|=PSNR|=AUC|baseline);
         (evaluate|evaluated|validated|verified|tested|validate|verify|test) ..3 (on|with|using|across|against); state of the art (result|performance|accuracy|method)",
    ),
    (
        Cue::Contrast,
        "unlike; instead of; rather than; without; in contrast (to|with); as opposed to; different from; differently from; contrary to;
         (eliminat*|remov*|avoid*|bypass*) (the|any|a)? (need|use|reliance|dependency|requirement) (for|of|on)?; (not|never) (require|rely|need|use|involve) (on|any)?; alternative to; advance over; no need for; free of; departing from; (beyond|not) (mere|merely|just|only|simply|traditional|conventional|standard)?; originally ..2 (for|in); borrowed from; neither; nor; inspired by",
    ),
    (
        Cue::Rival,
        "(outperform*|surpass*|exceed*|beat*); (compared|comparable|relative|comparison|superior|competitive) (to|with|against); than; (existing|previous|prior|current|conventional|traditional|most|recent|standard|classical|other) (approach|method|work|technique|model|state of the art|solution|algorithm|study)?; (limitation|shortcoming|drawback) of; (as|over) baseline; versus; vs; over",
    ),
    (
        Cue::Uses,
        "(application|use case) (such as|like|including|include|in|from|ranging|e g|to|of|are); (many|various|several|numerous|real world|downstream|potential|important|diverse|other|multiple|practical|critical) (application|field|area|domain|industry|scenario|sector|use case) (such as|like|including|in|of|e g|ranging|from|from);
         (useful|helpful|beneficial|valuable|suitable|crucial|vital|promising|applicable) (for|in|to); downstream (vision|perception|application|task|vision task|perception task|visual task) ..2 (such as|like|including|e g|eg); can (also|then|further|easily|potentially|directly)? be (used|applied|extended|deployed|employed|adapted|useful|integrated|utilized) ..2 (in|to|for|into|by|with); could (be|help|enable|support|facilitate); potential (to|for|in|of|application); pav* the way; (future|further) (work|research|direction|study|development|application); implication for; opens up; plethora of application; wide range of; (enabl*|support*|facilitat*) ..2 application; broad (range|applicability|application|impact); motivated by the success of; great success in; widely (used|applied|adopted|employed|studied) (in|for|across|to|by)",
    ),
    (
        Cue::Examples,
        "such as; like; (e g|eg); for example; for instance; including; range from; ranging from; especially in; success* (in|of|on)",
    ),
];

/// What is known of each sentence and each token of a paper.
#[derive(Debug)]
pub(super) struct Context {
    /// By sentence.
    sentences: Vec<Standing>,
    /// By token.
    muted: Vec<Muted>,
}

/// What a sentence is within its paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// The title.
    Title,
    /// Says what the authors do.
    Claim,
    /// Reports on what the work was tried, after the first claim.
    Trial,
    /// Any other sentence of the abstract after the first claim.
    Body,
    /// Any sentence of an abstract without claims.
    Unclaimed,
    /// Stands before the first claim.
    Background,
    /// The authors' comment.
    Comment,
}

/// For which facets a token does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Muted {
    /// It counts.
    No,
    /// It is no method of this paper.
    ForMethod,
    /// It is not what the paper does.
    Always,
}

/// How many tokens a contrast reaches at most, where no comma ends it.
const REACH: usize = 7;

impl Context {
    /// Reads the cues found in a paper's tokens.
    pub fn new(tokens: &[Token<'_>], parts: &[Part], cues: &[(Cue, Hit)]) -> Self {
        let mut sentences: Vec<Standing> = parts
            .iter()
            .map(|part| match part {
                Part::Title => Standing::Title,
                Part::Abstract => Standing::Body,
                Part::Comment => Standing::Comment,
            })
            .collect();
        let sentence_of = |token: u32| {
            tokens
                .get(token as usize)
                .map(|token| token.sentence as usize)
        };
        for (says, standing) in [
            (Cue::Claim, Standing::Claim),
            (Cue::Trial, Standing::Trial),
            (Cue::Own, Standing::Claim),
        ] {
            for (_, hit) in cues.iter().filter(|(cue, _)| *cue == says) {
                if let Some(known) = sentence_of(hit.first).and_then(|at| sentences.get_mut(at))
                    && *known == Standing::Body
                {
                    *known = standing;
                }
            }
        }
        let first_claim = sentences.iter().position(|s| *s == Standing::Claim);
        let (end, before_it) = match first_claim {
            Some(first) => (first, Standing::Background),
            None => (sentences.len(), Standing::Unclaimed),
        };
        for standing in &mut sentences[..end] {
            if matches!(standing, Standing::Body | Standing::Trial) {
                *standing = before_it;
            }
        }

        let mut muted = vec![Muted::No; tokens.len()];
        // By sentence: the first token from which on none counts.
        let mut silent_from = vec![u32::MAX; parts.len()];
        for (cue, hit) in cues {
            let Some(sentence) = sentence_of(hit.first) else {
                continue;
            };
            let stands = sentences.get(sentence);
            let next = hit.last + 1;
            let how = match cue {
                Cue::Claim | Cue::Own | Cue::Trial => continue,
                Cue::Examples if stands != Some(&Standing::Background) => continue,
                // “With Application to …” in a title says what is done.
                Cue::Uses if stands == Some(&Standing::Title) => continue,
                Cue::Uses | Cue::Examples => {
                    if let Some(from) = silent_from.get_mut(sentence) {
                        *from = next.min(*from);
                    }
                    continue;
                }
                Cue::Contrast => Muted::Always,
                Cue::Rival => Muted::ForMethod,
            };
            let next = next as usize;
            for (at, token) in tokens.iter().enumerate().skip(next).take(REACH) {
                // A bracket or comma right behind the cue does not end what it speaks of: "such as:
                // …".
                if token.before >= Break::Clause && (at > next || token.before == Break::Sentence) {
                    break;
                }
                muted[at] = muted[at].max(how);
            }
        }
        for ((at, token), muted) in (0..).zip(tokens).zip(&mut muted) {
            let from = silent_from.get(token.sentence as usize);
            if from.is_some_and(|from| *from <= at) {
                *muted = Muted::Always;
            }
        }
        Self { sentences, muted }
    }

    /// What the sentence of a token is.
    pub fn standing(&self, token: &Token<'_>) -> Standing {
        let standing = self.sentences.get(token.sentence as usize);
        standing.copied().unwrap_or(Standing::Body)
    }

    /// For which facets the token with this index does not count.
    pub fn muted(&self, token: u32) -> Muted {
        self.muted.get(token as usize).copied().unwrap_or(Muted::No)
    }
}
