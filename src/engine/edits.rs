//! What a click on a facet makes of the query's text.
//!
//! Every edit reads the text, changes the expression and prints it. A text that cannot be read is
//! not edited. A word that is still being typed stays what it was counted as, so that a click shows
//! the papers that it promised. It happens here and not in the page because the page would need the
//! whole query language for it.

use crate::core::facet::Facet;
use crate::core::query::{self, DayRange, Query};
use crate::core::search::{Searcher, named_by_ids};
use crate::protocol::{Edit, Response};

/// Edits a text or, where that cannot be read, its fallback.
pub(super) fn edit(
    searcher: Searcher<'_>,
    text: String,
    typing: bool,
    fallback: Option<String>,
    all_of: &[Facet],
    edit: &Edit,
) -> Response {
    let read = |text: &str, typing: bool| {
        let query = if typing {
            searcher.settled(&query::unfinished(text).ok()?)
        } else {
            query::parse(text).ok()?.query
        };
        Some(named_by_ids(searcher.names(), &query))
    };
    let query = read(&text, typing).or_else(|| read(&fallback?, false));
    Response::Edited {
        text: query.map(|query| apply(&query, edit, all_of)),
        of: text,
    }
}

/// The text of a query after an edit. `all_of` are the facets that join by AND.
fn apply(query: &Query, edit: &Edit, all_of: &[Facet]) -> String {
    let edited = match edit {
        Edit::Include(facet, value) => {
            query::toggle_include(query, *facet, value, all_of.contains(facet))
        }
        Edit::Exclude(facet, value) => query::toggle_exclude(query, *facet, value),
        Edit::JoinAll(facet, all) => query::set_all_of(query, *facet, *all),
        Edit::Days(days) => query::set_days(
            query,
            days.map(|(from, to)| DayRange {
                from: Some(from),
                to: Some(to),
            }),
        ),
        Edit::Author(name) => query::toggle_author(query, name),
    };
    edited.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::day::Day;
    use crate::core::index::Index;
    use crate::core::library::Library;

    #[track_caller]
    fn check(text: &str, edit: &Edit, all_of: &[Facet], expected: Option<&str>) {
        let (mut index, library) = (Index::default(), Library::default());
        let searcher = Searcher::new(&mut index, &library);
        let edited = super::edit(searcher, text.to_owned(), false, None, all_of, edit);
        let expected = Response::Edited {
            of: text.to_owned(),
            text: expected.map(str::to_owned),
        };
        assert_eq!(edited, expected);
    }

    #[test]
    fn clicks_edit_the_text() {
        let tick = |value: &str| Edit::Include(Facet::Task, value.into());
        check("gan", &tick("slam"), &[], Some("gan task:slam"));
        check("gan task:slam", &tick("slam"), &[], Some("gan"));
        check("task:slam", &tick("none"), &[], Some("task:(slam OR none)"));
        check(
            "task:slam",
            &tick("segmentation"),
            &[Facet::Task],
            Some("task:slam task:segmentation"),
        );
        let day = |text: &str| text.parse::<Day>().unwrap();
        let text = "task:\"object detection\" gan";
        check(text, &tick("object-detection"), &[], Some("gan"));
        let days = (day("2020-12-20"), day("2020-12-24"));
        check(
            "gan day:2019-01-01",
            &Edit::Days(Some(days)),
            &[],
            Some("gan day:2020-12-20..2020-12-24"),
        );
        check("day:2020-12-24", &Edit::Days(None), &[], Some(""));
        let author = Edit::Author("Ada \"A.\" Lacemaker".into());
        let with = "gan author:\"Ada \\\"A.\\\" Lacemaker\"";
        check("gan", &author, &[], Some(with));
        check(with, &author, &[], Some("gan"));
        check("gan", &Edit::Author("…".into()), &[], Some("gan"));
        check("\"open", &tick("slam"), &[], None);
    }
}
