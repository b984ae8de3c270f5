//! What a click on a facet makes of the query's text.
//!
//! Every edit reads the text, changes the expression and prints it. A text that cannot be read is
//! not edited. It happens here and not in the page because the page would need the whole query
//! language for it.

use crate::core::facet::Facet;
use crate::core::query::{self, DayRange};
use crate::core::search::named_by_ids;
use crate::core::tags::own::Names;
use crate::protocol::{Edit, Response};

/// Edits a text or, where that cannot be read, its fallback.
pub(super) fn edit(
    names: &Names,
    text: String,
    fallback: Option<String>,
    all_of: &[Facet],
    edit: &Edit,
) -> Response {
    let edited = apply(names, &text, edit, all_of);
    let edited = edited.or_else(|| apply(names, &fallback?, edit, all_of));
    Response::Edited {
        of: text,
        text: edited,
    }
}

/// The text after an edit; `None` when the text cannot be read. `all_of` are the facets that join
/// by AND.
fn apply(names: &Names, text: &str, edit: &Edit, all_of: &[Facet]) -> Option<String> {
    let query = named_by_ids(names, &query::parse(text).ok()?.query);
    let edited = match edit {
        Edit::Include(facet, value) => {
            query::toggle_include(&query, *facet, value, all_of.contains(facet))
        }
        Edit::Exclude(facet, value) => query::toggle_exclude(&query, *facet, value),
        Edit::JoinAll(facet, all) => query::set_all_of(&query, *facet, *all),
        Edit::Days(days) => query::set_days(
            &query,
            days.map(|(from, to)| DayRange {
                from: Some(from),
                to: Some(to),
            }),
        ),
        Edit::Author(name) => query::toggle_author(&query, name),
    };
    Some(edited.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::day::Day;

    #[track_caller]
    fn check(text: &str, edit: &Edit, all_of: &[Facet], expected: Option<&str>) {
        let edited = apply(&Names::default(), text, edit, all_of);
        assert_eq!(edited.as_deref(), expected, "{text}");
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
