//! What is left out when a worker died and another one takes its place, so that the new one does
//! not die of the same.

/// How soon deaths follow each other that may have the same cause, in milliseconds.
pub const SOON: f64 = 300_000.0;

/// What a worker had to do when it died.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "any of it may go on beside any other"
)]
pub struct Scene {
    /// Something was being read for the first time.
    pub reads: bool,
    /// What another worker had read was being read again.
    pub reads_again: bool,
    /// A search or a paper was asked for and not answered.
    pub looks: bool,
    /// The reader has rules of which nobody knows yet that a worker can tag by them.
    pub tries_rules: bool,
    /// It had served something.
    pub served: bool,
    /// How many others had died soon before.
    pub before: u32,
}

/// What the next worker goes on without.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Blamed {
    /// All that was being read; otherwise nothing.
    pub inputs: bool,
    /// The search and the open paper.
    pub view: bool,
    /// The reader's own rules.
    pub rules: bool,
}

impl Scene {
    /// What may have been the cause, the likeliest first; `None` where another worker would die as
    /// well. Each death leaves less to die of, so there is an end to it.
    pub fn blamed(self) -> Option<Blamed> {
        let nothing = Blamed::default();
        if self.reads {
            // Files are many and rules are seldom the cause; but when file after file is, they are.
            return Some(Blamed {
                inputs: true,
                rules: self.tries_rules && self.before > 0,
                ..nothing
            });
        }
        if self.looks || self.tries_rules {
            return Some(Blamed {
                view: self.looks,
                rules: self.tries_rules,
                ..nothing
            });
        }
        if self.reads_again {
            return Some(Blamed {
                inputs: true,
                ..nothing
            });
        }
        match self.before {
            0 if self.served => Some(nothing),
            1 if self.served => Some(Blamed {
                view: true,
                ..nothing
            }),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A scene by the letters of what was going on: reads, again, looks, rules, served.
    fn scene(what: &str, before: u32) -> Scene {
        Scene {
            reads: what.contains('r'),
            reads_again: what.contains('a'),
            looks: what.contains('l'),
            tries_rules: what.contains('o'),
            served: what.contains('s'),
            before,
        }
    }

    #[track_caller]
    fn check(what: &str, before: u32, expected: &str) {
        let blamed = scene(what, before).blamed().map(|blamed| {
            let Blamed {
                inputs,
                view,
                rules,
            } = blamed;
            let letters = [(inputs, 'i'), (view, 'v'), (rules, 'o')];
            letters
                .into_iter()
                .filter(|(is, _)| *is)
                .map(|(_, letter)| letter)
                .collect()
        });
        let expected = (expected != "end").then(|| expected.to_owned());
        assert_eq!(blamed, expected, "{what}, {before} before");
    }

    #[test]
    fn what_was_under_way_is_blamed() {
        check("r", 0, "i");
        check("rs", 0, "i");
        check("rlos", 0, "i");
        check("ro", 1, "io");
        check("alos", 0, "vo");
        check("o", 0, "o");
        check("as", 0, "i");
    }

    #[test]
    fn deaths_without_a_cause_come_to_an_end() {
        check("", 0, "end");
        check("s", 0, "");
        check("s", 1, "v");
        check("s", 2, "end");
    }
}
