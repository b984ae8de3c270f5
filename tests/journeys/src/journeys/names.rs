//! Roles and names: what journeys find things by.

use serde_json::json;

use crate::driver::{Element, NAMES};
use crate::engine::Engine;
use crate::explorer::Explorer;
use crate::{Result, Visit, expect};

/// The roles by which journeys find things, and whether they go by their names too.
const ROLES: [(&str, bool); 15] = [
    ("alert", false),
    ("article", true),
    ("button", true),
    ("checkbox", true),
    ("combobox", true),
    ("dialog", true),
    ("feed", true),
    ("group", true),
    ("heading", true),
    ("link", true),
    ("option", true),
    ("region", true),
    ("status", false),
    ("textbox", true),
    ("tooltip", false),
];

/// The roles that a browser has another word for.
const DIFFER: [(Engine, &str, &str); 1] = [(Engine::WebKit, "combobox", "button")];

/// Of so many elements of a role the browser is asked, for it is asked of one at a time.
const MOST: usize = 8;

/// Gives what can be seen and may have one of those roles, with the role and the name that `NAMES`
/// says. What lies behind a dialog is not there for assistive technology. Firefox leaves math out
/// of names.
const ALL: &str = "
    const within = document.querySelector('dialog:modal') ?? document;
    return [...document.querySelectorAll('a, article, button, dialog, details, fieldset, h1, h2, h3, input:not([type=file]), output, section, select, summary, textarea, [role]')]
        .filter((element) => within.contains(element) && element.checkVisibility({ visibilityProperty: true }) && !element.querySelector('math'))
        .map((element) => [element, assistive.role(element), assistive.name(element)]);
";

/// Where a browser tells no script of roles and names, journeys have an idea of their own of them:
/// it is the browser's.
pub fn as_the_browser_says(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::with_sample(visit)?;
    let title = explorer.open_row(1)?;
    explorer.expect_paper(&title)?;
    check(visit, 60)?;
    page.click("button", "Tag rules")?;
    page.click("button", "New rule")?;
    page.find("textbox", "Tag")?;
    check(visit, 10)
}

/// Compares what can be seen now, which is more than so much.
fn check(visit: &Visit, least: usize) -> Result {
    let browser = &visit.page.browser;
    let all = browser.run(&format!("{NAMES}\n{ALL}"), &[])?;
    let mut seen = [0; ROLES.len()];
    let mut wrong = Vec::new();
    for one in all.as_array().into_iter().flatten() {
        let (Some(element), Some(role)) = (Element::from_result(&one[0]), one[1].as_str()) else {
            continue;
        };
        let Some(place) = ROLES.iter().position(|(known, _)| *known == role) else {
            continue;
        };
        seen[place] += 1;
        if seen[place] > MOST {
            continue;
        }
        // Before and after, for the page may draw it anew meanwhile.
        let (said_role, said_name) = browser.said_of(&element)?;
        let ask = format!("{NAMES}\nreturn assistive.name(arguments[0]);");
        let again = browser.run(&ask, &[element.argument()])?;
        let names = [&one[2], &again].map(|name| name.as_str().unwrap_or_default());
        let letters = |text: &str| text.split_whitespace().collect::<String>();
        let fits = |name: &&str| letters(name) == letters(&said_name);
        let is_named = !ROLES[place].1 || names.iter().any(fits);
        let differs = DIFFER.contains(&(browser.engine, role, said_role.as_str()));
        if (said_role != role && !differs) || !is_named {
            wrong.push(json!([[role, names], [said_role, said_name]]));
        }
    }
    expect(seen.iter().sum::<usize>() > least, || {
        format!("of each role are there: {seen:?}")
    })?;
    expect(wrong.is_empty(), || {
        format!("role and name are taken for, and are: {}", json!(wrong))
    })
}
