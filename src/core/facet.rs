//! The facets by which papers are filtered and counted.

use serde::{Deserialize, Serialize};

/// What the values of a facet are, and so how they are kept, spelled in a query, sorted and named.
///
/// Whatever depends on it matches it without a `_`, so that a new kind has to be thought of
/// everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FacetKind {
    /// Tags, of the table or of the reader's own rules. All kinds but this one have one facet.
    Tag,
    /// How the day's list carried a paper: new, cross-listed or replaced.
    Announce,
    /// arXiv's categories.
    Category,
    /// The headings of the digest's own order.
    Topic,
    /// Days of announcement.
    Day,
    /// The files that papers came from.
    Source,
    /// How far the reader is with a paper.
    State,
}

impl FacetKind {
    /// How many kinds there are.
    pub const COUNT: usize = Self::State as usize + 1;

    /// Whether a paper can have several of its values, so that asking for all of some makes sense.
    pub fn is_multiple(self) -> bool {
        match self {
            Self::Tag | Self::Category | Self::Topic | Self::Day | Self::Source | Self::State => {
                true
            }
            Self::Announce => false,
        }
    }
}

/// Declares the facets, one a row: its name as the key of a record and in messages, its name for a
/// person, what its values tell of a paper, and a query that asks for some of them.
macro_rules! facets {
    (
        tags { $($tag:ident: $($of_tag:literal),+;)+ }
        others { $($other:ident: $($of_other:literal),+;)+ }
    ) => {
        facets! {
            @rows
            $($tag Tag [$($of_tag),+])+
            $($other $other [$($of_other),+])+
        }

        impl Facet {
            /// The facets whose values are tags.
            pub const TAGGED: [Self; [$(Self::$tag),+].len()] = [$(Self::$tag),+];
        }
    };
    (@rows $(
        $facet:ident $kind:ident [$name:literal, $label:literal, $about:literal, $example:literal]
    )+) => {
        /// One facet: a set of values of which a paper has any number.
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        pub enum Facet {
            $(#[doc = $about] $facet,)+
        }

        impl Facet {
            /// All facets, in the order in which the page shows them.
            pub const ALL: [Self; [$(Self::$facet),+].len()] = [$(Self::$facet),+];

            /// What its values are.
            pub const fn kind(self) -> FacetKind {
                match self { $(Self::$facet => FacetKind::$kind,)+ }
            }

            /// The facet's name as the key of a record and in messages.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$facet => $name,)+ }
            }

            /// The facet's name for a person.
            pub const fn label(self) -> &'static str {
                match self { $(Self::$facet => $label,)+ }
            }

            /// What its values tell of a paper, for a person.
            pub const fn description(self) -> &'static str {
                match self { $(Self::$facet => $about,)+ }
            }

            /// A query that asks for some of its values.
            pub const fn example(self) -> &'static str {
                match self { $(Self::$facet => $example,)+ }
            }
        }
    };
}

facets! {
    tags {
        Own: "tag", "Your tags", "Your own tags.",
            "tag:thesis";
        Task: "task", "Task", "The problem solved.",
            "task:(object-detection OR segmentation)";
        Domain: "domain", "Domain", "Where it is applied.",
            "-domain:medical";
        Modality: "modality", "Modality", "What it takes in, beyond ordinary colour images.",
            "modality:point-cloud";
        Method: "method", "Method", "What it is built of.",
            "method:transformer";
        Learning: "learning", "Learning", "How it learns.",
            "learning:self-supervised";
        Contribution: "contribution", "Contribution", "What kind of paper it is.",
            "contribution:survey";
        Resource: "resource", "Resource", "What comes with it.",
            "resource:code-link";
        Dataset: "dataset", "Dataset", "Public datasets that it names.",
            "dataset:kitti";
    }
    others {
        Announce: "announce", "Announcement", "How the day's list carried it.",
            "announce:new";
        Category: "category", "Category",
            "Its arXiv categories; an archive stands for all of its own.",
            "cat:cs.CV";
        Topic: "topic", "Topic", "The heading under which the digest has it.",
            "topic:\"visual localization\"";
        Day: "day", "Day", "The day on which it was announced.",
            "day:2020-12-20..2020-12-24";
        Source: "source", "Source", "The file it came from.",
            "source:\"monday.md\"";
        State: "state", "State", "How far you are with it.",
            "state:(starred OR later)";
    }
}

impl Facet {
    /// Whether its values are tags, so that a paper can have none of them.
    pub fn is_tagged(self) -> bool {
        self.kind() == FacetKind::Tag
    }

    /// The facet with this [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.name() == name)
    }
}
