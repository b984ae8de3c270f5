//! What the page measured, as tables.

use std::fmt::Write as _;

use serde_json::Value;

/// Who is measured, by the name of its script, and the name in the tables.
const CONTESTANTS: [(&str, &str); 6] = [
    ("engine", "**engine**"),
    ("sqlite", "SQLite FTS5"),
    ("crossfilter", "crossfilter2"),
    ("regexp", "JavaScript's RegExp"),
    ("minisearch", "MiniSearch"),
    ("flexsearch", "FlexSearch"),
];

/// The tables.
pub fn of(told: &Value) -> String {
    let outcomes = &told["outcomes"];
    let mut text = format!("{}\n\n", told["agent"].as_str().unwrap_or_default());
    text.push_str(&building(outcomes));
    text.push_str(&visiting(&outcomes["kept"]));
    text.push_str(&searching(outcomes));
    text.push_str(&differences(outcomes));
    text
}

fn building(outcomes: &Value) -> String {
    let mut text =
        String::from("| | searchable, s | times the engine's | memory, MB |\n|---|---|---|---|\n");
    let of_engine = outcomes["engine"]["build"].as_f64();
    for (key, name) in CONTESTANTS {
        let outcome = &outcomes[key];
        if let Some(error) = outcome["error"].as_str() {
            let _ = writeln!(
                text,
                "| {name} | {} | | |",
                error.lines().next().unwrap_or_default()
            );
            continue;
        }
        let Some(build) = outcome["build"].as_f64() else {
            continue;
        };
        let ratio = of_engine.map_or_else(String::new, |engine| format!("{:.2}", build / engine));
        // JavaScript's own memory no worker can tell.
        let memory = outcome["memory"]
            .as_f64()
            .map_or_else(|| "–".to_owned(), |bytes| format!("{:.0}", bytes / 1e6));
        let _ = writeln!(text, "| {name} | {:.2} | {ratio} | {memory} |", build / 1e3);
    }
    let engine = &outcomes["engine"];
    if let (Some(tagged), Some(longest)) = (engine["tagged"].as_f64(), engine["longest"].as_f64()) {
        let _ = writeln!(
            text,
            "\nThe engine has read and indexed the file then; after {:.2} s it has also tagged all papers and compared them with each other. The longest time between two signs of life was {longest:.0} ms.",
            tagged / 1e3
        );
    }
    text
}

/// How soon a visit begins that finds a library.
fn visiting(outcome: &Value) -> String {
    if let Some(error) = outcome["error"].as_str() {
        return format!("\nOf a kept library nothing is known: {error}\n");
    }
    let kept = &outcome["kept"];
    let Some(size) = kept["size"].as_f64() else {
        return String::new();
    };
    let mut text = String::from(
        "\n| visit: median (worst), ms after the worker is made | worker is up | first rows and all facets | all of it, regexes too |\n|---|---|---|---|\n",
    );
    for (key, name) in [
        ("empty", "nothing is kept"),
        ("opened", "**a kept library**"),
        ("anew", "its file read anew"),
    ] {
        let _ = write!(text, "| {name} ");
        for what in ["ready", "first", "all"] {
            let visits = kept[key].as_array().map_or(&[][..], Vec::as_slice);
            let times = visits.iter().filter_map(|visit| visit[what].as_f64());
            let mut times: Vec<f64> = times.collect();
            times.sort_by(f64::total_cmp);
            let _ = match (times.get(times.len() / 2), times.last()) {
                (Some(median), Some(worst)) => write!(text, "| {median:.0} ({worst:.0}) "),
                _ => write!(text, "| – "),
            };
        }
        text.push_str("|\n");
    }
    let _ = writeln!(
        text,
        "\nIt is kept in {} chunks of {:.1} MB together.",
        kept["chunks"],
        size / 1e6
    );
    text
}

/// The median and the 95th percentile of some times, in milliseconds.
#[derive(Clone, Copy)]
struct Times {
    p50: f64,
    p95: f64,
}

impl Times {
    fn of(searches: &Value, kind: &str) -> Option<Self> {
        let times = searches[kind]["times"].as_array()?;
        let mut times: Vec<f64> = times.iter().filter_map(Value::as_f64).collect();
        times.sort_by(f64::total_cmp);
        let at = |percent: usize| {
            times
                .get((times.len() * percent / 100).min(times.len().saturating_sub(1)))
                .copied()
        };
        Some(Self {
            p50: at(50)?,
            p95: at(95)?,
        })
    }

    fn shown(times: Option<Self>) -> String {
        times.map_or_else(
            || "–".to_owned(),
            |Self { p50, p95 }| format!("{}/{}", shown(p50), shown(p95)),
        )
    }
}

fn shown(ms: f64) -> String {
    if ms < 10.0 {
        format!("{ms:.2}")
    } else {
        format!("{ms:.0}")
    }
}

fn searching(outcomes: &Value) -> String {
    let mut text = String::from(
        "\n| p50/p95, ms | engine | FTS5, 20 best | crossfilter2 | FTS5 + crossfilter2: times the engine's | FTS5, count | MiniSearch | FlexSearch | RegExp | times the engine's |\n\
         |---|---|---|---|---|---|---|---|---|---|\n",
    );
    let engine = &outcomes["engine"]["searches"];
    let Some(kinds) = engine.as_object() else {
        return text;
    };
    for kind in kinds.keys() {
        let of = |contestant: &str, what: &str| Times::of(&outcomes[contestant][what], kind);
        let ours = of("engine", "searches");
        let (ranked, counted) = (of("sqlite", "searches"), of("crossfilter", "searches"));
        let regexp = of("regexp", "searches");
        let ratio = |theirs: Option<Times>| match (theirs, ours) {
            (Some(theirs), Some(ours)) => {
                format!("{:.0}/{:.0}", theirs.p50 / ours.p50, theirs.p95 / ours.p95)
            }
            _ => String::new(),
        };
        let both = ranked.zip(counted).map(|(ranked, counted)| Times {
            p50: ranked.p50 + counted.p50,
            p95: ranked.p95 + counted.p95,
        });
        let _ = writeln!(
            text,
            "| {kind} | {} | {} | {} | {} | {} | {} | {} | {} | {} |",
            Times::shown(ours),
            Times::shown(ranked),
            Times::shown(counted),
            ratio(both),
            Times::shown(of("sqlite", "counts")),
            Times::shown(of("minisearch", "searches")),
            Times::shown(of("flexsearch", "searches")),
            Times::shown(regexp),
            ratio(regexp),
        );
    }
    text
}

/// The queries for which a contestant found something else than the engine did natively.
fn differences(outcomes: &Value) -> String {
    let mut text = String::new();
    let (mut same, mut other) = (0, 0);
    for (key, name) in CONTESTANTS {
        for what in ["searches", "counts"] {
            let Some(kinds) = outcomes[key][what].as_object() else {
                continue;
            };
            for (kind, measured) in kinds {
                let wrong = measured["wrong"].as_array().map_or(&[][..], Vec::as_slice);
                let asked = measured["times"].as_array().map_or(0, Vec::len);
                same += asked - wrong.len();
                other += wrong.len();
                if let Some(first) = wrong.first() {
                    let _ = writeln!(
                        text,
                        "- {name}, {kind}: {} of {asked}, such as {first}",
                        wrong.len()
                    );
                }
            }
        }
    }
    let mut summary = format!(
        "\nThe engine's answers were compared with the native ones byte for byte, the peers' numbers of papers with the engine's: {same} are the same, {other} are not.\n"
    );
    summary.push_str(&text);
    summary
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    #[test]
    fn percentiles_and_ratios() {
        let times: Vec<u32> = (1..=100).collect();
        let of = |factor: u32| {
            let times: Vec<u32> = times.iter().map(|time| time * factor).collect();
            json!({ "build": 10 * factor, "memory": 5_000_000, "searches": { "phrase": { "times": times, "wrong": [] } } })
        };
        let text = super::of(
            &json!({ "agent": "X", "outcomes": { "engine": of(1), "sqlite": of(3), "crossfilter": of(4) } }),
        );
        assert!(text.contains("| SQLite FTS5 | 0.03 | 3.00 | 5 |"), "{text}");
        assert!(
            text.contains("| phrase | 51/96 | 153/288 | 204/384 | 7/7 |"),
            "{text}"
        );
        assert!(text.contains("300 are the same, 0 are not"), "{text}");
    }
}
