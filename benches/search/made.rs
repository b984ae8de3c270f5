//! An invented library: words by Zipf's law, from a fixed seed.

use digest_explorer::core::day::Day;
use digest_explorer::core::library::Record;
use digest_explorer::core::paper::{Category, Paper, PaperId};
use digest_explorer::core::tags::{self, TagId};
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

    /// A number below the limit, small ones by far the likeliest: the rank of a word whose frequency falls as the inverse of its rank.
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

/// So many papers, always the same.
pub fn records(count: usize) -> Vec<Record> {
    let mut random = Random(1);
    let words: Vec<String> = (0..WORDS).map(word).collect();
    let tags: Vec<TagId> = digest_explorer::core::facet::Facet::TAGGED
        .into_iter()
        .flat_map(tags::of)
        .collect();
    let text = |random: &mut Random, length: usize| {
        let words = (0..length).map(|_| words[random.zipf(WORDS)].as_str());
        RichText::from_plain(words.collect::<Vec<_>>().join(" "))
    };
    let record = |at: usize| {
        let title = text(&mut random, 10);
        let length = 120 + random.zipf(120);
        let summary = text(&mut random, length);
        let mut record = Record::new(Paper {
            summary: Some(summary),
            authors: (0..4).map(|_| text(&mut random, 2).plain).collect(),
            categories: (0..2)
                .map(|_| Category(CATEGORIES[random.zipf(8)].to_owned()))
                .collect(),
            days: Day::new(
                2020 + (at / 20_000) as u16,
                1 + (at % 12) as u8,
                1 + (at % 28) as u8,
            )
            .into_iter()
            .collect(),
            ..Paper::new(PaperId::Local(format!("x-{at:016x}")), title, 1)
        });
        record.tags = (0..8).map(|_| tags[random.zipf(tags.len())]).collect();
        record.tags.sort_unstable();
        record.tags.dedup();
        record
    };
    (0..count).map(record).collect()
}
