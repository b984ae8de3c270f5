use crate::protocol::ScoreView;
use crate::ui::text;

use super::el::{El, el};

/// How many terms are told. Their sum is that of all.
const MOST: usize = 100;

/// A paper's score, folded: the sum term by term and field by field.
pub fn score(score: &ScoreView) -> El {
    let row = |name: &'static str, cells: &[&str]| {
        cells.iter().fold(el("tr", ""), |row, cell| {
            row.put(el(name, "").text((*cell).to_owned()))
        })
    };
    let mut body = el("tbody", "");
    for line in score.lines.iter().take(MOST) {
        let cells = [
            &text::short(&line.term),
            text::scored_field(line.field),
            &line.occurrences.to_string(),
            &line.papers.to_string(),
            &line.idf,
            &line.weight,
            &line.adds,
        ];
        body = body.put(row("td", &cells));
    }
    let total = row("td", &[text::SCORE, "", "", "", "", "", &score.total]);
    let table = el("table", "")
        .put(el("thead", "").put(row("th", &text::SCORE_HEADS)))
        .put(body)
        .put(el("tfoot", "").put(total));
    // Wide on a phone: it scrolls, by keys too.
    let scroller = el("div", "score-table")
        .with("tabindex", "0")
        .with("role", "region")
        .with("aria-label", text::SCORE)
        .put(table);
    el("details", "score")
        .put(el("summary", "").text(text::why(&score.total)))
        .put(scroller)
        .put(el("p", "hint").text(text::score_is(score)))
        .put(el("p", "hint").text(text::df_of(score.papers)))
}
