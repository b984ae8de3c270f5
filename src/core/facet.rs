//! The facets by which papers are filtered and counted.

use serde::{Deserialize, Serialize};

/// One facet: a set of values of which a paper has any number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Facet {
    /// The problem solved (a tag facet).
    Task,
    /// Where it is applied (a tag facet).
    Domain,
    /// What it takes in, beyond ordinary colour images (a tag facet).
    Modality,
    /// What it is built of (a tag facet).
    Method,
    /// How it learns (a tag facet).
    Learning,
    /// What kind of paper it is (a tag facet).
    Contribution,
    /// What comes with it (a tag facet).
    Resource,
    /// Named public datasets (a tag facet).
    Dataset,
    /// New, cross-listed or replaced.
    Announce,
    /// arXiv's categories.
    Category,
    /// The headings of the digest's own order.
    Topic,
    /// The day of announcement.
    Day,
    /// The file a paper came from.
    Source,
}

impl Facet {
    /// All facets, in the order in which the page shows them.
    pub const ALL: [Self; 13] = [
        Self::Task,
        Self::Domain,
        Self::Modality,
        Self::Method,
        Self::Learning,
        Self::Contribution,
        Self::Resource,
        Self::Dataset,
        Self::Announce,
        Self::Category,
        Self::Topic,
        Self::Day,
        Self::Source,
    ];

    /// The facets whose values the tagger gives.
    pub const TAGGED: [Self; 8] = [
        Self::Task,
        Self::Domain,
        Self::Modality,
        Self::Method,
        Self::Learning,
        Self::Contribution,
        Self::Resource,
        Self::Dataset,
    ];

    /// The facet's name as the key of a record and in messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Task => "task",
            Self::Domain => "domain",
            Self::Modality => "modality",
            Self::Method => "method",
            Self::Learning => "learning",
            Self::Contribution => "contribution",
            Self::Resource => "resource",
            Self::Dataset => "dataset",
            Self::Announce => "announce",
            Self::Category => "category",
            Self::Topic => "topic",
            Self::Day => "day",
            Self::Source => "source",
        }
    }

    /// The facet's name for a person.
    pub fn label(self) -> &'static str {
        match self {
            Self::Task => "Task",
            Self::Domain => "Domain",
            Self::Modality => "Modality",
            Self::Method => "Method",
            Self::Learning => "Learning",
            Self::Contribution => "Contribution",
            Self::Resource => "Resource",
            Self::Dataset => "Dataset",
            Self::Announce => "Announcement",
            Self::Category => "Category",
            Self::Topic => "Topic",
            Self::Day => "Day",
            Self::Source => "Source",
        }
    }

    /// Whether its values are tags, so that a paper can have none of them.
    pub fn is_tagged(self) -> bool {
        Self::TAGGED.contains(&self)
    }

    /// Whether a paper can have several of its values, so that asking for all of some makes sense.
    pub fn is_multiple(self) -> bool {
        self.is_tagged()
            || matches!(
                self,
                Self::Category | Self::Topic | Self::Day | Self::Source
            )
    }

    /// The facet with this [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.name() == name)
    }
}
