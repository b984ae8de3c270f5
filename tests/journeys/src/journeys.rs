//! The journeys.

mod backup;
mod boot;
mod commands;
mod crash;
mod finding;
mod hands;
mod installed;
mod kept;
mod loading;
mod names;
mod network;
mod overview;
mod own;
mod panel;
mod pieces;
mod reading;
mod rules;
mod saved;
mod saving;
mod searching;
mod share;
mod taking;
mod triage;
mod unkept;

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

const fn journey(
    name: &'static str,
    forms: &'static [Form],
    take: fn(&Visit) -> Result,
) -> Journey {
    Journey { name, forms, take }
}

/// A journey in both forms.
const fn both(name: &'static str, take: fn(&Visit) -> Result) -> Journey {
    journey(name, Form::BOTH, take)
}

/// A journey in the hosted form alone.
const fn hosted(name: &'static str, take: fn(&Visit) -> Result) -> Journey {
    journey(name, &[Form::Hosted], take)
}

/// A journey in the form of one file alone.
const fn from_disk(name: &'static str, take: fn(&Visit) -> Result) -> Journey {
    journey(name, &[Form::Standalone], take)
}

/// All of them.
pub const JOURNEYS: &[Journey] = &[
    both("the-page-starts", boot::starts),
    hosted(
        "the-page-starts-from-a-host-that-knows-no-wasm",
        boot::starts_without_types,
    ),
    hosted("a-missing-part-is-named", boot::names_a_missing_part),
    hosted(
        "a-missing-boot-script-is-noticed",
        boot::notices_that_nothing_starts,
    ),
    hosted(
        "the-hosted-page-on-disk-points-to-the-standalone-one",
        boot::points_to_the_standalone_page,
    ),
    both("the-network-is-closed", network::is_closed),
    hosted(
        "the-page-takes-files-before-its-program",
        installed::files_before_the_program,
    ),
    hosted("kept-and-offline-all-is-there", installed::offline),
    hosted("a-new-version-waits-for-a-click", installed::a_new_version),
    hosted(
        "half-a-new-version-is-not-taken",
        installed::half_a_new_version,
    ),
    hosted("what-is-shared-is-offered", installed::shared),
    hosted("files-are-opened-with-the-page", installed::opened_with),
    hosted("kept-page-is-forgotten-too", installed::forgotten),
    hosted("a-page-being-worked-on-is-never-old", installed::worked_on),
    both("the-sample-shows-everything", loading::the_sample),
    both(
        "the-report-opens-again-at-once",
        loading::the_report_at_once,
    ),
    both("what-comes-waits-for-a-press", loading::a_press),
    both("digests-are-dropped", loading::dropping),
    both("digests-are-chosen", loading::choosing),
    both("a-file-is-taken-out", loading::removing),
    both("archives-are-unpacked", loading::archives),
    both("what-is-no-digest-says-so", loading::unreadable),
    both(
        "what-is-no-digest-says-so-at-first",
        loading::unreadable_at_first,
    ),
    hosted("tags-come-later", loading::tags_come_later),
    hosted("a-preview-is-given-up", rules::a_preview_is_given_up),
    both("a-rule-is-written", rules::writing),
    both("a-wrong-rule-says-where", rules::a_wrong_rule),
    both("rules-are-files", rules::files),
    both("tags-are-put-on-by-hand", rules::by_hand),
    both("rules-that-cannot-be-read-are-kept", rules::kept_wrong),
    both("rules-by-keys-alone", rules::keyboard),
    both("words-are-found", searching::words),
    both("a-wrong-query-says-why", searching::a_wrong_query),
    both("a-word-is-completed", finding::completion),
    both(
        "a-completion-asks-for-nothing",
        finding::completion_in_the_way,
    ),
    both("no-hits-offer-a-way-out", finding::no_hits),
    both("a-word-is-put-right", finding::spelling),
    both(
        "a-word-that-is-typed-finds-what-it-may-become",
        finding::typing,
    ),
    both("a-rank-is-explained", finding::score),
    both("days-are-drawn", finding::brush),
    both("words-stand-out", panel::terms),
    both("untagged-papers-suggest-rules", panel::worklist),
    hosted("a-rare-word-is-doubted", panel::rare_word),
    both("facets-stay-as-arranged", panel::facets_arranged),
    both("matches-are-marked-or-not", finding::marks),
    hosted("the-newest-search-wins", finding::stale),
    both("filters-count-and-join", searching::filters),
    both("a-value-is-excluded", searching::exclusion),
    both("a-day-is-chosen", searching::days),
    both("a-paper-opens", reading::a_paper),
    both("a-tag-shows-its-evidence", reading::evidence),
    hosted("a-finger-shows-evidence", reading::evidence_by_touch),
    both("the-address-keeps-the-view", reading::history),
    both("the-last-letter-is-kept", reading::the_last_letter),
    both("the-order-is-chosen", reading::order),
    both("a-long-list-scrolls", reading::a_long_list),
    both("the-keyboard-is-enough", hands::keyboard),
    both("a-phone-is-enough", hands::phone),
    both("the-colours-are-chosen", hands::theme),
    both("a-crash-is-survived", crash::is_survived),
    both("a-silent-death-is-noticed", crash::in_silence),
    both("a-deadly-file-is-left-out", crash::of_a_file),
    both("deadly-rules-are-set-aside", crash::of_rules),
    both(
        "what-was-kept-and-cannot-be-read-is-set-aside",
        crash::of_nothing_kept,
    ),
    both("any-link-opens-the-page", crash::of_no_link),
    both("papers-are-marked-by-keys", triage::marks),
    both("a-note-is-written-and-found", triage::notes),
    both("many-papers-are-marked-at-once", triage::many),
    both("kept-files-are-there-again", kept::again),
    both("kept-libraries-open-as-they-were", kept::at_once),
    both("kept-marks-are-there-again", kept::marks),
    from_disk("kept-from-disk-only-if-the-reader-agrees", kept::unasked),
    hosted("kept-archives-lack-what-was-taken-out", kept::archives),
    both("kept-and-removed-comes-back", kept::removed),
    both("kept-nothing-where-storage-is-denied", unkept::denied),
    hosted("kept-what-has-room", unkept::no_room),
    hosted("kept-by-a-later-version-is-left-alone", unkept::newer),
    hosted("kept-and-evicted-is-missed", unkept::evicted),
    hosted("kept-and-lost-is-named", unkept::lost),
    hosted("kept-and-deadly-is-set-aside", unkept::aside),
    hosted("kept-where-a-worker-died", kept::worker_died),
    hosted("kept-in-a-tab-that-was-there-before", kept::early_tab),
    both("kept-in-two-tabs-alike", kept::two_tabs),
    both("own-tags-are-put-on-by-keys", own::tags),
    both(
        "a-crash-takes-nothing-that-was-done",
        own::outlives_the_worker,
    ),
    both(
        "kept-rules-that-are-deadly-are-set-aside",
        own::deadly_rules,
    ),
    both("kept-acts-of-two-tabs-at-once", own::two_tabs),
    hosted("the-day-is-in-hand", overview::the_day),
    both("everything-has-a-name-in-the-palette", commands::palette),
    both("a-key-is-changed", commands::changed_key),
    hosted("rows-are-swiped", commands::swipe),
    hosted("what-is-read-to-its-end-is-read", commands::read_through),
    both(
        "back-from-a-query-is-the-plain-list",
        commands::back_from_a_query,
    ),
    both(
        "back-closes-what-lies-over-the-page",
        commands::back_from_a_panel,
    ),
    both(
        "the-palette-leads-to-the-next-paper",
        commands::next_by_the_palette,
    ),
    hosted("all-of-a-list-is-chosen", commands::all),
    hosted("kept-what-was-being-written", commands::draft),
    hosted("kept-searches-are-there-again", saved::searches),
    both("authors-are-followed-and-muted", saved::authors),
    both("words-of-lists-are-marked", saved::highlights),
    both("a-day-is-finished", saved::a_finished_day),
    hosted("a-day-stands-out", saved::the_day_stands_out),
    both("kept-and-backed-up-is-there-again", backup::all_again),
    hosted("kept-by-two-readers-comes-together", backup::two_readers),
    hosted("kept-in-no-backup-is-refused", backup::hostile),
    both("kept-nothing-but-a-backup", backup::where_nothing_is_kept),
    both("kept-nothing-in-a-private-window", unkept::in_private),
    hosted("names-are-as-the-browser-says", names::as_the_browser_says),
    both(
        "what-the-worker-may-not-read-the-page-reads",
        pieces::read_by_the_page,
    ),
    hosted("what-the-page-reads-can-be-stopped", pieces::stopped),
    both("a-link-names-the-files-that-it-needs", share::needs),
    both("a-link-carries-papers", share::carries),
    hosted("kept-papers-of-others-if-the-reader-agrees", share::kept),
    both("a-page-of-its-own-has-papers", share::page_of_its_own),
    hosted("a-page-without-the-program-says-so", share::no_program),
    both("papers-are-exported", taking::export),
    both("exports-of-hostile-papers-harm-nobody", taking::hostile),
    both("citations-are-copied", taking::copy),
    both("a-finished-day-is-exported", taking::a_finished_day),
    both("papers-are-printed", taking::print),
];
