//! A library of any size: invented papers, words by Zipf's law, or real ones and, beyond those at
//! hand, the same with their words in another order. All from a fixed seed.

use digest_explorer::core::day::Day;
use digest_explorer::core::paper::{Category, Paper, PaperId};
use digest_explorer::core::text::RichText;

/// How many different words there are.
const WORDS: usize = 120_000;
const SYLLABLES: [&str; 20] = [
    "con", "re", "ti", "ma", "net", "lo", "gra", "ve", "sen", "pro", "di", "ta", "ri", "mo", "ca",
    "le", "su", "po", "in", "de",
];
const CATEGORIES: [&str; 8] = [
    "cs.CV", "cs.LG", "cs.AI", "cs.CL", "cs.RO", "eess.IV", "stat.ML", "math.OC",
];
/// Terms of the field, frequent ones first, so that the tagger has what it looks for.
const TERMS: [&str; 24] = [
    "image classification",
    "semantic segmentation",
    "diffusion model",
    "object detection",
    "large language model",
    "reinforcement learning",
    "transformer",
    "medical images",
    "self-supervised learning",
    "video",
    "benchmark",
    "point clouds",
    "graph neural network",
    "question answering",
    "domain adaptation",
    "machine translation",
    "speech recognition",
    "contrastive learning",
    "anomaly detection",
    "depth estimation",
    "federated learning",
    "robot manipulation",
    "recommendation",
    "knowledge distillation",
];
/// How many papers a month has.
const MONTHLY: usize = 5_000;

/// Vigna's splitmix64.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    /// From 0 to 1.
    fn part(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A number below the limit, small ones by far the likeliest: the rank of a word whose
    /// frequency falls as the inverse of its rank.
    fn zipf(&mut self, limit: usize) -> usize {
        ((limit as f64 + 1.0).powf(self.part()) - 1.0) as usize
    }
}

fn word(rank: usize) -> String {
    let mut left = rank + 20;
    let mut word = String::new();
    while left > 0 {
        word.push_str(SYLLABLES[left % 20]);
        left /= 20;
    }
    word
}

/// A day for the paper with this place: months of so many papers, the first in 2020.
fn day(at: usize) -> Option<Day> {
    let month = at / MONTHLY;
    let year = u16::try_from(2020 + month / 12).ok()?;
    Day::new(year, 1 + (month % 12) as u8, 1 + (at % 28) as u8)
}

/// So many invented papers.
pub fn papers(count: usize) -> Vec<Paper> {
    let mut random = Random(1);
    let words: Vec<String> = (0..WORDS).map(word).collect();
    let text = |random: &mut Random, length: usize| {
        let mut text = String::new();
        for at in 0..length {
            if at > 0 {
                text.push(' ');
            }
            // One in twenty.
            if random.next() >> 32 < u64::from(u32::MAX / 20) {
                text.push_str(TERMS[random.zipf(TERMS.len())]);
            } else {
                text.push_str(&words[random.zipf(WORDS)]);
            }
        }
        text
    };
    let paper = |at: usize| {
        let title = text(&mut random, 10);
        let length = 120 + random.zipf(120);
        let summary = text(&mut random, length);
        Paper {
            summary: Some(RichText::from_plain(summary)),
            authors: (0..4)
                .map(|_| {
                    let (first, last) = (random.zipf(5_000), random.zipf(50_000));
                    format!("{} {}", word(first), word(last))
                })
                .collect(),
            categories: (0..2)
                .map(|_| Category(CATEGORIES[random.zipf(8)].to_owned()))
                .collect(),
            days: day(at).into_iter().collect(),
            ..Paper::new(id(at), RichText::from_plain(title), 1)
        }
    };
    (0..count).map(paper).collect()
}

/// So many papers: those at hand, and the same with their words in another order.
pub fn repeated(papers: &[Paper], count: usize) -> Vec<Paper> {
    let mut random = Random(2);
    let many = papers.iter().cycle().take(count).enumerate();
    many.map(|(at, paper)| {
        let mut paper = paper.clone();
        paper.id = id(at);
        paper.days = day(at).into_iter().collect();
        if at >= papers.len() {
            paper.title = shuffled(&paper.title, &mut random);
            paper.summary = paper.summary.map(|text| shuffled(&text, &mut random));
        }
        paper
    })
    .collect()
}

/// A text's words in another order (Fisher and Yates).
fn shuffled(text: &RichText, random: &mut Random) -> RichText {
    let mut words: Vec<&str> = text.plain.split_whitespace().collect();
    for last in (1..words.len()).rev() {
        words.swap(last, (random.next() % (last as u64 + 1)) as usize);
    }
    RichText::from_plain(words.join(" "))
}

/// An id of arXiv's kind, of the month that the day is in.
fn id(at: usize) -> PaperId {
    let (month, number) = (at / MONTHLY, at % MONTHLY + 1);
    let id = format!("{:02}{:02}.{number:05}", 20 + month / 12, 1 + month % 12);
    PaperId::Arxiv(id.parse().unwrap())
}
