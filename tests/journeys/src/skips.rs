//! The journeys that an engine does not go, each with its reason.

use crate::Form;
use crate::engine::Engine;

/// A journey that an engine does not go.
struct Skip {
    journey: &'static str,
    engine: Engine,
    forms: &'static [Form],
    why: &'static str,
}

/// Why WebKit goes no journey of what is kept.
const PRIVATE: &str =
    "MiniBrowser opens private windows when it is driven, and those take no files";

/// Why WebKit goes no journey that swipes.
const NO_FINGER: &str = "WebKitWebDriver has no fingers";

/// Why Chromium and Firefox do not go what is about private windows.
const NOT_PRIVATE: &str = "its driver opens windows that keep what they are given";

const fn skip(
    engine: Engine,
    forms: &'static [Form],
    journey: &'static str,
    why: &'static str,
) -> Skip {
    Skip {
        journey,
        engine,
        forms,
        why,
    }
}

/// Why only Chromium goes what is about paper.
const NO_PAPER: &str = "its driver shows no page as it would be on paper";

/// All of them, but for those that [`KEPT`] and [`IN_PRIVATE`] name.
const SKIPS: &[Skip] = &[
    skip(Engine::Firefox, Form::BOTH, "papers-are-printed", NO_PAPER),
    skip(Engine::WebKit, Form::BOTH, "papers-are-printed", NO_PAPER),
    skip(Engine::WebKit, Form::BOTH, "rows-are-swiped", NO_FINGER),
    skip(
        Engine::Chromium,
        Form::BOTH,
        "names-are-as-the-browser-says",
        "its scripts are told of roles and names, and journeys go by that",
    ),
    skip(Engine::Chromium, Form::BOTH, PRIVATELY, NOT_PRIVATE),
    skip(Engine::Firefox, Form::BOTH, PRIVATELY, NOT_PRIVATE),
];

/// The journey that is about private windows.
const PRIVATELY: &str = "kept-nothing-in-a-private-window";

/// Those about what is kept that can be gone where nothing is.
const IN_PRIVATE: &[&str] = &[PRIVATELY, "kept-nothing-where-storage-is-denied"];

/// The journeys that are gone in both forms in every engine: how a page from disk loads, keeps and
/// reads is the browser's affair. All others that know both are gone there in the hosted form
/// alone, for all of them in all engines would take an hour.
const IN_BOTH_FORMS: &[&str] = &[
    "the-page-starts",
    "the-network-is-closed",
    "the-sample-shows-everything",
    "digests-are-dropped",
    "digests-are-chosen",
    "archives-are-unpacked",
    "rules-are-files",
    "the-address-keeps-the-view",
    "a-crash-is-survived",
    "a-deadly-file-is-left-out",
    "any-link-opens-the-page",
];

/// How the names of journeys begin that are about what is kept, which no form has from the other.
const KEPT: &str = "kept-";

/// Whether a journey that knows both forms is gone in this one, where nobody asks for it by name.
pub fn is_gone(journey: &str, engine: Engine, form: Form) -> bool {
    engine == Engine::Chromium
        || form == Form::Hosted
        || journey.starts_with(KEPT)
        || IN_BOTH_FORMS.contains(&journey)
}

/// Why a journey is not gone, if it is not.
pub fn why(journey: &str, engine: Engine, form: Form) -> Option<&'static str> {
    if engine == Engine::WebKit && journey.starts_with(KEPT) && !IN_PRIVATE.contains(&journey) {
        return Some(PRIVATE);
    }
    let mut skips = SKIPS.iter();
    let found = skips.find(|skip| {
        skip.journey == journey && skip.engine == engine && skip.forms.contains(&form)
    })?;
    Some(found.why)
}
