//! When mentions add up to a tag.

use super::context::Standing;
use crate::core::facet::Facet;

/// How sure a pattern is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// Only adds to others.
    Weak,
    /// Needs the title, a claim or two mentions.
    Normal,
    /// One mention is enough.
    Strong,
}

/// What a mention counts by the place where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Weights {
    /// In the title.
    pub title: u32,
    /// In a sentence that says what the authors do.
    pub claim: u32,
    /// In another sentence after the first of these.
    pub body: u32,
    /// In a sentence before the first of these.
    pub background: u32,
}

/// All constants of the tagger.
///
/// The mentions of a tag are added up; overlapping ones count once, by the best of them. Weak ones alone never reach the threshold. What
/// reaches it earns the tag.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scoring {
    /// The sum from which on a tag is given.
    pub threshold: u32,
    /// Of strong patterns.
    pub strong: Weights,
    /// Of normal patterns.
    pub normal: Weights,
    /// Of weak patterns.
    pub weak: Weights,
    /// What all weak mentions of a tag count together at most.
    pub weak_most: u32,
    /// Of strong patterns of domain and modality before the first claim: the background tells the setting, if not what is done in it.
    pub setting: u32,
}

/// The constants in use.
pub(super) const SCORING: Scoring = Scoring {
    threshold: 6,
    strong: Weights {
        title: 6,
        claim: 6,
        body: 6,
        background: 4,
    },
    normal: Weights {
        title: 6,
        claim: 6,
        body: 4,
        background: 2,
    },
    weak: Weights {
        title: 4,
        claim: 2,
        body: 2,
        background: 1,
    },
    weak_most: 4,
    setting: 6,
};

impl Scoring {
    /// Whether mentions, each with its strength and what it counts, earn the tag.
    pub fn earned(&self, mentions: impl Iterator<Item = (Strength, u32)>) -> bool {
        let (mut weak, mut rest) = (0, 0);
        for (strength, score) in mentions {
            if strength == Strength::Weak {
                weak += score;
            } else {
                rest += score;
            }
        }
        rest + weak.min(self.weak_most) >= self.threshold
    }

    /// What one mention of something released, or of a dataset's name, counts wherever it stands: a comment is as good as an abstract.
    pub fn anywhere(&self, strength: Strength) -> u32 {
        match strength {
            Strength::Strong => self.strong.body,
            Strength::Normal => self.normal.body,
            Strength::Weak => self.weak.body,
        }
    }

    /// What one mention counts; nothing in a comment.
    pub fn of(&self, facet: Facet, strength: Strength, standing: Standing) -> u32 {
        let setting = matches!(facet, Facet::Domain | Facet::Modality);
        if setting && strength == Strength::Strong && standing == Standing::Background {
            return self.setting;
        }
        let weights = match strength {
            Strength::Strong => self.strong,
            Strength::Normal => self.normal,
            Strength::Weak => self.weak,
        };
        match standing {
            Standing::Title => weights.title,
            Standing::Claim => weights.claim,
            Standing::Body => weights.body,
            Standing::Background => weights.background,
            Standing::Comment => 0,
        }
    }
}
