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
mod searching;
mod share;
mod taking;
mod triage;

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
        name: "a-missing-boot-script-is-noticed",
        forms: &[Form::Hosted],
        take: boot::notices_that_nothing_starts,
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
    Journey {
        name: "the-page-takes-files-before-its-program",
        forms: &[Form::Hosted],
        take: installed::files_before_the_program,
    },
    Journey {
        name: "kept-and-offline-all-is-there",
        forms: &[Form::Hosted],
        take: installed::offline,
    },
    Journey {
        name: "a-new-version-waits-for-a-click",
        forms: &[Form::Hosted],
        take: installed::a_new_version,
    },
    Journey {
        name: "half-a-new-version-is-not-taken",
        forms: &[Form::Hosted],
        take: installed::half_a_new_version,
    },
    Journey {
        name: "what-is-shared-is-offered",
        forms: &[Form::Hosted],
        take: installed::shared,
    },
    Journey {
        name: "files-are-opened-with-the-page",
        forms: &[Form::Hosted],
        take: installed::opened_with,
    },
    Journey {
        name: "kept-page-is-forgotten-too",
        forms: &[Form::Hosted],
        take: installed::forgotten,
    },
    Journey {
        name: "a-page-being-worked-on-is-never-old",
        forms: &[Form::Hosted],
        take: installed::worked_on,
    },
    Journey {
        name: "the-sample-shows-everything",
        forms: Form::BOTH,
        take: loading::the_sample,
    },
    Journey {
        name: "the-report-opens-again-at-once",
        forms: Form::BOTH,
        take: loading::the_report_at_once,
    },
    Journey {
        name: "what-comes-waits-for-a-press",
        forms: Form::BOTH,
        take: loading::a_press,
    },
    Journey {
        name: "digests-are-dropped",
        forms: Form::BOTH,
        take: loading::dropping,
    },
    Journey {
        name: "digests-are-chosen",
        forms: Form::BOTH,
        take: loading::choosing,
    },
    Journey {
        name: "a-file-is-taken-out",
        forms: Form::BOTH,
        take: loading::removing,
    },
    Journey {
        name: "archives-are-unpacked",
        forms: Form::BOTH,
        take: loading::archives,
    },
    Journey {
        name: "what-is-no-digest-says-so",
        forms: Form::BOTH,
        take: loading::unreadable,
    },
    Journey {
        name: "what-is-no-digest-says-so-at-first",
        forms: Form::BOTH,
        take: loading::unreadable_at_first,
    },
    Journey {
        name: "tags-come-later",
        forms: &[Form::Hosted],
        take: loading::tags_come_later,
    },
    Journey {
        name: "a-preview-is-given-up",
        forms: &[Form::Hosted],
        take: rules::a_preview_is_given_up,
    },
    Journey {
        name: "a-rule-is-written",
        forms: Form::BOTH,
        take: rules::writing,
    },
    Journey {
        name: "a-wrong-rule-says-where",
        forms: Form::BOTH,
        take: rules::a_wrong_rule,
    },
    Journey {
        name: "rules-are-files",
        forms: Form::BOTH,
        take: rules::files,
    },
    Journey {
        name: "tags-are-put-on-by-hand",
        forms: Form::BOTH,
        take: rules::by_hand,
    },
    Journey {
        name: "rules-that-cannot-be-read-are-kept",
        forms: Form::BOTH,
        take: rules::kept_wrong,
    },
    Journey {
        name: "rules-by-keys-alone",
        forms: Form::BOTH,
        take: rules::keyboard,
    },
    Journey {
        name: "words-are-found",
        forms: Form::BOTH,
        take: searching::words,
    },
    Journey {
        name: "a-wrong-query-says-why",
        forms: Form::BOTH,
        take: searching::a_wrong_query,
    },
    Journey {
        name: "a-word-is-completed",
        forms: Form::BOTH,
        take: finding::completion,
    },
    Journey {
        name: "a-completion-asks-for-nothing",
        forms: Form::BOTH,
        take: finding::completion_in_the_way,
    },
    Journey {
        name: "no-hits-offer-a-way-out",
        forms: Form::BOTH,
        take: finding::no_hits,
    },
    Journey {
        name: "a-word-is-put-right",
        forms: Form::BOTH,
        take: finding::spelling,
    },
    Journey {
        name: "a-rank-is-explained",
        forms: Form::BOTH,
        take: finding::score,
    },
    Journey {
        name: "days-are-drawn",
        forms: Form::BOTH,
        take: finding::brush,
    },
    Journey {
        name: "words-stand-out",
        forms: Form::BOTH,
        take: panel::terms,
    },
    Journey {
        name: "untagged-papers-suggest-rules",
        forms: Form::BOTH,
        take: panel::worklist,
    },
    Journey {
        name: "a-rare-word-is-doubted",
        forms: &[Form::Hosted],
        take: panel::rare_word,
    },
    Journey {
        name: "facets-stay-as-arranged",
        forms: Form::BOTH,
        take: panel::facets_arranged,
    },
    Journey {
        name: "matches-are-marked-or-not",
        forms: Form::BOTH,
        take: finding::marks,
    },
    Journey {
        name: "the-newest-search-wins",
        forms: &[Form::Hosted],
        take: finding::stale,
    },
    Journey {
        name: "filters-count-and-join",
        forms: Form::BOTH,
        take: searching::filters,
    },
    Journey {
        name: "a-value-is-excluded",
        forms: Form::BOTH,
        take: searching::exclusion,
    },
    Journey {
        name: "a-day-is-chosen",
        forms: Form::BOTH,
        take: searching::days,
    },
    Journey {
        name: "a-paper-opens",
        forms: Form::BOTH,
        take: reading::a_paper,
    },
    Journey {
        name: "a-tag-shows-its-evidence",
        forms: Form::BOTH,
        take: reading::evidence,
    },
    Journey {
        name: "a-finger-shows-evidence",
        forms: &[Form::Hosted],
        take: reading::evidence_by_touch,
    },
    Journey {
        name: "the-address-keeps-the-view",
        forms: Form::BOTH,
        take: reading::history,
    },
    Journey {
        name: "the-last-letter-is-kept",
        forms: Form::BOTH,
        take: reading::the_last_letter,
    },
    Journey {
        name: "the-order-is-chosen",
        forms: Form::BOTH,
        take: reading::order,
    },
    Journey {
        name: "a-long-list-scrolls",
        forms: Form::BOTH,
        take: reading::a_long_list,
    },
    Journey {
        name: "the-keyboard-is-enough",
        forms: Form::BOTH,
        take: hands::keyboard,
    },
    Journey {
        name: "a-phone-is-enough",
        forms: Form::BOTH,
        take: hands::phone,
    },
    Journey {
        name: "the-colours-are-chosen",
        forms: Form::BOTH,
        take: hands::theme,
    },
    Journey {
        name: "a-crash-is-survived",
        forms: Form::BOTH,
        take: crash::is_survived,
    },
    Journey {
        name: "a-silent-death-is-noticed",
        forms: Form::BOTH,
        take: crash::in_silence,
    },
    Journey {
        name: "a-deadly-file-is-left-out",
        forms: Form::BOTH,
        take: crash::of_a_file,
    },
    Journey {
        name: "deadly-rules-are-set-aside",
        forms: Form::BOTH,
        take: crash::of_rules,
    },
    Journey {
        name: "what-was-kept-and-cannot-be-read-is-set-aside",
        forms: Form::BOTH,
        take: crash::of_nothing_kept,
    },
    Journey {
        name: "any-link-opens-the-page",
        forms: Form::BOTH,
        take: crash::of_no_link,
    },
    Journey {
        name: "papers-are-marked-by-keys",
        forms: Form::BOTH,
        take: triage::marks,
    },
    Journey {
        name: "a-note-is-written-and-found",
        forms: Form::BOTH,
        take: triage::notes,
    },
    Journey {
        name: "many-papers-are-marked-at-once",
        forms: Form::BOTH,
        take: triage::many,
    },
    Journey {
        name: "kept-files-are-there-again",
        forms: Form::BOTH,
        take: kept::again,
    },
    Journey {
        name: "kept-libraries-open-as-they-were",
        forms: Form::BOTH,
        take: kept::at_once,
    },
    Journey {
        name: "kept-marks-are-there-again",
        forms: Form::BOTH,
        take: kept::marks,
    },
    Journey {
        name: "kept-from-disk-only-if-the-reader-agrees",
        forms: &[Form::Standalone],
        take: kept::unasked,
    },
    Journey {
        name: "kept-archives-lack-what-was-taken-out",
        forms: &[Form::Hosted],
        take: kept::archives,
    },
    Journey {
        name: "kept-and-removed-comes-back",
        forms: Form::BOTH,
        take: kept::removed,
    },
    Journey {
        name: "kept-nothing-where-storage-is-denied",
        forms: Form::BOTH,
        take: kept::denied,
    },
    Journey {
        name: "kept-what-has-room",
        forms: &[Form::Hosted],
        take: kept::no_room,
    },
    Journey {
        name: "kept-by-a-later-version-is-left-alone",
        forms: &[Form::Hosted],
        take: kept::newer,
    },
    Journey {
        name: "kept-and-evicted-is-missed",
        forms: &[Form::Hosted],
        take: kept::evicted,
    },
    Journey {
        name: "kept-and-lost-is-named",
        forms: &[Form::Hosted],
        take: kept::lost,
    },
    Journey {
        name: "kept-and-deadly-is-set-aside",
        forms: &[Form::Hosted],
        take: kept::aside,
    },
    Journey {
        name: "kept-where-a-worker-died",
        forms: &[Form::Hosted],
        take: kept::worker_died,
    },
    Journey {
        name: "kept-in-a-tab-that-was-there-before",
        forms: &[Form::Hosted],
        take: kept::early_tab,
    },
    Journey {
        name: "kept-in-two-tabs-alike",
        forms: Form::BOTH,
        take: kept::two_tabs,
    },
    Journey {
        name: "own-tags-are-put-on-by-keys",
        forms: Form::BOTH,
        take: own::tags,
    },
    Journey {
        name: "a-crash-takes-nothing-that-was-done",
        forms: Form::BOTH,
        take: own::outlives_the_worker,
    },
    Journey {
        name: "kept-rules-that-are-deadly-are-set-aside",
        forms: Form::BOTH,
        take: own::deadly_rules,
    },
    Journey {
        name: "kept-acts-of-two-tabs-at-once",
        forms: Form::BOTH,
        take: own::two_tabs,
    },
    Journey {
        name: "the-day-is-in-hand",
        forms: &[Form::Hosted],
        take: overview::the_day,
    },
    Journey {
        name: "everything-has-a-name-in-the-palette",
        forms: Form::BOTH,
        take: commands::palette,
    },
    Journey {
        name: "a-key-is-changed",
        forms: Form::BOTH,
        take: commands::changed_key,
    },
    Journey {
        name: "rows-are-swiped",
        forms: &[Form::Hosted],
        take: commands::swipe,
    },
    Journey {
        name: "what-is-read-to-its-end-is-read",
        forms: &[Form::Hosted],
        take: commands::read_through,
    },
    Journey {
        name: "back-from-a-query-is-the-plain-list",
        forms: Form::BOTH,
        take: commands::back_from_a_query,
    },
    Journey {
        name: "back-closes-what-lies-over-the-page",
        forms: Form::BOTH,
        take: commands::back_from_a_panel,
    },
    Journey {
        name: "the-palette-leads-to-the-next-paper",
        forms: Form::BOTH,
        take: commands::next_by_the_palette,
    },
    Journey {
        name: "all-of-a-list-is-chosen",
        forms: &[Form::Hosted],
        take: commands::all,
    },
    Journey {
        name: "kept-what-was-being-written",
        forms: &[Form::Hosted],
        take: commands::draft,
    },
    Journey {
        name: "kept-searches-are-there-again",
        forms: &[Form::Hosted],
        take: saved::searches,
    },
    Journey {
        name: "authors-are-followed-and-muted",
        forms: Form::BOTH,
        take: saved::authors,
    },
    Journey {
        name: "words-of-lists-are-marked",
        forms: Form::BOTH,
        take: saved::highlights,
    },
    Journey {
        name: "a-day-is-finished",
        forms: Form::BOTH,
        take: saved::a_finished_day,
    },
    Journey {
        name: "a-day-stands-out",
        forms: &[Form::Hosted],
        take: saved::the_day_stands_out,
    },
    Journey {
        name: "kept-and-backed-up-is-there-again",
        forms: Form::BOTH,
        take: backup::all_again,
    },
    Journey {
        name: "kept-by-two-readers-comes-together",
        forms: &[Form::Hosted],
        take: backup::two_readers,
    },
    Journey {
        name: "kept-in-no-backup-is-refused",
        forms: &[Form::Hosted],
        take: backup::hostile,
    },
    Journey {
        name: "kept-nothing-but-a-backup",
        forms: Form::BOTH,
        take: backup::where_nothing_is_kept,
    },
    Journey {
        name: "kept-nothing-in-a-private-window",
        forms: Form::BOTH,
        take: kept::in_private,
    },
    Journey {
        name: "names-are-as-the-browser-says",
        forms: &[Form::Hosted],
        take: names::as_the_browser_says,
    },
    Journey {
        name: "what-the-worker-may-not-read-the-page-reads",
        forms: Form::BOTH,
        take: pieces::read_by_the_page,
    },
    Journey {
        name: "what-the-page-reads-can-be-stopped",
        forms: &[Form::Hosted],
        take: pieces::stopped,
    },
    Journey {
        name: "a-link-names-the-files-that-it-needs",
        forms: Form::BOTH,
        take: share::needs,
    },
    Journey {
        name: "a-link-carries-papers",
        forms: Form::BOTH,
        take: share::carries,
    },
    Journey {
        name: "kept-papers-of-others-if-the-reader-agrees",
        forms: &[Form::Hosted],
        take: share::kept,
    },
    Journey {
        name: "a-page-of-its-own-has-papers",
        forms: Form::BOTH,
        take: share::page_of_its_own,
    },
    Journey {
        name: "a-page-without-the-program-says-so",
        forms: &[Form::Hosted],
        take: share::no_program,
    },
    Journey {
        name: "papers-are-exported",
        forms: Form::BOTH,
        take: taking::export,
    },
    Journey {
        name: "exports-of-hostile-papers-harm-nobody",
        forms: Form::BOTH,
        take: taking::hostile,
    },
    Journey {
        name: "citations-are-copied",
        forms: Form::BOTH,
        take: taking::copy,
    },
    Journey {
        name: "a-finished-day-is-exported",
        forms: Form::BOTH,
        take: taking::a_finished_day,
    },
    Journey {
        name: "papers-are-printed",
        forms: Form::BOTH,
        take: taking::print,
    },
];
