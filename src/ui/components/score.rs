//! The table of why a paper ranks where it does.

use yew::prelude::*;

use crate::protocol::ScoreView;
use crate::ui::text;

/// How many terms are told. Their sum is that of all.
const MOST: usize = 100;

/// A paper's score, folded: the sum term by term and field by field.
pub fn score(score: &ScoreView) -> Html {
    html! {
        <details class="score">
            <summary>{ text::why(&score.total) }</summary>
            // Wide on a phone: it scrolls, by keys too.
            <div class="score-table" tabindex="0" role="region" aria-label={text::SCORE}>
                <table>
                    <thead>
                        <tr>
                            for head in text::SCORE_HEADS {
                                <th>{ head }</th>
                            }
                        </tr>
                    </thead>
                    <tbody>
                        for line in score.lines.iter().take(MOST) {
                            <tr>
                                <td>{ text::short(&line.term) }</td>
                                <td>{ text::scored_field(line.field) }</td>
                                <td>{ line.occurrences }</td>
                                <td>{ line.papers }</td>
                                <td>{ &line.idf }</td>
                                <td>{ &line.weight }</td>
                                <td>{ &line.adds }</td>
                            </tr>
                        }
                    </tbody>
                    <tfoot>
                        <tr>
                            <td>{ text::SCORE }</td>
                            for _ in 1..text::SCORE_HEADS.len() - 1 {
                                <td></td>
                            }
                            <td>{ &score.total }</td>
                        </tr>
                    </tfoot>
                </table>
            </div>
            <p class="hint">{ text::score_is(score) }</p>
            <p class="hint">{ text::df_of(score.papers) }</p>
        </details>
    }
}
