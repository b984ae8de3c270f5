//! The journeys.

mod boot;
mod network;

use crate::{Form, Result, Visit};

/// One journey.
pub struct Journey {
    /// What it shows, in few words.
    pub name: &'static str,
    /// The forms of the release it is about.
    pub forms: &'static [Form],
    /// The way.
    pub take: fn(&Visit) -> Result,
}

/// All of them.
pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "the-page-starts",
        forms: Form::BOTH,
        take: boot::starts,
    },
    Journey {
        name: "the-page-starts-from-a-host-that-knows-no-wasm",
        forms: &[Form::Hosted],
        take: boot::starts_without_types,
    },
    Journey {
        name: "a-missing-part-is-named",
        forms: &[Form::Hosted],
        take: boot::names_a_missing_part,
    },
    Journey {
        name: "the-hosted-page-on-disk-points-to-the-standalone-one",
        forms: &[Form::Hosted],
        take: boot::points_to_the_standalone_page,
    },
    Journey {
        name: "the-network-is-closed",
        forms: Form::BOTH,
        take: network::is_closed,
    },
];
