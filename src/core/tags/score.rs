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
    /// In one that reports on what the work was tried: the subject comes up there, and so does much
    /// else.
    pub trial: u32,
    /// In a sentence before the first of these.
    pub background: u32,
}

/// All constants of the tagger.
///
/// The mentions of a tag are added up; overlapping ones count once, by the best of them. Weak ones
/// alone never reach the threshold. What reaches it earns the tag.
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
    /// Of strong patterns of domain and modality before the first claim: the background tells the
    /// setting, if not what is done in it.
    pub setting: u32,
    /// Of strong patterns of task, domain and learning in the body: one alone may be an example, or
    /// what others do.
    pub passing: u32,
    /// The sum from which on a task or domain is given that the title does not name, where there is
    /// room to say it twice: what a paper is about, and set in, comes up more than once.
    pub recurring: u32,
    /// How many sentences leave no such room.
    pub short: usize,
    /// How many percent of what the facet's best tag counts another tag must.
    pub share_of_best: u32,
    /// The same among contributions, unless a claim states it outright: beside what a paper is
    /// through and through, a lone turn of phrase counts little.
    pub share_of_contribution: u32,
}

/// The constants in use.
pub(super) const SCORING: Scoring = Scoring {
    threshold: 6,
    strong: Weights {
        title: 6,
        claim: 6,
        body: 6,
        trial: 4,
        background: 4,
    },
    normal: Weights {
        title: 6,
        claim: 6,
        body: 4,
        trial: 2,
        background: 2,
    },
    weak: Weights {
        title: 4,
        claim: 2,
        body: 2,
        trial: 1,
        background: 1,
    },
    weak_most: 4,
    setting: 6,
    passing: 5,
    recurring: 7,
    short: 4,
    share_of_best: 28,
    share_of_contribution: 40,
};

/// What is particular to the mentions of a facet's tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trait {
    /// They are held against those of the facet's best tag: [`Scoring::share_of_best`].
    Rival,
    /// They are held against those of the best one unless a claim states the tag outright:
    /// [`Scoring::share_of_contribution`].
    Outright,
    /// What the paper is about is named more than once: [`Scoring::recurring`].
    Recurring,
    /// The background tells them as well: [`Scoring::setting`].
    Setting,
    /// One in the body may be an example: [`Scoring::passing`].
    Passing,
    /// Much comes up where experiments are reported that the paper is not about:
    /// [`Weights::trial`].
    Tried,
    /// They count the same wherever they stand: [`Scoring::anywhere`].
    Anywhere,
}

impl Trait {
    /// Whether the mentions of a facet's tags have it.
    pub fn is_of(self, facet: Facet) -> bool {
        use Trait::{Anywhere, Outright, Passing, Recurring, Rival, Setting, Tried};
        let traits: &[Self] = match facet {
            Facet::Task => &[Rival, Recurring, Passing, Tried],
            Facet::Domain => &[Rival, Recurring, Setting, Passing, Tried],
            Facet::Modality => &[Rival, Setting],
            Facet::Method => &[Rival, Tried],
            Facet::Learning => &[Rival, Passing, Tried],
            Facet::Contribution => &[Outright],
            Facet::Resource | Facet::Dataset => &[Anywhere],
            Facet::Own
            | Facet::Announce
            | Facet::Category
            | Facet::Topic
            | Facet::Day
            | Facet::Source
            | Facet::State => &[],
        };
        traits.contains(&self)
    }
}

impl Scoring {
    /// What the mentions of a tag must count together, given what those of the facet's best tag in
    /// the same paper do: beside a subject that is named again and again, one named once is spoken
    /// of in passing, unless the title names it. `sentences` counts those of the whole paper.
    pub fn needed(
        &self,
        facet: Facet,
        in_title: bool,
        stated: bool,
        best: u32,
        sentences: usize,
    ) -> u32 {
        let share = if Trait::Rival.is_of(facet) && !in_title {
            self.share_of_best
        } else if Trait::Outright.is_of(facet) && !stated {
            self.share_of_contribution
        } else {
            0
        };
        let recurs = Trait::Recurring.is_of(facet);
        let least = if recurs && !in_title && sentences > self.short {
            self.recurring
        } else {
            self.threshold
        };
        least.max(best * share / 100)
    }

    /// What mentions, each with its sentence, its strength and what it counts, count together; they
    /// are sorted by their place.
    ///
    /// Of a sentence's mentions the best one counts: a word said twice in one breath is not said
    /// again.
    pub fn sum(&self, mentions: impl Iterator<Item = (u32, Strength, u32)>) -> u32 {
        let (mut weak, mut rest) = (0, 0);
        let mut sentence = None;
        let (mut best_weak, mut best_rest) = (0, 0);
        for (at, strength, score) in mentions {
            if sentence != Some(at) {
                sentence = Some(at);
                weak += std::mem::take(&mut best_weak);
                rest += std::mem::take(&mut best_rest);
            }
            let best = if strength == Strength::Weak {
                &mut best_weak
            } else {
                &mut best_rest
            };
            *best = (*best).max(score);
        }
        weak += best_weak;
        rest += best_rest;
        rest + weak.min(self.weak_most)
    }

    /// What one mention of something released, or of a dataset's name, counts wherever it stands: a
    /// comment is as good as an abstract.
    pub fn anywhere(&self, strength: Strength) -> u32 {
        match strength {
            Strength::Strong => self.strong.body,
            Strength::Normal => self.normal.body,
            Strength::Weak => self.weak.body,
        }
    }

    /// What one mention counts; nothing in a comment.
    pub fn of(&self, facet: Facet, strength: Strength, standing: Standing) -> u32 {
        let is_strong = strength == Strength::Strong;
        if is_strong && standing == Standing::Background && Trait::Setting.is_of(facet) {
            return self.setting;
        }
        let weights = match strength {
            Strength::Strong => self.strong,
            Strength::Normal => self.normal,
            Strength::Weak => self.weak,
        };
        if is_strong && standing == Standing::Body && Trait::Passing.is_of(facet) {
            return self.passing;
        }
        match standing {
            Standing::Title => weights.title,
            Standing::Claim => weights.claim,
            Standing::Trial if Trait::Tried.is_of(facet) => weights.trial,
            Standing::Body | Standing::Trial | Standing::Unclaimed => weights.body,
            Standing::Background => weights.background,
            Standing::Comment => 0,
        }
    }
}
