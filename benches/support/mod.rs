//! Digests of any size, put together from invented words by a seeded generator.

use std::fmt::Write as _;

/// Numbers that look random and are the same in every run (Marsaglia's xorshift).
struct Numbers(u64);

impl Numbers {
    /// A sequence of its own for each seed.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    /// A number below a bound.
    pub fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() >> 33).unwrap_or(0) % bound.max(1)
    }

    /// A rank below a bound, small ones far oftener (about as Zipf has it: each doubling of the
    /// rank is equally likely).
    fn rank(&mut self, bound: usize) -> usize {
        let octave = self.below(bound.max(2).ilog2() as usize + 1);
        ((1 << octave) - 1 + self.below(1 << octave)).min(bound - 1)
    }
}

/// Terms of the field, so that the tagger has what it looks for.
const TERMS: [&str; 16] = [
    "segmentation",
    "diffusion model",
    "object detection",
    "reinforcement learning",
    "transformer",
    "point cloud",
    "medical image",
    "contrastive learning",
    "benchmark",
    "large language model",
    "video",
    "graph neural network",
    "self-supervised",
    "dataset",
    "robot",
    "speech recognition",
];
const SYLLABLES: [&str; 24] = [
    "ba", "de", "fi", "go", "lu", "ma", "ne", "pi", "ro", "su", "ta", "ve", "wi", "xo", "zu",
    "cha", "tre", "plo", "sti", "gra", "ner", "lon", "mis", "tur",
];

/// How many words the invented language has.
const WORDS: usize = 60_000;

/// Makes papers.
struct Writer {
    numbers: Numbers,
    words: Vec<String>,
    made: usize,
}

/// One invented paper.
struct Invented {
    /// Its arXiv id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its abstract, about 1,300 bytes on one line.
    pub summary: String,
}

impl Writer {
    /// The same seed makes the same papers.
    pub fn new(seed: u64) -> Self {
        let mut numbers = Numbers::new(seed);
        let words = (0..WORDS)
            .map(|rank| {
                let syllables = if rank < 100 { 1 } else { 2 + numbers.below(3) };
                (0..syllables)
                    .map(|_| SYLLABLES[numbers.below(SYLLABLES.len())])
                    .collect()
            })
            .collect();
        Self {
            numbers,
            words,
            made: 0,
        }
    }

    fn prose(&mut self, len: usize) -> String {
        let mut text = String::with_capacity(len + 32);
        while text.len() < len {
            if !text.is_empty() {
                text.push(' ');
            }
            match self.numbers.below(90) {
                0 => text.push_str(TERMS[self.numbers.below(TERMS.len())]),
                1 => text.push_str("$x_i \\in \\mathbb{R}^d$"),
                2 => text.push_str("Sch\\\"on"),
                3..=9 => {
                    let word = self.numbers.rank(WORDS);
                    text.push_str(&self.words[word]);
                    text.push('.');
                }
                _ => {
                    let word = self.numbers.rank(WORDS);
                    text.push_str(&self.words[word]);
                }
            }
        }
        text
    }

    /// The next paper.
    fn paper(&mut self) -> Invented {
        let month = self.made / 20_000;
        let id = format!(
            "{:02}{:02}.{:05}",
            15 + month / 12,
            1 + month % 12,
            1 + self.made % 20_000
        );
        self.made += 1;
        let title = self.prose(70);
        let length = 1_100 + self.numbers.below(400);
        Invented {
            id,
            title: capital(&title),

            summary: self.prose(length),
        }
    }
}

fn capital(word: &str) -> String {
    word[..1].to_uppercase() + &word[1..]
}

/// A heading digest of so many papers, a section for each thousand.
pub fn headings(seed: u64, papers: usize) -> String {
    let mut writer = Writer::new(seed);
    let mut text = String::with_capacity(papers * 1_450);
    for number in 0..papers {
        if number % 1_000 == 0 {
            let day = number / 1_000;
            let _ = writeln!(
                text,
                "# ArXiv cs.CV --{}, {} Mar 2026",
                WEEKDAYS[day % 28 % 7],
                1 + day % 28
            );
        }
        let paper = writer.paper();
        let _ = writeln!(
            text,
            "### {}.{} [ :arrow_down: ](https://arxiv.org/pdf/{}.pdf)\n>  {}",
            number % 1_000 + 1,
            paper.title,
            paper.id,
            paper.summary
        );
    }
    text
}

/// The weekdays of March 2026 from its first day on.
const WEEKDAYS: [&str; 7] = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
